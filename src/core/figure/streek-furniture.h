/* streek-furniture.h: what stands on a map besides what it is about */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

typedef enum
{
  STREEK_INSET_AUTOMATIC, /* on paper, where the map shows less than half of the region */
  STREEK_INSET_SHOWN,
  STREEK_INSET_HIDDEN,
} StreekInset;

/* A part of a spec; a plain struct. */
typedef struct
{
  gboolean surroundings; /* sea and countries around, pale, with their names */
  gboolean predecessors; /* where municipalities met that are one now */
  gboolean north;        /* an arrow */
  StreekInset inset;     /* a small map of the region, with what is shown */
} StreekFurniture;

void streek_furniture_init (StreekFurniture *self);
gboolean streek_furniture_equal (const StreekFurniture *a, const StreekFurniture *b);
void streek_furniture_add_json (const StreekFurniture *self, JsonBuilder *builder);
gboolean streek_furniture_read_json (StreekFurniture *self, JsonObject *object, GError **error);

/* "automatic", "shown" or "hidden" */
const char *streek_inset_get_id (StreekInset inset);
gboolean streek_inset_from_id (const char *id, StreekInset *inset);
