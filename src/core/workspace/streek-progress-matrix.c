/* streek-progress-matrix.c: a progress report as it is shown and printed, of now or frozen */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "workspace/streek-plan-matrices.h"

#include "body/streek-body.h"
#include "figure/streek-figure.h"
#include "plan/streek-pact.h"
#include "plan/streek-report-periods.h"
#include "project/streek-fund.h"
#include "project/streek-project-funds.h"
#include "project/streek-project.h"
#include "record/streek-record-portrait.h"
#include "workspace/streek-matrix-draft.h"
#include "workspace/streek-progress-content.h"

#include <glib/gi18n-lib.h>

enum
{
  COLUMN_DONE,
  COLUMN_CHANGED,
  COLUMN_STATE,
  N_COLUMNS,
};

typedef struct
{
  const StreekProgressContent *content;
  const StreekFormat *format;
  const StreekRecords *records;
  StreekMatrixDraft *draft;
} Page;

static guint
get_column (const StreekProgressLine *line)
{
  gboolean is_state = line->what == STREEK_PROGRESS_STATE || line->what == STREEK_PROGRESS_TARGET;

  return line->what == STREEK_PROGRESS_CHANGE ? COLUMN_CHANGED
         : is_state                           ? COLUMN_STATE
                                              : COLUMN_DONE;
}

static void
add_cells (const Page *page, guint at, const StreekProgressRow *row)
{
  for (guint column = 0; column < N_COLUMNS; column++)
    {
      g_autoptr (StreekMarkedText) text = streek_marked_text_new ();

      for (guint i = 0; i < row->lines->len; i++)
        {
          const StreekProgressLine *line = &g_array_index (row->lines, StreekProgressLine, i);

          if (get_column (line) != column)
            continue;

          streek_marked_text_append (text, text->text->len > 0 ? "\n" : "", NULL);
          streek_progress_line_append_to (line, row->section, page->format, text);
        }

      if (text->text->len > 0)
        streek_matrix_draft_mark (page->draft,
                                  streek_matrix_draft_add_cell (page->draft, at, column,
                                                                STREEK_MATRIX_ORDINARY,
                                                                text->text->str),
                                  text->spans);
    }
}

/* (nullable): what stands over the rows of a section; those of the plan stand under its chapters */
static const char *
get_heading (const StreekProgressRow *row)
{
  if (row->is_late)
    return C_ ("progress", "Came in later: not yet known in the report before");

  switch (row->section)
    {
    case STREEK_PROGRESS_ITEMS:
      return row->chapter;
    case STREEK_PROGRESS_AD_HOC:
      return C_ ("progress", "Ad hoc");
    case STREEK_PROGRESS_PROJECTS:
      return C_ ("progress", "Projects");
    case STREEK_PROGRESS_EVENTS:
      return C_ ("progress", "Events");
    case STREEK_PROGRESS_SILENT:
      return C_ ("progress", "Without news");
    case STREEK_PROGRESS_TARGETS:
      return C_ ("progress", "Targets");
    case STREEK_PROGRESS_PLAN:
    case STREEK_N_PROGRESS_SECTIONS:
    default:
      return NULL;
    }
}

/* (transfer full): what stands under no chapter of a plan says of which plan it is */
static char *
dup_name (const StreekProgressContent *content, const StreekProgressRow *row)
{
  if (row->section == STREEK_PROGRESS_PLAN && content->of.pact != 0)
    return g_strdup (C_ ("progress", "The plan itself"));

  return (row->section != STREEK_PROGRESS_ITEMS || row->is_late) && row->chapter != NULL
           ? g_strdup_printf ("%s › %s", row->chapter, row->title)
           : g_strdup (row->title);
}

static void
add_rows (const Page *page)
{
  const char *former = NULL;

  for (guint i = 0; i < page->content->rows->len; i++)
    {
      const StreekProgressRow *row = page->content->rows->pdata[i];
      const char *heading = get_heading (row);
      g_autofree char *name = dup_name (page->content, row);
      g_autofree char *id = g_strdup_printf ("heading-%u", i);

      if (heading != NULL && g_strcmp0 (heading, former) != 0)
        streek_matrix_draft_add_heading (page->draft, id, heading);
      former = heading;

      guint at = streek_matrix_draft_add_row (page->draft, row->subject, name, 0);

      if (row->section == STREEK_PROGRESS_SILENT)
        streek_matrix_draft_add_cell (page->draft, at, COLUMN_DONE, STREEK_MATRIX_MUTED, NULL);
      else
        add_cells (page, at, row);
    }
}

/* Notes */

/* Of what ran in the period or was heard of: what came in late is of another one, events, targets
 * and changes of the plan itself do not run. */
static void
add_coverage (const Page *page)
{
  guint n_known = 0, n_silent = 0;

  for (guint i = 0; i < page->content->rows->len; i++)
    {
      const StreekProgressRow *row = page->content->rows->pdata[i];

      n_known += !row->is_late && row->section != STREEK_PROGRESS_PLAN &&
                 row->section != STREEK_PROGRESS_EVENTS && row->section != STREEK_PROGRESS_TARGETS;
      n_silent += row->section == STREEK_PROGRESS_SILENT;
    }

  g_autofree char *coverage = g_strdup_printf (
    ngettext ("Of %2$u action or project that ran in this period or has news of it, %1$u has news.",
              "Of %2$u actions and projects that ran in this period or have news of it, %1$u have "
              "news.",
              n_known),
    n_known - n_silent, n_known);

  streek_matrix_draft_add_note (page->draft, coverage);
}

static gboolean
has_row (const StreekProgressContent *content, gboolean is_late, StreekProgressSection section)
{
  for (guint i = 0; i < content->rows->len; i++)
    {
      const StreekProgressRow *row = content->rows->pdata[i];

      if (is_late ? row->is_late : row->section == section)
        return TRUE;
    }

  return FALSE;
}

/* Who pays for what is told here is named, in the words that they ask, each once. Of a frozen
 * report too: it is no part of what was reported. */
static void
add_support (const Page *page)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < page->content->rows->len; i++)
    {
      const StreekProgressRow *row = page->content->rows->pdata[i];
      const StreekRecord *project =
        streek_records_find_place (page->records, &streek_project_kind, row->subject);
      g_autoptr (GPtrArray) funds =
        project != NULL ? streek_project_list_funds (page->records, project) : g_ptr_array_new ();

      for (guint j = 0; j < funds->len; j++)
        {
          const char *words = streek_record_get_text (funds->pdata[j], STREEK_FUND_ACKNOWLEDGEMENT);

          if (words != NULL && g_hash_table_add (seen, funds->pdata[j]))
            streek_matrix_draft_add_note (page->draft, words);
        }
    }
}

static void
add_notes (const Page *page)
{
  const StreekProgressContent *content = page->content;

  add_coverage (page);
  if (has_row (content, TRUE, STREEK_PROGRESS_PLAN))
    streek_matrix_draft_add_note (
      page->draft, _ ("What came in later is of a time that was reported on already: when that "
                      "report was frozen it was not known."));
  streek_matrix_draft_explain_marks (page->draft);
  streek_matrix_draft_add_note (
    page->draft, _ ("Where it stood is what the last update up to the end of the period says, "
                    "whatever was reported since."));

  if (has_row (content, FALSE, STREEK_PROGRESS_TARGETS))
    {
      g_autofree char *day = streek_format_date (page->format, content->known_on);
      /* Translators: %s is a day. */
      g_autofree char *words = g_strdup_printf (
        _ ("Targets: as known on %s; the period that a value is of stands behind it."), day);

      streek_matrix_draft_add_note (page->draft, words);
    }

  if (content->period.to > content->known_on)
    {
      g_autofree char *day = streek_format_date (page->format, content->known_on);
      /* Translators: %s is a day. */
      g_autofree char *words =
        content->report != 0 ? g_strdup_printf (_ ("The period was not over: as known on %s."), day)
                             : g_strdup_printf (_ ("The period is not over: as known on %s."), day);

      streek_matrix_draft_add_note (page->draft, words);
    }

  if (content->note != NULL)
    {
      /* Translators: %s is a text of a person's own. */
      g_autofree char *words = g_strdup_printf (_ ("Remark: %s"), content->note);

      streek_matrix_draft_add_note (page->draft, words);
    }
}

/* What stands under the title */

char *
streek_progress_content_dup_context (const StreekProgressContent *content,
                                     const StreekFormat *format)
{
  g_return_val_if_fail (content != NULL, NULL);

  g_autofree char *period = streek_report_period_dup_name (content->period, format);
  g_autofree char *day = streek_format_date (format, content->known_on);

  if (content->report == 0)
    /* Translators: %1$s is a period, %2$s a day. */
    return g_strdup_printf (_ ("%1$s · as known on %2$s"), period, day);
  if (content->frozen_by == NULL)
    /* Translators: %1$s is a period, %2$s a day. */
    return g_strdup_printf (_ ("%1$s · as known and frozen on %2$s"), period, day);

  /* Translators: %1$s is a period, %2$s a day, %3$s a function: “the coordinator”. */
  return g_strdup_printf (_ ("%1$s · as known and frozen on %2$s by %3$s"), period, day,
                          content->frozen_by);
}

static StreekMatrix *
lay_out (const StreekProgressContent *content,
         const char *context,
         const StreekRecordView *view,
         GError **error)
{
  /* Translators: the title of a table; %s is a plan. */
  g_autofree char *title = g_strdup_printf (_ ("%s: progress"), content->plan_title);
  g_autoptr (StreekMatrixDraft) draft =
    streek_matrix_draft_new (title, C_ ("matrix", "Action or project"));
  Page page = { content, streek_record_view_get_format (view),
                streek_record_view_get_records (view), draft };

  streek_matrix_draft_add_column (draft, "done", C_ ("progress", "What was done"), NULL);
  streek_matrix_draft_add_column (draft, "changed", C_ ("progress", "What was changed"), NULL);
  streek_matrix_draft_add_column (draft, "state", C_ ("progress", "Where it stood"), NULL);
  draft->spec.context = context;
  draft->spec.kind_names[STREEK_MATRIX_MUTED] = C_ ("progress", "Nothing was reported");
  add_rows (&page);
  add_notes (&page);
  add_support (&page);

  return streek_matrix_draft_end (draft, error);
}

/* (transfer full) (nullable): of which area a plan or a body is */
static char *
dup_area (const StreekRecordView *view, StreekReportOf of)
{
  StreekRecords *records = streek_record_view_get_records (view);
  const StreekRecord *record = of.pact != 0
                                 ? streek_records_find (records, &streek_pact_kind, of.pact)
                                 : streek_records_find (records, &streek_body_kind, of.body);
  guint field = of.pact != 0 ? STREEK_PACT_AREA : STREEK_BODY_AREA;

  return record != NULL && streek_record_has (record, field)
           ? streek_record_view_dup_text (view, record, field)
           : NULL;
}

static StreekMatrix *
lay_out_now (const StreekRecordView *view, StreekReportOf of, StreekInterval period, GError **error)
{
  const StreekFormat *format = streek_record_view_get_format (view);
  g_autoptr (StreekProgressContent) content =
    streek_progress_content_gather_with_targets (view, of, period);
  g_autofree char *context = streek_progress_content_dup_context (content, format);
  g_autofree char *area = dup_area (view, of);
  g_autofree char *whole = area != NULL ? g_strdup_printf ("%s · %s", area, context) : NULL;

  return lay_out (content, whole != NULL ? whole : context, view, error);
}

/**
 * streek_progress_matrix_new:
 * @pact: a plan
 * @period: its days; streek_report_periods_list() has those over which the plan is reported
 * @error: return location for %STREEK_FIGURE_ERROR_NO_DATA: nothing ran, and nothing was reported
 *
 * What streek_progress_content_gather() says, as it is known today.
 */
StreekMatrix *
streek_progress_matrix_new (const StreekRecordView *view,
                            gint64 pact,
                            StreekInterval period,
                            GError **error)
{
  g_return_val_if_fail (view != NULL, NULL);

  return lay_out_now (view, streek_report_of_plan (pact), period, error);
}

StreekMatrix *
streek_body_progress_matrix_new (const StreekRecordView *view,
                                 gint64 body,
                                 StreekInterval period,
                                 GError **error)
{
  g_return_val_if_fail (view != NULL, NULL);

  return lay_out_now (view, streek_report_of_body (body), period, error);
}

/**
 * streek_frozen_progress_matrix_new:
 * @report: a frozen report
 * @error: return location for %STREEK_FIGURE_ERROR_NO_DATA: it was empty, or there is no such
 *
 * The report as it was frozen: nothing that was entered since is looked at, but for the words in
 * which who pays for its projects is named.
 */
StreekMatrix *
streek_frozen_progress_matrix_new (const StreekRecordView *view, gint64 report, GError **error)
{
  g_return_val_if_fail (view != NULL, NULL);

  const StreekFormat *format = streek_record_view_get_format (view);
  g_autoptr (StreekProgressContent) content =
    streek_progress_content_read (streek_record_view_get_records (view), report);

  if (content == NULL)
    {
      g_set_error_literal (error, STREEK_FIGURE_ERROR, STREEK_FIGURE_ERROR_NO_DATA,
                           _ ("This report is not there any more."));
      return NULL;
    }

  g_autofree char *context = streek_progress_content_dup_context (content, format);

  return lay_out (content, context, view, error);
}
