/* streek-timeline-words.c: a timeline in words: its table twin, its description, one of its places
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "figure/streek-timeline-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* The table twin */

typedef struct
{
  StreekTable *table;
  int group; /* columns; -1: there is none */
  guint name;
  int milestone;
  guint from;
  guint to;
  guint done;
  int status;
} Columns;

static Columns
add_columns (const StreekTimeline *self)
{
  Columns columns = { .table = streek_table_new (), .group = -1, .milestone = -1, .status = -1 };
  StreekTable *table = columns.table;
  gboolean has_groups = FALSE;

  for (guint i = 0; i < self->n_rows; i++)
    has_groups |= self->rows[i].is_heading;

  if (has_groups)
    columns.group = (int) streek_table_add_column (table, "group", C_ ("timeline", "Group"),
                                                   STREEK_COLUMN_TEXT, NULL, 0);

  columns.name = streek_table_add_column (table, "row", self->corner, STREEK_COLUMN_TEXT, NULL, 0);

  if (self->n_milestones > 0)
    columns.milestone = (int) streek_table_add_column (
      table, "milestone", C_ ("timeline", "Milestone"), STREEK_COLUMN_TEXT, NULL, 0);

  columns.from = streek_table_add_column (table, "from", C_ ("timeline", "First day"),
                                          STREEK_COLUMN_DATE, NULL, 0);
  columns.to =
    streek_table_add_column (table, "to", C_ ("timeline", "Last day"), STREEK_COLUMN_DATE, NULL, 0);
  columns.done = streek_table_add_column (table, "done_pct", C_ ("timeline", "Done"),
                                          STREEK_COLUMN_NUMBER, "%", 0);

  if (self->n_statuses > 0)
    columns.status = (int) streek_table_add_column (table, "status", C_ ("timeline", "Status"),
                                                    STREEK_COLUMN_TEXT, NULL, 0);

  return columns;
}

static guint
begin_row (const Columns *columns, const char *group, const char *name)
{
  guint at = streek_table_add_row (columns->table);

  if (columns->group >= 0)
    streek_table_set_text (columns->table, at, (guint) columns->group, group);

  streek_table_set_text (columns->table, at, columns->name, name);

  return at;
}

static const char *
get_status (const StreekTimeline *self, const StreekTimelineRow *row)
{
  return row->status != STREEK_TIMELINE_NONE ? self->statuses[row->status] : NULL;
}

static void
add_row (const StreekTimeline *self, const Columns *columns, guint index, const char *group)
{
  const StreekTimelineRow *row = &self->rows[index];
  guint at = begin_row (columns, group, row->name);

  if (row->from > STREEK_DATE_NONE)
    streek_table_set_date (columns->table, at, columns->from, row->from);
  if (row->to > STREEK_DATE_NONE && row->to != STREEK_DATE_OPEN)
    streek_table_set_date (columns->table, at, columns->to, row->to - 1);

  if (isnan (row->done_pct))
    streek_table_set_missing (columns->table, at, columns->done, STREEK_MISSING_UNKNOWN);
  else
    streek_table_set_number (columns->table, at, columns->done, row->done_pct, STREEK_STATUS_FINAL);

  if (get_status (self, row) != NULL)
    streek_table_set_text (columns->table, at, (guint) columns->status, get_status (self, row));
}

static void
add_milestone (const StreekTimeline *self,
               const Columns *columns,
               const StreekTimelineMilestone *milestone,
               const char *group)
{
  guint at = begin_row (columns, group, self->rows[milestone->row].name);

  streek_table_set_text (columns->table, at, (guint) columns->milestone, milestone->name);
  streek_table_set_date (columns->table, at, columns->from, milestone->on);
  streek_table_set_date (columns->table, at, columns->to, milestone->on);
  streek_table_set_number (columns->table, at, columns->done, milestone->is_done ? 100 : 0,
                           STREEK_STATUS_FINAL);
}

StreekTable *
streek_timeline_make_table (const StreekTimeline *self)
{
  Columns columns = add_columns (self);
  const char *group = "";

  for (guint i = 0; i < self->n_rows; i++)
    {
      if (self->rows[i].is_heading)
        group = self->rows[i].name;

      /* a heading without dates is said by the rows below it */
      if (!self->rows[i].is_heading ||
          streek_timeline_get_timing (&self->rows[i]) != STREEK_TIMING_NONE)
        add_row (self, &columns, i, group);

      for (guint m = self->first_milestones[i]; m < self->first_milestones[i + 1]; m++)
        add_milestone (self, &columns, &self->milestones[m], group);
    }

  return columns.table;
}

/* What no bar can say */

static char *
format_pct (double pct, const StreekFormat *format)
{
  g_autofree char *number = streek_format_number (format, pct, 0);

  return g_strdup_printf ("%s %%", number);
}

char *
streek_timeline_dup_label (const StreekTimeline *timeline, guint row, const StreekFormat *format)
{
  const StreekTimelineRow *own = &timeline->rows[row];
  gboolean has_label = own->label != NULL && *own->label != '\0';

  if (isnan (own->done_pct))
    return has_label ? g_strdup (own->label) : NULL;

  g_autofree char *done = format_pct (own->done_pct, format);

  return has_label ? g_strdup_printf ("%s · %s", own->label, done) : g_steal_pointer (&done);
}

/* How many: which ones the rows say. */
static char *
dup_untimed (const StreekTimeline *self)
{
  guint n = streek_timeline_count_untimed (self);

  return g_strdup_printf (ngettext ("%u without timing", "%u without timing", n), n);
}

GPtrArray *
streek_timeline_dup_tail (const StreekTimeline *timeline,
                          const guint8 *labels_are_shown,
                          const guint8 *names_are_shown,
                          const StreekFormat *format)
{
  GPtrArray *tail = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < timeline->n_rows; i++)
    {
      char *label = labels_are_shown[i] ? NULL : streek_timeline_dup_label (timeline, i, format);

      if (label != NULL)
        g_ptr_array_add (tail, g_strdup_printf ("%s: %s", timeline->rows[i].name, label));
      g_free (label);

      for (guint m = timeline->first_milestones[i]; m < timeline->first_milestones[i + 1]; m++)
        if (!names_are_shown[m])
          {
            g_autofree char *day = streek_format_date (format, timeline->milestones[m].on);

            /* Translators: a milestone of a timeline: its row, its day and its name */
            g_ptr_array_add (tail, g_strdup_printf (_ ("%1$s, %2$s: %3$s"), timeline->rows[i].name,
                                                    day, timeline->milestones[m].name));
          }
    }

  if (streek_timeline_count_untimed (timeline) > 0)
    g_ptr_array_add (tail, dup_untimed (timeline));

  return tail;
}

/* The description */

/**
 * streek_timeline_dup_description:
 * @format: how dates look
 *
 * Returns: (transfer full): what a screen reader hears of the whole timeline
 */
char *
streek_timeline_dup_description (const StreekTimeline *timeline, const StreekFormat *format)
{
  guint n_headings = 0;

  for (guint i = 0; i < timeline->n_rows; i++)
    n_headings += timeline->rows[i].is_heading;

  guint n = timeline->n_rows - n_headings;
  g_autofree char *rows = g_strdup_printf (ngettext ("%u row", "%u rows", n), n);
  g_autofree char *untimed = dup_untimed (timeline);

  if (timeline->window.from == STREEK_DATE_NONE)
    /* Translators: %1$s is the title of a timeline, %2$s is "12 rows", %3$s "2 without timing" */
    return g_strdup_printf (_ ("Timeline: %1$s. %2$s, %3$s."), timeline->title, rows, untimed);

  g_autofree char *from = streek_format_date (format, timeline->window.from);
  g_autofree char *to = streek_format_date (format, timeline->window.to - 1);

  /* Translators: %1$s is the title of a timeline, %2$s is "12 rows", %3$s and %4$s are days, %5$s
   * is "2 without timing" */
  return g_strdup_printf (_ ("Timeline: %1$s. %2$s, from %3$s to %4$s, %5$s."), timeline->title,
                          rows, from, to, untimed);
}

/* One place */

static char *
describe_timing (const StreekTimelineRow *row, const StreekFormat *format)
{
  g_autofree char *from = streek_format_date (format, row->from);
  g_autofree char *to = streek_format_date (format, row->to == STREEK_DATE_OPEN ? 0 : row->to - 1);

  switch (streek_timeline_get_timing (row))
    {
    case STREEK_TIMING_WHOLE:
      /* Translators: from a first to a last day */
      return g_strdup_printf (C_ ("timeline", "%1$s to %2$s"), from, to);
    case STREEK_TIMING_OPEN:
      return g_strdup_printf (C_ ("timeline", "from %s, without end"), from);
    case STREEK_TIMING_START_ONLY:
      return g_strdup_printf (C_ ("timeline", "from %s, end not said"), from);
    case STREEK_TIMING_END_ONLY:
      return g_strdup_printf (C_ ("timeline", "until %s, start not said"), to);
    case STREEK_TIMING_NONE:
    default:
      return g_strdup (C_ ("timeline", "without timing"));
    }
}

static void
append (GString *text, const char *between, const char *words)
{
  if (words != NULL && *words != '\0')
    g_string_append_printf (text, "%s%s", between, words);
}

static char *
describe_row (const StreekTimeline *self, guint index, const StreekFormat *format)
{
  const StreekTimelineRow *row = &self->rows[index];
  gboolean says_timing = !row->is_heading || streek_timeline_get_timing (row) != STREEK_TIMING_NONE;
  g_autofree char *timing = says_timing ? describe_timing (row, format) : NULL;
  GString *text = g_string_new (row->name);

  append (text, ": ", timing);
  append (text, ", ", get_status (self, row));

  if (!isnan (row->done_pct))
    {
      g_autofree char *pct = format_pct (row->done_pct, format);
      /* Translators: "60 % done" */
      g_autofree char *done = g_strdup_printf (_ ("%s done"), pct);

      append (text, ", ", done);
    }

  append (text, "\n", row->detail);
  append (text, "\n", row->label);
  append (text, "\n", row->details);

  return g_string_free (text, FALSE);
}

static char *
describe_milestone (const StreekTimeline *self,
                    const StreekTimelineMilestone *milestone,
                    const StreekFormat *format)
{
  g_autofree char *day = streek_format_date (format, milestone->on);
  GString *text = g_string_new (NULL);

  /* Translators: a milestone: its row, its name, its day */
  g_string_append_printf (text, _ ("%1$s, milestone %2$s: %3$s"), self->rows[milestone->row].name,
                          milestone->name, day);
  append (text, ", ", milestone->is_done ? C_ ("milestone", "reached") : NULL);
  append (text, "\n", milestone->details);

  return g_string_free (text, FALSE);
}

/**
 * streek_timeline_describe:
 * @row: a row
 * @column: %STREEK_GRID_HEADING, %STREEK_TIMELINE_BAR, or a milestone of it counted from 1
 * @format: how dates and numbers look
 *
 * Returns: (transfer full): one line on what is there, and below it what more is known
 */
char *
streek_timeline_describe (const StreekTimeline *timeline,
                          int row,
                          int column,
                          const StreekFormat *format)
{
  g_return_val_if_fail (row >= 0 && row < (int) timeline->n_rows, NULL);

  if (column <= STREEK_TIMELINE_BAR)
    return describe_row (timeline, (guint) row, format);

  guint index = timeline->first_milestones[row] + (guint) column - 1;

  g_return_val_if_fail (index < timeline->first_milestones[row + 1], NULL);

  return describe_milestone (timeline, &timeline->milestones[index], format);
}
