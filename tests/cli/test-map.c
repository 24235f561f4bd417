/* test-map.c: `streek map`: whole files, the same twice, and what it refuses */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cli-runner.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

/* The first map of the example: five RESOCs filled, four SERRs outlined. */
#define RESOC_AND_SERR                                                                             \
  "map FILE --kind areas --set RESOC --outline SERR --within provincie:30000 --on 2009-01-01 "

/* Text is text, shapes are shapes: no picture of the map, and the names can be searched. */
static void
test_svg_has_text_and_no_picture (void)
{
  static const char *const words[] = { "Westhoek", "Oostende-Westhoek", "Statbel", "2009" };
  gsize length;

  cli_run_quietly (RESOC_AND_SERR "-o DIR/map.svg");

  g_autofree char *svg = cli_read_output ("map.svg", &length);

  g_assert_true (g_str_has_prefix (svg, "<?xml") || g_str_has_prefix (svg, "<svg"));
  g_assert_null (strstr (svg, "<image"));
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    g_assert_nonnull (strstr (svg, words[i]));
}

/* The RESOCs of 2009 cross the reference regions: those lie over them, each with its hatch. */
static void
test_hatches_a_set_over_another (void)
{
  static const char *const words[] = { "Westhoek", "Midwest", "id=\"overlay\"", "id=\"hatch\"" };
  gsize length;

  cli_run_quietly (
    "map FILE --set RESOC --overlay referentieregio --within provincie:30000 --on 2009-01-01 "
    "--grey -o DIR/over.svg");

  g_autofree char *svg = cli_read_output ("over.svg", &length);

  g_assert_null (strstr (svg, "<image"));
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_test_message ("%s", words[i]);
      g_assert_nonnull (strstr (svg, words[i]));
    }
}

/* What lies around is named and attributed, unless somebody wants none of it. */
static void
test_shows_what_lies_around (void)
{
  static const char *const words[] = { "Noordzee", "Frankrijk", "Nederland",
                                       "Walloni",  "GSHHG",     "id=\"abroad\"" };
  gsize length;

  cli_run_quietly ("map FILE --set RESOC --on 2009-01-01 -o DIR/around.svg");
  cli_run_quietly ("map FILE --set RESOC --on 2009-01-01 --no-surroundings -o DIR/alone.svg");

  g_autofree char *around = cli_read_output ("around.svg", &length);
  g_autofree char *alone = cli_read_output ("alone.svg", &length);

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_test_message ("%s", words[i]);
      g_assert_nonnull (strstr (around, words[i]));
      g_assert_null (strstr (alone, words[i]));
    }
}

/* On 1 January 2025 Meulebeke became Tielt, and Ruiselede became Wingene. */
static void
test_draws_what_is_asked_beside_the_map (void)
{
  static const char *const words[] = { "id=\"predecessors\"", "id=\"north\"", "id=\"inset\"",
                                       "Border before a merger" };
  gsize length;

  cli_run_quietly (
    "map FILE --set gemeente --within provincie:30000 --on 2025-01-01 --predecessors --north "
    "--inset shown -o DIR/merged.svg");
  cli_run_quietly (
    "map FILE --set gemeente --within provincie:30000 --on 2018-01-01 --predecessors "
    "--inset hidden -o DIR/before.svg");

  g_autofree char *merged = cli_read_output ("merged.svg", &length);
  g_autofree char *before = cli_read_output ("before.svg", &length);

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_test_message ("%s", words[i]);
      g_assert_nonnull (strstr (merged, words[i]));
      g_assert_null (strstr (before, words[i]));
    }
  g_assert_nonnull (strstr (before, "came from a merger"));
}

/* Of 62 municipalities on an A4 some are too small for their name; numbered all, Mesen is one of
 * them whatever its place in the list. */
static void
test_numbers_and_their_list (void)
{
  gsize length;

  /* of 285 on an A3 there is room in the list for nearly all, and the rest is said */
  cli_run_quietly (
    "map FILE --set gemeente --within gewest:02000 --numbers all --size A3 -o DIR/large.svg");

  g_autofree char *large = cli_read_output ("large.svg", &length);

  g_assert_nonnull (strstr (large, ">260<"));
  g_assert_nonnull (strstr (large, "There is no room for the name"));

  /* small maps have names for nobody who does not ask: numbers, and one list */
  cli_run_quietly ("map FILE --set gemeente --within provincie:30000 --indicator share_65plus "
                   "--multiples 9 -o DIR/nine.svg");
  cli_run_quietly ("map FILE --set gemeente --within provincie:30000 --indicator share_65plus "
                   "--multiples 9 --numbers rest -o DIR/rest.svg");

  g_autofree char *nine = cli_read_output ("nine.svg", &length);
  g_autofree char *rest = cli_read_output ("rest.svg", &length);

  g_assert_null (strstr (nine, "Numbers on the map"));
  g_assert_nonnull (strstr (rest, "Numbers on the map"));
  g_assert_nonnull (strstr (rest, ">Zwevegem<"));

  cli_run_quietly ("map FILE --set gemeente --within provincie:30000 --numbers all -o DIR/all.svg");
  cli_run_quietly (
    "map FILE --set gemeente --within provincie:30000 --labels none -o DIR/silent.svg");
  cli_run_quietly (
    "map FILE --set gemeente --within provincie:30000 --indicator pop_total --labels values "
    "--numbers none -o DIR/values.svg");

  g_autofree char *all = cli_read_output ("all.svg", &length);
  g_autofree char *silent = cli_read_output ("silent.svg", &length);
  g_autofree char *values = cli_read_output ("values.svg", &length);

  g_assert_nonnull (strstr (all, "Numbers on the map"));
  g_assert_nonnull (strstr (all, ">Mesen<"));
  g_assert_nonnull (strstr (all, ">62<"));
  g_assert_null (strstr (all, ">63<"));
  g_assert_null (strstr (silent, "Numbers on the map"));
  g_assert_null (strstr (silent, ">Brugge<"));
  g_assert_null (strstr (values, ">Brugge<"));
}

/* The legend names how its classes were made. */
static void
test_every_method_is_drawn (void)
{
  static const struct
  {
    const char *method;
    const char *words;
  } cases[] = {
    { "quantile", "Quantiles" },
    { "equal", "Equal intervals" },
    { "natural", "Natural breaks" },
    { "pretty", "Round limits" },
    { "deviation", "Standard deviations" },
    { "geometric", "Geometric series" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *line =
        g_strdup_printf ("map FILE --set RESOC --indicator share_65plus --period 2015 --zero-class"
                         " --method %s -o DIR/method.svg",
                         cases[i].method);
      gsize length;

      cli_run_quietly (line);

      g_autofree char *svg = cli_read_output ("method.svg", &length);

      g_assert_nonnull (strstr (svg, cases[i].words));
    }
}

static void
test_pdf_is_a_page_of_the_size_asked (void)
{
  static const struct
  {
    const char *options;
    const char *box; /* 297 mm are 841.89 points */
  } cases[] = {
    { "", "841.8" },
    { " --size A3", "1190.5" },
    { " --size 210x297mm", "595.2" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *line = g_strdup_printf (RESOC_AND_SERR "-o DIR/map.pdf%s", cases[i].options);
      g_autofree char *box = g_strdup_printf ("/MediaBox [ 0 0 %s", cases[i].box);
      gsize length;

      cli_run_quietly (line);

      g_autofree char *pdf = cli_read_output ("map.pdf", &length);

      g_assert_true (g_str_has_prefix (pdf, "%PDF-"));
      g_assert_nonnull (memmem (pdf, length, "/Title", strlen ("/Title")));
      g_assert_nonnull (memmem (pdf, length, "/Keywords", strlen ("/Keywords")));
      g_assert_nonnull (memmem (pdf, length, box, strlen (box)));
    }
}

/* At 200 dots per inch 100 mm are 787 pixels. */
static void
test_png_has_200_dots_per_inch (void)
{
  gsize length;

  cli_run_quietly (
    "map FILE --set RESOC --indicator pop_total --period 2020 --size 100x100mm -o DIR/map.png");

  g_autofree char *png = cli_read_output ("map.png", &length);
  const guchar *header = (const guchar *) png + 16; /* width and height, big-endian */

  g_assert_cmpmem (png, 8, "\x89PNG\r\n\x1a\n", 8);
  g_assert_cmpuint (header[2] * 256 + header[3], >=, 787);
  g_assert_cmpuint (header[2] * 256 + header[3], <=, 788);
}

static void
test_same_map_has_the_same_bytes (void)
{
  static const char *const endings[] = { "pdf", "svg", "png" };

  g_setenv ("SOURCE_DATE_EPOCH", "1230768000", TRUE);

  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *name = g_strdup_printf ("twice.%s", endings[i]);
      g_autofree char *line = g_strdup_printf (
        "map FILE --set gemeente --within RESOC:RESOC_WESTHOEK --indicator share_65plus"
        " --period 2015 -o DIR/%s",
        name);
      gsize first_length;
      gsize second_length;

      cli_run_quietly (line);
      g_autofree char *first = cli_read_output (name, &first_length);
      cli_run_quietly (line);
      g_autofree char *second = cli_read_output (name, &second_length);

      g_assert_cmpmem (first, first_length, second, second_length);
    }

  g_unsetenv ("SOURCE_DATE_EPOCH");
}

/* Statbel: Kortrijk 74 911 inhabitants on 1 January 2010, 77 109 on 1 January 2020. */
static void
test_draws_a_change (void)
{
  gsize length;

  cli_run_quietly (
    "map FILE --kind change --set gemeente --within arrondissement:34000 --indicator pop_total"
    " --from 2010 --period 2020 --measure percent -o DIR/change.svg");

  g_autofree char *svg = cli_read_output ("change.svg", &length);

  g_assert_nonnull (strstr (svg, "change from 2010 to 2020"));
  g_assert_nonnull (strstr (svg, "0.0 and above"));
  g_assert_null (strstr (svg, "<image"));
}

static void
test_draws_two_indicators (void)
{
  static const struct
  {
    const char *options;
    const char *words;
  } cases[] = {
    { "--kind bivariate --second pop_density", "Bevolkingsdichtheid (inwoners/km²)" },
    { "--kind bivariate --second pop_density --breaks 18,22 --second-breaks 300,600 --grey",
      ">600<" },
    { "--kind combined --second pop_65plus", "Inwoners: 65 jaar en ouder (personen)" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *line =
        g_strdup_printf ("map FILE --set gemeente --within arrondissement:34000 --indicator"
                         " share_65plus --period 2020 %s -o DIR/two.svg",
                         cases[i].options);
      gsize length;

      cli_run_quietly (line);

      g_autofree char *svg = cli_read_output ("two.svg", &length);

      g_assert_nonnull (strstr (svg, cases[i].words));
      g_assert_null (strstr (svg, "<image"));
    }
}

static void
test_says_what_is_wrong (void)
{
  static const CliRefusal refusals[] = {
    /* cannot be parsed, or contradicts itself */
    { "map FILE --set RESOC", 2, "-o" },
    { "map FILE -o DIR/x.pdf", 2, "--set" },
    { "map FILE --set RESOC -o DIR/x.gif", 2, "x.gif" },
    { "map FILE --set RESOC --kind pie -o DIR/x.pdf", 2, "choropleth" },
    { "map FILE --set RESOC --kind circles -o DIR/x.pdf", 2, "--indicator" },
    { "map FILE --set RESOC --kind areas --indicator pop_total -o DIR/x.pdf", 2, "--kind areas" },
    { "map FILE --set RESOC --method natural -o DIR/x.pdf", 2, "--indicator" },
    { "map FILE --set RESOC --indicator pop_total --from 2010 -o DIR/x.pdf", 2, "--kind change" },
    { "map FILE --set RESOC --kind circles --indicator pop_total --measure percent -o DIR/x.pdf", 2,
      "--measure" },
    { "map FILE --set RESOC --kind bivariate --indicator share_65plus -o DIR/x.pdf", 2,
      "--second" },
    { "map FILE --set RESOC --indicator share_65plus --second pop_total -o DIR/x.pdf", 2,
      "--kind bivariate" },
    { "map FILE --set RESOC --kind combined --indicator share_65plus --second pop_total"
      " --second-breaks 1,2 -o DIR/x.pdf",
      2, "--second-breaks" },
    { "map FILE --set RESOC --kind bivariate --indicator share_65plus --second pop_density"
      " --classes 4 -o DIR/x.pdf",
      2, "--classes" },
    { "map FILE --set RESOC --kind combined --indicator share_65plus --second pop_density"
      " -o DIR/x.pdf",
      1, "Bevolkingsdichtheid" },
    { "map FILE --set RESOC --kind change --indicator pop_total --measure much -o DIR/x.pdf", 2,
      "absolute" },
    { "map FILE --set RESOC --kind change --indicator share_65plus --measure percent -o DIR/x.pdf",
      1, "percentage points" },
    { "map FILE --set RESOC --indicator share_65plus --method jenks -o DIR/x.pdf", 2, "natural" },
    { "map FILE --set RESOC --indicator share_65plus --method manual -o DIR/x.pdf", 2, "--breaks" },
    { "map FILE --set RESOC --indicator share_65plus --breaks 3,2 -o DIR/x.pdf", 2, "3,2" },
    { "map FILE --set RESOC --indicator share_65plus --breaks 2,3 --classes 4 -o DIR/x.pdf", 2,
      "--classes" },
    { "map FILE --set RESOC --indicator share_65plus --classes 40 -o DIR/x.pdf", 2, "--classes" },
    { "map FILE --set RESOC --indicator share_65plus --classes 0 -o DIR/x.pdf", 2, "--classes" },
    { "map FILE --set RESOC --indicator share_65plus --classes few -o DIR/x.pdf", 2, "--classes" },
    { "map FILE --set RESOC --indicator share_65plus --breaks= -o DIR/x.pdf", 2, "--breaks" },
    { "map FILE --set RESOC --indicator share_65plus --classes policy: -o DIR/x.pdf", 2,
      "--classes" },
    { "map FILE --set RESOC --indicator share_65plus --classes policy --method equal -o DIR/x.pdf",
      2, "--method" },
    { "map FILE --set RESOC --indicator share_65plus --method policy --classes 4 -o DIR/x.pdf", 2,
      "--classes" },
    { "map FILE --set RESOC --indicator share_65plus --classes policy --zero-class -o DIR/x.pdf", 2,
      "--zero-class" },
    { "map FILE --set RESOC --indicator share_65plus --kind change --classes policy -o DIR/x.pdf",
      2, "--kind" },
    { "map FILE --set RESOC --indicator share_65plus --classes policy -o DIR/x.pdf", 1,
      "Aandeel 65-plussers" },
    { "map FILE --set RESOC --indicator share_65plus --classes policy:EU -o DIR/x.pdf", 1,
      "Aandeel 65-plussers" },
    { "map FILE --set RESOC --indicator pop_total --kind circles --classes 4 -o DIR/x.pdf", 2,
      "--classes" },
    { "map FILE --set RESOC --indicator pop_total --kind circles --breaks 4 -o DIR/x.pdf", 2,
      "--breaks" },
    { "map FILE --set RESOC --indicator pop_total --kind circles --palette Blues -o DIR/x.pdf", 2,
      "--palette" },
    { "map FILE --set RESOC --palette Blues -o DIR/x.pdf", 2, "--indicator" },
    { "map FILE --set RESOC --zero-class -o DIR/x.pdf", 2, "--indicator" },
    { "map FILE --set RESOC --limits series -o DIR/x.pdf", 2, "--indicator" },
    { "map FILE --set RESOC --indicator pop_total --limits soon -o DIR/x.pdf", 2, "soon" },
    { "map FILE --set RESOC --multiples 4 -o DIR/x.pdf", 2, "--indicator" },
    { "map FILE --set RESOC --indicator pop_total --multiples 1 -o DIR/x.pdf", 2, "--multiples" },
    { "map FILE --set RESOC --indicator pop_total --step 2 -o DIR/x.pdf", 2, "--multiples" },
    { "map FILE --set RESOC --indicator pop_total --multiples 4 --beside set=SERR -o DIR/x.pdf", 2,
      "--beside" },
    { "map FILE --set RESOC --beside SERR -o DIR/x.pdf", 2, "SERR" },
    { "map FILE --set RESOC --beside colour=red -o DIR/x.pdf", 2, "indicator" },
    { "map FILE --set RESOC --beside period=soon -o DIR/x.pdf", 2, "soon" },
    { "map FILE --set RESOC --beside set=A --beside set=B --beside set=C --beside set=D -o "
      "DIR/x.pdf",
      2, "--beside" },
    { "map FILE --set RESOC --beside set=NOTHING -o DIR/x.pdf", 1, "NOTHING" },
    { "map FILE --set RESOC --indicator pop_total --kind circles --zero-class -o DIR/x.pdf", 2,
      "--zero-class" },
    { "map FILE --set RESOC --kind areas --palette Blues -o DIR/x.pdf", 2, "--palette" },
    { "map FILE --set RESOC --labels some -o DIR/x.pdf", 2, "some" },
    { "map FILE --set RESOC --numbers few -o DIR/x.pdf", 2, "few" },
    { "map FILE --set RESOC --size A9 -o DIR/x.pdf", 2, "A9" },
    { "map FILE --set RESOC --size 10x10mm -o DIR/x.pdf", 2, "10x10mm" },
    { "map FILE --set RESOC --indicator share_65plus --period 2009..2010 -o DIR/x.pdf", 2,
      "2009..2010" },
    /* unknown or impossible */
    { "map FILE --set parish -o DIR/x.pdf", 1, "parish" },
    { "map FILE --set RESOC --outline parish -o DIR/x.pdf", 1, "parish" },
    { "map FILE --set RESOC --within gemeente:99999 -o DIR/x.pdf", 1, "99999" },
    { "map FILE --set RESOC --indicator happiness -o DIR/x.pdf", 1, "happiness" },
    { "map FILE --set RESOC --indicator share_65plus --palette pink -o DIR/x.pdf", 1, "pink" },
    { "map FILE --set gemeente --on 1830-10-04 -o DIR/x.pdf", 1, "1830-10-04" },
    { "map FILE --set RESOC -o DIR/no/such/folder/x.pdf", 1, "folder" },
  };
  g_autofree char *path = g_build_filename (cli_get_folder (), "x.pdf", NULL);

  cli_assert_refused (refusals, G_N_ELEMENTS (refusals));
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

/* Two years and two divisions: headings say what each map shows, one legend says it for all. */
static void
test_maps_stand_beside_each_other (void)
{
  static const char *const words[] = { ">2001 · RESOC<", ">2020 · SERR<", ">2001 · SERR<",
                                       "The same class limits on all maps" };
  gsize length;

  cli_run_quietly (
    "map FILE --set RESOC --within provincie:30000 --indicator share_65plus --period 2020 "
    "--beside period=2001 --beside set=SERR --beside set=SERR,period=2001 -o DIR/four.svg");

  g_autofree char *svg = cli_read_output ("four.svg", &length);

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_test_message ("%s", words[i]);
      g_assert_nonnull (strstr (svg, words[i]));
    }
}

/* Figures of 2001, 2009 to 2015 and 2020: in steps of five years back from 2020 there is nothing of
 * 2005 in the range, and nothing of 2006. */
static void
test_small_maps_of_periods (void)
{
  static const char *const words[] = { ">2010<", ">2015<", ">2020<",
                                       "Class limits of all periods, 2001 to 2020" };
  gsize length;

  cli_run_quietly (
    "map FILE --set gemeente --within provincie:30000 --indicator share_65plus --multiples 9 "
    "--step 5 --period 2002..2020 --grey -o DIR/years.svg");

  g_autofree char *svg = cli_read_output ("years.svg", &length);

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_test_message ("%s", words[i]);
      g_assert_nonnull (strstr (svg, words[i]));
    }
  g_assert_null (strstr (svg, ">2001<"));
  g_assert_null (strstr (svg, "<image"));
}

/* The old map stays, and nothing is left beside it. */
static void
test_full_disk_keeps_the_old_map (void)
{
  static const char *const names[] = { "kept.pdf", "kept.svg", "kept.png" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (cli_get_folder (), names[i], NULL);
      g_autofree char *line = g_strdup_printf (RESOC_AND_SERR "-o DIR/%s", names[i]);
      g_autofree char *kept = NULL;

      g_assert_true (g_file_set_contents (path, "old", -1, NULL));

      g_auto (CliResult) result = cli_run_on_full_disk (line);

      g_assert_cmpint (result.status, ==, 1);
      g_assert_true (g_str_has_prefix (result.err, "streek map:"));
      g_assert_true (g_file_get_contents (path, &kept, NULL, NULL));
      g_assert_cmpstr (kept, ==, "old");
      g_assert_cmpuint (cli_count_files (names[i]), ==, 1);
    }
}

/* Not by its own name, and not by another. */
static void
test_never_overwrites_what_it_draws_from (void)
{
  g_autofree char *own = g_build_filename (cli_get_folder (), "own.png", NULL);
  g_autofree char *link = g_build_filename (cli_get_folder (), "link.png", NULL);
  static const char *const lines[] = {
    "map DIR/own.png --set RESOC -o DIR/own.png",
    "map DIR/own.png --set RESOC -o DIR/./own.png",
    "map DIR/own.png --set RESOC -o DIR/link.png",
  };
  g_auto (CliResult) copy = cli_run ("backup FILE DIR/own.png");
  g_autofree char *before = NULL;
  gsize length_before;

  g_assert_cmpint (copy.status, ==, 0);
  g_assert_cmpint (symlink (own, link), ==, 0);
  g_assert_true (g_file_get_contents (own, &before, &length_before, NULL));

  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_auto (CliResult) result = cli_run (lines[i]);
      gsize length_after;
      g_autofree char *after = NULL;

      g_assert_nonnull (strstr (result.err, "own.png"));
      g_assert_cmpint (result.status, ==, 2);
      g_assert_true (g_file_get_contents (own, &after, &length_after, NULL));
      g_assert_cmpmem (after, length_after, before, length_before);
    }
}

/* The first quarter of a series of years compares with none of them: the change goes to the newest
 * year, and the map says so. */
static void
test_change_leaves_a_lonely_quarter (void)
{
  g_autofree char *data = g_build_filename (cli_get_folder (), "quarter.csv", NULL);
  g_auto (CliResult) copied = cli_run ("backup FILE DIR/quarter.streek");
  gsize length;

  g_assert_true (g_file_set_contents (data, "niscode;waarde\n34022;12\n31005;30\n", -1, NULL));

  g_auto (CliResult) imported =
    cli_run ("import DIR/quarter.streek DIR/quarter.csv --indicator "
             "dwellings_permitted_new --period 2025-Q1 --accept-partial");

  g_assert_cmpint (imported.status, !=, 1);
  cli_run_quietly ("map DIR/quarter.streek --set gemeente --within provincie:30000 --indicator "
                   "dwellings_permitted_new --kind change -o DIR/quarter.svg");

  g_autofree char *svg = cli_read_output ("quarter.svg", &length);

  g_assert_nonnull (strstr (svg, "change from 1996 to 2024"));
  g_assert_nonnull (strstr (svg, "Q1 2025, the newest period"));
}

/* Circles have no classes; a count of which classes are asked is drawn in colours, with the advice
 * that belongs to it. */
static void
test_classes_ask_for_colours (void)
{
  gsize length;

  cli_run_quietly (
    "map FILE --set RESOC --indicator pop_total --period 2015 --classes 3 -o DIR/classes.SVG");

  g_autofree char *svg = cli_read_output ("classes.SVG", &length);

  g_assert_nonnull (strstr (svg, "circles show"));
}

static void
add_tests (void)
{
  g_test_add_func ("/cli/map/svg-has-text-and-no-picture", test_svg_has_text_and_no_picture);
  g_test_add_func ("/cli/map/shows-what-lies-around", test_shows_what_lies_around);
  g_test_add_func ("/cli/map/draws-what-is-asked-beside-the-map",
                   test_draws_what_is_asked_beside_the_map);
  g_test_add_func ("/cli/map/numbers-and-their-list", test_numbers_and_their_list);
  g_test_add_func ("/cli/map/hatches-a-set-over-another", test_hatches_a_set_over_another);
  g_test_add_func ("/cli/map/every-method-is-drawn", test_every_method_is_drawn);
  g_test_add_func ("/cli/map/pdf-is-a-page-of-the-size-asked",
                   test_pdf_is_a_page_of_the_size_asked);
  g_test_add_func ("/cli/map/png-has-200-dots-per-inch", test_png_has_200_dots_per_inch);
  g_test_add_func ("/cli/map/same-map-has-the-same-bytes", test_same_map_has_the_same_bytes);
  g_test_add_func ("/cli/map/draws-a-change", test_draws_a_change);
  g_test_add_func ("/cli/map/draws-two-indicators", test_draws_two_indicators);
  g_test_add_func ("/cli/map/says-what-is-wrong", test_says_what_is_wrong);
  g_test_add_func ("/cli/map/never-overwrites-what-it-draws-from",
                   test_never_overwrites_what_it_draws_from);
  g_test_add_func ("/cli/map/change-leaves-a-lonely-quarter", test_change_leaves_a_lonely_quarter);
  g_test_add_func ("/cli/map/classes-ask-for-colours", test_classes_ask_for_colours);
  g_test_add_func ("/cli/map/maps-stand-beside-each-other", test_maps_stand_beside_each_other);
  g_test_add_func ("/cli/map/small-maps-of-periods", test_small_maps_of_periods);
  g_test_add_func ("/cli/map/full-disk-keeps-the-old-map", test_full_disk_keeps_the_old_map);
}

int
main (int argc, char **argv)
{
  return cli_main (argc, argv, add_tests);
}
