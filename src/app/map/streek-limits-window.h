/* streek-limits-window.h: class limits that a policy fixed, to be kept with an indicator */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "indicator/streek-policy-limits.h"
#include "streek-context.h"
#include "streek-edit-window.h"

#define STREEK_TYPE_LIMITS_WINDOW (streek_limits_window_get_type ())
G_DECLARE_FINAL_TYPE (
  StreekLimitsWindow, streek_limits_window, STREEK, LIMITS_WINDOW, StreekEditWindow)

/* Of the indicator of @context. @old: (nullable): those to change; else @limits: (element-type
 * double): what the new ones begin as, under @id. */
GtkWidget *streek_limits_window_new (GtkWindow *parent,
                                     StreekContext *context,
                                     const StreekPolicyLimits *old,
                                     const GArray *limits,
                                     const char *id);
