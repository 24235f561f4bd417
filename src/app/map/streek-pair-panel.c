/* streek-pair-panel.c: the other indicator of a map of two, and its limits and colours */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "streek-pair-panel"
#include "config.h"
#include "map/streek-pair-panel.h"

#include "figure/streek-palette.h"
#include "map/streek-limit-text.h"
#include "streek-area-choices.h"
#include "streek-chooser.h"
#include "streek-tooltip.h"

#include <glib/gi18n.h>

struct _StreekPairPanel
{
  GtkWidget parent_instance;

  GtkLabel *second_heading;
  GtkMenuButton *second_button;
  GtkLabel *second_label;
  StreekChooser *second_chooser;
  GtkWidget *classes_box; /* what only a map in classes of both has */
  GtkEntry *first_entry;
  GtkEntry *second_entry;
  GtkDropDown *palette_drop_down;

  StreekContext *context;
  gboolean is_filling;
};

G_DEFINE_FINAL_TYPE (StreekPairPanel, streek_pair_panel, GTK_TYPE_WIDGET)

static StreekFigureSpec *
copy_spec (StreekPairPanel *self)
{
  return streek_figure_spec_copy (streek_context_get_spec (self->context));
}

static const StreekIndicator *
find_indicator (StreekPairPanel *self, const char *code)
{
  StreekCatalogue *catalogue = streek_context_get_catalogue (self->context);

  return catalogue != NULL && code != NULL ? streek_catalogue_find (catalogue, code, NULL) : NULL;
}

/* What is being typed stays. */
static void
fill_entry (StreekPairPanel *self, GtkEntry *entry, const GArray *limits)
{
  GtkWidget *widget = GTK_WIDGET (entry);
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean is_own =
    streek_context_get_spec (self->context)->method == STREEK_CLASSES_MANUAL && limits != NULL;
  g_autofree char *text = is_own ? streek_limit_text_dup (limits) : g_strdup ("");

  if (focus == NULL || !gtk_widget_is_ancestor (focus, widget))
    gtk_editable_set_text (GTK_EDITABLE (entry), text);
  gtk_widget_remove_css_class (widget, "error");
}

static void
fill_second (StreekPairPanel *self, const StreekFigureSpec *spec)
{
  const StreekIndicator *second = find_indicator (self, spec->second);
  const char *name = second != NULL ? second->name : _ ("Choose an indicator");
  const char *heading =
    spec->kind == STREEK_FIGURE_COMBINED ? _ ("_Circles") : _ ("_Second indicator");

  gtk_label_set_text (self->second_label, name);
  gtk_label_set_label (self->second_heading, heading);
  streek_tooltip_set (GTK_WIDGET (self->second_button), second != NULL ? second->definition : NULL);
}

static void
fill (StreekPairPanel *self)
{
  const StreekFigureSpec *spec = streek_context_get_spec (self->context);
  guint palette = 0;

  if (spec->kind_is_automatic || !streek_figure_kind_has_second (spec->kind))
    return;

  self->is_filling = TRUE;
  fill_second (self, spec);
  gtk_widget_set_visible (self->classes_box, spec->kind == STREEK_FIGURE_BIVARIATE);
  fill_entry (self, self->first_entry, spec->breaks);
  fill_entry (self, self->second_entry, spec->second_breaks);
  if (streek_pair_palette_find (spec->palette, &palette, NULL))
    gtk_drop_down_set_selected (self->palette_drop_down, palette);
  self->is_filling = FALSE;
}

/* All but the first one; for circles counts alone. */
static GListStore *
list_choices (StreekPairPanel *self, const StreekFigureSpec *spec)
{
  GListStore *choices = streek_indicator_choices_new (streek_context_get_catalogue (self->context));

  for (guint i = g_list_model_get_n_items (G_LIST_MODEL (choices)); i-- > 0;)
    {
      g_autoptr (StreekChoice) choice = g_list_model_get_item (G_LIST_MODEL (choices), i);
      const StreekIndicator *indicator = find_indicator (self, streek_choice_get_id (choice));

      if (g_strcmp0 (streek_choice_get_id (choice), spec->indicator) == 0 ||
          (spec->kind == STREEK_FIGURE_COMBINED && (indicator == NULL || !indicator->is_count)))
        g_list_store_remove (choices, i);
    }

  return choices;
}

static void
on_second_show_cb (StreekPairPanel *self)
{
  const StreekFigureSpec *spec = streek_context_get_spec (self->context);
  g_autoptr (GListStore) choices = list_choices (self, spec);

  streek_chooser_set_choices (self->second_chooser, G_LIST_MODEL (choices));
  streek_chooser_set_current (self->second_chooser, spec->second != NULL ? spec->second : "");
  streek_chooser_start (self->second_chooser);
}

static void
on_second_chosen_cb (StreekPairPanel *self, const char *id)
{
  g_autoptr (StreekFigureSpec) spec = copy_spec (self);

  g_free (spec->second);
  spec->second = g_strdup (id);
  g_clear_pointer (&spec->second_breaks, g_array_unref);
  if (spec->kind == STREEK_FIGURE_BIVARIATE && spec->breaks == NULL)
    spec->method = STREEK_CLASSES_QUANTILE;
  gtk_menu_button_popdown (self->second_button);
  streek_context_set_spec (self->context, spec);
}

/* Two limits make three classes; nothing typed: as many areas in each. */
static gboolean
take_limits (GtkEntry *entry, GArray **limits)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));
  g_autoptr (GArray) read = streek_limit_text_read (text);
  gboolean is_right = *text == '\0' || (read != NULL && read->len == 2);

  if (!is_right)
    {
      gtk_widget_add_css_class (GTK_WIDGET (entry), "error");
      return FALSE;
    }

  g_clear_pointer (limits, g_array_unref);
  *limits = g_steal_pointer (&read);

  return TRUE;
}

static void
on_limits_cb (StreekPairPanel *self)
{
  g_autoptr (StreekFigureSpec) spec = copy_spec (self);

  if (!take_limits (self->first_entry, &spec->breaks) ||
      !take_limits (self->second_entry, &spec->second_breaks))
    return;

  spec->method = spec->breaks != NULL || spec->second_breaks != NULL ? STREEK_CLASSES_MANUAL
                                                                     : STREEK_CLASSES_QUANTILE;
  streek_context_set_spec (self->context, spec);
}

static void
on_palette_cb (StreekPairPanel *self)
{
  guint selected = gtk_drop_down_get_selected (self->palette_drop_down);

  if (self->is_filling || selected >= STREEK_N_PAIR_PALETTES)
    return;

  g_autoptr (StreekFigureSpec) spec = copy_spec (self);

  g_free (spec->palette);
  spec->palette = g_strdup (streek_pair_palette_get_name (selected));
  streek_context_set_spec (self->context, spec);
}

static void
streek_pair_panel_dispose (GObject *object)
{
  StreekPairPanel *self = STREEK_PAIR_PANEL (object);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  self->is_filling = TRUE; /* lists that go away change what is selected in them */
  g_clear_pointer (&child, gtk_widget_unparent);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (streek_pair_panel_parent_class)->dispose (object);
}

static void
streek_pair_panel_class_init (StreekPairPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = streek_pair_panel_dispose;

  g_type_ensure (STREEK_TYPE_CHOOSER);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/be/streekatlas/Streekatlas/ui/streek-pair-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, StreekPairPanel, second_heading);
  gtk_widget_class_bind_template_child (widget_class, StreekPairPanel, second_button);
  gtk_widget_class_bind_template_child (widget_class, StreekPairPanel, second_label);
  gtk_widget_class_bind_template_child (widget_class, StreekPairPanel, second_chooser);
  gtk_widget_class_bind_template_child (widget_class, StreekPairPanel, classes_box);
  gtk_widget_class_bind_template_child (widget_class, StreekPairPanel, first_entry);
  gtk_widget_class_bind_template_child (widget_class, StreekPairPanel, second_entry);
  gtk_widget_class_bind_template_child (widget_class, StreekPairPanel, palette_drop_down);
  gtk_widget_class_bind_template_callback (widget_class, on_second_show_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_second_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_limits_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_palette_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
streek_pair_panel_init (StreekPairPanel *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  self->is_filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  streek_chooser_set_placeholder (self->second_chooser, _ ("Find an indicator"));
  for (guint i = 0; i < STREEK_N_PAIR_PALETTES; i++)
    gtk_string_list_append (names, streek_pair_palette_get_label (i));
  gtk_drop_down_set_model (self->palette_drop_down, G_LIST_MODEL (names));
  self->is_filling = FALSE;
}

void
streek_pair_panel_set_context (StreekPairPanel *self, StreekContext *context)
{
  g_return_if_fail (STREEK_IS_PAIR_PANEL (self));
  g_return_if_fail (self->context == NULL);

  self->context = g_object_ref (context);
  g_signal_connect_object (context, "changed", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  fill (self);
}
