/* streek-share.h: work in parts, of which another thread that has time takes some */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

typedef struct _StreekShare StreekShare;

/* Parts may be done at the same time and in any order. */
typedef void (*StreekShareFunc) (guint part, gpointer data);

StreekShare *streek_share_new (void);
void streek_share_free (StreekShare *self);
void streek_share_run (StreekShare *self, guint n_parts, StreekShareFunc func, gpointer data);
void streek_share_help (StreekShare *self);
void streek_share_end (StreekShare *self);
