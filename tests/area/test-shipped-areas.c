/* test-shipped-areas.c: the areas of Belgium as they come with the program */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "area/streek-areas.h"
#include "base/streek-paths.h"

#include <string.h>

/* Expected numbers come from the checks that the sources of the data publish: Statbel's REFNIS and
 * hierarchy, Provincies in Cijfers, and GEOS and PROJ on the boundaries; data/README.md names
 * them. */

static StreekAreas *areas;

static void
load_template (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (streek_paths_get_data_dir (), "template.streek", NULL);
  g_autoptr (StreekDb) db = streek_db_open (path, STREEK_DB_READ_ONLY, &error);

  g_assert_no_error (error);

  gint64 before = g_get_monotonic_time ();

  areas = streek_areas_load (db, &error);
  g_assert_no_error (error);
  g_test_message ("loaded in %.1f ms", (double) (g_get_monotonic_time () - before) / 1000);
}

static StreekDate
day (const char *text)
{
  StreekDate date = STREEK_DATE_NONE;

  g_assert_true (streek_date_parse (text, &date, NULL));

  return date;
}

static const StreekArea *
find (const char *set, const char *code, const char *on)
{
  const StreekArea *area = streek_areas_find (areas, set, code, day (on));

  g_assert_nonnull (area);

  return area;
}

static double
measure_km2 (const StreekArea *area)
{
  StreekMesh *mesh = streek_areas_get_mesh (areas, area->set->mesh);
  double area_km2 = 0;

  for (guint i = 0; i < area->units.n; i++)
    area_km2 += streek_mesh_get_unit_area_km2 (mesh, area->units.ids[i]);

  return area_km2;
}

/* EPSG:31370 by PROJ, which differs from ours by less than 0,3 km². */
static void
test_areas_in_km2 (void)
{
  const struct
  {
    const char *set, *code;
    double km2, tolerance;
  } cases[] = {
    { "provincie", "30000", 3167.7, 0.35 }, { "provincie", "40000", 3007.7, 0.35 },
    { "provincie", "10000", 2876.0, 0.35 }, { "provincie", "20001", 2118.6, 0.35 },
    { "provincie", "70000", 2427.6, 0.35 }, { "gewest", "02000", 13597.5, 0.35 },
    { "gewest", "04000", 162.5, 0.35 },     { "land", "01000", 30663, 0.8 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpfloat_with_epsilon (measure_km2 (find (cases[i].set, cases[i].code, "2018-01-01")),
                                    cases[i].km2, cases[i].tolerance);
}

static guint
count_within (const char *set, const char *container_set, const char *code, const char *on)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) straddling = NULL;
  g_autoptr (GPtrArray) list = streek_areas_list_within (
    areas, set, day (on), find (container_set, code, on), &straddling, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (straddling->len, ==, 0);

  return list->len;
}

static void
test_numbers_of_municipalities (void)
{
  g_assert_cmpuint (count_within ("gemeente", "gewest", "02000", "2018-12-31"), ==, 308);
  g_assert_cmpuint (count_within ("gemeente", "gewest", "02000", "2019-01-01"), ==, 300);
  g_assert_cmpuint (count_within ("gemeente", "gewest", "02000", "2024-12-31"), ==, 300);
  g_assert_cmpuint (count_within ("gemeente", "gewest", "02000", "2025-01-01"), ==, 285);
  g_assert_cmpuint (count_within ("gemeente", "gewest", "04000", "2025-01-01"), ==, 19);
  g_assert_cmpuint (count_within ("gemeente", "land", "01000", "2000-01-01"), ==, 589);
  g_assert_cmpuint (count_within ("gemeente", "land", "01000", "2018-12-31"), ==, 589);
  g_assert_cmpuint (count_within ("gemeente", "land", "01000", "2019-01-01"), ==, 581);
  g_assert_cmpuint (count_within ("gemeente", "land", "01000", "2025-01-01"), ==, 565);
  g_assert_cmpint (streek_areas_get_newest_date (areas), ==, day ("2025-01-01"));
}

static void
test_numbers_of_regions (void)
{
  const struct
  {
    const char *set, *on;
    guint n;
  } cases[] = {
    { "land", "2009-01-01", 1 },
    { "gewest", "2009-01-01", 3 },
    { "provincie", "2009-01-01", 10 },
    { "arrondissement", "2009-01-01", 43 },
    { "arrondissement", "2025-01-01", 43 },
    { "RESOC", "2009-01-01", 15 },
    { "RESOC", "2016-01-01", 14 },
    { "SERR", "2009-01-01", 14 },
    { "ERSV", "2009-01-01", 5 },
    { "referentieregio", "2025-01-01", 15 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) list =
        streek_areas_list (areas, cases[i].set, day (cases[i].on), NULL, NULL);

      g_assert_cmpuint (list->len, ==, cases[i].n);
    }
}

static int
compare_down (gconstpointer a, gconstpointer b)
{
  guint first = *(const guint *) a;
  guint second = *(const guint *) b;

  return first > second ? -1 : first < second;
}

static void
test_referentieregios_of_2025 (void)
{
  const guint expected[] = { 38, 32, 31, 28, 27, 20, 17, 15, 14, 14, 13, 12, 10, 7, 7 };
  g_autoptr (GPtrArray) list =
    streek_areas_list (areas, "referentieregio", day ("2025-01-01"), NULL, NULL);
  guint counts[G_N_ELEMENTS (expected)];

  g_assert_cmpuint (list->len, ==, G_N_ELEMENTS (expected));

  for (guint i = 0; i < list->len; i++)
    counts[i] = count_within ("gemeente", "referentieregio", ((StreekArea *) list->pdata[i])->code,
                              "2025-01-01");

  qsort (counts, G_N_ELEMENTS (counts), sizeof *counts, compare_down);
  g_assert_cmpmem (counts, sizeof counts, expected, sizeof expected);
}

/* Which units the areas named by "SET:CODE+SET:CODE" cover, and how often. */
static void
count_units (const GPtrArray *list, guint *counts)
{
  for (guint i = 0; i < list->len; i++)
    {
      const StreekArea *area = list->pdata[i];

      for (guint j = 0; j < area->units.n; j++)
        counts[area->units.ids[j]]++;
    }
}

static void
assert_partition (const StreekAreaSet *set, StreekDate on)
{
  StreekMesh *mesh = streek_areas_get_mesh (areas, set->mesh);
  guint n = streek_mesh_get_n_units (mesh);
  g_autofree guint *covered = g_new0 (guint, n);
  g_autofree guint *expected = g_new0 (guint, n);
  g_auto (GStrv) targets = g_strsplit (set->partition_of, "+", -1);
  g_autoptr (GPtrArray) wholes = g_ptr_array_new ();
  g_autoptr (GPtrArray) list = streek_areas_list (areas, set->code, on, NULL, NULL);

  for (guint i = 0; targets[i] != NULL; i++)
    g_ptr_array_add (wholes,
                     (gpointer) streek_areas_resolve_ref (areas, targets[i], on, NULL, NULL));

  count_units (wholes, expected);
  count_units (list, covered);
  g_assert_cmpmem (covered, n * sizeof *covered, expected, n * sizeof *expected);
}

static void
test_sets_cover_once_on_every_date (void)
{
  g_autoptr (GPtrArray) sets = streek_areas_list_sets (areas);
  g_autoptr (GArray) dates = streek_areas_list_change_dates (areas, NULL);
  guint n_checked = 0;

  for (guint i = 0; i < sets->len; i++)
    {
      const StreekAreaSet *set = sets->pdata[i];
      g_autoptr (GArray) own = streek_areas_list_change_dates (areas, set->code);

      if (set->partition_of == NULL)
        continue;

      for (guint j = 0; j < dates->len; j++)
        {
          StreekDate on = g_array_index (dates, StreekDate, j);

          if (on < g_array_index (own, StreekDate, 0) || on < set->partition_from)
            continue;

          assert_partition (set, on);
          n_checked++;
        }
    }

  /* Eight sets partition; each is looked at on two dates at least (2019 and 2025). */
  g_assert_cmpuint (n_checked, >=, 16);
}

static void
test_serr_oostende_westhoek_of_2009 (void)
{
  g_assert_cmpuint (count_within ("gemeente", "SERR", "SERR_OW", "2009-01-01"), ==, 25);
  g_assert_cmpuint (count_within ("gemeente", "RESOC", "RESOC_OOSTENDE", "2009-01-01"), ==, 7);
  g_assert_cmpuint (count_within ("gemeente", "RESOC", "RESOC_WESTHOEK", "2009-01-01"), ==, 18);
  g_assert_cmpuint (count_within ("RESOC", "SERR", "SERR_OW", "2009-01-01"), ==, 2);
}

static void
test_resoc_of_2016_straddles (void)
{
  g_autoptr (GPtrArray) straddling = NULL;
  g_autoptr (GPtrArray) inside =
    streek_areas_list_within (areas, "RESOC", day ("2016-01-01"),
                              find ("SERR", "SERR_OW", "2016-01-01"), &straddling, NULL, NULL);

  g_assert_cmpuint (inside->len, ==, 1);
  g_assert_cmpuint (straddling->len, ==, 1);
  g_assert_cmpstr (((StreekArea *) straddling->pdata[0])->code, ==, "RESOC_NWVL");
  g_assert_cmpuint (count_within ("gemeente", "RESOC", "RESOC_NWVL", "2016-01-01"), ==, 17);
}

static void
test_areas_of_zuid_west_vlaanderen (void)
{
  const StreekArea *kortrijk = find ("arrondissement", "34000", "2019-01-01");
  const StreekArea *regio = find ("referentieregio", "REFREG08", "2023-02-03");

  g_assert_true (
    streek_units_equal (kortrijk->units, find ("RESOC", "RESOC_ZWVL", "2019-01-01")->units));
  g_assert_true (streek_units_equal (find ("project", "W13", "2019-01-01")->units,
                                     find ("project", "ROSE_ZWVL", "2019-01-01")->units));
  g_assert_cmpuint (kortrijk->units.n, ==, 12);
  g_assert_cmpuint (regio->units.n, ==, 13);
  g_assert_cmpuint (find ("project", "W13", "2016-01-01")->units.n, ==, 13);
  g_assert_cmpuint (find ("project", "W13", "2019-01-01")->units.n, ==, 14);
}

/* The 18 of RESOC Westhoek without Wervik (33029): exactly the 17 of the referentieregio. */
static void
test_westhoek_of_seventeen (void)
{
  const StreekArea *seventeen = find ("project", "WESTHOEK17", "2019-01-01");

  g_assert_cmpuint (seventeen->units.n, ==, 17);
  g_assert_cmpint (seventeen->certainty, ==, STREEK_CERTAINTY_INFERRED);
  g_assert_true (streek_units_is_subset (seventeen->units,
                                         find ("RESOC", "RESOC_WESTHOEK", "2019-01-01")->units));
  g_assert_true (streek_units_equal (seventeen->units,
                                     find ("referentieregio", "REFREG07", "2025-01-01")->units));
}

static void
test_chains (void)
{
  g_autoptr (GPtrArray) antwerpen = streek_areas_list_chain (areas, "gemeente", "11002");
  g_autoptr (GPtrArray) doornik = streek_areas_list_chain (areas, "arrondissement", "57000");
  g_autoptr (GPtrArray) westhoek = streek_areas_list_chain (areas, "RESOC", "RESOC_WESTHOEK");

  g_assert_cmpuint (antwerpen->len, ==, 2);
  g_assert_cmpint (((StreekArea *) antwerpen->pdata[1])->valid.from, ==, day ("2025-01-01"));
  g_assert_cmpuint (doornik->len, ==, 2);
  g_assert_cmpstr (((StreekArea *) doornik->pdata[0])->name, ==, "Doornik");
  g_assert_cmpstr (((StreekArea *) doornik->pdata[1])->name, ==, "Doornik-Moeskroen");
  g_assert_cmpuint (westhoek->len, ==, 1);
  g_assert_cmpint (((StreekArea *) westhoek->pdata[0])->certainty, ==, STREEK_CERTAINTY_DOCUMENTED);
  g_assert_nonnull (
    strstr (((StreekArea *) westhoek->pdata[0])->legal_basis, "Decreet van 7 mei 2004"));
}

/* Counted in the published lists: 22 codes of all sets but municipalities, W13 with its
 * later member among them. */
static void
test_region_codes_that_change (void)
{
  g_autoptr (GPtrArray) sets = streek_areas_list_sets (areas);
  guint n_changed = 0;

  for (guint i = 0; i < sets->len; i++)
    {
      const StreekAreaSet *set = sets->pdata[i];
      g_autoptr (GPtrArray) list =
        streek_areas_list (areas, set->code, day ("2025-01-01"), NULL, NULL);

      for (guint j = 0; !g_str_equal (set->code, "gemeente") && j < list->len; j++)
        {
          g_autoptr (GPtrArray) chain =
            streek_areas_list_chain (areas, set->code, ((StreekArea *) list->pdata[j])->code);

          n_changed += chain->len > 1;
        }
    }

  g_assert_cmpuint (n_changed, ==, 22);
}

static gint32
find_unit (const char *nis)
{
  const StreekArea *area = find ("gemeente", nis, "2018-01-01");

  g_assert_cmpuint (area->units.n, ==, 1);

  return (gint32) area->units.ids[0];
}

static GHashTable *
list_neighbours (const StreekMesh *mesh, gint32 of_unit)
{
  GHashTable *pairs = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < streek_mesh_get_n_arcs (mesh); i++)
    {
      StreekArc arc;

      streek_mesh_get_arc (mesh, 0, i, &arc);

      if (arc.left < 0 || arc.right < 0 ||
          (of_unit >= 0 && arc.left != of_unit && arc.right != of_unit))
        continue;

      g_hash_table_add (
        pairs, GINT_TO_POINTER (MIN (arc.left, arc.right) * 1000 + MAX (arc.left, arc.right)));
    }

  return pairs;
}

static void
test_neighbours (void)
{
  /* Harelbeke, Kuurne, Ledegem, Lendelede, Menen, Moeskroen, Spiere-Helkijn, Wevelgem, Zwevegem */
  const char *const expected[] = { "34013", "34023", "36010", "34025", "34027",
                                   "54007", "34043", "34041", "34042" };
  StreekMesh *mesh = streek_areas_get_mesh (areas, "gemeente-2018");
  gint32 kortrijk = find_unit ("34022");
  g_autoptr (GHashTable) all = list_neighbours (mesh, -1);
  g_autoptr (GHashTable) own = list_neighbours (mesh, kortrijk);

  g_assert_cmpuint (g_hash_table_size (all), ==, 1656);
  g_assert_cmpuint (g_hash_table_size (own), ==, G_N_ELEMENTS (expected));

  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      gint32 unit = find_unit (expected[i]);

      g_assert_true (g_hash_table_contains (
        own, GINT_TO_POINTER (MIN (unit, kortrijk) * 1000 + MAX (unit, kortrijk))));
    }
}

static void
test_every_level_is_valid (void)
{
  StreekMesh *mesh = streek_areas_get_mesh (areas, "gemeente-2018");

  g_assert_cmpuint (streek_mesh_get_n_units (mesh), ==, 589);
  g_assert_cmpuint (streek_mesh_get_n_levels (mesh), ==, 4);

  for (guint level = 0; level < streek_mesh_get_n_levels (mesh); level++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_true (streek_mesh_check_level (mesh, level, &error));
      g_assert_no_error (error);
    }
}

/* Outer rings run counter-clockwise, holes clockwise. */
static void
count_rings (const StreekRings *rings, guint *n_outer, guint *n_holes)
{
  *n_outer = 0;
  *n_holes = 0;

  for (guint ring = 0; ring < rings->n_rings; ring++)
    {
      double twice = 0;
      guint first = rings->ring_starts[ring];
      guint end = rings->ring_starts[ring + 1];
      StreekVertex origin = rings->vertices[first];

      for (guint i = first; i + 1 < end; i++)
        twice += ((double) rings->vertices[i].x - origin.x) *
                   ((double) rings->vertices[i + 1].y - origin.y) -
                 ((double) rings->vertices[i + 1].x - origin.x) *
                   ((double) rings->vertices[i].y - origin.y);

      *n_outer += twice > 0;
      *n_holes += twice < 0;
    }
}

/* The only holes in the country are seven Dutch enclaves in Baarle and two German ones along the
 * Vennbahn; Baarle-Hertog lies in 25 parts. At every level of detail. */
static void
test_baarle (void)
{
  StreekMesh *mesh = streek_areas_get_mesh (areas, "gemeente-2018");
  guint n_units = streek_mesh_get_n_units (mesh);
  g_autofree gint32 *country = g_new0 (gint32, n_units);
  g_autofree gint32 *baarle = g_new (gint32, n_units);
  guint n_outer;
  guint n_holes;

  for (guint i = 0; i < n_units; i++)
    baarle[i] = (gint32) i == find_unit ("13002") ? 0 : -1;

  for (guint level = 0; level < streek_mesh_get_n_levels (mesh); level++)
    {
      StreekRings *rings = streek_mesh_build_rings (mesh, level, baarle, 1);
      StreekRings *outline = streek_mesh_build_rings (mesh, level, country, 1);

      count_rings (rings, &n_outer, &n_holes);
      g_assert_cmpuint (n_outer, ==, 25);
      count_rings (outline, &n_outer, &n_holes);
      g_assert_cmpuint (n_holes, ==, 9);
      streek_rings_free_array (rings, 1);
      streek_rings_free_array (outline, 1);
    }
}

/* The label point of every municipality lies in that municipality. */
static void
test_find_unit_at_label_points (void)
{
  StreekMesh *mesh = streek_areas_get_mesh (areas, "gemeente-2018");
  guint n_units = streek_mesh_get_n_units (mesh);
  g_autofree gint32 *each = g_new (gint32, n_units);

  for (guint i = 0; i < n_units; i++)
    each[i] = (gint32) i;

  StreekRings *rings = streek_mesh_build_rings (mesh, 0, each, n_units);

  for (guint i = 0; i < n_units; i++)
    {
      double x;
      double y;

      g_assert_true (streek_rings_find_label_point (&rings[i], &x, &y));
      g_assert_cmpint (streek_mesh_find_unit (mesh, x, y), ==, (gint32) i);
    }

  streek_rings_free_array (rings, n_units);
}

static void
assert_found_first (const char *text, const char *on, const char *set, const char *code)
{
  g_autoptr (GPtrArray) found = streek_areas_search (areas, text, day (on));

  g_assert_cmpuint (found->len, >, 0);

  const StreekArea *first = found->pdata[0];

  g_assert_cmpstr (first->set->code, ==, set);
  g_assert_cmpstr (first->code, ==, code);
}

static void
assert_found (const char *text, const char *on, const char *set, const char *code)
{
  g_autoptr (GPtrArray) found = streek_areas_search (areas, text, day (on));

  for (guint i = 0; i < found->len; i++)
    {
      const StreekArea *area = found->pdata[i];

      if (g_str_equal (area->set->code, set) && g_str_equal (area->code, code))
        return;
    }

  g_test_message ("“%s” does not find %s:%s", text, set, code);
  g_test_fail ();
}

static void
test_search (void)
{
  g_autoptr (GPtrArray) nothing = streek_areas_search (areas, " ", day ("2025-01-01"));

  g_assert_cmpuint (nothing->len, ==, 0);
  assert_found_first ("wevelgem", "2025-01-01", "gemeente", "34041");
  assert_found_first ("34041", "2025-01-01", "gemeente", "34041");
  assert_found_first ("RESOC:RESOC_WESTHOEK", "2025-01-01", "RESOC", "RESOC_WESTHOEK");
  assert_found_first ("courtrai", "2025-01-01", "arrondissement", "34000");
  assert_found_first ("LIÈGE", "2025-01-01", "provincie", "60000");
  assert_found_first ("liege", "2025-01-01", "provincie", "60000");
  assert_found ("Midwest", "2009-01-01", "RESOC", "RESOC_MWVL");
  assert_found ("Midden-West-Vlaanderen", "2025-01-01", "referentieregio", "REFREG10");
  assert_found ("middenkust", "2009-01-01", "RESOC", "RESOC_OOSTENDE");
  assert_found ("Brugge", "2025-01-01", "RESOC", "RESOC_NWVL");
  assert_found ("regio oostende", "2025-01-01", "referentieregio", "REFREG09");
}

/* Tielt took in Meulebeke in 2025. */
static void
test_search_finds_what_is_gone (void)
{
  g_autoptr (GPtrArray) found = streek_areas_search (areas, "Meulebeke", day ("2025-01-01"));
  g_autoptr (GPtrArray) before = streek_areas_search (areas, "Meulebeke", day ("2024-12-31"));

  g_assert_cmpuint (found->len, ==, 2);
  g_assert_cmpstr (((StreekArea *) found->pdata[0])->code, ==, "37022");
  g_assert_cmpstr (((StreekArea *) found->pdata[1])->code, ==, "37007");
  g_assert_cmpuint (before->len, ==, 1);
  g_assert_cmpstr (((StreekArea *) before->pdata[0])->code, ==, "37007");
}

static void
test_attribution (void)
{
  const char *lines = streek_areas_get_attribution (areas, "gemeente-2018");

  g_assert_nonnull (strstr (lines, "© Statbel"));
  g_assert_nonnull (strstr (lines, "BNOSAC (CC BY 2.0)"));
  g_assert_cmpstr (streek_areas_get_attribution (areas, "unknown"), ==, "");
}

/* Who reads "Brugge" thinks of the city. */
static void
test_labels_name_the_set (void)
{
  static const struct
  {
    const char *set, *code, *label;
  } cases[] = {
    { "gemeente", "31005", "Brugge" },
    { "RESOC", "RESOC_BRUGGE", "RESOC Brugge" },
    { "SERR", "SERR_BRUGGE", "SERR Brugge" },
    { "ERSV", "ERSV_WVL", "ERSV West-Vlaanderen" }, /* so it is called */
    { "arrondissement", "34000", "arrondissement Kortrijk" },
    { "gewest", "02000", "Vlaams Gewest" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *label =
        streek_area_dup_label (find (cases[i].set, cases[i].code, "2010-01-01"));

      g_assert_cmpstr (label, ==, cases[i].label);
    }

  g_autofree char *project = streek_area_dup_label (find ("project", "W13", "2019-01-01"));

  g_assert_true (g_str_has_prefix (project, "projectgebied "));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  load_template ();
  g_test_add_func ("/area/shipped/labels-name-the-set", test_labels_name_the_set);
  g_test_add_func ("/area/shipped/km2", test_areas_in_km2);
  g_test_add_func ("/area/shipped/numbers-of-municipalities", test_numbers_of_municipalities);
  g_test_add_func ("/area/shipped/numbers-of-regions", test_numbers_of_regions);
  g_test_add_func ("/area/shipped/referentieregios-of-2025", test_referentieregios_of_2025);
  g_test_add_func ("/area/shipped/sets-cover-once", test_sets_cover_once_on_every_date);
  g_test_add_func ("/area/shipped/serr-of-2009", test_serr_oostende_westhoek_of_2009);
  g_test_add_func ("/area/shipped/resoc-of-2016-straddles", test_resoc_of_2016_straddles);
  g_test_add_func ("/area/shipped/zuid-west-vlaanderen", test_areas_of_zuid_west_vlaanderen);
  g_test_add_func ("/area/shipped/westhoek-of-seventeen", test_westhoek_of_seventeen);
  g_test_add_func ("/area/shipped/chains", test_chains);
  g_test_add_func ("/area/shipped/region-codes-that-change", test_region_codes_that_change);
  g_test_add_func ("/area/shipped/neighbours", test_neighbours);
  g_test_add_func ("/area/shipped/every-level-is-valid", test_every_level_is_valid);
  g_test_add_func ("/area/shipped/baarle", test_baarle);
  g_test_add_func ("/area/shipped/find-unit-at-label-points", test_find_unit_at_label_points);
  g_test_add_func ("/area/shipped/search", test_search);
  g_test_add_func ("/area/shipped/search/what-is-gone", test_search_finds_what_is_gone);
  g_test_add_func ("/area/shipped/attribution", test_attribution);

  int result = g_test_run ();

  streek_areas_unref (areas);

  return result;
}
