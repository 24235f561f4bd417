/* streek-report-periods.c: the periods over which a plan is reported: every two months, say */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "plan/streek-report-periods.h"

#include "plan/streek-due.h"
#include "plan/streek-follow-up.h"
#include "plan/streek-pact.h"
#include "plan/streek-plan-item.h"
#include "plan/streek-progress-report.h"
#include "plan/streek-year-programme.h"

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
get_own_months (const StreekRecord *pact)
{
  return (guint) CLAMP (streek_record_get_integer (pact, STREEK_PACT_REPORT_MONTHS), 1,
                        MONTHS_PER_YEAR);
}

/* As often as it says; a body as its own plans do, the one that is reported most often. */
static guint
get_months (const StreekRecords *records, StreekReportOf of)
{
  const StreekRecord *pact = streek_records_find (records, &streek_pact_kind, of.pact);
  guint months = 0, n = 0;
  const StreekRecord *const *own =
    of.body != 0
      ? streek_records_list_by (records, &streek_pact_kind, STREEK_PACT_BODY, of.body, &n)
      : NULL;

  if (pact != NULL && streek_record_has (pact, STREEK_PACT_REPORT_MONTHS))
    months = get_own_months (pact);
  for (guint i = 0; i < n; i++)
    if (streek_record_has (own[i], STREEK_PACT_REPORT_MONTHS))
      months = months == 0 ? get_own_months (own[i]) : MIN (months, get_own_months (own[i]));

  return months != 0 ? months : STREEK_USUAL_REPORT_MONTHS;
}

static void
widen (StreekDate *first, StreekDate *last, StreekDate from, StreekDate until)
{
  *first = *first == STREEK_DATE_NONE ? from : MIN (*first, from);
  *last = *last == STREEK_DATE_NONE ? until : MAX (*last, until);
}

/* Widens @first and @last to what was reported of the plan. */
static void
take_updates (const StreekRecords *records, gint64 pact, StreekDate *first, StreekDate *last)
{
  guint n;
  const StreekRecord *const *updates = streek_records_list (records, &streek_progress_kind, &n);

  for (guint i = 0; i < n; i++)
    {
      const StreekRecord *item = streek_record_follow (updates[i], STREEK_PROGRESS_ITEM, records);
      StreekDate day = streek_record_get_day (updates[i], STREEK_PROGRESS_REPORTED_ON);

      if (item != NULL && day != STREEK_DATE_NONE &&
          streek_record_get_reference (item, STREEK_PLAN_ITEM_PACT) == pact)
        widen (first, last, day, day);
    }
}

/* Widens them to the years of the programmes of a body. */
static void
take_programmes (const StreekRecords *records, gint64 body, StreekDate *first, StreekDate *last)
{
  guint n;
  const StreekRecord *const *programmes = streek_records_list_by (
    records, &streek_year_programme_kind, STREEK_YEAR_PROGRAMME_BODY, body, &n);

  for (guint i = 0; i < n; i++)
    {
      int year = (int) streek_record_get_integer (programmes[i], STREEK_YEAR_PROGRAMME_YEAR);

      if (year > 0)
        widen (first, last, streek_date_from_ymd (year, 1, 1), streek_date_from_ymd (year, 12, 31));
    }
}

/* First and last day; NONE where nothing says them. */
static void
find_span (const StreekRecords *records, StreekReportOf of, StreekDate *first, StreekDate *last)
{
  const StreekRecord *pact = streek_records_find (records, &streek_pact_kind, of.pact);

  *first = *last = STREEK_DATE_NONE;
  if (pact != NULL)
    {
      *first = streek_period_get_first_day (streek_record_get_period (pact, STREEK_PACT_STARTS));
      *last = streek_period_get_last_day (streek_record_get_period (pact, STREEK_PACT_ENDS));
      take_updates (records, of.pact, first, last);
    }
  else
    {
      take_programmes (records, of.body, first, last);
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
take_reports (GArray *periods, const StreekRecords *records, StreekReportOf of)
{
  g_autoptr (GPtrArray) reports = streek_progress_reports_list (records, of, NULL);

  for (guint i = 0; i < reports->len; i++)
    ensure_period (periods, streek_progress_report_get_period (reports->pdata[i]));
}

GArray *
streek_report_periods_list (const StreekRecordView *view, StreekReportOf of)
{
  g_return_val_if_fail (view != NULL, NULL);

  return streek_report_periods_list_on (streek_record_view_get_records (view), of,
                                        streek_record_view_get_today (view));
}

GArray *
streek_report_periods_list_on (const StreekRecords *records, StreekReportOf of, StreekDate today)
{
  g_return_val_if_fail (records != NULL, NULL);

  StreekDate first, last;
  GArray *periods = g_array_new (FALSE, FALSE, sizeof (StreekInterval));

  find_span (records, of, &first, &last);
  last = last == STREEK_DATE_NONE || last > today ? today : last;
  if (first == STREEK_DATE_NONE)
    first = streek_date_from_ymd (get_year (last) - USUAL_YEARS, 1, 1);

  StreekInterval span = { first, last + 1 };

  for (int year = get_year (last); year >= MAX (get_year (first), get_year (last) - MAX_YEARS);
       year--)
    add_year (periods, year, get_months (records, of), span);
  take_reports (periods, records, of);

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
