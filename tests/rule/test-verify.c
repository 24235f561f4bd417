/* test-verify.c: whether a workspace is whole */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "../store/store-fixture.h"

#include "rule/streek-verify.h"

#include <string.h>

static GPtrArray *
verify (StoreFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *findings = streek_verify_file (fixture->path, fixture->schema, NULL, &error);

  g_assert_no_error (error);

  return findings;
}

static gboolean
has_finding (GPtrArray *findings, const char *id, const char *place)
{
  for (guint i = 0; i < findings->len; i++)
    {
      StreekFinding *finding = g_ptr_array_index (findings, i);

      if (g_str_equal (finding->id, id) &&
          (place == NULL || g_strcmp0 (finding->place, place) == 0))
        return TRUE;
    }

  return FALSE;
}

static void
make_some_history (StoreFixture *fixture)
{
  store_fixture_create (fixture);

  g_autoptr (StreekStore) store = store_fixture_open (fixture, STREEK_STORE_NONE);

  store_fixture_run (store, "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n"
                            " WHERE i < 2000) INSERT INTO theme SELECT i, 'thema', 1 FROM n");
  store_fixture_run (store, "INSERT INTO goal VALUES (1, 1, 'Doel', 0.5, x'01', 1)");
}

static void
test_whole (StoreFixture *fixture, gconstpointer data)
{
  make_some_history (fixture);

  g_autoptr (GPtrArray) at_rest = verify (fixture);
  g_autoptr (StreekStore) store = store_fixture_open (fixture, STREEK_STORE_NONE);

  store_fixture_run (store, "DELETE FROM goal");

  g_autoptr (GPtrArray) open = verify (fixture);

  g_assert_cmpuint (at_rest->len, ==, 0);
  g_assert_cmpuint (open->len, ==, 0);
  g_assert_cmpint (streek_finding_get_worst (open), ==, STREEK_SEVERITY_NOTE);

  /* Looking at an open file drops no lock of ours. */
  store_fixture_run (store, "DELETE FROM theme");
}

static void
test_broken_reference (StoreFixture *fixture, gconstpointer data)
{
  make_some_history (fixture);
  store_fixture_spoil (fixture->path, "PRAGMA foreign_keys = OFF; DELETE FROM theme WHERE id = 1");

  g_autoptr (GPtrArray) findings = verify (fixture);

  g_assert_cmpuint (findings->len, ==, 1);
  g_assert_true (has_finding (findings, "store/broken-reference", "goal"));
  g_assert_cmpint (streek_finding_get_worst (findings), ==, STREEK_SEVERITY_ERROR);
}

static void
test_foreign_schema (StoreFixture *fixture, gconstpointer data)
{
  make_some_history (fixture);
  store_fixture_spoil (fixture->path, "CREATE VIEW leak AS SELECT * FROM theme; DROP TABLE draft");

  g_autoptr (GPtrArray) findings = verify (fixture);

  g_assert_cmpuint (findings->len, ==, 2);
  g_assert_true (has_finding (findings, "store/foreign-schema", "view leak"));
  g_assert_true (has_finding (findings, "store/foreign-schema", "table draft"));
}

static void
test_unreadable_history (StoreFixture *fixture, gconstpointer data)
{
  make_some_history (fixture);
  store_fixture_spoil (fixture->path,
                       "UPDATE history SET changeset = substr (changeset, 1, 40) WHERE id = 2");

  g_autoptr (GPtrArray) findings = verify (fixture);

  g_assert_cmpuint (findings->len, ==, 1);
  g_assert_true (has_finding (findings, "store/history-damaged", "2"));
}

static void
test_overwritten_page (StoreFixture *fixture, gconstpointer data)
{
  gsize size;

  make_some_history (fixture);

  g_autoptr (StreekStore) store = store_fixture_open (fixture, STREEK_STORE_READ_ONLY);
  gint64 page =
    store_fixture_query (store, "SELECT rootpage FROM sqlite_schema WHERE name = 'theme'");

  g_clear_object (&store);

  g_autofree char *content = store_fixture_read_file (fixture->path, &size);

  memset (content + (page - 1) * 4096, 0xee, 4096);
  g_assert_true (g_file_set_contents (fixture->path, content, (gssize) size, NULL));

  g_autoptr (GPtrArray) findings = verify (fixture);

  g_assert_cmpuint (findings->len, >, 0);
  g_assert_true (has_finding (findings, "store/damaged", NULL));
}

static void
test_cut_off (StoreFixture *fixture, gconstpointer data)
{
  gsize size;

  make_some_history (fixture);

  g_autofree char *content = store_fixture_read_file (fixture->path, &size);

  g_assert_true (g_file_set_contents (fixture->path, content, (gssize) size - 100, NULL));

  g_autoptr (GPtrArray) findings = verify (fixture);

  g_assert_true (has_finding (findings, "store/unreadable", NULL));
}

static void
test_no_workspace (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (streek_verify_file (fixture->path, fixture->schema, NULL, &error));
  g_assert_error (error, STREEK_STORE_ERROR, STREEK_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_true (g_file_set_contents (fixture->path, "tekst", -1, NULL));
  g_assert_null (streek_verify_file (fixture->path, fixture->schema, NULL, &error));
  g_assert_error (error, STREEK_STORE_ERROR, STREEK_STORE_ERROR_NOT_OURS);
}

static gboolean
complain_about_goals (StreekDb *db, GPtrArray *findings, GError **error)
{
  gint64 n;

  if (!streek_db_query_int64 (db, "SELECT count (*) FROM goal WHERE share > 0", &n, error))
    return FALSE;

  if (n > 0)
    g_ptr_array_add (findings, streek_finding_new (STREEK_SEVERITY_WARNING, "test/share", "goal",
                                                   "A goal has a share."));

  return TRUE;
}

static void
test_registered_check (StoreFixture *fixture, gconstpointer data)
{
  make_some_history (fixture);
  streek_verify_register (complain_about_goals);
  streek_verify_register (complain_about_goals);

  g_autoptr (GPtrArray) findings = verify (fixture);

  g_assert_cmpuint (findings->len, ==, 1);
  g_assert_true (has_finding (findings, "test/share", "goal"));
  g_assert_cmpint (streek_finding_get_worst (findings), ==, STREEK_SEVERITY_WARNING);
  g_assert_cmpstr (streek_severity_to_string (STREEK_SEVERITY_WARNING), ==, "warning");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  STORE_FIXTURE_ADD ("/rule/verify/whole", test_whole);
  STORE_FIXTURE_ADD ("/rule/verify/broken-reference", test_broken_reference);
  STORE_FIXTURE_ADD ("/rule/verify/foreign-schema", test_foreign_schema);
  STORE_FIXTURE_ADD ("/rule/verify/unreadable-history", test_unreadable_history);
  STORE_FIXTURE_ADD ("/rule/verify/overwritten-page", test_overwritten_page);
  STORE_FIXTURE_ADD ("/rule/verify/cut-off", test_cut_off);
  STORE_FIXTURE_ADD ("/rule/verify/no-workspace", test_no_workspace);
  STORE_FIXTURE_ADD ("/rule/verify/registered-check", test_registered_check);

  return g_test_run ();
}
