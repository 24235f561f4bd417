/* streek-matrix-draft.c: a matrix of records while it is put together */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "workspace/streek-matrix-draft.h"

#include "actor/streek-document.h"
#include "plan/streek-pact.h"
#include "plan/streek-year-programme.h"
#include "record/streek-record-cited.h"
#include "record/streek-record-portrait.h"

#include <glib/gi18n-lib.h>

/* Takes @text. */
static void
append_part (GString *context, char *text)
{
  if (text != NULL && *text != '\0')
    g_string_append_printf (context, "%s%s", context->len > 0 ? " · " : "", text);

  g_free (text);
}

char *
streek_plan_dup_context (const StreekRecordView *view, const StreekRecordKind *kind, gint64 id)
{
  g_return_val_if_fail (view != NULL, NULL);

  const StreekRecord *subject =
    kind != NULL ? streek_records_find (streek_record_view_get_records (view), kind, id) : NULL;
  g_autoptr (GString) context = g_string_new (NULL);
  g_autofree char *today =
    streek_format_date (streek_record_view_get_format (view), streek_record_view_get_today (view));

  if (subject != NULL && kind == &streek_pact_kind)
    {
      append_part (context, streek_record_view_dup_text (view, subject, STREEK_PACT_AREA));
      append_part (
        context, streek_record_view_dup_span (view, subject, STREEK_PACT_STARTS, STREEK_PACT_ENDS));
    }
  else if (subject != NULL && kind == &streek_year_programme_kind)
    {
      append_part (context,
                   streek_record_view_dup_text (view, subject, STREEK_YEAR_PROGRAMME_BODY));
      append_part (context,
                   streek_record_view_dup_text (view, subject, STREEK_YEAR_PROGRAMME_YEAR));
    }

  return context->len > 0
           /* Translators: under a title: %1$s is an area and a period, %2$s a day. */
           ? g_strdup_printf (_ ("%1$s · as known on %2$s"), context->str, today)
           : g_strdup_printf (_ ("As known on %s"), today);
}

/**
 * streek_matrix_draft_new:
 * @title: of the matrix
 * @corner: what its rows are
 *
 * Returns: (transfer full): a matrix without rows and columns
 */
char *
streek_matrix_draft_dup_day (const StreekRecordView *view, StreekDate on)
{
  g_return_val_if_fail (view != NULL, NULL);

  if (on == STREEK_DATE_NONE)
    return NULL;

  g_autofree char *day = streek_format_date (streek_record_view_get_format (view), on);

  /* Translators: under the title of a matrix; %s is the day whose roles it shows. */
  return g_strdup_printf (C_ ("matrix", "As on %s"), day);
}

StreekMatrixDraft *
streek_matrix_draft_new (const char *title, const char *corner)
{
  StreekMatrixDraft *draft = g_new0 (StreekMatrixDraft, 1);

  draft->texts = g_string_chunk_new (1024);
  draft->rows = g_array_new (FALSE, TRUE, sizeof (StreekMatrixRow));
  draft->columns = g_array_new (FALSE, TRUE, sizeof (StreekMatrixColumn));
  draft->cells = g_array_new (FALSE, TRUE, sizeof (StreekMatrixCell));
  draft->categories = g_array_new (FALSE, TRUE, sizeof (StreekMatrixCategory));
  draft->sources = g_ptr_array_new ();
  draft->source_ids = g_ptr_array_new ();
  draft->notes = g_ptr_array_new ();
  draft->spans = g_ptr_array_new_with_free_func (g_free);
  draft->spec.title = streek_matrix_draft_keep (draft, title);
  draft->spec.corner = streek_matrix_draft_keep (draft, corner);

  return draft;
}

void
streek_matrix_draft_free (StreekMatrixDraft *draft)
{
  if (draft == NULL)
    return;

  g_ptr_array_unref (draft->spans);
  g_ptr_array_unref (draft->notes);
  g_ptr_array_unref (draft->sources);
  g_ptr_array_unref (draft->source_ids);
  g_array_unref (draft->categories);
  g_array_unref (draft->cells);
  g_array_unref (draft->columns);
  g_array_unref (draft->rows);
  g_string_chunk_free (draft->texts);
  g_free (draft);
}

const char *
streek_matrix_draft_keep (StreekMatrixDraft *draft, const char *text)
{
  return text != NULL ? g_string_chunk_insert (draft->texts, text) : NULL;
}

const char *
streek_matrix_draft_make_id (StreekMatrixDraft *draft, const StreekRecord *record)
{
  g_autofree char *id = streek_record_dup_place (record);

  return streek_matrix_draft_keep (draft, id);
}

static guint
add_row (
  StreekMatrixDraft *draft, const char *id, const char *name, guint level, gboolean is_heading)
{
  StreekMatrixRow row = {
    .id = streek_matrix_draft_keep (draft, id),
    .name = streek_matrix_draft_keep (draft, name),
    .level = level,
    .is_heading = is_heading,
  };

  g_array_append_val (draft->rows, row);

  return draft->rows->len - 1;
}

guint
streek_matrix_draft_add_row (StreekMatrixDraft *draft,
                             const char *id,
                             const char *name,
                             guint level)
{
  return add_row (draft, id, name, level, FALSE);
}

guint
streek_matrix_draft_add_heading (StreekMatrixDraft *draft, const char *id, const char *name)
{
  return add_row (draft, id, name, 0, TRUE);
}

guint
streek_matrix_draft_add_column (StreekMatrixDraft *draft,
                                const char *id,
                                const char *name,
                                const char *group)
{
  StreekMatrixColumn column = {
    .id = streek_matrix_draft_keep (draft, id),
    .name = streek_matrix_draft_keep (draft, name),
    .group = streek_matrix_draft_keep (draft, group),
  };

  g_array_append_val (draft->columns, column);

  return draft->columns->len - 1;
}

int
streek_matrix_draft_add_category (StreekMatrixDraft *draft, const char *name)
{
  StreekMatrixCategory category = { .name = streek_matrix_draft_keep (draft, name) };

  g_array_append_val (draft->categories, category);

  return (int) draft->categories->len - 1;
}

StreekMatrixCell *
streek_matrix_draft_add_cell (
  StreekMatrixDraft *draft, guint row, guint column, StreekMatrixKind kind, const char *text)
{
  StreekMatrixCell cell = {
    .row = row,
    .column = column,
    .kind = kind,
    .text = streek_matrix_draft_keep (draft, text),
    .category = STREEK_MATRIX_NONE,
    .source = STREEK_MATRIX_NONE,
  };

  g_array_append_val (draft->cells, cell);

  return &g_array_index (draft->cells, StreekMatrixCell, draft->cells->len - 1);
}

void
streek_matrix_draft_mark (StreekMatrixDraft *draft, StreekMatrixCell *cell, const GArray *spans)
{
  if (spans->len == 0)
    return;

  StreekTextSpan *own = g_memdup2 (spans->data, spans->len * sizeof *own);
  g_autofree char *said = streek_text_spans_describe (own, spans->len, cell->text);

  g_ptr_array_add (draft->spans, own);
  cell->spans = own;
  cell->n_spans = spans->len;
  cell->details = streek_matrix_draft_keep (draft, said);
}

void
streek_matrix_draft_explain_marks (StreekMatrixDraft *draft)
{
  if (draft->spans->len > 0)
    streek_matrix_draft_add_note (draft, streek_text_spans_explain ());
}

StreekMatrixCell *
streek_matrix_draft_add_card (StreekMatrixDraft *draft,
                              guint column,
                              guint *n_cards,
                              const char *text)
{
  if (*n_cards == draft->rows->len)
    {
      g_autofree char *id = g_strdup_printf ("card-%u", draft->rows->len + 1);

      streek_matrix_draft_add_row (draft, id, "", 0);
    }

  return streek_matrix_draft_add_cell (draft, (*n_cards)++, column, STREEK_MATRIX_ORDINARY, text);
}

int
streek_matrix_draft_add_source (StreekMatrixDraft *draft,
                                const StreekRecord *document,
                                const char *page)
{
  guint index;

  if (document == NULL)
    return STREEK_MATRIX_NONE;

  g_autofree char *words = streek_document_dup_reference (document, page);

  if (g_ptr_array_find_with_equal_func (draft->sources, words, g_str_equal, &index))
    return (int) index;

  const StreekRecordCited cited = { document, page };
  g_autofree char *place = streek_record_cited_dup_place (&cited);

  g_ptr_array_add (draft->sources, (gpointer) streek_matrix_draft_keep (draft, words));
  g_ptr_array_add (draft->source_ids, (gpointer) streek_matrix_draft_keep (draft, place));

  return (int) draft->sources->len - 1;
}

void
streek_matrix_draft_set_context (StreekMatrixDraft *draft,
                                 const StreekRecordView *view,
                                 const char *opening,
                                 const StreekRecordKind *kind,
                                 gint64 id)
{
  g_autofree char *subject = streek_plan_dup_context (view, kind, id);
  g_autofree char *both = opening != NULL ? g_strdup_printf ("%s · %s", opening, subject) : NULL;

  draft->spec.context = streek_matrix_draft_keep (draft, both != NULL ? both : subject);
}

void
streek_matrix_draft_add_note (StreekMatrixDraft *draft, const char *note)
{
  g_ptr_array_add (draft->notes, (gpointer) streek_matrix_draft_keep (draft, note));
}

/**
 * streek_matrix_draft_end:
 * @error: return location for %STREEK_FIGURE_ERROR_NO_DATA
 *
 * Returns: (transfer full): what the draft says, or %NULL with @error set where it has no rows or
 * no columns
 */
StreekMatrix *
streek_matrix_draft_end (StreekMatrixDraft *draft, GError **error)
{
  StreekMatrixSpec *spec = &draft->spec;

  g_ptr_array_add (draft->notes, NULL);
  spec->notes = draft->notes->len > 1 ? (const char *const *) draft->notes->pdata : NULL;
  spec->rows = (const StreekMatrixRow *) draft->rows->data;
  spec->n_rows = draft->rows->len;
  spec->columns = (const StreekMatrixColumn *) draft->columns->data;
  spec->n_columns = draft->columns->len;
  spec->cells = (const StreekMatrixCell *) draft->cells->data;
  spec->n_cells = draft->cells->len;
  spec->categories = (const StreekMatrixCategory *) draft->categories->data;
  spec->n_categories = draft->categories->len;
  spec->sources = (const char *const *) draft->sources->pdata;
  spec->source_ids = (const char *const *) draft->source_ids->pdata;
  spec->n_sources = draft->sources->len;

  return streek_matrix_new (spec, error);
}
