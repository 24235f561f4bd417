/* streek-map-arrange.c: furniture of a map that somebody put elsewhere, and what may be put
 * elsewhere */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "figure/streek-map-furniture.h"

#define GAP_PT 4.0
#define TITLE_SHARE 0.6
#define SOURCE_SHARE 0.5

static StreekRect
shrink (StreekRect rect, double margin)
{
  return (StreekRect){ rect.x + margin, rect.y + margin, MAX (rect.width - 2 * margin, 0),
                       MAX (rect.height - 2 * margin, 0) };
}

/* A list of names is never covered: what lies beside or under the map is its own. */
static StreekRect
leave_numbers (const StreekMapPlan *plan, StreekRect room)
{
  StreekRect list = plan->numbers_box;

  if (list.width > 0 && list.y >= plan->map.y + plan->map.height)
    room.height = MIN (room.height, list.y - GAP_PT - room.y);
  else if (list.width > 0)
    room.width = MIN (room.width, list.x - GAP_PT - room.x);

  return room;
}

/* Inside the margins; a title at the head of the sheet keeps its place for itself. */
static StreekRect
get_room (const StreekMapPlan *plan, StreekFurnitureItem item)
{
  StreekSize size = plan->options->size;
  StreekRect sheet = { 0, 0, size.width, size.height };

  if (plan->options->bare)
    return shrink (plan->map, STREEK_FURNITURE_MARGIN);

  StreekRect room = shrink (sheet, streek_sheet_get_margin (size));

  if (item != STREEK_FURNITURE_TITLE && !plan->sheet.has_loose_head)
    {
      room.height -= plan->content.y - room.y;
      room.y = plan->content.y;
    }

  return leave_numbers (plan, room);
}

static StreekRect
put (StreekRect room, StreekSize size, StreekFurniturePlace place)
{
  return (StreekRect){ room.x + place.across * MAX (room.width - size.width, 0),
                       room.y + place.along * MAX (room.height - size.height, 0), size.width,
                       size.height };
}

/* Under a title that lies in the way, or over it where there is no room for that. */
static StreekRect
keep_off_title (const StreekMapPlan *plan, StreekRect box, StreekRect room)
{
  StreekRect title = plan->title_box;
  double below = title.y + title.height + GAP_PT;

  if (streek_rects_meet (box, title))
    box.y = below + box.height <= room.y + room.height ? below : title.y - GAP_PT - box.height;

  return box;
}

/**
 * streek_map_put:
 * @item: what was moved by hand
 * @size: what it takes
 *
 * Returns: the box where it stands: inside the sheet and never over the title
 */
StreekRect
streek_map_put (const StreekMapPlan *plan, StreekFurnitureItem item, StreekSize size)
{
  StreekRect room = get_room (plan, item);
  StreekRect box = put (room, size, plan->figure->spec->furniture.places[item]);

  return item == STREEK_FURNITURE_TITLE ? box : keep_off_title (plan, box, room);
}

gboolean
streek_map_is_moved (const StreekMapPlan *plan, StreekFurnitureItem item)
{
  return streek_furniture_is_moved (&plan->figure->spec->furniture, item);
}

/**
 * streek_map_place_loose_parts:
 * @plan: gets the boxes of a title and a source that stand elsewhere than at head and foot
 */
void
streek_map_place_loose_parts (StreekMapPlan *plan)
{
  double width = plan->options->size.width;

  if (plan->sheet.has_loose_head)
    plan->title_box =
      streek_map_put (plan, STREEK_FURNITURE_TITLE,
                      streek_sheet_measure_part (&plan->sheet, plan->typesetter, STREEK_SHEET_HEAD,
                                                 width * TITLE_SHARE));

  if (plan->sheet.has_loose_notes)
    plan->source_box =
      streek_map_put (plan, STREEK_FURNITURE_SOURCE,
                      streek_sheet_measure_part (&plan->sheet, plan->typesetter, STREEK_SHEET_NOTES,
                                                 width * SOURCE_SHARE));
}

/**
 * streek_map_draw_loose_parts:
 *
 * Title and source in boxes of their own, over everything else.
 */
void
streek_map_draw_loose_parts (const StreekMapPlan *plan, StreekSceneBuilder *builder)
{
  if (plan->source_box.width > 0)
    streek_sheet_draw_part (&plan->sheet, builder, plan->typesetter, STREEK_SHEET_NOTES,
                            plan->source_box);

  if (plan->title_box.width > 0)
    streek_sheet_draw_part (&plan->sheet, builder, plan->typesetter, STREEK_SHEET_HEAD,
                            plan->title_box);
}

/**
 * streek_map_draw_legend:
 * @plan: of several maps with one legend, which lies over all of them where it was moved
 */
void
streek_map_draw_legend (const StreekMapPlan *plan, StreekSceneBuilder *builder)
{
  const StreekTheme *theme = plan->options->theme;
  const StreekPaint paper = { .color = theme->paper };

  if (plan->legend_box.width > 0)
    streek_scene_builder_add_rect (builder, plan->legend_box, &paper, &theme->frame, -1);

  streek_map_legend_draw (plan->legend, builder, plan->legend_place);
}

static StreekRect
get_legend_box (const StreekMapPlan *plan)
{
  if (plan->legend == NULL || streek_map_legend_is_empty (plan->legend))
    return (StreekRect){ 0 };

  if (plan->legend_box.width > 0)
    return plan->legend_box;

  StreekSize size = streek_map_legend_get_size (plan->legend);

  return (StreekRect){ plan->legend_place.x, plan->legend_place.y, size.width, size.height };
}

static StreekRect
get_part_box (const StreekMapPlan *plan, StreekRect loose, StreekSheetPart part)
{
  if (plan->options->bare)
    return (StreekRect){ 0 };

  return loose.width > 0 ? loose : streek_sheet_get_part (&plan->sheet, plan->typesetter, part);
}

/**
 * streek_map_add_movables:
 * @plan: with everything placed
 *
 * Tells whoever shows the scene what may be moved, and where to.
 */
void
streek_map_add_movables (const StreekMapPlan *plan, StreekSceneBuilder *builder)
{
  const StreekRect boxes[STREEK_N_FURNITURE] = {
    [STREEK_FURNITURE_TITLE] = get_part_box (plan, plan->title_box, STREEK_SHEET_HEAD),
    [STREEK_FURNITURE_LEGEND] = get_legend_box (plan),
    [STREEK_FURNITURE_SCALE] = plan->scale_box,
    [STREEK_FURNITURE_NORTH] = plan->north_box,
    [STREEK_FURNITURE_INSET] = plan->inset_box,
    [STREEK_FURNITURE_SOURCE] = get_part_box (plan, plan->source_box, STREEK_SHEET_NOTES),
  };

  for (StreekFurnitureItem item = 0; item < STREEK_N_FURNITURE; item++)
    if (boxes[item].width > 0 && boxes[item].height > 0)
      streek_scene_builder_add_movable (
        builder, &(StreekMovable){ (int) item, boxes[item], get_room (plan, item) });
}
