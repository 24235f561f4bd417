/* streek-atlas-window.c: a page for each area of a set: choices, what comes of them, and the files
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "print/streek-atlas-window.h"

#include "print/streek-atlas-job.h"
#include "print/streek-atlas-panel.h"
#include "print/streek-preview.h"
#include "print/streek-print-job.h"
#include "print/streek-problem.h"
#include "workspace/streek-views.h"

#include <glib/gi18n.h>

/* How often a bar moves while pages are written. */
#define PROGRESS_MS 120

struct _StreekAtlasWindow
{
  AdwWindow parent_instance;

  StreekPreview *preview;
  StreekAtlasPanel *panel;
  GtkWidget *progress_bar_box;
  GtkProgressBar *progress_bar;
  AdwToastOverlay *toasts;

  StreekWorkspace *workspace;
  StreekPaper *paper;      /* organisation, footer and logo */
  StreekLogo *logo;        /* (nullable): of the pages shown */
  StreekAtlasPages *pages; /* (nullable) */
  GCancellable *previewing;
  StreekAtlasWriting *writing; /* (nullable) */
  GCancellable *write_cancellable;
  guint progress_id;
};

G_DEFINE_FINAL_TYPE (StreekAtlasWindow, streek_atlas_window, ADW_TYPE_WINDOW)

static void
set_enabled (StreekAtlasWindow *self, const char *action, gboolean enabled)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), action, enabled);
}

static void
update_actions (StreekAtlasWindow *self)
{
  guint n = self->pages != NULL ? streek_atlas_pages_get_n (self->pages) : 0;
  gboolean is_busy = self->writing != NULL;
  StreekStore *store = streek_workspace_get_store (self->workspace);

  set_enabled (self, "atlas.save", n > 0 && !is_busy);
  set_enabled (self, "atlas.print", n > 0);
  set_enabled (self, "atlas.keep", !streek_store_is_read_only (store));
  set_enabled (self, "atlas.cancel", is_busy);
  gtk_widget_set_visible (self->progress_bar_box, is_busy);
}

/* The preview */

static void
show_page (StreekAtlasWindow *self, const StreekAtlasPreview *preview)
{
  guint n = streek_atlas_pages_get_n (preview->pages);
  g_autofree char *name = streek_atlas_pages_dup_name (preview->pages, preview->page);

  g_clear_pointer (&self->pages, streek_atlas_pages_unref);
  self->pages = streek_atlas_pages_ref (preview->pages);
  g_clear_pointer (&self->logo, streek_logo_unref);
  self->logo = preview->logo != NULL ? streek_logo_ref (preview->logo) : NULL;
  streek_preview_show_page (self->preview, preview->scene, self->logo, preview->page, n, name);
  update_actions (self);
}

static void
show_preview_error (StreekAtlasWindow *self, const GError *error)
{
  g_clear_pointer (&self->pages, streek_atlas_pages_unref);
  streek_preview_show_error (self->preview, error);
  update_actions (self);
}

static void
on_preview_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  StreekAtlasWindow *self = STREEK_ATLAS_WINDOW (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekAtlasPreview) preview = streek_atlas_preview_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (preview != NULL)
    show_page (self, preview);
  else
    show_preview_error (self, error);
}

static GCancellable *
begin_preview (StreekAtlasWindow *self)
{
  g_cancellable_cancel (self->previewing);
  g_clear_object (&self->previewing);
  self->previewing = g_cancellable_new ();

  return self->previewing;
}

/* Pages of what is chosen now; the one that was shown stays as near as can be. */
static void
make_pages (StreekAtlasWindow *self)
{
  streek_preview_start (self->preview);
  set_enabled (self, "atlas.save", FALSE);
  set_enabled (self, "atlas.print", FALSE);
  streek_atlas_preview_async (
    G_OBJECT (self), self->workspace, streek_atlas_panel_get_spec (self->panel), self->paper,
    streek_atlas_panel_get_form (self->panel), streek_preview_get_page (self->preview),
    begin_preview (self), on_preview_cb, NULL);
}

static void
on_turned_cb (StreekAtlasWindow *self, guint page)
{
  streek_atlas_turn_async (G_OBJECT (self), self->pages, self->logo, page, begin_preview (self),
                           on_preview_cb, NULL);
}

/* Printing */

static StreekScene *
lay_out_page (gpointer data, guint page, GError **error)
{
  return streek_atlas_pages_layout (data, page, error);
}

/* The paper that the pages were made for. */
static StreekPaper *
make_paper (StreekAtlasWindow *self)
{
  const StreekAtlasSpec *spec = streek_atlas_get_spec (streek_atlas_pages_get_atlas (self->pages));
  StreekPaper *paper = streek_paper_copy (self->paper);

  paper->format = spec->format;
  paper->landscape = spec->landscape;
  paper->grey = spec->grey;

  return paper;
}

static void
print (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  StreekAtlasWindow *self = STREEK_ATLAS_WINDOW (widget);
  g_autoptr (StreekPaper) paper = make_paper (self);
  const StreekPrintPages pages = {
    .n_pages = streek_atlas_pages_get_n (self->pages),
    .shown = streek_preview_get_page (self->preview),
    .make_page = lay_out_page,
    .data = streek_atlas_pages_ref (self->pages),
    .destroy = (GDestroyNotify) streek_atlas_pages_unref,
  };

  streek_print_run (GTK_WINDOW (self), &pages, self->logo, paper,
                    streek_atlas_get_title (streek_atlas_pages_get_atlas (self->pages)));
}

/* Writing */

static void start_writing (StreekAtlasWindow *self, const char *path, gboolean overwrite);

static gboolean
on_progress_cb (gpointer user_data)
{
  StreekAtlasWindow *self = user_data;
  guint n_done = streek_atlas_writing_get_done (self->writing);
  guint n = streek_atlas_writing_get_n (self->writing);
  g_autofree char *text = g_strdup_printf (_ ("Page %1$u of %2$u"), n_done, n);

  gtk_progress_bar_set_fraction (self->progress_bar, (double) n_done / MAX (n, 1));
  gtk_progress_bar_set_text (self->progress_bar, text);

  return G_SOURCE_CONTINUE;
}

static void
stop_progress (StreekAtlasWindow *self)
{
  g_clear_handle_id (&self->progress_id, g_source_remove);
  g_clear_pointer (&self->writing, streek_atlas_writing_unref);
  g_clear_object (&self->write_cancellable);
}

static void
on_toast_button_cb (AdwToast *toast, gpointer user_data)
{
  const char *uri = g_object_get_data (G_OBJECT (toast), "streek-uri");

  gtk_show_uri (GTK_WINDOW (user_data), uri, GDK_CURRENT_TIME);
}

static void
show_written (StreekAtlasWindow *self, const char *path, gboolean is_folder)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *name = g_filename_display_basename (path);
  /* Translators: %s is the name of a file or a folder. */
  g_autofree char *text = g_strdup_printf (_ ("Saved as %s"), name);
  g_autofree char *escaped = g_markup_escape_text (text, -1);
  AdwToast *toast = adw_toast_new (escaped);

  /* Translators: button of a message that files were saved */
  adw_toast_set_button_label (toast, is_folder ? _ ("_Open Folder") : C_ ("file", "_Open"));
  g_object_set_data_full (G_OBJECT (toast), "streek-uri", g_file_get_uri (file), g_free);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (on_toast_button_cb), self, 0);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
on_replace_response_cb (AdwMessageDialog *dialog, const char *response, gpointer user_data)
{
  g_autoptr (StreekAtlasWindow) self = user_data; /* the reference taken when the dialog opened */
  const char *path = g_object_get_data (G_OBJECT (dialog), "streek-path");

  if (g_str_equal (response, "replace") && self->pages != NULL && self->writing == NULL)
    start_writing (self, path, TRUE);
}

static void
ask_to_replace (StreekAtlasWindow *self, const char *path, const GError *error)
{
  GtkWidget *dialog =
    adw_message_dialog_new (GTK_WINDOW (self), _ ("Replace the files?"), error->message);

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "replace",
                                    _ ("_Replace"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "replace",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_object_set_data_full (G_OBJECT (dialog), "streek-path", g_strdup (path), g_free);
  g_signal_connect (dialog, "response", G_CALLBACK (on_replace_response_cb), g_object_ref (self));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  StreekAtlasWindow *self = STREEK_ATLAS_WINDOW (source);
  g_autoptr (GError) error = NULL;
  gboolean done = streek_atlas_write_finish (result, &error);

  if (self->writing == NULL)
    return; /* the window is gone */

  g_autofree char *path = g_strdup (streek_atlas_writing_get_path (self->writing));
  gboolean is_folder = streek_atlas_writing_get_form (self->writing) != STREEK_ATLAS_ONE_PDF;

  stop_progress (self);
  update_actions (self);

  if (done)
    show_written (self, path, is_folder);
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_EXISTS) && is_folder)
    ask_to_replace (self, path, error);
  else
    streek_problem_show (GTK_WINDOW (self), _ ("The atlas could not be saved."), error);
}

static void
start_writing (StreekAtlasWindow *self, const char *path, gboolean overwrite)
{
  self->write_cancellable = g_cancellable_new ();
  self->writing = streek_atlas_write_async (
    G_OBJECT (self), self->pages, streek_atlas_panel_get_form (self->panel), path, self->logo,
    overwrite, self->write_cancellable, on_written_cb, NULL);
  gtk_progress_bar_set_fraction (self->progress_bar, 0);
  self->progress_id = g_timeout_add (PROGRESS_MS, on_progress_cb, self);
  on_progress_cb (self);
  update_actions (self);
}

static void
on_path_chosen_cb (GtkNativeDialog *dialog, int response, gpointer user_data)
{
  g_autoptr (StreekAtlasWindow) self = user_data; /* the reference taken when the dialog opened */
  g_autoptr (GFile) file =
    response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog)) : NULL;
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  gboolean is_file = streek_atlas_panel_get_form (self->panel) == STREEK_ATLAS_ONE_PDF;

  /* over one file the dialog has asked already */
  if (path != NULL && self->pages != NULL && self->writing == NULL)
    start_writing (self, path, is_file);

  g_object_unref (dialog);
}

static void
save (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  StreekAtlasWindow *self = STREEK_ATLAS_WINDOW (widget);
  gboolean is_file = streek_atlas_panel_get_form (self->panel) == STREEK_ATLAS_ONE_PDF;
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (
    is_file ? _ ("Save the Atlas") : _ ("Choose a Folder"), GTK_WINDOW (widget),
    is_file ? GTK_FILE_CHOOSER_ACTION_SAVE : GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER,
    is_file ? _ ("_Save") : _ ("_Choose"), NULL);

  if (is_file)
    {
      const char *title = streek_atlas_get_title (streek_atlas_pages_get_atlas (self->pages));
      g_autofree char *name = streek_print_dup_file_name (title, ".pdf");

      gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
    }

  g_signal_connect (dialog, "response", G_CALLBACK (on_path_chosen_cb), g_object_ref (widget));
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
cancel (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  g_cancellable_cancel (STREEK_ATLAS_WINDOW (widget)->write_cancellable);
}

/* Keeping it as a view */

static void
on_kept_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StreekAtlasWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (streek_store_run_command_finish (STREEK_STORE (source), result, &error))
    adw_toast_overlay_add_toast (self->toasts,
                                 adw_toast_new (_ ("The atlas is among the saved views.")));
  else
    streek_problem_show (GTK_WINDOW (self), _ ("The view could not be saved."), error);
}

static void
keep (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  StreekAtlasWindow *self = STREEK_ATLAS_WINDOW (widget);
  const StreekAtlasSpec *spec = streek_atlas_panel_get_spec (self->panel);
  const char *title = self->pages != NULL
                        ? streek_atlas_get_title (streek_atlas_pages_get_atlas (self->pages))
                        : spec->title;
  /* Translators: name of a saved view; %s is the title of an atlas */
  g_autofree char *name = g_strdup_printf (_ ("Atlas: %s"), title != NULL ? title : spec->set);
  g_autoptr (StreekSavedView) view = streek_saved_view_new_atlas (name, spec);

  streek_views_add_async (self->workspace, view, on_kept_cb, g_object_ref (self));
}

static void
on_panel_changed_cb (StreekAtlasWindow *self)
{
  make_pages (self);
}

static void
streek_atlas_window_dispose (GObject *object)
{
  StreekAtlasWindow *self = STREEK_ATLAS_WINDOW (object);

  g_cancellable_cancel (self->previewing);
  g_cancellable_cancel (self->write_cancellable);
  stop_progress (self);
  g_clear_object (&self->previewing);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->paper, streek_paper_free);
  g_clear_pointer (&self->logo, streek_logo_unref);
  g_clear_pointer (&self->pages, streek_atlas_pages_unref);

  G_OBJECT_CLASS (streek_atlas_window_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "atlas.save", NULL, save);
  gtk_widget_class_install_action (widget_class, "atlas.keep", NULL, keep);
  gtk_widget_class_install_action (widget_class, "atlas.cancel", NULL, cancel);
  gtk_widget_class_install_action (widget_class, "atlas.print", NULL, print);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "atlas.save",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_d, GDK_CONTROL_MASK, "atlas.keep",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "atlas.print",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
streek_atlas_window_class_init (StreekAtlasWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = streek_atlas_window_dispose;

  g_type_ensure (STREEK_TYPE_PREVIEW);
  g_type_ensure (STREEK_TYPE_ATLAS_PANEL);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/be/streekatlas/Streekatlas/ui/streek-atlas-window.ui");
  gtk_widget_class_bind_template_child (widget_class, StreekAtlasWindow, preview);
  gtk_widget_class_bind_template_child (widget_class, StreekAtlasWindow, panel);
  gtk_widget_class_bind_template_child (widget_class, StreekAtlasWindow, progress_bar_box);
  gtk_widget_class_bind_template_child (widget_class, StreekAtlasWindow, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, StreekAtlasWindow, toasts);
  gtk_widget_class_bind_template_callback (widget_class, on_panel_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_turned_cb);
  install_actions (widget_class);
}

static void
streek_atlas_window_init (StreekAtlasWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* The first one that has figures, of inhabitants where there are any. */
static const char *
find_any_indicator (StreekCatalogue *catalogue)
{
  const char *first = NULL;

  for (guint i = 0; i < streek_catalogue_get_n_indicators (catalogue); i++)
    {
      const StreekIndicator *indicator = streek_catalogue_get (catalogue, i);

      if (indicator->has_data && g_str_equal (indicator->code, "pop_total"))
        return indicator->code;
      if (indicator->has_data && first == NULL)
        first = indicator->code;
    }

  return first;
}

/* What the context shows, a page for each of its areas. */
static StreekAtlasSpec *
make_spec (StreekContext *context, const StreekPaper *paper)
{
  const StreekFigureSpec *shown = streek_context_get_spec (context);
  const char *other = find_any_indicator (streek_context_get_catalogue (context));
  const char *first = shown->indicator != NULL ? shown->indicator : other;
  const char *figures[] = { first, g_strcmp0 (first, other) != 0 ? other : NULL, NULL };
  const char *references[] = { shown->within, NULL };
  const StreekPanels alone = { 0 };
  StreekAtlasSpec *spec = streek_atlas_spec_new ();

  spec->set = g_strdup (shown->set);
  spec->within = g_strdup (shown->within);
  spec->indicators = g_strdupv ((char **) figures);
  spec->references = shown->within != NULL ? g_strdupv ((char **) references) : NULL;
  spec->on = shown->on;
  spec->view = STREEK_ATLAS_VIEW_AREA;
  spec->map = streek_figure_spec_copy (shown);
  streek_panels_set (&spec->map->panels, &alone);
  g_clear_pointer (&spec->map->title, g_free);
  spec->contents = TRUE;
  spec->format = paper->format;
  spec->landscape = paper->landscape;
  spec->grey = paper->grey;

  return spec;
}

/**
 * streek_atlas_window_new:
 * @spec: (nullable): what is chosen at first; else an atlas of what @context shows
 *
 * Returns: (transfer none): a window over @parent that owns itself
 */
GtkWidget *
streek_atlas_window_new (GtkWindow *parent,
                         GSettings *settings,
                         StreekContext *context,
                         const StreekAtlasSpec *spec)
{
  g_return_val_if_fail (GTK_IS_WINDOW (parent) && STREEK_IS_CONTEXT (context), NULL);

  StreekAtlasWindow *self =
    g_object_new (STREEK_TYPE_ATLAS_WINDOW, "transient-for", parent, "modal", TRUE, NULL);

  streek_preview_fit_window (GTK_WINDOW (self), parent, 1240);
  self->workspace = g_object_ref (streek_context_get_workspace (context));
  self->paper = streek_paper_load (settings);

  g_autoptr (StreekAtlasSpec) made = spec == NULL ? make_spec (context, self->paper) : NULL;

  streek_atlas_panel_fill (self->panel, context, spec != NULL ? spec : made);
  update_actions (self);
  make_pages (self);

  return GTK_WIDGET (self);
}
