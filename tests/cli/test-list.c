/* test-list.c: `streek list` of what people keep: projects, actions, organisations */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cli-runner.h"

#include "actor/streek-organisation.h"
#include "plan/streek-pact.h"
#include "plan/streek-plan-item.h"
#include "project/streek-project.h"
#include "workspace/streek-record-edits.h"

#include <glib/gstdio.h>
#include <string.h>

static gint64
add (StreekRecordChanges *changes, const StreekRecordKind *kind, const char *title)
{
  gint64 id = streek_record_changes_add (changes, kind);

  streek_record_changes_set_text (changes, kind, id, kind->title, title);

  return id;
}

/* Two projects, one in Kortrijk with a partner; a plan of a goal with an action. */
static void
fill (StreekRecordChanges *changes)
{
  gint64 diest = add (changes, &streek_organisation_kind, "Stad Diest");
  gint64 warm = add (changes, &streek_project_kind, "Warmtenet");
  gint64 partner = streek_record_changes_add (changes, &streek_project_partner_kind);
  gint64 area = streek_record_changes_add (changes, &streek_project_area_kind);
  gint64 pact = add (changes, &streek_pact_kind, "Streekpact");
  gint64 goal = add (changes, &streek_plan_item_kind, "Doel");
  gint64 action = add (changes, &streek_plan_item_kind, "Actie");

  add (changes, &streek_project_kind, "Bos");
  streek_record_changes_set_text (changes, &streek_project_kind, warm, STREEK_PROJECT_STATUS,
                                  "running");
  streek_record_changes_set_text (changes, &streek_project_kind, warm, STREEK_PROJECT_AIM,
                                  "Fjernvarmebuizen leggen");
  streek_record_changes_set_number (changes, &streek_project_kind, warm, STREEK_PROJECT_BUDGET,
                                    1250.5);
  streek_record_changes_set_day (changes, &streek_project_kind, warm, STREEK_PROJECT_STARTS,
                                 streek_date_from_ymd (2026, 3, 1));
  streek_record_changes_set_reference (changes, &streek_project_partner_kind, partner,
                                       STREEK_PROJECT_PARTNER_PROJECT, warm);
  streek_record_changes_set_reference (changes, &streek_project_partner_kind, partner,
                                       STREEK_PROJECT_PARTNER_ORGANISATION, diest);
  streek_record_changes_set_text (changes, &streek_project_partner_kind, partner,
                                  STREEK_PROJECT_PARTNER_ROLE, "partner");
  streek_record_changes_set_reference (changes, &streek_project_area_kind, area,
                                       STREEK_PROJECT_AREA_PROJECT, warm);
  streek_record_changes_set_text (changes, &streek_project_area_kind, area,
                                  STREEK_PROJECT_AREA_AREA, "gemeente:34022");
  streek_record_changes_set_text (changes, &streek_pact_kind, pact, STREEK_PACT_KIND, "streekpact");
  streek_record_changes_set_text (changes, &streek_pact_kind, pact, STREEK_PACT_AREA,
                                  "provincie:30000");
  streek_record_changes_set_reference (changes, &streek_plan_item_kind, goal, STREEK_PLAN_ITEM_PACT,
                                       pact);
  streek_record_changes_set_reference (changes, &streek_plan_item_kind, action,
                                       STREEK_PLAN_ITEM_PACT, pact);
  streek_record_changes_set_reference (changes, &streek_plan_item_kind, action,
                                       STREEK_PLAN_ITEM_PARENT, goal);
  streek_record_changes_set_number (changes, &streek_plan_item_kind, goal, STREEK_PLAN_ITEM_RANK,
                                    1);
  streek_record_changes_set_number (changes, &streek_plan_item_kind, action, STREEK_PLAN_ITEM_RANK,
                                    2);
}

static void
make_workspace (void)
{
  g_autofree char *path = g_build_filename (cli_get_folder (), "l.streek", NULL);
  g_autoptr (GError) error = NULL;

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return;

  g_autoptr (StreekWorkspace) workspace = streek_workspace_create (path, FALSE, NULL, &error);
  g_autoptr (StreekRecordChanges) changes = streek_record_changes_new ();

  g_assert_no_error (error);
  fill (changes);
  streek_edits_write_records (workspace, changes, "Test", NULL, NULL, &error);
  g_assert_no_error (error);
  streek_workspace_close (workspace);
}

/* A line of the CSV without its first cell, which is an id. */
static void
assert_lists (const char *line, const char *header, const char *rest)
{
  g_auto (CliResult) result = cli_run (line);
  g_auto (GStrv) lines = g_strsplit (result.out, "\n", -1);
  g_autoptr (GString) found = g_string_new (NULL);

  g_test_message ("%s: %s", line, result.err);
  g_assert_cmpint (result.status, ==, 0);
  g_assert_cmpstr (lines[0], ==, header);

  for (guint i = 1; lines[i] != NULL && *lines[i] != '\0'; i++)
    g_string_append_printf (found, "%s|", strchr (lines[i], ',') + 1);

  g_assert_cmpstr (found->str, ==, rest);
}

static void
test_lists (void)
{
  static const struct
  {
    const char *line;
    const char *header;
    const char *rest;
  } cases[] = {
    { "list DIR/l.streek projects --columns name,status,starts,budget,project_partner,project_area",
      "id,name,status,starts,budget,project_partner,project_area",
      "Bos,,,,,|Warmtenet,running,2026-03-01,1250.5,Stad Diest (partner),gemeente:34022|" },
    { "list DIR/l.streek projects --columns name --filter FJERN", "id,name", "Warmtenet|" },
    { "list DIR/l.streek projects --columns name --filter stad --area provincie:30000", "id,name",
      "Warmtenet|" },
    { "list DIR/l.streek projects --columns name --area gemeente:31005", "id,name", "" },
    { "list DIR/l.streek actions --columns title,pact", "id,title,pact", "Actie,Streekpact|" },
    { "list DIR/l.streek actions --columns title --area gemeente:34022", "id,title", "" },
    { "list DIR/l.streek actions --columns title --area gewest:02000", "id,title", "Actie|" },
    { "list DIR/l.streek goals --columns title", "id,title", "Doel|Actie|" },
    { "list DIR/l.streek actions --columns title,path,due", "id,title,path,due",
      "Actie,Doel,Without timing|" },
    { "list DIR/l.streek project --columns name --filter bos", "id,name", "Bos|" },
    { "list DIR/l.streek organisations --columns name", "id,name", "Stad Diest|" },
  };

  make_workspace ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_lists (cases[i].line, cases[i].header, cases[i].rest);
}

static void
test_all_columns_and_json (void)
{
  make_workspace ();

  g_auto (CliResult) all = cli_run ("list DIR/l.streek projects --columns all");
  g_auto (CliResult) json = cli_run ("list DIR/l.streek projects --columns name,budget --json");

  g_assert_true (g_str_has_prefix (all.out, "id,name,acronym,programme,"));
  g_assert_nonnull (strstr (all.out, ",project_item,"));
  g_assert_nonnull (strstr (json.out, "\"budget\":1250.5"));
}

static void
test_writes_files (void)
{
  static const struct
  {
    const char *name;
    const char *start;
  } cases[] = { { "l.csv", "id,name\n" }, { "l.xlsx", "PK" }, { "l.ods", "PK" } };

  make_workspace ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *line = g_strdup_printf (
        "list DIR/l.streek projects --columns name --output DIR/%s", cases[i].name);
      gsize length;

      cli_run_quietly (line);

      g_autofree char *bytes = cli_read_output (cases[i].name, &length);

      g_assert_true (length > 0 && g_str_has_prefix (bytes, cases[i].start));
    }
}

/* A3 is 297 by 420 mm: 841.889764 by 1190.551181 points of 1/72 inch. */
static void
test_prints_on_paper (void)
{
  gsize length;

  make_workspace ();
  cli_run_quietly ("list DIR/l.streek projects -o DIR/l.pdf --size 297x420mm");

  g_autofree char *bytes = cli_read_output ("l.pdf", &length);

  g_assert_true (cli_holds (bytes, length, "841.889764 1190.551181 ]"));
}

static void
test_refuses (void)
{
  static const CliRefusal refusals[] = {
    { "list DIR/l.streek dragons", 2, "projects" },
    { "list DIR/l.streek projects --kind haven", 2, "--kind" },
    { "list DIR/l.streek places --columns name", 2, "--columns" },
    { "list DIR/l.streek projects --columns name,colour", 1, "colour" },
    { "list DIR/l.streek projects --area gemeente:99999", 1, "99999" },
    { "list DIR/l.streek projects -o DIR/l.html", 1, ".xlsx" },
    { "list DIR/l.streek projects -o DIR/l.csv --json", 2, "--json" },
    { "list DIR/l.streek places -o DIR/l.csv", 2, "--output" },
    { "list DIR/l.streek places --size A3", 2, "--size" },
    { "list DIR/l.streek projects --size A3", 2, ".pdf" },
    { "list DIR/l.streek projects -o DIR/l.csv --size A3", 2, ".pdf" },
    { "list DIR/l.streek projects -o DIR/l.pdf --size B7", 2, "--size" },
    { "list DIR/l.streek projects --area Kortrijk", 2, "--area" },
  };

  make_workspace ();
  cli_assert_refused (refusals, G_N_ELEMENTS (refusals));
}

static void
add_tests (void)
{
  g_test_add_func ("/cli/list/lists", test_lists);
  g_test_add_func ("/cli/list/all-columns-and-json", test_all_columns_and_json);
  g_test_add_func ("/cli/list/writes-files", test_writes_files);
  g_test_add_func ("/cli/list/prints-on-paper", test_prints_on_paper);
  g_test_add_func ("/cli/list/refuses", test_refuses);
}

int
main (int argc, char **argv)
{
  return cli_main (argc, argv, add_tests);
}
