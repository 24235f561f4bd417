/* streek-cli-progress.c: which progress report of a plan or a body is meant: of a period, frozen,
 * compared */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "streek-cli-progress.h"

#include "figure/streek-figure.h"
#include "plan/streek-progress-report.h"
#include "plan/streek-report-periods.h"
#include "workspace/streek-plan-matrices.h"

#include <glib/gi18n-lib.h>
#include <string.h>

gboolean
streek_cli_progress_read (StreekCliProgress *self,
                          const StreekCommand *command,
                          const char *frozen,
                          const char *compare)
{
  guint64 version = 0;

  self->is_frozen = frozen != NULL;
  if (frozen != NULL && strcmp (frozen, "latest") != 0 &&
      !g_ascii_string_to_unsigned (frozen, 10, 1, 9999, &version, NULL))
    {
      /* Translators: keep --frozen and latest as they are; %s is what was typed. */
      streek_cli_usage (command, _ ("--frozen is the number of a version or latest, not “%s”."),
                        frozen);
      return FALSE;
    }

  self->version = (gint64) version;

  if (compare == NULL)
    return TRUE;
  if (strcmp (compare, "before") == 0)
    self->compare = STREEK_CLI_COMPARE_BEFORE;
  else if (strcmp (compare, "now") == 0 && self->is_frozen)
    self->compare = STREEK_CLI_COMPARE_NOW;
  else
    {
      /* Translators: keep --compare, --frozen, before and now as they are; %s is what was typed. */
      streek_cli_usage (command, _ ("--compare is before, or with --frozen also now, not “%s”."),
                        compare);
      return FALSE;
    }

  return TRUE;
}

static gboolean
is_in_year (const StreekCliProgress *self, StreekInterval period)
{
  int year, month, day;

  streek_date_to_ymd (period.from, &year, &month, &day);

  return self->year == 0 || year == self->year;
}

/* The period that is asked for by a day, or the one that is reported on now. */
static gboolean
find_period (const StreekCliProgress *self,
             const StreekRecordView *view,
             StreekInterval *period,
             GError **error)
{
  g_autoptr (GArray) periods = streek_report_periods_list (view, self->of);
  StreekDate today = streek_record_view_get_today (view);

  for (guint i = periods->len; i-- > 0;)
    if (!is_in_year (self, g_array_index (periods, StreekInterval, i)))
      g_array_remove_index (periods, i);

  if (self->on == STREEK_DATE_NONE && periods->len > 0)
    {
      *period =
        g_array_index (periods, StreekInterval, streek_report_periods_find_due (periods, today));
      return TRUE;
    }

  if (self->on != STREEK_DATE_NONE && streek_report_periods_find (periods, self->on, period))
    return TRUE;

  g_set_error_literal (error, STREEK_FIGURE_ERROR, STREEK_FIGURE_ERROR_NO_DATA,
                       self->of.pact != 0 ? _ ("The plan did not run on that day.")
                                          : _ ("The year programme is not of that day."));

  return FALSE;
}

static gint64
get_days (const StreekRecord *report)
{
  StreekInterval period = streek_progress_report_get_period (report);

  return period.to - period.from;
}

static gboolean
is_meant (const StreekCliProgress *self, const StreekRecord *report)
{
  return (self->version == 0 ||
          streek_record_get_integer (report, STREEK_PROGRESS_REPORT_VERSION) == self->version) &&
         (self->on == STREEK_DATE_NONE ||
          streek_interval_contains (streek_progress_report_get_period (report), self->on)) &&
         is_in_year (self, streek_progress_report_get_period (report));
}

/* Of those with the day in them the one of the shortest period; the newest. 0: none */
static gint64
find_report (const StreekCliProgress *self, const StreekRecordView *view)
{
  g_autoptr (GPtrArray) reports =
    streek_progress_reports_list (streek_record_view_get_records (view), self->of, NULL);
  const StreekRecord *found = NULL;

  for (guint i = 0; i < reports->len; i++)
    if (is_meant (self, reports->pdata[i]) &&
        (found == NULL ||
         (self->on != STREEK_DATE_NONE && get_days (reports->pdata[i]) < get_days (found))))
      found = reports->pdata[i];

  return found != NULL ? streek_record_get_id (found) : 0;
}

static StreekMatrix *
make_frozen (const StreekCliProgress *self, const StreekRecordView *view, GError **error)
{
  gint64 report = find_report (self, view);

  if (report == 0)
    {
      g_set_error_literal (error, STREEK_FIGURE_ERROR, STREEK_FIGURE_ERROR_NO_DATA,
                           _ ("No such report was frozen."));
      return NULL;
    }

  switch (self->compare)
    {
    case STREEK_CLI_COMPARE_NOW:
      return streek_progress_since_matrix_new (view, report, error);
    case STREEK_CLI_COMPARE_BEFORE:
      return streek_progress_before_matrix_new (view, report, error);
    case STREEK_CLI_COMPARE_NOTHING:
    default:
      return streek_frozen_progress_matrix_new (view, report, error);
    }
}

StreekMatrix *
streek_cli_progress_make (const StreekCliProgress *self,
                          const StreekRecordView *view,
                          GError **error)
{
  g_return_val_if_fail (self != NULL && view != NULL, NULL);

  StreekInterval period;
  gboolean compares = self->compare == STREEK_CLI_COMPARE_BEFORE;

  if (self->is_frozen)
    return make_frozen (self, view, error);
  if (!find_period (self, view, &period, error))
    return NULL;

  if (self->of.body != 0)
    return compares ? streek_body_progress_news_matrix_new (view, self->of.body, period, error)
                    : streek_body_progress_matrix_new (view, self->of.body, period, error);

  return compares ? streek_progress_news_matrix_new (view, self->of.pact, period, error)
                  : streek_progress_matrix_new (view, self->of.pact, period, error);
}
