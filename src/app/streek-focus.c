/* streek-focus.c: how Tab and arrow keys go through a window */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "streek-focus.h"

/* The focused row keeps what it has: taking it away would move the focus elsewhere. */
static void
set_rows_focusable (GtkWidget *list, gboolean focusable)
{
  GtkWidget *focused = gtk_widget_get_focus_child (list);

  for (GtkWidget *row = gtk_widget_get_first_child (list); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (row != focused)
      gtk_widget_set_can_focus (row, focusable);
}

static gboolean
on_key_pressed_cb (GtkEventControllerKey *controller,
                   guint key,
                   guint code,
                   GdkModifierType modifiers,
                   gpointer user_data)
{
  GtkWidget *list = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));
  gboolean backwards = key == GDK_KEY_ISO_Left_Tab || (modifiers & GDK_SHIFT_MASK) != 0;

  if ((key != GDK_KEY_Tab && key != GDK_KEY_ISO_Left_Tab && key != GDK_KEY_KP_Tab) ||
      (modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;

  set_rows_focusable (list, FALSE);
  g_signal_emit_by_name (gtk_widget_get_root (list), "move-focus",
                         backwards ? GTK_DIR_TAB_BACKWARD : GTK_DIR_TAB_FORWARD);
  set_rows_focusable (list, TRUE);

  return GDK_EVENT_STOP;
}

void
streek_focus_make_one_stop (GtkListBox *list)
{
  g_return_if_fail (GTK_IS_LIST_BOX (list));

  GtkEventController *controller = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect (controller, "key-pressed", G_CALLBACK (on_key_pressed_cb), NULL);
  gtk_widget_add_controller (GTK_WIDGET (list), controller);
}

/**
 * streek_focus_find_walk:
 * @key: as GDK names it, of the keypad too
 * @way: (out): where it goes
 *
 * Returns: %FALSE where it is no arrow
 */
gboolean
streek_focus_find_walk (guint key, StreekWalk *way)
{
  static const struct
  {
    guint key;
    guint keypad;
    StreekWalk way;
  } arrows[] = {
    { GDK_KEY_Left, GDK_KEY_KP_Left, STREEK_WALK_LEFT },
    { GDK_KEY_Right, GDK_KEY_KP_Right, STREEK_WALK_RIGHT },
    { GDK_KEY_Up, GDK_KEY_KP_Up, STREEK_WALK_UP },
    { GDK_KEY_Down, GDK_KEY_KP_Down, STREEK_WALK_DOWN },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (arrows); i++)
    if (key == arrows[i].key || key == arrows[i].keypad)
      {
        *way = arrows[i].way;
        return TRUE;
      }

  return FALSE;
}
