/* streek-panels.c: which maps stand beside a map: others to compare it with, or one a period */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "figure/streek-panels.h"
#include "figure/streek-spec-json.h"

static void
clear_panel (gpointer data)
{
  StreekPanel *panel = data;

  g_clear_pointer (&panel->set, g_free);
  g_clear_pointer (&panel->indicator, g_free);
}

gboolean
streek_panels_is_single (const StreekPanels *panels)
{
  return panels->n_multiples == 0 && (panels->beside == NULL || panels->beside->len == 0);
}

/**
 * streek_panels_clear:
 *
 * Leaves one map alone.
 */
void
streek_panels_clear (StreekPanels *panels)
{
  g_clear_pointer (&panels->beside, g_array_unref);
  *panels = (StreekPanels){ 0 };
}

void
streek_panels_add (StreekPanels *panels, const StreekPanel *panel)
{
  StreekPanel copy = { g_strdup (panel->set), g_strdup (panel->indicator), panel->period };

  if (panels->beside == NULL)
    {
      panels->beside = g_array_new (FALSE, FALSE, sizeof (StreekPanel));
      g_array_set_clear_func (panels->beside, clear_panel);
    }

  g_array_append_val (panels->beside, copy);
}

void
streek_panels_set (StreekPanels *panels, const StreekPanels *other)
{
  StreekPanels copy = *other;

  copy.beside = NULL;
  for (guint i = 0; other->beside != NULL && i < other->beside->len; i++)
    streek_panels_add (&copy, &g_array_index (other->beside, StreekPanel, i));

  streek_panels_clear (panels);
  *panels = copy;
}

static gboolean
beside_are_equal (const GArray *a, const GArray *b)
{
  guint n_a = a != NULL ? a->len : 0, n_b = b != NULL ? b->len : 0;

  for (guint i = 0; i < n_a && n_a == n_b; i++)
    {
      const StreekPanel *one = &g_array_index (a, StreekPanel, i);
      const StreekPanel *other = &g_array_index (b, StreekPanel, i);

      if (g_strcmp0 (one->set, other->set) != 0 ||
          g_strcmp0 (one->indicator, other->indicator) != 0 ||
          !streek_period_equal (one->period, other->period))
        return FALSE;
    }

  return n_a == n_b;
}

gboolean
streek_panels_equal (const StreekPanels *a, const StreekPanels *b)
{
  return a->n_multiples == b->n_multiples && a->step == b->step &&
         streek_period_equal (a->range.first, b->range.first) &&
         streek_period_equal (a->range.last, b->range.last) &&
         beside_are_equal (a->beside, b->beside);
}

static void
add_beside (const GArray *beside, JsonBuilder *builder)
{
  if (beside == NULL || beside->len == 0)
    return;

  json_builder_set_member_name (builder, "beside");
  json_builder_begin_array (builder);

  for (guint i = 0; i < beside->len; i++)
    {
      const StreekPanel *panel = &g_array_index (beside, StreekPanel, i);

      json_builder_begin_object (builder);
      streek_spec_json_add_text (builder, "set", panel->set);
      streek_spec_json_add_text (builder, "indicator", panel->indicator);
      streek_spec_json_add_period (builder, "period", panel->period);
      json_builder_end_object (builder);
    }

  json_builder_end_array (builder);
}

void
streek_panels_add_json (const StreekPanels *panels, JsonBuilder *builder)
{
  add_beside (panels->beside, builder);

  if (panels->n_multiples == 0)
    return;

  json_builder_set_member_name (builder, "multiples");
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "most");
  json_builder_add_int_value (builder, panels->n_multiples);
  json_builder_set_member_name (builder, "step");
  json_builder_add_int_value (builder, panels->step);
  streek_spec_json_add_period (builder, "first", panels->range.first);
  streek_spec_json_add_period (builder, "last", panels->range.last);
  json_builder_end_object (builder);
}

static gboolean
read_panel (JsonNode *node, StreekPanels *panels, GError **error)
{
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return streek_spec_json_fail (error, "beside");

  JsonObject *object = json_node_get_object (node);
  StreekPanel panel = { 0 };
  gboolean is_read = streek_spec_json_read_text (object, "set", &panel.set, error) &&
                     streek_spec_json_read_text (object, "indicator", &panel.indicator, error) &&
                     streek_spec_json_read_period (object, "period", &panel.period, error);

  if (is_read)
    streek_panels_add (panels, &panel);
  clear_panel (&panel);

  return is_read;
}

static gboolean
read_beside (StreekPanels *panels, JsonObject *object, GError **error)
{
  JsonNode *node = json_object_get_member (object, "beside");

  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return TRUE;

  if (!JSON_NODE_HOLDS_ARRAY (node) ||
      json_array_get_length (json_node_get_array (node)) > STREEK_PANELS_MAX_BESIDE)
    return streek_spec_json_fail (error, "beside");

  JsonArray *array = json_node_get_array (node);

  for (guint i = 0; i < json_array_get_length (array); i++)
    if (!read_panel (json_array_get_element (array, i), panels, error))
      return FALSE;

  return TRUE;
}

/* A whole number from @least to @most. */
static gboolean
read_count (
  JsonObject *object, const char *name, guint least, guint most, guint *count, GError **error)
{
  JsonNode *node = json_object_get_member (object, name);

  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return TRUE;

  if (json_node_get_value_type (node) != G_TYPE_INT64 || json_node_get_int (node) < least ||
      json_node_get_int (node) > most)
    return streek_spec_json_fail (error, name);

  *count = (guint) json_node_get_int (node);

  return TRUE;
}

/**
 * streek_panels_read_json:
 * @panels: one map alone
 * @object: the members of a spec
 * @error: return location for %STREEK_FIGURE_ERROR_INVALID
 *
 * Returns: %FALSE with @error set for what is something else than expected, or more maps than can
 *   stand beside each other
 */
gboolean
streek_panels_read_json (StreekPanels *panels, JsonObject *object, GError **error)
{
  JsonNode *node = json_object_get_member (object, "multiples");

  if (!read_beside (panels, object, error))
    return FALSE;

  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return TRUE;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return streek_spec_json_fail (error, "multiples");

  JsonObject *multiples = json_node_get_object (node);

  panels->n_multiples = 2;

  return read_count (multiples, "most", 2, STREEK_PANELS_MAX_MULTIPLES, &panels->n_multiples,
                     error) &&
         read_count (multiples, "step", 0, G_MAXINT16, &panels->step, error) &&
         streek_spec_json_read_period (multiples, "first", &panels->range.first, error) &&
         streek_spec_json_read_period (multiples, "last", &panels->range.last, error);
}
