/* streek-svg.c: a scene as SVG of our own: text as text, parts by name, nothing as a bitmap */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "base/streek-file.h"
#include "draw/streek-area-lines.h"
#include "draw/streek-cairo.h"
#include "draw/streek-hatch.h"
#include "draw/streek-output.h"
#include "draw/streek-scene-private.h"

#include <math.h>

/* Between two areas of one colour a reader of SVG leaves a hair of what lies below; a line of
 * their own colour closes it. The lines of the map lie over it. */
#define SEAM_WIDTH "0.3"

typedef struct
{
  GString *body;
  GString *definitions;
  GHashTable *ids;      /* names in use, with how often */
  GHashTable *patterns; /* what a hatch looks like → its name */
  guint depth;
} Writer;

static void
add_hundredths (GString *text, gint64 value)
{
  if (value < 0)
    g_string_append_c (text, '-');

  guint64 whole = (guint64) ABS (value);

  if (whole >= 100 || whole == 0)
    g_string_append_printf (text, "%" G_GUINT64_FORMAT, whole / 100);

  if (whole % 100 == 0)
    return;

  g_string_append_printf (text, whole % 10 == 0 ? ".%.1u" : ".%.2u",
                          (guint) (whole % 10 == 0 ? whole % 100 / 10 : whole % 100));
}

static gint64
to_hundredths (double value)
{
  return (gint64) llround (value * 100);
}

static void
add_attribute (GString *text, const char *name, double value)
{
  g_string_append_printf (text, " %s=\"", name);
  add_hundredths (text, to_hundredths (value));
  g_string_append_c (text, '"');
}

/* Control characters have no place in XML 1.0, not even escaped. */
static char *
escape (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);

  for (char *c = valid; *c != '\0'; c++)
    if ((guchar) *c < ' ' && *c != '\n' && *c != '\t')
      *c = ' ';

  return g_markup_escape_text (valid, -1);
}

static guint
to_byte (double value)
{
  return (guint) lround (CLAMP (value, 0, 1) * 255);
}

static void
add_color (GString *text, const char *name, const StreekColor *color)
{
  g_string_append_printf (text, " %s=\"#%02x%02x%02x\"", name, to_byte (color->red),
                          to_byte (color->green), to_byte (color->blue));

  if (color->alpha >= 1)
    return;

  g_autofree char *opacity = g_strconcat (name, "-opacity", NULL);

  add_attribute (text, opacity, color->alpha);
}

static void
indent (Writer *writer)
{
  for (guint i = 0; i < writer->depth; i++)
    g_string_append_c (writer->body, ' ');
}

/* A name that XML takes and no other part has. */
static char *
create_id (Writer *writer, const char *wanted)
{
  g_autofree char *clean = g_strcanon (g_strdup (wanted),
                                       "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                       "0123456789-_.",
                                       '-');
  const char *prefix = g_ascii_isalpha (clean[0]) ? "" : "part-";
  g_autofree char *base = g_strconcat (prefix, clean, NULL);
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (writer->ids, base)) + 1;

  g_hash_table_replace (writer->ids, g_strdup (base), GUINT_TO_POINTER (n));

  return n == 1 ? g_steal_pointer (&base) : g_strdup_printf ("%s.%u", base, n);
}

static void
add_pattern_line (GString *text, double x0, double y0, double x1, double y1)
{
  g_string_append (text, "<path d=\"M");
  add_hundredths (text, to_hundredths (x0));
  g_string_append_c (text, ' ');
  add_hundredths (text, to_hundredths (y0));
  g_string_append_c (text, 'L');
  add_hundredths (text, to_hundredths (x1));
  g_string_append_c (text, ' ');
  add_hundredths (text, to_hundredths (y1));
  g_string_append (text, "\"/>");
}

/* A tile is one spacing wide; slanted lines are drawn into the corners of their neighbours too, so
 * that they run on without a notch. */
static void
add_tile (GString *text, StreekHatch hatch, double s)
{
  if (hatch == STREEK_HATCH_DIAGONAL || hatch == STREEK_HATCH_CROSS)
    {
      add_pattern_line (text, -s / 2, s / 2, s / 2, -s / 2);
      add_pattern_line (text, -s / 2, s * 1.5, s * 1.5, -s / 2);
      add_pattern_line (text, s / 2, s * 1.5, s * 1.5, s / 2);
    }

  if (hatch == STREEK_HATCH_BACK_DIAGONAL || hatch == STREEK_HATCH_CROSS)
    {
      add_pattern_line (text, -s / 2, s / 2, s / 2, s * 1.5);
      add_pattern_line (text, -s / 2, -s / 2, s * 1.5, s * 1.5);
      add_pattern_line (text, s / 2, -s / 2, s * 1.5, s / 2);
    }

  if (hatch == STREEK_HATCH_HORIZONTAL)
    add_pattern_line (text, 0, s / 2, s, s / 2);

  if (hatch == STREEK_HATCH_VERTICAL)
    add_pattern_line (text, s / 2, 0, s / 2, s);
}

static void
add_tile_lines (GString *text,
                const StreekHatchForm *form,
                const StreekColor *color,
                double width_pt)
{
  g_string_append (text, "<g fill=\"none\"");
  add_color (text, "stroke", color);
  add_attribute (text, "stroke-width", width_pt);
  g_string_append_c (text, '>');
  add_tile (text, form->lines, form->spacing_pt);
  g_string_append (text, "</g>");
}

static void
define_pattern (Writer *writer, const char *id, const StreekPaint *paint)
{
  const StreekHatchForm form = streek_hatch_get_form (paint->hatch);
  GString *text = writer->definitions;

  g_string_append_printf (text, "  <pattern id=\"%s\" patternUnits=\"userSpaceOnUse\"", id);
  add_attribute (text, "width", form.spacing_pt);
  add_attribute (text, "height", form.spacing_pt);
  g_string_append (text, ">");

  if (paint->hatch == STREEK_HATCH_DOTS)
    {
      g_string_append (text, "<circle");
      add_attribute (text, "cx", form.spacing_pt / 2);
      add_attribute (text, "cy", form.spacing_pt / 2);
      add_attribute (text, "r", STREEK_HATCH_DOT_RADIUS_PT);
      add_color (text, "fill", &paint->hatch_color);
      g_string_append (text, "/>");
    }
  else
    {
      if (form.casing_pt > 0)
        add_tile_lines (text, &form, &streek_hatch_casing, form.casing_pt);
      add_tile_lines (text, &form, &paint->hatch_color, form.width_pt);
    }

  g_string_append (text, "</pattern>\n");
}

static const char *
find_pattern (Writer *writer, const StreekPaint *paint)
{
  GString *look = g_string_new (NULL);

  g_string_append_printf (look, "%d", (int) paint->hatch);
  add_color (look, "c", &paint->hatch_color);

  g_autofree char *key = g_string_free (look, FALSE);
  const char *known = g_hash_table_lookup (writer->patterns, key);

  if (known != NULL)
    return known;

  char *id = create_id (writer, "hatch");

  define_pattern (writer, id, paint);
  g_hash_table_insert (writer->patterns, g_steal_pointer (&key), id);

  return id;
}

static void
add_stroke (GString *text, const StreekStroke *stroke)
{
  add_color (text, "stroke", &stroke->color);
  add_attribute (text, "stroke-width", stroke->width);

  if (stroke->dash <= 0)
    return;

  g_string_append (text, " stroke-dasharray=\"");
  add_hundredths (text, to_hundredths (stroke->dash));
  g_string_append_c (text, ' ');
  add_hundredths (text, to_hundredths (stroke->gap));
  g_string_append_c (text, '"');
}

/* One element for the colour and the line, or several where a hatch lies between them. @shape is
 * everything of the element but its paint. */
static void
add_painted (Writer *writer,
             const char *shape,
             const StreekPaint *paint,
             const StreekStroke *stroke,
             const char *extra)
{
  gboolean is_filled = paint != NULL && paint->color.alpha > 0;
  gboolean is_hatched =
    paint != NULL && paint->hatch != STREEK_HATCH_NONE && paint->hatch_color.alpha > 0;
  gboolean is_stroked = stroke != NULL && streek_stroke_is_visible (stroke);

  if (is_filled || !is_hatched)
    {
      indent (writer);
      g_string_append_printf (writer->body, "<%s%s", shape, extra);

      if (is_filled)
        add_color (writer->body, "fill", &paint->color);
      else
        g_string_append (writer->body, " fill=\"none\"");

      if (is_stroked && !is_hatched)
        add_stroke (writer->body, stroke);

      g_string_append (writer->body, "/>\n");
    }

  if (!is_hatched)
    return;

  const char *pattern = find_pattern (writer, paint);

  indent (writer);
  g_string_append_printf (writer->body, "<%s%s fill=\"url(#%s)\"", shape, is_filled ? "" : extra,
                          pattern);

  if (is_stroked)
    add_stroke (writer->body, stroke);

  g_string_append (writer->body, "/>\n");
}

/* Steps from point to point in hundredths: what rounds does not add up. */
static void
add_line_data (GString *data, const StreekPoint *points, guint n_points, gboolean closed)
{
  gint64 x = 0, y = 0;

  for (guint i = 0; i < n_points; i++)
    {
      gint64 next_x = to_hundredths (points[i].x), next_y = to_hundredths (points[i].y);

      if (i > 0 && next_x == x && next_y == y)
        continue;

      g_string_append_c (data, i == 0 ? 'M' : 'l');
      add_hundredths (data, i == 0 ? next_x : next_x - x);

      if (i == 0 ? next_y >= 0 : next_y - y >= 0)
        g_string_append_c (data, ' ');

      add_hundredths (data, i == 0 ? next_y : next_y - y);
      x = next_x;
      y = next_y;
    }

  if (closed && n_points > 0)
    g_string_append_c (data, 'z');
}

static char *
create_path (const StreekPolylines *lines)
{
  GString *data = g_string_new ("path d=\"");

  for (guint i = 0; i < lines->n_lines; i++)
    add_line_data (data, lines->points + lines->starts[i], lines->starts[i + 1] - lines->starts[i],
                   lines->closed[i]);

  g_string_append_c (data, '"');

  return g_string_free (data, FALSE);
}

static void
add_polygon (Writer *writer, const StreekMark *mark)
{
  GString *shape =
    g_string_new (mark->path.closed ? "path fill-rule=\"evenodd\" d=\"" : "path d=\"");

  add_line_data (shape, mark->path.points, mark->path.n_points, mark->path.closed);
  g_string_append_c (shape, '"');
  add_painted (writer, shape->str, mark->path.closed ? &mark->paint : NULL, &mark->stroke, "");
  g_string_free (shape, TRUE);
}

static void
add_rect (Writer *writer, const StreekMark *mark)
{
  GString *shape = g_string_new ("rect");

  add_attribute (shape, "x", mark->rect.x);
  add_attribute (shape, "y", mark->rect.y);
  add_attribute (shape, "width", mark->rect.width);
  add_attribute (shape, "height", mark->rect.height);
  add_painted (writer, shape->str, &mark->paint, &mark->stroke, "");
  g_string_free (shape, TRUE);
}

static void
add_rule (Writer *writer, const StreekMark *mark)
{
  GString *shape = g_string_new ("line");

  add_attribute (shape, "x1", mark->rule.from.x);
  add_attribute (shape, "y1", mark->rule.from.y);
  add_attribute (shape, "x2", mark->rule.to.x);
  add_attribute (shape, "y2", mark->rule.to.y);
  add_painted (writer, shape->str, NULL, &mark->stroke, "");
  g_string_free (shape, TRUE);
}

static void
add_symbol (Writer *writer, const StreekMark *mark)
{
  StreekPoint corners[4];
  guint n = streek_symbol_get_corners (&mark->symbol, corners);
  GString *shape = g_string_new (n > 0 ? "path d=\"" : "circle");

  if (n > 0)
    {
      add_line_data (shape, corners, n, TRUE);
      g_string_append_c (shape, '"');
    }
  else
    {
      add_attribute (shape, "cx", mark->symbol.center.x);
      add_attribute (shape, "cy", mark->symbol.center.y);
      add_attribute (shape, "r", mark->symbol.radius);
    }

  add_painted (writer, shape->str, &mark->paint, &mark->stroke, "");
  g_string_free (shape, TRUE);
}

/* The length of the line is written with it: a reader with another font fits it in. */
static void
add_text_line (Writer *writer, const StreekMark *mark, const StreekTextLine *line)
{
  GString *body = writer->body;
  const StreekFont *font = &mark->text.run->font;
  g_autofree char *words = escape (line->text);

  if (*words == '\0')
    return;

  indent (writer);
  g_string_append (body, "<text");
  add_attribute (body, "x", mark->text.origin.x + line->x);
  add_attribute (body, "y", mark->text.origin.y + line->y);
  add_attribute (body, "font-size", font->size_pt);

  if (font->weight == STREEK_WEIGHT_BOLD)
    g_string_append (body, " font-weight=\"bold\"");

  if (font->italic)
    g_string_append (body, " font-style=\"italic\"");

  add_attribute (body, "textLength", line->width);
  add_color (body, "fill", &mark->paint.color);

  if (streek_stroke_is_visible (&mark->stroke))
    {
      add_stroke (body, &mark->stroke);
      g_string_append (body, " paint-order=\"stroke\"");
    }

  g_string_append_printf (body, ">%s</text>\n", words);
}

static void
add_text (Writer *writer, const StreekMark *mark)
{
  const StreekTextRun *run = mark->text.run;

  for (guint i = 0; i < run->n_lines; i++)
    add_text_line (writer, mark, &run->lines[i]);
}

static void
open_clip (Writer *writer, const StreekRect *clip)
{
  GString *text = writer->definitions;
  g_autofree char *id = create_id (writer, "clip");

  g_string_append_printf (text, "  <clipPath id=\"%s\"><rect", id);
  add_attribute (text, "x", clip->x);
  add_attribute (text, "y", clip->y);
  add_attribute (text, "width", clip->width);
  add_attribute (text, "height", clip->height);
  g_string_append (text, "/></clipPath>\n");
  indent (writer);
  g_string_append_printf (writer->body, "<g clip-path=\"url(#%s)\" fill-rule=\"evenodd\">\n", id);
  writer->depth++;
}

static void
close_group (Writer *writer)
{
  writer->depth--;
  indent (writer);
  g_string_append (writer->body, "</g>\n");
}

/* Each area is a path of its own, named by its row, so that it can be taken up in a drawing
 * program. */
static void
add_fills (Writer *writer, const StreekAreasMark *areas)
{
  StreekRings *rings =
    streek_mesh_build_rings (areas->mesh, areas->level, areas->group_of, areas->n_groups);

  for (guint i = 0; i < areas->n_groups; i++)
    {
      const StreekPaint *paint = &areas->paints[i];
      g_autoptr (StreekPolylines) lines = streek_polylines_new_from_rings (areas, &rings[i]);

      if (lines->n_lines == 0 || !streek_paint_is_visible (paint))
        continue;

      g_autofree char *shape = create_path (lines);
      GString *extra = g_string_new (NULL);

      if (areas->rows[i] >= 0)
        {
          g_autofree char *name = g_strdup_printf ("area-%d", areas->rows[i]);
          g_autofree char *id = create_id (writer, name);

          g_string_append_printf (extra, " id=\"%s\"", id);
        }

      if (paint->color.alpha >= 1)
        {
          add_color (extra, "stroke", &paint->color);
          g_string_append (extra, " stroke-width=\"" SEAM_WIDTH "\"");
        }

      add_painted (writer, shape, paint, NULL, extra->str);
      g_string_free (extra, TRUE);
    }

  streek_rings_free_array (rings, areas->n_groups);
}

static void
add_areas (Writer *writer, const StreekAreasMark *areas)
{
  open_clip (writer, &areas->clip);
  add_fills (writer, areas);

  for (guint i = 0; i < areas->n_lines; i++)
    {
      if (!streek_stroke_is_visible (&areas->lines[i].stroke))
        continue;

      g_autoptr (StreekPolylines) lines = streek_polylines_new_from_lines (areas, &areas->lines[i]);
      g_autofree char *shape = create_path (lines);

      add_painted (writer, shape, NULL, &areas->lines[i].stroke, "");
    }

  close_group (writer);
}

static void
open_group (Writer *writer, const StreekGroupName *group)
{
  g_autofree char *id = create_id (writer, group->id);

  indent (writer);
  g_string_append_printf (writer->body, "<g id=\"%s\"", id);

  if (group->label != NULL)
    {
      g_autofree char *label = escape (group->label);

      g_string_append_printf (writer->body, " role=\"group\" aria-label=\"%s\"", label);
    }

  g_string_append (writer->body, ">\n");
  writer->depth++;
}

static cairo_status_t
append_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);

  return CAIRO_STATUS_SUCCESS;
}

/* Inside the document, so that it is whole wherever it goes. */
static void
add_image (Writer *writer, const StreekMark *mark)
{
  const StreekRect *box = &mark->image.box;
  g_autoptr (cairo_surface_t) surface = streek_cairo_create_image (mark->image.image);
  g_autoptr (GByteArray) png = g_byte_array_new ();

  cairo_surface_write_to_png_stream (surface, append_cb, png);

  g_autofree char *text = g_base64_encode (png->data, png->len);

  indent (writer);
  g_string_append (writer->body, "<image");
  add_attribute (writer->body, "x", box->x);
  add_attribute (writer->body, "y", box->y);
  add_attribute (writer->body, "width", box->width);
  add_attribute (writer->body, "height", box->height);
  g_string_append_printf (
    writer->body, " preserveAspectRatio=\"none\" href=\"data:image/png;base64,%s\"/>\n", text);
}

static void
add_mark (Writer *writer, const StreekMark *mark)
{
  switch (mark->type)
    {
    case STREEK_MARK_RECT:
      add_rect (writer, mark);
      break;
    case STREEK_MARK_PATH:
      add_polygon (writer, mark);
      break;
    case STREEK_MARK_RULE:
      add_rule (writer, mark);
      break;
    case STREEK_MARK_SYMBOL:
      add_symbol (writer, mark);
      break;
    case STREEK_MARK_TEXT:
      add_text (writer, mark);
      break;
    case STREEK_MARK_AREAS:
      add_areas (writer, mark->areas);
      break;
    case STREEK_MARK_IMAGE:
      add_image (writer, mark);
      break;
    default:
      break;
    }
}

static void
add_items (Writer *writer, const StreekScene *scene)
{
  for (guint i = 0; i < scene->n_marks; i++)
    {
      const StreekMark *mark = &scene->marks[i];

      if (mark->item == STREEK_ITEM_GROUP_START)
        open_group (writer, &mark->group);
      else if (mark->item == STREEK_ITEM_GROUP_END)
        close_group (writer);
      else
        add_mark (writer, mark);
    }
}

static void
add_language (GString *text, const char *language)
{
  if (language == NULL)
    return;

  g_autofree char *escaped = escape (language);

  g_string_append_printf (text, " lang=\"%s\" xml:lang=\"%s\"", escaped, escaped);
}

static void
add_description (GString *text, const char *element, const char *words)
{
  if (words == NULL)
    return;

  g_autofree char *escaped = escape (words);

  g_string_append_printf (text, " <%s id=\"%s\">%s</%s>\n", element, element, escaped, element);
}

static void
add_root (GString *text, const StreekScene *scene)
{
  g_string_append (text, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
  g_string_append (text, "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\"");

  if (scene->title != NULL)
    g_string_append (text, scene->description != NULL ? " aria-labelledby=\"title desc\""
                                                      : " aria-labelledby=\"title\"");

  add_language (text, scene->language);
  g_string_append (text, " width=\"");
  add_hundredths (text, to_hundredths (scene->size.width));
  g_string_append (text, "pt\" height=\"");
  add_hundredths (text, to_hundredths (scene->size.height));
  g_string_append (text, "pt\" viewBox=\"0 0 ");
  add_hundredths (text, to_hundredths (scene->size.width));
  g_string_append_c (text, ' ');
  add_hundredths (text, to_hundredths (scene->size.height));
  g_string_append (text, "\" font-family=\"" STREEK_FONT_FAMILY ", " STREEK_FONT_FALLBACK "\""
                         " stroke-linejoin=\"round\" stroke-linecap=\"round\">\n");
  add_description (text, "title", scene->title);
  add_description (text, "desc", scene->description);
}

/**
 * streek_scene_to_svg:
 * @scene: what to draw
 *
 * Text stays text in the figure font, groups keep their names, hatches are patterns of lines. The
 * same scene gives the same bytes.
 *
 * Returns: (transfer full): the whole document
 */
char *
streek_scene_to_svg (const StreekScene *scene)
{
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) patterns = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  Writer writer = { g_string_new (NULL), g_string_new (NULL), ids, patterns, 1 };
  GString *document = g_string_new (NULL);

  g_hash_table_insert (ids, g_strdup ("title"), GUINT_TO_POINTER (1));
  g_hash_table_insert (ids, g_strdup ("desc"), GUINT_TO_POINTER (1));
  add_items (&writer, scene);
  add_root (document, scene);

  if (writer.definitions->len > 0)
    g_string_append_printf (document, " <defs>\n%s </defs>\n", writer.definitions->str);

  g_string_append_len (document, writer.body->str, (gssize) writer.body->len);
  g_string_append (document, "</svg>\n");
  g_string_free (writer.body, TRUE);
  g_string_free (writer.definitions, TRUE);

  return g_string_free (document, FALSE);
}

/**
 * streek_scene_write_svg:
 * @path: where; an existing file is replaced at once or not at all
 * @error: return location for a #GIOErrorEnum
 */
gboolean
streek_scene_write_svg (const StreekScene *scene, const char *path, GError **error)
{
  char *text = streek_scene_to_svg (scene);
  g_autoptr (GBytes) bytes = g_bytes_new_take (text, strlen (text));

  return streek_file_write_atomically (path, bytes, error);
}
