/* streek-grid-sheet-private.h: what the files of the sheet share */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "matrix/streek-grid-sheet.h"
#include "matrix/streek-scene-tiles.h"

#define STREEK_SPOT_NONE (-1)

struct _StreekGridSheet
{
  GtkWidget parent_instance;

  GtkAdjustment *hadjustment;
  GtkAdjustment *vadjustment;
  GtkScrollablePolicy hscroll_policy;
  GtkScrollablePolicy vscroll_policy;

  StreekGridDrawing *drawing; /* (nullable) */
  StreekSceneTiles *tiles[STREEK_N_GRID_PARTS];
  int width;             /* the last one that was told */
  gboolean is_adjusting; /* it is the sheet that changed, nobody scrolled */

  int spot;                      /* under the pointer or the keys, STREEK_SPOT_NONE: none */
  gboolean by_keys;              /* they came there last */
  StreekGridCarriesFunc carries; /* (nullable) */
  gpointer carries_data;
  int carried; /* spot that is carried by the mouse, STREEK_SPOT_NONE: none */
  gboolean has_pointer;
  double pointer_x;
  double pointer_y;
};

/* Where a part shows: through which hole, and where its own origin lies, in pixels. */
typedef struct
{
  graphene_rect_t clip;
  double x;
  double y;
} StreekGridPlace;

StreekGridPlace streek_grid_sheet_get_place (StreekGridSheet *self, StreekGridPart part);
/* In pixels of the sheet; FALSE where it is scrolled out of sight. */
gboolean streek_grid_sheet_get_spot_rect (StreekGridSheet *self, int spot, graphene_rect_t *rect);
int streek_grid_sheet_pick (StreekGridSheet *self, double x, double y);
void streek_grid_sheet_set_spot (StreekGridSheet *self, int spot, gboolean by_keys);
void streek_grid_sheet_activate (StreekGridSheet *self);
void streek_grid_sheet_activate_source (StreekGridSheet *self);
void streek_grid_sheet_ask_menu (StreekGridSheet *self);
/* It goes to that column, where it is another one. */
void streek_grid_sheet_carry (StreekGridSheet *self, int spot, int column);
/* The column over which @x lies, by its head; STREEK_GRID_HEADING: none. @head: (out) (optional) */
int streek_grid_sheet_find_column (StreekGridSheet *self, double x, graphene_rect_t *head);
void streek_grid_sheet_add_controllers (StreekGridSheet *self);
/* The pointer stands still, what is below it has moved. */
void streek_grid_sheet_pick_again (StreekGridSheet *self);
