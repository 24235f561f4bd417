/* map-fixture.h: maps of five areas drawn in letters, and what is on their scenes */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "figure/streek-figure.h"

typedef struct
{
  StreekFigureSpec *spec;
  StreekFigureData data;
  gint32 row_of[5];
  gint32 outline_of[5];
  gint32 context_of[5];
  const char *outlines[2];
} MapFixture;

/* @values: (nullable) (array fixed-size=5): of the areas; NAN is missing, each time of another kind
 */
void
map_fixture_init (MapFixture *self, StreekFigureKind kind, const double *values, const char *unit);
void map_fixture_clear (MapFixture *self);
void map_fixture_own_limits (GArray **limits, double one, double other);

StreekFigure *map_fixture_make_figure (const MapFixture *fixture);
StreekLayoutOptions map_fixture_make_options (double width, double height);
char *map_fixture_dup_scene_text (const StreekFigure *figure, const StreekLayoutOptions *options);
guint map_fixture_count (const char *text, const char *what);
/* "symbol circle x y radius …": radii of the circles of rows 0 to 4, 0 where there is none. */
void map_fixture_read_radii (const char *text, double *radii);
