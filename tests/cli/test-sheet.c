/* test-sheet.c: `streek sheet` and `streek project-map`: the example's projects on paper and on a
 * map */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cli-runner.h"

#include "project/streek-fund.h"
#include "project/streek-project.h"
#include "workspace/streek-record-edits.h"

#include <string.h>

/* A project of a fund whose logo is no picture, and one of a fund whose logo is one pixel. */
static void
make_workspace (void)
{
  g_autofree char *path = g_build_filename (cli_get_folder (), "s.streek", NULL);
  g_autoptr (GError) error = NULL;

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return;

  g_autoptr (StreekWorkspace) workspace = streek_workspace_create (path, FALSE, NULL, &error);
  g_autoptr (StreekRecordChanges) changes = streek_record_changes_new ();
  g_autoptr (GBytes) logo = g_bytes_new_static ("no picture", 10);
  g_autoptr (GBytes) whole = g_bytes_new_static ("P6 1 1 255\n\377\1\1", 14);
  gint64 fund = streek_record_changes_add (changes, &streek_fund_kind);
  gint64 other = streek_record_changes_add (changes, &streek_fund_kind);
  gint64 project = streek_record_changes_add (changes, &streek_project_kind);
  gint64 twin = streek_record_changes_add (changes, &streek_project_kind);

  g_assert_no_error (error);
  streek_record_changes_set_text (changes, &streek_fund_kind, fund, STREEK_FUND_NAME, "ESF");
  streek_record_changes_set_text (changes, &streek_fund_kind, fund, STREEK_FUND_ACKNOWLEDGEMENT,
                                  "Thanks to ESF");
  streek_record_changes_set_bytes (changes, &streek_fund_kind, fund, STREEK_FUND_LOGO, logo);
  streek_record_changes_set_text (changes, &streek_project_kind, project, STREEK_PROJECT_NAME,
                                  "Warmtenet");
  streek_record_changes_set_reference (changes, &streek_project_kind, project, STREEK_PROJECT_FUND,
                                       fund);
  streek_record_changes_set_text (changes, &streek_project_kind, project, STREEK_PROJECT_ACRONYM,
                                  "Twice");
  streek_record_changes_set_text (changes, &streek_project_kind, twin, STREEK_PROJECT_NAME,
                                  "twice");
  streek_record_changes_set_text (changes, &streek_fund_kind, other, STREEK_FUND_NAME, "ELFPO");
  streek_record_changes_set_bytes (changes, &streek_fund_kind, other, STREEK_FUND_LOGO, whole);
  streek_record_changes_set_reference (changes, &streek_project_kind, twin, STREEK_PROJECT_FUND,
                                       other);
  streek_record_changes_set_text (changes, &streek_project_kind, twin, STREEK_PROJECT_ACRONYM,
                                  "Twin");
  streek_edits_write_records (workspace, changes, "Test", NULL, NULL, &error);
  g_assert_no_error (error);
  streek_workspace_close (workspace);
}

static void
test_text (void)
{
  g_auto (CliResult) result = cli_run ("sheet FILE project dc\\ noise");
  g_auto (CliResult) programme = cli_run ("sheet FILE programme West\\ Deal");

  g_assert_cmpint (result.status, ==, 0);
  g_assert_nonnull (strstr (result.out, "heading,part,label,text\n"));
  g_assert_nonnull (strstr (result.out, "Partners,,Organisation,ERSV West-Vlaanderen\n"));
  g_assert_nonnull (strstr (result.out, "Strands,Werkgevers,Hangs together with,Ontmoeting\n"));
  g_assert_cmpint (programme.status, ==, 0);
  g_assert_nonnull (strstr (programme.out,
                            "1 project is entered here of the 22 that were announced; 21 are not "
                            "entered yet."));
}

static void
test_pdf (void)
{
  gsize length;

  cli_run_quietly ("sheet FILE project DC\\ NOISE -o DIR/dc.pdf");

  g_autofree char *pdf = cli_read_output ("dc.pdf", &length);

  g_assert_true (cli_holds (pdf, length, "/Type /Pages"));
}

static void
test_broken_logo_is_said (void)
{
  make_workspace ();

  g_auto (CliResult) result = cli_run ("sheet DIR/s.streek project Warmtenet");

  g_assert_cmpint (result.status, ==, 0);
  g_assert_nonnull (strstr (result.out, "Logo of ESF cannot be shown."));
  g_assert_nonnull (strstr (result.out, "With the support of,,,Thanks to ESF\n"));
}

static void
test_logo_is_in_the_document (void)
{
  gsize length;

  make_workspace ();
  cli_run_quietly ("sheet DIR/s.streek project Twin -o DIR/w.pdf");
  cli_run_quietly ("sheet DIR/s.streek project Warmtenet -o DIR/v.pdf");

  g_autofree char *pdf = cli_read_output ("w.pdf", &length);

  g_assert_true (cli_holds (pdf, length, "/Subtype /Image"));
  g_free (pdf);
  pdf = cli_read_output ("v.pdf", &length);
  g_assert_false (cli_holds (pdf, length, "/Subtype /Image"));
}

/* The four SERRs of DC NOISE had all 62 municipalities of West-Vlaanderen that there are since
 * 2025. */
static void
test_map (void)
{
  g_auto (CliResult) result = cli_run ("project-map FILE --project DC\\ NOISE");
  g_auto (GStrv) header = NULL;
  gsize length;

  g_assert_cmpint (result.status, ==, 0);

  g_autoptr (GPtrArray) rows = cli_read_rows (result.out, &header);

  g_assert_cmpuint (rows->len, ==, 62);
  g_assert_cmpstr (cli_get_field (header, rows->pdata[0], "class"), ==, "Takes part");
  cli_run_quietly ("project-map FILE --area RESOC:RESOC_WESTHOEK -o DIR/m.svg");

  g_autofree char *svg = cli_read_output ("m.svg", &length);

  g_assert_nonnull (strstr (svg, "A project counts in every municipality"));
}

static void
test_what_cannot_be_read (void)
{
  static const CliRefusal refusals[] = {
    { "sheet FILE body X", 2, "body" },
    { "sheet FILE project X", 1, "X" },
    { "sheet FILE project DC\\ NOISE -o DIR/x.png", 2, ".pdf" },
    { "sheet FILE project DC\\ NOISE -o DIR/x.pdf --json", 2, "--json" },
    { "sheet DIR/s.streek project twice", 1, "“twice” (" },
    { "project-map FILE --project X", 1, "X" },
    { "project-map FILE --project X --area gemeente:34022", 2, "--area" },
    { "project-map FILE -o DIR/x.txt", 2, "x.txt" },
    { "project-map DIR/s.streek -o DIR/x.pdf", 1, "No area of these projects" },
    { "project-map DIR/s.streek --project Warmtenet", 1, "No area of this project" },
    { "project-map DIR/s.streek --area gemeente:34022", 1, "takes place in “gemeente:34022”" },
    { "project-map DIR/new.streek", 1, "There are no projects yet. Make one" },
  };

  make_workspace ();
  cli_run_quietly ("new DIR/new.streek");
  cli_assert_refused (refusals, G_N_ELEMENTS (refusals));
}

static void
add_tests (void)
{
  g_test_add_func ("/cli/sheet/text", test_text);
  g_test_add_func ("/cli/sheet/pdf", test_pdf);
  g_test_add_func ("/cli/sheet/a-broken-logo-is-said", test_broken_logo_is_said);
  g_test_add_func ("/cli/sheet/a-logo-is-in-the-document", test_logo_is_in_the_document);
  g_test_add_func ("/cli/sheet/map", test_map);
  g_test_add_func ("/cli/sheet/what-cannot-be-read", test_what_cannot_be_read);
}

int
main (int argc, char **argv)
{
  return cli_main (argc, argv, add_tests);
}
