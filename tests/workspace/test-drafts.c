/* test-drafts.c: what is typed and not saved outlives the program, and goes with the saving */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "workspace/streek-drafts.h"

#include "../store/store-child.h"
#include "actor/streek-organisation.h"
#include "project/streek-project-follow-up.h"
#include "project/streek-project.h"
#include "workspace-fixture.h"
#include "workspace/streek-record-edits.h"

#include <signal.h>
#include <stdio.h>
#include <string.h>

static void
on_kept_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  WorkspaceFixture *fixture = user_data;
  g_autoptr (GError) error = NULL;

  g_assert_true (streek_store_run_unrecorded_finish (STREEK_STORE (source), result, &error));
  g_assert_no_error (error);
  g_main_loop_quit (fixture->loop);
}

static void
keep (WorkspaceFixture *fixture, const StreekRecordDraft *draft)
{
  streek_workspace_keep_draft_async (fixture->workspace, draft, on_kept_cb, fixture);
  g_main_loop_run (fixture->loop);
}

static void
on_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  GPtrArray **drafts = user_data;

  *drafts = streek_workspace_load_drafts_finish (STREEK_WORKSPACE (source), result, &error);
  g_assert_no_error (error);
}

static GPtrArray *
load (StreekWorkspace *workspace)
{
  GPtrArray *drafts = NULL;

  streek_workspace_load_drafts_async (workspace, NULL, on_loaded_cb, &drafts);
  while (drafts == NULL)
    g_main_context_iteration (NULL, TRUE);

  return drafts;
}

/* "name=Warm (before: Koud)|lead=12 (given)|" */
static char *
dump (const StreekRecordDraft *draft)
{
  GString *dump = g_string_new (NULL);

  for (guint i = 0; i < draft->fields->len; i++)
    {
      const StreekRecordDraftField *field =
        &g_array_index (draft->fields, StreekRecordDraftField, i);

      g_string_append_printf (dump, "%s=%s (%s)|", draft->kind->fields[field->field].id,
                              field->text, field->before != NULL ? field->before : "given");
    }

  return g_string_free (dump, FALSE);
}

static gboolean
run_sql (StreekDb *db, gpointer sql, GError **error)
{
  return streek_db_execute (db, sql, error);
}

static void
execute (WorkspaceFixture *fixture, const char *sql)
{
  g_autoptr (GError) error = NULL;

  streek_store_run_unrecorded (streek_workspace_get_store (fixture->workspace), run_sql,
                               (gpointer) sql, NULL, NULL, &error);
  g_assert_no_error (error);
}

/* The newest first; what somebody else typed is theirs; what cannot be read stays, and is in
 * nobody's way; and none of it can be undone. */
static void
test_keeps (WorkspaceFixture *fixture, gconstpointer data)
{
  g_autoptr (StreekRecordDraft) old = streek_record_draft_new (&streek_project_kind, 7, "Koud");
  g_autoptr (StreekRecordDraft) new =
    streek_record_draft_new (&streek_project_progress_kind, 0, NULL);

  streek_record_draft_add (old, STREEK_PROJECT_NAME, "Warm & “wél”\n½", "Koud");
  streek_record_draft_add (old, STREEK_PROJECT_BUDGET, "", "12.5");
  old->written_at = 1000;
  g_free (old->person);
  old->person = g_strdup ("an-die-hier-niet-werkt");
  streek_record_draft_add (new, STREEK_PROJECT_PROGRESS_WHAT, "Gestart", "");
  streek_record_draft_add (new, STREEK_PROJECT_PROGRESS_PROJECT, "4611686018427387905", NULL);
  new->is_left = TRUE;
  keep (fixture, old);
  keep (fixture, new);
  execute (fixture, "INSERT INTO draft (key, value, changed_at) VALUES ('record:5', '{', 1),"
                    " ('record:6', '{\"kind\":\"later\",\"fields\":[]}', 2), ('chart', '1', 3),"
                    " ('record:8', '{\"kind\":\"project\",\"fields\":[{\"field\":3}]}', 4)");
  g_assert_false (streek_store_can_undo (streek_workspace_get_store (fixture->workspace)));

  g_autoptr (GPtrArray) drafts = load (fixture->workspace);

  g_assert_cmpuint (drafts->len, ==, 2);

  const StreekRecordDraft *first = drafts->pdata[0], *second = drafts->pdata[1];
  g_autofree char *first_fields = dump (first), *second_fields = dump (second);
  g_autofree char *typed = streek_record_draft_dup_typed (second);

  g_assert_cmpint (first->id, ==, new->id);
  g_assert_true (first->kind == &streek_project_progress_kind && first->is_left);
  g_assert_true (streek_record_draft_is_mine (first));
  g_assert_cmpint (streek_record_draft_get_owner (first), ==,
                   G_GINT64_CONSTANT (4611686018427387905));
  g_assert_cmpstr (first_fields, ==, "what=Gestart ()|project=4611686018427387905 (given)|");
  g_assert_cmpint (second->record, ==, 7);
  g_assert_cmpstr (second->title, ==, "Koud");
  g_assert_cmpstr (second_fields, ==, "name=Warm & “wél”\n½ (Koud)|budget= (12.5)|");
  g_assert_false (streek_record_draft_is_mine (second) || second->is_left);
  g_assert_nonnull (strstr (typed, "Warm & “wél”\n½\n"));

  g_autoptr (GError) error = NULL;
  g_autoptr (StreekReader) reader =
    streek_store_borrow_reader (streek_workspace_get_store (fixture->workspace), NULL, &error);
  gint64 n;

  g_assert_true (streek_db_query_int64 (streek_reader_get_db (reader), "SELECT count(*) FROM draft",
                                        &n, &error));
  g_assert_cmpint (n, ==, 6);
}

static gint64
write_project (WorkspaceFixture *fixture, const char *name)
{
  g_autoptr (StreekRecordChanges) changes = streek_record_changes_new ();
  g_autoptr (GError) error = NULL;
  gint64 id = streek_record_changes_add (changes, &streek_project_kind);

  streek_record_changes_set_text (changes, &streek_project_kind, id, STREEK_PROJECT_NAME, name);
  streek_record_changes_set_day (changes, &streek_project_kind, id, STREEK_PROJECT_STARTS,
                                 streek_date_from_ymd (2024, 3, 1));
  streek_edits_write_records (fixture->workspace, changes, "Test", NULL, NULL, &error);
  g_assert_no_error (error);

  return id;
}

static StreekRecordDraftState
compare (WorkspaceFixture *fixture, const StreekRecordDraft *draft)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekRecords) records = streek_workspace_dup_records (fixture->workspace, &error);

  g_assert_no_error (error);

  return streek_record_draft_compare (draft, records);
}

static void
set_text (WorkspaceFixture *fixture, gint64 id, guint field, const char *text)
{
  g_autoptr (StreekRecordChanges) changes = streek_record_changes_new ();
  g_autoptr (GError) error = NULL;

  streek_record_changes_set_text (changes, &streek_project_kind, id, field, text);
  streek_edits_write_records (fixture->workspace, changes, "Test", NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
test_sees_what_changed_since (WorkspaceFixture *fixture, gconstpointer data)
{
  StreekStore *store = streek_workspace_get_store (fixture->workspace);
  gint64 id = write_project (fixture, "Koud");
  g_autoptr (StreekRecordDraft) draft = streek_record_draft_new (&streek_project_kind, id, "Koud");
  g_autoptr (StreekRecordDraft) part =
    streek_record_draft_new (&streek_project_progress_kind, 0, NULL);
  g_autofree char *owner = g_strdup_printf ("%" G_GINT64_FORMAT, id);

  streek_record_draft_add (draft, STREEK_PROJECT_NAME, "Warm", "Koud");
  streek_record_draft_add (draft, STREEK_PROJECT_STARTS, "1/4/2024", "2024-03-01");
  streek_record_draft_add (part, STREEK_PROJECT_PROGRESS_PROJECT, owner, NULL);
  streek_record_draft_add (part, STREEK_PROJECT_PROGRESS_WHAT, "Gestart", "");
  g_assert_cmpint (compare (fixture, draft), ==, STREEK_RECORD_DRAFT_FITS);
  g_assert_cmpint (compare (fixture, part), ==, STREEK_RECORD_DRAFT_FITS);

  /* a field that nobody typed in is none of the draft's business */
  set_text (fixture, id, STREEK_PROJECT_ACRONYM, "KW");
  g_assert_cmpint (compare (fixture, draft), ==, STREEK_RECORD_DRAFT_FITS);
  set_text (fixture, id, STREEK_PROJECT_NAME, "Lauw");
  g_assert_cmpint (compare (fixture, draft), ==, STREEK_RECORD_DRAFT_CHANGED);

  for (guint i = 0; i < 3; i++)
    g_assert_true (streek_store_undo (store, NULL, NULL));

  g_assert_cmpint (compare (fixture, draft), ==, STREEK_RECORD_DRAFT_GONE);
  g_assert_cmpint (compare (fixture, part), ==, STREEK_RECORD_DRAFT_GONE);
  g_assert_true (streek_store_redo (store, NULL, NULL));
  g_assert_cmpint (compare (fixture, draft), ==, STREEK_RECORD_DRAFT_FITS);
}

/* In one command, so that no crash can come between; a refused command leaves it. */
static void
test_goes_with_saving (WorkspaceFixture *fixture, gconstpointer data)
{
  gint64 id = write_project (fixture, "Koud");
  g_autoptr (StreekRecordDraft) draft = streek_record_draft_new (&streek_project_kind, id, "Koud");
  g_autoptr (StreekRecordChanges) refused = streek_record_changes_new ();
  g_autoptr (StreekRecordChanges) changes = streek_record_changes_new ();
  g_autoptr (GError) error = NULL;

  streek_record_draft_add (draft, STREEK_PROJECT_NAME, "Warm", "Koud");
  keep (fixture, draft);
  streek_record_changes_clear (refused, &streek_project_kind, id, STREEK_PROJECT_NAME);
  streek_record_changes_end_draft (refused, draft->id);
  g_assert_false (
    streek_edits_write_records (fixture->workspace, refused, "Test", NULL, NULL, &error));
  g_clear_error (&error);

  g_autoptr (GPtrArray) before = load (fixture->workspace);

  g_assert_cmpuint (before->len, ==, 1);
  streek_record_changes_set_text (changes, &streek_project_kind, id, STREEK_PROJECT_NAME, "Warm");
  streek_record_changes_end_draft (changes, draft->id);
  g_assert_true (
    streek_edits_write_records (fixture->workspace, changes, "Test", NULL, NULL, &error));

  g_autoptr (GPtrArray) after = load (fixture->workspace);

  g_assert_cmpuint (after->len, ==, 0);
  g_assert_true (streek_store_undo (streek_workspace_get_store (fixture->workspace), NULL, NULL));

  g_autoptr (GPtrArray) undone = load (fixture->workspace);

  g_assert_cmpuint (undone->len, ==, 0);
}

/* The child: types a letter more at a time and says so when it is in the file, until it is ended.
 */
static int
type_until_killed (const char *path)
{
  WorkspaceFixture fixture = { .loop = g_main_loop_new (NULL, FALSE) };
  g_autoptr (GString) typed = g_string_new (NULL);
  gint64 id = 0;

  fixture.workspace = streek_workspace_open (path, STREEK_WORKSPACE_NONE, NULL, NULL);

  for (;;)
    {
      g_autoptr (StreekRecordDraft) draft =
        streek_record_draft_new (&streek_organisation_kind, 0, NULL);

      id = draft->id = id != 0 ? id : draft->id;
      g_string_append_c (typed, 'a');
      streek_record_draft_add (draft, STREEK_ORGANISATION_NAME, typed->str, "");
      keep (&fixture, draft);
      printf ("%" G_GSIZE_FORMAT "\n", typed->len);
      fflush (stdout);
    }

  return 0;
}

static void
test_outlives_a_kill (WorkspaceFixture *fixture, gconstpointer data)
{
  streek_workspace_close (fixture->workspace);
  g_clear_object (&fixture->workspace);

  for (guint i = 0; i < 4; i++)
    {
      g_autoptr (GSubprocess) child = store_child_start ("type", fixture->path);
      guint64 told = 0;
      char *line;

      while (told < 20 + i * 7 && (line = store_child_read_line (child)) != NULL)
        {
          told = g_ascii_strtoull (line, NULL, 10);
          g_free (line);
        }

      g_subprocess_send_signal (child, SIGKILL);
      while ((line = store_child_read_line (child)) != NULL)
        {
          told = g_ascii_strtoull (line, NULL, 10);
          g_free (line);
        }
      g_subprocess_wait (child, NULL, NULL);

      g_autoptr (GError) error = NULL;

      fixture->workspace =
        streek_workspace_open (fixture->path, STREEK_WORKSPACE_NONE, NULL, &error);
      g_assert_no_error (error);

      g_autoptr (GPtrArray) drafts = load (fixture->workspace);

      g_assert_cmpuint (drafts->len, ==, i + 1); /* each life of the program had one of its own */

      const StreekRecordDraft *draft = drafts->pdata[0];

      g_assert_false (draft->is_left);
      g_assert_cmpuint (strlen (g_array_index (draft->fields, StreekRecordDraftField, 0).text), >=,
                        told);

      if (i < 3)
        {
          streek_workspace_close (fixture->workspace);
          g_clear_object (&fixture->workspace);
        }
    }
}

#define ADD(path, func)                                                                            \
  g_test_add ("/workspace/drafts/" path, WorkspaceFixture, NULL, workspace_fixture_set_up_new,     \
              func, workspace_fixture_tear_down)

int
main (int argc, char **argv)
{
  static const StoreChildRole roles[] = { { "type", type_until_killed } };
  int status;

  if (store_child_run (argc, argv, roles, G_N_ELEMENTS (roles), &status))
    return status;

  g_test_init (&argc, &argv, NULL);

  ADD ("keeps", test_keeps);
  ADD ("sees-what-changed-since", test_sees_what_changed_since);
  ADD ("goes-with-saving", test_goes_with_saving);
  ADD ("outlives-a-kill", test_outlives_a_kill);

  return g_test_run ();
}
