/* streek-item-details.h: all there is about a goal or action of a plan, part by part */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/streek-word-diff.h"
#include "record/streek-record-view.h"

typedef struct
{
  char *label;   /* (nullable): what is said: "Owner" */
  char *text;    /* may have several lines */
  GArray *spans; /* (nullable): StreekTextSpan: of a change: words of it that were struck and that
                    are new */
  char *detail;  /* (nullable): what more there is to say of it */
  char *place; /* (nullable): "theme:12", "chart:werkloosheid/gewest:02000/", "area:gemeente:34022":
                  what it leads to */
  char *map_place;    /* (nullable): of a figure: "map:werkloosheid/arrondissement:34000/2024" */
  char *source;       /* (nullable): the document that it rests on: "Streekpact (2008), p. 12" */
  char *source_place; /* (nullable): what that leads to: "source:document:12:12" */
} StreekItemLine;

typedef struct
{
  char *title;      /* (nullable): of facts about the item itself */
  GPtrArray *lines; /* (element-type StreekItemLine): at least one */
} StreekItemPart;

/* (transfer full) (element-type StreekItemPart): parts of which there is nothing to say are left
 * out; what was reported and adjusted comes last, the newest first. Empty for an item that there is
 * not. Any thread. */
GPtrArray *streek_item_details_list (const StreekRecordView *view, gint64 item);
