/* test-widths.c: every tab of every section fits into a small window, with large letters too */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/streek-locale.h"
#include "base/streek-paths.h"
#include "plan/streek-pact.h"
#include "plan/streek-plan-item.h"
#include "plans/streek-freeze-window.h"
#include "plans/streek-plan-import-window.h"
#include "record/streek-record-multi-window.h"
#include "record/streek-record-paste-window.h"
#include "record/streek-record-window.h"
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

/* Of a whole window, where it is as wide as it may be. */
static void
check_window_height (Fixture *fixture, gpointer window, const char *name)
{
  int height;

  gtk_widget_measure (window, GTK_ORIENTATION_VERTICAL, MOST, &height, NULL, NULL, NULL);
  g_test_message ("%s: %d high", name, height);

  if (height > MOST_HIGH)
    g_ptr_array_add (fixture->found, g_strdup_printf ("%s: %d high", name, height));
}

static void
check_height (Fixture *fixture, const char *name)
{
  check_window_height (fixture, fixture->window, name);
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

static void
check_found (Fixture *fixture)
{
  g_ptr_array_add (fixture->found, NULL);

  g_autofree char *found = g_strjoinv ("\n", (char **) fixture->found->pdata);

  g_assert_cmpstr (found, ==, "");
}

/* @letters: 1, or 2 for text of 200 % */
static void
set_letters (int letters)
{
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", letters * 96 * 1024, NULL);
}

static void
check_sections (Fixture *fixture, int letters)
{
  set_letters (letters);

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
  check_found (fixture);
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

/* Windows over it */

/* @window: as it is made; it goes. */
static void
check_window (Fixture *fixture, GtkWidget *window, const char *name)
{
  gtk_window_present (GTK_WINDOW (window));
  wait_for (window);
  check_tabs (fixture, window, window, name);
  check_width (fixture, window, name);
  check_window_height (fixture, window, name);
  gtk_window_destroy (GTK_WINDOW (window));
  turn (20);
}

/* The form of the first record, and of the first several. */
static void
check_kind (Fixture *fixture, StreekRecordBook *book, const StreekRecordKind *kind)
{
  StreekContext *context = streek_window_get_context (fixture->window);
  StreekRecords *records = streek_record_view_get_records (streek_record_book_get_view (book));
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree char *several = g_strdup_printf ("several of %s", kind->id);
  guint n;
  const StreekRecord *const *list = streek_records_list (records, kind, &n);

  for (guint i = 0; i < MIN (n, 3); i++)
    {
      gint64 id = streek_record_get_id (list[i]);

      g_array_append_val (ids, id);
    }

  check_window (fixture,
                streek_record_window_new (GTK_WINDOW (fixture->window), context, kind,
                                          n > 0 ? streek_record_get_id (list[0]) : 0),
                kind->id);
  if (n > 0)
    check_window (fixture,
                  streek_record_multi_window_new (GTK_WINDOW (fixture->window), book, kind, ids),
                  several);
}

static void
check_sheet (Fixture *fixture, GtkWidget *window, const char *name)
{
  gtk_window_present (GTK_WINDOW (window));
  while (streek_sheet_window_get_seen (STREEK_SHEET_WINDOW (window)) == NULL)
    turn (20);
  check_window (fixture, window, name);
}

static void
check_sheets (Fixture *fixture, StreekRecordBook *book)
{
  g_autoptr (GError) error = NULL;
  const char *rows = "Pijler\tActie\tStreefwaarde van het streefcijfer\tPartners\n"
                     "Netwerk\tKaart van alle bedrijventerreinen tekenen\t12\tKaartenmakers\n";
  StreekPlanSheet *plan = streek_plan_sheet_new_for_text (rows, &error);
  StreekRecordSheet *sheet =
    streek_record_sheet_new_for_text (&streek_plan_item_kind, rows, NULL, &error);

  g_assert_no_error (error);
  check_sheet (fixture,
               streek_plan_import_window_new (GTK_WINDOW (fixture->window), book, plan, 0, "Plan"),
               "import of a plan");
  check_window (fixture, streek_record_paste_window_new (GTK_WINDOW (fixture->window), book, sheet),
                "paste");
}

static void
check_windows (Fixture *fixture, int letters)
{
  StreekContext *context = streek_window_get_context (fixture->window);
  StreekRecordBook *book = streek_record_book_get (context);
  g_autoptr (GPtrArray) kinds = streek_record_kinds_list ();
  guint n;

  while (streek_record_book_get_view (book) == NULL)
    g_main_context_iteration (NULL, TRUE);

  StreekRecords *records = streek_record_view_get_records (streek_record_book_get_view (book));
  const StreekRecord *const *pacts = streek_records_list (records, &streek_pact_kind, &n);
  StreekInterval period = { 0 };

  set_letters (letters);
  for (guint i = 0; i < kinds->len; i++)
    check_kind (fixture, book, kinds->pdata[i]);
  check_sheets (fixture, book);
  check_window (fixture,
                streek_freeze_window_new (GTK_WINDOW (fixture->window), book,
                                          streek_report_of_plan (streek_record_get_id (pacts[0])),
                                          period),
                "freezing a report");
  check_found (fixture);
}

static void
test_windows_fit (Fixture *fixture, gconstpointer data)
{
  check_windows (fixture, 1);
}

static void
test_windows_fit_with_large_letters (Fixture *fixture, gconstpointer data)
{
  check_windows (fixture, 2);
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
  g_test_add ("/app/widths/windows", Fixture, NULL, set_up, test_windows_fit, tear_down);
  g_test_add ("/app/widths/windows-with-large-letters", Fixture, NULL, set_up,
              test_windows_fit_with_large_letters, tear_down);

  int status = g_test_run ();

  g_object_unref (application);

  return status;
}
