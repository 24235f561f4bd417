/* workspace-fixture.h: a workspace in a folder of its own, or the installed example itself */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workspace/streek-workspace.h"

typedef struct
{
  char *folder;
  char *path; /* folder/werk.streek */
  StreekWorkspace *workspace;
  GMainLoop *loop; /* for what is done in a worker */
  GError *error;   /* of the last command; freed at the end */
} WorkspaceFixture;

/* A new file that holds what the example does … */
void workspace_fixture_set_up_example (WorkspaceFixture *fixture, gconstpointer data);
/* … or what a new one of a person holds. */
void workspace_fixture_set_up_new (WorkspaceFixture *fixture, gconstpointer data);
/* The file and the folder must be all there is. */
void workspace_fixture_tear_down (WorkspaceFixture *fixture, gconstpointer data);
/* GAsyncReadyCallback of a command of streek-edits.h: keeps the error and ends the loop. */
void workspace_fixture_edited_cb (GObject *source, GAsyncResult *result, gpointer fixture);

/* The installed example itself, to read only: for tests that write nothing. Unref it after closing.
 */
StreekWorkspace *workspace_fixture_open_example (void);
