/* test-output.c: tables as JSON, as the command line writes them */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "streek-cli.h"

#include <json-glib/json-glib.h>

static void
test_json_has_an_object_a_row (void)
{
  g_autoptr (StreekTable) table = streek_table_new ();

  streek_table_add_column (table, "area", "Area", STREEK_COLUMN_TEXT, NULL, 0);
  streek_table_add_column (table, "on", "On", STREEK_COLUMN_DATE, NULL, 0);
  streek_table_add_column (table, "period", "Period", STREEK_COLUMN_PERIOD, NULL, 0);
  streek_table_add_column (table, "value", "Value", STREEK_COLUMN_NUMBER, NULL, 1);
  streek_table_add_column (table, "known", "Known", STREEK_COLUMN_INTEGER, NULL, 0);

  for (guint row = 0; row < 2; row++)
    {
      streek_table_add_row (table);
      streek_table_set_text (table, row, 0, row == 0 ? "34022" : "34027");
      streek_table_set_date (table, row, 1, streek_date_from_ymd (2019, 1, 1));
      streek_table_set_period (table, row, 2, streek_period_from_year (2019));
      streek_table_set_integer (table, row, 4, row);
    }

  streek_table_set_number (table, 0, 3, 0.1, STREEK_STATUS_FINAL);
  streek_table_set_missing (table, 1, 3, STREEK_MISSING_HIDDEN);

  g_autofree char *json = streek_cli_table_to_json (table);

  g_assert_cmpstr (
    json, ==,
    "[\n"
    "{\"area\":\"34022\",\"on\":\"2019-01-01\",\"period\":\"2019\",\"value\":0.1,\"known\":0},\n"
    "{\"area\":\"34027\",\"on\":\"2019-01-01\",\"period\":\"2019\",\"value\":null,\"known\":1}\n"
    "]\n");
}

static void
test_json_of_no_rows_is_an_array (void)
{
  g_autoptr (StreekTable) table = streek_table_new ();

  streek_table_add_column (table, "area", "Area", STREEK_COLUMN_TEXT, NULL, 0);

  g_autofree char *json = streek_cli_table_to_json (table);

  g_assert_cmpstr (json, ==, "[\n]\n");
}

/* What we escape, an independent reader must get back unchanged. */
static void
test_json_text_reads_back (void)
{
  static const char text[] = "Wol\"vertem\\ \t\n\r\x01 – ’s-Gravenvoeren";
  g_autoptr (StreekTable) pairs = streek_table_new ();

  streek_table_add_column (pairs, "key", "Key", STREEK_COLUMN_TEXT, NULL, 0);
  streek_table_add_column (pairs, "value", "Value", STREEK_COLUMN_TEXT, NULL, 0);
  streek_table_add_row (pairs);
  streek_table_set_text (pairs, 0, 0, "name");
  streek_table_set_text (pairs, 0, 1, text);
  streek_table_add_row (pairs);
  streek_table_set_text (pairs, 1, 0, "nothing");
  streek_table_set_text (pairs, 1, 1, NULL);

  g_autofree char *json = streek_cli_pairs_to_json (pairs);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;

  json_parser_load_from_data (parser, json, -1, &error);
  g_assert_no_error (error);

  JsonObject *object = json_node_get_object (json_parser_get_root (parser));

  g_assert_cmpuint (json_object_get_size (object), ==, 2);
  g_assert_cmpstr (json_object_get_string_member (object, "name"), ==, text);
  g_assert_true (json_object_get_null_member (object, "nothing"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cli/output/json-has-an-object-a-row", test_json_has_an_object_a_row);
  g_test_add_func ("/cli/output/json-of-no-rows-is-an-array", test_json_of_no_rows_is_an_array);
  g_test_add_func ("/cli/output/json-text-reads-back", test_json_text_reads_back);

  return g_test_run ();
}
