/* streek-print-window.c: how the pages will look, on which paper, before they are printed */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "print/streek-print-window.h"

#include "print/streek-arranger.h"
#include "print/streek-preview.h"
#include "print/streek-print-job.h"
#include "print/streek-problem.h"

#include <glib/gi18n.h>

/* Typing stops this long before the pages are laid out anew. */
#define SETTLE_MS 350

struct _StreekPrintWindow
{
  AdwWindow parent_instance;

  StreekPreview *preview;
  GtkWidget *arrange_button;
  StreekArranger *arranger;
  GtkWidget *arrange_bar;
  GtkLabel *arrange_label;
  AdwComboRow *paper_row;
  AdwComboRow *orientation_row;
  AdwComboRow *color_row;
  AdwEntryRow *organisation_row;
  AdwEntryRow *footer_row;
  AdwActionRow *logo_row;
  GtkWidget *remove_logo_button;
  AdwToastOverlay *toasts;

  GSettings *settings;
  StreekPrintout *printout;
  StreekPaper *paper;
  GPtrArray *pages; /* (nullable) (element-type StreekScene) */
  StreekLogo *logo; /* (nullable) */
  guint settle_id;
  gboolean filling; /* the rows are being set from the paper */
  GCancellable *cancellable;
};

enum
{
  ARRANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* What a worker makes of a printout and a paper. */
typedef struct
{
  StreekPrintout *printout;
  StreekPaper *paper;
  GPtrArray *pages;
  StreekLogo *logo;
  GError *logo_error; /* the pages come all the same */
  char *path;         /* of the PDF to write */
} PagesJob;

G_DEFINE_FINAL_TYPE (StreekPrintWindow, streek_print_window, ADW_TYPE_WINDOW)

static void
pages_job_free (gpointer data)
{
  PagesJob *job = data;

  g_clear_pointer (&job->printout, streek_printout_unref);
  g_clear_pointer (&job->paper, streek_paper_free);
  g_clear_pointer (&job->pages, g_ptr_array_unref);
  g_clear_pointer (&job->logo, streek_logo_unref);
  g_clear_error (&job->logo_error);
  g_free (job->path);
  g_free (job);
}

/* Only a sheet of maps has anything to arrange. */
static void
update_arranging (StreekPrintWindow *self)
{
  const StreekFurniture *furniture = streek_printout_get_furniture (self->printout);
  guint page = streek_preview_get_page (self->preview);
  StreekScene *scene = self->pages != NULL ? g_ptr_array_index (self->pages, page) : NULL;
  gboolean has_parts =
    furniture != NULL && scene != NULL && streek_scene_get_n_movables (scene) > 0;

  gtk_widget_set_visible (self->arrange_button, has_parts);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.put-back",
                                 has_parts && streek_furniture_has_moved (furniture));
}

static void
set_parts (StreekPrintWindow *self, StreekScene *scene)
{
  guint n_parts = streek_scene_get_n_movables (scene);

  streek_arranger_set_parts (self->arranger,
                             n_parts > 0 ? streek_scene_get_movable (scene, 0) : NULL, n_parts);
}

static void
show_page (StreekPrintWindow *self, guint page)
{
  guint shown = MIN (page, self->pages->len - 1);
  StreekScene *scene = g_ptr_array_index (self->pages, shown);

  streek_preview_show_page (self->preview, scene, self->logo, shown, self->pages->len, NULL);
  set_parts (self, scene);
  update_arranging (self);
}

static void
set_ready (StreekPrintWindow *self, gboolean ready)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.print", ready);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.save-pdf", ready);
}

static void
make_pages_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  PagesJob *job = task_data;
  GError *error = NULL;

  if (job->paper->logo_path[0] != '\0')
    job->logo = streek_logo_load (job->paper->logo_path, &job->logo_error);

  job->pages = streek_printout_make_pages (job->printout, job->paper, cancellable, &error);

  if (job->pages != NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
on_pages_made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  StreekPrintWindow *self = STREEK_PRINT_WINDOW (source);
  PagesJob *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        return;

      streek_preview_show_error (self->preview, error);
      return;
    }

  g_clear_pointer (&self->pages, g_ptr_array_unref);
  g_clear_pointer (&self->logo, streek_logo_unref);
  self->pages = g_ptr_array_ref (job->pages);
  self->logo = g_steal_pointer (&job->logo);
  show_page (self, streek_preview_get_page (self->preview));
  set_ready (self, self->settle_id == 0);

  if (job->logo_error != NULL)
    {
      g_autofree char *words = g_markup_escape_text (job->logo_error->message, -1);

      adw_toast_overlay_add_toast (self->toasts, adw_toast_new (words));
    }
}

static void
make_pages (StreekPrintWindow *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  set_ready (self, FALSE);
  streek_preview_start (self->preview);

  PagesJob *job = g_new0 (PagesJob, 1);

  job->printout = streek_printout_ref (self->printout);
  job->paper = streek_paper_copy (self->paper);

  g_autoptr (GTask) task = g_task_new (self, self->cancellable, on_pages_made_cb, NULL);

  g_task_set_task_data (task, job, pages_job_free);
  g_task_run_in_thread (task, make_pages_in_thread);
}

static void
update_logo_row (StreekPrintWindow *self)
{
  gboolean has_logo = self->paper->logo_path[0] != '\0';
  g_autofree char *name = has_logo ? g_path_get_basename (self->paper->logo_path) : NULL;
  g_autofree char *escaped = has_logo ? g_markup_escape_text (name, -1) : NULL;

  adw_action_row_set_subtitle (self->logo_row, has_logo ? escaped : _ ("None"));
  gtk_widget_set_visible (self->remove_logo_button, has_logo);
}

static void
fill_rows (StreekPrintWindow *self)
{
  self->filling = TRUE;
  adw_combo_row_set_selected (self->paper_row, self->paper->format);
  adw_combo_row_set_selected (self->orientation_row, self->paper->landscape);
  gtk_widget_set_sensitive (GTK_WIDGET (self->orientation_row),
                            self->paper->format != STREEK_PAPER_SLIDE);
  adw_combo_row_set_selected (self->color_row, self->paper->grey);
  gtk_editable_set_text (GTK_EDITABLE (self->organisation_row), self->paper->organisation);
  gtk_editable_set_text (GTK_EDITABLE (self->footer_row), self->paper->footer);
  update_logo_row (self);
  self->filling = FALSE;
}

static void
take_text (char **text, AdwEntryRow *row)
{
  g_free (*text);
  *text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (row)));
}

static void
apply_paper (StreekPrintWindow *self)
{
  self->paper->format = (StreekPaperFormat) adw_combo_row_get_selected (self->paper_row);
  self->paper->landscape = adw_combo_row_get_selected (self->orientation_row) == 1;
  self->paper->grey = adw_combo_row_get_selected (self->color_row) == 1;
  gtk_widget_set_sensitive (GTK_WIDGET (self->orientation_row),
                            self->paper->format != STREEK_PAPER_SLIDE);
  take_text (&self->paper->organisation, self->organisation_row);
  take_text (&self->paper->footer, self->footer_row);
  streek_paper_save (self->paper, self->settings);
  make_pages (self);
}

static void
on_choice_changed_cb (StreekPrintWindow *self)
{
  if (!self->filling)
    apply_paper (self);
}

static gboolean
on_settled_cb (gpointer user_data)
{
  StreekPrintWindow *self = user_data;

  self->settle_id = 0;
  apply_paper (self);

  return G_SOURCE_REMOVE;
}

static void
on_text_changed_cb (StreekPrintWindow *self)
{
  if (self->filling)
    return;

  /* the pages that there are do not say it yet */
  set_ready (self, FALSE);
  g_clear_handle_id (&self->settle_id, g_source_remove);
  self->settle_id = g_timeout_add (SETTLE_MS, on_settled_cb, self);
}

static void
set_logo_path (StreekPrintWindow *self, const char *path)
{
  g_free (self->paper->logo_path);
  self->paper->logo_path = g_strdup (path);
  update_logo_row (self);
  apply_paper (self);
}

static void
on_logo_chosen_cb (GtkNativeDialog *dialog, int response, gpointer user_data)
{
  g_autoptr (StreekPrintWindow) self = user_data; /* the reference taken when the dialog opened */
  g_autoptr (GFile) file =
    response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog)) : NULL;
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path != NULL)
    set_logo_path (self, path);

  g_object_unref (dialog);
}

static void
choose_logo (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (
    _ ("Choose a Logo"), GTK_WINDOW (widget), GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Choose"), NULL);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _ ("Pictures"));
  gtk_file_filter_add_pixbuf_formats (filter);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), filter);
  g_signal_connect (dialog, "response", G_CALLBACK (on_logo_chosen_cb), g_object_ref (widget));
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
remove_logo (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  set_logo_path (STREEK_PRINT_WINDOW (widget), "");
}

static StreekScene *
get_page (gpointer data, guint page, GError **error)
{
  return streek_scene_ref (g_ptr_array_index ((GPtrArray *) data, page));
}

static void
print (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  StreekPrintWindow *self = STREEK_PRINT_WINDOW (widget);
  const StreekPrintPages pages = {
    .n_pages = self->pages->len,
    .shown = streek_preview_get_page (self->preview),
    .make_page = get_page,
    .data = g_ptr_array_ref (self->pages),
    .destroy = (GDestroyNotify) g_ptr_array_unref,
  };

  streek_print_run (GTK_WINDOW (self), &pages, self->logo, self->paper,
                    streek_printout_get_title (self->printout));
}

static void
write_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  PagesJob *job = task_data;
  GError *error = NULL;

  if (streek_print_write_pdf (job->pages, job->logo, job->path, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
on_written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  StreekPrintWindow *self = STREEK_PRINT_WINDOW (source);
  PagesJob *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      streek_problem_show (GTK_WINDOW (self), _ ("The PDF could not be saved."), error);
      return;
    }

  g_autofree char *name = g_filename_display_basename (job->path);
  /* Translators: %s is the name of a file. */
  g_autofree char *text = g_strdup_printf (_ ("Saved as %s"), name);
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (escaped));
}

static void
on_path_chosen_cb (GtkNativeDialog *dialog, int response, gpointer user_data)
{
  g_autoptr (StreekPrintWindow) self = user_data; /* the reference taken when the dialog opened */
  g_autoptr (GFile) file =
    response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog)) : NULL;

  if (file != NULL && self->pages != NULL)
    {
      g_autoptr (GTask) task = g_task_new (self, NULL, on_written_cb, NULL);
      PagesJob *job = g_new0 (PagesJob, 1);

      job->pages = g_ptr_array_ref (self->pages);
      job->logo = self->logo != NULL ? streek_logo_ref (self->logo) : NULL;
      job->path = g_file_get_path (file);
      g_task_set_task_data (task, job, pages_job_free);
      g_task_run_in_thread (task, write_in_thread);
    }

  g_object_unref (dialog);
}

static void
save_pdf (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  StreekPrintWindow *self = STREEK_PRINT_WINDOW (widget);
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (
    _ ("Save as PDF"), GTK_WINDOW (widget), GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"), NULL);
  g_autofree char *name = streek_printout_dup_file_name (self->printout, ".pdf");

  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  g_signal_connect (dialog, "response", G_CALLBACK (on_path_chosen_cb), g_object_ref (widget));
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
on_turned_cb (StreekPrintWindow *self, guint page)
{
  show_page (self, page);
}

/* Arranging */

/* The pages follow, and so does the map that they came from. */
static void
take_furniture (StreekPrintWindow *self, const StreekFurniture *furniture)
{
  StreekPrintout *printout = streek_printout_new_with_furniture (self->printout, furniture);

  streek_printout_unref (self->printout);
  self->printout = printout;
  g_signal_emit (self, signals[ARRANGED], 0, streek_printout_get_furniture (printout));
  update_arranging (self);
  make_pages (self);
}

static void
on_moved_cb (StreekPrintWindow *self, const StreekMovable *movable, double x, double y)
{
  StreekFurniture furniture = *streek_printout_get_furniture (self->printout);

  streek_furniture_move_to (&furniture, movable, (StreekPoint){ x, y });
  take_furniture (self, &furniture);
}

static void
on_put_back_cb (StreekPrintWindow *self, const StreekMovable *movable)
{
  StreekFurniture furniture = *streek_printout_get_furniture (self->printout);

  streek_furniture_reset (&furniture, (StreekFurnitureItem) movable->item);
  take_furniture (self, &furniture);
}

static void
on_described_cb (StreekPrintWindow *self, const char *words)
{
  gtk_label_set_text (self->arrange_label, words);
}

static void
put_all_back (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  StreekPrintWindow *self = STREEK_PRINT_WINDOW (widget);
  StreekFurniture furniture = *streek_printout_get_furniture (self->printout);

  for (StreekFurnitureItem item = 0; item < STREEK_N_FURNITURE; item++)
    streek_furniture_reset (&furniture, item);
  take_furniture (self, &furniture);
}

static void
on_arrange_toggled_cb (StreekPrintWindow *self)
{
  gboolean is_on = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->arrange_button));

  gtk_widget_set_visible (GTK_WIDGET (self->arranger), is_on);
  gtk_widget_set_visible (self->arrange_bar, is_on);
  if (is_on)
    gtk_widget_grab_focus (GTK_WIDGET (self->arranger));
}

static void
on_arranger_left_cb (StreekPrintWindow *self)
{
  gtk_widget_grab_focus (self->arrange_button);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->arrange_button), FALSE);
}

static void
streek_print_window_dispose (GObject *object)
{
  StreekPrintWindow *self = STREEK_PRINT_WINDOW (object);

  g_clear_handle_id (&self->settle_id, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->printout, streek_printout_unref);
  g_clear_pointer (&self->paper, streek_paper_free);
  g_clear_pointer (&self->pages, g_ptr_array_unref);
  g_clear_pointer (&self->logo, streek_logo_unref);

  G_OBJECT_CLASS (streek_print_window_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "preview.print", NULL, print);
  gtk_widget_class_install_action (widget_class, "preview.save-pdf", NULL, save_pdf);
  gtk_widget_class_install_action (widget_class, "preview.put-back", NULL, put_all_back);
  gtk_widget_class_install_action (widget_class, "preview.choose-logo", NULL, choose_logo);
  gtk_widget_class_install_action (widget_class, "preview.remove-logo", NULL, remove_logo);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "preview.print",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK,
                                       "preview.save-pdf", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
streek_print_window_class_init (StreekPrintWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = streek_print_window_dispose;

  /* (type StreekFurniture): of the map, as somebody arranged it */
  signals[ARRANGED] = g_signal_new ("arranged", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);

  g_type_ensure (STREEK_TYPE_ARRANGER);
  g_type_ensure (STREEK_TYPE_PREVIEW);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/be/streekatlas/Streekatlas/ui/streek-print-window.ui");
  gtk_widget_class_bind_template_child (widget_class, StreekPrintWindow, preview);
  gtk_widget_class_bind_template_child (widget_class, StreekPrintWindow, arrange_button);
  gtk_widget_class_bind_template_child (widget_class, StreekPrintWindow, arranger);
  gtk_widget_class_bind_template_child (widget_class, StreekPrintWindow, arrange_bar);
  gtk_widget_class_bind_template_child (widget_class, StreekPrintWindow, arrange_label);
  gtk_widget_class_bind_template_child (widget_class, StreekPrintWindow, paper_row);
  gtk_widget_class_bind_template_child (widget_class, StreekPrintWindow, orientation_row);
  gtk_widget_class_bind_template_child (widget_class, StreekPrintWindow, color_row);
  gtk_widget_class_bind_template_child (widget_class, StreekPrintWindow, organisation_row);
  gtk_widget_class_bind_template_child (widget_class, StreekPrintWindow, footer_row);
  gtk_widget_class_bind_template_child (widget_class, StreekPrintWindow, logo_row);
  gtk_widget_class_bind_template_child (widget_class, StreekPrintWindow, remove_logo_button);
  gtk_widget_class_bind_template_child (widget_class, StreekPrintWindow, toasts);
  gtk_widget_class_bind_template_callback (widget_class, on_arrange_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_arranger_left_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_described_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_moved_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_put_back_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_choice_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_text_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_turned_cb);
  install_actions (widget_class);
}

static void
streek_print_window_init (StreekPrintWindow *self)
{
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  streek_arranger_set_sheet (self->arranger, (StreekSheetPlaceFunc) streek_page_view_get_place,
                             streek_preview_get_page_view (self->preview));
  self->filling = FALSE;
}

/**
 * streek_print_window_new:
 * @printout: what is to be printed; shared
 *
 * Returns: (transfer none): a window over @parent that owns itself
 */
GtkWidget *
streek_print_window_new (GtkWindow *parent, GSettings *settings, StreekPrintout *printout)
{
  g_return_val_if_fail (GTK_IS_WINDOW (parent) && printout != NULL, NULL);

  StreekPrintWindow *self =
    g_object_new (STREEK_TYPE_PRINT_WINDOW, "transient-for", parent, "modal", TRUE, NULL);

  streek_preview_fit_window (GTK_WINDOW (self), parent, 1120);
  self->settings = g_object_ref (settings);
  self->printout = streek_printout_ref (printout);
  self->paper = streek_paper_load (settings);
  fill_rows (self);
  make_pages (self);

  return GTK_WIDGET (self);
}
