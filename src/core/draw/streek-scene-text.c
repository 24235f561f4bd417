/* streek-scene-text.c: a scene as lines of text, which is what tests compare */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "draw/streek-scene-private.h"

#include <math.h>

static const char *const hatch_names[] = {
  "none", "diagonal",      "back-diagonal",      "cross",           "horizontal",    "vertical",
  "dots", "over-diagonal", "over-back-diagonal", "over-horizontal", "over-vertical", "over-cross",
};
static const char *const symbol_names[] = { "circle", "square", "diamond", "triangle" };

static void
add_number (GString *text, double value)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];
  double rounded = round (value * 100) / 100;

  g_ascii_formatd (digits, sizeof digits, "%.2f", rounded == 0 ? 0 : rounded);

  /* 12.50 reads as 12.5 and 12.00 as 12 */
  for (gsize n = strlen (digits); n > 1 && (digits[n - 1] == '0' || digits[n - 1] == '.'); n--)
    {
      gboolean was_point = digits[n - 1] == '.';

      digits[n - 1] = '\0';

      if (was_point)
        break;
    }

  g_string_append_printf (text, " %s", digits);
}

static guint
to_byte (double value)
{
  return (guint) lround (CLAMP (value, 0, 1) * 255);
}

static void
add_color (GString *text, const StreekColor *color)
{
  g_string_append_printf (text, " #%02x%02x%02x", to_byte (color->red), to_byte (color->green),
                          to_byte (color->blue));

  if (color->alpha < 1)
    g_string_append_printf (text, "%02x", to_byte (color->alpha));
}

static void
add_paint (GString *text, const StreekPaint *paint)
{
  if (!streek_paint_is_visible (paint))
    return;

  g_string_append (text, " fill");
  add_color (text, &paint->color);

  if (paint->hatch == STREEK_HATCH_NONE)
    return;

  g_string_append_printf (text, " %s", hatch_names[paint->hatch]);
  add_color (text, &paint->hatch_color);
}

static void
add_stroke (GString *text, const char *word, const StreekStroke *stroke)
{
  if (!streek_stroke_is_visible (stroke))
    return;

  g_string_append_printf (text, " %s", word);
  add_color (text, &stroke->color);
  add_number (text, stroke->width);

  if (stroke->dash <= 0)
    return;

  g_string_append (text, " dash");
  add_number (text, stroke->dash);
  add_number (text, stroke->gap);
}

static void
add_point (GString *text, StreekPoint point)
{
  add_number (text, point.x);
  add_number (text, point.y);
}

static void
add_rect (GString *text, const StreekRect *rect)
{
  add_number (text, rect->x);
  add_number (text, rect->y);
  add_number (text, rect->width);
  add_number (text, rect->height);
}

static void
add_text_shape (GString *text, const StreekMark *mark)
{
  const StreekTextRun *run = mark->text.run;

  add_point (text, mark->text.origin);
  add_number (text, run->font.size_pt);

  if (run->font.weight == STREEK_WEIGHT_BOLD)
    g_string_append (text, " bold");

  if (run->font.italic)
    g_string_append (text, " italic");

  g_string_append (text, " width");
  add_number (text, run->width);
  add_color (text, &mark->paint.color);
  add_stroke (text, "halo", &mark->stroke);

  for (guint i = 0; i < run->n_lines; i++)
    g_string_append_printf (text, "%s \"%s\"", i > 0 ? " /" : "", run->lines[i].text);
}

static void
add_areas (GString *text, const StreekAreasMark *areas, const char *indent)
{
  guint n_units = streek_mesh_get_n_units (areas->mesh);
  g_autofree guint *counts = g_new0 (guint, MAX (areas->n_groups, 1));

  for (guint i = 0; i < n_units; i++)
    if (areas->group_of[i] >= 0 && (guint) areas->group_of[i] < areas->n_groups)
      counts[areas->group_of[i]]++;

  g_string_append_printf (text, " level %u clip", areas->level);
  add_rect (text, &areas->clip);
  g_string_append (text, " origin");
  add_number (text, areas->projection.x0);
  add_number (text, areas->projection.y0);
  g_string_append (text, " metres-per-point");
  add_number (text, 1 / areas->projection.scale);

  for (guint i = 0; i < areas->n_groups; i++)
    {
      g_string_append_printf (text, "\n%s  area %u units %u", indent, i, counts[i]);
      add_paint (text, &areas->paints[i]);

      if (areas->rows[i] >= 0)
        g_string_append_printf (text, " row %d", areas->rows[i]);
    }

  for (guint i = 0; i < areas->n_lines; i++)
    {
      g_string_append_printf (text, "\n%s  line", indent);
      add_stroke (text, "stroke", &areas->lines[i].stroke);

      if (areas->lines[i].outer_only)
        g_string_append (text, " outer");
    }
}

static void
add_shape (GString *text, const StreekMark *mark, const char *indent)
{
  switch (mark->type)
    {
    case STREEK_MARK_RECT:
      g_string_append (text, "rect");
      add_rect (text, &mark->rect);
      break;
    case STREEK_MARK_PATH:
      g_string_append (text, mark->path.closed ? "polygon" : "path");
      for (guint i = 0; i < mark->path.n_points; i++)
        add_point (text, mark->path.points[i]);
      break;
    case STREEK_MARK_RULE:
      g_string_append (text, "rule");
      add_point (text, mark->rule.from);
      add_point (text, mark->rule.to);
      break;
    case STREEK_MARK_SYMBOL:
      g_string_append_printf (text, "symbol %s", symbol_names[mark->symbol.symbol]);
      add_point (text, mark->symbol.center);
      add_number (text, mark->symbol.radius);
      break;
    case STREEK_MARK_TEXT:
      g_string_append (text, "text");
      add_text_shape (text, mark);
      return;
    case STREEK_MARK_AREAS:
      g_string_append (text, "areas");
      add_areas (text, mark->areas, indent);
      return;
    case STREEK_MARK_IMAGE:
      g_string_append_printf (text, "image %u×%u", streek_image_get_width (mark->image.image),
                              streek_image_get_height (mark->image.image));
      add_rect (text, &mark->image.box);
      return;
    default:
      return;
    }

  add_paint (text, &mark->paint);
  add_stroke (text, "stroke", &mark->stroke);
}

static void
add_mark (GString *text, const StreekMark *mark, guint depth)
{
  g_autofree char *indent = g_strnfill (depth * 2, ' ');

  g_string_append (text, indent);

  if (mark->item == STREEK_ITEM_GROUP_START)
    {
      g_string_append_printf (text, "group %s", mark->group.id);

      if (mark->group.label != NULL)
        g_string_append_printf (text, " \"%s\"", mark->group.label);
    }
  else
    {
      add_shape (text, mark, indent);
    }

  if (mark->row >= 0)
    g_string_append_printf (text, " row %d", mark->row);

  g_string_append_c (text, '\n');
}

/**
 * streek_scene_to_text:
 *
 * One line a mark, in the order of drawing, indented by group; lengths are rounded to 0.01 point.
 * Areas give a line for each group with its number of units, and one for each style of line.
 *
 * Returns: (transfer full): the scene in words
 */
char *
streek_scene_to_text (const StreekScene *scene)
{
  GString *text = g_string_new ("scene");
  guint depth = 1;

  add_number (text, scene->size.width);
  add_number (text, scene->size.height);

  if (scene->title != NULL)
    g_string_append_printf (text, " \"%s\"", scene->title);

  g_string_append_c (text, '\n');

  for (guint i = 0; i < scene->n_marks; i++)
    {
      const StreekMark *mark = &scene->marks[i];

      if (mark->item == STREEK_ITEM_GROUP_END)
        {
          depth--;
          continue;
        }

      add_mark (text, mark, depth);
      depth += mark->item == STREEK_ITEM_GROUP_START;
    }

  return g_string_free (text, FALSE);
}
