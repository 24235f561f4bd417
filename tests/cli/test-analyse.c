/* test-analyse.c: `streek analyse` on the figures that come with the program */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "base/streek-number.h"
#include "cli-runner.h"

#include <string.h>

#define LEADS "set,area,area_name,on,"

static void
test_prints_the_columns_agreed (void)
{
  static const struct
  {
    const char *options;
    const char *header;
  } cases[] = {
    { "change --indicator pop_total --area gewest:02000",
      LEADS "indicator,indicator_name,unit,period_from,period_to,from,to,difference,measure,change,"
            "annual,kind,note\n" },
    { "index --indicator pop_total --area gewest:02000",
      LEADS "indicator,indicator_name,unit,period,value,base_period,index,kind,note\n" },
    { "ranking --indicator pop_total --set arrondissement --within provincie:30000",
      LEADS "indicator,period,value,unit,order,rank,of,gap,position,province,province_value,"
            "flanders_value,reference,reference_value,kind,note\n" },
    { "profile --indicator share_65plus --area gemeente:34022",
      LEADS "indicator,indicator_name,period,value,unit,direction,reference,members,known,weight,"
            "mean,deviation,z,kind,note\n" },
    { "shift-share --indicator pop_0_14,pop_15_64,pop_65plus --area arrondissement:34000",
      LEADS "level,indicator,indicator_name,unit,period_from,period_to,from,to,change,national,mix,"
            "regional,reference,kind,note\n" },
    { "quotient --indicator pop_0_14,pop_15_64,pop_65plus --area arrondissement:34000",
      LEADS "indicator,indicator_name,period,value,unit,share_pct,reference,reference_share_pct,"
            "quotient,kind,note\n" },
    { "moran --indicator share_65plus --set gemeente --within arrondissement:34000",
      LEADS "level,indicator,period,value,unit,neighbours,z,lag,i,expected,variance,p,cluster,kind,"
            "note\n" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *line = g_strdup_printf ("analyse FILE --kind %s", cases[i].options);
      g_auto (CliResult) result = cli_run (line);

      g_test_message ("%s", line);
      g_assert_cmpint (result.status, ==, 0);
      g_assert_true (g_str_has_prefix (result.out, cases[i].header));
    }
}

static double
get_number (GPtrArray *rows, GStrv header, guint row, const char *column)
{
  double value;

  g_assert_true (
    streek_number_parse (cli_get_field (header, g_ptr_array_index (rows, row), column), &value));

  return value;
}

/* Statbel: 6 552 967 inhabitants of Flanders on 1 January 2018, 6 821 770 in 2024. The rest is
 * arithmetic (bc): 268 803 is 4.102 %, and 0.672 % a year for six years. */
static void
test_change_of_what_was_published (void)
{
  g_auto (CliResult) result = cli_run (
    "analyse FILE --kind change --indicator pop_total --area gewest:02000 --period 2018..2024");
  g_auto (GStrv) header = NULL;
  g_autoptr (GPtrArray) rows = cli_read_rows (result.out, &header);

  g_assert_cmpuint (rows->len, ==, 1);
  g_assert_cmpfloat (get_number (rows, header, 0, "difference"), ==, 268803);
  g_assert_cmpfloat_with_epsilon (get_number (rows, header, 0, "change"), 4.10200448132884, 1e-9);
  g_assert_cmpfloat_with_epsilon (get_number (rows, header, 0, "annual"), 0.67226705137966, 1e-9);
  g_assert_cmpstr (cli_get_field (header, rows->pdata[0], "measure"), ==, "percent");
  g_assert_nonnull (strstr (result.err, "from 2018 to 2024, in percent"));
}

/* Voeren lies between Wallonia and the Netherlands, so among the 300 of Flanders it is alone. */
static void
test_moran_names_the_island (void)
{
  g_auto (CliResult) result = cli_run (
    "analyse FILE --kind moran --indicator share_65plus --set gemeente --within gewest:02000");
  g_auto (GStrv) header = NULL;
  g_autoptr (GPtrArray) rows = cli_read_rows (result.out, &header);
  guint n_islands = 0;

  g_assert_cmpint (result.status, ==, 3);
  g_assert_cmpuint (rows->len, ==, 301);
  g_assert_cmpfloat_with_epsilon (get_number (rows, header, 0, "expected"), -1.0 / 298, 1e-12);

  for (guint i = 1; i < rows->len; i++)
    if (strcmp (cli_get_field (header, rows->pdata[i], "cluster"), "island") == 0)
      {
        n_islands++;
        g_assert_cmpstr (cli_get_field (header, rows->pdata[i], "area_name"), ==, "Voeren");
      }

  g_assert_cmpuint (n_islands, ==, 1);
  g_assert_nonnull (strstr (result.err, "left out: Voeren."));
}

static void
test_same_seed_gives_the_same_bytes (void)
{
  static const char line[] = "analyse FILE --kind moran --indicator pop_density --set gemeente "
                             "--within provincie:30000 --permutations 199 --seed 7 --json";
  g_auto (CliResult) first = cli_run (line);
  g_auto (CliResult) second = cli_run (line);
  g_auto (CliResult) other = cli_run ("analyse FILE --kind moran --indicator pop_density --set "
                                      "gemeente --within provincie:30000 --permutations 199 "
                                      "--seed 8 --json");

  g_assert_true (g_str_has_prefix (first.out, "[\n{\"set\":\"gemeente\",\"area\":null,"));
  g_assert_cmpstr (first.out, ==, second.out);
  g_assert_cmpstr (first.out, !=, other.out);
}

static void
test_says_what_is_wrong (void)
{
  static const CliRefusal refusals[] = {
    { "analyse FILE --indicator pop_total --set gemeente", 2, "--kind" },
    { "analyse FILE --kind kriging --indicator pop_total --set gemeente", 2, "kriging" },
    { "analyse FILE --kind change --set gemeente", 2, "indicator" },
    { "analyse FILE --kind change --indicator pop_total", 2, "set" },
    { "analyse FILE --kind change --indicator pop_total --set gemeente --area gemeente:34022", 2,
      "either" },
    { "analyse FILE --kind ranking --indicator pop_total --area gemeente:34022", 2, "others" },
    { "analyse FILE --kind change --indicator pop_total --set gemeente --base 2010", 2, "--base" },
    { "analyse FILE --kind change --indicator pop_total --set gemeente --seed 1", 2, "--seed" },
    { "analyse FILE --kind moran --indicator pop_total --set gemeente --seed -1", 2, "--seed" },
    { "analyse FILE --kind moran --indicator pop_total --set gemeente --permutations 9999999", 2,
      "999999" },
    { "analyse FILE --kind moran --indicator pop_total --set gemeente --permutations 0", 2, "1" },
    { "analyse FILE --kind profile --indicator pop_total --area gemeente:34022 --reference x", 2,
      "SET:CODE" },
    { "analyse FILE --kind change --indicator no_such --set gemeente", 1, "no_such" },
    { "analyse FILE --kind change --indicator pop_total --set gemeente --period 1950..2020", 1,
      "2001" },
    { "analyse FILE --kind change --indicator jobs --set gemeente", 1, "Jobs" },
    { "analyse FILE --kind quotient --indicator pop_total,share_65plus --set gemeente", 1,
      "not a count" },
  };

  cli_assert_refused (refusals, G_N_ELEMENTS (refusals));
}

static void
add_tests (void)
{
  g_test_add_func ("/cli/analyse/prints-the-columns-agreed", test_prints_the_columns_agreed);
  g_test_add_func ("/cli/analyse/change-of-what-was-published", test_change_of_what_was_published);
  g_test_add_func ("/cli/analyse/moran-names-the-island", test_moran_names_the_island);
  g_test_add_func ("/cli/analyse/same-seed-gives-the-same-bytes",
                   test_same_seed_gives_the_same_bytes);
  g_test_add_func ("/cli/analyse/says-what-is-wrong", test_says_what_is_wrong);
}

int
main (int argc, char **argv)
{
  return cli_main (argc, argv, add_tests);
}
