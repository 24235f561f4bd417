/* test-upkeep.c: updating reference data and checking a file, in their dialogs */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "../store/store-fixture.h"

#include "reference/streek-check-window.h"
#include "reference/streek-reference-window.h"

/* Wervik not yet in RESOC Westhoek, and a version less. */
static const char older[] =
  "DELETE FROM ref_member WHERE set_code = 'RESOC' AND code = 'RESOC_WESTHOEK'"
  " AND member_code = '33029';"
  "UPDATE store_meta SET value = '0.9' WHERE key = 'reference_version'";

static const char find_wervik[] = "SELECT count (*) FROM ref_member WHERE set_code = 'RESOC'"
                                  " AND code = 'RESOC_WESTHOEK' AND member_code = '33029'";

static StreekWorkspace *
make_workspace (StoreFixture *fixture, const char *change, StreekWorkspaceFlags flags)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekWorkspace) made = streek_workspace_create (fixture->path, FALSE, NULL, &error);

  g_assert_no_error (error);
  streek_workspace_close (made);
  if (change != NULL)
    store_fixture_spoil (fixture->path, change);

  StreekWorkspace *workspace = streek_workspace_open (fixture->path, flags, NULL, &error);

  g_assert_no_error (error);

  return workspace;
}

static gpointer
get_child (GtkWidget *window, const char *name)
{
  return gtk_widget_get_template_child (window, G_OBJECT_TYPE (window), name);
}

/* The page that comes after what is busy. */
static const char *
wait_for_page (GtkWidget *window)
{
  GtkStack *stack = get_child (window, "stack");

  while (g_strcmp0 (gtk_stack_get_visible_child_name (stack), "busy") == 0)
    g_main_context_iteration (NULL, TRUE);

  return gtk_stack_get_visible_child_name (stack);
}

static void
close_window (GtkWidget *window)
{
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  gtk_window_destroy (GTK_WINDOW (window));
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  g_assert_null (window);
}

static void
on_updated_cb (guint *n_updates)
{
  (*n_updates)++;
}

static void
test_update (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (StreekWorkspace) workspace = make_workspace (fixture, older, STREEK_WORKSPACE_NONE);
  StreekStore *store = streek_workspace_get_store (workspace);
  GtkWidget *window = streek_reference_window_new (workspace);
  GtkWidget *button = get_child (window, "update_button");
  guint n_updates = 0;

  g_signal_connect_swapped (window, "updated", G_CALLBACK (on_updated_cb), &n_updates);
  g_assert_false (gtk_widget_get_visible (button));
  g_assert_cmpstr (wait_for_page (window), ==, "changes");
  g_assert_true (gtk_widget_get_visible (button));
  g_assert_true (gtk_widget_get_sensitive (button));

  /* Looking has changed nothing. */
  g_assert_cmpint (store_fixture_query (store, find_wervik), ==, 0);
  g_assert_cmpuint (n_updates, ==, 0);

  g_signal_emit_by_name (button, "clicked");
  g_assert_cmpstr (wait_for_page (window), ==, "current");
  g_assert_cmpuint (n_updates, ==, 1);
  g_assert_false (gtk_widget_get_visible (button));
  g_assert_cmpint (store_fixture_query (store, find_wervik), ==, 1);

  close_window (window);
}

static void
test_read_only (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (StreekWorkspace) workspace =
    make_workspace (fixture, older, STREEK_WORKSPACE_READ_ONLY);
  g_autofree char *why =
    streek_store_dup_read_only_sentence (streek_workspace_get_store (workspace));
  GtkWidget *window = streek_reference_window_new (workspace);

  g_assert_cmpstr (wait_for_page (window), ==, "changes");
  g_assert_false (gtk_widget_get_sensitive (get_child (window, "update_button")));
  g_assert_nonnull (why);
  g_assert_nonnull (strstr (gtk_label_get_text (get_child (window, "summary_label")), why));

  close_window (window);
}

static void
test_up_to_date (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (StreekWorkspace) workspace = make_workspace (fixture, NULL, STREEK_WORKSPACE_NONE);
  GtkWidget *window = streek_reference_window_new (workspace);

  g_assert_cmpstr (wait_for_page (window), ==, "current");
  g_assert_false (gtk_widget_get_visible (get_child (window, "update_button")));

  close_window (window);
}

/* Closed while it compares: nothing comes back to a window that is gone. */
static void
test_closed_early (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (StreekWorkspace) workspace = make_workspace (fixture, older, STREEK_WORKSPACE_NONE);
  GtkWidget *window = streek_reference_window_new (workspace);

  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  gtk_window_present (GTK_WINDOW (window)); /* what was never shown cannot be closed */
  gtk_window_close (GTK_WINDOW (window));
  while (window != NULL)
    g_main_context_iteration (NULL, TRUE);
}

/* The shipped data have one thing to note: RESOC Noord-West-Vlaanderen lies in two SERRs. */
static void
test_check (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (StreekWorkspace) workspace = make_workspace (fixture, NULL, STREEK_WORKSPACE_NONE);
  GtkWidget *window = streek_check_window_new (workspace);

  g_assert_cmpstr (wait_for_page (window), ==, "findings");
  close_window (window);
}

static void
test_check_without_findings (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (
    streek_store_create (fixture->path, streek_schema_get_default (), 0, NULL, &error));

  g_autoptr (StreekWorkspace) workspace =
    streek_workspace_open (fixture->path, STREEK_WORKSPACE_NONE, NULL, &error);
  GtkWidget *window = streek_check_window_new (workspace);

  g_assert_no_error (error);
  g_assert_cmpstr (wait_for_page (window), ==, "whole");
  close_window (window);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  gtk_disable_setlocale ();
  adw_init ();

  STORE_FIXTURE_ADD ("/app/upkeep/update", test_update);
  STORE_FIXTURE_ADD ("/app/upkeep/read-only", test_read_only);
  STORE_FIXTURE_ADD ("/app/upkeep/up-to-date", test_up_to_date);
  STORE_FIXTURE_ADD ("/app/upkeep/closed-early", test_closed_early);
  STORE_FIXTURE_ADD ("/app/upkeep/check", test_check);
  STORE_FIXTURE_ADD ("/app/upkeep/check-without-findings", test_check_without_findings);

  return g_test_run ();
}
