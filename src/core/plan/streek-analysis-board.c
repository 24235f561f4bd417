/* streek-analysis-board.c: the SWOT of a plan, and the touchstone that actions are scored on */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "plan/streek-analysis-board.h"

#include "indicator/streek-latest.h"
#include "plan/streek-pact.h"
#include "plan/streek-plan-item.h"
#include "record/streek-records.h"

#include <glib/gi18n-lib.h>

static const StreekRecordWord quadrants[] = {
  { "strength", NC_ ("record", "Strength") },
  { "weakness", NC_ ("record", "Weakness") },
  { "opportunity", NC_ ("record", "Opportunity") },
  { "threat", NC_ ("record", "Threat") },
  { NULL, NULL },
};

static const StreekRecordField swot_fields[] = {
  { "pact", N_ ("Plan"), STREEK_RECORD_REFERENCE, STREEK_RECORD_REQUIRED | STREEK_RECORD_OWNER,
    .target = &streek_pact_kind },
  { "quadrant", N_ ("Part"), STREEK_RECORD_CHOICE, STREEK_RECORD_REQUIRED | STREEK_RECORD_SHOWN,
    .words = quadrants },
  { "line", N_ ("Line"), STREEK_RECORD_TEXT, STREEK_RECORD_REQUIRED | STREEK_RECORD_SHOWN },
  { "indicator", N_ ("Indicator"), STREEK_RECORD_INDICATOR, STREEK_RECORD_SHOWN },
  { "item", N_ ("Goal or action"), STREEK_RECORD_REFERENCE, STREEK_RECORD_SHOWN,
    .target = &streek_plan_item_kind },
  { "rank", N_ ("Order"), STREEK_RECORD_NUMBER, STREEK_RECORD_RANK },
};

/* The figure behind a line is that of the area of its plan. */
static guint
ask_figures (const StreekRecord *line, const StreekRecords *records, StreekLatestQuery *queries)
{
  const StreekRecord *pact = streek_record_follow (line, STREEK_SWOT_PACT, records);

  queries[0].indicator = streek_record_get_text (line, STREEK_SWOT_INDICATOR);
  if (pact != NULL)
    queries[0].area = streek_record_get_text (pact, STREEK_PACT_AREA);

  return queries[0].indicator != NULL;
}

const StreekRecordKind streek_swot_kind = {
  .id = "swot",
  .name = N_ ("Line of the SWOT"),
  .plural = N_ ("SWOT"),
  .fields = swot_fields,
  .n_fields = STREEK_SWOT_N_FIELDS,
  .title = STREEK_SWOT_LINE,
  .ask_figures = ask_figures,
};

static const StreekRecordField criterion_fields[] = {
  { "pact", N_ ("Plan"), STREEK_RECORD_REFERENCE, STREEK_RECORD_REQUIRED | STREEK_RECORD_OWNER,
    .target = &streek_pact_kind },
  { "name", N_ ("Name"), STREEK_RECORD_TEXT, STREEK_RECORD_REQUIRED | STREEK_RECORD_SHOWN },
  { "weight", N_ ("Weight"), STREEK_RECORD_NUMBER, STREEK_RECORD_SHOWN, .decimals = 1, .min = 0,
    .max = 100 },
  { "rank", N_ ("Order"), STREEK_RECORD_NUMBER, STREEK_RECORD_RANK },
};

const StreekRecordKind streek_criterion_kind = {
  .id = "criterion",
  .name = N_ ("Criterion"),
  .plural = N_ ("Criteria"),
  .fields = criterion_fields,
  .n_fields = STREEK_CRITERION_N_FIELDS,
  .title = STREEK_CRITERION_NAME,
};

static const StreekRecordField score_fields[] = {
  { "item", N_ ("Goal or action"), STREEK_RECORD_REFERENCE,
    STREEK_RECORD_REQUIRED | STREEK_RECORD_OWNER, .target = &streek_plan_item_kind },
  { "criterion", N_ ("Criterion"), STREEK_RECORD_REFERENCE,
    STREEK_RECORD_REQUIRED | STREEK_RECORD_LINK | STREEK_RECORD_SHOWN,
    .target = &streek_criterion_kind },
  { "score", N_ ("Score"), STREEK_RECORD_NUMBER, STREEK_RECORD_REQUIRED | STREEK_RECORD_SHOWN,
    .decimals = 1, .min = 0, .max = 5, .hint = N_ ("0 (not at all) to 5 (entirely)") },
  { "note", N_ ("Note"), STREEK_RECORD_TEXT, STREEK_RECORD_SHOWN },
};

const StreekRecordKind streek_score_kind = {
  .id = "score",
  .name = N_ ("Score"),
  .plural = N_ ("Scores"),
  .column = N_ ("Scores"),
  .fields = score_fields,
  .n_fields = STREEK_SCORE_N_FIELDS,
  .title = STREEK_SCORE_CRITERION,
};
