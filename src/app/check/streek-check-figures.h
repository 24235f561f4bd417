/* streek-check-figures.h: the figures under a finding, as a table whose columns they bring */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "table/streek-table.h"

#include <gtk/gtk.h>

/* @table: (nullable): the view keeps a reference; nothing is shown of none */
void streek_check_figures_show (GtkColumnView *view, StreekTable *table);
