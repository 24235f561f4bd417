/* streek-body-matrix.h: bodies under the ones that they belong to, and who is a member of what */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "figure/streek-matrix.h"
#include "record/streek-record-view.h"

/* Rows are "body:ID", indented under their parent, in the order of bodies.
 * STREEK_FIGURE_ERROR_NO_DATA where there are none. @subject: not looked at */
StreekMatrix *streek_body_matrix_new (const StreekRecordView *view, gint64 subject, GError **error);
/* Members by partnerships, with their role and when; above them how many are entered of how many.
 * Columns are "body:ID" and "organisation:ID". STREEK_FIGURE_ERROR_NO_DATA where there are none. */
StreekMatrix *
streek_member_matrix_new (const StreekRecordView *view, gint64 subject, GError **error);
