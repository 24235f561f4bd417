/* streek-report-periods.c: the periods over which a plan is reported: every two months, say */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "plan/streek-report-periods.h"

#include "plan/streek-due.h"
#include "plan/streek-follow-up.h"
#include "plan/streek-pact.h"
#include "plan/streek-plan-item.h"
#include "plan/streek-progress-report.h"

#define MONTHS_PER_YEAR 12
/* Nobody looks further back than that in a list; a plan without a beginning has this many. */
#define MAX_YEARS 40
#define USUAL_YEARS 2

static int
get_year (StreekDate day)
{
  int year, month, day_of_month;

  streek_date_to_ymd (day, &year, &month, &day_of_month);

  return year;
}

static guint
get_months (const StreekRecord *pact)
{
  return streek_record_has (pact, STREEK_PACT_REPORT_MONTHS)
           ? (guint) CLAMP (streek_record_get_integer (pact, STREEK_PACT_REPORT_MONTHS), 1,
                            MONTHS_PER_YEAR)
           : STREEK_USUAL_REPORT_MONTHS;
}

/* Widens @first and @last to what was reported of the plan. */
static void
take_updates (const StreekRecords *records,
              const StreekRecord *pact,
              StreekDate *first,
              StreekDate *last)
{
  guint n;
  const StreekRecord *const *updates = streek_records_list (records, &streek_progress_kind, &n);

  for (guint i = 0; i < n; i++)
    {
      const StreekRecord *item = streek_record_follow (updates[i], STREEK_PROGRESS_ITEM, records);
      StreekDate day = streek_record_get_day (updates[i], STREEK_PROGRESS_REPORTED_ON);

      if (item == NULL || day == STREEK_DATE_NONE ||
          streek_record_get_reference (item, STREEK_PLAN_ITEM_PACT) != streek_record_get_id (pact))
        continue;

      *first = *first == STREEK_DATE_NONE ? day : MIN (*first, day);
      *last = *last == STREEK_DATE_NONE ? day : MAX (*last, day);
    }
}

static void
add_period (GArray *periods, StreekDate from, StreekDate to, StreekInterval span)
{
  StreekInterval period = { from, to };

  if (streek_interval_overlaps (period, span))
    g_array_append_val (periods, period);
}

static void
add_year (GArray *periods, int year, guint n_months, StreekInterval span)
{
  guint n = (MONTHS_PER_YEAR + n_months - 1) / n_months;
  StreekDate end = streek_date_from_ymd (year + 1, 1, 1);

  add_period (periods, streek_date_from_ymd (year, 1, 1), end, span);
  for (guint i = n; i-- > 0 && n > 1;)
    {
      StreekDate from = streek_date_from_ymd (year, (int) (i * n_months) + 1, 1);

      add_period (periods, from, end, span);
      end = from;
    }
}

/* Before the first that ended earlier, or began later than it did. */
static void
ensure_period (GArray *periods, StreekInterval period)
{
  guint at = periods->len;

  for (guint i = periods->len; i-- > 0;)
    {
      StreekInterval other = g_array_index (periods, StreekInterval, i);

      if (other.from == period.from && other.to == period.to)
        return;
      if (other.to < period.to || (other.to == period.to && other.from > period.from))
        at = i;
    }

  g_array_insert_val (periods, at, period);
}

static void
take_reports (GArray *periods, const StreekRecords *records, const StreekRecord *pact)
{
  g_autoptr (GPtrArray) reports =
    streek_progress_reports_list (records, streek_record_get_id (pact), NULL);

  for (guint i = 0; i < reports->len; i++)
    ensure_period (periods, streek_progress_report_get_period (reports->pdata[i]));
}

GArray *
streek_report_periods_list (const StreekRecordView *view, const StreekRecord *pact)
{
  g_return_val_if_fail (view != NULL, NULL);

  return streek_report_periods_list_on (streek_record_view_get_records (view), pact,
                                        streek_record_view_get_today (view));
}

GArray *
streek_report_periods_list_on (const StreekRecords *records,
                               const StreekRecord *pact,
                               StreekDate today)
{
  g_return_val_if_fail (records != NULL && pact != NULL, NULL);

  StreekDate first =
    streek_period_get_first_day (streek_record_get_period (pact, STREEK_PACT_STARTS));
  StreekDate last = streek_period_get_last_day (streek_record_get_period (pact, STREEK_PACT_ENDS));
  GArray *periods = g_array_new (FALSE, FALSE, sizeof (StreekInterval));

  take_updates (records, pact, &first, &last);
  last = last == STREEK_DATE_NONE || last > today ? today : last;
  if (first == STREEK_DATE_NONE)
    first = streek_date_from_ymd (get_year (last) - USUAL_YEARS, 1, 1);

  StreekInterval span = { first, last + 1 };

  for (int year = get_year (last); year >= MAX (get_year (first), get_year (last) - MAX_YEARS);
       year--)
    add_year (periods, year, get_months (pact), span);
  take_reports (periods, records, pact);

  return periods;
}

static gboolean
is_year (StreekInterval period)
{
  return period.to - period.from > 364;
}

guint
streek_report_periods_find_due (const GArray *periods, StreekDate today)
{
  for (guint i = 0; i < periods->len; i++)
    {
      StreekInterval period = g_array_index (periods, StreekInterval, i);

      if (period.to <= today && !is_year (period))
        return i;
    }

  for (guint i = 0; i < periods->len; i++)
    if (g_array_index (periods, StreekInterval, i).to <= today)
      return i;

  return 0;
}

gboolean
streek_report_periods_find (const GArray *periods, StreekDate day, StreekInterval *period)
{
  gboolean is_found = FALSE;

  /* a year stands before its parts */
  for (guint i = 0; i < periods->len; i++)
    if (streek_interval_contains (g_array_index (periods, StreekInterval, i), day))
      {
        *period = g_array_index (periods, StreekInterval, i);
        is_found = TRUE;
      }

  return is_found;
}

char *
streek_report_period_dup_name (StreekInterval period, const StreekFormat *format)
{
  g_autofree char *first = streek_format_date (format, period.from);
  g_autofree char *last = streek_format_date (format, period.to - 1);

  return is_year (period) ? g_strdup_printf ("%d", get_year (period.from))
                          : g_strdup_printf ("%s – %s", first, last);
}
