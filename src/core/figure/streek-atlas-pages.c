/* streek-atlas-pages.c: which page of an atlas is what, and each of them laid out */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "figure/streek-atlas-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define PART_GAP 14.0
#define MAP_SHARE 0.5       /* of the width of a page that lies */
#define MAP_SHARE_TALL 0.55 /* of what the figures leave of the height of one that stands */
#define CONTEXT_SHARE 0.35  /* of an area, around it on its map */
#define LEAST_PART_PT 96.0
#define LEAST_FACTOR 0.68 /* of letters: smaller ones nobody reads */
#define FACTOR_STEP 0.06
/* What stands in notes beyond this share of a page goes on behind it. */
#define MAX_NOTES_SHARE 0.3
#define NOTE_PT 8.0
#define LEAST_LIST_PT 150.0

typedef struct
{
  int area;          /* -1: a list of the pages */
  guint part;        /* 0: the page itself, more: where it goes on */
  guint first_entry; /* of a list */
  GStrv notes;
  double top; /* of an area, where its parts may begin and end */
  double bottom;
} Page;

struct _StreekAtlasPages
{
  gatomicrefcount refs;
  StreekAtlas *atlas;
  StreekLayoutOptions options; /* owns its words */
  GArray *pages;               /* (element-type Page) */
  gboolean is_apart;
  double top; /* of the parts of most pages: what stands on all stands in one place */
  double bottom;
};

/* One page while it is drawn, or measured where there is no builder. */
typedef struct
{
  const StreekAtlasPages *pages;
  const StreekAtlas *atlas;
  const Page *page;
  StreekTypesetter *typesetter;
  StreekSceneBuilder *builder;
  StreekChartDrawing *drawing;
  StreekChartPen pen; /* of the figures */
  char *description;
  char *footer;
  StreekSheet sheet;
} Sheet;

static void
clear_page (gpointer data)
{
  Page *page = data;

  g_strfreev (page->notes);
}

static StreekAtlasPages *
streek_atlas_pages_new (StreekAtlas *atlas, const StreekLayoutOptions *options)
{
  StreekAtlasPages *self = g_new0 (StreekAtlasPages, 1);

  g_atomic_ref_count_init (&self->refs);
  self->atlas = streek_atlas_ref (atlas);
  self->options = *options;
  self->options.language = g_strdup (options->language);
  self->options.organisation = g_strdup (options->organisation);
  self->options.footer = g_strdup (options->footer);
  self->options.logo_path = g_strdup (options->logo_path);
  self->options.selected = NULL;
  self->options.hovered = -1;
  self->options.bare = FALSE;
  self->options.view = (StreekView){ 0 };
  self->pages = g_array_new (FALSE, TRUE, sizeof (Page));
  g_array_set_clear_func (self->pages, clear_page);

  return self;
}

static void
streek_atlas_pages_free (StreekAtlasPages *self)
{
  streek_atlas_unref (self->atlas);
  g_free ((char *) self->options.language);
  g_free ((char *) self->options.organisation);
  g_free ((char *) self->options.footer);
  g_free ((char *) self->options.logo_path);
  g_array_unref (self->pages);
  g_free (self);
}

StreekAtlasPages *
streek_atlas_pages_ref (StreekAtlasPages *pages)
{
  g_atomic_ref_count_inc (&pages->refs);

  return pages;
}

void
streek_atlas_pages_unref (StreekAtlasPages *pages)
{
  if (g_atomic_ref_count_dec (&pages->refs))
    streek_atlas_pages_free (pages);
}

static const Page *
get_page (const StreekAtlasPages *self, guint index)
{
  return &g_array_index (self->pages, Page, index);
}

StreekAtlas *
streek_atlas_pages_get_atlas (const StreekAtlasPages *pages)
{
  return pages->atlas;
}

guint
streek_atlas_pages_get_n (const StreekAtlasPages *pages)
{
  return pages->pages->len;
}

int
streek_atlas_pages_get_area (const StreekAtlasPages *pages, guint page)
{
  g_return_val_if_fail (page < pages->pages->len, -1);

  return get_page (pages, page)->area;
}

guint
streek_atlas_pages_find_area (const StreekAtlasPages *pages, guint area)
{
  for (guint i = 0; i < pages->pages->len; i++)
    if (get_page (pages, i)->area == (int) area)
      return i;

  return 0;
}

static char *
dup_page_name (const StreekAtlas *atlas, const Page *page)
{
  if (page->area < 0)
    return g_strdup (C_ ("atlas", "Contents"));

  const char *name = atlas->places[page->area].name;

  /* Translators: title of a page on which the notes of an area go on */
  return page->part > 0 ? g_strdup_printf (_ ("%s: notes"), name) : g_strdup (name);
}

char *
streek_atlas_pages_dup_name (const StreekAtlasPages *pages, guint page)
{
  g_return_val_if_fail (page < pages->pages->len, NULL);

  return dup_page_name (pages->atlas, get_page (pages, page));
}

/* The sheet of a page */

/* "Inwoners: 290.706 (2024). …": the first figures of the page, for who hears it. */
static char *
describe_page (const StreekAtlas *atlas, const Page *page, const StreekFormat *format)
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

static void
sheet_init (Sheet *self, const StreekAtlasPages *pages, const Page *page)
{
  const StreekAtlas *atlas = pages->atlas;
  const StreekLayoutOptions *options = &pages->options;

  *self = (Sheet){ .pages = pages, .atlas = atlas, .page = page };
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

static void
sheet_clear (Sheet *self)
{
  g_clear_pointer (&self->builder, streek_scene_builder_free);
  streek_chart_drawing_free (self->drawing);
  streek_typesetter_free (self->typesetter);
  g_free (self->description);
  g_free (self->footer);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Sheet, sheet_clear)

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
draw_map (Sheet *self, StreekRect frame)
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
draw_heading (Sheet *self, const char *text, StreekRect frame)
{
  g_autoptr (StreekTextRun) run = streek_pen_set_wrapped (&self->pen, 1.02, STREEK_WEIGHT_BOLD,
                                                          text, frame.width, 3, STREEK_ALIGN_START);
  double height = streek_text_run_get_height (run) + 3 * self->pen.text_scale;

  streek_pen_add_run (&self->pen, run, frame.x, frame.y, 0, 0, self->pen.theme->ink, FALSE, -1);

  return (StreekRect){ frame.x, frame.y + height, frame.width, frame.height - height };
}

static gboolean
draw_map_part (Sheet *self, StreekRect frame)
{
  return draw_map (self, draw_heading (self, streek_figure_get_title (self->atlas->map), frame));
}

/* The chart */

static gboolean
draw_line (Sheet *self, StreekRect frame)
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
draw_chart_part (Sheet *self, StreekRect frame)
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
choose_factor (Sheet *self, StreekRect frame, double rest, double *height)
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
get_gap (const Sheet *self)
{
  return PART_GAP * self->pen.text_scale;
}

/* A map at the left, the figures and their chart at the right. */
static gboolean
place_beside (Sheet *self, StreekRect content, Parts *parts)
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
place_below (Sheet *self, StreekRect content, Parts *parts)
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
draw_area_page (Sheet *self, StreekRect content)
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

/* Notes that go on */

static StreekTextRun *
set_note (const Sheet *self, const char *text, double width)
{
  StreekFont font = { NOTE_PT * self->pen.text_scale, STREEK_WEIGHT_NORMAL, FALSE };

  return streek_typesetter_set_wrapped (self->typesetter, font, text, width, 0, STREEK_ALIGN_START);
}

static double
measure_note (const Sheet *self, const char *text, double width)
{
  g_autoptr (StreekTextRun) run = set_note (self, text, width);

  return streek_text_run_get_height (run) + 1;
}

static void
draw_note_page (Sheet *self, StreekRect content)
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
get_list_frame (const Sheet *self, StreekRect content)
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
set_entry (const Sheet *self, guint place, double width)
{
  return streek_pen_set_wrapped (&self->pen, 1, STREEK_WEIGHT_NORMAL,
                                 self->atlas->places[place].name, width, 0, STREEK_ALIGN_START);
}

static void
draw_entry (Sheet *self, StreekTextRun *run, guint place, double x, double y, double width)
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
flow_entries (Sheet *self, StreekRect frame, gboolean draws)
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

static gboolean
draw_contents (Sheet *self, StreekRect content)
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

/* Which page is what */

static void
add_contents (StreekAtlasPages *self)
{
  guint n = self->atlas->n_places;

  for (guint entry = 0; self->atlas->spec->contents && entry < n;)
    {
      Page page = { .area = -1, .first_entry = entry };
      g_auto (Sheet) sheet;

      sheet_init (&sheet, self, &page);
      sheet.sheet.title = self->atlas->title;

      StreekRect content = streek_sheet_measure (&sheet.sheet, sheet.typesetter);
      guint next = flow_entries (&sheet, get_list_frame (&sheet, content), FALSE);

      g_array_append_val (self->pages, page);
      entry = MAX (next, entry + 1);
    }
}

/* As many notes as fit in @height; at least one, or a page would never end. */
static guint
count_notes (const Sheet *sheet, char **notes, double width, double height)
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

static GStrv
copy_notes (char **notes, guint n)
{
  GStrv copy = g_new0 (char *, n + 1);

  for (guint i = 0; i < n; i++)
    copy[i] = g_strdup (notes[i]);

  return copy;
}

static gboolean
fits_in_line (const Sheet *sheet, const char *text, double width)
{
  StreekFont font = { NOTE_PT * sheet->pen.text_scale, STREEK_WEIGHT_NORMAL, FALSE };
  g_autoptr (StreekTextRun) run = streek_typesetter_set (sheet->typesetter, font, text);

  return streek_text_run_get_width (run) <= width;
}

/* Short ones stand beside each other on a line: what they need is taken from the page. */
static GStrv
pack_notes (const Sheet *sheet, char **notes, double width)
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
add_area (StreekAtlasPages *self, guint area)
{
  Page page = { .area = (int) area };
  g_autofree char *name = dup_page_name (self->atlas, &page);
  g_auto (GStrv) all = streek_atlas_dup_notes (self->atlas, area, self->options.format);
  g_auto (Sheet) sheet;

  sheet_init (&sheet, self, &page);
  sheet.sheet.title = name;

  StreekRect content = streek_sheet_measure (&sheet.sheet, sheet.typesetter), whole = content;
  g_auto (GStrv) notes = pack_notes (&sheet, all, content.width);
  char **rest = notes;

  for (double height = whole.height * MAX_NOTES_SHARE; page.part == 0 || *rest != NULL;
       height = whole.height * 0.9)
    {
      guint n = count_notes (&sheet, rest, content.width, height);

      page.notes = copy_notes (rest, n);
      sheet.sheet.notes = (const char *const *) page.notes;
      content = streek_sheet_measure (&sheet.sheet, sheet.typesetter);
      page.top = content.y;
      page.bottom = content.y + content.height;
      g_array_append_val (self->pages, page);
      rest += n;
      page.part++;
    }
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double one = *(const double *) a, other = *(const double *) b;

  return (one > other) - (one < other);
}

/* Where the parts of nine pages in ten fit: a map that stays where it is can be leafed through, and
 * is in the document once. Pages with more to say than others have less room for it. */
static void
find_common_frame (StreekAtlasPages *self)
{
  g_autoptr (GArray) tops = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) bottoms = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < self->pages->len; i++)
    {
      const Page *page = get_page (self, i);

      if (page->area < 0 || page->part > 0)
        continue;

      g_array_append_val (tops, page->top);
      g_array_append_val (bottoms, page->bottom);
    }

  g_array_sort (tops, compare_doubles);
  g_array_sort (bottoms, compare_doubles);
  self->top = g_array_index (tops, double, (tops->len - 1) * 9 / 10);
  self->bottom = g_array_index (bottoms, double, bottoms->len / 10);
}

/**
 * streek_atlas_paginate:
 * @atlas: an atlas
 * @options: size, looks and words of every page
 * @is_apart: whether every area goes its own way: pages have no numbers then
 *
 * A page for each area, behind the list of them where that is asked; what must be said of an area
 * and leaves no room for its figures goes on behind its page.
 *
 * Returns: (transfer full): which page is what
 */
StreekAtlasPages *
streek_atlas_paginate (StreekAtlas *atlas, const StreekLayoutOptions *options, gboolean is_apart)
{
  g_return_val_if_fail (atlas != NULL && options != NULL && options->theme != NULL, NULL);

  g_autoptr (StreekAtlasPages) self = streek_atlas_pages_new (atlas, options);

  self->is_apart = is_apart;
  add_contents (self);
  for (guint area = 0; area < atlas->n_places; area++)
    add_area (self, area);
  find_common_frame (self);

  return g_steal_pointer (&self);
}

static StreekRect
hold_in_common_frame (const StreekAtlasPages *pages, StreekRect content)
{
  double top = MAX (content.y, pages->top);
  double bottom = MIN (content.y + content.height, pages->bottom);

  return (StreekRect){ content.x, top, content.width, MAX (bottom - top, 0) };
}

static gboolean
draw_page (Sheet *self, StreekRect content)
{
  if (self->page->area < 0)
    return draw_contents (self, content);

  if (self->page->part == 0)
    return draw_area_page (self, hold_in_common_frame (self->pages, content));

  draw_note_page (self, content);

  return TRUE;
}

/**
 * streek_atlas_pages_layout:
 * @page: number of a page, from 0
 * @error: return location for %STREEK_FIGURE_ERROR_TOO_SMALL
 *
 * Any thread, any page.
 *
 * Returns: (transfer full): the page; the first one of an area and of the list has a bookmark
 */
StreekScene *
streek_atlas_pages_layout (const StreekAtlasPages *pages, guint page, GError **error)
{
  g_return_val_if_fail (page < pages->pages->len, NULL);

  const Page *own = get_page (pages, page);
  g_autofree char *name = dup_page_name (pages->atlas, own);
  g_auto (Sheet) sheet;

  sheet_init (&sheet, pages, own);
  sheet.sheet.title = own->area < 0 ? pages->atlas->title : name;

  StreekRect content =
    streek_sheet_begin (&sheet.sheet, sheet.builder, sheet.typesetter, page, pages->pages->len);

  if (own->part == 0 && own->first_entry == 0)
    streek_scene_builder_set_bookmark (sheet.builder, name);

  if (draw_page (&sheet, content))
    return streek_scene_builder_end (g_steal_pointer (&sheet.builder));

  g_set_error (error, STREEK_FIGURE_ERROR, STREEK_FIGURE_ERROR_TOO_SMALL,
               /* Translators: %s is the name of an area */
               _ ("There is no room for all this on the page of %s: choose fewer key figures, or "
                  "larger paper."),
               pages->atlas->places[MAX (own->area, 0)].name);

  return NULL;
}
