/* streek-plan-import-timing.c: since when and until when, from one cell of a file */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "plan/streek-plan-import-private.h"

#include "plan/streek-pact.h"
#include "plan/streek-plan-item.h"
#include "plan/streek-plan-timing.h"

#include <glib/gi18n-lib.h>
#include <string.h>

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

static void
take_timing (StreekPlanReading *self,
             StreekPasting *pasting,
             StreekPastedRow *at,
             const char *text,
             StreekPlanTiming timing)
{
  const StreekRecord *pact =
    streek_records_find (pasting->records, &streek_pact_kind, self->sheet->pact);
  gboolean has_period = pact != NULL && streek_record_has (pact, STREEK_PACT_ENDS);

  if (timing.is_ongoing && has_period)
    {
      if (timing.starts.kind == STREEK_PERIOD_NONE)
        timing.starts = streek_record_get_period (pact, STREEK_PACT_STARTS);
      timing.ends = streek_record_get_period (pact, STREEK_PACT_ENDS);
      streek_pasting_note (pasting, at->row, NULL, "plan/as-long-as-the-plan",
                           /* Translators: %s is what a file says, such as "doorlopend". */
                           g_strdup_printf (_ ("“%s” is taken as long as the plan lasts."), text));
    }
  else if (timing.is_ongoing && timing.starts.kind == STREEK_PERIOD_NONE)
    streek_pasting_note (
      pasting, at->row, NULL, "plan/no-period",
      g_strdup_printf (_ ("“%s” says no year, and the plan has no period: left open."), text));

  set_period (pasting, at, STREEK_PLAN_ITEM_STARTS, timing.starts);
  set_period (pasting, at, STREEK_PLAN_ITEM_ENDS, timing.ends);
}

gboolean
streek_plan_fill_timing (StreekPlanReading *self,
                         StreekPasting *pasting,
                         StreekPastedRow *at,
                         const StreekPlanEntry *entry)
{
  int column = streek_plan_sheet_find_role (self->sheet, STREEK_PLAN_ROLE_TIMING, 0);
  const StreekRecordField *field = &kind->fields[STREEK_PLAN_ITEM_STARTS];
  guint32 flags = 0;
  g_autofree char *text =
    column >= 0 ? streek_plan_join_cells (self, entry, (guint) column, &flags) : g_strdup ("");
  StreekPlanTiming timing;

  if (*text == '\0' || strcmp (text, "-") == 0 || strcmp (text, "–") == 0)
    return TRUE;

  /* spreadsheets write a moment where a person wrote a day */
  if ((flags & STREEK_FIELD_DATE) && strlen (text) > 10)
    text[10] = '\0';

  const char *answer = streek_pasting_get_answer (pasting, field, text);

  if (streek_plan_timing_parse (text, &timing) ||
      (answer != NULL && streek_plan_timing_parse (answer, &timing)))
    take_timing (self, pasting, at, text, timing);
  else if (answer != NULL)
    streek_pasting_note (pasting, at->row, NULL, "paste/name-left-out",
                         g_strdup_printf (_ ("“%s” is no period, and is left out."), text));
  else
    streek_pasting_ask (pasting, at, NULL, field, text, FALSE);

  return TRUE;
}
