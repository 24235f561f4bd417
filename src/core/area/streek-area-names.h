/* streek-area-names.h: the areas of one set, by code and by every name that they are known by */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "area/streek-areas.h"

/* Of one thread; @areas has to outlive it. */
typedef struct _StreekAreaNames StreekAreaNames;

StreekAreaNames *streek_area_names_new (const StreekAreas *areas, const char *set);
void streek_area_names_free (StreekAreaNames *names);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StreekAreaNames, streek_area_names_free)

/* (element-type StreekArea): links of the chains that have that code or name; NULL: none */
GPtrArray *streek_area_names_find_code (const StreekAreaNames *names, const char *word);
GPtrArray *
streek_area_names_find (const StreekAreaNames *names, const char *word, StreekAreaNameKind *kind);
GPtrArray *streek_area_names_find_kind (const StreekAreaNames *names,
                                        const char *word,
                                        StreekAreaNameKind kind);
/* Of several of one name those of that day stay, where there are any. */
void streek_area_names_keep (const StreekAreaNames *names, GPtrArray *found, StreekDate on);

/* Without accents and case; hyphens and blanks alike. */
char *streek_area_name_tidy (const char *text);
/* "Brugge (31005), Gent (44021)"; no more than a few of them. */
char *streek_area_names_join (const GPtrArray *areas);
