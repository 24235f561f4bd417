/* streek-plan-import-timing.c: since when and until when, from one cell of a file */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "plan/streek-plan-import-private.h"

#include "plan/streek-pact.h"
#include "plan/streek-plan-item.h"
#include "plan/streek-plan-sheet-private.h"
#include "plan/streek-plan-timing.h"
#include "record/streek-record-amount.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define ROLE_STARTS "starts"
#define ROLE_ENDS "ends"

static const StreekRecordKind *const kind = &streek_plan_item_kind;

static void
set_period (StreekPasting *pasting, StreekPastedRow *at, guint field, StreekPeriod period)
{
  if (period.kind == STREEK_PERIOD_NONE ||
      (at->record != NULL &&
       streek_period_equal (streek_record_get_period (at->record, field), period)))
    return;

  streek_record_changes_set_period (pasting->paste->changes, kind, at->id, field, period);
  at->n_set++;
}

/* "2026-03 – 2026-05" as people read it */
static char *
dup_words (const StreekPasting *pasting, const StreekPlanTiming *timing)
{
  const StreekFormat *format = streek_record_view_get_format (pasting->view);
  g_autofree char *first = timing->starts.kind != STREEK_PERIOD_NONE
                             ? streek_format_period (format, timing->starts)
                             : g_strdup ("…");
  g_autofree char *last = timing->ends.kind != STREEK_PERIOD_NONE
                            ? streek_format_period (format, timing->ends)
                            : g_strdup ("…");

  return g_strdup_printf ("%s – %s", first, last);
}

/* What a timing leaves open, from the plan; and what is to be told of it. */
static void
complete_timing (const StreekPlanReading *self,
                 StreekPasting *pasting,
                 const StreekPastedRow *at,
                 const char *text,
                 StreekPlanTiming *timing)
{
  const StreekRecord *pact =
    streek_records_find (pasting->records, &streek_pact_kind, self->sheet->pact);
  gboolean has_period = pact != NULL && streek_record_has (pact, STREEK_PACT_ENDS);

  if (timing->is_ongoing && has_period)
    {
      if (timing->starts.kind == STREEK_PERIOD_NONE)
        timing->starts = streek_record_get_period (pact, STREEK_PACT_STARTS);
      timing->ends = streek_record_get_period (pact, STREEK_PACT_ENDS);
      streek_pasting_note (pasting, at->row, NULL, "plan/as-long-as-the-plan",
                           /* Translators: %s is what a file says, such as "doorlopend". */
                           g_strdup_printf (_ ("“%s” is taken as long as the plan lasts."), text));
    }
  else if (timing->is_ongoing && timing->starts.kind == STREEK_PERIOD_NONE)
    streek_pasting_note (
      pasting, at->row, NULL, "plan/no-period",
      g_strdup_printf (_ ("“%s” says no year, and the plan has no period: left open."), text));
  else if (timing->is_rough)
    {
      g_autofree char *words = dup_words (pasting, timing);

      streek_pasting_note (pasting, at->row, NULL, "paste/taken-as",
                           g_strdup_printf (_ ("“%1$s” is taken as %2$s."), text, words));
    }
}

/* What a cell says of time. FALSE where it says nothing, or is asked about. @field: what it would
 * be
 */
static gboolean
read_cell (const StreekPlanReading *self,
           StreekPasting *pasting,
           StreekPastedRow *at,
           const StreekPlanEntry *entry,
           const char *role,
           guint field,
           StreekPlanTiming *timing)
{
  int column = streek_plan_sheet_find_role (self->sheet, role, 0);
  guint32 flags = 0;
  g_autofree char *text =
    column >= 0 ? streek_plan_join_cells (self, entry, (guint) column, &flags) : g_strdup ("");

  if (streek_record_amount_is_none (text) || *text == '\0')
    return FALSE;

  /* spreadsheets write a moment where a person wrote a day */
  if ((flags & STREEK_FIELD_DATE) && strlen (text) > 10)
    text[10] = '\0';

  const char *answer = streek_pasting_get_answer (pasting, &kind->fields[field], text);

  if (streek_plan_timing_parse (text, timing) ||
      (answer != NULL && streek_plan_timing_parse (answer, timing)))
    {
      complete_timing (self, pasting, at, text, timing);
      return TRUE;
    }

  if (answer != NULL)
    streek_pasting_note (pasting, at->row, NULL, "paste/name-left-out",
                         g_strdup_printf (_ ("“%s” is no period, and is left out."), text));
  else
    streek_pasting_ask (pasting, at, NULL, &kind->fields[field], text, FALSE);

  return FALSE;
}

/* A column that is there and empty empties the field, where that is wanted. */
static void
empty_period (const StreekPlanReading *self,
              StreekPasting *pasting,
              StreekPastedRow *at,
              const StreekPlanEntry *entry,
              const char *role,
              guint field)
{
  int column = streek_plan_sheet_find_role (self->sheet, role, 0);
  guint32 flags;

  if (column < 0 || at->record == NULL || !streek_record_has (at->record, field) ||
      !streek_pasting_empties (pasting, at))
    return;

  g_autofree char *text = streek_plan_join_cells (self, entry, (guint) column, &flags);

  if (*text != '\0')
    return;

  streek_record_changes_clear (pasting->paste->changes, kind, at->id, field);
  at->n_set++;
}

static gboolean
is_stretch (const StreekPlanTiming *timing)
{
  return timing->starts.kind != STREEK_PERIOD_NONE && timing->ends.kind != STREEK_PERIOD_NONE &&
         !streek_period_equal (timing->starts, timing->ends);
}

/* "Start" and "End" in columns of their own say as much as one cell for both may. */
static void
fill_edges (const StreekPlanReading *self,
            StreekPasting *pasting,
            StreekPastedRow *at,
            const StreekPlanEntry *entry)
{
  StreekPlanTiming first = { 0 }, last = { 0 };
  gboolean has_first =
    read_cell (self, pasting, at, entry, ROLE_STARTS, STREEK_PLAN_ITEM_STARTS, &first);
  gboolean has_last = read_cell (self, pasting, at, entry, ROLE_ENDS, STREEK_PLAN_ITEM_ENDS, &last);

  if (has_first)
    set_period (pasting, at, STREEK_PLAN_ITEM_STARTS,
                first.starts.kind != STREEK_PERIOD_NONE ? first.starts : first.ends);
  else
    empty_period (self, pasting, at, entry, ROLE_STARTS, STREEK_PLAN_ITEM_STARTS);

  if (has_last)
    set_period (pasting, at, STREEK_PLAN_ITEM_ENDS,
                last.ends.kind != STREEK_PERIOD_NONE ? last.ends : last.starts);
  else if (has_first && is_stretch (&first))
    set_period (pasting, at, STREEK_PLAN_ITEM_ENDS, first.ends);
  else
    empty_period (self, pasting, at, entry, ROLE_ENDS, STREEK_PLAN_ITEM_ENDS);
}

/* Marks under periods */

static int
compare_periods (gconstpointer a, gconstpointer b)
{
  StreekDate first = streek_period_get_first_day (*(const StreekPeriod *) a);
  StreekDate second = streek_period_get_first_day (*(const StreekPeriod *) b);

  return (first > second) - (first < second);
}

/* (transfer full) (element-type StreekPeriod): those that a row marks, in the order of time */
static GArray *
list_marked (const StreekPlanReading *self,
             StreekPasting *pasting,
             const StreekPastedRow *at,
             const StreekPlanEntry *entry)
{
  const StreekPlanSheet *sheet = self->sheet;
  GArray *marked = g_array_new (FALSE, FALSE, sizeof (StreekPeriod));
  int column;

  for (guint nth = 0;
       (column = streek_plan_sheet_find_role (sheet, STREEK_PLAN_ROLE_MARK, nth)) >= 0; nth++)
    {
      StreekPeriod period;
      guint32 flags;
      g_autofree char *text = streek_plan_join_cells (self, entry, (guint) column, &flags);
      g_auto (GStrv) cells = g_strsplit (text, "\n", 2);

      if (*text == '\0' || (!streek_plan_is_mark (cells[0]) && streek_record_amount_is_none (text)))
        continue;

      if (!streek_plan_marks_read_head (sheet, pasting->records, sheet->headers[column], &period))
        streek_pasting_note (
          pasting, at->row, NULL, "plan/no-period",
          /* Translators: %s is the head of a column. */
          g_strdup_printf (_ ("“%s” is no period: what is marked under it is left out."),
                           sheet->headers[column]));
      else if (!streek_plan_is_mark (cells[0]))
        streek_pasting_note (pasting, at->row, NULL, "plan/no-mark",
                             /* Translators: %1$s is a cell, %2$s the head of its column. */
                             g_strdup_printf (_ ("“%1$s” under %2$s is no mark, and is left out."),
                                              text, sheet->headers[column]));
      else
        g_array_append_val (marked, period);
    }

  g_array_sort (marked, compare_periods);

  return marked;
}

static gboolean
follows (StreekPeriod former, StreekPeriod period)
{
  return streek_period_get_first_day (period) <= streek_period_get_last_day (former) + 1;
}

/* "2021 – 2022, 2024": what follows without a gap together. @n_runs: (out) */
static char *
dup_runs (const StreekPasting *pasting, const GArray *marked, guint *n_runs)
{
  GString *runs = g_string_new (NULL);

  *n_runs = 0;

  for (guint i = 0, first = 0; i < marked->len; i++)
    {
      StreekPeriod period = g_array_index (marked, StreekPeriod, i);

      if (i + 1 < marked->len && follows (period, g_array_index (marked, StreekPeriod, i + 1)))
        continue;

      const StreekPlanTiming run = { g_array_index (marked, StreekPeriod, first), period, FALSE,
                                     FALSE };
      g_autofree char *words =
        first == i ? streek_format_period (streek_record_view_get_format (pasting->view), period)
                   : dup_words (pasting, &run);

      g_string_append_printf (runs, "%s%s", *n_runs > 0 ? ", " : "", words);
      (*n_runs)++;
      first = i + 1;
    }

  return g_string_free (runs, FALSE);
}

/* Whether another column says since when or until when. */
static gboolean
says_time (const StreekPlanReading *self, const StreekPlanEntry *entry)
{
  static const char *const roles[] = { ROLE_STARTS, ROLE_ENDS, STREEK_PLAN_ROLE_TIMING };

  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    {
      int column = streek_plan_sheet_find_role (self->sheet, roles[i], 0);
      guint32 flags;
      g_autofree char *text =
        column >= 0 ? streek_plan_join_cells (self, entry, (guint) column, &flags) : g_strdup ("");

      if (*text != '\0' && !streek_record_amount_is_none (text))
        return TRUE;
    }

  return FALSE;
}

/* From the first that is marked until the last; what was not marked between them is told. */
static void
fill_marks (const StreekPlanReading *self,
            StreekPasting *pasting,
            StreekPastedRow *at,
            const StreekPlanEntry *entry)
{
  g_autoptr (GArray) marked = list_marked (self, pasting, at, entry);

  if (marked->len == 0)
    return;

  const StreekPlanTiming timing = { g_array_index (marked, StreekPeriod, 0),
                                    g_array_index (marked, StreekPeriod, marked->len - 1), FALSE,
                                    FALSE };
  guint n_runs;
  g_autofree char *runs = dup_runs (pasting, marked, &n_runs);
  g_autofree char *words = dup_words (pasting, &timing);

  if (says_time (self, entry))
    {
      streek_pasting_note (
        pasting, at->row, NULL, "plan/marks-left-out",
        /* Translators: %s is periods, such as "2021 – 2022, 2024". */
        g_strdup_printf (_ ("Marked is %s; another column says the timing, which counts."), runs));
      return;
    }

  if (n_runs > 1)
    streek_pasting_note (
      pasting, at->row, NULL, "plan/marks-with-gap",
      /* Translators: %1$s is periods with gaps between them, such as "2021, 2023", %2$s one from
       * the first to the last. */
      g_strdup_printf (_ ("Marked is %1$s, with a gap: taken as %2$s."), runs, words));

  set_period (pasting, at, STREEK_PLAN_ITEM_STARTS, timing.starts);
  set_period (pasting, at, STREEK_PLAN_ITEM_ENDS, timing.ends);
}

void
streek_plan_fill_timing (StreekPlanReading *self,
                         StreekPasting *pasting,
                         StreekPastedRow *at,
                         const StreekPlanEntry *entry)
{
  StreekPlanTiming timing;

  fill_edges (self, pasting, at, entry);
  fill_marks (self, pasting, at, entry);

  if (!read_cell (self, pasting, at, entry, STREEK_PLAN_ROLE_TIMING, STREEK_PLAN_ITEM_STARTS,
                  &timing))
    return;

  set_period (pasting, at, STREEK_PLAN_ITEM_STARTS, timing.starts);
  set_period (pasting, at, STREEK_PLAN_ITEM_ENDS, timing.ends);
}
