/* streek-map-group-table.c: the figures of several maps as one table, under or beside each other */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "figure/streek-map-group-private.h"

#include <glib/gi18n-lib.h>

/* What a map of some kind has beside its value, in the order of a reader. */
static const struct
{
  const char *id;
  const char *title; /* where maps call it differently */
} table_columns[] = {
  { "from", N_ ("First figure") },   { "to", N_ ("Last figure") }, { "value", N_ ("Figure") },
  { "second", N_ ("Other figure") }, { "known", N_ ("Known") },    { "members", N_ ("Members") },
  { "note", N_ ("Note") },
};

/* The three columns before those. */
#define N_LEADS 3

static void
copy_cell (
  StreekTable *from, guint row, guint column, StreekTable *to, guint to_row, guint to_column)
{
  StreekMissing missing = streek_table_get_missing (from, row, column);
  const char *note = streek_table_get_note (from, row, column);

  if (note != NULL)
    streek_table_set_note (to, to_row, to_column, note);

  switch (streek_table_get_column_type (from, column))
    {
    case STREEK_COLUMN_TEXT:
      streek_table_set_text (to, to_row, to_column, streek_table_get_text (from, row, column));
      return;
    case STREEK_COLUMN_INTEGER:
      if (missing == STREEK_MISSING_NONE)
        streek_table_set_integer (to, to_row, to_column,
                                  streek_table_get_integer (from, row, column));
      else
        streek_table_set_missing (to, to_row, to_column, STREEK_MISSING_NOT_APPLICABLE);
      return;
    default:
      break;
    }

  if (missing != STREEK_MISSING_NONE)
    {
      streek_table_set_missing (to, to_row, to_column, missing);
      return;
    }

  streek_table_set_number (to, to_row, to_column, streek_table_get_number (from, row, column),
                           streek_table_get_status (from, row, column));
  streek_table_set_qualifier (to, to_row, to_column,
                              streek_table_get_qualifier (from, row, column));
  if (streek_table_is_at_least (from, row, column))
    streek_table_set_at_least (to, to_row, to_column);
}

static void
add_rows (const StreekMapGroup *self, guint index, StreekTable *table)
{
  const StreekFigure *figure = self->figures[index];
  int code = streek_table_find_column (figure->table, "code");

  for (guint row = 0; row < figure->n_rows; row++)
    {
      guint added = streek_table_add_row (table);

      streek_table_set_text (table, added, 0, self->headings[index]);
      streek_table_set_text (table, added, 1,
                             code >= 0 ? streek_table_get_text (figure->table, row, (guint) code)
                                       : NULL);
      streek_table_set_text (table, added, 2, figure->names[row]);

      for (guint column = N_LEADS; column < streek_table_get_n_columns (table); column++)
        {
          int own =
            streek_table_find_column (figure->table, streek_table_get_column_id (table, column));

          if (own >= 0)
            copy_cell (figure->table, row, (guint) own, table, added, column);
          else
            streek_table_set_missing (table, added, column, STREEK_MISSING_NOT_APPLICABLE);
        }
    }
}

/* As the maps call it, and in their unit, where they agree. */
static void
add_column (const StreekMapGroup *self, guint index, StreekTable *table)
{
  StreekTable *first = NULL;
  int found = -1, decimals = 0;
  gboolean is_same = TRUE;

  for (guint i = 0; i < self->n; i++)
    {
      StreekTable *own = self->figures[i]->table;
      int column = streek_table_find_column (own, table_columns[index].id);

      if (column < 0)
        continue;

      if (first == NULL)
        {
          first = own;
          found = column;
        }

      is_same &= g_strcmp0 (streek_table_get_column_title (own, (guint) column),
                            streek_table_get_column_title (first, (guint) found)) == 0;
      decimals = MAX (decimals, streek_table_get_column_decimals (own, (guint) column));
    }

  if (first != NULL)
    streek_table_add_column (table, table_columns[index].id,
                             is_same ? streek_table_get_column_title (first, (guint) found)
                                     : _ (table_columns[index].title),
                             streek_table_get_column_type (first, (guint) found),
                             is_same ? streek_table_get_column_unit (first, (guint) found) : NULL,
                             decimals);
}

/**
 * streek_map_group_make_table:
 *
 * Returns: (transfer full): columns map, code, name and what the maps have of: both figures of a
 *   change, value, that of another indicator, known, members and note; the areas of one map under
 *   those of another
 */
StreekTable *
streek_map_group_make_table (const StreekMapGroup *group)
{
  StreekTable *table = streek_table_new ();

  streek_table_add_column (table, "map", _ ("Map"), STREEK_COLUMN_TEXT, NULL, 0);
  streek_table_add_column (table, "code", _ ("Code"), STREEK_COLUMN_TEXT, NULL, 0);
  streek_table_add_column (table, "name", _ ("Area"), STREEK_COLUMN_TEXT, NULL, 0);

  for (guint i = 0; i < G_N_ELEMENTS (table_columns); i++)
    add_column (group, i, table);

  for (guint i = 0; i < group->n; i++)
    add_rows (group, i, table);

  return table;
}

/* Beside each other */

/* The columns that a map is about, as the ids of its table. */
static const char *const map_columns[] = { "value", "second" };

/* Each area once, in the order of the maps. Returns: (element-type GArray): of each map the row in
 * @table of each of its own rows */
static GPtrArray *
add_areas (const StreekMapGroup *self, StreekTable *table)
{
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GPtrArray *places = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);

  for (guint i = 0; i < self->n; i++)
    {
      const StreekFigure *figure = self->figures[i];
      int code = streek_table_find_column (figure->table, "code");
      gboolean has_code =
        code >= 0 && g_strcmp0 (figure->spec->set, self->figures[0]->spec->set) == 0;
      GArray *rows = g_array_sized_new (FALSE, FALSE, sizeof (guint), figure->n_rows);

      for (guint row = 0; row < figure->n_rows; row++)
        {
          g_autofree char *key = streek_map_group_make_key (figure, row);
          gpointer found;

          if (!g_hash_table_lookup_extended (known, key, NULL, &found))
            {
              guint added = streek_table_add_row (table);

              found = GUINT_TO_POINTER (added);
              g_hash_table_insert (known, g_steal_pointer (&key), found);
              if (has_code)
                streek_table_set_text (table, added, 0,
                                       streek_table_get_text (figure->table, row, (guint) code));
              streek_table_set_text (table, added, 1, figure->names[row]);
            }

          guint to_row = GPOINTER_TO_UINT (found);

          g_array_append_val (rows, to_row);
        }
      g_ptr_array_add (places, rows);
    }

  return places;
}

/* What one map says of each area. An area that it does not have is left empty, and says so. */
static void
fill_column (
  const StreekFigure *figure, guint own_column, GArray *places, StreekTable *table, guint column)
{
  guint n = streek_table_get_n_rows (table);
  g_autofree guint8 *is_there = g_new0 (guint8, n + 1);

  for (guint row = 0; row < figure->n_rows; row++)
    {
      guint to_row = g_array_index (places, guint, row);

      is_there[to_row] = TRUE;
      copy_cell (figure->table, row, own_column, table, to_row, column);
    }

  for (guint row = 0; row < n; row++)
    if (!is_there[row])
      {
        streek_table_set_missing (table, row, column, STREEK_MISSING_NOT_APPLICABLE);
        streek_table_set_note (table, row, column, _ ("This area is not on that map."));
      }
}

/* "2010", or of two figures on one map "2010: Inwoners". */
static char *
make_title (const StreekMapGroup *self, guint index, const char *id, guint own_column)
{
  StreekTable *own = self->figures[index]->table;

  return g_str_equal (id, "second") || streek_table_find_column (own, "second") >= 0
           ? g_strdup_printf ("%s: %s", self->headings[index],
                              streek_table_get_column_title (own, own_column))
           : g_strdup (self->headings[index]);
}

/* Columns come first: a table grows in rows only. */
static void
add_map_columns (const StreekMapGroup *self, guint index, StreekTable *table)
{
  StreekTable *own = self->figures[index]->table;

  for (guint k = 0; k < G_N_ELEMENTS (map_columns); k++)
    {
      int column = streek_table_find_column (own, map_columns[k]);

      if (column < 0)
        continue;

      g_autofree char *id = g_strdup_printf ("%s_%u", map_columns[k], index + 1);
      g_autofree char *title = make_title (self, index, map_columns[k], (guint) column);

      streek_table_add_column (table, id, title, STREEK_COLUMN_NUMBER,
                               streek_table_get_column_unit (own, (guint) column),
                               streek_table_get_column_decimals (own, (guint) column));
    }
}

StreekTable *
streek_map_group_new_wide_table (const StreekMapGroup *self)
{
  g_autoptr (StreekTable) table = streek_table_new ();

  streek_table_add_column (table, "code", _ ("Code"), STREEK_COLUMN_TEXT, NULL, 0);
  streek_table_add_column (table, "name", _ ("Area"), STREEK_COLUMN_TEXT, NULL, 0);

  guint column = streek_table_get_n_columns (table);

  for (guint i = 0; i < self->n; i++)
    add_map_columns (self, i, table);

  if (streek_table_get_n_columns (table) == column)
    return NULL;

  g_autoptr (GPtrArray) places = add_areas (self, table);

  for (guint i = 0; i < self->n; i++)
    for (guint k = 0; k < G_N_ELEMENTS (map_columns); k++)
      {
        const StreekFigure *figure = self->figures[i];
        int own_column = streek_table_find_column (figure->table, map_columns[k]);

        if (own_column >= 0)
          fill_column (figure, (guint) own_column, places->pdata[i], table, column++);
      }

  return g_steal_pointer (&table);
}
