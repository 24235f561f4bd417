/* streek-fund.c: funds, programmes and calls */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "project/streek-fund.h"

#include "record/streek-records.h"
#include "actor/streek-document.h"

#include <glib/gi18n-lib.h>

static const StreekRecordField fund_fields[] = {
  { "name", N_ ("Name"), STREEK_RECORD_TEXT, STREEK_RECORD_REQUIRED | STREEK_RECORD_SHOWN },
  { "short_name", N_ ("Short name"), STREEK_RECORD_TEXT, STREEK_RECORD_SHOWN },
  { "acknowledgement", N_ ("Acknowledgement"), STREEK_RECORD_PARAGRAPHS, STREEK_RECORD_SHOWN,
    .hint = N_ ("The sentence that must stand on everything the fund pays for") },
  { "logo", N_ ("Logo"), STREEK_RECORD_BYTES, STREEK_RECORD_NONE },
  { "note", N_ ("Note"), STREEK_RECORD_PARAGRAPHS, STREEK_RECORD_NONE },
};

const StreekRecordKind streek_fund_kind = {
  .id = "fund",
  .name = N_ ("Fund"),
  .plural = N_ ("Funds"),
  /* Translators: this and the next two are commands as undo names them; %s is a title. */
  .add = N_ ("Add the fund %s"),
  .change = N_ ("Change the fund %s"),
  .remove = N_ ("Delete the fund %s"),
  .fields = fund_fields,
  .n_fields = STREEK_FUND_N_FIELDS,
  .title = STREEK_FUND_NAME,
};

static const StreekRecordField programme_fields[] = {
  { "name", N_ ("Name"), STREEK_RECORD_TEXT, STREEK_RECORD_REQUIRED | STREEK_RECORD_SHOWN },
  { "fund", N_ ("Fund"), STREEK_RECORD_REFERENCE, STREEK_RECORD_SHOWN,
    .target = &streek_fund_kind },
  { "parent", N_ ("Part of"), STREEK_RECORD_REFERENCE, STREEK_RECORD_SHOWN,
    .target = &streek_programme_kind },
  { "starts", N_ ("From"), STREEK_RECORD_PERIOD, STREEK_RECORD_SHOWN },
  { "ends", N_ ("Until"), STREEK_RECORD_PERIOD, STREEK_RECORD_SHOWN, .under = "starts" },
  { "announced", N_ ("Projects announced"), STREEK_RECORD_INTEGER, STREEK_RECORD_SHOWN, .min = 0,
    .max = 100000 },
  { "document", N_ ("Document"), STREEK_RECORD_REFERENCE, STREEK_RECORD_NONE,
    .target = &streek_document_kind },
  { "page", N_ ("Page"), STREEK_RECORD_TEXT, STREEK_RECORD_NONE },
  { "note", N_ ("Note"), STREEK_RECORD_PARAGRAPHS, STREEK_RECORD_NONE },
};

static gboolean
check_programme (const StreekRecord *record, const StreekRecords *records, GError **error)
{
  return streek_record_check_order (
    record,
    streek_period_get_first_day (streek_record_get_period (record, STREEK_PROGRAMME_STARTS)),
    streek_period_get_last_day (streek_record_get_period (record, STREEK_PROGRAMME_ENDS)), error);
}

const StreekRecordKind streek_programme_kind = {
  .id = "programme",
  .name = N_ ("Programme"),
  .plural = N_ ("Programmes"),
  /* Translators: this and the next two are commands as undo names them; %s is a title. */
  .add = N_ ("Add the programme %s"),
  .change = N_ ("Change the programme %s"),
  .remove = N_ ("Delete the programme %s"),
  .fields = programme_fields,
  .n_fields = STREEK_PROGRAMME_N_FIELDS,
  .title = STREEK_PROGRAMME_NAME,
  .check = check_programme,
};

static const StreekRecordField call_fields[] = {
  { "title", N_ ("Title"), STREEK_RECORD_TEXT, STREEK_RECORD_REQUIRED | STREEK_RECORD_SHOWN },
  { "programme", N_ ("Programme"), STREEK_RECORD_REFERENCE, STREEK_RECORD_SHOWN,
    .target = &streek_programme_kind },
  { "opens_on", N_ ("Opens on"), STREEK_RECORD_DAY, STREEK_RECORD_SHOWN },
  { "closes_on", N_ ("Closes on"), STREEK_RECORD_DAY, STREEK_RECORD_SHOWN },
  { "starts", N_ ("Projects from"), STREEK_RECORD_DAY, STREEK_RECORD_NONE },
  { "ends", N_ ("Projects until"), STREEK_RECORD_DAY, STREEK_RECORD_NONE },
  { "conditions", N_ ("Conditions"), STREEK_RECORD_PARAGRAPHS, STREEK_RECORD_NONE },
  { "url", N_ ("Web address"), STREEK_RECORD_TEXT, STREEK_RECORD_ADDRESS },
  { "note", N_ ("Note"), STREEK_RECORD_PARAGRAPHS, STREEK_RECORD_NONE },
};

static gboolean
check_call (const StreekRecord *record, const StreekRecords *records, GError **error)
{
  return streek_record_check_order (record, streek_record_get_day (record, STREEK_CALL_OPENS_ON),
                                    streek_record_get_day (record, STREEK_CALL_CLOSES_ON), error);
}

const StreekRecordKind streek_call_kind = {
  .id = "call",
  .name = N_ ("Call"),
  .plural = N_ ("Calls"),
  /* Translators: this and the next two are commands as undo names them; %s is a title. */
  .add = N_ ("Add the call %s"),
  .change = N_ ("Change the call %s"),
  .remove = N_ ("Delete the call %s"),
  .fields = call_fields,
  .n_fields = STREEK_CALL_N_FIELDS,
  .title = STREEK_CALL_TITLE,
  .check = check_call,
};
