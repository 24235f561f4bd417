/* streek-signal.c: signals to other levels, and their answers */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "plan/streek-signal.h"

#include "record/streek-records.h"
#include "body/streek-body.h"
#include "plan/streek-plan-item.h"

#include <glib/gi18n-lib.h>

static const StreekRecordWord levels[] = {
  { "europe", NC_ ("record", "Europe") },     { "federal", NC_ ("record", "Federal") },
  { "flanders", NC_ ("record", "Flanders") }, { "province", NC_ ("record", "Province") },
  { "local", NC_ ("record", "Local") },       { NULL, NULL },
};

static const StreekRecordField signal_fields[] = {
  { "topic", N_ ("Subject"), STREEK_RECORD_TEXT, STREEK_RECORD_REQUIRED | STREEK_RECORD_SHOWN },
  { "level", N_ ("Level"), STREEK_RECORD_CHOICE, STREEK_RECORD_REQUIRED | STREEK_RECORD_SHOWN,
    .words = levels },
  { "addressee", N_ ("To whom"), STREEK_RECORD_TEXT, STREEK_RECORD_SHOWN },
  { "sent_on", N_ ("Sent on"), STREEK_RECORD_DAY, STREEK_RECORD_SHOWN },
  { "body", N_ ("Body"), STREEK_RECORD_REFERENCE, STREEK_RECORD_SHOWN,
    .target = &streek_body_kind },
  { "item", N_ ("Goal or action"), STREEK_RECORD_REFERENCE, STREEK_RECORD_NONE,
    .target = &streek_plan_item_kind },
  { "message", N_ ("Message"), STREEK_RECORD_PARAGRAPHS, STREEK_RECORD_NONE },
  { "answered_on", N_ ("Answered on"), STREEK_RECORD_DAY, STREEK_RECORD_SHOWN },
  { "answer", N_ ("Answer"), STREEK_RECORD_PARAGRAPHS, STREEK_RECORD_NONE },
  { "note", N_ ("Note"), STREEK_RECORD_PARAGRAPHS, STREEK_RECORD_NONE },
};

static gboolean
check_signal (const StreekRecord *record, const StreekRecords *records, GError **error)
{
  return streek_record_check_order (record, streek_record_get_day (record, STREEK_SIGNAL_SENT_ON),
                                    streek_record_get_day (record, STREEK_SIGNAL_ANSWERED_ON),
                                    error);
}

const StreekRecordKind streek_signal_kind = {
  .id = "signal",
  .name = N_ ("Signal"),
  .plural = N_ ("Signals"),
  /* Translators: this and the next two are commands as undo names them; %s is a title. */
  .add = N_ ("Add the signal %s"),
  .change = N_ ("Change the signal %s"),
  .remove = N_ ("Delete the signal %s"),
  .fields = signal_fields,
  .n_fields = STREEK_SIGNAL_N_FIELDS,
  .title = STREEK_SIGNAL_TOPIC,
  .check = check_signal,
};
