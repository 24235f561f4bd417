/* test-number-format.c: which number a cell means, and the one decision per column */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "exchange/streek-number-format.h"
#include "exchange/streek-source.h"

#include <math.h>
#include <string.h>

static StreekNumberFault
read_text (const char *text, StreekMarks marks, StreekNumber *number)
{
  g_autoptr (StreekMissingWords) words = streek_missing_words_new ();
  StreekNumberEvidence evidence = { 0 };

  return streek_number_read (text, strlen (text), 0, words, marks, &evidence, number);
}

static void
test_reads_numbers (void)
{
  static const struct
  {
    const char *text;
    StreekMarks marks;
    double value;
  } cases[] = {
    { "1459", STREEK_MARKS_POINT, 1459 },
    { "-12.75", STREEK_MARKS_POINT, -12.75 },
    { "71.7", STREEK_MARKS_POINT, 71.7 },
    { "28,8%", STREEK_MARKS_COMMA, 28.8 },
    { "+5,1%", STREEK_MARKS_COMMA, 5.1 },
    { "740 217", STREEK_MARKS_POINT, 740217 },
    { "740\u00a0217", STREEK_MARKS_COMMA, 740217 },
    { "740\u202f217,5", STREEK_MARKS_COMMA, 740217.5 },
    { "1'234'567", STREEK_MARKS_POINT, 1234567 },
    { "1.355,90", STREEK_MARKS_COMMA, 1355.9 },
    { "1,355.90", STREEK_MARKS_POINT, 1355.9 },
    { "9,99", STREEK_MARKS_COMMA, 9.99 },
    { "10.000", STREEK_MARKS_COMMA, 10000 },
    { "10.000", STREEK_MARKS_POINT, 10 },
    { "11.763.650", STREEK_MARKS_COMMA, 11763650 },
    { "0.123", STREEK_MARKS_POINT, 0.123 },
    { "\u2212 4", STREEK_MARKS_POINT, -4 },
    { "€ 12,50", STREEK_MARKS_COMMA, 12.5 },
    { "1.5E+05", STREEK_MARKS_POINT, 150000 },
    { "1.1E-2", STREEK_MARKS_POINT, 0.011 },
    { "12e-1", STREEK_MARKS_POINT, 1.2 },
    { "78055243.52", STREEK_MARKS_POINT, 78055243.52 },
    { "0.30000000000000004", STREEK_MARKS_POINT, 0.30000000000000004 },
    { "123456789012345678", STREEK_MARKS_POINT, 123456789012345678.0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      StreekNumber number;

      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (read_text (cases[i].text, cases[i].marks, &number), ==, STREEK_NUMBER_OK);
      g_assert_cmpint (number.missing, ==, STREEK_MISSING_NONE);
      g_assert_cmpfloat (number.value, ==, cases[i].value);
    }
}

static void
test_refuses_what_is_no_number (void)
{
  static const struct
  {
    const char *text;
    StreekMarks marks;
    StreekNumberFault fault;
  } cases[] = {
    { "Brugge", STREEK_MARKS_POINT, STREEK_NUMBER_NOT_A_NUMBER },
    { "12 34", STREEK_MARKS_POINT, STREEK_NUMBER_NOT_A_NUMBER },
    { "1.23.456", STREEK_MARKS_COMMA, STREEK_NUMBER_NOT_A_NUMBER },
    { "12.3", STREEK_MARKS_COMMA, STREEK_NUMBER_OTHER_MARKS },
    { "9,99", STREEK_MARKS_POINT, STREEK_NUMBER_OTHER_MARKS },
    { "1/2", STREEK_MARKS_POINT, STREEK_NUMBER_NOT_A_NUMBER },
    { "12 apples", STREEK_MARKS_POINT, STREEK_NUMBER_NOT_A_NUMBER },
    { "#N/B", STREEK_MARKS_POINT, STREEK_NUMBER_ERROR_CELL },
    { "#VERW!", STREEK_MARKS_POINT, STREEK_NUMBER_ERROR_CELL },
    { "inf", STREEK_MARKS_POINT, STREEK_NUMBER_NOT_FINITE },
    { "1e999", STREEK_MARKS_POINT, STREEK_NUMBER_NOT_FINITE },
    { "nan", STREEK_MARKS_POINT, STREEK_NUMBER_NOT_A_NUMBER },
  };
  StreekNumber number;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (read_text (cases[i].text, cases[i].marks, &number), ==, cases[i].fault);
    }
}

static void
test_tells_why_there_is_none (void)
{
  static const struct
  {
    const char *text;
    StreekMissing missing;
  } cases[] = {
    { "", STREEK_MISSING_UNKNOWN },          { ":", STREEK_MISSING_UNKNOWN },
    { ": ", STREEK_MISSING_UNKNOWN },        { "-", STREEK_MISSING_UNKNOWN },
    { "..", STREEK_MISSING_UNKNOWN },        { "Geen info", STREEK_MISSING_UNKNOWN },
    { "x", STREEK_MISSING_HIDDEN },          { "*", STREEK_MISSING_HIDDEN },
    { ": c", STREEK_MISSING_HIDDEN },        { "n.v.t.", STREEK_MISSING_NOT_APPLICABLE },
    { ":z", STREEK_MISSING_NOT_APPLICABLE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      StreekNumber number;

      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (read_text (cases[i].text, STREEK_MARKS_POINT, &number), ==,
                       STREEK_NUMBER_OK);
      g_assert_cmpint (number.missing, ==, cases[i].missing);
      g_assert_true (isnan (number.value));
      g_assert_cmpint (number.is_blank, ==, *cases[i].text == '\0');
    }
}

static void
test_keeps_flags_and_qualifiers (void)
{
  static const struct
  {
    const char *text;
    double value;
    StreekStatus status;
    StreekQualifier qualifier;
    const char *flag;
  } cases[] = {
    { "12.3 p", 12.3, STREEK_STATUS_PROVISIONAL, STREEK_QUALIFIER_NONE, "" },
    { "12.3 e", 12.3, STREEK_STATUS_ESTIMATE, STREEK_QUALIFIER_NONE, "" },
    { "12.3 bp", 12.3, STREEK_STATUS_PROVISIONAL, STREEK_QUALIFIER_NONE, "b" },
    { "12.3 b", 12.3, STREEK_STATUS_FINAL, STREEK_QUALIFIER_NONE, "b" },
    { "<5", 5, STREEK_STATUS_ESTIMATE, STREEK_QUALIFIER_BELOW, "" },
    { "≈ bijna 48 500", 48500, STREEK_STATUS_ESTIMATE, STREEK_QUALIFIER_ABOUT, "" },
    { "bijna 48 500", 48500, STREEK_STATUS_ESTIMATE, STREEK_QUALIFIER_BELOW, "" },
    { "meer dan 100", 100, STREEK_STATUS_ESTIMATE, STREEK_QUALIFIER_ABOVE, "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      StreekNumber number;

      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (read_text (cases[i].text, STREEK_MARKS_POINT, &number), ==,
                       STREEK_NUMBER_OK);
      g_assert_cmpfloat (number.value, ==, cases[i].value);
      g_assert_cmpint (number.status, ==, cases[i].status);
      g_assert_cmpint (number.qualifier, ==, cases[i].qualifier);
      g_assert_cmpstr (number.flag, ==, cases[i].flag);
    }
}

/* What the file itself says of a cell wins over how it looks. */
static void
test_believes_the_spreadsheet (void)
{
  g_autoptr (StreekMissingWords) words = streek_missing_words_new ();
  StreekNumberEvidence evidence = { 0 };
  StreekNumber number;

  g_assert_cmpint (streek_number_read ("1.234", 5, STREEK_FIELD_NUMBER, words, STREEK_MARKS_COMMA,
                                       &evidence, &number),
                   ==, STREEK_NUMBER_OK);
  g_assert_cmpfloat (number.value, ==, 1.234);
  g_assert_cmpuint (evidence.n_point_ambiguous, ==, 0);
  g_assert_cmpint (streek_number_read ("2019-01-02", 10, STREEK_FIELD_DATE, words,
                                       STREEK_MARKS_POINT, &evidence, &number),
                   ==, STREEK_NUMBER_DATE);
}

static void
test_decides_once_per_column (void)
{
  static const struct
  {
    const char *values; /* joined by a bar */
    gboolean decided;
    StreekMarks marks;
  } cases[] = {
    { "1|20|300", TRUE, STREEK_MARKS_POINT },
    { "10.000|11.763.650", TRUE, STREEK_MARKS_COMMA },
    { "10.000|9,5", TRUE, STREEK_MARKS_COMMA },
    { "10.000|9.5", TRUE, STREEK_MARKS_POINT },
    { "10.000|1 250.5", TRUE, STREEK_MARKS_POINT },
    { "10.000|20.000|1459", FALSE, STREEK_MARKS_UNDECIDED },
    { "1,234", FALSE, STREEK_MARKS_UNDECIDED },
    { "9.5|9,5", FALSE, STREEK_MARKS_UNDECIDED },
    { "0.123", TRUE, STREEK_MARKS_POINT },
    { "1234.567", TRUE, STREEK_MARKS_POINT },
  };
  g_autoptr (StreekMissingWords) words = streek_missing_words_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) values = g_strsplit (cases[i].values, "|", -1);
      StreekNumberEvidence evidence = { 0 };
      StreekMarks marks;
      StreekNumber number;

      for (gsize j = 0; values[j] != NULL; j++)
        streek_number_read (values[j], strlen (values[j]), 0, words, STREEK_MARKS_UNDECIDED,
                            &evidence, &number);

      g_test_message ("%s", cases[i].values);
      g_assert_cmpint (streek_number_decide (&evidence, &marks), ==, cases[i].decided);
      g_assert_cmpint (marks, ==, cases[i].marks);
    }
}

/* Round trip: what is written with up to 17 digits is read as the same double, as strtod does. */
static void
test_reads_exactly (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20190101);

  for (guint i = 0; i < 20000; i++)
    {
      char text[G_ASCII_DTOSTR_BUF_SIZE];
      double value = g_rand_double_range (rand, -1e9, 1e9);
      StreekNumber number;

      g_ascii_formatd (text, sizeof text, i % 2 == 0 ? "%.17g" : "%.4f", value);
      if (strchr (text, 'e') != NULL)
        continue;

      g_assert_cmpint (read_text (text, STREEK_MARKS_POINT, &number), ==, STREEK_NUMBER_OK);
      g_assert_cmpfloat (number.value, ==, g_ascii_strtod (text, NULL));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/exchange/number-format/reads-numbers", test_reads_numbers);
  g_test_add_func ("/exchange/number-format/refuses-what-is-no-number",
                   test_refuses_what_is_no_number);
  g_test_add_func ("/exchange/number-format/tells-why-there-is-none", test_tells_why_there_is_none);
  g_test_add_func ("/exchange/number-format/keeps-flags-and-qualifiers",
                   test_keeps_flags_and_qualifiers);
  g_test_add_func ("/exchange/number-format/believes-the-spreadsheet",
                   test_believes_the_spreadsheet);
  g_test_add_func ("/exchange/number-format/decides-once-per-column", test_decides_once_per_column);
  g_test_add_func ("/exchange/number-format/reads-exactly", test_reads_exactly);

  return g_test_run ();
}
