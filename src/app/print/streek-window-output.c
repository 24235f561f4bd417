/* streek-window-output.c: the window's commands that take what is shown out of the program */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "print/streek-window-output.h"

#include "clipboard/streek-copy.h"
#include "print/streek-atlas-window.h"
#include "print/streek-export-window.h"
#include "print/streek-print-window.h"
#include "print/streek-printable.h"
#include "streek-window-private.h"

#include <glib/gi18n.h>

static GSettings *
get_settings (StreekWindow *self)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  return streek_application_get_settings (STREEK_APPLICATION (application));
}

/* What the section in front shows; says so where there is nothing. */
static StreekPrintout *
dup_printout (StreekWindow *self)
{
  GtkWidget *section = gtk_stack_get_visible_child (self->pages);
  gboolean shown = g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "content") == 0;
  StreekPrintout *printout = shown && STREEK_IS_PRINTABLE (section)
                               ? streek_printable_dup_printout (STREEK_PRINTABLE (section))
                               : NULL;

  if (printout == NULL)
    streek_window_toast (self, _ ("There is nothing to print or copy here yet."), NULL);

  return printout;
}

static void
on_print_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  StreekWindow *self = STREEK_WINDOW (user_data);
  g_autoptr (StreekPrintout) printout = dup_printout (self);

  if (printout == NULL)
    return;

  GtkWidget *window = streek_print_window_new (GTK_WINDOW (self), get_settings (self), printout);

  g_signal_connect_object (window, "arranged", G_CALLBACK (streek_printable_take_furniture),
                           gtk_stack_get_visible_child (self->pages), G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (window));
}

static void
on_atlas_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  streek_window_show_atlas (STREEK_WINDOW (user_data), NULL);
}

void
streek_window_show_atlas (StreekWindow *self, const StreekAtlasSpec *spec)
{
  g_return_if_fail (STREEK_IS_WINDOW (self));

  gboolean is_loaded = streek_context_get_workspace (self->context) != NULL &&
                       streek_context_get_areas (self->context) != NULL &&
                       streek_context_get_catalogue (self->context) != NULL;

  if (!is_loaded)
    {
      streek_window_toast (self, _ ("There is nothing to make an atlas of here yet."), NULL);
      return;
    }

  gtk_window_present (GTK_WINDOW (
    streek_atlas_window_new (GTK_WINDOW (self), get_settings (self), self->context, spec)));
}

static void
on_exported_cb (StreekWindow *self, const char *path)
{
  g_autofree char *name = g_filename_display_basename (path);
  /* Translators: %s is the name of a file. */
  g_autofree char *text = g_strdup_printf (_ ("Saved as %s"), name);

  streek_window_toast (self, text, NULL);
}

static void
on_export_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  StreekWindow *self = STREEK_WINDOW (user_data);
  g_autoptr (StreekPrintout) printout = dup_printout (self);

  if (printout == NULL)
    return;

  GtkWidget *window = streek_export_window_new (GTK_WINDOW (self), get_settings (self), printout);

  g_signal_connect_object (window, "exported", G_CALLBACK (on_exported_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (window));
}

static void
on_copied_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  StreekWindow *self = STREEK_WINDOW (source);
  g_autoptr (GError) error = NULL;

  if (streek_copy_finish (GTK_WIDGET (self), result, &error))
    streek_window_toast (self,
                         GPOINTER_TO_INT (user_data) == STREEK_COPY_PICTURE
                           ? _ ("Picture and table copied.")
                           : _ ("Table copied."),
                         NULL);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    streek_window_toast (self, _ ("This could not be copied."), error);
}

static void
copy (StreekWindow *self, StreekCopyKind kind)
{
  g_autoptr (StreekPrintout) printout = dup_printout (self);

  if (printout == NULL)
    return;

  g_autoptr (StreekPaper) paper = streek_paper_load (get_settings (self));

  streek_copy_async (GTK_WIDGET (self), printout, paper, kind, NULL, on_copied_cb,
                     GINT_TO_POINTER (kind));
}

static void
on_copy_picture_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  copy (STREEK_WINDOW (user_data), STREEK_COPY_PICTURE);
}

static void
on_copy_data_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  copy (STREEK_WINDOW (user_data), STREEK_COPY_DATA);
}

static const GActionEntry actions[] = {
  { .name = "print", .activate = on_print_cb },
  { .name = "atlas", .activate = on_atlas_cb },
  { .name = "export", .activate = on_export_cb },
  { .name = "copy-picture", .activate = on_copy_picture_cb },
  { .name = "copy-data", .activate = on_copy_data_cb },
};

void
streek_window_add_output_actions (StreekWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
}
