/* streek-project-map-page.c: in how many projects each municipality takes part */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "projects/streek-project-map-page.h"

#include "print/streek-printable.h"
#include "project/streek-project.h"
#include "projects/streek-project-picture.h"
#include "record/streek-record-window.h"
#include "streek-seen.h"
#include "streek-waiting.h"
#include "workspace/streek-project-map.h"

#include <glib/gi18n.h>

/* In points. */
#define WIDTH 700
#define HEIGHT 460

struct _StreekProjectMapPage
{
  AdwBin parent_instance;

  GtkStack *stack; /* loading, empty, content */
  AdwStatusPage *empty_page;
  GtkButton *begin_button; /* of the empty page */
  GtkWidget *picture;
  GtkToggleButton *chosen_button;

  StreekRecordBook *book;
  GArray *projects;          /* gint64: chosen elsewhere */
  GArray *asked;             /* gint64: those of the map that was made last */
  StreekRecordView *shown;   /* (nullable): of what is shown */
  GCancellable *cancellable; /* (nullable) */
};

static void printable_iface_init (StreekPrintableInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (StreekProjectMapPage,
                               streek_project_map_page,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (STREEK_TYPE_PRINTABLE, printable_iface_init))

/* Jobs: what is asked, for a worker that shows it, and one that prints it */

typedef struct
{
  StreekWorkspace *workspace;
  StreekRecordView *view;
  GArray *projects; /* gint64 */
} Job;

typedef struct
{
  StreekFigure *map;
  StreekScene *scene;
} Result;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_object_unref (job->workspace);
  streek_record_view_unref (job->view);
  g_array_unref (job->projects);
  g_free (job);
}

static void
result_free (gpointer data)
{
  Result *result = data;

  g_clear_pointer (&result->map, streek_figure_unref);
  g_clear_pointer (&result->scene, streek_scene_unref);
  g_free (result);
}

static void
add_all (GArray *ids, const StreekRecordView *view)
{
  guint n;
  const StreekRecord *const *projects =
    streek_records_list (streek_record_view_get_records (view), &streek_project_kind, &n);

  for (guint i = 0; i < n; i++)
    {
      gint64 id = streek_record_get_id (projects[i]);

      g_array_append_val (ids, id);
    }
}

static gboolean
shows_chosen (StreekProjectMapPage *self)
{
  return self->projects->len > 0 && gtk_toggle_button_get_active (self->chosen_button);
}

static Job *
new_job (StreekProjectMapPage *self, StreekRecordView *view)
{
  StreekContext *context = streek_record_book_get_context (self->book);
  Job *job = g_new0 (Job, 1);

  job->workspace = g_object_ref (streek_context_get_workspace (context));
  job->view = streek_record_view_ref (view);
  job->projects = g_array_new (FALSE, FALSE, sizeof (gint64));
  if (shows_chosen (self))
    g_array_append_vals (job->projects, self->projects->data, self->projects->len);
  else
    add_all (job->projects, view);

  return job;
}

static StreekFigure *
make_map (const Job *job, gboolean grey, GError **error)
{
  return streek_project_map_new (job->workspace, job->view, (const gint64 *) job->projects->data,
                                 job->projects->len, grey, error);
}

static void
make_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  StreekFigure *map = make_map (data, FALSE, &error);

  if (map == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  Result *result = g_new0 (Result, 1);

  result->map = map;
  result->scene = streek_project_picture_lay_out (map, (StreekSize){ WIDTH, HEIGHT });
  g_task_return_pointer (task, result, result_free);
}

/* Showing */

static void
show_page (StreekProjectMapPage *self, const char *name)
{
  gtk_stack_set_visible_child_name (self->stack, name);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "map.print", g_str_equal (name, "content"));
}

/* @button: (nullable): what there is to begin with */
static void
show_empty (StreekProjectMapPage *self,
            const char *title,
            const char *description,
            const char *button)
{
  g_autofree char *words = g_markup_escape_text (description, -1);

  g_clear_pointer (&self->shown, streek_record_view_unref);
  adw_status_page_set_title (self->empty_page, title);
  adw_status_page_set_description (self->empty_page, words);
  gtk_widget_set_visible (GTK_WIDGET (self->begin_button), button != NULL);
  if (button != NULL)
    gtk_button_set_label (self->begin_button, button);
  show_page (self, "empty");
}

/* Areas are added where the project is read: on its sheet. */
static void
show_unmade (StreekProjectMapPage *self, const GError *error)
{
  gboolean lacks_areas = g_error_matches (error, STREEK_FIGURE_ERROR, STREEK_FIGURE_ERROR_NO_DATA);

  show_empty (self, lacks_areas ? _ ("No Areas Yet") : _ ("There Is Nothing to Show"),
              error->message,
              !lacks_areas            ? NULL
              : self->asked->len == 1 ? _ ("Open the _Project")
                                      : _ ("Show the _Projects"));
}

static void
on_begin_cb (StreekProjectMapPage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  if (self->asked->len == 0)
    streek_record_open_new (widget, streek_record_book_get_context (self->book),
                            &streek_project_kind, 0, 0);
  else if (self->asked->len == 1)
    gtk_widget_activate_action (widget, "projects.project", "x",
                                g_array_index (self->asked, gint64, 0));
  else
    gtk_widget_activate_action (widget, "section.show", "s", streek_project_kind.id);
}

static void
on_made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  StreekProjectMapPage *self = STREEK_PROJECT_MAP_PAGE (source);
  Job *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  Result *made = g_task_propagate_pointer (G_TASK (result), &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->book == NULL)
    {
      g_clear_pointer (&made, result_free);
      return;
    }

  if (made == NULL)
    {
      show_unmade (self, error);
      return;
    }

  g_clear_pointer (&self->shown, streek_record_view_unref);
  self->shown = streek_record_view_ref (job->view);
  streek_project_picture_show (self->picture, made->map, made->scene);
  show_page (self, "content");
  result_free (made);
}

static void
make (GtkWidget *widget)
{
  StreekProjectMapPage *self = STREEK_PROJECT_MAP_PAGE (widget);
  StreekRecordView *view = streek_record_book_get_view (self->book);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);

  if (view == NULL)
    {
      show_page (self, "loading");
      return;
    }

  Job *job = new_job (self, view);

  g_array_unref (self->asked);
  self->asked = g_array_ref (job->projects);

  if (job->projects->len == 0)
    {
      gboolean can_write = streek_context_can_write (streek_record_book_get_context (self->book));

      job_free (job);
      show_empty (
        self, _ ("No Projects Yet"),
        _ ("Make one, and add the areas in which it takes place: here you see in how many "
           "projects each municipality takes part."),
        can_write ? _ ("Add a _Project…") : NULL);
      return;
    }

  self->cancellable = g_cancellable_new ();

  g_autoptr (GTask) task = g_task_new (self, self->cancellable, on_made_cb, NULL);

  g_task_set_check_cancellable (task, TRUE);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, make_in_thread);
}

static void
renew (StreekProjectMapPage *self)
{
  streek_renew_when_seen (GTK_WIDGET (self), make);
}

/* Paper */

static GPtrArray *
make_pages (gpointer data, const StreekPaper *paper, GCancellable *cancellable, GError **error)
{
  g_autoptr (StreekFigure) map = make_map (data, paper->grey, error);
  StreekLayoutOptions options = streek_paper_make_layout (paper);
  StreekScene *scene = map != NULL ? streek_figure_layout (map, &options, error) : NULL;

  if (scene == NULL)
    return NULL;

  GPtrArray *pages = g_ptr_array_new_with_free_func ((GDestroyNotify) streek_scene_unref);

  g_ptr_array_add (pages, scene);

  return pages;
}

static StreekTable *
make_table (gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (StreekFigure) map = make_map (data, FALSE, error);

  return map != NULL ? streek_table_ref (streek_figure_get_table (map)) : NULL;
}

static StreekPrintout *
streek_project_map_page_dup_printout (StreekPrintable *printable)
{
  StreekProjectMapPage *self = STREEK_PROJECT_MAP_PAGE (printable);

  if (self->shown == NULL)
    return NULL;

  return streek_printout_new (_ ("Projects by municipality"), make_pages, make_table,
                              new_job (self, self->shown), job_free);
}

static void
printable_iface_init (StreekPrintableInterface *iface)
{
  iface->dup_printout = streek_project_map_page_dup_printout;
}

/* Building */

static void
streek_project_map_page_dispose (GObject *object)
{
  StreekProjectMapPage *self = STREEK_PROJECT_MAP_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->shown, streek_record_view_unref);
  g_clear_pointer (&self->projects, g_array_unref);
  g_clear_pointer (&self->asked, g_array_unref);
  g_clear_object (&self->book);

  G_OBJECT_CLASS (streek_project_map_page_parent_class)->dispose (object);
}

static void
print (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "win.print", NULL);
}

static void
streek_project_map_page_class_init (StreekProjectMapPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = streek_project_map_page_dispose;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "map.print", NULL, print);
}

static void
build_empty_page (StreekProjectMapPage *self)
{
  GtkWidget *page = adw_status_page_new (), *button = gtk_button_new ();

  gtk_button_set_use_underline (GTK_BUTTON (button), TRUE);
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "pill");
  gtk_widget_add_css_class (button, "suggested-action");
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_begin_cb), self, G_CONNECT_SWAPPED);
  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), "streek-map-symbolic");
  adw_status_page_set_child (ADW_STATUS_PAGE (page), button);
  gtk_stack_add_named (self->stack, page, "empty");
  self->empty_page = ADW_STATUS_PAGE (page);
  self->begin_button = GTK_BUTTON (button);
}

static void
streek_project_map_page_init (StreekProjectMapPage *self)
{
  GtkWidget *waiting = g_object_new (STREEK_TYPE_WAITING, "halign", GTK_ALIGN_CENTER, "valign",
                                     GTK_ALIGN_CENTER, NULL);

  self->projects = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->asked = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->picture = streek_project_picture_new ();
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_widget_set_vexpand (self->picture, TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  gtk_stack_add_named (self->stack, waiting, "loading");
  build_empty_page (self);
  gtk_stack_add_named (self->stack, self->picture, "content");
  show_page (self, "loading");
}

static GtkWidget *
build_tools (StreekProjectMapPage *self)
{
  GtkWidget *tools = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *print_button = gtk_button_new_with_mnemonic (_ ("P_rint…"));

  gtk_widget_set_margin_top (tools, 6);
  gtk_widget_set_margin_bottom (tools, 6);
  gtk_widget_set_margin_start (tools, 12);
  gtk_widget_set_margin_end (tools, 12);
  self->chosen_button = GTK_TOGGLE_BUTTON (gtk_toggle_button_new ());
  gtk_toggle_button_set_active (self->chosen_button, TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->chosen_button), FALSE);
  g_signal_connect_object (self->chosen_button, "toggled", G_CALLBACK (renew), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (tools), GTK_WIDGET (self->chosen_button));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (print_button), "map.print");
  gtk_widget_set_hexpand (print_button, TRUE);
  gtk_widget_set_halign (print_button, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (tools), print_button);

  return tools;
}

GtkWidget *
streek_project_map_page_new (StreekRecordBook *book)
{
  g_return_val_if_fail (STREEK_IS_RECORD_BOOK (book), NULL);

  StreekProjectMapPage *self = g_object_new (STREEK_TYPE_PROJECT_MAP_PAGE, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->book = g_object_ref (book);
  gtk_box_append (GTK_BOX (box), build_tools (self));
  gtk_box_append (GTK_BOX (box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->stack));
  adw_bin_set_child (ADW_BIN (self), box);
  g_signal_connect_object (book, "changed", G_CALLBACK (renew), self, G_CONNECT_SWAPPED);
  renew (self);

  return GTK_WIDGET (self);
}

void
streek_project_map_page_set_chosen (StreekProjectMapPage *self, const gint64 *projects, guint n)
{
  g_return_if_fail (STREEK_IS_PROJECT_MAP_PAGE (self));

  g_autofree char *label = g_strdup_printf (
    ngettext ("Only the _one selected in the list", "Only the %u _selected in the list", n), n);

  g_array_set_size (self->projects, 0);
  if (n > 0)
    g_array_append_vals (self->projects, projects, n);
  gtk_button_set_label (GTK_BUTTON (self->chosen_button), label);
  gtk_button_set_use_underline (GTK_BUTTON (self->chosen_button), TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->chosen_button), n > 0);
  renew (self);
}
