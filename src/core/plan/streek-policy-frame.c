/* streek-policy-frame.c: frames that others lay down: fields of action, objectives, codes of
 * another plan */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "plan/streek-policy-frame.h"

#include "actor/streek-document.h"

#include <glib/gi18n-lib.h>

static const StreekRecordWord frame_kinds[] = {
  { "terrains", NC_ ("record", "Fields of action") },
  { "objectives", NC_ ("record", "Objectives") },
  { "plan", NC_ ("record", "Another plan") },
  { NULL, NULL },
};

static const StreekRecordField policy_frame_fields[] = {
  { "name", N_ ("Name"), STREEK_RECORD_TEXT, STREEK_RECORD_REQUIRED | STREEK_RECORD_SHOWN },
  { "kind", N_ ("Kind"), STREEK_RECORD_CHOICE, STREEK_RECORD_REQUIRED | STREEK_RECORD_SHOWN,
    .words = frame_kinds },
  { "version", N_ ("Version"), STREEK_RECORD_TEXT, STREEK_RECORD_SHOWN },
  { "document", N_ ("Document"), STREEK_RECORD_REFERENCE, STREEK_RECORD_NONE,
    .target = &streek_document_kind },
  { "note", N_ ("Note"), STREEK_RECORD_PARAGRAPHS, STREEK_RECORD_NONE },
};

const StreekRecordKind streek_policy_frame_kind = {
  .id = "policy_frame",
  .name = N_ ("Policy frame"),
  .plural = N_ ("Policy frames"),
  /* Translators: this and the next two are commands as undo names them; %s is a title. */
  .add = N_ ("Add the policy frame %s"),
  .change = N_ ("Change the policy frame %s"),
  .remove = N_ ("Delete the policy frame %s"),
  .fields = policy_frame_fields,
  .n_fields = STREEK_POLICY_FRAME_N_FIELDS,
  .title = STREEK_POLICY_FRAME_NAME,
};

static const StreekRecordField frame_item_fields[] = {
  { "frame", N_ ("Policy frame"), STREEK_RECORD_REFERENCE,
    STREEK_RECORD_REQUIRED | STREEK_RECORD_OWNER, .target = &streek_policy_frame_kind },
  { "code", N_ ("Code"), STREEK_RECORD_TEXT, STREEK_RECORD_SHOWN | STREEK_RECORD_KEY },
  { "name", N_ ("Name"), STREEK_RECORD_TEXT, STREEK_RECORD_REQUIRED | STREEK_RECORD_SHOWN },
  { "rank", N_ ("Order"), STREEK_RECORD_NUMBER, STREEK_RECORD_RANK },
};

const StreekRecordKind streek_frame_item_kind = {
  .id = "frame_item",
  .name = N_ ("Part of a policy frame"),
  .plural = N_ ("Parts of a policy frame"),
  .fields = frame_item_fields,
  .n_fields = STREEK_FRAME_ITEM_N_FIELDS,
  .title = STREEK_FRAME_ITEM_NAME,
};
