/* streek-furniture.h: what stands on a map besides what it is about */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

/* A part of a spec; a plain struct. */
typedef struct
{
  gboolean surroundings; /* sea and countries around, pale, with their names */
} StreekFurniture;

void streek_furniture_init (StreekFurniture *self);
gboolean streek_furniture_equal (const StreekFurniture *a, const StreekFurniture *b);
void streek_furniture_add_json (const StreekFurniture *self, JsonBuilder *builder);
gboolean streek_furniture_read_json (StreekFurniture *self, JsonObject *object, GError **error);
