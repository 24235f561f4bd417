/* streek-saved-list.c: a list as somebody left it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "record/streek-saved-list.h"

#include <glib/gi18n-lib.h>

static const StreekRecordField saved_list_fields[] = {
  { "kind", N_ ("What it lists"), STREEK_RECORD_TEXT, STREEK_RECORD_REQUIRED },
  { "name", N_ ("Name"), STREEK_RECORD_TEXT, STREEK_RECORD_REQUIRED | STREEK_RECORD_SHOWN },
  { "spec", N_ ("Columns, order and filters"), STREEK_RECORD_PARAGRAPHS, STREEK_RECORD_REQUIRED },
  { "rank", N_ ("Order"), STREEK_RECORD_NUMBER, STREEK_RECORD_RANK },
};

const StreekRecordKind streek_saved_list_kind = {
  .id = "saved_list",
  .name = N_ ("Saved list"),
  .plural = N_ ("Saved lists"),
  /* Translators: this and the next two are commands as undo names them; %s is a title. */
  .add = N_ ("Add the saved list %s"),
  .change = N_ ("Change the saved list %s"),
  .remove = N_ ("Delete the saved list %s"),
  .fields = saved_list_fields,
  .n_fields = STREEK_SAVED_LIST_N_FIELDS,
  .title = STREEK_SAVED_LIST_NAME,
};
