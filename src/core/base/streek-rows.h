/* streek-rows.h: rows of text under named columns, in our tab-separated form */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

typedef struct _StreekRows StreekRows;

StreekRows *streek_rows_new (const char *const *names);
StreekRows *streek_rows_parse_tsv (const char *text, const char *path, GError **error);
StreekRows *streek_rows_read_tsv (const char *path, GError **error);
void streek_rows_free (StreekRows *rows);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StreekRows, streek_rows_free)

guint streek_rows_get_n (const StreekRows *rows);
const char *streek_rows_get (const StreekRows *rows, guint row, const char *name);
gboolean streek_rows_require (const StreekRows *rows, const char *const *names, GError **error);
void streek_rows_add (StreekRows *rows, const char *const *values);
void streek_rows_sort (StreekRows *rows);
gboolean streek_rows_write_tsv (const StreekRows *rows,
                                const char *path,
                                const char *const *comments,
                                GError **error);
