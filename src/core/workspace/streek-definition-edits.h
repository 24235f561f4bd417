/* streek-definition-edits.h: indicators, single figures and own counts that people enter, as
 * commands */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "indicator/streek-definition.h"
#include "indicator/streek-entry.h"
#include "indicator/streek-own-count.h"
#include "indicator/streek-policy-limits.h"
#include "workspace/streek-workspace.h"

/* Each runs one command that can be undone; the callback's source is the store, and
 * streek_edits_finish() tells how it went: STREEK_INDICATOR_ERROR_INVALID where it does not fit. */
void streek_edits_add_indicator_async (StreekWorkspace *workspace,
                                       const StreekDefinition *definition,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);
/* Of an own indicator or of one of the reference data, whose changed fields are laid over it. */
void streek_edits_change_indicator_async (StreekWorkspace *workspace,
                                          const StreekDefinition *definition,
                                          GAsyncReadyCallback callback,
                                          gpointer user_data);
void streek_edits_delete_indicator_async (StreekWorkspace *workspace,
                                          const char *code,
                                          const char *name,
                                          GAsyncReadyCallback callback,
                                          gpointer user_data);

/* @texts: (array length=STREEK_POLICY_N_TEXTS): beside the others of the indicator, or in the place
 * of those with the same id */
void streek_edits_keep_policy_limits_async (StreekWorkspace *workspace,
                                            const char *indicator,
                                            const char *indicator_name,
                                            const char *const *texts,
                                            GAsyncReadyCallback callback,
                                            gpointer user_data);

/* A figure that a source states of an area, typed in: into its cell where the file has one. */
typedef struct
{
  const char *indicator;
  const char *area; /* SET:CODE */
  StreekDate on;    /* the date whose area is meant; STREEK_DATE_NONE: of the period */
  StreekPeriod period;
  StreekCorrection value; /* with a source and a reason */
  StreekCellNote note;
  const char *indicator_name; /* both for the name of the command */
  const char *area_name;
} StreekValueEntry;

void streek_edits_enter_value_async (StreekWorkspace *workspace,
                                     const StreekValueEntry *entry,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);

/* A count with all its values: an id of 0 makes a new one. */
void streek_edits_write_count_async (StreekWorkspace *workspace,
                                     const StreekOwnCount *count,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
void streek_edits_delete_count_async (StreekWorkspace *workspace,
                                      gint64 id,
                                      const char *name,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);
/* (element-type StreekOwnCount), in a worker */
void streek_counts_load_async (StreekWorkspace *workspace,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
GPtrArray *
streek_counts_load_finish (StreekWorkspace *workspace, GAsyncResult *result, GError **error);

/* A difference between two areas that a source states: an id of 0 makes a new one. */
void streek_edits_write_gap_async (StreekWorkspace *workspace,
                                   const StreekAreaGap *gap,
                                   const char *indicator_name,
                                   const char *area_name,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
void streek_edits_delete_gap_async (StreekWorkspace *workspace,
                                    gint64 id,
                                    const char *indicator_name,
                                    const char *area_name,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);

/* What its catalogue does not hold of an indicator. */
typedef struct
{
  StreekDate extracted_on; /* of its newest figures; NONE where that is not known */
  GPtrArray *gaps;         /* (element-type StreekAreaGap) by period and area */
} StreekIndicatorDetails;

void streek_indicator_details_free (StreekIndicatorDetails *details);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StreekIndicatorDetails, streek_indicator_details_free)

/* In a worker. */
void streek_details_load_async (StreekWorkspace *workspace,
                                const char *indicator,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
StreekIndicatorDetails *
streek_details_load_finish (StreekWorkspace *workspace, GAsyncResult *result, GError **error);
