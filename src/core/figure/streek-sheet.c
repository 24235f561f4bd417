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
#define PART_PADDING_PT 6.0
#define MAX_LINES 4
#define MAX_SOURCE_LINES 8 /* of many figures: whose they are is never cut off */

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

void
streek_sheet_find_fonts (StreekTypesetter *typesetter, StreekSize size)
{
  StreekFont fonts[] = { title_font, context_font, note_font, source_font };

  for (gsize i = 0; i < G_N_ELEMENTS (fonts); i++)
    {
      fonts[i].size_pt *= streek_sheet_get_scale (size);
      streek_text_run_unref (streek_typesetter_set (typesetter, fonts[i], "0"));
    }
}

/* A card has less to give away than a sheet. */
double
streek_sheet_get_margin (StreekSize size)
{
  return CLAMP (MIN (size.width, size.height) * 0.06, 6, MARGIN_PT);
}

/* Blocks of text from the top down. */
typedef struct
{
  const StreekSheet *sheet;
  StreekSceneBuilder *builder; /* (nullable): nothing is drawn */
  StreekTypesetter *typesetter;
  double x;
  double y;
  double width; /* where lines wrap */
  double widest;
} Column;

static void
add_block (Column *self, StreekFont font, const char *text, guint max_lines, StreekColor color)
{
  if (text == NULL || text[0] == '\0')
    return;

  font.size_pt *= streek_sheet_get_scale (self->sheet->size);

  g_autoptr (StreekTextRun) run = streek_typesetter_set_wrapped (
    self->typesetter, font, text, self->width, max_lines, STREEK_ALIGN_START);

  if (self->builder != NULL)
    streek_scene_builder_add_text (
      self->builder, run, (StreekPoint){ self->x, self->y + streek_text_run_get_ascent (run) },
      color, NULL, -1);

  self->y += streek_text_run_get_height (run);
  self->widest = MAX (self->widest, streek_text_run_get_width (run));
}

static void
add_head_blocks (Column *self)
{
  const StreekSheet *sheet = self->sheet;
  double top = self->y;

  add_block (self, organisation_font, sheet->organisation, MAX_LINES, STREEK_SHEET_PALE_INK);
  if (self->y > top)
    self->y += 3;

  add_block (self, title_font, sheet->title, MAX_LINES, STREEK_SHEET_INK);
  self->y += 1;
  add_block (self, context_font, sheet->context, MAX_LINES, STREEK_SHEET_PALE_INK);
}

/* From the first note down to the source. */
static void
add_note_blocks (Column *self)
{
  const StreekSheet *sheet = self->sheet;

  for (guint i = 0; sheet->notes != NULL && sheet->notes[i] != NULL; i++)
    {
      add_block (self, note_font, sheet->notes[i], MAX_LINES, STREEK_SHEET_INK);
      self->y += 1;
    }

  self->y += 1;
  add_block (self, source_font, sheet->source, MAX_SOURCE_LINES, STREEK_SHEET_PALE_INK);
}

static double
add_head (const StreekSheet *sheet, StreekSceneBuilder *builder, StreekTypesetter *typesetter)
{
  double margin = streek_sheet_get_margin (sheet->size);
  double logo = sheet->has_logo ? LOGO_WIDTH_PT + 12 : 0;
  Column column = { sheet,  builder, typesetter,
                    margin, margin,  sheet->size.width - 2 * margin - logo,
                    0 };

  if (!sheet->has_loose_head)
    add_head_blocks (&column);

  if (sheet->has_logo)
    column.y = MAX (column.y, margin + LOGO_HEIGHT_PT);

  return column.y > margin ? column.y + 10 * streek_sheet_get_scale (sheet->size) : margin;
}

static double
add_notes (const StreekSheet *sheet,
           StreekSceneBuilder *builder,
           StreekTypesetter *typesetter,
           double y)
{
  double margin = streek_sheet_get_margin (sheet->size);
  Column column = { sheet, builder, typesetter, margin, y, sheet->size.width - 2 * margin, 0 };

  if (!sheet->has_loose_notes)
    add_note_blocks (&column);

  return column.y;
}

static Column
add_part (const StreekSheet *sheet,
          StreekSceneBuilder *builder,
          StreekTypesetter *typesetter,
          StreekSheetPart part,
          StreekRect room)
{
  Column column = { sheet, builder, typesetter, room.x, room.y, room.width, 0 };

  if (part == STREEK_SHEET_HEAD)
    add_head_blocks (&column);
  else
    add_note_blocks (&column);

  return column;
}

/**
 * streek_sheet_measure_part:
 * @part: what stands in a box of its own
 * @max_width: where its lines wrap, with the room around them
 *
 * Returns: the size of the box
 */
StreekSize
streek_sheet_measure_part (const StreekSheet *sheet,
                           StreekTypesetter *typesetter,
                           StreekSheetPart part,
                           double max_width)
{
  Column column = add_part (sheet, NULL, typesetter, part,
                            (StreekRect){ 0, 0, MAX (max_width - 2 * PART_PADDING_PT, 40), 0 });

  return (StreekSize){ ceil (column.widest) + 2 * PART_PADDING_PT, column.y + 2 * PART_PADDING_PT };
}

/**
 * streek_sheet_draw_part:
 * @box: as large as streek_sheet_measure_part() says
 *
 * Draws it on paper of its own, so that it can be read over a map.
 */
void
streek_sheet_draw_part (const StreekSheet *sheet,
                        StreekSceneBuilder *builder,
                        StreekTypesetter *typesetter,
                        StreekSheetPart part,
                        StreekRect box)
{
  const StreekPaint paper = { { 1, 1, 1, 1 }, STREEK_HATCH_NONE, { 0 } };
  StreekStroke line = { STREEK_SHEET_LINE, 0.5, 0, 0 };

  streek_scene_builder_add_rect (builder, box, &paper, &line, -1);
  add_part (sheet, builder, typesetter, part,
            (StreekRect){ box.x + PART_PADDING_PT, box.y + PART_PADDING_PT,
                          box.width - 2 * PART_PADDING_PT, 0 });
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

  streek_scene_builder_add_text (builder, run,
                                 (StreekPoint){ sheet->size.width -
                                                  streek_sheet_get_margin (sheet->size) -
                                                  streek_text_run_get_width (run),
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
  double margin = streek_sheet_get_margin (sheet->size);
  double width = sheet->size.width - 2 * margin;
  StreekStroke line = { STREEK_SHEET_LINE, 0.5, 0, 0 };

  streek_scene_builder_add_rule (builder, (StreekPoint){ margin, y },
                                 (StreekPoint){ margin + width, y }, &line, -1);

  Column column = { sheet, builder, typesetter, margin, y + 4, MAX (width - 80, width / 2), 0 };

  add_block (&column, source_font, sheet->footer, MAX_LINES, STREEK_SHEET_PALE_INK);

  if (!sheet->is_single)
    add_page_number (sheet, builder, typesetter, y + 4, page, n_pages);
}

static StreekRect
get_content_frame (const StreekSheet *sheet, StreekTypesetter *typesetter, double *notes_top)
{
  double top = add_head (sheet, NULL, typesetter);
  double notes = add_notes (sheet, NULL, typesetter, 0);
  double bottom = sheet->size.height - streek_sheet_get_margin (sheet->size) -
                  get_foot_height (sheet, typesetter) - 4 - notes;

  *notes_top = bottom;

  double margin = streek_sheet_get_margin (sheet->size);

  return (StreekRect){ margin, top, sheet->size.width - 2 * margin, MAX (bottom - 8 - top, 0) };
}

StreekRect
streek_sheet_measure (const StreekSheet *sheet, StreekTypesetter *typesetter)
{
  double notes_top;

  return get_content_frame (sheet, typesetter, &notes_top);
}

/**
 * streek_sheet_get_part:
 * @part: head or notes
 *
 * Returns: the box in which they stand where they are not loose
 */
StreekRect
streek_sheet_get_part (const StreekSheet *sheet, StreekTypesetter *typesetter, StreekSheetPart part)
{
  double margin = streek_sheet_get_margin (sheet->size), top = margin;
  double width = sheet->size.width - 2 * margin;

  if (part == STREEK_SHEET_HEAD && sheet->has_logo)
    width -= LOGO_WIDTH_PT + 12;
  if (part == STREEK_SHEET_NOTES)
    get_content_frame (sheet, typesetter, &top);

  Column column = add_part (sheet, NULL, typesetter, part, (StreekRect){ margin, top, width, 0 });

  return (StreekRect){ margin, top, column.widest, column.widest > 0 ? column.y - top : 0 };
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
  double foot = sheet->size.height - streek_sheet_get_margin (sheet->size) -
                get_foot_height (sheet, typesetter);
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
