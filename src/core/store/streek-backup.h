/* streek-backup.h: dated copies that are made and thinned out by themselves */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/streek-store.h"

/* What is kept: the newest ten, and the newest of each of the last thirty days. */
#define STREEK_BACKUP_NEWEST 10
#define STREEK_BACKUP_DAYS 30

char *streek_backup_dup_folder (StreekStore *store);
gboolean streek_backup_keep (StreekStore *store,
                             const char *folder,
                             GDateTime *now,
                             GCancellable *cancellable,
                             GError **error);
GPtrArray *streek_backup_list (const char *folder, GError **error);
GDateTime *streek_backup_dup_moment (const char *copy_path);
char *streek_backup_dup_office_folder (gint64 office_id);
GPtrArray *streek_backup_list_of (const char *path);
