/* test-archive.c: tables packed in a zip or gz, and archives made to do harm */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "archive-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

static void
assert_refused (GBytes *bytes, const char *name, int code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (streek_source_open_bytes (bytes, name, NULL, &error));
  g_assert_error (error, STREEK_SOURCE_ERROR, code);
}

static void
assert_zip_refused (const ArchivePart *parts, int code)
{
  g_autoptr (GBytes) bytes = archive_fixture_zip (parts, NULL);

  assert_refused (bytes, "x.zip", code);
}

static void
test_only_member (void)
{
  const ArchivePart parts[] = {
    { "map/", "" }, { "map/cijfers.csv", "a;b\n1;2\n" }, { "__MACOSX/._cijfers.csv", "x" }, { NULL }
  };
  g_autoptr (GBytes) bytes = archive_fixture_zip (parts, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekSource) source = streek_source_open_bytes (bytes, "cijfers.zip", NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (streek_source_get_name (source), ==, "cijfers.csv");
  g_assert_cmpint (streek_source_get_separator (source), ==, ';');
  g_assert_cmpuint (streek_source_get_n_sheets (source), ==, 1);

  g_autofree char *dumped = archive_fixture_dump (source, 0, &error);

  g_assert_cmpstr (dumped, ==, "1:[a][b]\n2:[1][2]\n");
}

/* Several tables are several sheets, each read as it is; what is no table is left out. */
static void
test_members_are_sheets (void)
{
  const ArchivePart parts[] = {
    { "een.csv", "a;b\n1;2\n" },
    { "leesmij.pdf", "%PDF-1.4" },
    { "twee.tsv", "c\td\n3\t4\n" },
    { NULL },
  };
  g_autoptr (GBytes) bytes = archive_fixture_zip (parts, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekSource) source = streek_source_open_bytes (bytes, "cijfers.zip", NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (streek_source_get_n_sheets (source), ==, 2);
  g_assert_cmpstr (streek_source_get_sheet_name (source, 0), ==, "een.csv");
  g_assert_cmpstr (streek_source_get_sheet_name (source, 1), ==, "twee.tsv");

  /* the PDF is no table, and that is said */
  g_assert_nonnull (strstr (streek_source_get_remark (source), "1"));

  g_autofree char *first = archive_fixture_dump (source, 0, &error);
  g_autofree char *second = archive_fixture_dump (source, 1, &error);

  g_assert_cmpstr (first, ==, "1:[a][b]\n2:[1][2]\n");
  g_assert_cmpstr (second, ==, "1:[c][d]\n2:[3][4]\n");
}

static void
test_gz (void)
{
  static const char text[] = "a,b\n1,2\n";
  g_autoptr (GBytes) bytes = archive_fixture_gz (text, strlen (text));
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekSource) source =
    streek_source_open_bytes (bytes, "cijfers.csv.gz", NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (streek_source_get_name (source), ==, "cijfers.csv");

  g_autofree char *dumped = archive_fixture_dump (source, 0, &error);

  g_assert_cmpstr (dumped, ==, "1:[a][b]\n2:[1][2]\n");

  /* a gz that ends in the middle */
  g_autoptr (GBytes) cut = g_bytes_new_from_bytes (bytes, 0, g_bytes_get_size (bytes) - 10);

  assert_refused (cut, "cijfers.csv.gz", STREEK_SOURCE_ERROR_CUT_OFF);
}

/* Their names tell, before anything is unpacked. */
static gboolean
zip_holds_areas (const ArchivePart *parts)
{
  g_autoptr (GBytes) bytes = archive_fixture_zip (parts, NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  int fd = g_file_open_tmp ("streek-door-XXXXXX", &path, &error);

  g_assert_no_error (error);
  g_close (fd, NULL);
  g_assert_true (g_file_set_contents (path, g_bytes_get_data (bytes, NULL),
                                      (gssize) g_bytes_get_size (bytes), &error));

  gboolean held = streek_source_holds_areas (path);

  g_unlink (path);

  return held;
}

static void
test_refused (void)
{
  const ArchivePart shapes[] = { { "gemeenten.shp", "x" }, { "gemeenten.dbf", "x" }, { NULL } };
  const ArchivePart document[] = { { "word/document.xml", "<x/>" }, { NULL } };
  const ArchivePart binary[] = { { "xl/workbook.bin", "x" }, { NULL } };
  const ArchivePart text[] = { { "mimetype", "application/vnd.oasis.opendocument.text" },
                               { "content.xml", "<x/>" },
                               { NULL } };
  const ArchivePart encrypted[] = { { "mimetype",
                                      "application/vnd.oasis.opendocument.spreadsheet" },
                                    { "content.xml", "\x01\x02" },
                                    { "META-INF/manifest.xml", "<manifest:encryption-data/>" },
                                    { NULL } };
  const ArchivePart no_parts[] = { { "xl/workbook.xml", "<workbook/>" }, { NULL } };
  const ArchivePart only_pdf[] = { { "a.pdf", "%PDF-1.4" }, { NULL } };
  const ArchivePart table[] = { { "a.csv", "a,b\n1,2\n" }, { NULL } };

  assert_zip_refused (shapes, STREEK_SOURCE_ERROR_AREAS);
  g_assert_true (zip_holds_areas (shapes));
  g_assert_false (zip_holds_areas (document));
  g_assert_false (zip_holds_areas (table));
  assert_zip_refused (document, STREEK_SOURCE_ERROR_FORMAT);
  assert_zip_refused (binary, STREEK_SOURCE_ERROR_FORMAT);
  assert_zip_refused (text, STREEK_SOURCE_ERROR_FORMAT);
  assert_zip_refused (encrypted, STREEK_SOURCE_ERROR_FORMAT);
  assert_zip_refused (no_parts, STREEK_SOURCE_ERROR_DAMAGED);
  assert_zip_refused (only_pdf, STREEK_SOURCE_ERROR_FORMAT);

  g_autoptr (GBytes) locked = archive_fixture_zip (table, "geheim");

  assert_refused (locked, "a.zip", STREEK_SOURCE_ERROR_FORMAT);

  /* without the list at its end */
  g_autoptr (GBytes) whole = archive_fixture_zip (table, NULL);
  g_autoptr (GBytes) cut = g_bytes_new_from_bytes (whole, 0, g_bytes_get_size (whole) / 2);

  assert_refused (cut, "a.zip", STREEK_SOURCE_ERROR_CUT_OFF);
}

/* 100 MB of one letter pack to a thousandth. */
static void
test_bomb (void)
{
  const gsize length = 100 * 1024 * 1024;
  g_autofree char *text = g_malloc (length);

  memset (text, 'a', length);

  g_autoptr (GBytes) bytes = archive_fixture_gz (text, length);

  assert_refused (bytes, "bom.csv.gz", STREEK_SOURCE_ERROR_TOO_LARGE);
}

/* What is unpacked beyond 32 MB goes through a file, and reads the same. */
static void
test_large_member (void)
{
  const guint n_records = 4000000;
  g_autoptr (GString) text = g_string_new ("n,waarde\n");
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < n_records; i++)
    g_string_append_len (text, "12345678,1\n", 11);

  g_autoptr (GBytes) bytes = archive_fixture_gz (text->str, text->len);
  g_autoptr (StreekSource) source = streek_source_open_bytes (bytes, "groot.gz", NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (streek_source_get_size (source), ==, text->len);

  g_autoptr (StreekSourceReader) reader = streek_source_reader_new (source, 0, NULL, &error);
  StreekSourceRecord record;
  guint n = 0;

  while (streek_source_reader_next (reader, &record, &error))
    n++;
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, n_records + 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/exchange/archive/only-member", test_only_member);
  g_test_add_func ("/exchange/archive/members-are-sheets", test_members_are_sheets);
  g_test_add_func ("/exchange/archive/gz", test_gz);
  g_test_add_func ("/exchange/archive/refused", test_refused);
  g_test_add_func ("/exchange/archive/bomb", test_bomb);
  g_test_add_func ("/exchange/archive/large-member", test_large_member);

  return g_test_run ();
}
