/* streek-import-choices.h: what can be chosen for a file: indicators, areas, kinds of area */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/streek-mapping.h"
#include "streek-context.h"

#include <adwaita.h>

/* Ids that are no code. */
#define STREEK_IMPORT_CHOICE_NONE ""
#define STREEK_IMPORT_CHOICE_NEW "+"

/* Every indicator, those that come with the file among them, and a new one; all of these are lists
 * of StreekChoice.
 * @none: (nullable): the words for no choice at all, which then comes first */
GListModel *streek_import_indicator_choices_new (StreekContext *context,
                                                 const StreekMapping *mapping,
                                                 const char *none);
GListModel *streek_import_area_choices_new (StreekContext *context, const char *none);
GListModel *streek_import_set_choices_new (StreekContext *context, const char *none);

/* As people read it; NULL for @code NULL */
char *streek_import_dup_indicator_name (StreekContext *context,
                                        const StreekMapping *mapping,
                                        const char *code);
char *streek_import_dup_area_name (StreekContext *context, const char *ref);

/* Chooses the choice of that id, else the first one. */
void streek_import_row_select (AdwComboRow *row, GListModel *choices, const char *id);
/* Where it says something else already; typing is not disturbed. @text: (nullable) */
void streek_import_row_set_text (AdwEntryRow *row, const char *text);
/* Whether what was typed can be taken, to eye and ear. */
void streek_import_row_mark (AdwEntryRow *row, gboolean is_right);
gboolean streek_import_row_is_wrong (AdwEntryRow *row);
