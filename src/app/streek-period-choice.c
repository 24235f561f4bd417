/* streek-period-choice.c: drop-down lists of periods, with a word for none of them at the head */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "streek-period-choice.h"

#include "base/streek-format.h"

void
streek_period_choice_fill (GtkDropDown *drop_down,
                           const GArray *periods,
                           const char *none,
                           StreekPeriod chosen)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = 0;

  gtk_string_list_append (names, none);
  for (guint i = 0; i < periods->len; i++)
    {
      StreekPeriod period = g_array_index (periods, StreekPeriod, i);
      g_autofree char *name = streek_format_period (streek_format_get_default (), period);

      gtk_string_list_append (names, name);
      if (streek_period_equal (period, chosen))
        selected = i + 1;
    }

  gtk_drop_down_set_model (drop_down, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (drop_down, selected);
}

StreekPeriod
streek_period_choice_get (GtkDropDown *drop_down, const GArray *periods)
{
  guint position = gtk_drop_down_get_selected (drop_down);

  return periods != NULL && position > 0 && position <= periods->len
           ? g_array_index (periods, StreekPeriod, position - 1)
           : (StreekPeriod){ 0 };
}
