/* streek-medium.h: what the file system under a file can and cannot do */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

gboolean streek_medium_is_network_type (guint32 magic);
gboolean streek_medium_is_network (const char *path);
gboolean streek_medium_is_writable (const char *path);
gboolean streek_medium_has_journal (const char *path);
gboolean streek_medium_needs_immutable (const char *path);

gboolean streek_medium_is_portal (const char *path);

char *streek_medium_dup_resolved_path (const char *path);
char *streek_medium_dup_sibling_path (const char *path, const char *remark, int attempt);
char *streek_medium_dup_temporary_path (const char *dest_path);
gboolean streek_medium_refuse_existing (const char *dest_path, GError **error);
gboolean streek_medium_publish (const char *temporary_path, const char *dest_path, GError **error);
gboolean streek_medium_move (const char *path, const char *dest_path, GError **error);
void streek_medium_discard (const char *temporary_path);
