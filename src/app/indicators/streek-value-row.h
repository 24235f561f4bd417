/* streek-value-row.h: one area of a value grid, for lists */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "indicators/streek-value-grid.h"

#include <glib-object.h>

#define STREEK_TYPE_VALUE_ROW (streek_value_row_get_type ())
G_DECLARE_FINAL_TYPE (StreekValueRow, streek_value_row, STREEK, VALUE_ROW, GObject)

StreekValueRow *streek_value_row_new (StreekValueGrid *grid, guint area);
StreekValueGrid *streek_value_row_get_grid (StreekValueRow *self);
guint streek_value_row_get_area (StreekValueRow *self);
