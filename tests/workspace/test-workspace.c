/* test-workspace.c: opening and creating workspaces from the installed templates */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "../store/store-fixture.h"

#include "store/streek-backup.h"
#include "workspace/streek-workspace.h"

#include <glib/gstdio.h>

/* Templates of the test's own, empty but for their reference version. */
static void
set_up_templates (StoreFixture *fixture, gconstpointer data)
{
  const char *names[] = { "template.streek", "example.streek" };

  store_fixture_set_up (fixture, data);

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *path = store_fixture_path (fixture, names[i]);
      g_autofree char *sql =
        g_strdup_printf ("INSERT INTO store_meta VALUES ('reference_version', '%s')", names[i]);

      g_assert_true (streek_store_create (path, streek_schema_get_default (), 1, NULL, &error));
      store_fixture_spoil (path, sql);
    }

  g_setenv ("STREEK_DATADIR", fixture->folder, TRUE);
}

static void
assert_made_from (StreekWorkspace *workspace, const char *template)
{
  StreekStore *store = streek_workspace_get_store (workspace);
  g_autofree char *version = streek_store_dup_reference_version (store);

  g_assert_cmpstr (version, ==, template);
  g_assert_cmpint (streek_store_get_office_id (store), !=, 1);
  g_assert_false (streek_store_is_read_only (store));
  g_assert_false (streek_store_can_undo (store));
}

static void
test_create (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *other = store_fixture_path (fixture, "other.streek");
  g_autoptr (StreekWorkspace) workspace =
    streek_workspace_create (fixture->path, FALSE, NULL, &error);

  g_assert_no_error (error);
  assert_made_from (workspace, "template.streek");

  g_autoptr (StreekWorkspace) example = streek_workspace_create (other, TRUE, NULL, &error);

  g_assert_no_error (error);
  assert_made_from (example, "example.streek");
  g_assert_cmpint (streek_store_get_office_id (streek_workspace_get_store (workspace)), !=,
                   streek_store_get_office_id (streek_workspace_get_store (example)));

  g_assert_null (streek_workspace_create (other, TRUE, NULL, &error));
  g_assert_error (error, STREEK_STORE_ERROR, STREEK_STORE_ERROR_EXISTS);
}

static void
test_no_template (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_setenv ("STREEK_DATADIR", "/nonexistent", TRUE);
  g_assert_null (streek_workspace_create (fixture->path, FALSE, NULL, &error));
  g_assert_error (error, STREEK_STORE_ERROR, STREEK_STORE_ERROR_NOT_FOUND);
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
}

static void
test_flags_reach_the_store (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekWorkspace) workspace =
    streek_workspace_create (fixture->path, FALSE, NULL, &error);

  g_assert_no_error (error);
  streek_workspace_close (workspace);

  g_autoptr (StreekWorkspace) reading =
    streek_workspace_open (fixture->path, STREEK_WORKSPACE_READ_ONLY, NULL, &error);
  g_autoptr (StreekWorkspace) writing =
    streek_workspace_open (fixture->path, STREEK_WORKSPACE_WAIT, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (streek_store_is_read_only (streek_workspace_get_store (reading)));
  g_assert_false (streek_store_is_read_only (streek_workspace_get_store (writing)));
}

typedef struct
{
  StreekWorkspace *workspace;
  GError *error;
  gboolean done;
} Answer;

static void
test_what_is_not_there_is_not_opened (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (
    streek_workspace_open ("/nonexistent/x.streek", STREEK_WORKSPACE_NONE, NULL, &error));
  g_assert_error (error, STREEK_STORE_ERROR, STREEK_STORE_ERROR_NOT_FOUND);
}

static void
on_kept_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Answer *answer = user_data;

  streek_workspace_keep_backup_finish (STREEK_WORKSPACE (source), result, &answer->error);
  answer->done = TRUE;
}

static void
test_keep_backup (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekWorkspace) workspace =
    streek_workspace_create (fixture->path, FALSE, NULL, &error);

  g_assert_no_error (error);

  for (int i = 0; i < 2; i++)
    {
      Answer answer = { NULL };

      streek_workspace_keep_backup_async (workspace, NULL, on_kept_cb, &answer);

      while (!answer.done)
        g_main_context_iteration (NULL, TRUE);

      g_assert_no_error (answer.error);
    }

  /* Nothing happened in between, so one copy will do. */
  g_autofree char *folder = streek_backup_dup_folder (streek_workspace_get_store (workspace));
  g_autoptr (GPtrArray) copies = streek_backup_list (folder, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (copies->len, ==, 1);

  g_autoptr (StreekWorkspace) copy =
    streek_workspace_open (g_ptr_array_index (copies, 0), STREEK_WORKSPACE_READ_ONLY, NULL, &error);

  g_assert_no_error (error);
  assert_made_from (workspace, "template.streek");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/workspace/create", StoreFixture, NULL, set_up_templates, test_create,
              store_fixture_tear_down);
  g_test_add ("/workspace/create-without-template", StoreFixture, NULL, set_up_templates,
              test_no_template, store_fixture_tear_down);
  g_test_add ("/workspace/flags-reach-the-store", StoreFixture, NULL, set_up_templates,
              test_flags_reach_the_store, store_fixture_tear_down);
  g_test_add ("/workspace/what-is-not-there-is-not-opened", StoreFixture, NULL, set_up_templates,
              test_what_is_not_there_is_not_opened, store_fixture_tear_down);
  g_test_add ("/workspace/keep-backup", StoreFixture, NULL, set_up_templates, test_keep_backup,
              store_fixture_tear_down);

  return store_fixture_run_isolated ("XDG_DATA_HOME");
}
