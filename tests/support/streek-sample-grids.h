/* streek-sample-grids.h: matrices and timelines of invented things, for tests and benchmarks */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "figure/streek-matrix.h"
#include "figure/streek-timeline.h"

/* Themes by bodies: headings, groups of columns, every kind of cell, colours, sources, totals; the
 * third column is empty. */
StreekMatrix *streek_sample_matrix_new (void);
/* Cards in four columns, one for each state, in two lanes: no row has a name. */
StreekMatrix *streek_sample_board_new (void);
/* @n_rows by @n_columns, every cell with words of its own: "r3c7 …". */
StreekMatrix *streek_sample_matrix_new_large (guint n_rows, guint n_columns);

/* A year and a half of invented actions: headings, every kind of timing, every status, milestones;
 * shown is 2016, today is 20 May 2016. */
StreekTimeline *streek_sample_timeline_new (void);
/* @n_rows bars of half a year that begin a week after each other, from 2016 on. */
StreekTimeline *streek_sample_timeline_new_large (guint n_rows);
