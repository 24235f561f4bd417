/* streek-panels.h: which maps stand beside a map: others to compare it with, or one a period */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/streek-period.h"

#include <json-glib/json-glib.h>

#define STREEK_PANELS_MAX_BESIDE 3
#define STREEK_PANELS_MAX_MULTIPLES 36

/* What another map has of its own; the rest is as the first one has it. */
typedef struct
{
  char *set;           /* (nullable) */
  char *indicator;     /* (nullable) */
  StreekPeriod period; /* NONE: that of the first map */
} StreekPanel;

/* A plain value that lies in a spec; all zero is one map alone. It is either some others or many
 * periods, never both. */
typedef struct
{
  GArray *beside;          /* (nullable) (element-type StreekPanel) */
  guint n_multiples;       /* as many periods at most, each a small map; 0: no such thing */
  guint step;              /* from one period to the next; 0: as even as can be */
  StreekPeriodRange range; /* of those; ends of NONE: all there are */
} StreekPanels;

gboolean streek_panels_is_single (const StreekPanels *panels);
void streek_panels_clear (StreekPanels *panels);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (StreekPanels, streek_panels_clear)
/* Takes a copy of @other. */
void streek_panels_set (StreekPanels *panels, const StreekPanels *other);
/* Copies the words of @panel. */
void streek_panels_add (StreekPanels *panels, const StreekPanel *panel);
gboolean streek_panels_equal (const StreekPanels *a, const StreekPanels *b);

/* Members of the JSON of a spec; nothing where there is one map alone. */
void streek_panels_add_json (const StreekPanels *panels, JsonBuilder *builder);
gboolean streek_panels_read_json (StreekPanels *panels, JsonObject *object, GError **error);
