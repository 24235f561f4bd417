/* streek-text-line.c: text that stands on one line, set without a layout */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "draw/streek-text-pango.h"

#include <string.h>

#define LONGEST 512 /* bytes: more fit on no line, and would be shaped for nothing */

/* Nearly all text of a figure is a name or a number on one line. A PangoLayout of it costs twice as
 * much, and each new size more still: a layout asks for the metrics of its font, for which Pango
 * finds the font again and sets a sentence in it. */

static gboolean
has_only_letters (const char *text)
{
  if (*text == '\0' || strnlen (text, LONGEST + 1) > LONGEST || !g_utf8_validate (text, -1, NULL))
    return FALSE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    switch (g_unichar_type (g_utf8_get_char (p)))
      {
      case G_UNICODE_CONTROL: /* line feeds and tabs */
      case G_UNICODE_FORMAT:
      case G_UNICODE_LINE_SEPARATOR:
      case G_UNICODE_PARAGRAPH_SEPARATOR:
        return FALSE;
      default:
        break;
      }

  return TRUE;
}

static GSList *
shape_items (GList *items, const char *text)
{
  int length = strlen (text);
  GSList *runs = NULL;

  for (GList *l = items; l != NULL; l = l->next)
    {
      PangoGlyphItem *run = g_slice_new0 (PangoGlyphItem); /* as pango_glyph_item_free() wants it */

      run->item = l->data;
      run->glyphs = pango_glyph_string_new ();
      pango_shape_item (run->item, text, length, NULL, run->glyphs, PANGO_SHAPE_NONE);
      runs = g_slist_prepend (runs, run);
    }

  return g_slist_reverse (runs);
}

/* Right to left, or a box in the place of a letter that no font has: for those a layout knows more.
 */
static gboolean
is_plain (GSList *runs)
{
  for (GSList *l = runs; l != NULL; l = l->next)
    {
      const PangoGlyphItem *run = l->data;

      if (run->item->analysis.level != 0)
        return FALSE;

      for (int i = 0; i < run->glyphs->num_glyphs; i++)
        if ((run->glyphs->glyphs[i].glyph & PANGO_GLYPH_UNKNOWN_FLAG) != 0)
          return FALSE;
    }

  return TRUE;
}

/* As pango_layout_line_get_extents(), without the ink, for which every glyph would be loaded. */
static PangoRectangle
measure_runs (GSList *runs)
{
  PangoRectangle line = { 0 };

  for (GSList *l = runs; l != NULL; l = l->next)
    {
      const PangoGlyphItem *run = l->data;
      PangoRectangle logical;
      int bottom;

      pango_font_get_glyph_extents (run->item->analysis.font, PANGO_GLYPH_EMPTY, NULL, &logical);
      bottom = MAX (line.y + line.height, logical.y + logical.height);
      line.y = MIN (line.y, logical.y);
      line.height = bottom - line.y;
      line.width += pango_glyph_string_get_width (run->glyphs);
    }

  return line;
}

static StreekTextRun *
take_runs (GSList *runs, const PangoRectangle *logical, const StreekTextWish *wish)
{
  StreekTextRun *text_run = g_new0 (StreekTextRun, 1);
  g_autoptr (GArray) glyphs = g_array_new (FALSE, FALSE, sizeof (StreekGlyphs));

  g_atomic_ref_count_init (&text_run->ref_count);
  text_run->text = g_strdup (wish->text);
  text_run->font = wish->font;
  text_run->width = (double) logical->width / PANGO_SCALE;
  text_run->height = (double) logical->height / PANGO_SCALE;
  text_run->ascent = (double) -logical->y / PANGO_SCALE;
  text_run->n_lines = 1;
  text_run->lines = g_new0 (StreekTextLine, 1);
  text_run->lines[0].width = text_run->width;
  streek_text_take_line (&text_run->lines[0], runs, wish->text, glyphs);
  text_run->n_glyphs = glyphs->len;
  text_run->glyphs = (StreekGlyphs *) g_array_free (g_steal_pointer (&glyphs), FALSE);

  return text_run;
}

static void
free_run (gpointer run)
{
  pango_glyph_item_free (run);
}

StreekTextRun *
streek_text_set_line (PangoContext *context, const StreekTextWish *wish)
{
  if (!has_only_letters (wish->text))
    return NULL;

  g_autoptr (PangoAttrList) no_attributes = pango_attr_list_new ();
  GList *items = pango_itemize_with_base_dir (context, PANGO_DIRECTION_LTR, wish->text, 0,
                                              strlen (wish->text), no_attributes, NULL);
  GSList *runs = shape_items (items, wish->text);
  PangoRectangle logical = measure_runs (runs);
  StreekTextRun *text_run = NULL;

  if (is_plain (runs) && (wish->width < 0 || logical.width <= (int) (wish->width * PANGO_SCALE)))
    text_run = take_runs (runs, &logical, wish);

  g_list_free (items);
  g_slist_free_full (runs, free_run);

  return text_run;
}
