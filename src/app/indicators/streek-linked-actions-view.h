/* streek-linked-actions-view.h: the goals, actions, SWOT lines and target groups of an indicator */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "print/streek-printout.h"
#include "streek-context.h"

#include <adwaita.h>

#define STREEK_TYPE_LINKED_ACTIONS_VIEW (streek_linked_actions_view_get_type ())
G_DECLARE_FINAL_TYPE (
  StreekLinkedActionsView, streek_linked_actions_view, STREEK, LINKED_ACTIONS_VIEW, AdwBin)

/* Of the indicator of the context; a row opens its record. */
void streek_linked_actions_view_set_context (StreekLinkedActionsView *self, StreekContext *context);
/* (transfer full) (nullable): NULL where nothing is linked */
StreekPrintout *streek_linked_actions_view_dup_printout (StreekLinkedActionsView *self);
