/* streek-map-options.h: what `streek map` was asked, and the figure that it means */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "streek-cli-classes.h"
#include "workspace/streek-views.h"

/* As typed, all nullable. */
typedef struct
{
  char *view;
  char *kind;
  char *set;
  char *within;
  char *indicator;
  char *second;
  char *second_breaks;
  char *on;
  char *period;
  char *from;
  char *measure;
  char *outline;
  char *overlay;
  StreekClassOptions classes;
  char *limits;
  GStrv beside;
  char *multiples;
  char *step;
  gboolean grey;
  gboolean no_surroundings;
  gboolean predecessors;
  gboolean north;
  char *inset;
  char *labels;
  char *numbers;
  char *places;
  char *place_count;
  gboolean no_place_names;
  char *size;
  char *output;
} StreekMapOptions;

void streek_map_options_clear (StreekMapOptions *options);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (StreekMapOptions, streek_map_options_clear)

/* Whether a file is named that a map can be written to; what is wrong has been said. */
gboolean streek_map_options_check_output (const StreekMapOptions *options,
                                          const StreekCommand *command);
/* (transfer full) (nullable): the figure asked for; @view: (nullable): what it is where no option
 * says otherwise. NULL where the options cannot be read or contradict each other, or the view,
 * which has been said. */
StreekFigureSpec *streek_map_options_make_spec (const StreekMapOptions *options,
                                                const StreekCommand *command,
                                                const StreekSavedView *view);
