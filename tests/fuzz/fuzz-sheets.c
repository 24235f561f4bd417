/* fuzz-sheets.c: XML that pretends to be a sheet of Excel or LibreOffice, and bytes to be a zip */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "archive-fixture.h"
#include "fuzz-target.h"

#include <string.h>

/* Rows go on, and every cell is text. */
static void
read_sheets (StreekSource *source)
{
  for (guint sheet = 0; sheet < streek_source_get_n_sheets (source); sheet++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (StreekSourceReader) reader =
        streek_source_reader_new (source, sheet, NULL, &error);
      StreekSourceRecord record;
      guint64 row = 0;

      g_assert_true ((reader == NULL) == (error != NULL));

      while (reader != NULL && streek_source_reader_next (reader, &record, &error))
        {
          g_assert_cmpuint (record.line, >, row);
          row = record.line;
          for (guint i = 0; i < record.n_fields; i++)
            g_assert_true (
              g_utf8_validate_len (record.fields[i].text, record.fields[i].length, NULL));
        }
    }
}

static void
try_bytes (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekSource) source = streek_source_open_bytes (bytes, "x.xlsx", NULL, &error);

  g_assert_true ((source == NULL) == (error != NULL));
  if (source != NULL)
    read_sheets (source);
}

/* Bytes of a zip are taken for one; text becomes a sheet of the format it looks like. */
int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autofree char *text = g_strndup ((const char *) data, MIN (size, 100000));
  g_autoptr (GBytes) bytes = NULL;

  if (g_str_has_prefix (text, "PK"))
    bytes = g_bytes_new (data, size);
  else if (strstr (text, "table:") != NULL)
    bytes = archive_fixture_ods (text);
  else
    bytes = archive_fixture_xlsx ("", text,
                                  "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"22\"/></cellXfs>");

  try_bytes (bytes);

  return 0;
}

GPtrArray *
fuzz_list_seeds (void)
{
  static const char *const texts[] = {
    "<sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>1</v></c><c r=\"B1\" s=\"1\"><v>43466.5</v></c>"
    "<c r=\"C1\"><f>A1</f></c></row><row r=\"3\"><c t=\"inlineStr\"><is><t>x</t></is></c></row>"
    "</sheetData><mergeCells><mergeCell ref=\"A1:B3\"/></mergeCells>",
    "<table:table table:name=\"a\"><table:table-row table:number-rows-repeated=\"2\">"
    "<table:table-cell table:number-columns-repeated=\"3\" office:value-type=\"float\" "
    "office:value=\"1.5\"/><table:covered-table-cell/><table:table-cell><text:p>a<text:s/>b</"
    "text:p>"
    "</table:table-cell></table:table-row></table:table>",
  };
  GPtrArray *seeds = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    g_ptr_array_add (seeds, g_bytes_new_static (texts[i], strlen (texts[i])));
  g_ptr_array_add (seeds, archive_fixture_xlsx ("", texts[0], ""));

  fuzz_add_corpus (seeds, "sheets");

  return seeds;
}
