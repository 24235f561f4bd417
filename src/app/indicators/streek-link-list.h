/* streek-link-list.h: all that belongs to a definition in one way, such as its breaks */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "indicator/streek-definition.h"
#include "streek-context.h"

#include <adwaita.h>

#define STREEK_TYPE_LINK_LIST (streek_link_list_get_type ())
G_DECLARE_FINAL_TYPE (StreekLinkList, streek_link_list, STREEK, LINK_LIST, AdwExpanderRow)

/* Signal "changed": a person added, changed or took away something. */

/* @add: what the button says that adds one. To be called once. */
void streek_link_list_set_link (StreekLinkList *self,
                                StreekContext *context,
                                StreekLink link,
                                const char *add);
/* Shows the links that @definition has. */
void streek_link_list_fill (StreekLinkList *self, const StreekDefinition *definition);
/* Adds to @definition what is in the list. */
void streek_link_list_take (StreekLinkList *self, StreekDefinition *definition);
