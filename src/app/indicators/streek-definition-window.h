/* streek-definition-window.h: an indicator's definition to be made or changed, with live checks */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "indicator/streek-definition.h"
#include "streek-context.h"
#include "streek-edit-window.h"

#define STREEK_TYPE_DEFINITION_WINDOW (streek_definition_window_get_type ())
G_DECLARE_FINAL_TYPE (
  StreekDefinitionWindow, streek_definition_window, STREEK, DEFINITION_WINDOW, StreekEditWindow)

/* @indicator: (nullable): the one to change; %NULL makes a new one of @kind */
GtkWidget *streek_definition_window_new (GtkWindow *parent,
                                         StreekContext *context,
                                         const StreekIndicator *indicator,
                                         StreekIndicatorKind kind);
