/* streek-lasso.h: a line drawn by hand around places on the map */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

/* In pixels of the widget; closed from its last point to its first. */
typedef struct _StreekLasso StreekLasso;

StreekLasso *streek_lasso_new (double x, double y);
void streek_lasso_free (StreekLasso *self);
void streek_lasso_add (StreekLasso *self, double x, double y);
/* Even-odd; nothing lies in a line without width. */
gboolean streek_lasso_contains (const StreekLasso *self, double x, double y);
void streek_lasso_snapshot (const StreekLasso *self, GtkSnapshot *snapshot, int width, int height);
