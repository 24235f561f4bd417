/* streek-column-widths.h: how columns of words share the room that they have */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* @least, @natural: (array length=n): narrower cannot be read; on one line. @widths: (out caller-
 * allocates) (array length=n): together @room, or less where all are as wide as they want. Returns:
 * FALSE where the least is more than @room; they are narrower then, all in proportion. */
gboolean streek_column_widths_share (
  const double *least, const double *natural, guint n, double room, double *widths);
