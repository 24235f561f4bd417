/* streek-pick-list.c: a few things picked from many, each with a button to take it away */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "streek-pick-list"
#include "config.h"
#include "streek-pick-list.h"

#include "streek-chooser.h"

#include <adwaita.h>
#include <glib/gi18n.h>

struct _StreekPickList
{
  GtkWidget parent_instance;

  GtkListBox *list;
  GtkLabel *empty_label;
  StreekChooser *chooser;

  GListModel *choices;
  GPtrArray *ids; /* (element-type utf8) */
  guint minimum;
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StreekPickList, streek_pick_list, GTK_TYPE_WIDGET)

static StreekChoice *
dup_choice (StreekPickList *self, const char *id)
{
  guint n = self->choices != NULL ? g_list_model_get_n_items (self->choices) : 0;

  for (guint i = 0; i < n; i++)
    {
      StreekChoice *choice = g_list_model_get_item (self->choices, i);

      if (g_str_equal (streek_choice_get_id (choice), id))
        return choice;
      g_object_unref (choice);
    }

  return NULL;
}

static void fill (StreekPickList *self);

static void
on_remove_cb (StreekPickList *self, GtkButton *button)
{
  const char *id = g_object_get_data (G_OBJECT (button), "streek-id");

  for (guint i = 0; i < self->ids->len; i++)
    if (g_str_equal (self->ids->pdata[i], id))
      {
        g_ptr_array_remove_index (self->ids, i);
        break;
      }

  fill (self);
  streek_chooser_start (self->chooser);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static GtkWidget *
make_row (StreekPickList *self, const char *id)
{
  g_autoptr (StreekChoice) choice = dup_choice (self, id);
  const char *name = choice != NULL ? streek_choice_get_title (choice) : id;
  const char *small = choice != NULL ? streek_choice_get_subtitle (choice) : NULL;
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_from_icon_name ("list-remove-symbolic");
  g_autofree char *title = g_markup_escape_text (name, -1);
  g_autofree char *subtitle = g_markup_escape_text (small != NULL ? small : "", -1);
  /* Translators: button beside a name in a list; %s is the name */
  g_autofree char *label = g_strdup_printf (_ ("Remove %s"), name);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, label);
  gtk_widget_set_sensitive (button, self->ids->len > self->minimum);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  g_object_set_data_full (G_OBJECT (button), "streek-id", g_strdup (id), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_remove_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);

  return row;
}

static void
fill (StreekPickList *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);

  for (guint i = 0; i < self->ids->len; i++)
    gtk_list_box_append (self->list, make_row (self, self->ids->pdata[i]));

  gtk_widget_set_visible (GTK_WIDGET (self->list), self->ids->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->empty_label),
                          self->ids->len == 0 && *gtk_label_get_text (self->empty_label) != '\0');
}

static void
on_chosen_cb (StreekPickList *self, const char *id)
{
  if (g_ptr_array_find_with_equal_func (self->ids, id, g_str_equal, NULL))
    return;

  g_ptr_array_add (self->ids, g_strdup (id));
  fill (self);
  streek_chooser_start (self->chooser);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
streek_pick_list_dispose (GObject *object)
{
  StreekPickList *self = STREEK_PICK_LIST (object);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  g_clear_object (&self->choices);
  g_clear_pointer (&child, gtk_widget_unparent);

  G_OBJECT_CLASS (streek_pick_list_parent_class)->dispose (object);
}

static void
streek_pick_list_finalize (GObject *object)
{
  g_ptr_array_unref (STREEK_PICK_LIST (object)->ids);

  G_OBJECT_CLASS (streek_pick_list_parent_class)->finalize (object);
}

static void
streek_pick_list_class_init (StreekPickListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = streek_pick_list_dispose;
  object_class->finalize = streek_pick_list_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (STREEK_TYPE_CHOOSER);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/be/streekatlas/Streekatlas/ui/streek-pick-list.ui");
  gtk_widget_class_bind_template_child (widget_class, StreekPickList, list);
  gtk_widget_class_bind_template_child (widget_class, StreekPickList, empty_label);
  gtk_widget_class_bind_template_child (widget_class, StreekPickList, chooser);
  gtk_widget_class_bind_template_callback (widget_class, on_chosen_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
streek_pick_list_init (StreekPickList *self)
{
  self->ids = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  fill (self);
}

void
streek_pick_list_set_choices (StreekPickList *self, GListModel *choices)
{
  g_return_if_fail (STREEK_IS_PICK_LIST (self));

  g_set_object (&self->choices, choices);
  streek_chooser_set_choices (self->chooser, choices);
  fill (self);
}

void
streek_pick_list_set_ids (StreekPickList *self, const char *const *ids)
{
  g_return_if_fail (STREEK_IS_PICK_LIST (self));

  g_ptr_array_set_size (self->ids, 0);
  for (gsize i = 0; ids != NULL && ids[i] != NULL; i++)
    g_ptr_array_add (self->ids, g_strdup (ids[i]));
  fill (self);
}

char **
streek_pick_list_dup_ids (StreekPickList *self)
{
  g_return_val_if_fail (STREEK_IS_PICK_LIST (self), NULL);

  if (self->ids->len == 0)
    return NULL;

  char **ids = g_new0 (char *, self->ids->len + 1);

  for (guint i = 0; i < self->ids->len; i++)
    ids[i] = g_strdup (self->ids->pdata[i]);

  return ids;
}

void
streek_pick_list_set_words (StreekPickList *self, const char *text, const char *placeholder)
{
  g_return_if_fail (STREEK_IS_PICK_LIST (self));

  gtk_label_set_text (self->empty_label, text);
  streek_chooser_set_placeholder (self->chooser, placeholder);
  fill (self);
}

void
streek_pick_list_set_minimum (StreekPickList *self, guint minimum)
{
  g_return_if_fail (STREEK_IS_PICK_LIST (self));

  self->minimum = minimum;
  fill (self);
}

void
streek_pick_list_start (StreekPickList *self)
{
  g_return_if_fail (STREEK_IS_PICK_LIST (self));

  streek_chooser_start (self->chooser);
}
