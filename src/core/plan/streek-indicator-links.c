/* streek-indicator-links.c: what of plans hangs on an indicator: targets, SWOTs, target groups */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "plan/streek-indicator-links.h"

#include "plan/streek-analysis-board.h"
#include "plan/streek-follow-up.h"
#include "plan/streek-pact.h"
#include "plan/streek-plan-item.h"
#include "plan/streek-plan-tree.h"
#include "plan/streek-target-group.h"
#include "plan/streek-target-words.h"

#include <glib/gi18n-lib.h>

/* Where a link stands among the others. */
typedef struct
{
  StreekIndicatorLink *link;
  StreekDate starts; /* of its plan */
  gint64 pact;
  int node;    /* of its goal or action in that plan, -1: none */
  guint order; /* among its own kind */
} Place;

typedef struct
{
  const StreekRecordView *view;
  StreekRecords *records;
  const char *code;
  GPtrArray *links;
  GHashTable *trees; /* gint64 → StreekPlanTree: of the plans met so far */
} Search;

static void
free_link (gpointer data)
{
  StreekIndicatorLink *link = data;

  g_free (link->title);
  g_free (link->plan);
  g_free (link->what);
  g_free (link->way);
  g_free (link->progress);
  g_free (link->remarks);
  g_free (link);
}

static void
free_tree (gpointer tree)
{
  streek_plan_tree_free (tree);
}

/* Places */

static int
find_node (Search *search, gint64 pact, gint64 item)
{
  StreekPlanTree *tree = g_hash_table_lookup (search->trees, &pact);

  if (tree == NULL)
    {
      tree = streek_plan_tree_new (search->records, pact);
      g_hash_table_insert (search->trees, g_memdup2 (&pact, sizeof pact), tree);
    }

  return streek_plan_tree_find (tree, item);
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const Place *left = a, *right = b;

  if (left->starts != right->starts)
    return left->starts > right->starts ? -1 : 1;
  if (left->pact != right->pact)
    return left->pact < right->pact ? -1 : 1;
  if (left->node != right->node)
    return left->node < right->node ? -1 : 1;

  return (left->order > right->order) - (left->order < right->order);
}

/* (nullable) */
static char *
dup_plan_title (Search *search, gint64 pact)
{
  return pact != 0 ? streek_records_dup_title (search->records, &streek_pact_kind, pact) : NULL;
}

static Place
place_link (Search *search, StreekIndicatorLink *link, gint64 pact, gint64 item, guint order)
{
  const StreekRecord *plan = streek_records_find (search->records, &streek_pact_kind, pact);
  Place place = { link, STREEK_DATE_NONE, pact, -1, order };

  link->plan = dup_plan_title (search, pact);
  if (plan != NULL)
    place.starts =
      streek_period_get_first_day (streek_record_get_period (plan, STREEK_PACT_STARTS));
  if (plan != NULL && item != 0)
    place.node = find_node (search, pact, item);

  return place;
}

static void
take_places (Search *search, GArray *places)
{
  g_array_sort (places, compare_places);
  for (guint i = 0; i < places->len; i++)
    g_ptr_array_add (search->links, g_array_index (places, Place, i).link);
}

/* Links */

static StreekIndicatorLink *
link_new (const StreekRecord *record, const StreekRecord *shown)
{
  StreekIndicatorLink *link = g_new0 (StreekIndicatorLink, 1);

  link->record = record;
  link->shown = shown;

  return link;
}

/* "Jobless young people · Westhoek" */
static char *
dup_counted (Search *search, const StreekRecord *target)
{
  g_autofree char *name = streek_record_dup_title (target, search->records);
  g_autofree char *area = streek_record_view_dup_text (search->view, target, STREEK_TARGET_AREA);

  return *area != '\0' ? g_strdup_printf ("%s · %s", name, area) : g_steal_pointer (&name);
}

static void
add_targets (Search *search)
{
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (Place));
  guint n;
  const StreekRecord *const *targets =
    streek_records_list (search->records, &streek_target_kind, &n);

  for (guint i = 0; i < n; i++)
    {
      const StreekRecord *item =
        streek_record_follow (targets[i], STREEK_TARGET_ITEM, search->records);

      if (item == NULL || !streek_record_is (targets[i], STREEK_TARGET_INDICATOR, search->code))
        continue;

      StreekIndicatorLink *link = link_new (targets[i], item);
      Place place =
        place_link (search, link, streek_record_get_reference (item, STREEK_PLAN_ITEM_PACT),
                    streek_record_get_id (item), i);

      link->title = streek_plan_item_dup_label (item);
      link->what = dup_counted (search, targets[i]);
      link->way = streek_target_dup_way (search->view, targets[i]);
      link->progress = streek_target_dup_progress (search->view, targets[i]);
      link->remarks = streek_target_dup_remarks (search->view, targets[i]);
      g_array_append_val (places, place);
    }

  take_places (search, places);
}

/* "Weakness · 1.2 More care for the young": with the goal that answers to it */
static char *
dup_quadrant (Search *search, const StreekRecord *line)
{
  g_autofree char *quadrant =
    streek_record_view_dup_text (search->view, line, STREEK_SWOT_QUADRANT);
  const StreekRecord *item = streek_record_follow (line, STREEK_SWOT_ITEM, search->records);
  g_autofree char *label = item != NULL ? streek_plan_item_dup_label (item) : NULL;

  return label != NULL ? g_strdup_printf ("%s · %s", quadrant, label) : g_steal_pointer (&quadrant);
}

static void
add_swot_lines (Search *search)
{
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (Place));
  guint n;
  const StreekRecord *const *lines = streek_records_list (search->records, &streek_swot_kind, &n);

  for (guint i = 0; i < n; i++)
    if (streek_record_is (lines[i], STREEK_SWOT_INDICATOR, search->code))
      {
        StreekIndicatorLink *link = link_new (lines[i], lines[i]);
        Place place =
          place_link (search, link, streek_record_get_reference (lines[i], STREEK_SWOT_PACT), 0, i);

        link->title = streek_record_dup_title (lines[i], search->records);
        link->what = dup_quadrant (search, lines[i]);
        g_array_append_val (places, place);
      }

  take_places (search, places);
}

/* A target group that names it twice is there once. */
static void
add_target_groups (Search *search)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  guint n;
  const StreekRecord *const *names =
    streek_records_list (search->records, &streek_target_group_indicator_kind, &n);

  for (guint i = 0; i < n; i++)
    {
      const StreekRecord *group = streek_record_follow (
        names[i], STREEK_TARGET_GROUP_INDICATOR_TARGET_GROUP, search->records);

      if (group == NULL ||
          !streek_record_is (names[i], STREEK_TARGET_GROUP_INDICATOR_INDICATOR, search->code) ||
          !g_hash_table_add (seen, (gpointer) group))
        continue;

      StreekIndicatorLink *link = link_new (names[i], group);

      link->title = streek_record_dup_title (group, search->records);
      g_ptr_array_add (search->links, link);
    }
}

GPtrArray *
streek_indicator_links_list (const StreekRecordView *view, const char *code)
{
  g_return_val_if_fail (view != NULL && code != NULL, NULL);

  g_autoptr (GHashTable) trees =
    g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, free_tree);
  Search search = { view, streek_record_view_get_records (view), code,
                    g_ptr_array_new_with_free_func (free_link), trees };

  add_targets (&search);
  add_swot_lines (&search);
  add_target_groups (&search);

  return search.links;
}

StreekTable *
streek_indicator_links_make_table (const GPtrArray *links)
{
  g_return_val_if_fail (links != NULL, NULL);

  StreekTable *table = streek_table_new ();
  guint kind = streek_table_add_column (table, "kind", _ ("Kind"), STREEK_COLUMN_TEXT, NULL, 0);
  guint title = streek_table_add_column (table, "title", _ ("Name"), STREEK_COLUMN_TEXT, NULL, 0);
  guint plan = streek_table_add_column (table, "plan", _ ("Plan"), STREEK_COLUMN_TEXT, NULL, 0);
  guint what = streek_table_add_column (table, "what", _ ("Details"), STREEK_COLUMN_TEXT, NULL, 0);
  guint way = streek_table_add_column (table, "way", _ ("Target"), STREEK_COLUMN_TEXT, NULL, 0);
  guint progress =
    streek_table_add_column (table, "progress", _ ("Progress"), STREEK_COLUMN_TEXT, NULL, 0);
  guint remarks =
    streek_table_add_column (table, "remarks", _ ("Remarks"), STREEK_COLUMN_TEXT, NULL, 0);

  for (guint i = 0; i < links->len; i++)
    {
      const StreekIndicatorLink *link = links->pdata[i];
      guint row = streek_table_add_row (table);

      streek_table_set_text (table, row, kind,
                             streek_record_kind_get_name (streek_record_get_kind (link->shown)));
      streek_table_set_text (table, row, title, link->title);
      streek_table_set_text (table, row, plan, link->plan);
      streek_table_set_text (table, row, what, link->what);
      streek_table_set_text (table, row, way, link->way);
      streek_table_set_text (table, row, progress, link->progress);
      streek_table_set_text (table, row, remarks, link->remarks);
    }

  return table;
}
