/* streek-target-group.c: target groups: whom plans and projects are for */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "plan/streek-target-group.h"

#include "indicator/streek-latest.h"
#include "record/streek-records.h"

#include <glib/gi18n-lib.h>

static const StreekRecordField target_group_fields[] = {
  { "name", N_ ("Name"), STREEK_RECORD_TEXT, STREEK_RECORD_REQUIRED | STREEK_RECORD_SHOWN },
  { "description", N_ ("Description"), STREEK_RECORD_PARAGRAPHS, STREEK_RECORD_SHOWN },
  { "rank", N_ ("Order"), STREEK_RECORD_NUMBER, STREEK_RECORD_RANK },
};

const StreekRecordKind streek_target_group_kind = {
  .id = "target_group",
  .name = N_ ("Target group"),
  .plural = N_ ("Target groups"),
  /* Translators: this and the next two are commands as undo names them; %s is a title. */
  .add = N_ ("Add the target group %s"),
  .change = N_ ("Change the target group %s"),
  .remove = N_ ("Delete the target group %s"),
  .fields = target_group_fields,
  .n_fields = STREEK_TARGET_GROUP_N_FIELDS,
  .title = STREEK_TARGET_GROUP_NAME,
};

static const StreekRecordField target_group_indicator_fields[] = {
  { "target_group", N_ ("Target group"), STREEK_RECORD_REFERENCE,
    STREEK_RECORD_REQUIRED | STREEK_RECORD_OWNER, .target = &streek_target_group_kind },
  { "indicator", N_ ("Indicator"), STREEK_RECORD_INDICATOR,
    STREEK_RECORD_REQUIRED | STREEK_RECORD_SHOWN },
  { "rank", N_ ("Order"), STREEK_RECORD_NUMBER, STREEK_RECORD_RANK },
};

/* Where it is looked at is for whoever looks to say. */
static guint
ask_figures (const StreekRecord *link, const StreekRecords *records, StreekLatestQuery *queries)
{
  queries[0].indicator = streek_record_get_text (link, STREEK_TARGET_GROUP_INDICATOR_INDICATOR);

  return queries[0].indicator != NULL;
}

const StreekRecordKind streek_target_group_indicator_kind = {
  .id = "target_group_indicator",
  .name = N_ ("Indicator of a target group"),
  .plural = N_ ("Indicators of a target group"),
  .column = N_ ("Indicators"),
  .fields = target_group_indicator_fields,
  .n_fields = STREEK_TARGET_GROUP_INDICATOR_N_FIELDS,
  .title = STREEK_TARGET_GROUP_INDICATOR_INDICATOR,
  .ask_figures = ask_figures,
};
