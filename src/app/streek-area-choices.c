/* streek-area-choices.c: areas, sets and indicators as lists to choose from */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "streek-area-choices.h"
#include "base/streek-format.h"

#include <glib/gi18n.h>

static void
append_areas_of_set (GListStore *choices,
                     StreekAreas *areas,
                     const StreekAreaSet *set,
                     StreekDate on)
{
  g_autoptr (GPtrArray) list = streek_areas_list (areas, set->code, on, NULL, NULL);

  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      const StreekArea *area = list->pdata[i];
      g_autofree char *id = g_strdup_printf ("%s:%s", set->code, area->code);
      g_autoptr (StreekChoice) choice = streek_choice_new (id, area->name, set->name, area->code);

      g_list_store_append (choices, choice);
    }
}

GListStore *
streek_area_choices_new (StreekAreas *areas, StreekDate on, const char *const *only_sets)
{
  GListStore *choices = g_list_store_new (STREEK_TYPE_CHOICE);
  g_autoptr (GPtrArray) sets = streek_areas_list_sets (areas);

  for (guint i = 0; i < sets->len; i++)
    {
      const StreekAreaSet *set = sets->pdata[i];

      if (only_sets == NULL || g_strv_contains (only_sets, set->code))
        append_areas_of_set (choices, areas, set, on);
    }

  return choices;
}

GListStore *
streek_set_choices_new (StreekAreas *areas, StreekDate on)
{
  GListStore *choices = g_list_store_new (STREEK_TYPE_CHOICE);
  g_autoptr (GPtrArray) sets = streek_areas_list_sets (areas);

  for (guint i = 0; i < sets->len; i++)
    {
      const StreekAreaSet *set = sets->pdata[i];
      StreekDate used = STREEK_DATE_NONE;
      g_autoptr (GPtrArray) list = streek_areas_list (areas, set->code, on, &used, NULL);
      guint n = list != NULL ? list->len : 0;
      g_autofree char *count = g_strdup_printf (ngettext ("%u area", "%u areas", n), n);
      g_autofree char *when =
        used != STREEK_DATE_NONE ? streek_format_date (streek_format_get_default (), used) : NULL;
      /* Translators: "5 areas, those of 1 January 2009": a set that did not exist on the date */
      g_autofree char *subtitle = used != on && when != NULL
                                    ? g_strdup_printf (_ ("%1$s, those of %2$s"), count, when)
                                    : g_strdup (count);
      g_autoptr (StreekChoice) choice =
        streek_choice_new (set->code, set->name, subtitle, set->code);

      g_list_store_append (choices, choice);
    }

  return choices;
}

GListStore *
streek_indicator_choices_new (StreekCatalogue *catalogue)
{
  GListStore *choices = g_list_store_new (STREEK_TYPE_CHOICE);

  for (guint i = 0; i < streek_catalogue_get_n_indicators (catalogue); i++)
    {
      const StreekIndicator *indicator = streek_catalogue_get (catalogue, i);

      if (!indicator->has_data)
        continue;

      g_autoptr (StreekChoice) choice =
        streek_choice_new (indicator->code, indicator->name, indicator->theme, indicator->name_en);

      g_list_store_append (choices, choice);
    }

  return choices;
}

char *
streek_context_dup_shown_areas (StreekContext *context)
{
  g_return_val_if_fail (STREEK_IS_CONTEXT (context), NULL);

  StreekAreas *areas = streek_context_get_areas (context);
  const char *code = streek_context_get_spec (context)->set;
  const StreekAreaSet *set =
    areas != NULL && code != NULL ? streek_areas_find_set (areas, code, NULL) : NULL;
  const StreekArea *within = streek_context_get_within_area (context);

  if (set == NULL)
    return g_strdup (_ ("All areas shown"));

  if (within == NULL)
    return g_strdup (set->name);

  /* Translators: %1$s is a kind of area (RESOC), %2$s the area they are in. */
  return g_strdup_printf (_ ("%1$s in %2$s"), set->name, within->name);
}
