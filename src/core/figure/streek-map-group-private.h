/* streek-map-group-private.h: what the layout sees of maps that are seen together */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "figure/streek-figure-private.h"
#include "figure/streek-map-group.h"

struct _StreekMapGroup
{
  gatomicrefcount refs;
  guint n;
  StreekFigure **figures;
  char **headings; /* NULL-terminated */
  char *title;
  char *description;
  char *context;
  char *source;
  char **notes;        /* NULL-terminated, may be empty */
  StreekExtent extent; /* of all of them */
  gboolean has_one_legend;
  StreekTable *wide_table; /* (nullable) */
};

/* Gives each area the number that it has on all maps, in the place of its name. */
void streek_map_group_number_areas (StreekMapGroup *self);
/* What tells an area from all others: its code says nothing without its set. */
char *streek_map_group_make_key (const StreekFigure *figure, guint row);
/* (transfer full) (nullable): of a group that is whole but for its table */
StreekTable *streek_map_group_new_wide_table (const StreekMapGroup *self);
