/* streek-sheet.c: the furniture of a printed page: title, context, notes, source, page number */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "figure/streek-sheet.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define MARGIN_PT 36.0 /* half an inch: what every office printer can reach */
#define A4_WIDTH_PT 595.3
#define A4_HEIGHT_PT 841.9
#define LOGO_WIDTH_PT 110.0
#define LOGO_HEIGHT_PT 40.0

static const StreekFont organisation_font = { 8.5, STREEK_WEIGHT_BOLD, FALSE };
static const StreekFont title_font = { 15, STREEK_WEIGHT_BOLD, FALSE };
static const StreekFont context_font = { 9.5, STREEK_WEIGHT_NORMAL, FALSE };
static const StreekFont note_font = { 8, STREEK_WEIGHT_NORMAL, FALSE };
static const StreekFont source_font = { 7, STREEK_WEIGHT_NORMAL, FALSE };

double
streek_sheet_get_scale (StreekSize size)
{
  return CLAMP (sqrt (size.width * size.height / (A4_WIDTH_PT * A4_HEIGHT_PT)), 0.8, 1.35);
}

/* A card has less to give away than a sheet. */
static double
get_margin (const StreekSheet *sheet)
{
  return CLAMP (MIN (sheet->size.width, sheet->size.height) * 0.06, 6, MARGIN_PT);
}

/* Sets @text from @y downwards, at most @width wide; returns where it ends. Nothing is drawn
 * without a builder. */
static double
add_block (const StreekSheet *sheet,
           StreekSceneBuilder *builder,
           StreekTypesetter *typesetter,
           StreekFont font,
           const char *text,
           double width,
           StreekColor color,
           double y)
{
  if (text == NULL || text[0] == '\0')
    return y;

  font.size_pt *= streek_sheet_get_scale (sheet->size);

  g_autoptr (StreekTextRun) run =
    streek_typesetter_set_wrapped (typesetter, font, text, width, 4, STREEK_ALIGN_START);

  if (builder != NULL)
    streek_scene_builder_add_text (
      builder, run, (StreekPoint){ get_margin (sheet), y + streek_text_run_get_ascent (run) },
      color, NULL, -1);

  return y + streek_text_run_get_height (run);
}

static double
add_head (const StreekSheet *sheet, StreekSceneBuilder *builder, StreekTypesetter *typesetter)
{
  double margin = get_margin (sheet);
  double width = sheet->size.width - 2 * margin;
  double y = margin;

  if (sheet->has_logo)
    width -= LOGO_WIDTH_PT + 12;

  y = add_block (sheet, builder, typesetter, organisation_font, sheet->organisation, width,
                 STREEK_SHEET_PALE_INK, y);

  if (y > margin)
    y += 3;

  y = add_block (sheet, builder, typesetter, title_font, sheet->title, width, STREEK_SHEET_INK, y);
  y = add_block (sheet, builder, typesetter, context_font, sheet->context, width,
                 STREEK_SHEET_PALE_INK, y + 1);

  if (sheet->has_logo)
    y = MAX (y, margin + LOGO_HEIGHT_PT);

  return y + 10 * streek_sheet_get_scale (sheet->size);
}

/* The lines under the content, from the first note down to the source. */
static double
add_notes (const StreekSheet *sheet,
           StreekSceneBuilder *builder,
           StreekTypesetter *typesetter,
           double y)
{
  double width = sheet->size.width - 2 * get_margin (sheet);

  for (guint i = 0; sheet->notes != NULL && sheet->notes[i] != NULL; i++)
    y = add_block (sheet, builder, typesetter, note_font, sheet->notes[i], width, STREEK_SHEET_INK,
                   y) +
        1;

  return add_block (sheet, builder, typesetter, source_font, sheet->source, width,
                    STREEK_SHEET_PALE_INK, y + 1);
}

static void
add_page_number (const StreekSheet *sheet,
                 StreekSceneBuilder *builder,
                 StreekTypesetter *typesetter,
                 double y,
                 guint page,
                 guint n_pages)
{
  /* Translators: at the foot of a printed page. */
  g_autofree char *text = g_strdup_printf (_ ("Page %1$u of %2$u"), page + 1, n_pages);
  StreekFont font = source_font;

  font.size_pt *= streek_sheet_get_scale (sheet->size);

  g_autoptr (StreekTextRun) run = streek_typesetter_set (typesetter, font, text);

  streek_scene_builder_add_text (
    builder, run,
    (StreekPoint){ sheet->size.width - get_margin (sheet) - streek_text_run_get_width (run),
                   y + streek_text_run_get_ascent (run) },
    STREEK_SHEET_PALE_INK, NULL, -1);
}

/* A single picture without a footer has no foot. */
static gboolean
has_foot (const StreekSheet *sheet)
{
  return !sheet->is_single || (sheet->footer != NULL && sheet->footer[0] != '\0');
}

static double
get_foot_height (const StreekSheet *sheet, StreekTypesetter *typesetter)
{
  StreekFont font = source_font;

  if (!has_foot (sheet))
    return 0;

  font.size_pt *= streek_sheet_get_scale (sheet->size);

  g_autoptr (StreekTextRun) run = streek_typesetter_set (typesetter, font, "X");

  return streek_text_run_get_height (run) + 5;
}

static void
add_foot (const StreekSheet *sheet,
          StreekSceneBuilder *builder,
          StreekTypesetter *typesetter,
          double y,
          guint page,
          guint n_pages)
{
  double margin = get_margin (sheet);
  double width = sheet->size.width - 2 * margin;
  StreekStroke line = { STREEK_SHEET_LINE, 0.5, 0, 0 };

  streek_scene_builder_add_rule (builder, (StreekPoint){ margin, y },
                                 (StreekPoint){ margin + width, y }, &line, -1);
  add_block (sheet, builder, typesetter, source_font, sheet->footer, MAX (width - 80, width / 2),
             STREEK_SHEET_PALE_INK, y + 4);

  if (!sheet->is_single)
    add_page_number (sheet, builder, typesetter, y + 4, page, n_pages);
}

static StreekRect
get_content_frame (const StreekSheet *sheet, StreekTypesetter *typesetter, double *notes_top)
{
  double top = add_head (sheet, NULL, typesetter);
  double notes = add_notes (sheet, NULL, typesetter, 0);
  double bottom =
    sheet->size.height - get_margin (sheet) - get_foot_height (sheet, typesetter) - 4 - notes;

  *notes_top = bottom;

  double margin = get_margin (sheet);

  return (StreekRect){ margin, top, sheet->size.width - 2 * margin, MAX (bottom - 8 - top, 0) };
}

StreekRect
streek_sheet_measure (const StreekSheet *sheet, StreekTypesetter *typesetter)
{
  double notes_top;

  return get_content_frame (sheet, typesetter, &notes_top);
}

/**
 * streek_sheet_begin:
 * @page: number of this page, from 0
 *
 * Returns: the frame between head and foot, in points
 */
StreekRect
streek_sheet_begin (const StreekSheet *sheet,
                    StreekSceneBuilder *builder,
                    StreekTypesetter *typesetter,
                    guint page,
                    guint n_pages)
{
  g_return_val_if_fail (sheet != NULL && builder != NULL && page < n_pages, (StreekRect){ 0 });

  double notes_top;
  StreekRect frame = get_content_frame (sheet, typesetter, &notes_top);
  double foot = sheet->size.height - get_margin (sheet) - get_foot_height (sheet, typesetter);
  const StreekPaint paper = { { 1, 1, 1, 1 }, STREEK_HATCH_NONE, { 0 } };

  streek_scene_builder_set_metadata (builder, sheet->title, sheet->description, sheet->language);
  streek_scene_builder_add_rect (
    builder, (StreekRect){ 0, 0, sheet->size.width, sheet->size.height }, &paper, NULL, -1);
  streek_scene_builder_push_group (builder, "sheet", sheet->title);
  add_head (sheet, builder, typesetter);
  add_notes (sheet, builder, typesetter, notes_top);

  if (has_foot (sheet))
    add_foot (sheet, builder, typesetter, foot, page, n_pages);

  streek_scene_builder_pop_group (builder);

  return frame;
}

StreekRect
streek_sheet_get_logo_frame (StreekSize size)
{
  return (StreekRect){ size.width - MARGIN_PT - LOGO_WIDTH_PT, MARGIN_PT, LOGO_WIDTH_PT,
                       LOGO_HEIGHT_PT };
}
