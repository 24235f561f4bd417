/* test-figure-spec.c: a spec survives its JSON, and nonsense is refused */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "figure/streek-figure-spec.h"
#include "figure/streek-figure.h"

#include <math.h>

static StreekFigureSpec *
make_full_spec (void)
{
  StreekFigureSpec *spec = streek_figure_spec_new ();
  const double limits[] = { 10, 12.5, 20 };

  spec->kind = STREEK_FIGURE_CHOROPLETH;
  spec->kind_is_automatic = FALSE;
  spec->set = g_strdup ("gemeente");
  spec->within = g_strdup ("provincie:30000");
  spec->outline_set = g_strdup ("SERR");
  spec->overlay_set = g_strdup ("referentieregio");
  spec->indicator = g_strdup ("share_65plus");
  spec->period = streek_period_from_year (2020);
  spec->from = streek_period_from_year (2010);
  spec->second = g_strdup ("pop_total");
  spec->second_breaks = g_array_new (FALSE, FALSE, sizeof (double));
  g_array_append_vals (spec->second_breaks, limits, 2);
  spec->measure = STREEK_FIGURE_MEASURE_ABSOLUTE;
  spec->on = streek_date_from_ymd (2009, 1, 1);
  spec->method = STREEK_CLASSES_MANUAL;
  spec->n_classes = 4;
  spec->breaks = g_array_new (FALSE, FALSE, sizeof (double));
  g_array_append_vals (spec->breaks, limits, G_N_ELEMENTS (limits));
  spec->policy = g_strdup ("Armoede 2030");
  spec->palette = g_strdup ("PuOr");
  spec->grey = TRUE;
  spec->show_names = FALSE;
  spec->show_values = TRUE;
  spec->reference = -2.5;
  spec->zero_class = TRUE;
  spec->limits = STREEK_LIMITS_HELD;
  spec->limits_period = streek_period_from_year (2015);
  spec->min_coverage_pct = 75.5;
  spec->furniture.surroundings = FALSE;
  spec->furniture.predecessors = TRUE;
  spec->furniture.north = TRUE;
  spec->furniture.inset = STREEK_INSET_SHOWN;
  spec->furniture.numbers = STREEK_NUMBERS_ALL;
  streek_furniture_move (&spec->furniture, STREEK_FURNITURE_LEGEND, 0.25, 1);
  streek_furniture_move (&spec->furniture, STREEK_FURNITURE_TITLE, 0.1, 0.7);
  spec->title = g_strdup ("Grijs \"wordt\" het — ook hier");

  return spec;
}

static void
test_round_trip (void)
{
  g_autoptr (StreekFigureSpec) spec = make_full_spec ();
  g_autofree char *json = streek_figure_spec_to_json (spec);
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekFigureSpec) back = streek_figure_spec_from_json (json, &error);

  g_assert_no_error (error);
  g_assert_true (streek_figure_spec_equal (spec, back));
  g_assert_true (streek_figure_spec_check (back, &error));

  g_autofree char *again = streek_figure_spec_to_json (back);

  g_assert_cmpstr (again, ==, json);
}

/* Two maps beside the first, or small ones of periods. */
static void
test_panels_round_trip (void)
{
  const char *texts[] = {
    "{\"set\":\"RESOC\",\"beside\":[{\"set\":\"SERR\"},{\"indicator\":\"pop_total\",\"period\":"
    "\"2001\"}]}",
    "{\"set\":\"RESOC\",\"indicator\":\"pop_total\",\"multiples\":{\"most\":9,\"step\":5,"
    "\"first\":\"2001\",\"last\":\"2020\"}}",
  };
  g_autoptr (StreekFigureSpec) alone = streek_figure_spec_from_json ("{\"set\":\"RESOC\"}", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (StreekFigureSpec) spec = streek_figure_spec_from_json (texts[i], &error);

      g_assert_no_error (error);

      g_autofree char *json = streek_figure_spec_to_json (spec);
      g_autoptr (StreekFigureSpec) back = streek_figure_spec_from_json (json, &error);
      g_autoptr (StreekFigureSpec) copy = streek_figure_spec_copy (spec);

      g_assert_no_error (error);
      g_assert_true (streek_figure_spec_check (spec, &error));
      g_assert_true (streek_figure_spec_equal (spec, back));
      g_assert_true (streek_figure_spec_equal (spec, copy));
      g_assert_false (streek_figure_spec_equal (spec, alone));
      g_assert_false (streek_panels_is_single (&spec->panels));
    }

  g_assert_true (streek_panels_is_single (&alone->panels));
}

static void
test_default_round_trip (void)
{
  g_autoptr (StreekFigureSpec) spec = streek_figure_spec_new ();
  g_autofree char *json = streek_figure_spec_to_json (spec);
  g_autoptr (StreekFigureSpec) back = streek_figure_spec_from_json (json, NULL);
  g_autoptr (StreekFigureSpec) empty = streek_figure_spec_from_json ("{\"later\":[1]}", NULL);

  g_assert_true (streek_figure_spec_equal (spec, back));
  g_assert_true (streek_figure_spec_equal (spec, empty));
  g_assert_true (isnan (back->min_coverage_pct));
}

static void
test_copy_is_independent (void)
{
  g_autoptr (StreekFigureSpec) spec = make_full_spec ();
  g_autoptr (StreekFigureSpec) copy = streek_figure_spec_copy (spec);

  g_assert_true (streek_figure_spec_equal (spec, copy));
  g_array_index (copy->breaks, double, 1) = 13;
  g_assert_false (streek_figure_spec_equal (spec, copy));
  g_assert_cmpfloat (g_array_index (spec->breaks, double, 1), ==, 12.5);
}

static void
test_two_indicators_are_two (void)
{
  const StreekFigureKind kinds[] = { STREEK_FIGURE_BIVARIATE, STREEK_FIGURE_COMBINED };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (StreekFigureSpec) spec = make_full_spec ();
      g_autoptr (GError) same = NULL, none = NULL, limits = NULL;

      spec->kind = kinds[i];
      g_array_set_size (spec->breaks, 2);
      g_assert_true (streek_figure_spec_check (spec, NULL));

      /* three limits make four classes */
      g_array_append_vals (spec->second_breaks, spec->breaks->data, 1);
      g_assert_cmpint (streek_figure_spec_check (spec, &limits), ==,
                       spec->kind == STREEK_FIGURE_COMBINED);

      g_free (spec->second);
      spec->second = g_strdup (spec->indicator);
      g_assert_false (streek_figure_spec_check (spec, &same));
      g_clear_pointer (&spec->second, g_free);
      g_assert_false (streek_figure_spec_check (spec, &none));
      g_assert_error (none, STREEK_FIGURE_ERROR, STREEK_FIGURE_ERROR_INVALID);
    }
}

static void
test_kinds_have_words (void)
{
  for (StreekFigureKind kind = 0; kind < STREEK_N_FIGURE_KINDS; kind++)
    {
      StreekFigureKind back = STREEK_N_FIGURE_KINDS;

      g_assert_true (streek_figure_kind_from_id (streek_figure_kind_get_id (kind), &back));
      g_assert_cmpint (back, ==, kind);
      g_assert_cmpstr (streek_figure_kind_get_label (kind), !=, "");
    }

  for (StreekFigureMeasure measure = 0; measure < STREEK_N_FIGURE_MEASURES; measure++)
    {
      StreekFigureMeasure back = STREEK_N_FIGURE_MEASURES;

      g_assert_true (streek_figure_measure_from_id (streek_figure_measure_get_id (measure), &back));
      g_assert_cmpint (back, ==, measure);
    }
}

static void
test_nonsense_is_refused (gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (streek_figure_spec_from_json (data, &error));
  g_assert_nonnull (error);
}

/* A file of somebody else's: the parser would go down until the stack ends. */
static void
test_depth_is_refused (void)
{
  g_autoptr (GString) deep = g_string_new ("{\"breaks\":");
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 300000; i++)
    g_string_append_c (deep, '[');

  g_assert_null (streek_figure_spec_from_json (deep->str, &error));
  g_assert_error (error, STREEK_FIGURE_ERROR, STREEK_FIGURE_ERROR_INVALID);
}

static void
test_contradictions_are_refused (void)
{
  for (guint i = 0; i < 6; i++)
    {
      g_autoptr (StreekFigureSpec) spec = make_full_spec ();
      g_autoptr (GError) error = NULL;

      if (i == 0)
        g_clear_pointer (&spec->set, g_free);
      else if (i == 1)
        g_clear_pointer (&spec->indicator, g_free);
      else if (i == 2)
        g_array_set_size (spec->breaks, 0);
      else if (i == 3)
        spec->limits_period = (StreekPeriod){ 0 };
      else if (i == 4)
        spec->method = STREEK_CLASSES_POLICY; /* which leave 0 no class of its own */
      else
        spec->kind = STREEK_FIGURE_AREAS;

      g_assert_false (streek_figure_spec_check (spec, &error));
      g_assert_error (error, STREEK_FIGURE_ERROR, STREEK_FIGURE_ERROR_INVALID);
    }
}

/* What nobody types: a title of 5 000 letters, 100 limits. */
static void
test_too_long_is_refused (void)
{
  g_autofree char *letters = g_strnfill (5000, 'x');
  g_autofree char *title = g_strdup_printf ("{\"title\":\"%s\"}", letters);
  g_autofree char *short_title = g_strdup_printf ("{\"title\":\"%s\"}", letters + 1000);
  GString *limits = g_string_new ("{\"breaks\":[0");
  g_autoptr (StreekFigureSpec) spec = streek_figure_spec_from_json (short_title, NULL);

  for (guint i = 1; i < 100; i++)
    g_string_append_printf (limits, ",%u", i);
  g_string_append (limits, "]}");

  g_assert_nonnull (spec);
  g_assert_null (streek_figure_spec_from_json (title, NULL));
  g_assert_null (streek_figure_spec_from_json (limits->str, NULL));
  g_string_free (limits, TRUE);
}

/* No figure is as large, and JSON would not read back what was written of it. */
static void
test_too_large_a_limit_is_refused (void)
{
  static const char *const refused[] = { "{\"breaks\":[1,1e22]}", "{\"reference\":-1e22}",
                                         "{\"second-breaks\":[1e15]}" };
  const double limits[] = { 1, 1e22 };
  g_autoptr (StreekFigureSpec) spec = streek_figure_spec_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (streek_figure_spec_from_json (refused[i], &error));
      g_assert_error (error, STREEK_FIGURE_ERROR, STREEK_FIGURE_ERROR_INVALID);
    }

  spec->set = g_strdup ("gemeente");
  spec->indicator = g_strdup ("pop_total");
  g_assert_true (streek_figure_spec_check (spec, NULL));

  spec->breaks = g_array_new (FALSE, FALSE, sizeof (double));
  g_array_append_vals (spec->breaks, limits, G_N_ELEMENTS (limits));
  g_assert_false (streek_figure_spec_check (spec, NULL));
}

/* Limits and periods were chosen for other figures; what compares goes on comparing. */
static void
test_other_figures_have_other_limits (void)
{
  const double limit = 12.5;
  g_autoptr (StreekFigureSpec) spec = streek_figure_spec_new ();

  streek_figure_spec_set_indicator (spec, "share_65plus");
  streek_figure_spec_set_kind (spec, STREEK_FIGURE_CHOROPLETH, FALSE);
  spec->method = STREEK_CLASSES_MANUAL;
  spec->breaks = g_array_new (FALSE, FALSE, sizeof (double));
  g_array_append_val (spec->breaks, limit);
  spec->palette = g_strdup ("Blues");
  spec->limits = STREEK_LIMITS_SERIES;

  streek_figure_spec_set_indicator (spec, "share_65plus");
  g_assert_nonnull (spec->breaks);

  streek_figure_spec_set_kind (spec, STREEK_FIGURE_CIRCLES, FALSE);
  g_assert_nonnull (spec->breaks);
  g_assert_cmpstr (spec->palette, ==, "Blues");

  streek_figure_spec_set_indicator (spec, "pop_total");
  g_assert_null (spec->breaks);
  g_assert_cmpint (spec->method, ==, STREEK_CLASSES_QUANTILE);
  g_assert_cmpint (spec->limits, ==, STREEK_LIMITS_OWN);
  g_assert_true (spec->kind_is_automatic);
  g_assert_cmpstr (spec->palette, ==, "Blues");

  spec->reference = 3;
  streek_figure_spec_set_kind (spec, STREEK_FIGURE_CHANGE, FALSE);
  g_assert_true (isnan (spec->reference));
  g_assert_null (spec->palette);

  spec->from.kind = STREEK_PERIOD_YEAR;
  streek_figure_spec_set_indicator (spec, NULL);
  g_assert_cmpint (spec->from.kind, ==, STREEK_PERIOD_NONE);
  g_assert_cmpint (spec->kind, ==, STREEK_FIGURE_CHANGE);
  g_assert_false (spec->kind_is_automatic);
}

int
main (int argc, char *argv[])
{
  const char *const nonsense[] = {
    "",
    "[]",
    "{",
    "{\"kind\":\"pie\"}",
    "{\"kind\":3}",
    "{\"classes\":0}",
    "{\"classes\":2.5}",
    "{\"classes\":\"5\"}",
    "{\"method\":\"jenks\"}",
    "{\"period\":\"soon\"}",
    "{\"from\":\"before\"}",
    "{\"measure\":\"promille\"}",
    "{\"measure\":1}",
    "{\"on\":\"2009-13-01\"}",
    "{\"breaks\":[1,\"2\"]}",
    "{\"breaks\":7}",
    "{\"policy\":[1]}",
    "{\"second\":[1]}",
    "{\"second-breaks\":\"2\"}",
    "{\"second-breaks\":[null]}",
    "{\"grey\":1}",
    "{\"limits\":\"forever\"}",
    "{\"limits\":1}",
    "{\"beside\":{}}",
    "{\"beside\":[1]}",
    "{\"beside\":[{\"set\":2}]}",
    "{\"beside\":[{},{},{},{}]}",
    "{\"multiples\":9}",
    "{\"multiples\":{\"most\":1}}",
    "{\"multiples\":{\"most\":1000}}",
    "{\"multiples\":{\"step\":-1}}",
    "{\"multiples\":{\"step\":\"2\"}}",
    "{\"multiples\":{\"first\":\"soon\"}}",
    "{\"limits-period\":\"soon\"}",
    "{\"surroundings\":\"maybe\"}",
    "{\"inset\":\"sometimes\"}",
    "{\"places\":[]}",
    "{\"places\":{\"title\":0.5}}",
    "{\"places\":{\"title\":[0.5]}}",
    "{\"places\":{\"legend\":[0.5,1.1]}}",
    "{\"places\":{\"scale\":[-0.1,0]}}",
    "{\"places\":{\"source\":[\"left\",0]}}",
    "{\"inset\":2}",
    "{\"numbers\":\"some\"}",
    "{\"numbers\":[1]}",
    "{\"north\":\"up\"}",
    "{\"min-coverage-pct\":140}",
    "{\"set\":[]}",
  };

  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/figure/spec/too-long-is-refused", test_too_long_is_refused);
  g_test_add_func ("/figure/spec/too-large-a-limit-is-refused", test_too_large_a_limit_is_refused);
  g_test_add_func ("/figure/spec/round-trip", test_round_trip);
  g_test_add_func ("/figure/spec/panels-round-trip", test_panels_round_trip);
  g_test_add_func ("/figure/spec/default-round-trip", test_default_round_trip);
  g_test_add_func ("/figure/spec/two-indicators-are-two", test_two_indicators_are_two);
  g_test_add_func ("/figure/spec/kinds-have-words", test_kinds_have_words);
  g_test_add_func ("/figure/spec/copy-is-independent", test_copy_is_independent);

  g_test_add_func ("/figure/spec/other-figures-have-other-limits",
                   test_other_figures_have_other_limits);
  g_test_add_func ("/figure/spec/depth-is-refused", test_depth_is_refused);

  for (guint i = 0; i < G_N_ELEMENTS (nonsense); i++)
    {
      g_autofree char *path = g_strdup_printf ("/figure/spec/nonsense-is-refused/%u", i);

      g_test_add_data_func (path, nonsense[i], test_nonsense_is_refused);
    }

  g_test_add_func ("/figure/spec/contradictions-are-refused", test_contradictions_are_refused);

  return g_test_run ();
}
