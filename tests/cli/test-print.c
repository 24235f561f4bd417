/* test-print.c: `streek print`: matrices, boards and maps of plans as pages */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cli-runner.h"

#include "plan/streek-follow-up.h"
#include "plan/streek-pact.h"
#include "plan/streek-plan-item.h"
#include "workspace/streek-progress-edits.h"

#include <string.h>

/* The map, and the list of its eight bodies on the next page. */
static void
test_role_map (void)
{
  gsize length;

  cli_run_quietly ("print FILE role-map --show role -o DIR/kaart.pdf");

  g_autofree char *pdf = cli_read_output ("kaart.pdf", &length);

  g_assert_cmpint (strncmp (pdf, "%PDF-", 5), ==, 0);
  cli_run_quietly ("print FILE role-map -o DIR/kaart.csv");

  g_autofree char *csv = cli_read_output ("kaart.csv", &length);
  g_assert_nonnull (strstr (csv, "RESOC_BRUGGE,RESOC Brugge,Brugge,"));
  g_assert_nonnull (strstr (csv, "RESOC_ZWVL,RESOC Zuid-West-Vlaanderen,Zuid-West-Vlaanderen,"));
}

/* The partnership of the Westhoek says that it has seventeen members, and these are entered. */
static void
test_members (void)
{
  gsize length;

  cli_run_quietly ("print FILE members -o DIR/leden.csv");

  g_autofree char *csv = cli_read_output ("leden.csv", &length);

  g_assert_nonnull (strstr (csv, "17 of 17"));
  g_assert_nonnull (strstr (csv, "Stad Ieper,Member"));
}

/* RESOC Brugge went on as another one in 2016: its roles are those of a day before. */
static void
test_roles_of_a_day (void)
{
  gsize length;

  cli_run_quietly ("print FILE roles --on 2010-01-01 -o DIR/toen.csv");
  cli_run_quietly ("print FILE roles --on 2020-01-01 -o DIR/later.csv");

  g_autofree char *then = cli_read_output ("toen.csv", &length);
  g_autofree char *later = cli_read_output ("later.csv", &length);

  g_assert_nonnull (strstr (then, "Coordinating (In certain cases)"));
  g_assert_null (strstr (later, "Coordinating (In certain cases)"));
}

/* The example has one adjustment, of an action of 2024 that carries out an action of ROSE. */
static void
test_adjustments (void)
{
  gsize length;

  cli_run_quietly ("print FILE adjustments --plan sociale -o DIR/bij.csv");

  g_autofree char *csv = cli_read_output ("bij.csv", &length);

  g_assert_nonnull (strstr (csv, "Bespreken in 2025"));
  g_assert_nonnull (strstr (csv, "Actiegroep ROSE"));
}

/* The first of the updates of 2024, and not those of the months after it. */
static void
test_progress (void)
{
  gsize length;

  cli_run_quietly ("print FILE progress --plan sociale --on 2024-06-28 -o DIR/juni.csv");

  g_autofree char *csv = cli_read_output ("juni.csv", &length);

  g_assert_nonnull (strstr (csv, "28 June 2024"));
  g_assert_null (strstr (csv, "20 December 2024"));
  cli_run_quietly ("print FILE progress --plan sociale -o DIR/nu.pdf");
}

/* Of the body of a year programme: by default the last two months of its year. */
static void
test_progress_of_a_body (void)
{
  gsize length;

  cli_run_quietly ("print FILE progress --programme 2024 -o DIR/orgaan.csv");
  cli_run_quietly ("print FILE progress --programme 2009 --on 2009-03-01 -o DIR/serr.pdf");

  g_autofree char *csv = cli_read_output ("orgaan.csv", &length);

  g_assert_nonnull (strstr (csv, "20 December 2024"));
  g_assert_null (strstr (csv, "28 June 2024"));
}

/* Of an action of the plan, written as one command. */
static void
add_update (StreekWorkspace *workspace, gint64 pact, StreekDate day, const char *what)
{
  const StreekRecordKind *kind = &streek_progress_kind;
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekRecords) records = streek_workspace_dup_records (workspace, &error);
  g_autoptr (StreekRecordChanges) changes = streek_record_changes_new ();
  gint64 id = streek_record_changes_add (changes, kind);
  guint n;
  const StreekRecord *const *items =
    streek_records_list_by (records, &streek_plan_item_kind, STREEK_PLAN_ITEM_PACT, pact, &n);

  streek_record_changes_set_reference (changes, kind, id, STREEK_PROGRESS_ITEM,
                                       streek_record_get_id (items[n - 1]));
  streek_record_changes_set_day (changes, kind, id, STREEK_PROGRESS_REPORTED_ON, day);
  streek_record_changes_set_text (changes, kind, id, STREEK_PROGRESS_WHAT, what);
  streek_edits_write_records (workspace, changes, "Test", NULL, NULL, &error);
  g_assert_no_error (error);
}

static gint64
find_plan (StreekWorkspace *workspace)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekRecords) records = streek_workspace_dup_records (workspace, &error);
  guint n;
  const StreekRecord *const *pacts = streek_records_list (records, &streek_pact_kind, &n);

  g_assert_no_error (error);

  for (guint i = 0; i < n; i++)
    if (strstr (streek_record_get_text (pacts[i], STREEK_PACT_TITLE), "sociale economie") != NULL)
      return streek_record_get_id (pacts[i]);

  g_assert_not_reached ();
}

/* The example with May and June 2024 frozen, an update of 12 June that came later, and a second
 * version with it. */
static void
make_frozen (void)
{
  StreekInterval period = { streek_date_from_ymd (2024, 5, 1), streek_date_from_ymd (2024, 7, 1) };
  g_autofree char *path = g_build_filename (cli_get_folder (), "v.streek", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekWorkspace) workspace = streek_workspace_create (path, TRUE, NULL, &error);

  g_assert_no_error (error);

  gint64 pact = find_plan (workspace);

  streek_edits_freeze_progress (workspace, streek_report_of_plan (pact), period, "the coordinator",
                                NULL, NULL, &error);
  g_assert_no_error (error);
  add_update (workspace, pact, streek_date_from_ymd (2024, 6, 12), "Came to light in autumn");
  streek_edits_freeze_progress (workspace, streek_report_of_plan (pact), period, NULL, NULL, NULL,
                                &error);
  g_assert_no_error (error);
  add_update (workspace, pact, streek_date_from_ymd (2024, 6, 13), "Never sent");
  streek_workspace_close (workspace);
}

/* A version says what it said, whatever came since; what came is what is different. */
static void
test_frozen (void)
{
  gsize length;

  make_frozen ();
  cli_run_quietly ("print DIR/v.streek progress --plan sociale --frozen 1 -o DIR/v1.csv");
  cli_run_quietly ("print DIR/v.streek progress --plan sociale --frozen latest --on 2024-06-28"
                   " -o DIR/v2.csv");
  cli_run_quietly ("print DIR/v.streek progress --plan sociale --frozen 2 --compare now"
                   " -o DIR/now.csv");
  cli_run_quietly ("print DIR/v.streek progress --plan sociale --frozen 2 --compare before"
                   " -o DIR/before.csv");
  cli_run_quietly ("print DIR/v.streek progress --plan sociale --on 2024-06-28 --compare before"
                   " -o DIR/news.pdf");

  g_autofree char *first = cli_read_output ("v1.csv", &length);
  g_autofree char *second = cli_read_output ("v2.csv", &length);
  g_autofree char *now = cli_read_output ("now.csv", &length);
  g_autofree char *before = cli_read_output ("before.csv", &length);
  g_autofree char *pdf = cli_read_output ("news.pdf", &length);

  g_assert_nonnull (strstr (first, "28 June 2024"));
  g_assert_null (strstr (first, "Came to light in autumn"));
  g_assert_nonnull (strstr (second, "12 June 2024: Came to light in autumn"));
  g_assert_null (strstr (second, "Never sent"));
  g_assert_nonnull (strstr (now, "13 June 2024: Never sent"));
  g_assert_null (strstr (now, "Came to light in autumn"));
  g_assert_nonnull (strstr (before, "12 June 2024: Came to light in autumn"));
  g_assert_null (strstr (before, "28 June 2024"));
  g_assert_cmpint (strncmp (pdf, "%PDF-", 5), ==, 0);

  g_auto (CliResult) list = cli_run ("list DIR/v.streek progress-reports");

  g_assert_cmpint (list.status, ==, 0);
  g_assert_nonnull (strstr (list.out, "2024-05-01,2024-06-30,1,"));
  g_assert_nonnull (strstr (list.out, "the coordinator"));
}

static void
test_refusals (void)
{
  static const CliRefusal refusals[] = {
    { "print FILE rollen -o DIR/x.pdf", 2, "role-map" },
    { "print FILE roles", 2, "--output" },
    { "print FILE roles --theme Mobiliteit -o DIR/x.pdf", 2, "--theme" },
    { "print FILE role-map --show kleur -o DIR/x.pdf", 2, "--show" },
    { "print FILE role-map --show weight -o DIR/x.pdf", 1, "theme" },
    { "print FILE target-group -o DIR/x.pdf", 1, "--group" },
    { "print FILE target-group --group Starters --area RESOC:NERGENS -o DIR/x.pdf", 1, "NERGENS" },
    { "print FILE roles --group Starters -o DIR/x.pdf", 2, "--group" },
    { "print FILE role-map --bodies niemand -o DIR/x.pdf", 1, "area" },
    { "print FILE adjustments -o DIR/x.pdf", 1, "--plan" },
    { "print FILE progress --plan sociale --on 2019-12-31 -o DIR/x.pdf", 1, "day" },
    { "print FILE obligations --on 2024-01-01 -o DIR/x.pdf", 2, "--on" },
    { "print FILE obligations --frozen 1 -o DIR/x.pdf", 2, "--frozen" },
    { "print FILE progress --programme 2024 --on 2023-05-01 -o DIR/x.pdf", 1, "day" },
    { "print FILE progress --plan sociale --programme 2009 -o DIR/x.pdf", 2, "--programme" },
    { "print FILE progress --plan sociale --frozen 0 -o DIR/x.pdf", 2, "--frozen" },
    { "print FILE progress --plan sociale --compare now -o DIR/x.pdf", 2, "--compare" },
    { "print FILE progress --plan sociale --frozen 1 -o DIR/x.pdf", 1, "frozen" },
    { "print FILE progress --plan sociale --compare before -o DIR/x.pdf", 1, "frozen" },
    { "print FILE role-map -o DIR/x.png", 1, ".pdf" },
  };

  cli_assert_refused (refusals, G_N_ELEMENTS (refusals));
}

static void
add_tests (void)
{
  g_test_add_func ("/cli/print/members", test_members);
  g_test_add_func ("/cli/print/roles-of-a-day", test_roles_of_a_day);
  g_test_add_func ("/cli/print/role-map", test_role_map);
  g_test_add_func ("/cli/print/adjustments", test_adjustments);
  g_test_add_func ("/cli/print/progress", test_progress);
  g_test_add_func ("/cli/print/progress-of-a-body", test_progress_of_a_body);
  g_test_add_func ("/cli/print/frozen", test_frozen);
  g_test_add_func ("/cli/print/refusals", test_refusals);
}

int
main (int argc, char **argv)
{
  return cli_main (argc, argv, add_tests);
}
