/* fuzz-spec.c: text that pretends to be the JSON of a figure */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "fuzz-target.h"
#include "figure/streek-figure-spec.h"

#include <string.h>

/* What is read is written again as something that reads the same. */
int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autofree char *json = g_strndup ((const char *) data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekFigureSpec) spec = streek_figure_spec_from_json (json, &error);

  g_assert_true ((spec == NULL) == (error != NULL));

  if (spec == NULL)
    return 0;

  g_autofree char *written = streek_figure_spec_to_json (spec);
  g_autoptr (StreekFigureSpec) again = streek_figure_spec_from_json (written, &error);

  g_assert_no_error (error);
  g_assert_true (streek_figure_spec_equal (spec, again));
  streek_figure_spec_check (spec, NULL);

  return 0;
}

GPtrArray *
fuzz_list_seeds (void)
{
  g_autoptr (StreekFigureSpec) spec = streek_figure_spec_new ();
  const double limits[] = { 5, 7.5, 10 };
  GPtrArray *seeds = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

  spec->kind = STREEK_FIGURE_CHOROPLETH;
  g_free (spec->set);
  spec->set = g_strdup ("gemeente");
  spec->within = g_strdup ("provincie:30000");
  spec->indicator = g_strdup ("share_65plus");
  spec->on = streek_date_from_ymd (2019, 1, 1);
  spec->period = (StreekPeriod){ .kind = STREEK_PERIOD_YEAR, .year = 2020 };
  spec->method = STREEK_CLASSES_MANUAL;
  spec->breaks = g_array_new (FALSE, FALSE, sizeof (double));
  g_array_append_vals (spec->breaks, limits, G_N_ELEMENTS (limits));
  spec->title = g_strdup ("65-plussers");

  char *json = streek_figure_spec_to_json (spec);

  g_ptr_array_add (seeds, g_bytes_new_take (json, strlen (json)));

  return seeds;
}
