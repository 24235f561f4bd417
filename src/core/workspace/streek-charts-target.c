/* streek-charts-target.c: what should be reached, as a line across the chart of its indicator */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "plan/streek-follow-up.h"
#include "plan/streek-plan-item.h"
#include "plan/streek-plan-tree.h"
#include "plan/streek-target-words.h"
#include "record/streek-record-portrait.h"
#include "workspace/streek-charts-private.h"
#include "workspace/streek-record-edits.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A target is of one area: across the figures of another it would say something else. */
static gboolean
has_area (const StreekChartGathering *self, const char *ref)
{
  for (guint i = 0; ref != NULL && i < self->places->len; i++)
    {
      const StreekChartPlace *place = &g_array_index (self->places, StreekChartPlace, i);

      if (!place->is_reference && strcmp (place->ref, ref) == 0)
        return TRUE;
    }

  return FALSE;
}

static char *
dup_note (const StreekRecordView *view, const StreekRecord *target, const char *area)
{
  StreekRecords *records = streek_record_view_get_records (view);
  const StreekRecord *item = streek_record_follow (target, STREEK_TARGET_ITEM, records);
  g_autofree char *label = item != NULL ? streek_plan_item_dup_label (item) : g_strdup ("");
  g_autofree char *name =
    area != NULL ? streek_record_view_dup_area_name (view, area) : g_strdup ("");
  g_autofree char *way = streek_target_dup_way (view, target);

  /* Translators: %1$s is a goal or an action, %2$s an area, %3$s "From 10 % (2019) to 6 % by 2030".
   */
  return g_strdup_printf (_ ("Target of “%1$s” for %2$s: %3$s."), label, name, way);
}

gboolean
streek_chart_gathering_find_target (StreekChartGathering *self,
                                    StreekWorkspace *workspace,
                                    GError **error)
{
  if (self->spec->target == NULL)
    return TRUE;

  g_autoptr (StreekRecordView) view = streek_workspace_dup_record_view (workspace, error);

  if (view == NULL)
    return FALSE;

  const StreekRecord *target = streek_records_find_place (streek_record_view_get_records (view),
                                                          &streek_target_kind, self->spec->target);
  StreekLatestQuery queries[STREEK_RECORD_MAX_FIGURES] = { 0 };

  if (target == NULL ||
      streek_target_kind.ask_figures (target, streek_record_view_get_records (view), queries) ==
        0 ||
      self->subjects->len != 1 ||
      strcmp (streek_chart_gathering_get_subject (self, 0)->indicator->code,
              queries[0].indicator) != 0)
    return TRUE;

  g_autofree char *goal = streek_target_dup_goal (view, target);

  self->target_note = dup_note (view, target, queries[0].area);
  if (goal != NULL && has_area (self, queries[0].area))
    {
      self->target = streek_record_get_number (target, STREEK_TARGET_TARGET);
      /* Translators: words on a line in a chart; %s is "6 % by 2030". */
      self->target_name = g_strdup_printf (C_ ("chart", "Target: %s"), goal);
    }

  return TRUE;
}
