/* streek-scene.c: a finished drawing: a flat list of marks in points */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "draw/streek-scene-private.h"

#include <math.h>

struct _StreekSceneBuilder
{
  StreekSize size;
  char *title;
  char *description;
  char *language;
  char *keywords;
  char *bookmark;
  GArray *marks;
  GArray *links;    /* (element-type StreekPageLink) */
  GArray *movables; /* (element-type StreekMovable) */
  GArray *numbered; /* (element-type StreekNumbered) */
  guint n_unnamed;
  guint depth; /* open groups */
};

static void
clear_areas (StreekAreasMark *areas)
{
  for (guint i = 0; i < areas->n_lines; i++)
    g_free ((gint32 *) areas->lines[i].group_of);

  g_free ((StreekAreaLines *) areas->lines);
  g_free ((gint32 *) areas->group_of);
  g_free ((StreekPaint *) areas->paints);
  g_free ((gint32 *) areas->rows);
  streek_mesh_unref (areas->mesh);
  g_free (areas);
}

static void
clear_group (StreekGroupName *group)
{
  g_free (group->id);
  g_free (group->label);
}

static void
clear_mark (StreekMark *mark)
{
  if (mark->item == STREEK_ITEM_GROUP_START)
    clear_group (&mark->group);

  if (mark->item != STREEK_ITEM_MARK)
    return;

  if (mark->type == STREEK_MARK_PATH)
    g_free (mark->path.points);
  else if (mark->type == STREEK_MARK_TEXT)
    streek_text_run_unref (mark->text.run);
  else if (mark->type == STREEK_MARK_AREAS)
    clear_areas (mark->areas);
  else if (mark->type == STREEK_MARK_IMAGE)
    streek_image_unref (mark->image.image);
}

/**
 * streek_scene_builder_new:
 * @size: of the page or picture
 *
 * Returns: (transfer full): a builder of an empty scene
 */
StreekSceneBuilder *
streek_scene_builder_new (StreekSize size)
{
  g_return_val_if_fail (size.width > 0 && size.height > 0, NULL);

  StreekSceneBuilder *builder = g_new0 (StreekSceneBuilder, 1);

  builder->size = size;
  builder->marks = g_array_new (FALSE, FALSE, sizeof (StreekMark));
  g_array_set_clear_func (builder->marks, (GDestroyNotify) clear_mark);
  builder->links = g_array_new (FALSE, FALSE, sizeof (StreekPageLink));
  builder->movables = g_array_new (FALSE, FALSE, sizeof (StreekMovable));
  builder->numbered = g_array_new (FALSE, FALSE, sizeof (StreekNumbered));

  return builder;
}

void
streek_scene_builder_free (StreekSceneBuilder *builder)
{
  if (builder == NULL)
    return;

  g_clear_pointer (&builder->marks, g_array_unref);
  g_clear_pointer (&builder->links, g_array_unref);
  g_clear_pointer (&builder->movables, g_array_unref);
  g_clear_pointer (&builder->numbered, g_array_unref);
  g_free (builder->title);
  g_free (builder->description);
  g_free (builder->language);
  g_free (builder->keywords);
  g_free (builder->bookmark);
  g_free (builder);
}

/**
 * streek_scene_builder_end:
 * @builder: (transfer full): is freed; groups that are still open are closed
 *
 * Returns: (transfer full): the finished scene
 */
StreekScene *
streek_scene_builder_end (StreekSceneBuilder *builder)
{
  StreekScene *scene = g_new0 (StreekScene, 1);

  while (builder->depth > 0)
    streek_scene_builder_pop_group (builder);

  g_atomic_ref_count_init (&scene->ref_count);
  scene->size = builder->size;
  scene->title = g_steal_pointer (&builder->title);
  scene->description = g_steal_pointer (&builder->description);
  scene->language = g_steal_pointer (&builder->language);
  scene->keywords = g_steal_pointer (&builder->keywords);
  scene->bookmark = g_steal_pointer (&builder->bookmark);
  scene->links = g_steal_pointer (&builder->links);
  scene->movables = g_steal_pointer (&builder->movables);
  scene->numbered = g_steal_pointer (&builder->numbered);
  scene->n_unnamed = builder->n_unnamed;
  scene->n_marks = builder->marks->len;
  scene->marks = (StreekMark *) g_array_free (g_steal_pointer (&builder->marks), FALSE);
  streek_scene_builder_free (builder);

  return scene;
}

/**
 * streek_scene_builder_add_movable:
 * @movable: copied
 */
void
streek_scene_builder_add_movable (StreekSceneBuilder *builder, const StreekMovable *movable)
{
  g_array_append_vals (builder->movables, movable, 1);
}

guint
streek_scene_get_n_movables (const StreekScene *scene)
{
  return scene->movables->len;
}

const StreekMovable *
streek_scene_get_movable (const StreekScene *scene, guint index)
{
  g_return_val_if_fail (index < scene->movables->len, NULL);

  return &g_array_index (scene->movables, StreekMovable, index);
}

void
streek_scene_builder_add_numbered (StreekSceneBuilder *builder, StreekNumbered numbered)
{
  g_array_append_val (builder->numbered, numbered);
}

void
streek_scene_builder_set_n_unnamed (StreekSceneBuilder *builder, guint n)
{
  builder->n_unnamed = n;
}

/**
 * streek_scene_get_numbered:
 * @n_numbered: (out): how many
 *
 * Returns: (array length=n_numbered): what the numbers on the drawing stand for, the least first
 */
const StreekNumbered *
streek_scene_get_numbered (const StreekScene *scene, guint *n_numbered)
{
  *n_numbered = scene->numbered->len;

  return (const StreekNumbered *) (gpointer) scene->numbered->data;
}

guint
streek_scene_get_n_unnamed (const StreekScene *scene)
{
  return scene->n_unnamed;
}

/**
 * streek_scene_builder_set_metadata:
 * @title: (nullable): title of the document
 * @description: (nullable): what the drawing says, in one sentence
 * @language: (nullable): such as "nl"
 *
 * What PDF, SVG, PNG and screen readers tell about the drawing.
 */
void
streek_scene_builder_set_metadata (StreekSceneBuilder *builder,
                                   const char *title,
                                   const char *description,
                                   const char *language)
{
  g_free (builder->title);
  g_free (builder->description);
  g_free (builder->language);
  builder->title = g_strdup (title);
  builder->description = g_strdup (description);
  builder->language = g_strdup (language);
}

/**
 * streek_scene_builder_set_keywords:
 * @keywords: (nullable): words with commas between them, for the metadata of a PDF
 */
void
streek_scene_builder_set_keywords (StreekSceneBuilder *builder, const char *keywords)
{
  g_free (builder->keywords);
  builder->keywords = g_strdup (keywords);
}

/**
 * streek_scene_builder_set_bookmark:
 * @bookmark: (nullable): what the page is called in the list beside a document of many pages
 */
void
streek_scene_builder_set_bookmark (StreekSceneBuilder *builder, const char *bookmark)
{
  g_free (builder->bookmark);
  builder->bookmark = g_strdup (bookmark);
}

void
streek_scene_builder_add_link (StreekSceneBuilder *builder, StreekRect rect, guint page)
{
  const StreekPageLink link = { rect, page };

  g_array_append_val (builder->links, link);
}

static StreekMark *
append_item (StreekSceneBuilder *builder, StreekItemType item)
{
  g_array_set_size (builder->marks, builder->marks->len + 1);

  StreekMark *mark = &g_array_index (builder->marks, StreekMark, builder->marks->len - 1);

  memset (mark, 0, sizeof *mark);
  mark->item = item;
  mark->row = -1;

  return mark;
}

static StreekMark *
append_mark (StreekSceneBuilder *builder,
             StreekMarkType type,
             const StreekPaint *paint,
             const StreekStroke *stroke,
             int row)
{
  StreekMark *mark = append_item (builder, STREEK_ITEM_MARK);

  mark->type = type;
  mark->row = row;

  if (paint != NULL)
    mark->paint = *paint;

  if (stroke != NULL)
    mark->stroke = *stroke;

  return mark;
}

/**
 * streek_scene_builder_push_group:
 * @id: name of the group in the file, such as "legend"; need not be unique
 * @label: (nullable): its name for people
 */
void
streek_scene_builder_push_group (StreekSceneBuilder *builder, const char *id, const char *label)
{
  g_return_if_fail (id != NULL);

  StreekMark *mark = append_item (builder, STREEK_ITEM_GROUP_START);

  mark->group.id = g_strdup (id);
  mark->group.label = g_strdup (label);
  builder->depth++;
}

void
streek_scene_builder_pop_group (StreekSceneBuilder *builder)
{
  g_return_if_fail (builder->depth > 0);

  append_item (builder, STREEK_ITEM_GROUP_END);
  builder->depth--;
}

static StreekRect
grow (StreekRect rect, double by)
{
  return (StreekRect){ rect.x - by, rect.y - by, rect.width + 2 * by, rect.height + 2 * by };
}

static StreekRect
get_points_bounds (const StreekPoint *points, guint n_points)
{
  double x_min = INFINITY, y_min = INFINITY, x_max = -INFINITY, y_max = -INFINITY;

  for (guint i = 0; i < n_points; i++)
    {
      x_min = fmin (x_min, points[i].x);
      x_max = fmax (x_max, points[i].x);
      y_min = fmin (y_min, points[i].y);
      y_max = fmax (y_max, points[i].y);
    }

  if (n_points == 0)
    return (StreekRect){ 0 };

  return (StreekRect){ x_min, y_min, x_max - x_min, y_max - y_min };
}

/**
 * streek_scene_builder_add_rect:
 * @paint: (nullable): fill
 * @stroke: (nullable): its middle lies on the edge
 * @row: row of the table that the mark stands for, -1: furniture
 */
void
streek_scene_builder_add_rect (StreekSceneBuilder *builder,
                               StreekRect rect,
                               const StreekPaint *paint,
                               const StreekStroke *stroke,
                               int row)
{
  StreekMark *mark = append_mark (builder, STREEK_MARK_RECT, paint, stroke, row);

  mark->rect = rect;
  mark->bounds = grow (rect, mark->stroke.width / 2);
}

/**
 * streek_scene_builder_add_polygon:
 * @points: (array length=n_points): corners
 * @closed: whether the last corner is joined to the first; only closed ones are filled
 * @paint: (nullable): fill, by the even-odd rule
 * @stroke: (nullable): line
 */
void
streek_scene_builder_add_polygon (StreekSceneBuilder *builder,
                                  const StreekPoint *points,
                                  guint n_points,
                                  gboolean closed,
                                  const StreekPaint *paint,
                                  const StreekStroke *stroke,
                                  int row)
{
  StreekMark *mark = append_mark (builder, STREEK_MARK_PATH, paint, stroke, row);

  mark->path.points = g_memdup2 (points, n_points * sizeof *points);
  mark->path.n_points = n_points;
  mark->path.closed = closed;
  mark->bounds = grow (get_points_bounds (points, n_points), mark->stroke.width / 2);
}

void
streek_scene_builder_add_rule (StreekSceneBuilder *builder,
                               StreekPoint from,
                               StreekPoint to,
                               const StreekStroke *stroke,
                               int row)
{
  StreekMark *mark = append_mark (builder, STREEK_MARK_RULE, NULL, stroke, row);
  const StreekPoint ends[] = { from, to };

  mark->rule.from = from;
  mark->rule.to = to;
  mark->bounds = grow (get_points_bounds (ends, 2), mark->stroke.width / 2);
}

/**
 * streek_scene_builder_add_symbol:
 * @radius: of a circle; the others have the area of that circle
 */
void
streek_scene_builder_add_symbol (StreekSceneBuilder *builder,
                                 StreekSymbol symbol,
                                 StreekPoint center,
                                 double radius,
                                 const StreekPaint *paint,
                                 const StreekStroke *stroke,
                                 int row)
{
  StreekMark *mark = append_mark (builder, STREEK_MARK_SYMBOL, paint, stroke, row);
  StreekPoint corners[4];

  mark->symbol.symbol = symbol;
  mark->symbol.center = center;
  mark->symbol.radius = radius;

  if (symbol == STREEK_SYMBOL_CIRCLE)
    mark->bounds = (StreekRect){ center.x - radius, center.y - radius, 2 * radius, 2 * radius };
  else
    mark->bounds = get_points_bounds (corners, streek_symbol_get_corners (&mark->symbol, corners));

  mark->bounds = grow (mark->bounds, mark->stroke.width / 2);
}

/* What is struck or new, as lines that every back end draws. */
static void
add_strokes (StreekSceneBuilder *builder,
             const StreekTextRun *text,
             StreekPoint origin,
             StreekColor color,
             int row)
{
  guint n;
  const StreekTextStroke *strokes = streek_text_run_get_strokes (text, &n);

  for (guint i = 0; i < n; i++)
    {
      StreekStroke stroke = { color, strokes[i].thickness, 0, 0 };
      double x = origin.x + strokes[i].x, y = origin.y + strokes[i].y;

      streek_scene_builder_add_rule (builder, (StreekPoint){ x, y },
                                     (StreekPoint){ x + strokes[i].width, y }, &stroke, row);
    }
}

/**
 * streek_scene_builder_add_text:
 * @text: is shared with the scene
 * @origin: left end of the baseline of the first line
 * @halo: (nullable): a line around the glyphs, drawn under them; half of its width shows
 */
void
streek_scene_builder_add_text (StreekSceneBuilder *builder,
                               StreekTextRun *text,
                               StreekPoint origin,
                               StreekColor color,
                               const StreekStroke *halo,
                               int row)
{
  g_return_if_fail (text != NULL);

  const StreekPaint paint = { .color = color };
  StreekMark *mark = append_mark (builder, STREEK_MARK_TEXT, &paint, halo, row);
  StreekRect box = { origin.x, origin.y - text->ascent, text->width, text->height };

  mark->text.run = streek_text_run_ref (text);
  mark->text.origin = origin;
  mark->bounds = grow (box, mark->stroke.width / 2);
  add_strokes (builder, text, origin, color, row);
}

/**
 * streek_scene_builder_add_image:
 * @image: is shared with the scene
 * @box: what it fills
 * @row: row of the table that it stands for, -1: furniture
 */
void
streek_scene_builder_add_image (StreekSceneBuilder *builder,
                                StreekImage *image,
                                StreekRect box,
                                int row)
{
  g_return_if_fail (image != NULL && box.width > 0 && box.height > 0);

  StreekMark *mark = append_mark (builder, STREEK_MARK_IMAGE, NULL, NULL, row);

  mark->image.image = streek_image_ref (image);
  mark->image.box = box;
  mark->bounds = box;
}

static StreekAreaLines *
copy_lines (const StreekAreaLines *lines, guint n_lines, guint n_units)
{
  StreekAreaLines *copy = g_memdup2 (lines, n_lines * sizeof *lines);

  for (guint i = 0; i < n_lines; i++)
    copy[i].group_of = g_memdup2 (lines[i].group_of, n_units * sizeof (gint32));

  return copy;
}

static gint32 *
create_no_rows (guint n_groups)
{
  gint32 *rows = g_new (gint32, MAX (n_groups, 1));

  for (guint i = 0; i < n_groups; i++)
    rows[i] = -1;

  return rows;
}

/**
 * streek_scene_builder_add_areas:
 * @areas: the areas of a map; its arrays are copied and its mesh is shared. @rows may be %NULL
 *   where no group stands for a row
 *
 * A group is a number below `n_groups`; what is higher is not painted.
 */
void
streek_scene_builder_add_areas (StreekSceneBuilder *builder, const StreekAreasMark *areas)
{
  g_return_if_fail (areas->mesh != NULL && areas->group_of != NULL && areas->projection.scale > 0);
  g_return_if_fail (areas->level < streek_mesh_get_n_levels (areas->mesh));

  StreekMark *mark = append_mark (builder, STREEK_MARK_AREAS, NULL, NULL, -1);
  StreekAreasMark *copy = g_memdup2 (areas, sizeof *areas);
  guint n_units = streek_mesh_get_n_units (areas->mesh);

  copy->mesh = streek_mesh_ref (areas->mesh);
  copy->group_of = g_memdup2 (areas->group_of, n_units * sizeof (gint32));
  copy->paints = g_memdup2 (areas->paints, areas->n_groups * sizeof (StreekPaint));
  copy->rows = areas->rows != NULL ? g_memdup2 (areas->rows, areas->n_groups * sizeof (gint32))
                                   : create_no_rows (areas->n_groups);
  copy->lines = copy_lines (areas->lines, areas->n_lines, n_units);
  mark->areas = copy;
  mark->bounds = areas->clip;
}

StreekScene *
streek_scene_ref (StreekScene *scene)
{
  g_return_val_if_fail (scene != NULL, NULL);

  g_atomic_ref_count_inc (&scene->ref_count);

  return scene;
}

void
streek_scene_unref (StreekScene *scene)
{
  if (scene == NULL || !g_atomic_ref_count_dec (&scene->ref_count))
    return;

  for (guint i = 0; i < scene->n_marks; i++)
    clear_mark (&scene->marks[i]);

  g_free (scene->marks);
  g_array_unref (scene->links);
  g_array_unref (scene->movables);
  g_array_unref (scene->numbered);
  g_free (scene->title);
  g_free (scene->description);
  g_free (scene->language);
  g_free (scene->keywords);
  g_free (scene->bookmark);
  g_free (scene);
}

StreekSize
streek_scene_get_size (const StreekScene *scene)
{
  return scene->size;
}

/**
 * streek_scene_get_title:
 *
 * Returns: (nullable): the title of the document
 */
const char *
streek_scene_get_title (const StreekScene *scene)
{
  return scene->title;
}

/**
 * streek_scene_get_description:
 *
 * Returns: (nullable): one sentence on what the drawing says
 */
const char *
streek_scene_get_description (const StreekScene *scene)
{
  return scene->description;
}

/**
 * streek_scene_get_bounds:
 *
 * Returns: the smallest box around every mark with its line, which may reach beyond the page;
 *   empty for a scene without marks. Areas count with the whole of their clip, texts with the box
 *   of their lines
 */
StreekRect
streek_scene_get_bounds (const StreekScene *scene)
{
  double x_min = INFINITY, y_min = INFINITY, x_max = -INFINITY, y_max = -INFINITY;

  for (guint i = 0; i < scene->n_marks; i++)
    {
      const StreekMark *mark = &scene->marks[i];

      if (mark->item != STREEK_ITEM_MARK)
        continue;

      x_min = fmin (x_min, mark->bounds.x);
      y_min = fmin (y_min, mark->bounds.y);
      x_max = fmax (x_max, mark->bounds.x + mark->bounds.width);
      y_max = fmax (y_max, mark->bounds.y + mark->bounds.height);
    }

  if (x_min > x_max)
    return (StreekRect){ 0 };

  return (StreekRect){ x_min, y_min, x_max - x_min, y_max - y_min };
}

gboolean
streek_color_equal (const StreekColor *a, const StreekColor *b)
{
  return a->red == b->red && a->green == b->green && a->blue == b->blue && a->alpha == b->alpha;
}

gboolean
streek_paint_is_visible (const StreekPaint *paint)
{
  return paint->color.alpha > 0 ||
         (paint->hatch != STREEK_HATCH_NONE && paint->hatch_color.alpha > 0);
}

gboolean
streek_paint_equal (const StreekPaint *a, const StreekPaint *b)
{
  return streek_color_equal (&a->color, &b->color) && a->hatch == b->hatch &&
         (a->hatch == STREEK_HATCH_NONE || streek_color_equal (&a->hatch_color, &b->hatch_color));
}

gboolean
streek_stroke_is_visible (const StreekStroke *stroke)
{
  return stroke->width > 0 && stroke->color.alpha > 0;
}

/* Squares, diamonds and triangles as large as the circle, since area is what the eye compares. */
guint
streek_symbol_get_corners (const StreekSymbolShape *shape, StreekPoint corners[4])
{
  const double x = shape->center.x, y = shape->center.y, r = shape->radius;
  const double half = r * sqrt (G_PI) / 2;
  const double arm = r * sqrt (G_PI / 2);
  const double tall = r * sqrt (4 * G_PI / (3 * sqrt (3))); /* centre to corner, equilateral */

  switch (shape->symbol)
    {
    case STREEK_SYMBOL_SQUARE:
      corners[0] = (StreekPoint){ x - half, y - half };
      corners[1] = (StreekPoint){ x + half, y - half };
      corners[2] = (StreekPoint){ x + half, y + half };
      corners[3] = (StreekPoint){ x - half, y + half };
      return 4;
    case STREEK_SYMBOL_DIAMOND:
      corners[0] = (StreekPoint){ x, y - arm };
      corners[1] = (StreekPoint){ x + arm, y };
      corners[2] = (StreekPoint){ x, y + arm };
      corners[3] = (StreekPoint){ x - arm, y };
      return 4;
    case STREEK_SYMBOL_TRIANGLE:
      corners[0] = (StreekPoint){ x, y - tall };
      corners[1] = (StreekPoint){ x + tall * sqrt (3) / 2, y + tall / 2 };
      corners[2] = (StreekPoint){ x - tall * sqrt (3) / 2, y + tall / 2 };
      return 3;
    case STREEK_SYMBOL_CIRCLE:
    default:
      return 0;
    }
}

StreekPoint
streek_projection_to_page (const StreekProjection *projection, double x, double y)
{
  return (StreekPoint){ (x - projection->x0) * projection->scale,
                        (projection->y0 - y) * projection->scale };
}

StreekPoint
streek_projection_to_ground (const StreekProjection *projection, StreekPoint place)
{
  return (StreekPoint){ place.x / projection->scale + projection->x0,
                        projection->y0 - place.y / projection->scale };
}
