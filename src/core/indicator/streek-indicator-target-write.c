/* streek-indicator-target-write.c: writes what an import prepared, inside one command */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "indicator/streek-indicator-target-private.h"

#include "base/streek-number.h"
#include "indicator/streek-cell.h"
#include "indicator/streek-definition.h"

#include <string.h>

static StreekDefinition *
make_definition (const StreekMapping *mapping, const StreekNewIndicator *fresh)
{
  StreekDefinition *definition = streek_definition_new (fresh->code);
  g_autofree char *decimals = g_strdup_printf ("%d", fresh->decimals);
  const struct
  {
    StreekIndicatorField field;
    const char *text;
  } fields[] = {
    { STREEK_INDICATOR_FIELD_THEME, fresh->theme },
    { STREEK_INDICATOR_FIELD_NAME, fresh->name },
    { STREEK_INDICATOR_FIELD_UNIT, fresh->unit },
    { STREEK_INDICATOR_FIELD_KIND, fresh->kind },
    { STREEK_INDICATOR_FIELD_TIME_KIND, fresh->time_kind },
    { STREEK_INDICATOR_FIELD_DIRECTION, fresh->direction },
    { STREEK_INDICATOR_FIELD_DECIMALS, decimals },
    { STREEK_INDICATOR_FIELD_DEFINITION, fresh->definition },
    { STREEK_INDICATOR_FIELD_SOURCE, mapping->source },
    { STREEK_INDICATOR_FIELD_LICENCE, mapping->licence },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    if (fields[i].text != NULL)
      streek_definition_set (definition, fields[i].field, fields[i].text);

  return definition;
}

static gboolean
insert_indicators (StreekDb *db, StreekImport *import, GError **error)
{
  const StreekPreparedImport *prepared = import->prepared;
  g_autoptr (GPtrArray) definitions =
    g_ptr_array_new_with_free_func ((GDestroyNotify) streek_definition_free);

  for (guint i = 0; i < prepared->new_indicators->len; i++)
    {
      const StreekNewIndicator *fresh =
        streek_mapping_find_indicator (import->mapping, prepared->new_indicators->pdata[i]);

      if (fresh != NULL)
        g_ptr_array_add (definitions, make_definition (import->mapping, fresh));
    }

  return definitions->len == 0 || streek_definition_insert_all (db, definitions, error);
}

static gboolean
write_rosters (StreekDb *db, const StreekPreparedImport *prepared, GError **error)
{
  g_autoptr (GHashTable) written = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < prepared->vectors->len; i++)
    {
      const StreekPreparedVector *vector = prepared->vectors->pdata[i];

      if (!vector->is_known_roster && g_hash_table_add (written, vector->roster) &&
          !streek_roster_write (db, vector->roster, error))
        return FALSE;
    }

  return TRUE;
}

static const char *
get_source (const StreekImport *import, const StreekPreparedVector *vector)
{
  const StreekPreparedImport *prepared = import->prepared;
  const char *source = g_hash_table_lookup (prepared->sources, vector->indicator);

  if (import->mapping->source != NULL && *import->mapping->source != '\0')
    return import->mapping->source;

  return source != NULL && *source != '\0' ? source : import->file_name;
}

static gboolean
write_vector (sqlite3_stmt *stmt,
              const StreekImport *import,
              const StreekPreparedVector *vector,
              const char *batch,
              GError **error)
{
  g_autoptr (GBytes) bytes = streek_vector_to_bytes (vector->vector, error);
  const StreekMapping *mapping = import->mapping;
  gsize size;

  if (bytes == NULL)
    return FALSE;

  const void *data = g_bytes_get_data (bytes, &size);

  sqlite3_reset (stmt);
  streek_db_bind_text (stmt, 1, vector->indicator);
  streek_db_bind_text (stmt, 2, vector->period);
  streek_db_bind_text (stmt, 3, vector->roster->id);
  streek_db_bind_text (stmt, 4, get_source (import, vector));
  streek_db_bind_text (stmt, 5, mapping->licence != NULL ? mapping->licence : "");
  streek_db_bind_text (stmt, 6, mapping->extracted_on);
  streek_db_bind_text (stmt, 7, batch);
  sqlite3_bind_blob64 (stmt, 8, data, size, SQLITE_STATIC);

  gboolean done = streek_db_step (stmt, error) == STREEK_STEP_DONE;

  sqlite3_bind_null (stmt, 8);

  return done;
}

static gboolean
write_vectors (StreekDb *db, StreekImport *import, const char *batch, GError **error)
{
  static const char sql[] =
    "INSERT INTO vector (indicator, period, roster_id, source, licence, extracted_on, batch, data) "
    "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) ON CONFLICT DO UPDATE SET source = excluded.source, "
    "licence = excluded.licence, extracted_on = excluded.extracted_on, batch = excluded.batch, "
    "data = excluded.data";
  const StreekPreparedImport *prepared = import->prepared;
  g_autoptr (sqlite3_stmt) stmt = streek_db_prepare (db, sql, error);

  if (stmt == NULL)
    return FALSE;

  for (guint i = 0; i < prepared->vectors->len; i++)
    if (!write_vector (stmt, import, prepared->vectors->pdata[i], batch, error))
      return FALSE;

  return TRUE;
}

/* Of figures that take the place of others. */
static gboolean
drop_old_notes (StreekDb *db, const StreekPreparedVector *vector, GError **error)
{
  const StreekCell cell = { vector->indicator, vector->period, vector->roster->id, NULL };
  g_autoptr (GHashTable) codes = g_hash_table_new (g_str_hash, g_str_equal);

  if (vector->touched == NULL)
    return TRUE;

  for (guint i = 0; i < vector->touched->len; i++)
    g_hash_table_add (codes, vector->roster->codes[g_array_index (vector->touched, guint32, i)]);

  return streek_cell_drop_old_notes (db, &cell, codes, error);
}

static gboolean
write_notes (StreekDb *db, const StreekPreparedVector *vector, GError **error)
{
  for (guint i = 0; vector->notes != NULL && i < vector->notes->len; i++)
    {
      const StreekVectorNote *note = &g_array_index (vector->notes, StreekVectorNote, i);
      const StreekCell cell = { vector->indicator, vector->period, vector->roster->id,
                                vector->roster->codes[note->entry] };
      const StreekCellNote text = { .qualifier = note->qualifier,
                                    .footnote = *note->flag != '\0' ? note->flag : NULL };

      if (!streek_cell_annotate (db, &cell, &text, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * streek_indicator_target_commit:
 * @batch: what the figures refer to as the import they came with
 *
 * Writes indicators, rosters, vectors, what the file calls them and notes on single cells; to be
 * run inside a command.
 */
gboolean
streek_indicator_target_commit (StreekDb *db,
                                StreekImport *import,
                                const char *batch,
                                GError **error)
{
  const StreekPreparedImport *prepared = import->prepared;

  if (!insert_indicators (db, import, error) || !write_rosters (db, prepared, error) ||
      !write_vectors (db, import, batch, error) ||
      !streek_target_write_labels (db, prepared, batch, error))
    return FALSE;

  for (guint i = 0; i < prepared->vectors->len; i++)
    if (!drop_old_notes (db, prepared->vectors->pdata[i], error) ||
        !write_notes (db, prepared->vectors->pdata[i], error))
      return FALSE;

  return TRUE;
}
