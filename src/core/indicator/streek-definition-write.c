/* streek-definition-write.c: definitions into their tables: own rows, or what differs from ours */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "indicator/streek-definition.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* One kind of link: the rows of a code are written as asked, a reference row that is not asked
 * for is marked as removed, and a row that only repeats the reference goes again. */
typedef struct
{
  const char *clear;   /* ?1: code */
  const char *insert;  /* ?1: code, then the columns */
  const char *remove;  /* (nullable) ?1: code */
  const char *compact; /* (nullable) ?1: code */
} LinkWords;

static const LinkWords link_words[STREEK_N_LINKS] = {
  [STREEK_LINK_ALIAS] = {
    "DELETE FROM indicator_alias WHERE code = ?1",
    "INSERT OR REPLACE INTO indicator_alias (code, alias) VALUES (?1, ?2)",
    "INSERT INTO indicator_alias (code, alias, removed) "
    "SELECT code, alias, 1 FROM ref_indicator_alias WHERE code = ?1 "
    "ON CONFLICT DO NOTHING",
    "DELETE FROM indicator_alias AS o WHERE code = ?1 AND NOT removed AND EXISTS "
    "(SELECT 1 FROM ref_indicator_alias AS r WHERE r.code = o.code AND r.alias = o.alias)",
  },
  [STREEK_LINK_VERSION] = {
    "DELETE FROM indicator_version WHERE code = ?1",
    "INSERT OR REPLACE INTO indicator_version (code, valid_from, follows, definition, note) "
    "VALUES (?1, ?2, nullif (?3, ''), ?4, nullif (?5, ''))",
    "INSERT INTO indicator_version (code, valid_from, follows, definition, note, removed) "
    "SELECT code, valid_from, follows, definition, note, 1 FROM ref_indicator_version "
    "WHERE code = ?1 ON CONFLICT DO NOTHING",
    "DELETE FROM indicator_version AS o WHERE code = ?1 AND NOT removed AND EXISTS "
    "(SELECT 1 FROM ref_indicator_version AS r WHERE r.code = o.code "
    "AND r.valid_from = o.valid_from AND r.follows IS o.follows "
    "AND r.definition = o.definition AND r.note IS o.note)",
  },
  [STREEK_LINK_BREAK] = {
    "DELETE FROM indicator_break WHERE code = ?1",
    "INSERT OR REPLACE INTO indicator_break (code, period, reason) VALUES (?1, ?2, ?3)",
    "INSERT INTO indicator_break (code, period, reason, removed) "
    "SELECT code, period, reason, 1 FROM ref_indicator_break WHERE code = ?1 "
    "ON CONFLICT DO NOTHING",
    "DELETE FROM indicator_break AS o WHERE code = ?1 AND NOT removed AND EXISTS "
    "(SELECT 1 FROM ref_indicator_break AS r WHERE r.code = o.code AND r.period = o.period "
    "AND r.reason = o.reason)",
  },
  [STREEK_LINK_BREAKDOWN] = {
    "DELETE FROM indicator_breakdown WHERE code = ?1",
    "INSERT OR REPLACE INTO indicator_breakdown (code, id, label, is_complete, parts) "
    "VALUES (?1, ?2, ?3, ?4 = '1', ?5)",
    "INSERT INTO indicator_breakdown (id, code, label, is_complete, parts, removed) "
    "SELECT id, code, label, is_complete, parts, 1 FROM ref_indicator_breakdown WHERE code = ?1 "
    "ON CONFLICT DO NOTHING",
    "DELETE FROM indicator_breakdown AS o WHERE code = ?1 AND NOT removed AND EXISTS "
    "(SELECT 1 FROM ref_indicator_breakdown AS r WHERE r.id = o.id AND r.code = o.code "
    "AND r.label = o.label AND r.is_complete = o.is_complete AND r.parts = o.parts)",
  },
  [STREEK_LINK_GAP] = {
    "DELETE FROM indicator_gap WHERE gap = ?1",
    "INSERT OR REPLACE INTO indicator_gap (gap, id, label, supply, need) "
    "VALUES (?1, ?2, ?3, ?4, ?5)",
    "INSERT INTO indicator_gap (id, label, supply, need, gap, removed) "
    "SELECT id, label, supply, need, gap, 1 FROM ref_indicator_gap WHERE gap = ?1 "
    "ON CONFLICT DO NOTHING",
    "DELETE FROM indicator_gap AS o WHERE gap = ?1 AND NOT removed AND EXISTS "
    "(SELECT 1 FROM ref_indicator_gap AS r WHERE r.id = o.id AND r.label = o.label "
    "AND r.supply = o.supply AND r.need = o.need AND r.gap = o.gap)",
  },
  [STREEK_LINK_LIMITS] = {
    "DELETE FROM indicator_limits WHERE code = ?1",
    "INSERT OR REPLACE INTO indicator_limits (code, id, name, limits, words, source, valid_from, "
    "valid_to) VALUES (?1, ?2, ?3, ?4, ?5, ?6, nullif (?7, ''), nullif (?8, ''))",
    NULL, /* none of them come with the reference data */
    NULL,
  },
};

static gboolean
run_for_code (StreekDb *db, const char *sql, const char *code, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt = streek_db_prepare (db, sql, error);

  if (stmt == NULL)
    return FALSE;

  streek_db_bind_text (stmt, 1, code);

  return streek_db_finish (stmt, error);
}

static gboolean
write_links (StreekDb *db, const StreekDefinition *definition, StreekLink link, GError **error)
{
  const LinkWords *words = &link_words[link];
  g_autoptr (sqlite3_stmt) stmt = streek_db_prepare (db, words->insert, error);

  if (stmt == NULL || !run_for_code (db, words->clear, definition->code, error))
    return FALSE;

  for (guint i = 0; i < definition->links[link]->len; i++)
    {
      GStrv row = g_ptr_array_index (definition->links[link], i);

      streek_db_bind_text (stmt, 1, definition->code);

      for (guint c = 0; row[c] != NULL; c++)
        streek_db_bind_text (stmt, (int) c + 2, row[c]);

      if (!streek_db_finish (stmt, error))
        return FALSE;
    }

  return words->remove == NULL || (run_for_code (db, words->remove, definition->code, error) &&
                                   run_for_code (db, words->compact, definition->code, error));
}

static gboolean
write_all_links (StreekDb *db, const StreekDefinition *definition, GError **error)
{
  for (guint i = 0; i < STREEK_N_LINKS; i++)
    if (!write_links (db, definition, i, error))
      return FALSE;

  return TRUE;
}

/* The rows below read and write every field as text; the columns have their types again. */
static const char upsert_own[] =
  "INSERT INTO indicator (code, rank, " STREEK_INDICATOR_FIELD_COLUMNS ") "
  "VALUES (?1, coalesce ((SELECT max (rank) FROM indicator), 0) + 1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, "
  "?9, CAST (?10 AS INTEGER), nullif (?11, ''), nullif (?12, ''), CAST (?13 AS REAL), ?14, "
  "CAST (?15 AS INTEGER), nullif (?16, ''), nullif (?17, ''), CAST (?18 AS REAL), ?19, ?20, "
  "nullif (?21, ''), nullif (?22, ''), nullif (?23, '')) "
  "ON CONFLICT DO UPDATE SET theme = excluded.theme, name = excluded.name, "
  "name_en = excluded.name_en, definition = excluded.definition, unit = excluded.unit, "
  "kind = excluded.kind, time_kind = excluded.time_kind, direction = excluded.direction, "
  "decimals = excluded.decimals, numerator = excluded.numerator, "
  "denominator = excluded.denominator, multiplier = excluded.multiplier, "
  "denominator_rule = excluded.denominator_rule, "
  "denominator_max_years = excluded.denominator_max_years, "
  "denominator_period = excluded.denominator_period, weight = excluded.weight, "
  "threshold_pct = excluded.threshold_pct, source = excluded.source, licence = excluded.licence, "
  "table_url = excluded.table_url, note = excluded.note, formula = excluded.formula";

static gboolean
write_own (StreekDb *db, const StreekDefinition *definition, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt = streek_db_prepare (db, upsert_own, error);

  if (stmt == NULL)
    return FALSE;

  streek_db_bind_text (stmt, 1, definition->code);

  for (guint i = 0; i < STREEK_INDICATOR_N_FIELDS; i++)
    streek_db_bind_text (stmt, (int) i + 2, definition->fields[i]);

  return streek_db_finish (stmt, error);
}

static gboolean
write_overlay (
  StreekDb *db, const char *code, StreekIndicatorField field, const char *value, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt =
    streek_db_prepare (db,
                       "INSERT INTO indicator_overlay (code, field, value) VALUES (?1, ?2, ?3) "
                       "ON CONFLICT DO UPDATE SET value = excluded.value",
                       error);

  if (stmt == NULL)
    return FALSE;

  streek_db_bind_text (stmt, 1, code);
  streek_db_bind_text (stmt, 2, streek_indicator_field_get_id (field));
  streek_db_bind_text (stmt, 3, value);

  return streek_db_finish (stmt, error);
}

/* What differs from the reference definition; the rest follows it when it is renewed. */
static gboolean
write_overlays (StreekDb *db, const StreekDefinition *definition, GError **error)
{
  static const char sql[] =
    "SELECT " STREEK_INDICATOR_FIELD_COLUMNS " FROM ref_indicator WHERE code = ?1 ORDER BY code";
  g_autoptr (sqlite3_stmt) stmt = streek_db_prepare (db, sql, error);

  if (stmt == NULL ||
      !run_for_code (db, "DELETE FROM indicator_overlay WHERE code = ?1", definition->code, error))
    return FALSE;

  streek_db_bind_text (stmt, 1, definition->code);

  if (streek_db_step (stmt, error) != STREEK_STEP_ROW)
    return FALSE;

  for (guint i = 0; i < STREEK_INDICATOR_N_FIELDS; i++)
    {
      g_autofree char *text = g_strdup (streek_db_peek_text (stmt, (int) i));
      StreekIndicator scratch = { 0 };

      /* once there and back, so that 100 and 100.0 are the same */
      streek_indicator_set_field (&scratch, i, text);

      g_autofree char *base = streek_indicator_dup_field (&scratch, i);

      if (strcmp (base, definition->fields[i]) != 0 &&
          !write_overlay (db, definition->code, i, definition->fields[i], error))
        return FALSE;
    }

  return TRUE;
}

/**
 * streek_definition_insert:
 * @db: the writer's connection, inside a command
 * @error: return location for a #StreekIndicatorError or #StreekStoreError
 *
 * Makes an indicator of the office's own.
 */
gboolean
streek_definition_insert (StreekDb *db, const StreekDefinition *definition, GError **error)
{
  g_return_val_if_fail (db != NULL && definition != NULL, FALSE);

  gpointer one = (gpointer) definition;
  const GPtrArray all = { &one, 1 };

  return streek_definition_insert_all (db, &all, error);
}

/**
 * streek_definition_insert_all:
 * @db: the writer's connection, inside a command
 * @definitions: (element-type StreekDefinition): none refers to another one of them
 * @error: return location for a #StreekIndicatorError or #StreekStoreError
 *
 * Makes indicators of the office's own, each with a code of its own.
 */
gboolean
streek_definition_insert_all (StreekDb *db, const GPtrArray *definitions, GError **error)
{
  g_return_val_if_fail (db != NULL && definitions != NULL, FALSE);

  g_autoptr (StreekCatalogue) catalogue = streek_catalogue_load (db, error);
  g_autoptr (GHashTable) codes = g_hash_table_new (g_str_hash, g_str_equal);

  if (catalogue == NULL)
    return FALSE;

  for (guint i = 0; i < definitions->len; i++)
    {
      const StreekDefinition *definition = definitions->pdata[i];

      if (!streek_definition_check (definition, catalogue, NULL, error))
        return FALSE;

      if (streek_catalogue_find (catalogue, definition->code, NULL) != NULL ||
          !g_hash_table_add (codes, definition->code))
        {
          g_set_error (error, STREEK_INDICATOR_ERROR, STREEK_INDICATOR_ERROR_INVALID,
                       /* Translators: %s is a code. */
                       _ ("There is an indicator “%s” already."), definition->code);
          return FALSE;
        }

      if (!write_own (db, definition, error) || !write_all_links (db, definition, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * streek_definition_update:
 * @db: the writer's connection, inside a command
 * @error: return location for a #StreekIndicatorError or #StreekStoreError
 *
 * Writes a definition with all that belongs to it. Of a reference definition only what differs is
 * kept, so that the rest follows new reference data.
 */
gboolean
streek_definition_update (StreekDb *db, const StreekDefinition *definition, GError **error)
{
  g_return_val_if_fail (db != NULL && definition != NULL, FALSE);

  g_autoptr (StreekCatalogue) catalogue = streek_catalogue_load (db, error);
  const StreekIndicator *indicator =
    catalogue != NULL ? streek_catalogue_find (catalogue, definition->code, error) : NULL;

  if (indicator == NULL || !streek_definition_check (definition, catalogue, NULL, error))
    return FALSE;

  return (indicator->is_own ? write_own (db, definition, error)
                            : write_overlays (db, definition, error)) &&
         write_all_links (db, definition, error);
}

static gboolean
refuse_while_used (const StreekCatalogue *catalogue,
                   const StreekIndicator *indicator,
                   GError **error)
{
  g_autoptr (GPtrArray) users = streek_catalogue_list_users (catalogue, indicator->code);
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < users->len; i++)
    g_string_append_printf (names, "%s“%s”", i > 0 ? ", " : "",
                            ((StreekIndicator *) users->pdata[i])->name);

  if (users->len == 0)
    return TRUE;

  g_set_error (error, STREEK_INDICATOR_ERROR, STREEK_INDICATOR_ERROR_INVALID,
               /* Translators: the name of an indicator, then names of others. */
               _ ("“%1$s” cannot be deleted: it is used by %2$s."), indicator->name, names->str);

  return FALSE;
}

/**
 * streek_definition_delete:
 * @db: the writer's connection, inside a command
 * @code: an indicator that people made
 * @error: return location for a #StreekIndicatorError or #StreekStoreError
 *
 * Deletes an indicator with its figures. Refused where others are computed from it, and for what
 * comes with the reference data.
 */
gboolean
streek_definition_delete (StreekDb *db, const char *code, GError **error)
{
  static const char *const statements[] = {
    "DELETE FROM indicator WHERE code = ?1",
    "DELETE FROM indicator_alias WHERE code = ?1",
    "DELETE FROM indicator_version WHERE code = ?1",
    "DELETE FROM indicator_break WHERE code = ?1",
    "DELETE FROM indicator_breakdown WHERE code = ?1",
    "DELETE FROM indicator_gap WHERE gap = ?1",
    "DELETE FROM indicator_limits WHERE code = ?1",
    "DELETE FROM area_gap WHERE indicator = ?1",
    "DELETE FROM cell_note WHERE indicator = ?1",
    "DELETE FROM cell_correction WHERE indicator = ?1",
    "DELETE FROM vector WHERE indicator = ?1",
    "DELETE FROM import_label WHERE indicator = ?1",
  };

  g_return_val_if_fail (db != NULL && code != NULL, FALSE);

  g_autoptr (StreekCatalogue) catalogue = streek_catalogue_load (db, error);
  const StreekIndicator *indicator =
    catalogue != NULL ? streek_catalogue_find (catalogue, code, error) : NULL;

  if (indicator == NULL)
    return FALSE;

  if (!indicator->is_own)
    {
      g_set_error (error, STREEK_INDICATOR_ERROR, STREEK_INDICATOR_ERROR_INVALID,
                   /* Translators: %s is the name of an indicator. */
                   _ ("“%s” comes with the reference data and stays."), indicator->name);
      return FALSE;
    }

  if (!refuse_while_used (catalogue, indicator, error))
    return FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (statements); i++)
    if (!run_for_code (db, statements[i], code, error))
      return FALSE;

  return TRUE;
}
