/* test-make-reference.c: a small map through the maintainers' programs, into a workspace */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "area/streek-areas.h"

#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

/* In steps of a hundredth of a degree from the origin of Belgian Lambert 2008 (EPSG:3812), which
 * its definition places at 4°21'33,177" E, 50°47'52,134" N and x = 649 328, y = 665 262 m:
 *
 *   2  A A B
 *   1  A C C
 *      0 1 2
 *
 * A and C run counter-clockwise, B clockwise: files differ. */
#define MAP                                                                                        \
  "{\"type\": \"Topology\","                                                                       \
  " \"transform\": {\"scale\": [0.01, 0.01], \"translate\": [4.359215833333, 50.797815]},"         \
  " \"objects\": {\"municipalities\": {\"type\": \"GeometryCollection\", \"geometries\": ["        \
  "  {\"type\": \"Polygon\", \"arcs\": [[5, 4, -2]], \"properties\": {\"nis\": \"C\", "            \
  "\"name_nl\": \"Cee\"}},"                                                                        \
  "  {\"type\": \"Polygon\", \"arcs\": [[0, 1, 2]], \"properties\": {\"nis\": \"A\", "             \
  "\"name_nl\": \"Aa\"}},"                                                                         \
  "  {\"type\": \"MultiPolygon\", \"arcs\": [[[3, 4, 2]]], \"properties\": {\"nis\": \"B\", "      \
  "\"name_nl\": \"Bee\"}}]}},"                                                                     \
  " \"arcs\": ["                                                                                   \
  "[[2, 2], [-2, 0], [0, -2], [1, 0]],"                                                            \
  "[[1, 0], [0, 1], [1, 0]],"                                                                      \
  "[[2, 1], [0, 1]],"                                                                              \
  "[[2, 2], [1, 0], [0, -1]],"                                                                     \
  "[[3, 1], [-1, 0]],"                                                                             \
  "[[1, 0], [2, 0], [0, 1]]]}"

/* B and C merge into D on 1 January 2019. */
static const char *const sources[][2] = {
  { "municipalities.topojson", MAP },
  { "municipalities.csv", "nis,name_nl,name_fr,valid_from,valid_to,province_nis\n"
                          "A,Aa,,,,1\n"
                          "B,Bee,Bé,,2018-12-31,1\n"
                          "C,\"Cee, of \"\"See\"\"\",,,2018-12-31,1\n"
                          "D,Dee,,2019-01-01,,1\n" },
  { "municipality_base_units.csv", "nis,base_nis,valid_from,valid_to\n"
                                   "A,A,,\n"
                                   "B,B,,2018-12-31\n"
                                   "C,C,,2018-12-31\n"
                                   "D,B,2019-01-01,\n"
                                   "D,C,2019-01-01,\n" },
  { "municipality_changes.csv", "date,old_nis,new_nis,kind,note,source\n"
                                "2019-01-01,B,D,merge,,Statbel\n"
                                "2019-01-01,C,D,merge,,Statbel\n" },
  { "regions.csv", "region_set,region_code,region_name,valid_from,valid_to,certainty,source,note\n"
                   "RESOC,R1,West,2004-10-22,2015-12-31,documented,a list,a note\n"
                   "RESOC,R2,Oost,2004-10-22,,inferred,a guess,\n" },
  { "region_members.csv", "region_set,region_code,nis,valid_from,valid_to,certainty\n"
                          "RESOC,R1,A,2004-10-22,2015-12-31,documented\n"
                          "RESOC,R2,B,2004-10-22,2018-12-31,inferred\n"
                          "RESOC,R2,C,2004-10-22,2018-12-31,inferred\n"
                          "RESOC,R2,D,2019-01-01,,inferred\n" },
};

/* What people keep by hand beside it. */
static const char *const kept[][2] = {
  { "meshes.tsv", "code\tname\tcrs\tunits\tarcs\ttolerances_m\n"
                  "letters\tLetters\tEPSG:3812\tunits.tsv\tarcs.tsv\t0 50 150 400\n" },
  { "attributions.tsv", "mesh\trank\ttext\nletters\t1\tDrawn by hand.\n" },
  { "area-sets.tsv",
    "# comment\n"
    "code\tname\tmesh\tpartition_of\tpartition_from\toverlaps\trank\tsource\tnote\tlegal_basis\n"
    "land\tLand\tletters\t\t\t0\t10\t\t\t\n"
    "RESOC\tRESOC\tletters\t\t\t0\t60\t\t\tdecree\n"
    "gemeente\tGemeenten\tletters\tland:01000\t\t0\t100\t\t\t\n" },
  { "own-areas.tsv", "set\tcode\tvalid_from\tvalid_to\tname\tname_fr\tcertainty\tsource\tnote\n"
                     "RESOC\tR1\t2004-10-22\t2016-01-01\tHet westen\t\tdocumented\t\t\n" },
  { "own-members.tsv", "set\tcode\tmember\tvalid_from\tvalid_to\tcertainty\n" },
  { "own-successions.tsv", "set\ton\told\tnew\tkind\tnote\tsource\n"
                           "RESOC\t2016-01-01\tR1\tR2\tmerge\t\t\n" },
  { "area-notes.tsv", "set\tcode\tsource\tnote\nRESOC\tR2\teen bron\teen nota\n" },
  { "aliases.tsv", "set\tcode\talias\tkind\tvalid_from\tvalid_to\tsource\n"
                   "RESOC\tR1\tAvondland\talso\t\t\t\n" },
  { "version.txt", "7\n" },
  { "indicators.csv",
    "code,theme,name,name_en,definition,unit,kind,time_kind,direction,decimals,numerator,"
    "denominator,multiplier,denominator_rule,denominator_max_years,denominator_period,weight,"
    "threshold_pct,source,licence,table_url,note,has_data,formula\n" },
  { "figures.txt", "# none\n" },
  { "indicator-versions.tsv", "code\tvalid_from\tfollows\tdefinition\tnote\n" },
  { "indicator-aliases.tsv", "code\talias\n" },
  { "indicator-breaks.tsv", "code\tperiod\treason\n" },
  { "indicator-breakdowns.tsv", "id\tcode\tlabel\tis_complete\tparts\n" },
  { "indicator-gaps.tsv", "id\tlabel\tsupply\tneed\tgap\n" },
};

typedef struct
{
  char *source;
  char *target;
} Folders;

static void
write_files (const char *folder, const char *const (*files)[2], gsize n)
{
  for (gsize i = 0; i < n; i++)
    {
      g_autofree char *path = g_build_filename (folder, files[i][0], NULL);

      g_assert_true (g_file_set_contents (path, files[i][1], -1, NULL));
    }
}

static void
set_up (Folders *folders, gconstpointer data)
{
  folders->source = g_dir_make_tmp ("streek-source-XXXXXX", NULL);
  folders->target = g_dir_make_tmp ("streek-target-XXXXXX", NULL);
  write_files (folders->source, sources, G_N_ELEMENTS (sources));
  write_files (folders->target, kept, G_N_ELEMENTS (kept));
}

static void
remove_folder (char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_remove (path);
    }

  g_rmdir (folder);
  g_free (folder);
}

static void
tear_down (Folders *folders, gconstpointer data)
{
  remove_folder (folders->source);
  remove_folder (folders->target);
}

static char *
find_program (const char *name)
{
  return g_test_build_filename (G_TEST_BUILT, "..", "src", "tools", name, NULL);
}

static int
run (const char *name, const char *first, const char *second)
{
  g_autofree char *program = find_program (name);
  const char *const args[] = { program, first, second, NULL };
  g_autoptr (GError) error = NULL;
  int status = 0;

  g_spawn_sync (NULL, (char **) args, NULL, G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, NULL, NULL,
                &status, &error);
  g_assert_no_error (error);

  return WIFEXITED (status) ? WEXITSTATUS (status) : -1;
}

/* The program that makes the text is only built where GDAL is. */
static gboolean
can_make (void)
{
  g_autofree char *program = find_program ("streek-make-reference");

  if (g_file_test (program, G_FILE_TEST_IS_EXECUTABLE))
    return TRUE;

  g_test_skip ("streek-make-reference is not built without GDAL");

  return FALSE;
}

static char *
read_body (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *text = NULL;
  GString *body = g_string_new (NULL);

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));

  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (lines[i][0] != '#' && lines[i][0] != '\0')
      g_string_append_printf (body, "%s\n", lines[i]);

  return g_string_free (body, FALSE);
}

static void
assert_body (const Folders *folders, const char *name, const char *expected)
{
  g_autofree char *body = read_body (folders->target, name);

  g_assert_cmpstr (body, ==, expected);
}

static void
test_lists_become_ours (Folders *folders, gconstpointer data)
{
  if (!can_make ())
    return;

  g_assert_cmpint (run ("streek-make-reference", folders->source, folders->target), ==, 0);
  assert_body (folders, "areas.tsv",
               "set\tcode\tvalid_from\tvalid_to\tname\tname_fr\tcertainty\tsource\tnote\n"
               "RESOC\tR1\t2004-10-22\t2016-01-01\tWest\t\tdocumented\ta list\ta note\n"
               "RESOC\tR2\t2004-10-22\t\tOost\t\tinferred\ta guess\t\n"
               "gemeente\tA\t1983-01-01\t\tAa\t\tdocumented\tStatbel REFNIS\t\n"
               "gemeente\tB\t1983-01-01\t2019-01-01\tBee\tBé\tdocumented\tStatbel REFNIS\t\n"
               "gemeente\tC\t1983-01-01\t2019-01-01\tCee, of \"See\"\t\tdocumented\t"
               "Statbel REFNIS\t\n"
               "gemeente\tD\t2019-01-01\t\tDee\t\tdocumented\tStatbel REFNIS\t\n"
               "land\t01000\t1983-01-01\t\tBelgië\tBelgique\tdocumented\tStatbel REFNIS\t\n");
  assert_body (folders, "members.tsv",
               "set\tcode\tmember\tvalid_from\tvalid_to\tcertainty\n"
               "RESOC\tR1\tA\t2004-10-22\t2016-01-01\tdocumented\n"
               "RESOC\tR2\tB\t2004-10-22\t2019-01-01\tinferred\n"
               "RESOC\tR2\tC\t2004-10-22\t2019-01-01\tinferred\n"
               "RESOC\tR2\tD\t2019-01-01\t\tinferred\n"
               "land\t01000\tA\t1983-01-01\t\tdocumented\n"
               "land\t01000\tB\t1983-01-01\t2019-01-01\tdocumented\n"
               "land\t01000\tC\t1983-01-01\t2019-01-01\tdocumented\n"
               "land\t01000\tD\t2019-01-01\t\tdocumented\n");
  assert_body (folders, "municipality-units.tsv",
               "code\tunit\tvalid_from\tvalid_to\n"
               "A\tA\t1983-01-01\t\n"
               "B\tB\t1983-01-01\t2019-01-01\n"
               "C\tC\t1983-01-01\t2019-01-01\n"
               "D\tB\t2019-01-01\t\n"
               "D\tC\t2019-01-01\t\n");
  assert_body (folders, "successions.tsv",
               "on\told\tnew\tkind\tnote\tsource\n"
               "2019-01-01\tB\tD\tmerge\t\tStatbel\n"
               "2019-01-01\tC\tD\tmerge\t\tStatbel\n");
  assert_body (folders, "units.tsv", "code\tname\nA\tAa\nB\tBee\nC\tCee\n");
}

/* Six arcs, the lower unit on the left; the one between A and the world passes the origin. */
static void
test_arcs_have_sides_and_metres (Folders *folders, gconstpointer data)
{
  const char *const sides[] = { "A\t-\t", "A\tB\t", "A\tC\t", "B\t-\t", "B\tC\t", "C\t-\t" };

  if (!can_make ())
    return;

  g_assert_cmpint (run ("streek-make-reference", folders->source, folders->target), ==, 0);

  g_autofree char *body = read_body (folders->target, "arcs.tsv");
  g_auto (GStrv) lines = g_strsplit (body, "\n", -1);

  g_assert_cmpuint (g_strv_length (lines), ==, 1 + G_N_ELEMENTS (sides) + 1);
  g_assert_cmpstr (lines[0], ==, "left\tright\tx\ty\tsteps\tlevels");

  for (gsize i = 0; i < G_N_ELEMENTS (sides); i++)
    g_assert_true (g_str_has_prefix (lines[i + 1], sides[i]));

  g_auto (GStrv) fields = g_strsplit (lines[1], "\t", -1);
  int x = atoi (fields[2]);
  int y = atoi (fields[3]);
  int dx[3];
  int dy[3];

  g_assert_cmpint (
    sscanf (fields[4], "%d %d %d %d %d %d", &dx[0], &dy[0], &dx[1], &dy[1], &dx[2], &dy[2]), ==, 6);
  g_assert_cmpint (x + dx[0] + dx[1], ==, 649328);
  g_assert_cmpint (y + dy[0] + dy[1], ==, 665262);
}

static void
test_same_input_same_bytes (Folders *folders, gconstpointer data)
{
  const char *const names[] = { "arcs.tsv", "areas.tsv", "members.tsv" };

  if (!can_make ())
    return;

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_assert_cmpint (run ("streek-make-reference", folders->source, folders->target), ==, 0);

      g_autofree char *first = read_body (folders->target, names[i]);

      g_assert_cmpint (run ("streek-make-reference", folders->source, folders->target), ==, 0);
      assert_body (folders, names[i], first);
    }
}

static void
test_refuses_bad_input (Folders *folders, gconstpointer data)
{
  static const char *const bad[][2] = {
    { "municipalities.topojson", "{" },
    { "municipalities.topojson", "[]" },
    { "municipalities.topojson", "{\"arcs\": [[[0, 0], [1, 1]]]}" },
    { "municipalities.topojson",
      "{\"arcs\": [[[0, 0], [1, 0], [1, 1], [0, 0]]], \"objects\": {\"m\": {\"geometries\": "
      "[{\"type\": \"Polygon\", \"arcs\": [[7]], \"properties\": {\"nis\": \"A\"}}]}}}" },
    { "municipalities.csv", "nis,name_nl\nA,Aa\n" },
    { "municipalities.csv", "nis,name_nl,name_fr,valid_from,valid_to\nA,Aa,,\n" },
    { "regions.csv",
      "region_set,region_code,region_name,valid_from,valid_to,certainty,source,note\n"
      "RESOC,R1,West,,31/12/2015,documented,,\n" },
    { "municipalities.csv", "nis,name_nl,name_fr,valid_from,valid_to\nA,A\ta,,,\n" },
    { "region_members.csv", "" },
  };

  if (!can_make ())
    return;

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      write_files (folders->source, sources, G_N_ELEMENTS (sources));
      write_files (folders->source, &bad[i], 1);
      g_assert_cmpint (run ("streek-make-reference", folders->source, folders->target), ==, 1);
    }

  g_assert_cmpint (run ("streek-make-reference", folders->source, NULL), ==, 2);
}

static StreekAreas *
pack_and_load (const Folders *folders)
{
  g_autofree char *path = g_build_filename (folders->target, "template.streek", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (run ("streek-make-reference", folders->source, folders->target), ==, 0);
  g_assert_cmpint (run ("streek-pack", folders->target, path), ==, 0);

  g_autoptr (StreekDb) db = streek_db_open (path, STREEK_DB_READ_ONLY, &error);

  g_assert_no_error (error);

  StreekAreas *areas = streek_areas_load (db, &error);

  g_assert_no_error (error);

  return areas;
}

static void
test_packed_map_has_the_same_areas (Folders *folders, gconstpointer data)
{
  if (!can_make ())
    return;

  g_autoptr (StreekAreas) areas = pack_and_load (folders);
  StreekMesh *mesh = streek_areas_get_mesh (areas, "letters");
  StreekDate in_2010 = streek_date_from_ymd (2010, 1, 1);
  StreekDate in_2020 = streek_date_from_ymd (2020, 1, 1);
  const StreekArea *west = streek_areas_find (areas, "RESOC", "R1", in_2010);
  const StreekArea *east = streek_areas_find (areas, "RESOC", "R2", in_2020);

  g_assert_cmpuint (streek_mesh_get_n_units (mesh), ==, 3);
  g_assert_cmpuint (streek_mesh_get_n_levels (mesh), ==, 4);
  g_assert_cmpstr (west->name, ==, "Het westen");
  g_assert_cmpstr (east->note, ==, "een nota");
  g_assert_cmpstr (east->legal_basis, ==, "decree");
  g_assert_cmpuint (east->units.n, ==, 2);
  g_assert_cmpint (east->valid.from, ==, streek_date_from_ymd (2004, 10, 22));
  g_assert_null (streek_areas_find (areas, "RESOC", "R1", in_2020));
  g_assert_cmpuint (streek_areas_find (areas, "gemeente", "D", in_2020)->units.n, ==, 2);
  g_assert_cmpuint (streek_areas_find (areas, "land", "01000", in_2010)->units.n, ==, 3);
  g_assert_cmpstr (streek_areas_get_attribution (areas, "letters"), ==, "Drawn by hand.");

  g_autoptr (GPtrArray) found = streek_areas_search (areas, "avondland", in_2010);

  g_assert_cmpuint (found->len, ==, 1);
  g_assert_true (found->pdata[0] == west);

  g_autoptr (GPtrArray) successors = streek_areas_list_successors (areas, "RESOC", "R1", in_2020);

  g_assert_cmpuint (successors->len, ==, 1);
  g_assert_true (successors->pdata[0] == east);
}

static void
test_pack_refuses_what_does_not_fit (Folders *folders, gconstpointer data)
{
  static const char *const bad[][2] = {
    { "area-sets.tsv", "code\tname\n" },
    { "units.tsv", "code\tname\nA\tAa\n" },
    { "meshes.tsv", "code\tname\tcrs\tunits\tarcs\ttolerances_m\n"
                    "letters\tLetters\tEPSG:3812\tunits.tsv\tarcs.tsv\t0\n" },
  };
  g_autofree char *path = g_build_filename (folders->target, "template.streek", NULL);

  if (!can_make ())
    return;

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      write_files (folders->target, kept, G_N_ELEMENTS (kept));
      g_assert_cmpint (run ("streek-make-reference", folders->source, folders->target), ==, 0);
      write_files (folders->target, &bad[i], 1);
      g_assert_cmpint (run ("streek-pack", folders->target, path), ==, 1);
      g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/tools/make-reference/lists", Folders, NULL, set_up, test_lists_become_ours,
              tear_down);
  g_test_add ("/tools/make-reference/arcs", Folders, NULL, set_up, test_arcs_have_sides_and_metres,
              tear_down);
  g_test_add ("/tools/make-reference/same-bytes", Folders, NULL, set_up, test_same_input_same_bytes,
              tear_down);
  g_test_add ("/tools/make-reference/bad-input", Folders, NULL, set_up, test_refuses_bad_input,
              tear_down);
  g_test_add ("/tools/pack/same-areas", Folders, NULL, set_up, test_packed_map_has_the_same_areas,
              tear_down);
  g_test_add ("/tools/pack/does-not-fit", Folders, NULL, set_up,
              test_pack_refuses_what_does_not_fit, tear_down);

  return g_test_run ();
}
