/* streek-grid-pages.c: the sheets of a matrix or a timeline, and the lines that follow under it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "figure/streek-grid-private.h"

#define MARGIN 6.0 /* around legend and lines in a window */
#define LINE_SIZE 0.9
#define TAIL_GAP 12.0
#define NOTES_GAP 4.0
#define COLUMN_GAP 18.0
#define MAX_COLUMNS 8

/* Rows */

/* A heading never stands alone at the end of a page. */
static guint
keep_heading (guint first, guint end, StreekGridHeadingFunc is_heading, gpointer data)
{
  while (end > first + 1 && is_heading (end - 1, data))
    end--;

  return end;
}

/**
 * streek_grid_part_rows:
 * @heights: (array length=n): of the rows
 * @room: on one sheet
 * @is_heading: says of a row that it must not be the last of a sheet
 *
 * Returns: (transfer full) (nullable) (element-type StreekStretch): which rows stand on which
 *   sheet; %NULL where one alone is higher than @room
 */
GArray *
streek_grid_part_rows (
  const double *heights, guint n, double room, StreekGridHeadingFunc is_heading, gpointer data)
{
  g_autoptr (GArray) stretches = g_array_new (FALSE, FALSE, sizeof (StreekStretch));
  double taken = 0;
  guint first = 0;

  for (guint row = 0; row < n; row++)
    {
      if (heights[row] > room)
        return NULL;

      if (taken + heights[row] > room)
        {
          StreekStretch stretch = { first, keep_heading (first, row, is_heading, data) };

          g_array_append_val (stretches, stretch);
          first = stretch.end;
          taken = 0;

          for (guint kept = first; kept < row; kept++)
            taken += heights[kept];
        }

      taken += heights[row];
    }

  StreekStretch last = { first, n };

  g_array_append_val (stretches, last);

  return g_steal_pointer (&stretches);
}

/* What follows */

/**
 * streek_grid_set_line:
 * @width: points a line may take
 *
 * Returns: (transfer full): one entry of what follows under a figure
 */
StreekTextRun *
streek_grid_set_line (const StreekChartPen *pen, const char *text, double width)
{
  return streek_pen_set_wrapped (pen, LINE_SIZE, STREEK_WEIGHT_NORMAL, text, width, 0,
                                 STREEK_ALIGN_START);
}

static double
get_line_height (const GPtrArray *tail, guint index)
{
  return streek_text_run_get_height (g_ptr_array_index (tail, index));
}

/* Short entries stand in columns beside each other, as wide as the widest of them. */
static double
find_columns (const StreekChartPen *pen, const GPtrArray *tail, double width, guint *n_columns)
{
  double widest = 1, gap = COLUMN_GAP * pen->text_scale;

  for (guint i = 0; i < tail->len; i++)
    widest = MAX (widest, streek_text_run_get_width (g_ptr_array_index (tail, i)));

  *n_columns = (guint) CLAMP ((width + gap) / (widest + gap), 1, MAX_COLUMNS);

  return widest + gap;
}

/* From entry @first on, column after column of @height. @places: (nullable): takes where each
 * begins. Returns: the first that has no room; @used: (out): by the longest column */
static guint
fill_columns (const GPtrArray *tail,
              guint first,
              guint n_columns,
              double column_width,
              double height,
              StreekPoint *places,
              double *used)
{
  guint column = 0, i = first;
  double y = 0;

  *used = 0;

  for (; i < tail->len; i++)
    {
      double line = get_line_height (tail, i);

      if (y > 0 && y + line > height + 0.01)
        {
          column++;
          y = 0;
        }

      if (column >= n_columns || (y == 0 && line > height + 0.01))
        break;
      if (places != NULL)
        places[i] = (StreekPoint){ column * column_width, y };

      y += line;
      *used = MAX (*used, y);
    }

  return i;
}

/* The height with which all entries from @first on stand in columns that are about equally long. */
static double
find_even_height (const GPtrArray *tail, guint first, guint n_columns)
{
  double total = 0, tallest = 1, used;

  for (guint i = first; i < tail->len; i++)
    {
      total += get_line_height (tail, i);
      tallest = MAX (tallest, get_line_height (tail, i));
    }

  double height = MAX (total / n_columns, tallest);

  while (fill_columns (tail, first, n_columns, 0, height, NULL, &used) < tail->len)
    height += 1;

  return height;
}

/* Draws entries from @first on from the top left @at down; @draws: or only finds how many. Returns:
 * the first that has no room */
static guint
add_lines (StreekChartPen *pen,
           const GPtrArray *tail,
           guint first,
           StreekPoint at,
           StreekSize room,
           StreekColor ink,
           gboolean draws,
           double *used)
{
  g_autofree StreekPoint *places = g_new0 (StreekPoint, tail->len + 1);
  guint n_columns;
  double width = find_columns (pen, tail, room.width, &n_columns);
  double height = MIN (room.height, find_even_height (tail, first, n_columns));
  guint end = fill_columns (tail, first, n_columns, width, height, places, used);

  for (guint i = first; i < end && draws; i++)
    streek_pen_add_run (pen, g_ptr_array_index (tail, i), at.x + places[i].x, at.y + places[i].y, 0,
                        0, ink, FALSE, -1);

  return end;
}

/* From entry @first and @y down as far as the sheet goes; an entry that is longer than a sheet of
 * its own stands there all the same. Returns: the first that has no room */
static guint
add_tail (const StreekGridPages *pages, guint first, double y, gboolean draws)
{
  const StreekRect *frame = &pages->frame;
  double used, height = frame->y + frame->height - y;

  if (first >= pages->tail->len)
    return first;
  if (y <= frame->y)
    height = MAX (height, get_line_height (pages->tail, first));

  return add_lines (pages->pen, pages->tail, first, (StreekPoint){ frame->x, y },
                    (StreekSize){ frame->width, height }, pages->pen->theme->ink, draws, &used);
}

static double
get_tail_top (const StreekGridPages *pages)
{
  return pages->tail_top + TAIL_GAP * pages->pen->text_scale;
}

/**
 * streek_grid_count_tail_pages:
 *
 * Returns: how many sheets hold nothing but what follows
 */
guint
streek_grid_count_tail_pages (const StreekGridPages *pages)
{
  guint n = 0, next = add_tail (pages, 0, get_tail_top (pages), FALSE);

  for (; next < pages->tail->len; n++)
    next = add_tail (pages, next, pages->frame.y, FALSE);

  return n;
}

/**
 * streek_grid_draw_pages:
 *
 * Returns: (transfer full) (element-type StreekScene): the sheets with rows, then those with what
 *   follows and found no room under them
 */
GPtrArray *
streek_grid_draw_pages (const StreekGridPages *pages)
{
  GPtrArray *scenes = g_ptr_array_new_with_free_func ((GDestroyNotify) streek_scene_unref);
  guint n = pages->n_pages + streek_grid_count_tail_pages (pages), next = 0;

  for (guint page = 0; page < n; page++)
    {
      pages->pen->builder = streek_scene_builder_new (pages->sheet->size);
      streek_sheet_begin (pages->sheet, pages->pen->builder, pages->pen->typesetter, page, n);

      if (page < pages->n_pages)
        pages->draw (page, pages->data);
      if (page + 1 >= pages->n_pages)
        next = add_tail (pages, next,
                         page + 1 == pages->n_pages ? get_tail_top (pages) : pages->frame.y, TRUE);

      g_ptr_array_add (scenes, streek_scene_builder_end (g_steal_pointer (&pages->pen->builder)));
    }

  return scenes;
}

/* In a window */

/**
 * streek_grid_get_loose_frame:
 * @width: of the window
 *
 * Returns: where a legend or what follows stands in a part of its own
 */
StreekRect
streek_grid_get_loose_frame (const StreekChartPen *pen, double width)
{
  double margin = MARGIN * pen->text_scale;

  return (StreekRect){ margin, margin, MAX (width, 120 * pen->text_scale) - 2 * margin, 0 };
}

void
streek_grid_begin_loose (
  StreekChartPen *pen, StreekRect frame, double height, const char *id, const char *label)
{
  streek_grid_begin_part (pen, (StreekSize){ frame.width + 2 * frame.x, height + 2 * frame.y }, id,
                          label);
}

/* One below the other; returns how high they are. */
static double
draw_notes (StreekChartPen *pen, const GPtrArray *notes, StreekPoint place, gboolean draw)
{
  double y = place.y;

  for (guint i = 0; i < notes->len; i++)
    {
      StreekTextRun *run = notes->pdata[i];

      if (draw)
        streek_pen_add_run (pen, run, place.x, y, 0, 0, pen->theme->pale_ink, FALSE, -1);
      y += streek_text_run_get_height (run);
    }

  return notes->len > 0 ? y - place.y + NOTES_GAP * pen->text_scale : 0;
}

/**
 * streek_grid_draw_foot:
 * @notes: (array zero-terminated=1): what must be said of all of it, in front
 * @tail: (element-type StreekTextRun)
 * @frame: from streek_grid_get_loose_frame()
 *
 * Returns: (transfer full) (nullable): what follows as a part of a window, %NULL where nothing does
 */
StreekScene *
streek_grid_draw_foot (StreekChartPen *pen,
                       const char *const *notes,
                       GPtrArray *tail,
                       StreekRect frame)
{
  const StreekSize room = { frame.width, G_MAXDOUBLE };
  g_autoptr (GPtrArray) said =
    g_ptr_array_new_with_free_func ((GDestroyNotify) streek_text_run_unref);
  double height = 0;

  for (guint i = 0; notes[i] != NULL; i++)
    g_ptr_array_add (said, streek_grid_set_line (pen, notes[i], frame.width));

  if (tail->len == 0 && said->len == 0)
    return NULL;

  double top = draw_notes (pen, said, (StreekPoint){ 0, 0 }, FALSE);

  if (tail->len > 0)
    add_lines (pen, tail, 0, (StreekPoint){ 0, 0 }, room, pen->theme->pale_ink, FALSE, &height);
  streek_grid_begin_loose (pen, frame, top + height, "foot", NULL);
  draw_notes (pen, said, (StreekPoint){ frame.x, frame.y }, TRUE);
  if (tail->len > 0)
    add_lines (pen, tail, 0, (StreekPoint){ frame.x, frame.y + top }, room, pen->theme->pale_ink,
               TRUE, &height);

  return streek_grid_end_part (pen);
}
