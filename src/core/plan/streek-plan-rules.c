/* streek-plan-rules.c: the rules about plans, roles, year programmes and what was reported */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "plan/streek-plan-rules-private.h"
#include "plan/streek-plan-rules.h"

#include "base/streek-format.h"
#include "body/streek-body.h"
#include "plan/streek-due.h"
#include "plan/streek-follow-up.h"
#include "plan/streek-obligation.h"
#include "plan/streek-obligations.h"
#include "plan/streek-pact.h"
#include "plan/streek-plan-item.h"
#include "plan/streek-plan-links.h"
#include "plan/streek-plan-tree.h"
#include "plan/streek-role-said.h"
#include "plan/streek-signal.h"
#include "plan/streek-target-actual.h"
#include "plan/streek-theme.h"
#include "plan/streek-year-programme.h"
#include "record/streek-record-look.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* A signal that nobody answered for so many days is said to be open. */
#define PATIENCE_DAYS 90

static gboolean
is_of_closed_plan (const StreekRecord *item, const StreekRecords *records)
{
  const StreekRecord *pact = streek_record_follow (item, STREEK_PLAN_ITEM_PACT, records);

  return pact == NULL || streek_pact_is_closed (pact);
}

static guint
count_by (const StreekRecords *records, const StreekRecordKind *kind, guint field, gint64 id)
{
  guint n;

  streek_records_list_by (records, kind, field, id, &n);

  return n;
}

/* Items */

static gboolean
has_action_below (const StreekRecord *item, const StreekRecords *records, guint depth)
{
  guint n;
  const StreekRecord *const *children = streek_records_list_by (
    records, &streek_plan_item_kind, STREEK_PLAN_ITEM_PARENT, streek_record_get_id (item), &n);

  for (guint i = 0; i < n; i++)
    if (streek_plan_item_is_action (children[i], records) ||
        (depth > 0 && has_action_below (children[i], records, depth - 1)))
      return TRUE;

  return FALSE;
}

/* An action that also stands under a pillar is one of its actions. */
static gboolean
is_pillar (const StreekRecord *item, const StreekRecords *records)
{
  return count_by (records, &streek_item_pillar_kind, STREEK_ITEM_PILLAR_PILLAR,
                   streek_record_get_id (item)) > 0;
}

static char *
describe_goal_without_action (const StreekRecord *item,
                              const StreekRecords *records,
                              StreekDate today)
{
  if (streek_plan_item_is_action (item, records) || is_of_closed_plan (item, records) ||
      has_action_below (item, records, 32) || is_pillar (item, records))
    return NULL;

  g_autofree char *label = streek_plan_item_dup_label (item);

  /* Translators: %s is a goal of a plan. */
  return g_strdup_printf (_ ("No action stands under “%s”."), label);
}

static gboolean
look_for_goals_without_action (StreekRuleRun *run, GError **error)
{
  return streek_record_look (run, &streek_plan_item_kind, describe_goal_without_action, error);
}

static char *
describe_without_timing (const StreekRecord *item, const StreekRecords *records, StreekDate today)
{
  if (!streek_plan_item_is_open_action (item, records) ||
      streek_record_has (item, STREEK_PLAN_ITEM_STARTS) ||
      streek_record_has (item, STREEK_PLAN_ITEM_ENDS))
    return NULL;

  g_autofree char *label = streek_plan_item_dup_label (item);

  /* Translators: %s is an action of a plan. */
  return g_strdup_printf (_ ("“%s” has no timing."), label);
}

static gboolean
look_for_actions_without_timing (StreekRuleRun *run, GError **error)
{
  return streek_record_look (run, &streek_plan_item_kind, describe_without_timing, error);
}

static char *
describe_without_indicator (const StreekRecord *item,
                            const StreekRecords *records,
                            StreekDate today)
{
  if (!streek_plan_item_is_open_action (item, records) ||
      count_by (records, &streek_target_kind, STREEK_TARGET_ITEM, streek_record_get_id (item)) > 0)
    return NULL;

  g_autofree char *label = streek_plan_item_dup_label (item);

  /* Translators: %s is an action of a plan. */
  return g_strdup_printf (_ ("Nothing says what “%s” should bring about."), label);
}

static gboolean
look_for_actions_without_indicator (StreekRuleRun *run, GError **error)
{
  return streek_record_look (run, &streek_plan_item_kind, describe_without_indicator, error);
}

/* In the years of a year programme of its own body, an action that runs then. */
static gboolean
is_in_programme (const StreekRecords *records, gint64 item)
{
  return count_by (records, &streek_year_action_item_kind, STREEK_YEAR_ACTION_ITEM_ITEM, item) > 0;
}

static gboolean
has_programme (const StreekRecords *records, const StreekRecord *pact)
{
  gint64 body = streek_record_get_reference (pact, STREEK_PACT_BODY);

  return body != 0 &&
         count_by (records, &streek_year_programme_kind, STREEK_YEAR_PROGRAMME_BODY, body) > 0;
}

static char *
describe_without_year_action (const StreekRecord *item,
                              const StreekRecords *records,
                              StreekDate today)
{
  const StreekRecord *pact = streek_record_follow (item, STREEK_PLAN_ITEM_PACT, records);

  if (pact == NULL || !streek_plan_item_is_open_action (item, records) ||
      !has_programme (records, pact) || is_in_programme (records, streek_record_get_id (item)))
    return NULL;

  g_autofree char *label = streek_plan_item_dup_label (item);

  /* Translators: %s is an action of a plan. */
  return g_strdup_printf (_ ("No year programme carries out “%s”."), label);
}

static gboolean
look_for_actions_without_year (StreekRuleRun *run, GError **error)
{
  return streek_record_look (run, &streek_plan_item_kind, describe_without_year_action, error);
}

static char *
describe_overdue (const StreekRecord *item, const StreekRecords *records, StreekDate today)
{
  StreekDue due = streek_due_of_item_on (item, records, today);

  if (!streek_plan_item_is_open_action (item, records) || due.state != STREEK_DUE_OVERDUE)
    return NULL;

  g_autofree char *label = streek_plan_item_dup_label (item);
  g_autofree char *day = streek_format_date (streek_format_get_default (), due.day);

  /* Translators: %1$s is an action of a plan, %2$s a day. */
  return g_strdup_printf (_ ("“%1$s” should have been done by %2$s."), label, day);
}

static char *
describe_late_year_action (const StreekRecord *action,
                           const StreekRecords *records,
                           StreekDate today)
{
  StreekDue due = streek_due_of_year_action_on (action, records, today);

  if (due.state != STREEK_DUE_OVERDUE)
    return NULL;

  g_autofree char *day = streek_format_date (streek_format_get_default (), due.day);

  return g_strdup_printf (_ ("“%1$s” should have been done by %2$s."),
                          streek_record_get_text (action, STREEK_YEAR_ACTION_TITLE), day);
}

static gboolean
look_for_overdue (StreekRuleRun *run, GError **error)
{
  return streek_record_look (run, &streek_plan_item_kind, describe_overdue, error) &&
         streek_record_look (run, &streek_year_action_kind, describe_late_year_action, error);
}

static char *
describe_stale (const StreekRecord *item, const StreekRecords *records, StreekDate today)
{
  StreekDue due = streek_due_of_item_on (item, records, today);

  if (!streek_plan_item_is_open_action (item, records) || due.state != STREEK_DUE_STALE)
    return NULL;

  g_autofree char *label = streek_plan_item_dup_label (item);
  g_autofree char *words = streek_due_dup_words (due, streek_format_get_default ());

  return g_strdup_printf ("%s: %s", label, words);
}

static char *
describe_silent_year_action (const StreekRecord *action,
                             const StreekRecords *records,
                             StreekDate today)
{
  StreekDue due = streek_due_of_year_action_on (action, records, today);

  if (due.state != STREEK_DUE_STALE)
    return NULL;

  g_autofree char *words = streek_due_dup_words (due, streek_format_get_default ());

  return g_strdup_printf ("%s: %s", streek_record_get_text (action, STREEK_YEAR_ACTION_TITLE),
                          words);
}

static gboolean
look_for_stale (StreekRuleRun *run, GError **error)
{
  return streek_record_look (run, &streek_plan_item_kind, describe_stale, error) &&
         streek_record_look (run, &streek_year_action_kind, describe_silent_year_action, error);
}

/* Themes that are not among those that the body has chosen: of the plan, or of the year in which
 * an action of a plan is carried out. */
static char *
describe_other_theme (const StreekRecord *link, const StreekRecords *records, StreekDate today)
{
  const StreekRecord *item = streek_record_follow (link, STREEK_ITEM_THEME_ITEM, records);
  const StreekRecord *pact =
    item != NULL ? streek_record_follow (item, STREEK_PLAN_ITEM_PACT, records) : NULL;

  if (pact == NULL)
    return NULL;

  g_autofree char *label = streek_plan_item_dup_label (item);

  return streek_body_dup_other_theme (records, streek_record_get_reference (pact, STREEK_PACT_BODY),
                                      streek_record_get_reference (link, STREEK_ITEM_THEME_THEME),
                                      label);
}

/* The first of the themes of an action of the plan that the body of the year has not chosen. */
static char *
describe_theme_of_item (const StreekRecords *records, gint64 body, gint64 item, const char *title)
{
  guint n;
  const StreekRecord *const *themes =
    streek_records_list_by (records, &streek_item_theme_kind, STREEK_ITEM_THEME_ITEM, item, &n);

  for (guint i = 0; i < n; i++)
    {
      char *words = streek_body_dup_other_theme (
        records, body, streek_record_get_reference (themes[i], STREEK_ITEM_THEME_THEME), title);

      if (words != NULL)
        return words;
    }

  return NULL;
}

static char *
describe_other_theme_of_year (const StreekRecord *action,
                              const StreekRecords *records,
                              StreekDate today)
{
  const StreekRecord *programme =
    streek_record_follow (action, STREEK_YEAR_ACTION_PROGRAMME, records);
  gint64 body =
    programme != NULL ? streek_record_get_reference (programme, STREEK_YEAR_PROGRAMME_BODY) : 0;
  guint n;
  const StreekRecord *const *links =
    streek_records_list_by (records, &streek_year_action_item_kind,
                            STREEK_YEAR_ACTION_ITEM_YEAR_ACTION, streek_record_get_id (action), &n);

  for (guint i = 0; i < n; i++)
    {
      const StreekRecord *item =
        streek_record_follow (links[i], STREEK_YEAR_ACTION_ITEM_ITEM, records);
      const StreekRecord *pact =
        item != NULL ? streek_record_follow (item, STREEK_PLAN_ITEM_PACT, records) : NULL;
      /* of a plan of the same body it is said of the plan itself */
      char *words =
        pact != NULL && streek_record_get_reference (pact, STREEK_PACT_BODY) != body
          ? describe_theme_of_item (records, body, streek_record_get_id (item),
                                    streek_record_get_text (action, STREEK_YEAR_ACTION_TITLE))
          : NULL;

      if (words != NULL)
        return words;
    }

  return NULL;
}

static gboolean
look_for_other_themes (StreekRuleRun *run, GError **error)
{
  return streek_record_look (run, &streek_item_theme_kind, describe_other_theme, error) &&
         streek_record_look (run, &streek_year_action_kind, describe_other_theme_of_year, error);
}

/* Plans, bodies and roles */

static char *
describe_waiting (const StreekRecord *approval, const StreekRecords *records, StreekDate today)
{
  StreekDate asked = streek_record_get_day (approval, STREEK_APPROVAL_ASKED_ON);

  if (!streek_record_is (approval, STREEK_APPROVAL_OUTCOME, "waiting") ||
      asked == STREEK_DATE_NONE || asked > today)
    return NULL;

  g_autofree char *pact = streek_records_dup_title (
    records, &streek_pact_kind, streek_record_get_reference (approval, STREEK_APPROVAL_PACT));
  g_autofree char *day = streek_format_date (streek_format_get_default (), asked);

  /* Translators: %1$s is a council, %2$s a plan, %3$s a day. */
  return g_strdup_printf (_ ("%1$s has not decided yet on “%2$s”, asked on %3$s."),
                          streek_record_get_text (approval, STREEK_APPROVAL_GIVEN_BY), pact, day);
}

static gboolean
look_for_waiting_approvals (StreekRuleRun *run, GError **error)
{
  return streek_record_look (run, &streek_approval_kind, describe_waiting, error);
}

static char *
describe_contradiction (const StreekRecord *body, const StreekRecords *records, StreekDate today)
{
  StreekDate last = streek_record_get_day (body, STREEK_BODY_VALID_TO);
  StreekDate on = last != STREEK_DATE_NONE && last < today ? last : today;
  const char *stated = streek_body_find_orientation (records, body, on).word;
  const char *derived = streek_roles_derive_orientation (records, streek_record_get_id (body), on);

  if (!streek_roles_contradict (stated, derived))
    return NULL;

  const StreekRecordField *field = &streek_body_kind.fields[STREEK_BODY_ORIENTATION];

  /* Translators: %1$s is a body, %2$s and %3$s are kinds of body: "Projects". */
  return g_strdup_printf (_ ("%1$s says that it is “%2$s”, but its roles make it “%3$s”."),
                          streek_record_get_text (body, STREEK_BODY_NAME),
                          streek_record_field_get_word (field, stated),
                          streek_record_field_get_word (field, derived));
}

static gboolean
look_for_contradictions (StreekRuleRun *run, GError **error)
{
  return streek_record_look (run, &streek_body_kind, describe_contradiction, error);
}

static guint
count_open_actions (const StreekRecords *records, gint64 body)
{
  guint n_pacts, n_open = 0;
  const StreekRecord *const *pacts =
    streek_records_list_by (records, &streek_pact_kind, STREEK_PACT_BODY, body, &n_pacts);

  for (guint i = 0; i < n_pacts; i++)
    {
      guint n;
      const StreekRecord *const *items =
        streek_records_list_by (records, &streek_plan_item_kind, STREEK_PLAN_ITEM_PACT,
                                streek_record_get_id (pacts[i]), &n);

      for (guint j = 0; j < n; j++)
        n_open += streek_plan_item_is_open_action (items[j], records);
    }

  return n_open;
}

static char *
describe_ended_body (const StreekRecord *body, const StreekRecords *records, StreekDate today)
{
  StreekDate end = streek_record_get_day (body, STREEK_BODY_VALID_TO);
  guint n_open =
    end != STREEK_DATE_NONE && end < today && !streek_record_has (body, STREEK_BODY_SUCCESSOR)
      ? count_open_actions (records, streek_record_get_id (body))
      : 0;

  if (n_open == 0)
    return NULL;

  return g_strdup_printf (
    ngettext (
      /* Translators: %1$s is a body, %2$u how many. */
      "%1$s has ended, nothing says what it went on as, and %2$u action of it is still open.",
      "%1$s has ended, nothing says what it went on as, and %2$u actions of it are still open.",
      n_open),
    streek_record_get_text (body, STREEK_BODY_NAME), n_open);
}

static gboolean
look_for_ended_bodies (StreekRuleRun *run, GError **error)
{
  return streek_record_look (run, &streek_body_kind, describe_ended_body, error);
}

/* Obligations */

/* "2021: Only in the plan; 2023: Nothing" */
static char *
list_years_of (const StreekRecord *obligation,
               const StreekRecords *records,
               StreekDate today,
               StreekObligationState state)
{
  int first = (int) streek_record_get_integer (obligation, STREEK_OBLIGATION_FIRST_YEAR);
  int last = (int) streek_record_get_integer (obligation, STREEK_OBLIGATION_LAST_YEAR);
  g_autoptr (GPtrArray) years =
    streek_obligation_list_years (records, obligation, first, last, today);
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < years->len; i++)
    {
      const StreekObligationYear *year = years->pdata[i];

      if (year->state == state)
        g_string_append_printf (words, "%s%d: %s", words->len > 0 ? "; " : "", year->year,
                                streek_obligation_year_get_words (year));
    }

  return g_string_free (words, FALSE);
}

static char *
describe_gaps (const StreekRecord *obligation, const StreekRecords *records, StreekDate today)
{
  g_autofree char *gaps = list_years_of (obligation, records, today, STREEK_OBLIGATION_GAP);

  /* Translators: %1$s is an obligation, %2$s "2021: Only in the plan; 2023: Nothing". */
  return *gaps != '\0'
           ? g_strdup_printf (_ ("Nothing was carried out that meets “%1$s”. %2$s."),
                              streek_record_get_text (obligation, STREEK_OBLIGATION_TITLE), gaps)
           : NULL;
}

static gboolean
look_for_gaps (StreekRuleRun *run, GError **error)
{
  return streek_record_look (run, &streek_obligation_kind, describe_gaps, error);
}

static char *
describe_unknown_years (const StreekRecord *obligation,
                        const StreekRecords *records,
                        StreekDate today)
{
  g_autofree char *years = list_years_of (obligation, records, today, STREEK_OBLIGATION_UNKNOWN);

  /* Translators: %1$s is an obligation, %2$s "2020: Outcome unknown". */
  return *years != '\0'
           ? g_strdup_printf (_ ("Nobody said whether “%1$s” was met. %2$s."),
                              streek_record_get_text (obligation, STREEK_OBLIGATION_TITLE), years)
           : NULL;
}

static gboolean
look_for_unknown_years (StreekRuleRun *run, GError **error)
{
  return streek_record_look (run, &streek_obligation_kind, describe_unknown_years, error);
}

/* Follow-up */

static char *
describe_unreasoned (const StreekRecord *adjustment, const StreekRecords *records, StreekDate today)
{
  if (streek_record_has (adjustment, STREEK_ADJUSTMENT_REASON))
    return NULL;

  const StreekRecord *about = streek_record_follow (adjustment, STREEK_ADJUSTMENT_ITEM, records);

  if (about == NULL)
    about = streek_record_follow (adjustment, STREEK_ADJUSTMENT_YEAR_ACTION, records);
  if (about == NULL)
    about = streek_record_follow (adjustment, STREEK_ADJUSTMENT_PACT, records);

  g_autofree char *title = about != NULL ? streek_record_dup_title (about, records) : g_strdup ("");

  /* Translators: %s is a goal, an action or a plan. */
  return g_strdup_printf (_ ("The adjustment of “%s” says not why."), title);
}

static gboolean
look_for_unreasoned (StreekRuleRun *run, GError **error)
{
  return streek_record_look (run, &streek_adjustment_kind, describe_unreasoned, error);
}

static char *
describe_target (const StreekRecord *target, const StreekRecords *records, StreekDate today)
{
  const char *name = streek_record_get_text (target, STREEK_TARGET_NAME);
  double baseline = streek_record_get_number (target, STREEK_TARGET_BASELINE);
  double aim = streek_record_get_number (target, STREEK_TARGET_TARGET);

  if (!isnan (aim) && !streek_record_has (target, STREEK_TARGET_TARGET_PERIOD))
    /* Translators: %s is what is counted. */
    return g_strdup_printf (_ ("The target of “%s” does not say by when."), name);
  if (!isnan (aim) && !isnan (baseline) && aim == baseline)
    /* Translators: %s is what is counted. */
    return g_strdup_printf (_ ("The target of “%s” is its baseline, so no progress can be said."),
                            name);

  if (streek_target_is_due_before_baseline (target))
    {
      g_autofree char *by =
        streek_format_period (streek_format_get_default (),
                              streek_record_get_period (target, STREEK_TARGET_TARGET_PERIOD));
      g_autofree char *from =
        streek_format_period (streek_format_get_default (),
                              streek_record_get_period (target, STREEK_TARGET_BASELINE_PERIOD));

      /* Translators: %1$s is what is counted, %2$s and %3$s are periods. */
      return g_strdup_printf (_ ("“%1$s” should be reached by %2$s, and its baseline is of %3$s."),
                              name, by, from);
    }

  return NULL;
}

static gboolean
look_for_targets (StreekRuleRun *run, GError **error)
{
  return streek_record_look (run, &streek_target_kind, describe_target, error);
}

static char *
describe_open_signal (const StreekRecord *signal, const StreekRecords *records, StreekDate today)
{
  StreekDate sent = streek_record_get_day (signal, STREEK_SIGNAL_SENT_ON);

  if (sent == STREEK_DATE_NONE || sent + PATIENCE_DAYS >= today ||
      streek_record_has (signal, STREEK_SIGNAL_ANSWER) ||
      streek_record_has (signal, STREEK_SIGNAL_ANSWERED_ON))
    return NULL;

  g_autofree char *day = streek_format_date (streek_format_get_default (), sent);

  /* Translators: %1$s is a subject, %2$s a day. */
  return g_strdup_printf (_ ("Nobody has answered the signal “%1$s” of %2$s."),
                          streek_record_get_text (signal, STREEK_SIGNAL_TOPIC), day);
}

static gboolean
look_for_open_signals (StreekRuleRun *run, GError **error)
{
  return streek_record_look (run, &streek_signal_kind, describe_open_signal, error);
}

static const StreekRule rules[] = {
  { "plan/goal-without-action", STREEK_SEVERITY_WARNING, N_ ("A goal without an action"),
    N_ ("Nothing that is done stands under it, nor is it a pillar of an action elsewhere. Add an "
        "action, put one under it as its pillar, or accept this with the reason."),
    look_for_goals_without_action },
  { "plan/action-overdue", STREEK_SEVERITY_WARNING, N_ ("An action is overdue"),
    N_ ("Its end has passed, that of its year where it has none itself, and neither its status nor "
        "its percentage says that it is done. "
        "Change one of these or its timing; an adjustment says why. Of a year programme that is "
        "closed nothing is asked any more."),
    look_for_overdue },
  { "plan/no-news", STREEK_SEVERITY_WARNING, N_ ("Nobody reported on an action"),
    N_ ("It is under way, and the last update is older than the rhythm of its plan allows; where "
        "there is none yet, its start, or that of its plan or of its year."),
    look_for_stale },
  { "plan/obligation-gap", STREEK_SEVERITY_ERROR, N_ ("A year without what is obliged"),
    N_ ("The plan obliges to something in that year, and no action of its year programme that was "
        "begun, nor one of the plan that was reported on, meets it. A timing in the plan is only a "
        "promise."),
    look_for_gaps },
  { "plan/obligation-unknown", STREEK_SEVERITY_NOTE, N_ ("A year of which the outcome is unknown"),
    N_ (
      "Its year programme has actions for what the plan obliges to, the year is over, and none of "
      "them has a status. Enter how far they came."),
    look_for_unknown_years },
  { "plan/role-contradiction", STREEK_SEVERITY_WARNING,
    N_ ("A body is another kind than its roles"),
    N_ (
      "What its pact calls it and the roles that are entered for it do not go together. Either "
      "roles are missing or the kind is wrong; where the pact itself is not unequivocal, say so."),
    look_for_contradictions },
  { "plan/body-ended", STREEK_SEVERITY_WARNING, N_ ("A body has ended with open actions"),
    N_ ("Say what it went on as, or close its actions."), look_for_ended_bodies },
  { "plan/approval-waiting", STREEK_SEVERITY_NOTE, N_ ("An approval is waiting"),
    N_ ("It was asked for and nobody has decided yet."), look_for_waiting_approvals },
  { "plan/adjustment-without-reason", STREEK_SEVERITY_WARNING,
    N_ ("An adjustment without a reason"),
    N_ ("Who reads the report will ask why the text was changed. Add the reason."),
    look_for_unreasoned },
  { "plan/target-incomplete", STREEK_SEVERITY_WARNING, N_ ("A target says too little"),
    N_ ("A target needs a date by which it is to be reached, and a baseline that differs from it "
        "and is of before that date."),
    look_for_targets },
  { "plan/theme-not-chosen", STREEK_SEVERITY_NOTE, N_ ("An action outside the themes of its body"),
    N_ ("The body has chosen its themes, and this action is about another one."),
    look_for_other_themes },
  { "plan/group-worse", STREEK_SEVERITY_WARNING,
    N_ ("A target group fares worse without an action"),
    N_ (
      "An indicator of the group went the wrong way in the area of a plan: from the first figure "
      "of "
      "at most five years before the latest, since the last break of its series. No open action of "
      "a plan or of a year programme names the group. Add one, or name the group at the action "
      "that "
      "is for it; a project alone is no action of a plan."),
    streek_plan_rules_look_for_worsening_groups },
  { "plan/signal-open", STREEK_SEVERITY_NOTE, N_ ("A signal without an answer"),
    N_ ("It was sent more than three months ago. Enter the answer, or send it again."),
    look_for_open_signals },
  { "plan/action-without-timing", STREEK_SEVERITY_NOTE, N_ ("An action without timing"),
    N_ ("It meets no obligation and is never overdue. Say from when until when."),
    look_for_actions_without_timing },
  { "plan/action-without-indicator", STREEK_SEVERITY_NOTE, N_ ("An action without a target"),
    N_ ("Nothing says what it should bring about. Add a target with an indicator or an own count."),
    look_for_actions_without_indicator },
  { "plan/action-without-year", STREEK_SEVERITY_NOTE, N_ ("An action in no year programme"),
    N_ ("The body has year programmes, and none of them carries out this action of its plan."),
    look_for_actions_without_year },
};

/**
 * streek_plan_rules_register:
 *
 * Lets a check look at plans. Any thread, any number of times.
 */
void
streek_plan_rules_register (void)
{
  streek_rules_register (rules, G_N_ELEMENTS (rules));
}
