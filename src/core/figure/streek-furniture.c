/* streek-furniture.c: what stands on a map besides what it is about */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "figure/streek-furniture.h"
#include "figure/streek-spec-json.h"

static const char *const inset_ids[] = { "automatic", "shown", "hidden" };

/**
 * streek_inset_get_id:
 *
 * Returns: the word for @inset in files and on the command line
 */
const char *
streek_inset_get_id (StreekInset inset)
{
  g_return_val_if_fail ((guint) inset < G_N_ELEMENTS (inset_ids), NULL);

  return inset_ids[inset];
}

/**
 * streek_inset_from_id:
 * @id: (nullable): a word such as "shown"
 * @inset: (out): what it means
 *
 * Returns: %FALSE where there is no such word
 */
gboolean
streek_inset_from_id (const char *id, StreekInset *inset)
{
  for (guint i = 0; i < G_N_ELEMENTS (inset_ids); i++)
    if (g_strcmp0 (id, inset_ids[i]) == 0)
      {
        *inset = i;
        return TRUE;
      }

  return FALSE;
}

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
  return a->surroundings == b->surroundings && a->predecessors == b->predecessors &&
         a->north == b->north && a->inset == b->inset;
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
  streek_spec_json_add_flag (builder, "predecessors", self->predecessors);
  streek_spec_json_add_flag (builder, "north", self->north);
  streek_spec_json_add_text (builder, "inset", streek_inset_get_id (self->inset));
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
  g_autofree char *inset = NULL;

  if (!streek_spec_json_read_flag (object, "surroundings", &self->surroundings, error) ||
      !streek_spec_json_read_flag (object, "predecessors", &self->predecessors, error) ||
      !streek_spec_json_read_flag (object, "north", &self->north, error) ||
      !streek_spec_json_read_text (object, "inset", &inset, error))
    return FALSE;

  return inset == NULL || streek_inset_from_id (inset, &self->inset) ||
         streek_spec_json_fail (error, "inset");
}
