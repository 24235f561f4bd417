/* test-own-areas.c: sets of areas that people bring: unions, borders of their own, overlaps, faults
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "workspace/streek-own-area-edits.h"

#include "indicator/streek-roster.h"
#include "indicator/streek-vector.h"
#include "rule/streek-finding.h"
#include "workspace/streek-figures.h"
#include "workspace-fixture.h"

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

typedef struct
{
  WorkspaceFixture base;
  char *geodata;
  StreekAreas *areas;
} Fixture;

static void
reload (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&fixture->areas, streek_areas_unref);
  fixture->areas = streek_workspace_dup_areas (fixture->base.workspace, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  workspace_fixture_set_up_example (&fixture->base, data);
  fixture->geodata = g_build_filename (fixture->base.folder, "eigen.geojson", NULL);
  reload (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  streek_areas_unref (fixture->areas);
  g_unlink (fixture->geodata);
  g_free (fixture->geodata);
  workspace_fixture_tear_down (&fixture->base, data);
}

/* In metres of Lambert 2008, so that what goes in is what must come out. */
static void
write_features (Fixture *fixture, const char *features)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = g_strdup_printf (
    "{\"type\":\"FeatureCollection\",\"crs\":{\"type\":\"name\",\"properties\":{\"name\":"
    "\"urn:ogc:def:crs:EPSG::3812\"}},\"features\":[%s]}",
    features);

  g_file_set_contents (fixture->geodata, text, -1, &error);
  g_assert_no_error (error);
}

static void
append_feature (GString *features, const char *code, const char *name, const char *geometry)
{
  g_string_append_printf (features,
                          "%s{\"type\":\"Feature\",\"properties\":{\"code\":%s,\"name\":\"%s\"},"
                          "\"geometry\":%s}",
                          features->len > 0 ? "," : "", code, name, geometry);
}

static void
append_square (GString *features, const char *code, const char *name, int x, int y, int side)
{
  g_autofree char *geometry = g_strdup_printf (
    "{\"type\":\"Polygon\",\"coordinates\":[[[%d,%d],[%d,%d],[%d,%d],[%d,%d],[%d,%d]]]}", x, y,
    x + side, y, x + side, y + side, x, y + side, x, y);

  append_feature (features, code, name, geometry);
}

/* The outline of the municipalities together, moved 8 m east: another hand drew it. */
static void
append_union (Fixture *fixture,
              GString *features,
              const char *code,
              const char *name,
              const char *const *members)
{
  StreekMesh *mesh = streek_areas_get_mesh (
    fixture->areas, streek_areas_find_set (fixture->areas, "gemeente", NULL)->mesh);
  guint n = streek_mesh_get_n_units (mesh);
  g_autofree gint32 *group_of = g_new (gint32, n);
  g_autoptr (GString) geometry = g_string_new ("{\"type\":\"MultiPolygon\",\"coordinates\":[");
  StreekDate on;

  g_assert_true (streek_date_parse ("2018-01-01", &on, NULL));
  for (guint i = 0; i < n; i++)
    group_of[i] = -1;
  for (gsize i = 0; members[i] != NULL; i++)
    {
      const StreekArea *member = streek_areas_find (fixture->areas, "gemeente", members[i], on);

      g_assert_nonnull (member);
      for (guint j = 0; j < member->units.n; j++)
        group_of[member->units.ids[j]] = 0;
    }

  StreekRings *rings = streek_mesh_build_rings (mesh, 0, group_of, 1);

  for (guint i = 0; i < rings->n_rings; i++)
    {
      g_string_append (geometry, i > 0 ? ",[[" : "[[");
      for (guint j = rings->ring_starts[i]; j <= rings->ring_starts[i + 1]; j++)
        {
          guint at = j < rings->ring_starts[i + 1] ? j : rings->ring_starts[i];

          g_string_append_printf (geometry, "%s[%d,%d]", j > rings->ring_starts[i] ? "," : "",
                                  rings->vertices[at].x + 8, rings->vertices[at].y);
        }
      g_string_append (geometry, "]]");
    }
  g_string_append (geometry, "]}");
  streek_rings_free_array (rings, 1);
  append_feature (features, code, name, geometry->str);
}

static StreekOwnAreas *
read_set (Fixture *fixture, const char *set)
{
  const StreekOwnAreasRequest request = {
    .path = fixture->geodata,
    .set = set,
    .set_name = "Eigen gebieden",
    .code_field = "code",
    .name_field = "name",
  };
  g_autoptr (GError) error = NULL;
  StreekOwnAreas *own = streek_own_areas_read (fixture->areas, &request, NULL, NULL, NULL, &error);

  g_assert_no_error (error);

  return own;
}

static gboolean
write_set (Fixture *fixture, StreekOwnAreas *own)
{
  g_autoptr (GError) error = NULL;
  gboolean changed = FALSE;

  g_assert_true (
    streek_workspace_write_own_areas (fixture->base.workspace, own, &changed, NULL, &error));
  g_assert_no_error (error);
  reload (fixture);

  return changed;
}

static guint
count_findings (const StreekOwnAreas *own, const char *id)
{
  GPtrArray *findings = streek_own_areas_get_findings (own);
  guint n = 0;

  for (guint i = 0; i < findings->len; i++)
    n += strcmp (((StreekFinding *) findings->pdata[i])->id, id) == 0;

  return n;
}

typedef struct
{
  const char *set;
  const char *const *codes;
} Counts;

/* 10 inhabitants in the first area, 20 in the second … */
static gboolean
run_write_counts (StreekDb *db, gpointer data, GError **error)
{
  const Counts *counts = data;
  StreekRoster *roster =
    streek_roster_new (counts->set, streek_date_from_ymd (2020, 1, 1), counts->codes);
  g_autoptr (StreekVector) vector = streek_vector_new (roster->n);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (sqlite3_stmt) stmt =
    streek_db_prepare (db,
                       "INSERT INTO vector (indicator, period, roster_id, source, licence, data) "
                       "VALUES ('pop_total', '2020-01-01', ?1, 'Telling', '', ?2)",
                       error);
  gboolean ok = stmt != NULL && streek_roster_write (db, roster, error);

  for (guint i = 0; i < roster->n; i++)
    streek_vector_set_value (vector, i, 10 * (i + 1), STREEK_STATUS_FINAL);
  bytes = streek_vector_to_bytes (vector, error);
  if (ok && bytes != NULL)
    {
      streek_db_bind_text (stmt, 1, roster->id);
      sqlite3_bind_blob64 (stmt, 2, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                           SQLITE_STATIC);
      ok = streek_db_finish (stmt, error);
    }
  streek_roster_free (roster);

  return ok && bytes != NULL;
}

static void
write_counts (Fixture *fixture, const char *set, const char *const *codes)
{
  g_autoptr (GError) error = NULL;
  Counts *counts = g_new (Counts, 1);

  *counts = (Counts){ set, codes };
  streek_store_run_command (streek_workspace_get_store (fixture->base.workspace), "Counts",
                            g_variant_new ("()"), run_write_counts, counts, g_free, NULL, &error);
  g_assert_no_error (error);
}

/* The inhabitants of an area in 2020, NAN where there is no figure. */
static double
read_count (Fixture *fixture, const char *ref)
{
  g_autoptr (GError) error = NULL;
  StreekPeriod day;

  g_assert_true (streek_period_parse ("2020-01-01", &day, &error));

  const StreekValuesQuery query = {
    .indicator = "pop_total", .area = ref, .periods = { day, day }, .min_coverage_pct = NAN
  };
  g_autoptr (StreekTable) table =
    streek_workspace_read_values (fixture->base.workspace, &query, NULL, &error);

  g_assert_no_error (error);

  return streek_table_get_number (table, 0, streek_table_find_column (table, "value"));
}

static const StreekArea *
find_area (Fixture *fixture, const char *ref)
{
  return streek_areas_resolve_ref (fixture->areas, ref,
                                   streek_areas_get_newest_date (fixture->areas), NULL, NULL);
}

static void
write_two_unions (Fixture *fixture)
{
  static const char *const west[] = { "34022", "34023", NULL }; /* Kortrijk, Kuurne */
  static const char *const east[] = { "37007", NULL };          /* Meulebeke, today in Tielt */
  g_autoptr (GString) features = g_string_new (NULL);

  append_union (fixture, features, "\"K\"", "Kortrijk en Kuurne", west);
  append_union (fixture, features, "\"M\"", "Het oude Meulebeke", east);
  write_features (fixture, features->str);
}

static void
test_outlines_become_municipalities (Fixture *fixture, gconstpointer data)
{
  write_two_unions (fixture);

  g_autoptr (StreekOwnAreas) own = read_set (fixture, "zorg");

  g_assert_cmpint (streek_own_areas_get_kind (own), ==, STREEK_OWN_AREAS_UNION);
  g_assert_cmpuint (count_findings (own, "own-areas/union"), ==, 2);
  g_assert_cmpint (streek_finding_get_worst (streek_own_areas_get_findings (own)), ==,
                   STREEK_SEVERITY_NOTE);
  g_assert_true (write_set (fixture, own));

  const StreekArea *both = find_area (fixture, "zorg:K");

  g_assert_nonnull (both);
  g_assert_cmpstr (both->name, ==, "Kortrijk en Kuurne");
  g_assert_cmpuint (both->units.n, ==, 2);
  g_assert_true (streek_area_is_inside (find_area (fixture, "gemeente:34022"), both));
  g_assert_true (streek_area_is_inside (find_area (fixture, "gemeente:34023"), both));
  /* of a municipality that is only a part of another today */
  g_assert_true (
    streek_area_is_inside (find_area (fixture, "zorg:M"), find_area (fixture, "gemeente:37022")));
}

static void
test_same_file_again_changes_nothing (Fixture *fixture, gconstpointer data)
{
  write_two_unions (fixture);

  g_autoptr (StreekOwnAreas) first = read_set (fixture, "zorg");

  g_assert_true (write_set (fixture, first));

  g_autoptr (StreekOwnAreas) second = read_set (fixture, "zorg");

  g_assert_cmpuint (count_findings (second, "own-areas/replaces"), ==, 1);
  g_assert_false (write_set (fixture, second));
}

/* One area goes, one comes, one gets another side, one another name, one stays: all of it is said
 * before, and figures of the areas that go or move with it. */
static void
test_what_a_second_file_changes_is_said (Fixture *fixture, gconstpointer data)
{
  static const char *const codes[] = { "A", "B", "C", "D", NULL };
  StreekStore *store = streek_workspace_get_store (fixture->base.workspace);
  g_autoptr (GString) before = g_string_new (NULL);
  g_autoptr (GString) after = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  append_square (before, "\"A\"", "Gaat", 560000, 650000, 2000);
  append_square (before, "\"B\"", "Groeit", 570000, 650000, 2000);
  append_square (before, "\"C\"", "Heette zo", 580000, 650000, 2000);
  append_square (before, "\"D\"", "Blijft", 562000, 650000, 2000);
  append_square (after, "\"B\"", "Groeit", 570000, 650000, 2100);
  append_square (after, "\"C\"", "Heet zo", 580000, 650000, 2000);
  append_square (after, "\"D\"", "Blijft", 562000, 650000, 2000);
  append_square (after, "\"E\"", "Komt", 564000, 650000, 2000);
  write_features (fixture, before->str);

  g_autoptr (StreekOwnAreas) first = read_set (fixture, "wijken");

  g_assert_cmpuint (count_findings (first, "own-areas/added"), ==, 0);
  write_set (fixture, first);
  write_counts (fixture, "wijken", codes);
  write_features (fixture, after->str);

  g_autoptr (StreekOwnAreas) second = read_set (fixture, "wijken");
  g_autoptr (GPtrArray) findings =
    streek_workspace_check_own_areas (fixture->base.workspace, second, NULL, &error);
  static const struct
  {
    const char *id;
    const char *place;
  } expected[] = {
    { "own-areas/gone", "A" },         { "own-areas/moved", "B" },
    { "own-areas/renamed", "C" },      { "own-areas/added", "E" },
    { "own-areas/figures-lost", "A" }, { "own-areas/figures-moved", "B" },
  };

  g_assert_no_error (error);
  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      const StreekFinding *found = NULL;
      guint n = 0;

      for (guint j = 0; j < findings->len; j++)
        if (strcmp (((StreekFinding *) findings->pdata[j])->id, expected[i].id) == 0)
          {
            found = findings->pdata[j];
            n++;
          }
      g_test_message ("%s", expected[i].id);
      g_assert_cmpuint (n, ==, 1);
      g_assert_cmpstr (found->place, ==, expected[i].place);
    }

  /* the figures of what stays are there; one undo brings back the area that went, and its figure */
  write_set (fixture, second);
  g_assert_cmpfloat (read_count (fixture, "wijken:D"), ==, 40);
  g_assert_null (find_area (fixture, "wijken:A"));
  g_assert_true (streek_store_undo (store, NULL, &error));
  reload (fixture);
  g_assert_cmpfloat (read_count (fixture, "wijken:A"), ==, 10);
}

/* One undo takes the set away, redo brings it back, and so for one that replaces another. */
static void
test_one_undo (Fixture *fixture, gconstpointer data)
{
  StreekStore *store = streek_workspace_get_store (fixture->base.workspace);
  g_autoptr (GString) features = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  write_two_unions (fixture);

  g_autoptr (StreekOwnAreas) unions = read_set (fixture, "zorg");

  write_set (fixture, unions);
  append_square (features, "7", "Vierkant", 560000, 650000, 2000);
  write_features (fixture, features->str);

  g_autoptr (StreekOwnAreas) square = read_set (fixture, "zorg");

  write_set (fixture, square);
  g_assert_nonnull (find_area (fixture, "zorg:7"));
  g_assert_null (find_area (fixture, "zorg:K"));

  g_assert_true (streek_store_undo (store, NULL, &error));
  reload (fixture);
  g_assert_null (find_area (fixture, "zorg:7"));
  g_assert_cmpuint (find_area (fixture, "zorg:K")->units.n, ==, 2);

  g_assert_true (streek_store_undo (store, NULL, &error));
  reload (fixture);
  g_assert_null (streek_areas_find_set (fixture->areas, "zorg", NULL));

  g_assert_true (streek_store_redo (store, NULL, &error));
  g_assert_true (streek_store_redo (store, NULL, &error));
  g_assert_no_error (error);
  reload (fixture);
  g_assert_nonnull (find_area (fixture, "zorg:7"));
}

static void
test_borders_of_its_own (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) features = g_string_new (NULL);

  append_square (features, "1", "Zuid", 560000, 650000, 2000);
  append_square (features, "2", "Noord", 560000, 652000, 2000);
  write_features (fixture, features->str);

  g_autoptr (StreekOwnAreas) own = read_set (fixture, "wijken");

  g_assert_cmpint (streek_own_areas_get_kind (own), ==, STREEK_OWN_AREAS_MESH);
  g_assert_cmpuint (count_findings (own, "own-areas/misfit"), ==, 2);
  g_assert_true (streek_own_areas_can_write (own));
  write_set (fixture, own);

  const StreekArea *south = find_area (fixture, "wijken:1");
  StreekMesh *mesh = streek_areas_get_mesh (fixture->areas, south->set->mesh);

  g_assert_false (south->set->overlaps);
  g_assert_cmpuint (streek_mesh_get_n_units (mesh), ==, 2);
  g_assert_cmpuint (streek_mesh_get_n_arcs (mesh), ==, 3);
  g_assert_cmpfloat (streek_mesh_get_unit_area_km2 (mesh, south->units.ids[0]), ==, 4);
  g_assert_cmpstr (
    streek_areas_get_unit_code (fixture->areas, south->set->mesh, south->units.ids[0]), ==, "1");

  /* the units of two meshes have nothing in common, whatever their numbers */
  g_assert_false (streek_area_overlaps (south, find_area (fixture, "gemeente:11001")));
  g_assert_false (streek_area_is_inside (south, find_area (fixture, "gewest:02000")));
}

/* A map of such a set, with the outlines of another mesh asked for as well. */
static void
test_own_borders_can_be_drawn (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) features = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  append_square (features, "1", "Zuid", 560000, 650000, 2000);
  append_square (features, "2", "Overal", 559000, 649000, 4000);
  write_features (fixture, features->str);

  g_autoptr (StreekOwnAreas) own = read_set (fixture, "wijken");

  g_assert_cmpint (streek_own_areas_get_kind (own), ==, STREEK_OWN_AREAS_PLAIN);
  g_assert_cmpuint (count_findings (own, "own-areas/overlap"), ==, 1);
  g_assert_true (streek_own_areas_can_write (own));
  write_set (fixture, own);
  g_assert_true (find_area (fixture, "wijken:1")->set->overlaps);

  g_autoptr (StreekFigureSpec) spec = streek_figure_spec_new ();

  g_free (spec->set);
  spec->set = g_strdup ("wijken");
  spec->outline_set = g_strdup ("RESOC");

  g_autoptr (StreekFigure) figure =
    streek_workspace_make_figure (fixture->base.workspace, spec, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (figure);
  /* the municipalities around them come from the shipped mesh, which is named then */
  g_assert_nonnull (strstr (streek_figure_get_source (figure), "Statbel"));
}

/* Two squares that lie over each other, over figures of municipalities: each has a hatch. */
static void
test_lies_over_a_map_of_another_set (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) features = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  append_square (features, "1", "Zuid", 570000, 660000, 8000);
  append_square (features, "2", "Noord", 572000, 664000, 9000);
  append_square (features, "3", "Ver", 700000, 660000, 5000);
  write_features (fixture, features->str);

  g_autoptr (StreekOwnAreas) own = read_set (fixture, "wijken");

  write_set (fixture, own);

  g_autoptr (StreekFigureSpec) spec = streek_figure_spec_new ();

  spec->set = g_strdup ("gemeente");
  spec->within = g_strdup ("provincie:30000");
  spec->overlay_set = g_strdup ("wijken");

  g_autoptr (StreekFigure) figure =
    streek_workspace_make_figure (fixture->base.workspace, spec, NULL, &error);
  guint n_hatched = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < streek_figure_get_n_legend_entries (figure); i++)
    n_hatched += streek_figure_get_legend_entry (figure, i).kind == STREEK_LEGEND_OVERLAY;
  g_assert_cmpuint (n_hatched, ==, 2); /* the third is far away */
  g_assert_nonnull (strstr (streek_figure_get_description (figure), "Zuid, Noord"));

  g_free (spec->overlay_set);
  spec->overlay_set = g_strdup ("onbekend");
  g_assert_null (streek_workspace_make_figure (fixture->base.workspace, spec, NULL, &error));
  g_assert_error (error, STREEK_AREA_ERROR, STREEK_AREA_ERROR_UNKNOWN_SET);
}

/* Squares that lie inside Kortrijk (of before 2025, too), across its border, and far from it: they
 * share no unit with it, and are told apart by their land. */
static void
test_own_borders_lie_within_others (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) features = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) across = NULL;
  const StreekArea *city = find_area (fixture, "gemeente:34022");
  StreekMesh *mesh = streek_areas_get_mesh (fixture->areas, city->set->mesh);
  StreekCircle circle = streek_mesh_get_unit_label_circle (mesh, city->units.ids[0]);

  int x = (int) circle.x;
  int y = (int) circle.y;
  int side = (int) circle.radius_m;

  /* a square of half the radius lies in the circle that lies in the municipality */
  append_square (features, "1", "Binnen", x - side / 4, y - side / 4, side / 2);
  append_square (features, "2", "Ver", x + 60000, y, 1000);
  /* from the middle 20 km to the north east: more than half of it is elsewhere */
  append_square (features, "3", "Over de grens", x + side / 4 + 1, y + side / 4 + 1, 8000);
  write_features (fixture, features->str);

  g_autoptr (StreekOwnAreas) own = read_set (fixture, "wijken");

  write_set (fixture, own);
  city = find_area (fixture, "gemeente:34022");

  g_autoptr (GPtrArray) inside = streek_areas_list_within (
    fixture->areas, "wijken", streek_date_from_ymd (2024, 1, 1), city, &across, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (inside->len, ==, 1);
  g_assert_cmpstr (((StreekArea *) inside->pdata[0])->code, ==, "1");
  g_assert_cmpuint (across->len, ==, 1);
  g_assert_cmpstr (((StreekArea *) across->pdata[0])->code, ==, "3");
}

static void
test_faults_are_said_and_nothing_written (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) features = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  gboolean changed;

  append_square (features, "1", "Zuid", 560000, 650000, 2000);
  append_square (features, "1", "Nog eens", 570000, 650000, 2000);
  append_square (features, "null", "Zonder code", 580000, 650000, 2000);
  append_square (features, "3", "Parijs", 500000, 200000, 2000);
  append_feature (features, "4", "Vlinder",
                  "{\"type\":\"Polygon\",\"coordinates\":[[[600000,650000],[601000,651000],"
                  "[601000,650000],[600000,651500],[600000,650000]]]}");
  append_feature (features, "5", "Punt", "{\"type\":\"Point\",\"coordinates\":[600000,650000]}");
  append_feature (features, "6", "Niets", "null");
  append_feature (features, "7", "Snipper",
                  "{\"type\":\"Polygon\",\"coordinates\":[[[600000,650000],[600000.1,650000],"
                  "[600000,650000.1],[600000,650000]]]}");
  write_features (fixture, features->str);

  g_autoptr (StreekOwnAreas) own = read_set (fixture, "wijken");
  StreekOwnAreasCounts counts = streek_own_areas_get_counts (own);
  static const char *const ids[] = {
    "own-areas/double-code", "own-areas/code",  "own-areas/abroad",  "own-areas/crosses-itself",
    "own-areas/no-polygon",  "own-areas/empty", "own-areas/no-land",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_test_message ("%s", ids[i]);
      g_assert_cmpuint (count_findings (own, ids[i]), ==, 1);
    }
  g_assert_cmpuint (counts.n_read, ==, 8);
  g_assert_cmpuint (counts.n_taken, ==, 1);
  g_assert_cmpuint (counts.n_ignored, ==, 2);
  g_assert_cmpuint (counts.n_rejected, ==, 5);
  g_assert_false (streek_own_areas_can_write (own));

  g_assert_false (
    streek_workspace_write_own_areas (fixture->base.workspace, own, &changed, NULL, &error));
  g_assert_error (error, STREEK_AREA_ERROR, STREEK_AREA_ERROR_INVALID);
  reload (fixture);
  g_assert_null (streek_areas_find_set (fixture->areas, "wijken", NULL));
}

static void
test_codes_of_sets (Fixture *fixture, gconstpointer data)
{
  static const char *const bad[] = { "RESOC", "gemeente", "", "a:b", "a b", "a+b" };
  g_autoptr (GString) features = g_string_new (NULL);

  append_square (features, "1", "Zuid", 560000, 650000, 2000);
  write_features (fixture, features->str);
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (StreekOwnAreas) own = read_set (fixture, bad[i]);

      g_assert_cmpuint (count_findings (own, "own-areas/set-code"), ==, 1);
      g_assert_false (streek_own_areas_can_write (own));
    }
}

static void
test_set_is_deleted (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  write_two_unions (fixture);

  g_autoptr (StreekOwnAreas) own = read_set (fixture, "zorg");

  write_set (fixture, own);
  g_assert_true (streek_workspace_remove_own_areas (fixture->base.workspace, "zorg", "Zorggebieden",
                                                    NULL, &error));
  reload (fixture);
  g_assert_null (streek_areas_find_set (fixture->areas, "zorg", NULL));

  g_assert_false (
    streek_workspace_remove_own_areas (fixture->base.workspace, "RESOC", "RESOC", NULL, &error));
  g_assert_error (error, STREEK_AREA_ERROR, STREEK_AREA_ERROR_UNKNOWN_SET);
}

/* Kortrijk (34022) has one unit; RESOC Oostende of 2009 has the 7 municipalities of the decree. */
static void
test_a_selection_makes_areas (Fixture *fixture, gconstpointer data)
{
  const char *const first[] = { "34022", "34013", "34022", NULL };
  const char *const second[] = { "34022", NULL };
  const char *const regions[] = { "RESOC_OOSTENDE", "NERGENS", NULL };
  StreekOwnAreasSelection selection = {
    .set = "kring",
    .set_name = "Kringen",
    .code = "a",
    .name = "Kring A",
    .source_set = "gemeente",
    .codes = first,
    .source = "Raad",
  };
  g_autoptr (GError) error = NULL;

  g_assert_true (streek_date_parse ("2018-01-01", &selection.on, NULL));
  g_assert_true (streek_date_parse ("2010-01-01", &selection.from, NULL));
  g_assert_true (streek_date_parse ("2026-01-01", &selection.until, NULL));

  g_autoptr (StreekOwnAreas) one =
    streek_own_areas_from_selection (fixture->areas, &selection, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (streek_own_areas_get_findings (one)->len, ==, 0);
  write_set (fixture, one);
  g_assert_cmpuint (find_area (fixture, "kring:a")->units.n, ==, 2);
  g_assert_cmpint (find_area (fixture, "kring:a")->valid.to, ==, selection.until);
  g_assert_cmpstr (find_area (fixture, "kring:a")->source, ==, "Raad");

  /* a second one stands beside it, and shares Kortrijk with it */
  selection.code = "b";
  selection.name = "";
  selection.source = NULL;
  selection.codes = second;

  g_autoptr (StreekOwnAreas) two =
    streek_own_areas_from_selection (fixture->areas, &selection, &error);

  g_assert_cmpuint (count_findings (two, "own-areas/overlap"), ==, 1);
  write_set (fixture, two);
  g_assert_cmpuint (find_area (fixture, "kring:a")->units.n, ==, 2);
  g_assert_cmpstr (find_area (fixture, "kring:b")->name, ==, "b");
  g_assert_true (find_area (fixture, "kring:b")->set->overlaps);
  g_assert_cmpstr (find_area (fixture, "kring:b")->set->name, ==, "Kringen");

  g_assert_true (
    streek_store_undo (streek_workspace_get_store (fixture->base.workspace), NULL, &error));
  reload (fixture);
  g_assert_null (streek_areas_find (fixture->areas, "kring", "b", selection.on));
  g_assert_cmpuint (find_area (fixture, "kring:a")->units.n, ==, 2);

  /* each by itself, on another set; what is unknown stops it, and so does an end before the begin
   */
  selection.set = "streek";
  selection.apart = TRUE;
  selection.source_set = "RESOC";
  selection.codes = regions;
  selection.until = selection.from;

  g_autoptr (StreekOwnAreas) faulty =
    streek_own_areas_from_selection (fixture->areas, &selection, &error);

  g_assert_cmpuint (count_findings (faulty, "own-areas/unknown-member"), >=, 1);
  g_assert_cmpuint (count_findings (faulty, "own-areas/days"), ==, 1);
  g_assert_false (streek_own_areas_can_write (faulty));
}

static void
test_fields_and_layers_are_named (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  write_two_unions (fixture);

  const StreekOwnAreasRequest request = {
    .path = fixture->geodata, .set = "zorg", .code_field = "nis", .name_field = "name"
  };

  g_assert_null (streek_own_areas_read (fixture->areas, &request, NULL, NULL, NULL, &error));
  g_assert_error (error, STREEK_AREA_ERROR, STREEK_AREA_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "code, name"));
}

static void
test_reading_can_be_cancelled (Fixture *fixture, gconstpointer data)
{
  const StreekOwnAreasRequest request = {
    .path = fixture->geodata, .set = "zorg", .code_field = "code", .name_field = "name"
  };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  write_two_unions (fixture);
  g_cancellable_cancel (cancellable);
  g_assert_null (streek_own_areas_read (fixture->areas, &request, NULL, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/workspace/own-areas/outlines-become-municipalities", test_outlines_become_municipalities);
  ADD ("/workspace/own-areas/same-file-again-changes-nothing",
       test_same_file_again_changes_nothing);
  ADD ("/workspace/own-areas/what-a-second-file-changes-is-said",
       test_what_a_second_file_changes_is_said);
  ADD ("/workspace/own-areas/one-undo", test_one_undo);
  ADD ("/workspace/own-areas/borders-of-its-own", test_borders_of_its_own);
  ADD ("/workspace/own-areas/own-borders-can-be-drawn", test_own_borders_can_be_drawn);
  ADD ("/workspace/own-areas/own-borders-lie-within-others", test_own_borders_lie_within_others);
  ADD ("/workspace/own-areas/lies-over-a-map-of-another-set", test_lies_over_a_map_of_another_set);
  ADD ("/workspace/own-areas/faults-are-said-and-nothing-written",
       test_faults_are_said_and_nothing_written);
  ADD ("/workspace/own-areas/codes-of-sets", test_codes_of_sets);
  ADD ("/workspace/own-areas/set-is-deleted", test_set_is_deleted);
  ADD ("/workspace/own-areas/fields-and-layers-are-named", test_fields_and_layers_are_named);
  ADD ("/workspace/own-areas/a-selection-makes-areas", test_a_selection_makes_areas);
  ADD ("/workspace/own-areas/reading-can-be-cancelled", test_reading_can_be_cancelled);

  return g_test_run ();
}
