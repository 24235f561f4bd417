/* streek-group-page.c: a target group: how it fares in an area, and what is done for it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "workspace/streek-group-page-private.h"

#include "indicator/streek-figure-place.h"
#include "plan/streek-group-actions.h"
#include "plan/streek-pact.h"
#include "plan/streek-plan-item.h"
#include "plan/streek-plan-tree.h"
#include "plan/streek-target-group.h"
#include "plan/streek-year-programme.h"
#include "project/streek-project.h"
#include "workspace/streek-charts.h"
#include "workspace/streek-record-edits.h"

#include <glib/gi18n-lib.h>

static void
free_indicator (gpointer data)
{
  StreekGroupIndicator *indicator = data;

  g_free (indicator->code);
  g_free (indicator->name);
  g_free (indicator->words);
  g_free (indicator->place);
  g_free (indicator->map_place);
  g_clear_pointer (&indicator->chart, streek_chart_unref);
  g_free (indicator);
}

static void
free_deed (gpointer data)
{
  StreekGroupDeed *deed = data;

  g_free (deed->title);
  g_free (deed->details);
  g_free (deed);
}

/* What is done */

const StreekGroupFields streek_group_fields[STREEK_N_GROUP_PARTS] = {
  [STREEK_GROUP_ITEMS] = { &streek_plan_item_kind, STREEK_PLAN_ITEM_PACT, STREEK_PLAN_ITEM_STATUS,
                           STREEK_PLAN_ITEM_STARTS, STREEK_PLAN_ITEM_ENDS, STREEK_PLAN_ITEM_OWNER },
  [STREEK_GROUP_YEAR_ACTIONS] = { &streek_year_action_kind, STREEK_YEAR_ACTION_PROGRAMME,
                                  STREEK_YEAR_ACTION_STATUS, STREEK_YEAR_ACTION_STARTS,
                                  STREEK_YEAR_ACTION_ENDS, STREEK_YEAR_ACTION_OWNER },
  [STREEK_GROUP_PROJECTS] = { &streek_project_kind, STREEK_PROJECT_PROGRAMME, STREEK_PROJECT_STATUS,
                              STREEK_PROJECT_STARTS, STREEK_PROJECT_ENDS, STREEK_PROJECT_OWNER },
};

const char *
streek_group_part_get_label (StreekGroupPart part)
{
  switch (part)
    {
    case STREEK_GROUP_YEAR_ACTIONS:
      return _ ("Actions of a Year");
    case STREEK_GROUP_PROJECTS:
      return _ ("Projects");
    case STREEK_GROUP_ITEMS:
    case STREEK_N_GROUP_PARTS:
    default:
      return _ ("Goals and Actions");
    }
}

static void
append_word (GString *words, const char *word)
{
  if (word != NULL && *word != '\0')
    g_string_append_printf (words, "%s%s", words->len > 0 ? " · " : "", word);
}

/* "2024 – 2026", "from 2024", "until 2026"; "" where neither is filled in */
static char *
dup_span (const StreekRecordView *view, const StreekRecord *record, const StreekGroupFields *is)
{
  g_autofree char *starts = streek_record_view_dup_text (view, record, is->starts);
  g_autofree char *ends = streek_record_view_dup_text (view, record, is->ends);

  if (g_str_equal (starts, ends))
    return g_steal_pointer (&starts);
  if (*starts != '\0' && *ends != '\0')
    return g_strdup_printf ("%s – %s", starts, ends);
  if (*starts != '\0')
    /* Translators: %s is a day or a period. */
    return g_strdup_printf (_ ("from %s"), starts);
  if (*ends != '\0')
    /* Translators: %s is a day or a period. */
    return g_strdup_printf (_ ("until %s"), ends);

  return g_strdup ("");
}

static char *
dup_details (const StreekRecordView *view, const StreekRecord *record, const StreekGroupFields *is)
{
  g_autofree char *whole = streek_record_view_dup_text (view, record, is->whole);
  g_autofree char *status = streek_record_view_dup_text (view, record, is->status);
  g_autofree char *span = dup_span (view, record, is);
  g_autofree char *owner = streek_record_view_dup_text (view, record, is->owner);
  GString *words = g_string_new (NULL);

  append_word (words, whole);
  append_word (words, status);
  append_word (words, span);
  append_word (words, owner);

  return g_string_free (words, FALSE);
}

static char *
dup_title (const StreekRecordView *view, const StreekRecord *record)
{
  return streek_record_get_kind (record) == &streek_plan_item_kind
           ? streek_plan_item_dup_label (record)
           : streek_record_dup_title (record, streek_record_view_get_records (view));
}

/* (transfer container) */
static GPtrArray *
list_projects (const StreekRecords *records, gint64 group)
{
  GPtrArray *projects = g_ptr_array_new ();
  guint n;
  const StreekRecord *const *links =
    streek_records_list_by (records, &streek_project_target_group_kind,
                            STREEK_PROJECT_TARGET_GROUP_TARGET_GROUP, group, &n);

  for (guint i = 0; i < n; i++)
    {
      const StreekRecord *project =
        streek_record_follow (links[i], STREEK_PROJECT_TARGET_GROUP_PROJECT, records);

      if (project != NULL && !g_ptr_array_find (projects, project, NULL))
        g_ptr_array_add (projects, (gpointer) project);
    }

  return projects;
}

static GPtrArray *
list_records (const StreekRecords *records, gint64 group, StreekGroupPart part)
{
  switch (part)
    {
    case STREEK_GROUP_YEAR_ACTIONS:
      return streek_target_group_list_year_actions (records, group);
    case STREEK_GROUP_PROJECTS:
      return list_projects (records, group);
    case STREEK_GROUP_ITEMS:
    case STREEK_N_GROUP_PARTS:
    default:
      return streek_target_group_list_items (records, group);
    }
}

static void
gather_deeds (StreekGroupPage *page, StreekGroupPart part)
{
  g_autoptr (GPtrArray) records =
    list_records (streek_record_view_get_records (page->view), page->group, part);

  page->deeds[part] = g_ptr_array_new_with_free_func (free_deed);
  for (guint i = 0; i < records->len; i++)
    {
      StreekGroupDeed *deed = g_new0 (StreekGroupDeed, 1);

      deed->record = records->pdata[i];
      deed->title = dup_title (page->view, deed->record);
      deed->details = dup_details (page->view, deed->record, &streek_group_fields[part]);
      g_ptr_array_add (page->deeds[part], deed);
    }
}

/* Where */

/* The plan that names the group knows best; else any running one. */
static char *
pick_area (const StreekGroupPage *page)
{
  const StreekRecords *records = streek_record_view_get_records (page->view);
  g_autoptr (GPtrArray) areas = streek_plans_list_areas (records);
  const GPtrArray *items = page->deeds[STREEK_GROUP_ITEMS];

  for (guint i = 0; i < items->len; i++)
    {
      const StreekGroupDeed *deed = items->pdata[i];
      const StreekRecord *pact =
        streek_record_follow (deed->record, STREEK_PLAN_ITEM_PACT, records);
      const char *area = pact != NULL ? streek_record_get_text (pact, STREEK_PACT_AREA) : NULL;

      if (area != NULL)
        return g_strdup (area);
    }

  return areas->len > 0 ? g_strdup (areas->pdata[0]) : NULL;
}

/* How it fares */

static StreekChartSpec *
make_spec (StreekChartKind kind, const char *const *codes, const char *area)
{
  const char *const areas[] = { area, NULL };
  StreekChartSpec *spec = streek_chart_spec_new ();

  spec->kind = kind;
  spec->indicators = g_strdupv ((char **) codes);
  spec->areas = g_strdupv ((char **) areas);

  return spec;
}

/* One that cannot be drawn is told in words. */
static StreekChart *
draw_course (StreekWorkspace *workspace, const char *code, const char *area)
{
  const char *const codes[] = { code, NULL };
  g_autoptr (StreekChartSpec) spec = make_spec (STREEK_CHART_LINE, codes, area);

  return streek_workspace_make_chart (workspace, spec, NULL, NULL);
}

static void
add_indicator (StreekGroupPage *page, StreekWorkspace *workspace, const StreekGroupCourse *course)
{
  const StreekIndicator *found =
    streek_catalogue_find (streek_record_view_get_catalogue (page->view), course->indicator, NULL);
  const StreekLatest *latest = &course->course.latest;
  StreekGroupIndicator *indicator = g_new0 (StreekGroupIndicator, 1);

  indicator->code = g_strdup (course->indicator);
  indicator->name = streek_record_view_dup_indicator_name (page->view, course->indicator);
  indicator->kind = course->course.kind;
  indicator->words =
    found != NULL
      ? streek_course_dup_words (&course->course, found, streek_record_view_get_format (page->view))
      : g_strdup (course->course.note);
  if (latest->total.missing == STREEK_MISSING_NONE)
    {
      indicator->last = latest->period;
      indicator->chart = draw_course (workspace, course->indicator, course->area);
    }
  if (indicator->chart != NULL || latest->near_area != NULL)
    {
      indicator->place =
        streek_latest_dup_place (latest, "chart", course->indicator, course->area, NULL);
      indicator->map_place =
        streek_latest_dup_place (latest, "map", course->indicator, course->area, NULL);
    }
  else
    {
      indicator->place = g_strconcat ("indicator:", course->indicator, NULL);
    }
  g_ptr_array_add (page->indicators, indicator);
}

static gboolean
gather_indicators (StreekGroupPage *page,
                   StreekWorkspace *workspace,
                   GCancellable *cancellable,
                   GError **error)
{
  g_autoptr (GPtrArray) areas = g_ptr_array_new ();
  g_autoptr (StreekReader) reader = NULL;
  g_autoptr (StreekTotals) totals =
    streek_workspace_open_totals (workspace, &reader, cancellable, error);

  if (totals == NULL)
    return FALSE;

  if (page->area != NULL)
    g_ptr_array_add (areas, page->area);

  g_autoptr (GPtrArray) courses =
    streek_target_group_judge (streek_record_view_get_records (page->view), page->group, areas,
                               totals, streek_record_view_get_today (page->view), error);

  for (guint i = 0; courses != NULL && i < courses->len; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;

      add_indicator (page, workspace, courses->pdata[i]);
    }

  return courses != NULL;
}

static void
draw_monitor (StreekGroupPage *page, StreekWorkspace *workspace)
{
  g_autoptr (GPtrArray) codes = g_ptr_array_new ();

  for (guint i = 0; i < page->indicators->len; i++)
    {
      const StreekGroupIndicator *indicator = page->indicators->pdata[i];

      if (indicator->chart != NULL)
        g_ptr_array_add (codes, indicator->code);
    }
  if (codes->len == 0)
    return;

  g_ptr_array_add (codes, NULL);

  g_autoptr (StreekChartSpec) spec =
    make_spec (STREEK_CHART_MONITOR, (const char *const *) codes->pdata, page->area);

  page->monitor = streek_workspace_make_chart (workspace, spec, NULL, NULL);
}

/* Remarks */

static gboolean
fares_worse (const StreekGroupPage *page)
{
  for (guint i = 0; i < page->indicators->len; i++)
    if (((const StreekGroupIndicator *) page->indicators->pdata[i])->kind == STREEK_COURSE_WORSE)
      return TRUE;

  return FALSE;
}

static gboolean
has_open_action (const StreekGroupPage *page)
{
  int year;

  streek_date_to_ymd (streek_record_view_get_today (page->view), &year, NULL, NULL);

  return streek_target_group_has_open_action (streek_record_view_get_records (page->view),
                                              page->group, year);
}

static guint
count_named_indicators (const StreekGroupPage *page)
{
  guint n;

  streek_records_list_by (streek_record_view_get_records (page->view),
                          &streek_target_group_indicator_kind,
                          STREEK_TARGET_GROUP_INDICATOR_TARGET_GROUP, page->group, &n);

  return n;
}

static void
gather_remarks (StreekGroupPage *page)
{
  g_autoptr (GStrvBuilder) remarks = g_strv_builder_new ();
  gboolean is_open = has_open_action (page);

  if (count_named_indicators (page) == 0)
    g_strv_builder_add (remarks, _ ("No indicator says how this group fares."));
  else if (page->area == NULL)
    g_strv_builder_add (remarks,
                        _ ("No plan has an area, so nothing says where its figures are of."));
  if (fares_worse (page) && !is_open)
    g_strv_builder_add (remarks, _ ("The group fares worse, and no open action is for it."));
  else if (!is_open)
    g_strv_builder_add (remarks, _ ("No open action of a plan or of a year is for this group."));
  if (page->deeds[STREEK_GROUP_PROJECTS]->len == 0)
    g_strv_builder_add (remarks, _ ("No project is for this group."));

  page->remarks = g_strv_builder_end (remarks);
}

/* Making */

static char *
dup_context (const StreekGroupPage *page)
{
  StreekAreas *areas = streek_record_view_get_areas (page->view);
  const StreekArea *area =
    page->area != NULL ? streek_areas_resolve_ref (areas, page->area,
                                                   streek_areas_get_newest_date (areas), NULL, NULL)
                       : NULL;

  return area != NULL ? g_strdup_printf ("%s · %s", area->set->name, area->name) : NULL;
}

static StreekGroupPage *
new_page (StreekRecordView *view, gint64 group, const char *area)
{
  StreekGroupPage *page = g_new0 (StreekGroupPage, 1);

  g_atomic_ref_count_init (&page->references);
  page->view = streek_record_view_ref (view);
  page->group = group;
  page->title = streek_records_dup_title (streek_record_view_get_records (view),
                                          &streek_target_group_kind, group);
  page->indicators = g_ptr_array_new_with_free_func (free_indicator);
  for (guint i = 0; i < STREEK_N_GROUP_PARTS; i++)
    gather_deeds (page, i);
  page->area = area != NULL ? g_strdup (area) : pick_area (page);
  page->context = dup_context (page);

  return page;
}

StreekGroupPage *
streek_workspace_make_group_page (StreekWorkspace *workspace,
                                  gint64 group,
                                  const char *area,
                                  GCancellable *cancellable,
                                  GError **error)
{
  g_return_val_if_fail (STREEK_IS_WORKSPACE (workspace), NULL);

  g_autoptr (StreekRecordView) view = streek_workspace_dup_record_view (workspace, error);

  if (view == NULL)
    return NULL;

  if (streek_records_find (streek_record_view_get_records (view), &streek_target_group_kind,
                           group) == NULL)
    {
      g_set_error_literal (error, STREEK_RECORD_ERROR, STREEK_RECORD_ERROR_UNKNOWN,
                           _ ("There is no such target group."));
      return NULL;
    }

  g_autoptr (StreekGroupPage) page = new_page (view, group, area);

  if (!gather_indicators (page, workspace, cancellable, error))
    return NULL;

  draw_monitor (page, workspace);
  gather_remarks (page);

  return g_steal_pointer (&page);
}

typedef struct
{
  gint64 group;
  char *area;
} Job;

static void
free_job (gpointer data)
{
  Job *job = data;

  g_free (job->area);
  g_free (job);
}

static void
make_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Job *job = data;
  GError *error = NULL;
  StreekGroupPage *page =
    streek_workspace_make_group_page (source, job->group, job->area, cancellable, &error);

  if (page != NULL)
    g_task_return_pointer (task, page, (GDestroyNotify) streek_group_page_unref);
  else
    g_task_return_error (task, error);
}

void
streek_workspace_make_group_page_async (StreekWorkspace *workspace,
                                        gint64 group,
                                        const char *area,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data)
{
  g_return_if_fail (STREEK_IS_WORKSPACE (workspace));

  g_autoptr (GTask) task = g_task_new (workspace, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  job->group = group;
  job->area = g_strdup (area);
  g_task_set_source_tag (task, streek_workspace_make_group_page_async);
  g_task_set_task_data (task, job, free_job);
  g_task_run_in_thread (task, make_in_thread);
}

StreekGroupPage *
streek_workspace_make_group_page_finish (StreekWorkspace *workspace,
                                         GAsyncResult *result,
                                         GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, workspace), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

StreekGroupPage *
streek_group_page_ref (StreekGroupPage *page)
{
  g_atomic_ref_count_inc (&page->references);

  return page;
}

void
streek_group_page_unref (StreekGroupPage *page)
{
  if (page == NULL || !g_atomic_ref_count_dec (&page->references))
    return;

  g_clear_pointer (&page->monitor, streek_chart_unref);
  g_strfreev (page->remarks);
  for (guint i = 0; i < STREEK_N_GROUP_PARTS; i++)
    g_ptr_array_unref (page->deeds[i]);
  g_ptr_array_unref (page->indicators);
  g_free (page->context);
  g_free (page->area);
  g_free (page->title);
  streek_record_view_unref (page->view);
  g_free (page);
}

/* Asking */

const char *
streek_group_page_get_title (const StreekGroupPage *page)
{
  return page->title;
}

const char *
streek_group_page_get_description (const StreekGroupPage *page)
{
  const StreekRecord *group = streek_records_find (streek_record_view_get_records (page->view),
                                                   &streek_target_group_kind, page->group);

  return streek_record_get_text (group, STREEK_TARGET_GROUP_DESCRIPTION);
}

const char *
streek_group_page_get_area (const StreekGroupPage *page)
{
  return page->area;
}

const GPtrArray *
streek_group_page_get_indicators (const StreekGroupPage *page)
{
  return page->indicators;
}

const GPtrArray *
streek_group_page_get_deeds (const StreekGroupPage *page, StreekGroupPart part)
{
  g_return_val_if_fail (part < STREEK_N_GROUP_PARTS, NULL);

  return page->deeds[part];
}

const char *const *
streek_group_page_get_remarks (const StreekGroupPage *page)
{
  return (const char *const *) page->remarks;
}
