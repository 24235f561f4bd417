/* test-figure-rule.c: which areas a rule chooses, on a map drawn in letters */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "figure/streek-figure-rule.h"
#include "streek-letters.h"

#include <math.h>

static const char *const picture[] = { "ABCDE" };
static const char *const letters[] = { "A", "B", "C", "D", "E" };

/* Two have the highest value, one has none. Equal classes of 4 to 10: 4–7 and 7–10. */
static const double values[] = { 10, 4, NAN, 7, 10 };

/* @at_least: (nullable): whether each is a sum of which a part is unknown */
static StreekFigure *
make_figure_of (gboolean has_values, const gboolean *at_least)
{
  static const gint32 row_of[] = { 0, 1, 2, 3, 4 };
  g_autoptr (StreekFigureSpec) spec = streek_figure_spec_new ();
  g_autoptr (StreekTable) table = streek_table_new ();
  g_autoptr (GError) error = NULL;
  StreekFigureData data = {
    .mesh = streek_letters_new_mesh (picture, G_N_ELEMENTS (picture)),
    .n_rows = G_N_ELEMENTS (letters),
    .row_of = row_of,
    .table = table,
    .title = "Letters",
    .context = "Letters",
    .source = "Bron: een tekening.",
    .set_name = "Letters",
    .is_ratio = at_least == NULL,
    .indicator_name = has_values ? "Graad" : NULL,
    .unit = "%",
  };

  spec->kind = has_values ? STREEK_FIGURE_CHOROPLETH : STREEK_FIGURE_AREAS;
  spec->kind_is_automatic = FALSE;
  spec->set = g_strdup ("letter");
  spec->indicator = has_values ? g_strdup ("degree") : NULL;
  spec->method = STREEK_CLASSES_EQUAL;
  spec->n_classes = 2;
  streek_table_add_column (table, "code", "Code", STREEK_COLUMN_TEXT, NULL, 0);
  streek_table_add_column (table, "name", "Naam", STREEK_COLUMN_TEXT, NULL, 0);
  if (has_values)
    streek_table_add_column (table, "value", "Graad", STREEK_COLUMN_NUMBER, "%", 0);
  for (guint row = 0; row < G_N_ELEMENTS (letters); row++)
    {
      streek_table_add_row (table);
      streek_table_set_text (table, row, 0, letters[row]);
      streek_table_set_text (table, row, 1, letters[row]);
      if (has_values && isnan (values[row]))
        streek_table_set_missing (table, row, 2, STREEK_MISSING_UNKNOWN);
      else if (has_values)
        streek_table_set_number (table, row, 2, values[row], STREEK_STATUS_FINAL);
      if (at_least != NULL && at_least[row])
        streek_table_set_at_least (table, row, 2);
    }

  StreekFigure *figure = streek_figure_new (spec, &data, &error);

  g_assert_no_error (error);
  streek_mesh_unref (data.mesh);

  return figure;
}

static StreekFigure *
make_figure (gboolean has_values)
{
  return make_figure_of (has_values, NULL);
}

static void
assert_chosen (const StreekFigure *figure, const char *text, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) chosen = g_string_new (NULL);
  StreekFigureRule rule;

  g_assert_true (streek_figure_rule_parse (text, &rule, &error));

  g_autoptr (GPtrArray) codes = streek_figure_list_chosen (figure, &rule, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < codes->len; i++)
    g_string_append (chosen, codes->pdata[i]);
  g_test_message ("%s: %s", text, chosen->str);
  g_assert_cmpstr (chosen->str, ==, expected);
}

/* B has at least 4 and A at least 10: more than 3 for certain, less than anything for nobody. */
static void
test_a_sum_with_a_gap_is_below_nothing (void)
{
  static const gboolean at_least[] = { TRUE, TRUE, FALSE, FALSE, FALSE };
  g_autoptr (StreekFigure) figure = make_figure_of (TRUE, at_least);
  const StreekFormat *format = streek_format_get ("nl");
  g_autofree char *value = streek_figure_format_value (figure, 0, format);
  g_autofree char *words = streek_figure_describe_row (figure, 0, format);

  g_assert_cmpstr (value, ==, "≥\u00a010");
  g_assert_nonnull (strstr (words, "at least 10 %"));

  assert_chosen (figure, "> 3", "ABDE");
  assert_chosen (figure, "< 8", "D");
  assert_chosen (figure, "<= 10", "DE");
  assert_chosen (figure, "bottom 1", "D");
  assert_chosen (figure, "top 1", "AE");
}

/* Of 10 4 – 7 10, the first at least: 10 is the first of the three that are whole. */
static void
test_a_sum_with_a_gap_has_no_place (void)
{
  static const gboolean at_least[] = { TRUE, FALSE, FALSE, FALSE, FALSE };
  g_autoptr (StreekFigure) gap = make_figure_of (TRUE, at_least);
  g_autoptr (StreekFigure) whole = make_figure (TRUE);
  guint place, n;

  g_assert_false (streek_figure_find_place (gap, 0, &place, &n));
  g_assert_false (streek_figure_find_place (gap, 2, &place, &n));
  g_assert_true (streek_figure_find_place (gap, 1, &place, &n));
  g_assert_cmpuint (place, ==, 3);
  g_assert_cmpuint (n, ==, 3);
  g_assert_true (streek_figure_find_place (whole, 3, &place, &n));
  g_assert_cmpuint (place, ==, 3);
  g_assert_cmpuint (n, ==, 4);
}

static void
test_chooses_by_value (void)
{
  static const struct
  {
    const char *rule;
    const char *codes;
  } cases[] = {
    { "> 7", "AE" },      { ">= 7", "ADE" },    { "< 7", "B" },     { "<=7", "BD" },
    { "> -1e3", "ABDE" }, { "top 1", "AE" },    { "top 3", "ADE" }, { "top 99", "ABDE" },
    { "bottom 1", "B" },  { "bottom 2", "BD" }, { "missing", "C" }, { "class 1", "B" },
    { "class 2", "ADE" },
  };
  g_autoptr (StreekFigure) figure = make_figure (TRUE);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_chosen (figure, cases[i].rule, cases[i].codes);
}

static void
test_refuses_what_is_no_rule (void)
{
  static const char *const texts[] = { "",         "7",         "> ",          ">= veel",
                                       "top 0",    "top",       "class x",     "class -1",
                                       "class 1,", "class 1,0", "class 1,2,3", "missing ",
                                       "> inf",    "> nan",     "> :02000" };
  StreekFigureRule rule;

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (streek_figure_rule_parse (texts[i], &rule, &error));
      g_assert_error (error, STREEK_FIGURE_ERROR, STREEK_FIGURE_ERROR_INVALID);
    }

  g_assert_true (streek_figure_rule_parse (">= gewest:02000", &rule, NULL));
  g_assert_cmpint (rule.kind, ==, STREEK_FIGURE_RULE_AT_LEAST);
  g_assert_cmpstr (rule.reference, ==, "gewest:02000");
}

static void
test_says_what_the_map_has_not (void)
{
  g_autoptr (StreekFigure) valued = make_figure (TRUE);
  g_autoptr (StreekFigure) plain = make_figure (FALSE);
  g_autoptr (GError) no_class = NULL;
  g_autoptr (GError) no_values = NULL;
  StreekFigureRule third = { .kind = STREEK_FIGURE_RULE_IN_CLASS, .n = 3 };

  g_assert_null (streek_figure_list_chosen (valued, &third, &no_class));
  g_assert_error (no_class, STREEK_FIGURE_ERROR, STREEK_FIGURE_ERROR_INVALID);
  g_assert_null (streek_figure_list_chosen (plain, &third, &no_values));
  g_assert_error (no_values, STREEK_FIGURE_ERROR, STREEK_FIGURE_ERROR_NO_DATA);
}

/* B lies in the lowest class of the one and the middle one of the other; C and D lack one of both.
 */
static StreekFigure *
make_pair (void)
{
  static const gint32 row_of[] = { 0, 1, 2, 3, 4 };
  static const double seconds[] = { 1, 2, 3, NAN, 1 };
  static const char spec_json[] =
    "{\"kind\":\"bivariate\",\"kind-is-automatic\":false,\"set\":\"letter\",\"indicator\":"
    "\"degree\",\"second\":\"other\",\"method\":\"manual\",\"breaks\":[5,8],"
    "\"second-breaks\":[2,3]}";
  g_autoptr (StreekFigureSpec) spec = streek_figure_spec_from_json (spec_json, NULL);
  g_autoptr (StreekTable) table = streek_table_new ();
  g_autoptr (GError) error = NULL;
  StreekFigureData data = {
    .mesh = streek_letters_new_mesh (picture, G_N_ELEMENTS (picture)),
    .n_rows = G_N_ELEMENTS (letters),
    .row_of = row_of,
    .table = table,
    .title = "Letters",
    .context = "Letters",
    .source = "Bron: een tekening.",
    .set_name = "Letters",
    .is_ratio = TRUE,
    .indicator_name = "Graad",
    .second_name = "Tweede",
    .second_is_ratio = TRUE,
  };

  streek_table_add_column (table, "code", "Code", STREEK_COLUMN_TEXT, NULL, 0);
  streek_table_add_column (table, "name", "Naam", STREEK_COLUMN_TEXT, NULL, 0);
  streek_table_add_column (table, "value", "Graad", STREEK_COLUMN_NUMBER, "%", 0);
  streek_table_add_column (table, "second", "Tweede", STREEK_COLUMN_NUMBER, "%", 0);
  for (guint row = 0; row < G_N_ELEMENTS (letters); row++)
    {
      streek_table_add_row (table);
      streek_table_set_text (table, row, 0, letters[row]);
      streek_table_set_text (table, row, 1, letters[row]);
      for (guint i = 0; i < 2; i++)
        {
          double value = i == 0 ? values[row] : seconds[row];

          if (isnan (value))
            streek_table_set_missing (table, row, 2 + i, STREEK_MISSING_UNKNOWN);
          else
            streek_table_set_number (table, row, 2 + i, value, STREEK_STATUS_FINAL);
        }
    }

  StreekFigure *figure = streek_figure_new (spec, &data, &error);

  g_assert_no_error (error);
  streek_mesh_unref (data.mesh);

  return figure;
}

static void
test_two_indicators_have_a_class_of_each (void)
{
  g_autoptr (StreekFigure) pair = make_pair ();
  g_autoptr (StreekFigure) single = make_figure (TRUE);
  const StreekFigureRule refused[] = {
    { .kind = STREEK_FIGURE_RULE_IN_CLASS, .n = 3 },
    { .kind = STREEK_FIGURE_RULE_IN_CLASS, .n = 4, .n_second = 1 },
    { .kind = STREEK_FIGURE_RULE_IN_CLASS, .n = 1, .n_second = 4 },
  };
  const StreekFigureRule both = { .kind = STREEK_FIGURE_RULE_IN_CLASS, .n = 1, .n_second = 1 };
  g_autoptr (GError) of_one = NULL;

  assert_chosen (pair, "class 3,1", "AE");
  assert_chosen (pair, "class 1,2", "B");
  assert_chosen (pair, "class 2,1", "");
  assert_chosen (pair, "missing", "CD");

  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (streek_figure_list_chosen (pair, &refused[i], &error));
      g_assert_error (error, STREEK_FIGURE_ERROR, STREEK_FIGURE_ERROR_INVALID);
    }

  g_assert_null (streek_figure_list_chosen (single, &both, &of_one));
  g_assert_error (of_one, STREEK_FIGURE_ERROR, STREEK_FIGURE_ERROR_INVALID);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figure/rule/a-sum-with-a-gap-has-no-place",
                   test_a_sum_with_a_gap_has_no_place);
  g_test_add_func ("/figure/rule/chooses-by-value", test_chooses_by_value);
  g_test_add_func ("/figure/rule/a-sum-with-a-gap-is-below-nothing",
                   test_a_sum_with_a_gap_is_below_nothing);
  g_test_add_func ("/figure/rule/refuses-what-is-no-rule", test_refuses_what_is_no_rule);
  g_test_add_func ("/figure/rule/says-what-the-map-has-not", test_says_what_the_map_has_not);
  g_test_add_func ("/figure/rule/two-indicators-have-a-class-of-each",
                   test_two_indicators_have_a_class_of_each);

  return g_test_run ();
}
