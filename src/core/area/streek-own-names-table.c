/* streek-own-names-table.c: a table of names and the areas that they mean, with an account of it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "area/streek-own-names.h"

#include "area/streek-area-names.h"
#include "exchange/streek-grid.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* More names than Belgium has villages and hamlets. */
#define MAX_ROWS 100000

typedef struct
{
  const StreekAreas *areas;
  const char *set;
  const char *known_from; /* (nullable) */
  StreekDate newest;
  StreekAreaNames *known;
  GHashTable *seen;  /* (element-type utf8): tidy name and code of rows before */
  GHashTable *means; /* tidy name → code that it had first */
  guint name_column;
  guint area_column;
  StreekOwnNameTable *table;
} Reading;

/* As streek_area_name_tidy() makes them; the first that is found wins. */
static const char *const name_words[] = { "naam",  "name",       "deelgemeente", "postnaam",
                                          "dorp",  "plaatsnaam", "plaats",       "kern",
                                          "alias", "village",    "localite",     "nom" };
static const char *const area_words[] = { "nis",           "niscode",       "nis code",
                                          "refnis",        "code",          "gemeente",
                                          "hoofdgemeente", "fusiegemeente", "municipality",
                                          "commune" };

void
streek_own_name_table_free (StreekOwnNameTable *table)
{
  if (table == NULL)
    return;

  g_ptr_array_unref (table->names);
  g_ptr_array_unref (table->findings);
  g_free (table);
}

static int
find_header (const StreekGrid *grid, guint row, const char *const *words, guint n_words)
{
  for (guint i = 0; i < n_words; i++)
    for (guint column = 0; column < grid->n_columns; column++)
      {
        g_autofree char *tidy = streek_area_name_tidy (streek_grid_get (grid, row, column));

        if (strcmp (tidy, words[i]) == 0)
          return (int) column;
      }

  return -1;
}

/* Both columns have a header that is known, or there is none: the name comes first then. */
static gboolean
read_header (Reading *self, const StreekGrid *grid, guint row)
{
  int name = find_header (grid, row, name_words, G_N_ELEMENTS (name_words));
  int area = find_header (grid, row, area_words, G_N_ELEMENTS (area_words));

  if (name < 0 || area < 0 || name == area)
    return FALSE;

  self->name_column = (guint) name;
  self->area_column = (guint) area;

  return TRUE;
}

static void
say (Reading *self, StreekSeverity severity, const char *id, guint64 line, const char *message)
{
  /* Translators: where something stands in a table. */
  g_autofree char *place = g_strdup_printf (_ ("line %u"), (guint) line);

  g_ptr_array_add (self->table->findings, streek_finding_new (severity, id, place, message));
}

static void
reject (Reading *self, const char *id, guint64 line, const char *message)
{
  self->table->n_rejected++;
  say (self, STREEK_SEVERITY_WARNING, id, line, message);
}

/* The area that a cell means by its code or official name; NULL where that was rejected. */
static const StreekArea *
find_area (Reading *self, const char *text, guint64 line)
{
  StreekAreaNameKind kind = STREEK_AREA_NAME_OWN;
  g_autoptr (GPtrArray) coded = streek_area_names_find_code (self->known, text);
  g_autoptr (GPtrArray) named =
    coded == NULL ? streek_area_names_find (self->known, text, &kind) : NULL;
  GPtrArray *found = coded != NULL ? coded : named;
  g_autofree char *message = NULL;

  if (found == NULL || kind == STREEK_AREA_NAME_GIVEN)
    {
      message = *text == '\0'
                  ? g_strdup (_ ("No area stands beside the name."))
                  /* Translators: %s is what stands in a table in the place of an area. */
                  : g_strdup_printf (_ ("“%s” is no code and no official name of an area."), text);
      reject (self, "own-name/unknown-area", line, message);
      return NULL;
    }

  streek_area_names_keep (self->known, found, self->newest);
  if (found->len == 1)
    return found->pdata[0];

  g_autofree char *names = streek_area_names_join (found);

  /* Translators: %1$s is what stands in a table, %2$s a list of areas with their codes. */
  message =
    g_strdup_printf (_ ("“%1$s” is the name of several areas: %2$s. Give a code."), text, names);
  reject (self, "own-name/ambiguous-area", line, message);

  return NULL;
}

static gboolean
has_code (const GPtrArray *areas, const char *code)
{
  for (guint i = 0; areas != NULL && i < areas->len; i++)
    if (strcmp (((const StreekArea *) areas->pdata[i])->code, code) == 0)
      return TRUE;

  return FALSE;
}

/* In any way: officially, or given before. */
static gboolean
is_known (Reading *self, const char *name, const char *code)
{
  for (StreekAreaNameKind kind = STREEK_AREA_NAME_OWN; kind <= STREEK_AREA_NAME_GIVEN; kind++)
    {
      g_autoptr (GPtrArray) found = streek_area_names_find_kind (self->known, name, kind);

      if (has_code (found, code))
        return TRUE;
    }

  return FALSE;
}

/* What is to be known of a name that is taken: it means something else too. */
static void
say_clash (Reading *self, const char *name, const char *tidy, const StreekArea *area, guint64 line)
{
  StreekAreaNameKind kind = STREEK_AREA_NAME_GIVEN;
  g_autoptr (GPtrArray) others = streek_area_names_find (self->known, name, &kind);
  const char *first = g_hash_table_lookup (self->means, tidy);
  g_autofree char *names = others != NULL ? streek_area_names_join (others) : NULL;
  g_autofree char *message = NULL;

  if (others != NULL && kind != STREEK_AREA_NAME_GIVEN)
    {
      /* Translators: %1$s is a name that somebody gave an area, %2$s other areas. */
      message =
        g_strdup_printf (_ ("“%1$s” is an official name of %2$s, which goes before."), name, names);
      say (self, STREEK_SEVERITY_NOTE, "own-name/official", line, message);
    }
  else if (others != NULL || (first != NULL && strcmp (first, area->code) != 0))
    {
      /* Translators: %s is a name that somebody gave to two areas. */
      message = g_strdup_printf (_ ("“%s” now means several areas; a list that has it will be "
                                    "asked for a code."),
                                 name);
      say (self, STREEK_SEVERITY_NOTE, "own-name/several", line, message);
    }
}

static void
read_row (Reading *self, const StreekGrid *grid, guint row)
{
  guint64 line = ((const StreekGridRow *) grid->rows->pdata[row])->line;
  const char *name = streek_grid_get (grid, row, self->name_column);
  const char *text = streek_grid_get (grid, row, self->area_column);
  g_autofree char *tidy = streek_area_name_tidy (name);

  if (*tidy == '\0')
    {
      reject (self, "own-name/no-name", line, _ ("There is no name in this row."));
      return;
    }

  const StreekArea *area = find_area (self, text, line);

  if (area == NULL)
    return;

  g_autofree char *key = g_strconcat (tidy, "\t", area->code, NULL);

  if (is_known (self, name, area->code) || !g_hash_table_add (self->seen, g_steal_pointer (&key)))
    {
      self->table->n_ignored++;
      return;
    }

  say_clash (self, name, tidy, area, line);
  if (!g_hash_table_contains (self->means, tidy))
    g_hash_table_insert (self->means, g_steal_pointer (&tidy), (gpointer) area->code);
  g_ptr_array_add (self->table->names,
                   streek_own_name_new (self->set, area->code, name, self->known_from));
  self->table->n_taken++;
}

static void
read_rows (Reading *self, const StreekGrid *grid)
{
  gboolean begun = FALSE;

  for (guint row = 0; row < grid->rows->len; row++)
    {
      self->table->n_read++;
      if (streek_grid_count_filled (grid, row) == 0)
        {
          self->table->n_ignored++;
          continue;
        }
      if (!begun && read_header (self, grid, row))
        self->table->n_ignored++;
      else
        read_row (self, grid, row);
      begun = TRUE;
    }
}

/**
 * streek_own_names_read_table:
 * @source: a table, of which the first sheet is read
 * @set: the set whose areas are meant
 * @known_from: (nullable): where the names are known from
 * @error: return location for a #StreekSourceError, or %STREEK_AREA_ERROR_UNKNOWN_SET
 *
 * Reads a column of names and one of codes or official names of areas. A header says which is
 * which; without one the name comes first. Nothing is guessed: what is unknown or means several
 * areas is rejected, and said. Nothing is written.
 *
 * Returns: (transfer full): what would be written, and an account of every row
 */
StreekOwnNameTable *
streek_own_names_read_table (StreekSource *source,
                             const StreekAreas *areas,
                             const char *set,
                             const char *known_from,
                             GCancellable *cancellable,
                             GError **error)
{
  g_return_val_if_fail (source != NULL && areas != NULL && set != NULL, NULL);

  if (streek_areas_find_set (areas, set, error) == NULL)
    return NULL;

  g_autoptr (StreekGrid) grid = streek_grid_read (source, 0, MAX_ROWS, cancellable, error);

  if (grid == NULL)
    return NULL;

  g_autoptr (StreekAreaNames) known = streek_area_names_new (areas, set);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) means = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  StreekOwnNameTable *table = g_new0 (StreekOwnNameTable, 1);
  Reading self = { .areas = areas,
                   .set = set,
                   .known_from = known_from,
                   .newest = streek_areas_get_newest_date (areas),
                   .known = known,
                   .seen = seen,
                   .means = means,
                   .name_column = 0,
                   .area_column = 1,
                   .table = table };

  table->names = g_ptr_array_new_with_free_func ((GDestroyNotify) streek_own_name_free);
  table->findings = g_ptr_array_new_with_free_func ((GDestroyNotify) streek_finding_free);
  read_rows (&self, grid);

  return table;
}
