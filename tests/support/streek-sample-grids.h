/* streek-sample-grids.h: matrices and timelines of invented things, for tests and benchmarks */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "figure/streek-matrix.h"

/* Themes by bodies: headings, groups of columns, every kind of cell, colours, sources, totals; the
 * third column is empty. */
StreekMatrix *streek_sample_matrix_new (void);
/* @n_rows by @n_columns, every cell with words of its own: "r3c7 …". */
StreekMatrix *streek_sample_matrix_new_large (guint n_rows, guint n_columns);
