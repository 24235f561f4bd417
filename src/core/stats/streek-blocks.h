/* streek-blocks.h: work cut in blocks, done by several threads */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

/* Does blocks as long as streek_blocks_take() hands them out; runs once in every thread. */
typedef struct _StreekBlocks StreekBlocks;
typedef void (*StreekBlocksFunc) (StreekBlocks *blocks, gpointer data);

gboolean streek_blocks_run (guint n_blocks,
                            guint n_threads,
                            StreekBlocksFunc func,
                            gpointer data,
                            GCancellable *cancellable,
                            GError **error);
gboolean streek_blocks_take (StreekBlocks *blocks, guint *block);
