/* fuzz-delimited.c: bytes that pretend to be a table in text, or JSON of be.STAT */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "exchange/streek-source.h"
#include "fuzz-target.h"

#include <string.h>

/* What is read is text, and no line goes back: facts of JSON may stand on one. */
static void
read_sheet (StreekSource *source, guint sheet)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekSourceReader) reader = streek_source_reader_new (source, sheet, NULL, &error);
  StreekSourceRecord record;
  guint64 line = 0;

  g_assert_true ((reader == NULL) == (error != NULL));

  while (reader != NULL && streek_source_reader_next (reader, &record, &error))
    {
      double progress = streek_source_reader_get_progress (reader);

      g_assert_cmpuint (record.line, >=, line);
      g_assert_cmpfloat (progress, >=, 0);
      g_assert_cmpfloat (progress, <=, 1);
      line = record.line;

      for (guint i = 0; i < record.n_fields; i++)
        g_assert_true (g_utf8_validate_len (record.fields[i].text, record.fields[i].length, NULL));
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  static const StreekSourceOptions options[] = {
    { NULL, 0 }, { "UTF-8", ';' }, { "UTF-16LE", 0 }, { "WINDOWS-1252", '"' }
  };
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);

  for (gsize i = 0; i < G_N_ELEMENTS (options); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (StreekSource) source =
        streek_source_open_bytes (bytes, "x.csv", &options[i], &error);

      g_assert_true ((source == NULL) == (error != NULL));

      for (guint sheet = 0; source != NULL && sheet < streek_source_get_n_sheets (source); sheet++)
        read_sheet (source, sheet);
    }

  return 0;
}

GPtrArray *
fuzz_list_seeds (void)
{
  /* in the shape of what Statbel, Eurostat, be.STAT and a partner's Excel export */
  static const char *const texts[] = {
    "NIS code;Woonplaats;Mannen\r\n1000;Belgi\xeb;5.797.225\r\n\r\nBron: Statbel\r\n",
    "\xef\xbb\xbf"
    "CD_YEAR|CD_REFNIS|MS\r\n2005|11001|7.5\r\n",
    "freq,geo\\TIME\t2014 \t2015 \r\nA,BE\t41.2 p\t: \r\n",
    "\"jaar\",\"opp, m2\"\n\"2023\",\"13.162,43\"\n\"a \"\"b\"\"\nc\",-\n",
    "sep=;\r\na;b\r\n1;2\r\n",
    "{\"facts\": [{\"Gemeente\": \"Aartselaar\", \"n\": 1885.0}, {\"Gemeente\": null, \"n\": 1}]}",
    "a,b\r1,2\r\"x\" ,\"\"\r",
  };
  static const char wide[] = "\xff\xfe"
                             "a\0,\0b\0\n\0\xeb\0,\0001\0\n\0";
  GPtrArray *seeds = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    g_ptr_array_add (seeds, g_bytes_new_static (texts[i], strlen (texts[i])));
  g_ptr_array_add (seeds, g_bytes_new_static (wide, sizeof wide - 1));

  fuzz_add_corpus (seeds, "delimited");

  return seeds;
}
