/* streek-choice-button.c: a button that shows what was chosen and opens a list to choose from */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "import/streek-choice-button.h"

struct _StreekChoiceButton
{
  AdwBin parent_instance;

  GtkMenuButton *button;
  GtkLabel *label;

  char *placeholder;
  char *current; /* (nullable) */
  StreekChoicesFunc func;
  gpointer data;
  GListModel *choices; /* (nullable): while the list is open, and after */
};

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StreekChoiceButton, streek_choice_button, ADW_TYPE_BIN)

static char *
dup_title (StreekChoiceButton *self, const char *id)
{
  for (guint i = 0; i < g_list_model_get_n_items (self->choices); i++)
    {
      g_autoptr (StreekChoice) choice = g_list_model_get_item (self->choices, i);

      if (g_strcmp0 (streek_choice_get_id (choice), id) == 0)
        return g_strdup (streek_choice_get_title (choice));
    }

  return g_strdup (id);
}

static void
on_chosen_cb (StreekChoiceButton *self, const char *id)
{
  g_autofree char *kept = g_strdup (id);
  g_autofree char *title = dup_title (self, id);

  gtk_menu_button_popdown (self->button);
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, kept, title);
}

static void
create_popup_cb (GtkMenuButton *button, gpointer user_data)
{
  StreekChoiceButton *self = user_data;
  GtkWidget *chooser = g_object_new (STREEK_TYPE_CHOOSER, NULL);
  GtkWidget *popover = gtk_popover_new ();

  g_clear_object (&self->choices);
  self->choices = self->func (self->data);
  streek_chooser_set_placeholder (STREEK_CHOOSER (chooser), self->placeholder);
  streek_chooser_set_choices (STREEK_CHOOSER (chooser), self->choices);
  streek_chooser_set_current (STREEK_CHOOSER (chooser), self->current);
  g_signal_connect_object (chooser, "chosen", G_CALLBACK (on_chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (popover, "show", G_CALLBACK (streek_chooser_start), chooser,
                           G_CONNECT_SWAPPED);
  gtk_widget_set_size_request (popover, 360, -1);
  gtk_popover_set_child (GTK_POPOVER (popover), chooser);
  gtk_menu_button_set_popover (button, popover);
}

static void
streek_choice_button_dispose (GObject *object)
{
  StreekChoiceButton *self = STREEK_CHOICE_BUTTON (object);

  g_clear_object (&self->choices);

  G_OBJECT_CLASS (streek_choice_button_parent_class)->dispose (object);
}

static void
streek_choice_button_finalize (GObject *object)
{
  StreekChoiceButton *self = STREEK_CHOICE_BUTTON (object);

  g_clear_pointer (&self->placeholder, g_free);
  g_clear_pointer (&self->current, g_free);

  G_OBJECT_CLASS (streek_choice_button_parent_class)->finalize (object);
}

static void
streek_choice_button_class_init (StreekChoiceButtonClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = streek_choice_button_dispose;
  G_OBJECT_CLASS (klass)->finalize = streek_choice_button_finalize;

  /**
   * StreekChoiceButton::chosen:
   * @id: of the choice
   * @title: of the choice, as it was read
   */
  signals[SIGNAL_CHOSEN] =
    g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
}

static void
streek_choice_button_init (StreekChoiceButton *self)
{
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *button = gtk_menu_button_new ();

  self->label = GTK_LABEL (label);
  self->button = GTK_MENU_BUTTON (button);
  gtk_label_set_ellipsize (self->label, PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (self->label, 28);
  gtk_label_set_xalign (self->label, 0);
  gtk_menu_button_set_always_show_arrow (self->button, TRUE);
  gtk_menu_button_set_child (self->button, label);
  gtk_menu_button_set_create_popup_func (self->button, create_popup_cb, self, NULL);
  adw_bin_set_child (ADW_BIN (self), button);
}

GtkWidget *
streek_choice_button_new (const char *name,
                          const char *placeholder,
                          StreekChoicesFunc func,
                          GCallback chosen,
                          gpointer owner)
{
  g_return_val_if_fail (func != NULL && G_IS_OBJECT (owner), NULL);

  StreekChoiceButton *self = g_object_new (STREEK_TYPE_CHOICE_BUTTON, NULL);

  self->placeholder = g_strdup (placeholder);
  self->func = func;
  self->data = owner;
  g_signal_connect_object (self, "chosen", chosen, owner, G_CONNECT_SWAPPED);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);

  return GTK_WIDGET (self);
}

void
streek_choice_button_set_current (StreekChoiceButton *self, const char *id, const char *label)
{
  g_return_if_fail (STREEK_IS_CHOICE_BUTTON (self));

  if (self->current != id)
    {
      g_free (self->current);
      self->current = g_strdup (id);
    }

  gtk_label_set_text (self->label, label);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), id != NULL ? label : NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, label, -1);
}
