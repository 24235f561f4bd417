/* streek-map-painter.c: draws a figure in a worker and hands the window a finished picture */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "streek-map-painter"
#include "config.h"
#include "map/streek-map-painter.h"

typedef struct
{
  StreekPictureRequest request;
  guint8 *selected;
  StreekRaster *previous;
} PaintJob;

static void
paint_job_free (PaintJob *job)
{
  g_clear_pointer (&job->request.figure, streek_figure_unref);
  g_clear_pointer (&job->previous, streek_raster_unref);
  g_free (job->selected);
  g_free (job);
}

static PaintJob *
paint_job_new (const StreekPictureRequest *request, StreekPicture *previous)
{
  PaintJob *job = g_new0 (PaintJob, 1);

  job->request = *request;
  job->request.figure = streek_figure_ref (request->figure);
  if (request->selected != NULL)
    job->selected = g_memdup2 (request->selected, streek_figure_get_n_rows (request->figure));
  if (previous != NULL)
    job->previous = streek_raster_ref (previous->raster);

  return job;
}

static void
picture_clear (gpointer data)
{
  StreekPicture *picture = data;

  g_clear_pointer (&picture->figure, streek_figure_unref);
  g_clear_pointer (&picture->raster, streek_raster_unref);
  g_clear_object (&picture->texture);
}

StreekPicture *
streek_picture_ref (StreekPicture *picture)
{
  return g_atomic_rc_box_acquire (picture);
}

void
streek_picture_unref (StreekPicture *picture)
{
  g_atomic_rc_box_release_full (picture, picture_clear);
}

/**
 * streek_picture_pick:
 * @picture: a picture
 * @x: pixels of the widget, as if the picture stood at its origin
 * @y: the same, down
 *
 * Returns: the row of the picture's own figure at that place, -1 where there is none
 */
int
streek_picture_pick (StreekPicture *picture, double x, double y)
{
  g_return_val_if_fail (picture != NULL, -1);

  if (x < 0 || y < 0 || x >= picture->width || y >= picture->height)
    return -1;

  return streek_raster_pick (picture->raster, (int) (x * picture->scale),
                             (int) (y * picture->scale));
}

static void
paint_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  PaintJob *job = task_data;
  const StreekPictureRequest *request = &job->request;
  StreekLayoutOptions options = {
    .size = { request->width * STREEK_POINTS_PER_PIXEL, request->height * STREEK_POINTS_PER_PIXEL },
    .theme = streek_theme_get_screen (),
    .format = streek_format_get_default (),
    .view = request->view,
    .selected = job->selected,
    .hovered = request->hovered,
    .bare = TRUE,
  };
  GError *error = NULL;
  g_autoptr (StreekScene) scene = streek_figure_layout (request->figure, &options, &error);

  if (scene == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  StreekPicture *picture = g_atomic_rc_box_new0 (StreekPicture);

  picture->figure = streek_figure_ref (request->figure);
  picture->raster =
    streek_raster_new_from (scene, request->scale / STREEK_POINTS_PER_PIXEL, TRUE, job->previous);
  picture->view = streek_figure_get_view (request->figure, &options, &picture->frame);
  picture->width = request->width;
  picture->height = request->height;
  picture->scale = request->scale;
  picture->circle_factor = streek_figure_get_spec (request->figure)->kind == STREEK_FIGURE_CIRCLES
                             ? streek_figure_get_circle_factor (request->figure, &options)
                             : 1;

  g_task_return_pointer (task, picture, (GDestroyNotify) streek_picture_unref);
}

/**
 * streek_picture_paint_async:
 * @request: what to draw
 * @previous: (nullable): a picture whose pixels may be reused where only colours differ
 * @cancellable: (nullable): a way to say that nobody waits any more
 * @callback: called in the main loop
 * @user_data: for @callback
 *
 * Lays out and rasterises in a worker.
 */
void
streek_picture_paint_async (const StreekPictureRequest *request,
                            StreekPicture *previous,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  g_return_if_fail (request != NULL && request->figure != NULL);

  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, streek_picture_paint_async);
  g_task_set_task_data (task, paint_job_new (request, previous), (GDestroyNotify) paint_job_free);
  g_task_run_in_thread (task, paint_in_thread);
}

/**
 * streek_picture_paint_finish:
 * @result: what the callback got
 * @error: return location for an error of the figure or the drawing
 *
 * Returns: (transfer full): the picture with its texture, or %NULL with @error set
 */
StreekPicture *
streek_picture_paint_finish (GAsyncResult *result, GError **error)
{
  StreekPicture *picture = g_task_propagate_pointer (G_TASK (result), error);

  if (picture == NULL)
    return NULL;

  picture->texture = gdk_memory_texture_new (
    streek_raster_get_width (picture->raster), streek_raster_get_height (picture->raster),
    GDK_MEMORY_DEFAULT, streek_raster_get_pixels (picture->raster),
    streek_raster_get_stride (picture->raster));

  return picture;
}
