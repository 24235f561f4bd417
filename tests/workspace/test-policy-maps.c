/* test-policy-maps.c: maps with the limits of a policy, from keeping them to taking them back */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "workspace/streek-definition-edits.h"
#include "workspace/streek-edits.h"
#include "workspace/streek-map-groups.h"
#include "workspace/streek-texts.h"
#include "workspace-fixture.h"

#include <math.h>
#include <string.h>

/* Made up for this test. */
static const char *const ageing[STREEK_POLICY_N_TEXTS] = {
  "6f2a1d2e-4f0b-4a57-9c52-0d9c3a3f5b11",
  "Vergrijzing",
  "10\n20\n25",
  "jong\nmidden\noud\nzeer oud",
  "Testplan",
  "2015",
  "2025",
};

#define MAP                                                                                        \
  "{\"set\":\"gemeente\",\"within\":\"provincie:30000\",\"indicator\":\"share_65plus\","           \
  "\"method\":\"policy\","

static void
set_up (WorkspaceFixture *fixture, gconstpointer data)
{
  workspace_fixture_set_up_example (fixture, data);
  streek_edits_keep_policy_limits_async (fixture->workspace, "share_65plus", "Aandeel 65-plussers",
                                         ageing, workspace_fixture_edited_cb, fixture);
  g_main_loop_run (fixture->loop);
  g_assert_no_error (fixture->error);
}

static StreekFigure *
make (WorkspaceFixture *fixture, const char *json, GError **error)
{
  g_autoptr (StreekFigureSpec) spec = streek_figure_spec_from_json (json, error);

  return spec != NULL ? streek_workspace_make_figure (fixture->workspace, spec, NULL, error) : NULL;
}

static StreekFigure *
make_right (WorkspaceFixture *fixture, const char *json)
{
  g_autoptr (GError) error = NULL;
  StreekFigure *figure = make (fixture, json, &error);

  g_assert_no_error (error);

  return figure;
}

/* Counted one by one in the values that the table shows, rounded as it shows them. */
static void
assert_counts (StreekFigure *figure)
{
  const double limits[] = { -INFINITY, 10, 20, 25, INFINITY };
  StreekTable *table = streek_figure_get_table (figure);
  guint column = (guint) streek_table_find_column (table, "value");
  StreekClasses *classes = streek_figure_get_classes (figure);

  g_assert_cmpuint (streek_classes_get_n (classes), ==, 4);

  for (guint class = 0; class < 4; class ++)
    {
      guint n = 0;

      for (guint row = 0; row < streek_table_get_n_rows (table); row++)
        {
          double shown = round (streek_table_get_number (table, row, column) * 10) / 10;

          n += shown >= limits[class] && shown < limits[class + 1];
        }

      g_assert_cmpuint (streek_classes_get_count (classes, class), ==, n);
    }
}

/* Nobody in West-Vlaanderen has less than 10 %, and that class is there all the same. */
static void
test_map_shows_what_the_policy_says (WorkspaceFixture *fixture, gconstpointer data)
{
  g_autoptr (StreekFigure) figure = make_right (fixture, MAP "\"period\":\"2020\"}");
  const StreekFormat *dutch = streek_format_get ("nl");
  g_autofree char *first = streek_figure_dup_legend_label (figure, 0, dutch);
  g_autofree char *last = streek_figure_dup_legend_label (figure, 3, dutch);
  g_autofree char *row = streek_figure_describe_row (figure, 0, dutch);

  assert_counts (figure);
  g_assert_cmpuint (streek_classes_get_count (streek_figure_get_classes (figure), 0), ==, 0);
  g_assert_cmpstr (first, ==, "jong: < 10,0");
  g_assert_cmpstr (last, ==, "zeer oud: ≥ 25,0");
  g_assert_nonnull (strstr (row, " of 4 ("));
  g_assert_cmpstr (streek_figure_get_policy_name (figure), ==, "Vergrijzing");
  g_assert_nonnull (strstr (streek_figure_get_source (figure), "“Vergrijzing”: Testplan."));
  for (guint i = 0; streek_figure_get_notes (figure)[i] != NULL; i++)
    g_assert_null (strstr (streek_figure_get_notes (figure)[i], "Vergrijzing"));
}

static gboolean
has_note (StreekFigure *figure, const char *note)
{
  return g_strv_contains (streek_figure_get_notes (figure), note);
}

static void
test_other_times_are_said (WorkspaceFixture *fixture, gconstpointer data)
{
  g_autoptr (StreekFigure) figure = make_right (fixture, MAP "\"period\":\"2009\"}");

  assert_counts (figure);
  g_assert_true (has_note (figure, "The limits “Vergrijzing” hold 2015–2025; the map shows 2009."));
}

/* Whatever they are seen beside: the same classes, and one legend for all. */
static void
test_maps_and_periods_have_the_same_classes (WorkspaceFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekFigureSpec) spec = streek_figure_spec_from_json (
    MAP "\"policy\":\"Vergrijzing\",\"period\":\"2020\",\"beside\":[{\"period\":\"2001\"}]}", NULL);
  g_autoptr (StreekMapGroup) group =
    streek_workspace_make_map_group (fixture->workspace, spec, NULL, &error);
  g_autoptr (StreekFigure) series =
    make_right (fixture, MAP "\"period\":\"2001\",\"limits\":\"series\"}");

  g_assert_no_error (error);
  g_assert_true (streek_map_group_has_one_legend (group));
  assert_counts (streek_map_group_get_figure (group, 0));
  assert_counts (streek_map_group_get_figure (group, 1));
  assert_counts (series);
  g_assert_null (streek_figure_get_limits_words (series));
}

static void
test_what_cannot_be_is_refused (WorkspaceFixture *fixture, gconstpointer data)
{
  static const char *const cases[] = {
    MAP "\"policy\":\"Iets anders\"}",
    MAP "\"zero-class\":true}",
    MAP "\"kind\":\"change\",\"kind-is-automatic\":false}",
    MAP "\"kind\":\"bivariate\",\"second\":\"pop_total\",\"kind-is-automatic\":false}",
    "{\"set\":\"gemeente\",\"indicator\":\"pop_total\",\"method\":\"policy\"}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (make (fixture, cases[i], &error));
      g_assert_true (error->domain == STREEK_FIGURE_ERROR ||
                     error->domain == STREEK_INDICATOR_ERROR);
    }
}

/* The circles of a count may lie over them. */
static void
test_circles_lie_over_policy_classes (WorkspaceFixture *fixture, gconstpointer data)
{
  g_autoptr (StreekFigure) figure =
    make_right (fixture, MAP "\"period\":\"2020\",\"kind\":\"combined\",\"second\":\"pop_total\","
                             "\"kind-is-automatic\":false}");

  assert_counts (figure);
  g_assert_true (streek_figure_has_circles (figure));
}

static void
on_indexed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  WorkspaceFixture *fixture = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekSearchIndex) index =
    streek_texts_index_finish (fixture->workspace, result, &error);
  const char *const questions[] = { "vergrijzing", "testplan", "zeer oud" };

  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    {
      g_autoptr (GPtrArray) hits = streek_search_index_find (index, questions[i], 50);
      gboolean is_found = FALSE;

      for (guint h = 0; h < hits->len; h++)
        is_found |= g_str_equal (((StreekSearchHit *) hits->pdata[h])->key, "share_65plus");
      g_assert_true (is_found);
    }
  g_main_loop_quit (fixture->loop);
}

/* By their name, by who fixed them, and by the words of their classes. */
static void
test_indicator_is_found_by_them (WorkspaceFixture *fixture, gconstpointer data)
{
  streek_texts_index_async (fixture->workspace, NULL, NULL, on_indexed_cb, fixture);
  g_main_loop_run (fixture->loop);
}

static void
test_keeping_is_undone (WorkspaceFixture *fixture, gconstpointer data)
{
  StreekStore *store = streek_workspace_get_store (fixture->workspace);
  g_autofree char *name = streek_store_dup_undo_message (store);
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) gone = NULL;

  g_assert_cmpstr (name, ==, "Keep the policy limits Vergrijzing of Aandeel 65-plussers");
  g_assert_true (streek_store_undo (store, NULL, &error));
  g_assert_no_error (error);
  g_assert_null (make (fixture, MAP "\"policy\":\"6f2a1d2e-4f0b-4a57-9c52-0d9c3a3f5b11\"}", &gone));
  g_assert_error (gone, STREEK_INDICATOR_ERROR, STREEK_INDICATOR_ERROR_INVALID);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/workspace/policy-maps/show-what-the-policy-says", WorkspaceFixture, NULL, set_up,
              test_map_shows_what_the_policy_says, workspace_fixture_tear_down);
  g_test_add ("/workspace/policy-maps/other-times-are-said", WorkspaceFixture, NULL, set_up,
              test_other_times_are_said, workspace_fixture_tear_down);
  g_test_add ("/workspace/policy-maps/have-the-same-classes", WorkspaceFixture, NULL, set_up,
              test_maps_and_periods_have_the_same_classes, workspace_fixture_tear_down);
  g_test_add ("/workspace/policy-maps/what-cannot-be-is-refused", WorkspaceFixture, NULL, set_up,
              test_what_cannot_be_is_refused, workspace_fixture_tear_down);
  g_test_add ("/workspace/policy-maps/circles-lie-over-them", WorkspaceFixture, NULL, set_up,
              test_circles_lie_over_policy_classes, workspace_fixture_tear_down);
  g_test_add ("/workspace/policy-maps/indicator-is-found-by-them", WorkspaceFixture, NULL, set_up,
              test_indicator_is_found_by_them, workspace_fixture_tear_down);
  g_test_add ("/workspace/policy-maps/keeping-is-undone", WorkspaceFixture, NULL, set_up,
              test_keeping_is_undone, workspace_fixture_tear_down);

  return g_test_run ();
}
