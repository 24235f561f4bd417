/* streek-chooser.c: a list to choose one thing from, with a field to narrow it down */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "streek-chooser"
#include "config.h"
#include "streek-chooser.h"

struct _StreekChooser
{
  GtkWidget parent_instance;

  GtkSearchEntry *entry;
  GtkListView *list;
  GtkStack *stack;
  GtkFilterListModel *filtered;
  GtkSingleSelection *selection;
  GtkFilter *filter;

  GListModel *choices;
  StreekChooserSearchFunc search; /* (nullable): finds instead of the filter */
  gpointer search_data;
  char **wanted;  /* words of the field, folded */
  char *searched; /* the text of the field that the list is of */
  char *current;
};

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StreekChooser, streek_chooser, GTK_TYPE_WIDGET)

static gboolean
matches_cb (gpointer item, gpointer user_data)
{
  StreekChooser *self = user_data;

  return streek_choice_matches (item, (const char *const *) self->wanted);
}

static void
update_stack (StreekChooser *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));

  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "list" : "empty");
}

static void
select_id (StreekChooser *self, const char *id)
{
  GListModel *model = G_LIST_MODEL (self->selection);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (StreekChoice) choice = g_list_model_get_item (model, i);

      if (g_strcmp0 (streek_choice_get_id (choice), id) == 0)
        {
          gtk_single_selection_set_selected (self->selection, i);
          return;
        }
    }

  gtk_single_selection_set_selected (self->selection, 0);
}

/* A list that was never laid out scrolls to empty land, so it scrolls when it has a size. */
static gboolean
on_shown_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  StreekChooser *self = STREEK_CHOOSER (widget);

  if (gtk_widget_get_height (GTK_WIDGET (self->list)) == 0)
    return G_SOURCE_CONTINUE;

  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u",
                              gtk_single_selection_get_selected (self->selection));
  return G_SOURCE_REMOVE;
}

static void
search (StreekChooser *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));

  g_free (self->searched);
  self->searched = g_strdup (text);
  if (self->search != NULL)
    {
      g_autoptr (GListModel) found =
        *text != '\0' ? self->search (text, self->search_data) : g_object_ref (self->choices);

      gtk_filter_list_model_set_model (self->filtered, found);
    }
  else
    {
      g_clear_pointer (&self->wanted, g_strfreev);
      self->wanted = g_str_tokenize_and_fold (text, NULL, NULL);
      gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
    }

  gtk_single_selection_set_selected (self->selection, 0);
  update_stack (self);
}

/* The field tells of a letter a while after it was typed. Who has pressed another key by then means
 * what is found by all letters, and keeps what it chose when the field tells. */
static void
catch_up (StreekChooser *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));

  if (g_strcmp0 (text, self->searched) != 0)
    search (self);
}

static void
on_search_changed_cb (StreekChooser *self)
{
  catch_up (self);
}

static void
choose (StreekChooser *self, guint position)
{
  g_autoptr (StreekChoice) choice =
    g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (choice != NULL)
    g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, streek_choice_get_id (choice));
}

static void
on_activate_cb (StreekChooser *self, guint position)
{
  choose (self, position);
}

static void
on_entry_activate_cb (StreekChooser *self)
{
  catch_up (self);
  choose (self, gtk_single_selection_get_selected (self->selection));
}

/* A search entry keeps Escape for itself, so what is around it would never see it. */
static gboolean
leave (StreekChooser *self)
{
  GtkWidget *popover = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_POPOVER);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (popover));
  else if (GTK_IS_WINDOW (root) && gtk_window_get_modal (GTK_WINDOW (root)))
    gtk_window_close (GTK_WINDOW (root));
  else
    return GDK_EVENT_PROPAGATE;

  return GDK_EVENT_STOP;
}

/* Up and down in the field move through the list, so that hands stay where they type. */
static gboolean
on_entry_key_cb (StreekChooser *self, guint key)
{
  if (key == GDK_KEY_Escape)
    return leave (self);
  if (key != GDK_KEY_Down && key != GDK_KEY_Up)
    return GDK_EVENT_PROPAGATE;

  catch_up (self);

  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  guint selected = gtk_single_selection_get_selected (self->selection);

  if (n == 0)
    return GDK_EVENT_PROPAGATE;

  if (key == GDK_KEY_Down && selected + 1 < n)
    selected++;
  else if (key == GDK_KEY_Up && selected > 0)
    selected--;

  gtk_single_selection_set_selected (self->selection, selected);
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", selected);
  return GDK_EVENT_STOP;
}

static void
on_setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  GtkWidget *title = gtk_label_new (NULL);
  GtkWidget *subtitle = gtk_label_new (NULL);

  gtk_widget_add_css_class (box, "choice");
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_label_set_xalign (GTK_LABEL (subtitle), 0);
  gtk_label_set_wrap (GTK_LABEL (subtitle), TRUE);
  gtk_widget_add_css_class (subtitle, "caption");
  gtk_widget_add_css_class (subtitle, "dim-label");
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), subtitle);
  gtk_list_item_set_child (item, box);
}

static void
on_bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  StreekChoice *choice = gtk_list_item_get_item (item);
  GtkWidget *title = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkWidget *subtitle = gtk_widget_get_next_sibling (title);
  const char *small = streek_choice_get_subtitle (choice);

  gtk_label_set_text (GTK_LABEL (title), streek_choice_get_title (choice));
  gtk_label_set_text (GTK_LABEL (subtitle), small != NULL ? small : "");
  gtk_widget_set_visible (subtitle, small != NULL);
}

static void
streek_chooser_dispose (GObject *object)
{
  StreekChooser *self = STREEK_CHOOSER (object);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  if (self->filter != NULL)
    gtk_custom_filter_set_filter_func (GTK_CUSTOM_FILTER (self->filter), NULL, NULL, NULL);
  g_clear_object (&self->choices);
  g_clear_object (&self->filter);
  g_clear_object (&self->filtered);
  g_clear_object (&self->selection);
  g_clear_pointer (&child, gtk_widget_unparent);

  G_OBJECT_CLASS (streek_chooser_parent_class)->dispose (object);
}

static void
streek_chooser_finalize (GObject *object)
{
  StreekChooser *self = STREEK_CHOOSER (object);

  g_clear_pointer (&self->wanted, g_strfreev);
  g_clear_pointer (&self->searched, g_free);
  g_clear_pointer (&self->current, g_free);

  G_OBJECT_CLASS (streek_chooser_parent_class)->finalize (object);
}

static void
streek_chooser_class_init (StreekChooserClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = streek_chooser_dispose;
  object_class->finalize = streek_chooser_finalize;

  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/be/streekatlas/Streekatlas/ui/streek-chooser.ui");
  gtk_widget_class_bind_template_child (widget_class, StreekChooser, entry);
  gtk_widget_class_bind_template_child (widget_class, StreekChooser, list);
  gtk_widget_class_bind_template_child (widget_class, StreekChooser, stack);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_key_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_bind_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
streek_chooser_init (StreekChooser *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->searched = g_strdup ("");
  self->filter = GTK_FILTER (gtk_custom_filter_new (matches_cb, self, NULL));
  self->filtered = gtk_filter_list_model_new (NULL, g_object_ref (self->filter));
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->filtered)));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  gtk_search_entry_set_key_capture_widget (self->entry, GTK_WIDGET (self));
}

void
streek_chooser_set_choices (StreekChooser *self, GListModel *choices)
{
  g_return_if_fail (STREEK_IS_CHOOSER (self));

  g_set_object (&self->choices, choices);
  gtk_filter_list_model_set_model (self->filtered, choices);
  if (self->search != NULL)
    {
      g_free (self->searched);
      self->searched = g_strdup ("");
    }
  update_stack (self);
  select_id (self, self->current);
}

void
streek_chooser_set_current (StreekChooser *self, const char *id)
{
  g_return_if_fail (STREEK_IS_CHOOSER (self));

  g_free (self->current);
  self->current = g_strdup (id);
  select_id (self, self->current);
}

void
streek_chooser_start (StreekChooser *self)
{
  g_return_if_fail (STREEK_IS_CHOOSER (self));

  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  select_id (self, self->current);
  gtk_widget_add_tick_callback (GTK_WIDGET (self), on_shown_cb, NULL, NULL);
}

void
streek_chooser_set_placeholder (StreekChooser *self, const char *text)
{
  g_return_if_fail (STREEK_IS_CHOOSER (self));

  g_object_set (self->entry, "placeholder-text", text, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, text,
                                  -1);
}

void
streek_chooser_set_search_func (StreekChooser *self,
                                StreekChooserSearchFunc func,
                                gpointer user_data)
{
  g_return_if_fail (STREEK_IS_CHOOSER (self));

  self->search = func;
  self->search_data = user_data;
}

void
streek_chooser_search_again (StreekChooser *self)
{
  g_return_if_fail (STREEK_IS_CHOOSER (self));

  StreekChoice *choice = gtk_single_selection_get_selected_item (self->selection);
  g_autofree char *selected = choice != NULL ? g_strdup (streek_choice_get_id (choice)) : NULL;

  if (self->search == NULL || *gtk_editable_get_text (GTK_EDITABLE (self->entry)) == '\0')
    return;

  search (self);
  select_id (self, selected);
}
