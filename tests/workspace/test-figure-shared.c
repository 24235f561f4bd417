/* test-figure-shared.c: limits that hold over time, and maps beside each other */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "base/streek-number.h"
#include "figures-fixture.h"
#include "workspace/streek-map-groups.h"

#include <math.h>
#include <string.h>

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

  StreekTable *table =
    streek_workspace_read_values (figures_fixture_get_workspace (), &query, NULL, &error);

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
  g_autoptr (StreekFigure) before =
    figures_fixture_make (AGEING "\"period\":\"2009\",\"limits\":\"series\"}");
  g_autoptr (StreekFigure) after =
    figures_fixture_make (AGEING "\"period\":\"2020\",\"limits\":\"series\"}");
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
  g_autoptr (StreekFigure) own = figures_fixture_make (AGEING "\"period\":\"2020\"}");
  g_autoptr (StreekFigure) held = figures_fixture_make (
    AGEING "\"period\":\"2009\",\"limits\":\"period\",\"limits-period\":\"2020\"}");

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
      g_autoptr (StreekFigure) own = figures_fixture_make (own_json);
      g_autoptr (StreekFigure) held = figures_fixture_make (held_json);

      assert_same_limits (own, held);
      assert_counts_what_it_shows (held);
    }

  g_autoptr (StreekFigure) all =
    figures_fixture_make (AGEING "\"period\":\"2009\",\"limits\":\"series\"}");
  g_autoptr (StreekFigure) later =
    figures_fixture_make (AGEING "\"period\":\"2020\",\"limits\":\"series\"}");
  g_autoptr (StreekFigure) here = figures_fixture_make (
    AGEING_OF ("gemeente") "\"period\":\"2020\",\"limits\":\"series\",\"classes\":3}");

  assert_counts_what_it_shows (all);
  assert_counts_what_it_shows (later);
  assert_same_limits (all, later);
  g_assert_cmpuint (streek_classes_get_n (streek_figure_get_classes (here)), ==, 3);
}

/* No figures were published for 2005, so all periods count, and the legend says so. */
static void
test_limits_of_no_period_are_of_all (void)
{
  g_autoptr (StreekFigure) figure = figures_fixture_make (
    AGEING "\"period\":\"2009\",\"limits\":\"period\",\"limits-period\":\"2005\"}");

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
  g_autoptr (StreekFigure) before =
    figures_fixture_make (CHANGES "\"period\":\"2009\",\"limits\":\"series\"}");
  g_autoptr (StreekFigure) after =
    figures_fixture_make (CHANGES "\"period\":\"2020\",\"limits\":\"series\"}");
  g_autoptr (StreekFigure) own = figures_fixture_make (CHANGES "\"period\":\"2020\"}");
  g_autoptr (StreekFigure) held = figures_fixture_make (
    CHANGES "\"period\":\"2009\",\"limits\":\"period\",\"limits-period\":\"2020\"}");
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
      g_autoptr (StreekFigure) before = figures_fixture_make (then);
      g_autoptr (StreekFigure) after = figures_fixture_make (now);

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
  g_autoptr (StreekFigure) before = figures_fixture_make (RINGS "\"period\":\"2009\"}");
  g_autoptr (StreekFigure) after = figures_fixture_make (RINGS "\"period\":\"2020\"}");
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

  StreekMapGroup *group =
    streek_workspace_make_map_group (figures_fixture_get_workspace (), spec, NULL, &error);

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
  g_autoptr (StreekFigure) own = figures_fixture_make (json);
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

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  figures_fixture_open ();

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
  g_test_add_func ("/workspace/figures/small-maps-of-change", test_small_maps_of_change);
  g_test_add_func ("/workspace/figures/maps-beside-one-of-two-indicators",
                   test_maps_beside_one_of_two_indicators);
  g_test_add_func ("/workspace/figures/areas-beside-figures", test_areas_beside_figures);
  g_test_add_func ("/workspace/figures/fewer-small-maps-than-asked",
                   test_fewer_small_maps_than_asked);

  return figures_fixture_run ();
}
