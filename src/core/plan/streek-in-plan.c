/* streek-in-plan.c: of which plans something is that hangs on an action of a plan or of a year */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "plan/streek-in-plan.h"

#include "plan/streek-pact.h"
#include "plan/streek-plan-item.h"
#include "plan/streek-year-programme.h"
#include "record/streek-records.h"

#include <glib/gi18n-lib.h>

const StreekRecordField streek_in_plan_field = { "in_plan", N_ ("Of the plan"),
                                                 STREEK_RECORD_REFERENCE,
                                                 .target = &streek_pact_kind };

/* @item: (nullable) */
static void
add_plan (GPtrArray *lines, const StreekRecord *item)
{
  gint64 pact = item != NULL ? streek_record_get_reference (item, STREEK_PLAN_ITEM_PACT) : 0;
  g_autofree char *line = g_strdup_printf ("%" G_GINT64_FORMAT, pact);

  if (pact != 0 && !g_ptr_array_find_with_equal_func (lines, line, g_str_equal, NULL))
    g_ptr_array_add (lines, g_steal_pointer (&line));
}

static void
add_plans_of_year (GPtrArray *lines, const StreekRecords *records, const StreekRecord *action)
{
  guint n;
  const StreekRecord *const *links =
    streek_records_list_by (records, &streek_year_action_item_kind,
                            STREEK_YEAR_ACTION_ITEM_YEAR_ACTION, streek_record_get_id (action), &n);

  for (guint i = 0; i < n; i++)
    add_plan (lines, streek_record_follow (links[i], STREEK_YEAR_ACTION_ITEM_ITEM, records));
}

char *
streek_in_plan_dup (const StreekRecords *records,
                    const StreekRecord *item,
                    const StreekRecord *year_action)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  add_plan (lines, item);
  if (year_action != NULL)
    add_plans_of_year (lines, records, year_action);
  if (lines->len == 0)
    return NULL;

  g_ptr_array_add (lines, NULL);

  return g_strjoinv ("\n", (char **) lines->pdata);
}
