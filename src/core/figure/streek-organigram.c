/* streek-organigram.c: a tree of areas on paper: boxes, lines and lists of names */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "figure/streek-organigram.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define BOX_PADDING_PT 6.0
#define BOX_GAP_PT 10.0   /* between two boxes beside each other */
#define LEVEL_GAP_PT 22.0 /* between a box and those under it */
#define COLUMN_GAP_PT 8.0 /* between two columns of names */
#define LINE_SPACING 1.25

/* The first that fits is taken. A list never goes below 5.5 points, the smallest that is still read
 * from paper. */
static const double name_sizes_pt[] = { 11, 10, 9, 8.5, 8, 7.5, 7, 6.5, 6, 5.5 };

typedef struct
{
  guint n_columns; /* of names under a box whose children are all lines; 0: other boxes */
  guint n_rows;
  double column_width;
  double x;
  double width; /* of the box and all that hangs under it */
  double box_y;
  double box_height;
  StreekTextRun *name;   /* owned */
  StreekTextRun *detail; /* owned, (nullable) */
} Place;

typedef struct
{
  const StreekOrganigramNode *nodes;
  guint n_nodes;
  guint leaf_level;
  Place *places;
  StreekTextRun **lines; /* the name of each leaf, NULL for a box */
  StreekTypesetter *typesetter;
  StreekRect frame;
  double line_height;
  gboolean grey;
} Organigram;

static gboolean
is_leaf (const Organigram *self, guint index)
{
  return self->nodes[index].level == self->leaf_level;
}

static guint
count_leaves (const Organigram *self, guint index)
{
  guint n = 0;

  for (guint i = index + 1; i < self->n_nodes; i++)
    n += self->nodes[i].parent == (int) index && is_leaf (self, i);

  return n;
}

static void
clear_runs (Organigram *self)
{
  for (guint i = 0; i < self->n_nodes; i++)
    {
      g_clear_pointer (&self->lines[i], streek_text_run_unref);
      g_clear_pointer (&self->places[i].name, streek_text_run_unref);
      g_clear_pointer (&self->places[i].detail, streek_text_run_unref);
    }
}

/* The box of a node: its name in up to three lines, its detail in two. */
static void
set_box (Organigram *self, guint index, double width, double size_pt)
{
  Place *place = &self->places[index];
  const StreekOrganigramNode *node = &self->nodes[index];
  double inner = MAX (width - 2 * BOX_PADDING_PT, 10);

  g_clear_pointer (&place->name, streek_text_run_unref);
  g_clear_pointer (&place->detail, streek_text_run_unref);
  place->name = streek_typesetter_set_wrapped (self->typesetter,
                                               (StreekFont){ size_pt, STREEK_WEIGHT_BOLD, FALSE },
                                               node->name, inner, 3, STREEK_ALIGN_CENTER);
  place->box_height = streek_text_run_get_height (place->name) + 2 * BOX_PADDING_PT;

  if (node->detail == NULL)
    return;

  place->detail = streek_typesetter_set_wrapped (
    self->typesetter, (StreekFont){ size_pt - 1, STREEK_WEIGHT_NORMAL, FALSE }, node->detail, inner,
    3, STREEK_ALIGN_CENTER);
  place->box_height += streek_text_run_get_height (place->detail) + 1;
}

static double
measure_widest_word (Organigram *self, StreekFont font, const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  double widest = 0;

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autoptr (StreekTextRun) run = streek_typesetter_set (self->typesetter, font, words[i]);

      widest = MAX (widest, streek_text_run_get_width (run));
    }

  return widest;
}

/* Narrower than its widest word a box would break it; a no-break space keeps a number with what it
 * counts. */
static double
get_least_box_width (Organigram *self, guint index, double size_pt)
{
  const StreekOrganigramNode *node = &self->nodes[index];
  double widest =
    measure_widest_word (self, (StreekFont){ size_pt, STREEK_WEIGHT_BOLD, FALSE }, node->name);

  if (node->detail != NULL)
    widest =
      MAX (widest, measure_widest_word (
                     self, (StreekFont){ size_pt - 1, STREEK_WEIGHT_NORMAL, FALSE }, node->detail));

  return widest + 2 * BOX_PADDING_PT + 1;
}

/* Sets the names under a box in as few columns as @height allows. */
static void
set_list (Organigram *self, guint index, double size_pt, double height)
{
  Place *place = &self->places[index];
  guint n = count_leaves (self, index);
  guint max_rows = (guint) MAX (floor (height / self->line_height), 1);

  place->n_columns = (n + max_rows - 1) / max_rows;
  place->n_rows = place->n_columns > 0 ? (n + place->n_columns - 1) / place->n_columns : 0;
  place->column_width = 0;

  for (guint i = index + 1; i < self->n_nodes; i++)
    {
      if (self->nodes[i].parent != (int) index || !is_leaf (self, i))
        continue;

      g_clear_pointer (&self->lines[i], streek_text_run_unref);
      self->lines[i] = streek_typesetter_set (
        self->typesetter, (StreekFont){ size_pt, STREEK_WEIGHT_NORMAL, self->nodes[i].is_part },
        self->nodes[i].name);
      place->column_width = MAX (place->column_width, streek_text_run_get_width (self->lines[i]));
    }

  place->width =
    place->n_columns * (place->column_width + COLUMN_GAP_PT) - COLUMN_GAP_PT + BOX_PADDING_PT;
}

/* Widths from the leaves up: each box is as wide as what hangs under it. Children stand after
 * their parent, so that one walk backwards is enough. */
static void
measure_widths (Organigram *self, guint root, guint end, double size_pt, double list_height)
{
  for (guint i = end; i > root; i--)
    {
      guint index = i - 1;
      Place *place = &self->places[index];
      double below = 0;

      if (is_leaf (self, index))
        continue;

      set_list (self, index, size_pt, list_height);

      for (guint k = index + 1; k < end; k++)
        if (self->nodes[k].parent == (int) index && !is_leaf (self, k))
          below += self->places[k].width + BOX_GAP_PT;

      place->width = MAX (place->width, below - BOX_GAP_PT);
      place->width = MAX (place->width, get_least_box_width (self, index, size_pt + 1));
    }
}

/* Boxes of one level are equally high, and stand on one line. Returns where the lists begin. */
static double
place_levels (Organigram *self, guint root, guint end, double size_pt)
{
  double y = self->frame.y;

  for (guint level = self->nodes[root].level; level < self->leaf_level; level++)
    {
      double highest = 0;

      for (guint i = root; i < end; i++)
        if (self->nodes[i].level == level)
          {
            set_box (self, i, self->places[i].width, size_pt + 1);
            highest = MAX (highest, self->places[i].box_height);
          }

      for (guint i = root; i < end; i++)
        if (self->nodes[i].level == level)
          {
            self->places[i].box_y = y;
            self->places[i].box_height = highest;
          }

      y += highest + (level + 1 < self->leaf_level ? LEVEL_GAP_PT : BOX_PADDING_PT);
    }

  return y;
}

/* From left to right; what is over in width is shared among the boxes side by side. */
static void
place_columns (Organigram *self, guint index, guint end, double x, double width)
{
  Place *place = &self->places[index];
  double natural = 0;
  guint n = 0;

  place->x = x;

  for (guint k = index + 1; k < end; k++)
    if (self->nodes[k].parent == (int) index && !is_leaf (self, k))
      {
        natural += self->places[k].width;
        n++;
      }

  place->width = width;

  if (n == 0)
    return;

  double extra = (width - natural - (n - 1) * BOX_GAP_PT) / n;

  for (guint k = index + 1; k < end; k++)
    if (self->nodes[k].parent == (int) index && !is_leaf (self, k))
      {
        double child_width = self->places[k].width + extra;

        place_columns (self, k, end, x, child_width);
        x += child_width + BOX_GAP_PT;
      }
}

/* Tries one type size; FALSE where it does not fit the frame. */
static gboolean
try_size (Organigram *self, guint root, guint end, double size_pt)
{
  g_autoptr (StreekTextRun) line = streek_typesetter_set (
    self->typesetter, (StreekFont){ size_pt, STREEK_WEIGHT_NORMAL, FALSE }, "Xg");
  double bottom = self->frame.y + self->frame.height;

  self->line_height = streek_text_run_get_height (line) * LINE_SPACING;
  /* the first guess leaves half a page to the lists, the second what the boxes left over */
  measure_widths (self, root, end, size_pt, self->frame.height / 2);

  double lists_top = place_levels (self, root, end, size_pt);

  if (lists_top + self->line_height > bottom)
    return FALSE;

  measure_widths (self, root, end, size_pt, bottom - lists_top);

  if (self->places[root].width > self->frame.width)
    return FALSE;

  place_columns (self, root, end, self->frame.x, self->frame.width);
  lists_top = place_levels (self, root, end, size_pt);

  for (guint i = root; i < end; i++)
    if (!is_leaf (self, i) &&
        lists_top + self->places[i].n_rows * self->line_height > bottom + 0.01)
      return FALSE;

  return TRUE;
}

static StreekPaint
get_box_paint (const Organigram *self, guint level)
{
  /* Darker means higher; the same three steps read in grey. */
  static const StreekColor colors[] = { { 0.13, 0.37, 0.55, 1 },
                                        { 0.80, 0.89, 0.95, 1 },
                                        { 0.94, 0.96, 0.98, 1 } };
  static const StreekColor greys[] = { { 0.33, 0.33, 0.33, 1 },
                                       { 0.86, 0.86, 0.86, 1 },
                                       { 0.96, 0.96, 0.96, 1 } };
  guint index = MIN (level, G_N_ELEMENTS (colors) - 1);

  return (StreekPaint){ self->grey ? greys[index] : colors[index], STREEK_HATCH_NONE, { 0 } };
}

/* A wrapped run is as wide as it was asked to be; a short one sits in the middle all the same. */
static double
add_centered (
  StreekSceneBuilder *builder, StreekTextRun *run, const Place *place, double y, StreekColor color)
{
  double x = place->x + (place->width - streek_text_run_get_width (run)) / 2;

  streek_scene_builder_add_text (
    builder, run, (StreekPoint){ x, y + streek_text_run_get_ascent (run) }, color, NULL, -1);

  return y + streek_text_run_get_height (run) + 1;
}

static void
add_box (const Organigram *self, StreekSceneBuilder *builder, guint index, guint depth)
{
  const Place *place = &self->places[index];
  StreekPaint paint = get_box_paint (self, depth);
  StreekStroke edge = { { 0.30, 0.36, 0.42, 1 }, 0.75, 0, 0 };
  StreekColor ink = depth == 0 ? (StreekColor){ 1, 1, 1, 1 } : STREEK_SHEET_INK;
  StreekRect box = { place->x, place->box_y, place->width, place->box_height };
  double height = streek_text_run_get_height (place->name) +
                  (place->detail != NULL ? streek_text_run_get_height (place->detail) + 1 : 0);

  if (self->nodes[index].is_part)
    {
      edge.dash = 3;
      edge.gap = 2;
    }

  streek_scene_builder_add_rect (builder, box, &paint, &edge, (int) index);

  double y = box.y + (box.height - height) / 2;

  y = add_centered (builder, place->name, place, y, ink);

  if (place->detail != NULL)
    add_centered (builder, place->detail, place, y, ink);
}

/* From the middle of the parent's foot down, across, and down to the child's head. */
static void
add_connector (const Organigram *self, StreekSceneBuilder *builder, guint index)
{
  const StreekOrganigramNode *node = &self->nodes[index];
  const Place *child = &self->places[index];
  const Place *parent = &self->places[node->parent];
  double from_x = parent->x + parent->width / 2, to_x = child->x + child->width / 2;
  double from_y = parent->box_y + parent->box_height;
  double middle = (from_y + child->box_y) / 2;
  StreekStroke line = {
    { 0.30, 0.36, 0.42, 1 }, 0.75, node->is_part ? 3 : 0, node->is_part ? 2 : 0
  };
  const StreekPoint points[] = {
    { from_x, from_y }, { from_x, middle }, { to_x, middle }, { to_x, child->box_y }
  };

  streek_scene_builder_add_polygon (builder, points, G_N_ELEMENTS (points), FALSE, NULL, &line, -1);
}

static void
add_list (const Organigram *self, StreekSceneBuilder *builder, guint index, guint end)
{
  const Place *place = &self->places[index];
  double top = place->box_y + place->box_height + BOX_PADDING_PT;
  guint n = 0;

  for (guint i = index + 1; i < end; i++)
    {
      if (self->nodes[i].parent != (int) index || !is_leaf (self, i))
        continue;

      guint column = n / place->n_rows, row = n % place->n_rows;
      double x = place->x + BOX_PADDING_PT / 2 + column * (place->column_width + COLUMN_GAP_PT);

      streek_scene_builder_add_text (
        builder, self->lines[i],
        (StreekPoint){ x, top + row * self->line_height +
                            streek_text_run_get_ascent (self->lines[i]) },
        STREEK_SHEET_INK, NULL, (int) i);
      n++;
    }
}

static StreekScene *
draw_page (Organigram *self, const StreekSheet *sheet, guint root, guint end, guint page, guint n)
{
  StreekSceneBuilder *builder = streek_scene_builder_new (sheet->size);

  streek_sheet_begin (sheet, builder, self->typesetter, page, n);
  streek_scene_builder_push_group (builder, "organigram", self->nodes[root].name);

  for (guint i = root + 1; i < end; i++)
    if (!is_leaf (self, i))
      add_connector (self, builder, i);

  for (guint i = root; i < end; i++)
    if (!is_leaf (self, i))
      {
        add_box (self, builder, i, self->nodes[i].level - self->nodes[root].level);
        add_list (self, builder, i, end);
      }

  streek_scene_builder_pop_group (builder);

  return streek_scene_builder_end (builder);
}

static gboolean
fit_page (Organigram *self, guint root, guint end, GError **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (name_sizes_pt); i++)
    if (try_size (self, root, end, name_sizes_pt[i]))
      return TRUE;

  g_set_error (error, STREEK_FIGURE_ERROR, STREEK_FIGURE_ERROR_TOO_SMALL,
               _ ("The structure of %s does not fit on this paper. Choose A3, or landscape."),
               self->nodes[root].name);

  return FALSE;
}

static guint
find_page_end (const Organigram *self, guint root)
{
  guint end = root + 1;

  while (end < self->n_nodes && self->nodes[end].parent >= 0)
    end++;

  return end;
}

static gboolean
draw_pages (Organigram *self, const StreekSheet *sheet, GPtrArray *pages, GError **error)
{
  guint n = 0, page = 0;

  for (guint i = 0; i < self->n_nodes; i++)
    n += self->nodes[i].parent < 0;

  for (guint root = 0; root < self->n_nodes;)
    {
      guint end = find_page_end (self, root);

      if (!fit_page (self, root, end, error))
        return FALSE;

      g_ptr_array_add (pages, draw_page (self, sheet, root, end, page++, n));
      root = end;
    }

  return TRUE;
}

/**
 * streek_organigram_layout:
 * @nodes: depth first, a parent before its children; those of the highest level are lines
 * @grey: without colour
 *
 * Returns: (transfer full) (element-type StreekScene): a page for each root
 */
GPtrArray *
streek_organigram_layout (const StreekOrganigramNode *nodes,
                          guint n_nodes,
                          const StreekSheet *sheet,
                          gboolean grey,
                          GError **error)
{
  g_return_val_if_fail (nodes != NULL && n_nodes > 0 && sheet != NULL, NULL);

  g_autoptr (StreekTypesetter) typesetter = streek_typesetter_new ();
  g_autoptr (GPtrArray) pages =
    g_ptr_array_new_with_free_func ((GDestroyNotify) streek_scene_unref);
  g_autofree Place *places = g_new0 (Place, n_nodes);
  g_autofree StreekTextRun **lines = g_new0 (StreekTextRun *, n_nodes);
  Organigram self = { .nodes = nodes,
                      .n_nodes = n_nodes,
                      .places = places,
                      .lines = lines,
                      .typesetter = typesetter,
                      .frame = streek_sheet_measure (sheet, typesetter),
                      .grey = grey };

  for (guint i = 0; i < n_nodes; i++)
    self.leaf_level = MAX (self.leaf_level, nodes[i].level);

  gboolean drawn = draw_pages (&self, sheet, pages, error);

  clear_runs (&self);

  return drawn ? g_steal_pointer (&pages) : NULL;
}
