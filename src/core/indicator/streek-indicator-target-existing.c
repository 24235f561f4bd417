/* streek-indicator-target-existing.c: figures that stand in the workspace already */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "indicator/streek-indicator-target-work.h"

/* A roster that figures in the workspace stand on. */
typedef struct
{
  StreekRoster *roster;
  GHashTable *places; /* area, or interned "~" code -> entry + 1 */
} RosterPlaces;

static void
roster_places_free (gpointer data)
{
  RosterPlaces *places = data;

  streek_roster_free (places->roster);
  g_hash_table_unref (places->places);
  g_free (places);
}

GHashTable *
streek_target_roster_places_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, NULL, roster_places_free);
}

static void
known_roster_clear (gpointer data)
{
  g_free (((StreekKnownRoster *) data)->set);
}

GArray *
streek_target_known_rosters_new (void)
{
  GArray *known = g_array_new (FALSE, FALSE, sizeof (StreekKnownRoster));

  g_array_set_clear_func (known, known_roster_clear);

  return known;
}

static void
existing_clear (gpointer data)
{
  streek_vector_free (((StreekTargetExisting *) data)->vector);
}

/* An import speaks of the same dates. */
static gboolean
load_known_rosters (StreekTargetWork *work, GError **error)
{
  static const char sql[] = "SELECT DISTINCT set_code, on_date FROM ref_roster UNION "
                            "SELECT DISTINCT set_code, on_date FROM roster ORDER BY 1, 2";
  g_autoptr (sqlite3_stmt) stmt = streek_db_prepare (work->target->db, sql, error);
  StreekStep step;

  if (stmt == NULL)
    return FALSE;

  while ((step = streek_db_step (stmt, error)) == STREEK_STEP_ROW)
    {
      StreekKnownRoster known;

      if (!streek_date_parse (streek_db_peek_text (stmt, 1), &known.on, error))
        return FALSE;

      known.set = streek_db_dup_text (stmt, 0);
      g_array_append_val (work->known_rosters, known);
    }

  return step == STREEK_STEP_DONE;
}

/* Makes ready to load vectors, and learns which rosters there are. */
gboolean
streek_target_open_existing (StreekTargetWork *work, GError **error)
{
  static const char sql[] =
    "SELECT roster_id, data, 0 FROM vector WHERE indicator = ?1 AND period = ?2 UNION ALL "
    "SELECT roster_id, data, 1 FROM ref_vector AS r WHERE indicator = ?1 AND period = ?2 "
    "AND NOT EXISTS (SELECT 1 FROM vector AS v WHERE v.indicator = r.indicator "
    "AND v.period = r.period AND v.roster_id = r.roster_id) ORDER BY 3, 1";

  work->select = streek_db_prepare (work->target->db, sql, error);

  return work->select != NULL && load_known_rosters (work, error);
}

static GHashTable *
index_roster (const StreekRoster *roster, StreekAreas *areas)
{
  GHashTable *places = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < roster->n; i++)
    {
      const char *code = roster->codes[i];
      gconstpointer key = *code == STREEK_ROSTER_NOT_LOCATED
                            ? (gconstpointer) g_intern_string (code)
                            : streek_areas_find (areas, roster->set_code, code, roster->on);

      if (key != NULL)
        g_hash_table_insert (places, (gpointer) key, GUINT_TO_POINTER (i + 1));
    }

  return places;
}

static const RosterPlaces *
find_places (StreekTargetWork *work, const char *id, GError **error)
{
  RosterPlaces *places = g_hash_table_lookup (work->roster_places, id);

  if (places != NULL)
    return places;

  StreekRoster *roster = streek_roster_read (work->target->db, id, error);

  if (roster == NULL)
    return NULL;

  places = g_new (RosterPlaces, 1);
  places->roster = roster;
  places->places = index_roster (roster, work->target->areas);
  g_hash_table_insert (work->roster_places, roster->id, places);

  return places;
}

/* The vectors of one indicator and period, people's own before those of the reference data. */
GArray *
streek_target_load_existing (StreekTargetWork *work, const StreekTargetBatch *batch, GError **error)
{
  g_autoptr (GArray) existing = g_array_new (FALSE, FALSE, sizeof (StreekTargetExisting));
  g_autofree char *period = streek_period_to_string (batch->period);
  StreekStep step;

  g_array_set_clear_func (existing, existing_clear);
  if (batch->measure->indicator == NULL) /* a new one has no figures */
    return g_steal_pointer (&existing);

  sqlite3_reset (work->select);
  streek_db_bind_text (work->select, 1, batch->measure->code);
  streek_db_bind_text (work->select, 2, period);

  while ((step = streek_db_step (work->select, error)) == STREEK_STEP_ROW)
    {
      const RosterPlaces *places = find_places (work, streek_db_peek_text (work->select, 0), error);

      if (places == NULL)
        return NULL;

      StreekTargetExisting entry = { .roster = places->roster, .places = places->places };

      entry.vector = streek_vector_read_column (work->select, 1, entry.roster->n, error);
      if (entry.vector == NULL)
        return NULL;

      g_array_append_val (existing, entry);
    }

  return step == STREEK_STEP_DONE ? g_steal_pointer (&existing) : NULL;
}

gboolean
streek_target_find_existing (const GArray *existing,
                             const StreekTargetCell *cell,
                             guint *which,
                             guint *entry)
{
  gconstpointer key = cell->area != NULL ? (gconstpointer) cell->area : cell->code;

  for (guint i = 0; i < existing->len; i++)
    {
      guint place = GPOINTER_TO_UINT (
        g_hash_table_lookup (g_array_index (existing, StreekTargetExisting, i).places, key));

      if (place > 0)
        {
          *which = i;
          *entry = place - 1;
          return TRUE;
        }
    }

  return FALSE;
}
