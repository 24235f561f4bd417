/* streek-import-preview.h: the first rows of a sheet as a table, its columns to be chosen */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/streek-import-task.h"
#include "streek-context.h"

#include <adwaita.h>

#define STREEK_TYPE_IMPORT_PREVIEW (streek_import_preview_get_type ())
G_DECLARE_FINAL_TYPE (StreekImportPreview, streek_import_preview, STREEK, IMPORT_PREVIEW, AdwBin)

/* Signal "column-selected": another column than before. */

void streek_import_preview_update (StreekImportPreview *self,
                                   StreekContext *context,
                                   StreekImportTask *task);
/* The header of the chosen column; NULL where there are no columns. */
const char *streek_import_preview_get_header (StreekImportPreview *self);
guint streek_import_preview_get_selected (StreekImportPreview *self);

/* What a column means now: as it was edited, else as it was found; NULL where it is not used.
 * @period: (out) (nullable): of its values, where its header says so */
const StreekMappingColumn *
streek_import_find_meaning (StreekImportTask *task, guint column, StreekPeriod *period);
/* "" beyond the end of a row. Columns are counted after the first one is cut. */
char *streek_import_dup_cell (const StreekImportLoad *load, guint row, guint column);
