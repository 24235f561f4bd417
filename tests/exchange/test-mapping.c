/* test-mapping.c: profiles as text, and headers that they mean */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "exchange/streek-grid.h"
#include "exchange/streek-mapping.h"
#include "exchange/streek-profile.h"

#include <string.h>

static void
test_reads_what_it_writes (void)
{
  static const char json[] =
    "{ \"streek-profile\": 1, \"name\": \"test\", \"split\": \",\", \"header-rows\": 2,"
    " \"period-from\": \"sheet-name\", \"foreign\": \"ignore\", \"projection-from\": \"2024\","
    " \"unknown-indicators\": \"other\", \"code-prefix\": \"x_\", \"sheets\": \"20??\","
    " \"columns\": [ { \"header\": \"geo\", \"as\": \"area-nuts\" },"
    " { \"header\": \"leeftijd\", \"as\": \"breakdown\", \"use\": \"filter\", \"member\": \"T\" },"
    " { \"header\": \"{period}\", \"as\": \"value\", \"decimals\": \"comma\" } ],"
    " \"missing\": { \"?\": \"hidden\" }, \"areas\": { \"X\": \"\" },"
    " \"new-indicators\": [ { \"code\": \"a\", \"name\": \"A\", \"decimals\": 1 } ] }";
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekMapping) mapping = streek_mapping_from_json (json, -1, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (mapping->columns->len, ==, 3);
  g_assert_cmpint (mapping->split, ==, ',');
  g_assert_cmpint (mapping->period_from, ==, STREEK_PERIOD_FROM_SHEET);
  g_assert_true (mapping->ignore_foreign);

  const StreekMappingColumn *breakdown = mapping->columns->pdata[1];
  const StreekMappingColumn *value = mapping->columns->pdata[2];

  g_assert_cmpint (breakdown->use, ==, STREEK_BREAKDOWN_FILTER);
  g_assert_cmpstr (breakdown->member, ==, "T");
  g_assert_cmpint (value->marks, ==, STREEK_MARKS_COMMA);

  g_autofree char *written = streek_mapping_to_json (mapping);
  g_autoptr (StreekMapping) copy = streek_mapping_copy (mapping);
  g_autofree char *again = streek_mapping_to_json (copy);

  g_assert_cmpstr (written, ==, again);
}

static void
test_refuses_other_json (void)
{
  static const char *const texts[] = {
    "",
    "[]",
    "{}",
    "{ \"streek-profile\": 2 }",
    "{ \"streek-profile\": \"1\" }",
    "{ \"streek-profile\": 1, \"columns\": {} }",
    "{ \"streek-profile\": 1, \"columns\": [ 1 ] }",
    "{ \"streek-profile\": 1, \"columns\": [ { \"as\": \"value\" } ] }",
    "{ \"streek-profile\": 1, \"columns\": [ { \"header\": \"a\", \"as\": \"nothing\" } ] }",
    "{ \"streek-profile\": 1, \"columns\": [ { \"header\": \"a\", \"use\": \"filter\" } ] }",
    "{ \"streek-profile\": 1, \"header-rows\": 9 }",
    "{ \"streek-profile\": 1, \"split\": \"ab\" }",
    "{ \"streek-profile\": 1, \"missing\": { \":\": 1 } }",
    "{ \"streek-profile\": 1, \"title\": 1 }",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", texts[i]);
      g_assert_null (streek_mapping_from_json (texts[i], -1, &error));
      g_assert_error (error, STREEK_IMPORT_ERROR, STREEK_IMPORT_ERROR_PROFILE);
    }

  g_autoptr (GString) deep = g_string_new ("{ \"streek-profile\": 1, \"columns\": ");
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 300000; i++)
    g_string_append_c (deep, '[');

  g_assert_null (streek_mapping_from_json (deep->str, -1, &error));
  g_assert_error (error, STREEK_IMPORT_ERROR, STREEK_IMPORT_ERROR_PROFILE);
}

static void
test_matches_headers (void)
{
  static const struct
  {
    const char *pattern;
    const char *header;
    gboolean matches;
    const char *period;
  } cases[] = {
    { "Totaal", "totaal", TRUE, "" },
    { "Totaal", "Totaal 2019", FALSE, "" },
    { "{period}", "2019", TRUE, "2019" },
    { "{period}", "Totaal", FALSE, NULL },
    { "Bevolking op {period}", "Bevolking op 01 januari 2019", TRUE, "2019-01-01" },
    { "Bevolking op {period}", "Bevolking op dinsdag", FALSE, NULL },
    { "Aantal*", "Aantal (m²)", TRUE, "" },
    { "a (b)", "a (b)", TRUE, "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      StreekPeriod period;
      gboolean matches = streek_header_match (cases[i].pattern, cases[i].header, &period);

      g_test_message ("%s: %s", cases[i].pattern, cases[i].header);
      g_assert_cmpint (matches, ==, cases[i].matches);
      if (matches)
        {
          g_autofree char *text = streek_period_to_string (period);

          g_assert_cmpstr (text, ==, cases[i].period);
        }
    }
}

/* Two rows of a header: a head over several columns stands over each of them. */
static void
test_joins_rows_of_a_header (void)
{
  static const char csv[] = "Naam,Aantal aangiften,,,Inwoners\n,Totaal,< 10,meer,\nA,1,2,3,4\n";
  g_autoptr (GBytes) bytes = g_bytes_new_static (csv, strlen (csv));
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekSource) source = streek_source_open_bytes (bytes, "t.csv", NULL, &error);

  g_assert_no_error (error);

  g_autoptr (StreekGrid) grid = streek_grid_read (source, 0, 10, NULL, &error);
  g_auto (GStrv) headers = streek_grid_make_headers (grid, 0, 2, 0);

  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (headers), ==, 5);
  g_assert_cmpstr (headers[0], ==, "Naam");
  g_assert_cmpstr (headers[1], ==, "Aantal aangiften / Totaal");
  g_assert_cmpstr (headers[3], ==, "Aantal aangiften / meer");
  g_assert_cmpstr (headers[4], ==, "Inwoners");
}

static void
test_shipped_profiles_are_whole (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) profiles = streek_profile_list (NULL, STREEK_PROFILE_FIGURES, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (profiles->len, >=, 12);

  for (guint i = 0; i < profiles->len; i++)
    {
      const StreekMapping *profile = profiles->pdata[i];

      g_test_message ("%s", profile->name);
      g_assert_nonnull (profile->title);
      g_assert_nonnull (profile->source);
      g_assert_true (streek_mapping_has_role (profile, STREEK_ROLE_VALUE));
    }
}

/* What belongs to one file stays out of its profile. */
static void
test_profile_is_for_next_time (void)
{
  g_autoptr (StreekMapping) mapping = streek_mapping_new ();

  streek_mapping_add_column (mapping, "NIS", STREEK_ROLE_AREA_CODE);
  streek_mapping_set_text (&streek_mapping_add_column (mapping, "2018", STREEK_ROLE_VALUE)->period,
                           "2018");
  streek_mapping_set_text (&streek_mapping_add_column (mapping, "2019", STREEK_ROLE_VALUE)->period,
                           "2019");
  streek_mapping_set_text (&mapping->extracted_on, "2020-01-01");

  g_autoptr (StreekMapping) profile = streek_profile_new_from_mapping (mapping, "mine", "My table");
  const StreekMappingColumn *value = profile->columns->pdata[1];

  g_assert_cmpuint (profile->columns->len, ==, 2);
  g_assert_cmpstr (value->header, ==, "{period}");
  g_assert_null (value->period);
  g_assert_null (profile->extracted_on);
  g_assert_cmpstr (profile->name, ==, "mine");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/exchange/mapping/reads-what-it-writes", test_reads_what_it_writes);
  g_test_add_func ("/exchange/mapping/refuses-other-json", test_refuses_other_json);
  g_test_add_func ("/exchange/mapping/matches-headers", test_matches_headers);
  g_test_add_func ("/exchange/mapping/joins-rows-of-a-header", test_joins_rows_of_a_header);
  g_test_add_func ("/exchange/mapping/shipped-profiles-are-whole", test_shipped_profiles_are_whole);
  g_test_add_func ("/exchange/mapping/profile-is-for-next-time", test_profile_is_for_next_time);

  return g_test_run ();
}
