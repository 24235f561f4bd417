/* streek-group-page.h: a target group: how it fares in an area, and what is done for it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "figure/streek-chart.h"
#include "figure/streek-sheet.h"
#include "indicator/streek-course.h"
#include "record/streek-record-view.h"
#include "workspace/streek-workspace.h"

/* Immutable, counted atomically: any thread may read it. */
typedef struct _StreekGroupPage StreekGroupPage;

/* An indicator of the group; lent by the page. */
typedef struct
{
  char *code;
  char *name;
  char *words; /* "from 10 % (2019) to 12 % (2024), +2 percentage points: less favourable" */
  StreekCourseKind kind;
  StreekPeriod last;  /* of the latest figure; kind NONE: there is none */
  StreekChart *chart; /* (nullable): its course through time; NULL where there are no figures */
  char *place;        /* where it is shown: in a chart, else what is known of it */
  char *map_place; /* (nullable): the same on a map: of an area near by where this one has none */
} StreekGroupIndicator;

typedef enum
{
  STREEK_GROUP_ITEMS, /* goals and actions of all plans */
  STREEK_GROUP_YEAR_ACTIONS,
  STREEK_GROUP_PROJECTS,
  STREEK_N_GROUP_PARTS,
} StreekGroupPart;

/* Something that is done for the group; lent by the page. */
typedef struct
{
  const StreekRecord *record;
  char *title;
  char *details; /* "Pact 2030 · Under way · 2024 – 2026" */
} StreekGroupDeed;

/* @area: (nullable): SET:CODE where its indicators are read; NULL: that of the plan that names it,
 * the youngest first, else of any running plan. Blocks. @error: STREEK_RECORD_ERROR_UNKNOWN where
 * there is no such group */
StreekGroupPage *streek_workspace_make_group_page (StreekWorkspace *workspace,
                                                   gint64 group,
                                                   const char *area,
                                                   GCancellable *cancellable,
                                                   GError **error);
void streek_workspace_make_group_page_async (StreekWorkspace *workspace,
                                             gint64 group,
                                             const char *area,
                                             GCancellable *cancellable,
                                             GAsyncReadyCallback callback,
                                             gpointer user_data);
StreekGroupPage *streek_workspace_make_group_page_finish (StreekWorkspace *workspace,
                                                          GAsyncResult *result,
                                                          GError **error);
StreekGroupPage *streek_group_page_ref (StreekGroupPage *page);
void streek_group_page_unref (StreekGroupPage *page);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StreekGroupPage, streek_group_page_unref)

const char *streek_group_page_get_title (const StreekGroupPage *page);
const char *streek_group_page_get_description (const StreekGroupPage *page); /* (nullable) */
const char *streek_group_page_get_area (const StreekGroupPage *page); /* (nullable): SET:CODE */
/* (element-type StreekGroupIndicator) */
const GPtrArray *streek_group_page_get_indicators (const StreekGroupPage *page);
/* (element-type StreekGroupDeed) */
const GPtrArray *streek_group_page_get_deeds (const StreekGroupPage *page, StreekGroupPart part);
/* (array zero-terminated): sentences on what is missing: indicators, an action where it fares worse
 */
const char *const *streek_group_page_get_remarks (const StreekGroupPage *page);
/* "Goals and Actions", "Actions of a Year", "Projects": translated */
const char *streek_group_part_get_label (StreekGroupPart part);

/* What is done, one row each: kind, name, plan, status, from, until, owner, progress. */
StreekTable *streek_group_page_make_table (const StreekGroupPage *page);
/* (element-type StreekScene): the courses of its indicators and, under them, what is done. Any
 * thread. */
GPtrArray *streek_group_page_layout (const StreekGroupPage *page,
                                     const StreekLayoutOptions *options,
                                     GError **error);
