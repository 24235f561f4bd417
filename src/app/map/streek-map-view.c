/* streek-map-view.c: the map sheet: a figure as a picture to pan, zoom, point at and walk over */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "streek-map-view"
#include "config.h"
#include "map/streek-map-view-private.h"

#include <glib/gi18n.h>

/* How far in and out from everything. */
#define MAX_ZOOM 60.0
#define MIN_ZOOM 0.6
/* A smaller one of several maps names its areas only when it is zoomed. */
#define LEAST_WITH_NAMES_PX 240

/* After so long without a change the hand rests, and a drawing of what was before helps nobody. */
#define REST_MS 24

enum
{
  SIGNAL_PICTURE_READY,
  SIGNAL_MOVED,
  SIGNAL_ARRANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StreekMapView, streek_map_view, GTK_TYPE_WIDGET)

static const char *
get_code (StreekFigure *figure, int row)
{
  StreekTable *table = streek_figure_get_table (figure);
  int column = streek_table_find_column (table, "code");

  return row >= 0 && column >= 0 ? streek_table_get_text (table, row, column) : NULL;
}

/* The area under the keys, else the whole figure. */
static char *
describe_area (StreekMapView *self, StreekFigure *figure)
{
  StreekSelection *selection = streek_context_get_selection (self->context);
  int row = streek_context_find_row (self->context, streek_selection_get_hovered (selection));
  g_autofree char *words =
    row >= 0 ? streek_figure_describe_row (figure, row, streek_format_get_default ())
             : g_strdup (streek_figure_get_description (figure));

  if (row >= 0 && streek_selection_contains (selection, get_code (figure, row)))
    {
      /* Translators: said by a screen reader; %s is "Diksmuide, 16,2 per 100, klasse 3 van 5" */
      g_autofree char *chosen = g_strdup_printf (_ ("%s, selected"), words);

      g_free (words);
      words = g_steal_pointer (&chosen);
    }

  if (row >= 0 && self->trend != NULL)
    {
      char *with_trend = g_strdup_printf ("%s. %s.", words, self->trend);

      g_free (words);
      words = with_trend;
    }

  return g_steal_pointer (&words);
}

/* What a screen reader says of the sheet. */
void
streek_map_view_update_accessible (StreekMapView *self)
{
  StreekFigure *figure = self->context != NULL ? streek_context_get_figure (self->context) : NULL;

  if (figure == NULL)
    return;

  g_autofree char *sign = streek_map_view_describe_sign (self);
  g_autofree char *words = self->pick != NULL ? streek_map_view_describe_pick (self)
                           : sign != NULL     ? g_steal_pointer (&sign)
                                              : describe_area (self, figure);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words,
                                  -1);
}

static StreekPictureRequest *
make_request (StreekMapView *self)
{
  StreekSelection *selection = streek_context_get_selection (self->context);
  g_autoptr (GPtrArray) selected = streek_selection_list (selection);
  StreekPictureRequest *request = g_new0 (StreekPictureRequest, 1);

  request->view = self->view;
  request->width = gtk_widget_get_width (GTK_WIDGET (self));
  request->height = gtk_widget_get_height (GTK_WIDGET (self));
  request->scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  request->without_names =
    self->is_small && request->width < LEAST_WITH_NAMES_PX && self->view.metres_per_point <= 0;
  request->without_scale = self->is_without_scale;
  request->hovered = g_strdup (streek_selection_get_hovered (selection));
  request->selected = g_new0 (char *, selected->len + 1);
  for (guint i = 0; i < selected->len; i++)
    request->selected[i] = g_strdup (selected->pdata[i]);
  if (self->picture != NULL)
    request->previous = streek_raster_ref (self->picture->raster);

  return request;
}

static void
take_picture (StreekMapView *self, StreekPicture *picture)
{
  g_clear_pointer (&self->picture, streek_picture_unref);
  self->picture = picture;
  if (self->view.metres_per_point <= 0)
    {
      g_clear_pointer (&self->fitted, streek_picture_unref);
      self->fitted = streek_picture_ref (picture);
    }
  streek_arranger_set_parts (
    self->arranger, (const StreekMovable *) (gpointer) picture->parts->data, picture->parts->len);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
on_painted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StreekMapView) self = user_data; /* the reference taken when painting began */
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekPicture) picture = streek_picture_paint_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_object (&self->painting);
  g_clear_handle_id (&self->rest_id, g_source_remove);

  /* A sheet too small for a map keeps what it shows until it is larger. */
  if (picture != NULL && picture->figure == streek_context_get_figure (self->context))
    take_picture (self, g_steal_pointer (&picture));

  if (self->is_stale)
    streek_map_view_queue_paint (self);
  else
    g_signal_emit (self, signals[SIGNAL_PICTURE_READY], 0);
}

static gboolean
has_room (StreekMapView *self)
{
  return gtk_widget_get_width (GTK_WIDGET (self)) > 0 &&
         gtk_widget_get_height (GTK_WIDGET (self)) > 0;
}

static void
stop_painting (StreekMapView *self)
{
  g_clear_handle_id (&self->rest_id, g_source_remove);
  if (self->painting != NULL)
    g_cancellable_cancel (self->painting);
  g_clear_object (&self->painting);
}

static gboolean
on_rest_cb (gpointer user_data)
{
  StreekMapView *self = user_data;

  self->rest_id = 0;
  stop_painting (self);
  streek_map_view_queue_paint (self);

  return G_SOURCE_REMOVE;
}

/* While the hand moves, a drawing that began is finished, or one would never see any; when it
 * rests, the one that it rests on begins at once. */
static void
wait_for_rest (StreekMapView *self)
{
  g_clear_handle_id (&self->rest_id, g_source_remove);
  self->rest_id = g_timeout_add (REST_MS, on_rest_cb, self);
}

void
streek_map_view_queue_paint (StreekMapView *self)
{
  StreekFigure *figure = self->context != NULL ? streek_context_get_figure (self->context) : NULL;

  self->is_stale = self->painting != NULL;
  if (self->is_stale)
    wait_for_rest (self);
  if (figure == NULL || self->painting != NULL || !has_room (self))
    return;

  self->painting = g_cancellable_new ();
  streek_picture_paint_async (make_request (self), figure, self->painting, on_painted_cb,
                              g_object_ref (self));
}

/* The picture of a figure that is still being made. */
typedef struct
{
  StreekPictureRequest *request;
  StreekPicture *picture; /* (nullable): where there is room for one */
} Following;

static void
following_free (gpointer data)
{
  Following *following = data;

  g_clear_pointer (&following->request, streek_picture_request_free);
  g_clear_pointer (&following->picture, streek_picture_unref);
  g_free (following);
}

static gpointer
begin_following (gpointer owner)
{
  StreekMapView *self = owner;

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)) || !has_room (self))
    return NULL;

  Following *following = g_new0 (Following, 1);

  following->request = make_request (self);
  return following;
}

static void
paint_following (gpointer job, StreekFigure *figure)
{
  Following *following = job;

  following->picture = streek_picture_paint (following->request, figure, NULL, NULL);
}

/* Whoever moved, pointed or chose meanwhile gets another picture after this one. */
static void
take_following (gpointer owner, gpointer job)
{
  StreekMapView *self = owner;
  Following *following = job;
  g_autoptr (StreekPictureRequest) now = make_request (self);

  if (following->picture == NULL)
    return;

  take_picture (self, g_steal_pointer (&following->picture));
  self->has_followed = streek_picture_request_equal (now, following->request);
}

static const StreekFigureFollower follower = { begin_following, paint_following, take_following,
                                               following_free };

static void
on_figure_cb (StreekMapView *self)
{
  StreekFigure *figure = streek_context_get_figure (self->context);
  gboolean has_followed = self->has_followed;

  self->has_followed = FALSE;
  stop_painting (self); /* of another figure */
  g_clear_pointer (&self->neighbours, streek_row_neighbours_free);
  g_clear_pointer (&self->lasso, streek_lasso_free);
  self->walked_point = -1;
  if (figure != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    streek_figure_get_title (figure), -1);
  streek_map_view_update_accessible (self);

  if (has_followed)
    g_signal_emit (self, signals[SIGNAL_PICTURE_READY], 0);
  else
    streek_map_view_queue_paint (self);
}

static void
on_selection_cb (StreekMapView *self)
{
  streek_map_view_update_accessible (self);
  streek_map_view_queue_paint (self);
}

/* Other land is shown: start from everything again. */
static void
on_context_changed_cb (StreekMapView *self)
{
  if (self->view.metres_per_point <= 0)
    return;

  const StreekFigureSpec *spec = streek_context_get_spec (self->context);
  StreekFigure *figure = streek_context_get_figure (self->context);

  if (figure == NULL || g_strcmp0 (spec->within, streek_figure_get_spec (figure)->within) != 0)
    self->view = (StreekView){ 0 };
}

gboolean
streek_map_view_get_current (StreekMapView *self, StreekView *view, StreekRect *frame)
{
  if (self->picture == NULL)
    return FALSE;

  *view = self->view.metres_per_point > 0 ? self->view : self->picture->view;
  *frame = self->picture->frame;
  return TRUE;
}

void
streek_map_view_move_to (StreekMapView *self, StreekView view)
{
  if (self->fitted != NULL)
    {
      const StreekView *all = &self->fitted->view;
      double half_width = all->metres_per_point * self->fitted->frame.width / 2;
      double half_height = all->metres_per_point * self->fitted->frame.height / 2;

      view.metres_per_point = CLAMP (view.metres_per_point, all->metres_per_point / MAX_ZOOM,
                                     all->metres_per_point / MIN_ZOOM);
      view.x = CLAMP (view.x, all->x - half_width, all->x + half_width);
      view.y = CLAMP (view.y, all->y - half_height, all->y + half_height);
    }

  streek_map_view_show_view (self, view);
  g_signal_emit (self, signals[SIGNAL_MOVED], 0);
}

gboolean
streek_map_view_find_ground (
  StreekMapView *self, double x, double y, double *ground_x, double *ground_y)
{
  StreekView view;
  StreekRect frame;

  if (!streek_map_view_get_current (self, &view, &frame))
    return FALSE;

  *ground_x =
    view.x + (x * STREEK_POINTS_PER_PIXEL - (frame.x + frame.width / 2)) * view.metres_per_point;
  *ground_y =
    view.y - (y * STREEK_POINTS_PER_PIXEL - (frame.y + frame.height / 2)) * view.metres_per_point;

  return TRUE;
}

gboolean
streek_map_view_find_place (
  StreekMapView *self, double ground_x, double ground_y, double *x, double *y)
{
  StreekView view;
  StreekRect frame;

  if (!streek_map_view_get_current (self, &view, &frame))
    return FALSE;

  *x = (frame.x + frame.width / 2 + (ground_x - view.x) / view.metres_per_point) /
       STREEK_POINTS_PER_PIXEL;
  *y = (frame.y + frame.height / 2 + (view.y - ground_y) / view.metres_per_point) /
       STREEK_POINTS_PER_PIXEL;

  return TRUE;
}

void
streek_map_view_zoom_at (StreekMapView *self, double factor, double x, double y)
{
  StreekView view;
  StreekRect frame;
  double ground_x, ground_y;

  if (!streek_map_view_get_current (self, &view, &frame) ||
      !streek_map_view_find_ground (self, x, y, &ground_x, &ground_y))
    return;

  view.x = ground_x + (view.x - ground_x) / factor;
  view.y = ground_y + (view.y - ground_y) / factor;
  view.metres_per_point /= factor;
  streek_map_view_move_to (self, view);
}

/* From the picture's pixels to the widget's: x = x0 + scale * x_picture. */
static void
get_picture_placement (StreekMapView *self, double *scale, double *x0, double *y0)
{
  const StreekPicture *picture = self->picture;

  *scale = 1;
  *x0 = 0;
  *y0 = 0;
  if (self->view.metres_per_point <= 0)
    return;

  double middle_x = (picture->frame.x + picture->frame.width / 2) / STREEK_POINTS_PER_PIXEL;
  double middle_y = (picture->frame.y + picture->frame.height / 2) / STREEK_POINTS_PER_PIXEL;
  double metres_per_pixel = self->view.metres_per_point * STREEK_POINTS_PER_PIXEL;

  *scale = picture->view.metres_per_point / self->view.metres_per_point;
  *x0 = middle_x + (picture->view.x - self->view.x) / metres_per_pixel - middle_x * *scale;
  *y0 = middle_y - (picture->view.y - self->view.y) / metres_per_pixel - middle_y * *scale;
}

void
streek_map_view_to_picture (StreekMapView *self, double *x, double *y)
{
  double scale, x0, y0;

  get_picture_placement (self, &scale, &x0, &y0);
  *x = (*x - x0) / scale;
  *y = (*y - y0) / scale;
}

double
streek_map_view_from_picture (StreekMapView *self, double *x, double *y)
{
  double scale, x0, y0;

  get_picture_placement (self, &scale, &x0, &y0);
  *x = x0 + scale * *x;
  *y = y0 + scale * *y;

  return scale;
}

const char *
streek_map_view_pick (StreekMapView *self, double x, double y)
{
  if (self->picture == NULL)
    return NULL;

  streek_map_view_to_picture (self, &x, &y);

  return get_code (self->picture->figure, streek_picture_pick (self->picture, x, y));
}

static gboolean
streek_map_view_query_tooltip (
  GtkWidget *widget, int x, int y, gboolean is_keyboard, GtkTooltip *tooltip)
{
  StreekMapView *self = STREEK_MAP_VIEW (widget);
  const StreekPointMark *mark =
    is_keyboard || self->pick != NULL ? NULL : streek_map_view_pick_mark (self, x, y);

  if (mark == NULL)
    return FALSE;

  g_autofree char *words = streek_map_view_describe_mark (self->picture->figure, mark);

  gtk_tooltip_set_text (tooltip, words);

  return TRUE;
}

static void
streek_map_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  StreekMapView *self = STREEK_MAP_VIEW (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);

  if (self->picture == NULL)
    return;

  double scale;
  double x0;
  double y0;

  get_picture_placement (self, &scale, &x0, &y0);
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  gtk_snapshot_append_texture (
    snapshot, self->picture->texture,
    &GRAPHENE_RECT_INIT (x0, y0, self->picture->width * scale, self->picture->height * scale));
  gtk_snapshot_pop (snapshot);
  if (self->lasso != NULL)
    streek_lasso_snapshot (self->lasso, snapshot, width, height);
  streek_map_view_snapshot_sign (self, snapshot);
  streek_map_view_snapshot_cross (self, snapshot);
  gtk_widget_snapshot_child (widget, GTK_WIDGET (self->arranger), snapshot);
}

/* Furniture of the bare map stands at its own place, whatever part of the ground is shown. */
static double
get_sheet_place (gpointer sheet, graphene_point_t *origin)
{
  if (origin != NULL)
    *origin = *graphene_point_zero ();

  return STREEK_MAP_VIEW (sheet)->picture != NULL ? 1 / STREEK_POINTS_PER_PIXEL : 0;
}

static void
on_part_moved_cb (StreekMapView *self, const StreekMovable *part, double x, double y)
{
  const StreekPoint corner = { x, y };

  g_signal_emit (self, signals[SIGNAL_ARRANGED], 0, part, &corner);
}

static void
on_part_put_back_cb (StreekMapView *self, const StreekMovable *part)
{
  g_signal_emit (self, signals[SIGNAL_ARRANGED], 0, part, NULL);
}

static void
add_arranger (StreekMapView *self)
{
  self->arranger = g_object_new (STREEK_TYPE_ARRANGER, NULL);
  streek_arranger_set_sheet (self->arranger, get_sheet_place, self);
  streek_arranger_set_modest (self->arranger, TRUE);
  gtk_widget_set_parent (GTK_WIDGET (self->arranger), GTK_WIDGET (self));
  g_signal_connect_swapped (self->arranger, "moved", G_CALLBACK (on_part_moved_cb), self);
  g_signal_connect_swapped (self->arranger, "put-back", G_CALLBACK (on_part_put_back_cb), self);
  g_signal_connect_swapped (self->arranger, "left", G_CALLBACK (gtk_widget_grab_focus), self);
}

static void
streek_map_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  StreekMapView *self = STREEK_MAP_VIEW (widget);

  gtk_widget_size_allocate (GTK_WIDGET (self->arranger), &(GtkAllocation){ 0, 0, width, height },
                            -1);
  streek_map_view_queue_paint (self);
}

static void
streek_map_view_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  StreekMapView *self = STREEK_MAP_VIEW (widget);
  gboolean is_across = orientation == GTK_ORIENTATION_HORIZONTAL;

  *minimum = self->is_small ? 48 : is_across ? 240 : 180;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 560 : 480;
}

static void
streek_map_view_dispose (GObject *object)
{
  StreekMapView *self = STREEK_MAP_VIEW (object);

  stop_painting (self);
  streek_map_view_set_pick (self, NULL);
  g_clear_pointer (&self->marks, g_ptr_array_unref);
  g_clear_pointer (&self->marks_figure, streek_figure_unref);
  g_clear_pointer (&self->glide, streek_glide_free);
  if (self->arranger != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->arranger));
  self->arranger = NULL;
  g_clear_pointer (&self->picture, streek_picture_unref);
  g_clear_pointer (&self->fitted, streek_picture_unref);
  g_clear_pointer (&self->neighbours, streek_row_neighbours_free);
  g_clear_pointer (&self->trend, g_free);
  if (self->context != NULL)
    streek_context_set_follower (self->context, NULL, NULL);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (streek_map_view_parent_class)->dispose (object);
}

static void
streek_map_view_class_init (StreekMapViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = streek_map_view_dispose;
  widget_class->snapshot = streek_map_view_snapshot;
  widget_class->query_tooltip = streek_map_view_query_tooltip;
  widget_class->size_allocate = streek_map_view_size_allocate;
  widget_class->measure = streek_map_view_measure;

  signals[SIGNAL_PICTURE_READY] =
    g_signal_new ("picture-ready", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                  NULL, G_TYPE_NONE, 0);

  signals[SIGNAL_MOVED] = g_signal_new ("moved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 0);

  /* (type StreekMovable), (type StreekPoint) (nullable): where somebody put it, NULL: back */
  signals[SIGNAL_ARRANGED] =
    g_signal_new ("arranged", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 2, G_TYPE_POINTER, G_TYPE_POINTER);

  gtk_widget_class_set_css_name (widget_class, "mapsheet");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
streek_map_view_init (StreekMapView *self)
{
  self->walked_point = -1;
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_focus_on_click (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  C_ ("accessible name", "Map"), -1);
  add_arranger (self);
  streek_map_view_add_controllers (self);
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (streek_map_view_queue_paint), NULL);
}

/**
 * streek_map_view_set_context:
 * @self: a map sheet
 * @context: what it shows; set once
 */
void
streek_map_view_set_context (StreekMapView *self, StreekContext *context)
{
  g_return_if_fail (STREEK_IS_MAP_VIEW (self));
  g_return_if_fail (self->context == NULL);

  StreekSelection *selection = streek_context_get_selection (context);

  self->context = g_object_ref (context);
  g_signal_connect_object (context, "notify::figure", G_CALLBACK (on_figure_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (context, "changed", G_CALLBACK (on_context_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (selection, "changed", G_CALLBACK (on_selection_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (selection, "notify::hovered", G_CALLBACK (on_selection_cb), self,
                           G_CONNECT_SWAPPED);
  streek_context_set_follower (context, &follower, self);
  on_figure_cb (self);
}

void
streek_map_view_zoom_by (StreekMapView *self, double factor)
{
  g_return_if_fail (STREEK_IS_MAP_VIEW (self));

  streek_map_view_zoom_at (self, factor, gtk_widget_get_width (GTK_WIDGET (self)) / 2.0,
                           gtk_widget_get_height (GTK_WIDGET (self)) / 2.0);
}

void
streek_map_view_zoom_to_fit (StreekMapView *self)
{
  g_return_if_fail (STREEK_IS_MAP_VIEW (self));

  streek_map_view_show_view (self, (StreekView){ 0 });
  g_signal_emit (self, signals[SIGNAL_MOVED], 0);
}

StreekView
streek_map_view_get_view (StreekMapView *self)
{
  g_return_val_if_fail (STREEK_IS_MAP_VIEW (self), (StreekView){ 0 });

  return self->view;
}

void
streek_map_view_show_view (StreekMapView *self, StreekView view)
{
  g_return_if_fail (STREEK_IS_MAP_VIEW (self));

  self->view = view;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  streek_map_view_queue_paint (self);
}

void
streek_map_view_set_small (StreekMapView *self, gboolean has_scale)
{
  g_return_if_fail (STREEK_IS_MAP_VIEW (self));

  self->is_small = TRUE;
  self->is_without_scale = !has_scale;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
streek_map_view_get_pointer (StreekMapView *self, double *x, double *y)
{
  g_return_if_fail (STREEK_IS_MAP_VIEW (self));

  *x = self->pointer_x / MAX (gtk_widget_get_width (GTK_WIDGET (self)), 1);
  *y = self->pointer_y / MAX (gtk_widget_get_height (GTK_WIDGET (self)), 1);
}

void
streek_map_view_set_trend (StreekMapView *self, const char *words)
{
  g_return_if_fail (STREEK_IS_MAP_VIEW (self));

  if (g_strcmp0 (self->trend, words) == 0)
    return;

  g_free (self->trend);
  self->trend = g_strdup (words);
  streek_map_view_update_accessible (self);
}

double
streek_map_view_get_circle_factor (StreekMapView *self)
{
  g_return_val_if_fail (STREEK_IS_MAP_VIEW (self), 1);

  return self->picture != NULL ? self->picture->circle_factor : 1;
}

const GArray *
streek_map_view_get_numbered (StreekMapView *self, guint *n_unnamed)
{
  g_return_val_if_fail (STREEK_IS_MAP_VIEW (self), NULL);

  *n_unnamed = self->picture != NULL ? self->picture->n_unnamed : 0;

  return self->picture != NULL ? self->picture->numbered : NULL;
}

gboolean
streek_map_view_is_painting (StreekMapView *self)
{
  g_return_val_if_fail (STREEK_IS_MAP_VIEW (self), FALSE);

  return self->painting != NULL;
}
