/* test-roster.c: frozen lists of areas, known by their content */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "indicator/streek-indicator.h"
#include "indicator/streek-roster.h"

static const char *const codes[] = { "37007", "37015", NULL };

static StreekDb *
open_workspace (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path =
    g_build_filename (g_getenv ("STREEK_SOURCE_ROOT"), "data/sql/003-indicators.sql", NULL);
  g_autofree char *sql = NULL;
  StreekDb *db = streek_db_open_memory (&error);

  g_assert_no_error (error);
  g_file_get_contents (path, &sql, NULL, &error);
  g_assert_no_error (error);
  streek_db_execute (db, sql, &error);
  g_assert_no_error (error);

  return db;
}

/* printf 'gemeente\n2019-01-01\n37007\n37015' | sha256sum | cut -c1-16 */
static void
test_id_follows_from_content (void)
{
  static const char *const other[] = { "37015", "37007", NULL };
  StreekDate on = streek_date_from_ymd (2019, 1, 1);
  g_autoptr (StreekRoster) roster = streek_roster_new ("gemeente", on, codes);
  g_autoptr (StreekRoster) reordered = streek_roster_new ("gemeente", on, other);
  g_autoptr (StreekRoster) later = streek_roster_new ("gemeente", on + 1, codes);

  g_assert_cmpstr (roster->id, ==, "71159d55431e9783");
  g_assert_cmpstr (reordered->id, !=, roster->id);
  g_assert_cmpstr (later->id, !=, roster->id);
  g_assert_cmpint (streek_roster_find (roster, "37015"), ==, 1);
  g_assert_cmpint (streek_roster_find (roster, "37022"), ==, -1);
}

static void
test_reads_what_was_written (void)
{
  g_autoptr (StreekDb) db = open_workspace ();
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekRoster) roster =
    streek_roster_new ("gemeente", streek_date_from_ymd (2019, 1, 1), codes);

  streek_roster_write (db, roster, &error);
  g_assert_no_error (error);
  streek_roster_write (db, roster, &error); /* twice is once */
  g_assert_no_error (error);

  g_autoptr (StreekRoster) back = streek_roster_read (db, roster->id, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (back->set_code, ==, "gemeente");
  g_assert_cmpint (back->on, ==, roster->on);
  g_assert_cmpuint (back->n, ==, 2);
  g_assert_cmpstr (back->codes[1], ==, "37015");
}

static void
test_damage_is_an_error (void)
{
  g_autoptr (StreekDb) db = open_workspace ();
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekRoster) roster =
    streek_roster_new ("gemeente", streek_date_from_ymd (2019, 1, 1), codes);

  streek_roster_write_reference (db, roster, &error);
  g_assert_no_error (error);
  streek_db_execute (db, "UPDATE ref_roster SET codes = replace (codes, '37007', '37008')", NULL);
  g_assert_null (streek_roster_read (db, roster->id, &error));
  g_assert_error (error, STREEK_INDICATOR_ERROR, STREEK_INDICATOR_ERROR_DAMAGED);
  g_clear_error (&error);

  g_assert_null (streek_roster_read (db, "absent", &error));
  g_assert_error (error, STREEK_INDICATOR_ERROR, STREEK_INDICATOR_ERROR_DAMAGED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/indicator/roster/id-follows-from-content", test_id_follows_from_content);
  g_test_add_func ("/indicator/roster/reads-what-was-written", test_reads_what_was_written);
  g_test_add_func ("/indicator/roster/damage-is-an-error", test_damage_is_an_error);

  return g_test_run ();
}
