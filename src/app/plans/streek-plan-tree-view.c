/* streek-plan-tree-view.c: the tree of a plan: its columns, what is open and what is chosen */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "plans/streek-plan-tree-view-private.h"

#include "plan/streek-pact.h"
#include "plan/streek-plan-item.h"
#include "print/streek-printable.h"
#include "record/streek-record-window.h"
#include "streek-seen.h"
#include "streek-waiting.h"

#include <glib/gi18n.h>

/* Whatever else there is to see, what a row is about stays readable. */
#define MIN_TITLE_CHARS 24

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

static guint
find_position (StreekPlanTreeView *self, gint64 item)
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
      guint position = find_position (self, streek_record_get_id (above->pdata[i]));
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

  guint position = find_position (self, item);

  if (position == GTK_INVALID_LIST_POSITION)
    {
      self->to_choose = item; /* it may be on its way */
      return;
    }

  self->to_choose = 0;
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), position, TRUE);
  gtk_widget_activate_action (GTK_WIDGET (self->column_view), "list.scroll-to-item", "u", position);
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
      guint position = find_position (self, g_array_index (chosen, gint64, i));

      if (position != GTK_INVALID_LIST_POSITION)
        gtk_selection_model_select_item (model, position, FALSE);
    }

  if (self->to_choose != 0)
    streek_plan_tree_view_choose (self, self->to_choose);
}

static void
show_tree (StreekPlanTreeView *self, StreekRecordView *view)
{
  g_autoptr (GArray) chosen = streek_plan_tree_view_list_chosen (self);
  GListModel *roots;

  self->is_filling = TRUE;
  g_clear_pointer (&self->shown, streek_plan_shown_unref);
  g_clear_object (&self->tree);
  self->shown = streek_plan_shown_new (view, self->pact);
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

/* Columns */

static char *
dup_field (StreekPlanRow *row, guint field)
{
  return streek_record_view_dup_text (streek_plan_row_get_shown (row)->view,
                                      streek_plan_row_get_node (row)->item, field);
}

static char *
dup_level (StreekPlanRow *row)
{
  return dup_field (row, STREEK_PLAN_ITEM_LEVEL);
}

static void
on_setup_title_cb (GtkSignalListItemFactory *factory, GtkListItem *item, StreekPlanTreeView *self)
{
  GtkWidget *expander = gtk_tree_expander_new (), *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), MIN_TITLE_CHARS);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_tree_expander_set_child (GTK_TREE_EXPANDER (expander), label);
  gtk_list_item_set_child (item, expander);
  streek_plan_tree_view_add_drag (self, item, expander);
}

static void
on_bind_title_cb (GtkSignalListItemFactory *factory, GtkListItem *item, StreekPlanTreeView *self)
{
  GtkTreeListRow *tree_row = gtk_list_item_get_item (item);
  g_autoptr (StreekPlanRow) row = gtk_tree_list_row_get_item (tree_row);
  const StreekPlanNode *node = streek_plan_row_get_node (row);
  GtkTreeExpander *expander = GTK_TREE_EXPANDER (gtk_list_item_get_child (item));
  GtkWidget *label = gtk_tree_expander_get_child (expander);
  g_autofree char *text = streek_plan_item_dup_label (node->item);
  g_autofree char *level = dup_level (row);
  g_autofree char *whole =
    *level != '\0' ? g_strdup_printf ("%s: %s", level, text) : g_strdup (text);

  gtk_tree_expander_set_list_row (expander, tree_row);
  gtk_label_set_text (GTK_LABEL (label), text);
  gtk_widget_set_tooltip_text (label, whole);

  if (node->is_action)
    gtk_widget_remove_css_class (label, "heading");
  else
    gtk_widget_add_css_class (label, "heading");
}

static void
on_setup_text_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_item_set_child (item, label);
}

typedef char *(*DupTextFunc) (StreekPlanRow *row);

static char *
dup_status (StreekPlanRow *row)
{
  return dup_field (row, STREEK_PLAN_ITEM_STATUS);
}

static char *
dup_owner (StreekPlanRow *row)
{
  return dup_field (row, STREEK_PLAN_ITEM_OWNER);
}

static void
on_bind_text_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer dup_text)
{
  g_autoptr (StreekPlanRow) row = gtk_tree_list_row_get_item (gtk_list_item_get_item (item));
  GtkWidget *label = gtk_list_item_get_child (item);
  g_autofree char *text = ((DupTextFunc) dup_text) (row);

  gtk_label_set_text (GTK_LABEL (label), text);
  gtk_widget_set_tooltip_text (label, *text != '\0' ? text : NULL);

  if (dup_text == (gpointer) streek_plan_row_dup_state && streek_plan_row_is_late (row))
    gtk_widget_add_css_class (label, "warning");
  else
    gtk_widget_remove_css_class (label, "warning");
}

static void
append_column (StreekPlanTreeView *self, const char *title, GtkListItemFactory *factory, int width)
{
  g_autoptr (GtkColumnViewColumn) column = gtk_column_view_column_new (title, factory);

  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_column_set_expand (column, width == 0);
  if (width > 0)
    gtk_column_view_column_set_fixed_width (column, width);
  gtk_column_view_append_column (self->column_view, column);
}

static void
append_texts (StreekPlanTreeView *self, const char *title, DupTextFunc dup_text, int width)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (on_setup_text_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind_text_cb), dup_text);
  append_column (self, title, factory, width);
}

static void
append_columns (StreekPlanTreeView *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (factory, "setup", G_CALLBACK (on_setup_title_cb), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (on_bind_title_cb), self, 0);
  append_column (self, _ ("Goal or action"), factory, 0);
  append_texts (self, _ ("Status"), dup_status, 100);
  append_texts (self, _ ("Owner"), dup_owner, 120);
  append_texts (self, _ ("Timing"), streek_plan_row_dup_timing, 110);
  /* Translators: head of a column: in the programmes of which years an action is. */
  append_texts (self, _ ("In the years"), streek_plan_row_dup_coverage, 90);
  /* Translators: head of a column: whether an action is overdue, or nothing was heard of it. */
  append_texts (self, _ ("To watch"), streek_plan_row_dup_state, 200);
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

static void
add_printed_row (StreekTable *table, StreekPlanRow *plan_row)
{
  static const DupTextFunc texts[] = { dup_level,
                                       dup_status,
                                       dup_owner,
                                       streek_plan_row_dup_timing,
                                       streek_plan_row_dup_coverage,
                                       streek_plan_row_dup_state };
  const StreekPlanNode *node = streek_plan_row_get_node (plan_row);
  g_autofree char *label = streek_plan_item_dup_label (node->item);
  /* no-break spaces, which no reader of tables trims */
  g_autofree char *indent = g_strnfill (node->depth, '\t');
  g_auto (GStrv) tabs = g_strsplit (indent, "\t", -1);
  g_autofree char *spaces = g_strjoinv ("\302\240\302\240\302\240", tabs);
  g_autofree char *name = g_strconcat (spaces, label, NULL);
  guint row = streek_table_add_row (table);

  streek_table_set_text (table, row, 0, name);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *text = texts[i](plan_row);

      streek_table_set_text (table, row, i + 1, text);
    }
}

static StreekTable *
make_table (StreekPlanTreeView *self)
{
  static const char *const ids[] = {
    "title", "level", "status", "owner", "timing", "years", "watch"
  };
  const char *const titles[] = { _ ("Goal or action"), _ ("Level"),  _ ("Status"),
                                 _ ("Owner"),          _ ("Timing"), _ ("In the years"),
                                 _ ("To watch") };
  StreekTable *table = streek_table_new ();

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    streek_table_add_column (table, ids[i], titles[i], STREEK_COLUMN_TEXT, NULL, 0);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->tree)); i++)
    {
      g_autoptr (StreekPlanRow) row = streek_plan_tree_view_dup_row (self, i);

      add_printed_row (table, row);
    }

  return table;
}

static StreekPrintout *
streek_plan_tree_view_dup_printout (StreekPrintable *printable)
{
  StreekPlanTreeView *self = STREEK_PLAN_TREE_VIEW (printable);

  if (self->shown == NULL || streek_plan_tree_get_n_nodes (self->shown->tree) == 0)
    return NULL;

  g_autoptr (StreekTable) table = make_table (self);
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

  gtk_widget_dispose_template (GTK_WIDGET (self), STREEK_TYPE_PLAN_TREE_VIEW);
  g_clear_object (&self->tree);
  g_clear_object (&self->book);
  g_clear_pointer (&self->shown, streek_plan_shown_unref);
  g_clear_pointer (&self->closed, g_hash_table_unref);
  g_clear_pointer (&self->clipboard, g_array_unref);

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
  append_columns (self);
}

GtkWidget *
streek_plan_tree_view_new (StreekRecordBook *book)
{
  g_return_val_if_fail (STREEK_IS_RECORD_BOOK (book), NULL);

  StreekPlanTreeView *self = g_object_new (STREEK_TYPE_PLAN_TREE_VIEW, NULL);

  self->book = g_object_ref (book);
  g_signal_connect_object (book, "changed", G_CALLBACK (on_book_changed_cb), self,
                           G_CONNECT_SWAPPED);
  on_book_changed_cb (self);

  return GTK_WIDGET (self);
}
