/* test-widths.c: every tab of every section fits into a small window, with large letters too */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/streek-locale.h"
#include "base/streek-paths.h"
#include "streek-waiting.h"
#include "streek-window.h"

#include <glib/gstdio.h>

#define MOST 1024     /* pixels that a window may be wide */
#define MOST_HIGH 600 /* pixels, with the question of a first start over it */

static const char *const sections[] = { "map",      "indicators", "structure", "plans",
                                        "projects", "bodies",     "actors",    "check" };

static StreekApplication *application; /* of all tests: a process has one */

typedef struct
{
  char *folder;
  char *path;
  StreekWindow *window;
  GPtrArray *found; /* (element-type utf8): what needs more */
} Fixture;

static gboolean
on_waited_cb (gpointer is_over)
{
  *(gboolean *) is_over = TRUE;

  return G_SOURCE_REMOVE;
}

/* What a page begins when it is shown gets its turn. */
static void
turn (guint milliseconds)
{
  gboolean is_over = FALSE;

  g_timeout_add_full (G_PRIORITY_LOW, milliseconds, on_waited_cb, &is_over, NULL);
  while (!is_over)
    g_main_context_iteration (NULL, TRUE);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *example =
    g_build_filename (streek_paths_get_data_dir (), "example.streek", NULL);

  fixture->folder = g_dir_make_tmp ("streek-widths-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "werk.streek", NULL);

  g_autoptr (GFile) from = g_file_new_for_path (example), to = g_file_new_for_path (fixture->path);

  g_file_copy (from, to, G_FILE_COPY_TARGET_DEFAULT_PERMS, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  fixture->found = g_ptr_array_new_with_free_func (g_free);
  fixture->window = streek_window_new (application);
  gtk_window_present (GTK_WINDOW (fixture->window));

  g_autoptr (StreekOpening) opening = streek_opening_new (fixture->path, 0);

  streek_window_open (fixture->window, opening);
  while (streek_context_get_workspace (streek_window_get_context (fixture->window)) == NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  streek_window_leave (fixture->window);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  turn (50);
  g_unlink (fixture->path);
  g_rmdir (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->folder);
  g_ptr_array_unref (fixture->found);
}

/* Whether something turns on it. */
static gboolean
is_waiting (GtkWidget *widget)
{
  if (!gtk_widget_get_mapped (widget))
    return FALSE;
  if (STREEK_IS_WAITING (widget))
    return TRUE;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (is_waiting (child))
      return TRUE;

  return FALSE;
}

static void
wait_for (GtkWidget *widget)
{
  gint64 end = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;

  do
    turn (60);
  while (is_waiting (widget) && g_get_monotonic_time () < end);
}

/* The narrowest part of it that needs all of its width. */
static GtkWidget *
find_culprit (GtkWidget *widget)
{
  int width;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int part;

      if (!gtk_widget_get_child_visible (child) || !gtk_widget_get_visible (child) ||
          GTK_IS_NATIVE (child))
        continue;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &part, NULL, NULL, NULL);
      if (part > width - 48)
        return find_culprit (child);
    }

  return widget;
}

static void
check_width (Fixture *fixture, GtkWidget *page, const char *name)
{
  int width;

  gtk_widget_measure (page, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  g_test_message ("%s: %d", name, width);

  if (width > MOST)
    {
      GtkWidget *culprit = find_culprit (page);

      g_ptr_array_add (fixture->found,
                       g_strdup_printf ("%s: %d (%s %s)", name, width, G_OBJECT_TYPE_NAME (culprit),
                                        gtk_widget_get_name (culprit)));
    }
}

/* What has none is chosen by the page, not by a person. */
static gboolean
has_titles (GtkStack *stack)
{
  GtkWidget *shown = gtk_stack_get_visible_child (stack);

  return shown != NULL && gtk_stack_page_get_title (gtk_stack_get_page (stack, shown)) != NULL;
}

/* Of the whole window, where it is as wide as it may be. */
static void
check_height (Fixture *fixture, const char *name)
{
  int height;

  gtk_widget_measure (GTK_WIDGET (fixture->window), GTK_ORIENTATION_VERTICAL, MOST, &height, NULL,
                      NULL, NULL);
  g_test_message ("%s: %d high", name, height);

  if (height > MOST_HIGH)
    g_ptr_array_add (fixture->found, g_strdup_printf ("%s: %d high", name, height));
}

static void check_tabs (Fixture *fixture, GtkWidget *page, GtkWidget *widget, const char *name);

static void
check_stack (Fixture *fixture, GtkWidget *page, GtkStack *stack, const char *name)
{
  g_autoptr (GtkSelectionModel) tabs = gtk_stack_get_pages (stack);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (tabs)); i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (tabs), i);
      GtkStackPage *tab = GTK_STACK_PAGE (item);
      GtkWidget *child = gtk_stack_page_get_child (tab);

      g_autofree char *path = g_strdup_printf ("%s / %s", name, gtk_stack_page_get_title (tab));

      gtk_stack_set_visible_child (stack, child);
      wait_for (page);
      check_width (fixture, child, path);
      check_height (fixture, path);
      check_tabs (fixture, page, child, path);
    }
}

static void
check_tabs (Fixture *fixture, GtkWidget *page, GtkWidget *widget, const char *name)
{
  if (GTK_IS_STACK (widget) && has_titles (GTK_STACK (widget)))
    {
      check_stack (fixture, page, GTK_STACK (widget), name);
      return;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_mapped (child))
      check_tabs (fixture, page, child, name);
}

/* @letters: 1, or 2 for text of 200 % */
static void
check_sections (Fixture *fixture, int letters)
{
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", letters * 96 * 1024, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (sections); i++)
    {
      streek_window_show_section (fixture->window, sections[i]);

      GtkWidget *page = streek_window_get_section_page (fixture->window);

      wait_for (page);
      check_tabs (fixture, page, page, sections[i]);
      check_width (fixture, page, sections[i]);
      check_height (fixture, sections[i]);
    }

  check_width (fixture, GTK_WIDGET (fixture->window), "window");
  g_ptr_array_add (fixture->found, NULL);

  g_autofree char *found = g_strjoinv ("\n", (char **) fixture->found->pdata);

  g_assert_cmpstr (found, ==, "");
}

static void
test_fits (Fixture *fixture, gconstpointer data)
{
  check_sections (fixture, 1);
}

static void
test_fits_with_large_letters (Fixture *fixture, gconstpointer data)
{
  check_sections (fixture, 2);
}

int
main (int argc, char **argv)
{
  g_setenv ("LANGUAGE", "nl", TRUE); /* its words are longer */
  g_test_init (&argc, &argv, NULL);
  streek_locale_init ();
  gtk_disable_setlocale ();
  adw_init ();
  application = streek_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));

  g_test_add ("/app/widths/1024", Fixture, NULL, set_up, test_fits, tear_down);
  g_test_add ("/app/widths/1024-with-large-letters", Fixture, NULL, set_up,
              test_fits_with_large_letters, tear_down);

  int status = g_test_run ();

  g_object_unref (application);

  return status;
}
