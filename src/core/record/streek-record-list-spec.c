/* streek-record-list-spec.c: what a list shows: columns, order, groups, and which records */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "record/streek-record-list-spec.h"

#include "base/streek-brackets.h"
#include "base/streek-number.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

/* What a list in a file of a stranger may have at most. */
#define MAX_DEPTH 8
#define MAX_TEXT 4096
#define MAX_PARTS 256

static void
free_condition (gpointer data)
{
  StreekRecordCondition *condition = data;

  g_free (condition->column);
  g_strfreev (condition->values);
  g_free (condition);
}

static void
free_sort (gpointer data)
{
  StreekRecordSort *sort = data;

  g_free (sort->column);
  g_free (sort);
}

static StreekRecordListSpec *
new_spec (const StreekRecordKind *kind)
{
  StreekRecordListSpec *spec = g_new0 (StreekRecordListSpec, 1);

  spec->kind = kind;
  spec->sorts = g_ptr_array_new_with_free_func (free_sort);
  spec->conditions = g_ptr_array_new_with_free_func (free_condition);

  return spec;
}

/* What stays as it was written has its newest first. */
static void
sort_by_day (StreekRecordListSpec *spec)
{
  for (guint i = 0; i < spec->kind->n_fields; i++)
    {
      const StreekRecordField *field = &spec->kind->fields[i];

      if (field->type == STREEK_RECORD_DAY && (field->flags & STREEK_RECORD_ONCE) != 0)
        {
          streek_record_list_spec_add_sort (spec, field->id, TRUE);
          return;
        }
    }
}

StreekRecordListSpec *
streek_record_list_spec_new (const StreekRecordKind *kind)
{
  g_return_val_if_fail (kind != NULL, NULL);

  StreekRecordListSpec *spec = new_spec (kind);
  g_autoptr (GPtrArray) columns = streek_record_kind_list_columns (kind);
  g_autoptr (GStrvBuilder) shown = g_strv_builder_new ();

  for (guint i = 0; i < columns->len; i++)
    {
      const StreekRecordListColumn *column = columns->pdata[i];

      if (column->shown || streek_record_list_column_is_owner (kind, column))
        g_strv_builder_add (shown, column->id);
    }

  spec->columns = g_strv_builder_end (shown);
  sort_by_day (spec);

  return spec;
}

StreekRecordListSpec *
streek_record_list_spec_copy (const StreekRecordListSpec *spec)
{
  g_return_val_if_fail (spec != NULL, NULL);

  StreekRecordListSpec *copy = new_spec (spec->kind);

  copy->columns = g_strdupv (spec->columns);
  copy->group = g_strdup (spec->group);
  copy->search = g_strdup (spec->search);
  copy->area = g_strdup (spec->area);

  for (guint i = 0; i < spec->sorts->len; i++)
    {
      const StreekRecordSort *sort = spec->sorts->pdata[i];

      streek_record_list_spec_add_sort (copy, sort->column, sort->descending);
    }

  for (guint i = 0; i < spec->conditions->len; i++)
    {
      const StreekRecordCondition *condition = spec->conditions->pdata[i];

      streek_record_list_spec_add_condition (copy, condition->column, condition->op,
                                             (const char *const *) condition->values);
    }

  return copy;
}

void
streek_record_list_spec_free (StreekRecordListSpec *spec)
{
  if (spec == NULL)
    return;

  g_strfreev (spec->columns);
  g_ptr_array_unref (spec->sorts);
  g_free (spec->group);
  g_ptr_array_unref (spec->conditions);
  g_free (spec->search);
  g_free (spec->area);
  g_free (spec);
}

gboolean
streek_record_list_spec_equal (const StreekRecordListSpec *a, const StreekRecordListSpec *b)
{
  g_autofree char *one = streek_record_list_spec_to_json (a);
  g_autofree char *other = streek_record_list_spec_to_json (b);

  return strcmp (one, other) == 0;
}

void
streek_record_list_spec_set_columns (StreekRecordListSpec *spec, const char *const *columns)
{
  g_strfreev (spec->columns);
  spec->columns = g_strdupv ((char **) columns);
}

/* Nothing is said by an empty text either. */
static void
set_text (char **kept, const char *text)
{
  g_autofree char *former = *kept;

  *kept = text != NULL && *text != '\0' ? g_strdup (text) : NULL;
}

void
streek_record_list_spec_set_group (StreekRecordListSpec *spec, const char *group)
{
  set_text (&spec->group, group);
}

void
streek_record_list_spec_set_search (StreekRecordListSpec *spec, const char *search)
{
  set_text (&spec->search, search);
}

void
streek_record_list_spec_set_area (StreekRecordListSpec *spec, const char *area)
{
  set_text (&spec->area, area);
}

void
streek_record_list_spec_clear_sorts (StreekRecordListSpec *spec)
{
  g_ptr_array_set_size (spec->sorts, 0);
}

void
streek_record_list_spec_add_sort (StreekRecordListSpec *spec,
                                  const char *column,
                                  gboolean descending)
{
  StreekRecordSort *sort = g_new0 (StreekRecordSort, 1);

  sort->column = g_strdup (column);
  sort->descending = descending;
  g_ptr_array_add (spec->sorts, sort);
}

void
streek_record_list_spec_add_condition (StreekRecordListSpec *spec,
                                       const char *column,
                                       StreekRecordOperator op,
                                       const char *const *values)
{
  static const char *const none[] = { NULL };
  StreekRecordCondition *condition = g_new0 (StreekRecordCondition, 1);

  condition->column = g_strdup (column);
  condition->op = op;
  condition->values = g_strdupv ((char **) (values != NULL ? values : none));
  g_ptr_array_add (spec->conditions, condition);
}

void
streek_record_list_spec_clear_conditions (StreekRecordListSpec *spec, const char *column)
{
  for (guint i = spec->conditions->len; i > 0; i--)
    {
      const StreekRecordCondition *condition = spec->conditions->pdata[i - 1];

      if (column == NULL || strcmp (condition->column, column) == 0)
        g_ptr_array_remove_index (spec->conditions, i - 1);
    }
}

/* Operators */

static const char *const operator_ids[] = {
  [STREEK_RECORD_CONTAINS] = "contains",   [STREEK_RECORD_IS] = "is",
  [STREEK_RECORD_IS_NOT] = "is_not",       [STREEK_RECORD_IS_EMPTY] = "is_empty",
  [STREEK_RECORD_IS_FILLED] = "is_filled", [STREEK_RECORD_AT_LEAST] = "at_least",
  [STREEK_RECORD_AT_MOST] = "at_most",     [STREEK_RECORD_UNDER] = "under",
};

const char *
streek_record_operator_get_id (StreekRecordOperator op)
{
  g_return_val_if_fail (op < G_N_ELEMENTS (operator_ids), NULL);

  return operator_ids[op];
}

static gboolean
is_of_time (StreekRecordType type)
{
  return type == STREEK_RECORD_DAY || type == STREEK_RECORD_PERIOD;
}

const char *
streek_record_operator_get_label (StreekRecordOperator op, StreekRecordType type)
{
  switch (op)
    {
    case STREEK_RECORD_CONTAINS:
      return C_ ("condition", "contains");
    case STREEK_RECORD_IS:
      return C_ ("condition", "is");
    case STREEK_RECORD_IS_NOT:
      return C_ ("condition", "is not");
    case STREEK_RECORD_IS_EMPTY:
      return C_ ("condition", "is empty");
    case STREEK_RECORD_IS_FILLED:
      return C_ ("condition", "is filled in");
    case STREEK_RECORD_AT_LEAST:
      return is_of_time (type) ? C_ ("condition", "from") : C_ ("condition", "at least");
    case STREEK_RECORD_AT_MOST:
      return is_of_time (type) ? C_ ("condition", "until") : C_ ("condition", "at most");
    case STREEK_RECORD_UNDER:
    default:
      return C_ ("condition", "is or lies in");
    }
}

gboolean
streek_record_list_column_can (const StreekRecordKind *kind,
                               const StreekRecordListColumn *column,
                               StreekRecordOperator op)
{
  const StreekRecordField *field = streek_record_list_column_get_field (kind, column);
  StreekRecordType type = field != NULL ? field->type : column->type;

  switch (op)
    {
    case STREEK_RECORD_CONTAINS:
      return !is_of_time (type) && type != STREEK_RECORD_NUMBER && type != STREEK_RECORD_INTEGER &&
             type != STREEK_RECORD_FLAG && type != STREEK_RECORD_BYTES;
    case STREEK_RECORD_IS:
    case STREEK_RECORD_IS_NOT:
      return type != STREEK_RECORD_PARAGRAPHS && type != STREEK_RECORD_BYTES;
    case STREEK_RECORD_AT_LEAST:
    case STREEK_RECORD_AT_MOST:
      return is_of_time (type) || type == STREEK_RECORD_NUMBER || type == STREEK_RECORD_INTEGER;
    case STREEK_RECORD_UNDER:
      return field != NULL && (type == STREEK_RECORD_AREA || type == STREEK_RECORD_REFERENCE);
    case STREEK_RECORD_IS_EMPTY:
    case STREEK_RECORD_IS_FILLED:
    default:
      return TRUE;
    }
}

/* Checking */

static const StreekRecordListColumn *
find_column (const StreekRecordListSpec *spec,
             const GPtrArray *columns,
             const char *id,
             GError **error)
{
  const StreekRecordListColumn *column = streek_record_columns_find (columns, id);

  if (column == NULL)
    g_set_error (error, STREEK_RECORD_ERROR, STREEK_RECORD_ERROR_UNKNOWN,
                 /* Translators: %1$s is a technical word such as status, %2$s a kind in the plural,
                  * such as Projects. */
                 _ ("There is no column “%1$s” in the list “%2$s”."), id,
                 streek_record_kind_get_plural (spec->kind));

  return column;
}

static gboolean
is_value (StreekRecordType type, const char *value)
{
  StreekPeriod period;
  double number;

  if (is_of_time (type))
    return streek_period_parse (value, &period, NULL);
  if (type == STREEK_RECORD_NUMBER || type == STREEK_RECORD_INTEGER)
    return streek_number_parse (value, &number);
  if (type == STREEK_RECORD_FLAG)
    return strcmp (value, "0") == 0 || strcmp (value, "1") == 0;

  return TRUE;
}

static gboolean
fail_condition (const StreekRecordListSpec *spec,
                const StreekRecordListColumn *column,
                GError **error)
{
  g_set_error (error, STREEK_RECORD_ERROR, STREEK_RECORD_ERROR_INVALID,
               /* Translators: %s is the head of a column. */
               _ ("What is asked of the column “%s” cannot be asked of it."),
               streek_record_list_column_get_label (spec->kind, column));

  return FALSE;
}

static gboolean
check_condition (const StreekRecordListSpec *spec,
                 const GPtrArray *columns,
                 const StreekRecordCondition *condition,
                 GError **error)
{
  const StreekRecordListColumn *column = find_column (spec, columns, condition->column, error);

  if (column == NULL)
    return FALSE;

  const StreekRecordField *field = streek_record_list_column_get_field (spec->kind, column);
  StreekRecordType type = field != NULL ? field->type : column->type;
  guint n = g_strv_length (condition->values);
  gboolean bare =
    condition->op == STREEK_RECORD_IS_EMPTY || condition->op == STREEK_RECORD_IS_FILLED;
  gboolean single =
    condition->op == STREEK_RECORD_AT_LEAST || condition->op == STREEK_RECORD_AT_MOST;

  if (!streek_record_list_column_can (spec->kind, column, condition->op) || bare != (n == 0) ||
      (single && n != 1))
    return fail_condition (spec, column, error);

  for (guint i = 0; i < n; i++)
    if (!is_value (type, condition->values[i]))
      return fail_condition (spec, column, error);

  return TRUE;
}

gboolean
streek_record_list_spec_check (const StreekRecordListSpec *spec, GError **error)
{
  g_return_val_if_fail (spec != NULL, FALSE);

  g_autoptr (GPtrArray) columns = streek_record_kind_list_columns (spec->kind);

  for (guint i = 0; spec->columns[i] != NULL; i++)
    if (find_column (spec, columns, spec->columns[i], error) == NULL)
      return FALSE;

  for (guint i = 0; i < spec->sorts->len; i++)
    if (find_column (spec, columns, ((StreekRecordSort *) spec->sorts->pdata[i])->column, error) ==
        NULL)
      return FALSE;

  for (guint i = 0; i < spec->conditions->len; i++)
    if (!check_condition (spec, columns, spec->conditions->pdata[i], error))
      return FALSE;

  if (spec->group == NULL)
    return TRUE;

  const StreekRecordListColumn *group = find_column (spec, columns, spec->group, error);

  return group != NULL &&
         (streek_record_list_column_can_group (group) || fail_condition (spec, group, error));
}

/* JSON */

static void
add_text (JsonBuilder *builder, const char *name, const char *text)
{
  if (text == NULL)
    return;

  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, text);
}

static void
add_texts (JsonBuilder *builder, const char *name, char **texts)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);

  for (guint i = 0; texts[i] != NULL; i++)
    json_builder_add_string_value (builder, texts[i]);

  json_builder_end_array (builder);
}

static void
add_sorts (JsonBuilder *builder, const GPtrArray *sorts)
{
  json_builder_set_member_name (builder, "sort");
  json_builder_begin_array (builder);

  for (guint i = 0; i < sorts->len; i++)
    {
      const StreekRecordSort *sort = sorts->pdata[i];

      json_builder_begin_object (builder);
      add_text (builder, "column", sort->column);
      json_builder_set_member_name (builder, "descending");
      json_builder_add_boolean_value (builder, sort->descending);
      json_builder_end_object (builder);
    }

  json_builder_end_array (builder);
}

static void
add_conditions (JsonBuilder *builder, const GPtrArray *conditions)
{
  json_builder_set_member_name (builder, "conditions");
  json_builder_begin_array (builder);

  for (guint i = 0; i < conditions->len; i++)
    {
      const StreekRecordCondition *condition = conditions->pdata[i];

      json_builder_begin_object (builder);
      add_text (builder, "column", condition->column);
      add_text (builder, "operator", streek_record_operator_get_id (condition->op));
      add_texts (builder, "values", condition->values);
      json_builder_end_object (builder);
    }

  json_builder_end_array (builder);
}

char *
streek_record_list_spec_to_json (const StreekRecordListSpec *spec)
{
  g_return_val_if_fail (spec != NULL, NULL);

  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  add_text (builder, "kind", spec->kind->id);
  add_texts (builder, "columns", spec->columns);
  if (spec->sorts->len > 0)
    add_sorts (builder, spec->sorts);
  add_text (builder, "group", spec->group);
  if (spec->conditions->len > 0)
    add_conditions (builder, spec->conditions);
  add_text (builder, "search", spec->search);
  add_text (builder, "area", spec->area);
  json_builder_end_object (builder);

  g_autoptr (JsonNode) root = json_builder_get_root (builder);

  return json_to_string (root, FALSE);
}

static gboolean
fail_member (GError **error, const char *name)
{
  g_set_error (error, STREEK_RECORD_ERROR, STREEK_RECORD_ERROR_INVALID,
               /* Translators: %s is a technical word such as columns. */
               _ ("The saved list has something else than expected at “%s”."), name);

  return FALSE;
}

static gboolean
is_text (JsonNode *node)
{
  return json_node_get_value_type (node) == G_TYPE_STRING &&
         strlen (json_node_get_string (node)) <= MAX_TEXT;
}

static gboolean
read_text (JsonObject *object, const char *name, char **text, GError **error)
{
  JsonNode *node = json_object_get_member (object, name);

  if (node == NULL)
    return TRUE;
  if (!is_text (node))
    return fail_member (error, name);

  set_text (text, json_node_get_string (node));

  return TRUE;
}

/* @array: (out) (nullable): where it is absent */
static gboolean
read_array (JsonObject *object, const char *name, JsonArray **array, GError **error)
{
  JsonNode *node = json_object_get_member (object, name);

  *array = NULL;

  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_ARRAY (node) ||
      json_array_get_length (json_node_get_array (node)) > MAX_PARTS)
    return fail_member (error, name);

  *array = json_node_get_array (node);

  return TRUE;
}

static gboolean
read_texts (JsonObject *object, const char *name, char ***texts, GError **error)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  JsonArray *array;

  if (!read_array (object, name, &array, error))
    return FALSE;
  if (array == NULL)
    return TRUE;

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);

      if (!is_text (node))
        return fail_member (error, name);

      g_strv_builder_add (builder, json_node_get_string (node));
    }

  g_strfreev (*texts);
  *texts = g_strv_builder_end (builder);

  return TRUE;
}

static gboolean
read_sort (StreekRecordListSpec *spec, JsonNode *node, GError **error)
{
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return fail_member (error, "sort");

  JsonObject *object = json_node_get_object (node);
  JsonNode *descending = json_object_get_member (object, "descending");
  g_autofree char *column = NULL;

  if (!read_text (object, "column", &column, error))
    return FALSE;
  if (column == NULL ||
      (descending != NULL && json_node_get_value_type (descending) != G_TYPE_BOOLEAN))
    return fail_member (error, "sort");

  streek_record_list_spec_add_sort (spec, column,
                                    descending != NULL && json_node_get_boolean (descending));

  return TRUE;
}

static gboolean
read_operator (JsonObject *object, StreekRecordOperator *op, GError **error)
{
  g_autofree char *id = NULL;

  if (!read_text (object, "operator", &id, error))
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (operator_ids); i++)
    if (g_strcmp0 (id, operator_ids[i]) == 0)
      {
        *op = i;
        return TRUE;
      }

  return fail_member (error, "operator");
}

static gboolean
read_condition (StreekRecordListSpec *spec, JsonNode *node, GError **error)
{
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return fail_member (error, "conditions");

  JsonObject *object = json_node_get_object (node);
  g_autofree char *column = NULL;
  g_auto (GStrv) values = NULL;
  StreekRecordOperator op;

  if (!read_text (object, "column", &column, error) || !read_operator (object, &op, error) ||
      !read_texts (object, "values", &values, error))
    return FALSE;
  if (column == NULL)
    return fail_member (error, "conditions");

  streek_record_list_spec_add_condition (spec, column, op, (const char *const *) values);

  return TRUE;
}

typedef gboolean (*ReadElement) (StreekRecordListSpec *spec, JsonNode *node, GError **error);

static gboolean
read_elements (StreekRecordListSpec *spec,
               JsonObject *object,
               const char *name,
               ReadElement read,
               GError **error)
{
  JsonArray *array;

  if (!read_array (object, name, &array, error))
    return FALSE;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    if (!read (spec, json_array_get_element (array, i), error))
      return FALSE;

  return TRUE;
}

static const StreekRecordKind *
read_kind (JsonObject *object, GError **error)
{
  g_autofree char *id = NULL;

  if (!read_text (object, "kind", &id, error))
    return NULL;

  const StreekRecordKind *kind = streek_record_kinds_find (id);

  if (kind == NULL)
    g_set_error (error, STREEK_RECORD_ERROR, STREEK_RECORD_ERROR_UNKNOWN,
                 /* Translators: %s is a technical word such as project. */
                 _ ("The saved list shows “%s”, which this Streekatlas does not know."),
                 id != NULL ? id : "");

  return kind;
}

StreekRecordListSpec *
streek_record_list_spec_from_json (const char *json, GError **error)
{
  g_return_val_if_fail (json != NULL, NULL);

  g_autoptr (JsonParser) parser = json_parser_new ();

  if (!streek_brackets_are_shallow (json, strlen (json), MAX_DEPTH) ||
      !json_parser_load_from_data (parser, json, -1, NULL) ||
      json_parser_get_root (parser) == NULL ||
      !JSON_NODE_HOLDS_OBJECT (json_parser_get_root (parser)))
    {
      g_set_error_literal (error, STREEK_RECORD_ERROR, STREEK_RECORD_ERROR_INVALID,
                           _ ("The saved list is not readable."));
      return NULL;
    }

  JsonObject *object = json_node_get_object (json_parser_get_root (parser));
  const StreekRecordKind *kind = read_kind (object, error);

  if (kind == NULL)
    return NULL;

  g_autoptr (StreekRecordListSpec) spec = streek_record_list_spec_new (kind);

  if (!read_texts (object, "columns", &spec->columns, error) ||
      !read_elements (spec, object, "sort", read_sort, error) ||
      !read_text (object, "group", &spec->group, error) ||
      !read_elements (spec, object, "conditions", read_condition, error) ||
      !read_text (object, "search", &spec->search, error) ||
      !read_text (object, "area", &spec->area, error) ||
      !streek_record_list_spec_check (spec, error))
    return NULL;

  return g_steal_pointer (&spec);
}
