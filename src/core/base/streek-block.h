/* streek-block.h: large blocks of memory, all of which will be written */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

gpointer streek_block_new (gsize n, gsize size);
gpointer streek_block_new0 (gsize n, gsize size);
void streek_block_widen_heap (guint n_steps);

/* (transfer full): as g_new() and g_new0(), freed with g_free() */
#define STREEK_BLOCK_NEW(type, n) ((type *) streek_block_new (n, sizeof (type)))
#define STREEK_BLOCK_NEW0(type, n) ((type *) streek_block_new0 (n, sizeof (type)))
