/* streek-map-painter.c: draws a figure in a worker and hands the window a finished picture */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "streek-map-painter"
#include "config.h"
#include "map/streek-map-painter.h"

typedef struct
{
  StreekPictureRequest *request;
  StreekFigure *figure;
} PaintJob;

static void
paint_job_free (PaintJob *job)
{
  g_clear_pointer (&job->request, streek_picture_request_free);
  g_clear_pointer (&job->figure, streek_figure_unref);
  g_free (job);
}

void
streek_picture_request_free (StreekPictureRequest *request)
{
  g_clear_pointer (&request->previous, streek_raster_unref);
  g_strfreev (request->selected);
  g_free (request->hovered);
  g_free (request);
}

gboolean
streek_picture_request_equal (const StreekPictureRequest *a, const StreekPictureRequest *b)
{
  return a->view.x == b->view.x && a->view.y == b->view.y &&
         a->view.metres_per_point == b->view.metres_per_point && a->width == b->width &&
         a->height == b->height && a->scale == b->scale && a->without_names == b->without_names &&
         a->without_scale == b->without_scale && g_strcmp0 (a->hovered, b->hovered) == 0 &&
         g_strv_equal ((const char *const *) a->selected, (const char *const *) b->selected);
}

static void
picture_clear (gpointer data)
{
  StreekPicture *picture = data;

  g_clear_pointer (&picture->figure, streek_figure_unref);
  g_clear_pointer (&picture->raster, streek_raster_unref);
  g_clear_object (&picture->texture);
  g_clear_pointer (&picture->parts, g_array_unref);
  g_clear_pointer (&picture->numbered, g_array_unref);
}

gboolean
streek_picture_is_covered (const StreekPicture *picture, double x, double y)
{
  for (guint i = 0; i < picture->parts->len; i++)
    {
      StreekRect box = g_array_index (picture->parts, StreekMovable, i).box;
      double across = x * STREEK_POINTS_PER_PIXEL - box.x;
      double along = y * STREEK_POINTS_PER_PIXEL - box.y;

      if (across >= 0 && across <= box.width && along >= 0 && along <= box.height)
        return TRUE;
    }

  return FALSE;
}

static void
take_from_scene (StreekPicture *picture, const StreekScene *scene)
{
  guint n_numbered, n_parts = streek_scene_get_n_movables (scene);
  const StreekNumbered *numbered = streek_scene_get_numbered (scene, &n_numbered);

  picture->parts = g_array_new (FALSE, FALSE, sizeof (StreekMovable));
  picture->numbered = g_array_new (FALSE, FALSE, sizeof (StreekNumbered));
  picture->n_unnamed = streek_scene_get_n_unnamed (scene);
  g_array_append_vals (picture->parts, n_parts > 0 ? streek_scene_get_movable (scene, 0) : NULL,
                       n_parts);
  g_array_append_vals (picture->numbered, numbered, n_numbered);
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

  if (x < 0 || y < 0 || x >= picture->width || y >= picture->height ||
      streek_picture_is_covered (picture, x, y))
    return -1;

  return streek_raster_pick (picture->raster, (int) (x * picture->scale),
                             (int) (y * picture->scale));
}

/* Rows of the areas that the request names, in this figure. */
static guint8 *
mark_rows (const StreekPictureRequest *request, StreekFigure *figure, int *hovered)
{
  StreekTable *table = streek_figure_get_table (figure);
  int column = streek_table_find_column (table, "code");
  guint n_rows = streek_figure_get_n_rows (figure);
  guint8 *selected = g_new0 (guint8, n_rows + 1);

  *hovered = -1;
  if (column < 0 || (request->hovered == NULL && request->selected[0] == NULL))
    return selected;

  g_autoptr (GHashTable) codes = g_hash_table_new (g_str_hash, g_str_equal);

  for (gsize i = 0; request->selected[i] != NULL; i++)
    g_hash_table_add (codes, request->selected[i]);

  for (guint row = 0; row < n_rows; row++)
    {
      const char *code = streek_table_get_text (table, row, (guint) column);

      if (g_strcmp0 (code, request->hovered) == 0)
        *hovered = (int) row;
      selected[row] = code != NULL && g_hash_table_contains (codes, code);
    }

  return selected;
}

/**
 * streek_picture_paint:
 * @request: how
 * @figure: what to draw
 * @cancellable: (nullable): a way to say that nobody waits any more
 * @error: return location for an error of the figure, or %G_IO_ERROR_CANCELLED
 *
 * Lays out and rasterises. Blocks; any thread.
 *
 * Returns: (transfer full): the picture, or %NULL with @error set
 */
StreekPicture *
streek_picture_paint (const StreekPictureRequest *request,
                      StreekFigure *figure,
                      GCancellable *cancellable,
                      GError **error)
{
  int hovered;
  g_autofree guint8 *selected = mark_rows (request, figure, &hovered);
  StreekLayoutOptions options = {
    .size = { request->width * STREEK_POINTS_PER_PIXEL, request->height * STREEK_POINTS_PER_PIXEL },
    .theme = streek_theme_get_screen (),
    .format = streek_format_get_default (),
    .view = request->view,
    .selected = selected,
    .hovered = hovered,
    .bare = TRUE,
    .without_names = request->without_names,
    .without_scale = request->without_scale,
  };
  g_autoptr (StreekScene) scene = streek_figure_layout (figure, &options, error);

  if (scene == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  StreekRaster *raster = streek_raster_new_from (scene, request->scale / STREEK_POINTS_PER_PIXEL,
                                                 TRUE, request->previous, cancellable);

  if (raster == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "nobody waits for the picture");
      return NULL;
    }

  StreekPicture *picture = g_atomic_rc_box_new0 (StreekPicture);

  picture->figure = streek_figure_ref (figure);
  picture->raster = raster;
  picture->view = streek_figure_get_view (figure, &options, &picture->frame);
  take_from_scene (picture, scene);
  picture->width = request->width;
  picture->height = request->height;
  picture->scale = request->scale;
  picture->circle_factor =
    streek_figure_has_circles (figure) ? streek_figure_get_circle_factor (figure, &options) : 1;
  picture->texture = gdk_memory_texture_new (
    streek_raster_get_width (picture->raster), streek_raster_get_height (picture->raster),
    GDK_MEMORY_DEFAULT, streek_raster_get_pixels (picture->raster),
    streek_raster_get_stride (picture->raster));

  return picture;
}

static void
paint_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  PaintJob *job = task_data;
  GError *error = NULL;
  StreekPicture *picture = streek_picture_paint (job->request, job->figure, cancellable, &error);

  if (picture != NULL)
    g_task_return_pointer (task, picture, (GDestroyNotify) streek_picture_unref);
  else
    g_task_return_error (task, error);
}

/**
 * streek_picture_paint_async:
 * @request: (transfer full): how
 * @figure: what to draw
 * @cancellable: (nullable): a way to say that nobody waits any more
 * @callback: called in the main loop
 * @user_data: for @callback
 *
 * streek_picture_paint() in a worker.
 */
void
streek_picture_paint_async (StreekPictureRequest *request,
                            StreekFigure *figure,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  g_return_if_fail (request != NULL && figure != NULL);

  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  PaintJob *job = g_new0 (PaintJob, 1);

  job->request = request;
  job->figure = streek_figure_ref (figure);
  g_task_set_source_tag (task, streek_picture_paint_async);
  g_task_set_task_data (task, job, (GDestroyNotify) paint_job_free);
  g_task_run_in_thread (task, paint_in_thread);
}

/**
 * streek_picture_paint_finish:
 * @result: what the callback got
 * @error: return location for an error of the figure or the drawing
 *
 * Returns: (transfer full): the picture, or %NULL with @error set
 */
StreekPicture *
streek_picture_paint_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
