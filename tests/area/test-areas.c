/* test-areas.c: areas through time, computed from names, members and corrections */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "area/streek-areas.h"
#include "store/streek-schema.h"
#include "streek-letters-db.h"

#include <string.h>

/* Four municipalities in a row. */
static const char *const four[] = { "ABCD" };

static StreekAreas *
load (StreekDb *db)
{
  g_autoptr (GError) error = NULL;
  StreekAreas *areas = streek_areas_load (db, &error);

  g_assert_no_error (error);
  g_assert_nonnull (areas);

  return areas;
}

static StreekDate
day (const char *text)
{
  StreekDate date = STREEK_DATE_NONE;

  g_assert_true (streek_date_parse (text, &date, NULL));

  return date;
}

/* "1983-01-01..2010-01-01 AB documented", one line per link; units are numbered as letters are. */
static char *
describe_chain (const StreekAreas *areas, const char *set, const char *code)
{
  static const char *const certainties[] = { "documented", "inferred", "corrected" };
  g_autoptr (GPtrArray) chain = streek_areas_list_chain (areas, set, code);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < chain->len; i++)
    {
      const StreekArea *area = chain->pdata[i];
      g_autofree char *from = streek_date_to_string (area->valid.from);
      g_autofree char *to = streek_date_to_string (area->valid.to);

      g_string_append_printf (text, "%s..%s ", from, to);

      for (guint j = 0; j < area->units.n; j++)
        g_string_append_c (text, (char) ('A' + area->units.ids[j]));

      g_string_append_printf (text, " %s\n", certainties[area->certainty]);
    }

  return g_string_free (text, FALSE);
}

static void
assert_chain (StreekDb *db, const char *set, const char *code, const char *expected)
{
  g_autoptr (StreekAreas) areas = load (db);
  g_autofree char *chain = describe_chain (areas, set, code);

  g_assert_cmpstr (chain, ==, expected);
}

static StreekDb *
new_db (void)
{
  StreekDb *db = streek_letters_new_db (four, G_N_ELEMENTS (four));

  streek_letters_add_set (db, "R", NULL, FALSE, 10);

  return db;
}

static void
test_interval_splits_where_units_change (void)
{
  g_autoptr (StreekDb) db = new_db ();

  streek_letters_add_area (db, "R", "west", "1990-01-01", NULL);
  streek_letters_add_members (db, "R", "west", "A", "1990-01-01", NULL, TRUE);
  streek_letters_add_members (db, "R", "west", "B", "1990-01-01", "2010-01-01", TRUE);
  streek_letters_add_members (db, "R", "west", "C", "2010-01-01", NULL, FALSE);
  assert_chain (db, "R", "west",
                "1990-01-01..2010-01-01 AB documented\n"
                "2010-01-01.. AC inferred\n");
}

/* A and B merge into M in 2019: the region is the same land before and after, one link. That its
 * list of 2019 was inferred makes a composition that was documented no less so. */
static void
test_interval_is_maximal (void)
{
  g_autoptr (StreekDb) db = new_db ();

  streek_letters_execute (db,
                          "UPDATE ref_area SET valid_to = '2019-01-01' WHERE code IN ('A', 'B');"
                          "UPDATE ref_area_unit SET valid_to = '2019-01-01' WHERE unit < 2;"
                          "INSERT INTO ref_area_unit VALUES"
                          " ('gemeente', 'M', 0, '2019-01-01', NULL),"
                          " ('gemeente', 'M', 1, '2019-01-01', NULL)");
  streek_letters_add_area (db, "gemeente", "M", "2019-01-01", NULL);
  streek_letters_add_area (db, "R", "west", "1990-01-01", NULL);
  streek_letters_add_members (db, "R", "west", "AB", "1990-01-01", "2019-01-01", TRUE);
  streek_letters_add_members (db, "R", "west", "M", "2019-01-01", NULL, FALSE);
  assert_chain (db, "R", "west", "1990-01-01.. AB documented\n");
  assert_chain (db, "gemeente", "A", "1983-01-01..2019-01-01 A documented\n");
  assert_chain (db, "gemeente", "M", "2019-01-01.. AB documented\n");
}

/* A municipality that grows keeps its code, as Antwerpen did in 2025. */
static void
test_same_code_other_units (void)
{
  g_autoptr (StreekDb) db = new_db ();

  streek_letters_execute (
    db, "UPDATE ref_area_unit SET valid_to = '2025-01-01' WHERE unit = 1;"
        "UPDATE ref_area SET valid_to = '2025-01-01' WHERE code = 'B';"
        "INSERT INTO ref_area_unit VALUES ('gemeente', 'A', 1, '2025-01-01', NULL)");
  assert_chain (db, "gemeente", "A",
                "1983-01-01..2025-01-01 A documented\n"
                "2025-01-01.. AB documented\n");
}

/* An area is no older than its name, and a gap stays a gap. */
static void
test_area_lives_between_its_names (void)
{
  g_autoptr (StreekDb) db = new_db ();

  streek_letters_add_area (db, "R", "west", "1990-01-01", "2000-01-01");
  streek_letters_add_area (db, "R", "west", "2005-01-01", NULL);
  streek_letters_add_members (db, "R", "west", "A", "1983-01-01", NULL, TRUE);
  assert_chain (db, "R", "west",
                "1990-01-01..2000-01-01 A documented\n"
                "2005-01-01.. A documented\n");
}

static void
test_weakest_membership_counts (void)
{
  g_autoptr (StreekDb) db = new_db ();

  streek_letters_add_area (db, "R", "west", "1990-01-01", NULL);
  streek_letters_add_members (db, "R", "west", "A", "1990-01-01", NULL, TRUE);
  streek_letters_add_members (db, "R", "west", "B", "1990-01-01", NULL, FALSE);
  assert_chain (db, "R", "west", "1990-01-01.. AB inferred\n");
}

static void
add_west (StreekDb *db)
{
  streek_letters_add_area (db, "R", "west", "1990-01-01", NULL);
  streek_letters_add_members (db, "R", "west", "AB", "1990-01-01", NULL, TRUE);
}

static void
test_resolve_takes_nearest_date (void)
{
  g_autoptr (StreekDb) db = new_db ();

  add_west (db);

  g_autoptr (StreekAreas) areas = load (db);
  g_autoptr (GError) error = NULL;
  StreekDate used = STREEK_DATE_NONE;

  g_assert_null (streek_areas_find (areas, "R", "west", day ("1989-12-31")));
  g_assert_nonnull (streek_areas_find (areas, "R", "west", day ("1990-01-01")));
  g_assert_nonnull (streek_areas_resolve (areas, "R", "west", day ("1985-06-01"), &used, &error));
  g_assert_no_error (error);
  g_assert_cmpint (used, ==, day ("1990-01-01"));
  g_assert_nonnull (streek_areas_resolve_ref (areas, "R:west", day ("2024-01-01"), &used, &error));
  g_assert_cmpint (used, ==, day ("2024-01-01"));

  g_autoptr (GPtrArray) list = streek_areas_list (areas, "R", day ("1985-06-01"), &used, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (list->len, ==, 1);
  g_assert_cmpint (used, ==, day ("1990-01-01"));
}

static void
test_resolve_says_what_is_wrong (void)
{
  const struct
  {
    const char *ref;
    const char *on;
    int code;
  } cases[] = {
    { "west", "2000-01-01", STREEK_AREA_ERROR_BAD_REF },
    { ":west", "2000-01-01", STREEK_AREA_ERROR_BAD_REF },
    { "R:", "2000-01-01", STREEK_AREA_ERROR_BAD_REF },
    { "X:west", "2000-01-01", STREEK_AREA_ERROR_UNKNOWN_SET },
    { "R:east", "2000-01-01", STREEK_AREA_ERROR_UNKNOWN_AREA },
    { "R:west", "1982-12-31", STREEK_AREA_ERROR_NOT_THEN },
  };
  g_autoptr (StreekDb) db = new_db ();

  add_west (db);

  g_autoptr (StreekAreas) areas = load (db);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (
        streek_areas_resolve_ref (areas, cases[i].ref, day (cases[i].on), NULL, &error));
      g_assert_error (error, STREEK_AREA_ERROR, cases[i].code);
    }

  g_autoptr (GError) error = NULL;

  g_assert_null (streek_areas_list (areas, "X", day ("2000-01-01"), NULL, &error));
  g_assert_error (error, STREEK_AREA_ERROR, STREEK_AREA_ERROR_UNKNOWN_SET);
  g_clear_error (&error);
  g_assert_null (streek_areas_list (areas, "R", day ("1900-01-01"), NULL, &error));
  g_assert_error (error, STREEK_AREA_ERROR, STREEK_AREA_ERROR_NOT_THEN);
}

static void
test_list_within_tells_straddlers (void)
{
  g_autoptr (StreekDb) db = new_db ();

  add_west (db);
  streek_letters_add_set (db, "S", NULL, TRUE, 20);
  streek_letters_add_area (db, "S", "in", "1990-01-01", NULL);
  streek_letters_add_members (db, "S", "in", "A", "1990-01-01", NULL, TRUE);
  streek_letters_add_area (db, "S", "across", "1990-01-01", NULL);
  streek_letters_add_members (db, "S", "across", "BC", "1990-01-01", NULL, TRUE);
  streek_letters_add_area (db, "S", "out", "1990-01-01", NULL);
  streek_letters_add_members (db, "S", "out", "D", "1990-01-01", NULL, TRUE);

  g_autoptr (StreekAreas) areas = load (db);
  const StreekArea *west = streek_areas_find (areas, "R", "west", day ("2000-01-01"));
  g_autoptr (GPtrArray) straddling = NULL;
  g_autoptr (GPtrArray) inside =
    streek_areas_list_within (areas, "S", day ("2000-01-01"), west, &straddling, NULL, NULL);

  g_assert_cmpuint (inside->len, ==, 1);
  g_assert_cmpstr (((StreekArea *) inside->pdata[0])->code, ==, "in");
  g_assert_cmpuint (straddling->len, ==, 1);
  g_assert_cmpstr (((StreekArea *) straddling->pdata[0])->code, ==, "across");
}

static void
test_list_equal_units (void)
{
  g_autoptr (StreekDb) db = new_db ();

  add_west (db);
  streek_letters_add_set (db, "S", NULL, TRUE, 20);
  streek_letters_add_area (db, "S", "same", "1995-01-01", NULL);
  streek_letters_add_members (db, "S", "same", "BA", "1995-01-01", NULL, TRUE);

  g_autoptr (StreekAreas) areas = load (db);
  const guint32 ids[] = { 0, 1 };
  StreekUnits units = { 2, ids };
  g_autoptr (GPtrArray) before =
    streek_areas_list_equal_units (areas, STREEK_LETTERS_MESH, units, day ("1994-01-01"));
  g_autoptr (GPtrArray) after =
    streek_areas_list_equal_units (areas, STREEK_LETTERS_MESH, units, day ("2000-01-01"));

  g_assert_cmpuint (before->len, ==, 1);
  g_assert_cmpuint (after->len, ==, 2);
  g_assert_cmpstr (((StreekArea *) after->pdata[0])->code, ==, "west");
  g_assert_cmpstr (((StreekArea *) after->pdata[1])->code, ==, "same");
}

static void
test_change_dates (void)
{
  g_autoptr (StreekDb) db = new_db ();

  streek_letters_add_area (db, "R", "west", "1990-01-01", "2016-01-01");
  streek_letters_add_members (db, "R", "west", "AB", "1990-01-01", NULL, TRUE);
  streek_letters_add_area (db, "R", "east", "1990-01-01", NULL);
  streek_letters_add_members (db, "R", "east", "CD", "1990-01-01", NULL, TRUE);

  g_autoptr (StreekAreas) areas = load (db);
  g_autoptr (GArray) dates = streek_areas_list_change_dates (areas, "R");
  g_autoptr (GArray) all = streek_areas_list_change_dates (areas, NULL);

  g_assert_cmpuint (dates->len, ==, 2);
  g_assert_cmpint (g_array_index (dates, StreekDate, 0), ==, day ("1990-01-01"));
  g_assert_cmpint (g_array_index (dates, StreekDate, 1), ==, day ("2016-01-01"));
  g_assert_cmpuint (all->len, ==, 3);
  g_assert_cmpint (streek_areas_get_newest_date (areas), ==, day ("2016-01-01"));
}

static void
test_broken_tables_are_refused (void)
{
  const char *const breakages[] = {
    "UPDATE ref_area SET valid_from = 'soon' WHERE code = 'A'",
    "UPDATE ref_area_unit SET unit = 99 WHERE unit = 0",
    "DELETE FROM ref_unit WHERE unit = 3",
    "DELETE FROM ref_area_unit",
    "UPDATE ref_area_set SET mesh = 'other'",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (breakages); i++)
    {
      g_autoptr (StreekDb) db = new_db ();
      g_autoptr (GError) error = NULL;

      streek_letters_execute (db, "PRAGMA foreign_keys = OFF");
      streek_letters_execute (db, breakages[i]);
      g_assert_null (streek_areas_load (db, &error));
      g_assert_error (error, STREEK_AREA_ERROR, STREEK_AREA_ERROR_INVALID);
    }

  g_autoptr (StreekDb) db = new_db ();
  g_autoptr (GError) error = NULL;

  streek_letters_execute (db, "UPDATE ref_mesh SET data = substr (data, 2)");
  g_assert_null (streek_areas_load (db, &error));
  g_assert_error (error, STREEK_GEO_ERROR, STREEK_GEO_ERROR_INVALID);
}

/* A set with the map in letters for its own: four units, which come in another order than their
 * codes. */
static StreekDb *
new_db_with_list (const char *areas)
{
  StreekDb *db = new_db ();
  g_autofree char *insert =
    g_strdup_printf ("INSERT INTO own_area_list (set_code, valid_from, valid_to, areas) "
                     "VALUES ('wijk', '2001-01-01', '2005-01-01', '%s')",
                     areas);

  streek_letters_execute (
    db, "INSERT INTO own_area_set (code, name, overlaps, source, note, digest) "
        "VALUES ('wijk', 'Wijken', 0, 'wijken.shp', '', ''), ('zorg', 'Zorg', 0, '', '', '');"
        "INSERT INTO own_area (set_code, code, valid_from, name) "
        "VALUES ('zorg', '1', '1990-01-01', 'Een');"
        "INSERT INTO own_area_unit (set_code, code, unit_code) VALUES ('zorg', '1', 'B');"
        "INSERT INTO own_mesh (set_code, data) SELECT 'wijk', data FROM ref_mesh");
  streek_letters_execute (db, insert);

  return db;
}

static void
test_list_of_own_areas (void)
{
  g_autoptr (StreekDb) db = new_db_with_list ("9\tNegen\n7\tZeven km\n8\tAcht\nb\tBé");
  g_autoptr (StreekAreas) areas = load (db);
  g_autoptr (GPtrArray) all = streek_areas_list (areas, "wijk", day ("2004-12-31"), NULL, NULL);
  const StreekArea *nine = streek_areas_find (areas, "wijk", "9", day ("2001-01-01"));
  const StreekArea *seven = streek_areas_find (areas, "wijk", "7", day ("2001-01-01"));

  g_assert_cmpuint (all->len, ==, 4);
  g_assert_cmpstr (((StreekArea *) all->pdata[0])->code, ==, "7");
  g_assert_cmpstr (((StreekArea *) all->pdata[3])->name, ==, "Bé");
  g_assert_null (streek_areas_find (areas, "wijk", "9", day ("2005-01-01")));
  g_assert_cmpuint (nine->units.n, ==, 1);
  g_assert_cmpuint (nine->units.ids[0], ==, 0);
  g_assert_cmpuint (seven->units.ids[0], ==, 1);
  g_assert_cmpstr (streek_areas_get_unit_code (areas, nine->set->mesh, 0), ==, "9");
  g_assert_nonnull (streek_areas_find (areas, "zorg", "1", day ("2001-01-01")));
}

static void
test_broken_lists_are_refused (void)
{
  const char *const lists[] = {
    "9\tNegen\n7\tZeven\n8\tAcht",                  /* a unit is left over */
    "9\tNegen\n7\tZeven\n8\tAcht\n6\tZes\n5\tVijf", /* an area too many */
    "9\tNegen\n7\tZeven\n8\tAcht\n7\tZeven",
    "9\tNegen\n7 Zeven\n8\tAcht\n6\tZes",
    "9\tNegen\n\tZeven\n8\tAcht\n6\tZes",
    "9\tNegen\n7\t\n8\tAcht\n6\tZes",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_autoptr (StreekDb) db = new_db_with_list (lists[i]);
      g_autoptr (GError) error = NULL;

      g_assert_null (streek_areas_load (db, &error));
      g_assert_error (error, STREEK_AREA_ERROR, STREEK_AREA_ERROR_INVALID);
    }

  /* no list may name units of the municipalities */
  g_autoptr (StreekDb) db = new_db_with_list ("9\tNegen\n7\tZeven\n8\tAcht\n6\tZes");
  g_autoptr (GError) error = NULL;

  streek_letters_execute (db, "DELETE FROM own_mesh");
  g_assert_null (streek_areas_load (db, &error));
  g_assert_error (error, STREEK_AREA_ERROR, STREEK_AREA_ERROR_INVALID);
}

static char *
query_text (StreekDb *db, const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (sqlite3_stmt) stmt = streek_db_prepare (db, sql, &error);

  g_assert_no_error (error);
  g_assert_cmpint (streek_db_step (stmt, &error), ==, STREEK_STEP_ROW);

  return streek_db_dup_text (stmt, 0);
}

/* Version 10 had a row for each area of such a set. */
static void
test_rows_become_a_list (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekDb) db = streek_db_open_memory (&error);
  const StreekSchema *schema = streek_schema_get_default ();

  streek_schema_migrate (schema, db, 0, 10, &error);
  g_assert_no_error (error);
  streek_letters_execute (
    db, "INSERT INTO own_area (set_code, code, valid_from, valid_to, name, unit) VALUES"
        " ('wijk', '1', '2001-01-01', '2005-01-01', 'Een' || char (10) || 'en meer', 1),"
        " ('wijk', '2', '2001-01-01', '2005-01-01', 'Twee', 0),"
        " ('dorp', 'x', '2001-01-01', NULL, 'Iks', 0),"
        " ('zorg', 'y', '2001-01-01', NULL, 'Zorg', NULL)");
  streek_schema_migrate (schema, db, 10, 11, &error);
  g_assert_no_error (error);

  g_autofree char *lists =
    query_text (db, "SELECT group_concat (set_code || ' ' || valid_from || ' ' ||"
                    " coalesce (valid_to, '-') || ' ' || areas, '|') FROM own_area_list");
  g_autofree char *rows = query_text (db, "SELECT group_concat (name) FROM own_area");

  g_assert_cmpstr (lists, ==,
                   "dorp 2001-01-01 - x\tIks|"
                   "wijk 2001-01-01 2005-01-01 2\tTwee\n1\tEen en meer");
  g_assert_cmpstr (rows, ==, "Zorg");
}

/* Who draws no map gets the same areas, whatever there is of their outlines. */
static void
test_without_meshes (void)
{
  g_autoptr (StreekDb) db = new_db ();
  g_autoptr (StreekAreas) all = load (db);
  g_autoptr (GPtrArray) sets = streek_areas_list_sets (all);
  g_autoptr (GError) error = NULL;

  streek_letters_execute (db, "UPDATE ref_mesh SET data = substr (data, 2)");

  g_autoptr (StreekAreas) plain = streek_areas_load_without_meshes (db, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (sets->len, >, 0);

  for (guint i = 0; i < sets->len; i++)
    {
      const StreekAreaSet *set = sets->pdata[i];
      g_autoptr (GPtrArray) wanted =
        streek_areas_list (all, set->code, day ("2024-01-01"), NULL, NULL);

      g_assert_nonnull (streek_areas_get_mesh (all, set->mesh));
      g_assert_null (streek_areas_get_mesh (plain, set->mesh));

      for (guint j = 0; j < wanted->len; j++)
        {
          const StreekArea *area = wanted->pdata[j];
          g_autofree char *before = describe_chain (all, set->code, area->code);
          g_autofree char *after = describe_chain (plain, set->code, area->code);

          g_assert_cmpstr (after, ==, before);
        }
    }

  streek_letters_execute (db, "UPDATE ref_area_unit SET unit = 99 WHERE unit = 0");
  g_assert_null (streek_areas_load_without_meshes (db, &error));
  g_assert_error (error, STREEK_AREA_ERROR, STREEK_AREA_ERROR_INVALID);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/area/areas/interval/splits-where-units-change",
                   test_interval_splits_where_units_change);
  g_test_add_func ("/area/areas/interval/is-maximal", test_interval_is_maximal);
  g_test_add_func ("/area/areas/interval/same-code-other-units", test_same_code_other_units);
  g_test_add_func ("/area/areas/interval/between-names", test_area_lives_between_its_names);
  g_test_add_func ("/area/areas/certainty/weakest-counts", test_weakest_membership_counts);
  g_test_add_func ("/area/areas/resolve/nearest-date", test_resolve_takes_nearest_date);
  g_test_add_func ("/area/areas/resolve/says-what-is-wrong", test_resolve_says_what_is_wrong);
  g_test_add_func ("/area/areas/list-within", test_list_within_tells_straddlers);
  g_test_add_func ("/area/areas/list-equal-units", test_list_equal_units);
  g_test_add_func ("/area/areas/change-dates", test_change_dates);
  g_test_add_func ("/area/areas/broken-tables", test_broken_tables_are_refused);
  g_test_add_func ("/area/areas/own/list", test_list_of_own_areas);
  g_test_add_func ("/area/areas/own/broken-lists", test_broken_lists_are_refused);
  g_test_add_func ("/area/areas/own/rows-become-a-list", test_rows_become_a_list);
  g_test_add_func ("/area/areas/without-meshes", test_without_meshes);

  return g_test_run ();
}
