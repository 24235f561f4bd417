/* streek-plan-tree-view.c: the tree of a plan: its columns, what is open and what is chosen */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "plans/streek-plan-tree-view-private.h"

#include "plan/streek-pact.h"
#include "plan/streek-plan-item.h"
#include "plan/streek-plan-links.h"
#include "print/streek-printable.h"
#include "record/streek-record-window.h"
#include "streek-column-view.h"
#include "streek-seen.h"
#include "streek-waiting.h"

#include <glib/gi18n.h>

#define MAX_SHOW_FRAMES 20

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void printable_iface_init (StreekPrintableInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (StreekPlanTreeView,
                               streek_plan_tree_view,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (STREEK_TYPE_PRINTABLE, printable_iface_init))

gboolean
streek_plan_tree_view_can_write (StreekPlanTreeView *self)
{
  return self->pact != 0 && streek_context_can_write (streek_record_book_get_context (self->book));
}

StreekPlanRow *
streek_plan_tree_view_dup_row (StreekPlanTreeView *self, guint position)
{
  g_autoptr (GtkTreeListRow) row =
    self->tree != NULL ? gtk_tree_list_model_get_row (self->tree, position) : NULL;

  return row != NULL ? gtk_tree_list_row_get_item (row) : NULL;
}

GArray *
streek_plan_tree_view_list_chosen (StreekPlanTreeView *self)
{
  GArray *chosen = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GtkBitset) bitset =
    self->selection != NULL
      ? gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection))
      : gtk_bitset_new_empty ();

  for (guint i = 0; i < gtk_bitset_get_size (bitset); i++)
    {
      g_autoptr (StreekPlanRow) row =
        streek_plan_tree_view_dup_row (self, gtk_bitset_get_nth (bitset, i));
      gint64 id = row != NULL ? streek_plan_row_get_id (row) : 0;

      if (id != 0)
        g_array_append_val (chosen, id);
    }

  return chosen;
}

gint64
streek_plan_tree_view_get_chosen (StreekPlanTreeView *self)
{
  g_return_val_if_fail (STREEK_IS_PLAN_TREE_VIEW (self), 0);

  g_autoptr (GArray) chosen = streek_plan_tree_view_list_chosen (self);

  return chosen->len > 0 ? g_array_index (chosen, gint64, 0) : 0;
}

void
streek_plan_tree_view_tell (StreekPlanTreeView *self)
{
  streek_plan_tree_view_update_edits (self);
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0);
}

static void
on_selection_changed_cb (StreekPlanTreeView *self)
{
  if (!self->is_filling)
    streek_plan_tree_view_tell (self);
}

/* What is open */

static void
on_expanded_cb (GtkTreeListRow *tree_row, GParamSpec *pspec, StreekPlanTreeView *self)
{
  g_autoptr (StreekPlanRow) row = gtk_tree_list_row_get_item (tree_row);

  if (row == NULL || self->is_filling)
    return;

  gint64 id = streek_plan_row_get_id (row);

  if (gtk_tree_list_row_get_expanded (tree_row))
    g_hash_table_remove (self->closed, &id);
  else
    g_hash_table_add (self->closed, g_memdup2 (&id, sizeof id));
}

/* A plan is opened whole; what somebody closed stays closed when the records are read again. */
static void
expand_rows (StreekPlanTreeView *self)
{
  GListModel *rows = G_LIST_MODEL (self->tree);

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (GtkTreeListRow) tree_row = g_list_model_get_item (rows, i);
      g_autoptr (StreekPlanRow) row = gtk_tree_list_row_get_item (tree_row);
      gint64 id = streek_plan_row_get_id (row);

      gtk_tree_list_row_set_expanded (tree_row, !g_hash_table_contains (self->closed, &id));
      g_signal_connect_object (tree_row, "notify::expanded", G_CALLBACK (on_expanded_cb), self, 0);
    }
}

guint
streek_plan_tree_view_find_position (StreekPlanTreeView *self, gint64 item)
{
  guint n = self->tree != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->tree)) : 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (StreekPlanRow) row = streek_plan_tree_view_dup_row (self, i);

      if (row != NULL && streek_plan_row_get_id (row) == item)
        return i;
    }

  return GTK_INVALID_LIST_POSITION;
}

static void
open_above (StreekPlanTreeView *self, gint64 item)
{
  int index = self->shown != NULL ? streek_plan_tree_find (self->shown->tree, item) : -1;
  g_autoptr (GPtrArray) above = g_ptr_array_new ();

  while (index >= 0 &&
         (index = streek_plan_tree_get_node (self->shown->tree, (guint) index)->parent) >= 0)
    g_ptr_array_insert (
      above, 0, (gpointer) streek_plan_tree_get_node (self->shown->tree, (guint) index)->item);

  for (guint i = 0; i < above->len; i++)
    {
      guint position =
        streek_plan_tree_view_find_position (self, streek_record_get_id (above->pdata[i]));
      g_autoptr (GtkTreeListRow) row = position != GTK_INVALID_LIST_POSITION
                                         ? gtk_tree_list_model_get_row (self->tree, position)
                                         : NULL;

      if (row != NULL)
        gtk_tree_list_row_set_expanded (row, TRUE);
    }
}

void
streek_plan_tree_view_choose (StreekPlanTreeView *self, gint64 item)
{
  g_return_if_fail (STREEK_IS_PLAN_TREE_VIEW (self));

  open_above (self, item);

  guint position = streek_plan_tree_view_find_position (self, item);

  if (position == GTK_INVALID_LIST_POSITION)
    {
      self->to_choose = item; /* it may be on its way */
      return;
    }

  self->to_choose = 0;
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), position, TRUE);
  streek_column_view_scroll_to (self->column_view, position);
}

/* A row has the keyboard once it is on the screen, which may take a frame or two. */
static gboolean
on_show_frame_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer item)
{
  StreekPlanTreeView *self = STREEK_PLAN_TREE_VIEW (widget);
  gint64 id = *(gint64 *) item;
  guint position = streek_plan_tree_view_find_position (self, id);

  if (position == GTK_INVALID_LIST_POSITION || streek_plan_tree_view_get_chosen (self) != id ||
      self->n_show_frames++ == MAX_SHOW_FRAMES)
    return G_SOURCE_REMOVE;

  streek_column_view_scroll_to (self->column_view, position);

  return streek_plan_tree_view_grab_row (self, id) ? G_SOURCE_REMOVE : G_SOURCE_CONTINUE;
}

void
streek_plan_tree_view_show (StreekPlanTreeView *self, gint64 item)
{
  g_return_if_fail (STREEK_IS_PLAN_TREE_VIEW (self));

  streek_plan_tree_view_choose (self, item);
  self->n_show_frames = 0;
  gtk_widget_add_tick_callback (GTK_WIDGET (self), on_show_frame_cb, g_memdup2 (&item, sizeof item),
                                g_free);
}

/* Filling */

static GListModel *
list_children (gpointer item, gpointer user_data)
{
  StreekPlanRow *row = item;
  StreekPlanShown *shown = streek_plan_row_get_shown (row);

  return streek_plan_row_list_children (
    shown, streek_plan_tree_find (shown->tree, streek_plan_row_get_id (row)));
}

static void
choose_again (StreekPlanTreeView *self, const GArray *chosen)
{
  GtkSelectionModel *model = GTK_SELECTION_MODEL (self->selection);

  for (guint i = 0; i < chosen->len; i++)
    {
      guint position =
        streek_plan_tree_view_find_position (self, g_array_index (chosen, gint64, i));

      if (position != GTK_INVALID_LIST_POSITION)
        gtk_selection_model_select_item (model, position, FALSE);
    }

  if (self->to_choose != 0)
    streek_plan_tree_view_choose (self, self->to_choose);
}

/* The same items in the same places: rows keep the keyboard, and a cell that is edited stays so. */
static gboolean
renew_rows (StreekPlanTreeView *self, const StreekPlanShown *former)
{
  if (self->tree == NULL || former == NULL || !streek_plan_shown_is_alike (former, self->shown))
    return FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->tree)); i++)
    {
      g_autoptr (StreekPlanRow) row = streek_plan_tree_view_dup_row (self, i);

      streek_plan_row_set_shown (row, self->shown);
    }

  return TRUE;
}

static void
show_tree (StreekPlanTreeView *self, StreekRecordView *view)
{
  g_autoptr (GArray) chosen = streek_plan_tree_view_list_chosen (self);
  g_autoptr (StreekPlanShown) former = self->shown;
  GListModel *roots;

  self->shown = streek_plan_shown_new (view, self->pact);

  if (renew_rows (self, former))
    return;

  self->is_filling = TRUE;
  g_clear_object (&self->tree);
  roots = streek_plan_row_list_children (self->shown, -1);

  if (roots == NULL)
    roots = G_LIST_MODEL (g_list_store_new (STREEK_TYPE_PLAN_ROW));

  self->tree = gtk_tree_list_model_new (roots, FALSE, FALSE, list_children, NULL, NULL);
  gtk_multi_selection_set_model (self->selection, G_LIST_MODEL (self->tree));
  expand_rows (self);
  choose_again (self, chosen);
  self->is_filling = FALSE;
}

static void
fill (GtkWidget *widget)
{
  StreekPlanTreeView *self = STREEK_PLAN_TREE_VIEW (widget);
  StreekRecordView *view = streek_record_book_get_view (self->book);

  if (view != NULL)
    show_tree (self, view);

  gtk_stack_set_visible_child_name (
    self->stack, view == NULL                                           ? "loading"
                 : streek_plan_tree_get_n_nodes (self->shown->tree) > 0 ? "tree"
                                                                        : "empty");
  on_selection_changed_cb (self);
}

static void
on_book_changed_cb (StreekPlanTreeView *self)
{
  streek_renew_when_seen (GTK_WIDGET (self), fill);
}

void
streek_plan_tree_view_set_pact (StreekPlanTreeView *self, gint64 pact)
{
  g_return_if_fail (STREEK_IS_PLAN_TREE_VIEW (self));

  if (self->pact == pact)
    return;

  self->pact = pact;
  g_hash_table_remove_all (self->closed);
  on_book_changed_cb (self);
}

static void
on_activate_cb (StreekPlanTreeView *self, guint position)
{
  g_autoptr (StreekPlanRow) row = streek_plan_tree_view_dup_row (self, position);

  if (row != NULL)
    streek_record_open (GTK_WIDGET (self), streek_record_book_get_context (self->book),
                        &streek_plan_item_kind, streek_plan_row_get_id (row));
}

/* Printing: as seen, all that is open */

/* no-break spaces, which no reader of tables trims */
static char *
dup_indented (const char *text, guint depth)
{
  GString *indented = g_string_new (NULL);

  for (guint i = 0; i < depth; i++)
    g_string_append (indented, "\302\240\302\240\302\240");
  g_string_append (indented, text);

  return g_string_free (indented, FALSE);
}

static void
add_printed_row (StreekPlanTreeView *self, StreekTable *table, StreekPlanRow *plan_row)
{
  guint row = streek_table_add_row (table);

  for (guint i = 0; i < streek_plan_tree_view_get_n_columns (self); i++)
    {
      g_autofree char *text =
        streek_plan_column_dup_text (streek_plan_tree_view_get_column (self, i), plan_row);
      g_autofree char *cell =
        dup_indented (text, i == 0 ? streek_plan_row_get_node (plan_row)->depth : 0);

      streek_table_set_text (table, row, i, cell);
    }
}

/* What was printed, and what may stand under it still. */
typedef struct
{
  StreekPlanRow *plan_row;
  guint row;
} OpenRow;

static void
close_row (gpointer data)
{
  g_object_unref (((OpenRow *) data)->plan_row);
}

/* Under a pillar comes at last what has its own place elsewhere: it is seen, and counted once. Not
 * where the pillar is closed. */
static void
add_printed_guests (const OpenRow *open, StreekTable *table)
{
  const StreekPlanNode *node = streek_plan_row_get_node (open->plan_row);
  const StreekRecords *records =
    streek_record_view_get_records (streek_plan_row_get_shown (open->plan_row)->view);
  g_autoptr (GPtrArray) guests =
    streek_item_pillar_list_guests (records, streek_plan_row_get_id (open->plan_row));

  if (node->n_below > 0 && open->row + 1 == streek_table_get_n_rows (table))
    return;

  for (guint i = 0; i < guests->len; i++)
    {
      g_autofree char *label = streek_plan_item_dup_label (guests->pdata[i]);
      /* Translators: %s is an action that has its own place elsewhere in the plan. */
      g_autofree char *see = g_strdup_printf (_ ("See also: %s"), label);
      g_autofree char *cell = dup_indented (see, node->depth + 1);

      streek_table_set_text (table, streek_table_add_row (table), 0, cell);
    }
}

/* Those that are no deeper than @depth end here. */
static void
close_rows (GArray *open, guint depth, StreekTable *table)
{
  while (open->len > 0)
    {
      OpenRow *last = &g_array_index (open, OpenRow, open->len - 1);

      if (streek_plan_row_get_node (last->plan_row)->depth < depth)
        return;

      add_printed_guests (last, table);
      g_array_set_size (open, open->len - 1);
    }
}

static void
add_all_rows (StreekPlanTreeView *self, StreekTable *table)
{
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (OpenRow));

  g_array_set_clear_func (open, close_row);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->tree)); i++)
    {
      OpenRow row = { streek_plan_tree_view_dup_row (self, i), 0 };

      close_rows (open, streek_plan_row_get_node (row.plan_row)->depth, table);
      row.row = streek_table_get_n_rows (table);
      add_printed_row (self, table, row.plan_row);
      g_array_append_val (open, row);
    }

  close_rows (open, 0, table);
}

StreekTable *
streek_plan_tree_view_make_table (StreekPlanTreeView *self, gboolean chosen_only)
{
  StreekTable *table = streek_table_new ();

  for (guint i = 0; i < streek_plan_tree_view_get_n_columns (self); i++)
    {
      const StreekPlanColumn *column = streek_plan_tree_view_get_column (self, i);

      streek_table_add_column (table, column->id, column->title, STREEK_COLUMN_TEXT, NULL, 0);
    }

  if (!chosen_only)
    add_all_rows (self, table);

  for (guint i = 0; chosen_only && i < g_list_model_get_n_items (G_LIST_MODEL (self->tree)); i++)
    {
      g_autoptr (StreekPlanRow) row = streek_plan_tree_view_dup_row (self, i);

      if (gtk_selection_model_is_selected (GTK_SELECTION_MODEL (self->selection), i))
        add_printed_row (self, table, row);
    }

  return table;
}

static StreekPrintout *
streek_plan_tree_view_dup_printout (StreekPrintable *printable)
{
  StreekPlanTreeView *self = STREEK_PLAN_TREE_VIEW (printable);

  if (self->shown == NULL || streek_plan_tree_get_n_nodes (self->shown->tree) == 0)
    return NULL;

  g_autoptr (StreekTable) table = streek_plan_tree_view_make_table (self, FALSE);
  g_autofree char *title = streek_records_dup_title (
    streek_record_view_get_records (self->shown->view), &streek_pact_kind, self->pact);

  StreekSheetWords words = { .title = title };

  return streek_printout_new_table (table, NULL, &words);
}

static void
printable_iface_init (StreekPrintableInterface *iface)
{
  iface->dup_printout = streek_plan_tree_view_dup_printout;
}

static void
streek_plan_tree_view_dispose (GObject *object)
{
  StreekPlanTreeView *self = STREEK_PLAN_TREE_VIEW (object);

  if (self->book != NULL)
    g_signal_handlers_disconnect_by_data (self->book, self);

  g_clear_pointer (&self->row_menu, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (self), STREEK_TYPE_PLAN_TREE_VIEW);
  g_clear_object (&self->tree);
  g_clear_object (&self->book);
  g_clear_pointer (&self->shown, streek_plan_shown_unref);
  g_clear_pointer (&self->closed, g_hash_table_unref);
  g_clear_pointer (&self->clipboard, g_array_unref);
  g_clear_object (&self->copied);
  streek_plan_tree_view_end_grid (self);

  G_OBJECT_CLASS (streek_plan_tree_view_parent_class)->dispose (object);
}

static void
streek_plan_tree_view_class_init (StreekPlanTreeViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = streek_plan_tree_view_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  g_type_ensure (STREEK_TYPE_WAITING);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/be/streekatlas/Streekatlas/ui/streek-plan-tree-view.ui");
  gtk_widget_class_bind_template_child (widget_class, StreekPlanTreeView, stack);
  gtk_widget_class_bind_template_child (widget_class, StreekPlanTreeView, column_view);
  gtk_widget_class_bind_template_callback (widget_class, on_activate_cb);
  streek_plan_tree_view_install_edits (widget_class);
  streek_plan_tree_view_install_menu (widget_class);

  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
streek_plan_tree_view_init (StreekPlanTreeView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->closed = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->clipboard = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->selection = gtk_multi_selection_new (NULL);
  gtk_column_view_set_model (self->column_view, GTK_SELECTION_MODEL (self->selection));
  g_object_unref (self->selection); /* the view has it */
  g_signal_connect_object (self->selection, "selection-changed",
                           G_CALLBACK (on_selection_changed_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
streek_plan_tree_view_new (StreekRecordBook *book)
{
  g_return_val_if_fail (STREEK_IS_RECORD_BOOK (book), NULL);

  StreekPlanTreeView *self = g_object_new (STREEK_TYPE_PLAN_TREE_VIEW, NULL);

  self->book = g_object_ref (book);
  g_signal_connect_object (gtk_widget_get_clipboard (GTK_WIDGET (self)), "changed",
                           G_CALLBACK (streek_plan_tree_view_tell), self, G_CONNECT_SWAPPED);
  streek_plan_tree_view_start_grid (self);
  g_signal_connect_object (book, "changed", G_CALLBACK (on_book_changed_cb), self,
                           G_CONNECT_SWAPPED);
  on_book_changed_cb (self);

  return GTK_WIDGET (self);
}
