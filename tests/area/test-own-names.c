/* test-own-names.c: names that people give areas: a table of them, lists that have them, checks */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "area/streek-area-rules.h"
#include "area/streek-areas-pick.h"
#include "area/streek-own-names.h"
#include "rule/streek-rule.h"
#include "streek-letters-db.h"

#include <string.h>

/* Three municipalities, called as their letters; B is also called Dorp. */
static StreekDb *
new_db (void)
{
  static const char *const map[] = { "ABC" };
  StreekDb *db = streek_letters_new_db (map, G_N_ELEMENTS (map));

  streek_letters_execute (db, "UPDATE ref_area SET name = 'Dorp' WHERE code = 'B'");

  return db;
}

static void
write_name (StreekDb *db, const char *code, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekOwnName) name = streek_own_name_new ("gemeente", code, text, "proef");

  g_assert_true (streek_own_name_write (db, name, &error));
  g_assert_no_error (error);
}

static StreekAreas *
load (StreekDb *db)
{
  g_autoptr (GError) error = NULL;
  StreekAreas *areas = streek_areas_load (db, &error);

  g_assert_no_error (error);

  return areas;
}

static StreekAreaPick *
pick (StreekDb *db, const char *text)
{
  g_autoptr (StreekAreas) areas = load (db);

  return streek_areas_pick (areas, "gemeente", streek_date_from_ymd (2019, 1, 1), NULL, text);
}

static void
assert_pick (StreekDb *db, const char *text, const char *code, const char *finding)
{
  g_autoptr (StreekAreaPick) picked = pick (db, text);

  g_assert_cmpuint (picked->codes->len, ==, code != NULL ? 1 : 0);
  if (code != NULL)
    g_assert_cmpstr (picked->codes->pdata[0], ==, code);
  g_assert_cmpuint (picked->findings->len, ==, finding != NULL ? 1 : 0);
  if (finding != NULL)
    g_assert_cmpstr (((StreekFinding *) picked->findings->pdata[0])->id, ==, finding);
}

static void
test_lists_know_them (void)
{
  g_autoptr (StreekDb) db = new_db ();

  assert_pick (db, "Kwakkel-Hoek", NULL, "pick/unknown");
  write_name (db, "A", "Kwakkelhoek");
  write_name (db, "A", "Kwakkel hoek");
  assert_pick (db, "kwakkel-hoek", "A", NULL);
  assert_pick (db, "KWAKKELHOEK", "A", NULL);

  /* two areas: neither */
  write_name (db, "C", "Kwakkelhoek");
  assert_pick (db, "Kwakkelhoek", NULL, "pick/ambiguous");

  /* official elsewhere: that one, and it is said */
  write_name (db, "C", "dorp");
  assert_pick (db, "Dorp", "B", "pick/official");
}

static void
test_search_knows_them (void)
{
  g_autoptr (StreekDb) db = new_db ();

  write_name (db, "C", "Kwakkelhoek");

  g_autoptr (StreekAreas) areas = load (db);
  g_autoptr (GPtrArray) found =
    streek_areas_search (areas, "kwakkel", streek_date_from_ymd (2019, 1, 1));

  g_assert_cmpuint (found->len, ==, 1);
  g_assert_cmpstr (((StreekArea *) found->pdata[0])->code, ==, "C");
}

static void
test_are_written_once_and_removed (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekDb) db = new_db ();

  write_name (db, "A", " Kwakkelhoek ");
  write_name (db, "A", "Kwakkelhoek");

  g_autoptr (GPtrArray) list = streek_own_names_list (db, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (list->len, ==, 1);
  g_assert_cmpstr (((StreekOwnName *) list->pdata[0])->source, ==, "proef");
  g_assert_true (streek_own_name_remove (db, list->pdata[0], &error));
  g_assert_no_error (error);
  g_assert_false (streek_own_name_remove (db, list->pdata[0], &error));
  g_assert_error (error, STREEK_AREA_ERROR, STREEK_AREA_ERROR_UNKNOWN_AREA);
}

static StreekOwnNameTable *
read_table (StreekDb *db, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekAreas) areas = load (db);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (StreekSource) source = streek_source_open_bytes (bytes, "namen.csv", NULL, &error);

  g_assert_no_error (error);

  StreekOwnNameTable *table =
    streek_own_names_read_table (source, areas, "gemeente", "namen.csv", NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (table->n_read, ==, table->n_taken + table->n_ignored + table->n_rejected);
  g_assert_cmpuint (table->n_taken, ==, table->names->len);

  return table;
}

static guint
count (const StreekOwnNameTable *table, const char *id)
{
  guint n = 0;

  for (guint i = 0; i < table->findings->len; i++)
    n += strcmp (((StreekFinding *) table->findings->pdata[i])->id, id) == 0;

  return n;
}

static void
test_table_accounts_for_every_row (void)
{
  g_autoptr (StreekDb) db = new_db ();

  write_name (db, "A", "Oudhoek");

  /* taken: Kwakkelhoek, Hoek to A and to C, Dorp to C; ignored: the header, what is known twice,
   * what is official, what is repeated; rejected: no such area, none, no name, a given name */
  g_autoptr (StreekOwnNameTable) table = read_table (db, "Gemeente;Provincie;Deelgemeente\n"
                                                         "A;x;Kwakkelhoek\n"
                                                         "A;x;Hoek\n"
                                                         "C;x;hoek\n"
                                                         "C;x;Dorp\n"
                                                         "A;x;oudhoek\n"
                                                         "Dorp;x;Dorp\n"
                                                         "A;x;KWAKKELHOEK\n"
                                                         "Z;x;Zandhoek\n"
                                                         ";x;Zandhoek\n"
                                                         "A;x;\n"
                                                         "Oudhoek;x;Zandhoek\n");

  g_assert_cmpuint (table->n_read, ==, 12);
  g_assert_cmpuint (table->n_taken, ==, 4);
  g_assert_cmpuint (table->n_ignored, ==, 4);
  g_assert_cmpuint (table->n_rejected, ==, 4);
  g_assert_cmpuint (count (table, "own-name/unknown-area"), ==, 3);
  g_assert_cmpuint (count (table, "own-name/no-name"), ==, 1);
  g_assert_cmpuint (count (table, "own-name/several"), ==, 1);
  g_assert_cmpuint (count (table, "own-name/official"), ==, 1);
  g_assert_cmpstr (((StreekOwnName *) table->names->pdata[0])->name, ==, "Kwakkelhoek");
  g_assert_cmpstr (((StreekOwnName *) table->names->pdata[0])->code, ==, "A");
}

static void
test_table_needs_no_header (void)
{
  g_autoptr (StreekDb) db = new_db ();
  g_autoptr (StreekOwnNameTable) table = read_table (db, "Hoek\tA\nZandhoek\tgemeente:C\n");

  g_assert_cmpuint (table->n_taken, ==, 2);
  g_assert_cmpuint (table->n_rejected, ==, 0);
  g_assert_cmpstr (((StreekOwnName *) table->names->pdata[1])->code, ==, "C");
}

static guint
count_found (StreekDb *db, const char *rule)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings =
    streek_rules_run (db, streek_date_from_ymd (2024, 1, 1), NULL, NULL, NULL, &error);
  guint n = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < findings->len; i++)
    n += strcmp (((StreekFinding *) findings->pdata[i])->id, rule) == 0;

  return n;
}

static void
test_checks_find_them (void)
{
  g_autoptr (StreekDb) db = new_db ();

  streek_area_rules_register ();
  write_name (db, "A", "Kwakkelhoek");
  write_name (db, "B", "dorp");
  g_assert_cmpuint (count_found (db, "area/lost-name"), ==, 0);
  g_assert_cmpuint (count_found (db, "area/official-name"), ==, 0);

  write_name (db, "weg", "Weghoek");
  write_name (db, "A", "Dorp");
  g_assert_cmpuint (count_found (db, "area/lost-name"), ==, 1);
  g_assert_cmpuint (count_found (db, "area/official-name"), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/area/own-names/lists-know-them", test_lists_know_them);
  g_test_add_func ("/area/own-names/search-knows-them", test_search_knows_them);
  g_test_add_func ("/area/own-names/are-written-once-and-removed",
                   test_are_written_once_and_removed);
  g_test_add_func ("/area/own-names/table-accounts-for-every-row",
                   test_table_accounts_for_every_row);
  g_test_add_func ("/area/own-names/table-needs-no-header", test_table_needs_no_header);
  g_test_add_func ("/area/own-names/checks-find-them", test_checks_find_them);

  return g_test_run ();
}
