/* streek-page-view.c: one sheet as it will come out of the printer, as large as there is room */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "print/streek-page-view.h"

#include "draw/streek-output.h"

#include <math.h>

#define MARGIN_PX 18

struct _StreekPageView
{
  GtkWidget parent_instance;

  StreekScene *scene;  /* (nullable) */
  StreekLogo *logo;    /* (nullable) */
  GdkTexture *texture; /* the scene at the size of the widget, (nullable): not drawn yet */
  double drawn_scale;  /* device pixels in a point of the texture */
  double asked_scale;  /* of the one that a worker is drawing, 0: none */
  GCancellable *cancellable;
};

typedef struct
{
  StreekScene *scene;
  double scale;
} DrawJob;

G_DEFINE_FINAL_TYPE (StreekPageView, streek_page_view, GTK_TYPE_WIDGET)

static void
draw_job_free (DrawJob *job)
{
  streek_scene_unref (job->scene);
  g_free (job);
}

/* Application pixels in a point, so that the sheet fits; 0 while there is no room at all. */
static double
get_fit_scale (StreekPageView *self)
{
  StreekSize size = streek_scene_get_size (self->scene);
  double width = gtk_widget_get_width (GTK_WIDGET (self)) - 2 * MARGIN_PX;
  double height = gtk_widget_get_height (GTK_WIDGET (self)) - 2 * MARGIN_PX;

  return MAX (MIN (width / size.width, height / size.height), 0);
}

static void
draw_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  DrawJob *job = task_data;
  g_autoptr (StreekRaster) raster = streek_raster_new (job->scene, job->scale, FALSE);
  GdkTexture *texture = gdk_memory_texture_new (
    streek_raster_get_width (raster), streek_raster_get_height (raster), GDK_MEMORY_DEFAULT,
    streek_raster_get_pixels (raster), (gsize) streek_raster_get_stride (raster));

  g_task_return_pointer (task, texture, g_object_unref);
}

static void
on_drawn_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  StreekPageView *self = STREEK_PAGE_VIEW (source);
  DrawJob *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  GdkTexture *texture = g_task_propagate_pointer (G_TASK (result), &error);

  if (texture == NULL)
    return; /* cancelled: drawing itself does not fail */

  g_clear_object (&self->texture);
  self->texture = texture;
  self->drawn_scale = job->scale;
  self->asked_scale = 0;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Sharp at the size shown: a new picture where the one there is has another. */
static void
request_picture (StreekPageView *self)
{
  if (self->scene == NULL)
    return;

  double scale = get_fit_scale (self) * gtk_widget_get_scale_factor (GTK_WIDGET (self));

  if (scale <= 0.02 || scale == self->asked_scale ||
      (self->texture != NULL && scale == self->drawn_scale))
    return;

  g_cancellable_cancel (self->cancellable);
  g_set_object (&self->cancellable, NULL);
  self->cancellable = g_cancellable_new ();
  self->asked_scale = scale;

  DrawJob *job = g_new0 (DrawJob, 1);

  job->scene = streek_scene_ref (self->scene);
  job->scale = scale;

  g_autoptr (GTask) task = g_task_new (self, self->cancellable, on_drawn_cb, NULL);

  g_task_set_task_data (task, job, (GDestroyNotify) draw_job_free);
  g_task_run_in_thread (task, draw_in_thread);
}

static void
append_logo (StreekPageView *self,
             GtkSnapshot *snapshot,
             const graphene_rect_t *sheet,
             double scale)
{
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, sheet);

  cairo_translate (cr, sheet->origin.x, sheet->origin.y);
  cairo_scale (cr, scale, scale);
  streek_logo_draw (self->logo, cr, streek_scene_get_size (self->scene));
  cairo_destroy (cr);
}

static void
streek_page_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  StreekPageView *self = STREEK_PAGE_VIEW (widget);

  if (self->scene == NULL)
    return;

  graphene_point_t origin;
  double scale = streek_page_view_get_place (self, &origin);
  StreekSize size = streek_scene_get_size (self->scene);
  graphene_rect_t sheet = GRAPHENE_RECT_INIT (origin.x, origin.y, (float) (size.width * scale),
                                              (float) (size.height * scale));
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, &sheet, 0);
  gtk_snapshot_append_outset_shadow (snapshot, &outline, &(GdkRGBA){ 0, 0, 0, 0.35f }, 0, 1, 1, 5);
  /* paper is white, in a dark window too */
  gtk_snapshot_append_color (snapshot, &(GdkRGBA){ 1, 1, 1, 1 }, &sheet);

  if (self->texture != NULL)
    gtk_snapshot_append_texture (snapshot, self->texture, &sheet);

  if (self->logo != NULL)
    append_logo (self, snapshot, &sheet, scale);
}

static void
streek_page_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  request_picture (STREEK_PAGE_VIEW (widget));
}

static void
streek_page_view_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  *minimum = 160;
  *natural = 480;
}

static void
streek_page_view_dispose (GObject *object)
{
  StreekPageView *self = STREEK_PAGE_VIEW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->texture);
  g_clear_pointer (&self->scene, streek_scene_unref);
  g_clear_pointer (&self->logo, streek_logo_unref);

  G_OBJECT_CLASS (streek_page_view_parent_class)->dispose (object);
}

static void
streek_page_view_class_init (StreekPageViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = streek_page_view_dispose;
  widget_class->snapshot = streek_page_view_snapshot;
  widget_class->size_allocate = streek_page_view_size_allocate;
  widget_class->measure = streek_page_view_measure;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_class_set_css_name (widget_class, "pageview");
}

static void
streek_page_view_init (StreekPageView *self)
{
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (gtk_widget_queue_allocate), NULL);
}

/**
 * streek_page_view_set_page:
 * @scene: (nullable): the sheet; its description is what a screen reader hears
 * @logo: (nullable)
 */
void
streek_page_view_set_page (StreekPageView *self, StreekScene *scene, StreekLogo *logo)
{
  g_return_if_fail (STREEK_IS_PAGE_VIEW (self));

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->asked_scale = 0;
  g_clear_object (&self->texture);
  g_clear_pointer (&self->scene, streek_scene_unref);
  g_clear_pointer (&self->logo, streek_logo_unref);

  if (logo != NULL)
    self->logo = streek_logo_ref (logo);

  if (scene != NULL)
    {
      const char *description = streek_scene_get_description (scene);

      self->scene = streek_scene_ref (scene);
      gtk_accessible_update_property (
        GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
        description != NULL ? description : streek_scene_get_title (scene), -1);
      request_picture (self);
    }

  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * streek_page_view_get_place:
 * @origin: (out) (optional): the top left corner of the sheet in the widget
 *
 * Returns: application pixels in a point, 0 where there is no sheet or no room for one
 */
double
streek_page_view_get_place (StreekPageView *self, graphene_point_t *origin)
{
  g_return_val_if_fail (STREEK_IS_PAGE_VIEW (self), 0);

  if (origin != NULL)
    *origin = *graphene_point_zero ();
  if (self->scene == NULL)
    return 0;

  double scale = get_fit_scale (self);
  StreekSize size = streek_scene_get_size (self->scene);

  if (origin != NULL)
    graphene_point_init (
      origin, (float) round ((gtk_widget_get_width (GTK_WIDGET (self)) - size.width * scale) / 2),
      (float) round ((gtk_widget_get_height (GTK_WIDGET (self)) - size.height * scale) / 2));

  return scale;
}
