/* streek-matrix-draft.h: a matrix of records while it is put together */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "figure/streek-matrix.h"
#include "record/streek-record-view.h"

/* Owns what it is told; of one thread. */
typedef struct
{
  StreekMatrixSpec spec; /* title, context, notes and corner are set by who makes it: lent */
  GStringChunk *texts;
  GArray *rows;          /* StreekMatrixRow */
  GArray *columns;       /* StreekMatrixColumn */
  GArray *cells;         /* StreekMatrixCell */
  GArray *categories;    /* StreekMatrixCategory */
  GPtrArray *sources;    /* utf8, each once */
  GPtrArray *source_ids; /* utf8: the place of each */
  GPtrArray *notes;      /* utf8 */
  GPtrArray *spans;      /* those of a cell each, owned */
} StreekMatrixDraft;

/* (transfer full): of which area and period a plan is, or of which body and year a programme, and
 * of which day what is known: "Westhoek · 2013 – 2018 · as known on 3 maart 2026". @kind: of what
 * @id is; where it is neither, or not there, the day alone */
char *
streek_plan_dup_context (const StreekRecordView *view, const StreekRecordKind *kind, gint64 id);

/* (transfer full) (nullable): "As on 1 January 2010", for its context; NULL for no day */
char *streek_matrix_draft_dup_day (const StreekRecordView *view, StreekDate on);

StreekMatrixDraft *streek_matrix_draft_new (const char *title, const char *corner);
void streek_matrix_draft_free (StreekMatrixDraft *draft);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StreekMatrixDraft, streek_matrix_draft_free)

const char *streek_matrix_draft_keep (StreekMatrixDraft *draft, const char *text);
/* "KIND:ID", what a click on a row, a column or a cell opens. */
const char *streek_matrix_draft_make_id (StreekMatrixDraft *draft, const StreekRecord *record);
/* Texts are copied. Each returns its index. */
guint streek_matrix_draft_add_row (StreekMatrixDraft *draft,
                                   const char *id,
                                   const char *name,
                                   guint level);
guint streek_matrix_draft_add_heading (StreekMatrixDraft *draft, const char *id, const char *name);
guint streek_matrix_draft_add_column (StreekMatrixDraft *draft,
                                      const char *id,
                                      const char *name,
                                      const char *group);
int streek_matrix_draft_add_category (StreekMatrixDraft *draft, const char *name);
/* The cell, to be changed further; valid until the next one is added. */
StreekMatrixCell *streek_matrix_draft_add_cell (
  StreekMatrixDraft *draft, guint row, guint column, StreekMatrixKind kind, const char *text);
/* Marks words (StreekTextSpan) of the text of @cell, which was just added, and says in its details
 * which they are. */
void
streek_matrix_draft_mark (StreekMatrixDraft *draft, StreekMatrixCell *cell, const GArray *spans);
/* A note on what the marks mean, where there are any. */
void streek_matrix_draft_explain_marks (StreekMatrixDraft *draft);
/* On a board: the cell below the last card of a column. @n_cards: (inout): of that column */
StreekMatrixCell *streek_matrix_draft_add_card (StreekMatrixDraft *draft,
                                                guint column,
                                                guint *n_cards,
                                                const char *text);
/* A document and a page as one of the numbered sources; STREEK_MATRIX_NONE without a document. */
int streek_matrix_draft_add_source (StreekMatrixDraft *draft,
                                    const StreekRecord *document,
                                    const char *page);
/* What stands under its title: @opening (nullable), and what streek_plan_dup_context() says. */
void streek_matrix_draft_set_context (StreekMatrixDraft *draft,
                                      const StreekRecordView *view,
                                      const char *opening,
                                      const StreekRecordKind *kind,
                                      gint64 id);
void streek_matrix_draft_add_note (StreekMatrixDraft *draft, const char *note);

StreekMatrix *streek_matrix_draft_end (StreekMatrixDraft *draft, GError **error);
