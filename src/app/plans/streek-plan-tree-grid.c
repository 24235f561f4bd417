/* streek-plan-tree-grid.c: the columns of the tree of a plan, and its cells that are edited in
 * place
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "plans/streek-plan-tree-view-private.h"

#include "plans/streek-plan-cell.h"
#include "streek-column-view.h"

#include <glib/gi18n.h>

#define COLUMNS_KEY "plan-columns"
#define COLUMN_KEY "streek-column"
/* Whatever else there is to see, what a row is about stays readable. */
#define MIN_TITLE_CHARS 34

static const StreekPlanColumn *
get_column (gpointer object)
{
  return g_object_get_data (object, COLUMN_KEY);
}

guint
streek_plan_tree_view_get_n_columns (StreekPlanTreeView *self)
{
  return g_list_model_get_n_items (gtk_column_view_get_columns (self->column_view));
}

const StreekPlanColumn *
streek_plan_tree_view_get_column (StreekPlanTreeView *self, guint i)
{
  g_autoptr (GObject) column =
    g_list_model_get_item (gtk_column_view_get_columns (self->column_view), i);

  return get_column (column);
}

char **
streek_plan_tree_view_list_columns (StreekPlanTreeView *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < streek_plan_tree_view_get_n_columns (self); i++)
    g_strv_builder_add (builder, streek_plan_tree_view_get_column (self, i)->id);

  return g_strv_builder_end (builder);
}

/* Editing */

static StreekPlanCell *
find_cell (StreekPlanTreeView *self, gint64 item, const char *column)
{
  for (guint i = 0; i < self->cells->len; i++)
    {
      StreekPlanCell *cell = self->cells->pdata[i];
      StreekPlanRow *row = streek_plan_cell_get_row (cell);

      if (row != NULL && streek_plan_row_get_id (row) == item &&
          g_str_equal (streek_plan_cell_get_column (cell)->id, column))
        return cell;
    }

  return NULL;
}

static void
keep_column (StreekPlanTreeView *self, const char *id)
{
  char *kept = g_strdup (id);

  g_free (self->column);
  self->column = kept;
}

/* Columns may be more than there is room for. */
static void
scroll_across (StreekPlanTreeView *self, GtkWidget *cell)
{
  GtkAdjustment *place = gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (self->column_view));
  graphene_rect_t bounds;

  if (!gtk_widget_compute_bounds (cell, GTK_WIDGET (self->column_view), &bounds))
    return;

  double left = gtk_adjustment_get_value (place) + bounds.origin.x;

  gtk_adjustment_clamp_page (place, left, left + bounds.size.width);
}

static gboolean
edit (StreekPlanTreeView *self, gint64 item, const char *column)
{
  StreekPlanCell *cell = find_cell (self, item, column);

  if (cell == NULL || !streek_plan_cell_edit (cell))
    return FALSE;

  keep_column (self, column);
  scroll_across (self, GTK_WIDGET (cell));

  return TRUE;
}

/* The first that can be edited, from the one that keys edit on. */
static const StreekPlanColumn *
find_column (StreekPlanTreeView *self, const char *from, int step)
{
  guint n = streek_plan_tree_view_get_n_columns (self), at = 0;

  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (streek_plan_tree_view_get_column (self, i)->id, from) == 0)
      at = i;

  for (int i = (int) at + step; i >= 0 && i < (int) n; i += step != 0 ? step : 1)
    if (streek_plan_tree_view_get_column (self, (guint) i)->field >= 0)
      return streek_plan_tree_view_get_column (self, (guint) i);

  return NULL;
}

static gboolean
grab_row (StreekPlanCell *cell)
{
  GtkWidget *widget = GTK_WIDGET (cell);

  while (widget != NULL && g_strcmp0 (gtk_widget_get_css_name (widget), "row") != 0)
    widget = gtk_widget_get_parent (widget);

  return widget != NULL && gtk_widget_grab_focus (widget);
}

gboolean
streek_plan_tree_view_grab_row (StreekPlanTreeView *self, gint64 item)
{
  StreekPlanCell *cell = find_cell (self, item, STREEK_PLAN_TITLE);

  return cell != NULL && grab_row (cell);
}

typedef struct
{
  StreekPlanTreeView *self;
  gint64 item;
  char *column;
} Wish;

static void
free_wish (gpointer data)
{
  Wish *wish = data;

  g_object_unref (wish->self);
  g_free (wish->column);
  g_free (wish);
}

static gboolean
on_scrolled_cb (gpointer data)
{
  Wish *wish = data;

  if (wish->self->tree != NULL)
    edit (wish->self, wish->item, wish->column);

  return G_SOURCE_REMOVE;
}

/* A row that is out of sight has its cells once it is scrolled to. */
static void
edit_row (StreekPlanTreeView *self, guint position, const char *column)
{
  g_autoptr (StreekPlanRow) row = streek_plan_tree_view_dup_row (self, position);
  Wish *wish;

  if (row == NULL)
    return;

  gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), position, TRUE);
  streek_column_view_scroll_to (self->column_view, position);

  wish = g_new0 (Wish, 1);
  wish->self = g_object_ref (self);
  wish->item = streek_plan_row_get_id (row);
  wish->column = g_strdup (column);
  g_idle_add_full (G_PRIORITY_LOW, on_scrolled_cb, wish, free_wish);
}

/* To the next cell or the one before: at an end of the row, in the next row or the one before. */
static void
step_across (StreekPlanTreeView *self, gint64 item, const char *from, int step)
{
  const StreekPlanColumn *column = find_column (self, from, step);
  guint position = streek_plan_tree_view_find_position (self, item);

  if (column != NULL)
    {
      edit_row (self, position, column->id);
      return;
    }

  guint n = streek_plan_tree_view_get_n_columns (self);
  const char *end = streek_plan_tree_view_get_column (self, step > 0 || n == 0 ? 0 : n - 1)->id;

  column = find_column (self, end, 0);
  if (column == NULL)
    column = find_column (self, end, -1);
  if (column != NULL && (step > 0 || position > 0))
    edit_row (self, position + (guint) step, column->id);
}

static void
on_done_cb (StreekPlanTreeView *self, int step, StreekPlanCell *cell)
{
  StreekPlanRow *row = streek_plan_cell_get_row (cell);
  gint64 item = row != NULL ? streek_plan_row_get_id (row) : 0;
  guint position =
    item != 0 ? streek_plan_tree_view_find_position (self, item) : GTK_INVALID_LIST_POSITION;
  const char *column = streek_plan_cell_get_column (cell)->id;

  grab_row (cell);

  if (position == GTK_INVALID_LIST_POSITION || step == 0)
    return;
  if (step == 1 || step == -1)
    step_across (self, item, column, step);
  else if (step > 0 || position > 0)
    edit_row (self, position + (step > 0 ? 1 : -1), column);
}

static void
on_edit_cb (StreekPlanTreeView *self, StreekPlanCell *cell)
{
  edit (self, streek_plan_row_get_id (streek_plan_cell_get_row (cell)),
        streek_plan_cell_get_column (cell)->id);
}

static void
on_pressed_cb (StreekPlanTreeView *self, StreekPlanCell *cell)
{
  if (streek_plan_cell_get_column (cell)->field >= 0)
    keep_column (self, streek_plan_cell_get_column (cell)->id);
}

void
streek_plan_tree_view_edit_cell (StreekPlanTreeView *self)
{
  gint64 item = streek_plan_tree_view_get_chosen (self);
  const StreekPlanColumn *column = find_column (self, self->column, 0);

  if (item != 0 && column != NULL)
    edit_row (self, streek_plan_tree_view_find_position (self, item), column->id);
}

/* Cells */

static StreekPlanCell *
get_cell (GtkListItem *item)
{
  GtkWidget *child = gtk_list_item_get_child (item);

  return STREEK_PLAN_CELL (
    GTK_IS_TREE_EXPANDER (child) ? gtk_tree_expander_get_child (GTK_TREE_EXPANDER (child)) : child);
}

static void
on_setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, StreekPlanTreeView *self)
{
  const StreekPlanColumn *column = get_column (factory);
  GtkWidget *cell = streek_plan_cell_new (self->book, column);

  g_signal_connect_object (cell, "done", G_CALLBACK (on_done_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (cell, "edit", G_CALLBACK (on_edit_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (cell, "pressed", G_CALLBACK (on_pressed_cb), self, G_CONNECT_SWAPPED);

  if (!g_str_equal (column->id, STREEK_PLAN_TITLE))
    {
      gtk_list_item_set_child (item, cell);
      return;
    }

  GtkWidget *expander = gtk_tree_expander_new ();

  gtk_label_set_width_chars (GTK_LABEL (adw_bin_get_child (ADW_BIN (cell))), MIN_TITLE_CHARS);
  gtk_widget_set_hexpand (cell, TRUE);
  gtk_tree_expander_set_child (GTK_TREE_EXPANDER (expander), cell);
  gtk_list_item_set_child (item, expander);
  streek_plan_tree_view_add_drag (self, item, expander);
}

static void
on_bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, StreekPlanTreeView *self)
{
  GtkTreeListRow *tree_row = gtk_list_item_get_item (item);
  g_autoptr (StreekPlanRow) row = gtk_tree_list_row_get_item (tree_row);
  GtkWidget *child = gtk_list_item_get_child (item);
  StreekPlanCell *cell = get_cell (item);

  if (GTK_IS_TREE_EXPANDER (child))
    gtk_tree_expander_set_list_row (GTK_TREE_EXPANDER (child), tree_row);

  streek_plan_cell_set_row (cell, row);
  g_ptr_array_add (self->cells, cell);
}

static void
on_unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, StreekPlanTreeView *self)
{
  StreekPlanCell *cell = get_cell (item);

  streek_plan_cell_set_row (cell, NULL);
  if (self->cells != NULL)
    g_ptr_array_remove_fast (self->cells, cell);
}

/* Columns */

/* A cell that is edited does not move the others, so it is as wide as its text may be. */
static int
get_width (StreekPlanTreeView *self, int n_chars)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int width = PANGO_PIXELS (n_chars * pango_font_metrics_get_approximate_char_width (metrics));

  pango_font_metrics_unref (metrics);

  return width;
}

static void
append_column (StreekPlanTreeView *self, const StreekPlanColumn *column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) shown = gtk_column_view_column_new (column->title, factory);

  g_object_set_data (G_OBJECT (factory), COLUMN_KEY, (gpointer) column);
  g_object_set_data (G_OBJECT (shown), COLUMN_KEY, (gpointer) column);
  g_signal_connect_object (factory, "setup", G_CALLBACK (on_setup_cb), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (on_bind_cb), self, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (on_unbind_cb), self, 0);
  gtk_column_view_column_set_resizable (shown, TRUE);
  gtk_column_view_column_set_expand (shown, column->is_wide);
  gtk_column_view_column_set_header_menu (shown, G_MENU_MODEL (self->menu));
  if (column->n_chars > 0)
    gtk_column_view_column_set_fixed_width (shown, get_width (self, column->n_chars));
  gtk_column_view_append_column (self->column_view, shown);
}

static gboolean
is_shown (StreekPlanTreeView *self, const char *id)
{
  for (guint i = 0; i < streek_plan_tree_view_get_n_columns (self); i++)
    if (g_str_equal (streek_plan_tree_view_get_column (self, i)->id, id))
      return TRUE;

  return FALSE;
}

static void
keep_columns (StreekPlanTreeView *self)
{
  g_auto (GStrv) ids = streek_plan_tree_view_list_columns (self);

  g_settings_set_strv (self->settings, COLUMNS_KEY, (const char *const *) ids);
}

/* A column that is dragged is taken away and put back. */
static gboolean
on_order_settled_cb (gpointer user_data)
{
  StreekPlanTreeView *self = user_data;

  self->order_id = 0;
  keep_columns (self);

  return G_SOURCE_REMOVE;
}

static void
on_columns_changed_cb (StreekPlanTreeView *self)
{
  if (!self->is_arranging && self->order_id == 0)
    self->order_id = g_idle_add (on_order_settled_cb, self);
}

static void
remove_column (StreekPlanTreeView *self, const char *id)
{
  GListModel *columns = gtk_column_view_get_columns (self->column_view);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      if (!g_str_equal (get_column (column)->id, id))
        continue;

      gtk_column_view_remove_column (self->column_view, column);
      return;
    }
}

static void
on_toggle_cb (GSimpleAction *action, GVariant *state, StreekPlanTreeView *self)
{
  const char *id = g_action_get_name (G_ACTION (action));
  gboolean is_wanted = g_variant_get_boolean (state);

  g_simple_action_set_state (action, state);
  self->is_arranging = TRUE;

  if (is_wanted && !is_shown (self, id))
    append_column (self, streek_plan_columns_find (self->columns, id));
  else if (!is_wanted)
    remove_column (self, id);

  self->is_arranging = FALSE;
  keep_columns (self);
}

static void
add_toggle (StreekPlanTreeView *self, const StreekPlanColumn *column)
{
  g_autofree char *name = g_strconcat ("columns.", column->id, NULL);
  g_autoptr (GSimpleAction) action = g_simple_action_new_stateful (
    column->id, NULL, g_variant_new_boolean (is_shown (self, column->id)));

  g_signal_connect_object (action, "change-state", G_CALLBACK (on_toggle_cb), self, 0);
  g_action_map_add_action (G_ACTION_MAP (self->toggles), G_ACTION (action));
  g_menu_append (self->menu, column->title, name);
}

void
streek_plan_tree_view_start_grid (StreekPlanTreeView *self)
{
  g_auto (GStrv) shown = NULL;

  self->settings = g_settings_new (STREEK_APP_ID);
  self->columns = streek_plan_columns_list ();
  self->cells = g_ptr_array_new ();
  self->toggles = g_simple_action_group_new ();
  self->menu = g_menu_new ();
  shown = g_settings_get_strv (self->settings, COLUMNS_KEY);

  append_column (self, streek_plan_columns_find (self->columns, STREEK_PLAN_TITLE));

  for (guint i = 0; shown[i] != NULL; i++)
    {
      const StreekPlanColumn *column = streek_plan_columns_find (self->columns, shown[i]);

      if (column != NULL && !is_shown (self, shown[i]))
        append_column (self, column);
    }

  for (guint i = 1; i < self->columns->len; i++)
    add_toggle (self, self->columns->pdata[i]);

  g_signal_connect_object (gtk_column_view_get_columns (self->column_view), "items-changed",
                           G_CALLBACK (on_columns_changed_cb), self, G_CONNECT_SWAPPED);
}

void
streek_plan_tree_view_end_grid (StreekPlanTreeView *self)
{
  g_clear_handle_id (&self->order_id, g_source_remove);
  g_clear_object (&self->settings);
  g_clear_object (&self->toggles);
  g_clear_object (&self->menu);
  g_clear_pointer (&self->cells, g_ptr_array_unref);
  g_clear_pointer (&self->columns, g_ptr_array_unref);
  g_clear_pointer (&self->column, g_free);
}

/* What can be done with a row */

static void
pop_menu_up (StreekPlanTreeView *self, double x, double y)
{
  const GdkRectangle place = { (int) x, (int) y, 1, 1 };

  gtk_popover_set_pointing_to (GTK_POPOVER (self->row_menu), &place);
  gtk_popover_popup (GTK_POPOVER (self->row_menu));
}

/* (nullable): whose row it is */
static StreekPlanCell *
find_cell_at (StreekPlanTreeView *self, double y)
{
  for (guint i = 0; i < self->cells->len; i++)
    {
      GtkWidget *cell = self->cells->pdata[i];
      graphene_rect_t bounds;

      if (gtk_widget_get_mapped (cell) &&
          gtk_widget_compute_bounds (cell, GTK_WIDGET (self), &bounds) && y >= bounds.origin.y &&
          y < bounds.origin.y + bounds.size.height)
        return self->cells->pdata[i];
    }

  return NULL;
}

/* A row that is not chosen becomes the one that the menu is about. */
static void
on_menu_click_cb (GtkGestureClick *click, int n_press, double x, double y, StreekPlanTreeView *self)
{
  StreekPlanCell *cell = find_cell_at (self, y);
  guint position = cell != NULL ? streek_plan_tree_view_find_position (
                                    self, streek_plan_row_get_id (streek_plan_cell_get_row (cell)))
                                : GTK_INVALID_LIST_POSITION;
  GtkSelectionModel *model = GTK_SELECTION_MODEL (self->selection);

  if (position == GTK_INVALID_LIST_POSITION)
    return;
  if (!gtk_selection_model_is_selected (model, position))
    gtk_selection_model_select_item (model, position, TRUE);

  gtk_gesture_set_state (GTK_GESTURE (click), GTK_EVENT_SEQUENCE_CLAIMED);
  pop_menu_up (self, x, y);
}

static gboolean
on_menu_key_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  StreekPlanTreeView *self = STREEK_PLAN_TREE_VIEW (widget);
  StreekPlanCell *cell =
    find_cell (self, streek_plan_tree_view_get_chosen (self), STREEK_PLAN_TITLE);
  graphene_rect_t bounds;

  if (self->row_menu == NULL || cell == NULL ||
      !gtk_widget_compute_bounds (GTK_WIDGET (cell), widget, &bounds))
    return FALSE;

  pop_menu_up (self, bounds.origin.x, bounds.origin.y + bounds.size.height);

  return TRUE;
}

void
streek_plan_tree_view_install_menu (GtkWidgetClass *widget_class)
{
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Menu, 0, on_menu_key_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, on_menu_key_cb, NULL);
}

void
streek_plan_tree_view_set_menu (StreekPlanTreeView *self, GMenuModel *menu)
{
  g_return_if_fail (STREEK_IS_PLAN_TREE_VIEW (self) && self->row_menu == NULL);

  GtkGesture *click = gtk_gesture_click_new ();

  self->row_menu = gtk_popover_menu_new_from_model (menu);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->row_menu), FALSE);
  gtk_widget_set_halign (self->row_menu, GTK_ALIGN_START);
  gtk_widget_set_parent (self->row_menu, GTK_WIDGET (self));
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_object (click, "pressed", G_CALLBACK (on_menu_click_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self->column_view), GTK_EVENT_CONTROLLER (click));
}

GMenuModel *
streek_plan_tree_view_get_columns_menu (StreekPlanTreeView *self)
{
  g_return_val_if_fail (STREEK_IS_PLAN_TREE_VIEW (self), NULL);

  return G_MENU_MODEL (self->menu);
}

GActionGroup *
streek_plan_tree_view_get_columns_group (StreekPlanTreeView *self)
{
  g_return_val_if_fail (STREEK_IS_PLAN_TREE_VIEW (self), NULL);

  return G_ACTION_GROUP (self->toggles);
}
