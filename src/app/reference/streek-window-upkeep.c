/* streek-window-upkeep.c: the window's commands that look after the file itself */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "reference/streek-window-upkeep.h"
#include "reference/streek-check-window.h"
#include "reference/streek-reference-window.h"
#include "streek-window-private.h"
#include "workspace/streek-reference-changes.h"

#include <glib/gi18n.h>

static void
present_over (StreekWindow *self, GtkWidget *dialog)
{
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (self));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_check_file_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  StreekWindow *self = STREEK_WINDOW (user_data);
  StreekWorkspace *workspace = streek_context_get_workspace (self->context);

  if (workspace != NULL)
    present_over (self, streek_check_window_new (workspace));
}

static void
on_updated_cb (StreekWindow *self)
{
  gtk_info_bar_set_revealed (self->update_bar, FALSE);
}

static void
on_update_reference_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  StreekWindow *self = STREEK_WINDOW (user_data);
  StreekWorkspace *workspace = streek_context_get_workspace (self->context);

  if (workspace == NULL)
    return;

  GtkWidget *dialog = streek_reference_window_new (workspace);

  g_signal_connect_object (dialog, "updated", G_CALLBACK (on_updated_cb), self, G_CONNECT_SWAPPED);
  present_over (self, dialog);
}

static void
on_bar_response_cb (GtkInfoBar *bar)
{
  gtk_info_bar_set_revealed (bar, FALSE);
}

static const GActionEntry actions[] = {
  { .name = "check-file", .activate = on_check_file_cb },
  { .name = "update-reference", .activate = on_update_reference_cb },
};

void
streek_window_add_upkeep_actions (StreekWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  g_signal_connect (self->update_bar, "response", G_CALLBACK (on_bar_response_cb), NULL);
}

/* An error is not told here: the menu's command tells it to who asks. */
static void
on_outdated_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StreekWindow) self = user_data; /* the reference taken when it began */
  StreekWorkspace *workspace = STREEK_WORKSPACE (source);

  if (streek_workspace_is_outdated_finish (workspace, result, NULL) && self->context != NULL &&
      streek_context_get_workspace (self->context) == workspace)
    gtk_info_bar_set_revealed (self->update_bar, TRUE);
}

void
streek_window_offer_update (StreekWindow *self)
{
  StreekWorkspace *workspace = streek_context_get_workspace (self->context);

  gtk_info_bar_set_revealed (self->update_bar, FALSE);
  if (streek_context_can_write (self->context))
    streek_workspace_is_outdated_async (workspace, NULL, on_outdated_cb, g_object_ref (self));
}
