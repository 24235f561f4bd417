/* streek-window-way.c: back to what was shown before somebody followed a link */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "streek-viewable.h"
#include "streek-window-private.h"

#include <glib/gi18n.h>

#define MOST_STOPS 50
#define BACK_BUTTON 8 /* of a mouse */
#define STOP "stop"   /* property of a section: what of it is shown, in its own words */

/* What the window showed. */
struct _StreekWindowStop
{
  char *section;
  char *title;  /* of the section, as people read it */
  char *inside; /* (nullable): what of it */
  StreekFigureSpec *spec;
  char **selected;
  StreekSavedView *view; /* (nullable): a chart that it shows */
};

static void
free_stop (gpointer data)
{
  StreekWindowStop *stop = data;

  g_free (stop->section);
  g_free (stop->title);
  g_free (stop->inside);
  streek_figure_spec_free (stop->spec);
  g_strfreev (stop->selected);
  g_clear_pointer (&stop->view, streek_saved_view_free);
  g_free (stop);
}

static char *
dup_title (StreekWindow *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->sections);
  GtkWidget *child = row != NULL ? gtk_list_box_row_get_child (row) : NULL;

  for (child = child != NULL ? gtk_widget_get_first_child (child) : NULL; child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_LABEL (child))
      return g_strdup (gtk_label_get_text (GTK_LABEL (child)));

  return g_strdup ("");
}

static gboolean
has_stop (GtkWidget *page)
{
  return g_object_class_find_property (G_OBJECT_GET_CLASS (page), STOP) != NULL;
}

static char **
dup_selected (StreekWindow *self)
{
  g_autoptr (GPtrArray) codes =
    streek_selection_list (streek_context_get_selection (self->context));

  g_ptr_array_add (codes, NULL);

  return g_strdupv ((char **) codes->pdata);
}

static void
update (StreekWindow *self)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), "back");
  guint n = self->stops != NULL ? self->stops->len : 0;

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), n > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->back_button), n > 0);
  if (n == 0)
    return;

  const StreekWindowStop *last = self->stops->pdata[n - 1];
  /* Translators: %s is a section of the window, such as Plans. */
  g_autofree char *words = g_strdup_printf (_ ("Back to %s (Alt+Backspace)"), last->title);

  gtk_widget_set_tooltip_text (GTK_WIDGET (self->back_button), words);
}

void
streek_window_note_stop (StreekWindow *self)
{
  g_return_if_fail (STREEK_IS_WINDOW (self));

  GtkWidget *page = streek_window_get_section_page (self);
  StreekWindowStop *stop;

  if (page == NULL)
    return;
  if (self->stops == NULL)
    self->stops = g_ptr_array_new_with_free_func (free_stop);
  if (self->stops->len == MOST_STOPS)
    g_ptr_array_remove_index (self->stops, 0);

  stop = g_new0 (StreekWindowStop, 1);
  stop->section = g_strdup (gtk_stack_get_visible_child_name (self->pages));
  stop->title = dup_title (self);
  stop->spec = streek_figure_spec_copy (streek_context_get_spec (self->context));
  stop->selected = dup_selected (self);
  if (has_stop (page))
    g_object_get (page, STOP, &stop->inside, NULL);
  if (STREEK_IS_VIEWABLE (page))
    stop->view = streek_viewable_dup_view (STREEK_VIEWABLE (page));
  g_ptr_array_add (self->stops, stop);
  update (self);
}

void
streek_window_drop_stop (StreekWindow *self)
{
  g_return_if_fail (STREEK_IS_WINDOW (self));

  if (self->stops != NULL && self->stops->len > 0)
    g_ptr_array_remove_index (self->stops, self->stops->len - 1);
  update (self);
}

void
streek_window_forget_stops (StreekWindow *self)
{
  g_return_if_fail (STREEK_IS_WINDOW (self));

  g_clear_pointer (&self->stops, g_ptr_array_unref);
  update (self);
}

/* A chart that followed what was shown does so again. */
static gboolean
shows_already (GtkWidget *page, const StreekSavedView *view)
{
  g_autoptr (StreekSavedView) now = streek_viewable_dup_view (STREEK_VIEWABLE (page));

  return now != NULL && (now->chart == NULL) == (view->chart == NULL) &&
         (view->chart == NULL || streek_chart_spec_equal (now->chart, view->chart));
}

static void
on_back_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  StreekWindow *self = user_data;
  g_autoptr (GPtrArray) taken = g_ptr_array_new_with_free_func (free_stop);

  if (self->stops == NULL || self->stops->len == 0)
    return;

  g_ptr_array_add (taken, g_ptr_array_steal_index (self->stops, self->stops->len - 1));
  update (self);

  const StreekWindowStop *stop = taken->pdata[0];

  streek_context_set_spec (self->context, stop->spec);
  streek_selection_set (streek_context_get_selection (self->context),
                        (const char *const *) stop->selected);
  streek_window_show_section (self, stop->section);

  GtkWidget *page = streek_window_get_section_page (self);

  if (stop->inside != NULL && has_stop (page))
    g_object_set (page, STOP, stop->inside, NULL);
  if (stop->view != NULL && stop->view->chart != NULL && STREEK_IS_VIEWABLE (page) &&
      !shows_already (page, stop->view))
    streek_viewable_show_view (STREEK_VIEWABLE (page), stop->view);
}

/* The button of a mouse that goes back. */
static void
on_pressed_cb (GtkGestureClick *gesture, int n_presses, double x, double y, gpointer user_data)
{
  gtk_widget_activate_action (GTK_WIDGET (user_data), "win.back", NULL);
}

void
streek_window_add_way_actions (StreekWindow *self)
{
  static const GActionEntry entries[] = { { .name = "back", .activate = on_back_cb } };
  GtkGesture *gesture = gtk_gesture_click_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (gesture), BACK_BUTTON);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (gesture), GTK_PHASE_CAPTURE);
  g_signal_connect (gesture, "pressed", G_CALLBACK (on_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (gesture));
  update (self);
}
