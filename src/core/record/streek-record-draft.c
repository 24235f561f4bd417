/* streek-record-draft.c: what somebody typed in the form of a record and did not save */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "record/streek-record-draft.h"

#include "base/streek-clock.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

static void
clear_field (gpointer data)
{
  StreekRecordDraftField *field = data;

  g_free (field->text);
  g_free (field->before);
}

static StreekRecordDraft *
new_draft (const StreekRecordKind *kind)
{
  StreekRecordDraft *draft = g_new0 (StreekRecordDraft, 1);

  draft->kind = kind;
  draft->fields = g_array_new (FALSE, FALSE, sizeof (StreekRecordDraftField));
  g_array_set_clear_func (draft->fields, clear_field);

  return draft;
}

/* As a person reads it: the account where nobody gave it a name. */
static const char *
get_name (void)
{
  const char *name = g_get_real_name ();

  return name != NULL && *name != '\0' && !g_str_equal (name, "Unknown") ? name
                                                                         : g_get_user_name ();
}

StreekRecordDraft *
streek_record_draft_new (const StreekRecordKind *kind, gint64 record, const char *title)
{
  g_return_val_if_fail (kind != NULL, NULL);

  StreekRecordDraft *draft = new_draft (kind);
  g_autoptr (GDateTime) now = streek_clock_now ();

  draft->id = streek_store_random_id ();
  draft->record = record;
  draft->title = g_strdup (title != NULL ? title : "");
  draft->person = g_strdup (g_get_user_name ());
  draft->name = g_strdup (get_name ());
  draft->written_at =
    g_date_time_to_unix (now) * G_USEC_PER_SEC + g_date_time_get_microsecond (now);

  return draft;
}

StreekRecordDraft *
streek_record_draft_copy (const StreekRecordDraft *draft)
{
  g_return_val_if_fail (draft != NULL, NULL);

  StreekRecordDraft *copy = new_draft (draft->kind);

  copy->id = draft->id;
  copy->record = draft->record;
  copy->title = g_strdup (draft->title);
  copy->person = g_strdup (draft->person);
  copy->name = g_strdup (draft->name);
  copy->written_at = draft->written_at;
  copy->is_left = draft->is_left;

  for (guint i = 0; i < draft->fields->len; i++)
    {
      const StreekRecordDraftField *field =
        &g_array_index (draft->fields, StreekRecordDraftField, i);

      streek_record_draft_add (copy, field->field, field->text, field->before);
    }

  return copy;
}

void
streek_record_draft_free (StreekRecordDraft *draft)
{
  if (draft == NULL)
    return;

  g_array_unref (draft->fields);
  g_free (draft->title);
  g_free (draft->person);
  g_free (draft->name);
  g_free (draft);
}

void
streek_record_draft_add (StreekRecordDraft *draft,
                         guint field,
                         const char *text,
                         const char *before)
{
  g_return_if_fail (draft != NULL && field < draft->kind->n_fields && text != NULL);

  StreekRecordDraftField kept = { field, g_strdup (text), g_strdup (before) };

  g_array_append_val (draft->fields, kept);
}

gboolean
streek_record_draft_is_mine (const StreekRecordDraft *draft)
{
  return g_strcmp0 (draft->person, g_get_user_name ()) == 0;
}

gint64
streek_record_draft_get_owner (const StreekRecordDraft *draft)
{
  for (guint i = 0; draft->record == 0 && i < draft->fields->len; i++)
    {
      const StreekRecordDraftField *field =
        &g_array_index (draft->fields, StreekRecordDraftField, i);

      if (field->before == NULL && (draft->kind->fields[field->field].flags & STREEK_RECORD_OWNER))
        return g_ascii_strtoll (field->text, NULL, 10);
    }

  return 0;
}

gboolean
streek_record_draft_field_has_changed (const StreekRecordDraftField *field,
                                       const StreekRecord *record)
{
  g_autofree char *now =
    record != NULL ? streek_record_dup_raw (record, field->field) : g_strdup ("");

  return field->before != NULL && g_strcmp0 (now, field->before) != 0;
}

/* Whether what a new record was made part of is still there. */
static gboolean
has_place (const StreekRecordDraft *draft, const StreekRecords *records)
{
  for (guint i = 0; i < draft->fields->len; i++)
    {
      const StreekRecordDraftField *field =
        &g_array_index (draft->fields, StreekRecordDraftField, i);
      const StreekRecordField *definition = &draft->kind->fields[field->field];

      if (field->before == NULL && definition->type == STREEK_RECORD_REFERENCE &&
          streek_records_find (records, definition->target,
                               g_ascii_strtoll (field->text, NULL, 10)) == NULL)
        return FALSE;
    }

  return TRUE;
}

StreekRecordDraftState
streek_record_draft_compare (const StreekRecordDraft *draft, const StreekRecords *records)
{
  g_return_val_if_fail (draft != NULL && records != NULL, STREEK_RECORD_DRAFT_GONE);

  if (draft->record == 0)
    return has_place (draft, records) ? STREEK_RECORD_DRAFT_FITS : STREEK_RECORD_DRAFT_GONE;

  const StreekRecord *record = streek_records_find (records, draft->kind, draft->record);

  if (record == NULL)
    return STREEK_RECORD_DRAFT_GONE;

  for (guint i = 0; i < draft->fields->len; i++)
    if (streek_record_draft_field_has_changed (
          &g_array_index (draft->fields, StreekRecordDraftField, i), record))
      return STREEK_RECORD_DRAFT_CHANGED;

  return STREEK_RECORD_DRAFT_FITS;
}

char *
streek_record_draft_dup_typed (const StreekRecordDraft *draft)
{
  g_return_val_if_fail (draft != NULL, NULL);

  GString *typed = g_string_new (NULL);

  for (guint i = 0; i < draft->fields->len; i++)
    {
      const StreekRecordDraftField *field =
        &g_array_index (draft->fields, StreekRecordDraftField, i);

      if (field->before != NULL)
        /* Translators: %1$s is a field of a form, %2$s what somebody typed there. */
        g_string_append_printf (typed, _ ("%1$s: %2$s\n"),
                                streek_record_field_get_label (&draft->kind->fields[field->field]),
                                field->text);
    }

  return g_string_free (typed, FALSE);
}

/* In the file: a row of the table of drafts, whose key begins with what it is a draft of */

#define PREFIX "record:"

static char *
make_key (gint64 id)
{
  return g_strdup_printf (PREFIX "%" G_GINT64_FORMAT, id);
}

static void
add_text (JsonBuilder *builder, const char *name, const char *text)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, text);
}

static void
add_fields (JsonBuilder *builder, const StreekRecordDraft *draft)
{
  json_builder_set_member_name (builder, "fields");
  json_builder_begin_array (builder);

  for (guint i = 0; i < draft->fields->len; i++)
    {
      const StreekRecordDraftField *field =
        &g_array_index (draft->fields, StreekRecordDraftField, i);

      json_builder_begin_object (builder);
      add_text (builder, "field", draft->kind->fields[field->field].id);
      add_text (builder, "text", field->text);
      if (field->before != NULL)
        add_text (builder, "before", field->before);
      json_builder_end_object (builder);
    }

  json_builder_end_array (builder);
}

/* Ids have 63 bits: texts, as in every JSON of the house. */
static char *
make_json (const StreekRecordDraft *draft)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autofree char *record = g_strdup_printf ("%" G_GINT64_FORMAT, draft->record);

  json_builder_begin_object (builder);
  add_text (builder, "kind", draft->kind->id);
  add_text (builder, "record", record);
  add_text (builder, "title", draft->title);
  add_text (builder, "person", draft->person);
  add_text (builder, "name", draft->name);
  json_builder_set_member_name (builder, "left");
  json_builder_add_boolean_value (builder, draft->is_left);
  add_fields (builder, draft);
  json_builder_end_object (builder);

  g_autoptr (JsonNode) root = json_builder_get_root (builder);

  return json_to_string (root, FALSE);
}

/* (nullable) */
static const char *
get_string (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && json_node_get_value_type (node) == G_TYPE_STRING
           ? json_node_get_string (node)
           : NULL;
}

static char *
dup_string (JsonObject *object, const char *name)
{
  const char *text = get_string (object, name);

  return g_strdup (text != NULL ? text : "");
}

static gboolean
get_flag (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && json_node_get_value_type (node) == G_TYPE_BOOLEAN &&
         json_node_get_boolean (node);
}

/* A field that the kind does not have, as one of a later version, is left out. */
static void
read_field (StreekRecordDraft *draft, JsonNode *node)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  const char *id = object != NULL ? get_string (object, "field") : NULL;
  const char *text = object != NULL ? get_string (object, "text") : NULL;
  int field = id != NULL ? streek_record_kind_find_field (draft->kind, id) : -1;

  if (field >= 0 && text != NULL)
    streek_record_draft_add (draft, (guint) field, text, get_string (object, "before"));
}

static void
read_fields (StreekRecordDraft *draft, JsonObject *object)
{
  JsonNode *node = json_object_get_member (object, "fields");
  JsonArray *array =
    node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    read_field (draft, json_array_get_element (array, i));
}

/* (nullable): what cannot be read is no draft */
static StreekRecordDraft *
read_json (const char *json)
{
  g_autofree char *valid = g_utf8_make_valid (json, -1);
  g_autoptr (JsonNode) root = json_from_string (valid, NULL);
  JsonObject *object =
    root != NULL && JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root) : NULL;
  const char *kind_id = object != NULL ? get_string (object, "kind") : NULL;
  const StreekRecordKind *kind = kind_id != NULL ? streek_record_kinds_find (kind_id) : NULL;

  if (kind == NULL)
    return NULL;

  g_autoptr (StreekRecordDraft) draft = new_draft (kind);
  const char *record = get_string (object, "record");

  draft->record = record != NULL ? g_ascii_strtoll (record, NULL, 10) : 0;
  draft->title = dup_string (object, "title");
  draft->person = dup_string (object, "person");
  draft->name = dup_string (object, "name");
  draft->is_left = get_flag (object, "left");
  read_fields (draft, object);

  return draft->fields->len > 0 ? g_steal_pointer (&draft) : NULL;
}

/* (nullable) */
static StreekRecordDraft *
read_row (sqlite3_stmt *stmt)
{
  gint64 id = g_ascii_strtoll (streek_db_peek_text (stmt, 0) + strlen (PREFIX), NULL, 10);
  StreekRecordDraft *draft = id > 0 ? read_json (streek_db_peek_text (stmt, 1)) : NULL;

  if (draft != NULL)
    {
      draft->id = id;
      draft->written_at = sqlite3_column_int64 (stmt, 2);
    }

  return draft;
}

/**
 * streek_record_drafts_list:
 * @error: return location for a #StreekStoreError
 *
 * A draft of a kind that this program does not know, or whose content cannot be read, stays in the
 * file and out of the list.
 *
 * Returns: (transfer full) (element-type StreekRecordDraft): the newest first
 */
GPtrArray *
streek_record_drafts_list (StreekDb *db, GError **error)
{
  static const char sql[] = "SELECT key, value, changed_at FROM draft WHERE key GLOB '" PREFIX "*'"
                            " ORDER BY changed_at DESC, key";
  g_autoptr (sqlite3_stmt) stmt = streek_db_prepare (db, sql, error);

  if (stmt == NULL)
    return NULL;

  g_autoptr (GPtrArray) drafts =
    g_ptr_array_new_with_free_func ((GDestroyNotify) streek_record_draft_free);
  StreekStep step;

  while ((step = streek_db_step (stmt, error)) == STREEK_STEP_ROW)
    {
      StreekRecordDraft *draft = read_row (stmt);

      if (draft != NULL)
        g_ptr_array_add (drafts, draft);
    }

  return step == STREEK_STEP_DONE ? g_steal_pointer (&drafts) : NULL;
}

gboolean
streek_record_draft_write (const StreekRecordDraft *draft, StreekDb *db, GError **error)
{
  static const char sql[] =
    "INSERT OR REPLACE INTO draft (key, value, changed_at) VALUES (?1, ?2, ?3)";

  g_return_val_if_fail (draft != NULL && db != NULL, FALSE);

  g_autoptr (sqlite3_stmt) stmt = streek_db_prepare (db, sql, error);
  g_autofree char *key = make_key (draft->id);
  g_autofree char *json = make_json (draft);

  if (stmt == NULL)
    return FALSE;

  streek_db_bind_text (stmt, 1, key);
  streek_db_bind_text (stmt, 2, json);
  sqlite3_bind_int64 (stmt, 3, draft->written_at);

  return streek_db_finish (stmt, error);
}

gboolean
streek_record_draft_delete (StreekDb *db, gint64 id, GError **error)
{
  static const char sql[] = "DELETE FROM draft WHERE key = ?1";
  g_autoptr (sqlite3_stmt) stmt = streek_db_prepare (db, sql, error);
  g_autofree char *key = make_key (id);

  if (stmt == NULL)
    return FALSE;

  streek_db_bind_text (stmt, 1, key);

  return streek_db_finish (stmt, error);
}
