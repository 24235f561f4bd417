/* streek-window-places.c: the window's commands for places */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "places/streek-window-places.h"

#include "map/streek-map-page.h"
#include "places/streek-places-window.h"
#include "streek-window-private.h"

static void
open_list (StreekWindow *self, const char *wanted)
{
  if (streek_context_get_workspace (self->context) != NULL)
    gtk_window_present (
      GTK_WINDOW (streek_places_window_new (GTK_WINDOW (self), self->context, wanted)));
}

static void
on_places_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  open_list (STREEK_WINDOW (user_data), NULL);
}

static void
on_open_place_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  open_list (STREEK_WINDOW (user_data), g_variant_get_string (parameter, NULL));
}

static const GActionEntry actions[] = {
  { .name = "places", .activate = on_places_cb },
  { .name = "open-place", .activate = on_open_place_cb, .parameter_type = "s" },
};

void
streek_window_add_places_actions (StreekWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
}

gboolean
streek_window_pick_point (StreekWindow *self, StreekPick *pick)
{
  g_return_val_if_fail (STREEK_IS_WINDOW (self), FALSE);

  streek_window_show_section (self, "map");

  return streek_map_page_pick_point (STREEK_MAP_PAGE (self->map_page), pick);
}
