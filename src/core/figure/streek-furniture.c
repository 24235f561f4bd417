/* streek-furniture.c: what stands on a map besides what it is about */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "figure/streek-furniture.h"
#include "figure/streek-spec-json.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static const char *const inset_ids[] = { "automatic", "shown", "hidden" };

static const char *const numbers_ids[STREEK_N_NUMBERS] = { "automatic", "rest", "all", "none" };

static const char *const item_ids[STREEK_N_FURNITURE] = { "title", "legend", "scale",
                                                          "north", "inset",  "source" };

static const char *const item_labels[STREEK_N_FURNITURE] = {
  NC_ ("furniture", "Title"),
  NC_ ("furniture", "Legend"),
  NC_ ("furniture", "Scale bar"),
  NC_ ("furniture", "North arrow"),
  NC_ ("furniture", "Small map of the region"),
  NC_ ("furniture", "Source"),
};

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
 * streek_numbers_get_id:
 *
 * Returns: the word for @numbers in files and on the command line
 */
const char *
streek_numbers_get_id (StreekNumbers numbers)
{
  g_return_val_if_fail ((guint) numbers < STREEK_N_NUMBERS, NULL);

  return numbers_ids[numbers];
}

/**
 * streek_numbers_from_id:
 * @id: (nullable): a word such as "rest"
 * @numbers: (out): what it means
 *
 * Returns: %FALSE where there is no such word
 */
gboolean
streek_numbers_from_id (const char *id, StreekNumbers *numbers)
{
  for (guint i = 0; i < STREEK_N_NUMBERS; i++)
    if (g_strcmp0 (id, numbers_ids[i]) == 0)
      {
        *numbers = i;
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

  for (StreekFurnitureItem item = 0; item < STREEK_N_FURNITURE; item++)
    streek_furniture_reset (self, item);
}

static gboolean
places_are_equal (const StreekFurniture *a, const StreekFurniture *b)
{
  for (StreekFurnitureItem item = 0; item < STREEK_N_FURNITURE; item++)
    {
      gboolean is_moved = streek_furniture_is_moved (a, item);

      if (is_moved != streek_furniture_is_moved (b, item) ||
          (is_moved && (a->places[item].across != b->places[item].across ||
                        a->places[item].along != b->places[item].along)))
        return FALSE;
    }

  return TRUE;
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
         a->north == b->north && a->inset == b->inset && a->numbers == b->numbers &&
         places_are_equal (a, b);
}

static void
add_places (const StreekFurniture *self, JsonBuilder *builder)
{
  json_builder_set_member_name (builder, "places");
  json_builder_begin_object (builder);

  for (StreekFurnitureItem item = 0; item < STREEK_N_FURNITURE; item++)
    {
      if (!streek_furniture_is_moved (self, item))
        continue;

      json_builder_set_member_name (builder, item_ids[item]);
      json_builder_begin_array (builder);
      json_builder_add_double_value (builder, self->places[item].across);
      json_builder_add_double_value (builder, self->places[item].along);
      json_builder_end_array (builder);
    }

  json_builder_end_object (builder);
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

  if (self->numbers != STREEK_NUMBERS_AUTOMATIC)
    streek_spec_json_add_text (builder, "numbers", streek_numbers_get_id (self->numbers));

  if (streek_furniture_has_moved (self))
    add_places (self, builder);
}

static gboolean
read_part (JsonArray *array, guint index, double *part)
{
  JsonNode *node = json_array_get_element (array, index);
  GType type = json_node_get_value_type (node);

  if (type != G_TYPE_INT64 && type != G_TYPE_DOUBLE)
    return FALSE;

  *part = json_node_get_double (node);

  return *part >= 0 && *part <= 1;
}

static gboolean
read_place (StreekFurniture *self, StreekFurnitureItem item, JsonNode *node)
{
  StreekFurniturePlace place;

  if (node == NULL)
    return TRUE;

  if (!JSON_NODE_HOLDS_ARRAY (node) || json_array_get_length (json_node_get_array (node)) != 2 ||
      !read_part (json_node_get_array (node), 0, &place.across) ||
      !read_part (json_node_get_array (node), 1, &place.along))
    return FALSE;

  self->places[item] = place;

  return TRUE;
}

static gboolean
read_places (StreekFurniture *self, JsonObject *object, GError **error)
{
  JsonNode *node = json_object_get_member (object, "places");

  if (node == NULL)
    return TRUE;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return streek_spec_json_fail (error, "places");

  for (StreekFurnitureItem item = 0; item < STREEK_N_FURNITURE; item++)
    if (!read_place (self, item,
                     json_object_get_member (json_node_get_object (node), item_ids[item])))
      return streek_spec_json_fail (error, item_ids[item]);

  return TRUE;
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
  g_autofree char *numbers = NULL;

  if (!streek_spec_json_read_flag (object, "surroundings", &self->surroundings, error) ||
      !streek_spec_json_read_flag (object, "predecessors", &self->predecessors, error) ||
      !streek_spec_json_read_flag (object, "north", &self->north, error) ||
      !streek_spec_json_read_text (object, "inset", &inset, error) ||
      !streek_spec_json_read_text (object, "numbers", &numbers, error))
    return FALSE;

  if (inset != NULL && !streek_inset_from_id (inset, &self->inset))
    return streek_spec_json_fail (error, "inset");

  if (numbers != NULL && !streek_numbers_from_id (numbers, &self->numbers))
    return streek_spec_json_fail (error, "numbers");

  return read_places (self, object, error);
}

/**
 * streek_furniture_item_get_id:
 *
 * Returns: the word for @item in files
 */
const char *
streek_furniture_item_get_id (StreekFurnitureItem item)
{
  g_return_val_if_fail ((guint) item < STREEK_N_FURNITURE, NULL);

  return item_ids[item];
}

/**
 * streek_furniture_item_get_label:
 *
 * Returns: what people call it
 */
const char *
streek_furniture_item_get_label (StreekFurnitureItem item)
{
  g_return_val_if_fail ((guint) item < STREEK_N_FURNITURE, NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "furniture", item_labels[item]);
}

/**
 * streek_furniture_is_moved:
 *
 * Returns: whether somebody put @item where it is
 */
gboolean
streek_furniture_is_moved (const StreekFurniture *self, StreekFurnitureItem item)
{
  return !isnan (self->places[item].across) && !isnan (self->places[item].along);
}

gboolean
streek_furniture_has_moved (const StreekFurniture *self)
{
  for (StreekFurnitureItem item = 0; item < STREEK_N_FURNITURE; item++)
    if (streek_furniture_is_moved (self, item))
      return TRUE;

  return FALSE;
}

/**
 * streek_furniture_move:
 * @across: 0 at the left of its room, 1 at the right
 * @along: 0 at the top, 1 at the bottom
 */
void
streek_furniture_move (StreekFurniture *self, StreekFurnitureItem item, double across, double along)
{
  g_return_if_fail ((guint) item < STREEK_N_FURNITURE);

  self->places[item] = (StreekFurniturePlace){ CLAMP (across, 0, 1), CLAMP (along, 0, 1) };
}

/* What a length is of the room for it. */
static double
get_share (double length, double room)
{
  return room > 0 ? CLAMP (length / room, 0, 1) : 0;
}

/**
 * streek_furniture_move_to:
 * @movable: what was moved, as the layout placed it
 * @corner: where its top left corner shall be on the sheet
 *
 * Keeps the place as a share of the room, so that it holds for paper of another size too.
 */
void
streek_furniture_move_to (StreekFurniture *self, const StreekMovable *movable, StreekPoint corner)
{
  streek_furniture_move (
    self, (StreekFurnitureItem) movable->item,
    get_share (corner.x - movable->room.x, movable->room.width - movable->box.width),
    get_share (corner.y - movable->room.y, movable->room.height - movable->box.height));
}

/**
 * streek_furniture_reset:
 *
 * Lets the layout decide again.
 */
void
streek_furniture_reset (StreekFurniture *self, StreekFurnitureItem item)
{
  g_return_if_fail ((guint) item < STREEK_N_FURNITURE);

  self->places[item] = (StreekFurniturePlace){ NAN, NAN };
}
