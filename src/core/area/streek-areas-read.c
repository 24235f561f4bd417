/* streek-areas-read.c: the rows that areas are computed from, as the file holds them */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "area/streek-areas-loader.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

static const char *
intern (StreekAreasLoader *loader, sqlite3_stmt *stmt, int column)
{
  const char **before = &loader->before[column].text;
  const char *text = (const char *) sqlite3_column_text (stmt, column);

  if (*before == NULL || g_strcmp0 (*before, text) != 0)
    *before =
      g_string_chunk_insert_const (loader->areas->strings, streek_db_peek_text (stmt, column));

  return *before;
}

static const char *
intern_nullable (StreekAreasLoader *loader, sqlite3_stmt *stmt, int column)
{
  return sqlite3_column_type (stmt, column) != SQLITE_NULL ? intern (loader, stmt, column) : NULL;
}

gboolean
streek_areas_refuse (GError **error)
{
  g_set_error_literal (error, STREEK_AREA_ERROR, STREEK_AREA_ERROR_INVALID,
                       _ ("The tables of areas contradict themselves. Update the reference data, "
                          "or restore the newest backup copy."));

  return FALSE;
}

static gboolean
read_date (StreekAreasLoader *loader,
           sqlite3_stmt *stmt,
           int column,
           StreekDate otherwise,
           StreekDate *date,
           GError **error)
{
  const char *text = intern_nullable (loader, stmt, column);
  StreekAreasCell *before = &loader->before[column];

  *date = otherwise;

  if (text == NULL)
    return TRUE;

  if (text != before->date_text)
    {
      if (!streek_date_parse (text, &before->date, NULL))
        return streek_areas_refuse (error);

      before->date_text = text;
    }

  *date = before->date;

  return TRUE;
}

static gboolean
read_interval (
  StreekAreasLoader *loader, sqlite3_stmt *stmt, int column, StreekInterval *valid, GError **error)
{
  return read_date (loader, stmt, column, STREEK_DATE_NONE, &valid->from, error) &&
         read_date (loader, stmt, column + 1, STREEK_DATE_OPEN, &valid->to, error) &&
         (valid->from < valid->to || streek_areas_refuse (error));
}

typedef gboolean (*ReadRow) (StreekAreasLoader *loader, sqlite3_stmt *stmt, GError **error);

static gboolean
read_all (StreekAreasLoader *loader, const char *sql, ReadRow read_row, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt = streek_db_prepare (loader->db, sql, error);
  StreekStep step;

  if (stmt == NULL)
    return FALSE;

  while ((step = streek_db_step (stmt, error)) == STREEK_STEP_ROW)
    if (!read_row (loader, stmt, error))
      return FALSE;

  return step == STREEK_STEP_DONE;
}

static StreekAreasMesh *
find_mesh (const StreekAreas *areas, const char *code)
{
  for (guint i = 0; i < areas->meshes->len; i++)
    {
      StreekAreasMesh *mesh = areas->meshes->pdata[i];

      if (strcmp (mesh->code, code) == 0)
        return mesh;
    }

  return NULL;
}

static StreekMesh *
read_mesh (sqlite3_stmt *stmt, int column, GError **error)
{
  /* Borrowed from the statement: the mesh copies what it needs before the next step. */
  g_autoptr (GBytes) bytes = g_bytes_new_static (sqlite3_column_blob (stmt, column),
                                                 (gsize) sqlite3_column_bytes (stmt, column));

  return streek_mesh_new_from_bytes (bytes, error);
}

static gboolean
add_mesh (
  StreekAreasLoader *loader, const char *code, sqlite3_stmt *stmt, int column, GError **error)
{
  StreekMesh *mesh = loader->with_meshes ? read_mesh (stmt, column, error) : NULL;

  if (loader->with_meshes && mesh == NULL)
    return FALSE;

  StreekAreasMesh *entry = g_new0 (StreekAreasMesh, 1);

  entry->code = code;
  entry->mesh = mesh;
  entry->attribution = g_strdup ("");
  entry->unit_codes = g_ptr_array_new ();
  g_ptr_array_add (loader->areas->meshes, entry);

  return TRUE;
}

static gboolean
read_mesh_row (StreekAreasLoader *loader, sqlite3_stmt *stmt, GError **error)
{
  return add_mesh (loader, intern (loader, stmt, 0), stmt, 1, error);
}

/* Whether another unit fits in the mesh; where that was not read, nobody knows. */
static gboolean
has_room (const StreekAreasMesh *mesh)
{
  return mesh->mesh == NULL || mesh->unit_codes->len < streek_mesh_get_n_units (mesh->mesh);
}

static gboolean
check_n_units (const StreekAreasLoader *loader, GError **error)
{
  for (guint i = 0; i < loader->areas->meshes->len; i++)
    {
      const StreekAreasMesh *mesh = loader->areas->meshes->pdata[i];

      if (mesh->mesh != NULL && mesh->unit_codes->len != streek_mesh_get_n_units (mesh->mesh))
        return streek_areas_refuse (error);
    }

  return TRUE;
}

static gboolean
read_unit_code_row (StreekAreasLoader *loader, sqlite3_stmt *stmt, GError **error)
{
  StreekAreasMesh *mesh = find_mesh (loader->areas, streek_db_peek_text (stmt, 0));

  if (mesh == NULL || sqlite3_column_int64 (stmt, 1) != mesh->unit_codes->len || !has_room (mesh))
    return streek_areas_refuse (error);

  g_ptr_array_add (mesh->unit_codes, (gpointer) intern (loader, stmt, 2));

  return TRUE;
}

static gboolean
read_attribution_row (StreekAreasLoader *loader, sqlite3_stmt *stmt, GError **error)
{
  StreekAreasMesh *mesh = find_mesh (loader->areas, streek_db_peek_text (stmt, 0));

  if (mesh == NULL)
    return streek_areas_refuse (error);

  char *lines = g_strconcat (mesh->attribution, mesh->attribution[0] != '\0' ? "\n" : "",
                             streek_db_peek_text (stmt, 1), NULL);

  g_free (mesh->attribution);
  mesh->attribution = lines;

  return TRUE;
}

static gboolean
read_set_row (StreekAreasLoader *loader, sqlite3_stmt *stmt, GError **error)
{
  StreekAreasMesh *mesh = find_mesh (loader->areas, streek_db_peek_text (stmt, 2));
  StreekDate partition_from;

  if (mesh == NULL)
    return streek_areas_refuse (error);
  if (!read_date (loader, stmt, 4, STREEK_DATE_NONE, &partition_from, error))
    return FALSE;

  StreekAreasSet *entry = g_new0 (StreekAreasSet, 1);

  entry->mesh = mesh;
  entry->set = (StreekAreaSet){ .code = intern (loader, stmt, 0),
                                .name = intern (loader, stmt, 1),
                                .mesh = mesh->code,
                                .partition_of = intern_nullable (loader, stmt, 3),
                                .partition_from = partition_from,
                                .overlaps = sqlite3_column_int (stmt, 5) != 0,
                                .rank = sqlite3_column_int (stmt, 6),
                                .source = intern (loader, stmt, 7),
                                .note = intern (loader, stmt, 8),
                                .legal_basis = intern (loader, stmt, 9) };
  g_ptr_array_add (loader->areas->sets, entry);

  return TRUE;
}

static gboolean
read_name_row (StreekAreasLoader *loader, sqlite3_stmt *stmt, GError **error)
{
  StreekNameRow row = { .set = intern (loader, stmt, 0), .code = intern (loader, stmt, 1) };

  if (!read_interval (loader, stmt, 2, &row.valid, error))
    return FALSE;

  row.name = intern (loader, stmt, 4);
  row.name_fr = intern_nullable (loader, stmt, 5);
  row.source = intern (loader, stmt, 6);
  row.note = intern (loader, stmt, 7);
  g_array_append_val (loader->names, row);

  return TRUE;
}

/* Members are areas of the finest set that has units of its own. */
static void
note_base (StreekAreasLoader *loader, const StreekAreasSet *entry)
{
  const char *known = g_hash_table_lookup (loader->base_of_mesh, entry->mesh->code);

  if (known == NULL || streek_areas_find_entry (loader->areas, known)->set.rank < entry->set.rank)
    g_hash_table_insert (loader->base_of_mesh, (gpointer) entry->mesh->code,
                         (gpointer) entry->set.code);
}

static gboolean
read_unit_row (StreekAreasLoader *loader, sqlite3_stmt *stmt, GError **error)
{
  StreekUnitRow row = { .set = intern (loader, stmt, 0), .code = intern (loader, stmt, 1) };
  const StreekAreasSet *entry = streek_areas_find_entry (loader->areas, row.set);
  gint64 unit = sqlite3_column_int64 (stmt, 2);

  if (!read_interval (loader, stmt, 3, &row.valid, error))
    return FALSE;
  if (entry == NULL || unit < 0 || unit >= entry->mesh->unit_codes->len)
    return streek_areas_refuse (error);

  row.unit = (guint32) unit;
  g_array_append_val (loader->units, row);
  if (!entry->set.own)
    note_base (loader, entry);

  return TRUE;
}

static gboolean
read_member_row (StreekAreasLoader *loader, sqlite3_stmt *stmt, GError **error)
{
  StreekMemberRow row = { .set = intern (loader, stmt, 0),
                          .code = intern (loader, stmt, 1),
                          .member = intern (loader, stmt, 2),
                          .certainty = strcmp (streek_db_peek_text (stmt, 5), "documented") == 0
                                         ? STREEK_CERTAINTY_DOCUMENTED
                                         : STREEK_CERTAINTY_INFERRED };

  if (!read_interval (loader, stmt, 3, &row.valid, error))
    return FALSE;

  g_array_append_val (loader->members, row);

  return TRUE;
}

static gboolean
read_correction_row (StreekAreasLoader *loader, sqlite3_stmt *stmt, GError **error)
{
  StreekMemberRow row = { .set = intern (loader, stmt, 0),
                          .code = intern (loader, stmt, 1),
                          .member = intern (loader, stmt, 2),
                          .certainty = STREEK_CERTAINTY_CORRECTED,
                          .present = sqlite3_column_int (stmt, 5) != 0 };

  if (!read_interval (loader, stmt, 3, &row.valid, error))
    return FALSE;

  g_array_append_val (loader->corrections, row);

  return TRUE;
}

static gboolean
read_succession_row (StreekAreasLoader *loader, sqlite3_stmt *stmt, GError **error)
{
  StreekSuccession row = { .set = intern (loader, stmt, 0),
                           .old_code = intern (loader, stmt, 1),
                           .new_code = intern (loader, stmt, 2) };

  if (!read_date (loader, stmt, 3, STREEK_DATE_NONE, &row.on, error))
    return FALSE;

  g_array_append_val (loader->areas->successions, row);

  return TRUE;
}

static gboolean
read_alias_row (StreekAreasLoader *loader, sqlite3_stmt *stmt, GError **error)
{
  StreekAreaAlias row = { .set = intern (loader, stmt, 0),
                          .code = intern (loader, stmt, 1),
                          .alias = intern (loader, stmt, 2) };

  g_array_append_val (loader->areas->aliases, row);

  return TRUE;
}

static gboolean
read_given_row (StreekAreasLoader *loader, sqlite3_stmt *stmt, GError **error)
{
  if (!read_alias_row (loader, stmt, error))
    return FALSE;

  GArray *aliases = loader->areas->aliases;

  g_array_index (aliases, StreekAreaAlias, aliases->len - 1).given = TRUE;

  return TRUE;
}

static gboolean
read_meshes (StreekAreasLoader *loader, GError **error)
{
  const char *sql = loader->with_meshes ? "SELECT code, data FROM ref_mesh ORDER BY code"
                                        : "SELECT code FROM ref_mesh ORDER BY code";

  return read_all (loader, sql, read_mesh_row, error) &&
         read_all (loader, "SELECT mesh, unit, code FROM ref_unit ORDER BY mesh, unit",
                   read_unit_code_row, error) &&
         read_all (loader, "SELECT mesh, text FROM ref_attribution ORDER BY mesh, rank",
                   read_attribution_row, error) &&
         check_n_units (loader, error);
}

/* Sets that people brought. They come after those of the reference data; where one of these has the
 * same code since an update, it wins, and the own set waits until it gets another. */

static StreekAreasSet *
find_own_set (StreekAreasLoader *loader, sqlite3_stmt *stmt)
{
  StreekAreasSet *entry = streek_areas_find_entry (loader->areas, streek_db_peek_text (stmt, 0));

  return entry != NULL && entry->set.own ? entry : NULL;
}

static int
get_last_rank (const StreekAreas *areas)
{
  const StreekAreasSet *last =
    areas->sets->len > 0 ? areas->sets->pdata[areas->sets->len - 1] : NULL;

  return last != NULL ? last->set.rank + (last->set.own ? 0 : 1) : 0;
}

static StreekAreasMesh *
find_reference_mesh (const StreekAreas *areas)
{
  for (guint i = 0; i < areas->meshes->len; i++)
    if (!((StreekAreasMesh *) areas->meshes->pdata[i])->own)
      return areas->meshes->pdata[i];

  return NULL;
}

static gboolean
read_own_mesh (StreekAreasLoader *loader,
               sqlite3_stmt *stmt,
               StreekAreasMesh **mesh,
               GError **error)
{
  g_autofree char *code = g_strconcat ("own:", streek_db_peek_text (stmt, 0), NULL);

  if (!add_mesh (loader, g_string_chunk_insert_const (loader->areas->strings, code), stmt, 5,
                 error))
    return FALSE;

  *mesh = loader->areas->meshes->pdata[loader->areas->meshes->len - 1];
  (*mesh)->own = TRUE; /* nothing to attribute: its source is that of the set */

  return TRUE;
}

static gboolean
read_own_set_row (StreekAreasLoader *loader, sqlite3_stmt *stmt, GError **error)
{
  StreekAreasMesh *mesh = find_reference_mesh (loader->areas);
  gboolean has_mesh = sqlite3_column_type (stmt, 5) != SQLITE_NULL;

  if (streek_areas_find_entry (loader->areas, streek_db_peek_text (stmt, 0)) != NULL)
    return TRUE;
  if (has_mesh && !read_own_mesh (loader, stmt, &mesh, error))
    return FALSE;
  if (mesh == NULL)
    return streek_areas_refuse (error);

  StreekAreasSet *entry = g_new0 (StreekAreasSet, 1);

  entry->mesh = mesh;
  entry->set = (StreekAreaSet){ .code = intern (loader, stmt, 0),
                                .name = intern (loader, stmt, 1),
                                .mesh = mesh->code,
                                .partition_from = STREEK_DATE_NONE,
                                .overlaps = sqlite3_column_int (stmt, 2) != 0,
                                .rank = get_last_rank (loader->areas),
                                .source = intern (loader, stmt, 3),
                                .note = intern (loader, stmt, 4),
                                .legal_basis = "",
                                .own = TRUE,
                                .own_borders = has_mesh };
  g_ptr_array_add (loader->areas->sets, entry);
  if (has_mesh)
    g_hash_table_insert (loader->base_of_mesh, (gpointer) mesh->code, (gpointer) entry->set.code);

  return TRUE;
}

static gboolean
read_own_name_row (StreekAreasLoader *loader, sqlite3_stmt *stmt, GError **error)
{
  return find_own_set (loader, stmt) == NULL || read_name_row (loader, stmt, error);
}

/* One line of a list: the next unit of the mesh, what it is called and since when. */
static gboolean
read_own_line (StreekAreasLoader *loader,
               const StreekAreasSet *entry,
               StreekNameRow *row,
               char *line,
               GError **error)
{
  GPtrArray *unit_codes = entry->mesh->unit_codes;
  char *tab = strchr (line, '\t');
  StreekUnitRow unit = { .set = row->set, .valid = row->valid, .unit = unit_codes->len };

  if (tab == NULL || tab == line || tab[1] == '\0' || !has_room (entry->mesh))
    return streek_areas_refuse (error);

  *tab = '\0';
  row->code = g_string_chunk_insert_const (loader->areas->strings, line);
  row->name = g_string_chunk_insert_const (loader->areas->strings, tab + 1);
  unit.code = row->code;
  g_ptr_array_add (unit_codes, (gpointer) row->code);
  g_array_append_val (loader->names, *row);
  g_array_append_val (loader->units, unit);

  return TRUE;
}

/* The areas of a set with a mesh of its own. */
static gboolean
read_own_list_row (StreekAreasLoader *loader, sqlite3_stmt *stmt, GError **error)
{
  const StreekAreasSet *entry = find_own_set (loader, stmt);
  StreekNameRow row = { .set = intern (loader, stmt, 0),
                        .source = intern (loader, stmt, 4),
                        .note = intern (loader, stmt, 5) };
  g_autofree char *text = streek_db_dup_text (stmt, 3);

  if (entry == NULL)
    return TRUE;
  if (!entry->mesh->own)
    return streek_areas_refuse (error);
  if (!read_interval (loader, stmt, 1, &row.valid, error))
    return FALSE;

  for (char *line = text, *end; line != NULL; line = end)
    {
      end = strchr (line, '\n');
      if (end != NULL)
        *end++ = '\0';
      if (!read_own_line (loader, entry, &row, line, error))
        return FALSE;
    }

  return TRUE;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  const StreekNameRow *first = a;
  const StreekNameRow *second = b;
  int sets = first->set != second->set ? strcmp (first->set, second->set) : 0;
  int codes = sets == 0 && first->code != second->code ? strcmp (first->code, second->code) : sets;

  return codes != 0
           ? codes
           : (first->valid.from > second->valid.from) - (first->valid.from < second->valid.from);
}

/* Lists are in the order of their units; from @first on they come into that of set and code, in
 * which no area is there twice. */
static gboolean
sort_names (StreekAreasLoader *loader, guint first, GError **error)
{
  StreekNameRow *rows = (StreekNameRow *) (gpointer) loader->names->data;
  guint n = loader->names->len;
  gboolean in_order = TRUE;

  for (guint i = first + 1; in_order && i < n; i++)
    in_order = compare_names (&rows[i - 1], &rows[i]) < 0;
  if (in_order)
    return TRUE;

  qsort (rows + first, n - first, sizeof (StreekNameRow), compare_names);
  for (guint i = first + 1; i < n; i++)
    if (compare_names (&rows[i - 1], &rows[i]) == 0)
      return streek_areas_refuse (error);

  return TRUE;
}

/* A unit by its code. One that newer reference data do not have any more is said in the checks. */
static gboolean
read_own_member_row (StreekAreasLoader *loader, sqlite3_stmt *stmt, GError **error)
{
  const StreekAreasSet *entry = find_own_set (loader, stmt);
  StreekUnitRow row = { .set = intern (loader, stmt, 0), .code = intern (loader, stmt, 1) };
  const char *code = intern (loader, stmt, 2);

  if (entry == NULL)
    return TRUE;
  if (entry->mesh->own)
    return streek_areas_refuse (error);
  if (!read_interval (loader, stmt, 3, &row.valid, error))
    return FALSE;

  gpointer found = g_hash_table_lookup (loader->unit_of_code, code);

  if (found == NULL)
    {
      StreekLooseMember loose = { row.set, row.code, code, row.valid, FALSE, FALSE };

      g_array_append_val (loader->areas->loose_members, loose);
      return TRUE;
    }

  row.unit = GPOINTER_TO_UINT (found) - 1;
  g_array_append_val (loader->units, row);

  return TRUE;
}

static void
index_unit_codes (StreekAreasLoader *loader)
{
  const StreekAreasMesh *mesh = find_reference_mesh (loader->areas);

  for (guint i = 0; mesh != NULL && i < mesh->unit_codes->len; i++)
    g_hash_table_insert (loader->unit_of_code, mesh->unit_codes->pdata[i],
                         GUINT_TO_POINTER (i + 1));
}

static gboolean
read_own_tables (StreekAreasLoader *loader, GError **error)
{
  static const char with_meshes[] =
    "SELECT s.code, s.name, s.overlaps, s.source, s.note, m.data FROM own_area_set s "
    "LEFT JOIN own_mesh m ON m.set_code = s.code ORDER BY s.code";
  static const char without_meshes[] =
    "SELECT s.code, s.name, s.overlaps, s.source, s.note, m.set_code FROM own_area_set s "
    "LEFT JOIN own_mesh m ON m.set_code = s.code ORDER BY s.code";

  guint n_names = loader->names->len;

  index_unit_codes (loader);

  return read_all (loader, loader->with_meshes ? with_meshes : without_meshes, read_own_set_row,
                   error) &&
         read_all (loader,
                   "SELECT a.set_code, a.code, a.valid_from, a.valid_to, a.name, NULL, s.source, "
                   "s.note FROM own_area a JOIN own_area_set s ON s.code = a.set_code "
                   "ORDER BY a.set_code, a.code, a.valid_from",
                   read_own_name_row, error) &&
         read_all (loader,
                   "SELECT l.set_code, l.valid_from, l.valid_to, l.areas, s.source, s.note "
                   "FROM own_area_list l JOIN own_area_set s ON s.code = l.set_code "
                   "ORDER BY l.set_code",
                   read_own_list_row, error) &&
         check_n_units (loader, error) && sort_names (loader, n_names, error) &&
         read_all (loader,
                   "SELECT u.set_code, u.code, u.unit_code, a.valid_from, a.valid_to "
                   "FROM own_area_unit u "
                   "JOIN own_area a ON a.set_code = u.set_code AND a.code = u.code "
                   "ORDER BY u.set_code, u.code, u.unit_code, a.valid_from",
                   read_own_member_row, error);
}

gboolean
streek_areas_read_tables (StreekAreasLoader *loader, GError **error)
{
  return read_meshes (loader, error) &&
         read_all (loader,
                   "SELECT code, name, mesh, partition_of, partition_from, overlaps, rank, source, "
                   "note, legal_basis FROM ref_area_set ORDER BY rank, code",
                   read_set_row, error) &&
         read_all (loader,
                   "SELECT set_code, code, valid_from, valid_to, name, name_fr, source, note "
                   "FROM ref_area ORDER BY set_code, code, valid_from",
                   read_name_row, error) &&
         read_all (loader,
                   "SELECT set_code, code, unit, valid_from, valid_to "
                   "FROM ref_area_unit ORDER BY set_code, code, unit, valid_from",
                   read_unit_row, error) &&
         read_all (loader,
                   "SELECT set_code, code, member_code, valid_from, valid_to, certainty "
                   "FROM ref_member ORDER BY set_code, code, member_code, valid_from",
                   read_member_row, error) &&
         read_all (loader,
                   "SELECT set_code, area_code, member_code, valid_from, valid_to, present "
                   "FROM membership_correction "
                   "ORDER BY set_code, area_code, member_code, valid_from",
                   read_correction_row, error) &&
         read_all (loader,
                   "SELECT set_code, old_code, new_code, on_date "
                   "FROM ref_succession ORDER BY set_code, old_code, on_date, new_code",
                   read_succession_row, error) &&
         read_all (loader, "SELECT set_code, code, alias FROM ref_alias ORDER BY 1, 2, 3",
                   read_alias_row, error) &&
         read_all (loader, "SELECT set_code, code, name FROM own_name ORDER BY 1, 2, 3",
                   read_given_row, error) &&
         read_own_tables (loader, error);
}
