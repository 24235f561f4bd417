/* streek-search-button.c: Ctrl+K: go to any area or indicator */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "streek-search-button"
#include "config.h"
#include "streek-area-choices.h"
#include "streek-chooser.h"
#include "streek-search-button.h"
#include "base/streek-format.h"

#include <glib/gi18n.h>

struct _StreekSearchButton
{
  GtkWidget parent_instance;

  GtkMenuButton *button;
  StreekChooser *chooser;

  StreekContext *context;
};

G_DEFINE_FINAL_TYPE (StreekSearchButton, streek_search_button, GTK_TYPE_WIDGET)

/* Ids of choices are places, as streek_place_open() reads them. */
#define INDICATOR_PREFIX "indicator:"
#define AREA_PREFIX "area:"

/* Who needs more types another letter. */
#define MAX_AREAS_FOUND 50

/* @words: (nullable): only those that have them */
static void
append_indicators (StreekSearchButton *self, GListStore *choices, const char *const *words)
{
  StreekCatalogue *catalogue = streek_context_get_catalogue (self->context);
  g_autoptr (GListStore) indicators = streek_indicator_choices_new (catalogue);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (indicators)); i++)
    {
      g_autoptr (StreekChoice) plain = g_list_model_get_item (G_LIST_MODEL (indicators), i);
      g_autofree char *id = g_strconcat (INDICATOR_PREFIX, streek_choice_get_id (plain), NULL);
      g_autoptr (StreekChoice) choice =
        streek_choice_new (id, streek_choice_get_title (plain), _ ("Indicator"), NULL);

      if (words == NULL || streek_choice_matches (plain, words))
        g_list_store_append (choices, choice);
    }
}

static StreekDate
find_nearest_day (const StreekArea *area, StreekDate on)
{
  return CLAMP (on, area->valid.from, area->valid.to - 1);
}

/* What is not there on the date shown says when it is, or was. */
static void
append_area (GListStore *choices, const StreekArea *area, StreekDate on)
{
  StreekDate day = find_nearest_day (area, on);
  g_autofree char *date = streek_format_date (streek_format_get_default (), day);
  g_autofree char *subtitle = day != on
                                ? g_strdup_printf (_ ("%s, those of %s"), area->set->name, date)
                                : g_strdup (area->set->name);
  g_autofree char *id = g_strdup_printf (AREA_PREFIX "%s:%s", area->set->code, area->code);
  g_autoptr (StreekChoice) choice = streek_choice_new (id, area->name, subtitle, NULL);

  g_list_store_append (choices, choice);
}

static void
append_all_areas (StreekSearchButton *self, GListStore *choices)
{
  StreekAreas *areas = streek_context_get_areas (self->context);
  StreekDate on = streek_context_get_area_date (self->context);
  g_autoptr (GPtrArray) sets = streek_areas_list_sets (areas);

  for (guint i = 0; i < sets->len; i++)
    {
      const StreekAreaSet *set = sets->pdata[i];
      g_autoptr (GPtrArray) list = streek_areas_list (areas, set->code, on, NULL, NULL);

      for (guint j = 0; list != NULL && j < list->len; j++)
        append_area (choices, list->pdata[j], on);
    }
}

/* Areas by any name they have or had, best first, then indicators. */
static GListModel *
search_cb (const char *text, gpointer user_data)
{
  StreekSearchButton *self = user_data;
  StreekDate on = streek_context_get_area_date (self->context);
  g_autoptr (GPtrArray) found =
    streek_areas_search (streek_context_get_areas (self->context), text, on);
  g_auto (GStrv) words = g_str_tokenize_and_fold (text, NULL, NULL);
  GListStore *choices = g_list_store_new (STREEK_TYPE_CHOICE);

  for (guint i = 0; i < MIN (found->len, MAX_AREAS_FOUND); i++)
    append_area (choices, found->pdata[i], on);

  append_indicators (self, choices, (const char *const *) words);

  return G_LIST_MODEL (choices);
}

/* Filled when it opens: the areas are those of the date shown. */
static void
on_show_cb (StreekSearchButton *self)
{
  g_autoptr (GListStore) choices = g_list_store_new (STREEK_TYPE_CHOICE);
  gboolean is_loaded = streek_context_get_areas (self->context) != NULL;

  if (is_loaded)
    {
      append_indicators (self, choices, NULL);
      append_all_areas (self, choices);
    }

  streek_chooser_set_search_func (self->chooser, is_loaded ? search_cb : NULL, self);
  streek_chooser_set_choices (self->chooser, G_LIST_MODEL (choices));
  streek_chooser_start (self->chooser);
}

static void
on_chosen_cb (StreekSearchButton *self, const char *id)
{
  g_autofree char *place = g_strdup (id);

  gtk_menu_button_popdown (self->button);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.go-to", "s", place);
}

static void
streek_search_button_dispose (GObject *object)
{
  StreekSearchButton *self = STREEK_SEARCH_BUTTON (object);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  g_clear_object (&self->context);
  g_clear_pointer (&child, gtk_widget_unparent);

  G_OBJECT_CLASS (streek_search_button_parent_class)->dispose (object);
}

static void
streek_search_button_class_init (StreekSearchButtonClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = streek_search_button_dispose;

  g_type_ensure (STREEK_TYPE_CHOOSER);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/be/streekatlas/Streekatlas/ui/streek-search-button.ui");
  gtk_widget_class_bind_template_child (widget_class, StreekSearchButton, button);
  gtk_widget_class_bind_template_child (widget_class, StreekSearchButton, chooser);
  gtk_widget_class_bind_template_callback (widget_class, on_show_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_chosen_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
streek_search_button_init (StreekSearchButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  streek_chooser_set_placeholder (self->chooser, _ ("Go to an area or an indicator"));
}

void
streek_search_button_set_context (StreekSearchButton *self, StreekContext *context)
{
  g_return_if_fail (STREEK_IS_SEARCH_BUTTON (self));

  g_set_object (&self->context, context);
}

void
streek_search_button_open (StreekSearchButton *self)
{
  g_return_if_fail (STREEK_IS_SEARCH_BUTTON (self));

  gtk_menu_button_popup (self->button);
}
