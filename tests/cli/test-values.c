/* test-values.c: `streek values` on the figures that come with the program */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cli-runner.h"
#include "base/streek-number.h"

#include <string.h>

static void
test_prints_the_columns_agreed (void)
{
  g_auto (CliResult) result =
    cli_run ("values FILE --indicator pop_total --area arrondissement:34000 --period 2019");

  g_assert_cmpstr (result.err, ==, "");
  g_assert_cmpint (result.status, ==, 0);
  g_assert_true (g_str_has_prefix (
    result.out, "indicator,set,area,area_name,on,period,value,unit,kind,basis,known,members,"
                "coverage_pct,note\n"));
}

/* Statbel's counts of 1 January; those of merged municipalities are sums of published counts
 * (31 750 = Meulebeke 10 952 + Tielt 20 798). W13 is the figure of the region's own action plan. */
static void
test_adds_up_what_was_published (void)
{
  static const struct
  {
    const char *options;
    const char *value;
  } cases[] = {
    { "--area project:W13 --period 2019", "319114" },
    { "--area arrondissement:34000 --period 2019", "290706" },
    { "--area gewest:02000 --period 2018", "6552967" },
    { "--area gewest:02000 --period 2024", "6821770" },
    { "--area gemeente:37022 --on 2025-01-01 --period 2024", "31750" },
    { "--area gemeente:37021 --on 2025-01-01 --period 2024", "20645" },
    { "--area gemeente:11002 --on 2025-01-01 --period 2024", "556138" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *line =
        g_strdup_printf ("values FILE --indicator pop_total %s", cases[i].options);
      g_auto (CliResult) result = cli_run (line);
      g_auto (GStrv) header = NULL;
      g_autoptr (GPtrArray) rows = cli_read_rows (result.out, &header);

      g_assert_cmpint (result.status, ==, 0);
      g_assert_cmpuint (rows->len, ==, 1);
      g_assert_cmpstr (cli_get_field (header, rows->pdata[0], "value"), ==, cases[i].value);
      g_assert_cmpstr (cli_get_field (header, rows->pdata[0], "kind"), ==, "");
    }
}

/* A ratio of a region is the sum of numerators over the sum of denominators: 61 938 people of 65
 * and older among 292 493 in the twelve municipalities, added up by awk from what Statbel
 * published. */
static void
test_divides_sums_by_sums (void)
{
  g_auto (CliResult) result =
    cli_run ("values FILE --indicator share_65plus --area arrondissement:34000 --period 2020");
  g_auto (GStrv) header = NULL;
  g_autoptr (GPtrArray) rows = cli_read_rows (result.out, &header);
  double value;

  g_assert_cmpuint (rows->len, ==, 1);
  g_assert_true (streek_number_parse (cli_get_field (header, rows->pdata[0], "value"), &value));
  g_assert_cmpfloat_with_epsilon (value, 100.0 * 61938 / 292493, 1e-12);
  g_assert_cmpstr (cli_get_field (header, rows->pdata[0], "basis"), ==, "ratio");
  g_assert_cmpstr (cli_get_field (header, rows->pdata[0], "known"), ==, "12");
  g_assert_cmpstr (cli_get_field (header, rows->pdata[0], "members"), ==, "12");
  g_assert_cmpstr (cli_get_field (header, rows->pdata[0], "coverage_pct"), ==, "100");
}

/* What cannot be said has a kind, and never a number. */
static void
test_refuses_in_words (void)
{
  static const struct
  {
    const char *options;
    const char *kind;
  } cases[] = {
    /* figures of 2025's Beveren-Kruibeke-Zwijndrecht only */
    { "--indicator house_sales --area gemeente:46003 --on 2024-01-01 --period 2024",
      "not_splittable" },
    /* no median of Tielt and Meulebeke together */
    { "--indicator median_income_return --area gemeente:37022 --on 2025-01-01 --period 2017",
      "not_additive" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *line = g_strdup_printf ("values FILE %s", cases[i].options);
      g_auto (CliResult) result = cli_run (line);
      g_auto (GStrv) header = NULL;
      g_autoptr (GPtrArray) rows = cli_read_rows (result.out, &header);

      g_assert_cmpint (result.status, ==, 0);
      g_assert_cmpuint (rows->len, ==, 1);
      g_assert_cmpstr (cli_get_field (header, rows->pdata[0], "value"), ==, "");
      g_assert_cmpstr (cli_get_field (header, rows->pdata[0], "kind"), ==, cases[i].kind);
      g_assert_cmpstr (cli_get_field (header, rows->pdata[0], "note"), !=, "");
    }
}

/* The published total of Flanders in 2018, on the municipalities of that moment: 308 of them. */
static void
test_parts_add_up_to_the_whole (void)
{
  g_auto (CliResult) result = cli_run ("values FILE --indicator pop_total --set gemeente"
                                       " --within gewest:02000 --period 2018");
  g_auto (GStrv) header = NULL;
  g_autoptr (GPtrArray) rows = cli_read_rows (result.out, &header);
  double sum = 0;

  g_assert_cmpuint (rows->len, ==, 308);

  for (guint i = 0; i < rows->len; i++)
    {
      double value;

      g_assert_true (streek_number_parse (cli_get_field (header, rows->pdata[i], "value"), &value));
      sum += value;
    }

  g_assert_cmpfloat (sum, ==, 6552967);
}

static void
test_says_what_is_wrong (void)
{
  static const CliRefusal refusals[] = {
    /* cannot be parsed, or contradicts itself */
    { "values FILE --set gemeente", 2, "--indicator" },
    { "values FILE --indicator pop_total", 2, "--area" },
    { "values FILE --indicator pop_total --set gemeente --area gemeente:34022", 2, "--set" },
    { "values FILE --indicator pop_total --set gemeente --period 2019-Q5", 2, "2019-Q5" },
    { "values FILE --indicator pop_total --set gemeente --period 2019..2010", 2, "2019..2010" },
    { "values FILE --indicator pop_total --set gemeente --min-coverage all", 2, "all" },
    /* unknown or impossible */
    { "values FILE --indicator happiness --set gemeente", 1, "happiness" },
    { "values FILE --indicator pop_total --set parish", 1, "parish" },
    { "values FILE --indicator pop_total --area gemeente:99999", 1, "99999" },
    { "values FILE --indicator pop_total --area gewest:02000 --period 1850", 1, "2001" },
  };

  cli_assert_refused (refusals, G_N_ELEMENTS (refusals));
}

/* Nothing is skipped in silence: RESOC Noord-West-Vlaanderen (from 2016) lies in two SERRs. A
 * sentence is said once, however many periods it is about. */
static void
test_names_what_is_left_out (void)
{
  static const struct
  {
    const char *options;
    const char *says; /* NULL: nothing */
  } cases[] = {
    { "--set RESOC --within SERR:SERR_OW --on 2017-01-01 --period 2015..2020", "RESOC_NWVL" },
    { "--set RESOC --within gemeente:34022 --on 2017-01-01", "RESOC_" },
    { "--set RESOC --within gewest:04000 --on 2017-01-01", "Brussel" },
    { "--set gemeente --within RESOC:RESOC_WESTHOEK --on 2000-01-01 --period 2015", "2004-10-22" },
    { "--set RESOC --within SERR:SERR_OW --on 2009-01-01", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *line =
        g_strdup_printf ("values FILE --indicator pop_total %s", cases[i].options);
      g_auto (CliResult) result = cli_run (line);

      g_test_message ("%s: %s", line, result.err);
      g_assert_true (g_str_has_prefix (result.out, "indicator,"));

      if (cases[i].says == NULL)
        {
          g_assert_cmpstr (result.err, ==, "");
          g_assert_cmpint (result.status, ==, 0);
          continue;
        }

      const char *first = strstr (result.err, "streek values: ");

      g_assert_nonnull (first);
      g_assert_null (strstr (first + 1, "streek values: "));
      g_assert_nonnull (strstr (result.err, cases[i].says));
      g_assert_cmpint (result.status, ==, 3);
    }
}

static void
test_same_question_gives_the_same_bytes (void)
{
  static const char line[] = "values FILE --indicator share_65plus --set RESOC --period 2009..2015";
  g_auto (CliResult) first = cli_run (line);
  g_auto (CliResult) second = cli_run (line);

  g_assert_cmpuint (strlen (first.out), >, 1000);
  g_assert_cmpstr (first.out, ==, second.out);
}

/* People read Dutch; programs read the same columns and numbers everywhere. */
static void
test_numbers_follow_no_language (void)
{
  static const char line[] = "values FILE --indicator share_65plus --area arrondissement:34000"
                             " --period 2020 --json";
  g_auto (CliResult) dutch = cli_run_in ("nl", line);
  g_auto (CliResult) english = cli_run_in ("en", line);
  const char *value = strstr (english.out, "\"value\":");
  g_autofree char *number = g_strndup (value, strcspn (value, ","));

  g_assert_nonnull (strchr (number, '.'));
  g_assert_nonnull (strstr (dutch.out, number));
}

/* Whatever the letters of a set, the same command has the same answer; one that is no set at all
 * keeps them in the message. */
static void
test_sets_in_any_letters (void)
{
  static const struct
  {
    const char *as_written;
    const char *as_typed;
  } cases[] = {
    { "values FILE --indicator pop_total --set RESOC --within provincie:30000",
      "values FILE --indicator pop_total --set resoc --within PROVINCIE:30000" },
    { "values FILE --indicator pop_total --area RESOC:RESOC_WESTHOEK",
      "values FILE --indicator pop_total --area Resoc:RESOC_WESTHOEK" },
    { "areas FILE --set SERR --within provincie:30000 --on 2009-01-01",
      "areas FILE --set serr --within Provincie:30000 --on 2009-01-01" },
    { "analyse FILE --kind ranking --indicator pop_total --set RESOC",
      "analyse FILE --kind ranking --indicator pop_total --set resoc" },
    { "select FILE --set gemeente --indicator pop_total --where >100000",
      "select FILE --set GEMEENTE --indicator pop_total --where >100000" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (CliResult) one = cli_run (cases[i].as_written);
      g_auto (CliResult) other = cli_run (cases[i].as_typed);

      g_test_message ("%s", cases[i].as_typed);
      g_assert_cmpint (one.status, ==, other.status);
      g_assert_cmpint (other.status, ==, 0);
      g_assert_cmpstr (one.out, ==, other.out);
      g_assert_cmpstr (one.err, ==, other.err);
    }

  g_auto (CliResult) none = cli_run ("values FILE --indicator pop_total --set Parochie");

  g_assert_cmpint (none.status, ==, 1);
  g_assert_nonnull (strstr (none.err, "Parochie"));
}

static void
add_tests (void)
{
  g_test_add_func ("/cli/values/prints-the-columns-agreed", test_prints_the_columns_agreed);
  g_test_add_func ("/cli/values/adds-up-what-was-published", test_adds_up_what_was_published);
  g_test_add_func ("/cli/values/divides-sums-by-sums", test_divides_sums_by_sums);
  g_test_add_func ("/cli/values/refuses-in-words", test_refuses_in_words);
  g_test_add_func ("/cli/values/parts-add-up-to-the-whole", test_parts_add_up_to_the_whole);
  g_test_add_func ("/cli/values/says-what-is-wrong", test_says_what_is_wrong);
  g_test_add_func ("/cli/values/names-what-is-left-out", test_names_what_is_left_out);
  g_test_add_func ("/cli/values/same-question-gives-the-same-bytes",
                   test_same_question_gives_the_same_bytes);
  g_test_add_func ("/cli/values/sets-in-any-letters", test_sets_in_any_letters);
  g_test_add_func ("/cli/values/numbers-follow-no-language", test_numbers_follow_no_language);
}

int
main (int argc, char **argv)
{
  return cli_main (argc, argv, add_tests);
}
