/* test-record-list-spec.c: a list as JSON: what goes in comes out, what cannot be is refused */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "record/streek-record-list-spec.h"

#include "plan/streek-plan-item.h"
#include "project/streek-project.h"
#include "workspace/streek-kinds.h"

#include <string.h>

static void
test_reads_back (void)
{
  static const char json[] =
    "{\"kind\":\"project\",\"columns\":[\"name\",\"project_partner\"],\"sort\":[{\"column\":"
    "\"starts\",\"descending\":true},{\"column\":\"name\",\"descending\":false}],\"group\":"
    "\"status\",\"conditions\":[{\"column\":\"status\",\"operator\":\"is\",\"values\":[\"running\","
    "\"done\"]},{\"column\":\"starts\",\"operator\":\"at_least\",\"values\":[\"2020\"]}],"
    "\"search\":\"warm\",\"area\":\"RESOC:RESOC_WESTHOEK\"}";
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekRecordListSpec) spec = streek_record_list_spec_from_json (json, &error);

  g_assert_no_error (error);
  g_assert_true (spec->kind == &streek_project_kind);

  g_autofree char *back = streek_record_list_spec_to_json (spec);
  g_autoptr (StreekRecordListSpec) copy = streek_record_list_spec_copy (spec);

  g_assert_cmpstr (back, ==, json);
  g_assert_true (streek_record_list_spec_equal (spec, copy));
  streek_record_list_spec_clear_conditions (copy, "starts");
  g_assert_false (streek_record_list_spec_equal (spec, copy));
  g_assert_cmpuint (copy->conditions->len, ==, 1);
}

static void
test_refuses (void)
{
  static const struct
  {
    const char *json;
    int code;
  } cases[] = {
    { "", STREEK_RECORD_ERROR_INVALID },
    { "[]", STREEK_RECORD_ERROR_INVALID },
    { "{}", STREEK_RECORD_ERROR_UNKNOWN },
    { "{\"kind\":\"sqlite_schema\"}", STREEK_RECORD_ERROR_UNKNOWN },
    { "{\"kind\":7}", STREEK_RECORD_ERROR_INVALID },
    { "{\"kind\":\"project\",\"columns\":[\"nobody\"]}", STREEK_RECORD_ERROR_UNKNOWN },
    { "{\"kind\":\"project\",\"columns\":\"name\"}", STREEK_RECORD_ERROR_INVALID },
    { "{\"kind\":\"project\",\"columns\":[7]}", STREEK_RECORD_ERROR_INVALID },
    { "{\"kind\":\"project\",\"group\":\"aim\"}", STREEK_RECORD_ERROR_INVALID },
    { "{\"kind\":\"project\",\"sort\":[\"name\"]}", STREEK_RECORD_ERROR_INVALID },
    { "{\"kind\":\"project\",\"sort\":[{\"column\":\"x\"}]}", STREEK_RECORD_ERROR_UNKNOWN },
    { "{\"kind\":\"project\",\"conditions\":[{\"column\":\"name\",\"operator\":\"like\"}]}",
      STREEK_RECORD_ERROR_INVALID },
    { "{\"kind\":\"project\",\"conditions\":[{\"column\":\"starts\",\"operator\":\"contains\","
      "\"values\":[\"3\"]}]}",
      STREEK_RECORD_ERROR_INVALID },
    { "{\"kind\":\"project\",\"conditions\":[{\"column\":\"starts\",\"operator\":\"at_least\","
      "\"values\":[\"gisteren\"]}]}",
      STREEK_RECORD_ERROR_INVALID },
    { "{\"kind\":\"project\",\"conditions\":[{\"column\":\"budget\",\"operator\":\"at_least\","
      "\"values\":[]}]}",
      STREEK_RECORD_ERROR_INVALID },
    { "[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]", STREEK_RECORD_ERROR_INVALID },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", cases[i].json);
      g_assert_null (streek_record_list_spec_from_json (cases[i].json, &error));
      g_assert_error (error, STREEK_RECORD_ERROR, cases[i].code);
    }
}

/* Fields but not their order; what hangs on a record once, under the id of what ties it. */
static void
test_columns (void)
{
  g_autoptr (GPtrArray) columns = streek_record_kind_list_columns (&streek_plan_item_kind);
  const StreekRecordListColumn *themes = streek_record_columns_find (columns, "item_theme");

  g_assert_null (streek_record_columns_find (columns, "rank"));
  g_assert_nonnull (streek_record_columns_find (columns, "title"));
  g_assert_nonnull (streek_record_columns_find (columns, "item_area"));
  g_assert_nonnull (streek_record_columns_find (columns, "item_instrument"));
  g_assert_null (streek_record_columns_find (columns, "claim")); /* a text of its own */
  g_assert_cmpint (themes->type, ==, STREEK_RECORD_LIST);
  g_assert_cmpstr (streek_record_list_column_get_label (&streek_plan_item_kind, themes), ==,
                   "Themes");
}

/* Ids are the contract of saved lists and of the command line. */
static void
test_columns_are_told_apart (void)
{
  g_autoptr (GPtrArray) kinds = streek_record_kinds_list ();

  for (guint i = 0; i < kinds->len; i++)
    {
      g_autoptr (GPtrArray) columns = streek_record_kind_list_columns (kinds->pdata[i]);
      g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

      for (guint j = 0; j < columns->len; j++)
        {
          const StreekRecordListColumn *column = columns->pdata[j];

          g_assert_true (g_hash_table_add (ids, (gpointer) column->id));
          g_assert_cmpstr (streek_record_list_column_get_label (kinds->pdata[i], column), !=, "");
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  streek_workspace_register_kinds ();

  g_test_add_func ("/record/list-spec/reads-back", test_reads_back);
  g_test_add_func ("/record/list-spec/refuses", test_refuses);
  g_test_add_func ("/record/list-spec/columns", test_columns);
  g_test_add_func ("/record/list-spec/columns/told-apart", test_columns_are_told_apart);

  return g_test_run ();
}
