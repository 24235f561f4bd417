/* streek-plan-timelines.c: plans, year programmes and projects along an axis of time */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "workspace/streek-plan-timelines.h"

#include "plan/streek-pact.h"
#include "plan/streek-plan-item.h"
#include "plan/streek-plan-tree.h"
#include "plan/streek-year-programme.h"
#include "project/streek-project.h"
#include "record/streek-record-portrait.h"
#include "workspace/streek-matrix-draft.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* A timeline while it is put together. */
typedef struct
{
  const StreekRecordView *view;
  GStringChunk *texts;
  GArray *rows;       /* StreekTimelineRow */
  GArray *milestones; /* StreekTimelineMilestone */
  GPtrArray *statuses;
  const StreekRecordWord *words; /* of the statuses, in their order */
} Draft;

static void
open_draft (Draft *draft, const StreekRecordView *view, const StreekRecordWord *words)
{
  draft->view = view;
  draft->texts = g_string_chunk_new (1024);
  draft->rows = g_array_new (FALSE, TRUE, sizeof (StreekTimelineRow));
  draft->milestones = g_array_new (FALSE, TRUE, sizeof (StreekTimelineMilestone));
  draft->statuses = g_ptr_array_new ();
  draft->words = words;

  for (const StreekRecordWord *word = words; word->id != NULL; word++)
    g_ptr_array_add (draft->statuses,
                     (gpointer) g_dpgettext2 (GETTEXT_PACKAGE, "record", word->label));
}

static StreekTimeline *
close_draft (Draft *draft,
             const char *title,
             const char *corner,
             const StreekRecordKind *kind,
             gint64 id,
             GError **error)
{
  g_autofree char *context = streek_plan_dup_context (draft->view, kind, id);
  StreekTimelineSpec spec = {
    .title = title,
    .context = context,
    .corner = corner,
    .n_rows = draft->rows->len,
    .rows = (const StreekTimelineRow *) draft->rows->data,
    .n_milestones = draft->milestones->len,
    .milestones = (const StreekTimelineMilestone *) draft->milestones->data,
    .n_statuses = draft->statuses->len,
    .statuses = (const char *const *) draft->statuses->pdata,
    .today = streek_record_view_get_today (draft->view),
  };
  StreekTimeline *timeline = streek_timeline_new (&spec, error);

  g_ptr_array_unref (draft->statuses);
  g_array_unref (draft->milestones);
  g_array_unref (draft->rows);
  g_string_chunk_free (draft->texts);

  return timeline;
}

static const char *
keep (Draft *draft, const char *text)
{
  return text != NULL ? g_string_chunk_insert (draft->texts, text) : NULL;
}

static const char *
make_id (Draft *draft, const StreekRecord *record)
{
  g_autofree char *id = streek_record_dup_place (record);

  return keep (draft, id);
}

static int
find_status (const Draft *draft, const char *id)
{
  for (int i = 0; id != NULL && draft->words[i].id != NULL; i++)
    if (g_str_equal (draft->words[i].id, id))
      return i;

  return STREEK_TIMELINE_NONE;
}

/* The first day after a last one. */
static StreekDate
after (StreekDate last)
{
  return last != STREEK_DATE_NONE ? last + 1 : STREEK_DATE_NONE;
}

static void
add_heading (Draft *draft, const char *id, const char *name, guint level)
{
  StreekTimelineRow row = {
    .id = keep (draft, id),
    .name = keep (draft, name),
    .level = level,
    .is_heading = TRUE,
    .done_pct = NAN,
    .status = STREEK_TIMELINE_NONE,
  };

  g_array_append_val (draft->rows, row);
}

static StreekTimelineRow *
add_row (Draft *draft, const StreekRecord *record, const char *name, guint level, const char *owner)
{
  StreekTimelineRow row = {
    .id = make_id (draft, record),
    .name = keep (draft, name),
    .detail = keep (draft, owner),
    .level = level,
    .done_pct = NAN,
    .status = STREEK_TIMELINE_NONE,
  };

  g_array_append_val (draft->rows, row);

  return &g_array_index (draft->rows, StreekTimelineRow, draft->rows->len - 1);
}

/* Of a plan */

static void
add_item (Draft *draft, const StreekPlanNode *node)
{
  const StreekRecord *item = node->item;
  g_autofree char *label = streek_plan_item_dup_label (item);
  StreekTimelineRow *row = add_row (draft, item, label, node->depth,
                                    streek_record_get_text (item, STREEK_PLAN_ITEM_OWNER));

  row->is_heading = !node->is_action;
  row->from =
    streek_period_get_first_day (streek_record_get_period (item, STREEK_PLAN_ITEM_STARTS));
  row->to =
    after (streek_period_get_last_day (streek_record_get_period (item, STREEK_PLAN_ITEM_ENDS)));
  row->done_pct = streek_record_get_number (item, STREEK_PLAN_ITEM_PERCENT);
  row->status = find_status (draft, streek_record_get_text (item, STREEK_PLAN_ITEM_STATUS));
}

StreekTimeline *
streek_plan_timeline_new (const StreekRecordView *view, gint64 pact, GError **error)
{
  g_return_val_if_fail (view != NULL, NULL);

  StreekRecords *records = streek_record_view_get_records (view);
  g_autoptr (StreekPlanTree) tree = streek_plan_tree_new (records, pact);
  g_autofree char *title = streek_records_dup_title (records, &streek_pact_kind, pact);
  Draft draft;

  open_draft (&draft, view, streek_item_statuses);

  for (guint i = 0; i < streek_plan_tree_get_n_nodes (tree); i++)
    add_item (&draft, streek_plan_tree_get_node (tree, i));

  return close_draft (&draft, title, C_ ("matrix", "Goal or action"), &streek_pact_kind, pact,
                      error);
}

/* Of a year */

/* The item at the top of the tree under which an action of a plan stands. */
static const StreekRecord *
find_chapter (const StreekRecords *records, const StreekRecord *item)
{
  const StreekRecord *above = item;

  for (guint depth = 0; above != NULL && depth < 64; depth++)
    {
      item = above;
      above = streek_record_follow (item, STREEK_PLAN_ITEM_PARENT, records);
    }

  return item;
}

/* Of the first action of a plan that it carries out; NULL: ad hoc. */
static const StreekRecord *
find_chapter_of_year_action (const StreekRecords *records, const StreekRecord *action)
{
  guint n;
  const StreekRecord *const *links =
    streek_records_list_by (records, &streek_year_action_item_kind,
                            STREEK_YEAR_ACTION_ITEM_YEAR_ACTION, streek_record_get_id (action), &n);
  const StreekRecord *item =
    n > 0 ? streek_record_follow (links[0], STREEK_YEAR_ACTION_ITEM_ITEM, records) : NULL;

  return item != NULL ? find_chapter (records, item) : NULL;
}

static void
add_year_action (Draft *draft, const StreekRecord *action)
{
  StreekTimelineRow *row =
    add_row (draft, action, streek_record_get_text (action, STREEK_YEAR_ACTION_TITLE), 1,
             streek_record_get_text (action, STREEK_YEAR_ACTION_OWNER));

  row->from =
    streek_period_get_first_day (streek_record_get_period (action, STREEK_YEAR_ACTION_STARTS));
  row->to =
    after (streek_period_get_last_day (streek_record_get_period (action, STREEK_YEAR_ACTION_ENDS)));
  row->done_pct = streek_record_get_number (action, STREEK_YEAR_ACTION_PERCENT);
  row->status = find_status (draft, streek_record_get_text (action, STREEK_YEAR_ACTION_STATUS));
}

/* All actions of one chapter: those of the first that is left, in the order of the programme. */
static void
add_chapter (Draft *draft, const StreekRecords *records, GPtrArray *left)
{
  const StreekRecord *chapter = find_chapter_of_year_action (records, left->pdata[0]);
  g_autofree char *name =
    chapter != NULL ? streek_plan_item_dup_label (chapter) : g_strdup (_ ("Ad hoc"));

  add_heading (draft, chapter != NULL ? make_id (draft, chapter) : "ad-hoc", name, 0);

  for (guint i = 0; i < left->len;)
    if (find_chapter_of_year_action (records, left->pdata[i]) == chapter)
      {
        add_year_action (draft, left->pdata[i]);
        g_ptr_array_remove_index (left, i);
      }
    else
      i++;
}

static void
move_ad_hoc_last (const StreekRecords *records, GPtrArray *actions)
{
  g_autoptr (GPtrArray) ad_hoc = g_ptr_array_new ();

  for (guint i = 0; i < actions->len;)
    if (find_chapter_of_year_action (records, actions->pdata[i]) == NULL)
      g_ptr_array_add (ad_hoc, g_ptr_array_remove_index (actions, i));
    else
      i++;

  g_ptr_array_extend (actions, ad_hoc, NULL, NULL);
}

StreekTimeline *
streek_year_timeline_new (const StreekRecordView *view, gint64 programme, GError **error)
{
  g_return_val_if_fail (view != NULL, NULL);

  StreekRecords *records = streek_record_view_get_records (view);
  g_autofree char *title =
    streek_records_dup_title (records, &streek_year_programme_kind, programme);
  g_autoptr (GPtrArray) left = g_ptr_array_new ();
  guint n;
  const StreekRecord *const *actions = streek_records_list_by (
    records, &streek_year_action_kind, STREEK_YEAR_ACTION_PROGRAMME, programme, &n);
  Draft draft;

  open_draft (&draft, view, streek_item_statuses);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (left, (gpointer) actions[i]);

  move_ad_hoc_last (records, left);

  while (left->len > 0)
    add_chapter (&draft, records, left);

  return close_draft (&draft, title, C_ ("matrix", "Action"), &streek_year_programme_kind,
                      programme, error);
}

/* Of projects */

static void
add_milestones (Draft *draft, const StreekRecord *project, guint row)
{
  StreekRecords *records = streek_record_view_get_records (draft->view);
  guint n;
  const StreekRecord *const *milestones = streek_records_list_by (
    records, &streek_milestone_kind, STREEK_MILESTONE_PROJECT, streek_record_get_id (project), &n);

  for (guint i = 0; i < n; i++)
    {
      StreekDate done = streek_record_get_day (milestones[i], STREEK_MILESTONE_DONE_ON);
      StreekTimelineMilestone milestone = {
        .row = row,
        .id = make_id (draft, milestones[i]),
        .name = keep (draft, streek_record_get_text (milestones[i], STREEK_MILESTONE_TITLE)),
        .on = done != STREEK_DATE_NONE
                ? done
                : streek_record_get_day (milestones[i], STREEK_MILESTONE_DUE_ON),
        .is_done = done != STREEK_DATE_NONE,
      };

      if (milestone.on != STREEK_DATE_NONE)
        g_array_append_val (draft->milestones, milestone);
    }
}

static void
add_project (Draft *draft, const StreekRecord *project)
{
  StreekRecords *records = streek_record_view_get_records (draft->view);
  g_autofree char *lead =
    streek_record_has (project, STREEK_PROJECT_LEAD)
      ? streek_record_view_dup_text (draft->view, project, STREEK_PROJECT_LEAD)
      : NULL;
  g_autofree char *title = streek_record_dup_title (project, records);
  StreekTimelineRow *row = add_row (draft, project, title, 0, lead);

  row->from = streek_record_get_first_day (project, STREEK_PROJECT_STARTS);
  row->to = after (streek_record_get_last_day (project, STREEK_PROJECT_ENDS));
  row->done_pct = streek_record_get_number (project, STREEK_PROJECT_PERCENT);
  row->status = find_status (draft, streek_record_get_text (project, STREEK_PROJECT_STATUS));
  add_milestones (draft, project, draft->rows->len - 1);
}

StreekTimeline *
streek_project_timeline_new (const StreekRecordView *view,
                             const gint64 *projects,
                             guint n,
                             GError **error)
{
  g_return_val_if_fail (view != NULL && (projects != NULL || n == 0), NULL);

  Draft draft;

  open_draft (&draft, view, streek_project_statuses);

  for (guint i = 0; i < n; i++)
    {
      const StreekRecord *project = streek_records_find (streek_record_view_get_records (view),
                                                         &streek_project_kind, projects[i]);

      if (project != NULL)
        add_project (&draft, project);
    }

  return close_draft (&draft, _ ("Projects through time"), C_ ("matrix", "Project"), NULL, 0,
                      error);
}
