/* streek-point-layer.h: which points lie over a map, as its spec says it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

/* The table of places that people keep; other nouns bring others. */
#define STREEK_POINTS_OF_PLACES "places"

/* A plain struct: all zero shows no points. */
typedef struct
{
  char *source; /* (nullable): which table of points; NULL: none */
  GStrv kinds;  /* (nullable): only these, as the table has them; NULL: all */
  char *count;  /* (nullable): what circles around them show */
  gboolean hides_names;
} StreekPointLayer;

void streek_point_layer_clear (StreekPointLayer *layer);
/* Copies @other. */
void streek_point_layer_set (StreekPointLayer *layer, const StreekPointLayer *other);
gboolean streek_point_layer_equal (const StreekPointLayer *a, const StreekPointLayer *b);
gboolean streek_point_layer_shows (const StreekPointLayer *layer, const char *kind);
void streek_point_layer_add_json (const StreekPointLayer *layer, JsonBuilder *builder);
gboolean streek_point_layer_read_json (StreekPointLayer *layer, JsonObject *object, GError **error);
