/* figures-fixture.h: figures of the installed example, made of what a test asks in JSON */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "figure/streek-figure.h"
#include "workspace/streek-workspace.h"

#define AGEING_OF(set)                                                                             \
  "{\"set\":\"" set "\",\"within\":\"provincie:30000\",\"indicator\":\"share_65plus\","
#define AGEING AGEING_OF ("gemeente")

void figures_fixture_open (void);
/* Runs the tests that were added, and closes. Returns: the status of the program */
int figures_fixture_run (void);
StreekWorkspace *figures_fixture_get_workspace (void);

StreekFigure *figures_fixture_try_make (const char *json, GError **error);
StreekFigure *figures_fixture_make (const char *json); /* which must do */
int figures_fixture_find_row (StreekTable *table, const char *code);
double figures_fixture_get_value (StreekFigure *figure, const char *code); /* of an area */
/* Whether one of its notes has @part in it. */
gboolean figures_fixture_has_note (StreekFigure *figure, const char *part);
