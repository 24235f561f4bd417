/* figure-fixture.c: totals over the shipped reference data, or over a small map in memory */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "figure-fixture.h"

#include "base/streek-number.h"
#include "indicator/streek-roster.h"
#include "indicator/streek-vector.h"
#include "streek-letters-db.h"

#include <math.h>

static void
copy_database (StreekDb *from, StreekDb *to)
{
  sqlite3_backup *backup =
    sqlite3_backup_init (streek_db_get_handle (to), "main", streek_db_get_handle (from), "main");

  g_assert_nonnull (backup);
  g_assert_cmpint (sqlite3_backup_step (backup, -1), ==, SQLITE_DONE);
  g_assert_cmpint (sqlite3_backup_finish (backup), ==, SQLITE_OK);
}

static void
load (FigureFixture *fixture)
{
  g_autoptr (GError) error = NULL;

  fixture->areas = streek_areas_load (fixture->db, &error);
  g_assert_no_error (error);
  fixture->catalogue = streek_catalogue_load (fixture->db, &error);
  g_assert_no_error (error);
  fixture->totals = streek_totals_new (fixture->db, fixture->areas, fixture->catalogue);
}

FigureFixture *
figure_fixture_open_template (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (g_getenv ("STREEK_DATADIR"), "template.streek", NULL);
  g_autoptr (StreekDb) file = streek_db_open (path, STREEK_DB_IMMUTABLE, &error);

  g_assert_no_error (error);

  FigureFixture *fixture = g_new0 (FigureFixture, 1);

  fixture->db = streek_db_open_memory (&error);
  g_assert_no_error (error);
  copy_database (file, fixture->db);
  load (fixture);

  return fixture;
}

FigureFixture *
figure_fixture_new_letters (const char *row)
{
  const char *const rows[] = { row };
  FigureFixture *fixture = g_new0 (FigureFixture, 1);

  fixture->db = streek_letters_new_db (rows, 1);
  streek_letters_add_set (fixture->db, "land", NULL, FALSE, 10);
  streek_letters_add_area (fixture->db, "land", "ALL", "1983-01-01", NULL);
  streek_letters_add_members (fixture->db, "land", "ALL", row, "1983-01-01", NULL, TRUE);
  streek_letters_add_set (fixture->db, "streek", NULL, FALSE, 20);
  streek_letters_add_area (fixture->db, "streek", "ABC", "1983-01-01", NULL);
  streek_letters_add_members (fixture->db, "streek", "ABC", "ABC", "1983-01-01", NULL, TRUE);
  streek_letters_add_area (fixture->db, "streek", "DEF", "1983-01-01", NULL);
  streek_letters_add_members (fixture->db, "streek", "DEF", "DEF", "1983-01-01", NULL, TRUE);
  streek_letters_add_set (fixture->db, "nieuw", NULL, FALSE, 90);
  streek_letters_add_area (fixture->db, "nieuw", "AB", "2019-01-01", NULL);
  streek_letters_add_members (fixture->db, "nieuw", "AB", "AB", "2019-01-01", NULL, TRUE);

  for (const char *letter = row + 2; *letter != '\0'; letter++)
    {
      const char code[] = { *letter, '\0' };

      streek_letters_add_area (fixture->db, "nieuw", code, "2019-01-01", NULL);
      streek_letters_add_members (fixture->db, "nieuw", code, code, "2019-01-01", NULL, TRUE);
    }

  return fixture;
}

void
figure_fixture_add_indicator (FigureFixture *fixture,
                              const char *code,
                              const char *kind,
                              const char *components)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) parts = g_strsplit (components != NULL ? components : "", "/", 2);
  gboolean is_ratio = g_str_equal (kind, "ratio");
  g_autoptr (sqlite3_stmt) stmt = streek_db_prepare (
    fixture->db,
    "INSERT INTO ref_indicator (code, rank, theme, name, name_en, definition, unit, kind, "
    "time_kind, direction, decimals, numerator, denominator, multiplier, weight, source, licence, "
    "has_data) VALUES (?1, 1, 'Test', ?1, ?1, '', 'n', ?2, 'stock_first_day', 'neutral', 1, ?3, "
    "?4, 100, ?5, 'test', 'none', 1)",
    &error);

  g_assert_no_error (error);
  streek_db_bind_text (stmt, 1, code);
  streek_db_bind_text (stmt, 2, kind);
  streek_db_bind_text (stmt, 3, is_ratio ? parts[0] : NULL);
  streek_db_bind_text (stmt, 4, is_ratio ? parts[1] : NULL);
  streek_db_bind_text (stmt, 5, is_ratio ? NULL : components);
  streek_db_finish (stmt, &error);
  g_assert_no_error (error);
}

static void
unload (FigureFixture *fixture)
{
  g_clear_pointer (&fixture->totals, streek_totals_free);
  g_clear_pointer (&fixture->catalogue, streek_catalogue_unref);
  g_clear_pointer (&fixture->areas, streek_areas_unref);
}

void
figure_fixture_reload (FigureFixture *fixture)
{
  unload (fixture);
  load (fixture);
}

void
figure_fixture_free (FigureFixture *fixture)
{
  unload (fixture);
  streek_db_close (fixture->db);
  g_free (fixture);
}

void
figure_fixture_execute (FigureFixture *fixture, const char *sql)
{
  g_autoptr (GError) error = NULL;

  streek_db_execute (fixture->db, sql, &error);
  g_assert_no_error (error);
}

void
figure_fixture_compute (FigureFixture *fixture,
                        const char *indicator,
                        const char *area,
                        const char *on,
                        const char *period,
                        double min_coverage_pct,
                        StreekTotal *total)
{
  g_autoptr (GError) error = NULL;
  StreekDate date;
  StreekPeriod parsed;
  const StreekIndicator *found = streek_catalogue_find (fixture->catalogue, indicator, &error);

  g_assert_no_error (error);
  g_assert_true (streek_date_parse (on, &date, NULL));
  g_assert_true (streek_period_parse (period, &parsed, NULL));

  const StreekArea *where = streek_areas_resolve_ref (fixture->areas, area, date, NULL, &error);

  g_assert_no_error (error);
  streek_totals_compute (fixture->totals, found, where, parsed, min_coverage_pct, total, &error);
  g_assert_no_error (error);
  g_assert_true ((total->missing == STREEK_MISSING_NONE) == isfinite (total->value));
}

double
figure_fixture_get (FigureFixture *fixture,
                    const char *indicator,
                    const char *area,
                    const char *on,
                    const char *period)
{
  StreekTotal total;

  figure_fixture_compute (fixture, indicator, area, on, period, NAN, &total);

  double value = total.value;

  g_assert_cmpstr (streek_missing_get_id (total.missing), ==, "value");
  streek_total_clear (&total);

  return value;
}

StreekMissing
figure_fixture_get_missing (FigureFixture *fixture,
                            const char *indicator,
                            const char *area,
                            const char *on,
                            const char *period)
{
  StreekTotal total;

  figure_fixture_compute (fixture, indicator, area, on, period, NAN, &total);

  StreekMissing missing = total.missing;

  g_assert_cmpstr (streek_missing_get_id (missing), !=, "value");
  streek_total_clear (&total);

  return missing;
}

/* "12", or "12p" for a provisional one, "12e" for an estimate, "12f" for a projection */
static void
set_cell (StreekVector *vector, guint i, const char *cell)
{
  static const struct
  {
    char mark;
    StreekStatus status;
  } marks[] = {
    { 'p', STREEK_STATUS_PROVISIONAL },
    { 'e', STREEK_STATUS_ESTIMATE },
    { 'f', STREEK_STATUS_PROJECTION },
  };
  g_autofree char *number = g_strdup (cell);
  StreekStatus status = STREEK_STATUS_FINAL;
  gsize last = strlen (number) - 1;
  double value;

  for (gsize j = 0; j < G_N_ELEMENTS (marks); j++)
    if (number[last] == marks[j].mark)
      {
        status = marks[j].status;
        number[last] = '\0';
        break;
      }

  g_assert_true (streek_number_parse (number, &value));
  streek_vector_set_value (vector, i, value, status);
}

static GBytes *
make_blob (char **cells)
{
  g_autoptr (StreekVector) vector = streek_vector_new (g_strv_length (cells));
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < vector->n; i++)
    {
      StreekMissing missing;

      if (streek_missing_parse_id (cells[i], &missing))
        streek_vector_set_missing (vector, i, missing);
      else
        set_cell (vector, i, cells[i]);
    }

  GBytes *bytes = streek_vector_to_bytes (vector, &error);

  g_assert_no_error (error);

  return bytes;
}

void
figure_fixture_add_vector (FigureFixture *fixture,
                           const char *indicator,
                           const char *period,
                           const char *set,
                           const char *on,
                           const char *codes,
                           const char *cells)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) code_list = g_strsplit (codes, " ", -1);
  g_auto (GStrv) cell_list = g_strsplit (cells, " ", -1);
  StreekDate date;

  g_assert_true (streek_date_parse (on, &date, NULL));
  g_assert_cmpuint (g_strv_length (code_list), ==, g_strv_length (cell_list));

  g_autoptr (StreekRoster) roster = streek_roster_new (set, date, (const char *const *) code_list);
  g_autoptr (GBytes) bytes = make_blob (cell_list);

  streek_roster_write (fixture->db, roster, &error);
  g_assert_no_error (error);

  g_autoptr (sqlite3_stmt) stmt = streek_db_prepare (
    fixture->db,
    "INSERT OR REPLACE INTO vector (indicator, period, roster_id, source, licence, data) "
    "VALUES (?1, ?2, ?3, 'test', 'none', ?4)",
    &error);

  g_assert_no_error (error);
  streek_db_bind_text (stmt, 1, indicator);
  streek_db_bind_text (stmt, 2, period);
  streek_db_bind_text (stmt, 3, roster->id);
  sqlite3_bind_blob (stmt, 4, g_bytes_get_data (bytes, NULL), (int) g_bytes_get_size (bytes),
                     SQLITE_TRANSIENT);
  streek_db_finish (stmt, &error);
  g_assert_no_error (error);
}
