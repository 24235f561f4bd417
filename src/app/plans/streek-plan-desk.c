/* streek-plan-desk.c: the tree of a plan with what is chosen in it beside it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "plans/streek-plan-desk.h"

#include "plans/streek-plan-detail.h"
#include "print/streek-printable.h"

#include <glib/gi18n.h>

#define WIDTH_KEY "plan-details-width"
#define SHOWN_KEY "plan-details"
#define MIN_WIDTH 320
#define MAX_WIDTH 640
#define STEP 24
/* Less than this is no tree any more: then the details lie over it. */
#define MIN_TREE_WIDTH 430

struct _StreekPlanDesk
{
  AdwBin parent_instance;

  AdwFlap *flap;
  GtkWidget *handle;
  GtkWidget *side; /* its width is what is dragged */
  StreekPlanDetail *detail;
  StreekPlanTreeView *tree;

  GSettings *settings;
};

enum
{
  PROP_DETAILS = 1,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

static void printable_iface_init (StreekPrintableInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (StreekPlanDesk,
                               streek_plan_desk,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (STREEK_TYPE_PRINTABLE, printable_iface_init))

/* Width */

static void
set_width (StreekPlanDesk *self, int width)
{
  int allowed = CLAMP (width, MIN_WIDTH, MAX_WIDTH);

  gtk_widget_set_size_request (self->side, allowed, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->handle), GTK_ACCESSIBLE_PROPERTY_VALUE_MIN,
                                  (double) MIN_WIDTH, GTK_ACCESSIBLE_PROPERTY_VALUE_MAX,
                                  (double) MAX_WIDTH, GTK_ACCESSIBLE_PROPERTY_VALUE_NOW,
                                  (double) allowed, -1);
}

static int
get_width (StreekPlanDesk *self)
{
  int width;

  gtk_widget_get_size_request (self->side, &width, NULL);

  return width;
}

static void
keep_width (StreekPlanDesk *self)
{
  g_settings_set_int (self->settings, WIDTH_KEY, get_width (self));
}

/* The handle moves along with what is dragged: the distance is from where it is now. */
static void
on_drag_update_cb (StreekPlanDesk *self, double x)
{
  set_width (self, get_width (self) - (int) x);
}

static gboolean
on_width_key_cb (StreekPlanDesk *self, guint key)
{
  int step = key == GDK_KEY_Left ? STEP : key == GDK_KEY_Right ? -STEP : 0;

  if (step == 0)
    return FALSE;

  set_width (self, get_width (self) + step);
  keep_width (self);

  return TRUE;
}

static GtkWidget *
new_handle (StreekPlanDesk *self)
{
  GtkWidget *handle =
    g_object_new (GTK_TYPE_SEPARATOR, "orientation", GTK_ORIENTATION_VERTICAL, "focusable", TRUE,
                  "tooltip-text", _ ("Drag to make the details wider or narrower"), NULL);
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_add_css_class (handle, "width-handle");
  gtk_widget_set_cursor_from_name (handle, "col-resize");
  gtk_accessible_update_property (GTK_ACCESSIBLE (handle), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Width of the details"), -1);
  g_signal_connect_object (drag, "drag-update", G_CALLBACK (on_drag_update_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "drag-end", G_CALLBACK (keep_width), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_width_key_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (handle, GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (handle, keys);

  return handle;
}

/* What is chosen */

static void
on_chosen_cb (StreekPlanDesk *self)
{
  g_autoptr (GArray) chosen = streek_plan_tree_view_list_chosen (self->tree);

  streek_plan_detail_set_items (self->detail, chosen);
}

/* A narrow window closes the details by itself: that is no wish of anybody. */
static void
on_reveal_cb (StreekPlanDesk *self)
{
  if (!adw_flap_get_folded (self->flap))
    g_settings_set_boolean (self->settings, SHOWN_KEY, adw_flap_get_reveal_flap (self->flap));

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DETAILS]);
}

static StreekPrintout *
streek_plan_desk_dup_printout (StreekPrintable *printable)
{
  return streek_printable_dup_printout (STREEK_PRINTABLE (STREEK_PLAN_DESK (printable)->tree));
}

static void
printable_iface_init (StreekPrintableInterface *iface)
{
  iface->dup_printout = streek_plan_desk_dup_printout;
}

static void
streek_plan_desk_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_boolean (value, adw_flap_get_reveal_flap (STREEK_PLAN_DESK (object)->flap));
}

static void
streek_plan_desk_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  adw_flap_set_reveal_flap (STREEK_PLAN_DESK (object)->flap, g_value_get_boolean (value));
}

static void
streek_plan_desk_dispose (GObject *object)
{
  StreekPlanDesk *self = STREEK_PLAN_DESK (object);

  if (self->flap != NULL)
    g_signal_handlers_disconnect_by_data (self->flap, self);

  g_clear_object (&self->settings);

  G_OBJECT_CLASS (streek_plan_desk_parent_class)->dispose (object);
}

static void
streek_plan_desk_class_init (StreekPlanDeskClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = streek_plan_desk_get_property;
  object_class->set_property = streek_plan_desk_set_property;
  object_class->dispose = streek_plan_desk_dispose;
  properties[PROP_DETAILS] =
    g_param_spec_boolean ("details", NULL, NULL, TRUE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
streek_plan_desk_init (StreekPlanDesk *self)
{
  self->settings = g_settings_new (STREEK_APP_ID);
  self->flap = ADW_FLAP (adw_flap_new ());
  self->side = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  self->handle = new_handle (self);
  gtk_widget_add_css_class (self->side, "background");
  gtk_widget_set_hexpand (self->side, FALSE); /* whatever is in it: the room is the tree's */
  gtk_box_append (GTK_BOX (self->side), self->handle);
  adw_flap_set_flap_position (self->flap, GTK_PACK_END);
  adw_flap_set_swipe_to_open (self->flap, FALSE); /* rows are dragged there */
  adw_flap_set_swipe_to_close (self->flap, FALSE);
  adw_flap_set_reveal_flap (self->flap, g_settings_get_boolean (self->settings, SHOWN_KEY));
  set_width (self, g_settings_get_int (self->settings, WIDTH_KEY));
}

GtkWidget *
streek_plan_desk_new (StreekRecordBook *book)
{
  g_return_val_if_fail (STREEK_IS_RECORD_BOOK (book), NULL);

  StreekPlanDesk *self = g_object_new (STREEK_TYPE_PLAN_DESK, NULL);
  GtkWidget *tree = streek_plan_tree_view_new (book), *detail = streek_plan_detail_new (book);

  self->tree = STREEK_PLAN_TREE_VIEW (tree);
  self->detail = STREEK_PLAN_DETAIL (detail);
  gtk_widget_set_hexpand (detail, TRUE);
  gtk_box_append (GTK_BOX (self->side), detail);
  gtk_widget_set_size_request (tree, MIN_TREE_WIDTH, -1);
  gtk_widget_set_hexpand (tree, TRUE);
  adw_flap_set_content (self->flap, tree);
  adw_flap_set_flap (self->flap, self->side);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->flap));
  g_signal_connect_object (tree, "chosen", G_CALLBACK (on_chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->flap, "notify::reveal-flap", G_CALLBACK (on_reveal_cb), self,
                           G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

StreekPlanTreeView *
streek_plan_desk_get_tree (StreekPlanDesk *self)
{
  g_return_val_if_fail (STREEK_IS_PLAN_DESK (self), NULL);

  return self->tree;
}
