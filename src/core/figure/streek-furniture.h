/* streek-furniture.h: what stands on a map besides what it is about */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/streek-scene.h"

#include <json-glib/json-glib.h>

typedef enum
{
  STREEK_INSET_AUTOMATIC, /* on paper, where the map shows less than half of the region */
  STREEK_INSET_SHOWN,
  STREEK_INSET_HIDDEN,
} StreekInset;

/* Numbers on the map in the place of names, with a list of those names beside it. */
typedef enum
{
  STREEK_NUMBERS_AUTOMATIC, /* as REST on a map of few areas, else none */
  STREEK_NUMBERS_REST,      /* of areas that have no room for their name */
  STREEK_NUMBERS_ALL,       /* of every area */
  STREEK_NUMBERS_NONE,
  STREEK_N_NUMBERS,
} StreekNumbers;

/* What can be put elsewhere by hand. */
typedef enum
{
  STREEK_FURNITURE_TITLE, /* with the organisation over it and the context below it */
  STREEK_FURNITURE_LEGEND,
  STREEK_FURNITURE_SCALE,
  STREEK_FURNITURE_NORTH,
  STREEK_FURNITURE_INSET,
  STREEK_FURNITURE_SOURCE, /* with the notes */
  STREEK_N_FURNITURE,
} StreekFurnitureItem;

/* Where it stands in the room it has: 0 at the left and the top, 1 at the right and the bottom, so
 * that it stays inside on paper of any size. NAN: the layout decides. */
typedef struct
{
  double across;
  double along;
} StreekFurniturePlace;

/* A part of a spec; a plain struct. */
typedef struct
{
  gboolean surroundings; /* sea and countries around, pale, with their names */
  gboolean predecessors; /* where municipalities met that are one now */
  gboolean north;        /* an arrow */
  StreekInset inset;     /* a small map of the region, with what is shown */
  StreekNumbers numbers;
  StreekFurniturePlace places[STREEK_N_FURNITURE];
} StreekFurniture;

void streek_furniture_init (StreekFurniture *self);
gboolean streek_furniture_equal (const StreekFurniture *a, const StreekFurniture *b);
void streek_furniture_add_json (const StreekFurniture *self, JsonBuilder *builder);
gboolean streek_furniture_read_json (StreekFurniture *self, JsonObject *object, GError **error);

/* "automatic", "shown" or "hidden" */
const char *streek_inset_get_id (StreekInset inset);
gboolean streek_inset_from_id (const char *id, StreekInset *inset);

/* "automatic", "rest", "all" or "none" */
const char *streek_numbers_get_id (StreekNumbers numbers);
gboolean streek_numbers_from_id (const char *id, StreekNumbers *numbers);

const char *streek_furniture_item_get_id (StreekFurnitureItem item);
const char *streek_furniture_item_get_label (StreekFurnitureItem item); /* for people */
gboolean streek_furniture_is_moved (const StreekFurniture *self, StreekFurnitureItem item);
gboolean streek_furniture_has_moved (const StreekFurniture *self); /* any of it */
void streek_furniture_move (StreekFurniture *self,
                            StreekFurnitureItem item,
                            double across,
                            double along);
/* @movable: of a laid out map; @corner: where its top left corner shall be */
void
streek_furniture_move_to (StreekFurniture *self, const StreekMovable *movable, StreekPoint corner);
void streek_furniture_reset (StreekFurniture *self, StreekFurnitureItem item);
