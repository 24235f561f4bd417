/* streek-figures-text.h: rosters and vectors as lines of text, as data/reference keeps them */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "indicator/streek-roster.h"
#include "indicator/streek-vector.h"

/* One vector and what belongs to it. */
typedef struct
{
  char *indicator;
  char *period;
  char *source;
  char *licence;
  char *extracted_on;         /* (nullable): ISO 8601 */
  const StreekRoster *roster; /* owned by the figures */
  StreekVector *vector;
} StreekFigure;

typedef struct
{
  GPtrArray *rosters; /* (element-type StreekRoster) */
  GPtrArray *figures; /* (element-type StreekFigure) */
} StreekFigures;

StreekFigures *streek_figures_new (void);
void streek_figures_free (StreekFigures *figures);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StreekFigures, streek_figures_free)

const StreekRoster *streek_figures_take_roster (StreekFigures *figures, StreekRoster *roster);
StreekFigure *streek_figures_add (StreekFigures *figures,
                                  const char *indicator,
                                  const char *period,
                                  const StreekRoster *roster,
                                  StreekVector *vector);
char *streek_figures_to_text (StreekFigures *figures);
StreekFigures *streek_figures_new_from_text (const char *text, GError **error);
