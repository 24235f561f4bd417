/* streek-indicator-target.h: takes figures of a file in as vectors of indicators */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "area/streek-areas.h"
#include "exchange/streek-import.h"
#include "indicator/streek-indicator.h"

/* One thread, one target: it reads through @db as long as it lives. */
StreekImportTarget *
streek_indicator_target_new (StreekDb *db, StreekAreas *areas, StreekCatalogue *catalogue);
void streek_indicator_target_free (StreekImportTarget *target);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StreekImportTarget, streek_indicator_target_free)

/* Writes what an import prepared; inside a command. @batch: what the figures refer to */
gboolean streek_indicator_target_commit (StreekDb *db,
                                         StreekImport *import,
                                         const char *batch,
                                         GError **error);

/* A code for an indicator of that name: lower case, digits and "_". */
char *streek_indicator_target_make_code (const char *name);

typedef enum
{
  STREEK_IMPORT_SAME, /* the file says what is here already */
  STREEK_IMPORT_NEW,
  STREEK_IMPORT_CHANGED,
  STREEK_IMPORT_N_EFFECTS,
} StreekImportEffect;

/* One cell that the file says something of, for a preview. */
typedef struct
{
  char *set;
  char *code;    /* of the area; "~SET:CODE" for what is not located any nearer */
  StreekDate on; /* the day of whose areas it is one */
  StreekImportEffect effect;
  double value; /* that it gets; NAN where it is missing or stays the same */
  StreekMissing missing;
  StreekStatus status;
} StreekImportCell;

/* (element-type StreekImportCell): what the vectors of a series will hold, new cells and changed
 * ones, and those that stay as they are. Any thread. */
GArray *streek_indicator_target_list_cells (const StreekImport *import, guint series);
