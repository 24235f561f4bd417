/* streek-area-figures.h: figures of people's own that hang on the areas of a set */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/streek-date.h"
#include "store/streek-db.h"

/* Figures of one indicator for one area: periods with a value, or with a stated kind of missing. */
typedef struct
{
  char *code; /* of the area */
  char *indicator;
  guint n;
  guint n_before; /* of those, on the areas of a day before the one asked */
} StreekAreaFigures;

GPtrArray *
streek_area_figures_list (StreekDb *db, const char *set, StreekDate begins, GError **error);
