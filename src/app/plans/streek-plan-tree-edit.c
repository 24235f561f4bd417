/* streek-plan-tree-edit.c: items of a plan added, moved, cut, copied, pasted and deleted */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "plans/streek-plan-tree-view-private.h"

#include "plan/streek-follow-up.h"
#include "plan/streek-plan-item.h"
#include "print/streek-problem.h"
#include "record/streek-record-command.h"
#include "record/streek-record-multi-window.h"
#include "record/streek-record-paste-window.h"
#include "record/streek-record-window.h"
#include "streek-window.h"

#include <glib/gi18n.h>

static StreekPlanTree *
get_tree (StreekPlanTreeView *self)
{
  return self->shown != NULL ? self->shown->tree : NULL;
}

static const StreekPlanNode *
find_node (StreekPlanTreeView *self, gint64 item)
{
  int index = get_tree (self) != NULL ? streek_plan_tree_find (get_tree (self), item) : -1;

  return index >= 0 ? streek_plan_tree_get_node (get_tree (self), (guint) index) : NULL;
}

static gint64
get_parent (StreekPlanTreeView *self, const StreekPlanNode *node)
{
  if (node == NULL || node->parent < 0)
    return 0;

  return streek_record_get_id (
    streek_plan_tree_get_node (get_tree (self), (guint) node->parent)->item);
}

/* The sibling after @item; 0: it is the last. */
static gint64
find_next (StreekPlanTreeView *self, gint64 item)
{
  int index = streek_plan_tree_find (get_tree (self), item);
  const StreekPlanNode *node = streek_plan_tree_get_node (get_tree (self), (guint) index);
  guint next = (guint) index + 1 + node->n_below;

  if (next >= streek_plan_tree_get_n_nodes (get_tree (self)) ||
      streek_plan_tree_get_node (get_tree (self), next)->parent != node->parent)
    return 0;

  return streek_record_get_id (streek_plan_tree_get_node (get_tree (self), next)->item);
}

static char *
dup_title (StreekPlanTreeView *self, gint64 item)
{
  const StreekPlanNode *node = find_node (self, item);

  return node != NULL ? streek_plan_item_dup_label (node->item) : g_strdup ("");
}

/* Named after the first of @items. */
static void
run_move (StreekPlanTreeView *self, StreekRecordChanges *changes, const gint64 *items, guint n)
{
  g_autofree char *title = dup_title (self, items[0]);

  if (n == 1)
    /* Translators: a command as undo names it; %s is a goal or an action. */
    streek_record_command_run (GTK_WIDGET (self), self->book, changes, N_ ("Move “%s”"),
                               g_variant_new ("(s)", title), NULL);
  else
    /* Translators: a command as undo names it; %1$u is how many, %2$s one of them. */
    streek_record_command_run (GTK_WIDGET (self), self->book, changes,
                               N_ ("Move %1$u items, “%2$s” among them"),
                               g_variant_new ("(us)", n, title), NULL);
}

void
streek_plan_tree_view_move (
  StreekPlanTreeView *self, const gint64 *items, guint n_items, gint64 parent, gint64 before)
{
  g_autoptr (StreekRecordChanges) changes = streek_record_changes_new ();
  g_autoptr (GError) error = NULL;

  if (n_items == 0 || !streek_plan_tree_view_can_write (self) || get_tree (self) == NULL)
    return;

  if (streek_plan_tree_move (get_tree (self), changes, items, n_items, parent, before, &error))
    run_move (self, g_steal_pointer (&changes), items, n_items);
  else
    streek_window_toast (STREEK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), error->message,
                         NULL);
}

static void
step (StreekPlanTreeView *self, StreekPlanStep direction)
{
  g_autoptr (StreekRecordChanges) changes = streek_record_changes_new ();
  gint64 item = streek_plan_tree_view_get_chosen (self);

  if (item != 0 && find_node (self, item) != NULL &&
      streek_plan_tree_step (get_tree (self), changes, item, direction))
    run_move (self, g_steal_pointer (&changes), &item, 1);
}

static void
on_up (GtkWidget *widget, const char *name, GVariant *parameter)
{
  step (STREEK_PLAN_TREE_VIEW (widget), STREEK_PLAN_UP);
}

static void
on_down (GtkWidget *widget, const char *name, GVariant *parameter)
{
  step (STREEK_PLAN_TREE_VIEW (widget), STREEK_PLAN_DOWN);
}

static void
on_in (GtkWidget *widget, const char *name, GVariant *parameter)
{
  step (STREEK_PLAN_TREE_VIEW (widget), STREEK_PLAN_IN);
}

static void
on_out (GtkWidget *widget, const char *name, GVariant *parameter)
{
  step (STREEK_PLAN_TREE_VIEW (widget), STREEK_PLAN_OUT);
}

/* Adding */

static void
on_saved_cb (StreekPlanTreeView *self, gint64 id)
{
  streek_plan_tree_view_choose (self, id);
}

/* Where it will stand is known before it has a name: a form that is filled with it. */
static void
add (StreekPlanTreeView *self, gint64 parent, gint64 before)
{
  g_autoptr (StreekRecordChanges) changes = streek_record_changes_new ();
  StreekContext *context = streek_record_book_get_context (self->book);
  gint64 id = streek_plan_tree_add (get_tree (self), changes, parent, before);
  g_autoptr (StreekRecords) preview =
    streek_record_changes_preview (changes, streek_record_view_get_records (self->shown->view));
  const StreekRecord *item = streek_records_find (preview, &streek_plan_item_kind, id);
  StreekRecordWindow *window = STREEK_RECORD_WINDOW (streek_record_window_new (
    GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), context, &streek_plan_item_kind, 0));
  g_autofree char *rank =
    g_strdup_printf ("%.9g", streek_record_get_number (item, STREEK_PLAN_ITEM_RANK));

  streek_record_window_preset_reference (window, STREEK_PLAN_ITEM_PACT, self->pact);
  streek_record_window_preset_reference (window, STREEK_PLAN_ITEM_PARENT, parent);
  streek_record_window_preset_reference (
    window, STREEK_PLAN_ITEM_LEVEL, streek_record_get_reference (item, STREEK_PLAN_ITEM_LEVEL));
  streek_record_window_preset (window, STREEK_PLAN_ITEM_RANK, rank);
  g_signal_connect_object (window, "saved", G_CALLBACK (on_saved_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (window));
}

static void
on_add (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StreekPlanTreeView *self = STREEK_PLAN_TREE_VIEW (widget);
  gint64 chosen = streek_plan_tree_view_get_chosen (self);
  const StreekPlanNode *node = find_node (self, chosen);

  if (get_tree (self) != NULL)
    add (self, get_parent (self, node), node != NULL ? find_next (self, chosen) : 0);
}

static void
on_add_below (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StreekPlanTreeView *self = STREEK_PLAN_TREE_VIEW (widget);

  if (get_tree (self) != NULL)
    add (self, streek_plan_tree_view_get_chosen (self), 0);
}

/* Cut, copy and paste: whole items within the tree, rows of text between programs */

static GdkClipboard *
get_clipboard (StreekPlanTreeView *self)
{
  return gtk_widget_get_clipboard (GTK_WIDGET (self));
}

/* Whether nothing was copied elsewhere since. */
static gboolean
has_items (StreekPlanTreeView *self)
{
  return self->clipboard->len > 0 && self->copied != NULL &&
         gdk_clipboard_get_content (get_clipboard (self)) == self->copied;
}

static gboolean
has_text (StreekPlanTreeView *self)
{
  g_autoptr (GdkContentFormats) formats = gdk_content_formats_union_deserialize_gtypes (
    gdk_content_formats_ref (gdk_clipboard_get_formats (get_clipboard (self))));

  return gdk_content_formats_contain_gtype (formats, G_TYPE_STRING);
}

/* Other programs get the rows as seen. */
static void
hand_out (StreekPlanTreeView *self)
{
  g_autoptr (StreekTable) table = streek_plan_tree_view_make_table (self, TRUE);
  g_autofree char *text = streek_table_to_tsv (table, streek_format_get_default ());
  g_autoptr (GdkContentProvider) copied = gdk_content_provider_new_typed (G_TYPE_STRING, text);

  g_set_object (&self->copied, copied);
  gdk_clipboard_set_content (get_clipboard (self), copied);
}

static void
take (StreekPlanTreeView *self, gboolean is_cut)
{
  g_clear_pointer (&self->clipboard, g_array_unref);
  self->clipboard = streek_plan_tree_view_list_chosen (self);
  self->clipboard_pact = self->pact;
  self->is_cut = is_cut;
  hand_out (self);
  streek_plan_tree_view_tell (self);
}

static void
on_cut (GtkWidget *widget, const char *name, GVariant *parameter)
{
  take (STREEK_PLAN_TREE_VIEW (widget), TRUE);
}

static void
on_copy (GtkWidget *widget, const char *name, GVariant *parameter)
{
  take (STREEK_PLAN_TREE_VIEW (widget), FALSE);
}

/* Whole items go under what is chosen where that is no action, else right behind it. */
static void
find_place (StreekPlanTreeView *self, gint64 *parent, gint64 *before)
{
  gint64 chosen = streek_plan_tree_view_get_chosen (self);
  const StreekPlanNode *node = find_node (self, chosen);

  *parent = node != NULL && !node->is_action ? chosen : get_parent (self, node);
  *before = node != NULL && node->is_action ? find_next (self, chosen) : 0;
}

static void
paste_copies (StreekPlanTreeView *self, gint64 parent, gint64 before)
{
  StreekRecordChanges *changes = streek_record_changes_new ();
  g_autoptr (StreekPlanTree) source =
    streek_plan_tree_new (streek_record_view_get_records (self->shown->view), self->clipboard_pact);

  streek_plan_tree_paste (get_tree (self), changes, source, (const gint64 *) self->clipboard->data,
                          self->clipboard->len, parent, before);
  /* Translators: a command as undo names it; %u is how many goals and actions. */
  streek_record_command_run (GTK_WIDGET (self), self->book, changes, N_ ("Paste items (%u)"),
                             g_variant_new ("(u)", self->clipboard->len), NULL);
}

static void
on_paste (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StreekPlanTreeView *self = STREEK_PLAN_TREE_VIEW (widget);
  gint64 parent, before;

  if (!has_items (self))
    {
      g_auto (GStrv) order = streek_plan_tree_view_list_columns (self);

      streek_record_paste_clipboard (widget, self->book, &streek_plan_item_kind,
                                     (const char *const *) order, STREEK_PLAN_ITEM_PACT,
                                     self->pact);
      return;
    }

  if (get_tree (self) == NULL)
    return;

  find_place (self, &parent, &before);

  if (self->is_cut && self->clipboard_pact == self->pact)
    streek_plan_tree_view_move (self, (const gint64 *) self->clipboard->data, self->clipboard->len,
                                parent, before);
  else
    paste_copies (self, parent, before);

  if (self->is_cut) /* there is one of each */
    {
      g_array_set_size (self->clipboard, 0);
      gdk_clipboard_set_content (get_clipboard (self), NULL);
    }

  streek_plan_tree_view_tell (self);
}

static void
on_delete (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StreekPlanTreeView *self = STREEK_PLAN_TREE_VIEW (widget);
  g_autoptr (GArray) chosen = streek_plan_tree_view_list_chosen (self);

  streek_record_command_delete (widget, self->book, &streek_plan_item_kind,
                                (const gint64 *) chosen->data, chosen->len);
}

static void
on_open (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StreekPlanTreeView *self = STREEK_PLAN_TREE_VIEW (widget);
  gint64 chosen = streek_plan_tree_view_get_chosen (self);

  if (chosen != 0)
    streek_record_open (widget, streek_record_book_get_context (self->book), &streek_plan_item_kind,
                        chosen);
}

/* One status for all that are chosen. */
static void
on_set_status (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StreekPlanTreeView *self = STREEK_PLAN_TREE_VIEW (widget);
  StreekRecordChanges *changes = streek_record_changes_new ();
  g_autoptr (GArray) chosen = streek_plan_tree_view_list_chosen (self);

  for (guint i = 0; i < chosen->len; i++)
    streek_record_changes_set_text (changes, &streek_plan_item_kind,
                                    g_array_index (chosen, gint64, i), STREEK_PLAN_ITEM_STATUS,
                                    g_variant_get_string (parameter, NULL));

  /* Translators: a command as undo names it; %u is how many goals and actions. */
  streek_record_command_run (widget, self->book, changes, N_ ("Change the status (%u)"),
                             g_variant_new ("(u)", chosen->len), NULL);
}

/* One field of all that are chosen. */
static void
on_change_field (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StreekPlanTreeView *self = STREEK_PLAN_TREE_VIEW (widget);
  g_autoptr (GArray) chosen = streek_plan_tree_view_list_chosen (self);

  gtk_window_present (GTK_WINDOW (streek_record_multi_window_new (
    GTK_WINDOW (gtk_widget_get_root (widget)), self->book, &streek_plan_item_kind, chosen)));
}

static void
on_add_update (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StreekPlanTreeView *self = STREEK_PLAN_TREE_VIEW (widget);

  streek_record_open_new (widget, streek_record_book_get_context (self->book),
                          &streek_progress_kind, STREEK_PROGRESS_ITEM,
                          streek_plan_tree_view_get_chosen (self));
}

static void
on_edit_cell (GtkWidget *widget, const char *name, GVariant *parameter)
{
  streek_plan_tree_view_edit_cell (STREEK_PLAN_TREE_VIEW (widget));
}

/* What an action needs before there is something to do for it. */
typedef enum
{
  NEEDS_WRITING = 1 << 0,
  NEEDS_CHOSEN = 1 << 1,
  NEEDS_CLIPBOARD = 1 << 2,
  NEEDS_ROOM = 1 << 3, /* to go up, down, in or out */
} Needs;

static const struct
{
  const char *name;
  const char *parameter; /* (nullable): its type */
  GtkWidgetActionActivateFunc func;
  Needs needs;
  StreekPlanStep step; /* of what needs room */
  guint key;           /* 0: none */
  GdkModifierType modifiers;
} edits[] = {
  { "plan.up", NULL, on_up, NEEDS_WRITING | NEEDS_CHOSEN | NEEDS_ROOM, STREEK_PLAN_UP, GDK_KEY_Up,
    GDK_ALT_MASK },
  { "plan.down", NULL, on_down, NEEDS_WRITING | NEEDS_CHOSEN | NEEDS_ROOM, STREEK_PLAN_DOWN,
    GDK_KEY_Down, GDK_ALT_MASK },
  { "plan.in", NULL, on_in, NEEDS_WRITING | NEEDS_CHOSEN | NEEDS_ROOM, STREEK_PLAN_IN,
    GDK_KEY_Right, GDK_ALT_MASK },
  { "plan.out", NULL, on_out, NEEDS_WRITING | NEEDS_CHOSEN | NEEDS_ROOM, STREEK_PLAN_OUT,
    GDK_KEY_Left, GDK_ALT_MASK },
  { "plan.cut", NULL, on_cut, NEEDS_WRITING | NEEDS_CHOSEN, 0, GDK_KEY_x, GDK_CONTROL_MASK },
  { "plan.copy", NULL, on_copy, NEEDS_CHOSEN, 0, GDK_KEY_c, GDK_CONTROL_MASK },
  { "plan.paste", NULL, on_paste, NEEDS_WRITING | NEEDS_CLIPBOARD, 0, GDK_KEY_v, GDK_CONTROL_MASK },
  { "plan.add", NULL, on_add, NEEDS_WRITING, 0, GDK_KEY_Insert, 0 },
  { "plan.add-below", NULL, on_add_below, NEEDS_WRITING | NEEDS_CHOSEN, 0, GDK_KEY_Insert,
    GDK_SHIFT_MASK },
  { "plan.delete", NULL, on_delete, NEEDS_WRITING | NEEDS_CHOSEN, 0, GDK_KEY_Delete, 0 },
  { "plan.open", NULL, on_open, NEEDS_CHOSEN, 0, 0, 0 }, /* Enter, as every list does */
  { "plan.edit-cell", NULL, on_edit_cell, NEEDS_WRITING | NEEDS_CHOSEN, 0, GDK_KEY_F2, 0 },
  { "plan.status", "s", on_set_status, NEEDS_WRITING | NEEDS_CHOSEN, 0, 0, 0 },
  { "plan.add-update", NULL, on_add_update, NEEDS_WRITING | NEEDS_CHOSEN, 0, 0, 0 },
  { "plan.change-field", NULL, on_change_field, NEEDS_WRITING | NEEDS_CHOSEN, 0, 0, 0 },
};

static gboolean
has_room (StreekPlanTreeView *self, StreekPlanStep direction)
{
  g_autoptr (StreekRecordChanges) changes = streek_record_changes_new ();
  gint64 item = streek_plan_tree_view_get_chosen (self);

  return find_node (self, item) != NULL &&
         streek_plan_tree_step (get_tree (self), changes, item, direction);
}

static gboolean
can (StreekPlanTreeView *self, gsize edit)
{
  Needs needs = edits[edit].needs;

  return !((needs & NEEDS_WRITING) != 0 && !streek_plan_tree_view_can_write (self)) &&
         !((needs & NEEDS_CHOSEN) != 0 && streek_plan_tree_view_get_chosen (self) == 0) &&
         !((needs & NEEDS_CLIPBOARD) != 0 && !has_items (self) && !has_text (self)) &&
         !((needs & NEEDS_ROOM) != 0 && !has_room (self, edits[edit].step));
}

gboolean
streek_plan_tree_view_can (StreekPlanTreeView *self, const char *name)
{
  g_return_val_if_fail (STREEK_IS_PLAN_TREE_VIEW (self), FALSE);

  for (gsize i = 0; i < G_N_ELEMENTS (edits); i++)
    if (g_str_equal (edits[i].name, name))
      return can (self, i);

  return FALSE;
}

void
streek_plan_tree_view_update_edits (StreekPlanTreeView *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (edits); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), edits[i].name, can (self, i));
}

void
streek_plan_tree_view_install_edits (GtkWidgetClass *widget_class)
{
  for (gsize i = 0; i < G_N_ELEMENTS (edits); i++)
    {
      gtk_widget_class_install_action (widget_class, edits[i].name, edits[i].parameter,
                                       edits[i].func);
      if (edits[i].key != 0)
        gtk_widget_class_add_binding_action (widget_class, edits[i].key, edits[i].modifiers,
                                             edits[i].name, NULL);
    }
}
