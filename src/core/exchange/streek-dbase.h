/* streek-dbase.h: the table beside the shapes of a Shapefile, where it is of the everyday kind */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* One file, all of it in memory. */
typedef struct _StreekDbase StreekDbase;

StreekDbase *streek_dbase_open (const char *path, const char *encoding);
void streek_dbase_close (StreekDbase *dbase);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StreekDbase, streek_dbase_close)

guint streek_dbase_get_n_records (const StreekDbase *dbase);
guint streek_dbase_get_n_fields (const StreekDbase *dbase);
char **streek_dbase_dup_fields (const StreekDbase *dbase);
gboolean streek_dbase_is_plain (const StreekDbase *dbase, guint field);
gboolean
streek_dbase_append_text (const StreekDbase *dbase, guint record, guint field, GString *text);
