/* workspace-fixture.c: a workspace in a folder of its own, or the installed example itself */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "workspace-fixture.h"

#include "base/streek-paths.h"
#include "workspace/streek-edits.h"

#include <glib/gstdio.h>

static void
set_up (WorkspaceFixture *fixture, gboolean example)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("streek-workspace-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "werk.streek", NULL);
  fixture->workspace = streek_workspace_create (fixture->path, example, NULL, &error);
  g_assert_no_error (error);
  fixture->loop = g_main_loop_new (NULL, FALSE);
}

void
workspace_fixture_set_up_example (WorkspaceFixture *fixture, gconstpointer data)
{
  set_up (fixture, TRUE);
}

void
workspace_fixture_set_up_new (WorkspaceFixture *fixture, gconstpointer data)
{
  set_up (fixture, FALSE);
}

void
workspace_fixture_tear_down (WorkspaceFixture *fixture, gconstpointer data)
{
  streek_workspace_close (fixture->workspace);
  g_clear_object (&fixture->workspace);
  g_unlink (fixture->path);
  g_rmdir (fixture->folder);
  g_clear_error (&fixture->error);
  g_main_loop_unref (fixture->loop);
  g_free (fixture->path);
  g_free (fixture->folder);
}

void
workspace_fixture_edited_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  WorkspaceFixture *fixture = user_data;

  g_clear_error (&fixture->error);
  streek_edits_finish (fixture->workspace, result, &fixture->error);
  g_main_loop_quit (fixture->loop);
}

StreekWorkspace *
workspace_fixture_open_example (void)
{
  g_autofree char *path = g_build_filename (streek_paths_get_data_dir (), "example.streek", NULL);
  g_autoptr (GError) error = NULL;
  StreekWorkspace *workspace =
    streek_workspace_open (path, STREEK_WORKSPACE_READ_ONLY, NULL, &error);

  g_assert_no_error (error);

  return workspace;
}
