/* test-imports.c: a file taken into a workspace: one step that can be undone, or nothing at all */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "../store/store-fixture.h"
#include "indicator/streek-vector.h"
#include "workspace/streek-imports.h"

#include <string.h>

typedef struct
{
  StoreFixture parent;
  StreekWorkspace *workspace;
  StreekStore *store; /* lent */
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  store_fixture_set_up (&fixture->parent, data);
  fixture->workspace = streek_workspace_create (fixture->parent.path, FALSE, NULL, &error);
  g_assert_no_error (error);
  fixture->store = streek_workspace_get_store (fixture->workspace);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  streek_workspace_close (fixture->workspace);
  g_clear_object (&fixture->workspace);
  store_fixture_tear_down (&fixture->parent, data);
}

static StreekSource *
open_text (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  StreekSource *source = streek_source_open_bytes (bytes, "cijfers.csv", NULL, &error);

  g_assert_no_error (error);

  return source;
}

/* A mapping without a word from anybody: as the file is guessed. */
static StreekMapping *
guess (Fixture *fixture, StreekSource *source)
{
  g_autoptr (GError) error = NULL;
  StreekMapping *mapping = streek_imports_guess (fixture->workspace, source, NULL, NULL, &error);

  g_assert_no_error (error);

  return mapping;
}

static StreekImport *
read_text (Fixture *fixture, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekSource) source = open_text (text);
  g_autoptr (StreekMapping) mapping = guess (fixture, source);
  StreekImport *import =
    streek_imports_read (fixture->workspace, source, NULL, mapping, NULL, NULL, NULL, &error);

  g_assert_no_error (error);

  return import;
}

static void
commit (Fixture *fixture, StreekImport *import)
{
  g_autoptr (GError) error = NULL;

  streek_imports_commit (fixture->workspace, import, FALSE, NULL, &error);
  g_assert_no_error (error);
}

static const char figures[] = "nis,jaar,pop_total,vacancies_open\n"
                              "34022,2033,100,7\n34027,2033,200,\n"
                              "34022,2034,101,≈ 8\n34027,2034,:,9 p\n";

static void
test_undo_and_redo_leave_the_same (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = store_fixture_dump (fixture->store);
  g_autoptr (StreekImport) import = read_text (fixture, figures);

  commit (fixture, import);

  g_autofree char *after = store_fixture_dump (fixture->store);

  g_assert_cmpstr (before, !=, after);

  for (guint round = 0; round < 2; round++)
    {
      streek_store_undo (fixture->store, NULL, &error);
      g_assert_no_error (error);

      g_autofree char *undone = store_fixture_dump (fixture->store);

      g_assert_cmpstr (before, ==, undone);
      g_assert_false (streek_store_can_undo (fixture->store));
      streek_store_redo (fixture->store, NULL, &error);
      g_assert_no_error (error);

      g_autofree char *redone = store_fixture_dump (fixture->store);

      g_assert_cmpstr (after, ==, redone);
    }
}

/* Not a step that does nothing, either. */
static void
test_same_file_changes_nothing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StreekImport) first = read_text (fixture, figures);

  commit (fixture, first);
  g_assert_cmpuint (first->n_new, ==, 7);

  g_autofree char *after = store_fixture_dump (fixture->store);
  guint64 generation = streek_store_get_generation (fixture->store);
  g_autoptr (StreekImport) again = read_text (fixture, figures);

  g_assert_true (streek_import_is_empty (again));
  g_assert_cmpuint (again->n_changed, ==, 0);
  commit (fixture, again);

  g_autofree char *same = store_fixture_dump (fixture->store);

  g_assert_cmpstr (after, ==, same);
  g_assert_cmpuint (streek_store_get_generation (fixture->store), ==, generation);
}

static gboolean
cut_vectors (StreekDb *db, gpointer data, GError **error)
{
  g_autoptr (StreekVector) short_one = streek_vector_new (1);
  g_autoptr (GBytes) bytes = streek_vector_to_bytes (short_one, error);
  g_autoptr (sqlite3_stmt) stmt = streek_db_prepare (db, "UPDATE vector SET data = ?1", error);

  if (bytes == NULL || stmt == NULL)
    return FALSE;

  sqlite3_bind_blob (stmt, 1, g_bytes_get_data (bytes, NULL), (int) g_bytes_get_size (bytes), NULL);

  return streek_db_step (stmt, error) == STREEK_STEP_DONE;
}

/* Figures that do not fit their areas are an error in words; nothing is laid beside them. */
static void
test_refuses_damaged_figures (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekImport) first = read_text (fixture, figures);

  commit (fixture, first);
  streek_store_run_command (fixture->store, "Cut", NULL, cut_vectors, NULL, NULL, NULL, &error);
  g_assert_no_error (error);

  g_autoptr (StreekSource) source = open_text (figures);
  g_autoptr (StreekMapping) mapping = guess (fixture, source);
  StreekImport *import =
    streek_imports_read (fixture->workspace, source, NULL, mapping, NULL, NULL, NULL, &error);

  g_assert_null (import);
  g_assert_error (error, STREEK_INDICATOR_ERROR, STREEK_INDICATOR_ERROR_DAMAGED);
}

/* What was compared with an older state is compared again first. */
static void
test_refuses_what_was_compared_before (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekImport) old = read_text (fixture, figures);
  g_autoptr (StreekImport) other =
    read_text (fixture, "nis,jaar,pop_total\n34022,2033,1\n34027,2033,2\n");

  commit (fixture, other);

  g_autofree char *before = store_fixture_dump (fixture->store);

  g_assert_false (streek_imports_commit (fixture->workspace, old, TRUE, NULL, &error));
  g_assert_error (error, STREEK_IMPORT_ERROR, STREEK_IMPORT_ERROR_STALE);

  g_autofree char *after = store_fixture_dump (fixture->store);

  g_assert_cmpstr (before, ==, after);
}

/* Long enough to be told of progress before it is read. */
static char *
make_long_text (void)
{
  GString *text = g_string_new ("nis,jaar,pop_total\n");

  for (guint i = 0; i < 40000; i++)
    g_string_append_printf (text, "%d,%u,%u\n", i % 2 == 0 ? 34022 : 34027, 2001 + i / 2 % 90, 5u);

  return g_string_free (text, FALSE);
}

static void
cancel_cb (double fraction, gpointer data)
{
  g_assert_cmpfloat (fraction, <, 1);
  g_cancellable_cancel (data);
}

static void
test_cancel_while_reading (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *before = store_fixture_dump (fixture->store);
  g_autofree char *text = make_long_text ();
  g_autoptr (StreekSource) source = open_text (text);
  g_autoptr (StreekMapping) mapping = guess (fixture, source);
  g_autoptr (StreekImport) import = streek_imports_read (
    fixture->workspace, source, NULL, mapping, cancel_cb, cancellable, cancellable, &error);

  g_assert_null (import);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);

  g_autofree char *after = store_fixture_dump (fixture->store);

  g_assert_cmpstr (before, ==, after);
}

static gpointer
cancel_soon (gpointer data)
{
  g_usleep (3000);
  g_cancellable_cancel (data);

  return NULL;
}

/* Whenever it is cancelled: all of it, or nothing. */
static void
test_cancel_while_writing (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = store_fixture_dump (fixture->store);
  g_autoptr (StreekImport) import = read_text (fixture, figures);
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  g_autoptr (GCancellable) soon = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancelled);
  g_assert_false (streek_imports_commit (fixture->workspace, import, FALSE, cancelled, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);

  g_autofree char *after = store_fixture_dump (fixture->store);

  g_assert_cmpstr (before, ==, after);
  g_assert_false (streek_store_can_undo (fixture->store));

  GThread *thread = g_thread_new ("cancel", cancel_soon, soon);
  gboolean done = streek_imports_commit (fixture->workspace, import, FALSE, soon, &error);

  g_thread_join (thread);

  g_autofree char *finally = store_fixture_dump (fixture->store);

  if (done)
    g_assert_cmpstr (before, !=, finally);
  else
    {
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_assert_cmpstr (before, ==, finally);
    }
  g_assert_cmpint (streek_store_can_undo (fixture->store), ==, done);
}

/* What was rejected waits until somebody says that it may stay behind. */
static void
test_rejected_rows_wait (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = store_fixture_dump (fixture->store);
  g_autoptr (StreekImport) import =
    read_text (fixture, "nis,jaar,pop_total\n34022,2033,100\n34027,2033,6\n"
                        "34040,2033,7\n34023,2033,8\n34042,2033,9\n99999,2033,5\n");

  g_assert_false (streek_imports_commit (fixture->workspace, import, FALSE, NULL, &error));
  g_assert_error (error, STREEK_IMPORT_ERROR, STREEK_IMPORT_ERROR_REJECTED);
  g_clear_error (&error);

  g_autofree char *after = store_fixture_dump (fixture->store);

  g_assert_cmpstr (before, ==, after);
  g_assert_true (streek_imports_commit (fixture->workspace, import, TRUE, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (streek_store_can_undo (fixture->store));
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/workspace/imports/undo-and-redo-leave-the-same", test_undo_and_redo_leave_the_same);
  ADD ("/workspace/imports/damaged-figures", test_refuses_damaged_figures);
  ADD ("/workspace/imports/same-file-changes-nothing", test_same_file_changes_nothing);
  ADD ("/workspace/imports/refuses-what-was-compared-before",
       test_refuses_what_was_compared_before);
  ADD ("/workspace/imports/cancel-while-reading", test_cancel_while_reading);
  ADD ("/workspace/imports/cancel-while-writing", test_cancel_while_writing);
  ADD ("/workspace/imports/rejected-rows-wait", test_rejected_rows_wait);

  return g_test_run ();
}
