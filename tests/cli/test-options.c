/* test-options.c: what a subcommand accepts on its command line, and what it says of the rest */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "streek-cli.h"

#include <math.h>
#include <string.h>

static const StreekCommand command = {
  .name = "try",
  .arguments = "FILE DEST",
  .n_arguments = 2,
  .summary = "Tries.",
};

static GString *said;

static void
catch_message_cb (const char *text)
{
  g_string_append (said, text);
}

static void
catch_messages (void)
{
  said = g_string_new (NULL);
  g_set_printerr_handler (catch_message_cb);
}

/* Parses one command line; returns its arguments joined, or NULL with *status set. */
static char *
parse (const char *line, char **set, StreekExit *status)
{
  const GOptionEntry entries[] = {
    { "set", 0, 0, G_OPTION_ARG_STRING, set, "Set", "SET" },
    { NULL },
  };
  g_auto (GStrv) words = g_strsplit (line, " ", -1);
  g_auto (GStrv) arguments = streek_cli_parse (&command, entries, words, status);

  return arguments != NULL ? g_strjoinv ("|", arguments) : NULL;
}

static void
test_reads_options_anywhere (void)
{
  static const char *const lines[] = {
    "--set RESOC a.streek b.streek",
    "a.streek --set=RESOC b.streek",
    "a.streek b.streek --set RESOC",
    "--set RESOC -- a.streek b.streek",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autofree char *set = NULL;
      StreekExit status = STREEK_EXIT_FAILED;
      g_autofree char *arguments = parse (lines[i], &set, &status);

      g_assert_cmpstr (arguments, ==, "a.streek|b.streek");
      g_assert_cmpstr (set, ==, "RESOC");
      g_assert_cmpint (status, ==, STREEK_EXIT_DONE);
    }
}

static void
test_refuses_what_it_does_not_know (void)
{
  static const struct
  {
    const char *line;
    const char *names; /* what the message must name */
  } cases[] = {
    { "a.streek", "DEST" },
    { "a.streek b.streek c.streek", "c.streek" },
    { "a.streek b.streek --sett RESOC", "--sett" },
    { "a.streek b.streek --set", "--set" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *set = NULL;
      StreekExit status = STREEK_EXIT_DONE;

      g_string_truncate (said, 0);

      g_autofree char *arguments = parse (cases[i].line, &set, &status);

      g_assert_null (arguments);
      g_assert_cmpint (status, ==, STREEK_EXIT_USAGE);
      g_assert_nonnull (strstr (said->str, cases[i].names));
      g_assert_nonnull (strstr (said->str, "streek try --help"));
    }
}

static void
test_reads_percentages (void)
{
  static const struct
  {
    const char *text;
    double expected; /* NAN: refused */
  } cases[] = {
    { "0", 0 },     { "90", 90 },    { "97.5", 97.5 }, { "100", 100 }, { "-1", NAN },
    { "101", NAN }, { "97,5", NAN }, { "90%", NAN },   { "", NAN },    { "nan", NAN },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      double value = 0;
      gboolean good =
        streek_cli_parse_percentage (&command, "--min-coverage", cases[i].text, &value);

      g_assert_cmpint (good, ==, !isnan (cases[i].expected));
      if (good)
        g_assert_cmpfloat (value, ==, cases[i].expected);
    }

  double absent = 0;

  g_assert_true (streek_cli_parse_percentage (&command, "--min-coverage", NULL, &absent));
  g_assert_true (isnan (absent));
}

static void
test_tells_an_area_from_a_word (void)
{
  static const struct
  {
    const char *text;
    gboolean good;
  } cases[] = {
    { NULL, TRUE },
    { "arrondissement:34000", TRUE },
    { "RESOC:RESOC_WESTHOEK", TRUE },
    { "34000", FALSE },
    { ":34000", FALSE },
    { "arrondissement:", FALSE },
    { "", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (streek_cli_check_area_ref (&command, "--area", cases[i].text), ==,
                     cases[i].good);
}

static void
test_reads_dates_and_periods (void)
{
  StreekDate date = STREEK_DATE_OPEN;
  StreekPeriodRange periods = { 0 };

  g_assert_true (streek_cli_parse_date (&command, NULL, &date));
  g_assert_cmpint (date, ==, STREEK_DATE_OPEN);
  g_assert_true (streek_cli_parse_date (&command, "2019-02-28", &date));
  g_assert_cmpint (date, ==, streek_date_from_ymd (2019, 2, 28));
  g_assert_false (streek_cli_parse_date (&command, "2019-02-30", &date));
  g_assert_false (streek_cli_parse_date (&command, "2019", &date));

  g_assert_true (streek_cli_parse_periods (&command, NULL, &periods));
  g_assert_cmpint (periods.first.kind, ==, STREEK_PERIOD_NONE);
  g_assert_true (streek_cli_parse_periods (&command, "2009..2015", &periods));
  g_assert_cmpint (periods.first.year, ==, 2009);
  g_assert_cmpint (periods.last.year, ==, 2015);
  g_assert_true (streek_cli_parse_periods (&command, NULL, &periods));
  g_assert_cmpint (periods.first.year, ==, 2009);
  g_assert_false (streek_cli_parse_periods (&command, "2015..2009", &periods));
  g_assert_false (streek_cli_parse_periods (&command, "last year", &periods));
}

/* What an option does not say stays as a saved view has it. */
static void
test_keeps_what_is_not_said (void)
{
  g_autoptr (GArray) breaks = NULL;
  g_auto (GStrv) list = NULL;
  g_autofree char *text = NULL;

  g_assert_true (streek_cli_parse_breaks (&command, "1.5,3", &breaks));
  g_assert_true (streek_cli_parse_breaks (&command, NULL, &breaks));
  g_assert_cmpuint (breaks->len, ==, 2);
  g_assert_false (streek_cli_parse_breaks (&command, "3,3", &breaks));
  g_assert_true (streek_cli_parse_breaks (&command, "7", &breaks));
  g_assert_cmpfloat (g_array_index (breaks, double, 0), ==, 7);

  g_assert_true (streek_cli_parse_list (&command, "--indicator", "a,b", &list));
  g_assert_true (streek_cli_parse_list (&command, "--indicator", NULL, &list));
  g_assert_cmpstr (list[1], ==, "b");
  g_assert_true (streek_cli_parse_list (&command, "--indicator", "c", &list));
  g_assert_cmpuint (g_strv_length (list), ==, 1);

  streek_cli_take_text (&text, "RESOC");
  streek_cli_take_text (&text, NULL);
  g_assert_cmpstr (text, ==, "RESOC");
}

static const char *
get_letter (guint value)
{
  return value == 0 ? "a" : "b";
}

static void
test_reads_counts_and_values_with_words (void)
{
  guint value = 7;

  g_assert_true (streek_cli_parse_id (&command, "--kind", 2, get_letter, NULL, &value));
  g_assert_cmpuint (value, ==, 7);
  g_assert_true (streek_cli_parse_id (&command, "--kind", 2, get_letter, "b", &value));
  g_assert_cmpuint (value, ==, 1);
  g_string_truncate (said, 0);
  g_assert_false (streek_cli_parse_id (&command, "--kind", 2, get_letter, "c", &value));
  g_assert_nonnull (strstr (said->str, "a, b"));

  g_assert_true (streek_cli_parse_count (&command, "--step", "36", 2, 36, &value));
  g_assert_cmpuint (value, ==, 36);
  g_assert_true (streek_cli_parse_count (&command, "--step", NULL, 2, 36, &value));
  g_assert_cmpuint (value, ==, 36);
  g_assert_false (streek_cli_parse_count (&command, "--step", "37", 2, 36, &value));
  g_assert_false (streek_cli_parse_count (&command, "--step", "-3", 2, 36, &value));
  g_assert_false (streek_cli_parse_count (&command, "--step", "", 2, 36, &value));
}

/* The last one would win without a word. */
static void
test_refuses_an_option_twice (void)
{
  static const char *const lines[] = {
    "--set RESOC --set SERR a.streek b.streek",
    "--set=RESOC a.streek b.streek --set SERR",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autofree char *set = NULL;
      StreekExit status = STREEK_EXIT_DONE;

      g_string_truncate (said, 0);
      g_assert_null (parse (lines[i], &set, &status));
      g_assert_cmpint (status, ==, STREEK_EXIT_USAGE);
      g_assert_nonnull (strstr (said->str, "--set is given twice"));
    }

  /* a value may look like the option, and after "--" nothing is one */
  g_autofree char *set = NULL;
  StreekExit status = STREEK_EXIT_FAILED;
  g_autofree char *value = parse ("--set --set a.streek b.streek", &set, &status);

  g_assert_cmpstr (value, ==, "a.streek|b.streek");
  g_assert_cmpstr (set, ==, "--set");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  catch_messages ();

  g_test_add_func ("/cli/options/reads-options-anywhere", test_reads_options_anywhere);
  g_test_add_func ("/cli/options/refuses-what-it-does-not-know",
                   test_refuses_what_it_does_not_know);
  g_test_add_func ("/cli/options/refuses-an-option-twice", test_refuses_an_option_twice);
  g_test_add_func ("/cli/options/reads-percentages", test_reads_percentages);
  g_test_add_func ("/cli/options/tells-an-area-from-a-word", test_tells_an_area_from_a_word);
  g_test_add_func ("/cli/options/reads-dates-and-periods", test_reads_dates_and_periods);
  g_test_add_func ("/cli/options/keeps-what-is-not-said", test_keeps_what_is_not_said);
  g_test_add_func ("/cli/options/reads-counts-and-values-with-words",
                   test_reads_counts_and_values_with_words);

  int status = g_test_run ();

  g_string_free (said, TRUE);

  return status;
}
