/* streek-unknown-names.h: asks which area each unknown word of a list is, and keeps the answers */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "area/streek-areas-pick.h"

#include <adwaita.h>

#define STREEK_TYPE_UNKNOWN_NAMES (streek_unknown_names_get_type ())
G_DECLARE_FINAL_TYPE (
  StreekUnknownNames, streek_unknown_names, STREEK, UNKNOWN_NAMES, AdwPreferencesGroup)

/* Signal "answered": a person said of some words which area they are. */

/* Whose areas the words are, on which day; another set forgets all answers. */
void streek_unknown_names_set_areas (StreekUnknownNames *self,
                                     StreekAreas *areas,
                                     const char *set,
                                     StreekDate on,
                                     const StreekArea *within);
/* Takes into @pick what was answered of its unknown words, and asks for the others. */
void streek_unknown_names_complete (StreekUnknownNames *self, StreekAreaPick *pick);
/* Whether names can be remembered at all. */
void streek_unknown_names_set_can_remember (StreekUnknownNames *self, gboolean can_remember);
/* (transfer full) (element-type StreekOwnName): those of the last answer that are to be remembered;
 * empty where none is */
GPtrArray *streek_unknown_names_list_new (StreekUnknownNames *self);
