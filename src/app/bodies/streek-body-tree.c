/* streek-body-tree.c: consultation bodies under the ones that they belong to */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "bodies/streek-body-tree.h"

#include "base/streek-clip.h"
#include "body/streek-body.h"
#include "body/streek-partnership.h"
#include "matrix/streek-matrix-view.h"
#include "print/streek-printable.h"
#include "record/streek-record-window.h"
#include "streek-choice.h"
#include "streek-seen.h"
#include "streek-tooltip.h"
#include "workspace/streek-body-matrix.h"

#include <glib/gi18n.h>

#define MAX_CHARS 500 /* of a cell: a file may say anything */

struct _StreekBodyTree
{
  AdwBin parent_instance;

  GtkStack *stack; /* tree, empty */
  GtkColumnView *view;

  StreekRecordBook *book;
  GHashTable *closed; /* ids of bodies whose branch a person closed, as choices have them */
};

static void printable_iface_init (StreekPrintableInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (StreekBodyTree,
                               streek_body_tree,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (STREEK_TYPE_PRINTABLE, printable_iface_init))

static gint64
get_id (StreekChoice *choice)
{
  return g_ascii_strtoll (streek_choice_get_id (choice), NULL, 10);
}

/* A body by its id: the table asks the book for the rest. */
static void
append_body (GListStore *store, const StreekRecord *record)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, streek_record_get_id (record));
  g_autofree char *name =
    streek_clip (g_strdup (streek_record_get_text (record, STREEK_BODY_NAME)), MAX_CHARS);
  g_autoptr (StreekChoice) choice = streek_choice_new (id, name, NULL, NULL);

  g_list_store_append (store, choice);
}

/* (transfer full) (nullable): those under @parent, 0: under none; NULL where there are none */
static GListModel *
list_under (StreekBodyTree *self, gint64 parent)
{
  StreekRecordView *view = streek_record_book_get_view (self->book);
  g_autoptr (GListStore) store = g_list_store_new (STREEK_TYPE_CHOICE);
  g_autoptr (GPtrArray) bodies =
    view != NULL ? streek_bodies_list (streek_record_view_get_records (view)) : NULL;

  for (guint i = 0; bodies != NULL && i < bodies->len; i++)
    if (streek_record_get_reference (bodies->pdata[i], STREEK_BODY_PARENT) == parent)
      append_body (store, bodies->pdata[i]);

  return g_list_model_get_n_items (G_LIST_MODEL (store)) > 0
           ? G_LIST_MODEL (g_steal_pointer (&store))
           : NULL;
}

static GListModel *
list_children_cb (gpointer item, gpointer user_data)
{
  return list_under (user_data, get_id (item));
}

/* Cells */

static char *
dup_years (const StreekRecord *record, StreekRecordView *view)
{
  g_autofree char *from = streek_record_view_dup_text (view, record, STREEK_BODY_VALID_FROM);
  g_autofree char *to = streek_record_view_dup_text (view, record, STREEK_BODY_VALID_TO);

  if (*from == '\0' && *to == '\0')
    return g_strdup ("");
  if (*to == '\0')
    /* Translators: %s is a day since when something is there. */
    return g_strdup_printf (_ ("since %s"), from);
  if (*from == '\0')
    /* Translators: %s is the last day of something. */
    return g_strdup_printf (_ ("until %s"), to);

  return g_strdup_printf ("%s – %s", from, to);
}

/* "17 of 17" */
static char *
count_members (const StreekRecord *record, StreekRecordView *view)
{
  StreekMemberCount count = streek_members_count (streek_record_view_get_records (view), record,
                                                  streek_record_view_get_today (view));
  char *words = streek_member_count_dup_words (&count);

  return words != NULL ? words : g_strdup ("");
}

static char *
dup_cell (StreekBodyTree *self, const StreekRecord *record, int column)
{
  StreekRecordView *view = streek_record_book_get_view (self->book);

  if (record == NULL)
    return g_strdup ("");

  switch (column)
    {
    case 0:
      return streek_record_view_dup_text (view, record, STREEK_BODY_NAME);
    case 1:
      return streek_record_view_dup_text (view, record, STREEK_BODY_KIND);
    case 2:
      return streek_record_view_dup_text (view, record, STREEK_BODY_AREA);
    case 3:
      return dup_years (record, view);
    case 4:
      return count_members (record, view);
    default:
      return streek_record_view_dup_text (view, record, STREEK_BODY_SUCCESSOR);
    }
}

static int
get_column (GtkSignalListItemFactory *factory)
{
  return GPOINTER_TO_INT (g_object_get_data (G_OBJECT (factory), "streek-column"));
}

static void
on_setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), 10);
  streek_tooltip_tell_cut (GTK_LABEL (label));
  if (get_column (factory) > 0)
    {
      gtk_list_item_set_child (item, label);
      return;
    }

  GtkWidget *expander = gtk_tree_expander_new ();

  gtk_tree_expander_set_child (GTK_TREE_EXPANDER (expander), label);
  gtk_list_item_set_child (item, expander);
}

static void
on_bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  StreekBodyTree *self = user_data;
  GtkTreeListRow *row = gtk_list_item_get_item (item);
  g_autoptr (StreekChoice) choice = gtk_tree_list_row_get_item (row);
  GtkWidget *child = gtk_list_item_get_child (item);
  g_autofree char *text = streek_clip (
    dup_cell (self, streek_record_book_find (self->book, &streek_body_kind, get_id (choice)),
              get_column (factory)),
    MAX_CHARS);

  if (GTK_IS_TREE_EXPANDER (child))
    {
      gtk_tree_expander_set_list_row (GTK_TREE_EXPANDER (child), row);
      child = gtk_tree_expander_get_child (GTK_TREE_EXPANDER (child));
    }
  gtk_label_set_text (GTK_LABEL (child), text);
}

static void
on_activate_cb (StreekBodyTree *self, guint position)
{
  g_autoptr (GtkTreeListRow) row =
    g_list_model_get_item (G_LIST_MODEL (gtk_column_view_get_model (self->view)), position);
  g_autoptr (StreekChoice) choice = row != NULL ? gtk_tree_list_row_get_item (row) : NULL;

  if (choice != NULL)
    streek_record_open (GTK_WIDGET (self), streek_record_book_get_context (self->book),
                        &streek_body_kind, get_id (choice));
}

static void
note_closed (StreekBodyTree *self)
{
  GListModel *rows = G_LIST_MODEL (gtk_column_view_get_model (self->view));

  for (guint i = 0; rows != NULL && i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (GtkTreeListRow) row = g_list_model_get_item (rows, i);
      g_autoptr (StreekChoice) choice = gtk_tree_list_row_get_item (row);

      if (gtk_tree_list_row_is_expandable (row) && !gtk_tree_list_row_get_expanded (row))
        g_hash_table_add (self->closed, g_strdup (streek_choice_get_id (choice)));
      else
        g_hash_table_remove (self->closed, streek_choice_get_id (choice));
    }
}

static void
close_again (StreekBodyTree *self, GListModel *rows)
{
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (GtkTreeListRow) row = g_list_model_get_item (rows, i);
      g_autoptr (StreekChoice) choice = gtk_tree_list_row_get_item (row);

      if (g_hash_table_contains (self->closed, streek_choice_get_id (choice)))
        gtk_tree_list_row_set_expanded (row, FALSE);
    }
}

static void
fill (GtkWidget *widget)
{
  StreekBodyTree *self = STREEK_BODY_TREE (widget);
  GListModel *roots = list_under (self, 0);

  note_closed (self);
  gtk_stack_set_visible_child_name (self->stack, roots != NULL ? "tree" : "empty");
  if (roots == NULL)
    {
      gtk_column_view_set_model (self->view, NULL);
      return;
    }

  GtkTreeListModel *tree =
    gtk_tree_list_model_new (roots, FALSE, TRUE, list_children_cb, self, NULL);
  g_autoptr (GtkSingleSelection) selection = gtk_single_selection_new (G_LIST_MODEL (tree));

  close_again (self, G_LIST_MODEL (tree));
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (selection));
}

static void
on_book_changed_cb (StreekBodyTree *self)
{
  streek_renew_when_seen (GTK_WIDGET (self), fill);
}

/* On paper every branch is open. */
static StreekPrintout *
streek_body_tree_dup_printout (StreekPrintable *printable)
{
  StreekRecordView *view = streek_record_book_get_view (STREEK_BODY_TREE (printable)->book);
  g_autoptr (StreekMatrix) matrix = view != NULL ? streek_body_matrix_new (view, 0, NULL) : NULL;

  return matrix != NULL ? streek_printout_new_matrix (matrix) : NULL;
}

static void
printable_iface_init (StreekPrintableInterface *iface)
{
  iface->dup_printout = streek_body_tree_dup_printout;
}

static void
streek_body_tree_dispose (GObject *object)
{
  StreekBodyTree *self = STREEK_BODY_TREE (object);

  if (self->view != NULL)
    gtk_column_view_set_model (self->view, NULL); /* it asks us for branches */
  self->view = NULL;
  if (self->book != NULL)
    g_signal_handlers_disconnect_by_data (self->book, self);
  g_clear_object (&self->book);
  g_clear_pointer (&self->closed, g_hash_table_unref);

  G_OBJECT_CLASS (streek_body_tree_parent_class)->dispose (object);
}

static void
streek_body_tree_class_init (StreekBodyTreeClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = streek_body_tree_dispose;
}

static void
append_column (StreekBodyTree *self, int column, const char *title)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) shown = gtk_column_view_column_new (title, factory);

  g_object_set_data (G_OBJECT (factory), "streek-column", GINT_TO_POINTER (column));
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup_cb), NULL);
  g_signal_connect_object (factory, "bind", G_CALLBACK (on_bind_cb), self, 0);
  gtk_column_view_column_set_resizable (shown, TRUE);
  gtk_column_view_column_set_expand (shown, TRUE);
  gtk_column_view_append_column (self->view, shown);
}

static GtkWidget *
make_empty_page (void)
{
  GtkWidget *page = adw_status_page_new ();

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), "streek-tree-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (page), _ ("No Bodies Yet"));
  adw_status_page_set_description (ADW_STATUS_PAGE (page),
                                   _ ("Bodies of the list stand here under the ones that they "
                                      "belong to."));
  gtk_widget_add_css_class (page, "compact");

  return page;
}

static void
streek_body_tree_init (StreekBodyTree *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->closed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->stack = GTK_STACK (gtk_stack_new ());
  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "data-table");
  gtk_column_view_set_show_row_separators (self->view, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  C_ ("bodies", "Tree"), -1);
  append_column (self, 0,
                 streek_record_field_get_label (&streek_body_kind.fields[STREEK_BODY_NAME]));
  append_column (self, 1,
                 streek_record_field_get_label (&streek_body_kind.fields[STREEK_BODY_KIND]));
  append_column (self, 2,
                 streek_record_field_get_label (&streek_body_kind.fields[STREEK_BODY_AREA]));
  append_column (self, 3, C_ ("bodies", "When"));
  append_column (self, 4, C_ ("bodies", "Members"));
  append_column (self, 5,
                 streek_record_field_get_label (&streek_body_kind.fields[STREEK_BODY_SUCCESSOR]));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->view));
  gtk_stack_add_named (self->stack, scroller, "tree");
  gtk_stack_add_named (self->stack, make_empty_page (), "empty");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->stack));
  g_signal_connect_object (self->view, "activate", G_CALLBACK (on_activate_cb), self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
streek_body_tree_new (StreekContext *context)
{
  g_return_val_if_fail (STREEK_IS_CONTEXT (context), NULL);

  StreekBodyTree *self = g_object_new (STREEK_TYPE_BODY_TREE, NULL);

  self->book = g_object_ref (streek_record_book_get (context));
  g_signal_connect_object (self->book, "changed", G_CALLBACK (on_book_changed_cb), self,
                           G_CONNECT_SWAPPED);
  on_book_changed_cb (self);

  return GTK_WIDGET (self);
}
