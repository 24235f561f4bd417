/* test-site.c: places on a map drawn in letters: kept, located, checked */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "actor/streek-site-locator.h"
#include "actor/streek-site-rules.h"
#include "actor/streek-site-texts.h"
#include "search/streek-search.h"
#include "streek-letters-db.h"

#include <math.h>
#include <string.h>

/* 4 km by 2 km, a kilometre a letter: A is the west, B and C the east; C became B in 2019. */
static const char *const picture[] = { "AABB", "AACC" };

static StreekDb *
new_db (void)
{
  StreekDb *db = streek_letters_new_db (picture, G_N_ELEMENTS (picture));

  streek_letters_execute (
    db, "UPDATE ref_area SET valid_to = '2019-01-01' WHERE set_code = 'gemeente' AND code IN ('B', "
        "'C')");

  return db;
}

static gint64
write_site (StreekDb *db, const char *name, const char *kind, double x, double y, const char *where)
{
  static gint64 next_id = 1;
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekSite) site = streek_site_new ();

  g_free (site->name);
  g_free (site->kind);
  site->id = next_id++;
  site->name = g_strdup (name);
  site->kind = g_strdup (kind);
  site->x = x;
  site->y = y;
  site->municipality = g_strdup (where);
  g_assert_true (streek_site_write (db, site, &error));
  g_assert_no_error (error);

  return site->id;
}

static GPtrArray *
list (StreekDb *db)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *sites = streek_sites_list (db, &error);

  g_assert_no_error (error);

  return sites;
}

static void
test_reads_what_it_wrote (void)
{
  g_autoptr (StreekDb) db = streek_letters_new_db (picture, G_N_ELEMENTS (picture));
  g_autoptr (StreekSite) site = streek_site_new ();
  g_autoptr (GError) error = NULL;

  g_free (site->name);
  g_free (site->kind);
  site->name = g_strdup ("Kaai");
  site->kind = g_strdup ("haven");
  site->x = 1234.567;
  site->y = 500;
  site->address = g_strdup ("Dok 1");
  site->source = g_strdup ("Eigen opmeting");
  site->date = streek_period_from_year (2023);
  site->note = g_strdup ("");
  g_assert_true (streek_site_write (db, site, &error));
  g_assert_no_error (error);

  g_autoptr (GPtrArray) sites = list (db);
  const StreekSite *found = sites->pdata[0];

  g_assert_cmpuint (sites->len, ==, 1);
  g_assert_cmpint (found->id, !=, 0);
  site->x = 1234.57; /* to a centimetre */
  g_assert_true (streek_site_equal (found, site));
  g_assert_null (found->note);
  g_assert_null (found->municipality);

  g_assert_true (streek_site_delete (db, found->id, &error));

  g_autoptr (GPtrArray) none = list (db);

  g_assert_cmpuint (none->len, ==, 0);
}

static void
test_refuses_what_is_no_place (void)
{
  g_autoptr (StreekDb) db = streek_letters_new_db (picture, G_N_ELEMENTS (picture));
  g_autoptr (StreekSite) site = streek_site_new ();
  g_autoptr (GError) unnamed = NULL;
  g_autoptr (GError) nowhere = NULL;

  site->x = site->y = 500;
  g_assert_false (streek_site_write (db, site, &unnamed));
  g_assert_error (unnamed, STREEK_ACTOR_ERROR, STREEK_ACTOR_ERROR_INVALID);

  g_free (site->name);
  site->name = g_strdup ("Kaai");
  site->x = NAN;
  g_assert_false (streek_site_write (db, site, &nowhere));
  g_assert_error (nowhere, STREEK_ACTOR_ERROR, STREEK_ACTOR_ERROR_INVALID);
}

static void
test_order_is_that_of_kinds_and_names (void)
{
  g_autoptr (StreekDb) db = streek_letters_new_db (picture, G_N_ELEMENTS (picture));

  write_site (db, "zuid", "Sluis", 1, 1, NULL);
  write_site (db, "Noord", "bedrijventerrein", 1, 1, NULL);
  write_site (db, "Étang", "haven", 1, 1, NULL);
  write_site (db, "dok", "haven", 1, 1, NULL);

  g_autoptr (GPtrArray) sites = list (db);
  static const char *const names[] = { "dok", "Étang", "Noord", "zuid" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_assert_cmpstr (((StreekSite *) sites->pdata[i])->name, ==, names[i]);

  g_autoptr (GPtrArray) own = streek_sites_list_own_kinds (sites);

  g_assert_cmpuint (own->len, ==, 1);
  g_assert_cmpstr (own->pdata[0], ==, "Sluis");
}

static void
test_municipality_follows_from_the_point (void)
{
  g_autoptr (StreekDb) db = streek_letters_new_db (picture, G_N_ELEMENTS (picture));
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekAreas) areas = streek_areas_load (db, &error);
  g_autoptr (StreekSiteLocator) locator = streek_site_locator_new (areas, STREEK_DATE_NONE);

  g_assert_no_error (error);
  g_assert_cmpstr (streek_site_locator_find (locator, 500, 500)->code, ==, "A");
  g_assert_cmpstr (streek_site_locator_find (locator, 3500, 1500)->code, ==, "B");
  g_assert_cmpstr (streek_site_locator_find (locator, 3500, 500)->code, ==, "C");
  g_assert_null (streek_site_locator_find (locator, 4500, 500));
  g_assert_null (streek_site_locator_find (locator, NAN, NAN));
  g_assert_null (streek_site_locator_find (locator, 1e9, -1e9));

  g_assert_cmpint (streek_site_locator_compare (locator, NULL, 500, 500), ==, STREEK_SITE_UNSTATED);
  g_assert_cmpint (streek_site_locator_compare (locator, " a ", 500, 500), ==, STREEK_SITE_FITS);
  g_assert_cmpint (streek_site_locator_compare (locator, "B", 500, 500), ==, STREEK_SITE_DIFFERS);
  g_assert_cmpint (streek_site_locator_compare (locator, "Zee", 500, 500), ==, STREEK_SITE_UNKNOWN);
}

/* After B and C became B, a source that still says C is right about a point in it. */
static void
test_former_municipality_fits (void)
{
  g_autoptr (StreekDb) db = new_db ();
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekAreas) areas = streek_areas_load (db, &error);
  g_autoptr (StreekSiteLocator) locator =
    streek_site_locator_new (areas, streek_date_from_ymd (2020, 1, 1));

  g_assert_no_error (error);
  g_assert_cmpint (streek_site_locator_compare (locator, "C", 3500, 500), ==, STREEK_SITE_FITS);
  g_assert_cmpint (streek_site_locator_compare (locator, "C", 3500, 1500), ==, STREEK_SITE_DIFFERS);
}

static void
test_table_has_points_and_signs (void)
{
  g_autoptr (StreekDb) db = streek_letters_new_db (picture, G_N_ELEMENTS (picture));

  write_site (db, "Kaai", "haven", 500, 500, NULL);
  write_site (db, "Sas", "Sluis", 9000, 500, "A");

  g_autoptr (GError) error = NULL;
  g_autoptr (StreekAreas) areas = streek_areas_load (db, &error);
  g_autoptr (StreekSiteLocator) locator = streek_site_locator_new (areas, STREEK_DATE_NONE);
  g_autoptr (GPtrArray) sites = list (db);
  g_autoptr (StreekTable) table = streek_sites_make_table (sites, locator);
  guint point = (guint) streek_table_find_column (table, "point");
  guint municipality = (guint) streek_table_find_column (table, "municipality");
  guint symbol = (guint) streek_table_find_column (table, "symbol");
  double x, y;

  g_assert_cmpuint (streek_table_get_n_rows (table), ==, 2);
  g_assert_true (streek_table_get_point (table, 0, point, &x, &y));
  g_assert_cmpfloat (x, ==, 500);
  g_assert_cmpstr (streek_table_get_text (table, 0, municipality), ==, "A");
  g_assert_null (streek_table_get_text (table, 1, municipality));
  g_assert_cmpint (streek_table_get_integer (table, 0, symbol), ==, 0);
  g_assert_cmpint (streek_table_get_integer (table, 1, symbol), ==,
                   g_strv_length ((char **) streek_site_kinds_get ()));
}

static guint
count_findings (StreekDb *db, const char *rule)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings =
    streek_rules_run (db, streek_date_from_ymd (2024, 1, 1), NULL, NULL, NULL, &error);
  guint n = 0;

  g_assert_no_error (error);

  for (guint i = 0; i < findings->len; i++)
    n += strcmp (((const StreekFinding *) findings->pdata[i])->id, rule) == 0;

  return n;
}

static void
test_rules (void)
{
  g_autoptr (StreekDb) db = streek_letters_new_db (picture, G_N_ELEMENTS (picture));

  streek_site_rules_register ();
  g_assert_cmpuint (count_findings (db, "place/outside"), ==, 0);

  write_site (db, "Kaai", "haven", 500, 500, "A");
  g_assert_cmpuint (count_findings (db, "place/outside"), ==, 0);
  g_assert_cmpuint (count_findings (db, "place/other-municipality"), ==, 0);
  g_assert_cmpuint (count_findings (db, "place/double"), ==, 0);

  write_site (db, "Ree", "haven", 9000, 500, "A");
  g_assert_cmpuint (count_findings (db, "place/outside"), ==, 1);
  g_assert_cmpuint (count_findings (db, "place/other-municipality"), ==, 0);

  write_site (db, "Sas", "haven", 500, 1500, "B");
  write_site (db, "Dok", "haven", 500, 1500, "Zee");
  g_assert_cmpuint (count_findings (db, "place/other-municipality"), ==, 2);

  /* 20 m away is the same spot, a kilometre is not; a station is no port */
  write_site (db, "KAAI", "haven", 520, 500, NULL);
  write_site (db, "Kaai", "haven", 1500, 500, NULL);
  write_site (db, "Kaai", "station", 500, 500, NULL);
  g_assert_cmpuint (count_findings (db, "place/double"), ==, 1);
}

static void
test_is_found (void)
{
  g_autoptr (StreekDb) db = streek_letters_new_db (picture, G_N_ELEMENTS (picture));
  gint64 id = write_site (db, "Kaai", "haven", 500, 500, "A");
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, id);
  g_autoptr (GError) error = NULL;

  streek_site_texts_register ();

  g_autoptr (StreekSearchIndex) index = streek_search_index_new (db, NULL, &error);
  g_autoptr (GPtrArray) hits = streek_search_index_find (index, "kaai", 10);

  g_assert_no_error (error);
  g_assert_cmpuint (hits->len, ==, 1);
  g_assert_cmpstr (((StreekSearchHit *) hits->pdata[0])->noun, ==, "site");
  g_assert_cmpstr (((StreekSearchHit *) hits->pdata[0])->key, ==, key);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/actor/site/reads-what-it-wrote", test_reads_what_it_wrote);
  g_test_add_func ("/actor/site/refuses-what-is-no-place", test_refuses_what_is_no_place);
  g_test_add_func ("/actor/site/order-is-that-of-kinds-and-names",
                   test_order_is_that_of_kinds_and_names);
  g_test_add_func ("/actor/site/municipality-follows-from-the-point",
                   test_municipality_follows_from_the_point);
  g_test_add_func ("/actor/site/a-former-municipality-fits", test_former_municipality_fits);
  g_test_add_func ("/actor/site/table-has-points-and-signs", test_table_has_points_and_signs);
  g_test_add_func ("/actor/site/rules", test_rules);
  g_test_add_func ("/actor/site/is-found", test_is_found);

  return g_test_run ();
}
