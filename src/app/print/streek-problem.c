/* streek-problem.c: what could not be done, and why, in a dialog */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "print/streek-problem.h"

#include "workspace/streek-edits.h"

#include <adwaita.h>
#include <glib/gi18n.h>

void
streek_problem_show (GtkWindow *parent, const char *sentence, const GError *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  GtkWidget *dialog =
    adw_message_dialog_new (parent, sentence, error != NULL ? error->message : NULL);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "close");
  gtk_window_present (GTK_WINDOW (dialog));
}

gboolean
streek_problem_finish_edit (GtkWidget *widget,
                            StreekContext *context,
                            GAsyncResult *result,
                            const char *sentence)
{
  StreekWorkspace *workspace = context != NULL ? streek_context_get_workspace (context) : NULL;
  g_autoptr (GError) error = NULL;

  if (workspace == NULL || streek_edits_finish (workspace, result, &error))
    return TRUE;

  streek_problem_show (GTK_WINDOW (gtk_widget_get_root (widget)), sentence, error);

  return FALSE;
}
