/* streek-map-view-private.h: the state that drawing and handling of the map sheet share */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "map/streek-glide.h"
#include "map/streek-lasso.h"
#include "map/streek-map-painter.h"
#include "map/streek-map-view.h"
#include "map/streek-pick.h"
#include "map/streek-row-neighbours.h"
#include "print/streek-arranger.h"

struct _StreekMapView
{
  GtkWidget parent_instance;

  StreekContext *context;
  StreekArranger *arranger; /* over everything else */
  StreekPicture *picture;   /* (nullable): the last one finished */
  StreekPicture *fitted;    /* (nullable): the last one that shows everything */
  StreekView view;          /* what is wanted; all zero: everything */
  GCancellable *painting;   /* set while a worker paints */
  gboolean is_stale;        /* something changed since that worker began */
  guint rest_id;            /* source that notices rest while it paints, 0: none */
  gboolean has_followed;    /* the picture of the next figure is there already */
  gboolean is_small;
  gboolean is_without_scale;
  char *trend;                     /* (nullable): of the hovered area, in words */
  StreekRowNeighbours *neighbours; /* (nullable) of the figure, made when first walked */

  double pointer_x; /* last place of the pointer, or of the area walked to */
  double pointer_y;
  double motion_x; /* where the pointer itself was last */
  double motion_y;
  StreekView drag_view; /* the view when a drag or a pinch began */
  double pinch_x;       /* between both fingers then */
  double pinch_y;
  gboolean is_pinching;
  gboolean is_dragging; /* moved too far to be a click */
  GdkModifierType drag_state;
  gboolean wants_lasso;  /* the next drag draws around areas in place of moving the map */
  gboolean is_cancelled; /* what is left of this drag does nothing */
  StreekLasso *lasso;    /* (nullable): being drawn */
  GPtrArray
    *marks; /* (element-type StreekPointMark) (nullable): signs of places, made when asked */
  StreekView marks_view;      /* of which view of which figure they are */
  StreekFigure *marks_figure; /* (nullable) */
  int walked_point;           /* of the figure, whose sign keys walked to, -1: none */
  StreekPick *pick;           /* (nullable): the point that a person is asked to show */
  StreekGlide *glide;         /* (nullable): the map moves on after the hand let it go */
};

/* Asks for a new picture; many requests before one is ready make one picture. */
void streek_map_view_queue_paint (StreekMapView *self);
/* The view that is on the sheet now, with the fit filled in; FALSE before the first picture. */
gboolean streek_map_view_get_current (StreekMapView *self, StreekView *view, StreekRect *frame);
void streek_map_view_move_to (StreekMapView *self, StreekView view);
/* Keeps the ground under a place of the widget where it is. */
void streek_map_view_zoom_at (StreekMapView *self, double factor, double x, double y);
/* Both in metres and in pixels of the widget; FALSE before the first picture. */
gboolean streek_map_view_find_ground (
  StreekMapView *self, double x, double y, double *ground_x, double *ground_y);
gboolean streek_map_view_find_place (
  StreekMapView *self, double ground_x, double ground_y, double *x, double *y);
/* From a place of the widget to one of the picture, which may be of a former view; and back, with
 * how many pixels of the widget each has. */
void streek_map_view_to_picture (StreekMapView *self, double *x, double *y);
double streek_map_view_from_picture (StreekMapView *self, double *x, double *y);
/* Says anew what a screen reader hears of the sheet. */
void streek_map_view_update_accessible (StreekMapView *self);
/* (nullable): the sign of a place, or of several, at a place of the widget. */
const StreekPointMark *streek_map_view_pick_mark (StreekMapView *self, double x, double y);
/* Code of the area at a place of the widget, (nullable). */
const char *streek_map_view_pick (StreekMapView *self, double x, double y);
/* "Zeebrugge, port, in Brugge", a line each for places at one spot. */
char *streek_map_view_describe_mark (StreekFigure *figure, const StreekPointMark *mark);
/* To the next sign of a place, or the one before: by kind and name. FALSE where there are none. */
gboolean streek_map_view_walk_signs (StreekMapView *self, int steps);
/* FALSE where keys walked to none. */
gboolean streek_map_view_leave_signs (StreekMapView *self);
gboolean streek_map_view_open_sign (StreekMapView *self);
char *streek_map_view_describe_sign (StreekMapView *self); /* (nullable) */
void streek_map_view_snapshot_sign (StreekMapView *self, GtkSnapshot *snapshot);
/* A click on the sign of a place opens that place; of several, the list of all. */
gboolean streek_map_view_open_sign_at (StreekMapView *self, double x, double y);

/* While a person is asked for a point: what a place of the widget stands for … */
void streek_map_view_point_pick (StreekMapView *self, double x, double y, gboolean is_by_keys);
gboolean streek_map_view_handle_pick_key (StreekMapView *self, guint key, GdkModifierType state);
char *streek_map_view_describe_pick (StreekMapView *self);
void streek_map_view_snapshot_cross (StreekMapView *self, GtkSnapshot *snapshot);
/* … and the pointer that goes with it. */
void streek_map_view_rest_cursor (StreekMapView *self);

#define STREEK_ZOOM_STEP 1.25 /* of a key, or of a wheel */

/* Whether there is no figure to move over. */
gboolean streek_map_view_is_empty (StreekMapView *self);
void streek_map_view_point_at (StreekMapView *self, double x, double y);
void
streek_map_view_pan_from (StreekMapView *self, StreekView view, double right_px, double down_px);
/* An arrow key: the way to a neighbour, and steps of one over the sheet. */
typedef struct
{
  guint key;
  guint keypad;
  StreekWay way;
  int right;
  int down;
} StreekArrow;

const StreekArrow *streek_map_view_find_arrow (guint key); /* (nullable): of other keys */
void streek_map_view_pan_with (StreekMapView *self, const StreekArrow *arrow);
void streek_map_view_stop_dragging (StreekMapView *self);
/* Whatever moves by itself ends when a hand comes back. */
void streek_map_view_stop_gliding (StreekMapView *self);

void streek_map_view_add_controllers (StreekMapView *self);
/* @drag: of one finger or of the pointer; added already */
void streek_map_view_add_touch (StreekMapView *self, GtkGesture *drag);
/* Two fingers, @scale times as far apart as when they came down and their middle now at a place of
 * the widget: the ground between them stays between them. */
void streek_map_view_begin_pinch (StreekMapView *self, double x, double y);
void streek_map_view_pinch (StreekMapView *self, double scale, double x, double y);
/* Moves the map by so much, in pixels of the widget. */
void streek_map_view_pan_by (StreekMapView *self, double right, double down);
