/* test-verify.c: a flipped bit in a figure is found, where SQLite sees nothing */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "../store/store-fixture.h"

#include "indicator/streek-roster.h"
#include "indicator/streek-vector.h"
#include "rule/streek-finding.h"
#include "workspace/streek-workspace.h"

#include <string.h>

static const char *const codes[] = { "34022", "34013", "34027", NULL };

static GBytes *
make_vector (void)
{
  g_autoptr (StreekVector) vector = streek_vector_new (3);
  g_autoptr (GError) error = NULL;

  streek_vector_set_value (vector, 0, 77109, STREEK_STATUS_FINAL);
  streek_vector_set_value (vector, 1, 28203, STREEK_STATUS_FINAL);
  streek_vector_set_missing (vector, 2, STREEK_MISSING_HIDDEN);

  GBytes *bytes = streek_vector_to_bytes (vector, &error);

  g_assert_no_error (error);

  return bytes;
}

static gboolean
write_figures (StreekDb *db, gpointer data, GError **error)
{
  static const char sql[] = "INSERT INTO vector (indicator, period, roster_id, source, licence,"
                            " data) VALUES ('inwoners', '2019', ?1, 'Statbel', 'CC BY 4.0', ?2)";
  g_autoptr (StreekRoster) roster =
    streek_roster_new ("gemeente", streek_date_from_ymd (2019, 1, 1), codes);
  g_autoptr (sqlite3_stmt) stmt = NULL;

  if (!streek_roster_write (db, roster, error) ||
      (stmt = streek_db_prepare (db, sql, error)) == NULL)
    return FALSE;

  streek_db_bind_text (stmt, 1, roster->id);
  sqlite3_bind_blob64 (stmt, 2, g_bytes_get_data (data, NULL), g_bytes_get_size (data),
                       SQLITE_STATIC);

  return streek_db_finish (stmt, error);
}

/* The history, which holds the same bytes, is emptied: the vector is then found once. */
static void
make_workspace (StoreFixture *fixture, GBytes *vector)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (
    streek_store_create (fixture->path, streek_schema_get_default (), 0, NULL, &error));

  g_autoptr (StreekStore) store = streek_store_open (fixture->path, STREEK_STORE_NONE,
                                                     streek_schema_get_default (), NULL, &error);

  g_assert_no_error (error);
  g_assert_true (
    streek_store_run_command (store, "Import", NULL, write_figures, vector, NULL, NULL, &error));
  g_assert_no_error (error);
  g_clear_object (&store);
  store_fixture_spoil (fixture->path, "PRAGMA secure_delete = ON; DELETE FROM history; VACUUM");
}

static GPtrArray *
verify (StoreFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *findings = streek_workspace_verify (fixture->path, NULL, &error);

  g_assert_no_error (error);

  return findings;
}

static void
test_whole (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) vector = make_vector ();

  make_workspace (fixture, vector);

  g_autoptr (GPtrArray) findings = verify (fixture);

  g_assert_cmpuint (findings->len, ==, 0);
}

static void
test_flipped_bits_in_a_vector (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) vector = make_vector ();
  gsize vector_size, size;
  const void *bytes = g_bytes_get_data (vector, &vector_size);

  make_workspace (fixture, vector);

  g_autofree char *content = store_fixture_read_file (fixture->path, &size);
  char *place = memmem (content, size, bytes, vector_size);

  g_assert_nonnull (place);

  for (gsize bit = 0; bit < vector_size * 8; bit += 5)
    {
      place[bit / 8] ^= (char) (1 << (bit % 8));
      g_assert_true (g_file_set_contents (fixture->path, content, (gssize) size, NULL));
      place[bit / 8] ^= (char) (1 << (bit % 8));

      g_autoptr (GPtrArray) findings = verify (fixture);

      g_assert_cmpuint (findings->len, ==, 1);

      StreekFinding *finding = g_ptr_array_index (findings, 0);

      g_assert_cmpstr (finding->id, ==, "indicator/vector-damaged");
      g_assert_true (g_str_has_prefix (finding->place, "inwoners 2019 "));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  STORE_FIXTURE_ADD ("/workspace/verify/whole", test_whole);
  STORE_FIXTURE_ADD ("/workspace/verify/flipped-bits-in-a-vector", test_flipped_bits_in_a_vector);

  return g_test_run ();
}
