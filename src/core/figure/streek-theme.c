/* streek-theme.c: colours and line widths of the window and of paper */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "figure/streek-figure-private.h"

#define GREY(v)                                                                                    \
  {                                                                                                \
    (v), (v), (v), 1                                                                               \
  }
#define INK                                                                                        \
  {                                                                                                \
    0.13, 0.13, 0.15, 1                                                                            \
  }
#define PALE_INK                                                                                   \
  {                                                                                                \
    0.38, 0.38, 0.42, 1                                                                            \
  }

static const StreekTheme print_theme = {
  .paper = GREY (1),
  .ink = INK,
  .pale_ink = PALE_INK,
  .context = { .color = GREY (0.945) },
  .grey_context = { .color = GREY (0.985) },
  .sea = { .color = { 0.905, 0.930, 0.945, 1 } },
  .grey_sea = { .color = GREY (1) },
  .abroad = { .color = GREY (0.970) },
  .grey_abroad = { .color = GREY (0.985) },
  .abroad_line = { GREY (0.74), 0.4, 0, 0 },
  .predecessor = { { 0.20, 0.21, 0.24, 1 }, 0.55, 2.2, 1.8 },
  .predecessor_casing = { { 1, 1, 1, 0.6 }, 1.5, 0, 0 },
  .inset = { .color = GREY (0.90) },
  .inset_shown = { .color = { 0.36, 0.38, 0.43, 1 } },
  .inset_line = { GREY (0.55), 0.4, 0, 0 },
  .inset_frame = { { 0.78, 0.10, 0.33, 1 }, 1.0, 0, 0 },
  .ground = { .color = { 0.975, 0.970, 0.955, 1 } },
  .context_line = { GREY (0.78), 0.3, 0, 0 },
  .border = { { 0.30, 0.31, 0.34, 1 }, 0.35, 0, 0 },
  .class_border = { { 0.58, 0.59, 0.62, 1 }, 0.4, 0, 0 },
  .grey_class_border = { GREY (1), 0.5, 0, 0 },
  .outer_border = { { 0.25, 0.26, 0.29, 1 }, 0.7, 0, 0 },
  .outline = { { 0.10, 0.14, 0.30, 1 }, 1.9, 0, 0 },
  .grey_outline = { INK, 1.9, 0, 0 },
  .overlay = { { 0.55, 0.06, 0.38, 1 }, 1.3, 0, 0 },
  .grey_overlay = { INK, 1.3, 0, 0 },
  .frame = { GREY (0.72), 0.5, 0, 0 },
  .selection_casing = { GREY (1), 4.2, 0, 0 },
  .selection = { { 0.78, 0.10, 0.33, 1 }, 2.2, 0, 0 },
  .hover = { { 0.08, 0.08, 0.10, 1 }, 1.8, 0, 0 },
  .halo = { { 1, 1, 1, 0.85 }, 2.0, 0, 0 },
  .circle = { .color = { 0.11, 0.47, 0.71, 0.78 } },
  .grey_circle = { .color = { 0.42, 0.42, 0.44, 0.8 } },
  .negative_circle = { .color = { 1, 1, 1, 0.85 } },
  .circle_line = { { 0.03, 0.24, 0.42, 1 }, 0.5, 0, 0 },
  .grey_circle_line = { INK, 0.5, 0, 0 },
  .label_pt = 7.5,
  .dots_per_point = 300.0 / 72,
};

static const StreekTheme screen_theme = {
  .paper = GREY (1),
  .ink = INK,
  .pale_ink = PALE_INK,
  .context = { .color = GREY (0.945) },
  .grey_context = { .color = GREY (0.985) },
  .sea = { .color = { 0.905, 0.930, 0.945, 1 } },
  .grey_sea = { .color = GREY (1) },
  .abroad = { .color = GREY (0.970) },
  .grey_abroad = { .color = GREY (0.985) },
  .abroad_line = { GREY (0.74), 0.4, 0, 0 },
  .predecessor = { { 0.20, 0.21, 0.24, 1 }, 0.55, 2.2, 1.8 },
  .predecessor_casing = { { 1, 1, 1, 0.6 }, 1.5, 0, 0 },
  .inset = { .color = GREY (0.90) },
  .inset_shown = { .color = { 0.36, 0.38, 0.43, 1 } },
  .inset_line = { GREY (0.55), 0.4, 0, 0 },
  .inset_frame = { { 0.78, 0.10, 0.33, 1 }, 1.0, 0, 0 },
  .ground = { .color = { 0.975, 0.970, 0.955, 1 } },
  .context_line = { GREY (0.82), 0.4, 0, 0 },
  .border = { { 0.30, 0.31, 0.34, 1 }, 0.5, 0, 0 },
  .class_border = { { 0.58, 0.59, 0.62, 1 }, 0.5, 0, 0 },
  .grey_class_border = { GREY (1), 0.5, 0, 0 },
  .outer_border = { { 0.25, 0.26, 0.29, 1 }, 0.9, 0, 0 },
  .outline = { { 0.10, 0.14, 0.30, 1 }, 2.4, 0, 0 },
  .grey_outline = { INK, 2.4, 0, 0 },
  .overlay = { { 0.55, 0.06, 0.38, 1 }, 1.6, 0, 0 },
  .grey_overlay = { INK, 1.6, 0, 0 },
  .frame = { GREY (0.72), 0.5, 0, 0 },
  .selection_casing = { GREY (1), 4.5, 0, 0 },
  .selection = { { 0.78, 0.10, 0.33, 1 }, 2.4, 0, 0 },
  .hover = { { 0.08, 0.08, 0.10, 1 }, 2.0, 0, 0 },
  .halo = { { 1, 1, 1, 0.85 }, 2.2, 0, 0 },
  .circle = { .color = { 0.11, 0.47, 0.71, 0.78 } },
  .grey_circle = { .color = { 0.42, 0.42, 0.44, 0.8 } },
  .negative_circle = { .color = { 1, 1, 1, 0.85 } },
  .circle_line = { { 0.03, 0.24, 0.42, 1 }, 0.6, 0, 0 },
  .grey_circle_line = { INK, 0.6, 0, 0 },
  .label_pt = 8.5,
  .dots_per_point = 96.0 / 72 * 1.5,
};

/**
 * streek_theme_get_screen:
 *
 * Returns: (transfer none): lines and letters for a window; paper stays white in the dark too, so
 *   that a map on the screen is the one that is printed
 */
const StreekTheme *
streek_theme_get_screen (void)
{
  return &screen_theme;
}

/**
 * streek_theme_get_print:
 *
 * Returns: (transfer none): lines and letters for paper and pictures
 */
const StreekTheme *
streek_theme_get_print (void)
{
  return &print_theme;
}

/**
 * streek_theme_get_overlay:
 * @is_grey: for a printer without colours
 *
 * Returns: the line of areas that lie over the map; their hatches have its colour
 */
const StreekStroke *
streek_theme_get_overlay (const StreekTheme *theme, gboolean is_grey)
{
  return is_grey ? &theme->grey_overlay : &theme->overlay;
}

/**
 * streek_theme_get_outline:
 * @is_grey: for a printer without colours
 *
 * Returns: the thick line of the outline set
 */
const StreekStroke *
streek_theme_get_outline (const StreekTheme *theme, gboolean is_grey)
{
  return is_grey ? &theme->grey_outline : &theme->outline;
}

/**
 * streek_theme_get_circle:
 * @is_grey: for a printer without colours
 * @line: (out) (optional): the line around it
 *
 * Returns: the fill of a circle
 */
const StreekPaint *
streek_theme_get_circle (const StreekTheme *theme, gboolean is_grey, const StreekStroke **line)
{
  if (line != NULL)
    *line = is_grey ? &theme->grey_circle_line : &theme->circle_line;

  return is_grey ? &theme->grey_circle : &theme->circle;
}
