/* streek-limit-handle.c: a limit between two classes that can be taken hold of */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "streek-limit-handle"
#include "config.h"
#include "map/streek-limit-handle.h"

#define WIDTH_PX 14
#define KNOB_PX 10

struct _StreekLimitHandle
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (StreekLimitHandle, streek_limit_handle, GTK_TYPE_WIDGET)

/* A line over the bars with a knob under them. */
static void
streek_limit_handle_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  float width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  float middle = width / 2;
  GdkRGBA color, paper = { 1, 1, 1, 1 };
  GskRoundedRect knob;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  gtk_snapshot_append_color (snapshot, &paper,
                             &GRAPHENE_RECT_INIT (middle - 1.5f, 0, 3, height - KNOB_PX));
  gtk_snapshot_append_color (snapshot, &color,
                             &GRAPHENE_RECT_INIT (middle - 0.5f, 0, 1, height - KNOB_PX));

  gsk_rounded_rect_init_from_rect (
    &knob, &GRAPHENE_RECT_INIT (middle - KNOB_PX / 2, height - KNOB_PX, KNOB_PX, KNOB_PX),
    KNOB_PX / 2);
  gtk_snapshot_push_rounded_clip (snapshot, &knob);
  gtk_snapshot_append_color (snapshot, &color, &knob.bounds);
  gtk_snapshot_pop (snapshot);
}

static void
streek_limit_handle_measure (GtkWidget *widget,
                             GtkOrientation orientation,
                             int for_size,
                             int *minimum,
                             int *natural,
                             int *minimum_baseline,
                             int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH_PX : 2 * KNOB_PX;
}

static void
on_focus_cb (GtkWidget *widget)
{
  GtkWidget *parent = gtk_widget_get_parent (widget);

  if (parent != NULL)
    gtk_widget_queue_draw (parent); /* it writes the value of the one that has the focus */
}

static void
streek_limit_handle_class_init (StreekLimitHandleClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = streek_limit_handle_snapshot;
  widget_class->measure = streek_limit_handle_measure;

  gtk_widget_class_set_css_name (widget_class, "limithandle");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_SLIDER);
}

static void
streek_limit_handle_init (StreekLimitHandle *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "ew-resize");
  g_signal_connect (self, "notify::has-focus", G_CALLBACK (on_focus_cb), NULL);
}

GtkWidget *
streek_limit_handle_new (void)
{
  return g_object_new (STREEK_TYPE_LIMIT_HANDLE, NULL);
}

void
streek_limit_handle_describe (StreekLimitHandle *self, const char *name, const char *value)
{
  g_return_if_fail (STREEK_IS_LIMIT_HANDLE (self));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, value,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, value, -1);
}
