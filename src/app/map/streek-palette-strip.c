/* streek-palette-strip.c: the classes of a palette side by side, as some eyes or grey print see it
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "streek-palette-strip"
#include "config.h"
#include "draw/streek-output.h"
#include "map/streek-map-painter.h"
#include "map/streek-palette-strip.h"

#define WIDTH_PX 63
#define HEIGHT_PX 16

struct _StreekPaletteStrip
{
  GtkWidget parent_instance;

  StreekPaint paints[STREEK_PALETTE_MAX_CLASSES];
  guint n_classes;
};

G_DEFINE_FINAL_TYPE (StreekPaletteStrip, streek_palette_strip, GTK_TYPE_WIDGET)

static StreekScene *
make_scene (StreekPaletteStrip *self, StreekSize size)
{
  static const StreekStroke line = { .color = { 0.45, 0.45, 0.45, 1 }, .width = 0.5 };
  StreekSceneBuilder *builder = streek_scene_builder_new (size);
  double width = (size.width - 1) / self->n_classes;

  for (guint i = 0; i < self->n_classes; i++)
    streek_scene_builder_add_rect (builder,
                                   (StreekRect){ 0.5 + i * width, 0.5, width, size.height - 1 },
                                   &self->paints[i], &line, -1);

  return streek_scene_builder_end (builder);
}

static void
streek_palette_strip_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  StreekPaletteStrip *self = STREEK_PALETTE_STRIP (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);

  if (self->n_classes == 0)
    return;

  g_autoptr (StreekScene) scene = make_scene (
    self, (StreekSize){ width * STREEK_POINTS_PER_PIXEL, height * STREEK_POINTS_PER_PIXEL });
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));

  cairo_scale (cr, 1 / STREEK_POINTS_PER_PIXEL, 1 / STREEK_POINTS_PER_PIXEL);
  streek_scene_draw (scene, cr);
  cairo_destroy (cr);
}

static void
streek_palette_strip_measure (GtkWidget *widget,
                              GtkOrientation orientation,
                              int for_size,
                              int *minimum,
                              int *natural,
                              int *minimum_baseline,
                              int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH_PX : HEIGHT_PX;
}

static void
streek_palette_strip_class_init (StreekPaletteStripClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = streek_palette_strip_snapshot;
  widget_class->measure = streek_palette_strip_measure;

  gtk_widget_class_set_css_name (widget_class, "swatch");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
streek_palette_strip_init (StreekPaletteStrip *self)
{
}

GtkWidget *
streek_palette_strip_new (void)
{
  return g_object_new (STREEK_TYPE_PALETTE_STRIP, "valign", GTK_ALIGN_CENTER, NULL);
}

void
streek_palette_strip_show (StreekPaletteStrip *self,
                           const StreekPalette *palette,
                           guint n_classes,
                           gboolean grey,
                           StreekVision vision)
{
  g_return_if_fail (STREEK_IS_PALETTE_STRIP (self));

  self->n_classes = CLAMP (n_classes, 1, STREEK_PALETTE_MAX_CLASSES);
  streek_palette_paint_classes (palette, self->n_classes, grey, self->paints, NULL);

  for (guint i = 0; i < self->n_classes && !grey; i++)
    self->paints[i].color = streek_color_simulate (self->paints[i].color, vision);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
