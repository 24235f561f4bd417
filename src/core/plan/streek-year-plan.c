/* streek-year-plan.c: from which plans a year programme draws, what it covers, what is left over */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "plan/streek-year-plan.h"

#include "body/streek-body.h"
#include "plan/streek-pact.h"
#include "plan/streek-plan-item.h"
#include "plan/streek-plan-tree.h"
#include "plan/streek-year-programme.h"

#include <glib/gi18n-lib.h>

/* Which plans */

static gboolean
is_under (const StreekRecords *records, const StreekRecord *body, gint64 above)
{
  for (guint depth = 0; body != NULL && depth < 32; depth++)
    {
      if (streek_record_get_id (body) == above)
        return TRUE;

      body = streek_record_follow (body, STREEK_BODY_PARENT, records);
    }

  return FALSE;
}

static const StreekArea *
find_area (const StreekAreas *areas, const StreekRecord *record, guint field, StreekDate on)
{
  const char *key = streek_record_get_text (record, field);

  return key != NULL ? streek_areas_resolve_ref (areas, key, on, NULL, NULL) : NULL;
}

/* A plan, or an action of one; open where it says no begin or no end. */
static gboolean
reaches_into (const StreekRecord *record, guint starts_field, guint ends_field, int year)
{
  StreekPeriod starts = streek_record_get_period (record, starts_field);
  StreekPeriod ends = streek_record_get_period (record, ends_field);

  return (starts.kind == STREEK_PERIOD_NONE || starts.year <= year) &&
         (ends.kind == STREEK_PERIOD_NONE || ends.year >= year);
}

static gboolean
is_in_force (const StreekRecord *pact)
{
  return !streek_record_is (pact, STREEK_PACT_STATUS, "draft") &&
         !streek_record_is (pact, STREEK_PACT_STATUS, "replaced");
}

/* SERR, RESOC and ERSV work for an area and the plans of all that lies in it; any other body only
 * has its own. */
static gboolean
draws_by_area (const StreekRecord *body)
{
  static const char *const kinds[] = { "ersv", "serr", "resoc", NULL };
  const char *kind = streek_record_get_text (body, STREEK_BODY_KIND);

  return kind != NULL && g_strv_contains (kinds, kind);
}

static gboolean
draws_from (const StreekRecords *records,
            const StreekAreas *areas,
            const StreekRecord *body,
            const StreekRecord *pact,
            StreekDate on)
{
  const StreekArea *covered = find_area (areas, body, STREEK_BODY_AREA, on);
  const StreekArea *area = find_area (areas, pact, STREEK_PACT_AREA, on);

  return is_under (records, streek_record_follow (pact, STREEK_PACT_BODY, records),
                   streek_record_get_id (body)) ||
         (draws_by_area (body) && covered != NULL && area != NULL &&
          streek_area_is_inside (area, covered));
}

GPtrArray *
streek_year_plan_list_pacts_of (const StreekRecords *records,
                                const StreekAreas *areas,
                                const StreekRecord *body,
                                int year)
{
  g_return_val_if_fail (records != NULL && areas != NULL, NULL);

  StreekDate on = streek_date_from_ymd (year, 1, 1);
  GPtrArray *pacts = g_ptr_array_new ();
  guint n;
  const StreekRecord *const *all = streek_records_list (records, &streek_pact_kind, &n);

  for (guint i = 0; body != NULL && i < n; i++)
    if (reaches_into (all[i], STREEK_PACT_STARTS, STREEK_PACT_ENDS, year) && is_in_force (all[i]) &&
        draws_from (records, areas, body, all[i], on))
      g_ptr_array_add (pacts, (gpointer) all[i]);

  return pacts;
}

/* @body: (nullable) */
static GPtrArray *
list_pacts (const StreekRecordView *view, const StreekRecord *body, int year)
{
  return streek_year_plan_list_pacts_of (streek_record_view_get_records (view),
                                         streek_record_view_get_areas (view), body, year);
}

GPtrArray *
streek_year_plan_list_pacts (const StreekRecordView *view, const StreekRecord *programme)
{
  g_return_val_if_fail (view != NULL && programme != NULL, NULL);

  return list_pacts (view,
                     streek_record_follow (programme, STREEK_YEAR_PROGRAMME_BODY,
                                           streek_record_view_get_records (view)),
                     (int) streek_record_get_integer (programme, STREEK_YEAR_PROGRAMME_YEAR));
}

/* Coverage */

static void
free_coverage (gpointer data)
{
  StreekYearCoverage *coverage = data;

  g_ptr_array_unref (coverage->year_actions);
  g_free (coverage);
}

static GPtrArray *
list_carrying (const StreekRecords *records, gint64 item, gint64 programme)
{
  GPtrArray *actions = g_ptr_array_new ();
  guint n;
  const StreekRecord *const *links = streek_records_list_by (
    records, &streek_year_action_item_kind, STREEK_YEAR_ACTION_ITEM_ITEM, item, &n);

  for (guint i = 0; i < n; i++)
    {
      const StreekRecord *action =
        streek_record_follow (links[i], STREEK_YEAR_ACTION_ITEM_YEAR_ACTION, records);

      if (action != NULL &&
          streek_record_get_reference (action, STREEK_YEAR_ACTION_PROGRAMME) == programme &&
          !g_ptr_array_find (actions, action, NULL))
        g_ptr_array_add (actions, (gpointer) action);
    }

  return actions;
}

static gboolean
is_closed (const StreekRecord *record, guint status)
{
  return streek_record_is (record, status, "done") || streek_record_is (record, status, "dropped");
}

static gboolean
is_asked_for (const StreekRecord *item, int year)
{
  return !is_closed (item, STREEK_PLAN_ITEM_STATUS) &&
         reaches_into (item, STREEK_PLAN_ITEM_STARTS, STREEK_PLAN_ITEM_ENDS, year);
}

static void
add_coverage (GPtrArray *list,
              const StreekRecords *records,
              const StreekPlanNode *node,
              const StreekRecord *programme)
{
  int year = (int) streek_record_get_integer (programme, STREEK_YEAR_PROGRAMME_YEAR);
  GPtrArray *carrying =
    list_carrying (records, streek_record_get_id (node->item), streek_record_get_id (programme));

  /* what is closed, of other years or no action is only of interest where the programme has it */
  if (carrying->len == 0 && (!node->is_action || !is_asked_for (node->item, year)))
    {
      g_ptr_array_unref (carrying);
      return;
    }

  StreekYearCoverage *coverage = g_new0 (StreekYearCoverage, 1);

  coverage->item = node->item;
  coverage->depth = node->depth;
  coverage->is_action = node->is_action;
  coverage->year_actions = carrying;
  for (guint i = 0; i < carrying->len; i++)
    coverage->is_covered |=
      !streek_item_is_called_off (carrying->pdata[i], STREEK_YEAR_ACTION_STATUS);
  g_ptr_array_add (list, coverage);
}

GPtrArray *
streek_year_plan_list_coverage (const StreekRecordView *view,
                                const StreekRecord *programme,
                                gint64 under)
{
  g_return_val_if_fail (view != NULL && programme != NULL, NULL);

  StreekRecords *records = streek_record_view_get_records (view);
  g_autoptr (GPtrArray) pacts = streek_year_plan_list_pacts (view, programme);
  GPtrArray *list = g_ptr_array_new_with_free_func (free_coverage);

  for (guint i = 0; i < pacts->len; i++)
    {
      g_autoptr (StreekPlanTree) tree =
        streek_plan_tree_new (records, streek_record_get_id (pacts->pdata[i]));
      int above = under != 0 ? streek_plan_tree_find (tree, under) : -1;

      for (guint j = 0; j < streek_plan_tree_get_n_nodes (tree); j++)
        if (under == 0 || (above >= 0 && (j == (guint) above ||
                                          streek_plan_tree_is_below (tree, j, (guint) above))))
          add_coverage (list, records, streek_plan_tree_get_node (tree, j), programme);
    }

  return list;
}

guint
streek_year_plan_count_covered (const GPtrArray *coverage, guint *n_called_off, guint *n_actions)
{
  g_return_val_if_fail (coverage != NULL && n_called_off != NULL && n_actions != NULL, 0);

  guint n_covered = 0;

  *n_called_off = 0;
  *n_actions = 0;

  for (guint i = 0; i < coverage->len; i++)
    {
      const StreekYearCoverage *row = coverage->pdata[i];

      *n_actions += row->is_action;
      n_covered += row->is_action && row->is_covered;
      *n_called_off += row->is_action && !row->is_covered && row->year_actions->len > 0;
    }

  return n_covered;
}

GPtrArray *
streek_year_plan_list_ad_hoc (const StreekRecords *records, gint64 programme)
{
  g_return_val_if_fail (records != NULL, NULL);

  GPtrArray *ad_hoc = g_ptr_array_new ();
  guint n;
  const StreekRecord *const *actions = streek_records_list_by (
    records, &streek_year_action_kind, STREEK_YEAR_ACTION_PROGRAMME, programme, &n);

  for (guint i = 0; i < n; i++)
    {
      guint n_items;

      streek_records_list_by (records, &streek_year_action_item_kind,
                              STREEK_YEAR_ACTION_ITEM_YEAR_ACTION,
                              streek_record_get_id (actions[i]), &n_items);
      if (n_items == 0)
        g_ptr_array_add (ad_hoc, (gpointer) actions[i]);
    }

  return ad_hoc;
}

/* From year to year */

static gboolean
is_carried_over (const StreekRecords *records, gint64 action, gint64 programme)
{
  guint n;
  const StreekRecord *const *later = streek_records_list_by (
    records, &streek_year_action_kind, STREEK_YEAR_ACTION_CARRIED_FROM, action, &n);

  for (guint i = 0; i < n; i++)
    if (streek_record_get_reference (later[i], STREEK_YEAR_ACTION_PROGRAMME) == programme)
      return TRUE;

  return FALSE;
}

GPtrArray *
streek_year_plan_list_unfinished (const StreekRecords *records, const StreekRecord *programme)
{
  g_return_val_if_fail (records != NULL && programme != NULL, NULL);

  gint64 body = streek_record_get_reference (programme, STREEK_YEAR_PROGRAMME_BODY);
  gint64 year = streek_record_get_integer (programme, STREEK_YEAR_PROGRAMME_YEAR);
  GPtrArray *unfinished = g_ptr_array_new ();
  guint n_programmes;
  const StreekRecord *const *programmes = streek_records_list_by (
    records, &streek_year_programme_kind, STREEK_YEAR_PROGRAMME_BODY, body, &n_programmes);

  for (guint i = 0; i < n_programmes; i++)
    {
      guint n = 0;
      const StreekRecord *const *actions =
        streek_record_get_integer (programmes[i], STREEK_YEAR_PROGRAMME_YEAR) == year - 1
          ? streek_records_list_by (records, &streek_year_action_kind, STREEK_YEAR_ACTION_PROGRAMME,
                                    streek_record_get_id (programmes[i]), &n)
          : NULL;

      for (guint j = 0; j < n; j++)
        if (!is_closed (actions[j], STREEK_YEAR_ACTION_STATUS) &&
            !is_carried_over (records, streek_record_get_id (actions[j]),
                              streek_record_get_id (programme)))
          g_ptr_array_add (unfinished, (gpointer) actions[j]);
    }

  return unfinished;
}

static void
link_item (StreekRecordChanges *changes, gint64 action, gint64 item)
{
  const StreekRecordKind *kind = &streek_year_action_item_kind;
  gint64 link = streek_record_changes_add (changes, kind);

  streek_record_changes_set_reference (changes, kind, link, STREEK_YEAR_ACTION_ITEM_YEAR_ACTION,
                                       action);
  streek_record_changes_set_reference (changes, kind, link, STREEK_YEAR_ACTION_ITEM_ITEM, item);
}

/* What hangs on @from hangs on @to as well: @owner and @target are fields of @kind. */
static void
copy_links (StreekRecordChanges *changes,
            const StreekRecords *records,
            const StreekRecordKind *kind,
            guint owner,
            guint target,
            gint64 from,
            gint64 to)
{
  guint n;
  const StreekRecord *const *links = streek_records_list_by (records, kind, owner, from, &n);

  for (guint i = 0; i < n; i++)
    {
      gint64 link = streek_record_changes_add (changes, kind);

      streek_record_changes_set_reference (changes, kind, link, owner, to);
      streek_record_changes_set_reference (changes, kind, link, target,
                                           streek_record_get_reference (links[i], target));
    }
}

static double
find_last_rank (const StreekRecords *records, gint64 programme)
{
  double last = 0;
  guint n;
  const StreekRecord *const *actions = streek_records_list_by (
    records, &streek_year_action_kind, STREEK_YEAR_ACTION_PROGRAMME, programme, &n);

  for (guint i = 0; i < n; i++)
    if (streek_record_has (actions[i], STREEK_YEAR_ACTION_RANK))
      last = MAX (last, streek_record_get_number (actions[i], STREEK_YEAR_ACTION_RANK));

  return last;
}

/* How far it came, when, and for how much money is of the year before: an amount stands in the year
 * that it was granted for. */
static void
begin_anew (StreekRecordChanges *changes, gint64 id)
{
  static const guint fields[] = { STREEK_YEAR_ACTION_STARTS, STREEK_YEAR_ACTION_ENDS,
                                  STREEK_YEAR_ACTION_PERCENT, STREEK_YEAR_ACTION_BUDGET };

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    streek_record_changes_clear (changes, &streek_year_action_kind, id, fields[i]);

  streek_record_changes_set_text (changes, &streek_year_action_kind, id, STREEK_YEAR_ACTION_STATUS,
                                  "not_started");
}

void
streek_year_plan_carry_over (StreekRecordChanges *changes,
                             const StreekRecords *records,
                             const StreekRecord *programme,
                             const GPtrArray *actions)
{
  g_return_if_fail (changes != NULL && programme != NULL && actions != NULL);

  const StreekRecordKind *kind = &streek_year_action_kind;
  double rank = find_last_rank (records, streek_record_get_id (programme));

  for (guint i = 0; i < actions->len; i++)
    {
      const StreekRecord *action = actions->pdata[i];
      gint64 id = streek_record_changes_copy (changes, action);

      streek_record_changes_set_reference (changes, kind, id, STREEK_YEAR_ACTION_PROGRAMME,
                                           streek_record_get_id (programme));
      streek_record_changes_set_reference (changes, kind, id, STREEK_YEAR_ACTION_CARRIED_FROM,
                                           streek_record_get_id (action));
      begin_anew (changes, id);
      streek_record_changes_set_number (changes, kind, id, STREEK_YEAR_ACTION_RANK, ++rank);

      copy_links (changes, records, &streek_year_action_item_kind,
                  STREEK_YEAR_ACTION_ITEM_YEAR_ACTION, STREEK_YEAR_ACTION_ITEM_ITEM,
                  streek_record_get_id (action), id);
      copy_links (changes, records, &streek_year_action_obligation_kind,
                  STREEK_YEAR_ACTION_OBLIGATION_YEAR_ACTION,
                  STREEK_YEAR_ACTION_OBLIGATION_OBLIGATION, streek_record_get_id (action), id);
    }
}

/* A timing of years would say no more than the programme does. */
static void
take_timing (StreekRecordChanges *changes, gint64 id, const StreekRecord *item, int year)
{
  static const guint fields[][2] = {
    { STREEK_PLAN_ITEM_STARTS, STREEK_YEAR_ACTION_STARTS },
    { STREEK_PLAN_ITEM_ENDS, STREEK_YEAR_ACTION_ENDS },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      StreekPeriod period = streek_record_get_period (item, fields[i][0]);

      if (period.kind > STREEK_PERIOD_YEAR && period.year == year)
        streek_record_changes_set_period (changes, &streek_year_action_kind, id, fields[i][1],
                                          period);
    }
}

gint64
streek_year_plan_add (StreekRecordChanges *changes,
                      const StreekRecords *records,
                      const StreekRecord *programme,
                      const StreekRecord *item)
{
  g_return_val_if_fail (changes != NULL && programme != NULL && item != NULL, 0);

  const StreekRecordKind *kind = &streek_year_action_kind;
  gint64 id = streek_record_changes_add (changes, kind);

  streek_record_changes_set_reference (changes, kind, id, STREEK_YEAR_ACTION_PROGRAMME,
                                       streek_record_get_id (programme));
  streek_record_changes_set_text (changes, kind, id, STREEK_YEAR_ACTION_TITLE,
                                  streek_record_get_text (item, STREEK_PLAN_ITEM_TITLE));
  streek_record_changes_set_text (changes, kind, id, STREEK_YEAR_ACTION_OWNER,
                                  streek_record_get_text (item, STREEK_PLAN_ITEM_OWNER));
  streek_record_changes_set_reference (
    changes, kind, id, STREEK_YEAR_ACTION_ORGANISATION,
    streek_record_get_reference (item, STREEK_PLAN_ITEM_ORGANISATION));
  streek_record_changes_set_text (changes, kind, id, STREEK_YEAR_ACTION_STATUS, "not_started");
  streek_record_changes_set_number (changes, kind, id, STREEK_YEAR_ACTION_RANK,
                                    1 + find_last_rank (records, streek_record_get_id (programme)));
  take_timing (changes, id, item,
               (int) streek_record_get_integer (programme, STREEK_YEAR_PROGRAMME_YEAR));
  link_item (changes, id, streek_record_get_id (item));

  return id;
}

/* The next one */

static const StreekRecord *
find_newest (const StreekRecords *records, gint64 body)
{
  const StreekRecord *newest = NULL;
  guint n;
  const StreekRecord *const *programmes = streek_records_list_by (
    records, &streek_year_programme_kind, STREEK_YEAR_PROGRAMME_BODY, body, &n);

  for (guint i = 0; i < n; i++)
    if (newest == NULL || streek_record_get_integer (programmes[i], STREEK_YEAR_PROGRAMME_YEAR) >
                            streek_record_get_integer (newest, STREEK_YEAR_PROGRAMME_YEAR))
      newest = programmes[i];

  return newest;
}

/* (nullable): as the plans of which the programme of that year consists call it; NULL where they do
 * not agree, or none says */
static const char *
find_programme_name (const StreekRecordView *view, gint64 body, int year)
{
  const StreekRecord *record =
    streek_records_find (streek_record_view_get_records (view), &streek_body_kind, body);
  g_autoptr (GPtrArray) pacts = list_pacts (view, record, year);
  const char *found = NULL;

  for (guint i = 0; i < pacts->len; i++)
    {
      const char *name = streek_record_get_text (pacts->pdata[i], STREEK_PACT_PROGRAMME_NAME);

      if (name != NULL && found != NULL && !g_str_equal (name, found))
        return NULL;
      if (name != NULL)
        found = name;
    }

  return found;
}

/* @newest: (nullable) */
static char *
dup_next_title (const StreekRecordView *view, gint64 body, const StreekRecord *newest, int year)
{
  g_autofree char *now = g_strdup_printf ("%d", year);
  g_autofree char *name =
    streek_records_dup_title (streek_record_view_get_records (view), &streek_body_kind, body);

  if (newest != NULL)
    {
      g_autofree char *former = g_strdup_printf (
        "%d", (int) streek_record_get_integer (newest, STREEK_YEAR_PROGRAMME_YEAR));
      GString *title = g_string_new (streek_record_get_text (newest, STREEK_YEAR_PROGRAMME_TITLE));

      if (g_string_replace (title, former, now, 0) > 0)
        return g_string_free (title, FALSE);

      g_string_free (title, TRUE);
    }

  const char *word = find_programme_name (view, body, year);

  if (word != NULL)
    /* Translators: what a programme is called at first; %1$s is how its plan calls programmes
     * ("Jaarprogramma"), %2$s a body, %3$s a year. */
    return g_strdup_printf (_ ("%1$s of %2$s %3$s"), word, name, now);

  /* Translators: what a programme is called at first; %1$s is a body, %2$s a year. */
  return g_strdup_printf (_ ("Year programme of %1$s %2$s"), name, now);
}

char *
streek_year_plan_propose (const StreekRecordView *view, gint64 body, int *year)
{
  g_return_val_if_fail (view != NULL && year != NULL, NULL);

  const StreekRecord *newest = find_newest (streek_record_view_get_records (view), body);
  int month, day;

  streek_date_to_ymd (streek_record_view_get_today (view), year, &month, &day);
  if (newest != NULL)
    *year = MAX (*year, 1 + (int) streek_record_get_integer (newest, STREEK_YEAR_PROGRAMME_YEAR));

  return dup_next_title (view, body, newest, *year);
}

/* Dragging */

static gboolean
is_among (gint64 id, const gint64 *items, guint n_items)
{
  for (guint i = 0; i < n_items; i++)
    if (items[i] == id)
      return TRUE;

  return FALSE;
}

static gboolean
is_carried_out (const StreekRecords *records, const StreekRecord *item, gint64 programme)
{
  g_autoptr (GPtrArray) carrying = list_carrying (records, streek_record_get_id (item), programme);

  return carrying->len > 0;
}

static void
add_takable (GPtrArray *taken,
             StreekPlanTree *tree,
             StreekRecords *records,
             const StreekRecord *programme,
             const gint64 *items,
             guint n_items)
{
  int year = (int) streek_record_get_integer (programme, STREEK_YEAR_PROGRAMME_YEAR);
  guint end = 0; /* of what hangs below something that was dragged */

  for (guint i = 0; i < streek_plan_tree_get_n_nodes (tree); i++)
    {
      const StreekPlanNode *node = streek_plan_tree_get_node (tree, i);
      gboolean is_dragged = is_among (streek_record_get_id (node->item), items, n_items);

      if (is_dragged)
        end = MAX (end, i + 1 + node->n_below);

      if (node->is_action && i < end && (is_dragged || is_asked_for (node->item, year)) &&
          !is_carried_out (records, node->item, streek_record_get_id (programme)))
        g_ptr_array_add (taken, (gpointer) node->item);
    }
}

GPtrArray *
streek_year_plan_list_takable (StreekRecords *records,
                               const StreekRecord *programme,
                               const gint64 *items,
                               guint n_items)
{
  g_return_val_if_fail (records != NULL && programme != NULL, NULL);

  GPtrArray *taken = g_ptr_array_new ();
  const StreekRecord *first =
    n_items > 0 ? streek_records_find (records, &streek_plan_item_kind, items[0]) : NULL;

  if (first == NULL)
    return taken;

  /* what is dragged together stands in one tree */
  g_autoptr (StreekPlanTree) tree =
    streek_plan_tree_new (records, streek_record_get_reference (first, STREEK_PLAN_ITEM_PACT));

  add_takable (taken, tree, records, programme, items, n_items);

  return taken;
}

void
streek_year_plan_add_all (StreekRecordChanges *changes,
                          const StreekRecords *records,
                          const StreekRecord *programme,
                          const GPtrArray *items)
{
  g_return_if_fail (changes != NULL && programme != NULL && items != NULL);

  double rank = find_last_rank (records, streek_record_get_id (programme));

  for (guint i = 0; i < items->len; i++)
    streek_record_changes_set_number (
      changes, &streek_year_action_kind,
      streek_year_plan_add (changes, records, programme, items->pdata[i]), STREEK_YEAR_ACTION_RANK,
      ++rank);
}
