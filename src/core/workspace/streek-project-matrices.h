/* streek-project-matrices.h: organisations and projects, and areas and projects, as matrices */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "figure/streek-matrix.h"
#include "record/streek-record-view.h"

/* Organisations by projects, with the role of each. @projects: (array length=n) ids, in the order
 * of the columns. */
StreekMatrix *streek_partner_matrix_new (const StreekRecordView *view,
                                         const gint64 *projects,
                                         guint n,
                                         GError **error);
