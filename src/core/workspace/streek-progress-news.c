/* streek-progress-news.c: what was reported, changed, reached and held in a period, of one action
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "workspace/streek-progress-news.h"

#include "plan/streek-follow-up.h"
#include "project/streek-event.h"
#include "project/streek-project-follow-up.h"
#include "project/streek-project.h"
#include "project/streek-strand.h"

#include <math.h>

/* How a kind of update says things: its fields. */
typedef struct
{
  const StreekRecordKind *kind;
  guint owner;
  guint day;
  guint what;
  guint status;
  guint percent;
} UpdateFields;

typedef struct
{
  const StreekRecordKind *kind;
  guint owner;
  guint day;
  guint old_text;
  guint new_text;
  guint reason;
} ChangeFields;

#define PROGRESS_OF(field)                                                                         \
  {                                                                                                \
    &streek_progress_kind, field, STREEK_PROGRESS_REPORTED_ON, STREEK_PROGRESS_WHAT,               \
      STREEK_PROGRESS_STATUS, STREEK_PROGRESS_PERCENT                                              \
  }

#define PROJECT_PROGRESS_OF(field)                                                                 \
  {                                                                                                \
    &streek_project_progress_kind, field, STREEK_PROJECT_PROGRESS_REPORTED_ON,                     \
      STREEK_PROJECT_PROGRESS_WHAT, STREEK_PROJECT_PROGRESS_STATUS,                                \
      STREEK_PROJECT_PROGRESS_PERCENT                                                              \
  }

#define ADJUSTMENT_OF(field)                                                                       \
  {                                                                                                \
    &streek_adjustment_kind, field, STREEK_ADJUSTMENT_DECIDED_ON, STREEK_ADJUSTMENT_OLD_TEXT,      \
      STREEK_ADJUSTMENT_NEW_TEXT, STREEK_ADJUSTMENT_REASON                                         \
  }

#define PROJECT_ADJUSTMENT_OF(field)                                                               \
  {                                                                                                \
    &streek_project_adjustment_kind, field, STREEK_PROJECT_ADJUSTMENT_DECIDED_ON,                  \
      STREEK_PROJECT_ADJUSTMENT_OLD_TEXT, STREEK_PROJECT_ADJUSTMENT_NEW_TEXT,                      \
      STREEK_PROJECT_ADJUSTMENT_REASON                                                             \
  }

static const UpdateFields item_updates = PROGRESS_OF (STREEK_PROGRESS_ITEM);
static const UpdateFields year_updates = PROGRESS_OF (STREEK_PROGRESS_YEAR_ACTION);
static const UpdateFields project_updates = PROJECT_PROGRESS_OF (STREEK_PROJECT_PROGRESS_PROJECT);
static const UpdateFields strand_updates = PROJECT_PROGRESS_OF (STREEK_PROJECT_PROGRESS_STRAND);
static const ChangeFields pact_changes = ADJUSTMENT_OF (STREEK_ADJUSTMENT_PACT);
static const ChangeFields item_changes = ADJUSTMENT_OF (STREEK_ADJUSTMENT_ITEM);
static const ChangeFields year_changes = ADJUSTMENT_OF (STREEK_ADJUSTMENT_YEAR_ACTION);
static const ChangeFields project_changes =
  PROJECT_ADJUSTMENT_OF (STREEK_PROJECT_ADJUSTMENT_PROJECT);
static const ChangeFields strand_changes = PROJECT_ADJUSTMENT_OF (STREEK_PROJECT_ADJUSTMENT_STRAND);

static GArray *
new_lines (void)
{
  return streek_progress_lines_new ();
}

StreekProgressNews *
streek_progress_news_new (const StreekRecords *records, const GArray *periods)
{
  StreekProgressNews *news = g_new0 (StreekProgressNews, 1);

  news->records = records;
  news->periods = periods;
  for (guint i = 0; i < periods->len; i++)
    news->end = MAX (news->end, g_array_index (periods, StreekInterval, i).to);
  news->done = new_lines ();
  news->changed = new_lines ();
  news->parts = new_lines ();

  return news;
}

void
streek_progress_news_free (StreekProgressNews *news)
{
  g_array_unref (news->done);
  g_array_unref (news->changed);
  g_array_unref (news->parts);
  g_free (news);
}

/* Both days in the same period. */
static gboolean
is_told (const StreekProgressNews *news, StreekDate first, StreekDate last)
{
  for (guint i = 0; i < news->periods->len; i++)
    {
      StreekInterval period = g_array_index (news->periods, StreekInterval, i);

      if (streek_interval_contains (period, first) && streek_interval_contains (period, last))
        return TRUE;
    }

  return FALSE;
}

gboolean
streek_progress_news_is_empty (const StreekProgressNews *news)
{
  return news->done->len == 0 && news->changed->len == 0;
}

static StreekProgressLine
begin_line (StreekProgressWhat what, StreekDate day, const char *part, const char *text)
{
  return (StreekProgressLine){
    .what = what,
    .day = day,
    .part = g_strdup (part),
    .text = g_strdup (text),
    .percent = NAN,
    .attendance = NAN,
  };
}

/* Takes what @line owns; by day. */
static void
insert_line (GArray *lines, StreekProgressLine line)
{
  guint at = lines->len;

  while (at > 0 && g_array_index (lines, StreekProgressLine, at - 1).day > line.day)
    at--;
  g_array_insert_val (lines, at, line);
}

/* Where an update says neither a status nor a percentage it says nothing of how it stands. */
static void
insert_state (GArray *lines,
              const StreekRecord *update,
              StreekDate day,
              guint status_field,
              guint percent_field,
              const char *part)
{
  StreekProgressLine line = begin_line (STREEK_PROGRESS_STATE, day, part, NULL);

  line.status = g_strdup (streek_record_get_text (update, status_field));
  line.percent = streek_record_get_number (update, percent_field);

  if (line.status != NULL || !isnan (line.percent))
    insert_line (lines, line);
  else
    streek_progress_line_clear (&line);
}

/* What is said of a part is not said of the whole. */
static void
take_last (StreekProgressNews *news,
           const StreekRecord *update,
           StreekDate day,
           const UpdateFields *fields,
           const char *part)
{
  if (part != NULL)
    insert_state (news->parts, update, day, fields->status, fields->percent, part);
  else if (news->last == NULL || day >= news->last_day)
    {
      news->last = update;
      news->last_day = day;
      news->last_status = fields->status;
      news->last_percent = fields->percent;
    }
}

static void
add_updates (StreekProgressNews *news, const UpdateFields *fields, gint64 owner, const char *part)
{
  const StreekRecord *last = NULL;
  StreekDate last_day = STREEK_DATE_NONE;
  guint n;
  const StreekRecord *const *updates =
    streek_records_list_by (news->records, fields->kind, fields->owner, owner, &n);

  for (guint i = 0; i < n; i++)
    {
      StreekDate day = streek_record_get_day (updates[i], fields->day);

      if (is_told (news, day, day))
        insert_line (news->done, begin_line (STREEK_PROGRESS_UPDATE, day, part,
                                             streek_record_get_text (updates[i], fields->what)));
      if (day != STREEK_DATE_NONE && day < news->end && day >= last_day)
        {
          last = updates[i];
          last_day = day;
        }
    }

  if (last != NULL)
    take_last (news, last, last_day, fields, part);
}

static void
insert_change (StreekProgressNews *news,
               const StreekRecord *change,
               const ChangeFields *fields,
               StreekDate day,
               const char *part)
{
  StreekProgressLine line = begin_line (STREEK_PROGRESS_CHANGE, day, part,
                                        streek_record_get_text (change, fields->new_text));

  line.old_text = g_strdup (streek_record_get_text (change, fields->old_text));
  line.reason = g_strdup (streek_record_get_text (change, fields->reason));
  insert_line (news->changed, line);
}

static void
add_changes (StreekProgressNews *news, const ChangeFields *fields, gint64 owner, const char *part)
{
  guint n;
  const StreekRecord *const *changes =
    streek_records_list_by (news->records, fields->kind, fields->owner, owner, &n);

  for (guint i = 0; i < n; i++)
    {
      StreekDate day = streek_record_get_day (changes[i], fields->day);

      if (is_told (news, day, day))
        insert_change (news, changes[i], fields, day, part);
    }
}

/* One that is dated to no more than a year or a month is told where all of that lies in the period.
 * @part: (nullable) */
static void
insert_event (StreekProgressNews *news, const StreekRecord *event, const char *part)
{
  StreekDate first = streek_record_get_first_day (event, STREEK_EVENT_HELD_ON);
  StreekDate last = streek_record_get_last_day (event, STREEK_EVENT_HELD_ON);

  if (first == STREEK_DATE_NONE || !is_told (news, first, last))
    return;

  g_autofree char *title = streek_record_dup_title (event, news->records);
  StreekProgressLine line = begin_line (STREEK_PROGRESS_HELD, first, part, title);

  line.attendance = streek_record_get_number (event, STREEK_EVENT_ATTENDANCE);
  if (!isnan (line.attendance))
    line.status = g_strdup (streek_record_get_text (event, STREEK_EVENT_ATTENDANCE_IS));
  insert_line (news->done, line);
}

static void
add_events_of_item (StreekProgressNews *news, gint64 item)
{
  guint n;
  const StreekRecord *const *events =
    streek_records_list_by (news->records, &streek_event_kind, STREEK_EVENT_ITEM, item, &n);

  for (guint i = 0; i < n; i++)
    insert_event (news, events[i], NULL);
}

static void
add_events_of_project (StreekProgressNews *news, gint64 project)
{
  g_autoptr (GPtrArray) events = streek_strand_gather_of_project (
    news->records, &streek_event_kind, STREEK_EVENT_PROJECT, STREEK_EVENT_STRAND, project);

  for (guint i = 0; i < events->len; i++)
    {
      const StreekRecord *strand =
        streek_record_follow (events->pdata[i], STREEK_EVENT_STRAND, news->records);

      insert_event (news, events->pdata[i],
                    strand != NULL ? streek_record_get_text (strand, STREEK_STRAND_TITLE) : NULL);
    }
}

static void
add_milestones (StreekProgressNews *news, gint64 project)
{
  guint n;
  const StreekRecord *const *milestones = streek_records_list_by (
    news->records, &streek_milestone_kind, STREEK_MILESTONE_PROJECT, project, &n);

  for (guint i = 0; i < n; i++)
    {
      StreekDate day = streek_record_get_day (milestones[i], STREEK_MILESTONE_DONE_ON);
      const char *title = streek_record_get_text (milestones[i], STREEK_MILESTONE_TITLE);

      if (is_told (news, day, day))
        insert_line (news->done, begin_line (STREEK_PROGRESS_MILESTONE, day, NULL, title));
    }
}

static void
add_strands (StreekProgressNews *news, gint64 project)
{
  guint n;
  const StreekRecord *const *strands =
    streek_records_list_by (news->records, &streek_strand_kind, STREEK_STRAND_PROJECT, project, &n);

  for (guint i = 0; i < n; i++)
    {
      const char *title = streek_record_get_text (strands[i], STREEK_STRAND_TITLE);

      add_updates (news, &strand_updates, streek_record_get_id (strands[i]), title);
      add_changes (news, &strand_changes, streek_record_get_id (strands[i]), title);
    }
}

void
streek_progress_news_take_plan (StreekProgressNews *news, const StreekRecord *pact)
{
  add_changes (news, &pact_changes, streek_record_get_id (pact), NULL);
}

void
streek_progress_news_take_item (StreekProgressNews *news, const StreekRecord *item)
{
  gint64 id = streek_record_get_id (item);

  add_updates (news, &item_updates, id, NULL);
  add_changes (news, &item_changes, id, NULL);
  add_events_of_item (news, id);
}

void
streek_progress_news_take_year_action (StreekProgressNews *news,
                                       const StreekRecord *action,
                                       const char *part)
{
  add_updates (news, &year_updates, streek_record_get_id (action), part);
  add_changes (news, &year_changes, streek_record_get_id (action), part);
}

/* Stands before what has a day. */
void
streek_progress_news_take_reference (StreekProgressNews *news, const char *part, const char *where)
{
  StreekProgressLine line = begin_line (STREEK_PROGRESS_ELSEWHERE, STREEK_DATE_NONE, part, where);

  g_array_prepend_val (news->done, line);
}

void
streek_progress_news_take_project (StreekProgressNews *news, const StreekRecord *project)
{
  gint64 id = streek_record_get_id (project);

  add_updates (news, &project_updates, id, NULL);
  add_changes (news, &project_changes, id, NULL);
  add_strands (news, id);
  add_milestones (news, id);
  add_events_of_project (news, id);
}

void
streek_progress_news_take_event (StreekProgressNews *news, const StreekRecord *event)
{
  insert_event (news, event, NULL);
}

static void
append_lines (GArray *lines, GArray *taken)
{
  for (guint i = 0; i < taken->len; i++)
    {
      StreekProgressLine line =
        streek_progress_line_copy (&g_array_index (taken, StreekProgressLine, i));

      g_array_append_val (lines, line);
    }
}

GArray *
streek_progress_news_dup_lines (const StreekProgressNews *news)
{
  GArray *lines = new_lines ();
  g_autoptr (GArray) own = new_lines ();

  if (news->last != NULL)
    insert_state (own, news->last, news->last_day, news->last_status, news->last_percent, NULL);

  append_lines (lines, news->done);
  append_lines (lines, news->changed);
  append_lines (lines, own);
  append_lines (lines, news->parts);

  return lines;
}
