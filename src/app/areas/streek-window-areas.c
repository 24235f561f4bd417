/* streek-window-areas.c: the window's commands for selected areas and for areas of people's own */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "areas/streek-window-areas.h"
#include "areas/streek-compare-sets-window.h"
#include "areas/streek-fit-window.h"
#include "areas/streek-import-areas-window.h"
#include "areas/streek-make-areas-window.h"
#include "areas/streek-own-names-window.h"
#include "areas/streek-select-window.h"
#include "map/streek-map-page.h"
#include "streek-application.h"
#include "streek-window-private.h"

static void
on_import_areas_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  StreekWindow *self = STREEK_WINDOW (user_data);

  if (streek_context_get_workspace (self->context) != NULL)
    gtk_window_present (
      GTK_WINDOW (streek_import_areas_window_new (GTK_WINDOW (self), self->context)));
}

static void
on_own_names_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  StreekWindow *self = STREEK_WINDOW (user_data);

  if (streek_context_get_workspace (self->context) != NULL)
    gtk_window_present (
      GTK_WINDOW (streek_own_names_window_new (GTK_WINDOW (self), self->context)));
}

static void
on_select_areas_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  StreekWindow *self = STREEK_WINDOW (user_data);

  gtk_window_present (GTK_WINDOW (streek_select_window_new (GTK_WINDOW (self), self->context)));
}

static void
on_clear_selection_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  streek_selection_clear (streek_context_get_selection (STREEK_WINDOW (user_data)->context));
}

static void
on_make_areas_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  StreekWindow *self = STREEK_WINDOW (user_data);

  gtk_window_present (GTK_WINDOW (streek_make_areas_window_new (GTK_WINDOW (self), self->context)));
}

static void
on_compare_sets_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  StreekWindow *self = STREEK_WINDOW (user_data);

  gtk_window_present (
    GTK_WINDOW (streek_compare_sets_window_new (GTK_WINDOW (self), self->context)));
}

static void
on_fit_total_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  StreekWindow *self = STREEK_WINDOW (user_data);

  gtk_window_present (GTK_WINDOW (streek_fit_window_new (GTK_WINDOW (self), self->context)));
}

static void
on_lasso_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  streek_map_page_begin_lasso (STREEK_MAP_PAGE (STREEK_WINDOW (user_data)->map_page));
}

static const GActionEntry actions[] = {
  { .name = "import-areas", .activate = on_import_areas_cb },
  { .name = "own-names", .activate = on_own_names_cb },
  { .name = "select-areas", .activate = on_select_areas_cb },
  { .name = "lasso", .activate = on_lasso_cb },
  { .name = "clear-selection", .activate = on_clear_selection_cb },
  { .name = "make-areas", .activate = on_make_areas_cb },
  { .name = "compare-sets", .activate = on_compare_sets_cb },
  { .name = "fit-total", .activate = on_fit_total_cb },
};

void
streek_window_add_areas_actions (StreekWindow *self)
{
  GSettings *settings =
    streek_application_get_settings (STREEK_APPLICATION (g_application_get_default ()));
  g_autoptr (GAction) checks = g_settings_create_action (settings, "list-checks");

  g_action_map_add_action (G_ACTION_MAP (self), checks);
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  g_signal_connect_object (streek_context_get_selection (self->context), "changed",
                           G_CALLBACK (streek_window_update_areas_actions), self,
                           G_CONNECT_SWAPPED);
}

static void
set_enabled (StreekWindow *self, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

void
streek_window_update_areas_actions (StreekWindow *self)
{
  StreekStore *store = streek_window_get_store (self);
  gboolean selected =
    streek_selection_get_n_selected (streek_context_get_selection (self->context)) > 0;

  set_enabled (self, "import-areas", store != NULL);
  set_enabled (self, "select-areas", store != NULL);
  set_enabled (self, "lasso", store != NULL);
  set_enabled (self, "compare-sets", store != NULL);
  set_enabled (self, "fit-total", store != NULL);
  set_enabled (self, "clear-selection", selected);
  set_enabled (self, "make-areas", selected && store != NULL && !streek_store_is_read_only (store));
}
