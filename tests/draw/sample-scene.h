/* sample-scene.h: a small drawing with every kind of mark, for the tests of all back ends */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/streek-scene.h"

/* The map of sample_mesh_new(): a lake of nothing inside B, A and C meet in a corner.
 *
 *   A A B B B
 *   A A B . B
 *   C C B B B
 *   C D D D .
 */
StreekMesh *sample_mesh_new (void);

typedef enum
{
  SAMPLE_PLAIN,
  SAMPLE_RECOLOURED, /* the same areas in other paints, the outline dashed */
  SAMPLE_REGROUPED,  /* C and D are one area */
  SAMPLE_AREAS_ONLY, /* no text, no hatch */
  SAMPLE_POINTED_AT, /* with a passing line around C */
  SAMPLE_CHOSEN,     /* with two passing lines around A and B */
} SampleKind;

/* 200 by 160 points; the map has 25 points a kilometre from (10, 40) on. Rows are 0 for A, 1 for B,
 * 2 for C and 3 for D (2 where they are one); the circle over B is row 7. */
StreekScene *sample_scene_new (SampleKind kind);
