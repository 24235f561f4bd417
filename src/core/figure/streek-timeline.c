/* streek-timeline.c: what happens when: bars and milestones along an axis of time */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "figure/streek-timeline-private.h"

#include <glib/gi18n-lib.h>

#define YEARS_IN_QUARTERS 3 /* a longer time is shown in whole years */
#define DAYS_PER_YEAR 366

static char *
keep (StreekTimeline *self, const char *text)
{
  return text != NULL ? g_string_chunk_insert_const (self->words, text) : NULL;
}

static void
take_words (StreekTimeline *self, const StreekTimelineSpec *spec)
{
  self->title = keep (self, spec->title);
  self->context = keep (self, spec->context);
  self->source = keep (self, spec->source);
  self->corner = keep (self, spec->corner != NULL ? spec->corner : "");
  self->notes = spec->notes != NULL ? g_strdupv ((GStrv) spec->notes) : g_new0 (char *, 1);
  self->n_statuses = spec->n_statuses;
  self->statuses = g_new0 (char *, spec->n_statuses + 1);

  for (guint i = 0; i < spec->n_statuses; i++)
    self->statuses[i] = keep (self, spec->statuses[i]);
}

static void
take_rows (StreekTimeline *self, const StreekTimelineSpec *spec)
{
  self->n_rows = spec->n_rows;
  self->rows = g_memdup2 (spec->rows, spec->n_rows * sizeof *spec->rows);

  for (guint i = 0; i < spec->n_rows; i++)
    {
      StreekTimelineRow *row = &self->rows[i];

      row->id = keep (self, row->id);
      row->name = keep (self, row->name);
      row->detail = keep (self, row->detail);
      row->label = keep (self, row->label);
      row->details = keep (self, row->details);
    }
}

static int
compare_milestones (gconstpointer a, gconstpointer b)
{
  const StreekTimelineMilestone *first = a, *second = b;

  if (first->row != second->row)
    return first->row < second->row ? -1 : 1;
  if (first->on != second->on)
    return first->on < second->on ? -1 : 1;

  return g_strcmp0 (first->name, second->name);
}

static void
take_milestones (StreekTimeline *self, const StreekTimelineSpec *spec)
{
  self->n_milestones = spec->n_milestones;
  self->milestones = g_memdup2 (spec->milestones, spec->n_milestones * sizeof *spec->milestones);
  self->first_milestones = g_new0 (guint, spec->n_rows + 1);

  if (spec->n_milestones > 0)
    qsort (self->milestones, spec->n_milestones, sizeof *self->milestones, compare_milestones);

  for (guint i = 0; i < spec->n_milestones; i++)
    {
      StreekTimelineMilestone *milestone = &self->milestones[i];

      milestone->id = keep (self, milestone->id);
      milestone->name = keep (self, milestone->name);
      milestone->details = keep (self, milestone->details);
      self->first_milestones[milestone->row + 1]++;
    }

  for (guint row = 0; row < spec->n_rows; row++)
    self->first_milestones[row + 1] += self->first_milestones[row];
}

static void
include (StreekInterval *window, StreekDate from, StreekDate to)
{
  window->from = window->from == STREEK_DATE_NONE ? from : MIN (window->from, from);
  window->to = MAX (window->to, to);
}

/* The first day of the quarter or the year of @date; @after: of the next one, where it has begun.
 */
static StreekDate
round_date (StreekDate date, gboolean in_years, gboolean after)
{
  int year, month, day, step = in_years ? 12 : 3;

  streek_date_to_ymd (date, &year, &month, &day);

  int first = (month - 1) / step * step + 1;

  if (!after || (day == 1 && month == first))
    return streek_date_from_ymd (year, first, 1);

  return first + step > 12 ? streek_date_from_ymd (year + 1, 1, 1)
                           : streek_date_from_ymd (year, first + step, 1);
}

/* Whole quarters or years around every day that is known; all zero where none is. */
static StreekInterval
find_window (const StreekTimeline *self)
{
  StreekInterval window = { STREEK_DATE_NONE, STREEK_DATE_NONE };

  for (guint i = 0; i < self->n_rows; i++)
    {
      const StreekTimelineRow *row = &self->rows[i];

      if (row->from > STREEK_DATE_NONE)
        include (&window, row->from, row->from + 1);
      if (row->to > STREEK_DATE_NONE && row->to != STREEK_DATE_OPEN)
        include (&window, row->to - 1, row->to);
    }

  for (guint i = 0; i < self->n_milestones; i++)
    include (&window, self->milestones[i].on, self->milestones[i].on + 1);

  if (window.from == STREEK_DATE_NONE)
    return (StreekInterval){ 0 };

  gboolean in_years = window.to - window.from > YEARS_IN_QUARTERS * DAYS_PER_YEAR;

  return (StreekInterval){ round_date (window.from, in_years, FALSE),
                           round_date (window.to, in_years, TRUE) };
}

static gboolean
check_spec (const StreekTimelineSpec *spec)
{
  g_return_val_if_fail (spec->n_statuses <= STREEK_N_SERIES_COLORS, FALSE);
  g_return_val_if_fail (
    spec->window.from == STREEK_DATE_NONE || spec->window.from < spec->window.to, FALSE);

  for (guint i = 0; i < spec->n_rows; i++)
    g_return_val_if_fail (spec->rows[i].status < (int) spec->n_statuses, FALSE);

  for (guint i = 0; i < spec->n_milestones; i++)
    g_return_val_if_fail (
      spec->milestones[i].row < spec->n_rows && spec->milestones[i].on > STREEK_DATE_NONE, FALSE);

  return TRUE;
}

/**
 * streek_timeline_new:
 * @spec: rows, milestones and words; copied
 * @error: return location for %STREEK_FIGURE_ERROR_NO_DATA
 *
 * A row that ends before it begins has no timing: that is a mistake of who typed it, and no bar can
 * show it.
 *
 * Returns: (transfer full): the timeline, or %NULL with @error set where there are no rows
 */
StreekTimeline *
streek_timeline_new (const StreekTimelineSpec *spec, GError **error)
{
  g_return_val_if_fail (spec != NULL && spec->title != NULL && check_spec (spec), NULL);

  if (spec->n_rows == 0)
    {
      g_set_error_literal (error, STREEK_FIGURE_ERROR, STREEK_FIGURE_ERROR_NO_DATA,
                           _ ("There is nothing on this timeline yet."));
      return NULL;
    }

  StreekTimeline *self = g_new0 (StreekTimeline, 1);

  g_atomic_ref_count_init (&self->refs);
  self->words = g_string_chunk_new (4096);
  take_words (self, spec);
  take_rows (self, spec);
  take_milestones (self, spec);
  self->today = spec->today;
  self->window = spec->window.from != STREEK_DATE_NONE ? spec->window : find_window (self);
  self->table = streek_timeline_make_table (self);

  return self;
}

StreekTimeline *
streek_timeline_ref (StreekTimeline *timeline)
{
  g_atomic_ref_count_inc (&timeline->refs);

  return timeline;
}

void
streek_timeline_unref (StreekTimeline *timeline)
{
  if (!g_atomic_ref_count_dec (&timeline->refs))
    return;

  streek_table_unref (timeline->table);
  g_free (timeline->rows);
  g_free (timeline->milestones);
  g_free (timeline->first_milestones);
  g_free (timeline->statuses);
  g_strfreev (timeline->notes);
  g_string_chunk_free (timeline->words);
  g_free (timeline);
}

StreekTiming
streek_timeline_get_timing (const StreekTimelineRow *row)
{
  gboolean begins = row->from > STREEK_DATE_NONE;
  gboolean ends = row->to > STREEK_DATE_NONE && row->to != STREEK_DATE_OPEN;

  if (begins && ends)
    return row->from < row->to ? STREEK_TIMING_WHOLE : STREEK_TIMING_NONE;
  if (begins)
    return row->to == STREEK_DATE_OPEN ? STREEK_TIMING_OPEN : STREEK_TIMING_START_ONLY;

  return ends ? STREEK_TIMING_END_ONLY : STREEK_TIMING_NONE;
}

/* A heading needs no dates, and milestones are dates. */
gboolean
streek_timeline_is_untimed (const StreekTimeline *timeline, guint row)
{
  return !timeline->rows[row].is_heading &&
         streek_timeline_get_timing (&timeline->rows[row]) == STREEK_TIMING_NONE &&
         timeline->first_milestones[row] == timeline->first_milestones[row + 1];
}

const char *
streek_timeline_get_title (const StreekTimeline *timeline)
{
  return timeline->title;
}

const char *const *
streek_timeline_get_notes (const StreekTimeline *timeline)
{
  return (const char *const *) timeline->notes;
}

guint
streek_timeline_get_n_rows (const StreekTimeline *timeline)
{
  return timeline->n_rows;
}

const char *
streek_timeline_get_row_id (const StreekTimeline *timeline, guint row)
{
  g_return_val_if_fail (row < timeline->n_rows, NULL);

  return timeline->rows[row].id;
}

int
streek_timeline_find_row (const StreekTimeline *timeline, const char *id)
{
  for (guint i = 0; i < timeline->n_rows; i++)
    if (g_strcmp0 (timeline->rows[i].id, id) == 0)
      return (int) i;

  return -1;
}

/**
 * streek_timeline_get_milestone_id:
 * @column: as in a spot: 1 is the first milestone of @row
 *
 * Returns: (nullable): its id, %NULL where it is no milestone or has none
 */
const char *
streek_timeline_get_milestone_id (const StreekTimeline *timeline, guint row, int column)
{
  g_return_val_if_fail (row < timeline->n_rows, NULL);

  guint index = timeline->first_milestones[row] + (guint) MAX (column, 1) - 1;

  return column > STREEK_TIMELINE_BAR && index < timeline->first_milestones[row + 1]
           ? timeline->milestones[index].id
           : NULL;
}

StreekInterval
streek_timeline_get_window (const StreekTimeline *timeline)
{
  return timeline->window;
}

guint
streek_timeline_count_untimed (const StreekTimeline *timeline)
{
  guint n = 0;

  for (guint i = 0; i < timeline->n_rows; i++)
    n += streek_timeline_is_untimed (timeline, i);

  return n;
}

StreekTable *
streek_timeline_get_table (const StreekTimeline *timeline)
{
  return timeline->table;
}
