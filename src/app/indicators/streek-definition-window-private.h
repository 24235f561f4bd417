/* streek-definition-window-private.h: the window of a definition, shared by the files it is cut
 * into */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "indicators/streek-definition-window.h"
#include "indicators/streek-link-list.h"

struct _StreekDefinitionWindow
{
  StreekEditWindow parent_instance;

  GtkLabel *hint_label;
  GtkBox *formula_box;
  GtkEntry *formula_entry;
  GtkLabel *formula_label;
  GtkLabel *preview_label;
  AdwEntryRow *aliases_row;
  StreekLinkList *versions_row;
  StreekLinkList *breaks_row;
  StreekLinkList *parts_row;
  StreekLinkList *gaps_row;
  StreekLinkList *limits_row;
  AdwComboRow *kind_row;
  AdwComboRow *time_row;
  AdwComboRow *direction_row;
  AdwComboRow *rule_row;
  GtkWidget *entries[STREEK_INDICATOR_N_FIELDS]; /* AdwEntryRow, NULL where a field is no text */

  StreekContext *context;
  char *code; /* (nullable): of the one that is changed */
  gboolean filling;
  guint settle_id;
  GCancellable *cancellable;
};

/* (transfer full): what the fields say now */
StreekDefinition *streek_definition_window_make (StreekDefinitionWindow *self);

/* What is wrong with the formula stands under it, else its unit, and a little later its value.
 * Returns: whether it is right */
gboolean streek_definition_window_check_formula (StreekDefinitionWindow *self);
void streek_definition_window_stop_preview (StreekDefinitionWindow *self);
