/* test-reference.c: reference data are renewed under what people made */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-fixture.h"

#include "store/streek-reference.h"

/* A template that knows one area by another name, one no more, and one new. */
static char *
make_template (StoreFixture *fixture, const char *more)
{
  g_autoptr (GError) error = NULL;
  char *path = store_fixture_path (fixture, "template.streek");

  g_assert_true (streek_store_create (path, fixture->schema, 1, NULL, &error));
  store_fixture_spoil (path, "INSERT INTO ref_area VALUES ('34022', 'Kortrijk-stad', x'010203'),"
                             " ('31005', 'Brugge', NULL);"
                             "INSERT INTO ref_part VALUES ('34022', 1, 1.0), ('31005', 3, 1.0);"
                             "INSERT INTO store_meta VALUES ('reference_version', '2026.1')");

  if (more != NULL)
    store_fixture_spoil (path, more);

  return path;
}

static char *
print_changes (GPtrArray *changes)
{
  static const char kinds[] = { '+', '-', '~' };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < changes->len; i++)
    {
      StreekReferenceChange *change = g_ptr_array_index (changes, i);

      g_string_append_printf (text, "%c %s %s", kinds[change->kind], change->table, change->key);

      if (change->column != NULL)
        g_string_append_printf (text, " %s: %s -> %s", change->column, change->old_value,
                                change->new_value);

      g_string_append_c (text, '\n');
    }

  return g_string_free (text, FALSE);
}

static void
test_lists_differences (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *template = make_template (fixture, NULL);

  store_fixture_create (fixture);

  g_autoptr (StreekStore) store = store_fixture_open (fixture, STREEK_STORE_NONE);
  g_autoptr (GPtrArray) changes =
    streek_store_list_reference_changes (store, template, NULL, &error);

  g_assert_no_error (error);

  g_autofree char *text = print_changes (changes);

  g_assert_cmpstr (text, ==,
                   "+ ref_area 31005\n"
                   "- ref_area 37015\n"
                   "~ ref_area 34022 name: Kortrijk -> Kortrijk-stad\n"
                   "~ ref_area 34022 shape: 2 bytes -> 3 bytes\n"
                   "+ ref_part 31005/3\n"
                   "- ref_part 37015/2\n");

  /* Looking changes nothing, and can be done on a read-only file too. */
  g_assert_cmpint (store_fixture_query (store, "SELECT count (*) FROM ref_area"
                                               " WHERE code = '37015'"),
                   ==, 1);
  g_clear_object (&store);
  store = store_fixture_open (fixture, STREEK_STORE_READ_ONLY);

  g_autoptr (GPtrArray) again = streek_store_list_reference_changes (store, template, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (again->len, ==, changes->len);
}

static void
test_update_keeps_overlays_and_undo (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *template = make_template (fixture, NULL);

  store_fixture_create (fixture);

  g_autoptr (StreekStore) store = store_fixture_open (fixture, STREEK_STORE_NONE);

  store_fixture_run (store, "INSERT INTO membership VALUES ('34022', 20190101, 'verbeterd')");
  store_fixture_run (store, "UPDATE membership SET note = 'nog beter'");

  g_assert_true (streek_store_update_reference (store, template, NULL, &error));
  g_assert_no_error (error);

  g_autofree char *version = streek_store_dup_reference_version (store);
  g_autoptr (GPtrArray) left = streek_store_list_reference_changes (store, template, NULL, &error);

  g_assert_cmpstr (version, ==, "2026.1");
  g_assert_cmpuint (left->len, ==, 0);
  g_assert_cmpint (store_fixture_query (store, "SELECT count (*) FROM ref_area"
                                               " WHERE name IN ('Brugge', 'Kortrijk-stad')"),
                   ==, 2);
  g_assert_cmpint (store_fixture_query (store, "SELECT count (*) FROM membership"
                                               " WHERE note = 'nog beter'"),
                   ==, 1);
  g_assert_cmpint (store_fixture_query (store, "SELECT count (*) FROM history"), ==, 2);

  /* Across reopening the overlay can still be undone, and the office is still its own. */
  gint64 office_id = streek_store_get_office_id (store);

  g_clear_object (&store);
  store = store_fixture_open (fixture, STREEK_STORE_NONE);
  g_assert_cmpint (streek_store_get_office_id (store), ==, office_id);
  g_assert_true (streek_store_undo (store, NULL, &error));
  g_assert_true (streek_store_undo (store, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (store_fixture_query (store, "SELECT count (*) FROM membership"), ==, 0);
  g_assert_true (streek_store_redo (store, NULL, &error));
  g_assert_no_error (error);
}

static void
test_refuses_what_is_leaned_on (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *template = make_template (fixture, NULL);

  store_fixture_create (fixture);

  g_autoptr (StreekStore) store = store_fixture_open (fixture, STREEK_STORE_NONE);

  store_fixture_run (store, "INSERT INTO membership VALUES ('37015', 20190101, 'Tielt')");

  g_autofree char *before = store_fixture_dump (store);

  g_assert_false (streek_store_update_reference (store, template, NULL, &error));
  g_assert_error (error, STREEK_STORE_ERROR, STREEK_STORE_ERROR_CONFLICT);
  g_clear_error (&error);

  g_autofree char *after = store_fixture_dump (store);
  g_autofree char *version = streek_store_dup_reference_version (store);

  g_assert_cmpstr (after, ==, before);
  g_assert_cmpstr (version, ==, "2025.1");

  /* The template is let go of: a second try meets no leftover of the first. */
  store_fixture_run (store, "DELETE FROM membership");
  g_assert_true (streek_store_update_reference (store, template, NULL, &error));
  g_assert_no_error (error);
}

static void
test_refuses_what_is_no_template (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *foreign = make_template (fixture, "CREATE TABLE ref_extra (a) ");
  g_autofree char *missing = store_fixture_path (fixture, "geen.streek");

  store_fixture_create (fixture);

  g_autoptr (StreekStore) store = store_fixture_open (fixture, STREEK_STORE_NONE);

  g_assert_false (streek_store_update_reference (store, foreign, NULL, &error));
  g_assert_error (error, STREEK_STORE_ERROR, STREEK_STORE_ERROR_FOREIGN);
  g_clear_error (&error);
  g_assert_null (streek_store_list_reference_changes (store, missing, NULL, &error));
  g_assert_error (error, STREEK_STORE_ERROR, STREEK_STORE_ERROR_NOT_FOUND);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  STORE_FIXTURE_ADD ("/store/reference/lists-differences", test_lists_differences);
  STORE_FIXTURE_ADD ("/store/reference/update-keeps-overlays-and-undo",
                     test_update_keeps_overlays_and_undo);
  STORE_FIXTURE_ADD ("/store/reference/refuses-what-is-leaned-on", test_refuses_what_is_leaned_on);
  STORE_FIXTURE_ADD ("/store/reference/refuses-what-is-no-template",
                     test_refuses_what_is_no_template);

  return g_test_run ();
}
