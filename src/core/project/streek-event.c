/* streek-event.c: events, and channels with their counts */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "project/streek-event.h"

#include "record/streek-records.h"
#include "body/streek-body.h"
#include "plan/streek-plan-item.h"
#include "plan/streek-theme.h"
#include "project/streek-project.h"
#include "project/streek-strand.h"
#include "record/streek-record-words.h"

#include <glib/gi18n-lib.h>

static const StreekRecordWord event_kinds[] = {
  { "jobbeurs", NC_ ("record", "Job fair") },
  { "studiedag", NC_ ("record", "Study day") },
  { "infosessie", NC_ ("record", "Information session") },
  { "netwerkevent", NC_ ("record", "Networking event") },
  { "expo", NC_ ("record", "Exhibition") },
  { "roadshow", NC_ ("record", "Road show") },
  { "persmoment", NC_ ("record", "Press moment") },
  { "streekevent", NC_ ("record", "Regional event") },
  { NULL, NULL },
};

static const StreekRecordWord channel_kinds[] = {
  { "nieuwsbrief", NC_ ("record", "Newsletter") },     { "website", NC_ ("record", "Website") },
  { "sociale-media", NC_ ("record", "Social media") }, { "pers", NC_ ("record", "Press") },
  { "publicatie", NC_ ("record", "Publication") },     { NULL, NULL },
};

static const StreekRecordField event_fields[] = {
  { "title", N_ ("Title"), STREEK_RECORD_TEXT, STREEK_RECORD_REQUIRED | STREEK_RECORD_SHOWN },
  { "kind", N_ ("Kind"), STREEK_RECORD_CHOICE, STREEK_RECORD_OPEN | STREEK_RECORD_SHOWN,
    .words = event_kinds },
  { "held_on", N_ ("Date"), STREEK_RECORD_PERIOD, STREEK_RECORD_SHOWN,
    .hint = N_ ("A day, a month, a quarter or a year, as far as it is known") },
  { "until", N_ ("Until"), STREEK_RECORD_PERIOD, STREEK_RECORD_NONE },
  { "project", N_ ("Project"), STREEK_RECORD_REFERENCE, STREEK_RECORD_SHOWN,
    .target = &streek_project_kind },
  { "strand", N_ ("Strand"), STREEK_RECORD_REFERENCE, STREEK_RECORD_NONE,
    .target = &streek_strand_kind },
  { "body", N_ ("Body"), STREEK_RECORD_REFERENCE, STREEK_RECORD_NONE, .target = &streek_body_kind },
  { "item", N_ ("Goal or action"), STREEK_RECORD_REFERENCE, STREEK_RECORD_NONE,
    .target = &streek_plan_item_kind },
  { "theme", N_ ("Theme"), STREEK_RECORD_REFERENCE, STREEK_RECORD_SHOWN,
    .target = &streek_theme_kind },
  { "place", N_ ("Place"), STREEK_RECORD_TEXT, STREEK_RECORD_SHOWN },
  { "municipality", N_ ("Municipality"), STREEK_RECORD_AREA, STREEK_RECORD_SHOWN },
  { "audience", N_ ("Audience"), STREEK_RECORD_TEXT, STREEK_RECORD_SHOWN },
  { "attendance", N_ ("Attendance"), STREEK_RECORD_INTEGER, STREEK_RECORD_SHOWN, .min = 0,
    .max = 10000000 },
  { "attendance_is", N_ ("How exactly"), STREEK_RECORD_CHOICE, STREEK_RECORD_NONE,
    .words = streek_qualifiers },
  { "note", N_ ("Note"), STREEK_RECORD_PARAGRAPHS, STREEK_RECORD_NONE },
};

static gboolean
check_event (const StreekRecord *record, const StreekRecords *records, GError **error)
{
  return streek_record_check_order (record,
                                    streek_record_get_first_day (record, STREEK_EVENT_HELD_ON),
                                    streek_record_get_last_day (record, STREEK_EVENT_UNTIL), error);
}

const StreekRecordKind streek_event_kind = {
  .id = "event",
  .name = N_ ("Event"),
  .plural = N_ ("Events"),
  /* Translators: this and the next two are commands as undo names them; %s is a title. */
  .add = N_ ("Add the event %s"),
  .change = N_ ("Change the event %s"),
  .remove = N_ ("Delete the event %s"),
  .fields = event_fields,
  .n_fields = STREEK_EVENT_N_FIELDS,
  .title = STREEK_EVENT_TITLE,
  .check = check_event,
};

static const StreekRecordField channel_fields[] = {
  { "name", N_ ("Name"), STREEK_RECORD_TEXT, STREEK_RECORD_REQUIRED | STREEK_RECORD_SHOWN },
  { "kind", N_ ("Kind"), STREEK_RECORD_CHOICE, STREEK_RECORD_OPEN | STREEK_RECORD_SHOWN,
    .words = channel_kinds },
  { "project", N_ ("Project"), STREEK_RECORD_REFERENCE, STREEK_RECORD_SHOWN,
    .target = &streek_project_kind },
  { "body", N_ ("Body"), STREEK_RECORD_REFERENCE, STREEK_RECORD_SHOWN,
    .target = &streek_body_kind },
  { "url", N_ ("Web address"), STREEK_RECORD_TEXT, STREEK_RECORD_ADDRESS },
  { "note", N_ ("Note"), STREEK_RECORD_PARAGRAPHS, STREEK_RECORD_NONE },
};

const StreekRecordKind streek_channel_kind = {
  .id = "channel",
  .name = N_ ("Channel"),
  .plural = N_ ("Channels"),
  /* Translators: this and the next two are commands as undo names them; %s is a title. */
  .add = N_ ("Add the channel %s"),
  .change = N_ ("Change the channel %s"),
  .remove = N_ ("Delete the channel %s"),
  .fields = channel_fields,
  .n_fields = STREEK_CHANNEL_N_FIELDS,
  .title = STREEK_CHANNEL_NAME,
};

static const StreekRecordField channel_count_fields[] = {
  { "channel", N_ ("Channel"), STREEK_RECORD_REFERENCE,
    STREEK_RECORD_REQUIRED | STREEK_RECORD_OWNER, .target = &streek_channel_kind },
  { "counted_in", N_ ("Of"), STREEK_RECORD_PERIOD, STREEK_RECORD_SHOWN },
  { "number", N_ ("Number"), STREEK_RECORD_NUMBER, STREEK_RECORD_REQUIRED | STREEK_RECORD_SHOWN,
    .min = 0, .max = 1e12 },
  { "qualifier", N_ ("How exactly"), STREEK_RECORD_CHOICE, STREEK_RECORD_SHOWN,
    .words = streek_qualifiers },
  { "source", N_ ("Source"), STREEK_RECORD_TEXT, STREEK_RECORD_SHOWN },
  /* what is told apart by it is not drawn as one course */
  { "note", N_ ("What is counted"), STREEK_RECORD_TEXT, STREEK_RECORD_SHOWN,
    .hint = N_ ("Followers, readers, visits …: counts of a channel that say the same here make one "
                "course on the sheet of the project") },
};

const StreekRecordKind streek_channel_count_kind = {
  .id = "channel_count",
  .name = N_ ("Count of a channel"),
  .plural = N_ ("Counts of a channel"),
  .fields = channel_count_fields,
  .n_fields = STREEK_CHANNEL_COUNT_N_FIELDS,
  .title = STREEK_CHANNEL_COUNT_COUNTED_IN,
};
