/* test-group-page.c: how a target group of the example fares, and what is done for it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "workspace/streek-group-page.h"

#include "plan/streek-target-group.h"
#include "workspace-fixture.h"
#include "workspace/streek-record-edits.h"

#include <string.h>

static gint64
find_group (StreekWorkspace *workspace, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekRecords) records = streek_workspace_dup_records (workspace, &error);
  guint n;
  const StreekRecord *const *groups = streek_records_list (records, &streek_target_group_kind, &n);

  g_assert_no_error (error);
  for (guint i = 0; i < n; i++)
    if (streek_record_is (groups[i], STREEK_TARGET_GROUP_NAME, name))
      return streek_record_get_id (groups[i]);

  return 0;
}

static StreekGroupPage *
make_page (StreekWorkspace *workspace, const char *name, const char *area)
{
  g_autoptr (GError) error = NULL;
  StreekGroupPage *page =
    streek_workspace_make_group_page (workspace, find_group (workspace, name), area, NULL, &error);

  g_assert_no_error (error);

  return page;
}

static void
close_workspace (StreekWorkspace *workspace)
{
  streek_workspace_close (workspace);
  g_object_unref (workspace);
}

static void
assert_deeds (const StreekGroupPage *page, StreekGroupPart part, const char *expected)
{
  const GPtrArray *deeds = streek_group_page_get_deeds (page, part);
  g_autoptr (GString) titles = g_string_new (NULL);

  for (guint i = 0; i < deeds->len; i++)
    g_string_append_printf (titles, "%s%s", i > 0 ? "; " : "",
                            ((const StreekGroupDeed *) deeds->pdata[i])->title);
  g_assert_cmpstr (titles->str, ==, expected);
}

/* Statbel: 32.784 establishments in Midden-West-Vlaanderen at the end of 2018, 38.515 at that of
 * 2023: 5.731 more, 17,48 %. The plan that names the group is of that area. */
static void
test_starters_fare_better (void)
{
  StreekWorkspace *workspace = workspace_fixture_open_example ();
  g_autoptr (StreekGroupPage) page = make_page (workspace, "Starters", NULL);
  const GPtrArray *indicators = streek_group_page_get_indicators (page);

  g_assert_cmpstr (streek_group_page_get_area (page), ==, "RESOC:RESOC_MWVL");
  g_assert_cmpuint (indicators->len, ==, 1);

  const StreekGroupIndicator *indicator = indicators->pdata[0];

  g_assert_cmpstr (
    indicator->words, ==,
    "from 32,784 vestigingen (Q4 2018) to 38,515 vestigingen (Q4 2023), +17.5 %: more "
    "favourable");
  g_assert_cmpint (indicator->kind, ==, STREEK_COURSE_BETTER);
  g_assert_nonnull (indicator->chart);
  assert_deeds (page, STREEK_GROUP_ITEMS, "Nieuwe ondernemers; Provinciale actie voor starters");
  assert_deeds (page, STREEK_GROUP_YEAR_ACTIONS, "");
  assert_deeds (page, STREEK_GROUP_PROJECTS, "Provinciale actie voor starters");
  g_assert_null (streek_group_page_get_remarks (page)[0]);
  close_workspace (workspace);
}

static void
test_says_what_is_missing (void)
{
  StreekWorkspace *workspace = workspace_fixture_open_example ();
  g_autoptr (StreekGroupPage) page =
    make_page (workspace, "Leerlingen in het deeltijds onderwijs", "RESOC:RESOC_MWVL");
  const char *const *remarks = streek_group_page_get_remarks (page);
  g_autoptr (StreekTable) table = streek_group_page_make_table (page);

  g_assert_cmpstr (remarks[0], ==, "No indicator says how this group fares.");
  g_assert_cmpstr (remarks[1], ==, "No open action of a plan or of a year is for this group.");
  g_assert_cmpstr (remarks[2], ==, "No project is for this group.");
  g_assert_cmpuint (streek_table_get_n_rows (table), ==, 0);
  close_workspace (workspace);
}

/* The course stands over what is done, and notes say what has no figure. */
static void
test_is_printed (void)
{
  StreekWorkspace *workspace = workspace_fixture_open_example ();
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekGroupPage) page =
    make_page (workspace, "Jongeren met een afstand tot de arbeidsmarkt", NULL);
  StreekLayoutOptions options = { .size = { 842, 595 },
                                  .theme = streek_theme_get_print (),
                                  .format = streek_format_get ("en"),
                                  .language = "en",
                                  .hovered = -1 };
  g_autoptr (GPtrArray) sheets = streek_group_page_layout (page, &options, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (sheets->len, ==, 1);

  g_autofree char *text = streek_scene_to_text (sheets->pdata[0]);
  const char *course = strstr (text, "34,952");
  const char *done = strstr (text, "What Is Done");

  g_assert_true (course != NULL && done != NULL && course < done);
  g_assert_nonnull (strstr (text, "Jaarprogramma ROSE 2025"));
  g_assert_nonnull (strstr (text, "There are no figures of"));
  close_workspace (workspace);
}

static void
test_knows_no_such_group (void)
{
  StreekWorkspace *workspace = workspace_fixture_open_example ();
  g_autoptr (GError) error = NULL;

  g_assert_null (streek_workspace_make_group_page (workspace, 1, NULL, NULL, &error));
  g_assert_error (error, STREEK_RECORD_ERROR, STREEK_RECORD_ERROR_UNKNOWN);
  close_workspace (workspace);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/workspace/group-page/starters-fare-better", test_starters_fare_better);
  g_test_add_func ("/workspace/group-page/says-what-is-missing", test_says_what_is_missing);
  g_test_add_func ("/workspace/group-page/is-printed", test_is_printed);
  g_test_add_func ("/workspace/group-page/knows-no-such-group", test_knows_no_such_group);

  return g_test_run ();
}
