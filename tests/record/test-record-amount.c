/* test-record-amount.c: which number a person wrote in a cell */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "record/streek-record-amount.h"

/* "1500000 rough", "12.5 km"; "" for what is no number */
static char *
dump (const char *text, guint32 flags)
{
  StreekRecordAmount amount;

  if (!streek_record_amount_read (text, flags, streek_format_get ("nl"), &amount))
    return g_strdup ("");

  g_autofree char *unit = amount.unit;
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (number, sizeof number, "%.10g", amount.value);

  return g_strdup_printf ("%s%s%s%s", number, amount.is_rough ? " rough" : "",
                          unit != NULL ? " " : "", unit != NULL ? unit : "");
}

static void
test_reads_amounts (void)
{
  static const char *const cases[][2] = {
    { "1250", "1250" },
    { "€ 1.250,00", "1250" },
    { "1.250,-", "1250" },
    { "1.250,00 EUR", "1250" },
    { "EUR 1 250 000", "1250000" },
    { "25.000 euro", "25000" },
    { "1,250.50", "1250.5" },
    { "ca. 1,5 miljoen euro", "1500000 rough" },
    { "max. € 300", "300 rough" },
    { "± 10 k€", "10000 rough" },
    { "2 mln.", "2000000 rough" },
    { "-5,5", "-5.5" },
    { "−5", "-5" },
    { "50 %", "50" },
    { "12,5 km", "12.5 km" },
    { "40 Personen", "40 Personen" },
    { "10.000 - 20.000", "" },
    { "veel", "" },
    { "€", "" },
    { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *said = dump (cases[i][0], 0);

      g_test_message ("%s", cases[i][0]);
      g_assert_cmpstr (said, ==, cases[i][1]);
    }
}

static void
test_columns_say_their_marks (void)
{
  static const struct
  {
    const char *cells[3];
    guint32 marks;
    const char *read; /* the first, by those marks */
  } cases[] = {
    { { "1.000", "2.500,5", "" }, STREEK_RECORD_COMMA_DECIMALS, "1000" },
    { { "1,000", "€ 2,500.5", "n.v.t." }, STREEK_RECORD_POINT_DECIMALS, "1000" },
    { { "1.000", "2.000", "" }, 0, "1000" }, /* by the signs of the program: Dutch */
    { { "1.000", "12.5", "" }, STREEK_RECORD_POINT_DECIMALS, "1" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (StreekGrid) grid = streek_grid_new ();

      for (guint row = 0; row < 3; row++)
        streek_grid_add_row (grid, row + 1, &cases[i].cells[row], 1);

      guint32 marks = streek_record_amounts_find_marks (grid, 0, 0);
      g_autofree char *read = dump (cases[i].cells[0], marks);

      g_assert_cmphex (marks, ==, cases[i].marks);
      g_assert_cmpstr (read, ==, cases[i].read);
    }
}

static void
test_words_for_no_number (void)
{
  g_assert_true (streek_record_amount_is_none ("p.m."));
  g_assert_true (streek_record_amount_is_none ("N.v.t."));
  g_assert_true (streek_record_amount_is_none ("–"));
  g_assert_false (streek_record_amount_is_none ("0"));
  g_assert_false (streek_record_amount_is_none ("veel"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/record/amount/reads-amounts", test_reads_amounts);
  g_test_add_func ("/record/amount/columns-say-their-marks", test_columns_say_their_marks);
  g_test_add_func ("/record/amount/words-for-no-number", test_words_for_no_number);

  return g_test_run ();
}
