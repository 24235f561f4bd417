/* streek-window-areas.c: the window's command for areas of people's own */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "areas/streek-window-areas.h"
#include "areas/streek-import-areas-window.h"
#include "streek-window-private.h"

static void
on_import_areas_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  StreekWindow *self = STREEK_WINDOW (user_data);

  if (streek_context_get_workspace (self->context) != NULL)
    gtk_window_present (
      GTK_WINDOW (streek_import_areas_window_new (GTK_WINDOW (self), self->context)));
}

static const GActionEntry actions[] = {
  { .name = "import-areas", .activate = on_import_areas_cb },
};

void
streek_window_add_areas_actions (StreekWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
}
