/* streek-text.c: measured text: glyphs and the characters they stand for */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "streek-text"
#include "config.h"
#include "draw/streek-text-pango.h"
#include "draw/streek-cairo.h"

#include <pango/pangocairo.h>

#define ELLIPSIS "\342\200\246"

/* One font map for the whole process: making one reads the list of fonts, and letters that were
 * drawn once are found again by their font. It is never used by two threads at once. */
static GMutex pango_lock;
static PangoLayout *shared_layout; /* used for every text in turn; holds its context and map */

struct _StreekTypesetter
{
  PangoLayout *layout;
};

static cairo_font_options_t *
create_font_options (void)
{
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);

  return options;
}

static PangoLayout *
create_layout (void)
{
  g_autoptr (cairo_font_options_t) options = create_font_options ();
  PangoFontMap *font_map = pango_cairo_font_map_new ();
  PangoContext *context = pango_font_map_create_context (font_map);
  PangoLayout *layout = pango_layout_new (context);

  /* set for the context and not for the font map, which would wait until all fonts are listed */
  pango_cairo_context_set_font_options (context, options);
  pango_cairo_context_set_resolution (context, 72);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_base_dir (context, PANGO_DIRECTION_LTR);
  /* Names are Dutch data; the locale of the desk must not choose other glyphs for them. */
  pango_context_set_language (context, pango_language_from_string ("nl"));
  pango_layout_set_auto_dir (layout, FALSE);
  g_object_unref (context);
  g_object_unref (font_map);

  return layout;
}

/**
 * streek_typesetter_new:
 *
 * Makes a typesetter that reads no desktop setting: the figure font at 72 dpi, unhinted. It costs
 * next to nothing, may be used in any thread, and the text it sets may go anywhere.
 *
 * Returns: (transfer full): a typesetter
 */
StreekTypesetter *
streek_typesetter_new (void)
{
  StreekTypesetter *self = g_new0 (StreekTypesetter, 1);

  g_mutex_lock (&pango_lock);

  if (shared_layout == NULL)
    shared_layout = create_layout ();

  self->layout = g_object_ref (shared_layout);
  g_mutex_unlock (&pango_lock);

  return self;
}

void
streek_typesetter_free (StreekTypesetter *typesetter)
{
  if (typesetter == NULL)
    return;

  g_object_unref (typesetter->layout);
  g_free (typesetter);
}

static void
set_font (PangoContext *context, StreekFont font)
{
  PangoFontDescription *description = pango_font_description_new ();

  pango_font_description_set_family_static (description,
                                            STREEK_FONT_FAMILY "," STREEK_FONT_FALLBACK);
  pango_font_description_set_absolute_size (description, font.size_pt * PANGO_SCALE);
  pango_font_description_set_weight (
    description, font.weight == STREEK_WEIGHT_BOLD ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_font_description_set_style (description,
                                    font.italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);
  pango_context_set_font_description (context, description);
  pango_font_description_free (description);
}

static gboolean
is_ellipsis (const PangoGlyphItem *run)
{
  return (run->item->analysis.flags & PANGO_ANALYSIS_FLAG_IS_ELLIPSIS) != 0;
}

/* Glyphs in the order they stand, from the left; blanks without a glyph only move on. */
static void
place_glyphs (StreekGlyphs *glyphs, const PangoGlyphString *string, double x, double y)
{
  double advance = 0; /* a name of a megabyte is longer than an int of Pango units */

  glyphs->glyphs = g_new (cairo_glyph_t, MAX (string->num_glyphs, 1));

  for (int i = 0; i < string->num_glyphs; i++)
    {
      const PangoGlyphInfo *info = &string->glyphs[i];

      if (info->glyph != PANGO_GLYPH_EMPTY)
        {
          cairo_glyph_t *glyph = &glyphs->glyphs[glyphs->n_glyphs++];
          gboolean unknown = (info->glyph & PANGO_GLYPH_UNKNOWN_FLAG) != 0;

          glyph->index = unknown ? 0 : info->glyph;
          glyph->x = x + (advance + info->geometry.x_offset) / PANGO_SCALE;
          glyph->y = y + (double) info->geometry.y_offset / PANGO_SCALE;
        }

      advance += info->geometry.width;
    }
}

static int
count_visible (const PangoGlyphString *string, int from, int to)
{
  int n = 0;

  for (int i = from; i < to; i++)
    n += string->glyphs[i].glyph != PANGO_GLYPH_EMPTY;

  return n;
}

/* Which characters each few glyphs stand for: what makes text in a PDF selectable. */
static void
map_clusters (StreekGlyphs *glyphs, PangoGlyphItem *run, const char *layout_text)
{
  gboolean backward = (run->item->analysis.level & 1) != 0;
  PangoGlyphItemIter iter;

  glyphs->flags = backward ? CAIRO_TEXT_CLUSTER_FLAG_BACKWARD : 0;
  glyphs->clusters = g_new (cairo_text_cluster_t, MAX (run->item->num_chars, 1));

  for (gboolean more = pango_glyph_item_iter_init_start (&iter, run, layout_text); more;
       more = pango_glyph_item_iter_next_cluster (&iter))
    {
      int from = backward ? iter.end_glyph + 1 : iter.start_glyph;
      int to = backward ? iter.start_glyph + 1 : iter.end_glyph;
      cairo_text_cluster_t *cluster = &glyphs->clusters[glyphs->n_clusters++];

      cluster->num_bytes = iter.end_index - iter.start_index;
      cluster->num_glyphs = count_visible (run->glyphs, from, to);
    }
}

static void
map_ellipsis (StreekGlyphs *glyphs)
{
  glyphs->n_clusters = 1;
  glyphs->clusters = g_new (cairo_text_cluster_t, 1);
  glyphs->clusters[0].num_bytes = strlen (ELLIPSIS);
  glyphs->clusters[0].num_glyphs = glyphs->n_glyphs;
}

static void
take_glyphs (GArray *array, PangoGlyphItem *run, const char *layout_text, double x, double y)
{
  PangoCairoFont *font = PANGO_CAIRO_FONT (run->item->analysis.font);
  cairo_scaled_font_t *scaled = pango_cairo_font_get_scaled_font (font);
  StreekGlyphs glyphs = { 0 };

  if (scaled == NULL)
    return; /* a damaged font file: Pango has said so already */

  glyphs.face = cairo_font_face_reference (cairo_scaled_font_get_font_face (scaled));
  cairo_scaled_font_get_font_matrix (scaled, &glyphs.matrix);
  place_glyphs (&glyphs, run->glyphs, x, y);

  if (is_ellipsis (run))
    {
      glyphs.text = g_strdup (ELLIPSIS);
      map_ellipsis (&glyphs);
    }
  else
    {
      glyphs.text = g_strndup (layout_text + run->item->offset, run->item->length);
      map_clusters (&glyphs, run, layout_text);
    }

  g_array_append_val (array, glyphs);
}

/* In the order of the characters, where the runs stand in the order of the eye. */
static int
compare_offsets (gconstpointer a, gconstpointer b)
{
  const PangoGlyphItem *const *first = a;
  const PangoGlyphItem *const *second = b;

  return (*first)->item->offset - (*second)->item->offset;
}

static char *
dup_shown_text (GSList *runs, const char *layout_text)
{
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();
  GString *shown = g_string_new (NULL);

  for (GSList *l = runs; l != NULL; l = l->next)
    g_ptr_array_add (sorted, l->data);

  g_ptr_array_sort (sorted, compare_offsets);

  for (guint i = 0; i < sorted->len; i++)
    {
      const PangoGlyphItem *run = g_ptr_array_index (sorted, i);

      if (is_ellipsis (run))
        g_string_append (shown, ELLIPSIS);
      else
        g_string_append_len (shown, layout_text + run->item->offset, run->item->length);
    }

  return g_strchomp (g_string_free (shown, FALSE));
}

void
streek_text_take_line (StreekTextLine *line, GSList *runs, const char *text, GArray *glyphs)
{
  double x = line->x;

  line->first = glyphs->len;

  for (GSList *l = runs; l != NULL; l = l->next)
    {
      PangoGlyphItem *run = l->data;
      int width = pango_glyph_string_get_width (run->glyphs);

      take_glyphs (glyphs, run, text, x, line->y - (double) run->y_offset / PANGO_SCALE);
      x += (double) width / PANGO_SCALE;
    }

  line->n = glyphs->len - line->first;
  line->text = dup_shown_text (runs, text);
}

static double
get_shift (StreekAlign align, double room)
{
  switch (align)
    {
    case STREEK_ALIGN_CENTER:
      return room / 2;
    case STREEK_ALIGN_END:
      return room;
    case STREEK_ALIGN_START:
    default:
      return 0;
    }
}

static double
measure_longest_line (PangoLayout *layout)
{
  int longest = 0;

  for (GSList *l = pango_layout_get_lines_readonly (layout); l != NULL; l = l->next)
    {
      PangoRectangle logical;

      pango_layout_line_get_extents (l->data, NULL, &logical);
      longest = MAX (longest, logical.width);
    }

  return (double) longest / PANGO_SCALE;
}

/* Pango would align within the width that was asked; we align within the longest line, so that
 * the width of a run is that of its ink and the caller decides where it stands. */
static StreekTextRun *
take_layout (PangoLayout *layout, StreekFont font, const char *text, StreekAlign align)
{
  StreekTextRun *run = g_new0 (StreekTextRun, 1);
  const char *layout_text = pango_layout_get_text (layout);
  g_autoptr (GArray) glyphs = g_array_new (FALSE, FALSE, sizeof (StreekGlyphs));
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  PangoRectangle logical;
  guint n = 0;

  g_atomic_ref_count_init (&run->ref_count);
  pango_layout_get_extents (layout, NULL, &logical);
  run->text = g_strdup (text);
  run->font = font;
  run->width = measure_longest_line (layout);
  run->height = (double) logical.height / PANGO_SCALE;
  run->ascent = (double) pango_layout_get_baseline (layout) / PANGO_SCALE;
  run->n_lines = pango_layout_get_line_count (layout);
  run->lines = g_new0 (StreekTextLine, run->n_lines);

  do
    {
      StreekTextLine *line = &run->lines[n++];
      PangoLayoutLine *source = pango_layout_iter_get_line_readonly (iter);

      pango_layout_line_get_extents (source, NULL, &logical);
      line->width = (double) logical.width / PANGO_SCALE;
      line->x = get_shift (align, run->width - line->width);
      line->y = (double) pango_layout_iter_get_baseline (iter) / PANGO_SCALE - run->ascent;
      streek_text_take_line (line, source->runs, layout_text, glyphs);
    }
  while (n < run->n_lines && pango_layout_iter_next_line (iter));

  pango_layout_iter_free (iter);
  run->n_glyphs = glyphs->len;
  run->glyphs = (StreekGlyphs *) g_array_free (g_steal_pointer (&glyphs), FALSE);

  return run;
}

/* Text from a file may hold anything; Pango warns about what is not UTF-8. */
static void
set_text (PangoLayout *layout, const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);

  pango_layout_set_text (layout, valid, -1);
}

/* With the lock held. */
static StreekTextRun *
set_wish (PangoLayout *layout, const StreekTextWish *wish)
{
  PangoContext *context = pango_layout_get_context (layout);

  set_font (context, wish->font);

  StreekTextRun *run = streek_text_set_line (context, wish);

  if (run != NULL)
    return run;

  pango_layout_set_width (layout, wish->width < 0 ? -1 : (int) (wish->width * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  /* A negative height counts lines, of each paragraph. */
  pango_layout_set_height (layout, wish->max_lines > 0 ? -(int) wish->max_lines : -1);
  pango_layout_set_ellipsize (
    layout, wish->max_lines > 0 && wish->width >= 0 ? PANGO_ELLIPSIZE_END : PANGO_ELLIPSIZE_NONE);
  set_text (layout, wish->text);

  return take_layout (layout, wish->font, wish->text, wish->align);
}

/**
 * streek_typesetter_set:
 * @typesetter: a typesetter
 * @font: size and style of the figure font
 * @text: what to set; a line feed begins a new line
 *
 * Returns: (transfer full): the text as glyphs, as wide as it wants to be
 */
StreekTextRun *
streek_typesetter_set (StreekTypesetter *typesetter, StreekFont font, const char *text)
{
  return streek_typesetter_set_wrapped (typesetter, font, text, -1, 0, STREEK_ALIGN_START);
}

/**
 * streek_typesetter_set_wrapped:
 * @typesetter: a typesetter
 * @font: size and style of the figure font
 * @text: what to set; a line feed begins a new line
 * @width: points a line may take, negative: any number; a word that is longer is broken
 * @max_lines: lines at most, 0: any number; the last one ends in an ellipsis where text is left
 * @align: where shorter lines stand **within the longest one**
 *
 * Returns: (transfer full): the text as glyphs; its width is that of its longest line
 */
StreekTextRun *
streek_typesetter_set_wrapped (StreekTypesetter *typesetter,
                               StreekFont font,
                               const char *text,
                               double width,
                               guint max_lines,
                               StreekAlign align)
{
  g_return_val_if_fail (typesetter != NULL && text != NULL && font.size_pt > 0, NULL);

  const StreekTextWish wish = { font, text, width, max_lines, align };

  g_mutex_lock (&pango_lock);

  StreekTextRun *run = streek_text_cache_find (&wish);

  if (run == NULL)
    {
      run = set_wish (typesetter->layout, &wish);
      streek_text_cache_keep (&wish, run);
    }

  g_mutex_unlock (&pango_lock);

  return run;
}

static PangoAttrList *
make_bold (const StreekTextSpan *spans, guint n_spans)
{
  PangoAttrList *list = pango_attr_list_new ();

  for (guint i = 0; i < n_spans; i++)
    if (spans[i].mark == STREEK_WORDS_NEW)
      {
        PangoAttribute *bold = pango_attr_weight_new (PANGO_WEIGHT_BOLD);

        bold->start_index = (guint) spans[i].start;
        bold->end_index = (guint) spans[i].end;
        pango_attr_list_insert (list, bold);
      }

  return list;
}

static void
add_line_strokes (GArray *strokes,
                  const StreekTextRun *run,
                  PangoLayoutLine *line,
                  guint index,
                  const StreekTextSpan *span)
{
  int start = MAX ((int) span->start, line->start_index);
  int end = MIN ((int) span->end, line->start_index + line->length);
  double size = run->font.size_pt;
  int *ranges;
  int n;

  if (start >= end)
    return;

  pango_layout_line_get_x_ranges (line, start, end, &ranges, &n);

  for (int i = 0; i < n; i++)
    {
      StreekTextStroke stroke = {
        .line = index,
        .mark = span->mark,
        .x = run->lines[index].x + (double) ranges[2 * i] / PANGO_SCALE,
        .y = run->lines[index].y + (span->mark == STREEK_WORDS_NEW ? 0.14 : -0.27) * size,
        .width = (double) (ranges[2 * i + 1] - ranges[2 * i]) / PANGO_SCALE,
        .thickness = 0.075 * size,
      };

      g_array_append_val (strokes, stroke);
    }

  g_free (ranges);
}

static void
take_strokes (StreekTextRun *run, PangoLayout *layout, const StreekTextSpan *spans, guint n_spans)
{
  g_autoptr (GArray) strokes = g_array_new (FALSE, FALSE, sizeof (StreekTextStroke));
  guint index = 0;

  for (GSList *l = pango_layout_get_lines_readonly (layout); l != NULL && index < run->n_lines;
       l = l->next, index++)
    for (guint i = 0; i < n_spans; i++)
      add_line_strokes (strokes, run, l->data, index, &spans[i]);

  run->n_strokes = strokes->len;
  run->strokes = (StreekTextStroke *) g_array_free (g_steal_pointer (&strokes), FALSE);
}

/**
 * streek_typesetter_set_marked:
 * @width: points a line may take, negative: any number
 * @spans: (array length=n_spans): which words are marked, in order
 *
 * Returns: (transfer full): the text as glyphs, with the lines through and under its words
 */
StreekTextRun *
streek_typesetter_set_marked (StreekTypesetter *typesetter,
                              StreekFont font,
                              const char *text,
                              double width,
                              const StreekTextSpan *spans,
                              guint n_spans)
{
  g_return_val_if_fail (typesetter != NULL && text != NULL && font.size_pt > 0, NULL);

  if (n_spans == 0 || !g_utf8_validate (text, -1, NULL))
    return streek_typesetter_set_wrapped (typesetter, font, text, width, 0, STREEK_ALIGN_START);

  PangoLayout *layout = typesetter->layout;
  PangoAttrList *bold = make_bold (spans, n_spans);

  g_mutex_lock (&pango_lock);
  set_font (pango_layout_get_context (layout), font);
  pango_layout_set_width (layout, width < 0 ? -1 : (int) (width * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_height (layout, -1);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_NONE);
  pango_layout_set_attributes (layout, bold);
  set_text (layout, text);

  StreekTextRun *run = take_layout (layout, font, text, STREEK_ALIGN_START);

  take_strokes (run, layout, spans, n_spans);
  pango_layout_set_attributes (layout, NULL);
  g_mutex_unlock (&pango_lock);
  pango_attr_list_unref (bold);

  return run;
}

/**
 * streek_typesetter_measure_word:
 * @typesetter: a typesetter
 * @font: size and style of the figure font
 * @text: words
 *
 * Returns: points that its widest word takes, without the slash or hyphen that a line may end with
 */
double
streek_typesetter_measure_word (StreekTypesetter *typesetter, StreekFont font, const char *text)
{
  g_return_val_if_fail (text != NULL, 0);

  g_auto (GStrv) words = g_strsplit_set (text, " \n/-", -1);
  double widest = 0;

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (*words[i] == '\0')
        continue;

      g_autoptr (StreekTextRun) word = streek_typesetter_set (typesetter, font, words[i]);

      widest = MAX (widest, streek_text_run_get_width (word));
    }

  return widest;
}

StreekTextRun *
streek_text_run_ref (StreekTextRun *run)
{
  g_return_val_if_fail (run != NULL, NULL);

  g_atomic_ref_count_inc (&run->ref_count);

  return run;
}

static void
clear_glyphs (StreekGlyphs *glyphs)
{
  g_free (glyphs->text);
  g_free (glyphs->glyphs);
  g_free (glyphs->clusters);
  cairo_font_face_destroy (glyphs->face);
}

void
streek_text_run_unref (StreekTextRun *run)
{
  if (run == NULL || !g_atomic_ref_count_dec (&run->ref_count))
    return;

  for (guint i = 0; i < run->n_glyphs; i++)
    clear_glyphs (&run->glyphs[i]);

  for (guint i = 0; i < run->n_lines; i++)
    g_free (run->lines[i].text);

  g_free (run->strokes);
  g_free (run->glyphs);
  g_free (run->lines);
  g_free (run->text);
  g_free (run);
}

/**
 * streek_text_run_get_text:
 *
 * Returns: (transfer none): the text that was asked for, also where an ellipsis cut it off
 */
const char *
streek_text_run_get_text (const StreekTextRun *run)
{
  return run->text;
}

double
streek_text_run_get_width (const StreekTextRun *run)
{
  return run->width;
}

double
streek_text_run_get_height (const StreekTextRun *run)
{
  return run->height;
}

/**
 * streek_text_run_get_ascent:
 *
 * Returns: points from the top of the run down to the baseline of its first line
 */
double
streek_text_run_get_ascent (const StreekTextRun *run)
{
  return run->ascent;
}

guint
streek_text_run_get_n_lines (const StreekTextRun *run)
{
  return run->n_lines;
}

/* Every drawing of text in the program sets these, whatever the surface would choose. */
void
streek_cairo_set_font_options (cairo_t *cr)
{
  g_autoptr (cairo_font_options_t) options = create_font_options ();

  cairo_set_font_options (cr, options);
}

/* Shows a run from the origin of @cr, in its source. */
void
streek_cairo_show_text (cairo_t *cr, const StreekTextRun *run)
{
  for (guint i = 0; i < run->n_glyphs; i++)
    {
      const StreekGlyphs *glyphs = &run->glyphs[i];

      if (glyphs->n_glyphs == 0)
        continue;

      cairo_set_font_face (cr, glyphs->face);
      cairo_set_font_matrix (cr, &glyphs->matrix);
      cairo_show_text_glyphs (cr, glyphs->text, -1, glyphs->glyphs, glyphs->n_glyphs,
                              glyphs->clusters, glyphs->n_clusters, glyphs->flags);
    }
}

/* Adds the outlines of a run to the path of @cr, from its origin. */
void
streek_cairo_add_text_path (cairo_t *cr, const StreekTextRun *run)
{
  for (guint i = 0; i < run->n_glyphs; i++)
    {
      const StreekGlyphs *glyphs = &run->glyphs[i];

      cairo_set_font_face (cr, glyphs->face);
      cairo_set_font_matrix (cr, &glyphs->matrix);
      cairo_glyph_path (cr, glyphs->glyphs, glyphs->n_glyphs);
    }
}
