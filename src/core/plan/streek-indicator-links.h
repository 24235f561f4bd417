/* streek-indicator-links.h: what of plans hangs on an indicator: targets, SWOTs, target groups */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record/streek-record-view.h"
#include "table/streek-table.h"

/* The records are lent by the view that they came from. */
typedef struct
{
  const StreekRecord *record; /* that names the indicator */
  const StreekRecord *shown;  /* what people know it as: the goal or action, the target group */
  char *title;                /* of what is shown */
  char *plan;                 /* (nullable): of which plan */
  char *what;                 /* (nullable): what is counted and where; the part of the SWOT */
  char *way;                  /* (nullable): from what to what; of targets only */
  char *progress;             /* (nullable): the same */
  char *remarks;              /* (nullable): what must be known of it; the same */
} StreekIndicatorLink;

/* (transfer container) (element-type StreekIndicatorLink): every target, then every line of a SWOT,
 * then every target group that names the indicator; the plan that began last first, and each plan
 * in its own order */
GPtrArray *streek_indicator_links_list (const StreekRecordView *view, const char *code);
/* One row a link, in words. */
StreekTable *streek_indicator_links_make_table (const GPtrArray *links);
