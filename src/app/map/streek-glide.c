/* streek-glide.c: what a hand let go moves on and comes to rest */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "map/streek-glide.h"

#include <math.h>

#define FRICTION 4.0 /* a second: as the lists of GTK slow down */
#define REST_PX 20.0 /* a second: slower than anybody sees */
#define FAST_PX 6000.0

struct _StreekGlide
{
  GtkWidget *widget; /* lives longer */
  StreekGlideFunc func;
  double right;
  double down;
  guint tick_id;   /* 0: at rest */
  gint64 frame_us; /* 0: before the first frame */
};

double
streek_glide_step (double *velocity, double seconds)
{
  double before = *velocity;

  *velocity *= exp (-FRICTION * seconds);

  return (before - *velocity) / FRICTION;
}

static gboolean
on_tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  StreekGlide *self = user_data;
  gint64 now_us = gdk_frame_clock_get_frame_time (clock);
  double seconds = self->frame_us > 0 ? (double) (now_us - self->frame_us) / G_USEC_PER_SEC : 0;

  self->frame_us = now_us;
  if (hypot (self->right, self->down) < REST_PX)
    {
      self->tick_id = 0;
      return G_SOURCE_REMOVE;
    }

  double right = streek_glide_step (&self->right, seconds);
  double down = streek_glide_step (&self->down, seconds);

  if (seconds > 0)
    self->func (widget, right, down);

  return G_SOURCE_CONTINUE;
}

StreekGlide *
streek_glide_new (GtkWidget *widget, double right, double down, StreekGlideFunc func)
{
  gboolean is_animated = TRUE;

  g_object_get (gtk_widget_get_settings (widget), "gtk-enable-animations", &is_animated, NULL);
  if (!is_animated || hypot (right, down) < REST_PX)
    return NULL;

  StreekGlide *self = g_new0 (StreekGlide, 1);

  self->widget = widget;
  self->func = func;
  self->right = CLAMP (right, -FAST_PX, FAST_PX);
  self->down = CLAMP (down, -FAST_PX, FAST_PX);
  self->tick_id = gtk_widget_add_tick_callback (widget, on_tick_cb, self, NULL);

  return self;
}

void
streek_glide_free (StreekGlide *glide)
{
  if (glide->tick_id > 0)
    gtk_widget_remove_tick_callback (glide->widget, glide->tick_id);
  g_free (glide);
}
