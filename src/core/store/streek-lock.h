/* streek-lock.h: the lock file beside a workspace, which names who has it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

typedef struct _StreekLock StreekLock;

StreekLock *streek_lock_take (const char *path, char **holder, GError **error);
void streek_lock_release (StreekLock *lock);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StreekLock, streek_lock_release)

char *streek_lock_dup_path (const char *path);
