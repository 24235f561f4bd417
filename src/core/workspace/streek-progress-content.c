/* streek-progress-content.c: what a progress report says, put together now or frozen before */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "workspace/streek-progress-content.h"

#include "plan/streek-follow-up.h"
#include "project/streek-project-follow-up.h"
#include "record/streek-record-columns.h"
#include "table/streek-value.h"

#include <glib/gi18n-lib.h>
#include <math.h>

StreekProgressLine
streek_progress_line_copy (const StreekProgressLine *line)
{
  StreekProgressLine copy = *line;

  copy.part = g_strdup (line->part);
  copy.text = g_strdup (line->text);
  copy.old_text = g_strdup (line->old_text);
  copy.reason = g_strdup (line->reason);
  copy.status = g_strdup (line->status);
  copy.target = line->target != NULL ? streek_target_state_copy (line->target) : NULL;

  return copy;
}

void
streek_progress_line_clear (StreekProgressLine *line)
{
  g_clear_pointer (&line->part, g_free);
  g_clear_pointer (&line->text, g_free);
  g_clear_pointer (&line->old_text, g_free);
  g_clear_pointer (&line->reason, g_free);
  g_clear_pointer (&line->status, g_free);
  g_clear_pointer (&line->target, streek_target_state_free);
}

static void
clear_line (gpointer data)
{
  streek_progress_line_clear (data);
}

GArray *
streek_progress_lines_new (void)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (StreekProgressLine));

  g_array_set_clear_func (lines, clear_line);

  return lines;
}

/* Words */

static const char *
get_text (const StreekProgressLine *line)
{
  return line->text != NULL ? line->text : "";
}

/* What stands in front: its day, and what it is part of, where there is such. */
static void
append_day (StreekMarkedText *text, const StreekProgressLine *line, const StreekFormat *format)
{
  g_autofree char *date = streek_format_date (format, line->day);
  g_autofree char *front = line->part != NULL ? g_strdup_printf ("%s – %s: ", date, line->part)
                                              : g_strdup_printf ("%s: ", date);

  streek_marked_text_append (text, front, NULL);
}

static void
append_change (StreekMarkedText *text, const StreekProgressLine *line)
{
  g_autoptr (StreekWordDiff) diff =
    line->old_text != NULL ? streek_word_diff_new (line->old_text, get_text (line)) : NULL;

  if (line->old_text != NULL)
    /* Translators: what stood in a plan; the new text follows. */
    streek_marked_text_append_in (text, _ ("“%s” becomes "), line->old_text, diff->struck);

  streek_marked_text_append_in (text, C_ ("words of a text", "“%s”"), get_text (line),
                                diff != NULL ? diff->came : NULL);
  if (line->reason != NULL)
    {
      streek_marked_text_append (text, ". ", NULL);
      streek_marked_text_append (text, line->reason, NULL);
    }
}

static char *
describe_event (const StreekProgressLine *line, const StreekFormat *format)
{
  if (isnan (line->attendance))
    return g_strdup (get_text (line));

  StreekQualifier qualifier = STREEK_QUALIFIER_NONE;
  g_autofree char *number = streek_format_number (format, line->attendance, 0);

  if (line->status == NULL || !streek_qualifier_parse_id (line->status, &qualifier))
    qualifier = STREEK_QUALIFIER_NONE;

  g_autofree char *present = g_strconcat (streek_qualifier_get_sign (qualifier), number, NULL);

  /* Translators: an event, then how many were there: "Jobbeurs (≈120 present)". */
  return g_strdup_printf (_ ("%1$s (%2$s present)"), get_text (line), present);
}

static char *
dup_percent (const StreekProgressLine *line, const StreekFormat *format)
{
  static const StreekRecordKind *const kind = &streek_progress_report_row_kind;
  const StreekRecordField *field = &kind->fields[STREEK_PROGRESS_REPORT_ROW_PERCENT];

  if (isnan (line->percent))
    return g_strdup ("");

  g_autofree char *number = streek_record_field_dup_number (field, line->percent, format);

  return g_strdup_printf ("%s %s", number, field->unit);
}

/* Projects have other statuses than actions. */
static const char *
get_status (const StreekProgressLine *line, StreekProgressSection section)
{
  const StreekRecordField *field =
    section == STREEK_PROGRESS_PROJECTS
      ? &streek_project_progress_kind.fields[STREEK_PROJECT_PROGRESS_STATUS]
      : &streek_progress_kind.fields[STREEK_PROGRESS_STATUS];

  return line->status != NULL ? streek_record_field_get_word (field, line->status) : "";
}

/* "Strand 1: Under way, 50 % (20 december 2024)" */
static char *
describe_state (const StreekProgressLine *line,
                StreekProgressSection section,
                const StreekFormat *format)
{
  const char *status = get_status (line, section);
  g_autofree char *percent = dup_percent (line, format);
  g_autofree char *date = streek_format_date (format, line->day);

  return g_strdup_printf ("%s%s%s%s%s (%s)", line->part != NULL ? line->part : "",
                          line->part != NULL ? ": " : "", status,
                          *status != '\0' && *percent != '\0' ? ", " : "", percent, date);
}

static char *
describe_target (const StreekProgressLine *line, const StreekFormat *format)
{
  if (line->target == NULL)
    return g_strdup ("–");

  g_autofree char *way = streek_target_state_dup_way (line->target, format);
  g_autofree char *progress = streek_target_state_dup_progress (line->target, format);

  return g_strdup_printf ("%s\n%s", way, progress);
}

/* What a line says behind its day, where it has one. */
static char *
describe_line (const StreekProgressLine *line,
               StreekProgressSection section,
               const StreekFormat *format)
{
  switch (line->what)
    {
    case STREEK_PROGRESS_MILESTONE:
      /* Translators: %s is a milestone. */
      return g_strdup_printf (_ ("Milestone reached: %s"), get_text (line));
    case STREEK_PROGRESS_HELD:
      return describe_event (line, format);
    case STREEK_PROGRESS_ELSEWHERE:
      /* Translators: %1$s is an action of a year, %2$s an action of a plan under which it stands.
       */
      return g_strdup_printf (_ ("%1$s: see “%2$s”"), line->part != NULL ? line->part : "",
                              get_text (line));
    case STREEK_PROGRESS_STATE:
      return describe_state (line, section, format);
    case STREEK_PROGRESS_NOTHING:
      return g_strdup (C_ ("progress", "Nothing was reported"));
    case STREEK_PROGRESS_TARGET:
      return describe_target (line, format);
    case STREEK_PROGRESS_UPDATE:
    case STREEK_PROGRESS_CHANGE:
    case STREEK_N_PROGRESS_LINES:
    default:
      return g_strdup (get_text (line));
    }
}

static gboolean
begins_with_day (const StreekProgressLine *line)
{
  return line->what != STREEK_PROGRESS_ELSEWHERE && line->what != STREEK_PROGRESS_STATE &&
         line->what != STREEK_PROGRESS_NOTHING && line->what != STREEK_PROGRESS_TARGET;
}

void
streek_progress_line_append_to (const StreekProgressLine *line,
                                StreekProgressSection section,
                                const StreekFormat *format,
                                StreekMarkedText *text)
{
  g_return_if_fail (line != NULL && text != NULL);

  g_autofree char *words = describe_line (line, section, format);

  if (begins_with_day (line))
    append_day (text, line, format);

  if (line->what == STREEK_PROGRESS_CHANGE)
    append_change (text, line);
  else
    streek_marked_text_append (text, words, NULL);
}

/* The whole */

static void
free_row (gpointer data)
{
  StreekProgressRow *row = data;

  g_free (row->chapter);
  g_free (row->subject);
  g_free (row->title);
  g_array_unref (row->lines);
  g_free (row);
}

StreekProgressContent *
streek_progress_content_new (StreekReportOf of, StreekInterval period)
{
  StreekProgressContent *content = g_new0 (StreekProgressContent, 1);

  content->of = of;
  content->period = period;
  content->rows = g_ptr_array_new_with_free_func (free_row);

  return content;
}

void
streek_progress_content_free (StreekProgressContent *content)
{
  if (content == NULL)
    return;

  g_free (content->plan_title);
  g_free (content->frozen_by);
  g_free (content->note);
  g_ptr_array_unref (content->rows);
  g_free (content);
}

StreekProgressRow *
streek_progress_content_add_row (StreekProgressContent *content,
                                 StreekProgressSection section,
                                 const char *chapter,
                                 const char *subject,
                                 const char *title,
                                 GArray *lines)
{
  StreekProgressRow *row = g_new0 (StreekProgressRow, 1);

  row->section = section;
  row->chapter = g_strdup (chapter);
  row->subject = g_strdup (subject);
  row->title = g_strdup (title);
  row->lines = lines;
  g_ptr_array_add (content->rows, row);

  return row;
}

/* Frozen */

static StreekTargetState *
read_target (const StreekRecord *record)
{
  StreekTargetState *state = g_new0 (StreekTargetState, 1);
  const char *status = streek_record_get_text (record, STREEK_PROGRESS_REPORT_ROW_STATUS);

  state->unit = g_strdup (streek_record_get_text (record, STREEK_PROGRESS_REPORT_ROW_UNIT));
  state->baseline = g_strdup (streek_record_get_text (record, STREEK_PROGRESS_REPORT_ROW_BASELINE));
  state->baseline_period =
    streek_record_get_period (record, STREEK_PROGRESS_REPORT_ROW_BASELINE_PERIOD);
  state->target = g_strdup (streek_record_get_text (record, STREEK_PROGRESS_REPORT_ROW_TARGET));
  state->target_period =
    streek_record_get_period (record, STREEK_PROGRESS_REPORT_ROW_TARGET_PERIOD);
  state->actual = g_strdup (streek_record_get_text (record, STREEK_PROGRESS_REPORT_ROW_ACTUAL));
  state->actual_period =
    streek_record_get_period (record, STREEK_PROGRESS_REPORT_ROW_ACTUAL_PERIOD);
  if (status == NULL || !streek_status_parse_id (status, &state->status))
    state->status = STREEK_STATUS_FINAL;
  state->sign = g_strdup (streek_record_get_text (record, STREEK_PROGRESS_REPORT_ROW_ACTUAL_SIGN));
  state->way = streek_record_get_number (record, STREEK_PROGRESS_REPORT_ROW_WAY);
  state->way_sign = g_strdup (streek_record_get_text (record, STREEK_PROGRESS_REPORT_ROW_WAY_SIGN));
  state->obstacle = g_strdup (streek_record_get_text (record, STREEK_PROGRESS_REPORT_ROW_OBSTACLE));

  return state;
}

static StreekProgressLine
read_line (const StreekRecord *record)
{
  gboolean is_target = g_strcmp0 (streek_record_get_text (record, STREEK_PROGRESS_REPORT_ROW_WHAT),
                                  streek_progress_what_get_id (STREEK_PROGRESS_TARGET)) == 0;

  return (StreekProgressLine){
    .target = is_target ? read_target (record) : NULL,
    .what = streek_progress_what_from_id (
      streek_record_get_text (record, STREEK_PROGRESS_REPORT_ROW_WHAT)),
    .day = streek_record_get_day (record, STREEK_PROGRESS_REPORT_ROW_SAID_ON),
    .part = g_strdup (streek_record_get_text (record, STREEK_PROGRESS_REPORT_ROW_PART)),
    .text = g_strdup (streek_record_get_text (record, STREEK_PROGRESS_REPORT_ROW_TEXT)),
    .old_text = g_strdup (streek_record_get_text (record, STREEK_PROGRESS_REPORT_ROW_OLD_TEXT)),
    .reason = g_strdup (streek_record_get_text (record, STREEK_PROGRESS_REPORT_ROW_REASON)),
    .status = g_strdup (
      is_target ? NULL : streek_record_get_text (record, STREEK_PROGRESS_REPORT_ROW_STATUS)),
    .percent = streek_record_get_number (record, STREEK_PROGRESS_REPORT_ROW_PERCENT),
    .attendance = streek_record_get_number (record, STREEK_PROGRESS_REPORT_ROW_ATTENDANCE),
  };
}

/* Lines of one subject stand together. */
static void
take_line (StreekProgressContent *content, const StreekRecord *record)
{
  const char *subject = streek_record_get_text (record, STREEK_PROGRESS_REPORT_ROW_SUBJECT);
  const char *title = streek_record_get_text (record, STREEK_PROGRESS_REPORT_ROW_TITLE);
  StreekProgressSection section = streek_progress_section_from_id (
    streek_record_get_text (record, STREEK_PROGRESS_REPORT_ROW_SECTION));
  gboolean is_late = streek_record_get_flag (record, STREEK_PROGRESS_REPORT_ROW_LATE);
  StreekProgressRow *row =
    content->rows->len > 0 ? content->rows->pdata[content->rows->len - 1] : NULL;
  StreekProgressLine line = read_line (record);

  if (row == NULL || row->section != section || row->is_late != is_late ||
      g_strcmp0 (row->subject, subject) != 0)
    row = streek_progress_content_add_row (
      content, section, streek_record_get_text (record, STREEK_PROGRESS_REPORT_ROW_CHAPTER),
      subject != NULL ? subject : "", title != NULL ? title : "", streek_progress_lines_new ());

  row->is_late = is_late;
  g_array_append_val (row->lines, line);
}

StreekProgressContent *
streek_progress_content_read (const StreekRecords *records, gint64 report)
{
  g_return_val_if_fail (records != NULL, NULL);

  const StreekRecord *record = streek_records_find (records, &streek_progress_report_kind, report);
  guint n;
  const StreekRecord *const *rows = streek_records_list_by (
    records, &streek_progress_report_row_kind, STREEK_PROGRESS_REPORT_ROW_REPORT, report, &n);

  if (record == NULL || streek_progress_report_get_period (record).from == STREEK_DATE_NONE)
    return NULL;

  const char *plan = streek_record_get_text (record, STREEK_PROGRESS_REPORT_PLAN_TITLE);
  StreekProgressContent *content = streek_progress_content_new (
    streek_progress_report_get_of (record), streek_progress_report_get_period (record));

  content->report = report;
  content->version = streek_record_get_integer (record, STREEK_PROGRESS_REPORT_VERSION);
  content->plan_title = g_strdup (plan != NULL ? plan : "");
  content->known_on = streek_record_get_day (record, STREEK_PROGRESS_REPORT_FROZEN_ON);
  content->frozen_by = g_strdup (streek_record_get_text (record, STREEK_PROGRESS_REPORT_FROZEN_BY));
  content->note = g_strdup (streek_record_get_text (record, STREEK_PROGRESS_REPORT_NOTE));
  content->has_targets = streek_record_get_flag (record, STREEK_PROGRESS_REPORT_WITH_TARGETS);
  for (guint i = 0; i < n; i++)
    take_line (content, rows[i]);

  return content;
}

static void
write_target (StreekRecordChanges *changes, gint64 id, const StreekTargetState *state)
{
  const StreekRecordKind *kind = &streek_progress_report_row_kind;
  const struct
  {
    guint field;
    const char *text;
  } texts[] = {
    { STREEK_PROGRESS_REPORT_ROW_STATUS, streek_status_get_id (state->status) },
    { STREEK_PROGRESS_REPORT_ROW_UNIT, state->unit },
    { STREEK_PROGRESS_REPORT_ROW_BASELINE, state->baseline },
    { STREEK_PROGRESS_REPORT_ROW_TARGET, state->target },
    { STREEK_PROGRESS_REPORT_ROW_ACTUAL, state->actual },
    { STREEK_PROGRESS_REPORT_ROW_ACTUAL_SIGN, state->sign },
    { STREEK_PROGRESS_REPORT_ROW_WAY_SIGN, state->way_sign },
    { STREEK_PROGRESS_REPORT_ROW_OBSTACLE, state->obstacle },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    if (texts[i].text != NULL && *texts[i].text != '\0')
      streek_record_changes_set_text (changes, kind, id, texts[i].field, texts[i].text);

  streek_record_changes_set_period (changes, kind, id, STREEK_PROGRESS_REPORT_ROW_BASELINE_PERIOD,
                                    state->baseline_period);
  streek_record_changes_set_period (changes, kind, id, STREEK_PROGRESS_REPORT_ROW_TARGET_PERIOD,
                                    state->target_period);
  streek_record_changes_set_period (changes, kind, id, STREEK_PROGRESS_REPORT_ROW_ACTUAL_PERIOD,
                                    state->actual_period);
  if (isfinite (state->way))
    streek_record_changes_set_number (changes, kind, id, STREEK_PROGRESS_REPORT_ROW_WAY,
                                      state->way);
}

static void
write_line (StreekRecordChanges *changes,
            gint64 report,
            double rank,
            const StreekProgressRow *row,
            const StreekProgressLine *line)
{
  const StreekRecordKind *kind = &streek_progress_report_row_kind;
  gint64 id = streek_record_changes_add (changes, kind);
  const struct
  {
    guint field;
    const char *text;
  } texts[] = {
    { STREEK_PROGRESS_REPORT_ROW_SECTION, streek_progress_section_get_id (row->section) },
    { STREEK_PROGRESS_REPORT_ROW_CHAPTER, row->chapter },
    { STREEK_PROGRESS_REPORT_ROW_SUBJECT, row->subject },
    { STREEK_PROGRESS_REPORT_ROW_TITLE, row->title },
    { STREEK_PROGRESS_REPORT_ROW_WHAT, streek_progress_what_get_id (line->what) },
    { STREEK_PROGRESS_REPORT_ROW_PART, line->part },
    { STREEK_PROGRESS_REPORT_ROW_TEXT, line->text },
    { STREEK_PROGRESS_REPORT_ROW_OLD_TEXT, line->old_text },
    { STREEK_PROGRESS_REPORT_ROW_REASON, line->reason },
    { STREEK_PROGRESS_REPORT_ROW_STATUS, line->status },
  };

  streek_record_changes_set_reference (changes, kind, id, STREEK_PROGRESS_REPORT_ROW_REPORT,
                                       report);
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    if (texts[i].text != NULL)
      streek_record_changes_set_text (changes, kind, id, texts[i].field, texts[i].text);

  if (line->day != STREEK_DATE_NONE)
    streek_record_changes_set_day (changes, kind, id, STREEK_PROGRESS_REPORT_ROW_SAID_ON,
                                   line->day);
  if (!isnan (line->percent))
    streek_record_changes_set_number (changes, kind, id, STREEK_PROGRESS_REPORT_ROW_PERCENT,
                                      line->percent);
  if (!isnan (line->attendance))
    streek_record_changes_set_number (changes, kind, id, STREEK_PROGRESS_REPORT_ROW_ATTENDANCE,
                                      line->attendance);
  streek_record_changes_set_number (changes, kind, id, STREEK_PROGRESS_REPORT_ROW_RANK, rank);
  if (line->target != NULL)
    write_target (changes, id, line->target);
  if (row->is_late)
    streek_record_changes_set_flag (changes, kind, id, STREEK_PROGRESS_REPORT_ROW_LATE, TRUE);
}

/* One above the highest of its period, also where some in between were withdrawn. */
static gint64
find_next_version (const StreekProgressContent *content, const StreekRecords *records)
{
  g_autoptr (GPtrArray) versions =
    streek_progress_reports_list (records, content->of, &content->period);

  return versions->len == 0
           ? 1
           : CLAMP (streek_record_get_integer (versions->pdata[0], STREEK_PROGRESS_REPORT_VERSION),
                    0, 9998) +
               1;
}

gint64
streek_progress_content_freeze (const StreekProgressContent *content,
                                StreekRecordChanges *changes,
                                const StreekRecords *records,
                                const char *by,
                                const char *note)
{
  g_return_val_if_fail (content != NULL && changes != NULL && records != NULL, 0);

  const StreekRecordKind *kind = &streek_progress_report_kind;
  gint64 id = streek_record_changes_add (changes, kind);
  double rank = 0;

  if (content->of.pact != 0)
    streek_record_changes_set_reference (changes, kind, id, STREEK_PROGRESS_REPORT_PACT,
                                         content->of.pact);
  else
    streek_record_changes_set_reference (changes, kind, id, STREEK_PROGRESS_REPORT_BODY,
                                         content->of.body);
  streek_record_changes_set_text (changes, kind, id, STREEK_PROGRESS_REPORT_PLAN_TITLE,
                                  content->plan_title);
  streek_record_changes_set_day (changes, kind, id, STREEK_PROGRESS_REPORT_STARTS,
                                 content->period.from);
  streek_record_changes_set_day (changes, kind, id, STREEK_PROGRESS_REPORT_ENDS,
                                 content->period.to - 1);
  streek_record_changes_set_integer (changes, kind, id, STREEK_PROGRESS_REPORT_VERSION,
                                     find_next_version (content, records));
  streek_record_changes_set_day (changes, kind, id, STREEK_PROGRESS_REPORT_FROZEN_ON,
                                 content->known_on);
  streek_record_changes_set_text (changes, kind, id, STREEK_PROGRESS_REPORT_FROZEN_BY, by);
  streek_record_changes_set_text (changes, kind, id, STREEK_PROGRESS_REPORT_NOTE, note);
  streek_record_changes_set_flag (changes, kind, id, STREEK_PROGRESS_REPORT_WITH_TARGETS,
                                  content->has_targets);

  for (guint i = 0; i < content->rows->len; i++)
    {
      const StreekProgressRow *row = content->rows->pdata[i];

      for (guint j = 0; j < row->lines->len; j++)
        write_line (changes, id, ++rank, row, &g_array_index (row->lines, StreekProgressLine, j));
    }

  return id;
}
