/* test-bestat.c: JSON of be.STAT, and JSON that is something else */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "archive-fixture.h"

#include <string.h>

static StreekSource *
open_text (const char *text, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));

  return streek_source_open_bytes (bytes, "cijfers.json", NULL, error);
}

/* In the shape of the export of establishments: names only, null for a place that is not known. */
static void
test_facts (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekSource) source = open_text (
    "\xef\xbb\xbf{\n  \"facts\": [\n    {\n      \"Gemeente\": \"Li\\u00e8ge\",\n"
    "      \"Kwartaal\": \"4de kwartaal 2023\",\n      \"Aantal\": 1885.0\n    },\n"
    "    {\n      \"Gemeente\": null,\n      \"Aantal\": 0.1,\n      \"Extra\": 7\n    }\n  ]\n}",
    &error);

  g_assert_no_error (error);
  g_assert_cmpint (streek_source_get_format (source), ==, STREEK_SOURCE_BESTAT);

  g_autofree char *dumped = archive_fixture_dump (source, 0, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (dumped, ==,
                   "1:[Gemeente][Kwartaal][Aantal][Extra]\n"
                   "3:[Li\xc3\xa8ge][4de kwartaal 2023][1885]N[]\n8:[][][0.1]N[7]N\n");
}

static void
test_refused (void)
{
  g_autoptr (GString) deep = g_string_new (NULL);
  static const struct
  {
    const char *text;
    int code;
  } cases[] = {
    { "{\"facts\": [{\"a\": 1}, {\"a\": ", STREEK_SOURCE_ERROR_CUT_OFF },
    { "{\"facts\": [{\"a\": \"x", STREEK_SOURCE_ERROR_CUT_OFF },
    { "{\"facts\": [{\"a\": 1} {\"a\": 2}]}", STREEK_SOURCE_ERROR_DAMAGED },
    { "{\"facts\": [{\"a\": \"\xeb\"}]}", STREEK_SOURCE_ERROR_DAMAGED },
    { "{\"facts\": []}", STREEK_SOURCE_ERROR_EMPTY },
    { "{\"facts\": [1, 2]}", STREEK_SOURCE_ERROR_FORMAT },
    { "{\"facts\": 1}", STREEK_SOURCE_ERROR_EMPTY },
    { "{\"class\": \"dataset\"}", STREEK_SOURCE_ERROR_FORMAT },
    { "{\"type\": \"FeatureCollection\", \"features\": []}", STREEK_SOURCE_ERROR_AREAS },
    { "{\"type\": \"Topology\", \"objects\": {}}", STREEK_SOURCE_ERROR_AREAS },
    { "[{\"a\": 1}]", STREEK_SOURCE_ERROR_FORMAT },
    /* what the parser takes besides JSON, and brackets could hide in */
    { "{\"facts\": [{\"a\": '\"'}, {\"a\": '\"'}]}", STREEK_SOURCE_ERROR_DAMAGED },
    { "{\"facts\": [/* \" */{\"a\": 1}/* \" */]}", STREEK_SOURCE_ERROR_DAMAGED },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (open_text (cases[i].text, &error));
      g_assert_error (error, STREEK_SOURCE_ERROR, cases[i].code);
    }

  g_autoptr (GError) error = NULL;

  g_string_append (deep, "{\"facts\": ");
  for (guint i = 0; i < 100000; i++)
    g_string_append_c (deep, '[');
  g_assert_null (open_text (deep->str, &error));
  g_assert_error (error, STREEK_SOURCE_ERROR, STREEK_SOURCE_ERROR_TOO_LARGE);
}

/* A header of CSV may begin with a bracket. */
static void
test_bracket_is_no_json (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekSource) source = open_text ("[kwartaal],waarde\n1,2\n", &error);

  g_assert_no_error (error);
  g_assert_cmpint (streek_source_get_format (source), ==, STREEK_SOURCE_DELIMITED);
  g_assert_nonnull (strstr (streek_source_get_remark (source), ".json"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/exchange/bestat/facts", test_facts);
  g_test_add_func ("/exchange/bestat/refused", test_refused);
  g_test_add_func ("/exchange/bestat/bracket-is-no-json", test_bracket_is_no_json);

  return g_test_run ();
}
