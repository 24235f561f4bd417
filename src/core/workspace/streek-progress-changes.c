/* streek-progress-changes.c: what is different between two progress reports */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "workspace/streek-plan-matrices.h"

#include "figure/streek-figure.h"
#include "plan/streek-report-periods.h"
#include "workspace/streek-matrix-draft.h"
#include "workspace/streek-progress-content.h"

#include <glib/gi18n-lib.h>
#include <math.h>

enum
{
  COLUMN_WAS,
  COLUMN_IS,
};

static gboolean
are_same_numbers (double a, double b)
{
  return (isnan (a) && isnan (b)) || a == b;
}

static gboolean
are_same_texts (const char *a, const char *b)
{
  return g_strcmp0 (a != NULL ? a : "", b != NULL ? b : "") == 0;
}

/* @a, @b: (nullable) */
static gboolean
are_same_targets (const StreekTargetState *a, const StreekTargetState *b)
{
  return a != NULL && b != NULL ? streek_target_state_equal (a, b) : a == b;
}

/* By what they say, not by the words in which it is said. */
static gboolean
are_same_lines (const StreekProgressLine *a, const StreekProgressLine *b)
{
  return a->what == b->what && a->day == b->day && are_same_texts (a->part, b->part) &&
         are_same_texts (a->text, b->text) && are_same_texts (a->old_text, b->old_text) &&
         are_same_texts (a->reason, b->reason) && are_same_texts (a->status, b->status) &&
         are_same_numbers (a->percent, b->percent) &&
         are_same_numbers (a->attendance, b->attendance) && are_same_targets (a->target, b->target);
}

/* Two periods tell of other things; where those stood can be held against each other. */
static gboolean
are_of_one_period (const StreekProgressContent *was, const StreekProgressContent *is)
{
  return was->period.from == is->period.from && was->period.to == is->period.to;
}

static gboolean
counts (const StreekProgressLine *line, gboolean states_only)
{
  return !states_only || line->what == STREEK_PROGRESS_STATE ||
         line->what == STREEK_PROGRESS_NOTHING || line->what == STREEK_PROGRESS_TARGET;
}

/* Returns: (transfer container) (element-type StreekProgressLine): those of @row that @other does
 * not say, as often as it does not; @other: (nullable) */
static GPtrArray *
list_own (const StreekProgressRow *row, const StreekProgressRow *other, gboolean states_only)
{
  GPtrArray *own = g_ptr_array_new ();
  g_autofree gboolean *taken = g_new0 (gboolean, other != NULL ? other->lines->len + 1 : 1);

  for (guint i = 0; i < row->lines->len; i++)
    {
      StreekProgressLine *line = &g_array_index (row->lines, StreekProgressLine, i);
      gboolean is_said = FALSE;

      for (guint j = 0; other != NULL && j < other->lines->len && !is_said; j++)
        {
          is_said = !taken[j] &&
                    are_same_lines (line, &g_array_index (other->lines, StreekProgressLine, j));
          taken[j] = taken[j] || is_said;
        }

      if (!is_said && counts (line, states_only))
        g_ptr_array_add (own, line);
    }

  return own;
}

/* A chapter is of the plan; who is silent stands under none. */
static gboolean
is_moved (const StreekProgressRow *a, const StreekProgressRow *b)
{
  return a->section == STREEK_PROGRESS_ITEMS && b->section == STREEK_PROGRESS_ITEMS &&
         !are_same_texts (a->chapter, b->chapter);
}

/* Of two periods nobody asks what things were called. */
static gboolean
are_different (const StreekProgressRow *was, const StreekProgressRow *is, gboolean states_only)
{
  g_autoptr (GPtrArray) gone = list_own (was, is, states_only);
  g_autoptr (GPtrArray) come = list_own (is, was, states_only);

  return gone->len > 0 || come->len > 0 ||
         (!states_only && (!are_same_texts (was->title, is->title) || is_moved (was, is)));
}

/* (transfer full): what a row is about, and whether it is of these days or came in late */
static char *
make_key (const StreekProgressRow *row)
{
  return g_strconcat (row->is_late ? "late " : "", row->subject, NULL);
}

static StreekProgressRow *
find_row (GHashTable *rows, const StreekProgressRow *row)
{
  g_autofree char *key = make_key (row);

  return g_hash_table_lookup (rows, key);
}

/* Returns: (transfer container) (element-type utf8 StreekProgressRow): by make_key() */
static GHashTable *
index_rows (const StreekProgressContent *content)
{
  GHashTable *rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < content->rows->len; i++)
    {
      StreekProgressRow *row = content->rows->pdata[i];

      g_hash_table_insert (rows, make_key (row), row);
    }

  return rows;
}

/* The rows of three lists: only in @is, only in @was, and the pairs that differ. */
typedef struct
{
  GPtrArray *added;
  GPtrArray *removed;
  GPtrArray *before; /* of what was changed */
  GPtrArray *after;  /* the same, in the same order */
} Differences;

static void
differences_clear (Differences *self)
{
  g_ptr_array_unref (self->added);
  g_ptr_array_unref (self->removed);
  g_ptr_array_unref (self->before);
  g_ptr_array_unref (self->after);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Differences, differences_clear)

/* What came in late is of no interest between two periods: the one before did not know it. Targets
 * are held against each other where both reports have them. */
static gboolean
is_compared (const StreekProgressRow *row, gboolean states_only, gboolean with_targets)
{
  return (!states_only || !row->is_late) &&
         (with_targets || row->section != STREEK_PROGRESS_TARGETS);
}

static void
differences_find (Differences *self,
                  const StreekProgressContent *was,
                  const StreekProgressContent *is)
{
  g_autoptr (GHashTable) rows_was = index_rows (was);
  g_autoptr (GHashTable) rows_is = index_rows (is);
  gboolean states_only = !are_of_one_period (was, is);
  gboolean with_targets = was->has_targets && is->has_targets;

  *self =
    (Differences){ g_ptr_array_new (), g_ptr_array_new (), g_ptr_array_new (), g_ptr_array_new () };

  for (guint i = 0; i < is->rows->len; i++)
    {
      StreekProgressRow *after = is->rows->pdata[i];
      StreekProgressRow *before = find_row (rows_was, after);

      if (!is_compared (after, states_only, with_targets))
        continue;
      if (before == NULL)
        g_ptr_array_add (self->added, after);
      else if (are_different (before, after, states_only))
        {
          g_ptr_array_add (self->before, before);
          g_ptr_array_add (self->after, after);
        }
    }

  for (guint i = 0; i < was->rows->len; i++)
    {
      StreekProgressRow *before = was->rows->pdata[i];

      if (is_compared (before, states_only, with_targets) && find_row (rows_is, before) == NULL)
        g_ptr_array_add (self->removed, before);
    }
}

StreekProgressDifference
streek_progress_content_compare (const StreekProgressContent *was, const StreekProgressContent *is)
{
  g_return_val_if_fail (was != NULL && is != NULL, (StreekProgressDifference){ 0 });

  g_auto (Differences) found = { NULL };

  differences_find (&found, was, is);

  return (StreekProgressDifference){ found.added->len, found.removed->len, found.after->len };
}

/* As a table */

typedef struct
{
  const StreekProgressContent *was;
  const StreekProgressContent *is;
  const StreekFormat *format;
  gboolean states_only;
  StreekMatrixDraft *draft;
} Page;

static void
begin_line (StreekMarkedText *text)
{
  streek_marked_text_append (text, text->text->len > 0 ? "\n" : "", NULL);
}

/* What kind of thing is said is in the head of its column there; here it is in front. */
static void
append_line (const Page *page,
             StreekMarkedText *text,
             const StreekProgressRow *row,
             const StreekProgressLine *line)
{
  g_autoptr (StreekMarkedText) bare = streek_marked_text_new ();
  /* Translators: %s is a status, a percentage and a day. */
  const char *frame = line->what == STREEK_PROGRESS_STATE && !page->states_only
                        ? _ ("Where it stood: %s")
                      /* Translators: %s is a day, old words and new ones. */
                      : line->what == STREEK_PROGRESS_CHANGE ? _ ("Changed: %s")
                                                             : "%s";

  begin_line (text);
  streek_progress_line_append_to (line, row->section, page->format, bare);
  streek_marked_text_append_in (text, frame, bare->text->str, bare->spans);
}

/* Returns: (transfer full) */
static StreekMarkedText *
describe_lines (const Page *page, const StreekProgressRow *row, const StreekProgressRow *other)
{
  g_autoptr (GPtrArray) own = list_own (row, other, page->states_only);
  StreekMarkedText *text = streek_marked_text_new ();

  if (other != NULL && !page->states_only && !are_same_texts (row->title, other->title))
    /* Translators: %s is a title. */
    streek_marked_text_append_in (text, _ ("Called “%s”"), row->title, NULL);
  if (other != NULL && !page->states_only && is_moved (row, other))
    {
      begin_line (text);
      if (row->chapter != NULL)
        /* Translators: %s is a chapter of a plan. */
        streek_marked_text_append_in (text, _ ("Under “%s”"), row->chapter, NULL);
      else
        streek_marked_text_append (text, _ ("Under no chapter"), NULL);
    }

  for (guint i = 0; i < own->len; i++)
    append_line (page, text, row, own->pdata[i]);

  if (text->text->len == 0 && other == NULL)
    streek_marked_text_append (text, _ ("In the report, without a status"), NULL);

  return text;
}

/* @row: (nullable): not in that report; @other: (nullable): in the other one */
static void
add_cell (const Page *page,
          guint at,
          guint column,
          const StreekProgressRow *row,
          const StreekProgressRow *other)
{
  g_autoptr (StreekMarkedText) text = row != NULL ? describe_lines (page, row, other) : NULL;

  if (row == NULL)
    streek_matrix_draft_add_cell (page->draft, at, column, STREEK_MATRIX_MUTED, NULL);
  else if (text->text->len > 0)
    streek_matrix_draft_mark (page->draft,
                              streek_matrix_draft_add_cell (
                                page->draft, at, column, STREEK_MATRIX_ORDINARY, text->text->str),
                              text->spans);
}

/* @before, @after: (nullable): the rows of one of the two are NULL where they are not in it */
static void
add_rows (const Page *page,
          const char *id,
          const char *heading,
          const GPtrArray *before,
          const GPtrArray *after)
{
  const GPtrArray *rows = after != NULL ? after : before;

  if (rows->len > 0)
    streek_matrix_draft_add_heading (page->draft, id, heading);

  for (guint i = 0; i < rows->len; i++)
    {
      const StreekProgressRow *was = before != NULL ? before->pdata[i] : NULL;
      const StreekProgressRow *is = after != NULL ? after->pdata[i] : NULL;
      const StreekProgressRow *row = is != NULL ? is : was;
      /* Translators: %s is an action, a project or an event. */
      g_autofree char *late =
        row->is_late ? g_strdup_printf (_ ("%s (came in later)"), row->title) : NULL;
      guint at = streek_matrix_draft_add_row (page->draft, row->subject,
                                              late != NULL ? late : row->title, 0);

      add_cell (page, at, COLUMN_WAS, was, is);
      add_cell (page, at, COLUMN_IS, is, was);
    }
}

/* What stands over a column: the day, and the period where they have two. */
static char *
dup_name (const Page *page, const StreekProgressContent *content)
{
  g_autofree char *day = streek_format_date (page->format, content->known_on);
  g_autofree char *period = streek_report_period_dup_name (content->period, page->format);
  g_autofree char *name =
    content->report == 0
      /* Translators: %s is a day. */
      ? g_strdup_printf (_ ("As known on %s"), day)
      /* Translators: of a report: %1$d is a number from 1, %2$s a day. */
      : g_strdup_printf (_ ("Version %1$d, frozen on %2$s"), (int) content->version, day);

  return page->states_only ? g_strdup_printf ("%s · %s", period, name) : g_steal_pointer (&name);
}

static void
add_notes (const Page *page, const Differences *found)
{
  g_autofree char *added = g_strdup_printf (
    ngettext ("%u action, project, event or target is new.",
              "%u actions, projects, events and targets are new.", found->added->len),
    found->added->len);
  g_autofree char *removed = g_strdup_printf (
    ngettext ("%u action, project, event or target is no longer in it.",
              "%u actions, projects, events and targets are no longer in it.", found->removed->len),
    found->removed->len);
  g_autofree char *changed = g_strdup_printf (
    ngettext ("%u action, project, event or target says something else.",
              "%u actions, projects, events and targets say something else.", found->after->len),
    found->after->len);

  if (found->added->len > 0)
    streek_matrix_draft_add_note (page->draft, added);
  if (found->removed->len > 0)
    streek_matrix_draft_add_note (page->draft, removed);
  if (found->after->len > 0)
    streek_matrix_draft_add_note (page->draft, changed);
  streek_matrix_draft_explain_marks (page->draft);
  if (page->states_only)
    streek_matrix_draft_add_note (
      page->draft, _ ("Two periods tell of other things: only where those stood is compared."));
}

static StreekMatrix *
lay_out (const StreekProgressContent *was,
         const StreekProgressContent *is,
         const char *title,
         const StreekFormat *format,
         GError **error)
{
  g_autoptr (StreekMatrixDraft) draft =
    streek_matrix_draft_new (title, C_ ("matrix", "Action or project"));
  Page page = { was, is, format, !are_of_one_period (was, is), draft };
  g_autofree char *name_was = dup_name (&page, was);
  g_autofree char *name_is = dup_name (&page, is);
  g_autofree char *context = streek_report_period_dup_name (is->period, format);
  g_auto (Differences) found = { NULL };

  differences_find (&found, was, is);
  if (found.added->len + found.removed->len + found.after->len == 0)
    {
      g_set_error_literal (error, STREEK_FIGURE_ERROR, STREEK_FIGURE_ERROR_NO_DATA,
                           _ ("Nothing is different."));
      return NULL;
    }

  streek_matrix_draft_add_column (draft, "was", name_was, NULL);
  streek_matrix_draft_add_column (draft, "is", name_is, NULL);
  draft->spec.context = context;
  draft->spec.kind_names[STREEK_MATRIX_MUTED] = C_ ("progress", "Not in this report");
  add_rows (&page, "changed", C_ ("progress", "Says something else"), found.before, found.after);
  add_rows (&page, "added", C_ ("progress", "New"), NULL, found.added);
  add_rows (&page, "removed", C_ ("progress", "No longer in it"), found.removed, NULL);
  add_notes (&page, &found);

  return streek_matrix_draft_end (draft, error);
}

static StreekMatrix *
miss (GError **error)
{
  g_set_error_literal (error, STREEK_FIGURE_ERROR, STREEK_FIGURE_ERROR_NO_DATA,
                       _ ("There is no frozen report to compare with."));

  return NULL;
}

static StreekMatrix *
compare_with_previous (const StreekRecordView *view,
                       const StreekProgressContent *is,
                       GError **error)
{
  StreekRecords *records = streek_record_view_get_records (view);
  const StreekRecord *previous =
    streek_progress_report_find_previous (records, is->of, is->period, is->version);
  g_autoptr (StreekProgressContent) was =
    previous != NULL ? streek_progress_content_read (records, streek_record_get_id (previous))
                     : NULL;
  /* Translators: the title of a table; %s is a plan. */
  g_autofree char *title =
    g_strdup_printf (_ ("%s: difference with the report before"), is->plan_title);

  if (was == NULL)
    return miss (error);

  return lay_out (was, is, title, streek_record_view_get_format (view), error);
}

/**
 * streek_progress_since_matrix_new:
 * @report: a frozen report
 * @error: return location for %STREEK_FIGURE_ERROR_NO_DATA: nothing is different, or there is no
 *   such report
 */
StreekMatrix *
streek_progress_since_matrix_new (const StreekRecordView *view, gint64 report, GError **error)
{
  g_return_val_if_fail (view != NULL, NULL);

  StreekRecords *records = streek_record_view_get_records (view);
  g_autoptr (StreekProgressContent) was = streek_progress_content_read (records, report);

  if (was == NULL)
    return miss (error);

  g_autoptr (StreekProgressContent) is =
    streek_progress_content_gather_with_targets (view, was->of, was->period);
  /* Translators: the title of a table; %s is a plan. */
  g_autofree char *title =
    g_strdup_printf (_ ("%s: changed since the report was frozen"), was->plan_title);

  return lay_out (was, is, title, streek_record_view_get_format (view), error);
}

/**
 * streek_progress_before_matrix_new:
 * @report: a frozen report
 * @error: return location for %STREEK_FIGURE_ERROR_NO_DATA: nothing is different, it is the first
 *   one, or there is no such report
 */
StreekMatrix *
streek_progress_before_matrix_new (const StreekRecordView *view, gint64 report, GError **error)
{
  g_return_val_if_fail (view != NULL, NULL);

  g_autoptr (StreekProgressContent) is =
    streek_progress_content_read (streek_record_view_get_records (view), report);

  if (is == NULL)
    return miss (error);

  return compare_with_previous (view, is, error);
}

static StreekMatrix *
compare_now (const StreekRecordView *view, StreekReportOf of, StreekInterval period, GError **error)
{
  g_autoptr (StreekProgressContent) is =
    streek_progress_content_gather_with_targets (view, of, period);

  return compare_with_previous (view, is, error);
}

/**
 * streek_progress_news_matrix_new:
 * @error: return location for %STREEK_FIGURE_ERROR_NO_DATA: nothing is different, or nothing was
 *   frozen of this period or before
 */
StreekMatrix *
streek_progress_news_matrix_new (const StreekRecordView *view,
                                 gint64 pact,
                                 StreekInterval period,
                                 GError **error)
{
  g_return_val_if_fail (view != NULL, NULL);

  return compare_now (view, streek_report_of_plan (pact), period, error);
}

StreekMatrix *
streek_body_progress_news_matrix_new (const StreekRecordView *view,
                                      gint64 body,
                                      StreekInterval period,
                                      GError **error)
{
  g_return_val_if_fail (view != NULL, NULL);

  return compare_now (view, streek_report_of_body (body), period, error);
}
