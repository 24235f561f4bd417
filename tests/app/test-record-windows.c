/* test-record-windows.c: forms, lists and windows of every kind of record leave nothing behind */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "../workspace/workspace-fixture.h"
#include "actor/streek-organisation.h"
#include "record/streek-draft-book.h"
#include "record/streek-record-multi-window.h"
#include "record/streek-record-page.h"
#include "record/streek-record-paste-window.h"
#include "record/streek-record-window.h"

typedef struct
{
  WorkspaceFixture base;
  StreekContext *context;
  StreekRecordBook *book;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  workspace_fixture_set_up_example (&fixture->base, data);
  fixture->context = streek_context_new ();
  streek_context_set_workspace (fixture->context, fixture->base.workspace);
  fixture->book = streek_record_book_get (fixture->context);
  while (streek_record_book_get_view (fixture->book) == NULL)
    g_main_context_iteration (NULL, TRUE);
}

/* Nobody keeps the books of a window that is gone. */
static void
tear_down (Fixture *fixture, gconstpointer data)
{
  StreekDraftBook *drafts = streek_draft_book_get (fixture->context);

  g_object_add_weak_pointer (G_OBJECT (fixture->book), (gpointer *) &fixture->book);
  g_object_add_weak_pointer (G_OBJECT (drafts), (gpointer *) &drafts);
  streek_context_set_workspace (fixture->context, NULL);
  g_assert_finalize_object (fixture->context);
  while (fixture->book != NULL || drafts != NULL) /* what was still being read comes first */
    g_main_context_iteration (NULL, TRUE);
  workspace_fixture_tear_down (&fixture->base, data);
}

static StreekRecords *
get_records (Fixture *fixture)
{
  return streek_record_view_get_records (streek_record_book_get_view (fixture->book));
}

static gboolean
on_waited_cb (gpointer is_over)
{
  *(gboolean *) is_over = TRUE;

  return G_SOURCE_REMOVE;
}

/* What a window begins when it is shown gets its turn. */
static void
turn (guint milliseconds)
{
  gboolean is_over = FALSE;

  g_timeout_add_full (G_PRIORITY_LOW, milliseconds, on_waited_cb, &is_over, NULL);
  while (!is_over)
    g_main_context_iteration (NULL, TRUE);
}

/* @inner: (nullable): something in it that must go with it */
static void
check_goes (GtkWidget *window, gpointer inner, const char *name)
{
  gint64 end = g_get_monotonic_time () + 10 * G_USEC_PER_SEC;

  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  if (inner != NULL)
    g_object_add_weak_pointer (inner, &inner);
  gtk_window_present (GTK_WINDOW (window));
  turn (20);
  gtk_window_close (GTK_WINDOW (window));

  while ((window != NULL || inner != NULL) && g_get_monotonic_time () < end)
    turn (1);

  g_test_message ("%s", name);
  g_assert_null (window);
  g_assert_null (inner);
}

static void
check_form (Fixture *fixture, const StreekRecordKind *kind, gint64 id)
{
  GtkWidget *window = streek_record_window_new (NULL, fixture->context, kind, id);

  check_goes (window, streek_record_window_get_form (STREEK_RECORD_WINDOW (window)), kind->id);
}

static void
test_forms (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) kinds = streek_record_kinds_list ();

  for (guint i = 0; i < kinds->len; i++)
    {
      guint n;
      const StreekRecord *const *list =
        streek_records_list (get_records (fixture), kinds->pdata[i], &n);

      if (n > 0)
        check_form (fixture, kinds->pdata[i], streek_record_get_id (list[0]));
    }

  check_form (fixture, &streek_organisation_kind, 0);
}

static void
test_windows_of_lists (Fixture *fixture, gconstpointer data)
{
  const StreekRecordKind *kind = &streek_organisation_kind;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  GtkWidget *window = gtk_window_new ();
  GtkWidget *page = streek_record_page_new (fixture->context, kind);
  StreekRecordSheet *sheet =
    streek_record_sheet_new_for_text (kind, "Naam\nStad Diest\n", NULL, &error);
  guint n;
  const StreekRecord *const *list = streek_records_list (get_records (fixture), kind, &n);

  g_assert_no_error (error);

  for (guint i = 0; i < 3; i++)
    {
      gint64 id = streek_record_get_id (list[i]);

      g_array_append_val (ids, id);
    }

  gtk_window_set_child (GTK_WINDOW (window), page);
  check_goes (window, page, "list");
  check_goes (streek_record_multi_window_new (NULL, fixture->book, kind, ids), NULL, "several");
  check_goes (streek_record_paste_window_new (NULL, fixture->book, sheet), NULL, "paste");
}

#define ADD(path, func)                                                                            \
  g_test_add ("/app/record-windows/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  gtk_disable_setlocale ();
  adw_init ();

  ADD ("forms", test_forms);
  ADD ("windows-of-lists", test_windows_of_lists);

  return g_test_run ();
}
