/* test-hostile.c: files that hold what no program of ours would write */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cli-runner.h"

#include <json-glib/json-glib.h>
#include <sqlite3.h>
#include <string.h>

#define ROSTER                                                                                     \
  "(SELECT roster_id FROM ref_vector WHERE indicator = 'pop_total' AND period = '2024')"

/* 0xff and half a character, then what a terminal, HTML, printf and a line would act on */
#define BAD_NAME                                                                                   \
  "CAST (x'ff' AS TEXT) || CAST (x'80c3' AS TEXT) || '<b>&\"%s%n' || char (27) || '[31m' || "      \
  "char (10) || char (13) || char (8238) || CAST (x'e2' AS TEXT)"

static const struct
{
  const char *name;
  const char *sql;
  const char *line;
  int status;
} cases[] = {
  { "names-as-map", "UPDATE ref_area SET name = " BAD_NAME,
    "map DIR/bad --set gemeente --within RESOC:RESOC_WESTHOEK --on 2009-01-01 -o DIR/bad.svg", 0 },
  { "names-as-print", "UPDATE ref_area SET name = " BAD_NAME,
    "map DIR/bad --set RESOC --outline SERR --on 2009-01-01 -o DIR/bad.pdf", 0 },
  { "names-as-picture", "UPDATE ref_area SET name = " BAD_NAME,
    "map DIR/bad --set RESOC --on 2009-01-01 -o DIR/bad.png", 0 },
  { "names-as-table", "UPDATE ref_area SET name = " BAD_NAME,
    "areas DIR/bad --set RESOC --on 2009-01-01 --members --json", 0 },
  { "names-of-indicators", "UPDATE ref_indicator SET name = " BAD_NAME ", unit = " BAD_NAME,
    "indicators DIR/bad --json", 0 },
  { "a-name-of-a-megabyte",
    "UPDATE ref_area SET name = replace (hex (zeroblob (500000)), '0', 'W')"
    " WHERE code = 'RESOC_WESTHOEK'",
    "map DIR/bad --set RESOC --on 2009-01-01 -o DIR/bad.svg", 0 },
  { "a-multiplier-without-end", "UPDATE ref_indicator SET multiplier = 9e999",
    "values DIR/bad --indicator share_65plus --set RESOC --period 2015", 1 },
  { "a-multiplier-too-large", "UPDATE ref_indicator SET multiplier = 1e308",
    "values DIR/bad --indicator share_65plus --set RESOC --period 2015 --json", 0 },
  { "sums-too-large",
    "INSERT INTO cell_correction SELECT DISTINCT 'pop_total', '2024', " ROSTER
    ", code, 1e308, 'value', 'final', 'r', NULL, 0, 0, NULL FROM ref_area"
    " WHERE set_code = 'gemeente'",
    "values DIR/bad --indicator pop_total --set project --period 2024 --json", 0 },
  { "a-roster-that-lies", "UPDATE ref_roster SET codes = 'x'",
    "values DIR/bad --indicator pop_total --area gewest:02000", 1 },
  { "an-empty-vector", "UPDATE ref_vector SET data = x''",
    "values DIR/bad --indicator pop_total --area gewest:02000", 1 },
  { "a-vector-of-zeros", "UPDATE ref_vector SET data = zeroblob (1000000) WHERE period = '2024'",
    "map DIR/bad --set gemeente --indicator pop_total -o DIR/bad.png", 1 },
  { "a-mesh-of-noise", "UPDATE ref_mesh SET data = zeroblob (100000)",
    "map DIR/bad --set RESOC -o DIR/bad.png", 1 },
  { "a-correction-of-itself",
    "INSERT INTO membership_correction VALUES"
    " ('RESOC', 'RESOC_WESTHOEK', 'RESOC_WESTHOEK', '2009-01-01', NULL, 1, 's', 'n'),"
    " ('gemeente', '33011', '33011', '2000-01-01', NULL, 0, 's', 'n')",
    "verify DIR/bad", 3 },
  { "a-correction-without-a-date",
    "INSERT INTO membership_correction VALUES"
    " ('RESOC', 'RESOC_WESTHOEK', '33011', 'rubbish', NULL, 0, 's', 'n')",
    "areas DIR/bad --set RESOC", 1 },
  { "a-definition-that-says-nothing",
    "UPDATE ref_indicator SET denominator_rule = 'fixed', denominator_period = 'rubbish'"
    " WHERE code = 'share_65plus'",
    "verify DIR/bad", 3 },
  { "a-period-that-is-none", "UPDATE ref_vector SET period = 'rubbish' WHERE period = '2024'",
    "verify DIR/bad", 3 },
  { "a-view-that-is-no-view", "UPDATE saved_view SET spec = '{['", "info DIR/bad", 0 },
};

static char *
make_bad_file (const char *sql)
{
  char *path = g_build_filename (cli_get_folder (), "bad", NULL);
  g_autofree char *contents = NULL;
  gsize length;
  sqlite3 *handle = NULL;

  g_assert_true (g_file_get_contents (cli_get_example (), &contents, &length, NULL));
  g_assert_true (g_file_set_contents (path, contents, length, NULL));
  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (handle), ==, SQLITE_OK);

  return path;
}

/* Words or a refusal, never a crash; text is UTF-8, JSON is JSON, the file stays as it was. */
static void
test_case (gconstpointer data)
{
  const typeof (cases[0]) *item = data;
  g_autofree char *path = make_bad_file (item->sql);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize length_before;
  gsize length_after;

  g_assert_true (g_file_get_contents (path, &before, &length_before, NULL));

  g_auto (CliResult) result = cli_run (item->line);

  g_test_message ("%s", result.err);
  g_assert_cmpint (result.status, ==, item->status);
  g_assert_true (g_utf8_validate (result.out, -1, NULL));
  g_assert_true (result.status != 1 || g_str_has_prefix (result.err, "streek "));
  g_assert_true (g_file_get_contents (path, &after, &length_after, NULL));
  g_assert_cmpmem (after, length_after, before, length_before);

  if (g_str_has_suffix (item->line, "--json"))
    {
      g_autoptr (JsonParser) parser = json_parser_new ();
      g_autoptr (GError) error = NULL;

      json_parser_load_from_data (parser, result.out, -1, &error);
      g_assert_no_error (error);
    }
}

/* What cannot be said has a kind, even where it is only too large. */
static void
test_too_large_is_said (void)
{
  g_autofree char *path = make_bad_file ("UPDATE ref_indicator SET multiplier = 1e308");
  g_auto (CliResult) result =
    cli_run ("values DIR/bad --indicator share_65plus --area arrondissement:34000 --period 2020");
  g_auto (GStrv) header = NULL;
  g_autoptr (GPtrArray) rows = cli_read_rows (result.out, &header);

  g_assert_cmpuint (rows->len, ==, 1);
  g_assert_cmpstr (cli_get_field (header, rows->pdata[0], "value"), ==, "");
  g_assert_cmpstr (cli_get_field (header, rows->pdata[0], "kind"), ==, "unknown");
  g_assert_cmpstr (cli_get_field (header, rows->pdata[0], "note"), !=, "");
}

static void
test_names_steer_no_terminal (void)
{
  g_autofree char *path = make_bad_file ("UPDATE ref_area SET name = " BAD_NAME);
  g_auto (CliResult) result =
    cli_run ("areas DIR/bad --set RESOC --within SERR:SERR_OW --on 2017-01-01");

  g_assert_cmpint (result.status, ==, 3);
  g_assert_nonnull (strstr (result.err, "RESOC_NWVL"));
  g_assert_null (strchr (result.err, '\033'));
  g_assert_null (strchr (result.err, '\r'));
}

static void
add_tests (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/cli/hostile/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }

  g_test_add_func ("/cli/hostile/names-steer-no-terminal", test_names_steer_no_terminal);
  g_test_add_func ("/cli/hostile/too-large-is-said", test_too_large_is_said);
}

int
main (int argc, char **argv)
{
  return cli_main (argc, argv, add_tests);
}
