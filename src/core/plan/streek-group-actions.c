/* streek-group-actions.c: what plans do for a target group, and how it fares */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "plan/streek-group-actions.h"

#include "plan/streek-pact.h"
#include "plan/streek-plan-item.h"
#include "plan/streek-plan-links.h"
#include "plan/streek-plan-tree.h"
#include "plan/streek-target-group.h"
#include "plan/streek-year-programme.h"

#include <string.h>

/* Items */

/* An item in its plan. */
typedef struct
{
  const StreekRecord *item;
  StreekDate starts; /* of its plan */
  gint64 pact;
  int node;
} Place;

/* gint64 → item: those that name the group */
static GHashTable *
index_named (const StreekRecords *records, gint64 group)
{
  GHashTable *named = g_hash_table_new (NULL, NULL);
  guint n;
  const StreekRecord *const *links = streek_records_list_by (
    records, &streek_item_target_group_kind, STREEK_ITEM_TARGET_GROUP_TARGET_GROUP, group, &n);

  for (guint i = 0; i < n; i++)
    {
      const StreekRecord *item =
        streek_record_follow (links[i], STREEK_ITEM_TARGET_GROUP_ITEM, records);

      if (item != NULL)
        g_hash_table_add (named, (gpointer) item);
    }

  return named;
}

/* A circle of parents ends somewhere. */
static gboolean
stands_under (const StreekRecord *item, const StreekRecords *records, GHashTable *named)
{
  for (guint depth = 0; item != NULL && depth < 64; depth++)
    {
      item = streek_record_follow (item, STREEK_PLAN_ITEM_PARENT, records);
      if (item != NULL && g_hash_table_contains (named, item))
        return TRUE;
    }

  return FALSE;
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const Place *left = a, *right = b;

  if (left->starts != right->starts)
    return left->starts > right->starts ? -1 : 1;
  if (left->pact != right->pact)
    return left->pact < right->pact ? -1 : 1;

  return (left->node > right->node) - (left->node < right->node);
}

/* Those of one plan, in its order. */
static void
add_places (GArray *places,
            const StreekRecords *records,
            const StreekRecord *pact,
            GHashTable *named)
{
  gint64 id = streek_record_get_id (pact);
  g_autoptr (StreekPlanTree) tree = streek_plan_tree_new ((StreekRecords *) records, id);
  guint n;
  const StreekRecord *const *items =
    streek_records_list_by (records, &streek_plan_item_kind, STREEK_PLAN_ITEM_PACT, id, &n);

  for (guint i = 0; i < n; i++)
    {
      if (!g_hash_table_contains (named, items[i]) &&
          (!streek_plan_item_is_action (items[i], records) ||
           !stands_under (items[i], records, named)))
        continue;

      Place place = {
        items[i],
        streek_period_get_first_day (streek_record_get_period (pact, STREEK_PACT_STARTS)),
        id,
        streek_plan_tree_find (tree, streek_record_get_id (items[i])),
      };

      g_array_append_val (places, place);
    }
}

static gboolean
is_plan_of_any (const StreekRecord *pact, GHashTable *named)
{
  GHashTableIter iter;
  gpointer item;

  g_hash_table_iter_init (&iter, named);
  while (g_hash_table_iter_next (&iter, &item, NULL))
    if (streek_record_get_reference (item, STREEK_PLAN_ITEM_PACT) == streek_record_get_id (pact))
      return TRUE;

  return FALSE;
}

GPtrArray *
streek_target_group_list_items (const StreekRecords *records, gint64 group)
{
  g_return_val_if_fail (records != NULL, NULL);

  g_autoptr (GHashTable) named = index_named (records, group);
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (Place));
  GPtrArray *items = g_ptr_array_new ();
  guint n;
  const StreekRecord *const *pacts = streek_records_list (records, &streek_pact_kind, &n);

  for (guint i = 0; i < n; i++)
    if (is_plan_of_any (pacts[i], named))
      add_places (places, records, pacts[i], named);

  g_array_sort (places, compare_places);
  for (guint i = 0; i < places->len; i++)
    g_ptr_array_add (items, (gpointer) g_array_index (places, Place, i).item);

  return items;
}

/* Years */

static int
get_year (const StreekRecord *action, const StreekRecords *records)
{
  const StreekRecord *programme =
    streek_record_follow (action, STREEK_YEAR_ACTION_PROGRAMME, records);

  return programme != NULL ? (int) streek_record_get_integer (programme, STREEK_YEAR_PROGRAMME_YEAR)
                           : 0;
}

static int
compare_years (gconstpointer a, gconstpointer b, gpointer records)
{
  int left = get_year (*(const StreekRecord *const *) a, records);
  int right = get_year (*(const StreekRecord *const *) b, records);

  return (left < right) - (left > right);
}

GPtrArray *
streek_target_group_list_year_actions (const StreekRecords *records, gint64 group)
{
  g_return_val_if_fail (records != NULL, NULL);

  g_autoptr (GPtrArray) items = streek_target_group_list_items (records, group);
  GPtrArray *actions = g_ptr_array_new ();

  for (guint i = 0; i < items->len; i++)
    {
      guint n;
      const StreekRecord *const *links = streek_records_list_by (
        records, &streek_year_action_item_kind, STREEK_YEAR_ACTION_ITEM_ITEM,
        streek_record_get_id (items->pdata[i]), &n);

      for (guint j = 0; j < n; j++)
        {
          const StreekRecord *action =
            streek_record_follow (links[j], STREEK_YEAR_ACTION_ITEM_YEAR_ACTION, records);

          if (action != NULL && !g_ptr_array_find (actions, action, NULL))
            g_ptr_array_add (actions, (gpointer) action);
        }
    }

  /* stable: in the order of the plans within a year */
  if (actions->len > 1)
    g_qsort_with_data (actions->pdata, (int) actions->len, sizeof (gpointer), compare_years,
                       (gpointer) records);

  return actions;
}

static gboolean
is_open_year_action (const StreekRecord *action, const StreekRecords *records, int year)
{
  return get_year (action, records) >= year &&
         !streek_record_is (action, STREEK_YEAR_ACTION_STATUS, "done") &&
         !streek_record_is (action, STREEK_YEAR_ACTION_STATUS, "dropped");
}

gboolean
streek_target_group_has_open_action (const StreekRecords *records, gint64 group, int year)
{
  g_return_val_if_fail (records != NULL, FALSE);

  g_autoptr (GPtrArray) items = streek_target_group_list_items (records, group);
  g_autoptr (GPtrArray) actions = streek_target_group_list_year_actions (records, group);

  for (guint i = 0; i < items->len; i++)
    if (streek_plan_item_is_open_action (items->pdata[i], records))
      return TRUE;
  for (guint i = 0; i < actions->len; i++)
    if (is_open_year_action (actions->pdata[i], records, year))
      return TRUE;

  return FALSE;
}

/* How it fares */

static gboolean
has_text (const GPtrArray *texts, const char *text)
{
  for (guint i = 0; i < texts->len; i++)
    if (strcmp (texts->pdata[i], text) == 0)
      return TRUE;

  return FALSE;
}

GPtrArray *
streek_plans_list_areas (const StreekRecords *records)
{
  g_return_val_if_fail (records != NULL, NULL);

  GPtrArray *areas = g_ptr_array_new ();
  guint n;
  const StreekRecord *const *pacts = streek_records_list (records, &streek_pact_kind, &n);

  for (guint i = 0; i < n; i++)
    {
      const char *area = streek_record_get_text (pacts[i], STREEK_PACT_AREA);

      if (area != NULL && !streek_pact_is_closed (pacts[i]) && !has_text (areas, area))
        g_ptr_array_add (areas, (gpointer) area);
    }

  return areas;
}

static void
free_course (gpointer data)
{
  StreekGroupCourse *course = data;

  streek_course_clear (&course->course);
  g_free (course);
}

static gboolean
add_courses (GPtrArray *courses,
             const char *indicator,
             const GPtrArray *areas,
             StreekTotals *totals,
             StreekDate today,
             GError **error)
{
  for (guint i = 0; i < areas->len; i++)
    {
      StreekGroupCourse course = { indicator, areas->pdata[i] };

      if (!streek_totals_judge_course (totals, indicator, course.area, today, &course.course,
                                       error))
        return FALSE;

      g_ptr_array_add (courses, g_memdup2 (&course, sizeof course));
    }

  return TRUE;
}

GPtrArray *
streek_target_group_judge (const StreekRecords *records,
                           gint64 group,
                           const GPtrArray *areas,
                           StreekTotals *totals,
                           StreekDate today,
                           GError **error)
{
  g_return_val_if_fail (records != NULL && areas != NULL && totals != NULL, NULL);

  g_autoptr (GPtrArray) courses = g_ptr_array_new_with_free_func (free_course);
  g_autoptr (GPtrArray) seen = g_ptr_array_new ();
  guint n;
  const StreekRecord *const *links =
    streek_records_list_by (records, &streek_target_group_indicator_kind,
                            STREEK_TARGET_GROUP_INDICATOR_TARGET_GROUP, group, &n);

  for (guint i = 0; i < n; i++)
    {
      const char *indicator =
        streek_record_get_text (links[i], STREEK_TARGET_GROUP_INDICATOR_INDICATOR);

      if (indicator == NULL || has_text (seen, indicator))
        continue;

      g_ptr_array_add (seen, (gpointer) indicator);
      if (!add_courses (courses, indicator, areas, totals, today, error))
        return NULL;
    }

  return g_steal_pointer (&courses);
}
