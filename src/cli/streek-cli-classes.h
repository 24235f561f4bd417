/* streek-cli-classes.h: options on the classes and colours of a map, wherever it is drawn */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "figure/streek-figure-spec.h"
#include "streek-cli.h"

/* As typed, all nullable. */
typedef struct
{
  char *method;
  char *n_classes; /* a number, "policy" or "policy:NAME" */
  char *breaks;
  char *reference;
  char *palette;
  gboolean zero_class;
} StreekClassOptions;

void streek_class_options_clear (StreekClassOptions *options);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (StreekClassOptions, streek_class_options_clear)

/* (nullable): the first one given, which asks for areas coloured by class */
const char *streek_class_options_find (const StreekClassOptions *options);
/* Whether they go together, and with kind and indicator of @spec; @kind_option: which option says
 * the kind. What is wrong has been said. */
gboolean streek_class_options_check (const StreekClassOptions *options,
                                     const StreekCommand *command,
                                     const StreekFigureSpec *spec,
                                     const char *kind_option);
/* What was not said stays as it is in @spec. FALSE where something cannot be read, which has been
 * said. */
gboolean streek_class_options_fill (const StreekClassOptions *options,
                                    const StreekCommand *command,
                                    StreekFigureSpec *spec);
