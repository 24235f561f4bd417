/* streek-progress-gather.c: what was done for a plan in a period, and of what nothing was heard */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "workspace/streek-progress-content.h"

#include "body/streek-body.h"
#include "plan/streek-follow-up.h"
#include "plan/streek-pact.h"
#include "plan/streek-plan-item.h"
#include "plan/streek-plan-tree.h"
#include "plan/streek-year-plan.h"
#include "plan/streek-year-programme.h"
#include "project/streek-event.h"
#include "project/streek-project.h"
#include "record/streek-record-order.h"
#include "record/streek-record-portrait.h"
#include "workspace/streek-progress-late.h"
#include "workspace/streek-progress-news.h"

#include <math.h>

typedef struct
{
  StreekRecords *records;
  GPtrArray *pacts;      /* (element-type StreekRecord): of which plans it is */
  gint64 body;           /* whose work it tells besides; 0: nobody's */
  const GArray *periods; /* of StreekInterval */
  StreekInterval period; /* from the first of them to the last one */
  StreekProgressContent *content;
  GHashTable *told;  /* (element-type StreekRecord StreekRecord): of each action of a year that was
                      * heard of, the item that it is told with */
  GPtrArray *silent; /* (element-type StreekRecord): ran in the period, nothing was heard of them */
} Report;

static void
add_row (const Report *report,
         StreekProgressSection section,
         const char *chapter,
         const StreekRecord *record,
         const char *name,
         GArray *lines)
{
  g_autofree char *subject = streek_record_dup_place (record);

  streek_progress_content_add_row (report->content, section, chapter, subject,
                                   name != NULL && *name != '\0' ? name : "–", lines);
}

static void
add_news (const Report *report,
          StreekProgressSection section,
          const char *chapter,
          const StreekRecord *record,
          const char *name,
          const StreekProgressNews *news)
{
  add_row (report, section, chapter, record, name, streek_progress_news_dup_lines (news));
}

/* Which ran */

/* Days may be NONE: then only what is under way now counts. */
static gboolean
ran (const Report *report, StreekDate starts, StreekDate ends, gboolean is_running)
{
  if (starts == STREEK_DATE_NONE && ends == STREEK_DATE_NONE)
    return is_running;

  return (starts == STREEK_DATE_NONE || starts < report->period.to) &&
         (ends == STREEK_DATE_NONE || ends >= report->period.from);
}

static gboolean
is_ended (const StreekRecord *record, guint status)
{
  static const char *const ends[] = { "done", "dropped", "rejected", "stopped" };

  for (gsize i = 0; i < G_N_ELEMENTS (ends); i++)
    if (streek_record_is (record, status, ends[i]))
      return TRUE;

  return FALSE;
}

/* By the last update of the time itself where there is one, else by what is said of it now. */
static gboolean
was_open (const StreekRecord *record, guint status, const StreekProgressNews *news)
{
  return news->last != NULL && streek_record_has (news->last, news->last_status)
           ? !is_ended (news->last, news->last_status)
           : !is_ended (record, status);
}

static void
note_silent (Report *report,
             const StreekRecord *record,
             const StreekProgressNews *news,
             gboolean has_run)
{
  if (has_run && streek_progress_news_is_empty (news))
    g_ptr_array_add (report->silent, (gpointer) record);
}

/* Actions of the plan */

/* Under the first item that it carries out; others say where. */
static void
take_year_action (const Report *report,
                  StreekProgressNews *news,
                  const StreekRecord *action,
                  const StreekRecord *item)
{
  const char *name = streek_record_get_text (action, STREEK_YEAR_ACTION_TITLE);
  const char *title = streek_record_get_text (item, STREEK_PLAN_ITEM_TITLE);
  const StreekRecord *told_with = g_hash_table_lookup (report->told, action);
  guint n_before = news->done->len + news->changed->len;

  if (told_with != NULL)
    {
      g_autofree char *label = streek_plan_item_dup_label (told_with);

      streek_progress_news_take_reference (news, name, label);
      return;
    }

  streek_progress_news_take_year_action (news, action, g_strcmp0 (name, title) != 0 ? name : NULL);
  if (news->done->len + news->changed->len > n_before)
    g_hash_table_insert (report->told, (gpointer) action, (gpointer) item);
}

/* Returns: (transfer container) (element-type StreekRecord): that carry an item out */
static GPtrArray *
list_year_actions (const Report *report, const StreekRecord *item)
{
  GPtrArray *actions = g_ptr_array_new ();
  guint n;
  const StreekRecord *const *links =
    streek_records_list_by (report->records, &streek_year_action_item_kind,
                            STREEK_YEAR_ACTION_ITEM_ITEM, streek_record_get_id (item), &n);

  for (guint i = 0; i < n; i++)
    {
      const StreekRecord *action =
        streek_record_follow (links[i], STREEK_YEAR_ACTION_ITEM_YEAR_ACTION, report->records);

      if (action != NULL)
        g_ptr_array_add (actions, (gpointer) action);
    }

  return actions;
}

static const StreekPlanNode *
find_top (const StreekPlanTree *tree, const StreekPlanNode *node)
{
  while (node->parent >= 0)
    node = streek_plan_tree_get_node (tree, (guint) node->parent);

  return node;
}

/* Returns: (nullable): what stands at the top, over what is below it; a plan without levels has
 * none, until the first that has something below it. */
static const StreekPlanNode *
find_chapter (const StreekPlanTree *tree, const StreekPlanNode *node, const StreekPlanNode *former)
{
  const StreekPlanNode *top = find_top (tree, node);

  return former == NULL && top->n_below == 0 ? NULL : top;
}

/* In the year of its programme, where it says nothing narrower. */
static gboolean
did_year_action_run (const Report *report, const StreekRecord *action)
{
  const StreekRecord *programme =
    streek_record_follow (action, STREEK_YEAR_ACTION_PROGRAMME, report->records);
  int year =
    programme != NULL ? (int) streek_record_get_integer (programme, STREEK_YEAR_PROGRAMME_YEAR) : 0;
  StreekDate starts = streek_record_get_first_day (action, STREEK_YEAR_ACTION_STARTS);
  StreekDate ends = streek_record_get_last_day (action, STREEK_YEAR_ACTION_ENDS);

  if (year == 0)
    return FALSE;
  if (starts == STREEK_DATE_NONE)
    starts = streek_date_from_ymd (year, 1, 1);
  if (ends == STREEK_DATE_NONE)
    ends = streek_date_from_ymd (year, 12, 31);

  return ran (report, starts, ends, FALSE);
}

/* Also where a year programme carried it out then. */
static gboolean
did_item_run (const Report *report,
              const StreekPlanNode *node,
              const GPtrArray *year_actions,
              const StreekProgressNews *news)
{
  const StreekRecord *item = node->item;

  for (guint i = 0; i < year_actions->len; i++)
    if (did_year_action_run (report, year_actions->pdata[i]))
      return TRUE;

  return node->is_action && was_open (item, STREEK_PLAN_ITEM_STATUS, news) &&
         ran (report, streek_record_get_first_day (item, STREEK_PLAN_ITEM_STARTS),
              streek_record_get_last_day (item, STREEK_PLAN_ITEM_ENDS),
              streek_record_is (item, STREEK_PLAN_ITEM_STATUS, "running"));
}

/* (transfer full) (nullable): under what an item stands: its chapter, and where there are several
 * plans the one that it is of */
static char *
dup_chapter (const Report *report, const StreekRecord *pact, const StreekPlanNode *chapter)
{
  g_autofree char *label = chapter != NULL ? streek_plan_item_dup_label (chapter->item) : NULL;

  if (report->pacts->len <= 1)
    return g_steal_pointer (&label);

  g_autofree char *plan = streek_record_dup_title (pact, report->records);

  return label != NULL ? g_strdup_printf ("%s › %s", plan, label) : g_steal_pointer (&plan);
}

static void
add_items (Report *report, const StreekRecord *pact)
{
  g_autoptr (StreekPlanTree) tree =
    streek_plan_tree_new (report->records, streek_record_get_id (pact));
  const StreekPlanNode *chapter = NULL;

  for (guint i = 0; i < streek_plan_tree_get_n_nodes (tree); i++)
    {
      const StreekPlanNode *node = streek_plan_tree_get_node (tree, i);
      g_autoptr (StreekProgressNews) news =
        streek_progress_news_new (report->records, report->periods);
      g_autoptr (GPtrArray) year_actions = list_year_actions (report, node->item);
      g_autofree char *label = streek_plan_item_dup_label (node->item);

      streek_progress_news_take_item (news, node->item);
      for (guint j = 0; j < year_actions->len; j++)
        take_year_action (report, news, year_actions->pdata[j], node->item);
      note_silent (report, node->item, news, did_item_run (report, node, year_actions, news));
      if (streek_progress_news_is_empty (news))
        continue;

      chapter = find_chapter (tree, node, chapter);

      g_autofree char *over = dup_chapter (report, pact, chapter);

      add_news (report, STREEK_PROGRESS_ITEMS, over, node->item, label, news);
    }
}

/* What the body of the plan did besides */

static void
add_loose_action (Report *report, const StreekRecord *action)
{
  g_autoptr (StreekProgressNews) news = streek_progress_news_new (report->records, report->periods);
  guint n;

  streek_records_list_by (report->records, &streek_year_action_item_kind,
                          STREEK_YEAR_ACTION_ITEM_YEAR_ACTION, streek_record_get_id (action), &n);
  if (n > 0)
    return;

  streek_progress_news_take_year_action (news, action, NULL);
  note_silent (report, action, news,
               was_open (action, STREEK_YEAR_ACTION_STATUS, news) &&
                 did_year_action_run (report, action));

  if (!streek_progress_news_is_empty (news))
    add_news (report, STREEK_PROGRESS_AD_HOC, NULL, action,
              streek_record_get_text (action, STREEK_YEAR_ACTION_TITLE), news);
}

static void
add_loose_actions (Report *report)
{
  gint64 body = report->body;
  guint n_programmes = 0;
  const StreekRecord *const *programmes =
    body != 0 ? streek_records_list_by (report->records, &streek_year_programme_kind,
                                        STREEK_YEAR_PROGRAMME_BODY, body, &n_programmes)
              : NULL;

  for (guint i = 0; i < n_programmes; i++)
    {
      guint n;
      const StreekRecord *const *actions = streek_records_list_by (
        report->records, &streek_year_action_kind, STREEK_YEAR_ACTION_PROGRAMME,
        streek_record_get_id (programmes[i]), &n);

      for (guint j = 0; j < n; j++)
        add_loose_action (report, actions[j]);
    }
}

static gboolean
is_of_plan (const Report *report, const StreekRecord *project)
{
  guint n;
  const StreekRecord *const *links =
    streek_records_list_by (report->records, &streek_project_item_kind, STREEK_PROJECT_ITEM_PROJECT,
                            streek_record_get_id (project), &n);

  for (guint i = 0; i < n; i++)
    {
      const StreekRecord *item =
        streek_record_follow (links[i], STREEK_PROJECT_ITEM_ITEM, report->records);

      const StreekRecord *pact =
        item != NULL ? streek_record_follow (item, STREEK_PLAN_ITEM_PACT, report->records) : NULL;

      if (pact != NULL && g_ptr_array_find (report->pacts, pact, NULL))
        return TRUE;
    }

  return report->body != 0 &&
         streek_record_get_reference (project, STREEK_PROJECT_BODY) == report->body;
}

static gboolean
did_project_run (const Report *report, const StreekRecord *project, const StreekProgressNews *news)
{
  return was_open (project, STREEK_PROJECT_STATUS, news) &&
         ran (report, streek_record_get_first_day (project, STREEK_PROJECT_STARTS),
              streek_record_get_last_day (project, STREEK_PROJECT_ENDS),
              streek_record_is (project, STREEK_PROJECT_STATUS, "running"));
}

static void
add_project (Report *report, const StreekRecord *project)
{
  g_autoptr (StreekProgressNews) news = streek_progress_news_new (report->records, report->periods);

  streek_progress_news_take_project (news, project);
  note_silent (report, project, news, did_project_run (report, project, news));

  if (!streek_progress_news_is_empty (news))
    add_news (report, STREEK_PROGRESS_PROJECTS, NULL, project,
              streek_record_get_text (project, STREEK_PROJECT_NAME), news);
}

static void
add_projects (Report *report)
{
  guint n;
  const StreekRecord *const *projects =
    streek_records_list (report->records, &streek_project_kind, &n);

  for (guint i = 0; i < n; i++)
    if (is_of_plan (report, projects[i]))
      add_project (report, projects[i]);
}

/* Of the body, of no action, no project and no strand. */
static void
add_loose_events (const Report *report)
{
  gint64 body = report->body;
  guint n = 0;
  const StreekRecord *const *events =
    body != 0
      ? streek_records_list_by (report->records, &streek_event_kind, STREEK_EVENT_BODY, body, &n)
      : NULL;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (StreekProgressNews) news =
        streek_progress_news_new (report->records, report->periods);
      g_autofree char *title = streek_record_dup_title (events[i], report->records);

      if (!streek_record_has (events[i], STREEK_EVENT_ITEM) &&
          !streek_record_has (events[i], STREEK_EVENT_PROJECT) &&
          !streek_record_has (events[i], STREEK_EVENT_STRAND))
        streek_progress_news_take_event (news, events[i]);

      if (!streek_progress_news_is_empty (news))
        add_news (report, STREEK_PROGRESS_EVENTS, NULL, events[i], title, news);
    }
}

static void
add_plan (const Report *report, const StreekRecord *pact)
{
  g_autoptr (StreekProgressNews) news = streek_progress_news_new (report->records, report->periods);
  g_autofree char *title = streek_record_dup_title (pact, report->records);

  streek_progress_news_take_plan (news, pact);
  if (!streek_progress_news_is_empty (news))
    add_news (report, STREEK_PROGRESS_PLAN, NULL, pact, title, news);
}

/* (transfer full) (nullable): what stands under no chapter says of which of several plans it is */
static char *
dup_plan (const StreekRecords *records, const StreekRecord *item, const GPtrArray *pacts)
{
  return pacts->len > 1
           ? streek_records_dup_title (records, &streek_pact_kind,
                                       streek_record_get_reference (item, STREEK_PLAN_ITEM_PACT))
           : NULL;
}

static void
add_silent (const Report *report)
{
  for (guint i = 0; i < report->silent->len; i++)
    {
      const StreekRecord *record = report->silent->pdata[i];
      gboolean is_item = streek_record_get_kind (record) == &streek_plan_item_kind;
      g_autofree char *label = is_item ? streek_plan_item_dup_label (record)
                                       : streek_record_dup_title (record, report->records);
      g_autofree char *plan = is_item ? dup_plan (report->records, record, report->pacts) : NULL;
      StreekProgressLine nothing = {
        .what = STREEK_PROGRESS_NOTHING,
        .percent = NAN,
        .attendance = NAN,
      };
      GArray *lines = streek_progress_lines_new ();

      g_array_append_val (lines, nothing);
      add_row (report, STREEK_PROGRESS_SILENT, plan, record, label, lines);
    }
}

/* Returns: (transfer container) (element-type StreekRecord): the plan itself, or those from which
 * the programmes of a body draw in the years of @whole */
static GPtrArray *
list_pacts (StreekRecords *records,
            const StreekAreas *areas,
            StreekReportOf of,
            StreekInterval whole)
{
  const StreekRecord *pact = streek_records_find (records, &streek_pact_kind, of.pact);
  const StreekRecord *body = streek_records_find (records, &streek_body_kind, of.body);
  GPtrArray *pacts = g_ptr_array_new ();
  int first, last, month, day;

  if (pact != NULL)
    g_ptr_array_add (pacts, (gpointer) pact);
  if (body == NULL)
    return pacts;

  streek_date_to_ymd (whole.from, &first, &month, &day);
  streek_date_to_ymd (whole.to - 1, &last, &month, &day);
  for (int year = first; year <= last; year++)
    {
      g_autoptr (GPtrArray) drawn = streek_year_plan_list_pacts_of (records, areas, body, year);

      for (guint i = 0; i < drawn->len; i++)
        if (!g_ptr_array_find (pacts, drawn->pdata[i], NULL))
          g_ptr_array_add (pacts, drawn->pdata[i]);
    }

  streek_records_sort_unranked (pacts, &streek_pact_kind, records);

  return pacts;
}

/* (transfer full): a plan, or "SERR (pact A, pact B)" */
static char *
dup_title (StreekRecords *records, StreekReportOf of, const GPtrArray *pacts)
{
  g_autofree char *body = streek_records_dup_title (records, &streek_body_kind, of.body);
  g_autoptr (GString) plans = g_string_new (NULL);

  for (guint i = 0; i < pacts->len; i++)
    {
      g_autofree char *plan = streek_record_dup_title (pacts->pdata[i], records);

      g_string_append_printf (plans, "%s%s", i > 0 ? ", " : "", plan);
    }

  if (of.pact != 0)
    return g_string_free (g_steal_pointer (&plans), FALSE);

  return plans->len > 0 ? g_strdup_printf ("%s (%s)", body, plans->str) : g_steal_pointer (&body);
}

/* Returns: (transfer full): of all of these periods together */
static StreekProgressContent *
gather_periods (StreekRecords *records,
                const StreekAreas *areas,
                StreekReportOf of,
                StreekInterval whole,
                const GArray *periods)
{
  StreekProgressContent *content = streek_progress_content_new (of, whole);
  const StreekRecord *pact = streek_records_find (records, &streek_pact_kind, of.pact);
  g_autoptr (GHashTable) told = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) silent = g_ptr_array_new ();
  g_autoptr (GPtrArray) pacts = list_pacts (records, areas, of, whole);
  Report report = {
    .records = records,
    .pacts = pacts,
    .body = pact != NULL ? streek_record_get_reference (pact, STREEK_PACT_BODY) : of.body,
    .periods = periods,
    .period = whole,
    .content = content,
    .told = told,
    .silent = silent,
  };

  content->plan_title = dup_title (records, of, pacts);
  for (guint i = 0; i < pacts->len; i++)
    add_plan (&report, pacts->pdata[i]);
  for (guint i = 0; i < pacts->len; i++)
    add_items (&report, pacts->pdata[i]);
  if (report.body != 0 || pacts->len > 0)
    {
      add_loose_actions (&report);
      add_projects (&report);
      add_loose_events (&report);
      add_silent (&report);
    }

  return content;
}

/* Late */

static gboolean
has_period (const GArray *periods, StreekInterval period)
{
  for (guint i = 0; i < periods->len; i++)
    {
      StreekInterval other = g_array_index (periods, StreekInterval, i);

      if (other.from == period.from && other.to == period.to)
        return TRUE;
    }

  return FALSE;
}

/* What is said now of the periods that were reported on before this one, held against what those
 * reports said. */
static void
add_late (StreekProgressContent *content, StreekRecords *records, const StreekAreas *areas)
{
  g_autoptr (GPtrArray) reports = streek_progress_reports_list (records, content->of, NULL);
  g_autoptr (GArray) periods = g_array_new (FALSE, FALSE, sizeof (StreekInterval));
  g_autoptr (GPtrArray) told =
    g_ptr_array_new_with_free_func ((GDestroyNotify) streek_progress_content_free);
  StreekInterval whole = { content->period.from, content->period.from };

  for (guint i = 0; i < reports->len; i++)
    {
      StreekInterval period = streek_progress_report_get_period (reports->pdata[i]);

      if (period.to > content->period.from)
        continue;

      whole.from = MIN (whole.from, period.from);
      g_ptr_array_add (
        told, streek_progress_content_read (records, streek_record_get_id (reports->pdata[i])));
      if (!has_period (periods, period))
        g_array_append_val (periods, period);
    }

  if (periods->len == 0)
    return;

  g_autoptr (StreekProgressContent) now =
    gather_periods (records, areas, content->of, whole, periods);

  streek_progress_content_take_late (content, now, told);
}

/**
 * streek_progress_content_gather:
 * @areas: (nullable): of a plan they are of no use
 * @of: a plan, or a body
 * @period: its days; streek_report_periods_list() has those over which it is reported
 * @today: the day on which that is known
 *
 * A row for each action, project and event of the plans and of the body of which something was
 * reported, changed, reached or held in the period; then what came in late, of days of frozen
 * reports that did not know it; then those that ran and of which nothing was heard. What a year's
 * action reports stands with the first action of a plan that it carries out. Where something stood
 * is what the last update up to the end of the period says.
 *
 * Returns: (transfer full): without rows where nothing ran and nothing was reported
 */
StreekProgressContent *
streek_progress_content_gather (StreekRecords *records,
                                const StreekAreas *areas,
                                StreekReportOf of,
                                StreekInterval period,
                                StreekDate today)
{
  g_return_val_if_fail (records != NULL && (areas != NULL || of.body == 0), NULL);

  g_autoptr (GArray) periods = g_array_new (FALSE, FALSE, sizeof (StreekInterval));

  g_array_append_val (periods, period);

  StreekProgressContent *content = gather_periods (records, areas, of, period, periods);

  content->known_on = today;
  add_late (content, records, areas);

  return content;
}

/* Targets */

/* Of one goal or action: each is a row of its own. */
static void
add_targets (StreekProgressContent *content,
             const StreekRecordView *view,
             const StreekRecord *item,
             const GPtrArray *pacts)
{
  StreekRecords *records = streek_record_view_get_records (view);
  g_autofree char *label = streek_plan_item_dup_label (item);
  g_autofree char *plan = dup_plan (records, item, pacts);
  guint n;
  const StreekRecord *const *targets = streek_records_list_by (
    records, &streek_target_kind, STREEK_TARGET_ITEM, streek_record_get_id (item), &n);

  for (guint i = 0; i < n; i++)
    {
      const char *name = streek_record_get_text (targets[i], STREEK_TARGET_NAME);
      g_autofree char *title = g_strdup_printf ("%s: %s", label, name != NULL ? name : "–");
      g_autofree char *subject = streek_record_dup_place (targets[i]);
      StreekProgressLine line = {
        .what = STREEK_PROGRESS_TARGET,
        .percent = NAN,
        .attendance = NAN,
        .target = streek_target_state_new (view, targets[i]),
      };
      GArray *lines = streek_progress_lines_new ();

      g_array_append_val (lines, line);
      streek_progress_content_add_row (content, STREEK_PROGRESS_TARGETS, plan, subject, title,
                                       lines);
    }
}

/**
 * streek_progress_content_gather_with_targets:
 * @of: a plan, or a body
 *
 * Where a target stands is what is known on the day of @view, whatever the period: figures come
 * later than the time that they are of.
 *
 * Returns: (transfer full): as streek_progress_content_gather()
 */
StreekProgressContent *
streek_progress_content_gather_with_targets (const StreekRecordView *view,
                                             StreekReportOf of,
                                             StreekInterval period)
{
  g_return_val_if_fail (view != NULL, NULL);

  StreekRecords *records = streek_record_view_get_records (view);
  const StreekAreas *areas = streek_record_view_get_areas (view);
  StreekProgressContent *content = streek_progress_content_gather (
    records, areas, of, period, streek_record_view_get_today (view));
  g_autoptr (GPtrArray) pacts = list_pacts (records, areas, of, period);

  content->has_targets = TRUE;
  for (guint i = 0; i < pacts->len; i++)
    {
      g_autoptr (StreekPlanTree) tree =
        streek_plan_tree_new (records, streek_record_get_id (pacts->pdata[i]));

      for (guint j = 0; j < streek_plan_tree_get_n_nodes (tree); j++)
        add_targets (content, view, streek_plan_tree_get_node (tree, j)->item, pacts);
    }

  return content;
}
