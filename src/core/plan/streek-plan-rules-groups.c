/* streek-plan-rules-groups.c: the rule about target groups that fare worse while no action helps */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "plan/streek-plan-rules-private.h"

#include "area/streek-area-rules.h"
#include "base/streek-format.h"
#include "plan/streek-group-actions.h"
#include "plan/streek-target-group.h"
#include "record/streek-record-look.h"
#include "table/streek-table.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  StreekRuleRun *run;
  StreekRecords *records;
  StreekAreas *areas;
  StreekCatalogue *catalogue;
  StreekTotals *totals;
  GPtrArray *places; /* (element-type utf8): areas of plans */
} Look;

static char *
dup_area_name (const Look *look, const char *ref)
{
  const StreekArea *area = streek_areas_resolve_ref (
    look->areas, ref, streek_areas_get_newest_date (look->areas), NULL, NULL);

  return g_strdup (area != NULL ? area->name : ref);
}

/* What the finding rests on: one that somebody accepted comes back when it changes. */
static StreekTable *
make_figures (const Look *look, const GPtrArray *worse)
{
  StreekTable *table = streek_table_new ();

  streek_table_add_column (table, "indicator", _ ("Indicator"), STREEK_COLUMN_TEXT, NULL, 0);
  streek_table_add_column (table, "area", _ ("Area"), STREEK_COLUMN_TEXT, NULL, 0);
  streek_table_add_column (table, "from", _ ("From"), STREEK_COLUMN_PERIOD, NULL, 0);
  streek_table_add_column (table, "from_value", _ ("Value"), STREEK_COLUMN_NUMBER, NULL, 2);
  streek_table_add_column (table, "to", _ ("Until"), STREEK_COLUMN_PERIOD, NULL, 0);
  streek_table_add_column (table, "to_value", _ ("Value"), STREEK_COLUMN_NUMBER, NULL, 2);

  for (guint i = 0; i < worse->len; i++)
    {
      const StreekGroupCourse *course = worse->pdata[i];
      const StreekIndicator *indicator =
        streek_catalogue_find (look->catalogue, course->indicator, NULL);
      g_autofree char *area = dup_area_name (look, course->area);
      guint row = streek_table_add_row (table);

      streek_table_set_text (table, row, 0, indicator->name);
      streek_table_set_text (table, row, 1, area);
      streek_table_set_period (table, row, 2, course->course.from);
      streek_table_set_number (table, row, 3, course->course.from_value, STREEK_STATUS_FINAL);
      streek_table_set_period (table, row, 4, course->course.to);
      streek_table_set_number (table, row, 5, course->course.to_value,
                               course->course.latest.total.status);
    }

  return table;
}

/* The first of them in words, and how many more there are. */
static char *
describe (const Look *look, const StreekRecord *group, const GPtrArray *worse)
{
  const StreekGroupCourse *first = worse->pdata[0];
  const StreekIndicator *indicator =
    streek_catalogue_find (look->catalogue, first->indicator, NULL);
  g_autofree char *name = streek_record_dup_title (group, look->records);
  g_autofree char *area = dup_area_name (look, first->area);
  g_autofree char *course =
    streek_course_dup_words (&first->course, indicator, streek_format_get_default ());
  g_autofree char *sentence = g_strdup_printf (
    /* Translators: %1$s is a target group, %2$s an indicator, %3$s an area and %4$s "from 10 %
     * (2019) to 12 % (2024), +2 percentage points: less favourable". */
    _ ("No action is for “%1$s”, while it fares worse. %2$s, %3$s: %4$s."), name, indicator->name,
    area, course);
  guint n_more = worse->len - 1;

  if (n_more == 0)
    return g_steal_pointer (&sentence);

  g_autofree char *more =
    g_strdup_printf (ngettext ("%u other figure of it is worse too.",
                               "%u other figures of it are worse too.", n_more),
                     n_more);

  return g_strdup_printf ("%s %s", sentence, more);
}

static void
report (const Look *look, const StreekRecord *group, const GPtrArray *worse)
{
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, streek_record_get_id (group));
  g_autofree char *place = g_strconcat (streek_target_group_kind.id, ":", key, NULL);
  g_autofree char *message = describe (look, group, worse);

  streek_rule_run_report (look->run, key, place, message, make_figures (look, worse));
}

static gboolean
look_at_group (const Look *look, const StreekRecord *group, int year, GError **error)
{
  gint64 id = streek_record_get_id (group);
  g_autoptr (GPtrArray) worse = g_ptr_array_new ();

  if (streek_target_group_has_open_action (look->records, id, year))
    return TRUE;

  g_autoptr (GPtrArray) courses = streek_target_group_judge (
    look->records, id, look->places, look->totals, streek_rule_run_get_today (look->run), error);

  if (courses == NULL)
    return FALSE;

  for (guint i = 0; i < courses->len; i++)
    if (((const StreekGroupCourse *) courses->pdata[i])->course.kind == STREEK_COURSE_WORSE)
      g_ptr_array_add (worse, courses->pdata[i]);
  if (worse->len > 0)
    report (look, group, worse);

  return TRUE;
}

gboolean
streek_plan_rules_look_for_worsening_groups (StreekRuleRun *run, GError **error)
{
  Look look = { run, streek_record_look_ensure_records (run, error) };
  StreekDb *db = streek_rule_run_get_db (run);
  int year;
  guint n = 0;

  look.areas = look.records != NULL ? streek_area_rules_ensure_areas (run, error) : NULL;
  if (look.areas == NULL)
    return FALSE;

  g_autoptr (StreekCatalogue) catalogue = streek_catalogue_load (db, error);
  g_autoptr (StreekTotals) totals =
    catalogue != NULL ? streek_totals_new (db, look.areas, catalogue) : NULL;
  g_autoptr (GPtrArray) places = streek_plans_list_areas (look.records);
  const StreekRecord *const *groups =
    totals != NULL ? streek_records_list (look.records, &streek_target_group_kind, &n) : NULL;

  look.catalogue = catalogue;
  look.totals = totals;
  look.places = places;
  streek_date_to_ymd (streek_rule_run_get_today (run), &year, NULL, NULL);

  for (guint i = 0; i < n && !streek_rule_run_is_cancelled (run); i++)
    if (!look_at_group (&look, groups[i], year, error))
      return FALSE;

  return totals != NULL;
}
