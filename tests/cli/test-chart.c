/* test-chart.c: `streek chart`: whole files, the same twice, and what it refuses */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cli-runner.h"

#include <glib/gstdio.h>
#include <string.h>

#define RANKING                                                                                    \
  "chart FILE --kind ranking --indicator share_65plus --set gemeente "                             \
  "--within arrondissement:34000 --reference gewest:02000 "

static void
test_svg_has_text_and_no_picture (void)
{
  static const char *const words[] = { "Lendelede", "Vlaams Gewest", "Statbel", "2020" };
  gsize length;

  cli_run_quietly (RANKING "-o DIR/chart.svg");

  g_autofree char *svg = cli_read_output ("chart.svg", &length);

  g_assert_null (strstr (svg, "<image"));

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    g_assert_nonnull (strstr (svg, words[i]));
}

static void
test_pdf_with_table_has_pages (void)
{
  gsize length;

  cli_run_quietly (RANKING "--table -o DIR/chart.pdf");

  g_autofree char *pdf = cli_read_output ("chart.pdf", &length);

  g_assert_cmpmem (pdf, 5, "%PDF-", 5);
  g_assert_true (cli_holds (pdf, length, "/Count 2"));
}

/* 13 1/3 by 7 1/2 inches. */
static void
test_slide_is_a_paper (void)
{
  gsize length;

  cli_run_quietly (RANKING "--size 16:9 -o DIR/slide.svg");

  g_autofree char *svg = cli_read_output ("slide.svg", &length);

  g_assert_nonnull (strstr (svg, "960"));
  g_assert_nonnull (strstr (svg, "540"));
}

static void
test_same_bytes_twice (void)
{
  static const char *const endings[] = { "svg", "pdf", "png", "csv" };

  g_setenv ("SOURCE_DATE_EPOCH", "1577836800", TRUE);

  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *first = g_strdup_printf (RANKING "--grey -o DIR/one.%s", endings[i]);
      g_autofree char *second = g_strdup_printf (RANKING "--grey -o DIR/two.%s", endings[i]);
      g_autofree char *one = g_strdup_printf ("one.%s", endings[i]);
      g_autofree char *two = g_strdup_printf ("two.%s", endings[i]);
      gsize n_one, n_two;

      cli_run_quietly (first);
      cli_run_quietly (second);

      g_autofree char *a = cli_read_output (one, &n_one);
      g_autofree char *b = cli_read_output (two, &n_two);

      g_assert_cmpmem (a, n_one, b, n_two);
    }
}

/* The figures of the chart are those of `streek values`: Lendelede 23,3 % in 2020. */
static void
test_csv_holds_the_values (void)
{
  gsize length;

  cli_run_quietly (RANKING "-o DIR/chart.csv");

  g_autofree char *csv = cli_read_output ("chart.csv", &length);
  GStrv header;
  g_autoptr (GPtrArray) rows = cli_read_rows (csv, &header);
  g_auto (CliResult) values =
    cli_run ("values FILE --indicator share_65plus --area gemeente:34025 --period 2020");
  GStrv value_header;
  g_autoptr (GPtrArray) value_rows = cli_read_rows (values.out, &value_header);
  gboolean found = FALSE;

  g_assert_cmpuint (rows->len, ==, 13);

  for (guint i = 0; i < rows->len; i++)
    if (strcmp (cli_get_field (header, rows->pdata[i], "code"), "gemeente:34025") == 0)
      {
        g_assert_cmpstr (cli_get_field (header, rows->pdata[i], "value"), ==,
                         cli_get_field (value_header, value_rows->pdata[0], "value"));
        found = TRUE;
      }

  g_assert_true (found);
  g_strfreev (header);
  g_strfreev (value_header);
}

static void
test_what_cannot_be_read (void)
{
  static const struct
  {
    const char *line;
    int status;
  } cases[] = {
    { "chart FILE --indicator pop_total --set gemeente -o DIR/x.png", 2 },
    { "chart FILE --kind pie --indicator pop_total --set gemeente -o DIR/x.png", 2 },
    { "chart FILE --kind bar --set gemeente -o DIR/x.png", 2 },
    { "chart FILE --kind bar --indicator pop_total -o DIR/x.png", 2 },
    { "chart FILE --kind bar --indicator pop_total --set gemeente", 2 },
    { "chart FILE --kind bar --indicator pop_total --set gemeente -o DIR/x.gif", 2 },
    { "chart FILE --kind bar --indicator pop_total --area nonsense -o DIR/x.png", 2 },
    { "chart FILE --kind bar --indicator pop_total,, --set gemeente -o DIR/x.png", 2 },
    { "chart FILE --kind bar --indicator pop_total --set gemeente --table -o DIR/x.png", 2 },
    { "chart FILE --kind bar --indicator pop_total --set gemeente --horizontal --vertical "
      "-o DIR/x.png",
      2 },
    { "chart FILE --kind bar --indicator pop_total --set gemeente --base 2010 -o DIR/x.png", 2 },
    { "chart FILE --kind bar --indicator pop_total --set gemeente --breaks 1,2 -o DIR/x.png", 2 },
    { "chart FILE --kind histogram --indicator pop_total --set gemeente --breaks 2,1 -o DIR/x.png",
      2 },
    { "chart FILE --kind line --indicator pop_total --set gemeente --period x -o DIR/x.png", 2 },
    { "chart FILE --kind line --indicator pop_total --set gemeente --sort x -o DIR/x.png", 2 },
    { "chart FILE --kind bar --indicator nothing --set gemeente -o DIR/x.png", 1 },
    { "chart FILE --kind bar --indicator pop_total --set nothing -o DIR/x.png", 1 },
    { "chart FILE --kind stacked --indicator share_0_14,share_65plus --set provincie -o DIR/x.png",
      1 },
    { "chart DIR/none.streek --kind bar --indicator pop_total --set gemeente -o DIR/x.png", 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (CliResult) result = cli_run (cases[i].line);

      g_assert_cmpint (result.status, ==, cases[i].status);
      g_assert_cmpstr (result.err, !=, "");
      g_assert_cmpuint (cli_count_files ("x."), ==, 0);
    }
}

static void
test_the_workspace_is_never_written_over (void)
{
  g_auto (CliResult) result = cli_run (RANKING "-o FILE");

  g_assert_cmpint (result.status, ==, 2);
}

static void
add_tests (void)
{
  g_test_add_func ("/cli/chart/svg-has-text-and-no-picture", test_svg_has_text_and_no_picture);
  g_test_add_func ("/cli/chart/pdf-with-table-has-pages", test_pdf_with_table_has_pages);
  g_test_add_func ("/cli/chart/slide-is-a-paper", test_slide_is_a_paper);
  g_test_add_func ("/cli/chart/same-bytes-twice", test_same_bytes_twice);
  g_test_add_func ("/cli/chart/csv-holds-the-values", test_csv_holds_the_values);
  g_test_add_func ("/cli/chart/what-cannot-be-read", test_what_cannot_be_read);
  g_test_add_func ("/cli/chart/the-workspace-is-never-written-over",
                   test_the_workspace_is_never_written_over);
}

int
main (int argc, char **argv)
{
  return cli_main (argc, argv, add_tests);
}
