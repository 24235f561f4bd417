/* streek-import-map.h: what an import would change, as a map of the areas it touches */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/streek-import.h"
#include "figure/streek-figure.h"
#include "workspace/streek-workspace.h"

/* One kind of areas that a series has figures of. */
typedef struct
{
  char *code;
  char *name;
  guint n_cells;
} StreekImportMapSet;

/* One indicator and period of an import on the map. Owned by one thread at a time. */
typedef struct
{
  StreekFigure *figure; /* (nullable): NULL where none of its areas lies on a map */
  guint series;         /* in StreekImport.series */
  GPtrArray *sets;      /* (element-type StreekImportMapSet): with the most figures first */
  char *set;            /* (nullable): the one that is shown */
  guint n_off_map;      /* cells of that set which no area of the map is: "not located" */
} StreekImportMap;

void streek_import_map_free (StreekImportMap *map);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StreekImportMap, streek_import_map_free)

/* Blocks; any thread. @set: (nullable): code of the areas to show; NULL: those with most figures */
StreekImportMap *streek_import_map_make (StreekWorkspace *workspace,
                                         const StreekImport *import,
                                         guint series,
                                         const char *set,
                                         GCancellable *cancellable,
                                         GError **error);
void streek_import_map_make_async (StreekWorkspace *workspace,
                                   StreekImport *import,
                                   guint series,
                                   const char *set,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
StreekImportMap *
streek_import_map_make_finish (StreekWorkspace *workspace, GAsyncResult *result, GError **error);

/* The series to begin with: one that changes something, else one that adds something; 0 where
 * nothing does. */
guint streek_import_map_find_series (const StreekImport *import);

/* "17.228", or why there is none: as many decimals as tell the value from its neighbours. */
char *streek_import_dup_value (double value, StreekMissing missing);
