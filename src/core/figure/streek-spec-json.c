/* streek-spec-json.c: the members that the JSON of maps, charts and analyses have in common */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "figure/streek-spec-json.h"

#include "base/streek-brackets.h"
#include "figure/streek-figure.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define MAX_CLASSES 99
#define MAX_DEPTH 16
/* A title of a million letters took seconds to set. */
#define MAX_TEXT 4096
/* No figure is as large, and what is larger is written as JSON does not read it. */
#define MAX_NUMBER 1e15

void
streek_spec_json_add_text (JsonBuilder *builder, const char *name, const char *text)
{
  if (text == NULL)
    return;

  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, text);
}

void
streek_spec_json_add_flag (JsonBuilder *builder, const char *name, gboolean flag)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_boolean_value (builder, flag);
}

void
streek_spec_json_add_raised_flag (JsonBuilder *builder, const char *name, gboolean flag)
{
  if (flag)
    streek_spec_json_add_flag (builder, name, TRUE);
}

void
streek_spec_json_add_list (JsonBuilder *builder, const char *name, char **list)
{
  if (list == NULL || list[0] == NULL)
    return;

  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);

  for (guint i = 0; list[i] != NULL; i++)
    json_builder_add_string_value (builder, list[i]);

  json_builder_end_array (builder);
}

void
streek_spec_json_add_period (JsonBuilder *builder, const char *name, StreekPeriod period)
{
  if (period.kind == STREEK_PERIOD_NONE)
    return;

  g_autofree char *text = streek_period_to_string (period);

  streek_spec_json_add_text (builder, name, text);
}

void
streek_spec_json_add_date (JsonBuilder *builder, const char *name, StreekDate date)
{
  if (date == STREEK_DATE_NONE)
    return;

  g_autofree char *text = streek_date_to_string (date);

  streek_spec_json_add_text (builder, name, text);
}

void
streek_spec_json_add_breaks (JsonBuilder *builder, const char *name, const GArray *breaks)
{
  if (breaks == NULL || breaks->len == 0)
    return;

  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);

  for (guint i = 0; i < breaks->len; i++)
    json_builder_add_double_value (builder, g_array_index (breaks, double, i));

  json_builder_end_array (builder);
}

void
streek_spec_json_add_number (JsonBuilder *builder, const char *name, double number)
{
  if (isnan (number))
    return;

  json_builder_set_member_name (builder, name);
  json_builder_add_double_value (builder, number);
}

void
streek_spec_json_add_coverage (JsonBuilder *builder, double min_coverage_pct)
{
  streek_spec_json_add_number (builder, "min-coverage-pct", min_coverage_pct);
}

char *
streek_spec_json_end (JsonBuilder *builder)
{
  json_builder_end_object (builder);

  g_autoptr (JsonNode) root = json_builder_get_root (builder);

  return json_to_string (root, FALSE);
}

/**
 * streek_spec_json_parse:
 * @parser: keeps what is returned
 * @error: (nullable): return location for %STREEK_FIGURE_ERROR_INVALID
 *
 * Returns: (transfer none): the members, or %NULL with @error set
 */
JsonObject *
streek_spec_json_parse (JsonParser *parser, const char *json, GError **error)
{
  if (streek_brackets_are_shallow (json, strlen (json), MAX_DEPTH) &&
      json_parser_load_from_data (parser, json, -1, NULL) &&
      json_parser_get_root (parser) != NULL &&
      JSON_NODE_HOLDS_OBJECT (json_parser_get_root (parser)))
    return json_node_get_object (json_parser_get_root (parser));

  g_set_error_literal (error, STREEK_FIGURE_ERROR, STREEK_FIGURE_ERROR_INVALID,
                       _ ("The description of the figure is not readable."));

  return NULL;
}

gboolean
streek_spec_json_fail (GError **error, const char *name)
{
  g_set_error (error, STREEK_FIGURE_ERROR, STREEK_FIGURE_ERROR_INVALID,
               /* Translators: %s is a technical word such as palette */
               _ ("The description of the figure has something else than expected at “%s”."), name);

  return FALSE;
}

gboolean
streek_spec_json_read_text (JsonObject *object, const char *name, char **text, GError **error)
{
  JsonNode *node = json_object_get_member (object, name);

  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return TRUE;

  if (json_node_get_value_type (node) != G_TYPE_STRING ||
      strlen (json_node_get_string (node)) > MAX_TEXT)
    return streek_spec_json_fail (error, name);

  g_free (*text);
  *text = json_node_dup_string (node);

  return TRUE;
}

gboolean
streek_spec_json_read_flag (JsonObject *object, const char *name, gboolean *flag, GError **error)
{
  JsonNode *node = json_object_get_member (object, name);

  if (node == NULL)
    return TRUE;

  if (json_node_get_value_type (node) != G_TYPE_BOOLEAN)
    return streek_spec_json_fail (error, name);

  *flag = json_node_get_boolean (node);

  return TRUE;
}

gboolean
streek_spec_json_read_list (JsonObject *object, const char *name, char ***list, GError **error)
{
  JsonNode *node = json_object_get_member (object, name);

  if (node == NULL)
    return TRUE;

  if (!JSON_NODE_HOLDS_ARRAY (node))
    return streek_spec_json_fail (error, name);

  JsonArray *array = json_node_get_array (node);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);

      if (json_node_get_value_type (element) != G_TYPE_STRING)
        return streek_spec_json_fail (error, name);

      g_strv_builder_add (builder, json_node_get_string (element));
    }

  g_strfreev (*list);
  *list = g_strv_builder_end (builder);

  return TRUE;
}

gboolean
streek_spec_json_read_period (JsonObject *object,
                              const char *name,
                              StreekPeriod *period,
                              GError **error)
{
  g_autofree char *text = NULL;

  return streek_spec_json_read_text (object, name, &text, error) &&
         (text == NULL || streek_period_parse (text, period, error));
}

gboolean
streek_spec_json_read_date (JsonObject *object, const char *name, StreekDate *date, GError **error)
{
  g_autofree char *text = NULL;

  return streek_spec_json_read_text (object, name, &text, error) &&
         (text == NULL || streek_date_parse (text, date, error));
}

gboolean
streek_spec_is_number (double number)
{
  return fabs (number) < MAX_NUMBER; /* NAN is not */
}

static gboolean
node_get_number (JsonNode *node, double *number)
{
  GType type = json_node_get_value_type (node);

  if (type != G_TYPE_INT64 && type != G_TYPE_DOUBLE)
    return FALSE;

  *number = json_node_get_double (node);

  return streek_spec_is_number (*number);
}

gboolean
streek_spec_json_read_number (JsonObject *object, const char *name, double *number, GError **error)
{
  JsonNode *node = json_object_get_member (object, name);

  return node == NULL || node_get_number (node, number) || streek_spec_json_fail (error, name);
}

gboolean
streek_spec_json_read_classes (JsonObject *object, guint *n_classes, GError **error)
{
  JsonNode *node = json_object_get_member (object, "classes");
  double n = *n_classes;

  if (node != NULL && (!node_get_number (node, &n) || n < 1 || n > MAX_CLASSES || n != floor (n)))
    return streek_spec_json_fail (error, "classes");

  *n_classes = n;

  return TRUE;
}

gboolean
streek_spec_json_read_coverage (JsonObject *object, double *min_coverage_pct, GError **error)
{
  JsonNode *node = json_object_get_member (object, "min-coverage-pct");

  if (node != NULL && (!node_get_number (node, min_coverage_pct) || *min_coverage_pct < 0 ||
                       *min_coverage_pct > 100))
    return streek_spec_json_fail (error, "min-coverage-pct");

  return TRUE;
}

gboolean
streek_spec_json_read_breaks (JsonObject *object, const char *name, GArray **breaks, GError **error)
{
  JsonNode *node = json_object_get_member (object, name);

  if (node == NULL)
    return TRUE;

  if (!JSON_NODE_HOLDS_ARRAY (node) ||
      json_array_get_length (json_node_get_array (node)) > MAX_CLASSES)
    return streek_spec_json_fail (error, name);

  JsonArray *array = json_node_get_array (node);

  *breaks = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      double limit = NAN;

      if (!node_get_number (json_array_get_element (array, i), &limit))
        return streek_spec_json_fail (error, name);

      g_array_append_val (*breaks, limit);
    }

  return TRUE;
}
