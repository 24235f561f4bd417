/* streek-chart-painter.h: lays a chart out in a worker and hands the window a finished picture */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/streek-output.h"
#include "figure/streek-chart.h"

#include <gtk/gtk.h>

/* What was drawn, with its places to point at. Immutable. */
typedef struct
{
  StreekChart *chart;
  StreekChartDrawing *drawing;
  StreekRaster *raster;
  GdkTexture *texture;
  int width; /* pixels of GTK's, as the widget counts them */
  int height;
} StreekChartPicture;

void streek_chart_picture_unref (StreekChartPicture *picture);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StreekChartPicture, streek_chart_picture_unref)

/* What is wanted; copied by the painter. */
typedef struct
{
  StreekChart *chart;
  int width;
  int height;
  int scale;
  int hovered;            /* row of the table twin, -1: none */
  const guint8 *selected; /* (nullable) (array length=n_rows) */
} StreekChartRequest;

void streek_chart_picture_paint_async (const StreekChartRequest *request,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);
StreekChartPicture *streek_chart_picture_paint_finish (GAsyncResult *result, GError **error);
