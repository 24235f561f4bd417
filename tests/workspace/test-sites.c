/* test-sites.c: files of places taken into a workspace, undone, and drawn over a map */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "workspace/streek-sites.h"

#include "indicator/streek-own-count.h"
#include "store/streek-history.h"
#include "workspace/streek-definition-edits.h"
#include "workspace/streek-edits.h"
#include "workspace/streek-figures.h"
#include "workspace-fixture.h"

#include <math.h>
#include <string.h>

/* Points in five municipalities; in which each lies was looked up with PROJ and GDAL in the
 * published outlines of the municipalities, and they are no one's address. */
static const char table[] = "Naam;Soort;Gemeente;lat;lon\n"
                            "Kaai;haven;Brugge;51,3330;3,2050\n"
                            "Dok;binnenhaven;Kortrijk;50,8280;3,2650\n"
                            "Terrein Noord;Bedrijventerrein;Ieper;50,8503;2,8852\n"
                            "Terrein Zuid;Bedrijventerrein;Ieper;50,8505;2,8856\n"
                            "Hal;Veilinghal;Roeselare;50,9445;3,1262\n";

static StreekSiteFile *
read_text (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (StreekSource) source = streek_source_open_bytes (bytes, "plaatsen.csv", NULL, &error);

  g_assert_no_error (error);

  StreekSiteFile *file = streek_site_file_read (source, NULL, NULL, &error);

  g_assert_no_error (error);

  return file;
}

static StreekSiteImport *
compare (WorkspaceFixture *fixture, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekSiteFile) file = read_text (text);
  StreekSiteImport *import = streek_sites_read_file (fixture->workspace, file, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (import->n_read, ==, import->n_taken + import->n_ignored + import->n_rejected);
  g_assert_cmpuint (import->n_taken, ==, import->changes->len);

  return import;
}

static void
take (WorkspaceFixture *fixture, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekSiteImport) import = compare (fixture, text);

  streek_sites_commit (fixture->workspace, import, TRUE, NULL, &error);
  g_assert_no_error (error);
}

static StreekSiteList *
load (WorkspaceFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  StreekSiteList *list = streek_sites_load (fixture->workspace, NULL, &error);

  g_assert_no_error (error);

  return list;
}

static guint
count_sites (WorkspaceFixture *fixture)
{
  g_autoptr (StreekSiteList) list = load (fixture);

  return list->sites->len;
}

static const StreekImportFinding *
find_finding (const StreekSiteImport *import, const char *id)
{
  for (guint i = 0; i < import->findings->len; i++)
    if (strcmp (((StreekImportFinding *) import->findings->pdata[i])->id, id) == 0)
      return import->findings->pdata[i];

  return NULL;
}

static void
test_takes_a_file_and_undoes_it (WorkspaceFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekSiteImport) import = compare (fixture, table);

  g_assert_cmpuint (import->n_read, ==, 6);
  g_assert_cmpuint (import->n_rows[STREEK_SITE_ROW_NEW], ==, 5);
  g_assert_cmpuint (import->n_rows[STREEK_SITE_ROW_HEADER], ==, 1);
  g_assert_null (find_finding (import, "place/other-municipality"));
  g_assert_null (find_finding (import, "place/outside"));
  g_assert_cmpuint (find_finding (import, "point/wgs84")->n, ==, 5);
  g_assert_cmpuint (count_sites (fixture), ==, 0);

  g_assert_true (streek_sites_commit (fixture->workspace, import, FALSE, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_sites (fixture), ==, 5);

  /* the comparison is of before the commit */
  g_assert_false (streek_sites_commit (fixture->workspace, import, FALSE, NULL, &error));
  g_assert_error (error, STREEK_IMPORT_ERROR, STREEK_IMPORT_ERROR_STALE);
  g_clear_error (&error);

  g_autoptr (StreekSiteImport) again = compare (fixture, table);

  g_assert_cmpuint (again->n_rows[STREEK_SITE_ROW_UNCHANGED], ==, 5);
  g_assert_cmpuint (again->n_taken, ==, 0);

  StreekStore *store = streek_workspace_get_store (fixture->workspace);

  g_assert_true (streek_store_undo (store, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_sites (fixture), ==, 0);
  g_assert_true (streek_store_redo (store, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_sites (fixture), ==, 5);
}

/* The same five points as PROJ 9.1.1 has them in Lambert 72 (cs2cs EPSG:4326 EPSG:31370), in the
 * order of a file that also has titles, an address in three columns and a source under it. */
static void
test_every_system_is_the_same_place (WorkspaceFixture *fixture, gconstpointer data)
{
  static const char lambert[] = "Havens in de provincie;;;;;;\n"
                                ";;;;;;\n"
                                "Benaming;Type;X (Lambert 72);Y (Lambert 72);Straat;Nr;Postcode\n"
                                "Kaai;haven;68892,52;225435,09;Kade;Huisnr 12;8000\n"
                                "\n"
                                "Bron: een proef;;;;;;\n";
  static const char wkt[] = "name,kind,geometry\n"
                            "Kaai,port,POINT (3.2050 51.3330)\n";

  take (fixture, table);

  g_autoptr (StreekSiteImport) first = compare (fixture, lambert);

  g_assert_cmpuint (first->n_rows[STREEK_SITE_ROW_TITLE], ==, 1);
  g_assert_cmpuint (first->n_rows[STREEK_SITE_ROW_BLANK], ==, 2);
  g_assert_cmpuint (first->n_rows[STREEK_SITE_ROW_FOOTER], ==, 1);
  g_assert_cmpuint (first->n_rows[STREEK_SITE_ROW_CHANGED], ==, 1); /* it has an address now */

  const StreekSiteChange *change = first->changes->pdata[0];

  g_assert_cmpstr (change->site->address, ==, "Kade 8000");
  g_assert_cmpfloat (change->site->x, ==, change->former->x);
  g_assert_cmpstr (change->site->municipality, ==, "Brugge");
  g_assert_cmpuint (find_finding (first, "point/lambert72")->n, ==, 1);

  g_autoptr (StreekSiteImport) second = compare (fixture, wkt);

  g_assert_cmpuint (second->n_rows[STREEK_SITE_ROW_UNCHANGED], ==, 1);
}

static void
test_what_is_wrong_is_said (WorkspaceFixture *fixture, gconstpointer data)
{
  static const char text[] = "naam,gemeente,x,y\n"
                             "Verkeerd om,Brugge,51.333,3.205\n"
                             "Elders,Kortrijk,3.205,51.333\n"
                             "Onbekend,Atlantis,3.205,51.333\n"
                             "Op zee,,2.60,51.40\n"
                             "Zonder,Brugge,,\n"
                             "Half,Brugge,3.205,\n"
                             "Parijs,Brugge,2.35,48.85\n"
                             ",Brugge,3.205,51.333\n"
                             "Elders,Kortrijk,3.205,51.333\n";
  g_autoptr (StreekSiteImport) import = compare (fixture, text);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (import->n_taken, ==, 4);
  g_assert_cmpuint (import->n_rows[STREEK_SITE_ROW_NO_POINT], ==, 1);
  g_assert_cmpuint (import->n_rows[STREEK_SITE_ROW_BAD_POINT], ==, 1);
  g_assert_cmpuint (import->n_rows[STREEK_SITE_ROW_ELSEWHERE], ==, 1);
  g_assert_cmpuint (import->n_rows[STREEK_SITE_ROW_NO_NAME], ==, 1);
  g_assert_cmpuint (import->n_rows[STREEK_SITE_ROW_DOUBLE], ==, 1);
  g_assert_cmpuint (find_finding (import, "point/turned")->n, ==, 1);
  g_assert_cmpuint (find_finding (import, "point/turned")->line, ==, 2);
  g_assert_cmpuint (find_finding (import, "place/other-municipality")->n, ==, 1);
  g_assert_cmpuint (find_finding (import, "place/unknown-municipality")->n, ==, 1);
  g_assert_cmpuint (find_finding (import, "place/outside")->n, ==, 1);
  g_assert_nonnull (find_finding (import, "place/no-kind"));

  g_assert_false (streek_sites_commit (fixture->workspace, import, FALSE, NULL, &error));
  g_assert_error (error, STREEK_IMPORT_ERROR, STREEK_IMPORT_ERROR_REJECTED);
  g_assert_cmpuint (count_sites (fixture), ==, 0);
}

/* The only one of its name in a municipality has moved; of several nobody knows which. */
static void
test_a_place_can_move (WorkspaceFixture *fixture, gconstpointer data)
{
  take (fixture, table);

  g_autoptr (StreekSiteImport) moved =
    compare (fixture, "naam,soort,lat,lon\nKaai,haven,51.32,3.21\n");
  g_autoptr (StreekSiteImport) other =
    compare (fixture, "naam,soort,lat,lon\nKaai,haven,50.83,3.26\n");
  g_autoptr (StreekSiteImport) two =
    compare (fixture, "naam,soort,lat,lon\nKaai,haven,51.32,3.21\nKaai,haven,51.31,3.22\n");

  g_assert_cmpuint (moved->n_rows[STREEK_SITE_ROW_CHANGED], ==, 1);
  g_assert_cmpuint (other->n_rows[STREEK_SITE_ROW_NEW], ==, 1);
  g_assert_cmpuint (two->n_rows[STREEK_SITE_ROW_NEW], ==, 2);
}

static void
test_no_point_is_made_up (WorkspaceFixture *fixture, gconstpointer data)
{
  g_autoptr (StreekSiteFile) without =
    read_text ("Naam;Soort;Gemeente\nStreekhuis;streekhuis;Roeselare\nAnder;streekhuis;Ieper\n");
  g_autoptr (StreekSiteFile) unnamed = read_text ("gemeente;lat;lon\nRoeselare;50,94;3,12\n");
  g_autoptr (GError) first = NULL;
  g_autoptr (GError) second = NULL;

  g_assert_null (streek_sites_read_file (fixture->workspace, without, NULL, &first));
  g_assert_error (first, STREEK_ACTOR_ERROR, STREEK_ACTOR_ERROR_FILE);
  g_assert_null (streek_sites_read_file (fixture->workspace, unnamed, NULL, &second));
  g_assert_error (second, STREEK_ACTOR_ERROR, STREEK_ACTOR_ERROR_FILE);
}

/* Figures of municipalities, even with codes that could be metres, are no places. */
static void
test_figures_are_no_places (WorkspaceFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *text;
    gboolean is_of_places;
  } files[] = {
    { "NIS;Gemeente;Inwoners\n31005;Brugge;118509\n34022;Kortrijk;76735\n", FALSE },
    { "nis,naam,jaar,waarde\n31005,Brugge,2020,118656\n", FALSE },
    { "gemeente,lat,lon,inwoners\nBrugge,51.2093,3.2247,118656\n", FALSE },
    { "naam,lat,lon\nKaai,51.333,3.205\n", TRUE },
    { "naam,plaats\nKaai,\"51.333, 3.205\"\n", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = g_bytes_new_static (files[i].text, strlen (files[i].text));
      g_autoptr (StreekSource) source = streek_source_open_bytes (bytes, "a.csv", NULL, &error);

      g_assert_no_error (error);
      g_test_message ("%s", files[i].text);
      g_assert_cmpint (streek_site_file_is_of_places (source, NULL), ==, files[i].is_of_places);
    }
}

static const StreekSite *
find_by_name (const StreekSiteList *list, const char *name)
{
  for (guint i = 0; i < list->sites->len; i++)
    if (strcmp (((StreekSite *) list->sites->pdata[i])->name, name) == 0)
      return list->sites->pdata[i];

  return NULL;
}

static void
write_count (WorkspaceFixture *fixture, const char *place, const char *key, int year, double number)
{
  g_autoptr (StreekOwnCount) count = streek_own_count_new ();
  StreekOwnCountValue *value = streek_own_count_add_value (count);

  g_free (count->name);
  g_free (count->unit);
  g_free (count->subject_name);
  count->name = g_strdup ("Ligplaatsen");
  count->unit = g_strdup ("ligplaatsen");
  count->subject_name = g_strdup (place);
  count->subject_key = g_strdup (key);
  value->value = number;
  value->missing = STREEK_MISSING_NONE;
  value->date = streek_period_from_year (year);
  streek_edits_write_count_async (fixture->workspace, count, workspace_fixture_edited_cb, fixture);
  g_main_loop_run (fixture->loop);
  g_assert_no_error (fixture->error);
}

static GPtrArray *
list_counts (WorkspaceFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekReader) reader =
    streek_store_borrow_reader (streek_workspace_get_store (fixture->workspace), NULL, &error);
  GPtrArray *counts = streek_own_counts_list (streek_reader_get_db (reader), &error);

  g_assert_no_error (error);

  return counts;
}

/* A count finds its place by the name, follows it, and stays when it is deleted. */
static void
test_counts_hang_on_a_place (WorkspaceFixture *fixture, gconstpointer data)
{
  take (fixture, table);
  write_count (fixture, "kaai", NULL, 2022, 120);

  g_autoptr (StreekSiteList) list = load (fixture);
  g_autoptr (StreekSite) site = streek_site_copy (find_by_name (list, "Kaai"));
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, site->id);
  g_autoptr (GPtrArray) before = list_counts (fixture);

  g_assert_cmpstr (((StreekOwnCount *) before->pdata[0])->subject_key, ==, key);
  g_assert_cmpuint (list->counts->len, ==, 1);
  g_assert_cmpstr (list->counts->pdata[0], ==, "Ligplaatsen");

  g_free (site->name);
  site->name = g_strdup ("Grote kaai");
  streek_edits_write_site_async (fixture->workspace, site, workspace_fixture_edited_cb, fixture);
  g_main_loop_run (fixture->loop);
  g_assert_no_error (fixture->error);

  g_autoptr (GPtrArray) renamed = list_counts (fixture);

  g_assert_cmpstr (((StreekOwnCount *) renamed->pdata[0])->subject_name, ==, "Grote kaai");

  streek_edits_delete_site_async (fixture->workspace, site->id, site->name,
                                  workspace_fixture_edited_cb, fixture);
  g_main_loop_run (fixture->loop);
  g_assert_no_error (fixture->error);

  g_autoptr (GPtrArray) left = list_counts (fixture);

  g_assert_cmpuint (count_sites (fixture), ==, 4);
  g_assert_cmpuint (left->len, ==, 1);
  g_assert_null (((StreekOwnCount *) left->pdata[0])->subject_key);
  g_assert_cmpstr (((StreekOwnCount *) left->pdata[0])->subject_name, ==, "Grote kaai");
}

static StreekFigureSpec *
new_spec (const char *kind, const char *count)
{
  StreekFigureSpec *spec = streek_figure_spec_new ();
  const char *kinds[] = { kind, NULL };

  spec->set = g_strdup ("gemeente");
  spec->within = g_strdup ("provincie:30000");
  spec->points.source = g_strdup (STREEK_POINTS_OF_PLACES);
  spec->points.kinds = kind != NULL ? g_strdupv ((char **) kinds) : NULL;
  spec->points.count = g_strdup (count);

  return spec;
}

static void
test_map_shows_places (WorkspaceFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekFigureSpec) spec = new_spec (NULL, NULL);
  g_autoptr (StreekFigureSpec) ports = new_spec ("haven", NULL);

  take (fixture, table);
  take (fixture, "naam,soort,lat,lon\nVer dok,haven,51.2194,4.4025\n"); /* in Antwerpen */

  g_autoptr (StreekFigure) all =
    streek_workspace_make_figure (fixture->workspace, spec, NULL, &error);
  g_assert_no_error (error);
  g_autoptr (StreekFigure) some =
    streek_workspace_make_figure (fixture->workspace, ports, NULL, &error);
  g_assert_no_error (error);

  g_assert_cmpuint (streek_figure_get_n_points (all), ==, 5);
  g_assert_cmpuint (streek_figure_get_n_points (some), ==, 2);
  g_assert_cmpstr (streek_figure_get_point_name (some, 0), ==, "Dok");

  g_autofree char *words = streek_figure_describe_point (some, 0, streek_format_get ("en"));

  g_assert_cmpstr (words, ==, "Dok, Port, in Kortrijk");
  /* what lies elsewhere is said */
  g_assert_true (g_strv_contains (streek_figure_get_notes (some),
                                  "1 place lies outside the areas of this map and is not drawn."));
  g_assert_nonnull (strstr (streek_figure_get_description (some), "Port: 2"));
}

static void
test_circles_show_a_count (WorkspaceFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekFigureSpec) spec = new_spec ("haven", "Ligplaatsen");
  g_autoptr (StreekFigureSpec) unknown = new_spec ("haven", "Containers");

  take (fixture, table);
  g_assert_null (streek_workspace_make_figure (fixture->workspace, unknown, NULL, &error));
  g_assert_error (error, STREEK_FIGURE_ERROR, STREEK_FIGURE_ERROR_NO_DATA);
  g_clear_error (&error);

  write_count (fixture, "Kaai", NULL, 2022, 120);

  g_autoptr (StreekFigure) figure =
    streek_workspace_make_figure (fixture->workspace, spec, NULL, &error);

  g_assert_no_error (error);

  g_autofree char *without = streek_figure_describe_point (figure, 0, streek_format_get ("en"));
  g_autofree char *with = streek_figure_describe_point (figure, 1, streek_format_get ("en"));

  g_assert_cmpstr (without, ==, "Dok, Port, in Kortrijk, Ligplaatsen: unknown");
  g_assert_cmpstr (with, ==, "Kaai, Port, in Brugge, Ligplaatsen: 120 ligplaatsen (2022)");

  /* it is nobody's figure but the place's */
  StreekTable *twin = streek_figure_get_table (figure);

  g_assert_cmpint (streek_table_find_column (twin, "value"), ==, -1);
}

static void
test_unknown_points_are_refused (WorkspaceFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekFigureSpec) spec = new_spec (NULL, NULL);

  g_free (spec->points.source);
  spec->points.source = g_strdup ("projects");
  g_assert_null (streek_workspace_make_figure (fixture->workspace, spec, NULL, &error));
  g_assert_error (error, STREEK_FIGURE_ERROR, STREEK_FIGURE_ERROR_INVALID);
}

#define ADD(path, func)                                                                            \
  g_test_add (path, WorkspaceFixture, NULL, workspace_fixture_set_up_new, func,                    \
              workspace_fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/workspace/sites/takes-a-file-and-undoes-it", test_takes_a_file_and_undoes_it);
  ADD ("/workspace/sites/every-system-is-the-same-place", test_every_system_is_the_same_place);
  ADD ("/workspace/sites/what-is-wrong-is-said", test_what_is_wrong_is_said);
  ADD ("/workspace/sites/a-place-can-move", test_a_place_can_move);
  ADD ("/workspace/sites/no-point-is-made-up", test_no_point_is_made_up);
  ADD ("/workspace/sites/figures-are-no-places", test_figures_are_no_places);
  ADD ("/workspace/sites/counts-hang-on-a-place", test_counts_hang_on_a_place);
  ADD ("/workspace/sites/map-shows-places", test_map_shows_places);
  ADD ("/workspace/sites/circles-show-a-count", test_circles_show_a_count);
  ADD ("/workspace/sites/unknown-points-are-refused", test_unknown_points_are_refused);

  return g_test_run ();
}
