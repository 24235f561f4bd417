/* streek-due.c: what is overdue, what nobody has reported on, and what comes up */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "plan/streek-due.h"

#include "plan/streek-follow-up.h"
#include "plan/streek-pact.h"
#include "plan/streek-plan-item.h"
#include "plan/streek-year-programme.h"

#include <glib/gi18n-lib.h>

/* What comes up within so many days is shown. */
#define COMING_DAYS 30

static const StreekRecordWord states[] = {
  { "overdue", NC_ ("record", "Overdue") },
  { "stale", NC_ ("record", "No news for long") },
  { "coming", NC_ ("record", "Coming up") },
  { "later", NC_ ("record", "Later") },
  { "undated", NC_ ("record", "Without timing") },
  { "closed", NC_ ("record", "Closed") },
  { NULL, NULL },
};

G_STATIC_ASSERT (G_N_ELEMENTS (states) == STREEK_N_DUE_STATES + 1);

const StreekRecordField streek_due_field = { "due_state", N_ ("State of the follow-up"),
                                             STREEK_RECORD_CHOICE, .words = states };

const char *
streek_due_state_get_id (StreekDueState state)
{
  g_return_val_if_fail (state < STREEK_N_DUE_STATES, NULL);

  return states[state].id;
}

const char *
streek_due_state_get_label (StreekDueState state)
{
  g_return_val_if_fail (state < STREEK_N_DUE_STATES, NULL);

  return streek_record_field_get_word (&streek_due_field, states[state].id);
}

/* The same day of the month so many months on, or the last one of that month. */
static StreekDate
add_months (StreekDate day, guint n)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) day);
  g_date_add_months (&date, n);

  return (StreekDate) g_date_get_julian (&date);
}

static gboolean
is_stale (const StreekDueFacts *facts, StreekDate today)
{
  StreekDate starts = facts->starts != STREEK_DATE_NONE ? facts->starts : facts->under_way;
  StreekDate last = facts->reported != STREEK_DATE_NONE ? facts->reported : starts;

  return facts->is_running && facts->rhythm_months > 0 && last != STREEK_DATE_NONE &&
         add_months (last, facts->rhythm_months) < today;
}

static gboolean
comes_up (StreekDate day, StreekDate today)
{
  return day != STREEK_DATE_NONE && day >= today && day <= today + COMING_DAYS;
}

/**
 * streek_due_judge:
 * @today: its own day is not over: what ends today is not overdue
 *
 * Returns: the first state that fits, in the order of #StreekDueState
 */
StreekDue
streek_due_judge (const StreekDueFacts *facts, StreekDate today)
{
  g_return_val_if_fail (facts != NULL, (StreekDue){ 0 });

  if (facts->is_closed)
    return (StreekDue){ STREEK_DUE_CLOSED, facts->ends };
  if (facts->ends != STREEK_DATE_NONE && facts->ends < today)
    return (StreekDue){ STREEK_DUE_OVERDUE, facts->ends };
  if (is_stale (facts, today))
    return (StreekDue){ STREEK_DUE_STALE, facts->reported };
  if (!facts->is_running && comes_up (facts->starts, today))
    return (StreekDue){ STREEK_DUE_COMING, facts->starts };
  if (comes_up (facts->ends, today))
    return (StreekDue){ STREEK_DUE_COMING, facts->ends };
  if (facts->starts == STREEK_DATE_NONE && facts->ends == STREEK_DATE_NONE)
    return (StreekDue){ STREEK_DUE_UNDATED, STREEK_DATE_NONE };

  return (StreekDue){ STREEK_DUE_LATER, facts->starts != STREEK_DATE_NONE && facts->starts > today
                                          ? facts->starts
                                          : facts->ends };
}

char *
streek_due_dup_words (StreekDue due, const StreekFormat *format)
{
  g_autofree char *day = due.day != STREEK_DATE_NONE ? streek_format_date (format, due.day) : NULL;

  switch (due.state)
    {
    case STREEK_DUE_OVERDUE:
      /* Translators: %s is a day. */
      return g_strdup_printf (_ ("Overdue since %s"), day);
    case STREEK_DUE_STALE:
      /* Translators: %s is a day. */
      return day != NULL ? g_strdup_printf (_ ("No news since %s"), day)
                         : g_strdup (_ ("No news yet"));
    case STREEK_DUE_COMING:
    case STREEK_DUE_LATER:
    case STREEK_DUE_UNDATED:
    case STREEK_DUE_CLOSED:
    case STREEK_N_DUE_STATES:
    default:
      break;
    }

  return day != NULL && due.state != STREEK_DUE_CLOSED
           ? g_strdup_printf ("%s: %s", streek_due_state_get_label (due.state), day)
           : g_strdup (streek_due_state_get_label (due.state));
}

char *
streek_timing_dup_words (StreekPeriod starts, StreekPeriod ends, const StreekFormat *format)
{
  g_autofree char *from =
    starts.kind != STREEK_PERIOD_NONE ? streek_format_short_period (format, starts) : NULL;
  g_autofree char *until =
    ends.kind != STREEK_PERIOD_NONE ? streek_format_short_period (format, ends) : NULL;

  if (from != NULL && until != NULL && !streek_period_equal (starts, ends))
    return g_strdup_printf ("%s – %s", from, until);
  if (from != NULL && until != NULL)
    return g_steal_pointer (&from);
  if (from != NULL)
    /* Translators: %s is a year, a quarter, a month or a day. */
    return g_strdup_printf (_ ("from %s"), from);
  if (until != NULL)
    /* Translators: %s is a year, a quarter, a month or a day. */
    return g_strdup_printf (_ ("until %s"), until);

  return g_strdup ("");
}

static StreekDate
find_last_day (const StreekRecords *records, guint field, gint64 id)
{
  StreekDate last = STREEK_DATE_NONE;
  guint n;
  const StreekRecord *const *updates =
    streek_records_list_by (records, &streek_progress_kind, field, id, &n);

  for (guint i = 0; i < n; i++)
    last = MAX (last, streek_record_get_day (updates[i], STREEK_PROGRESS_REPORTED_ON));

  return last;
}

/* Where no status is entered, all of it done says as much. */
static void
take_status (StreekDueFacts *facts, const StreekRecord *record, guint status, guint percent)
{
  facts->is_closed =
    streek_record_is (record, status, "done") || streek_record_is (record, status, "dropped") ||
    (!streek_record_has (record, status) && streek_record_get_number (record, percent) >= 100);
  facts->is_running = streek_record_is (record, status, "running");
}

static guint
get_rhythm (const StreekRecord *pact, guint otherwise)
{
  return pact != NULL && streek_record_has (pact, STREEK_PACT_REPORT_MONTHS)
           ? (guint) streek_record_get_integer (pact, STREEK_PACT_REPORT_MONTHS)
           : otherwise;
}

guint
streek_due_find_rhythm (
  const StreekRecords *records, const StreekRecordKind *link, guint owner, guint item, gint64 id)
{
  guint n, shortest = G_MAXUINT;
  const StreekRecord *const *links = streek_records_list_by (records, link, owner, id, &n);

  for (guint i = 0; i < n; i++)
    {
      const StreekRecord *action = streek_record_follow (links[i], item, records);
      guint months = get_rhythm (
        action != NULL ? streek_record_follow (action, STREEK_PLAN_ITEM_PACT, records) : NULL,
        G_MAXUINT);

      shortest = MIN (shortest, months);
    }

  return shortest != G_MAXUINT ? shortest : STREEK_USUAL_REPORT_MONTHS;
}

StreekDue
streek_due_of_item_on (const StreekRecord *item, const StreekRecords *records, StreekDate today)
{
  const StreekRecord *pact = streek_record_follow (item, STREEK_PLAN_ITEM_PACT, records);
  StreekDueFacts facts = {
    .starts = streek_record_get_first_day (item, STREEK_PLAN_ITEM_STARTS),
    .under_way =
      pact != NULL ? streek_record_get_first_day (pact, STREEK_PACT_STARTS) : STREEK_DATE_NONE,
    .ends = streek_record_get_last_day (item, STREEK_PLAN_ITEM_ENDS),
    .reported = find_last_day (records, STREEK_PROGRESS_ITEM, streek_record_get_id (item)),
    .rhythm_months = get_rhythm (pact, STREEK_USUAL_REPORT_MONTHS),
  };

  take_status (&facts, item, STREEK_PLAN_ITEM_STATUS, STREEK_PLAN_ITEM_PERCENT);
  if (pact != NULL && streek_pact_is_closed (pact)) /* nothing is asked of it any more */
    facts.is_closed = TRUE;

  return streek_due_judge (&facts, today);
}

StreekDue
streek_due_of_item (const StreekRecord *item, const StreekRecordView *view)
{
  return streek_due_of_item_on (item, streek_record_view_get_records (view),
                                streek_record_view_get_today (view));
}

/* Its programme gives it a year where it says no quarter; what that year ended without is late. Of
 * a year that is closed nothing is asked any more. */
static void
take_programme (StreekDueFacts *facts, const StreekRecord *programme, StreekDate today)
{
  int year = (int) streek_record_get_integer (programme, STREEK_YEAR_PROGRAMME_YEAR);
  StreekPeriod whole = streek_period_from_year (year);

  if (streek_record_is (programme, STREEK_YEAR_PROGRAMME_STATUS, "closed"))
    facts->is_closed = TRUE;
  if (!streek_record_has (programme, STREEK_YEAR_PROGRAMME_YEAR))
    return;

  facts->under_way = streek_period_get_first_day (whole);
  if (facts->ends == STREEK_DATE_NONE && streek_period_get_last_day (whole) < today)
    facts->ends = streek_period_get_last_day (whole);
}

StreekDue
streek_due_of_year_action_on (const StreekRecord *action,
                              const StreekRecords *records,
                              StreekDate today)
{
  gint64 id = streek_record_get_id (action);
  StreekDueFacts facts = {
    .starts = streek_record_get_first_day (action, STREEK_YEAR_ACTION_STARTS),
    .ends = streek_record_get_last_day (action, STREEK_YEAR_ACTION_ENDS),
    .reported = find_last_day (records, STREEK_PROGRESS_YEAR_ACTION, id),
    .rhythm_months = streek_due_find_rhythm (records, &streek_year_action_item_kind,
                                             STREEK_YEAR_ACTION_ITEM_YEAR_ACTION,
                                             STREEK_YEAR_ACTION_ITEM_ITEM, id),
  };

  const StreekRecord *programme =
    streek_record_follow (action, STREEK_YEAR_ACTION_PROGRAMME, records);

  take_status (&facts, action, STREEK_YEAR_ACTION_STATUS, STREEK_YEAR_ACTION_PERCENT);
  if (programme != NULL)
    take_programme (&facts, programme, today);

  return streek_due_judge (&facts, today);
}

StreekDue
streek_due_of_year_action (const StreekRecord *action, const StreekRecordView *view)
{
  return streek_due_of_year_action_on (action, streek_record_view_get_records (view),
                                       streek_record_view_get_today (view));
}
