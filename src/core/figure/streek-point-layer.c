/* streek-point-layer.c: which points lie over a map, as its spec says it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "figure/streek-point-layer.h"

#include "figure/streek-spec-json.h"

#define MAX_KINDS 100

void
streek_point_layer_clear (StreekPointLayer *layer)
{
  g_free (layer->source);
  g_strfreev (layer->kinds);
  g_free (layer->count);
  *layer = (StreekPointLayer){ 0 };
}

/**
 * streek_point_layer_set:
 * @other: what it shall be; copied, and may be a part of @layer
 */
void
streek_point_layer_set (StreekPointLayer *layer, const StreekPointLayer *other)
{
  StreekPointLayer copy = { g_strdup (other->source), g_strdupv (other->kinds),
                            g_strdup (other->count), other->hides_names };

  streek_point_layer_clear (layer);
  *layer = copy;
}

static gboolean
lists_are_equal (char *const *a, char *const *b)
{
  return a == NULL || b == NULL ? a == b
                                : g_strv_equal ((const char *const *) a, (const char *const *) b);
}

gboolean
streek_point_layer_equal (const StreekPointLayer *a, const StreekPointLayer *b)
{
  return g_strcmp0 (a->source, b->source) == 0 && lists_are_equal (a->kinds, b->kinds) &&
         g_strcmp0 (a->count, b->count) == 0 && a->hides_names == b->hides_names;
}

gboolean
streek_point_layer_shows (const StreekPointLayer *layer, const char *kind)
{
  return layer->source != NULL &&
         (layer->kinds == NULL || g_strv_contains ((const char *const *) layer->kinds, kind));
}

void
streek_point_layer_add_json (const StreekPointLayer *layer, JsonBuilder *builder)
{
  if (layer->source == NULL)
    return;

  json_builder_set_member_name (builder, "points");
  json_builder_begin_object (builder);
  streek_spec_json_add_text (builder, "source", layer->source);
  streek_spec_json_add_list (builder, "kinds", layer->kinds);
  streek_spec_json_add_text (builder, "count", layer->count);
  streek_spec_json_add_raised_flag (builder, "hides-names", layer->hides_names);
  json_builder_end_object (builder);
}

/**
 * streek_point_layer_read_json:
 * @layer: shows nothing yet
 * @object: of a whole spec
 * @error: return location for %STREEK_FIGURE_ERROR_INVALID
 *
 * Which tables of points there are, who has them knows.
 */
gboolean
streek_point_layer_read_json (StreekPointLayer *layer, JsonObject *object, GError **error)
{
  JsonNode *node = json_object_get_member (object, "points");

  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return TRUE;
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return streek_spec_json_fail (error, "points");

  JsonObject *points = json_node_get_object (node);

  if (!streek_spec_json_read_text (points, "source", &layer->source, error) ||
      !streek_spec_json_read_list (points, "kinds", &layer->kinds, error) ||
      !streek_spec_json_read_text (points, "count", &layer->count, error) ||
      !streek_spec_json_read_flag (points, "hides-names", &layer->hides_names, error))
    return FALSE;

  if (layer->source == NULL || (layer->kinds != NULL && g_strv_length (layer->kinds) > MAX_KINDS))
    return streek_spec_json_fail (error, "points");

  return TRUE;
}
