/* streek-atlas-sheet.c: one page of an atlas, measured and drawn */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "figure/streek-atlas-sheet.h"

#include <math.h>

#define PART_GAP 14.0
#define MAP_SHARE 0.5       /* of the width of a page that lies */
#define MAP_SHARE_TALL 0.55 /* of what the figures leave of the height of one that stands */
#define CONTEXT_SHARE 0.35  /* of an area, around it on its map */
#define LEAST_PART_PT 96.0
#define LEAST_FACTOR 0.68 /* of letters: smaller ones nobody reads */
#define FACTOR_STEP 0.06
#define NOTE_PT 8.0
#define LEAST_LIST_PT 150.0

/* "Inwoners: 290.706 (2024). …": the first figures of the page, for who hears it. */
static char *
describe_page (const StreekAtlas *atlas, const StreekAtlasPage *page, const StreekFormat *format)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  StreekAtlasNotes notes = { texts };
  GString *text = g_string_new (NULL);

  for (guint f = 0; page->area >= 0 && f < atlas->n_figures; f++)
    {
      g_autofree char *name = streek_atlas_dup_cell (atlas, (guint) page->area, f,
                                                     STREEK_ATLAS_COLUMN_NAME, format, &notes);
      g_autofree char *value = streek_atlas_dup_cell (atlas, (guint) page->area, f,
                                                      STREEK_ATLAS_COLUMN_VALUE, format, &notes);
      g_autofree char *period = streek_atlas_dup_cell (atlas, (guint) page->area, f,
                                                       STREEK_ATLAS_COLUMN_PERIOD, format, &notes);

      g_string_append_printf (text, "%s%s: %s (%s)", text->len > 0 ? "; " : "", name, value,
                              period);
    }

  if (text->len == 0)
    g_string_append (text, atlas->title);
  g_string_append_c (text, '.');

  return g_string_free (text, FALSE);
}

static char *
make_footer (const StreekAtlas *atlas, const StreekLayoutOptions *options)
{
  gboolean has_footer = options->footer != NULL && options->footer[0] != '\0';

  return has_footer ? g_strdup_printf ("%s · %s", atlas->title, options->footer)
                    : g_strdup (atlas->title);
}

void
streek_atlas_sheet_init (StreekAtlasSheet *self,
                         const StreekAtlasPages *pages,
                         const StreekAtlasPage *page)
{
  const StreekAtlas *atlas = pages->atlas;
  const StreekLayoutOptions *options = &pages->options;

  *self = (StreekAtlasSheet){ .pages = pages, .atlas = atlas, .page = page };
  self->typesetter = streek_typesetter_new ();
  self->builder = streek_scene_builder_new (options->size);
  self->drawing = streek_chart_drawing_new ();
  streek_chart_pen_init (&self->pen, atlas->figures, options, self->typesetter, self->builder,
                         self->drawing);
  self->description = describe_page (atlas, page, options->format);
  self->footer = make_footer (atlas, options);
  self->sheet = (StreekSheet){
    .size = options->size,
    .language = options->language,
    .description = self->description,
    .context = streek_chart_get_context (atlas->figures),
    .notes = page->part == 0 ? (const char *const *) page->notes : NULL,
    .source = atlas->source,
    .organisation = options->organisation,
    .footer = self->footer,
    .is_single = pages->is_apart,
    .has_logo = options->logo_path != NULL,
  };
}

void
streek_atlas_sheet_clear (StreekAtlasSheet *self)
{
  g_clear_pointer (&self->builder, streek_scene_builder_free);
  streek_chart_drawing_free (self->drawing);
  streek_typesetter_free (self->typesetter);
  g_free (self->description);
  g_free (self->footer);
}

/* The map */

static StreekExtent
widen (StreekExtent extent)
{
  double across = (double) extent.x_max - extent.x_min,
         along = (double) extent.y_max - extent.y_min;
  int margin = (int) MIN (MAX (across, along) * CONTEXT_SHARE, 1e6);

  return (StreekExtent){ extent.x_min - margin, extent.y_min - margin, extent.x_max + margin,
                         extent.y_max + margin };
}

/* Of the area of the page; of them all where it has none. */
static gboolean
draw_map (StreekAtlasSheet *self, StreekRect frame)
{
  const StreekAtlasPlace *place =
    self->page->area >= 0 ? &self->atlas->places[self->page->area] : NULL;
  StreekLayoutOptions options = self->pages->options;
  StreekFigureFocus focus = { 0 };
  StreekExtent extent;
  StreekMapPlan plan;

  if (place != NULL)
    {
      focus = (StreekFigureFocus){ place->mesh, place->units, place->n_units };
      options.focus = &focus;
    }

  if (place != NULL && self->atlas->spec->view == STREEK_ATLAS_VIEW_AREA)
    {
      extent = widen (place->extent);
      options.fit = &extent;
    }

  gboolean fits = streek_map_plan_part (&plan, self->atlas->map, &options, self->typesetter, frame);

  if (fits)
    {
      streek_map_draw (&plan, self->builder, TRUE, TRUE);
      if (!streek_map_legend_is_empty (plan.legend))
        streek_map_legend_draw (plan.legend, self->builder, plan.legend_place);
    }

  streek_map_plan_clear (&plan);

  return fits;
}

/* Words over a part; returns what is left of its frame. */
static StreekRect
draw_heading (StreekAtlasSheet *self, const char *text, StreekRect frame)
{
  g_autoptr (StreekTextRun) run = streek_pen_set_wrapped (&self->pen, 1.02, STREEK_WEIGHT_BOLD,
                                                          text, frame.width, 3, STREEK_ALIGN_START);
  double height = streek_text_run_get_height (run) + 3 * self->pen.text_scale;

  streek_pen_add_run (&self->pen, run, frame.x, frame.y, 0, 0, self->pen.theme->ink, FALSE, -1);

  return (StreekRect){ frame.x, frame.y + height, frame.width, frame.height - height };
}

static gboolean
draw_map_part (StreekAtlasSheet *self, StreekRect frame)
{
  return draw_map (self, draw_heading (self, streek_figure_get_title (self->atlas->map), frame));
}

/* The chart */

static gboolean
draw_line (StreekAtlasSheet *self, StreekRect frame)
{
  g_autoptr (StreekChart) chart =
    streek_atlas_make_line (self->atlas, (guint) self->page->area, NULL);
  StreekChartPen pen;

  if (chart == NULL || frame.height < LEAST_PART_PT * 0.7)
    return FALSE;

  streek_chart_pen_init (&pen, chart, &self->pages->options, self->typesetter, self->builder,
                         self->drawing);
  streek_chart_draw_in (&pen, frame);

  return TRUE;
}

static gboolean
draw_chart_part (StreekAtlasSheet *self, StreekRect frame)
{
  g_autofree char *title = streek_atlas_dup_chart_title (self->atlas, self->pen.format);
  StreekRect rest = draw_heading (self, title, frame);

  return self->atlas->spec->chart == STREEK_ATLAS_CHART_LINE
           ? draw_line (self, rest)
           : streek_atlas_draw_ranking (&self->pen, self->atlas, (guint) self->page->area, rest);
}

/* The parts of a page */

typedef struct
{
  StreekRect table;
  StreekRect map;
  StreekRect chart;
  double factor; /* of the letters of the table */
} Parts;

/* The largest letters with which the table leaves @rest under it, and no word is broken where that
 * can be; 0 where none do. */
static double
choose_factor (StreekAtlasSheet *self, StreekRect frame, double rest, double *height)
{
  for (int may_break = FALSE; may_break <= TRUE; may_break++)
    for (double factor = 1; factor >= LEAST_FACTOR - 1e-6; factor -= FACTOR_STEP)
      {
        *height = streek_atlas_draw_table (&self->pen, self->atlas, (guint) self->page->area, frame,
                                           factor, may_break, FALSE);

        if (*height <= frame.height - rest)
          return factor;
      }

  return 0;
}

static double
get_gap (const StreekAtlasSheet *self)
{
  return PART_GAP * self->pen.text_scale;
}

/* A map at the left, the figures and their chart at the right. */
static gboolean
place_beside (StreekAtlasSheet *self, StreekRect content, Parts *parts)
{
  gboolean has_chart = self->atlas->spec->chart != STREEK_ATLAS_CHART_NONE;
  double gap = get_gap (self), height;
  double rest = has_chart ? LEAST_PART_PT * self->pen.text_scale + gap : 0;
  double width = floor (content.width * MAP_SHARE);
  StreekRect right = { content.x + width + gap, content.y, content.width - width - gap,
                       content.height };

  parts->map = (StreekRect){ content.x, content.y, width, content.height };
  parts->table = right;
  parts->factor = choose_factor (self, right, rest, &height);
  parts->chart =
    (StreekRect){ right.x, right.y + height + gap, right.width, right.height - height - gap };

  return parts->factor > 0;
}

/* Everything under each other: map, figures, chart. */
static gboolean
place_below (StreekAtlasSheet *self, StreekRect content, Parts *parts)
{
  gboolean has_chart = self->atlas->spec->chart != STREEK_ATLAS_CHART_NONE;
  gboolean has_map = self->atlas->map != NULL;
  double gap = get_gap (self), least = LEAST_PART_PT * self->pen.text_scale + gap, height;
  double rest = (has_chart ? least : 0) + (has_map ? 1.3 * least : 0);

  parts->factor = choose_factor (self, content, rest, &height);
  if (parts->factor <= 0)
    return FALSE;

  double left = content.height - height;
  double map = !has_map ? 0 : has_chart ? left * MAP_SHARE_TALL : left;
  double y = content.y + map;

  parts->map = (StreekRect){ content.x, content.y, content.width, map - gap };
  parts->table = (StreekRect){ content.x, y, content.width, height };
  parts->chart =
    (StreekRect){ content.x, y + height + gap, content.width, content.height - map - height - gap };

  return TRUE;
}

static gboolean
draw_area_page (StreekAtlasSheet *self, StreekRect content)
{
  const StreekAtlas *atlas = self->atlas;
  gboolean is_wide = content.width > 1.15 * content.height;
  Parts parts = { 0 };

  if (!(is_wide && atlas->map != NULL ? place_beside (self, content, &parts)
                                      : place_below (self, content, &parts)))
    return FALSE;

  streek_atlas_draw_table (&self->pen, atlas, (guint) self->page->area, parts.table, parts.factor,
                           TRUE, TRUE);

  return (atlas->map == NULL || draw_map_part (self, parts.map)) &&
         (atlas->spec->chart == STREEK_ATLAS_CHART_NONE || draw_chart_part (self, parts.chart));
}

/* Notes */

static StreekTextRun *
set_note (const StreekAtlasSheet *self, const char *text, double width)
{
  StreekFont font = { NOTE_PT * self->pen.text_scale, STREEK_WEIGHT_NORMAL, FALSE };

  return streek_typesetter_set_wrapped (self->typesetter, font, text, width, 0, STREEK_ALIGN_START);
}

static double
measure_note (const StreekAtlasSheet *self, const char *text, double width)
{
  g_autoptr (StreekTextRun) run = set_note (self, text, width);

  return streek_text_run_get_height (run) + 1;
}

guint
streek_atlas_sheet_count_notes (const StreekAtlasSheet *sheet,
                                char **notes,
                                double width,
                                double height)
{
  guint n = 0;
  double used = 0;

  for (; notes[n] != NULL; n++)
    {
      used += measure_note (sheet, notes[n], width);
      if (used > height && n > 0)
        break;
    }

  return n;
}

static gboolean
fits_in_line (const StreekAtlasSheet *sheet, const char *text, double width)
{
  StreekFont font = { NOTE_PT * sheet->pen.text_scale, STREEK_WEIGHT_NORMAL, FALSE };
  g_autoptr (StreekTextRun) run = streek_typesetter_set (sheet->typesetter, font, text);

  return streek_text_run_get_width (run) <= width;
}

GStrv
streek_atlas_sheet_pack_notes (const StreekAtlasSheet *sheet, char **notes, double width)
{
  GPtrArray *lines = g_ptr_array_new ();

  for (guint i = 0; notes[i] != NULL; i++)
    {
      char *last = lines->len > 0 ? lines->pdata[lines->len - 1] : NULL;
      g_autofree char *both = last != NULL ? g_strdup_printf ("%s\u2003%s", last, notes[i]) : NULL;

      if (both == NULL || !fits_in_line (sheet, both, width))
        {
          g_ptr_array_add (lines, g_strdup (notes[i]));
          continue;
        }

      g_free (last);
      lines->pdata[lines->len - 1] = g_steal_pointer (&both);
    }

  g_ptr_array_add (lines, NULL);

  return (GStrv) g_ptr_array_free (lines, FALSE);
}

static void
draw_note_page (StreekAtlasSheet *self, StreekRect content)
{
  double y = content.y;

  for (guint i = 0; self->page->notes[i] != NULL; i++)
    {
      g_autoptr (StreekTextRun) run = set_note (self, self->page->notes[i], content.width);

      streek_pen_add_run (&self->pen, run, content.x, y, 0, 0, self->pen.theme->ink, FALSE, -1);
      y += streek_text_run_get_height (run) + 1;
    }
}

/* The list of pages */

static StreekRect
get_list_frame (const StreekAtlasSheet *self, StreekRect content)
{
  gboolean has_map = self->atlas->map != NULL && self->page->first_entry == 0;
  gboolean is_wide = content.width > 1.15 * content.height;
  double gap = get_gap (self);

  if (!has_map)
    return content;

  if (is_wide)
    {
      double width = floor (content.width * 0.56) + gap;

      return (StreekRect){ content.x + width, content.y, content.width - width, content.height };
    }

  double height = floor (content.height * 0.55) + gap;

  return (StreekRect){ content.x, content.y + height, content.width, content.height - height };
}

static StreekTextRun *
set_entry (const StreekAtlasSheet *self, guint place, double width)
{
  return streek_pen_set_wrapped (&self->pen, 1, STREEK_WEIGHT_NORMAL,
                                 self->atlas->places[place].name, width, 0, STREEK_ALIGN_START);
}

static void
draw_entry (
  StreekAtlasSheet *self, StreekTextRun *run, guint place, double x, double y, double width)
{
  StreekStroke line = { streek_color_from_lightness (88), 0.4 * self->pen.text_scale, 0, 0 };
  guint page = streek_atlas_pages_find_area (self->pages, place);
  g_autofree char *number = g_strdup_printf ("%u", page + 1);
  double height = streek_text_run_get_height (run);

  streek_pen_add_run (&self->pen, run, x, y, 0, 0, self->pen.theme->ink, FALSE, -1);
  if (!self->pages->is_apart)
    {
      streek_pen_add_text (&self->pen, 1, STREEK_WEIGHT_NORMAL, number, x + width, y, 1, 0,
                           self->pen.theme->pale_ink, -1);
      streek_scene_builder_add_link (self->builder, (StreekRect){ x, y, width, height }, page);
    }
  streek_pen_add_line (&self->pen, x, y + height + 1, x + width, y + height + 1, &line);
}

/* As many as fit, in columns. Returns: the first one that does not */
static guint
flow_entries (StreekAtlasSheet *self, StreekRect frame, gboolean draws)
{
  double gap = get_gap (self), least = LEAST_LIST_PT * self->pen.text_scale;
  double number = streek_pen_measure (&self->pen, 1, "99999");
  guint n_columns = (guint) MAX (floor ((frame.width + gap) / (least + gap)), 1);
  double width = (frame.width - (n_columns - 1) * gap) / n_columns, y = frame.y;
  guint column = 0, entry = self->page->first_entry;

  for (; entry < self->atlas->n_places; entry++)
    {
      g_autoptr (StreekTextRun) run = set_entry (self, entry, width - number);
      double height = streek_text_run_get_height (run) + 3 * self->pen.text_scale;

      if (y + height > frame.y + frame.height && y > frame.y)
        {
          column++;
          y = frame.y;
        }

      if (column == n_columns)
        break;

      if (draws)
        draw_entry (self, run, entry, frame.x + column * (width + gap), y, width);
      y += height;
    }

  return entry;
}

guint
streek_atlas_sheet_count_entries (StreekAtlasSheet *self, StreekRect content)
{
  return flow_entries (self, get_list_frame (self, content), FALSE);
}

static gboolean
draw_contents (StreekAtlasSheet *self, StreekRect content)
{
  StreekRect list = get_list_frame (self, content);

  flow_entries (self, list, TRUE);

  if (self->atlas->map == NULL || self->page->first_entry > 0)
    return TRUE;

  StreekRect map = content;

  if (list.x > content.x)
    map.width = list.x - content.x - get_gap (self);
  else
    map.height = list.y - content.y - get_gap (self);

  return draw_map_part (self, map);
}

static StreekRect
hold_in_common_frame (const StreekAtlasPages *pages, StreekRect content)
{
  double top = MAX (content.y, pages->top);
  double bottom = MIN (content.y + content.height, pages->bottom);

  return (StreekRect){ content.x, top, content.width, MAX (bottom - top, 0) };
}

gboolean
streek_atlas_sheet_draw (StreekAtlasSheet *self, StreekRect content)
{
  if (self->page->area < 0)
    return draw_contents (self, content);

  if (self->page->part == 0)
    return draw_area_page (self, hold_in_common_frame (self->pages, content));

  draw_note_page (self, content);

  return TRUE;
}
