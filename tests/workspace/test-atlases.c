/* test-atlases.c: atlases of the shipped areas and values: figures, places, pages */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "area/streek-areas.h"
#include "draw/streek-scene-private.h"
#include "figure/streek-atlas-files.h"
#include "streek-scene-words.h"
#include "workspace/streek-atlases.h"
#include "workspace/streek-charts.h"
#include "workspace-fixture.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

/* The installed example itself, read-only: no test here writes in it. */
static StreekWorkspace *workspace;

#define ARRONDISSEMENTS                                                                            \
  "{\"kind\":\"atlas\",\"set\":\"arrondissement\",\"within\":\"provincie:30000\","                 \
  "\"indicators\":[\"pop_total\",\"share_65plus\",\"census_job_ratio\"],"                          \
  "\"references\":[\"provincie:30000\",\"gewest:02000\"],\"view\":\"area\","                       \
  "\"map\":{\"kind\":\"choropleth\",\"kind-is-automatic\":false,\"set\":\"gemeente\","             \
  "\"within\":\"provincie:30000\",\"indicator\":\"share_65plus\"},\"contents\":true}"

static StreekAtlas *
try_make (const char *json, GError **error)
{
  g_autoptr (StreekAtlasSpec) spec = streek_atlas_spec_from_json (json, error);

  g_assert_nonnull (spec);

  return streek_workspace_make_atlas (workspace, spec, NULL, error);
}

static StreekAtlas *
make (const char *json)
{
  g_autoptr (GError) error = NULL;
  StreekAtlas *atlas = try_make (json, &error);

  g_assert_no_error (error);

  return atlas;
}

static guint
find_area (const StreekAtlas *atlas, const char *name)
{
  for (guint i = 0; i < streek_atlas_get_n_areas (atlas); i++)
    if (strcmp (streek_atlas_get_area_name (atlas, i), name) == 0)
      return i;

  g_assert_not_reached ();
}

static const char *
get_cell (StreekTable *table, guint row, guint column)
{
  return streek_table_get_text (table, row, column);
}

static void check_pages (StreekAtlas *atlas, double width, double height);

enum
{
  NAME,
  VALUE,
  PERIOD,
  CHANGE,
  PLACE,
  PROVINCE,
  REGION,
};

/* Statbel, inhabitants on 1 January 2024: arrondissement Kortrijk 302 332, West-Vlaanderen
 * 1 226 375, Flanders 6 821 770. Kortrijk is the largest of eight arrondissements there. */
static void
test_page_has_the_published_figures (void)
{
  g_autoptr (StreekAtlas) atlas = make (ARRONDISSEMENTS);
  g_autoptr (StreekTable) table =
    streek_atlas_make_table (atlas, find_area (atlas, "Kortrijk"), streek_format_get ("nl"));

  g_assert_cmpuint (streek_atlas_get_n_areas (atlas), ==, 8);
  g_assert_cmpstr (get_cell (table, 0, NAME), ==, "Inwoners (personen)");
  g_assert_cmpstr (get_cell (table, 0, VALUE), ==, "302.332");
  g_assert_cmpstr (get_cell (table, 0, PERIOD), ==, "2024");
  g_assert_cmpstr (get_cell (table, 0, PLACE), ==, "1 / 8");
  g_assert_cmpstr (get_cell (table, 0, PROVINCE), ==, "1.226.375");
  g_assert_cmpstr (get_cell (table, 0, REGION), ==, "6.821.770");
}

/* Every indicator has its newest period, which is that of all pages: the census was in 2011, and
 * there is nothing before it to compare it with. */
static void
test_period_is_the_same_on_all_pages (void)
{
  g_autoptr (StreekAtlas) atlas = make (ARRONDISSEMENTS);

  for (guint area = 0; area < streek_atlas_get_n_areas (atlas); area++)
    {
      g_autoptr (StreekTable) table =
        streek_atlas_make_table (atlas, area, streek_format_get ("nl"));

      g_assert_cmpstr (get_cell (table, 0, PERIOD), ==, "2024");
      g_assert_cmpstr (get_cell (table, 1, PERIOD), ==, "2020");
      g_assert_cmpstr (get_cell (table, 2, PERIOD), ==, "2011");
      g_assert_cmpstr (get_cell (table, 2, CHANGE), ==,
                       streek_missing_get_sign (STREEK_MISSING_NOT_APPLICABLE));
    }
}

/* A chart of the same areas and years says what the pages say. */
static void
test_values_are_those_of_a_chart (void)
{
  g_autoptr (StreekAtlas) atlas = make (ARRONDISSEMENTS);
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekChartSpec) spec = streek_chart_spec_from_json (
    "{\"kind\":\"ranking\",\"indicators\":[\"share_65plus\"],\"set\":\"arrondissement\","
    "\"within\":\"provincie:30000\"}",
    &error);
  g_autoptr (StreekChart) chart = streek_workspace_make_chart (workspace, spec, NULL, &error);

  g_assert_no_error (error);

  StreekTable *twin = streek_chart_get_table (chart);
  guint value = (guint) streek_table_find_column (twin, "value");
  guint name = (guint) streek_table_find_column (twin, "area");

  g_assert_cmpuint (streek_table_get_n_rows (twin), ==, 8);

  for (guint row = 0; row < streek_table_get_n_rows (twin); row++)
    {
      guint area = find_area (atlas, streek_table_get_text (twin, row, name)), higher = 1;
      double own = streek_table_get_number (twin, row, value);
      g_autoptr (StreekTable) table =
        streek_atlas_make_table (atlas, area, streek_format_get ("nl"));
      g_autofree char *expected = streek_format_number (streek_format_get ("nl"), own, 1);

      for (guint other = 0; other < streek_table_get_n_rows (twin); other++)
        higher += streek_table_get_number (twin, other, value) > own;

      g_autofree char *place = g_strdup_printf ("%u / 8", higher);

      g_assert_cmpstr (get_cell (table, 1, VALUE), ==, expected);
      g_assert_cmpstr (get_cell (table, 1, PLACE), ==, place);
    }
}

/* 302 332 against 277 867 on 1 January 2001 (Statbel): 8,8 % more. */
static void
test_change_is_since_the_period_asked (void)
{
  g_autoptr (StreekAtlas) first = make (ARRONDISSEMENTS);
  g_autoptr (StreekAtlas) later =
    make ("{\"kind\":\"atlas\",\"set\":\"arrondissement\",\"within\":\"provincie:30000\","
          "\"indicators\":[\"pop_total\"],\"since\":\"2019\",\"period\":\"2020\","
          "\"areas\":[\"arrondissement:34000\"]}");
  g_autoptr (StreekTable) since_first =
    streek_atlas_make_table (first, find_area (first, "Kortrijk"), streek_format_get ("nl"));
  g_autoptr (StreekTable) since_2019 = streek_atlas_make_table (later, 0, streek_format_get ("nl"));

  g_assert_nonnull (strstr (get_cell (since_first, 0, CHANGE), "+8,8"));
  g_assert_nonnull (strstr (get_cell (since_first, 0, CHANGE), "2001"));
  g_assert_nonnull (strstr (get_cell (since_2019, 0, CHANGE), "2019"));
  g_assert_cmpstr (get_cell (since_2019, 0, PERIOD), ==, "2020");
  /* one page, and still ranked among all */
  g_assert_cmpuint (streek_atlas_get_n_areas (later), ==, 1);
  g_assert_cmpstr (get_cell (since_2019, 0, PLACE), ==, "1 / 8");
}

/* W13 grew from 13 to 14 municipalities in June 2017: 2018 is the first year that 2019 compares
 * with, and 2018 compares with none. */
static void
test_change_is_not_over_a_break (void)
{
  g_autoptr (StreekAtlas) atlas =
    make ("{\"kind\":\"atlas\",\"set\":\"project\",\"indicators\":[\"pop_total\"],"
          "\"since\":\"2016\",\"period\":\"2019\",\"areas\":[\"project:W13\"]}");
  g_autoptr (StreekAtlas) fresh =
    make ("{\"kind\":\"atlas\",\"set\":\"project\",\"indicators\":[\"pop_total\"],"
          "\"since\":\"2016\",\"period\":\"2018\",\"areas\":[\"project:W13\"]}");
  g_autoptr (StreekTable) table = streek_atlas_make_table (atlas, 0, streek_format_get ("nl"));
  g_autoptr (StreekTable) none = streek_atlas_make_table (fresh, 0, streek_format_get ("nl"));

  g_assert_nonnull (strstr (get_cell (table, 0, CHANGE), "2018"));
  g_assert_null (strstr (get_cell (table, 0, CHANGE), "2016"));
  g_assert_true (g_str_has_prefix (get_cell (none, 0, CHANGE),
                                   streek_missing_get_sign (STREEK_MISSING_NOT_APPLICABLE)));
  g_assert_null (strchr (get_cell (none, 0, CHANGE), '%'));
}

/* An area of the set may be what the others are held against: its column stands on every page, and
 * the line is not drawn twice on its own. */
static void
test_area_of_the_set_is_a_reference (void)
{
  g_autoptr (StreekAtlas) atlas =
    make ("{\"kind\":\"atlas\",\"set\":\"arrondissement\",\"within\":\"provincie:30000\","
          "\"indicators\":[\"share_65plus\"],\"references\":[\"arrondissement:34000\","
          "\"provincie:30000\"]}");
  g_autoptr (StreekTable) own =
    streek_atlas_make_table (atlas, find_area (atlas, "Kortrijk"), streek_format_get ("nl"));
  g_autoptr (StreekTable) other =
    streek_atlas_make_table (atlas, find_area (atlas, "Veurne"), streek_format_get ("nl"));

  g_assert_cmpuint (streek_table_get_n_columns (other), ==, REGION + 1);
  g_assert_cmpstr (streek_table_get_column_title (other, PROVINCE), ==, "Kortrijk");
  g_assert_cmpstr (get_cell (other, 0, PROVINCE), ==, get_cell (own, 0, VALUE));
  check_pages (atlas, 841.89, 595.28);
}

/* What nobody published for so small an area says so with a sign and a note. */
static void
test_missing_says_missing (void)
{
  g_autoptr (StreekAtlas) atlas =
    make ("{\"kind\":\"atlas\",\"set\":\"arrondissement\",\"within\":\"provincie:30000\","
          "\"indicators\":[\"pop_total\",\"growth_65plus_next_10\"]}");
  g_autoptr (StreekTable) table =
    streek_atlas_make_table (atlas, find_area (atlas, "Kortrijk"), streek_format_get ("nl"));

  g_assert_true (g_str_has_prefix (get_cell (table, 1, VALUE),
                                   streek_missing_get_sign (STREEK_MISSING_NOT_SPLITTABLE)));
  g_assert_true (g_str_has_suffix (get_cell (table, 1, VALUE), "⁾"));
  g_assert_cmpstr (get_cell (table, 1, PLACE), ==,
                   streek_missing_get_sign (STREEK_MISSING_NOT_APPLICABLE));
}

static void
test_what_cannot_be_done_is_said (void)
{
  static const struct
  {
    const char *json;
    const char *domain;
  } cases[] = {
    { "{\"kind\":\"atlas\",\"set\":\"arrondissement\",\"indicators\":[\"nothing\"]}",
      "streek_indicator_error" },
    { "{\"kind\":\"atlas\",\"set\":\"nothing\",\"indicators\":[\"pop_total\"]}",
      "streek_area_error" },
    { "{\"kind\":\"atlas\",\"set\":\"arrondissement\",\"within\":\"provincie:30000\","
      "\"indicators\":[\"pop_total\"],\"areas\":[\"arrondissement:11000\"]}",
      "streek_area_error" },
    { "{\"kind\":\"atlas\",\"set\":\"arrondissement\",\"indicators\":[\"pop_total\"],"
      "\"period\":\"1950\"}",
      "streek_figure_error" },
    { "{\"kind\":\"atlas\",\"set\":\"arrondissement\",\"indicators\":[\"census_job_ratio\"]}",
      "streek_figure_error" }, /* a line of one period */
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (StreekAtlas) atlas = try_make (cases[i].json, &error);

      g_test_message ("%s", cases[i].json);
      g_assert_null (atlas);
      g_assert_nonnull (error);
      g_assert_cmpstr (g_quark_to_string (error->domain), ==, cases[i].domain);
    }
}

/* Pages */

static StreekLayoutOptions
make_options (double width, double height)
{
  return (StreekLayoutOptions){ .size = { width, height },
                                .theme = streek_theme_get_print (),
                                .format = streek_format_get ("nl"),
                                .language = "nl",
                                .organisation = "Regionaal Economisch en Sociaal Overlegcomité",
                                .footer = "Streekhuis Zuid-West-Vlaanderen",
                                .hovered = -1 };
}

static void
check_pages (StreekAtlas *atlas, double width, double height)
{
  const StreekLayoutOptions options = make_options (width, height);
  g_autoptr (StreekAtlasPages) pages = streek_atlas_paginate (atlas, &options, FALSE);

  g_assert_cmpuint (streek_atlas_pages_get_n (pages), >=, streek_atlas_get_n_areas (atlas));

  for (guint page = 0; page < streek_atlas_pages_get_n (pages); page++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (StreekScene) scene = streek_atlas_pages_layout (pages, page, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (streek_scene_words_check (scene), >, 3);
    }
}

static void
test_nothing_overlaps_on_any_paper (void)
{
  static const StreekSize papers[] = {
    { 841.89, 595.28 }, { 595.28, 841.89 }, { 1190.55, 841.89 }, { 841.89, 1190.55 }, { 960, 540 }
  };
  g_autoptr (StreekAtlas) atlas = make (ARRONDISSEMENTS);

  for (gsize i = 0; i < G_N_ELEMENTS (papers); i++)
    check_pages (atlas, papers[i].width, papers[i].height);
}

/* All municipalities of Flanders, under their real names, without the maps that take the time. */
static void
test_nothing_overlaps_whatever_the_name (void)
{
  g_autoptr (StreekAtlas) atlas =
    make ("{\"kind\":\"atlas\",\"set\":\"gemeente\",\"within\":\"gewest:02000\","
          "\"indicators\":[\"pop_total\",\"share_65plus\",\"pop_density\"],"
          "\"references\":[\"gewest:02000\"],\"chart\":\"ranking\",\"contents\":true}");

  g_assert_cmpuint (streek_atlas_get_n_areas (atlas), ==, 300);
  check_pages (atlas, 960, 540);
}

static void
test_too_small_paper_is_refused (void)
{
  g_autoptr (StreekAtlas) atlas = make (ARRONDISSEMENTS);
  const StreekLayoutOptions options = make_options (200, 150);
  g_autoptr (StreekAtlasPages) pages = streek_atlas_paginate (atlas, &options, FALSE);
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekScene) scene =
    streek_atlas_pages_layout (pages, streek_atlas_pages_find_area (pages, 0), &error);

  g_assert_null (scene);
  g_assert_error (error, STREEK_FIGURE_ERROR, STREEK_FIGURE_ERROR_TOO_SMALL);
}

/* The list names the page on which the area is. */
static void
test_contents_come_first (void)
{
  g_autoptr (StreekAtlas) atlas = make (ARRONDISSEMENTS);
  const StreekLayoutOptions options = make_options (841.89, 595.28);
  g_autoptr (StreekAtlasPages) pages = streek_atlas_paginate (atlas, &options, FALSE);
  g_autofree char *first = streek_atlas_pages_dup_name (pages, 0);
  g_autofree char *second = streek_atlas_pages_dup_name (pages, 1);

  g_assert_cmpint (streek_atlas_pages_get_area (pages, 0), ==, -1);
  g_assert_cmpstr (first, ==, "Contents");
  g_assert_cmpstr (second, ==, "Brugge");
  g_assert_cmpuint (streek_atlas_pages_find_area (pages, 7), ==,
                    streek_atlas_pages_get_n (pages) - 1);
}

/* The map lies in one place on all pages, and its limits are those of the one figure. */
static void
test_map_stays_where_it_is (void)
{
  g_autoptr (StreekAtlas) atlas =
    make ("{\"kind\":\"atlas\",\"set\":\"arrondissement\",\"within\":\"provincie:30000\","
          "\"indicators\":[\"pop_total\"],\"view\":\"all\",\"map\":{\"kind\":\"choropleth\","
          "\"kind-is-automatic\":false,\"set\":\"gemeente\",\"within\":\"provincie:30000\","
          "\"indicator\":\"share_65plus\"}}");
  const StreekLayoutOptions options = make_options (841.89, 595.28);
  g_autoptr (StreekAtlasPages) pages = streek_atlas_paginate (atlas, &options, FALSE);
  StreekProjection first = { 0 };

  for (guint page = 0; page < streek_atlas_pages_get_n (pages); page++)
    {
      g_autoptr (StreekScene) scene = streek_atlas_pages_layout (pages, page, NULL);
      gboolean found = FALSE;

      for (guint i = 0; i < scene->n_marks && !found; i++)
        {
          const StreekMark *mark = &scene->marks[i];

          if (mark->item != STREEK_ITEM_MARK || mark->type != STREEK_MARK_AREAS)
            continue;

          found = TRUE;
          if (page == 0)
            first = mark->areas->projection;
          g_assert_cmpfloat (mark->areas->projection.x0, ==, first.x0);
          g_assert_cmpfloat (mark->areas->projection.y0, ==, first.y0);
          g_assert_cmpfloat (mark->areas->projection.scale, ==, first.scale);
        }

      g_assert_true (found);
    }
}

static guint
count_texts (const StreekScene *scene, const char *text)
{
  guint n = 0;

  for (guint i = 0; i < scene->n_marks; i++)
    {
      const StreekMark *mark = &scene->marks[i];

      if (mark->item != STREEK_ITEM_MARK || mark->type != STREEK_MARK_TEXT)
        continue;

      g_auto (GStrv) lines = g_strsplit (streek_text_run_get_text (mark->text.run), "\n", -1);
      g_autofree char *line = g_strjoinv (" ", lines);

      n += strcmp (line, text) == 0;
    }

  return n;
}

/* Of 300 municipalities the map of a page shows a few. Neighbours: Boutersem lies between the
 * others; the enclaves of Baarle-Hertog lie in the Netherlands, and Herstappe in Tongeren. */
static void
test_map_names_its_area_and_those_around_it (gconstpointer data)
{
  static const struct
  {
    const char *name;
    const char *around[4];
  } cases[] = {
    { "Baarle-Hertog", { "Merksplas", "Ravels", "Hoogstraten" } },
    { "Boutersem", { "Bierbeek", "Tienen", "Hoegaarden", "Lubbeek" } },
    { "Herstappe", { "Tongeren" } },
    { "Voeren", { NULL } },
  };
  g_autofree char *json = g_strdup_printf (
    "{\"kind\":\"atlas\",\"set\":\"gemeente\",\"within\":\"gewest:02000\",\"areas\":["
    "\"gemeente:13002\",\"gemeente:24016\",\"gemeente:73028\",\"gemeente:73109\"],"
    "\"indicators\":[\"pop_total\"],\"chart\":\"ranking\",\"view\":\"area\",\"map\":{\"kind\":\"%"
    "s\","
    "\"kind-is-automatic\":false,\"set\":\"gemeente\",\"within\":\"gewest:02000\","
    "\"indicator\":\"pop_total\"}}",
    (const char *) data);
  g_autoptr (StreekAtlas) atlas = make (json);
  const StreekLayoutOptions options = make_options (595.28, 841.89);
  g_autoptr (StreekAtlasPages) pages = streek_atlas_paginate (atlas, &options, FALSE);

  check_pages (atlas, 595.28, 841.89);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint page = streek_atlas_pages_find_area (pages, find_area (atlas, cases[i].name));
      g_autoptr (StreekScene) scene = streek_atlas_pages_layout (pages, page, NULL);

      /* the title, the head of the figures, the ranking, and the map */
      g_test_message ("%s", cases[i].name);
      g_assert_cmpuint (count_texts (scene, cases[i].name), ==, 4);

      for (guint a = 0; a < G_N_ELEMENTS (cases[i].around) && cases[i].around[a] != NULL; a++)
        {
          g_test_message ("%s: %s", cases[i].name, cases[i].around[a]);
          g_assert_cmpuint (count_texts (scene, cases[i].around[a]), >, 0);
        }
    }
}

/* Statbel: Flanders has 300 municipalities in 2024, Belgium 581. Its RESOCs hold no others. */
static void
test_map_has_only_the_ground_of_the_atlas (void)
{
  g_autoptr (StreekAtlas) atlas = make (
    "{\"kind\":\"atlas\",\"set\":\"RESOC\",\"indicators\":[\"pop_total\"],\"period\":\"2024\","
    "\"chart\":\"none\",\"view\":\"all\",\"contents\":true,\"map\":{\"kind\":\"choropleth\","
    "\"kind-is-automatic\":false,\"set\":\"gemeente\",\"indicator\":\"pop_total\","
    "\"period\":\"2024\",\"limits\":\"series\"}}");
  const StreekLayoutOptions options = make_options (841.89, 595.28);
  g_autoptr (StreekAtlasPages) pages = streek_atlas_paginate (atlas, &options, FALSE);

  for (guint page = 0; page < 2; page++)
    {
      g_autoptr (StreekScene) scene = streek_atlas_pages_layout (pages, page, NULL);
      guint n_counted = 0;

      for (guint i = 0; i < scene->n_marks; i++)
        {
          const StreekMark *mark = &scene->marks[i];
          guint n;

          if (mark->item == STREEK_ITEM_MARK && mark->type == STREEK_MARK_TEXT &&
              sscanf (streek_text_run_get_text (mark->text.run), "(%u)", &n) == 1)
            n_counted += n;
        }

      g_assert_cmpuint (n_counted, ==, 300);
    }
}

static void
test_files_have_safe_names_of_their_own (void)
{
  g_autoptr (StreekAtlas) atlas =
    make ("{\"kind\":\"atlas\",\"set\":\"gemeente\",\"indicators\":[\"pop_total\"],"
          "\"contents\":true,\"title\":\"../Alles: 1/2\"}");
  const StreekLayoutOptions options = make_options (841.89, 595.28);
  g_autoptr (StreekAtlasPages) pages = streek_atlas_paginate (atlas, &options, TRUE);
  g_autoptr (GPtrArray) files = streek_atlas_list_files (pages, STREEK_ATLAS_PDF_EACH, "/x");
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_assert_cmpuint (files->len, ==, streek_atlas_get_n_areas (atlas) + 1);
  g_assert_cmpstr (files->pdata[0], ==, "/x/-.-Alles- 1-2.pdf");

  for (guint i = 0; i < files->len; i++)
    {
      g_autofree char *folder = g_path_get_dirname (files->pdata[i]);

      g_assert_cmpstr (folder, ==, "/x");
      g_assert_true (g_hash_table_add (seen, g_utf8_casefold (files->pdata[i], -1)));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  workspace = workspace_fixture_open_example ();
  g_test_add_func ("/workspace/atlases/page-has-the-published-figures",
                   test_page_has_the_published_figures);
  g_test_add_func ("/workspace/atlases/period-is-the-same-on-all-pages",
                   test_period_is_the_same_on_all_pages);
  g_test_add_func ("/workspace/atlases/values-are-those-of-a-chart",
                   test_values_are_those_of_a_chart);
  g_test_add_func ("/workspace/atlases/change-is-since-the-period-asked",
                   test_change_is_since_the_period_asked);
  g_test_add_func ("/workspace/atlases/change-is-not-over-a-break",
                   test_change_is_not_over_a_break);
  g_test_add_func ("/workspace/atlases/area-of-the-set-is-a-reference",
                   test_area_of_the_set_is_a_reference);
  g_test_add_func ("/workspace/atlases/missing-says-missing", test_missing_says_missing);
  g_test_add_func ("/workspace/atlases/what-cannot-be-done-is-said",
                   test_what_cannot_be_done_is_said);
  g_test_add_func ("/workspace/atlases/nothing-overlaps-on-any-paper",
                   test_nothing_overlaps_on_any_paper);
  g_test_add_func ("/workspace/atlases/nothing-overlaps-whatever-the-name",
                   test_nothing_overlaps_whatever_the_name);
  g_test_add_func ("/workspace/atlases/too-small-paper-is-refused",
                   test_too_small_paper_is_refused);
  g_test_add_func ("/workspace/atlases/contents-come-first", test_contents_come_first);
  g_test_add_func ("/workspace/atlases/map-stays-where-it-is", test_map_stays_where_it_is);
  g_test_add_data_func ("/workspace/atlases/map-names-its-area-and-those-around-it/classes",
                        "choropleth", test_map_names_its_area_and_those_around_it);
  g_test_add_data_func ("/workspace/atlases/map-names-its-area-and-those-around-it/circles",
                        "circles", test_map_names_its_area_and_those_around_it);
  g_test_add_func ("/workspace/atlases/map-has-only-the-ground-of-the-atlas",
                   test_map_has_only_the_ground_of_the_atlas);
  g_test_add_func ("/workspace/atlases/files-have-safe-names-of-their-own",
                   test_files_have_safe_names_of_their_own);

  int status = g_test_run ();

  g_object_unref (workspace);

  return status;
}
