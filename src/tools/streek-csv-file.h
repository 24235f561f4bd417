/* streek-csv-file.h: the comma-separated files that maintainers keep, read whole */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

typedef struct _StreekCsvFile StreekCsvFile;

StreekCsvFile *streek_csv_file_read (const char *path, GError **error);
void streek_csv_file_free (StreekCsvFile *file);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StreekCsvFile, streek_csv_file_free)

guint streek_csv_file_get_n_rows (const StreekCsvFile *file);
int streek_csv_file_find_column (const StreekCsvFile *file, const char *name, GError **error);
const char *streek_csv_file_get (const StreekCsvFile *file, guint row, int column);
