/* test-figures.c: figures made of the shipped areas and values, as the window asks for them */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "base/streek-number.h"
#include "workspace/streek-figures-private.h"
#include "workspace/streek-map-groups.h"
#include "workspace-fixture.h"

#include <math.h>
#include <string.h>

/* The installed example itself, read-only: no test here writes. */
static StreekWorkspace *workspace;

static StreekFigure *
try_make (const char *json, GError **error)
{
  g_autoptr (StreekFigureSpec) spec = streek_figure_spec_from_json (json, error);

  g_assert_nonnull (spec);

  return streek_workspace_make_figure (workspace, spec, NULL, error);
}

static StreekFigure *
make (const char *json)
{
  g_autoptr (GError) error = NULL;
  StreekFigure *figure = try_make (json, &error);

  g_assert_no_error (error);

  return figure;
}

static int
find_row (StreekTable *table, const char *code)
{
  for (guint row = 0; row < streek_table_get_n_rows (table); row++)
    if (strcmp (streek_table_get_text (table, row, 0), code) == 0)
      return row;

  g_assert_not_reached ();
}

static double
get_value (StreekFigure *figure, const char *code)
{
  StreekTable *table = streek_figure_get_table (figure);

  return streek_table_get_number (table, find_row (table, code),
                                  streek_table_find_column (table, "value"));
}

static gboolean
has_note (StreekFigure *figure, const char *part)
{
  for (const char *const *note = streek_figure_get_notes (figure); *note != NULL; note++)
    if (strstr (*note, part) != NULL)
      return TRUE;

  return FALSE;
}

/* U01: five RESOC filled, four SERR outlined; SERR Oostende-Westhoek holds RESOC Oostende (7) and
 * Westhoek (18). */
static void
test_resoc_and_serr (void)
{
  g_autoptr (StreekFigure) figure =
    make ("{\"set\":\"RESOC\",\"outline-set\":\"SERR\",\"on\":\"2009-01-01\","
          "\"within\":\"provincie:30000\"}");
  StreekTable *table = streek_figure_get_table (figure);
  int outline = streek_table_find_column (table, "outline");
  int count = streek_table_find_column (table, "municipalities");
  int oostende = find_row (table, "RESOC_OOSTENDE"), westhoek = find_row (table, "RESOC_WESTHOEK");

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
  g_assert_true (has_note (figure, "Composition inferred: SERR"));
  /* five fills and the line */
  g_assert_cmpuint (streek_figure_get_n_legend_entries (figure), ==, 6);
}

/* Statbel, 1 January 2019: arrondissement Kortrijk has 290 706 inhabitants in 12 municipalities. */
static void
test_counts_become_circles (void)
{
  g_autoptr (StreekFigure) figure =
    make ("{\"set\":\"gemeente\",\"indicator\":\"pop_total\",\"period\":\"2019\","
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
    make ("{\"set\":\"gemeente\",\"indicator\":\"pop_total\",\"period\":\"2024\","
          "\"on\":\"2025-01-01\",\"within\":\"gewest:02000\"}");

  g_assert_cmpuint (streek_figure_get_n_rows (figure), ==, 285);
  g_assert_cmpfloat (get_value (figure, "37022"), ==, 31750);
  g_assert_cmpfloat (get_value (figure, "37021"), ==, 20645);
  g_assert_cmpfloat (get_value (figure, "11002"), ==, 556138);
}

static void
test_ratios_become_a_choropleth (void)
{
  g_autoptr (StreekFigure) figure =
    make ("{\"set\":\"gemeente\",\"indicator\":\"share_65plus\",\"period\":\"2020\","
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
  g_autoptr (StreekFigure) figure =
    make ("{\"set\":\"gemeente\",\"indicator\":\"pop_total\",\"within\":\"provincie:30000\"}");
  g_autoptr (StreekFigure) areas = make ("{\"set\":\"referentieregio\"}");

  g_assert_nonnull (strstr (streek_figure_get_title (figure), "2024"));
  g_assert_nonnull (strstr (streek_figure_get_context (figure), "1 January 2024"));
  g_assert_cmpuint (streek_figure_get_n_rows (areas), ==, 15);
  g_assert_nonnull (strstr (streek_figure_get_context (areas), "1 January 2025"));
}

/* Referentieregio's exist from 2023 on; of 2010 they are shown as of their first day. */
static void
test_set_of_another_time_says_so (void)
{
  g_autoptr (StreekFigure) figure =
    make ("{\"set\":\"referentieregio\",\"indicator\":\"pop_total\",\"period\":\"2010\"}");

  g_assert_cmpuint (streek_figure_get_n_rows (figure), ==, 15);
  g_assert_true (has_note (figure, "did not exist on 1 January 2010"));
}

/* RESOC Noord-West-Vlaanderen crosses the border between two SERRs. */
static void
test_straddling_areas_are_named (void)
{
  g_autoptr (StreekFigure) figure =
    make ("{\"set\":\"RESOC\",\"on\":\"2020-01-01\",\"within\":\"SERR:SERR_OW\"}");

  g_assert_cmpuint (streek_figure_get_n_rows (figure), ==, 1);
  g_assert_true (has_note (figure, "Noord-West-Vlaanderen"));
}

static void
test_counts_in_colours_are_discouraged (void)
{
  g_autoptr (StreekFigure) figure =
    make ("{\"kind\":\"choropleth\",\"kind-is-automatic\":false,\"set\":\"gemeente\","
          "\"indicator\":\"pop_total\",\"within\":\"provincie:30000\"}");

  g_assert_true (has_note (figure, "circles show counts"));
}

static double
get_number (StreekFigure *figure, const char *code, const char *column)
{
  StreekTable *table = streek_figure_get_table (figure);

  return streek_table_get_number (table, (guint) find_row (table, code),
                                  (guint) streek_table_find_column (table, column));
}

static char *
describe (StreekFigure *figure, const char *code)
{
  return streek_figure_describe_row (
    figure, (guint) find_row (streek_figure_get_table (figure), code), streek_format_get ("nl"));
}

/* Statbel, 1 January: Kortrijk 74 911 inhabitants in 2010, 77 109 in 2020: 2 198 more, 2,934 %. */
static void
test_change_in_percent (void)
{
  g_autoptr (StreekFigure) figure =
    make ("{\"kind\":\"change\",\"kind-is-automatic\":false,\"set\":\"gemeente\","
          "\"indicator\":\"pop_total\",\"from\":\"2010\",\"period\":\"2020\","
          "\"within\":\"arrondissement:34000\"}");
  StreekTable *table = streek_figure_get_table (figure);
  g_autofree char *words = describe (figure, "34022");

  g_assert_cmpfloat (get_number (figure, "34022", "from"), ==, 74911);
  g_assert_cmpfloat (get_number (figure, "34022", "to"), ==, 77109);
  g_assert_cmpfloat_with_epsilon (get_value (figure, "34022"), 100 * 2198 / 74911.0, 1e-9);
  g_assert_cmpstr (
    streek_table_get_column_unit (table, (guint) streek_table_find_column (table, "value")), ==,
    "%");
  g_assert_nonnull (strstr (streek_figure_get_title (figure), "change from 2010 to 2020"));
  g_assert_nonnull (strstr (words, "+2,9 %"));
  g_assert_nonnull (strstr (words, "74.911"));
  g_assert_nonnull (strstr (words, "77.109"));
  /* all lie in classes on both sides of 0 */
  g_assert_cmpfloat (streek_classes_get_reference (streek_figure_get_classes (figure)), ==, 0);
}

/* The same two figures, the other way round and in numbers; larger where more people live. */
static void
test_change_in_numbers (void)
{
  g_autoptr (StreekFigure) figure =
    make ("{\"kind\":\"change\",\"kind-is-automatic\":false,\"set\":\"gemeente\","
          "\"indicator\":\"pop_total\",\"from\":\"2020\",\"period\":\"2010\","
          "\"measure\":\"absolute\",\"within\":\"arrondissement:34000\"}");

  g_assert_cmpfloat (get_value (figure, "34022"), ==, 2198);
  g_assert_nonnull (strstr (streek_figure_get_title (figure), "change from 2010 to 2020"));
  g_assert_true (has_note (figure, "where many people live"));
}

/* Of percentages in points: the difference of both, and the break that lies between is said. */
static void
test_change_of_percentages_is_in_points (void)
{
  g_autoptr (StreekFigure) figure =
    make ("{\"kind\":\"change\",\"kind-is-automatic\":false,\"set\":\"gemeente\","
          "\"indicator\":\"share_65plus\",\"period\":\"2020\","
          "\"within\":\"arrondissement:34000\"}");
  StreekTable *table = streek_figure_get_table (figure);

  g_assert_cmpfloat_with_epsilon (
    get_value (figure, "34022"),
    get_number (figure, "34022", "to") - get_number (figure, "34022", "from"), 1e-9);
  g_assert_cmpstr (
    streek_table_get_column_unit (table, (guint) streek_table_find_column (table, "value")), ==,
    "percentage points");
  g_assert_true (has_note (figure, "has a break in 2009"));
}

/* Tielt took Meulebeke in on 1 January 2025. Statbel: together 20 502 + 10 860 in 2019 and
 * 20 627 + 11 123 in 2024: 388 more. */
static void
test_change_is_of_the_same_land (void)
{
  g_autoptr (StreekFigure) figure =
    make ("{\"kind\":\"change\",\"kind-is-automatic\":false,\"set\":\"gemeente\","
          "\"indicator\":\"pop_total\",\"from\":\"2019\",\"period\":\"2024\","
          "\"on\":\"2025-01-01\",\"within\":\"provincie:30000\"}");
  StreekTable *table = streek_figure_get_table (figure);
  const char *tielt = streek_table_get_text (table, (guint) find_row (table, "37022"),
                                             (guint) streek_table_find_column (table, "note"));
  const char *kortrijk = streek_table_get_text (table, (guint) find_row (table, "34022"),
                                                (guint) streek_table_find_column (table, "note"));

  g_assert_cmpfloat (get_number (figure, "37022", "from"), ==, 31362);
  g_assert_cmpfloat (get_number (figure, "37022", "to"), ==, 31750);
  g_assert_cmpfloat_with_epsilon (get_value (figure, "37022"), 100 * 388 / 31362.0, 1e-9);
  g_assert_nonnull (strstr (tielt, "other borders in 2019"));
  g_assert_null (kortrijk);
  g_assert_true (has_note (figure, "Other borders in 2019: "));
  g_assert_true (has_note (figure, "Tielt"));
}

/* Flanders is held against its municipalities as the map holds them against each other. Statbel:
 * 6 251 983 inhabitants on 1 January 2010, 6 629 143 on 1 January 2020. */
static void
test_other_areas_change_alike (void)
{
  g_autoptr (StreekFigureSpec) spec = streek_figure_spec_from_json (
    "{\"kind\":\"change\",\"kind-is-automatic\":false,\"set\":\"gemeente\","
    "\"indicator\":\"pop_total\",\"from\":\"2010\",\"period\":\"2020\"}",
    NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekTable) table =
    streek_workspace_read_shown_values (workspace, spec, "gewest", "gewest:02000", NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (streek_table_get_n_rows (table), ==, 1);
  g_assert_cmpfloat_with_epsilon (
    streek_table_get_number (table, 0, (guint) streek_table_find_column (table, "value")),
    100 * (6629143 - 6251983) / 6251983.0, 1e-9);
}

/* Twelve municipalities without ties: four in each class of each indicator. */
static void
test_two_indicators_in_terciles (void)
{
  g_autoptr (StreekFigure) figure =
    make ("{\"kind\":\"bivariate\",\"kind-is-automatic\":false,\"set\":\"gemeente\","
          "\"indicator\":\"share_65plus\",\"second\":\"pop_density\",\"period\":\"2020\","
          "\"within\":\"arrondissement:34000\"}");

  g_assert_cmpuint (streek_figure_get_n_rows (figure), ==, 12);

  for (guint axis = 0; axis < 2; axis++)
    {
      StreekClasses *classes = streek_figure_get_axis_classes (figure, axis);

      g_assert_cmpuint (streek_classes_get_n (classes), ==, 3);
      for (guint i = 0; i < 3; i++)
        g_assert_cmpuint (streek_classes_get_count (classes, i), ==, 4);
    }

  /* the classes of both, from the table that is beside the map */
  for (guint row = 0; row < 12; row++)
    {
      StreekTable *table = streek_figure_get_table (figure);
      double first =
        streek_table_get_number (table, row, (guint) streek_table_find_column (table, "value"));
      double second =
        streek_table_get_number (table, row, (guint) streek_table_find_column (table, "second"));

      g_assert_cmpint (
        streek_figure_get_class (figure, row), ==,
        3 * streek_classes_find (streek_figure_get_axis_classes (figure, 1), second) +
          streek_classes_find (streek_figure_get_axis_classes (figure, 0), first));
    }
}

/* Shares of people of 65 and over with their number: Statbel, 77 109 inhabitants of Kortrijk in
 * 2020, of whom the share times the inhabitants is the number. */
static void
test_circles_over_shares (void)
{
  g_autoptr (StreekFigure) figure =
    make ("{\"kind\":\"combined\",\"kind-is-automatic\":false,\"set\":\"gemeente\","
          "\"indicator\":\"share_65plus\",\"second\":\"pop_65plus\",\"period\":\"2020\","
          "\"within\":\"arrondissement:34000\"}");

  g_assert_cmpfloat_with_epsilon (get_number (figure, "34022", "second"),
                                  get_value (figure, "34022") * 77109 / 100, 1e-6);
  g_assert_nonnull (strstr (streek_figure_get_title (figure), "inwoners: 65 jaar en ouder"));
  g_assert_true (streek_figure_has_circles (figure));
}

/* The census is of 2011 alone: that is said, and shown beside figures of 2020. */
static void
test_other_period_is_said (void)
{
  g_autoptr (StreekFigure) figure =
    make ("{\"kind\":\"bivariate\",\"kind-is-automatic\":false,\"set\":\"gemeente\","
          "\"indicator\":\"share_65plus\",\"second\":\"census_job_ratio\","
          "\"period\":\"2020\",\"within\":\"provincie:30000\"}");

  g_assert_true (has_note (figure, "there are no figures of it of 2020"));
  g_assert_nonnull (strstr (streek_figure_get_title (figure), "2011"));
  g_assert_nonnull (strstr (streek_figure_get_title (figure), "2020"));
}

/* Beside a year stands the quarter that it holds, not the one before it began. */
static void
test_other_period_lies_within (void)
{
  g_autoptr (StreekFigure) figure =
    make ("{\"kind\":\"bivariate\",\"kind-is-automatic\":false,\"set\":\"gemeente\","
          "\"indicator\":\"share_65plus\",\"second\":\"establishments\","
          "\"period\":\"2020\",\"within\":\"provincie:30000\"}");

  g_assert_nonnull (strstr (streek_figure_get_title (figure), "Q4 2020"));
}

typedef struct
{
  StreekFigureKind kind;
  const char *indicator; /* (nullable) */
  const char *why;       /* (nullable): a part of the reason */
} Fit;

static void
test_unfit_kinds_have_reasons (void)
{
  const Fit fits[] = {
    { STREEK_FIGURE_AREAS, NULL, NULL },
    { STREEK_FIGURE_AREAS, "pop_total", "shows no indicator" },
    { STREEK_FIGURE_CHOROPLETH, NULL, "needs an indicator" },
    { STREEK_FIGURE_CHOROPLETH, "pop_total", NULL },
    { STREEK_FIGURE_CIRCLES, "pop_total", NULL },
    { STREEK_FIGURE_CIRCLES, "share_65plus", "add up to a whole" },
    { STREEK_FIGURE_CHANGE, "share_65plus", NULL },
    { STREEK_FIGURE_CHANGE, "census_job_ratio", "two periods" },
    { STREEK_FIGURE_BIVARIATE, "share_65plus", NULL },
    { STREEK_FIGURE_COMBINED, "share_65plus", NULL },
    { STREEK_FIGURE_COMBINED, "pop_total", "is a count" },
  };
  g_autoptr (StreekCatalogue) catalogue = streek_workspace_dup_catalogue (workspace, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (fits); i++)
    {
      g_autoptr (StreekFigureSpec) spec = streek_figure_spec_new ();

      spec->set = g_strdup ("gemeente");
      spec->indicator = g_strdup (fits[i].indicator);

      g_autofree char *why = streek_figure_kind_explain_unfit (fits[i].kind, spec, catalogue);

      g_test_message ("%u: %s", i, why != NULL ? why : "fits");
      g_assert_cmpint (why != NULL, ==, fits[i].why != NULL);
      g_assert_true (why == NULL || strstr (why, fits[i].why) != NULL);
    }
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

  g_assert_null (try_make (refusal->json, &error));
  g_assert_nonnull (error);
  g_assert_cmpstr (g_quark_to_string (error->domain), ==, refusal->domain);
  g_assert_cmpint (error->code, ==, refusal->code);
}

static void
on_figure_made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GAsyncResult **kept = user_data;

  *kept = g_object_ref (result);
}

static void
test_worker_makes_the_same (void)
{
  g_autoptr (StreekFigureSpec) spec =
    streek_figure_spec_from_json ("{\"set\":\"RESOC\",\"on\":\"2009-01-01\"}", NULL);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  streek_workspace_make_figure_async (workspace, spec, NULL, on_figure_made_cb, &result);

  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);

  g_autoptr (StreekFigure) figure = streek_workspace_make_figure_finish (workspace, result, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (streek_figure_get_n_rows (figure), ==, 15);
}

static void
test_cancelled_stops (void)
{
  g_autoptr (StreekFigureSpec) spec = streek_figure_spec_from_json (
    "{\"set\":\"gemeente\",\"indicator\":\"pop_total\",\"period\":\"2019\"}", NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (streek_workspace_make_figure (workspace, spec, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_snapshots_are_kept (void)
{
  g_autoptr (StreekAreas) first = streek_workspace_dup_areas (workspace, NULL);
  g_autoptr (StreekAreas) second = streek_workspace_dup_areas (workspace, NULL);
  g_autoptr (StreekCatalogue) catalogue = streek_workspace_dup_catalogue (workspace, NULL);

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
      g_autoptr (StreekFigure) figure = make (specs[i]);

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
    make ("{\"set\":\"gemeente\",\"within\":\"arrondissement:34000\","
          "\"indicator\":\"median_income_return\",\"period\":\"2017\"}");
  g_autoptr (StreekFigure) before =
    make ("{\"set\":\"gemeente\",\"within\":\"arrondissement:34000\","
          "\"indicator\":\"median_income_return\",\"period\":\"2016\"}");
  g_autoptr (StreekFigure) inhabitants =
    make ("{\"set\":\"gemeente\",\"within\":\"arrondissement:34000\","
          "\"indicator\":\"pop_total\"}");

  g_assert_true (g_str_has_suffix (streek_figure_get_title (income), " (latest figures: 2017)"));
  g_assert_null (strstr (streek_figure_get_title (before), "latest"));
  g_assert_null (strstr (streek_figure_get_title (inhabitants), "latest"));
}

/* (transfer full): every value of the share of people of 65 and over, as `streek values` lists them
 */
static StreekTable *
read_shares (void)
{
  g_autoptr (GError) error = NULL;
  StreekValuesQuery query = { .indicator = "share_65plus",
                              .set = "gemeente",
                              .within = "provincie:30000",
                              .min_coverage_pct = NAN };

  g_assert_true (streek_period_range_parse ("2001..2020", &query.periods, NULL));

  StreekTable *table = streek_workspace_read_values (workspace, &query, NULL, &error);

  g_assert_no_error (error);

  return table;
}

static double
get_listed (StreekTable *table, guint row)
{
  return streek_table_get_number (table, row, (guint) streek_table_find_column (table, "value"));
}

/* The lowest and the highest value of all periods. */
static void
find_ends (double *lowest, double *highest)
{
  g_autoptr (StreekTable) table = read_shares ();

  *lowest = INFINITY;
  *highest = -INFINITY;

  for (guint row = 0; row < streek_table_get_n_rows (table); row++)
    {
      *lowest = fmin (*lowest, get_listed (table, row));
      *highest = fmax (*highest, get_listed (table, row));
    }
}

#define AGEING_OF(set)                                                                             \
  "{\"set\":\"" set "\",\"within\":\"provincie:30000\",\"indicator\":\"share_65plus\","
#define AGEING AGEING_OF ("gemeente")

static guint
count_areas (StreekClasses *classes)
{
  guint n = 0;

  for (guint i = 0; i < streek_classes_get_n (classes); i++)
    n += streek_classes_get_count (classes, i);

  return n;
}

static void
assert_same_limits (StreekFigure *a, StreekFigure *b)
{
  g_autoptr (GArray) first = streek_classes_list_limits (streek_figure_get_classes (a));
  g_autoptr (GArray) second = streek_classes_list_limits (streek_figure_get_classes (b));

  g_assert_cmpmem (first->data, first->len * sizeof (double), second->data,
                   second->len * sizeof (double));
}

/* West-Vlaanderen had 64 municipalities in all periods of this series. */
static void
test_limits_hold_over_time (void)
{
  g_autoptr (StreekFigure) before = make (AGEING "\"period\":\"2009\",\"limits\":\"series\"}");
  g_autoptr (StreekFigure) after = make (AGEING "\"period\":\"2020\",\"limits\":\"series\"}");
  StreekClasses *classes = streek_figure_get_classes (before);
  double lowest, highest;

  find_ends (&lowest, &highest);
  assert_same_limits (before, after);
  g_assert_cmpfloat (streek_classes_get_lower (classes, 0), ==, streek_number_round (lowest, 1));
  g_assert_cmpfloat (streek_classes_get_upper (classes, streek_classes_get_n (classes) - 1), ==,
                     streek_number_round (highest, 1));
  g_assert_cmpuint (count_areas (classes), ==, 64);
  g_assert_cmpuint (count_areas (streek_figure_get_classes (after)), ==, 64);
  g_assert_cmpstr (streek_figure_get_limits_words (before), ==,
                   "Class limits of all periods, 2001 to 2020");
}

static void
test_limits_of_a_period_are_held (void)
{
  g_autoptr (StreekFigure) own = make (AGEING "\"period\":\"2020\"}");
  g_autoptr (StreekFigure) held =
    make (AGEING "\"period\":\"2009\",\"limits\":\"period\",\"limits-period\":\"2020\"}");

  g_assert_null (streek_figure_get_limits_words (own));
  assert_same_limits (own, held);
  g_assert_cmpuint (count_areas (streek_figure_get_classes (held)), ==, 64);
  g_assert_cmpstr (streek_figure_get_limits_words (held), ==,
                   "Class limits of 2020, held from 2001 to 2020");
}

/* What each class holds of the areas that the map itself shows. */
static void
assert_counts_what_it_shows (StreekFigure *figure)
{
  StreekClasses *classes = streek_figure_get_classes (figure);
  StreekTable *table = streek_figure_get_table (figure);
  guint column = (guint) streek_table_find_column (table, "value");

  for (guint i = 0; i < streek_classes_get_n (classes); i++)
    {
      guint n = 0;

      for (guint row = 0; row < streek_table_get_n_rows (table); row++)
        n += streek_classes_find (classes, streek_table_get_number (table, row, column)) == (int) i;

      g_assert_cmpuint (streek_classes_get_count (classes, i), ==, n);
    }
}

/* Limits that were found for one map serve the next of the same series, and no other: those of a
 * period are the ones of its own map, whatever was asked before. */
static void
test_limits_follow_what_is_asked (void)
{
  static const struct
  {
    const char *own, *held;
  } cases[] = {
    { "\"period\":\"2020\"}",
      "\"period\":\"2009\",\"limits\":\"period\",\"limits-period\":\"2020\"}" },
    { "\"period\":\"2020\"}",
      "\"period\":\"2010\",\"limits\":\"period\",\"limits-period\":\"2020\"}" },
    { "\"period\":\"2001\"}",
      "\"period\":\"2010\",\"limits\":\"period\",\"limits-period\":\"2001\"}" },
    { "\"period\":\"2020\",\"classes\":3}", "\"period\":\"2010\",\"classes\":3,"
                                            "\"limits\":\"period\",\"limits-period\":\"2020\"}" },
    { "\"period\":\"2020\"}",
      "\"period\":\"2009\",\"limits\":\"period\",\"limits-period\":\"2020\"}" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *own_json = g_strconcat (AGEING, cases[i].own, NULL);
      g_autofree char *held_json = g_strconcat (AGEING, cases[i].held, NULL);
      g_autoptr (StreekFigure) own = make (own_json);
      g_autoptr (StreekFigure) held = make (held_json);

      assert_same_limits (own, held);
      assert_counts_what_it_shows (held);
    }

  g_autoptr (StreekFigure) all = make (AGEING "\"period\":\"2009\",\"limits\":\"series\"}");
  g_autoptr (StreekFigure) later = make (AGEING "\"period\":\"2020\",\"limits\":\"series\"}");
  g_autoptr (StreekFigure) here =
    make (AGEING_OF ("gemeente") "\"period\":\"2020\",\"limits\":\"series\",\"classes\":3}");

  assert_counts_what_it_shows (all);
  assert_counts_what_it_shows (later);
  assert_same_limits (all, later);
  g_assert_cmpuint (streek_classes_get_n (streek_figure_get_classes (here)), ==, 3);
}

/* No figures were published for 2005, so all periods count, and the legend says so. */
static void
test_limits_of_no_period_are_of_all (void)
{
  g_autoptr (StreekFigure) figure =
    make (AGEING "\"period\":\"2009\",\"limits\":\"period\",\"limits-period\":\"2005\"}");

  g_assert_cmpstr (streek_figure_get_limits_words (figure), ==,
                   "There are no figures of 2005 to make class limits of. Class limits of all "
                   "periods, 2001 to 2020");
}

static const char *
get_area (StreekTable *table, guint row)
{
  return streek_table_get_text (table, row, (guint) streek_table_find_column (table, "area"));
}

/* The largest fall and the largest rise of all areas between 2001 and any other period, out of the
 * values that `streek values` lists. */
static void
find_change_ends (double *lowest, double *highest)
{
  g_autoptr (StreekTable) table = read_shares ();
  g_autoptr (GHashTable) first = g_hash_table_new (g_str_hash, g_str_equal);

  *lowest = INFINITY;
  *highest = -INFINITY;

  for (guint row = 0; row < streek_table_get_n_rows (table); row++)
    {
      guint column = (guint) streek_table_find_column (table, "period");
      gpointer before;

      if (streek_table_get_period (table, row, column).year == 2001)
        g_hash_table_insert (first, (gpointer) get_area (table, row), GUINT_TO_POINTER (row));
      else if (g_hash_table_lookup_extended (first, get_area (table, row), NULL, &before))
        {
          double change = get_listed (table, row) - get_listed (table, GPOINTER_TO_UINT (before));

          *lowest = fmin (*lowest, change);
          *highest = fmax (*highest, change);
        }
    }
}

#define CHANGES AGEING "\"kind\":\"change\",\"kind-is-automatic\":false,\"from\":\"2001\","

/* A change since 2001 has the same classes in every period it goes to. */
static void
test_limits_of_changes_hold_over_time (void)
{
  g_autoptr (StreekFigure) before = make (CHANGES "\"period\":\"2009\",\"limits\":\"series\"}");
  g_autoptr (StreekFigure) after = make (CHANGES "\"period\":\"2020\",\"limits\":\"series\"}");
  g_autoptr (StreekFigure) own = make (CHANGES "\"period\":\"2020\"}");
  g_autoptr (StreekFigure) held =
    make (CHANGES "\"period\":\"2009\",\"limits\":\"period\",\"limits-period\":\"2020\"}");
  StreekClasses *classes = streek_figure_get_classes (before);
  double lowest, highest;

  find_change_ends (&lowest, &highest);
  assert_same_limits (before, after);
  /* the same distances on both sides of 0: the lowest limit is that of the largest rise, mirrored
   */
  g_assert_cmpfloat (streek_classes_get_lower (classes, 0), <=, streek_number_round (lowest, 1));
  g_assert_cmpfloat (streek_classes_get_upper (classes, streek_classes_get_n (classes) - 1), ==,
                     streek_number_round (highest, 1));
  g_assert_cmpuint (count_areas (classes), ==, 64);
  g_assert_cmpuint (count_areas (streek_figure_get_classes (after)), ==, 64);
  g_assert_cmpstr (streek_figure_get_limits_words (before), ==,
                   "Class limits of all changes between 2001 and another period");

  /* the limit at 0 that a change parts at is one of those that are held */
  g_assert_cmpuint (count_areas (streek_figure_get_classes (held)), ==, 64);
  g_assert_cmpstr (streek_figure_get_limits_words (held), ==,
                   "Class limits of the change between 2001 and 2020, held");
  g_assert_null (streek_figure_get_limits_words (own));
}

static void
assert_same_axis (StreekFigure *a, StreekFigure *b, guint axis)
{
  g_autoptr (GArray) first = streek_classes_list_limits (streek_figure_get_axis_classes (a, axis));
  g_autoptr (GArray) second = streek_classes_list_limits (streek_figure_get_axis_classes (b, axis));

  g_assert_cmpuint (first->len, ==, 2);
  g_assert_cmpmem (first->data, first->len * sizeof (double), second->data,
                   second->len * sizeof (double));
}

/* Both indicators keep their three classes, of all periods or of one that is held. */
static void
test_limits_of_two_indicators_hold_over_time (void)
{
  static const char *const ways[] = {
    "\"limits\":\"series\"}",
    "\"limits\":\"period\",\"limits-period\":\"2020\"}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      g_autofree char *then =
        g_strconcat (AGEING "\"kind\":\"bivariate\",\"kind-is-automatic\":false,"
                            "\"second\":\"pop_density\",\"period\":\"2009\",",
                     ways[i], NULL);
      g_autofree char *now =
        g_strconcat (AGEING "\"kind\":\"bivariate\",\"kind-is-automatic\":false,"
                            "\"second\":\"pop_density\",\"period\":\"2020\",",
                     ways[i], NULL);
      g_autoptr (StreekFigure) before = make (then);
      g_autoptr (StreekFigure) after = make (now);

      assert_same_axis (before, after, 0);
      assert_same_axis (before, after, 1);
      g_assert_nonnull (streek_figure_get_limits_words (before));
      for (guint axis = 0; axis < 2; axis++)
        g_assert_cmpuint (count_areas (streek_figure_get_axis_classes (before, axis)), ==, 64);
    }
}

/* (transfer full): the values that the circles of a legend stand for */
static char *
dup_circles (StreekFigure *figure)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < streek_figure_get_n_legend_entries (figure); i++)
    if (streek_figure_get_legend_entry (figure, i).kind == STREEK_LEGEND_CIRCLE)
      {
        g_autofree char *label =
          streek_figure_dup_legend_label (figure, i, streek_format_get_default ());

        g_string_append_printf (text, "%s/%g ", label,
                                streek_figure_get_legend_entry (figure, i).radius_pt);
      }

  return g_string_free (text, FALSE);
}

#define RINGS                                                                                      \
  AGEING "\"kind\":\"combined\",\"kind-is-automatic\":false,\"second\":\"pop_65plus\","            \
         "\"limits\":\"series\","

/* Colours keep their limits and circles their size. */
static void
test_circles_over_classes_hold_over_time (void)
{
  g_autoptr (StreekFigure) before = make (RINGS "\"period\":\"2009\"}");
  g_autoptr (StreekFigure) after = make (RINGS "\"period\":\"2020\"}");
  g_autofree char *small = dup_circles (before);
  g_autofree char *large = dup_circles (after);

  assert_same_limits (before, after);
  g_assert_cmpstr (small, ==, large);
  g_assert_cmpstr (streek_figure_get_limits_words (before), ==,
                   "Class limits of all periods, 2001 to 2020");
  g_assert_cmpstr (streek_figure_get_circles_words (before), ==,
                   "One size for all periods, 2001 to 2020");
}

static StreekMapGroup *
make_group (const char *json)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekFigureSpec) spec = streek_figure_spec_from_json (json, &error);

  g_assert_no_error (error);

  StreekMapGroup *group = streek_workspace_make_map_group (workspace, spec, NULL, &error);

  g_assert_no_error (error);

  return group;
}

/* Held limits of maps beside each other are found in that period of all of them. */
static void
test_held_limits_are_of_all_maps (void)
{
  g_autoptr (StreekMapGroup) group =
    make_group (AGEING "\"period\":\"2015\",\"limits\":\"period\",\"limits-period\":\"2020\","
                       "\"beside\":[{\"set\":\"RESOC\"}]}");
  g_autoptr (StreekMapGroup) turned =
    make_group (AGEING_OF ("RESOC") "\"period\":\"2015\",\"limits\":\"period\","
                                    "\"limits-period\":\"2020\","
                                    "\"beside\":[{\"set\":\"gemeente\"}]}");

  assert_same_limits (streek_map_group_get_figure (group, 0),
                      streek_map_group_get_figure (group, 1));
  assert_same_limits (streek_map_group_get_figure (group, 0),
                      streek_map_group_get_figure (turned, 0));
}

/* Two periods of one indicator: the same limits, which hold all values of both, and the window's
 * own figure has them too. */
static void
test_maps_beside_each_other_share_limits (void)
{
  static const char json[] =
    AGEING "\"period\":\"2020\",\"beside\":[{\"period\":\"2001\"},{\"indicator\":\"pop_total\"}]}";
  g_autoptr (StreekMapGroup) group = make_group (json);
  g_autoptr (StreekFigure) own = make (json);
  StreekFigure *now = streek_map_group_get_figure (group, 0);
  StreekFigure *then = streek_map_group_get_figure (group, 1);
  StreekFigure *other = streek_map_group_get_figure (group, 2);

  g_assert_cmpuint (streek_map_group_get_n (group), ==, 3);
  assert_same_limits (now, then);
  assert_same_limits (now, own);
  g_assert_cmpuint (count_areas (streek_figure_get_classes (then)), ==, 64);
  g_assert_cmpstr (streek_figure_get_limits_words (now), ==, "The same class limits on all maps");
  g_assert_false (streek_map_group_has_one_legend (group));
  g_assert_cmpint (streek_figure_get_spec (other)->kind, ==, STREEK_FIGURE_CIRCLES);
  g_assert_null (streek_figure_get_limits_words (other));
  g_assert_true (g_str_has_suffix (streek_map_group_get_heading (group, 1), " · 2001"));

  /* the words around all maps, which the window and paper share */
  g_assert_true (
    g_str_has_suffix (streek_map_group_get_context (group), " on the areas of its own period"));
  g_assert_nonnull (strstr (streek_map_group_get_source (group), "Statbel"));
}

/* Nine periods, of which no more than four lie at the same distance: 2020, 2015 and 2010 are five
 * years apart, and 2011, 2013, 2015 … end before 2020. */
static void
test_small_maps_are_even (void)
{
  g_autoptr (StreekMapGroup) group = make_group (AGEING "\"multiples\":{\"most\":4,\"step\":5}}");

  g_assert_cmpuint (streek_map_group_get_n (group), ==, 3);
  g_assert_cmpstr (streek_map_group_get_heading (group, 0), ==, "2010");
  g_assert_cmpstr (streek_map_group_get_heading (group, 2), ==, "2020");
  g_assert_true (streek_map_group_has_one_legend (group));
  assert_same_limits (streek_map_group_get_figure (group, 0),
                      streek_map_group_get_figure (group, 2));
  g_assert_nonnull (strstr (streek_map_group_get_title (group), "2010–2020"));
}

/* One title tells what all maps show: both indicators of two, and that it is a change. */
static void
test_a_title_of_maps_tells_their_kind (void)
{
  g_autoptr (StreekMapGroup) two =
    make_group (AGEING "\"kind\":\"bivariate\",\"kind-is-automatic\":false,"
                       "\"second\":\"pop_65plus\",\"period\":\"2020\","
                       "\"beside\":[{\"period\":\"2010\"}]}");
  g_autoptr (StreekMapGroup) change =
    make_group (AGEING "\"kind\":\"change\",\"kind-is-automatic\":false,\"period\":\"2020\","
                       "\"beside\":[{\"period\":\"2010\"}]}");

  g_assert_nonnull (
    strstr (streek_map_group_get_title (two), " and inwoners: 65 jaar en ouder, 2010 / 2020 – "));
  g_assert_nonnull (strstr (streek_map_group_get_title (change), ", change, 2010 / 2020 – "));
}

/* Inhabitants of 2009, 2012, 2015, 2018 and 2024: of 2021 there are none in the example. */
static void
test_small_maps_say_what_they_pass_over (void)
{
  g_autoptr (StreekMapGroup) group =
    make_group ("{\"set\":\"gemeente\",\"within\":\"provincie:30000\",\"indicator\":\"pop_total\","
                "\"multiples\":{\"most\":6,\"step\":3,\"first\":\"2009\",\"last\":\"2024\"}}");

  g_assert_cmpuint (streek_map_group_get_n (group), ==, 5);
  g_assert_cmpstr (streek_map_group_get_notes (group)[0], ==, "No figures of 2021.");
}

/* 2009 to 2015 and 2020: no step gives eight maps, and it is said. */
static void
test_fewer_small_maps_than_asked (void)
{
  g_autoptr (StreekMapGroup) group =
    make_group (AGEING "\"multiples\":{\"most\":7,\"first\":\"2009\",\"last\":\"2020\"}}");
  gboolean is_said = FALSE;

  for (const char *const *note = streek_map_group_get_notes (group); *note != NULL; note++)
    is_said |= g_str_has_prefix (*note, "7 small maps asked, ");

  g_assert_cmpuint (streek_map_group_get_n (group), <, 7);
  g_assert_true (is_said);
}

/* W13 and ROSE are the same 14 municipalities, of which a place can show one; Brugge is of Kust and
 * not of Kust zonder Brugge. Municipalities do not lie over each other. */
static void
test_covered_areas_are_named (void)
{
  g_autoptr (StreekFigure) figure =
    make ("{\"set\":\"project\",\"indicator\":\"share_65plus\",\"period\":\"2020\"}");
  g_autoptr (StreekFigure) plain = make (AGEING "\"period\":\"2020\"}");

  g_assert_true (has_note (figure, "Not to be seen, for other areas lie over all of it: ROSE"));
  g_assert_true (has_note (figure, "Seen in part, for other areas lie over it: Kust (10"));
  g_assert_false (has_note (plain, "other areas lie over"));
}

/* A change from 2010 to itself is none: that period is passed over, as those without figures are.
 */
static void
test_small_maps_of_change (void)
{
  g_autoptr (StreekMapGroup) group =
    make_group ("{\"kind\":\"change\",\"kind-is-automatic\":false,\"set\":\"gemeente\","
                "\"within\":\"arrondissement:34000\",\"indicator\":\"pop_total\",\"from\":\"2010\","
                "\"multiples\":{\"most\":3,\"step\":7}}");

  g_assert_cmpuint (streek_map_group_get_n (group), ==, 2);
  g_assert_cmpstr (streek_map_group_get_heading (group, 0), ==, "2010–2017");
  g_assert_cmpstr (streek_map_group_get_title (group), ==,
                   "Inwoners, change compared with 2010, 2017–2024 – gemeenten in Kortrijk");
}

/* The colours of two indicators are not those of the one beside them. */
static void
test_maps_beside_one_of_two_indicators (void)
{
  g_autoptr (StreekMapGroup) group =
    make_group ("{\"kind\":\"bivariate\",\"kind-is-automatic\":false,\"set\":\"gemeente\","
                "\"within\":\"arrondissement:34000\",\"indicator\":\"share_65plus\","
                "\"second\":\"share_0_14\",\"palette\":\"Purple-Green\","
                "\"beside\":[{\"indicator\":\"pop_density\"}]}");
  g_autofree char *lines =
    streek_map_group_dup_values (group, "34022", streek_format_get_default ());
  g_autoptr (StreekTable) table = streek_map_group_make_table (group);

  g_assert_nonnull (strstr (lines, "Aandeel 0- tot 14-jarigen: "));
  g_assert_cmpint (streek_table_find_column (table, "second"), >=, 0);
}

/* Of areas and of figures: the former have no period to tell. */
static void
test_areas_beside_figures (void)
{
  g_autoptr (StreekMapGroup) group =
    make_group ("{\"set\":\"gemeente\",\"within\":\"arrondissement:34000\","
                "\"beside\":[{\"indicator\":\"pop_total\",\"period\":\"2010\"}]}");

  g_assert_cmpstr (streek_map_group_get_title (group), ==,
                   "Inwoners, 2010 – Gemeenten in Kortrijk");
}

/* Brugge lies in Kust, and not in Kust zonder Brugge; Kortrijk in W13 and in ROSE. */
static void
test_areas_in_several_outlines (void)
{
  g_autoptr (StreekFigure) figure =
    make ("{\"set\":\"gemeente\",\"within\":\"provincie:30000\",\"outline-set\":\"project\","
          "\"on\":\"2020-01-01\"}");
  StreekTable *table = streek_figure_get_table (figure);
  guint column = (guint) streek_table_find_column (table, "outline");
  const char *kortrijk = streek_table_get_text (table, (guint) find_row (table, "34022"), column);

  g_assert_cmpstr (streek_table_get_text (table, (guint) find_row (table, "31005"), column), ==,
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
  workspace = workspace_fixture_open_example ();

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
  g_test_add_func ("/workspace/figures/change/in-percent", test_change_in_percent);
  g_test_add_func ("/workspace/figures/change/in-numbers", test_change_in_numbers);
  g_test_add_func ("/workspace/figures/change/of-percentages-is-in-points",
                   test_change_of_percentages_is_in_points);
  g_test_add_func ("/workspace/figures/change/is-of-the-same-land",
                   test_change_is_of_the_same_land);
  g_test_add_func ("/workspace/figures/change/other-areas-change-alike",
                   test_other_areas_change_alike);
  g_test_add_func ("/workspace/figures/two-indicators/in-terciles",
                   test_two_indicators_in_terciles);
  g_test_add_func ("/workspace/figures/two-indicators/circles-over-shares",
                   test_circles_over_shares);
  g_test_add_func ("/workspace/figures/two-indicators/other-period-is-said",
                   test_other_period_is_said);
  g_test_add_func ("/workspace/figures/two-indicators/other-period-lies-within",
                   test_other_period_lies_within);
  g_test_add_func ("/workspace/figures/unfit-kinds-have-reasons", test_unfit_kinds_have_reasons);
  g_test_add_func ("/workspace/figures/counts-in-colours-are-discouraged",
                   test_counts_in_colours_are_discouraged);

  for (guint i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      g_autofree char *path = g_strdup_printf ("/workspace/figures/refused/%s", refusals[i].name);

      g_test_add_data_func (path, &refusals[i], test_refusal);
    }

  g_test_add_func ("/workspace/figures/worker-makes-the-same", test_worker_makes_the_same);
  g_test_add_func ("/workspace/figures/cancelled-stops", test_cancelled_stops);
  g_test_add_func ("/workspace/figures/snapshots-are-kept", test_snapshots_are_kept);
  g_test_add_func ("/workspace/figures/every-kind-is-laid-out", test_every_kind_is_laid_out);
  g_test_add_func ("/workspace/figures/old-figures-say-so", test_old_figures_say_so);
  g_test_add_func ("/workspace/figures/limits-of-changes-hold-over-time",
                   test_limits_of_changes_hold_over_time);
  g_test_add_func ("/workspace/figures/limits-of-two-indicators-hold-over-time",
                   test_limits_of_two_indicators_hold_over_time);
  g_test_add_func ("/workspace/figures/circles-over-classes-hold-over-time",
                   test_circles_over_classes_hold_over_time);
  g_test_add_func ("/workspace/figures/limits-hold-over-time", test_limits_hold_over_time);
  g_test_add_func ("/workspace/figures/limits-of-a-period-are-held",
                   test_limits_of_a_period_are_held);
  g_test_add_func ("/workspace/figures/limits-follow-what-is-asked",
                   test_limits_follow_what_is_asked);
  g_test_add_func ("/workspace/figures/limits-of-no-period-are-of-all",
                   test_limits_of_no_period_are_of_all);
  g_test_add_func ("/workspace/figures/held-limits-are-of-all-maps",
                   test_held_limits_are_of_all_maps);
  g_test_add_func ("/workspace/figures/maps-beside-each-other-share-limits",
                   test_maps_beside_each_other_share_limits);
  g_test_add_func ("/workspace/figures/small-maps-are-even", test_small_maps_are_even);
  g_test_add_func ("/workspace/figures/small-maps-say-what-they-pass-over",
                   test_small_maps_say_what_they_pass_over);
  g_test_add_func ("/workspace/figures/a-title-of-maps-tells-their-kind",
                   test_a_title_of_maps_tells_their_kind);
  g_test_add_func ("/workspace/figures/covered-areas-are-named", test_covered_areas_are_named);
  g_test_add_func ("/workspace/figures/small-maps-of-change", test_small_maps_of_change);
  g_test_add_func ("/workspace/figures/maps-beside-one-of-two-indicators",
                   test_maps_beside_one_of_two_indicators);
  g_test_add_func ("/workspace/figures/areas-beside-figures", test_areas_beside_figures);
  g_test_add_func ("/workspace/figures/areas-in-several-outlines", test_areas_in_several_outlines);
  g_test_add_func ("/workspace/figures/remarks-are-never-lost", test_remarks_are_never_lost);
  g_test_add_func ("/workspace/figures/fewer-small-maps-than-asked",
                   test_fewer_small_maps_than_asked);

  int status = g_test_run ();

  g_clear_object (&workspace);

  return status;
}
