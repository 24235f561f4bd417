/* test-atlas.c: `streek atlas`: one document or a file each, the same twice, nothing written over
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cli-runner.h"

#include <glib/gstdio.h>
#include <string.h>

#define ATLAS                                                                                      \
  "atlas FILE --set arrondissement --within provincie:30000 --indicator pop_total,share_65plus "   \
  "--reference gewest:02000 --map-set gemeente --map-indicator share_65plus "

/* Eight arrondissements of West-Vlaanderen and their list; names stand in the list of pages. */
static void
test_document_has_pages_and_their_names (void)
{
  gsize length;

  cli_run_quietly (ATLAS "--contents -o DIR/atlas.pdf");

  g_autofree char *pdf = cli_read_output ("atlas.pdf", &length);

  g_assert_cmpmem (pdf, 5, "%PDF-", 5);
  g_assert_true (cli_holds (pdf, length, "/Count 9"));
  g_assert_true (cli_holds (pdf, length, "/Type /Outlines"));
  g_assert_true (cli_holds (pdf, length, "(Diksmuide)"));
  g_assert_true (cli_holds (pdf, length, "/Dest (page-9)"));
  g_assert_false (cli_holds (pdf, length, "/Subtype /Image"));
}

static void
test_same_bytes_twice (void)
{
  gsize n_one, n_two;

  g_setenv ("SOURCE_DATE_EPOCH", "1577836800", TRUE);
  cli_run_quietly (ATLAS "--contents --grey --size 16:9 -o DIR/one.pdf");
  cli_run_quietly (ATLAS "--contents --grey --size 16:9 -o DIR/two.pdf");

  g_autofree char *one = cli_read_output ("one.pdf", &n_one);
  g_autofree char *two = cli_read_output ("two.pdf", &n_two);

  g_assert_cmpmem (one, n_one, two, n_two);
  g_assert_true (cli_holds (one, n_one, "960 540"));
}

static void
test_each_area_has_a_file (void)
{
  gsize length;

  cli_run_quietly (ATLAS "--each pdf -o DIR/each");

  g_autofree char *pdf = cli_read_output ("each/Kortrijk.pdf", &length);

  g_assert_cmpmem (pdf, 5, "%PDF-", 5);
  g_assert_true (cli_holds (pdf, length, "/Count 1"));

  cli_run_quietly (
    "atlas FILE --set arrondissement --indicator pop_total --area arrondissement:34000 "
    "--size 100x75mm --map none --chart none --each png -o DIR/each");

  g_autofree char *png = cli_read_output ("each/Kortrijk.png", &length);

  g_assert_cmpmem (png + 1, 3, "PNG", 3);
}

static void
test_nothing_is_written_over_unasked (void)
{
  gsize length;
  g_autofree char *path = g_build_filename (cli_get_folder (), "there.pdf", NULL);

  g_assert_true (g_file_set_contents (path, "mine", -1, NULL));

  g_auto (CliResult) result = cli_run (ATLAS "-o DIR/there.pdf");
  g_autofree char *kept = cli_read_output ("there.pdf", &length);

  g_assert_cmpint (result.status, ==, 1);
  g_assert_nonnull (strstr (result.err, "--force"));
  g_assert_cmpmem (kept, length, "mine", 4);

  cli_run_quietly (ATLAS "--force -o DIR/there.pdf");

  g_autofree char *pdf = cli_read_output ("there.pdf", &length);

  g_assert_cmpmem (pdf, 5, "%PDF-", 5);
}

static void
test_what_cannot_be_read (void)
{
  static const CliRefusal refusals[] = {
    { "atlas FILE --indicator pop_total -o DIR/x.pdf", 2, "--set" },
    { "atlas FILE --set arrondissement -o DIR/x.pdf", 2, "--indicator" },
    { "atlas FILE --set arrondissement --indicator pop_total", 2, "-o" },
    { ATLAS "-o DIR/x.svg", 2, "--each" },
    { ATLAS "--each svg -o DIR/x", 2, "--each" },
    { ATLAS "--map moon -o DIR/x.pdf", 2, "--map" },
    { ATLAS "--map none -o DIR/x.pdf", 2, "--map-set" },
    { ATLAS "--chart pie -o DIR/x.pdf", 2, "--chart" },
    { ATLAS "--chart none --chart-indicator pop_total -o DIR/x.pdf", 2, "--chart-indicator" },
    { ATLAS "--method manual -o DIR/x.pdf", 2, "--breaks" },
    { ATLAS "--classes 40 -o DIR/x.pdf", 2, "--classes" },
    { ATLAS "--breaks 3,2 -o DIR/x.pdf", 2, "--breaks" },
    { ATLAS "--breaks 15,20 --classes 3 -o DIR/x.pdf", 2, "--classes" },
    { ATLAS "--classes policy --zero-class -o DIR/x.pdf", 2, "--zero-class" },
    { ATLAS "--classes policy: -o DIR/x.pdf", 2, "--classes" },
    { ATLAS "--classes policy -o DIR/x.pdf", 1, "Aandeel 65-plussers" },
    { ATLAS "--map none --breaks 15,20 -o DIR/x.pdf", 2, "--map-set" },
    { "atlas FILE --set arrondissement --indicator pop_total --map none --breaks 1 -o DIR/x.pdf", 2,
      "--breaks" },
    { ATLAS "--size A9 -o DIR/x.pdf", 2, "16:9" },
    { ATLAS "--area Kortrijk -o DIR/x.pdf", 2, "--area" },
    { ATLAS "--area arrondissement:11000 -o DIR/x.pdf", 1, "arrondissement:11000" },
    { ATLAS "--period 1950 --map none -o DIR/x.pdf", 2, "--map-set" },
    { "atlas FILE --set arrondissement --indicator nothing -o DIR/x.pdf", 1, "nothing" },
    { ATLAS "--size 60x40mm -o DIR/x.pdf", 1, "Brugge" },
  };

  cli_assert_refused (refusals, G_N_ELEMENTS (refusals));
  g_assert_cmpuint (cli_count_files ("x."), ==, 0);
}

static void
test_the_workspace_is_never_written_over (void)
{
  g_auto (CliResult) result = cli_run (ATLAS "--each pdf --force -o FILE");

  g_assert_cmpint (result.status, ==, 2);
}

static void
add_tests (void)
{
  g_test_add_func ("/cli/atlas/document-has-pages-and-their-names",
                   test_document_has_pages_and_their_names);
  g_test_add_func ("/cli/atlas/same-bytes-twice", test_same_bytes_twice);
  g_test_add_func ("/cli/atlas/each-area-has-a-file", test_each_area_has_a_file);
  g_test_add_func ("/cli/atlas/nothing-is-written-over-unasked",
                   test_nothing_is_written_over_unasked);
  g_test_add_func ("/cli/atlas/what-cannot-be-read", test_what_cannot_be_read);
  g_test_add_func ("/cli/atlas/the-workspace-is-never-written-over",
                   test_the_workspace_is_never_written_over);
}

int
main (int argc, char **argv)
{
  return cli_main (argc, argv, add_tests);
}
