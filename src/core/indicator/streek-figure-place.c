/* streek-figure-place.c: where a figure is shown: on a map, in a chart or in the table */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "indicator/streek-figure-place.h"

#include <string.h>

enum
{
  INDICATOR,
  AREA,
  PERIOD,
  ASKED,
  RECORD,
  N_PARTS,
};

char *
streek_figure_place_to_string (const StreekFigurePlace *place, const char *noun)
{
  g_return_val_if_fail (place != NULL && place->indicator != NULL && noun != NULL, NULL);

  g_autofree char *period =
    place->period.kind != STREEK_PERIOD_NONE ? streek_period_to_string (place->period) : NULL;
  const char *const parts[N_PARTS] = { place->indicator, place->area, period, place->asked,
                                       place->record };
  GString *text = g_string_new (noun);
  guint n = N_PARTS;

  while (n > PERIOD + 1 && parts[n - 1] == NULL)
    n--;
  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%c%s", i == 0 ? ':' : '/', parts[i] != NULL ? parts[i] : "");

  return g_string_free (text, FALSE);
}

static char *
dup_filled (const char *part)
{
  return part != NULL && *part != '\0' ? g_strdup (part) : NULL;
}

gboolean
streek_figure_place_parse (const char *text, const char *noun, StreekFigurePlace *place)
{
  g_return_val_if_fail (text != NULL && noun != NULL && place != NULL, FALSE);

  gsize length = strlen (noun);

  *place = (StreekFigurePlace){ 0 };
  if (strncmp (text, noun, length) != 0 || text[length] != ':')
    return FALSE;

  g_auto (GStrv) parts = g_strsplit (text + length + 1, "/", N_PARTS);
  guint n = g_strv_length (parts);

  if (n <= PERIOD || *parts[INDICATOR] == '\0' ||
      (*parts[PERIOD] != '\0' && !streek_period_parse (parts[PERIOD], &place->period, NULL)))
    return FALSE;

  place->indicator = g_strdup (parts[INDICATOR]);
  place->area = dup_filled (parts[AREA]);
  place->asked = n > ASKED ? dup_filled (parts[ASKED]) : NULL;
  place->record = n > RECORD ? dup_filled (parts[RECORD]) : NULL;

  return TRUE;
}

void
streek_figure_place_clear (StreekFigurePlace *place)
{
  g_clear_pointer (&place->indicator, g_free);
  g_clear_pointer (&place->area, g_free);
  g_clear_pointer (&place->asked, g_free);
  g_clear_pointer (&place->record, g_free);
  place->period = (StreekPeriod){ 0 };
}

char *
streek_latest_dup_place (const StreekLatest *latest,
                         const char *noun,
                         const char *indicator,
                         const char *area,
                         const char *record)
{
  g_return_val_if_fail (noun != NULL && indicator != NULL, NULL);

  gboolean is_near = latest != NULL && latest->near_area != NULL;
  StreekFigurePlace place = {
    .indicator = (char *) indicator,
    .area = is_near ? latest->near_area : (char *) area,
    .asked = is_near ? (char *) area : NULL,
    .record = (char *) record,
  };

  /* a chart shows all of them */
  if (latest != NULL && strcmp (noun, "chart") != 0)
    place.period = is_near ? latest->near_period : latest->period;

  return streek_figure_place_to_string (&place, noun);
}
