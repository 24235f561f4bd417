/* streek-bestat.c: JSON as be.STAT exports it: its facts become records under a header */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "exchange/streek-bestat.h"
#include "exchange/streek-source-kept.h"
#include "base/streek-number.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

/* The parser holds a tree of some twenty times the text; an export of be.STAT has a few MB. */
#define MAX_SIZE (16 * 1024 * 1024)
/* be.STAT uses three; the parser would go as deep as it is asked to, until the stack ends. */
#define MAX_DEPTH 32
#define FACT_DEPTH 3
#define MAX_COLUMNS 256

typedef struct
{
  guint64 line;
  guint depth;
  GArray *fact_lines; /* (element-type guint64): where an object opens that may be a fact */
} Outline;

static gboolean
set_error (GError **error, int code, const char *words)
{
  g_set_error_literal (error, STREEK_SOURCE_ERROR, code, words);
  return FALSE;
}

/* The byte after the quote that closes the text which opens at @at, or NULL. */
static const char *
skip_quoted (const char *at, const char *end)
{
  for (at++; at < end && *at != '"'; at++)
    if (*at == '\\')
      at++;

  return at < end ? at + 1 : NULL;
}

/* Walks over the brackets: their depth is bounded and all are closed, before the parser sees it. */
static gboolean
outline (const char *text, gsize length, Outline *found, GError **error)
{
  const char *end = text + length;

  found->line = 1;

  while (text < end)
    switch (*text)
      {
      case '"':
        text = skip_quoted (text, end);
        if (text == NULL)
          return set_error (error, STREEK_SOURCE_ERROR_CUT_OFF,
                            _ ("The file ends in the middle of a text: it was cut off."));
        break;
      case '{':
      case '[':
        if (++found->depth > MAX_DEPTH)
          return set_error (error, STREEK_SOURCE_ERROR_TOO_LARGE,
                            _ ("This JSON is nested too deeply to be a table."));
        if (*text++ == '{' && found->depth == FACT_DEPTH)
          g_array_append_val (found->fact_lines, found->line);
        break;
      case '}':
      case ']':
        found->depth -= found->depth > 0;
        text++;
        break;
      case '\'':
      case '/':
        /* the parser reads texts between single quotes and comments, in which brackets could hide
         */
        g_set_error (error, STREEK_SOURCE_ERROR, STREEK_SOURCE_ERROR_DAMAGED,
                     /* Translators: %s is what the reader of JSON says, in English. */
                     _ ("This is no sound JSON: %s"), "quotation mark or comment");
        return FALSE;
      default:
        found->line += *text++ == '\n';
        break;
      }

  return found->depth == 0 ||
         set_error (error, STREEK_SOURCE_ERROR_CUT_OFF,
                    _ ("The file ends before its last bracket: it was cut off."));
}

static void
add_value (StreekKept *kept, JsonNode *node)
{
  g_autofree char *number = NULL;

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node))
    {
      streek_kept_add_field (kept, "", 0, STREEK_FIELD_NONE);
      return;
    }

  switch (json_node_get_value_type (node))
    {
    case G_TYPE_STRING:
      streek_kept_add_field (kept, json_node_get_string (node),
                             strlen (json_node_get_string (node)), STREEK_FIELD_QUOTED);
      return;
    case G_TYPE_BOOLEAN:
      number = g_strdup (json_node_get_boolean (node) ? "1" : "0");
      break;
    case G_TYPE_INT64:
      number = g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node));
      break;
    default:
      number = streek_number_to_string (json_node_get_double (node));
      break;
    }

  streek_kept_add_field (kept, number, strlen (number), STREEK_FIELD_NUMBER);
}

/* Every name that a fact gives a value, in the order in which they first appear. */
static GPtrArray *
list_columns (JsonArray *facts, GError **error)
{
  g_autoptr (GPtrArray) columns = g_ptr_array_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < json_array_get_length (facts); i++)
    {
      JsonNode *node = json_array_get_element (facts, i);
      JsonObjectIter iter;
      const char *name;

      if (!JSON_NODE_HOLDS_OBJECT (node))
        {
          set_error (error, STREEK_SOURCE_ERROR_FORMAT,
                     _ ("This is JSON, but not as be.STAT exports it: one of its facts is no list "
                        "of names and values."));
          return NULL;
        }

      json_object_iter_init_ordered (&iter, json_node_get_object (node));
      while (json_object_iter_next_ordered (&iter, &name, NULL))
        if (g_hash_table_add (seen, (gpointer) name))
          g_ptr_array_add (columns, (gpointer) name);

      if (columns->len > MAX_COLUMNS)
        {
          set_error (error, STREEK_SOURCE_ERROR_TOO_LARGE,
                     _ ("The facts of this file have too many different names to be a table."));
          return NULL;
        }
    }

  return g_steal_pointer (&columns);
}

static StreekKept *
keep_facts (JsonArray *facts, const GArray *lines, GError **error)
{
  g_autoptr (GPtrArray) columns = list_columns (facts, error);
  guint n_facts = json_array_get_length (facts);

  if (columns == NULL)
    return NULL;

  g_autoptr (StreekKept) kept = streek_kept_new ();

  streek_kept_begin_record (kept, 1);
  for (guint c = 0; c < columns->len; c++)
    streek_kept_add_field (kept, columns->pdata[c], strlen (columns->pdata[c]),
                           STREEK_FIELD_QUOTED);

  for (guint i = 0; i < n_facts; i++)
    {
      JsonObject *fact = json_array_get_object_element (facts, i);

      /* other lists of objects beside the facts would have moved the lines */
      streek_kept_begin_record (kept,
                                lines->len == n_facts ? g_array_index (lines, guint64, i) : i + 2);
      for (guint c = 0; c < columns->len; c++)
        add_value (kept, json_object_get_member (fact, columns->pdata[c]));
    }

  return g_steal_pointer (&kept);
}

static JsonArray *
find_facts (JsonParser *parser, GError **error)
{
  JsonNode *root = json_parser_get_root (parser);
  JsonObject *object =
    root != NULL && JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root) : NULL;
  JsonNode *facts = object != NULL ? json_object_get_member (object, "facts") : NULL;

  if (facts != NULL && JSON_NODE_HOLDS_ARRAY (facts) &&
      json_array_get_length (json_node_get_array (facts)) > 0)
    return json_node_get_array (facts);

  if (facts != NULL)
    set_error (error, STREEK_SOURCE_ERROR_EMPTY, _ ("There are no facts in this file."));
  else if (object != NULL &&
           (json_object_has_member (object, "features") ||
            g_strcmp0 (json_object_get_string_member_with_default (object, "type", NULL),
                       "Topology") == 0))
    streek_source_refuse_areas (
      json_object_has_member (object, "features") ? "GeoJSON" : "TopoJSON", error);
  else
    set_error (error, STREEK_SOURCE_ERROR_FORMAT,
               _ ("This is JSON, but not as be.STAT exports it. Look for the same table as CSV or "
                  "XLSX."));
  return NULL;
}

static char *
read_all (const StreekInput *input, GError **error)
{
  if (input->size > MAX_SIZE)
    {
      set_error (error, STREEK_SOURCE_ERROR_TOO_LARGE,
                 _ ("JSON of more than 16 MB cannot be taken in. Export it as CSV."));
      return NULL;
    }

  g_autofree char *text = g_malloc0 (input->size + 1);
  gssize n_read = streek_input_read (input, 0, text, input->size, error);

  if (n_read < 0 || !streek_input_check_unchanged (input, error))
    return NULL;

  return g_steal_pointer (&text);
}

static StreekKept *
read_facts (const StreekInput *input, GError **error)
{
  g_autofree char *text = read_all (input, error);

  if (text == NULL)
    return NULL;

  gsize length = input->size;
  gsize bom_length = g_str_has_prefix (text, "\xef\xbb\xbf") ? 3 : 0;
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (guint64));
  Outline found = { .fact_lines = lines };

  if (!g_utf8_validate_len (text, length, NULL))
    {
      set_error (error, STREEK_SOURCE_ERROR_DAMAGED,
                 _ ("JSON is always UTF-8, and this is not: the file is damaged."));
      return NULL;
    }

  if (!outline (text + bom_length, length - bom_length, &found, error))
    return NULL;

  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) own_error = NULL;

  if (!json_parser_load_from_data (parser, text + bom_length, (gssize) (length - bom_length),
                                   &own_error))
    {
      /* Translators: %s is what the reader of JSON says, in English. */
      g_set_error (error, STREEK_SOURCE_ERROR, STREEK_SOURCE_ERROR_DAMAGED,
                   _ ("This is no sound JSON: %s"), own_error->message);
      return NULL;
    }

  JsonArray *facts = find_facts (parser, error);

  return facts != NULL ? keep_facts (facts, lines, error) : NULL;
}

static StreekSourceReader *
begin_bestat (StreekSource *source, guint sheet, GCancellable *cancellable, GError **error)
{
  StreekKept *kept = read_facts (source->input, error);

  return kept != NULL ? streek_kept_reader_new (kept) : NULL;
}

/* Whether text, without the blanks before it, opens as JSON does and a header of CSV does not. */
gboolean
streek_bestat_looks_like_json (const char *text)
{
  char opening = *text;

  if (opening != '{' && opening != '[')
    return FALSE;

  for (text++; g_ascii_isspace (*text); text++)
    ;

  return opening == '{' ? *text == '"' || *text == '}'
                        : *text == '{' || *text == '[' || *text == '"';
}

/**
 * streek_bestat_recognise:
 * @source: (inout): a source whose text looks like JSON
 * @error: return location for a #StreekSourceError
 *
 * The facts of an export of be.STAT are a list of objects with the same names; a header record
 * holds these, the others the values: text as text, numbers as such, null as an empty cell. The
 * line is that of the file, the header's 1.
 *
 * Returns: %FALSE where it is other JSON, is cut off, or is beyond bounds
 */
gboolean
streek_bestat_recognise (StreekSource *source, GError **error)
{
  g_autoptr (StreekKept) kept = read_facts (source->input, error);

  if (kept == NULL)
    return FALSE;

  source->format = STREEK_SOURCE_BESTAT;
  source->encoding = g_strdup ("UTF-8");
  source->begin = begin_bestat;
  streek_source_add_sheet (source, source->name, FALSE);

  return TRUE;
}
