/* test-atlas-spec.c: what an atlas asks for, as a file keeps it, and what is refused */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "figure/streek-atlas-spec.h"
#include "figure/streek-figure.h"

#include <string.h>

/* Every member has another value than that of a new spec. */
static StreekAtlasSpec *
make_full_spec (void)
{
  StreekAtlasSpec *spec = streek_atlas_spec_new ();
  const char *const areas[] = { "arrondissement:34000", "arrondissement:31000", NULL };
  const char *const indicators[] = { "pop_total", "share_65plus", NULL };
  const char *const references[] = { "gewest:02000", NULL };

  spec->set = g_strdup ("arrondissement");
  spec->within = g_strdup ("provincie:30000");
  spec->areas = g_strdupv ((char **) areas);
  spec->indicators = g_strdupv ((char **) indicators);
  spec->references = g_strdupv ((char **) references);
  spec->period = streek_period_from_year (2020);
  spec->since = streek_period_from_year (2001);
  spec->on = streek_period_get_first_day (streek_period_from_year (2019));
  spec->view = STREEK_ATLAS_VIEW_ALL;
  spec->map = streek_figure_spec_new ();
  spec->map->set = g_strdup ("gemeente");
  spec->map->indicator = g_strdup ("share_65plus");
  spec->map->n_classes = 4;
  spec->chart = STREEK_ATLAS_CHART_RANKING;
  spec->chart_indicator = g_strdup ("pop_density");
  spec->contents = TRUE;
  spec->format = STREEK_PAPER_SLIDE;
  spec->landscape = FALSE;
  spec->grey = TRUE;
  spec->title = g_strdup ("Onze \"streken\"");

  return spec;
}

static void
test_json_gives_the_same_spec (void)
{
  g_autoptr (StreekAtlasSpec) spec = make_full_spec ();
  g_autoptr (StreekAtlasSpec) copy = streek_atlas_spec_copy (spec);
  g_autofree char *json = streek_atlas_spec_to_json (spec);
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekAtlasSpec) read = streek_atlas_spec_from_json (json, &error);

  g_assert_no_error (error);
  g_assert_true (streek_atlas_spec_equal (spec, copy));
  g_assert_true (streek_atlas_spec_equal (spec, read));
  g_assert_true (streek_atlas_spec_is_json (json));
  g_assert_null (strchr (json, '\n'));

  g_strfreev (read->areas);
  read->areas = NULL;
  g_assert_false (streek_atlas_spec_equal (spec, read));
}

static void
test_other_kinds_are_no_atlas (void)
{
  g_assert_false (streek_atlas_spec_is_json (NULL));
  g_assert_false (streek_atlas_spec_is_json ("no json"));
  g_assert_false (streek_atlas_spec_is_json ("{\"kind\":\"line\"}"));
  g_assert_false (streek_atlas_spec_is_json ("{\"kind\":3}"));
}

static void
test_hostile_words_are_refused (void)
{
  static const char *const cases[] = {
    "",
    "[]",
    "{\"kind\":\"choropleth\"}",
    "{\"kind\":\"atlas\",\"view\":\"moon\"}",
    "{\"kind\":\"atlas\",\"chart\":\"pie\"}",
    "{\"kind\":\"atlas\",\"paper\":\"A0\"}",
    "{\"kind\":\"atlas\",\"period\":\"yesterday\"}",
    "{\"kind\":\"atlas\",\"indicators\":\"pop_total\"}",
    "{\"kind\":\"atlas\",\"indicators\":[1,2]}",
    "{\"kind\":\"atlas\",\"map\":\"all\"}",
    "{\"kind\":\"atlas\",\"map\":{\"kind\":\"atlas\"}}",
    "{\"kind\":\"atlas\",\"map\":{\"classes\":-1}}",
    "{\"kind\":\"atlas\",\"contents\":\"yes\"}",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (StreekAtlasSpec) spec = streek_atlas_spec_from_json (cases[i], &error);

      g_test_message ("%s", cases[i]);
      g_assert_null (spec);
      g_assert_nonnull (error);
    }
}

/* What can be read and can never be drawn. */
static void
test_contradictions_are_said (void)
{
  static const char *const cases[] = {
    "{\"kind\":\"atlas\",\"indicators\":[\"a\"]}",
    "{\"kind\":\"atlas\",\"set\":\"s\"}",
    "{\"kind\":\"atlas\",\"set\":\"s\",\"indicators\":[\"a\"],\"view\":\"all\"}",
    "{\"kind\":\"atlas\",\"set\":\"s\",\"indicators\":[\"a\"],\"view\":\"all\",\"map\":{}}",
    "{\"kind\":\"atlas\",\"set\":\"s\",\"indicators\":[\"a\"],\"references\":[\"s:1\",\"s:2\","
    "\"s:3\",\"s:4\"]}",
    "{\"kind\":\"atlas\",\"set\":\"s\",\"indicators\":[\"a\",\"b\",\"c\",\"d\",\"e\",\"f\",\"g\","
    "\"h\",\"i\",\"j\",\"k\",\"l\",\"m\"]}",
    "{\"kind\":\"atlas\",\"set\":\"s\",\"indicators\":[\"a\"],\"view\":\"all\",\"map\":{\"set\":"
    "\"s\","
    "\"indicator\":\"a\",\"multiples\":{\"most\":4}}}",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (StreekAtlasSpec) spec = streek_atlas_spec_from_json (cases[i], &error);

      g_test_message ("%s", cases[i]);
      g_assert_no_error (error);
      g_assert_false (streek_atlas_spec_check (spec, &error));
      g_assert_error (error, STREEK_FIGURE_ERROR, STREEK_FIGURE_ERROR_INVALID);
    }
}

/* ISO 216 in millimetres; a slide of 16:9 is 13 1/3 by 7 1/2 inches. */
static void
test_papers_have_their_size (void)
{
  StreekSize lying = streek_paper_format_get_size (STREEK_PAPER_A4, TRUE);
  StreekSize standing = streek_paper_format_get_size (STREEK_PAPER_A3, FALSE);
  StreekSize slide = streek_paper_format_get_size (STREEK_PAPER_SLIDE, FALSE);
  StreekPaperFormat format;

  g_assert_cmpfloat_with_epsilon (lying.width, 297 / 25.4 * 72, 1e-6);
  g_assert_cmpfloat_with_epsilon (lying.height, 210 / 25.4 * 72, 1e-6);
  g_assert_cmpfloat_with_epsilon (standing.height, 420 / 25.4 * 72, 1e-6);
  g_assert_cmpfloat_with_epsilon (slide.width, 40.0 / 3 * 72, 1e-6);
  g_assert_cmpfloat_with_epsilon (slide.height, 7.5 * 72, 1e-6);
  g_assert_true (streek_paper_format_from_id ("16:9", &format));
  g_assert_cmpint (format, ==, STREEK_PAPER_SLIDE);
  g_assert_false (streek_paper_format_from_id ("4:3", &format));
  g_assert_false (streek_paper_format_from_id (NULL, &format));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figure/atlas-spec/json-gives-the-same-spec", test_json_gives_the_same_spec);
  g_test_add_func ("/figure/atlas-spec/other-kinds-are-no-atlas", test_other_kinds_are_no_atlas);
  g_test_add_func ("/figure/atlas-spec/hostile-words-are-refused", test_hostile_words_are_refused);
  g_test_add_func ("/figure/atlas-spec/contradictions-are-said", test_contradictions_are_said);
  g_test_add_func ("/figure/atlas-spec/papers-have-their-size", test_papers_have_their_size);

  return g_test_run ();
}
