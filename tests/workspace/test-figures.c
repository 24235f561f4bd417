/* test-figures.c: figures made of the shipped areas and values, as the window asks for them */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "figures-fixture.h"
#include "workspace/streek-figures-private.h"

#include <string.h>

/* U01: five RESOC filled, four SERR outlined; SERR Oostende-Westhoek holds RESOC Oostende (7) and
 * Westhoek (18). */
static void
test_resoc_and_serr (void)
{
  g_autoptr (StreekFigure) figure =
    figures_fixture_make ("{\"set\":\"RESOC\",\"outline-set\":\"SERR\",\"on\":\"2009-01-01\","
                          "\"within\":\"provincie:30000\"}");
  StreekTable *table = streek_figure_get_table (figure);
  int outline = streek_table_find_column (table, "outline");
  int count = streek_table_find_column (table, "municipalities");
  int oostende = figures_fixture_find_row (table, "RESOC_OOSTENDE"),
      westhoek = figures_fixture_find_row (table, "RESOC_WESTHOEK");

  g_assert_cmpuint (streek_figure_get_n_rows (figure), ==, 5);
  g_assert_cmpstr (streek_table_get_text (table, oostende, outline), ==, "Oostende-Westhoek");
  g_assert_cmpstr (streek_table_get_text (table, westhoek, outline), ==, "Oostende-Westhoek");
  g_assert_cmpint (streek_table_get_integer (table, oostende, count), ==, 7);
  g_assert_cmpint (streek_table_get_integer (table, westhoek, count), ==, 18);
  g_assert_cmpstr (streek_figure_get_title (figure), ==,
                   "RESOC and SERR in West-Vlaanderen, 1 January 2009");
  g_assert_cmpstr (streek_figure_get_context (figure), ==,
                   "RESOC (5) · SERR (4) · provincie West-Vlaanderen (64 municipalities) · areas "
                   "of 1 January 2009");
  g_assert_nonnull (strstr (streek_figure_get_source (figure), "© Statbel"));
  g_assert_nonnull (strstr (streek_figure_get_source (figure), "BNOSAC"));
  g_assert_true (figures_fixture_has_note (figure, "Composition inferred: SERR"));
  /* five fills and the line */
  g_assert_cmpuint (streek_figure_get_n_legend_entries (figure), ==, 6);
}

/* Statbel, 1 January 2019: arrondissement Kortrijk has 290 706 inhabitants in 12 municipalities. */
static void
test_counts_become_circles (void)
{
  g_autoptr (StreekFigure) figure =
    figures_fixture_make ("{\"set\":\"gemeente\",\"indicator\":\"pop_total\",\"period\":\"2019\","
                          "\"within\":\"arrondissement:34000\"}");
  StreekTable *table = streek_figure_get_table (figure);
  int value = streek_table_find_column (table, "value");
  double sum = 0;

  g_assert_cmpint (streek_figure_get_spec (figure)->kind, ==, STREEK_FIGURE_CIRCLES);
  g_assert_cmpuint (streek_figure_get_n_rows (figure), ==, 12);

  for (guint row = 0; row < 12; row++)
    sum += streek_table_get_number (table, row, value);

  g_assert_cmpfloat (sum, ==, 290706);
  g_assert_nonnull (strstr (streek_figure_get_title (figure), "2019"));
  g_assert_nonnull (strstr (streek_figure_get_context (figure), "(12)"));
  g_assert_nonnull (strstr (streek_figure_get_source (figure), "Statbel (Algemene Directie"));
}

/* Data of 2024 on the areas of 2025: Tielt 31 750, Wingene 20 645, Antwerpen 556 138. */
static void
test_old_figures_on_new_areas (void)
{
  g_autoptr (StreekFigure) figure =
    figures_fixture_make ("{\"set\":\"gemeente\",\"indicator\":\"pop_total\",\"period\":\"2024\","
                          "\"on\":\"2025-01-01\",\"within\":\"gewest:02000\"}");

  g_assert_cmpuint (streek_figure_get_n_rows (figure), ==, 285);
  g_assert_cmpfloat (figures_fixture_get_value (figure, "37022"), ==, 31750);
  g_assert_cmpfloat (figures_fixture_get_value (figure, "37021"), ==, 20645);
  g_assert_cmpfloat (figures_fixture_get_value (figure, "11002"), ==, 556138);
}

static void
test_ratios_become_a_choropleth (void)
{
  g_autoptr (StreekFigure) figure = figures_fixture_make (
    "{\"set\":\"gemeente\",\"indicator\":\"share_65plus\",\"period\":\"2020\","
    "\"within\":\"gewest:02000\"}");
  StreekClasses *classes = streek_figure_get_classes (figure);
  guint n = 0;

  g_assert_cmpint (streek_figure_get_spec (figure)->kind, ==, STREEK_FIGURE_CHOROPLETH);
  g_assert_cmpuint (streek_figure_get_n_rows (figure), ==, 300);
  g_assert_cmpuint (streek_classes_get_n (classes), ==, 5);

  for (guint i = 0; i < streek_classes_get_n (classes); i++)
    n += streek_classes_get_count (classes, i);

  g_assert_cmpuint (n, ==, 300);
}

/* Without a period the newest is taken, without a date the areas of the period. */
static void
test_defaults_are_the_newest (void)
{
  g_autoptr (StreekFigure) figure = figures_fixture_make (
    "{\"set\":\"gemeente\",\"indicator\":\"pop_total\",\"within\":\"provincie:30000\"}");
  g_autoptr (StreekFigure) areas = figures_fixture_make ("{\"set\":\"referentieregio\"}");

  g_assert_nonnull (strstr (streek_figure_get_title (figure), "2024"));
  g_assert_nonnull (strstr (streek_figure_get_context (figure), "1 January 2024"));
  g_assert_cmpuint (streek_figure_get_n_rows (areas), ==, 15);
  g_assert_nonnull (strstr (streek_figure_get_context (areas), "1 January 2025"));
}

/* Referentieregio's exist from 2023 on; of 2010 they are shown as of their first day. */
static void
test_set_of_another_time_says_so (void)
{
  g_autoptr (StreekFigure) figure = figures_fixture_make (
    "{\"set\":\"referentieregio\",\"indicator\":\"pop_total\",\"period\":\"2010\"}");

  g_assert_cmpuint (streek_figure_get_n_rows (figure), ==, 15);
  g_assert_true (figures_fixture_has_note (figure, "did not exist on 1 January 2010"));
}

/* RESOC Noord-West-Vlaanderen crosses the border between two SERRs. */
static void
test_straddling_areas_are_named (void)
{
  g_autoptr (StreekFigure) figure =
    figures_fixture_make ("{\"set\":\"RESOC\",\"on\":\"2020-01-01\",\"within\":\"SERR:SERR_OW\"}");

  g_assert_cmpuint (streek_figure_get_n_rows (figure), ==, 1);
  g_assert_true (figures_fixture_has_note (figure, "Noord-West-Vlaanderen"));
}

static void
test_counts_in_colours_are_discouraged (void)
{
  g_autoptr (StreekFigure) figure = figures_fixture_make (
    "{\"kind\":\"choropleth\",\"kind-is-automatic\":false,\"set\":\"gemeente\","
    "\"indicator\":\"pop_total\",\"within\":\"provincie:30000\"}");

  g_assert_true (figures_fixture_has_note (figure, "circles show counts"));
}

typedef struct
{
  const char *name;
  const char *json;
  const char *domain;
  int code;
} Refusal;

static const Refusal refusals[] = {
  { "unknown-set", "{\"set\":\"wijk\"}", "streek_area_error", STREEK_AREA_ERROR_UNKNOWN_SET },
  { "unknown-outline", "{\"set\":\"RESOC\",\"outline-set\":\"wijk\"}", "streek_area_error",
    STREEK_AREA_ERROR_UNKNOWN_SET },
  { "unknown-area", "{\"set\":\"gemeente\",\"within\":\"provincie:99999\"}", "streek_area_error",
    STREEK_AREA_ERROR_UNKNOWN_AREA },
  { "bad-reference", "{\"set\":\"gemeente\",\"within\":\"Westhoek\"}", "streek_area_error",
    STREEK_AREA_ERROR_BAD_REF },
  { "unknown-indicator", "{\"set\":\"gemeente\",\"indicator\":\"geluk\"}", "streek_indicator_error",
    STREEK_INDICATOR_ERROR_UNKNOWN },
  { "unknown-period", "{\"set\":\"gemeente\",\"indicator\":\"pop_total\",\"period\":\"1830\"}",
    "streek_indicator_error", STREEK_INDICATOR_ERROR_NO_PERIOD },
  { "nothing-inside", "{\"set\":\"provincie\",\"within\":\"arrondissement:34000\"}",
    "streek_figure_error", STREEK_FIGURE_ERROR_NO_DATA },
  { "unsafe-palette",
    "{\"set\":\"gemeente\",\"indicator\":\"share_65plus\",\"palette\":\"RdYlGn\"}",
    "streek_figure_error", STREEK_FIGURE_ERROR_INVALID },
  { "change-of-one-period",
    "{\"kind\":\"change\",\"kind-is-automatic\":false,\"set\":\"gemeente\","
    "\"indicator\":\"census_job_ratio\"}",
    "streek_indicator_error", STREEK_INDICATOR_ERROR_NO_PERIOD },
  { "change-from-itself",
    "{\"kind\":\"change\",\"kind-is-automatic\":false,\"set\":\"gemeente\","
    "\"indicator\":\"pop_total\",\"from\":\"2019\",\"period\":\"2019\"}",
    "streek_indicator_error", STREEK_INDICATOR_ERROR_NO_PERIOD },
  { "change-from-an-unknown-period",
    "{\"kind\":\"change\",\"kind-is-automatic\":false,\"set\":\"gemeente\","
    "\"indicator\":\"pop_total\",\"from\":\"1830\"}",
    "streek_indicator_error", STREEK_INDICATOR_ERROR_NO_PERIOD },
  { "percent-of-percentages",
    "{\"kind\":\"change\",\"kind-is-automatic\":false,\"set\":\"gemeente\","
    "\"indicator\":\"share_65plus\",\"measure\":\"percent\"}",
    "streek_figure_error", STREEK_FIGURE_ERROR_INVALID },
  { "one-indicator-of-two",
    "{\"kind\":\"bivariate\",\"kind-is-automatic\":false,\"set\":\"gemeente\","
    "\"indicator\":\"share_65plus\"}",
    "streek_figure_error", STREEK_FIGURE_ERROR_INVALID },
  { "unknown-second-indicator",
    "{\"kind\":\"bivariate\",\"kind-is-automatic\":false,\"set\":\"gemeente\","
    "\"indicator\":\"share_65plus\",\"second\":\"geluk\"}",
    "streek_indicator_error", STREEK_INDICATOR_ERROR_UNKNOWN },
  { "palette-of-one-for-two",
    "{\"kind\":\"bivariate\",\"kind-is-automatic\":false,\"set\":\"gemeente\","
    "\"indicator\":\"share_65plus\",\"second\":\"pop_density\",\"palette\":\"Blues\"}",
    "streek_figure_error", STREEK_FIGURE_ERROR_INVALID },
  { "ratio-in-circles-over-classes",
    "{\"kind\":\"combined\",\"kind-is-automatic\":false,\"set\":\"gemeente\","
    "\"indicator\":\"share_65plus\",\"second\":\"pop_density\"}",
    "streek_figure_error", STREEK_FIGURE_ERROR_INVALID },
  { "ratio-in-circles",
    "{\"kind\":\"circles\",\"kind-is-automatic\":false,\"set\":\"gemeente\","
    "\"indicator\":\"share_65plus\"}",
    "streek_figure_error", STREEK_FIGURE_ERROR_INVALID },
};

static void
test_refusal (gconstpointer data)
{
  const Refusal *refusal = data;
  g_autoptr (GError) error = NULL;

  g_assert_null (figures_fixture_try_make (refusal->json, &error));
  g_assert_nonnull (error);
  g_assert_cmpstr (g_quark_to_string (error->domain), ==, refusal->domain);
  g_assert_cmpint (error->code, ==, refusal->code);
}

static void
test_cancelled_stops (void)
{
  g_autoptr (StreekFigureSpec) spec = streek_figure_spec_from_json (
    "{\"set\":\"gemeente\",\"indicator\":\"pop_total\",\"period\":\"2019\"}", NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (
    streek_workspace_make_figure (figures_fixture_get_workspace (), spec, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_snapshots_are_kept (void)
{
  g_autoptr (StreekAreas) first =
    streek_workspace_dup_areas (figures_fixture_get_workspace (), NULL);
  g_autoptr (StreekAreas) second =
    streek_workspace_dup_areas (figures_fixture_get_workspace (), NULL);
  g_autoptr (StreekCatalogue) catalogue =
    streek_workspace_dup_catalogue (figures_fixture_get_workspace (), NULL);

  g_assert_true (first == second);
  g_assert_cmpuint (streek_catalogue_get_n_indicators (catalogue), >, 40);
}

/* Every date has its own areas: pages of every kind and size are laid out without a word lost. */
static void
test_every_kind_is_laid_out (void)
{
  const char *const specs[] = {
    "{\"set\":\"RESOC\",\"outline-set\":\"SERR\",\"on\":\"2009-01-01\"}",
    "{\"set\":\"gemeente\",\"on\":\"2018-12-31\"}",
    "{\"set\":\"gemeente\",\"indicator\":\"pop_total\",\"period\":\"2024\",\"grey\":true}",
    "{\"set\":\"gemeente\",\"indicator\":\"share_65plus\",\"period\":\"2020\",\"palette\":\"RdBu\","
    "\"grey\":true,\"show-values\":true}",
    "{\"kind\":\"change\",\"kind-is-automatic\":false,\"set\":\"gemeente\","
    "\"indicator\":\"pop_total\",\"from\":\"2023\",\"within\":\"provincie:30000\","
    "\"grey\":true,\"show-values\":true}",
    "{\"kind\":\"bivariate\",\"kind-is-automatic\":false,\"set\":\"gemeente\","
    "\"indicator\":\"share_65plus\",\"second\":\"pop_density\",\"period\":\"2020\","
    "\"within\":\"provincie:30000\",\"grey\":true,\"show-values\":true}",
    "{\"kind\":\"combined\",\"kind-is-automatic\":false,\"set\":\"gemeente\","
    "\"indicator\":\"share_65plus\",\"second\":\"pop_total\",\"period\":\"2020\","
    "\"within\":\"provincie:30000\",\"grey\":true,\"show-values\":true}",
  };
  const double sizes[][2] = { { 842, 595 }, { 595, 842 }, { 420, 298 }, { 320, 240 } };

  for (guint i = 0; i < G_N_ELEMENTS (specs); i++)
    {
      g_autoptr (StreekFigure) figure = figures_fixture_make (specs[i]);

      gboolean is_large = streek_figure_get_spec (figure)->kind > STREEK_FIGURE_CIRCLES;

      /* a legend with words over both sides, or of two indicators, needs more than the smallest */
      for (guint s = 0; s < G_N_ELEMENTS (sizes) - is_large; s++)
        {
          StreekLayoutOptions options = {
            .size = { sizes[s][0], sizes[s][1] },
            .theme = streek_theme_get_print (),
            .format = streek_format_get ("nl"),
            .language = "nl",
            .hovered = -1,
          };
          g_autoptr (GError) error = NULL;
          g_autoptr (StreekScene) scene = streek_figure_layout (figure, &options, &error);

          g_assert_no_error (error);

          g_autofree char *text = streek_scene_to_text (scene);

          g_assert_nonnull (strstr (text, "BNOSAC"));
        }
    }
}

/* Median income stops at 2017, inhabitants go on to 2024. */
static void
test_old_figures_say_so (void)
{
  g_autoptr (StreekFigure) income =
    figures_fixture_make ("{\"set\":\"gemeente\",\"within\":\"arrondissement:34000\","
                          "\"indicator\":\"median_income_return\",\"period\":\"2017\"}");
  g_autoptr (StreekFigure) before =
    figures_fixture_make ("{\"set\":\"gemeente\",\"within\":\"arrondissement:34000\","
                          "\"indicator\":\"median_income_return\",\"period\":\"2016\"}");
  g_autoptr (StreekFigure) inhabitants =
    figures_fixture_make ("{\"set\":\"gemeente\",\"within\":\"arrondissement:34000\","
                          "\"indicator\":\"pop_total\"}");

  g_assert_true (g_str_has_suffix (streek_figure_get_title (income), " (latest figures: 2017)"));
  g_assert_null (strstr (streek_figure_get_title (before), "latest"));
  g_assert_null (strstr (streek_figure_get_title (inhabitants), "latest"));
}

/* W13 and ROSE are the same 14 municipalities, of which a place can show one; Brugge is of Kust and
 * not of Kust zonder Brugge. Municipalities do not lie over each other. */
static void
test_covered_areas_are_named (void)
{
  g_autoptr (StreekFigure) figure = figures_fixture_make (
    "{\"set\":\"project\",\"indicator\":\"share_65plus\",\"period\":\"2020\"}");
  g_autoptr (StreekFigure) plain = figures_fixture_make (AGEING "\"period\":\"2020\"}");

  g_assert_true (
    figures_fixture_has_note (figure, "Not to be seen, for other areas lie over all of it: ROSE"));
  g_assert_true (
    figures_fixture_has_note (figure, "Seen in part, for other areas lie over it: Kust (10"));
  g_assert_false (figures_fixture_has_note (plain, "other areas lie over"));
}

/* Brugge lies in Kust, and not in Kust zonder Brugge; Kortrijk in W13 and in ROSE. */
static void
test_areas_in_several_outlines (void)
{
  g_autoptr (StreekFigure) figure = figures_fixture_make (
    "{\"set\":\"gemeente\",\"within\":\"provincie:30000\",\"outline-set\":\"project\","
    "\"on\":\"2020-01-01\"}");
  StreekTable *table = streek_figure_get_table (figure);
  guint column = (guint) streek_table_find_column (table, "outline");
  const char *kortrijk =
    streek_table_get_text (table, (guint) figures_fixture_find_row (table, "34022"), column);

  g_assert_cmpstr (
    streek_table_get_text (table, (guint) figures_fixture_find_row (table, "31005"), column), ==,
    "Kust (10 kustgemeenten)");
  g_assert_nonnull (strstr (kortrijk, "ROSE"));
  g_assert_nonnull (strstr (kortrijk, ", W13"));
}

/* Three lines have room for three remarks; of five, two and how many more. */
static void
test_remarks_are_never_lost (void)
{
  const char *texts[] = { "One.", "Two.", "Three.", "Four.", "Five." };
  g_autoptr (GPtrArray) three = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) five = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) sentences = g_ptr_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_ptr_array_add (sentences, (gpointer) texts[i]);
      if (i == 2)
        streek_value_notes_append (sentences, 3, three);
    }

  streek_value_notes_append (sentences, 3, five);
  g_assert_cmpuint (three->len, ==, 3);
  g_assert_cmpstr (three->pdata[2], ==, "Three.");
  g_assert_cmpuint (five->len, ==, 3);
  g_assert_cmpstr (five->pdata[2], ==, "3 more remarks on figures: see the table.");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  figures_fixture_open ();

  g_test_add_func ("/workspace/figures/resoc-and-serr", test_resoc_and_serr);
  g_test_add_func ("/workspace/figures/counts-become-circles", test_counts_become_circles);
  g_test_add_func ("/workspace/figures/old-figures-on-new-areas", test_old_figures_on_new_areas);
  g_test_add_func ("/workspace/figures/ratios-become-a-choropleth",
                   test_ratios_become_a_choropleth);
  g_test_add_func ("/workspace/figures/defaults-are-the-newest", test_defaults_are_the_newest);
  g_test_add_func ("/workspace/figures/set-of-another-time-says-so",
                   test_set_of_another_time_says_so);
  g_test_add_func ("/workspace/figures/straddling-areas-are-named",
                   test_straddling_areas_are_named);
  g_test_add_func ("/workspace/figures/counts-in-colours-are-discouraged",
                   test_counts_in_colours_are_discouraged);
  g_test_add_func ("/workspace/figures/cancelled-stops", test_cancelled_stops);
  g_test_add_func ("/workspace/figures/snapshots-are-kept", test_snapshots_are_kept);
  g_test_add_func ("/workspace/figures/every-kind-is-laid-out", test_every_kind_is_laid_out);
  g_test_add_func ("/workspace/figures/old-figures-say-so", test_old_figures_say_so);
  g_test_add_func ("/workspace/figures/covered-areas-are-named", test_covered_areas_are_named);
  g_test_add_func ("/workspace/figures/areas-in-several-outlines", test_areas_in_several_outlines);
  g_test_add_func ("/workspace/figures/remarks-are-never-lost", test_remarks_are_never_lost);

  for (guint i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      g_autofree char *path = g_strdup_printf ("/workspace/figures/refused/%s", refusals[i].name);

      g_test_add_data_func (path, &refusals[i], test_refusal);
    }

  return figures_fixture_run ();
}
