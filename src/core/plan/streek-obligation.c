/* streek-obligation.c: obligations: what has to happen every year, or at least once */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "plan/streek-obligation.h"

#include "actor/streek-document.h"
#include "plan/streek-pact.h"
#include "plan/streek-plan-item.h"

#include <glib/gi18n-lib.h>

static const StreekRecordWord rules[] = {
  { "every_year", NC_ ("record", "Every year") },
  { "once", NC_ ("record", "At least once") },
  { "every_two_years", NC_ ("record", "Every two years") },
  { NULL, NULL },
};

static const StreekRecordField obligation_fields[] = {
  { "pact", N_ ("Plan"), STREEK_RECORD_REFERENCE, STREEK_RECORD_REQUIRED | STREEK_RECORD_OWNER,
    .target = &streek_pact_kind },
  { "title", N_ ("Title"), STREEK_RECORD_TEXT, STREEK_RECORD_REQUIRED | STREEK_RECORD_SHOWN },
  { "item", N_ ("Met by what stands under"), STREEK_RECORD_REFERENCE, STREEK_RECORD_SHOWN,
    .target = &streek_plan_item_kind },
  { "first_year", N_ ("First year"), STREEK_RECORD_INTEGER,
    STREEK_RECORD_REQUIRED | STREEK_RECORD_SHOWN, .min = 1900, .max = 2200 },
  { "last_year", N_ ("Last year"), STREEK_RECORD_INTEGER,
    STREEK_RECORD_REQUIRED | STREEK_RECORD_SHOWN, .min = 1900, .max = 2200 },
  { "rule", N_ ("How often"), STREEK_RECORD_CHOICE, STREEK_RECORD_REQUIRED | STREEK_RECORD_SHOWN,
    .words = rules },
  { "document", N_ ("Document"), STREEK_RECORD_REFERENCE, STREEK_RECORD_NONE,
    .target = &streek_document_kind },
  { "page", N_ ("Page"), STREEK_RECORD_TEXT, STREEK_RECORD_NONE },
  { "note", N_ ("Note"), STREEK_RECORD_PARAGRAPHS, STREEK_RECORD_NONE },
  { "rank", N_ ("Order"), STREEK_RECORD_NUMBER, STREEK_RECORD_RANK },
};

const StreekRecordKind streek_obligation_kind = {
  .id = "obligation",
  .name = N_ ("Obligation"),
  .plural = N_ ("Obligations"),
  /* Translators: this and the next two are commands as undo names them; %s is a title. */
  .add = N_ ("Add the obligation %s"),
  .change = N_ ("Change the obligation %s"),
  .remove = N_ ("Delete the obligation %s"),
  .fields = obligation_fields,
  .n_fields = STREEK_OBLIGATION_N_FIELDS,
  .title = STREEK_OBLIGATION_TITLE,
};

static const StreekRecordField obligation_accent_fields[] = {
  { "obligation", N_ ("Obligation"), STREEK_RECORD_REFERENCE,
    STREEK_RECORD_REQUIRED | STREEK_RECORD_OWNER, .target = &streek_obligation_kind },
  { "year", N_ ("Year"), STREEK_RECORD_INTEGER, STREEK_RECORD_REQUIRED | STREEK_RECORD_SHOWN,
    .min = 1900, .max = 2200 },
  { "accent", N_ ("Accent"), STREEK_RECORD_TEXT, STREEK_RECORD_REQUIRED | STREEK_RECORD_SHOWN },
};

const StreekRecordKind streek_obligation_accent_kind = {
  .id = "obligation_accent",
  .name = N_ ("Accent of a year"),
  .plural = N_ ("Accents of years"),
  .fields = obligation_accent_fields,
  .n_fields = STREEK_OBLIGATION_ACCENT_N_FIELDS,
  .title = STREEK_OBLIGATION_ACCENT_ACCENT,
};

static const StreekRecordField obligation_item_fields[] = {
  { "obligation", N_ ("Obligation"), STREEK_RECORD_REFERENCE,
    STREEK_RECORD_REQUIRED | STREEK_RECORD_OWNER, .target = &streek_obligation_kind },
  { "item", N_ ("Goal or action"), STREEK_RECORD_REFERENCE,
    STREEK_RECORD_REQUIRED | STREEK_RECORD_LINK | STREEK_RECORD_SHOWN,
    .target = &streek_plan_item_kind },
};

const StreekRecordKind streek_obligation_item_kind = {
  .id = "obligation_item",
  .name = N_ ("Action that meets an obligation"),
  .plural = N_ ("Actions that meet an obligation"),
  .column = N_ ("Actions"),
  .fields = obligation_item_fields,
  .n_fields = STREEK_OBLIGATION_ITEM_N_FIELDS,
  .title = STREEK_OBLIGATION_ITEM_ITEM,
};
