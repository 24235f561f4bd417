/* streek-plan-marks.c: timing as marks under years, quarters or months, as plans draw it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "plan/streek-plan-sheet-private.h"

#include "exchange/streek-period-words.h"
#include "plan/streek-pact.h"
#include "record/streek-record-amount.h"
#include "search/streek-fold.h"

#include <string.h>

/* Years in which a plan may run: other numbers are no period. */
#define FIRST_YEAR 1990
#define LAST_YEAR 2100

static const char *const marks[] = {
  "x", "xx", "v", "j", "ja", "y", "yes", "✓", "✔", "☑", "☒", "●", "•", "■", "▪", "*", "+",
};

gboolean
streek_plan_is_mark (const char *text)
{
  g_autofree char *folded = streek_fold (text, NULL);

  g_strstrip (folded);
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (strcmp (folded, marks[i]) == 0)
      return TRUE;

  return FALSE;
}

gboolean
streek_plan_is_part_of_year (const char *header)
{
  StreekPeriodPart part;

  return streek_period_words_parse_part (header, strlen (header), STREEK_PERIOD_NONE, &part);
}

static int
get_year (StreekPeriod period)
{
  int year, month, day;

  streek_date_to_ymd (streek_period_get_first_day (period), &year, &month, &day);

  return year;
}

/* The year of a plan that has one; 0: it has none, or several. */
static int
find_only_year (const StreekPlanSheet *sheet, const StreekRecords *records)
{
  const StreekRecord *pact = streek_records_find (records, &streek_pact_kind, sheet->pact);

  if (pact == NULL || !streek_record_has (pact, STREEK_PACT_STARTS) ||
      !streek_record_has (pact, STREEK_PACT_ENDS))
    return 0;

  int first = get_year (streek_record_get_period (pact, STREEK_PACT_STARTS));
  int last = get_year (streek_record_get_period (pact, STREEK_PACT_ENDS));

  return first == last ? first : 0;
}

static gboolean
is_in_time (StreekPeriod period)
{
  int year = get_year (period);

  return year >= FIRST_YEAR && year <= LAST_YEAR;
}

static gboolean
join (int year, StreekPeriodPart part, StreekPeriod *period)
{
  g_autofree char *text =
    g_strdup_printf (part.kind == STREEK_PERIOD_QUARTER ? "%d-Q%u" : "%d-%02u", year, part.part);

  return year != 0 && streek_period_parse (text, period, NULL);
}

/* What one row of a header says: a period of its own, a year, or a part of one. */
static gboolean
read_word (const char *word, int *year, StreekPeriodPart *part, StreekPeriod *period)
{
  StreekPeriod found;
  gsize start, end;

  if (streek_period_words_parse_part (word, strlen (word), STREEK_PERIOD_NONE, part) ||
      !streek_period_words_parse (word, strlen (word), &found))
    {
      /* "Timing 2021" above quarters */
      if (part->kind == STREEK_PERIOD_NONE &&
          streek_period_words_find (word, &found, &start, &end) &&
          found.kind == STREEK_PERIOD_YEAR && is_in_time (found))
        *year = get_year (found);
      return FALSE;
    }

  if (!is_in_time (found) || found.kind == STREEK_PERIOD_DAY)
    return FALSE;
  if (found.kind == STREEK_PERIOD_YEAR)
    *year = get_year (found);
  *period = found;

  return TRUE;
}

gboolean
streek_plan_marks_read_head (const StreekPlanSheet *sheet,
                             const StreekRecords *records,
                             const char *header,
                             StreekPeriod *period)
{
  g_auto (GStrv) words = g_strsplit (header, " / ", -1);
  StreekPeriodPart part = { STREEK_PERIOD_NONE, 0 };
  gboolean is_whole = FALSE;
  int year = 0;

  for (guint i = 0; words[i] != NULL; i++)
    is_whole = read_word (g_strstrip (words[i]), &year, &part, period);

  if (is_whole && part.kind == STREEK_PERIOD_NONE)
    return TRUE;

  return part.kind != STREEK_PERIOD_NONE &&
         join (year != 0 ? year : find_only_year (sheet, records), part, period);
}

static gboolean
holds_marks (const StreekPlanSheet *sheet, const StreekRecordHead *head, guint column)
{
  const StreekGrid *grid = streek_plan_sheet_get_grid (sheet);
  gboolean is_any = FALSE;

  for (guint row = head->first_row; row < MIN (grid->rows->len, head->end_row); row++)
    {
      const char *text = streek_grid_get (grid, row, column);

      if (streek_plan_is_mark (text))
        is_any = TRUE;
      else if (*text != '\0' && !streek_record_amount_is_none (text))
        return FALSE;
    }

  return is_any;
}

/* Whether nothing stands in a column below its head. */
static gboolean
is_empty (const StreekPlanSheet *sheet, const StreekRecordHead *head, guint column)
{
  const StreekGrid *grid = streek_plan_sheet_get_grid (sheet);

  for (guint row = head->first_row; row < MIN (grid->rows->len, head->end_row); row++)
    if (*streek_grid_get (grid, row, column) != '\0')
      return FALSE;

  return TRUE;
}

GArray *
streek_plan_marks_find (const StreekPlanSheet *sheet,
                        const StreekRecords *records,
                        const StreekRecordHead *head)
{
  g_auto (GStrv) headers =
    streek_record_head_make_names (head, streek_plan_sheet_get_grid (sheet), sheet->n_columns);
  GArray *columns = g_array_new (FALSE, FALSE, sizeof (guint));
  gboolean is_any = FALSE;
  StreekPeriod period;

  for (guint i = 0; i < sheet->n_columns && head->n_rows > 0; i++)
    {
      if (!streek_plan_marks_read_head (sheet, records, headers[i], &period))
        continue;

      gboolean has_marks = holds_marks (sheet, head, i);

      /* a quarter in which nothing happens is one all the same */
      if (has_marks || is_empty (sheet, head, i))
        g_array_append_val (columns, i);
      is_any = is_any || has_marks;
    }

  if (!is_any)
    g_array_set_size (columns, 0);

  return columns;
}
