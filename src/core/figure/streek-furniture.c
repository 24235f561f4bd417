/* streek-furniture.c: what stands on a map besides what it is about */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "figure/streek-furniture.h"
#include "figure/streek-spec-json.h"

/**
 * streek_furniture_init:
 *
 * What a map has that nobody said anything about.
 */
void
streek_furniture_init (StreekFurniture *self)
{
  *self = (StreekFurniture){ .surroundings = TRUE };
}

/**
 * streek_furniture_equal:
 *
 * Returns: whether both look the same
 */
gboolean
streek_furniture_equal (const StreekFurniture *a, const StreekFurniture *b)
{
  return a->surroundings == b->surroundings;
}

/**
 * streek_furniture_add_json:
 * @builder: in the object of a spec
 *
 * Writes the members that streek_furniture_read_json() reads.
 */
void
streek_furniture_add_json (const StreekFurniture *self, JsonBuilder *builder)
{
  streek_spec_json_add_flag (builder, "surroundings", self->surroundings);
}

/**
 * streek_furniture_read_json:
 * @self: keeps what @object does not say
 * @error: return location for %STREEK_FIGURE_ERROR_INVALID
 *
 * Returns: %FALSE with @error set where a member is something else than expected
 */
gboolean
streek_furniture_read_json (StreekFurniture *self, JsonObject *object, GError **error)
{
  return streek_spec_json_read_flag (object, "surroundings", &self->surroundings, error);
}
