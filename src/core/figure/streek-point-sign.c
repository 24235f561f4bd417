/* streek-point-sign.c: the signs of kinds of places, told apart by their shape and by their colour
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "figure/streek-point-sign.h"

#include <math.h>

#define MAX_CORNERS 12

/* Shapes come first: in grey, and to who sees no colours, they say it all. */
typedef enum
{
  SHAPE_DISC,
  SHAPE_SQUARE,
  SHAPE_TRIANGLE,
  SHAPE_DIAMOND,
  SHAPE_CROSS,
  SHAPE_STAR,
  SHAPE_TRIANGLE_DOWN,
  SHAPE_PENTAGON,
  SHAPE_BAR,
  SHAPE_SALTIRE,
  N_SHAPES,
} Shape;

/* Dark enough to stand on any class under a white casing; eight, so that shape and colour come
 * round at different times. */
static const StreekColor colors[] = {
  { 0.12, 0.31, 0.47, 1 }, { 0.65, 0.21, 0.01, 1 }, { 0.33, 0.15, 0.56, 1 },
  { 0.00, 0.43, 0.17, 1 }, { 0.60, 0.06, 0.35, 1 }, { 0.03, 0.40, 0.48, 1 },
  { 0.48, 0.36, 0.00, 1 }, { 0.20, 0.20, 0.20, 1 },
};
static const StreekColor grey = { 0.13, 0.13, 0.13, 1 };
static const StreekColor white = { 1, 1, 1, 1 };

StreekColor
streek_point_sign_get_color (guint symbol, gboolean is_grey)
{
  return is_grey ? grey : colors[symbol % G_N_ELEMENTS (colors)];
}

static guint
add_regular (StreekPoint *corners, guint n, double first_angle, double radius)
{
  for (guint i = 0; i < n; i++)
    {
      double angle = first_angle + 2 * G_PI * i / n;

      corners[i] = (StreekPoint){ radius * cos (angle), radius * sin (angle) };
    }

  return n;
}

static guint
add_star (StreekPoint *corners)
{
  for (guint i = 0; i < 10; i++)
    {
      double angle = -G_PI / 2 + G_PI * i / 5, radius = i % 2 == 0 ? 1.15 : 0.5;

      corners[i] = (StreekPoint){ radius * cos (angle), radius * sin (angle) };
    }

  return 10;
}

/* Arms of a cross, turned by @angle. */
static guint
add_cross (StreekPoint *corners, double angle)
{
  static const double plan[12][2] = {
    { -0.36, -1 }, { 0.36, -1 }, { 0.36, -0.36 }, { 1, -0.36 }, { 1, 0.36 },   { 0.36, 0.36 },
    { 0.36, 1 },   { -0.36, 1 }, { -0.36, 0.36 }, { -1, 0.36 }, { -1, -0.36 }, { -0.36, -0.36 },
  };

  for (guint i = 0; i < 12; i++)
    corners[i] = (StreekPoint){ plan[i][0] * cos (angle) - plan[i][1] * sin (angle),
                                plan[i][0] * sin (angle) + plan[i][1] * cos (angle) };

  return 12;
}

static guint
add_bar (StreekPoint *corners)
{
  corners[0] = (StreekPoint){ -1.1, -0.55 };
  corners[1] = (StreekPoint){ 1.1, -0.55 };
  corners[2] = (StreekPoint){ 1.1, 0.55 };
  corners[3] = (StreekPoint){ -1.1, 0.55 };

  return 4;
}

/* Of about one area, so that none is taken for more than another. */
static guint
find_corners (Shape shape, StreekPoint *corners)
{
  switch (shape)
    {
    case SHAPE_SQUARE:
      return add_regular (corners, 4, G_PI / 4, 1.2);
    case SHAPE_TRIANGLE:
      return add_regular (corners, 3, -G_PI / 2, 1.3);
    case SHAPE_TRIANGLE_DOWN:
      return add_regular (corners, 3, G_PI / 2, 1.3);
    case SHAPE_DIAMOND:
      return add_regular (corners, 4, G_PI / 2, 1.25);
    case SHAPE_CROSS:
      return add_cross (corners, 0);
    case SHAPE_SALTIRE:
      return add_cross (corners, G_PI / 4);
    case SHAPE_STAR:
      return add_star (corners);
    case SHAPE_PENTAGON:
      return add_regular (corners, 5, -G_PI / 2, 1.1);
    case SHAPE_BAR:
      return add_bar (corners);
    case SHAPE_DISC:
    case N_SHAPES:
    default:
      return 0;
    }
}

static void
draw_shape (StreekSceneBuilder *builder,
            Shape shape,
            StreekPoint center,
            double radius,
            const StreekPaint *paint,
            const StreekStroke *stroke,
            int row)
{
  StreekPoint corners[MAX_CORNERS];
  guint n = find_corners (shape, corners);

  if (n == 0)
    {
      streek_scene_builder_add_symbol (builder, STREEK_SYMBOL_CIRCLE, center, radius, paint, stroke,
                                       row);
      return;
    }

  for (guint i = 0; i < n; i++)
    corners[i] =
      (StreekPoint){ center.x + radius * corners[i].x, center.y + radius * corners[i].y };

  streek_scene_builder_add_polygon (builder, corners, n, TRUE, paint, stroke, row);
}

/**
 * streek_point_sign_draw:
 * @symbol: a number of a kind; one shape in one colour, filled for the first ten, then open
 * @is_grey: in one dark tone
 * @radius_pt: of a disc of about the same area
 *
 * Over a light casing, so that it reads on any ground.
 */
void
streek_point_sign_draw (StreekSceneBuilder *builder,
                        guint symbol,
                        gboolean is_grey,
                        StreekPoint center,
                        double radius_pt,
                        int row)
{
  Shape shape = symbol % N_SHAPES;
  gboolean is_open = (symbol / N_SHAPES) % 2 == 1;
  StreekColor color = streek_point_sign_get_color (symbol, is_grey);
  const StreekPaint fill = { .color = is_open ? white : color };
  const StreekStroke casing = { white, radius_pt * 0.55, 0, 0 };
  const StreekStroke line = { color, is_open ? radius_pt * 0.32 : radius_pt * 0.08, 0, 0 };

  draw_shape (builder, shape, center, radius_pt, NULL, &casing, row);
  draw_shape (builder, shape, center, is_open ? radius_pt * 0.85 : radius_pt, &fill, &line, row);
}
