/* streek-own-names.h: names that people give areas themselves, such as those of villages */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "area/streek-areas.h"
#include "exchange/streek-source.h"
#include "rule/streek-finding.h"

typedef struct
{
  char *set;
  char *code;   /* of an area of the set, of today or of before */
  char *name;   /* never empty */
  char *source; /* where this is known from; "" where nobody said */
} StreekOwnName;

StreekOwnName *
streek_own_name_new (const char *set, const char *code, const char *name, const char *source);
StreekOwnName *streek_own_name_copy (const StreekOwnName *name);
void streek_own_name_free (StreekOwnName *name);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StreekOwnName, streek_own_name_free)

/* (element-type StreekOwnName) by name, set and code */
GPtrArray *streek_own_names_list (StreekDb *db, GError **error);
/* Both run inside a command of the store, so that they can be undone. */
gboolean streek_own_name_write (StreekDb *db, const StreekOwnName *name, GError **error);
gboolean streek_own_name_remove (StreekDb *db, const StreekOwnName *name, GError **error);

/* What a table of names comes down to: every row is taken, ignored or rejected. */
typedef struct
{
  GPtrArray *names;    /* (element-type StreekOwnName): to be written */
  GPtrArray *findings; /* (element-type StreekFinding): why a row was not taken, and what is to be
                        * known of one that was; the place is a line */
  guint n_read;
  guint n_taken;
  guint n_ignored; /* blank, headers, and what is known already */
  guint n_rejected;
} StreekOwnNameTable;

StreekOwnNameTable *streek_own_names_read_table (StreekSource *source,
                                                 const StreekAreas *areas,
                                                 const char *set,
                                                 const char *known_from,
                                                 GCancellable *cancellable,
                                                 GError **error);
void streek_own_name_table_free (StreekOwnNameTable *table);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StreekOwnNameTable, streek_own_name_table_free)
