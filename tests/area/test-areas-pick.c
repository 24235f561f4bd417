/* test-areas-pick.c: a pasted list: codes, names, other names, what is gone, what is ambiguous */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "area/streek-areas-pick.h"
#include "base/streek-paths.h"
#include "streek-letters-db.h"

#include <string.h>

/* Codes and names are those of Statbel's REFNIS: on 1 January 2025 Meulebeke (37007) went into
 * Tielt (37022); Saint-Nicolas (62093) lies near Liège and is also French for Sint-Niklaas (46021).
 */

static StreekAreas *areas;

static void
load_template (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (streek_paths_get_data_dir (), "template.streek", NULL);
  g_autoptr (StreekDb) db = streek_db_open (path, STREEK_DB_READ_ONLY, &error);

  g_assert_no_error (error);
  areas = streek_areas_load_without_meshes (db, &error);
  g_assert_no_error (error);
}

static StreekAreaPick *
pick (const char *set, const char *on, const char *within, const char *text)
{
  StreekDate date = STREEK_DATE_NONE;

  g_assert_true (streek_date_parse (on, &date, NULL));

  const StreekArea *area =
    within != NULL ? streek_areas_resolve_ref (areas, within, date, NULL, NULL) : NULL;

  return streek_areas_pick (areas, set, date, area, text);
}

static void
assert_codes (const StreekAreaPick *picked, const char *expected)
{
  g_autoptr (GString) codes = g_string_new (NULL);

  for (guint i = 0; i < picked->codes->len; i++)
    g_string_append_printf (codes, "%s%s", i > 0 ? " " : "", (char *) picked->codes->pdata[i]);
  g_assert_cmpstr (codes->str, ==, expected);
}

static const StreekFinding *
only_finding (const StreekAreaPick *picked)
{
  g_assert_cmpuint (picked->findings->len, ==, 1);

  return picked->findings->pdata[0];
}

static void
test_reads_codes_and_names (void)
{
  static const struct
  {
    const char *text;
    const char *codes;
    guint n_read;
  } cases[] = {
    { "31005\n31022", "31005 31022", 2 },
    { "31005 31022", "31005 31022", 2 },
    { "brugge;OOSTKAMP, Knokke Heist", "31005 31022 31043", 3 },
    { "\"De Panne\"\t38008\r\n", "38008", 2 },
    { "31005 Brugge", "31005", 1 },
    { "gemeente:31005", "31005", 1 },
    { "Bruges", "31005", 1 },
    { "Saint-Nicolas", "62093", 1 },
    { "Sint-Niklaas", "46021", 1 },
    { " ;\n,", "", 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (StreekAreaPick) picked = pick ("gemeente", "2019-01-01", NULL, cases[i].text);

      assert_codes (picked, cases[i].codes);
      g_assert_cmpuint (picked->findings->len, ==, 0);
      g_assert_cmpuint (picked->n_read, ==, cases[i].n_read);
      g_assert_cmpuint (picked->n_taken, ==, cases[i].n_read);
    }
}

static void
test_says_what_is_unknown (void)
{
  g_autoptr (StreekAreaPick) picked =
    pick ("gemeente", "2019-01-01", NULL, "NIS-code\n31005 Gent\n99999\nBrugge");

  /* a code with the name of another area is not guessed */
  assert_codes (picked, "31005");
  g_assert_cmpuint (picked->n_read, ==, 4);
  g_assert_cmpuint (picked->n_taken, ==, 1);
  g_assert_cmpuint (picked->findings->len, ==, 3);
  g_assert_cmpstr (((StreekFinding *) picked->findings->pdata[1])->place, ==, "31005 Gent");
  g_assert_cmpstr (((StreekFinding *) picked->findings->pdata[2])->id, ==, "pick/unknown");
}

static void
test_follows_what_is_gone (void)
{
  g_autoptr (StreekAreaPick) before = pick ("gemeente", "2024-12-31", NULL, "Meulebeke");
  g_autoptr (StreekAreaPick) after = pick ("gemeente", "2025-01-01", NULL, "37007; Tielt");

  assert_codes (before, "37007");
  g_assert_cmpuint (before->findings->len, ==, 0);
  assert_codes (after, "37022");
  g_assert_cmpstr (only_finding (after)->id, ==, "pick/former");
  g_assert_cmpuint (after->n_taken, ==, 2);
}

static void
test_stays_within_the_map (void)
{
  g_autoptr (StreekAreaPick) picked =
    pick ("gemeente", "2019-01-01", "provincie:30000", "Gent, Brugge");

  assert_codes (picked, "31005");
  g_assert_cmpstr (only_finding (picked)->id, ==, "pick/outside");
}

static void
test_asks_where_a_name_is_ambiguous (void)
{
  static const char *const map[] = { "ABC" };
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekDb) db = streek_letters_new_db (map, G_N_ELEMENTS (map));

  streek_letters_execute (db, "UPDATE ref_area SET name = 'Dorp' WHERE code IN ('A', 'B')");

  g_autoptr (StreekAreas) villages = streek_areas_load (db, &error);

  g_assert_no_error (error);

  StreekDate on = STREEK_DATE_NONE;

  g_assert_true (streek_date_parse ("2019-01-01", &on, NULL));

  g_autoptr (StreekAreaPick) picked = streek_areas_pick (villages, "gemeente", on, NULL, "dorp\nC");
  const StreekFinding *finding = only_finding (picked);

  assert_codes (picked, "C");
  g_assert_cmpstr (finding->id, ==, "pick/ambiguous");
  g_assert_nonnull (strstr (finding->message, "Dorp (A), Dorp (B)"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  load_template ();
  g_test_add_func ("/area/pick/reads-codes-and-names", test_reads_codes_and_names);
  g_test_add_func ("/area/pick/says-what-is-unknown", test_says_what_is_unknown);
  g_test_add_func ("/area/pick/follows-what-is-gone", test_follows_what_is_gone);
  g_test_add_func ("/area/pick/stays-within-the-map", test_stays_within_the_map);
  g_test_add_func ("/area/pick/asks-where-a-name-is-ambiguous",
                   test_asks_where_a_name_is_ambiguous);

  int status = g_test_run ();

  streek_areas_unref (areas);

  return status;
}
