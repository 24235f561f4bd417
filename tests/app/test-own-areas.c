/* test-own-areas.c: areas of people's own are taken in and deleted in their dialog */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "../store/store-fixture.h"

#include "areas/streek-import-areas-window.h"
#include "plan/streek-pact.h"
#include "workspace/streek-record-edits.h"
#include "workspace/streek-workspace.h"

#include <glib/gstdio.h>
#include <string.h>

#define SQUARE(code, name, y0, y1)                                                                 \
  "{\"type\":\"Feature\",\"properties\":{\"hoogte\":1,\"nr\":" code ",\"naam\":\"" name            \
  "\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[560000," y0 "],[562000," y0           \
  "],[562000," y1 "],[560000," y1 "],[560000," y0 "]]]}}"

typedef struct
{
  StreekWorkspace *workspace;
  StreekContext *context;
  GtkWidget *parent;
  GtkWidget *window;
  char *geodata;
} Dialog;

static void
wait_a_little (void)
{
  while (!g_main_context_iteration (NULL, FALSE))
    g_usleep (1000);
}

static gboolean
has_set (Dialog *dialog, const char *set)
{
  StreekAreas *areas = streek_context_get_areas (dialog->context);

  return areas != NULL && streek_areas_find_set (areas, set, NULL) != NULL;
}

static gpointer
get_child (Dialog *dialog, const char *name)
{
  return gtk_widget_get_template_child (dialog->window, STREEK_TYPE_IMPORT_AREAS_WINDOW, name);
}

/* On the screen: a window that is not there cannot be closed. */
static void
present_dialog (Dialog *dialog)
{
  dialog->window = streek_import_areas_window_new (GTK_WINDOW (dialog->parent), dialog->context);
  g_object_add_weak_pointer (G_OBJECT (dialog->window), (gpointer *) &dialog->window);
  gtk_window_present (GTK_WINDOW (dialog->window));
}

static void
dialog_init (Dialog *dialog, StoreFixture *fixture)
{
  g_autoptr (GError) error = NULL;

  dialog->workspace = streek_workspace_create (fixture->path, FALSE, NULL, &error);
  g_assert_no_error (error);
  dialog->context = streek_context_new ();
  streek_context_set_workspace (dialog->context, dialog->workspace);
  while (streek_context_get_areas (dialog->context) == NULL)
    wait_a_little ();
  dialog->parent = gtk_window_new ();
  present_dialog (dialog);
  dialog->geodata = g_strconcat (fixture->path, ".wijken.geojson", NULL);
}

static void
dialog_clear (Dialog *dialog)
{
  if (dialog->window != NULL)
    gtk_window_destroy (GTK_WINDOW (dialog->window));
  gtk_window_destroy (GTK_WINDOW (dialog->parent));
  streek_context_set_workspace (dialog->context, NULL);
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  g_object_unref (dialog->context);
  streek_workspace_close (dialog->workspace);
  g_object_unref (dialog->workspace);
  g_remove (dialog->geodata);
  g_free (dialog->geodata);
}

static void
open_features (Dialog *dialog, const char *features)
{
  g_autofree char *text = g_strdup_printf (
    "{\"type\":\"FeatureCollection\",\"crs\":{\"type\":\"name\",\"properties\":{\"name\":"
    "\"urn:ogc:def:crs:EPSG::3812\"}},\"features\":[%s]}",
    features);

  g_assert_true (g_file_set_contents (dialog->geodata, text, -1, NULL));
  streek_import_areas_window_open_file (STREEK_IMPORT_AREAS_WINDOW (dialog->window),
                                        dialog->geodata);
}

/* The question that lies over the dialog. */
static AdwMessageDialog *
wait_for_question (void)
{
  for (;;)
    {
      GListModel *windows = gtk_window_get_toplevels ();

      for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
        {
          g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

          if (ADW_IS_MESSAGE_DIALOG (window))
            return ADW_MESSAGE_DIALOG (window);
        }

      wait_a_little ();
    }
}

/* A plan for one of the areas. */
static void
write_plan (Dialog *dialog, const char *area)
{
  g_autoptr (StreekRecordChanges) changes = streek_record_changes_new ();
  g_autoptr (GError) error = NULL;
  gint64 pact = streek_record_changes_add (changes, &streek_pact_kind);

  streek_record_changes_set_text (changes, &streek_pact_kind, pact, STREEK_PACT_TITLE, "Wijkplan");
  streek_record_changes_set_text (changes, &streek_pact_kind, pact, STREEK_PACT_AREA, area);
  streek_edits_write_records (dialog->workspace, changes, "Add", NULL, NULL, &error);
  g_assert_no_error (error);
}

/* Until what was found stands there. */
static void
wait_for_result (Dialog *dialog)
{
  while (!gtk_widget_get_visible (get_child (dialog, "counts_label")))
    wait_a_little ();
}

static void
test_takes_in_and_deletes (StoreFixture *fixture, gconstpointer data)
{
  Dialog dialog = { 0 };

  dialog_init (&dialog, fixture);
  g_assert_false (gtk_widget_is_sensitive (get_child (&dialog, "import_button")));
  open_features (&dialog, SQUARE ("1", "Zuid", "650000", "652000") "," SQUARE ("2", "Noord",
                                                                               "652000", "654000"));
  wait_for_result (&dialog);

  /* the fields are guessed by what they are called, not by where they stand */
  g_assert_cmpuint (adw_combo_row_get_selected (get_child (&dialog, "code_row")), ==, 1);
  g_assert_cmpuint (adw_combo_row_get_selected (get_child (&dialog, "name_row")), ==, 2);
  gtk_editable_set_text (get_child (&dialog, "set_row"), "wijken");
  g_assert_false (gtk_widget_get_visible (get_child (&dialog, "counts_label")));
  wait_for_result (&dialog);
  g_assert_cmpstr (gtk_label_get_text (get_child (&dialog, "counts_label")), ==,
                   "2 read = 2 taken + 0 ignored + 0 rejected.");

  g_assert_true (gtk_widget_is_sensitive (get_child (&dialog, "import_button")));
  gtk_widget_activate_action (dialog.window, "areas.import", NULL);
  while (dialog.window != NULL || !has_set (&dialog, "wijken"))
    wait_a_little ();
  g_assert_cmpstr (streek_context_get_spec (dialog.context)->set, ==, "wijken");

  /* the next time it stands in the list, with a button that deletes it: not before who names one of
   * them is said */
  write_plan (&dialog, "wijken:1");
  present_dialog (&dialog);
  g_assert_true (gtk_widget_get_visible (get_child (&dialog, "own_group")));
  streek_import_areas_window_delete (STREEK_IMPORT_AREAS_WINDOW (dialog.window), "wijken");

  AdwMessageDialog *question = wait_for_question ();

  g_assert_nonnull (strstr (adw_message_dialog_get_body (question), "Wijkplan"));
  adw_message_dialog_response (question, "keep");
  gtk_window_destroy (GTK_WINDOW (question));
  g_assert_true (has_set (&dialog, "wijken"));

  streek_import_areas_window_delete (STREEK_IMPORT_AREAS_WINDOW (dialog.window), "wijken");
  question = wait_for_question ();
  adw_message_dialog_response (question, "delete");
  gtk_window_destroy (GTK_WINDOW (question));
  while (has_set (&dialog, "wijken"))
    wait_a_little ();
  g_assert_false (gtk_widget_get_visible (get_child (&dialog, "own_group")));

  dialog_clear (&dialog);
}

static void
test_says_what_is_wrong (StoreFixture *fixture, gconstpointer data)
{
  Dialog dialog = { 0 };

  dialog_init (&dialog, fixture);
  open_features (&dialog, SQUARE ("1", "Zuid", "650000", "652000") "," SQUARE ("1", "Noord",
                                                                               "652000", "654000"));
  wait_for_result (&dialog);
  g_assert_false (gtk_widget_is_sensitive (get_child (&dialog, "import_button")));

  g_assert_true (g_file_set_contents (dialog.geodata, "geen kaart", -1, NULL));
  streek_import_areas_window_open_file (STREEK_IMPORT_AREAS_WINDOW (dialog.window), dialog.geodata);
  while (!gtk_info_bar_get_revealed (get_child (&dialog, "error_bar")))
    wait_a_little ();
  g_assert_false (gtk_widget_get_sensitive (get_child (&dialog, "fields_group")));

  dialog_clear (&dialog);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  STORE_FIXTURE_ADD ("/app/own-areas/takes-in-and-deletes", test_takes_in_and_deletes);
  STORE_FIXTURE_ADD ("/app/own-areas/says-what-is-wrong", test_says_what_is_wrong);

  return g_test_run ();
}
