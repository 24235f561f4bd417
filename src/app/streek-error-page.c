/* streek-error-page.c: what a window shows of a file that could not be opened, and a way out */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "streek-error-page"
#include "config.h"
#include "streek-error-page.h"
#include "base/streek-format.h"
#include "store/streek-rescue.h"

#include <glib/gi18n.h>

struct _StreekErrorPage
{
  GtkWidget parent_instance;

  AdwStatusPage *status_page;
  GtkWidget *copies_box;
  GtkLabel *copies_label;
  GtkListBox *copies_list;
  GtkWidget *copies_frame;

  char *path;            /* (nullable): the file that the page is about */
  gboolean is_missing;   /* it is not there: nothing to keep */
  GCancellable *listing; /* (nullable): set while copies are looked for */
};

enum
{
  SIGNAL_OPEN_COPY,
  SIGNAL_RESTORED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StreekErrorPage, streek_error_page, GTK_TYPE_WIDGET)

static char *
dup_shown_name (const char *path)
{
  g_autofree char *name = g_path_get_basename (path);

  return g_filename_display_name (name);
}

static char *
dup_moment (GDateTime *made)
{
  return streek_format_moment (streek_format_get_default (), made);
}

/* Putting back */

typedef struct
{
  char *copy_path;
  char *path;
  char *kept_path; /* (nullable) */
} PutBackJob;

static void
put_back_job_free (PutBackJob *job)
{
  g_free (job->copy_path);
  g_free (job->path);
  g_free (job->kept_path);
  g_free (job);
}

static void
put_back_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  PutBackJob *job = task_data;
  GError *error = NULL;

  if (streek_rescue_put_back (job->copy_path, job->path, streek_schema_get_default (),
                              &job->kept_path, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static GtkWindow *
get_window (StreekErrorPage *self)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
}

static void
on_put_back_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  StreekErrorPage *self = STREEK_ERROR_PAGE (source);
  PutBackJob *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  gtk_widget_set_sensitive (self->copies_box, TRUE);

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      GtkWidget *dialog = adw_message_dialog_new (
        get_window (self), _ ("The copy could not be put back"), error->message);

      adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
      gtk_window_present (GTK_WINDOW (dialog));
      return;
    }

  g_autofree char *kept = job->kept_path != NULL ? dup_shown_name (job->kept_path) : NULL;
  g_autofree char *sentence =
    kept != NULL
      /* Translators: %s is the name of a file. */
      ? g_strdup_printf (_ ("The copy is in place. The damaged file is called “%s” now."), kept)
      : g_strdup (_ ("The copy is in place."));

  g_signal_emit (self, signals[SIGNAL_RESTORED], 0, job->path, sentence);
}

static void
put_back (StreekErrorPage *self, const char *copy_path)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, on_put_back_cb, NULL);
  PutBackJob *job = g_new0 (PutBackJob, 1);

  job->copy_path = g_strdup (copy_path);
  job->path = g_strdup (self->path);
  gtk_widget_set_sensitive (self->copies_box, FALSE);
  g_task_set_source_tag (task, put_back);
  g_task_set_task_data (task, job, (GDestroyNotify) put_back_job_free);
  g_task_run_in_thread (task, put_back_in_thread);
}

static void
on_response_cb (StreekErrorPage *self, const char *response, GtkWidget *dialog)
{
  if (g_str_equal (response, "put-back"))
    put_back (self, g_object_get_data (G_OBJECT (dialog), "streek-copy"));
}

static void
ask_to_put_back (StreekErrorPage *self, const StreekRescueCopy *copy)
{
  g_autofree char *name = dup_shown_name (self->path);
  g_autofree char *moment = dup_moment (copy->made);
  g_autofree char *body = g_strdup_printf (
    self->is_missing
      /* Translators: %1$s is a date and time, %2$s the name of a file. */
      ? _ ("“%2$s” is made again as it was on %1$s. What was done after that is not in it.")
      /* Translators: %1$s is a date and time, %2$s the name of a file. */
      : _ ("“%2$s” is again as it was on %1$s. What was done after that is not in it. The "
           "damaged file is kept beside it under another name."),
    moment, name);
  GtkWidget *dialog = adw_message_dialog_new (get_window (self), _ ("Put this copy back?"), body);

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"),
                                    "put-back", _ ("_Put Back"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "put-back",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "put-back");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_object_set_data_full (G_OBJECT (dialog), "streek-copy", g_strdup (copy->path), g_free);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_response_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* The list */

static const StreekRescueCopy *
get_copy_of (GtkWidget *button)
{
  GtkWidget *row = gtk_widget_get_ancestor (button, ADW_TYPE_ACTION_ROW);

  return g_object_get_data (G_OBJECT (row), "streek-copy");
}

static void
on_look_clicked_cb (GtkWidget *button, StreekErrorPage *self)
{
  g_signal_emit (self, signals[SIGNAL_OPEN_COPY], 0, get_copy_of (button)->path);
}

static void
on_put_back_clicked_cb (GtkWidget *button, StreekErrorPage *self)
{
  ask_to_put_back (self, get_copy_of (button));
}

static GtkWidget *
make_button (StreekErrorPage *self, const char *label, const char *name, GCallback callback)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (button, "clicked", callback, self, 0);

  return button;
}

/* Takes @copy. */
static GtkWidget *
make_row (StreekErrorPage *self, StreekRescueCopy *copy)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *moment = dup_moment (copy->made);
  g_autofree char *number =
    streek_format_number (streek_format_get_default (), (double) copy->n_bytes / 1e6, 1);
  /* Translators: the size of a file: %s is a number of megabytes. */
  g_autofree char *size = g_strdup_printf (_ ("%s MB"), number);
  /* Translators: button of a screen reader's; %s is the date and time of a backup copy */
  g_autofree char *look_name = g_strdup_printf (_ ("Look into the copy of %s"), moment);
  /* Translators: button of a screen reader's; %s is the date and time of a backup copy */
  g_autofree char *put_name = g_strdup_printf (_ ("Put the copy of %s back"), moment);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), moment);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), size);
  adw_action_row_add_suffix (
    ADW_ACTION_ROW (row),
    /* Translators: button: opens a backup copy for reading only */
    make_button (self, _ ("Look…"), look_name, G_CALLBACK (on_look_clicked_cb)));
  adw_action_row_add_suffix (
    ADW_ACTION_ROW (row),
    /* Translators: button: a backup copy takes the place of the damaged file */
    make_button (self, _ ("Put Back…"), put_name, G_CALLBACK (on_put_back_clicked_cb)));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, moment, -1);
  g_object_set_data_full (G_OBJECT (row), "streek-copy", copy,
                          (GDestroyNotify) streek_rescue_copy_free);

  return row;
}

static void
clear_list (StreekErrorPage *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->copies_list))) != NULL)
    gtk_list_box_remove (self->copies_list, child);
}

static void
list_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  g_task_return_pointer (task, streek_rescue_list_copies (task_data, streek_schema_get_default ()),
                         (GDestroyNotify) g_ptr_array_unref);
}

static void
on_listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  StreekErrorPage *self = STREEK_ERROR_PAGE (source);
  gboolean must_tell = GPOINTER_TO_INT (user_data);
  g_autoptr (GPtrArray) copies = g_task_propagate_pointer (G_TASK (result), NULL);

  if (copies == NULL)
    return;

  g_clear_object (&self->listing);
  gtk_label_set_text (self->copies_label,
                      copies->len > 0
                        ? _ ("Backup copies that Streekatlas made of it, the newest first")
                        : _ ("There are no backup copies of it on this computer."));
  gtk_widget_set_visible (self->copies_frame, copies->len > 0);
  gtk_widget_set_visible (self->copies_box, must_tell || copies->len > 0);
  for (guint i = 0; i < copies->len; i++)
    gtk_list_box_append (self->copies_list, make_row (self, g_steal_pointer (&copies->pdata[i])));
}

/* A letter that was opened by mistake has no copies either, and nobody wants to hear that. */
static void
look_for_copies (StreekErrorPage *self, const GError *error)
{
  gboolean must_tell =
    !self->is_missing && !g_error_matches (error, STREEK_STORE_ERROR, STREEK_STORE_ERROR_NOT_OURS);

  self->listing = g_cancellable_new ();

  g_autoptr (GTask) task =
    g_task_new (self, self->listing, on_listed_cb, GINT_TO_POINTER (must_tell));

  g_task_set_source_tag (task, look_for_copies);
  g_task_set_task_data (task, g_strdup (self->path), g_free);
  g_task_run_in_thread (task, list_in_thread);
}

static void
stop_looking (StreekErrorPage *self)
{
  if (self->listing != NULL)
    g_cancellable_cancel (self->listing);
  g_clear_object (&self->listing);
}

static void
streek_error_page_dispose (GObject *object)
{
  StreekErrorPage *self = STREEK_ERROR_PAGE (object);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  stop_looking (self);
  g_clear_pointer (&child, gtk_widget_unparent);
  g_clear_pointer (&self->path, g_free);

  G_OBJECT_CLASS (streek_error_page_parent_class)->dispose (object);
}

static void
streek_error_page_class_init (StreekErrorPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = streek_error_page_dispose;

  signals[SIGNAL_OPEN_COPY] =
    g_signal_new ("open-copy", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_RESTORED] =
    g_signal_new ("restored", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/be/streekatlas/Streekatlas/ui/streek-error-page.ui");
  gtk_widget_class_bind_template_child (widget_class, StreekErrorPage, status_page);
  gtk_widget_class_bind_template_child (widget_class, StreekErrorPage, copies_box);
  gtk_widget_class_bind_template_child (widget_class, StreekErrorPage, copies_label);
  gtk_widget_class_bind_template_child (widget_class, StreekErrorPage, copies_list);
  gtk_widget_class_bind_template_child (widget_class, StreekErrorPage, copies_frame);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
streek_error_page_init (StreekErrorPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * streek_error_page_show:
 * @self: the page
 * @title: what could not be done, as markup
 * @error: (nullable): why
 * @path: (nullable): the file it is about
 *
 * Says what is wrong, and, where an earlier copy of the file could help, lists its dated copies:
 * each can be looked into, or put in the place of the file.
 */
void
streek_error_page_show (StreekErrorPage *self,
                        const char *title,
                        const GError *error,
                        const char *path)
{
  g_return_if_fail (STREEK_IS_ERROR_PAGE (self));

  g_autofree char *words = g_markup_escape_text (error != NULL ? error->message : "", -1);

  stop_looking (self);
  clear_list (self);
  g_free (self->path);
  self->path = g_strdup (path);
  self->is_missing = g_error_matches (error, STREEK_STORE_ERROR, STREEK_STORE_ERROR_NOT_FOUND);
  adw_status_page_set_title (self->status_page, title);
  adw_status_page_set_description (self->status_page, words);
  gtk_widget_set_visible (self->copies_box, FALSE);

  if (path != NULL && error != NULL && streek_rescue_may_help (error))
    look_for_copies (self, error);
}
