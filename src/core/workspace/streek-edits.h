/* streek-edits.h: what staff change of figures, definitions and areas, as commands that can be
 * undone */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "area/streek-membership.h"
#include "indicator/streek-cell.h"
#include "workspace/streek-workspace.h"

/* The value of which indicator, area and period; everything is copied. */
typedef struct
{
  const char *indicator;
  const char *area;           /* SET:CODE */
  StreekDate on;              /* the date whose area is meant */
  StreekPeriod period;        /* of the figure */
  const char *indicator_name; /* both for the name of the command, as people call them */
  const char *area_name;
} StreekValueRef;

/* Each runs one command in the writer's thread; the callback's source is the store. A value that is
 * computed from others is refused: STREEK_INDICATOR_ERROR_INVALID. */
void streek_edits_correct_value_async (StreekWorkspace *workspace,
                                       const StreekValueRef *ref,
                                       const StreekCorrection *correction,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);
/* Brings back what the source says. */
void streek_edits_restore_value_async (StreekWorkspace *workspace,
                                       const StreekValueRef *ref,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);
/* @threshold_pct: NAN brings the definition's own back */
void streek_edits_set_threshold_async (StreekWorkspace *workspace,
                                       const char *indicator,
                                       const char *indicator_name,
                                       double threshold_pct,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);
/* One municipality out of one area and into another, or only one of both: @corrections
 * (element-type StreekMembership), applied in this order. */
void streek_edits_correct_membership_async (StreekWorkspace *workspace,
                                            GPtrArray *corrections,
                                            const char *member_name,
                                            GAsyncReadyCallback callback,
                                            gpointer user_data);
gboolean streek_edits_finish (StreekWorkspace *workspace, GAsyncResult *result, GError **error);
