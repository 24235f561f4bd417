/* streek-column-view.h: what every table of the window does with its columns */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

/* (transfer full): @rows as the headings of @view sort them */
GListModel *streek_column_view_sort (GtkColumnView *view, GListModel *rows);
/* Brings a row into sight. */
void streek_column_view_scroll_to (GtkColumnView *view, guint position);
/* Takes all columns away. */
void streek_column_view_clear (GtkColumnView *view);
