/* streek-chart-painter.c: lays a chart out in a worker and hands the window a finished picture */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "streek-chart-painter"
#include "config.h"
#include "charts/streek-chart-painter.h"

#include "map/streek-map-painter.h"

typedef struct
{
  StreekChartRequest request;
  guint8 *selected;
} PaintJob;

static void
paint_job_free (PaintJob *job)
{
  streek_chart_unref (job->request.chart);
  g_free (job->selected);
  g_free (job);
}

static void
picture_clear (gpointer data)
{
  StreekChartPicture *picture = data;

  g_clear_pointer (&picture->chart, streek_chart_unref);
  g_clear_pointer (&picture->drawing, streek_chart_drawing_free);
  g_clear_pointer (&picture->raster, streek_raster_unref);
  g_clear_object (&picture->texture);
}

void
streek_chart_picture_unref (StreekChartPicture *picture)
{
  g_atomic_rc_box_release_full (picture, picture_clear);
}

static void
paint_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  PaintJob *job = task_data;
  const StreekChartRequest *request = &job->request;
  StreekLayoutOptions options = {
    .size = { request->width * STREEK_POINTS_PER_PIXEL, request->height * STREEK_POINTS_PER_PIXEL },
    .theme = streek_theme_get_screen (),
    .format = streek_format_get_default (),
    .selected = job->selected,
    .hovered = request->hovered,
    .bare = TRUE,
  };
  GError *error = NULL;
  StreekChartDrawing *drawing = streek_chart_layout (request->chart, &options, &error);

  if (drawing == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  StreekChartPicture *picture = g_atomic_rc_box_new0 (StreekChartPicture);

  picture->chart = streek_chart_ref (request->chart);
  picture->drawing = drawing;
  picture->raster =
    streek_raster_new (drawing->scene, request->scale / STREEK_POINTS_PER_PIXEL, TRUE);
  picture->width = request->width;
  picture->height = request->height;

  g_task_return_pointer (task, picture, (GDestroyNotify) streek_chart_picture_unref);
}

/**
 * streek_chart_picture_paint_async:
 * @request: what to draw
 * @cancellable: (nullable): a way to say that nobody waits any more
 * @callback: called in the main loop
 * @user_data: for @callback
 *
 * Lays out and rasterises in a worker.
 */
void
streek_chart_picture_paint_async (const StreekChartRequest *request,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  g_return_if_fail (request != NULL && request->chart != NULL);

  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  PaintJob *job = g_new0 (PaintJob, 1);

  job->request = *request;
  streek_chart_ref (request->chart);
  if (request->selected != NULL)
    job->selected = g_memdup2 (request->selected, streek_chart_get_n_rows (request->chart));

  g_task_set_source_tag (task, streek_chart_picture_paint_async);
  g_task_set_task_data (task, job, (GDestroyNotify) paint_job_free);
  g_task_run_in_thread (task, paint_in_thread);
}

/**
 * streek_chart_picture_paint_finish:
 * @result: what the callback got
 * @error: return location for an error of the layout
 *
 * Returns: (transfer full): the picture with its texture, or %NULL with @error set
 */
StreekChartPicture *
streek_chart_picture_paint_finish (GAsyncResult *result, GError **error)
{
  StreekChartPicture *picture = g_task_propagate_pointer (G_TASK (result), error);

  if (picture == NULL)
    return NULL;

  picture->texture = gdk_memory_texture_new (
    streek_raster_get_width (picture->raster), streek_raster_get_height (picture->raster),
    GDK_MEMORY_DEFAULT, streek_raster_get_pixels (picture->raster),
    streek_raster_get_stride (picture->raster));

  return picture;
}
