/* streek-plan-matrices.h: roles, obligations, policy frames and other plans as matrices */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/streek-date.h"
#include "figure/streek-matrix.h"
#include "record/streek-record-view.h"

/* Ids of rows and columns are "KIND:ID" of a record, or a word of the matrix's own. Each is
 * STREEK_FIGURE_ERROR_NO_DATA where there is nothing to set beside each other; any thread. */

/* Themes by bodies: what each does in general and in each theme, and how heavily a theme weighs.
 * @kind: (nullable): only bodies of that kind ("resoc"); NULL: all that have roles. @on: the bodies
 * of that day and what held then; NONE: all that is said, with its days. */
StreekMatrix *streek_role_matrix_new (const StreekRecordView *view,
                                      const char *kind,
                                      StreekDate on,
                                      GError **error);
/* What was changed in a plan, under its chapters and in order of decision. */
StreekMatrix *
streek_adjustment_matrix_new (const StreekRecordView *view, gint64 pact, GError **error);
/* Themes by bodies: how heavily each weighs, also for bodies of which no role is known. @on: as of
 * roles; NONE: by what was said last */
StreekMatrix *
streek_weight_matrix_new (const StreekRecordView *view, StreekDate on, GError **error);
/* Obligations of a plan by years, with accents, what meets them, and red gaps. */
StreekMatrix *
streek_obligation_matrix_new (const StreekRecordView *view, gint64 pact, GError **error);
/* Actions of a plan by the parts of policy frames; columns that nothing serves stay. What a goal
 * serves stands in its own row too, and its actions inherit it. @frame: 0: all frames of fields of
 * action and objectives */
StreekMatrix *
streek_frame_matrix_new (const StreekRecordView *view, gint64 pact, gint64 frame, GError **error);
/* Items of a plan by other plans: their codes. */
StreekMatrix *
streek_concordance_matrix_new (const StreekRecordView *view, gint64 pact, GError **error);
/* How many actions of a plan name each instrument, by its chapters; the most frequent first, also
 * those that none names. */
StreekMatrix *
streek_instrument_matrix_new (const StreekRecordView *view, gint64 pact, GError **error);
/* The actions of a year as cards under their statuses. */
StreekMatrix *
streek_year_board_new (const StreekRecordView *view, gint64 programme, GError **error);
/* The lines of the SWOT of a plan as cards under strengths, weaknesses, opportunities and threats.
 */
StreekMatrix *streek_swot_board_new (const StreekRecordView *view, gint64 pact, GError **error);
/* The actions of a plan by the criteria of its touchstone, the highest mean first: Σ weight × score
 * over Σ weight, of 0 to 5. What is not scored on every criterion comes after what is, and says how
 * many it has. */
StreekMatrix *streek_score_matrix_new (const StreekRecordView *view, gint64 pact, GError **error);
/* What was done for a plan in a period, by its actions, its projects and its body, and of what
 * nothing was heard. */
StreekMatrix *streek_progress_matrix_new (const StreekRecordView *view,
                                          gint64 pact,
                                          StreekInterval period,
                                          GError **error);
/* The same for a body, by all plans that its year programmes draw from. */
StreekMatrix *streek_body_progress_matrix_new (const StreekRecordView *view,
                                               gint64 body,
                                               StreekInterval period,
                                               GError **error);
/* A frozen report, as it was frozen. */
StreekMatrix *
streek_frozen_progress_matrix_new (const StreekRecordView *view, gint64 report, GError **error);
/* What would be different in a frozen report if it were put together today: was and is now. */
StreekMatrix *
streek_progress_since_matrix_new (const StreekRecordView *view, gint64 report, GError **error);
/* What is different between a frozen report and the one before it: an earlier version, or that of
 * the period before, of which only where things stood is told. */
StreekMatrix *
streek_progress_before_matrix_new (const StreekRecordView *view, gint64 report, GError **error);
/* The same between what is known today of a period and the newest frozen report. */
StreekMatrix *streek_progress_news_matrix_new (const StreekRecordView *view,
                                               gint64 pact,
                                               StreekInterval period,
                                               GError **error);
StreekMatrix *streek_body_progress_news_matrix_new (const StreekRecordView *view,
                                                    gint64 body,
                                                    StreekInterval period,
                                                    GError **error);
