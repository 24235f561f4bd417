/* streek-matrix-view.h: a matrix in the window */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "figure/streek-matrix.h"
#include "matrix/streek-grid-view.h"

#define STREEK_TYPE_MATRIX_VIEW (streek_matrix_view_get_type ())
G_DECLARE_FINAL_TYPE (StreekMatrixView, streek_matrix_view, STREEK, MATRIX_VIEW, StreekGridView)

GtkWidget *streek_matrix_view_new (void);
/* @matrix: (nullable): NULL: an empty sheet */
void streek_matrix_view_set_matrix (StreekMatrixView *self, StreekMatrix *matrix);
StreekMatrix *streek_matrix_view_get_matrix (StreekMatrixView *self);

/* (transfer full): on paper, in files and on the clipboard */
StreekPrintout *streek_printout_new_matrix (StreekMatrix *matrix);
