/* streek-import-choices.c: what can be chosen for a file: indicators, areas, kinds of area */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "import/streek-import-choices.h"

#include "indicators/streek-indicator-words.h"
#include "streek-area-choices.h"

#include <glib/gi18n.h>
#include <string.h>

static void
insert (GListStore *choices, guint position, const char *id, const char *title, const char *detail)
{
  g_autoptr (StreekChoice) choice = streek_choice_new (id, title, detail, NULL);

  g_list_store_insert (choices, position, choice);
}

static void
append (GListStore *choices, const char *id, const char *title, const char *detail)
{
  insert (choices, g_list_model_get_n_items (G_LIST_MODEL (choices)), id, title, detail);
}

/* What is computed from others takes no figures in. */
static void
append_known (GListStore *choices, StreekCatalogue *catalogue)
{
  for (guint i = 0; i < streek_catalogue_get_n_indicators (catalogue); i++)
    {
      const StreekIndicator *indicator = streek_catalogue_get (catalogue, i);

      if (indicator->kind == STREEK_INDICATOR_RATIO || indicator->kind == STREEK_INDICATOR_FORMULA)
        continue;

      g_autoptr (StreekChoice) choice =
        streek_choice_new (indicator->code, streek_indicator_get_shown_name (indicator),
                           indicator->theme, indicator->name);

      g_list_store_append (choices, choice);
    }
}

GListModel *
streek_import_indicator_choices_new (StreekContext *context,
                                     const StreekMapping *mapping,
                                     const char *none)
{
  GListStore *choices = g_list_store_new (STREEK_TYPE_CHOICE);
  StreekCatalogue *catalogue = streek_context_get_catalogue (context);

  if (none != NULL)
    append (choices, STREEK_IMPORT_CHOICE_NONE, none, NULL);
  append (choices, STREEK_IMPORT_CHOICE_NEW, _ ("New Indicator…"), NULL);

  for (guint i = 0; mapping != NULL && i < mapping->new_indicators->len; i++)
    {
      const StreekNewIndicator *fresh = mapping->new_indicators->pdata[i];

      append (choices, fresh->code, fresh->name, _ ("Comes with this file"));
    }

  if (catalogue != NULL)
    append_known (choices, catalogue);

  return G_LIST_MODEL (choices);
}

GListModel *
streek_import_area_choices_new (StreekContext *context, const char *none)
{
  StreekAreas *areas = streek_context_get_areas (context);
  GListStore *choices =
    areas != NULL ? streek_area_choices_new (areas, streek_context_get_area_date (context), NULL)
                  : g_list_store_new (STREEK_TYPE_CHOICE);

  if (none != NULL)
    insert (choices, 0, STREEK_IMPORT_CHOICE_NONE, none, NULL);

  return G_LIST_MODEL (choices);
}

GListModel *
streek_import_set_choices_new (StreekContext *context, const char *none)
{
  StreekAreas *areas = streek_context_get_areas (context);
  GListStore *choices = areas != NULL
                          ? streek_set_choices_new (areas, streek_context_get_area_date (context))
                          : g_list_store_new (STREEK_TYPE_CHOICE);

  if (none != NULL)
    insert (choices, 0, STREEK_IMPORT_CHOICE_NONE, none, NULL);

  return G_LIST_MODEL (choices);
}

char *
streek_import_dup_indicator_name (StreekContext *context,
                                  const StreekMapping *mapping,
                                  const char *code)
{
  StreekCatalogue *catalogue = streek_context_get_catalogue (context);
  const StreekNewIndicator *fresh =
    code != NULL && mapping != NULL ? streek_mapping_find_indicator (mapping, code) : NULL;
  const StreekIndicator *indicator =
    code != NULL && catalogue != NULL ? streek_catalogue_find (catalogue, code, NULL) : NULL;

  if (fresh != NULL && fresh->name != NULL)
    return g_strdup (fresh->name);

  return g_strdup (indicator != NULL ? streek_indicator_get_shown_name (indicator) : code);
}

char *
streek_import_dup_area_name (StreekContext *context, const char *ref)
{
  StreekAreas *areas = streek_context_get_areas (context);
  const char *colon = ref != NULL ? strchr (ref, ':') : NULL;
  StreekDate used;

  if (areas == NULL || colon == NULL)
    return g_strdup (ref);

  g_autofree char *set = g_strndup (ref, (gsize) (colon - ref));
  const StreekArea *area = streek_areas_resolve (
    areas, set, colon + 1, streek_context_get_area_date (context), &used, NULL);

  return area != NULL ? g_strdup_printf ("%s (%s)", area->name, area->set->name) : g_strdup (ref);
}

void
streek_import_row_select (AdwComboRow *row, GListModel *choices, const char *id)
{
  guint selected = 0;

  for (guint i = 0; choices != NULL && i < g_list_model_get_n_items (choices); i++)
    {
      g_autoptr (StreekChoice) choice = g_list_model_get_item (choices, i);

      if (g_strcmp0 (streek_choice_get_id (choice), id) == 0)
        selected = i;
    }

  adw_combo_row_set_selected (row, selected);
}

void
streek_import_row_set_text (AdwEntryRow *row, const char *text)
{
  if (strcmp (gtk_editable_get_text (GTK_EDITABLE (row)), text != NULL ? text : "") != 0)
    gtk_editable_set_text (GTK_EDITABLE (row), text != NULL ? text : "");
}

void
streek_import_row_mark (AdwEntryRow *row, gboolean is_right)
{
  if (is_right)
    gtk_widget_remove_css_class (GTK_WIDGET (row), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (row), "error");

  gtk_accessible_update_state (
    GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_INVALID,
    is_right ? GTK_ACCESSIBLE_INVALID_FALSE : GTK_ACCESSIBLE_INVALID_TRUE, -1);
}

gboolean
streek_import_row_is_wrong (AdwEntryRow *row)
{
  return gtk_widget_has_css_class (GTK_WIDGET (row), "error");
}
