/* test-indicator-check.c: the walk over all figures finds every damage and only damage */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "figure-fixture.h"
#include "indicator/streek-indicator-check.h"
#include "rule/streek-finding.h"

static GPtrArray *
check (FigureFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *findings = g_ptr_array_new_with_free_func ((GDestroyNotify) streek_finding_free);

  streek_indicator_check (fixture->db, findings, &error);
  g_assert_no_error (error);

  return findings;
}

static void
assert_one_finding (FigureFixture *fixture, const char *id)
{
  g_autoptr (GPtrArray) findings = check (fixture);

  g_assert_cmpuint (findings->len, ==, 1);
  g_assert_cmpstr (((const StreekFinding *) findings->pdata[0])->id, ==, id);
}

static FigureFixture *
new_fixture (void)
{
  FigureFixture *fixture = figure_fixture_new_letters ("ABCDEF");

  figure_fixture_add_vector (fixture, "count", "2018", "gemeente", "2000-01-01", "A B", "1 2");
  figure_fixture_add_vector (fixture, "count", "2019", "gemeente", "2000-01-01", "A B", "1 hidden");

  return fixture;
}

static void
test_reference_data_are_whole (void)
{
  g_autoptr (FigureFixture) fixture = figure_fixture_open_template ();
  g_autoptr (GPtrArray) findings = check (fixture);

  g_assert_cmpuint (findings->len, ==, 0);
}

/* One bit of one vector of the many that ship. */
static void
test_flipped_bit_is_found (void)
{
  g_autoptr (FigureFixture) fixture = figure_fixture_open_template ();
  sqlite3_blob *blob = NULL;
  gint64 rowid;
  guint8 byte;

  g_assert_true (streek_db_query_int64 (
    fixture->db, "SELECT rowid FROM ref_vector WHERE indicator = 'pop_total' AND period = '2019'",
    &rowid, NULL));
  g_assert_cmpint (sqlite3_blob_open (streek_db_get_handle (fixture->db), "main", "ref_vector",
                                      "data", rowid, 1, &blob),
                   ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_blob_read (blob, &byte, 1, 100), ==, SQLITE_OK);
  byte ^= 0x10;
  g_assert_cmpint (sqlite3_blob_write (blob, &byte, 1, 100), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_blob_close (blob), ==, SQLITE_OK);
  assert_one_finding (fixture, "indicator/vector-damaged");
}

static void
test_other_damage_is_found (void)
{
  static const struct
  {
    const char *sql;
    const char *id;
  } cases[] = {
    { "UPDATE vector SET data = substr (data, 1, 30) WHERE period = '2018'",
      "indicator/vector-damaged" },
    { "INSERT INTO roster VALUES ('0123', 'gemeente', '2000-01-01', 1, 'A')",
      "indicator/roster-damaged" },
    { "UPDATE vector SET roster_id = 'gone' WHERE period = '2018'",
      "indicator/vector-without-roster" },
    { "INSERT INTO cell_correction VALUES ('count', '2017', 'r', 'A', 1, 'value', 'final', "
      "'omdat', NULL, 1, 0, NULL)",
      "indicator/correction-without-figure" },
    { "INSERT INTO indicator (code, rank, theme, name, unit, kind, time_kind, direction, decimals, "
      "formula) VALUES ('f', 1, 't', 'f', 'n', 'formula', 'flow', 'neutral', 0, 'gone * 2')",
      "indicator/formula-broken" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (FigureFixture) fixture = new_fixture ();

      figure_fixture_execute (fixture, cases[i].sql);
      assert_one_finding (fixture, cases[i].id);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/indicator/check/reference-data-are-whole", test_reference_data_are_whole);
  g_test_add_func ("/indicator/check/flipped-bit-is-found", test_flipped_bit_is_found);
  g_test_add_func ("/indicator/check/other-damage-is-found", test_other_damage_is_found);

  return g_test_run ();
}
