/* streek-pages.h: large blocks for the buffers of maps (private) */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* Free with streek_pages_free(), which keeps a few for the next who asks for as many. */
gpointer streek_pages_new0 (gsize n_bytes);
/* With anything in them. */
gpointer streek_pages_new (gsize n_bytes);
void streek_pages_free (gpointer pages);
