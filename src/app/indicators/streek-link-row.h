/* streek-link-row.h: one thing that belongs to a definition, with a field for each of its columns
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "indicator/streek-definition.h"
#include "streek-context.h"

#include <gtk/gtk.h>

#define STREEK_TYPE_LINK_ROW (streek_link_row_get_type ())
G_DECLARE_FINAL_TYPE (StreekLinkRow, streek_link_row, STREEK, LINK_ROW, GtkGrid)

/* Signals: "changed": a person filled in something else; "removed": it is not wanted any more. */

/* @values: (nullable): as a definition holds its columns; %NULL: a new one, all of it empty */
GtkWidget *streek_link_row_new (StreekContext *context, StreekLink link, const char *const *values);
/* Adds it to @definition, unless nothing at all was filled in. */
void streek_link_row_take (StreekLinkRow *self, StreekDefinition *definition);
/* (transfer none): what it is called among the others, empty while nothing was filled in */
const char *streek_link_row_get_name (StreekLinkRow *self);
/* Puts the keyboard in its first field. */
void streek_link_row_start (StreekLinkRow *self);
