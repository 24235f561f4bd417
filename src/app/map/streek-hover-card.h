/* streek-hover-card.h: what is known of the area under the pointer or the keys */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "figure/streek-map-group.h"
#include "map/streek-references.h"

#include <gtk/gtk.h>

#define STREEK_TYPE_HOVER_CARD (streek_hover_card_get_type ())
G_DECLARE_FINAL_TYPE (StreekHoverCard, streek_hover_card, STREEK, HOVER_CARD, GtkWidget)

/* (nullable): maps beside each other, whose figures of the area are all of interest. @map:
 * (nullable): the one of them that is pointed at, which is number @index of @group. */
void streek_hover_card_set_group (StreekHoverCard *self,
                                  StreekMapGroup *group,
                                  StreekContext *map,
                                  guint index);
/* (nullable): the course over time of the area, in a sentence; signal "trend-changed" */
const char *streek_hover_card_get_trend (StreekHoverCard *self);
void streek_hover_card_set_context (StreekHoverCard *self,
                                    StreekContext *context,
                                    StreekReferences *references);
