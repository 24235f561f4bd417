/* test-import.c: `streek import` on small files in the shape of what sources export */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cli-runner.h"

#include <glib/gstdio.h>

#include <string.h>

/* A file beside a fresh workspace: DIR/N.streek and DIR/NAME. */
static char *
write_data (const char *name, const char *text, gssize length)
{
  g_autoptr (GError) error = NULL;
  char *path = g_build_filename (cli_get_folder (), name, NULL);

  g_file_set_contents (path, text, length, &error);
  g_assert_no_error (error);

  return path;
}

static void
make_workspace (void)
{
  g_autofree char *path = g_build_filename (cli_get_folder (), "i.streek", NULL);

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    g_assert_cmpint (g_remove (path), ==, 0);

  g_auto (CliResult) made = cli_run ("new DIR/i.streek");

  g_assert_cmpint (made.status, ==, 0);
}

/* How many the report says of one kind and id; of all indicators and periods together. */
static gint64
count (const CliResult *result, const char *kind, const char *id)
{
  g_auto (GStrv) header = NULL;
  g_autoptr (GPtrArray) rows = cli_read_rows (result->out, &header);
  gint64 n = 0;

  for (guint i = 0; i < rows->len; i++)
    if (strcmp (cli_get_field (header, rows->pdata[i], "kind"), kind) == 0 &&
        strcmp (cli_get_field (header, rows->pdata[i], "id"), id) == 0)
      n += g_ascii_strtoll (cli_get_field (header, rows->pdata[i], "count"), NULL, 10);

  return n;
}

static void
assert_rows (const CliResult *result, gint64 read, gint64 taken, gint64 ignored, gint64 rejected)
{
  g_test_message ("%s%s", result->out, result->err);
  g_assert_cmpint (count (result, "rows", "read"), ==, read);
  g_assert_cmpint (count (result, "rows", "taken"), ==, taken);
  g_assert_cmpint (count (result, "rows", "ignored"), ==, ignored);
  g_assert_cmpint (count (result, "rows", "rejected"), ==, rejected);
}

static void
assert_value (const char *indicator, const char *area, const char *period, const char *value)
{
  g_autofree char *line = g_strdup_printf (
    "values DIR/i.streek --indicator %s --area %s --period %s", indicator, area, period);
  g_auto (CliResult) result = cli_run (line);
  g_auto (GStrv) header = NULL;
  g_autoptr (GPtrArray) rows = cli_read_rows (result.out, &header);

  g_test_message ("%s: %s", line, result.err);
  g_assert_cmpuint (rows->len, ==, 1);
  g_assert_cmpstr (cli_get_field (header, rows->pdata[0], "value"), ==, value);
}

/* The shape of "Bevolking per gemeente" of Statbel: Windows-1252, semicolons, points as group
 * marks, no leading zeros, totals among members, source lines under it. The figures are made up. */
static void
test_takes_a_table_of_statbel (void)
{
  static const char text[] = "NIS code;Woonplaats;Mannen;Vrouwen;Totaal\r\n"
                             "1000;Belgi\xeb;5.797.225;5.966.425;11.763.650\r\n"
                             "30000;Provincie West-Vlaanderen;1.100;900;2.000\r\n"
                             "34022;Kortrijk;1.000.100;900.100;1.900.200\r\n"
                             "34027;Menen;100;200;300\r\n"
                             "\r\n"
                             "Bron: Statbel;;;;\r\n";
  g_autofree char *path = write_data ("bevolking_2033.csv", text, sizeof text - 1);

  make_workspace ();

  g_auto (CliResult) first = cli_run ("import DIR/i.streek DIR/bevolking_2033.csv");

  assert_rows (&first, 7, 4, 3, 0);
  g_assert_cmpint (first.status, ==, 0);
  g_assert_cmpint (count (&first, "figures", "new"), ==, 12);
  assert_value ("pop_total", "gemeente:34022", "2033", "1900200");
  assert_value ("pop_total", "land:01000", "2033", "11763650");
  assert_value ("pop_female", "gemeente:34027", "2033", "200");

  /* the same file again changes nothing */
  g_auto (CliResult) again = cli_run ("import DIR/i.streek DIR/bevolking_2033.csv");

  assert_rows (&again, 7, 4, 3, 0);
  g_assert_cmpint (count (&again, "figures", "new"), ==, 0);
  g_assert_cmpint (count (&again, "figures", "unchanged"), ==, 12);
}

static void
test_shows_what_was_and_becomes (void)
{
  static const char before[] = "indicator,nis,period,value\n"
                               "pop_total,34022,2033,100\npop_total,34027,2033,200\n";
  static const char after[] = "indicator,nis,period,value\n"
                              "pop_total,34022,2033,100\npop_total,34027,2033,201\n";
  g_autofree char *one = write_data ("before.csv", before, -1);
  g_autofree char *two = write_data ("after.csv", after, -1);

  make_workspace ();

  g_auto (CliResult) first = cli_run ("import DIR/i.streek DIR/before.csv");
  g_auto (CliResult) dry = cli_run ("import DIR/i.streek DIR/after.csv --dry-run");

  g_assert_cmpint (first.status, ==, 0);
  g_assert_cmpint (dry.status, ==, 0);
  g_assert_cmpint (count (&dry, "figures", "changed"), ==, 1);
  g_assert_nonnull (strstr (dry.out, "gemeente:34027,,200,201,"));
  assert_value ("pop_total", "gemeente:34027", "2033", "200");

  g_auto (CliResult) second = cli_run ("import DIR/i.streek DIR/after.csv");

  g_assert_cmpint (second.status, ==, 0);
  assert_value ("pop_total", "gemeente:34027", "2033", "201");
  assert_value ("pop_total", "gemeente:34022", "2033", "100");
}

/* Every row ends somewhere: what is wrong is rejected with its reason, and the rest waits for
 * --accept-partial. */
static void
test_no_row_vanishes (void)
{
  static const char text[] = "gemeente,jaar,pop_total\n"
                             "Kortrijk,2033,100\n"
                             "Kortrijk,2033,100\n" /* says the same */
                             "Brugghe,2033,200\n"  /* unknown */
                             "Menen,2033,300\n"
                             "Menen,2033,301\n"     /* contradicts */
                             "Deerlijk,2033,veel\n" /* no number */
                             "Zwevegem,soon,400\n"  /* no period */
                             "Kuurne,2033,500,6\n"  /* a cell too many */
                             "Waregem,2033,:\n"
                             "\n"
                             "Bron: zelf\n";
  g_autofree char *path = write_data ("mixed.csv", text, -1);

  make_workspace ();

  g_auto (CliResult) refused = cli_run ("import DIR/i.streek DIR/mixed.csv");

  assert_rows (&refused, 12, 2, 4, 6);
  g_assert_cmpint (refused.status, ==, 1);
  g_assert_nonnull (strstr (refused.err, "--accept-partial"));
  g_assert_nonnull (strstr (refused.out, "Brugge"));
  g_assert_cmpint (count (&refused, "ignored", "duplicate"), ==, 1);
  g_assert_cmpint (count (&refused, "rejected", "contradiction"), ==, 2);
  g_assert_cmpint (count (&refused, "rejected", "bad-shape"), ==, 1);

  g_auto (CliResult) taken = cli_run ("import DIR/i.streek DIR/mixed.csv --accept-partial");

  g_assert_cmpint (taken.status, ==, 3);
  assert_value ("pop_total", "gemeente:34022", "2033", "100");
}

/* "10.000" alone tells nothing: it is asked, once, and nothing is written before the answer. */
static void
test_asks_what_only_a_person_knows (void)
{
  g_autofree char *path =
    write_data ("ask.csv", "nis;jaar;pop_total\n34022;2033;10.000\n34027;2033;20.000\n", -1);

  make_workspace ();

  g_auto (CliResult) asked = cli_run ("import DIR/i.streek DIR/ask.csv");

  g_assert_cmpint (asked.status, ==, 1);
  g_assert_nonnull (strstr (asked.err, "“10.000”, “20.000”"));

  g_auto (CliResult) answered = cli_run ("import DIR/i.streek DIR/ask.csv --decimals comma");

  g_assert_cmpint (answered.status, ==, 0);
  assert_value ("pop_total", "gemeente:34022", "2033", "10000");
}

/* Old codes by the date of the period, old and new ones by the date that fits them all. */
static void
test_reads_codes_of_their_time (void)
{
  static const char text[] = "indicator,nis,period,value\n"
                             "house_sales,44011,2005,10\n"    /* Deinze before 2019 */
                             "house_sales,44049,2005,5\n"     /* Nevele, part of Deinze since */
                             "vacancies_open,44083,2005,7\n"; /* Deinze since 2019 */
  g_autofree char *path = write_data ("codes.csv", text, -1);

  make_workspace ();

  g_auto (CliResult) result = cli_run ("import DIR/i.streek DIR/codes.csv");

  assert_rows (&result, 4, 3, 1, 0);
  g_assert_cmpint (result.status, ==, 0);
  assert_value ("house_sales", "gemeente:44083 --on 2020-01-01", "2005", "15");
  assert_value ("vacancies_open", "gemeente:44083 --on 2020-01-01", "2005", "7");
}

/* Names without codes, told apart by kind, by brackets and by what stands before them. */
static void
test_tells_names_apart (void)
{
  static const char text[] = "Administratieve eenheid;2033\n"
                             "België;1000\n"
                             "Provincie Antwerpen;500\n"
                             "Arrondissement Antwerpen;300\n"
                             "Antwerpen;200\n"
                             "Hove (Antwerpen);10\n"
                             "Sint-Niklaas (Sint-Niklaas);20\n"
                             "Saint-Nicolas (Luik);30\n";
  g_autofree char *path = write_data ("names.csv", text, -1);

  make_workspace ();

  g_auto (CliResult) result =
    cli_run ("import DIR/i.streek DIR/names.csv --indicator vacancies_open");

  assert_rows (&result, 8, 7, 1, 0);
  assert_value ("vacancies_open", "provincie:10000", "2033", "500");
  assert_value ("vacancies_open", "arrondissement:11000", "2033", "300");
  assert_value ("vacancies_open", "gemeente:11002", "2033", "200");
  assert_value ("vacancies_open", "gemeente:46021", "2033", "20");
  assert_value ("vacancies_open", "gemeente:62093", "2033", "30");
}

/* The shape of Eurostat's TSV: keys joined in the first column, flags behind values. */
static void
test_takes_a_table_of_eurostat (void)
{
  static const char text[] = "freq,indic_de,unit,geo\\TIME_PERIOD\t2033 \t2034 \r\n"
                             "A,MEDAGEPOP,YR,BE254\t44.2 p\t: \r\n"
                             "A,MEDAGEPOP,YR,NL11\t43.1 \t43.2 \r\n";
  g_autofree char *path = write_data ("demo.tsv", text, -1);

  make_workspace ();

  g_auto (CliResult) result = cli_run ("import DIR/i.streek DIR/demo.tsv");

  assert_rows (&result, 3, 1, 2, 0);
  g_assert_cmpint (result.status, ==, 0);
  g_assert_cmpint (count (&result, "cells", "values"), ==, 3);
  g_assert_cmpint (count (&result, "cells", "missing"), ==, 1);
  assert_value ("eurostat_medagepop", "arrondissement:34000", "2033", "44.2");
}

/* Members of a breakdown are summed; a member called total would be taken alone. */
static void
test_sums_members (void)
{
  static const char text[] = "jaar,niscode,aantal_huishoudleden,aantal\n"
                             "2033,34022,1,10\n2033,34022,2,20\n2033,34022,4+,5\n"
                             "2033,34027,1,1\n2033,34027,2,:\n2033,34027,4+,3\n";
  g_autofree char *path = write_data ("leden.csv", text, -1);

  make_workspace ();

  g_auto (CliResult) result = cli_run ("import DIR/i.streek DIR/leden.csv");

  assert_rows (&result, 7, 6, 1, 0);
  assert_value ("households", "gemeente:34022", "2033", "35");
  /* a part is unknown, so the sum is */
  assert_value ("households", "gemeente:34027", "2033", "");
}

/* What cannot be read is no 0 in a sum: 5 of two members and "x y" of a third is not 5. */
static void
test_a_part_that_is_rejected_hides_its_sum (void)
{
  static const char text[] = "jaar,niscode,aantal_huishoudleden,aantal\n"
                             "2033,34022,1,2\n2033,34022,2,3\n2033,34022,4+,x y\n"
                             "2033,34027,1,1\n2033,34027,2,2\n2033,34027,4+,3\n";
  g_autofree char *path = write_data ("deel.csv", text, -1);

  make_workspace ();

  g_auto (CliResult) result = cli_run ("import DIR/i.streek DIR/deel.csv --accept-partial");

  assert_rows (&result, 7, 5, 1, 1);
  g_assert_cmpint (count (&result, "cells", "values"), ==, 5);
  assert_value ("households", "gemeente:34022", "2033", "");
  assert_value ("households", "gemeente:34027", "2033", "6");
}

/* Member 2 of Kortrijk is 2 and 3, so no row of its sum is taken, whichever comes first. */
static void
test_no_part_of_a_contradiction_is_taken (void)
{
  static const char text[] = "jaar,niscode,aantal_huishoudleden,aantal\n"
                             "2033,34022,1,1\n2033,34022,2,2\n2033,34022,2,3\n2033,34022,4+,4\n"
                             "2033,34027,1,1\n2033,34027,2,2\n2033,34027,4+,3\n";
  g_autofree char *path = write_data ("tegenspraak.csv", text, -1);

  make_workspace ();

  g_auto (CliResult) result = cli_run ("import DIR/i.streek DIR/tegenspraak.csv --accept-partial");

  assert_rows (&result, 8, 3, 1, 4);
  assert_value ("households", "gemeente:34022", "2033", "");
  assert_value ("households", "gemeente:34027", "2033", "6");
}

/* What the note begins with: of when it is, or how sure, comes after it. */
static void
assert_sign (const char *indicator, const char *area, const char *period, const char *sign)
{
  g_autofree char *line = g_strdup_printf (
    "values DIR/i.streek --indicator %s --area %s --period %s", indicator, area, period);
  g_auto (CliResult) result = cli_run (line);
  g_auto (GStrv) header = NULL;
  g_autoptr (GPtrArray) rows = cli_read_rows (result.out, &header);

  g_assert_cmpuint (rows->len, ==, 1);
  const char *note = cli_get_field (header, rows->pdata[0], "note");

  g_test_message ("%s: %s", line, note);
  if (sign != NULL)
    g_assert_true (g_str_has_prefix (note, sign));
  else
    g_assert_true (*note == '\0' || g_str_has_prefix (note, "Status"));
}

/* Below 5 and 10 is below 15, in whatever order; below 5 and above 6 is about 11. */
static void
test_a_bound_in_a_sum_stays_one (void)
{
  static const char text[] = "jaar,niscode,aantal_huishoudleden,aantal\n"
                             "2033,34022,1,<5\n2033,34022,2,10\n2033,34027,1,10\n2033,34027,2,<5\n"
                             "2033,34013,1,<5\n2033,34013,2,>6\n2033,34023,1,4\n2033,34023,2,5\n";
  g_autofree char *path = write_data ("grens.csv", text, -1);

  make_workspace ();

  g_auto (CliResult) result = cli_run ("import DIR/i.streek DIR/grens.csv");

  assert_rows (&result, 9, 8, 1, 0);
  assert_sign ("households", "gemeente:34022", "2033", "Less than.");
  assert_sign ("households", "gemeente:34027", "2033", "Less than.");
  assert_sign ("households", "gemeente:34013", "2033", "About.");
  assert_sign ("households", "gemeente:34023", "2033", NULL);
}

/* "<" belongs to the 5 that it stood before, not to the 7 that comes in its place. */
static void
test_a_sign_goes_with_its_figure (void)
{
  g_autofree char *first = write_data ("eerst.csv",
                                       "nis,jaar,jobs\n34022,2033,<5\n"
                                       "34027,2033,<3\n",
                                       -1);
  g_autofree char *then =
    write_data ("dan.csv", "nis,jaar,jobs\n34022,2033,7\n34027,2033,<3\n", -1);

  make_workspace ();

  g_auto (CliResult) before = cli_run ("import DIR/i.streek DIR/eerst.csv");

  assert_rows (&before, 3, 2, 1, 0);
  assert_sign ("jobs", "gemeente:34022", "2033", "Less than.");

  g_auto (CliResult) after = cli_run ("import DIR/i.streek DIR/dan.csv");

  assert_rows (&after, 3, 2, 1, 0);
  assert_value ("jobs", "gemeente:34022", "2033", "7");
  assert_sign ("jobs", "gemeente:34022", "2033", NULL);
  assert_sign ("jobs", "gemeente:34027", "2033", "Less than.");
}

/* Members that only differ in a sign, or far in a long name, are each an indicator. */
static void
test_members_alike_are_kept_apart (void)
{
  static const char profile[] =
    "{ \"streek-profile\": 1, \"title\": \"t\", \"columns\": ["
    "{ \"header\": \"nis\", \"as\": \"area-code\" }, "
    "{ \"header\": \"jaar\", \"as\": \"period\" }, "
    "{ \"header\": \"groep\", \"as\": \"breakdown\", \"use\": \"keep\" }, "
    "{ \"header\": \"aantal\", \"as\": \"value\", \"indicator\": \"jobs\" } ] }";
  static const char text[] =
    "nis,jaar,groep,aantal\n34022,2033,65,1\n34022,2033,≥65,2\n34022,2033,65!,3\n"
    "34022,2033,Vervaardiging van informaticaproducten en van elektronische producten,4\n"
    "34022,2033,Vervaardiging van informaticaproducten en van elektronische toestellen,5\n";
  g_autofree char *mapping = write_data ("leden.json", profile, -1);
  g_autofree char *path = write_data ("groepen.csv", text, -1);

  make_workspace ();

  for (guint round = 0; round < 2; round++)
    {
      g_auto (CliResult) result =
        cli_run ("import DIR/i.streek DIR/groepen.csv --profile DIR/leden.json");

      assert_rows (&result, 6, 5, 1, 0);
      g_assert_cmpint (count (&result, "figures", "new"), ==, round == 0 ? 5 : 0);
      g_assert_cmpint (count (&result, "figures", "unchanged"), ==, round == 0 ? 0 : 5);
    }

  assert_value ("jobs_65", "gemeente:34022", "2033", "1");
}

/* "Antwerpen" is a province, an arrondissement and a city: what is nowhere in the arrondissement
 * counts in it. */
static void
test_what_is_nowhere_belongs_to_its_kind (void)
{
  static const char profile[] =
    "{ \"streek-profile\": 1, \"title\": \"t\", \"columns\": ["
    "{ \"header\": \"arr\", \"as\": \"area-name\", \"level\": \"arrondissement\" }, "
    "{ \"header\": \"gemeente\", \"as\": \"area-name\", \"level\": \"gemeente\" }, "
    "{ \"header\": \"jaar\", \"as\": \"period\" }, "
    "{ \"header\": \"aantal\", \"as\": \"value\", \"indicator\": \"jobs\" } ] }";
  g_autofree char *mapping = write_data ("nergens.json", profile, -1);
  g_autofree char *path = write_data ("nergens.csv",
                                      "arr,gemeente,jaar,aantal\nAntwerpen,Schoten,2033,100\n"
                                      "Antwerpen,onbekende gemeente,2033,50\n",
                                      -1);

  make_workspace ();

  g_auto (CliResult) result =
    cli_run ("import DIR/i.streek DIR/nergens.csv --profile DIR/nergens.json");
  g_auto (CliResult) total = cli_run ("values DIR/i.streek --indicator jobs --period 2033 --area "
                                      "arrondissement:11000 --min-coverage 0");

  assert_rows (&result, 3, 2, 1, 0);
  g_assert_nonnull (strstr (total.out, ",150,"));
}

static void
test_refuses_in_words (void)
{
  static const struct
  {
    const char *text;
    const char *options;
    int status;
    const char *names;
  } cases[] = {
    { "LVL_REFNIS|CD_REFNIS|CD_SUP_REFNIS|TX_REFNIS_DE|TX_REFNIS_FR|TX_REFNIS_NL|DT_VLDT_START|"
      "DT_VLDT_END\n4|34022|34000|a|b|c|01/01/1970|31/12/9999\n",
      "", 1, "without figures" },
    { "jaar,aantal\n2033,5\n2034,6\n", "--indicator pop_total", 1, "which area" },
    { "nis,aantal\n34022,5\n34027,6\n", "--indicator pop_total", 1, "which period" },
    { "nis,naam\n34022,Kortrijk\n34027,Menen\n", "--period 2033", 1, "one of figures" },
    { "Gemeente,Gemeente,2033\nMenen,Menen,5\nAartselaar,Aartselaar,6\n", "--indicator pop_total",
      1, "Two columns are called “Gemeente”" },
    { "nis,jaar,geluk\n34022,2033,5\n34027,2033,6\n", "", 1, "“geluk”" },
    { "nis,jaar,aantal\n34022,2033,5\n", "--map nothing=aantal", 2, "FIELD=COLUMN" },
    { "nis,jaar,aantal\n34022,2033,5\n", "--period soon", 2, "soon" },
    { "nis,jaar,aantal\n34022,2033,5\n", "--profile nothing", 1, "nothing" },
  };

  make_workspace ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = write_data ("refused.csv", cases[i].text, -1);
      g_autofree char *line =
        g_strchomp (g_strdup_printf ("import DIR/i.streek DIR/refused.csv %s", cases[i].options));
      g_auto (CliResult) result = cli_run (line);

      g_test_message ("%s: %s", line, result.err);
      g_assert_cmpint (result.status, ==, cases[i].status);
      g_assert_nonnull (strstr (result.err, cases[i].names));
    }
}

/* What stands in a column of few rows can be several things; its header says which. */
static void
test_believes_a_header (void)
{
  static const struct
  {
    const char *text;
    const char *area;
    const char *value;
  } cases[] = {
    /* one area over the years, so one code again and again */
    { "nis,jaar,aantal\n34022,2033,5\n34022,2034,6\n", "gemeente:34022", "5" },
    { "CD_REFNIS,jaar,aantal\n34027,2033,7\n", "gemeente:34027", "7" },
    /* all three are an arrondissement and a municipality, some a RESOC too */
    { "Gemeente,2033\nKortrijk,5\nBrugge,6\nTielt,7\n", "gemeente:31005", "6" },
    { "Arrondissement,2033\nKortrijk,8\nBrugge,9\nTielt,7\n", "arrondissement:34000", "8" },
  };

  make_workspace ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = write_data ("few.csv", cases[i].text, -1);
      g_auto (CliResult) result = cli_run ("import DIR/i.streek DIR/few.csv --indicator jobs");

      g_test_message ("%s: %s", cases[i].text, result.err);
      g_assert_cmpint (result.status, ==, 0);
      assert_value ("jobs", cases[i].area, "2033", cases[i].value);
    }

  /* a header does not outweigh the names under it */
  g_autofree char *path =
    write_data ("mixed.csv", "Gemeente,2033\nVlaams Gewest,9\nKortrijk,5\nBrugge,6\n", -1);
  g_auto (CliResult) mixed = cli_run ("import DIR/i.streek DIR/mixed.csv --indicator jobs");

  g_assert_cmpint (mixed.status, ==, 1);
  g_assert_nonnull (strstr (mixed.out, "“Kortrijk”"));
}

/* Tielt took Meulebeke in on 1 January 2025: two municipalities, and a choice between them. */
static void
test_namesakes_can_be_told_apart (void)
{
  g_autofree char *path = write_data ("tielt.csv", "Gebied,2033\nTielt,5\nAartselaar,6\n", -1);

  make_workspace ();

  g_auto (CliResult) result = cli_run ("import DIR/i.streek DIR/tielt.csv --indicator jobs");

  g_assert_cmpint (result.status, ==, 1);
  g_assert_nonnull (strstr (result.out, ", 37015)"));
  g_assert_nonnull (strstr (result.out, ", 37022)"));
}

static void
test_profile_is_used_next_time (void)
{
  g_autofree char *first =
    write_data ("first.csv", "plaats;rang;2033;2034\n34022;1;5;6\n34027;2;7;8\n", -1);
  g_autofree char *second =
    write_data ("second.csv", "plaats;rang;2035\n34022;2;9\n34027;1;8\n", -1);

  make_workspace ();

  g_auto (CliResult) kept =
    cli_run ("import DIR/i.streek DIR/first.csv --map ignore=rang --indicator vacancies_open "
             "--save-profile DIR/mine.json");
  g_auto (CliResult) used = cli_run ("import DIR/i.streek DIR/second.csv --profile DIR/mine.json");

  g_test_message ("%s%s", kept.err, used.err);
  g_assert_cmpint (kept.status, ==, 0);
  g_assert_cmpint (used.status, ==, 0);
  assert_value ("vacancies_open", "gemeente:34027", "2034", "8");
  assert_value ("vacancies_open", "gemeente:34022", "2035", "9");
}

static void
add_tests (void)
{
  g_test_add_func ("/cli/import/takes-a-table-of-statbel", test_takes_a_table_of_statbel);
  g_test_add_func ("/cli/import/shows-what-was-and-becomes", test_shows_what_was_and_becomes);
  g_test_add_func ("/cli/import/no-row-vanishes", test_no_row_vanishes);
  g_test_add_func ("/cli/import/asks-what-only-a-person-knows", test_asks_what_only_a_person_knows);
  g_test_add_func ("/cli/import/reads-codes-of-their-time", test_reads_codes_of_their_time);
  g_test_add_func ("/cli/import/tells-names-apart", test_tells_names_apart);
  g_test_add_func ("/cli/import/takes-a-table-of-eurostat", test_takes_a_table_of_eurostat);
  g_test_add_func ("/cli/import/sums-members", test_sums_members);
  g_test_add_func ("/cli/import/a-part-that-is-rejected-hides-its-sum",
                   test_a_part_that_is_rejected_hides_its_sum);
  g_test_add_func ("/cli/import/no-part-of-a-contradiction-is-taken",
                   test_no_part_of_a_contradiction_is_taken);
  g_test_add_func ("/cli/import/a-bound-in-a-sum-stays-one", test_a_bound_in_a_sum_stays_one);
  g_test_add_func ("/cli/import/a-sign-goes-with-its-figure", test_a_sign_goes_with_its_figure);
  g_test_add_func ("/cli/import/members-alike-are-kept-apart", test_members_alike_are_kept_apart);
  g_test_add_func ("/cli/import/what-is-nowhere-belongs-to-its-kind",
                   test_what_is_nowhere_belongs_to_its_kind);
  g_test_add_func ("/cli/import/refuses-in-words", test_refuses_in_words);
  g_test_add_func ("/cli/import/believes-a-header", test_believes_a_header);
  g_test_add_func ("/cli/import/namesakes-can-be-told-apart", test_namesakes_can_be_told_apart);
  g_test_add_func ("/cli/import/profile-is-used-next-time", test_profile_is_used_next_time);
}

int
main (int argc, char **argv)
{
  return cli_main (argc, argv, add_tests);
}
