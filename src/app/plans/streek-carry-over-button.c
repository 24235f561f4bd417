/* streek-carry-over-button.c: which unfinished actions of the year before to take along */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "plans/streek-carry-over-button.h"

#include <adwaita.h>

struct _StreekCarryOverButton
{
  GtkWidget parent_instance;

  GtkMenuButton *button;
  GtkPopover *popover;
  GtkListBox *list;
  GtkWidget *run_button;

  GPtrArray *checks;   /* GtkCheckButton, as the list has them; owned by it */
  GArray *ids;         /* gint64, in the same order */
  GHashTable *refused; /* a set of ids: what was unticked */
};

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StreekCarryOverButton, streek_carry_over_button, GTK_TYPE_WIDGET)

/* (transfer full) */
static GArray *
list_ticked (StreekCarryOverButton *self)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < self->checks->len; i++)
    if (gtk_check_button_get_active (self->checks->pdata[i]))
      g_array_append_val (ids, g_array_index (self->ids, gint64, i));

  return ids;
}

static void
update_run_button (StreekCarryOverButton *self)
{
  g_autoptr (GArray) ids = list_ticked (self);

  gtk_widget_set_sensitive (self->run_button, ids->len > 0);
}

static void
on_toggled_cb (StreekCarryOverButton *self)
{
  g_hash_table_remove_all (self->refused);

  for (guint i = 0; i < self->checks->len; i++)
    if (!gtk_check_button_get_active (self->checks->pdata[i]))
      {
        gint64 id = g_array_index (self->ids, gint64, i);

        g_hash_table_add (self->refused, g_memdup2 (&id, sizeof id));
      }

  update_run_button (self);
}

static void
on_run_cb (StreekCarryOverButton *self)
{
  g_autoptr (GArray) ids = list_ticked (self);

  gtk_popover_popdown (self->popover);
  if (ids->len > 0)
    g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, ids);
}

static void
add_action (StreekCarryOverButton *self, const StreekRecord *action, const StreekRecords *records)
{
  GtkWidget *row = adw_action_row_new (), *check = gtk_check_button_new ();
  gint64 id = streek_record_get_id (action);
  g_autofree char *label = streek_record_dup_title (action, records);
  g_autofree char *title = g_markup_escape_text (label, -1);

  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check),
                               !g_hash_table_contains (self->refused, &id));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check); /* and names it */
  g_array_append_val (self->ids, id);
  g_ptr_array_add (self->checks, check);
  g_signal_connect_object (check, "toggled", G_CALLBACK (on_toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (self->list, row);
}

static void
clear_list (StreekCarryOverButton *self)
{
  GtkWidget *child;

  g_ptr_array_set_size (self->checks, 0);
  g_array_set_size (self->ids, 0);

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
}

static void
streek_carry_over_button_dispose (GObject *object)
{
  StreekCarryOverButton *self = STREEK_CARRY_OVER_BUTTON (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), STREEK_TYPE_CARRY_OVER_BUTTON);

  G_OBJECT_CLASS (streek_carry_over_button_parent_class)->dispose (object);
}

static void
streek_carry_over_button_finalize (GObject *object)
{
  StreekCarryOverButton *self = STREEK_CARRY_OVER_BUTTON (object);

  g_ptr_array_unref (self->checks);
  g_array_unref (self->ids);
  g_hash_table_unref (self->refused);

  G_OBJECT_CLASS (streek_carry_over_button_parent_class)->finalize (object);
}

static void
streek_carry_over_button_class_init (StreekCarryOverButtonClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = streek_carry_over_button_dispose;
  object_class->finalize = streek_carry_over_button_finalize;

  signals[SIGNAL_CHOSEN] =
    g_signal_new ("chosen", STREEK_TYPE_CARRY_OVER_BUTTON, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_ARRAY | G_SIGNAL_TYPE_STATIC_SCOPE);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/be/streekatlas/Streekatlas/ui/streek-carry-over-button.ui");
  gtk_widget_class_bind_template_child (widget_class, StreekCarryOverButton, button);
  gtk_widget_class_bind_template_child (widget_class, StreekCarryOverButton, popover);
  gtk_widget_class_bind_template_child (widget_class, StreekCarryOverButton, list);
  gtk_widget_class_bind_template_child (widget_class, StreekCarryOverButton, run_button);
  gtk_widget_class_bind_template_callback (widget_class, on_run_cb);
}

static void
streek_carry_over_button_init (StreekCarryOverButton *self)
{
  self->checks = g_ptr_array_new ();
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->refused = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
streek_carry_over_button_set_actions (StreekCarryOverButton *self,
                                      const GPtrArray *actions,
                                      const StreekRecords *records)
{
  g_return_if_fail (STREEK_IS_CARRY_OVER_BUTTON (self) && actions != NULL);

  clear_list (self);

  for (guint i = 0; i < actions->len; i++)
    add_action (self, actions->pdata[i], records);

  update_run_button (self);
}
