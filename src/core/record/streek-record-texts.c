/* streek-record-texts.c: what records are found by: their titles, their texts, those of their parts
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "record/streek-record-texts.h"

#include "record/streek-records.h"
#include "record/streek-saved-list.h"
#include "search/streek-search.h"

/* A ring in a tree is somebody's mistake, and no reason to stay in it. */
#define MAX_LEVELS 64

/* What has commands of its own is opened by itself; what has none is found through what it is part
 * of. A saved list says nothing of the region. */
static gboolean
is_opened_by_itself (const StreekRecordKind *kind)
{
  return kind->add != NULL && kind != &streek_saved_list_kind;
}

/* (nullable): what is opened to see @record */
static const StreekRecord *
find_opened (const StreekRecord *record, const StreekRecords *records)
{
  for (guint level = 0; record != NULL && level < MAX_LEVELS; level++)
    {
      const StreekRecordKind *kind = streek_record_get_kind (record);
      const StreekRecord *owner = NULL;

      if (is_opened_by_itself (kind))
        return record;

      for (guint i = 0; owner == NULL && i < kind->n_fields; i++)
        if (kind->fields[i].flags & STREEK_RECORD_OWNER)
          owner = streek_record_follow (record, i, records);

      record = owner;
    }

  return NULL;
}

static gboolean
is_read (const StreekRecordField *field)
{
  return field->type == STREEK_RECORD_TEXT || field->type == STREEK_RECORD_PARAGRAPHS;
}

static void
append_field (GString *text, const StreekRecord *record, guint i)
{
  const char *said = streek_record_get_text (record, i);
  g_autofree char *spellings =
    streek_record_field_dup_spellings (&streek_record_get_kind (record)->fields[i], said);

  g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", said);
  if (spellings != NULL)
    g_string_append_printf (text, "\n%s", spellings);
}

static void
append_texts (GString *text, const StreekRecord *record)
{
  const StreekRecordKind *kind = streek_record_get_kind (record);
  gboolean is_part = !is_opened_by_itself (kind);

  for (guint i = 0; i < kind->n_fields; i++)
    if (is_read (&kind->fields[i]) && streek_record_has (record, i) &&
        (is_part || kind->dup_title != NULL || i != kind->title))
      append_field (text, record, i);
}

static GString *
ensure_text (GHashTable *texts, const StreekRecord *record)
{
  GString *text = g_hash_table_lookup (texts, record);

  if (text == NULL)
    {
      text = g_string_new (NULL);
      g_hash_table_insert (texts, (gpointer) record, text);
    }

  return text;
}

static void
free_text (gpointer text)
{
  g_string_free (text, TRUE);
}

/* StreekRecord → GString: those that are opened, with what they and their parts say */
static GHashTable *
gather_texts (const StreekRecords *records, const GPtrArray *kinds)
{
  GHashTable *texts = g_hash_table_new_full (NULL, NULL, NULL, free_text);

  for (guint i = 0; i < kinds->len; i++)
    {
      guint n;
      const StreekRecord *const *list = streek_records_list (records, kinds->pdata[i], &n);

      for (guint j = 0; j < n; j++)
        {
          const StreekRecord *opened = find_opened (list[j], records);

          if (opened != NULL)
            append_texts (ensure_text (texts, opened), list[j]);
        }
    }

  return texts;
}

static gboolean
add_records (StreekDb *db, StreekSearchIndex *index, GError **error)
{
  g_autoptr (StreekRecords) records = streek_records_load (db, NULL, 0, NULL, error);

  if (records == NULL)
    return FALSE;

  g_autoptr (GPtrArray) kinds = streek_record_kinds_list ();
  g_autoptr (GHashTable) texts = gather_texts (records, kinds);

  for (guint i = 0; i < kinds->len; i++)
    {
      const StreekRecordKind *kind = kinds->pdata[i];
      guint n;
      const StreekRecord *const *list = streek_records_list (records, kind, &n);

      for (guint j = 0; is_opened_by_itself (kind) && j < n; j++)
        {
          const GString *text = g_hash_table_lookup (texts, list[j]);
          g_autofree char *title = streek_record_dup_title (list[j], records);
          g_autofree char *key =
            g_strdup_printf ("%" G_GINT64_FORMAT, streek_record_get_id (list[j]));

          streek_search_index_add (index, kind->id, key, title, text != NULL ? text->str : "");
        }
    }

  return TRUE;
}

/**
 * streek_record_texts_register:
 *
 * Lets a search find records of every kind that is opened by itself; the noun of a hit is the kind,
 * its key the id. Any thread, any number of times.
 */
void
streek_record_texts_register (void)
{
  static const StreekTexts texts = { "record", add_records };

  streek_texts_register (&texts);
}
