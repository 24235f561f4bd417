/* streek-mapping.c: what the columns of a file mean; kept as JSON, it is a profile */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "exchange/streek-mapping.h"
#include "base/streek-brackets.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

#define FORMAT_KEY "streek-profile"
#define FORMAT_VERSION 1
#define MAX_COLUMNS 4096
#define MAX_JSON (1024 * 1024)
#define MAX_DEPTH 16

G_DEFINE_QUARK (streek_import_error, streek_import_error)

static const char *const role_ids[] = {
  "ignored",     "area-code", "area-name", "area-nuts", "level",     "period",
  "period-part", "indicator", "value",     "status",    "breakdown",
};
static const char *const use_ids[] = { "sum", "keep", "filter" };
static const char *const values_ids[] = { "one", "add" };
static const char *const marks_ids[] = { "by-values", "point", "comma" };
static const char *const from_ids[] = { "columns", "sheet-name", "file-name", "title" };
static const char *const refusal_ids[] = { "", "area-list" };

static int
find_id (const char *const *ids, gsize n, const char *id)
{
  for (gsize i = 0; i < n; i++)
    if (g_strcmp0 (ids[i], id) == 0)
      return (int) i;

  return -1;
}

const char *
streek_role_get_id (StreekRole role)
{
  return role_ids[role];
}

gboolean
streek_role_parse_id (const char *id, StreekRole *role)
{
  int found = find_id (role_ids, G_N_ELEMENTS (role_ids), id);

  if (found >= 0)
    *role = (StreekRole) found;

  return found >= 0;
}

/**
 * streek_role_get_label:
 *
 * Returns: what a column is, translated
 */
const char *
streek_role_get_label (StreekRole role)
{
  static const char *const labels[] = {
    NC_ ("column", "Not used"),
    NC_ ("column", "Area by code"),
    NC_ ("column", "Area by name"),
    NC_ ("column", "Area by NUTS code"),
    NC_ ("column", "Kind of area"),
    NC_ ("column", "Period"),
    NC_ ("column", "Quarter or month"),
    NC_ ("column", "Indicator"),
    NC_ ("column", "Value"),
    NC_ ("column", "Status"),
    NC_ ("column", "Breakdown"),
  };

  return g_dpgettext2 (NULL, "column", labels[role]);
}

static void
column_free (gpointer data)
{
  StreekMappingColumn *column = data;

  g_free (column->header);
  g_free (column->level);
  g_free (column->indicator);
  g_free (column->period);
  g_free (column->member);
  g_free (column->note);
  g_free (column->field);
  g_free (column);
}

static void
new_indicator_free (gpointer data)
{
  StreekNewIndicator *indicator = data;

  g_free (indicator->code);
  g_free (indicator->name);
  g_free (indicator->theme);
  g_free (indicator->unit);
  g_free (indicator->kind);
  g_free (indicator->time_kind);
  g_free (indicator->direction);
  g_free (indicator->definition);
  g_free (indicator);
}

/**
 * streek_mapping_new:
 *
 * Returns: (transfer full): a mapping that says nothing yet
 */
StreekMapping *
streek_mapping_new (void)
{
  StreekMapping *mapping = g_new0 (StreekMapping, 1);

  mapping->header_row = -1;
  mapping->n_header_rows = 1;
  mapping->columns = g_ptr_array_new_with_free_func (column_free);
  mapping->missing = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  mapping->areas = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  mapping->indicators = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  mapping->answers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  mapping->new_indicators = g_ptr_array_new_with_free_func (new_indicator_free);

  return mapping;
}

void
streek_mapping_free (StreekMapping *mapping)
{
  if (mapping == NULL)
    return;

  g_free (mapping->records);
  g_free (mapping->name);
  g_free (mapping->title);
  g_free (mapping->note);
  g_free (mapping->sheets);
  g_ptr_array_unref (mapping->columns);
  g_free (mapping->area);
  g_free (mapping->level);
  g_free (mapping->indicator);
  g_free (mapping->period);
  g_free (mapping->projection_from);
  g_hash_table_unref (mapping->missing);
  g_hash_table_unref (mapping->areas);
  g_hash_table_unref (mapping->indicators);
  g_hash_table_unref (mapping->answers);
  g_ptr_array_unref (mapping->new_indicators);
  g_free (mapping->unknown_kind);
  g_free (mapping->code_prefix);
  g_free (mapping->source);
  g_free (mapping->licence);
  g_free (mapping->extracted_on);
  g_free (mapping);
}

void
streek_mapping_set_text (char **place, const char *text)
{
  char *copy = g_strdup (text);

  g_free (*place);
  *place = copy;
}

/**
 * streek_mapping_add_column:
 *
 * Returns: (transfer none): the column at the end, to be filled in
 */
StreekMappingColumn *
streek_mapping_add_column (StreekMapping *mapping, const char *header, StreekRole role)
{
  g_return_val_if_fail (mapping != NULL && header != NULL, NULL);

  StreekMappingColumn *column = g_new0 (StreekMappingColumn, 1);

  column->header = g_strdup (header);
  column->role = role;
  g_ptr_array_add (mapping->columns, column);

  return column;
}

StreekMappingColumn *
streek_mapping_find_column (const StreekMapping *mapping, const char *header)
{
  for (guint i = 0; i < mapping->columns->len; i++)
    {
      StreekMappingColumn *column = mapping->columns->pdata[i];

      if (strcmp (column->header, header) == 0)
        return column;
    }

  return NULL;
}

gboolean
streek_mapping_has_role (const StreekMapping *mapping, StreekRole role)
{
  for (guint i = 0; i < mapping->columns->len; i++)
    if (((StreekMappingColumn *) mapping->columns->pdata[i])->role == role)
      return TRUE;

  return FALSE;
}

/**
 * streek_mapping_add_indicator:
 * @code: its code, which no indicator of the workspace should have
 *
 * Returns: (transfer none): a count of the first day of its period, to be filled in
 */
StreekNewIndicator *
streek_mapping_add_indicator (StreekMapping *mapping, const char *code)
{
  g_return_val_if_fail (mapping != NULL && code != NULL, NULL);

  StreekNewIndicator *indicator = g_new0 (StreekNewIndicator, 1);

  indicator->code = g_strdup (code);
  indicator->name = g_strdup (code);
  /* a theme of the catalogue, so data */
  indicator->theme = g_strdup ("Eigen indicatoren");
  indicator->unit = g_strdup ("aantal");
  indicator->kind = g_strdup ("count");
  indicator->time_kind = g_strdup ("stock_first_day");
  indicator->direction = g_strdup ("neutral");
  g_ptr_array_add (mapping->new_indicators, indicator);

  return indicator;
}

StreekNewIndicator *
streek_mapping_find_indicator (const StreekMapping *mapping, const char *code)
{
  for (guint i = 0; i < mapping->new_indicators->len; i++)
    {
      StreekNewIndicator *indicator = mapping->new_indicators->pdata[i];

      if (strcmp (indicator->code, code) == 0)
        return indicator;
    }

  return NULL;
}

/**
 * streek_mapping_take_indicator:
 * @other: one that a reading made, of a mapping of its own
 *
 * Returns: (transfer none): the indicator of that code in @mapping
 */
StreekNewIndicator *
streek_mapping_take_indicator (StreekMapping *mapping, const StreekNewIndicator *other)
{
  g_return_val_if_fail (mapping != NULL && other != NULL, NULL);

  StreekNewIndicator *indicator = streek_mapping_find_indicator (mapping, other->code);

  if (indicator != NULL)
    return indicator;

  indicator = streek_mapping_add_indicator (mapping, other->code);
  streek_mapping_set_text (&indicator->name, other->name);
  streek_mapping_set_text (&indicator->theme, other->theme);
  streek_mapping_set_text (&indicator->unit, other->unit);
  streek_mapping_set_text (&indicator->kind, other->kind);
  streek_mapping_set_text (&indicator->time_kind, other->time_kind);
  streek_mapping_set_text (&indicator->direction, other->direction);
  streek_mapping_set_text (&indicator->definition, other->definition);
  indicator->decimals = other->decimals;

  return indicator;
}

static void
add_text (JsonBuilder *builder, const char *key, const char *text)
{
  if (text == NULL || *text == '\0')
    return;

  json_builder_set_member_name (builder, key);
  json_builder_add_string_value (builder, text);
}

static int
compare_keys (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static void
add_words (JsonBuilder *builder, const char *key, GHashTable *words)
{
  guint n;

  if (g_hash_table_size (words) == 0)
    return;

  g_autofree gpointer *keys = g_hash_table_get_keys_as_array (words, &n);

  /* the same mapping gives the same bytes */
  qsort (keys, n, sizeof keys[0], compare_keys);
  json_builder_set_member_name (builder, key);
  json_builder_begin_object (builder);

  for (guint i = 0; i < n; i++)
    {
      json_builder_set_member_name (builder, keys[i]);
      json_builder_add_string_value (builder, g_hash_table_lookup (words, keys[i]));
    }

  json_builder_end_object (builder);
}

static void
add_columns (JsonBuilder *builder, const StreekMapping *mapping)
{
  json_builder_set_member_name (builder, "columns");
  json_builder_begin_array (builder);

  for (guint i = 0; i < mapping->columns->len; i++)
    {
      const StreekMappingColumn *column = mapping->columns->pdata[i];

      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "header");
      json_builder_add_string_value (builder, column->header);
      if (column->field == NULL)
        add_text (builder, "as", role_ids[column->role]);
      add_text (builder, "level", column->level);
      add_text (builder, "indicator", column->indicator);
      add_text (builder, "period", column->period);
      if (column->role == STREEK_ROLE_BREAKDOWN)
        add_text (builder, "use", use_ids[column->use]);
      add_text (builder, "member", column->member);
      if (column->is_part)
        add_text (builder, "values", values_ids[1]);
      add_text (builder, "note", column->note);
      add_text (builder, "field", column->field);
      if (column->marks != STREEK_MARKS_UNDECIDED)
        add_text (builder, "decimals", marks_ids[column->marks]);
      json_builder_end_object (builder);
    }

  json_builder_end_array (builder);
}

static void
add_new_indicators (JsonBuilder *builder, const StreekMapping *mapping)
{
  if (mapping->new_indicators->len == 0)
    return;

  json_builder_set_member_name (builder, "new-indicators");
  json_builder_begin_array (builder);

  for (guint i = 0; i < mapping->new_indicators->len; i++)
    {
      const StreekNewIndicator *indicator = mapping->new_indicators->pdata[i];

      json_builder_begin_object (builder);
      add_text (builder, "code", indicator->code);
      add_text (builder, "name", indicator->name);
      add_text (builder, "theme", indicator->theme);
      add_text (builder, "unit", indicator->unit);
      add_text (builder, "kind", indicator->kind);
      add_text (builder, "time-kind", indicator->time_kind);
      add_text (builder, "direction", indicator->direction);
      add_text (builder, "definition", indicator->definition);
      json_builder_set_member_name (builder, "decimals");
      json_builder_add_int_value (builder, indicator->decimals);
      json_builder_end_object (builder);
    }

  json_builder_end_array (builder);
}

/**
 * streek_mapping_to_json:
 *
 * Returns: (transfer full): the text of a profile; the same mapping gives the same text
 */
char *
streek_mapping_to_json (const StreekMapping *mapping)
{
  g_return_val_if_fail (mapping != NULL, NULL);

  g_autoptr (JsonBuilder) builder = json_builder_new ();
  char split[] = { mapping->split, '\0' };

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, FORMAT_KEY);
  json_builder_add_int_value (builder, FORMAT_VERSION);
  add_text (builder, "records", mapping->records);
  add_text (builder, "name", mapping->name);
  add_text (builder, "title", mapping->title);
  add_text (builder, "note", mapping->note);
  add_text (builder, "source", mapping->source);
  add_text (builder, "licence", mapping->licence);
  add_text (builder, "extracted-on", mapping->extracted_on);
  add_text (builder, "sheets", mapping->sheets);
  add_text (builder, "split", split);
  if (mapping->header_row >= 0)
    {
      json_builder_set_member_name (builder, "header-row");
      json_builder_add_int_value (builder, mapping->header_row + 1);
    }
  json_builder_set_member_name (builder, "header-rows");
  json_builder_add_int_value (builder, mapping->n_header_rows);
  add_text (builder, "refuse", refusal_ids[mapping->refusal]);
  add_text (builder, "area", mapping->area);
  add_text (builder, "level", mapping->level);
  add_text (builder, "indicator", mapping->indicator);
  add_text (builder, "period", mapping->period);
  if (mapping->period_from != STREEK_PERIOD_FROM_COLUMNS)
    add_text (builder, "period-from", from_ids[mapping->period_from]);
  add_text (builder, "projection-from", mapping->projection_from);
  if (mapping->ignore_foreign)
    add_text (builder, "foreign", "ignore");
  add_text (builder, "unknown-indicators", mapping->unknown_kind);
  add_text (builder, "code-prefix", mapping->code_prefix);
  if (mapping->keeps_codes)
    add_text (builder, "codes", "keep");
  if (mapping->empties_fields)
    add_text (builder, "empty-cells", "empty");
  add_columns (builder, mapping);
  add_words (builder, "missing", mapping->missing);
  add_words (builder, "areas", mapping->areas);
  add_words (builder, "indicators", mapping->indicators);
  add_words (builder, "answers", mapping->answers);
  add_new_indicators (builder, mapping);
  json_builder_end_object (builder);

  g_autoptr (JsonNode) root = json_builder_get_root (builder);
  g_autofree char *text = json_to_string (root, TRUE);

  return g_strconcat (text, "\n", NULL);
}

static gboolean
refuse (GError **error, const char *what)
{
  g_set_error (error, STREEK_IMPORT_ERROR, STREEK_IMPORT_ERROR_PROFILE,
               /* Translators: %s is a word of the file, such as "columns". */
               _ ("This is no profile of Streekatlas: “%s” cannot be read."), what);

  return FALSE;
}

/* FALSE where it is there and no text. */
static gboolean
read_text (JsonObject *object, const char *key, char **text, GError **error)
{
  JsonNode *node = json_object_get_member (object, key);

  if (node == NULL)
    return TRUE;
  if (json_node_get_value_type (node) != G_TYPE_STRING)
    return refuse (error, key);

  streek_mapping_set_text (text, json_node_get_string (node));

  return TRUE;
}

static gboolean
read_number (JsonObject *object, const char *key, int least, int most, int *number, GError **error)
{
  JsonNode *node = json_object_get_member (object, key);

  if (node == NULL)
    return TRUE;
  if (json_node_get_value_type (node) != G_TYPE_INT64 || json_node_get_int (node) < least ||
      json_node_get_int (node) > most)
    return refuse (error, key);

  *number = (int) json_node_get_int (node);

  return TRUE;
}

static gboolean
read_choice (
  JsonObject *object, const char *key, const char *const *ids, gsize n, int *choice, GError **error)
{
  g_autofree char *text = NULL;

  if (!read_text (object, key, &text, error))
    return FALSE;
  if (text == NULL)
    return TRUE;

  *choice = find_id (ids, n, text);

  return *choice >= 0 || refuse (error, key);
}

static gboolean
read_words (JsonObject *object, const char *key, GHashTable *words, GError **error)
{
  JsonNode *node = json_object_get_member (object, key);
  JsonObjectIter iter;
  const char *name;
  JsonNode *value;

  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return refuse (error, key);

  json_object_iter_init (&iter, json_node_get_object (node));

  while (json_object_iter_next (&iter, &name, &value))
    {
      if (json_node_get_value_type (value) != G_TYPE_STRING)
        return refuse (error, key);

      g_hash_table_insert (words, g_strdup (name), g_strdup (json_node_get_string (value)));
    }

  return TRUE;
}

static gboolean
read_column (StreekMapping *mapping, JsonNode *node, GError **error)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  int role = STREEK_ROLE_IGNORED;
  int use = STREEK_BREAKDOWN_SUM;
  int marks = STREEK_MARKS_UNDECIDED;
  int values = 0;
  g_autofree char *header = NULL;

  if (object == NULL || !read_text (object, "header", &header, error))
    return object != NULL || refuse (error, "columns");
  if (header == NULL)
    return refuse (error, "header");

  StreekMappingColumn *column = streek_mapping_add_column (mapping, header, STREEK_ROLE_IGNORED);

  if (!read_choice (object, "as", role_ids, G_N_ELEMENTS (role_ids), &role, error) ||
      !read_choice (object, "use", use_ids, G_N_ELEMENTS (use_ids), &use, error) ||
      !read_choice (object, "decimals", marks_ids, G_N_ELEMENTS (marks_ids), &marks, error) ||
      !read_choice (object, "values", values_ids, G_N_ELEMENTS (values_ids), &values, error) ||
      !read_text (object, "level", &column->level, error) ||
      !read_text (object, "indicator", &column->indicator, error) ||
      !read_text (object, "period", &column->period, error) ||
      !read_text (object, "member", &column->member, error) ||
      !read_text (object, "note", &column->note, error) ||
      !read_text (object, "field", &column->field, error))
    return FALSE;

  column->role = (StreekRole) role;
  column->use = (StreekBreakdownUse) use;
  column->marks = (StreekMarks) marks;
  column->is_part = values != 0;

  return column->use != STREEK_BREAKDOWN_FILTER || column->member != NULL ||
         refuse (error, "member");
}

static gboolean
read_new_indicator (StreekMapping *mapping, JsonNode *node, GError **error)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  g_autofree char *code = NULL;

  if (object == NULL)
    return refuse (error, "new-indicators");
  if (!read_text (object, "code", &code, error))
    return FALSE;
  if (code == NULL)
    return refuse (error, "code");

  StreekNewIndicator *indicator = streek_mapping_add_indicator (mapping, code);

  return read_text (object, "name", &indicator->name, error) &&
         read_text (object, "theme", &indicator->theme, error) &&
         read_text (object, "unit", &indicator->unit, error) &&
         read_text (object, "kind", &indicator->kind, error) &&
         read_text (object, "time-kind", &indicator->time_kind, error) &&
         read_text (object, "direction", &indicator->direction, error) &&
         read_text (object, "definition", &indicator->definition, error) &&
         read_number (object, "decimals", 0, 15, &indicator->decimals, error);
}

typedef gboolean (*ReadElementFunc) (StreekMapping *mapping, JsonNode *node, GError **error);

static gboolean
read_array (
  StreekMapping *mapping, JsonObject *object, const char *key, ReadElementFunc func, GError **error)
{
  JsonNode *node = json_object_get_member (object, key);

  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_ARRAY (node))
    return refuse (error, key);

  JsonArray *array = json_node_get_array (node);

  if (json_array_get_length (array) > MAX_COLUMNS)
    return refuse (error, key);

  for (guint i = 0; i < json_array_get_length (array); i++)
    if (!func (mapping, json_array_get_element (array, i), error))
      return FALSE;

  return TRUE;
}

static gboolean
read_texts (StreekMapping *mapping, JsonObject *object, GError **error)
{
  const struct
  {
    const char *key;
    char **text;
  } texts[] = {
    { "records", &mapping->records },
    { "name", &mapping->name },
    { "title", &mapping->title },
    { "note", &mapping->note },
    { "source", &mapping->source },
    { "licence", &mapping->licence },
    { "extracted-on", &mapping->extracted_on },
    { "sheets", &mapping->sheets },
    { "area", &mapping->area },
    { "level", &mapping->level },
    { "indicator", &mapping->indicator },
    { "period", &mapping->period },
    { "projection-from", &mapping->projection_from },
    { "unknown-indicators", &mapping->unknown_kind },
    { "code-prefix", &mapping->code_prefix },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    if (!read_text (object, texts[i].key, texts[i].text, error))
      return FALSE;

  return TRUE;
}

static gboolean
read_mapping (StreekMapping *mapping, JsonObject *object, GError **error)
{
  g_autofree char *split = NULL;
  g_autofree char *foreign = NULL;
  g_autofree char *codes = NULL;
  g_autofree char *empty_cells = NULL;
  int header_row = 0;
  int refusal = STREEK_REFUSAL_NONE;
  int period_from = STREEK_PERIOD_FROM_COLUMNS;
  int version = 0;

  if (!read_number (object, FORMAT_KEY, 1, FORMAT_VERSION, &version, error))
    return FALSE;
  if (version == 0)
    return refuse (error, FORMAT_KEY);

  if (!read_texts (mapping, object, error) || !read_text (object, "split", &split, error) ||
      !read_text (object, "foreign", &foreign, error) ||
      !read_text (object, "codes", &codes, error) ||
      !read_text (object, "empty-cells", &empty_cells, error) ||
      !read_number (object, "header-row", 1, 10000, &header_row, error) ||
      !read_number (object, "header-rows", 0, 3, &mapping->n_header_rows, error) ||
      !read_choice (object, "refuse", refusal_ids, G_N_ELEMENTS (refusal_ids), &refusal, error) ||
      !read_choice (object, "period-from", from_ids, G_N_ELEMENTS (from_ids), &period_from,
                    error) ||
      !read_array (mapping, object, "columns", read_column, error) ||
      !read_array (mapping, object, "new-indicators", read_new_indicator, error) ||
      !read_words (object, "missing", mapping->missing, error) ||
      !read_words (object, "areas", mapping->areas, error) ||
      !read_words (object, "indicators", mapping->indicators, error) ||
      !read_words (object, "answers", mapping->answers, error))
    return FALSE;

  if (split != NULL && (strlen (split) != 1 || !g_ascii_ispunct (*split)))
    return refuse (error, "split");

  if (mapping->unknown_kind != NULL && strcmp (mapping->unknown_kind, "count") != 0 &&
      strcmp (mapping->unknown_kind, "other") != 0)
    return refuse (error, "unknown-indicators");

  mapping->split = split != NULL ? *split : 0;
  mapping->header_row = header_row - 1;
  mapping->refusal = (StreekRefusal) refusal;
  mapping->period_from = (StreekPeriodFrom) period_from;
  mapping->ignore_foreign = g_strcmp0 (foreign, "ignore") == 0;
  mapping->keeps_codes = g_strcmp0 (codes, "keep") == 0;
  mapping->empties_fields = g_strcmp0 (empty_cells, "empty") == 0;

  return TRUE;
}

/**
 * streek_mapping_from_json:
 * @json: the text of a profile
 * @length: its bytes, -1 where it ends with a NUL byte
 * @error: return location for %STREEK_IMPORT_ERROR_PROFILE
 *
 * Returns: (transfer full): the mapping, or %NULL with @error set
 */
StreekMapping *
streek_mapping_from_json (const char *json, gssize length, GError **error)
{
  g_return_val_if_fail (json != NULL, NULL);

  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (StreekMapping) mapping = streek_mapping_new ();
  gsize size = length >= 0 ? (gsize) length : strlen (json);

  if (size > MAX_JSON || !g_utf8_validate (json, (gssize) size, NULL) ||
      !streek_brackets_are_shallow (json, size, MAX_DEPTH) ||
      !json_parser_load_from_data (parser, json, (gssize) size, NULL) ||
      json_parser_get_root (parser) == NULL ||
      !JSON_NODE_HOLDS_OBJECT (json_parser_get_root (parser)))
    {
      refuse (error, FORMAT_KEY);
      return NULL;
    }

  JsonObject *object = json_node_get_object (json_parser_get_root (parser));

  if (!read_mapping (mapping, object, error))
    return NULL;

  return g_steal_pointer (&mapping);
}

/**
 * streek_mapping_copy:
 *
 * Returns: (transfer full): one that says the same
 */
StreekMapping *
streek_mapping_copy (const StreekMapping *mapping)
{
  g_autofree char *json = streek_mapping_to_json (mapping);

  return streek_mapping_from_json (json, -1, NULL);
}
