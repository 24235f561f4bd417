/* streek-map-painter.h: draws a figure in a worker and hands the window a finished picture */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/streek-output.h"
#include "figure/streek-figure.h"

#include <gtk/gtk.h>

/* A point of GTK's is 1/96 inch, one of ours 1/72. */
#define STREEK_POINTS_PER_PIXEL (72.0 / 96.0)

/* What was drawn, with what it takes to find places in it. Immutable, counted. */
typedef struct
{
  StreekFigure *figure;
  StreekRaster *raster;
  GdkTexture *texture;
  StreekView view;  /* the ground it shows … */
  StreekRect frame; /* … in this part of the picture, in points */
  int width;        /* pixels of GTK's, as the widget counts them */
  int height;
  int scale;            /* device pixels in each */
  double circle_factor; /* how large its circles are beside those of the legend's entries */
  GArray *parts;        /* (element-type StreekMovable): what may be moved on it */
  GArray *numbered;     /* (element-type StreekNumbered): numbers in the place of names */
  guint n_unnamed;      /* rows that have neither */
} StreekPicture;

StreekPicture *streek_picture_ref (StreekPicture *picture);
void streek_picture_unref (StreekPicture *picture);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StreekPicture, streek_picture_unref)

/* Row of the figure under a place in the widget's pixels, -1 for none: furniture hides what is
 * below it. */
int streek_picture_pick (StreekPicture *picture, double x, double y);
/* Whether furniture stands over the map there. */
gboolean streek_picture_is_covered (const StreekPicture *picture, double x, double y);

/* How a figure is wanted, whichever it will be. */
typedef struct
{
  StreekView view; /* all zero: everything fits */
  int width;
  int height;
  int scale;
  gboolean without_names; /* as of a layout */
  gboolean without_scale;
  char *hovered;          /* (nullable): code of an area */
  char **selected;        /* codes of areas, ascending */
  StreekRaster *previous; /* (nullable): its pixels may be used where only colours differ */
} StreekPictureRequest;

void streek_picture_request_free (StreekPictureRequest *request);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StreekPictureRequest, streek_picture_request_free)
/* Whether both ask for the same picture of one figure. */
gboolean streek_picture_request_equal (const StreekPictureRequest *a,
                                       const StreekPictureRequest *b);

/* Blocks; any thread. */
StreekPicture *streek_picture_paint (const StreekPictureRequest *request,
                                     StreekFigure *figure,
                                     GCancellable *cancellable,
                                     GError **error);
void streek_picture_paint_async (StreekPictureRequest *request,
                                 StreekFigure *figure,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
StreekPicture *streek_picture_paint_finish (GAsyncResult *result, GError **error);
