/* streek-project-rules.c: the rules about programmes, projects and studies */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "project/streek-project-rules.h"

#include "area/streek-area-rules.h"
#include "base/streek-format.h"
#include "plan/streek-pact.h"
#include "plan/streek-plan-item.h"
#include "plan/streek-theme.h"
#include "project/streek-event.h"
#include "project/streek-fund.h"
#include "project/streek-participation.h"
#include "project/streek-project-follow-up.h"
#include "project/streek-project-portrait.h"
#include "project/streek-project.h"
#include "project/streek-strand.h"
#include "project/streek-study.h"
#include "record/streek-record-look.h"
#include "record/streek-record-portrait.h"

#include <glib/gi18n-lib.h>

static gboolean
is_begun (const StreekRecord *project)
{
  return streek_record_is (project, STREEK_PROJECT_STATUS, "running") ||
         streek_record_is (project, STREEK_PROJECT_STATUS, "done");
}

static char *
describe_without_lead (const StreekRecord *project, const StreekRecords *records, StreekDate today)
{
  guint n;
  const StreekRecord *const *partners =
    streek_records_list_by (records, &streek_project_partner_kind, STREEK_PROJECT_PARTNER_PROJECT,
                            streek_record_get_id (project), &n);

  for (guint i = 0; i < n; i++)
    if (streek_record_is (partners[i], STREEK_PROJECT_PARTNER_ROLE, "promotor"))
      return NULL;

  if (streek_record_has (project, STREEK_PROJECT_LEAD) ||
      streek_record_is (project, STREEK_PROJECT_STATUS, "idea"))
    return NULL;

  /* Translators: %s is a project. */
  return g_strdup_printf (_ ("“%s” has no lead."),
                          streek_record_get_text (project, STREEK_PROJECT_NAME));
}

static gboolean
look_for_leads (StreekRuleRun *run, GError **error)
{
  return streek_record_look (run, &streek_project_kind, describe_without_lead, error);
}

/* Only what is sure: a project that begins in a year may begin on its last day. */
static char *
describe_outside_call (const StreekRecord *project, const StreekRecords *records, StreekDate today)
{
  const StreekRecord *call = streek_record_follow (project, STREEK_PROJECT_CALL, records);
  StreekDate starts = streek_record_get_last_day (project, STREEK_PROJECT_STARTS);
  StreekDate ends = streek_record_get_first_day (project, STREEK_PROJECT_ENDS);

  if (call == NULL)
    return NULL;

  StreekDate from = streek_record_get_day (call, STREEK_CALL_STARTS);
  StreekDate until = streek_record_get_day (call, STREEK_CALL_ENDS);
  gboolean too_early = starts != STREEK_DATE_NONE && from != STREEK_DATE_NONE && starts < from;
  gboolean too_late = ends != STREEK_DATE_NONE && until != STREEK_DATE_NONE && ends > until;

  if (!too_early && !too_late)
    return NULL;

  /* Translators: %1$s is a project, %2$s a call. */
  return g_strdup_printf (_ ("“%1$s” reaches outside the period of the call “%2$s”."),
                          streek_record_get_text (project, STREEK_PROJECT_NAME),
                          streek_record_get_text (call, STREEK_CALL_TITLE));
}

static gboolean
look_for_calls (StreekRuleRun *run, GError **error)
{
  return streek_record_look (run, &streek_project_kind, describe_outside_call, error);
}

static char *
describe_overdue (const StreekRecord *project, const StreekRecords *records, StreekDate today)
{
  StreekDate ends = streek_record_get_last_day (project, STREEK_PROJECT_ENDS);

  if (!streek_record_is (project, STREEK_PROJECT_STATUS, "running") || ends == STREEK_DATE_NONE ||
      ends >= today)
    return NULL;

  g_autofree char *day = streek_format_date (streek_format_get_default (), ends);

  /* Translators: %1$s is a project, %2$s a day. */
  return g_strdup_printf (_ ("“%1$s” should have ended by %2$s and is still said to be under way."),
                          streek_record_get_text (project, STREEK_PROJECT_NAME), day);
}

static gboolean
look_for_overdue (StreekRuleRun *run, GError **error)
{
  return streek_record_look (run, &streek_project_kind, describe_overdue, error);
}

static char *
describe_silent (const StreekRecord *project, const StreekRecords *records, StreekDate today)
{
  StreekDue due = streek_project_find_due (project, records, today);

  if (due.state != STREEK_DUE_STALE)
    return NULL;

  g_autofree char *words = streek_due_dup_words (due, streek_format_get_default ());

  return g_strdup_printf ("%s: %s", streek_record_get_text (project, STREEK_PROJECT_NAME), words);
}

static gboolean
look_for_silent (StreekRuleRun *run, GError **error)
{
  return streek_record_look (run, &streek_project_kind, describe_silent, error);
}

/* Themes that are not among those that the body has chosen. */
static char *
describe_other_theme (const StreekRecord *link, const StreekRecords *records, StreekDate today)
{
  const StreekRecord *project = streek_record_follow (link, STREEK_PROJECT_THEME_PROJECT, records);

  return project != NULL ? streek_body_dup_other_theme (
                             records, streek_record_get_reference (project, STREEK_PROJECT_BODY),
                             streek_record_get_reference (link, STREEK_PROJECT_THEME_THEME),
                             streek_record_get_text (project, STREEK_PROJECT_NAME))
                         : NULL;
}

/* An event of no body is one of the body of its project, or of the plan of its action. */
static gint64
find_body_of_event (const StreekRecord *event, const StreekRecords *records)
{
  const StreekRecord *project = streek_record_follow (event, STREEK_EVENT_PROJECT, records);
  const StreekRecord *item = streek_record_follow (event, STREEK_EVENT_ITEM, records);
  const StreekRecord *pact =
    item != NULL ? streek_record_follow (item, STREEK_PLAN_ITEM_PACT, records) : NULL;

  if (streek_record_has (event, STREEK_EVENT_BODY))
    return streek_record_get_reference (event, STREEK_EVENT_BODY);
  if (project != NULL && streek_record_has (project, STREEK_PROJECT_BODY))
    return streek_record_get_reference (project, STREEK_PROJECT_BODY);

  return pact != NULL ? streek_record_get_reference (pact, STREEK_PACT_BODY) : 0;
}

static char *
describe_other_theme_of_event (const StreekRecord *event,
                               const StreekRecords *records,
                               StreekDate today)
{
  return streek_body_dup_other_theme (records, find_body_of_event (event, records),
                                      streek_record_get_reference (event, STREEK_EVENT_THEME),
                                      streek_record_get_text (event, STREEK_EVENT_TITLE));
}

static gboolean
look_for_other_themes (StreekRuleRun *run, GError **error)
{
  return streek_record_look (run, &streek_project_theme_kind, describe_other_theme, error) &&
         streek_record_look (run, &streek_event_kind, describe_other_theme_of_event, error);
}

/* A strand that nothing came of, of a project that is under way or done. */
static char *
describe_empty_strand (const StreekRecord *strand, const StreekRecords *records, StreekDate today)
{
  const StreekRecord *project = streek_record_follow (strand, STREEK_STRAND_PROJECT, records);

  if (project == NULL || !is_begun (project) || streek_record_has (strand, STREEK_STRAND_RESULTS))
    return NULL;

  /* Translators: %1$s is a strand of the project %2$s. */
  return g_strdup_printf (_ ("No results are entered for “%1$s” of “%2$s”."),
                          streek_record_get_text (strand, STREEK_STRAND_TITLE),
                          streek_record_get_text (project, STREEK_PROJECT_NAME));
}

static gboolean
look_for_empty_strands (StreekRuleRun *run, GError **error)
{
  return streek_record_look (run, &streek_strand_kind, describe_empty_strand, error);
}

/* Where a strand takes place beyond the areas of its project. */
static void
report_beyond (StreekRuleRun *run, const StreekRecord *link, const StreekRecords *records)
{
  StreekAreas *areas = streek_area_rules_ensure_areas (run, NULL);
  const StreekRecord *strand = streek_record_follow (link, STREEK_STRAND_AREA_STRAND, records);
  g_autofree char *project = streek_records_dup_title (
    records, &streek_project_kind, streek_record_get_reference (strand, STREEK_STRAND_PROJECT));
  const char *ref = streek_record_get_text (link, STREEK_STRAND_AREA_AREA);
  const StreekArea *area =
    streek_areas_resolve_ref (areas, ref, streek_areas_get_newest_date (areas), NULL, NULL);
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, streek_record_get_id (link));
  g_autofree char *place = streek_record_dup_place (strand);
  g_autofree char *message = g_strdup_printf (
    /* Translators: %1$s is a strand of the project %2$s, %3$s an area. */
    _ ("“%1$s” of “%2$s” takes place in %3$s too, which is no area of the project as a whole. The "
       "project counts there."),
    streek_record_get_text (strand, STREEK_STRAND_TITLE), project, area != NULL ? area->name : ref);

  streek_rule_run_report (run, key, place, message, NULL);
}

static gboolean
look_for_strands_beyond (StreekRuleRun *run, GError **error)
{
  const StreekRecords *records = streek_record_look_ensure_records (run, error);
  StreekAreas *areas = records != NULL ? streek_area_rules_ensure_areas (run, error) : NULL;
  guint n = 0;
  const StreekRecord *const *links =
    areas != NULL ? streek_records_list (records, &streek_strand_area_kind, &n) : NULL;

  for (guint i = 0; i < n && !streek_rule_run_is_cancelled (run); i++)
    if (streek_strand_area_is_beyond (records, areas, links[i]))
      report_beyond (run, links[i], records);

  return areas != NULL;
}

static char *
describe_unreasoned (const StreekRecord *adjustment, const StreekRecords *records, StreekDate today)
{
  if (streek_record_has (adjustment, STREEK_PROJECT_ADJUSTMENT_REASON))
    return NULL;

  const StreekRecord *about =
    streek_record_follow (adjustment, STREEK_PROJECT_ADJUSTMENT_STRAND, records);

  if (about == NULL)
    about = streek_record_follow (adjustment, STREEK_PROJECT_ADJUSTMENT_PROJECT, records);

  g_autofree char *title = about != NULL ? streek_record_dup_title (about, records) : g_strdup ("");

  /* Translators: %s is a project or a strand of one. */
  return g_strdup_printf (_ ("The change in the approach of “%s” says not why."), title);
}

static gboolean
look_for_unreasoned (StreekRuleRun *run, GError **error)
{
  return streek_record_look (run, &streek_project_adjustment_kind, describe_unreasoned, error);
}

static char *
describe_announced (const StreekRecord *programme, const StreekRecords *records, StreekDate today)
{
  StreekProgrammeCount count = streek_programme_count (records, streek_record_get_id (programme));

  if (!count.is_announced || count.n_recorded == count.announced)
    return NULL;

  /* Translators: %1$s is a programme, the others are how many. */
  return g_strdup_printf (_ ("“%1$s” announced %2$d projects; entered here: %3$u."),
                          streek_record_get_text (programme, STREEK_PROGRAMME_NAME),
                          (int) count.announced, count.n_recorded);
}

static gboolean
look_for_announced (StreekRuleRun *run, GError **error)
{
  return streek_record_look (run, &streek_programme_kind, describe_announced, error);
}

static char *
describe_milestone (const StreekRecord *milestone, const StreekRecords *records, StreekDate today)
{
  StreekDate due = streek_record_get_day (milestone, STREEK_MILESTONE_DUE_ON);

  if (due == STREEK_DATE_NONE || due >= today ||
      streek_record_has (milestone, STREEK_MILESTONE_DONE_ON))
    return NULL;

  g_autofree char *day = streek_format_date (streek_format_get_default (), due);
  g_autofree char *project =
    streek_records_dup_title (records, &streek_project_kind,
                              streek_record_get_reference (milestone, STREEK_MILESTONE_PROJECT));

  /* Translators: %1$s is a milestone, %2$s a project, %3$s a day. */
  return g_strdup_printf (_ ("The milestone “%1$s” of “%2$s” was due on %3$s."),
                          streek_record_get_text (milestone, STREEK_MILESTONE_TITLE), project, day);
}

static gboolean
look_for_milestones (StreekRuleRun *run, GError **error)
{
  return streek_record_look (run, &streek_milestone_kind, describe_milestone, error);
}

static char *
describe_recommendation (const StreekRecord *recommendation,
                         const StreekRecords *records,
                         StreekDate today)
{
  gboolean is_action = streek_record_is (recommendation, STREEK_RECOMMENDATION_OUTCOME, "action");
  gboolean is_project = streek_record_is (recommendation, STREEK_RECOMMENDATION_OUTCOME, "project");

  if ((!is_action || streek_record_has (recommendation, STREEK_RECOMMENDATION_ITEM)) &&
      (!is_project || streek_record_has (recommendation, STREEK_RECOMMENDATION_PROJECT)))
    return NULL;

  g_autofree char *study = streek_records_dup_title (
    records, &streek_study_kind,
    streek_record_get_reference (recommendation, STREEK_RECOMMENDATION_STUDY));

  /* Translators: %s is a study. */
  return g_strdup_printf (
    _ ("A recommendation of “%s” was taken up, but nothing says which action or project it is."),
    study);
}

static gboolean
look_for_recommendations (StreekRuleRun *run, GError **error)
{
  return streek_record_look (run, &streek_recommendation_kind, describe_recommendation, error);
}

static const StreekRule rules[] = {
  { "project/without-lead", STREEK_SEVERITY_WARNING, N_ ("A project without a lead"),
    N_ ("Say which organisation leads it, or give a partner the role of promoter."),
    look_for_leads },
  { "project/outside-call", STREEK_SEVERITY_WARNING,
    N_ ("A project outside the period of its call"),
    N_ ("The call only pays for what happens in its period."), look_for_calls },
  { "project/overdue", STREEK_SEVERITY_WARNING, N_ ("A project should have ended"),
    N_ ("Its last day has passed while its status says that it is under way."), look_for_overdue },
  { "project/no-news", STREEK_SEVERITY_WARNING, N_ ("Nobody reported on a project"),
    N_ ("It is under way, and the last update is older than the rhythm of the plan that it carries "
        "out allows; two months where there is none."),
    look_for_silent },
  { "project/theme-not-chosen", STREEK_SEVERITY_NOTE,
    N_ ("A project or an event outside the themes of its body"),
    N_ ("The body has chosen its themes, and this is about another one."), look_for_other_themes },
  { "project/milestone-overdue", STREEK_SEVERITY_WARNING, N_ ("A milestone is overdue"),
    N_ ("Enter when it was reached, or move it."), look_for_milestones },
  { "project/strand-without-results", STREEK_SEVERITY_NOTE, N_ ("A strand without results"),
    N_ ("The project is under way or done, and a report will ask what this strand brought about."),
    look_for_empty_strands },
  { "project/strand-beyond", STREEK_SEVERITY_NOTE,
    N_ ("A strand takes place beyond the areas of its project"),
    N_ ("Lists and maps count the project where its strands take place. Add the area to the "
        "project where all of it takes place there, or accept this."),
    look_for_strands_beyond },
  { "project/change-without-reason", STREEK_SEVERITY_WARNING,
    N_ ("A change in the approach without a reason"),
    N_ ("Who pays will ask why the approach was changed. Add the reason."), look_for_unreasoned },
  { "project/announced", STREEK_SEVERITY_NOTE,
    N_ ("A programme announced another number of projects"),
    N_ ("Either projects are missing here, or the programme has changed since."),
    look_for_announced },
  { "project/recommendation-without-link", STREEK_SEVERITY_NOTE,
    N_ ("A recommendation was taken up nowhere"),
    N_ ("Link the action or the project that it became."), look_for_recommendations },
};

/**
 * streek_project_rules_register:
 *
 * Lets a check look at projects. Any thread, any number of times.
 */
void
streek_project_rules_register (void)
{
  streek_rules_register (rules, G_N_ELEMENTS (rules));
}
