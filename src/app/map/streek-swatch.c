/* streek-swatch.c: the sign of one legend entry, drawn as on the map */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "streek-swatch"
#include "config.h"
#include "draw/streek-output.h"
#include "figure/streek-point-sign.h"
#include "map/streek-map-painter.h"
#include "map/streek-swatch.h"

#define WIDTH_PX 28
#define HEIGHT_PX 18

struct _StreekSwatch
{
  GtkWidget parent_instance;

  StreekLegendEntry entry;
  StreekScene *scene; /* (nullable) made at the size of the widget */
};

G_DEFINE_FINAL_TYPE (StreekSwatch, streek_swatch, GTK_TYPE_WIDGET)

static double
get_diameter_px (StreekSwatch *self)
{
  return self->entry.kind == STREEK_LEGEND_CIRCLE || self->entry.kind == STREEK_LEGEND_POINT_CIRCLE
           ? 2 * (self->entry.radius_pt + 1) / STREEK_POINTS_PER_PIXEL
           : 0;
}

static StreekScene *
make_scene (StreekSwatch *self, StreekSize size)
{
  StreekSceneBuilder *builder = streek_scene_builder_new (size);
  StreekRect rect = { 0.5, 0.5, size.width - 1, size.height - 1 };

  switch (self->entry.kind)
    {
    case STREEK_LEGEND_CIRCLE:
    case STREEK_LEGEND_POINT_CIRCLE:
      streek_scene_builder_add_symbol (
        builder, STREEK_SYMBOL_CIRCLE, (StreekPoint){ size.width / 2, size.height / 2 },
        self->entry.radius_pt, &self->entry.paint, &self->entry.stroke, -1);
      break;
    case STREEK_LEGEND_OUTLINE:
    case STREEK_LEGEND_PREDECESSORS:
      streek_scene_builder_add_rule (builder, (StreekPoint){ 1, size.height / 2 },
                                     (StreekPoint){ size.width - 1, size.height / 2 },
                                     &self->entry.stroke, -1);
      break;
    case STREEK_LEGEND_POINT:
      streek_point_sign_draw (builder, self->entry.symbol, self->entry.is_grey,
                              (StreekPoint){ size.width / 2, size.height / 2 }, size.height * 0.34,
                              -1);
      break;
    case STREEK_LEGEND_SIDE:
    case STREEK_LEGEND_POINT_TEXT:
      break;
    case STREEK_LEGEND_OVERLAY:
    case STREEK_LEGEND_CLASS:
    case STREEK_LEGEND_MISSING:
    case STREEK_LEGEND_CATEGORY:
    default:
      streek_scene_builder_add_rect (builder, rect, &self->entry.paint, &self->entry.stroke, -1);
    }

  return streek_scene_builder_end (builder);
}

static void
streek_swatch_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  StreekSwatch *self = STREEK_SWATCH (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);

  if (self->scene == NULL)
    self->scene = make_scene (
      self, (StreekSize){ width * STREEK_POINTS_PER_PIXEL, height * STREEK_POINTS_PER_PIXEL });

  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));

  cairo_scale (cr, 1 / STREEK_POINTS_PER_PIXEL, 1 / STREEK_POINTS_PER_PIXEL);
  streek_scene_draw (self->scene, cr);
  cairo_destroy (cr);
}

static void
streek_swatch_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  g_clear_pointer (&STREEK_SWATCH (widget)->scene, streek_scene_unref);
}

static void
streek_swatch_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  int least = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH_PX : HEIGHT_PX;

  *minimum = *natural = MAX (least, (int) get_diameter_px (STREEK_SWATCH (widget)) + 2);
}

static void
streek_swatch_finalize (GObject *object)
{
  g_clear_pointer (&STREEK_SWATCH (object)->scene, streek_scene_unref);

  G_OBJECT_CLASS (streek_swatch_parent_class)->finalize (object);
}

static void
streek_swatch_class_init (StreekSwatchClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = streek_swatch_finalize;
  widget_class->snapshot = streek_swatch_snapshot;
  widget_class->size_allocate = streek_swatch_size_allocate;
  widget_class->measure = streek_swatch_measure;

  gtk_widget_class_set_css_name (widget_class, "swatch");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
streek_swatch_init (StreekSwatch *self)
{
}

GtkWidget *
streek_swatch_new (const StreekLegendEntry *entry)
{
  StreekSwatch *self = g_object_new (STREEK_TYPE_SWATCH, "valign", GTK_ALIGN_CENTER, NULL);

  self->entry = *entry;

  return GTK_WIDGET (self);
}

void
streek_swatch_set_entry (StreekSwatch *self, const StreekLegendEntry *entry)
{
  g_return_if_fail (STREEK_IS_SWATCH (self) && entry != NULL);

  double before_px = get_diameter_px (self);
  StreekLegendEntry shown = self->entry;

  self->entry = *entry;
  shown.n_rows = entry->n_rows; /* is not drawn */
  if (memcmp (&shown, entry, sizeof shown) == 0)
    return;

  g_clear_pointer (&self->scene, streek_scene_unref);
  if (get_diameter_px (self) != before_px)
    gtk_widget_queue_resize (GTK_WIDGET (self));
  else
    gtk_widget_queue_draw (GTK_WIDGET (self));
}
