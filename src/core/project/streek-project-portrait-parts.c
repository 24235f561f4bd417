/* streek-project-portrait-parts.c: a project's strands, course, events and studies, as people
 * show them to others */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "project/streek-project-portrait-private.h"

#include "project/streek-event.h"
#include "project/streek-fund.h"
#include "project/streek-project-follow-up.h"
#include "project/streek-project-funds.h"
#include "project/streek-project.h"
#include "project/streek-strand.h"
#include "project/streek-study.h"

#include <glib/gi18n-lib.h>

/* Strands */

/* A link is said once, from whichever end it was made. */
static void
add_strand_links (const StreekProjectWork *self, gint64 strand)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  const guint ends[] = { STREEK_STRAND_LINK_STRAND, STREEK_STRAND_LINK_OTHER };

  for (guint end = 0; end < G_N_ELEMENTS (ends); end++)
    {
      g_autoptr (GPtrArray) links =
        streek_records_gather (self->records, &streek_strand_link_kind, ends[end], strand);

      for (guint i = 0; i < links->len; i++)
        {
          const StreekRecord *other =
            streek_record_follow (links->pdata[i], ends[1 - end], self->records);
          const char *note = streek_record_get_text (links->pdata[i], STREEK_STRAND_LINK_NOTE);

          if (other == NULL || !g_hash_table_add (seen, (gpointer) other))
            continue;

          g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "",
                                  streek_record_get_text (other, STREEK_STRAND_TITLE));
          if (note != NULL)
            g_string_append_printf (text, " (%s)", note);
        }
    }

  streek_portrait_add_fact (self->portrait, _ ("Hangs together with"), text->str);
}

/* "Ieper, Poperinge and surroundings (until the summer)" */
static void
add_strand_areas (const StreekProjectWork *self, gint64 strand)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GPtrArray) links = streek_records_gather (self->records, &streek_strand_area_kind,
                                                       STREEK_STRAND_AREA_STRAND, strand);

  for (guint i = 0; i < links->len; i++)
    {
      const char *note = streek_record_get_text (links->pdata[i], STREEK_STRAND_AREA_NOTE);
      g_autofree char *area = streek_project_dup_area (
        self->view, links->pdata[i], STREEK_STRAND_AREA_AREA, STREEK_STRAND_AREA_SURROUNDINGS);

      g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", area);
      if (note != NULL)
        g_string_append_printf (text, " (%s)", note);
    }

  streek_portrait_add_fact (self->portrait, _ ("Areas"), text->str);
}

static char *
dup_decision (const StreekRecord *adjustment, const StreekRecordView *view)
{
  g_autofree char *day =
    streek_record_view_dup_text (view, adjustment, STREEK_PROJECT_ADJUSTMENT_DECIDED_ON);
  g_autofree char *by =
    streek_record_view_dup_text (view, adjustment, STREEK_PROJECT_ADJUSTMENT_DECIDED_BY);
  g_autofree char *body =
    streek_record_view_dup_text (view, adjustment, STREEK_PROJECT_ADJUSTMENT_BODY);
  const char *const parts[] = { day, by, body };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (*parts[i] != '\0')
      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", parts[i]);

  return g_string_free (text, FALSE);
}

/* Those of one strand; with 0 those of the project as a whole. */
static GPtrArray *
gather_adjustments (const StreekProjectWork *self, gint64 strand)
{
  GPtrArray *all = strand != 0
                     ? streek_records_gather (self->records, &streek_project_adjustment_kind,
                                              STREEK_PROJECT_ADJUSTMENT_STRAND, strand)
                     : streek_records_gather (self->records, &streek_project_adjustment_kind,
                                              STREEK_PROJECT_ADJUSTMENT_PROJECT, self->id);

  for (guint i = all->len; strand == 0 && i-- > 0;)
    if (streek_record_has (all->pdata[i], STREEK_PROJECT_ADJUSTMENT_STRAND))
      g_ptr_array_remove_index (all, i);

  streek_records_sort_by_day (all, STREEK_PROJECT_ADJUSTMENT_DECIDED_ON);

  return all;
}

/* Old words and new ones below each other, with what is different marked where both are known. */
static void
add_change (const StreekProjectWork *self, const StreekRecord *adjustment)
{
  static const guint fields[] = { STREEK_PROJECT_ADJUSTMENT_OLD_TEXT,
                                  STREEK_PROJECT_ADJUSTMENT_NEW_TEXT };
  const char *former = streek_record_get_text (adjustment, fields[0]);
  const char *now = streek_record_get_text (adjustment, fields[1]);

  if (former == NULL || now == NULL || *former == '\0' || *now == '\0')
    {
      streek_portrait_add_fields (self->portrait, self->view, adjustment, fields,
                                  G_N_ELEMENTS (fields));
      return;
    }

  g_autoptr (StreekWordDiff) diff = streek_word_diff_new (former, now);

  streek_portrait_add_field (self->portrait, self->view, adjustment, fields[0], former);
  streek_portrait_mark (self->portrait, diff->struck);
  streek_portrait_add_field (self->portrait, self->view, adjustment, fields[1], now);
  streek_portrait_mark (self->portrait, diff->came);
}

static gboolean
has_marks (const StreekPortrait *portrait)
{
  for (guint i = 0; i < streek_portrait_get_n_lines (portrait); i++)
    if (streek_portrait_get_line (portrait, i)->spans != NULL)
      return TRUE;

  return FALSE;
}

/* What marks mean is said once, below the first ones. */
static void
add_adjustments (const StreekProjectWork *self, const GPtrArray *adjustments)
{
  gboolean is_explained = has_marks (self->portrait);

  for (guint i = 0; i < adjustments->len; i++)
    {
      const StreekRecord *adjustment = adjustments->pdata[i];
      const char *reason = streek_record_get_text (adjustment, STREEK_PROJECT_ADJUSTMENT_REASON);
      g_autofree char *decision = dup_decision (adjustment, self->view);

      streek_portrait_add_fact (self->portrait, _ ("Change of the approach"),
                                *decision != '\0' ? decision : _ ("Day not entered"));
      add_change (self, adjustment);
      streek_portrait_add_fact (self->portrait, _ ("Reason"),
                                reason != NULL ? reason : _ ("Not entered"));
    }

  if (!is_explained && has_marks (self->portrait))
    streek_portrait_add_note (self->portrait, streek_text_spans_explain ());
}

static void
add_strand (const StreekProjectWork *self, const StreekRecord *strand)
{
  static const guint fields[] = { STREEK_STRAND_APPROACH, STREEK_STRAND_ACTIONS,
                                  STREEK_STRAND_RESULTS };
  gint64 id = streek_record_get_id (strand);
  g_autoptr (GPtrArray) adjustments = gather_adjustments (self, id);

  streek_portrait_add_heading (self->portrait, 2,
                               streek_record_get_text (strand, STREEK_STRAND_TITLE),
                               streek_record_dup_place (strand));
  streek_portrait_add_text (self->portrait,
                            streek_record_get_text (strand, STREEK_STRAND_DESCRIPTION));
  add_strand_areas (self, id);
  streek_portrait_add_fields (self->portrait, self->view, strand, fields, G_N_ELEMENTS (fields));
  add_strand_links (self, id);
  add_adjustments (self, adjustments);
}

void
streek_project_portrait_add_strands (const StreekProjectWork *self)
{
  g_autoptr (GPtrArray) strands =
    streek_records_gather (self->records, &streek_strand_kind, STREEK_STRAND_PROJECT, self->id);
  g_autoptr (GPtrArray) adjustments = gather_adjustments (self, 0);

  streek_project_work_begin_part (self, _ ("Strands"), &streek_strand_kind, STREEK_STRAND_PROJECT);

  for (guint i = 0; i < strands->len; i++)
    add_strand (self, strands->pdata[i]);

  streek_project_work_begin_part (self, _ ("Changes of the approach"),
                                  &streek_project_adjustment_kind,
                                  STREEK_PROJECT_ADJUSTMENT_PROJECT);
  add_adjustments (self, adjustments);
}

/* Its course */

/* What is overdue is said; what was reached has its day. */
static char *
dup_milestone_state (const StreekRecord *milestone, const StreekRecordView *view)
{
  StreekDate due = streek_record_get_day (milestone, STREEK_MILESTONE_DUE_ON);

  if (streek_record_has (milestone, STREEK_MILESTONE_DONE_ON))
    return streek_record_view_dup_text (view, milestone, STREEK_MILESTONE_DONE_ON);

  return due != STREEK_DATE_NONE && due < streek_record_view_get_today (view)
           ? g_strdup (C_ ("milestone", "Overdue"))
           : NULL;
}

static char *
dup_stage_span (const StreekRecord *stage, const StreekRecordView *view)
{
  return streek_record_view_dup_span (view, stage, STREEK_STAGE_STARTS, STREEK_STAGE_ENDS);
}

static void
add_milestones (const StreekProjectWork *self)
{
  static const StreekPortraitColumn columns[] = {
    { STREEK_MILESTONE_TITLE, N_ ("Milestone"), NULL },
    { STREEK_MILESTONE_DUE_ON, NULL, NULL },
    { -1, N_ ("Reached on"), dup_milestone_state },
    { STREEK_MILESTONE_NOTE, NULL, NULL },
  };
  g_autoptr (GPtrArray) milestones = streek_records_gather (self->records, &streek_milestone_kind,
                                                            STREEK_MILESTONE_PROJECT, self->id);

  streek_records_sort_by_day (milestones, STREEK_MILESTONE_DUE_ON);
  streek_project_work_begin_part (self, _ ("Milestones"), &streek_milestone_kind,
                                  STREEK_MILESTONE_PROJECT);
  streek_portrait_add_records (self->portrait, self->view, milestones, columns,
                               G_N_ELEMENTS (columns));
}

static void
add_stages (const StreekProjectWork *self)
{
  static const StreekPortraitColumn columns[] = {
    { STREEK_STAGE_TITLE, N_ ("Stage"), NULL }, { STREEK_STAGE_KIND, NULL, NULL },
    { -1, N_ ("Period"), dup_stage_span },      { STREEK_STAGE_STATUS, NULL, NULL },
    { STREEK_STAGE_FOLLOWS, NULL, NULL },       { STREEK_STAGE_STUDY, NULL, NULL },
  };
  g_autoptr (GPtrArray) stages =
    streek_records_gather (self->records, &streek_stage_kind, STREEK_STAGE_PROJECT, self->id);

  streek_project_work_begin_part (self, _ ("Stages"), &streek_stage_kind, STREEK_STAGE_PROJECT);
  streek_portrait_add_records (self->portrait, self->view, stages, columns, G_N_ELEMENTS (columns));
}

static void
add_progress (const StreekProjectWork *self)
{
  static const StreekPortraitColumn columns[] = {
    { STREEK_PROJECT_PROGRESS_REPORTED_ON, NULL, NULL },
    { STREEK_PROJECT_PROGRESS_STRAND, NULL, NULL },
    { STREEK_PROJECT_PROGRESS_WHAT, NULL, NULL },
    { STREEK_PROJECT_PROGRESS_STATUS, NULL, NULL },
    { STREEK_PROJECT_PROGRESS_PERCENT, NULL, NULL },
  };
  g_autoptr (GPtrArray) progress = streek_strand_gather_of_project (
    self->records, &streek_project_progress_kind, STREEK_PROJECT_PROGRESS_PROJECT,
    STREEK_PROJECT_PROGRESS_STRAND, self->id);

  streek_records_sort_by_day (progress, STREEK_PROJECT_PROGRESS_REPORTED_ON);
  streek_project_work_begin_part (self, _ ("What was reported"), &streek_project_progress_kind,
                                  STREEK_PROJECT_PROGRESS_PROJECT);
  streek_portrait_add_records (self->portrait, self->view, progress, columns,
                               G_N_ELEMENTS (columns));
}

void
streek_project_portrait_add_course (const StreekProjectWork *self)
{
  add_stages (self);
  add_milestones (self);
  add_progress (self);
}

/* Telling others */

static char *
dup_event_place (const StreekRecord *event, const StreekRecordView *view)
{
  g_autofree char *place = streek_record_view_dup_text (view, event, STREEK_EVENT_PLACE);
  g_autofree char *municipality =
    streek_record_view_dup_text (view, event, STREEK_EVENT_MUNICIPALITY);

  if (*place != '\0' && *municipality != '\0')
    return g_strdup_printf ("%s, %s", place, municipality);

  return *place != '\0' ? g_steal_pointer (&place) : g_steal_pointer (&municipality);
}

static char *
dup_event_span (const StreekRecord *event, const StreekRecordView *view)
{
  return streek_record_has (event, STREEK_EVENT_UNTIL)
           ? streek_record_view_dup_span (view, event, STREEK_EVENT_HELD_ON, STREEK_EVENT_UNTIL)
           : streek_record_view_dup_text (view, event, STREEK_EVENT_HELD_ON);
}

static char *
dup_attendance (const StreekRecord *event, const StreekRecordView *view)
{
  return streek_record_view_dup_stated (view, event, STREEK_EVENT_ATTENDANCE,
                                        STREEK_EVENT_ATTENDANCE_IS);
}

/* Those that name a strand alone belong to its project too. */
static GPtrArray *
gather_events (const StreekProjectWork *self)
{
  GPtrArray *events = streek_strand_gather_of_project (
    self->records, &streek_event_kind, STREEK_EVENT_PROJECT, STREEK_EVENT_STRAND, self->id);

  streek_records_sort_by_day (events, STREEK_EVENT_HELD_ON);

  return events;
}

typedef struct
{
  gint64 sum;
  guint n_summed;
  gboolean has_about;
  gboolean has_above;
} Attendance;

/* Of "fewer than 100" nobody knows how many: it adds nothing. */
static Attendance
sum_attendance (const GPtrArray *events)
{
  Attendance attendance = { 0 };

  for (guint i = 0; i < events->len; i++)
    {
      const char *id = streek_record_get_text (events->pdata[i], STREEK_EVENT_ATTENDANCE_IS);
      StreekQualifier is = STREEK_QUALIFIER_NONE;

      if (id != NULL && !streek_qualifier_parse_id (id, &is))
        is = STREEK_QUALIFIER_ABOUT;
      if (!streek_record_has (events->pdata[i], STREEK_EVENT_ATTENDANCE) ||
          is == STREEK_QUALIFIER_BELOW)
        continue;

      attendance.sum += streek_record_get_integer (events->pdata[i], STREEK_EVENT_ATTENDANCE);
      attendance.n_summed++;
      attendance.has_about |= is == STREEK_QUALIFIER_ABOUT;
      attendance.has_above |= is == STREEK_QUALIFIER_ABOVE;
    }

  return attendance;
}

/* "At least about 520" is what nobody says. */
static char *
dup_attendance_sum (const StreekProjectWork *self, const Attendance *attendance, gboolean is_least)
{
  g_autofree char *number =
    streek_format_number (streek_record_view_get_format (self->view), (double) attendance->sum, 0);

  if (is_least && attendance->has_about)
    /* Translators: %s is a number of which a part is rounded and a part is not known. */
    return g_strdup_printf (_ ("about %s or more"), number);
  if (is_least)
    /* Translators: %s is a number of which a part is not known. */
    return g_strdup_printf (_ ("at least %s"), number);
  if (attendance->has_about)
    /* Translators: %s is a number. */
    return g_strdup_printf (_ ("about %s"), number);

  return g_steal_pointer (&number);
}

static void
add_attendance_note (const StreekProjectWork *self, const GPtrArray *events)
{
  Attendance attendance = sum_attendance (events);
  gboolean is_whole = attendance.n_summed == events->len;

  if (events->len < 2 || attendance.n_summed == 0)
    return;

  g_autofree char *sum = dup_attendance_sum (self, &attendance, !is_whole || attendance.has_above);
  g_autofree char *note =
    is_whole
      /* Translators: %1$s is a sum of attendances of %2$u events: "about 520". */
      ? g_strdup_printf (_ ("Attendance of the %2$u events together: %1$s; who came more than once "
                            "counts each time."),
                         sum, events->len)
      /* Translators: %1$s is a sum of attendances, known of %2$u of %3$u events: "at least 520".
       */
      : g_strdup_printf (_ ("Attendance together: %1$s, known of %2$u of the %3$u events; who came "
                            "more than once counts each time."),
                         sum, attendance.n_summed, events->len);

  streek_portrait_add_note (self->portrait, note);
}

void
streek_project_portrait_add_events (const StreekProjectWork *self)
{
  static const StreekPortraitColumn columns[] = {
    { STREEK_EVENT_TITLE, N_ ("Event"), NULL }, { STREEK_EVENT_KIND, NULL, NULL },
    { -1, N_ ("Date"), dup_event_span },        { -1, N_ ("Place"), dup_event_place },
    { STREEK_EVENT_STRAND, NULL, NULL },        { STREEK_EVENT_THEME, NULL, NULL },
    { STREEK_EVENT_AUDIENCE, NULL, NULL },      { STREEK_EVENT_ATTENDANCE, NULL, dup_attendance },
  };
  g_autoptr (GPtrArray) events = gather_events (self);

  streek_project_work_begin_part (self, _ ("Events"), &streek_event_kind, STREEK_EVENT_PROJECT);
  streek_portrait_add_records (self->portrait, self->view, events, columns, G_N_ELEMENTS (columns));
  add_attendance_note (self, events);
}

/* Studies */

static char *
dup_outcome (const StreekRecord *recommendation, const StreekRecordView *view)
{
  static const guint fields[] = { STREEK_RECOMMENDATION_OUTCOME, STREEK_RECOMMENDATION_ITEM,
                                  STREEK_RECOMMENDATION_PROJECT };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autofree char *part = streek_record_view_dup_text (view, recommendation, fields[i]);

      if (*part != '\0')
        g_string_append_printf (text, "%s%s", text->len > 0 ? " → " : "", part);
    }

  return g_string_free (text, FALSE);
}

static void
add_study (const StreekProjectWork *self, const StreekRecord *study)
{
  static const guint fields[] = { STREEK_STUDY_COMMISSIONER, STREEK_STUDY_CONTRACTOR,
                                  STREEK_STUDY_YEAR,         STREEK_STUDY_DOCUMENT,
                                  STREEK_STUDY_FINDINGS,     STREEK_STUDY_NOTE };
  static const StreekPortraitColumn columns[] = {
    { STREEK_RECOMMENDATION_LINE, NULL, NULL },
    { -1, N_ ("What became of it"), dup_outcome },
    { STREEK_RECOMMENDATION_REASON, NULL, NULL },
  };
  gint64 id = streek_record_get_id (study);
  g_autoptr (GPtrArray) recommendations = streek_records_gather (
    self->records, &streek_recommendation_kind, STREEK_RECOMMENDATION_STUDY, id);

  streek_portrait_add_heading (self->portrait, 2,
                               streek_record_get_text (study, STREEK_STUDY_TITLE),
                               streek_record_dup_place (study));
  streek_portrait_offer_part (self->portrait, streek_recommendation_kind.id,
                              STREEK_RECOMMENDATION_STUDY, id);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      gboolean is_year = fields[i] == STREEK_STUDY_YEAR && streek_record_has (study, fields[i]);
      g_autofree char *text =
        is_year
          ? g_strdup_printf ("%" G_GINT64_FORMAT, streek_record_get_integer (study, fields[i]))
          : streek_record_view_dup_text (self->view, study, fields[i]);

      streek_portrait_add_field (self->portrait, self->view, study, fields[i], text);
    }
  streek_portrait_add_records (self->portrait, self->view, recommendations, columns,
                               G_N_ELEMENTS (columns));
}

static void
add_unless_known (GPtrArray *records, const StreekRecord *record)
{
  if (record != NULL && !g_ptr_array_find (records, record, NULL))
    g_ptr_array_add (records, (gpointer) record);
}

/* Its own, those of its stages, and those of which a recommendation became this project. */
static GPtrArray *
gather_studies (const StreekProjectWork *self)
{
  GPtrArray *studies =
    streek_records_gather (self->records, &streek_study_kind, STREEK_STUDY_PROJECT, self->id);
  g_autoptr (GPtrArray) stages =
    streek_records_gather (self->records, &streek_stage_kind, STREEK_STAGE_PROJECT, self->id);
  g_autoptr (GPtrArray) recommendations = streek_records_gather (
    self->records, &streek_recommendation_kind, STREEK_RECOMMENDATION_PROJECT, self->id);

  for (guint i = 0; i < stages->len; i++)
    add_unless_known (studies,
                      streek_record_follow (stages->pdata[i], STREEK_STAGE_STUDY, self->records));
  for (guint i = 0; i < recommendations->len; i++)
    add_unless_known (studies, streek_record_follow (recommendations->pdata[i],
                                                     STREEK_RECOMMENDATION_STUDY, self->records));

  return studies;
}

static char *
dup_source (const StreekRecord *practice, const StreekRecordView *view)
{
  g_autofree char *from =
    streek_record_view_dup_text (view, practice, STREEK_GOOD_PRACTICE_TAKEN_FROM);
  g_autofree char *area = streek_record_view_dup_text (view, practice, STREEK_GOOD_PRACTICE_AREA);

  if (*from != '\0' && *area != '\0' && g_strcmp0 (from, area) != 0)
    return g_strdup_printf ("%s (%s)", from, area);

  return *from != '\0' ? g_steal_pointer (&from) : g_steal_pointer (&area);
}

static void
add_good_practices (const StreekProjectWork *self)
{
  static const StreekPortraitColumn columns[] = {
    { STREEK_GOOD_PRACTICE_TITLE, N_ ("Good practice"), NULL },
    { -1, N_ ("Taken over from"), dup_source },
    { STREEK_GOOD_PRACTICE_ADAPTATION, NULL, NULL },
    { STREEK_GOOD_PRACTICE_NOTE, NULL, NULL },
  };
  g_autoptr (GPtrArray) practices = streek_records_gather (
    self->records, &streek_good_practice_kind, STREEK_GOOD_PRACTICE_PROJECT, self->id);

  streek_project_work_begin_part (self, _ ("Good practices taken over"), &streek_good_practice_kind,
                                  STREEK_GOOD_PRACTICE_PROJECT);
  streek_portrait_add_records (self->portrait, self->view, practices, columns,
                               G_N_ELEMENTS (columns));
}

void
streek_project_portrait_add_studies (const StreekProjectWork *self)
{
  g_autoptr (GPtrArray) studies = gather_studies (self);

  streek_project_work_begin_part (self, _ ("Studies"), &streek_study_kind, STREEK_STUDY_PROJECT);

  for (guint i = 0; i < studies->len; i++)
    add_study (self, studies->pdata[i]);

  add_good_practices (self);
}

/* Who pays */

static void
add_fund (const StreekProjectWork *self, const StreekRecord *fund)
{
  const char *name = streek_record_get_text (fund, STREEK_FUND_NAME);

  if (streek_record_get_size (fund, STREEK_FUND_LOGO) > 0)
    {
      /* Translators: %s is a fund. */
      g_autofree char *words = g_strdup_printf (_ ("Logo of %s"), name);

      streek_portrait_add_picture (self->portrait, words, streek_record_dup_place (fund));
    }

  streek_portrait_add_text (self->portrait,
                            streek_record_get_text (fund, STREEK_FUND_ACKNOWLEDGEMENT));
}

void
streek_project_portrait_add_support (const StreekProjectWork *self)
{
  g_autoptr (GPtrArray) funds = streek_project_list_funds (self->records, self->project);

  if (funds->len == 0)
    return;

  streek_portrait_add_heading (self->portrait, 1, _ ("With the support of"),
                               streek_record_dup_place (funds->pdata[0]));

  for (guint i = 0; i < funds->len; i++)
    add_fund (self, funds->pdata[i]);
}
