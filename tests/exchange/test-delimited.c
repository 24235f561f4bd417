/* test-delimited.c: delimited text as sources really export it, and as it arrives broken */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/streek-source.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

static StreekSource *
open_text (const char *text, gsize length, const StreekSourceOptions *options, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, length);

  return streek_source_open_bytes (bytes, "cijfers.csv", options, error);
}

/* Every record as "line:[cell][cell]"; a quoted cell as ["cell"], the end or an error last. */
static char *
dump (StreekSource *source, GError **error)
{
  g_autoptr (StreekSourceReader) reader = streek_source_reader_new (source, 0, NULL, error);
  GString *dumped = g_string_new (NULL);
  StreekSourceRecord record;

  g_assert_nonnull (reader);
  while (streek_source_reader_next (reader, &record, error))
    {
      g_string_append_printf (dumped, "%lu:", (gulong) record.line);
      for (guint i = 0; i < record.n_fields; i++)
        {
          gboolean is_quoted = (record.fields[i].flags & STREEK_FIELD_QUOTED) != 0;

          g_string_append (dumped, is_quoted ? "[\"" : "[");
          g_string_append_len (dumped, record.fields[i].text, (gssize) record.fields[i].length);
          g_string_append (dumped, is_quoted ? "\"]" : "]");
        }
      g_string_append_c (dumped, '\n');
    }

  return g_string_free (dumped, FALSE);
}

static char *
dump_text (const char *text, const StreekSourceOptions *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekSource) source = open_text (text, strlen (text), options, &error);

  g_assert_no_error (error);

  char *dumped = dump (source, &error);

  g_assert_no_error (error);
  return dumped;
}

static void
test_records (void)
{
  static const struct
  {
    const char *text;
    const char *dumped;
  } cases[] = {
    { "a,b\n1,2\n", "1:[a][b]\n2:[1][2]\n" },
    { "a,b\r\n1,2\r\n", "1:[a][b]\n2:[1][2]\n" },
    { "a,b\r1,2\r", "1:[a][b]\n2:[1][2]\n" },
    /* the last line without its end */
    { "a,b\n1,2", "1:[a][b]\n2:[1][2]\n" },
    { "a,b\n1,", "1:[a][b]\n2:[1][]\n" },
    { "a,b\r\n1,2\r", "1:[a][b]\n2:[1][2]\n" },
    /* blank lines keep their number */
    { "a,b\n\n1,2\n\n\n3,4\n", "1:[a][b]\n2:\n3:[1][2]\n4:\n5:\n6:[3][4]\n" },
    { ",\n,,\n", "1:[][]\n2:[][][]\n" },
    /* quotes: separators, line ends and quotes within, blanks around */
    { "a,b\n\"x,y\",2\n", "1:[a][b]\n2:[\"x,y\"][2]\n" },
    { "a,b\n\"x\r\ny\",2\n3,4\n", "1:[a][b]\n2:[\"x\r\ny\"][2]\n4:[3][4]\n" },
    { "a,b\n\"x \"\"y\"\"\",\"\"\n", "1:[a][b]\n2:[\"x \"y\"\"][\"\"]\n" },
    { "a,b\n \"x,y\" ,2\n", "1:[a][b]\n2:[\"x,y\"][2]\n" },
    { "a,b\n\"\"\"\"\"\",2\n", "1:[a][b]\n2:[\"\"\"\"][2]\n" },
    /* a quote that opens nothing is a letter; so is what follows a closed one */
    { "a,b\n5\" buis,2\n", "1:[a][b]\n2:[5\" buis][2]\n" },
    { "a,b\n\"x\"y,2\n", "1:[a][b]\n2:[\"xy\"][2]\n" },
    { "a,b\n1,\"2\"", "1:[a][b]\n2:[1][\"2\"]\n" },
    /* one cell a line */
    { "een\ntwee\n", "1:[een]\n2:[twee]\n" },
    /* title rows above and footers below are records too */
    { "Inkomens, per gemeente\n\nNIS;naam;aantal\n1;a;2\n2;b;3\nBron: Statbel\n",
      "1:[Inkomens, per gemeente]\n2:\n3:[NIS][naam][aantal]\n4:[1][a][2]\n5:[2][b][3]\n"
      "6:[Bron: Statbel]\n" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *dumped = dump_text (cases[i].text, NULL);

      g_assert_cmpstr (dumped, ==, cases[i].dumped);
    }
}

static void
test_separators (void)
{
  static const struct
  {
    const char *text;
    char separator;
  } cases[] = {
    /* in the shape of Statbel's population: thousands with dots */
    { "NIS code;Woonplaats;Mannen\r\n1000;Belgi\xc3\xab;5.797.225\r\n2000;Vlaams "
      "Gewest;3.377.519\r\n",
      ';' },
    /* its income table */
    { "CD_YEAR|CD_MUNTY_REFNIS|MS_NBR\r\n2005|11001|7.5\r\n2005|11002|8.25\r\n", '|' },
    /* Eurostat: four dimensions with commas in the first of the tabbed columns */
    { "freq,indic_de,unit,geo\\TIME_PERIOD\t2014 \t2015 \r\nA,MEDAGEPOP,YR,BE\t41.2 \t41.3 p\r\n",
      '\t' },
    /* decimal commas beside semicolons, as many of the one as of the other */
    { "naam;waarde\nKortrijk;76,5\nMenen;81,3\n", ';' },
    { "naam;x;y\nKortrijk;76,5;1,2\nMenen;81,3;1,4\n", ';' },
    /* a decimal comma in quotes is no separator */
    { "\"jaar\",\"opp\"\n\"2023\",\"13.162,43\"\n\"2024\",\"1,5\"\n", ',' },
    /* times do not beat commas; alone they are not split where commas are */
    { "tijd,waarde\n2023-01-01 00:00:00,1\n2023-01-02 00:00:00,2\n", ',' },
    { "a^b^c\n1^2^3\n", '^' },
    { "sep=;\r\na;b,c,d\r\n1;2,3,4\r\n", ';' },
    { "een\ntwee\n", '\0' },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (StreekSource) source =
        open_text (cases[i].text, strlen (cases[i].text), NULL, &error);

      g_assert_no_error (error);
      g_assert_cmpint (streek_source_get_separator (source), ==, cases[i].separator);
    }
}

/* "België" and "één", as each encoding writes them; the bytes from the tables of unicode.org. */
static void
test_encodings (void)
{
  static const struct
  {
    const char *text;
    gsize length;
    const char *encoding;
  } cases[] = {
    { "naam,n\nBelgi\xc3\xab,1\n\xc3\xa9\xc3\xa9n,2\n", 24, "UTF-8" },
    { "\xef\xbb\xbfnaam,n\nBelgi\xc3\xab,1\n\xc3\xa9\xc3\xa9n,2\n", 27, "UTF-8" },
    { "naam,n\nBelgi\xeb,1\n\xe9\xe9n,2\n", 21, "WINDOWS-1252" },
    { "naam,n\nBelgi\x89,1\n\x82\x82n,2\n", 21, "IBM850" },
    { "naam,n\nBelgi\x91,1\n\x8e\x8en,2\n", 21, "MACINTOSH" },
    { "\xff\xfen\0a\0a\0m\0,\0n\0\n\0B\0e\0l\0g\0i\0\xeb\0,\0001\0\n\0\xe9\0\xe9\0n\0,\0002\0\n\0",
      44, "UTF-16LE" },
    { "n\0a\0a\0m\0,\0n\0\n\0B\0e\0l\0g\0i\0\xeb\0,\0001\0\n\0\xe9\0\xe9\0n\0,\0002\0\n\0", 42,
      "UTF-16LE" },
    { "\xfe\xff\0n\0a\0a\0m\0,\0n\0\n\0B\0e\0l\0g\0i\0\xeb\0,\0001\0\n\0\xe9\0\xe9\0n\0,\0002\0\n",
      44, "UTF-16BE" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (StreekSource) source = open_text (cases[i].text, cases[i].length, NULL, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (streek_source_get_encoding (source), ==, cases[i].encoding);

      g_autofree char *dumped = dump (source, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (dumped, ==, "1:[naam][n]\n2:[Belgi\xc3\xab][1]\n3:[\xc3\xa9\xc3\xa9n][2]\n");
    }
}

static void
test_person_decides (void)
{
  StreekSourceOptions options = { .encoding = "ISO-8859-1", .separator = '|' };
  g_autofree char *dumped = dump_text ("a,b|\xc3\xab\n", &options);

  g_assert_cmpstr (dumped, ==, "1:[a,b][\xc3\x83\xc2\xab]\n");

  g_autoptr (GError) error = NULL;

  options.encoding = "no-such-encoding";
  g_assert_null (open_text ("a,b\n", 4, &options, &error));
  g_assert_error (error, STREEK_SOURCE_ERROR, STREEK_SOURCE_ERROR_FORMAT);
}

static void
test_broken (void)
{
  static const struct
  {
    const char *text;
    gsize length; /* 0: up to the NUL byte */
    int code;
    const char *before; /* what is read before the error */
    const char *line;   /* that its sentence names */
  } cases[] = {
    { "a,b\n1,2\n3,\"4\n5,6\n", 0, STREEK_SOURCE_ERROR_CUT_OFF, "1:[a][b]\n2:[1][2]\n", "3" },
    /* a stray quote takes two lines in, up to the next one */
    { "a,b\n1,2\n3,\"4\n5,6\"x\n", 0, STREEK_SOURCE_ERROR_DAMAGED, "1:[a][b]\n2:[1][2]\n", "3" },
    /* in the middle of an é */
    { "a,\xc3\xa9\n1,2\n3,\xc3", 0, STREEK_SOURCE_ERROR_CUT_OFF, "1:[a][\xc3\xa9]\n2:[1][2]\n",
      "3" },
    /* the beginning of six bytes, which UTF-8 once had */
    { "\xc3\xab,b\n1,2\n3,\xfc", 0, STREEK_SOURCE_ERROR_DAMAGED, "1:[\xc3\xab][b]\n2:[1][2]\n",
      "3" },
    /* one letter of Windows-1252 among those of UTF-8 */
    { "\xc3\xab,b\n\xc3\xab,2\n\xeb,3\n", 0, STREEK_SOURCE_ERROR_DAMAGED,
      "1:[\xc3\xab][b]\n2:[\xc3\xab][2]\n", "3" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      gsize length = cases[i].length > 0 ? cases[i].length : strlen (cases[i].text);
      g_autoptr (StreekSource) source = open_text (cases[i].text, length, NULL, &error);

      g_assert_no_error (error);

      g_autofree char *dumped = dump (source, &error);

      g_assert_error (error, STREEK_SOURCE_ERROR, cases[i].code);
      g_assert_cmpstr (dumped, ==, cases[i].before);
      g_assert_nonnull (strstr (error->message, cases[i].line));
    }
}

static void
test_refused (void)
{
  static const struct
  {
    const char *text;
    gsize length;
    int code;
  } cases[] = {
    { "", 0, STREEK_SOURCE_ERROR_EMPTY },
    { "\n\r\n\n", 4, STREEK_SOURCE_ERROR_EMPTY },
    { "\xef\xbb\xbf", 3, STREEK_SOURCE_ERROR_EMPTY },
    { "a\0b\0\0\0c\0", 8, STREEK_SOURCE_ERROR_FORMAT },
    { "  <!DOCTYPE HTML><html>", 23, STREEK_SOURCE_ERROR_FORMAT },
    { "<?xml version=\"1.0\"?><x/>", 25, STREEK_SOURCE_ERROR_FORMAT },
    { "%PDF-1.4\n", 9, STREEK_SOURCE_ERROR_FORMAT },
    { "SQLite format 3", 16, STREEK_SOURCE_ERROR_FORMAT },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (open_text (cases[i].text, cases[i].length, NULL, &error));
      g_assert_error (error, STREEK_SOURCE_ERROR, cases[i].code);
    }
}

#define BYTES(text) text, sizeof text - 1

/* What is written to a file and looked at alone. */
static gboolean
holds_areas (const char *data, gsize length)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  int fd = g_file_open_tmp ("streek-door-XXXXXX", &path, &error);

  g_assert_no_error (error);
  g_close (fd, NULL);
  g_assert_true (g_file_set_contents (path, data, (gssize) length, &error));

  gboolean held = streek_source_holds_areas (path);

  g_unlink (path);

  return held;
}

/* Files for another door, known by their heads; a GeoPackage says what it is from byte 68 on. */
static void
test_other_doors (void)
{
  static const struct
  {
    const char *start;
    gsize n_start;
    const char *application_id; /* of a database */
    int code;
  } cases[] = {
    { BYTES ("SQLite format 3\0"), "GPKG", STREEK_SOURCE_ERROR_AREAS },
    { BYTES ("SQLite format 3\0"), "GP10", STREEK_SOURCE_ERROR_AREAS },
    { BYTES ("SQLite format 3\0"), "STRE", STREEK_SOURCE_ERROR_FORMAT },
    { BYTES ("\0\0\x27\x0a"), NULL, STREEK_SOURCE_ERROR_AREAS },
    { BYTES ("{\n \"type\": \"FeatureCollection\",\n \"features\": ["), NULL,
      STREEK_SOURCE_ERROR_AREAS },
    { BYTES ("{\"type\":\"Topology\",\"arcs\":["), NULL, STREEK_SOURCE_ERROR_AREAS },
    { BYTES ("<?xml version=\"1.0\"?><kml xmlns=\"x\">"), NULL, STREEK_SOURCE_ERROR_FORMAT },
    { BYTES ("PROJCS[\"Belge\"]"), NULL, STREEK_SOURCE_ERROR_FORMAT },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      gsize n = cases[i].application_id != NULL ? 100 : cases[i].n_start;
      char head[100] = { 0 };

      memcpy (head, cases[i].start, cases[i].n_start);
      if (cases[i].application_id != NULL)
        memcpy (head + 68, cases[i].application_id, 4);

      g_assert_null (open_text (head, n, NULL, &error));
      g_assert_error (error, STREEK_SOURCE_ERROR, cases[i].code);
      g_assert_cmpint (holds_areas (head, n), ==, cases[i].code == STREEK_SOURCE_ERROR_AREAS);
    }

  g_assert_false (holds_areas (BYTES ("nis;jaar;waarde\n32003;2024;7\n")));
  g_assert_false (holds_areas ("", 0));
  g_assert_false (streek_source_holds_areas ("/no/such/file.geojson"));
}

/* A NUL byte far beyond what was looked at to recognise the file. */
static void
test_late_nul (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  for (guint i = 1; i <= 200000; i++)
    g_string_append_printf (text, "%u,%u\n", i, i);
  memset (strstr (text->str, "\n150000,") + 1, 0, 6);

  g_autoptr (StreekSource) source = open_text (text->str, text->len, NULL, &error);

  g_assert_no_error (error);

  g_autofree char *dumped = dump (source, &error);

  g_assert_error (error, STREEK_SOURCE_ERROR, STREEK_SOURCE_ERROR_DAMAGED);
  g_assert_nonnull (strstr (error->message, "150000"));
  g_assert_true (g_str_has_suffix (dumped, "\n149999:[149999][149999]\n"));
}

/* Records, quotes and letters of three bytes across the ends of the blocks that are read. */
static void
test_blocks (void)
{
  static const char euros[] = "\xe2\x82\xac\xe2\x82\xac\xe2\x82\xac\xe2\x82\xac\xe2\x82\xac";
  const guint n_records = 40000;
  g_autoptr (GString) text = g_string_new ("n,naam,quoted\r\n");
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < n_records; i++)
    g_string_append_printf (text, "%u,x%.*s,\"a, \"\"%u\"\"\r\n\"\r\n", i, (int) (i % 6 * 3), euros,
                            i);

  g_autoptr (StreekSource) source = open_text (text->str, text->len, NULL, &error);

  g_assert_no_error (error);

  g_autoptr (StreekSourceReader) reader = streek_source_reader_new (source, 0, NULL, &error);
  StreekSourceRecord record;

  g_assert_true (streek_source_reader_next (reader, &record, &error));
  for (guint i = 0; i < n_records; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i);
      g_autofree char *quoted = g_strdup_printf ("a, \"%u\"\r\n", i);

      g_assert_true (streek_source_reader_next (reader, &record, &error));
      g_assert_cmpuint (record.line, ==, 2 + 2 * i);
      g_assert_cmpuint (record.n_fields, ==, 3);
      g_assert_cmpmem (record.fields[0].text, record.fields[0].length, number, strlen (number));
      g_assert_cmpmem (record.fields[1].text + 1, record.fields[1].length - 1, euros, i % 6 * 3);
      g_assert_cmpmem (record.fields[2].text, record.fields[2].length, quoted, strlen (quoted));
    }

  g_assert_false (streek_source_reader_next (reader, &record, &error));
  g_assert_no_error (error);
  g_assert_cmpfloat (streek_source_reader_get_progress (reader), ==, 1);
}

static void
assert_too_large (GString *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekSource) source = open_text (text->str, text->len, NULL, &error);

  g_assert_no_error (error);

  g_autofree char *dumped = dump (source, &error);

  g_assert_error (error, STREEK_SOURCE_ERROR, STREEK_SOURCE_ERROR_TOO_LARGE);
  g_assert_nonnull (strstr (error->message, "2"));
  g_assert_cmpstr (dumped, ==, "1:[a][b]\n");
}

static void
test_bounds (void)
{
  g_autoptr (GString) long_line = g_string_new ("a,b\n");
  g_autoptr (GString) many_cells = g_string_new ("a,b\n");

  g_string_set_size (long_line, 17 * 1024 * 1024);
  memset (long_line->str + 4, 'x', long_line->len - 4);
  assert_too_large (long_line);

  for (guint i = 0; i < 16384; i++)
    g_string_append_c (many_cells, ',');
  assert_too_large (many_cells);

  /* one separator fewer is allowed */
  g_string_truncate (many_cells, many_cells->len - 1);

  g_autoptr (GError) error = NULL;
  g_autoptr (StreekSource) source = open_text (many_cells->str, many_cells->len, NULL, &error);

  g_assert_no_error (error);

  g_autofree char *dumped = dump (source, &error);

  g_assert_no_error (error);
  g_assert_true (g_str_has_suffix (dumped, "[][]\n"));
}

static void
test_files (void)
{
  g_autofree char *folder = g_dir_make_tmp ("streek-source-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "cijfers.csv", NULL);
  g_autofree char *pipe = g_build_filename (folder, "pijp.csv", NULL);
  const char *unreadable[] = { folder, pipe, "/dev/zero", "/no/such/file.csv" };
  g_autoptr (GError) error = NULL;

  /* opening a pipe that nobody writes to must not wait */
  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (unreadable); i++)
    {
      g_assert_null (streek_source_open (unreadable[i], NULL, NULL, &error));
      g_assert_error (error, STREEK_SOURCE_ERROR, STREEK_SOURCE_ERROR_UNREADABLE);
      g_clear_error (&error);
    }

  g_assert_true (g_file_set_contents (path, "a;b\n1;2\n", -1, NULL));

  g_autoptr (StreekSource) source = streek_source_open (path, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (streek_source_get_name (source), ==, "cijfers.csv");
  g_assert_cmpint (streek_source_get_format (source), ==, STREEK_SOURCE_DELIMITED);
  g_assert_cmpuint (streek_source_get_n_sheets (source), ==, 1);
  g_assert_cmpuint (streek_source_get_size (source), ==, 8);

  g_autofree char *dumped = dump (source, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (dumped, ==, "1:[a][b]\n2:[1][2]\n");

  /* written again in place while it is open */
  FILE *file = fopen (path, "a");

  g_assert_nonnull (file);
  fputs ("3;4\n", file);
  fclose (file);

  g_autofree char *changed = dump (source, &error);

  g_assert_error (error, STREEK_SOURCE_ERROR, STREEK_SOURCE_ERROR_DAMAGED);

  g_unlink (path);
  g_unlink (pipe);
  g_rmdir (folder);
}

static void
test_cancelled (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekSource) source = open_text ("a,b\n1,2\n", 8, NULL, &error);
  g_autoptr (StreekSourceReader) reader = streek_source_reader_new (source, 0, cancellable, &error);
  StreekSourceRecord record;

  g_cancellable_cancel (cancellable);
  g_assert_false (streek_source_reader_next (reader, &record, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/exchange/delimited/records", test_records);
  g_test_add_func ("/exchange/delimited/separators", test_separators);
  g_test_add_func ("/exchange/delimited/encodings", test_encodings);
  g_test_add_func ("/exchange/delimited/person-decides", test_person_decides);
  g_test_add_func ("/exchange/delimited/broken", test_broken);
  g_test_add_func ("/exchange/delimited/refused", test_refused);
  g_test_add_func ("/exchange/delimited/other-doors", test_other_doors);
  g_test_add_func ("/exchange/delimited/late-nul", test_late_nul);
  g_test_add_func ("/exchange/delimited/blocks", test_blocks);
  g_test_add_func ("/exchange/delimited/bounds", test_bounds);
  g_test_add_func ("/exchange/delimited/files", test_files);
  g_test_add_func ("/exchange/delimited/cancelled", test_cancelled);

  return g_test_run ();
}
