/* streek-project-follow-up.c: what was reported of projects, and how their approach changed */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "project/streek-project-follow-up.h"

#include "body/streek-body.h"
#include "plan/streek-follow-up.h"
#include "project/streek-fund.h"
#include "project/streek-project.h"
#include "project/streek-strand.h"
#include "record/streek-records.h"

#include <glib/gi18n-lib.h>

static const StreekRecordField project_progress_fields[] = {
  { "project", N_ ("Project"), STREEK_RECORD_REFERENCE, STREEK_RECORD_OWNER | STREEK_RECORD_ONCE,
    .target = &streek_project_kind },
  { "strand", N_ ("Strand"), STREEK_RECORD_REFERENCE, STREEK_RECORD_OWNER | STREEK_RECORD_ONCE,
    .target = &streek_strand_kind },
  { "reported_on", N_ ("Date"), STREEK_RECORD_DAY,
    STREEK_RECORD_REQUIRED | STREEK_RECORD_SHOWN | STREEK_RECORD_ONCE | STREEK_RECORD_TODAY },
  { "status", N_ ("Status"), STREEK_RECORD_CHOICE, STREEK_RECORD_SHOWN | STREEK_RECORD_ONCE,
    .words = streek_project_statuses,
    .hint = N_ ("The newest update says how the project itself stands") },
  { "percent", N_ ("Done"), STREEK_RECORD_NUMBER, STREEK_RECORD_SHOWN | STREEK_RECORD_ONCE,
    .unit = "%", .min = 0, .max = 100, .hint = N_ ("The project itself takes this over too") },
  { "what", N_ ("What happened"), STREEK_RECORD_PARAGRAPHS,
    STREEK_RECORD_REQUIRED | STREEK_RECORD_SHOWN | STREEK_RECORD_ONCE },
  { "author", N_ ("By"), STREEK_RECORD_TEXT, STREEK_RECORD_SHOWN | STREEK_RECORD_ONCE,
    .hint = N_ ("A function") },
};

/* A strand has no status of its own. */
static void
move_project (StreekRecordChanges *changes,
              const StreekRecord *update,
              const StreekRecords *records)
{
  static const StreekProgressFields fields = {
    STREEK_PROJECT_PROGRESS_PROJECT, STREEK_PROJECT_PROGRESS_REPORTED_ON,
    STREEK_PROJECT_PROGRESS_STATUS,  STREEK_PROJECT_PROGRESS_PERCENT,
    STREEK_PROJECT_STATUS,           STREEK_PROJECT_PERCENT,
  };

  streek_progress_move_owner (changes, update, records, &fields);
}

const StreekRecordKind streek_project_progress_kind = {
  .id = "project_progress",
  .name = N_ ("Update"),
  .plural = N_ ("Updates"),
  /* Translators: this and the next two are commands as undo names them; %s is a title. */
  .add = N_ ("Add the update %s"),
  .change = N_ ("Change the update %s"),
  .remove = N_ ("Delete the update %s"),
  .fields = project_progress_fields,
  .n_fields = STREEK_PROJECT_PROGRESS_N_FIELDS,
  .title = STREEK_PROJECT_PROGRESS_WHAT,
  .move_others = move_project,
  .check = streek_record_check_one_owner,
};

static const StreekRecordField project_adjustment_fields[] = {
  { "project", N_ ("Project"), STREEK_RECORD_REFERENCE, STREEK_RECORD_OWNER | STREEK_RECORD_ONCE,
    .target = &streek_project_kind },
  { "strand", N_ ("Strand"), STREEK_RECORD_REFERENCE, STREEK_RECORD_OWNER | STREEK_RECORD_ONCE,
    .target = &streek_strand_kind },
  { "decided_on", N_ ("Date"), STREEK_RECORD_DAY, STREEK_RECORD_SHOWN | STREEK_RECORD_ONCE },
  { "old_text", N_ ("Old text"), STREEK_RECORD_PARAGRAPHS,
    STREEK_RECORD_SHOWN | STREEK_RECORD_ONCE },
  { "new_text", N_ ("New text"), STREEK_RECORD_PARAGRAPHS,
    STREEK_RECORD_REQUIRED | STREEK_RECORD_SHOWN | STREEK_RECORD_ONCE, .replaces = "old_text" },
  { "reason", N_ ("Reason"), STREEK_RECORD_PARAGRAPHS, STREEK_RECORD_SHOWN },
  { "decided_by", N_ ("Decided by"), STREEK_RECORD_TEXT, STREEK_RECORD_SHOWN },
  { "body", N_ ("Body"), STREEK_RECORD_REFERENCE, STREEK_RECORD_SHOWN,
    .target = &streek_body_kind },
};

const StreekRecordKind streek_project_adjustment_kind = {
  .id = "project_adjustment",
  .name = N_ ("Change of the approach"),
  .plural = N_ ("Changes of the approach"),
  /* Translators: this and the next two are commands as undo names them; %s is a title. */
  .add = N_ ("Add the change of the approach %s"),
  .change = N_ ("Change the change of the approach %s"),
  .remove = N_ ("Delete the change of the approach %s"),
  .fields = project_adjustment_fields,
  .n_fields = STREEK_PROJECT_ADJUSTMENT_N_FIELDS,
  .title = STREEK_PROJECT_ADJUSTMENT_NEW_TEXT,
  .check = streek_record_check_one_owner,
};

static gboolean
is_over (const StreekRecord *project)
{
  return streek_record_is (project, STREEK_PROJECT_STATUS, "done") ||
         streek_record_is (project, STREEK_PROJECT_STATUS, "rejected") ||
         streek_record_is (project, STREEK_PROJECT_STATUS, "stopped");
}

/* Of the call it was granted in, else of its programme. */
static StreekDate
find_frame_start (const StreekRecord *project, const StreekRecords *records)
{
  const StreekRecord *call = streek_record_follow (project, STREEK_PROJECT_CALL, records);
  const StreekRecord *programme = streek_record_follow (project, STREEK_PROJECT_PROGRAMME, records);

  if (call != NULL && streek_record_has (call, STREEK_CALL_STARTS))
    return streek_record_get_first_day (call, STREEK_CALL_STARTS);

  return programme != NULL ? streek_record_get_first_day (programme, STREEK_PROGRAMME_STARTS)
                           : STREEK_DATE_NONE;
}

/* Of the project or any of its strands: news of a part is news. */
static StreekDate
find_last_report (const StreekRecords *records, gint64 project)
{
  StreekDate last = STREEK_DATE_NONE;
  g_autoptr (GPtrArray) updates = streek_strand_gather_of_project (
    records, &streek_project_progress_kind, STREEK_PROJECT_PROGRESS_PROJECT,
    STREEK_PROJECT_PROGRESS_STRAND, project);

  for (guint i = 0; i < updates->len; i++)
    last =
      MAX (last, streek_record_get_day (updates->pdata[i], STREEK_PROJECT_PROGRESS_REPORTED_ON));

  return last;
}

StreekDue
streek_project_find_due (const StreekRecord *project,
                         const StreekRecords *records,
                         StreekDate today)
{
  gint64 id = streek_record_get_id (project);
  StreekDueFacts facts = {
    .starts = streek_record_get_first_day (project, STREEK_PROJECT_STARTS),
    .under_way = find_frame_start (project, records),
    .ends = streek_record_get_last_day (project, STREEK_PROJECT_ENDS),
    .reported = find_last_report (records, id),
    .is_closed = is_over (project),
    .is_running = streek_record_is (project, STREEK_PROJECT_STATUS, "running"),
    .rhythm_months =
      streek_due_find_rhythm (records, &streek_project_item_kind, STREEK_PROJECT_ITEM_PROJECT,
                              STREEK_PROJECT_ITEM_ITEM, id),
  };

  return streek_due_judge (&facts, today);
}
