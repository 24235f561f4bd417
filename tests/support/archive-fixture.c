/* archive-fixture.c: zips and spreadsheets made in memory */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "archive-fixture.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

/* What a zip needs besides its parts. */
#define ROOM_FOR_LISTS (16 * 1024)

static GBytes *
close_and_take (struct archive *archive, char *packed, gsize *used)
{
  g_assert_cmpint (archive_write_close (archive), ==, ARCHIVE_OK);
  archive_write_free (archive);

  return g_bytes_new_take (packed, *used);
}

/* A zip with @parts, encrypted where there is a @password. */
GBytes *
archive_fixture_zip (const ArchivePart *parts, const char *password)
{
  gsize room = ROOM_FOR_LISTS;
  gsize used = 0;
  struct archive *archive = archive_write_new ();

  for (const ArchivePart *part = parts; part->name != NULL; part++)
    room += strlen (part->text) * 2;

  char *packed = g_malloc (room);

  archive_write_set_format_zip (archive);
  if (password != NULL)
    {
      g_assert_cmpint (archive_write_set_options (archive, "zip:encryption=zipcrypt"), ==,
                       ARCHIVE_OK);
      archive_write_set_passphrase (archive, password);
    }
  archive_write_open_memory (archive, packed, room, &used);

  for (; parts->name != NULL; parts++)
    {
      struct archive_entry *entry = archive_entry_new ();
      gsize length = strlen (parts->text);

      archive_entry_set_pathname (entry, parts->name);
      archive_entry_set_size (entry, (la_int64_t) length);
      archive_entry_set_filetype (entry, AE_IFREG);
      archive_entry_set_perm (entry, 0644);
      g_assert_cmpint (archive_write_header (archive, entry), ==, ARCHIVE_OK);
      g_assert_cmpint (archive_write_data (archive, parts->text, length), ==, (int) length);
      archive_entry_free (entry);
    }

  return close_and_take (archive, packed, &used);
}

GBytes *
archive_fixture_gz (const void *data, gsize length)
{
  gsize room = ROOM_FOR_LISTS + length;
  char *packed = g_malloc (room);
  gsize used = 0;
  struct archive *archive = archive_write_new ();
  struct archive_entry *entry = archive_entry_new ();

  archive_write_add_filter_gzip (archive);
  archive_write_set_format_raw (archive);
  archive_write_open_memory (archive, packed, room, &used);
  archive_entry_set_filetype (entry, AE_IFREG);
  g_assert_cmpint (archive_write_header (archive, entry), ==, ARCHIVE_OK);
  g_assert_cmpint (archive_write_data (archive, data, length), ==, (int) length);
  archive_entry_free (entry);

  return close_and_take (archive, packed, &used);
}

/* An XLSX with two sheets, the second one hidden; @sheet is what stands within the first one's
 * <worksheet>, @styles within <styleSheet>, @workbook before the list of sheets. */
GBytes *
archive_fixture_xlsx (const char *workbook, const char *sheet, const char *styles)
{
  g_autofree char *book =
    g_strconcat ("<?xml version=\"1.0\"?><workbook>", workbook,
                 "<sheets><sheet name=\"Cijfers\" sheetId=\"1\" r:id=\"rId1\"/>"
                 "<sheet name=\"Lijsten\" sheetId=\"2\" state=\"hidden\" r:id=\"rId2\"/></sheets>"
                 "</workbook>",
                 NULL);
  g_autofree char *first = g_strconcat ("<worksheet>", sheet, "</worksheet>", NULL);
  g_autofree char *formats = g_strconcat ("<styleSheet>", styles, "</styleSheet>", NULL);
  const ArchivePart parts[] = {
    { "[Content_Types].xml", "<Types/>" },
    { "xl/workbook.xml", book },
    { "xl/_rels/workbook.xml.rels",
      "<Relationships>"
      "<Relationship Id=\"rId1\" Type=\"http://x/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
      "<Relationship Id=\"rId2\" Type=\"http://x/worksheet\" Target=\"/xl/worksheets/sheet2.xml\"/>"
      "<Relationship Id=\"rId3\" Type=\"http://x/styles\" Target=\"styles.xml\"/>"
      "<Relationship Id=\"rId4\" Type=\"http://x/sharedStrings\" Target=\"sharedStrings.xml\"/>"
      "</Relationships>" },
    { "xl/styles.xml", formats },
    { "xl/sharedStrings.xml", "<sst><si><t>NIS</t></si><si><r><t>inwo</t></r><r><t>ners</t></r>"
                              "<rPh><t>no</t></rPh></si><si><t>a &amp; b</t></si></sst>" },
    { "xl/worksheets/sheet1.xml", first },
    { "xl/worksheets/sheet2.xml", "<worksheet><sheetData/></worksheet>" },
    { NULL, NULL },
  };

  return archive_fixture_zip (parts, NULL);
}

/* An ODS; @body stands within <office:spreadsheet>. */
GBytes *
archive_fixture_ods (const char *body)
{
  g_autofree char *content =
    g_strconcat ("<office:document-content><office:automatic-styles>"
                 "<style:style style:name=\"ta1\"><style:table-properties table:display=\"true\"/>"
                 "</style:style>"
                 "<style:style style:name=\"ta2\"><style:table-properties table:display=\"false\"/>"
                 "</style:style>"
                 "</office:automatic-styles><office:body><office:spreadsheet>",
                 body, "</office:spreadsheet></office:body></office:document-content>", NULL);
  const ArchivePart parts[] = {
    { "mimetype", "application/vnd.oasis.opendocument.spreadsheet" },
    { "content.xml", content },
    { NULL, NULL },
  };

  return archive_fixture_zip (parts, NULL);
}

/* Every record as "row:[cell][cell]"; behind a cell N number, D date, M merged, ? not calculated.
 */
char *
archive_fixture_dump (StreekSource *source, guint sheet, GError **error)
{
  static const struct
  {
    guint flag;
    char letter;
  } letters[] = {
    { STREEK_FIELD_NUMBER, 'N' },
    { STREEK_FIELD_DATE, 'D' },
    { STREEK_FIELD_MERGED, 'M' },
    { STREEK_FIELD_NO_CACHED, '?' },
  };
  g_autoptr (StreekSourceReader) reader = streek_source_reader_new (source, sheet, NULL, error);
  GString *dumped = g_string_new (NULL);
  StreekSourceRecord record;

  while (reader != NULL && streek_source_reader_next (reader, &record, error))
    {
      g_string_append_printf (dumped, "%lu:", (gulong) record.line);
      for (guint i = 0; i < record.n_fields; i++)
        {
          g_string_append_printf (dumped, "[%.*s]", (int) record.fields[i].length,
                                  record.fields[i].text);
          for (gsize f = 0; f < G_N_ELEMENTS (letters); f++)
            if ((record.fields[i].flags & letters[f].flag) != 0)
              g_string_append_c (dumped, letters[f].letter);
        }
      g_string_append_c (dumped, '\n');
    }

  return g_string_free (dumped, FALSE);
}

/* The same for what must be without errors. */
char *
archive_fixture_dump_bytes (GBytes *bytes, const char *name, guint sheet)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekSource) source = streek_source_open_bytes (bytes, name, NULL, &error);

  g_assert_no_error (error);

  char *dumped = archive_fixture_dump (source, sheet, &error);

  g_assert_no_error (error);
  return dumped;
}
