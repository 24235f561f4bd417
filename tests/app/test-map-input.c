/* test-map-input.c: what fingers, wheels and keys do with the map sheet, without any of them: the
 * signals of its controllers are emitted as GTK emits them */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "map/streek-map-view-private.h"
#include "workspace/streek-figures.h"

#include <math.h>

typedef struct
{
  StreekWorkspace *workspace;
  StreekContext *context;
  GtkWidget *window;
  StreekMapView *view;
  gboolean is_ready;
} Fixture;

static void
on_ready_cb (Fixture *fixture)
{
  fixture->is_ready = TRUE;
}

static gboolean
on_late_cb (gpointer data)
{
  Fixture *fixture = data;

  g_error ("no picture in a minute: the sheet is %d by %d pixels, %s and %s",
           gtk_widget_get_width (GTK_WIDGET (fixture->view)),
           gtk_widget_get_height (GTK_WIDGET (fixture->view)),
           gtk_widget_get_mapped (GTK_WIDGET (fixture->view)) ? "mapped" : "not mapped",
           fixture->view->painting != NULL ? "being painted" : "not being painted");

  return G_SOURCE_REMOVE;
}

static void
wait_for_picture (Fixture *fixture)
{
  guint late_id = g_timeout_add_seconds (60, on_late_cb, fixture);

  fixture->is_ready = FALSE;
  while (!fixture->is_ready)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (late_id);
}

/* Until no work is left: the newest picture is on the sheet. */
static void
settle (Fixture *fixture)
{
  guint late_id = g_timeout_add_seconds (60, on_late_cb, fixture);

  while (fixture->view->painting != NULL || fixture->view->rest_id > 0)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (late_id);
}

static void
show_figure (Fixture *fixture, const StreekFigureSpec *spec)
{
  g_autoptr (GError) error = NULL;
  StreekFigure *figure = streek_workspace_make_figure (fixture->workspace, spec, NULL, &error);

  g_assert_no_error (error);
  streek_context_show_figure (fixture->context, figure);
  settle (fixture);
}

static StreekFigureSpec *
make_spec (void)
{
  StreekFigureSpec *spec = streek_figure_spec_new ();

  spec->set = g_strdup ("gemeente");
  spec->within = g_strdup ("provincie:30000");
  spec->on = streek_date_from_ymd (2018, 1, 1);

  return spec;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekFigureSpec) spec = make_spec ();
  g_autofree char *path = g_build_filename (g_getenv ("STREEK_DATADIR"), "template.streek", NULL);

  fixture->workspace = streek_workspace_open (path, STREEK_WORKSPACE_READ_ONLY, NULL, &error);
  g_assert_no_error (error);
  fixture->context = streek_context_new_beside (NULL);
  fixture->window = gtk_window_new ();
  fixture->view = g_object_new (STREEK_TYPE_MAP_VIEW, NULL);
  streek_map_view_set_context (fixture->view, fixture->context);
  g_signal_connect_swapped (fixture->view, "picture-ready", G_CALLBACK (on_ready_cb), fixture);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->view));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 640, 480);
  gtk_window_present (GTK_WINDOW (fixture->window));

  StreekFigure *figure = streek_workspace_make_figure (fixture->workspace, spec, NULL, &error);

  g_assert_no_error (error);
  streek_context_show_figure (fixture->context, figure);
  wait_for_picture (fixture);
  settle (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  settle (fixture);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_object_unref (fixture->context);
  g_object_unref (fixture->workspace);
}

static GtkEventController *
find_controller (Fixture *fixture, GType type)
{
  g_autoptr (GListModel) list = gtk_widget_observe_controllers (GTK_WIDGET (fixture->view));

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (list, i);

      if (G_OBJECT_TYPE (controller) == type)
        return controller; /* the widget keeps it */
    }

  g_assert_not_reached ();
}

static const char *
get_hovered (Fixture *fixture)
{
  return streek_selection_get_hovered (streek_context_get_selection (fixture->context));
}

/* The ground at a place of the widget, in metres. */
static StreekPoint
get_ground (Fixture *fixture, double x, double y)
{
  StreekView view;
  StreekRect frame;

  g_assert_true (streek_map_view_get_current (fixture->view, &view, &frame));

  double east_pt = x * STREEK_POINTS_PER_PIXEL - frame.x - frame.width / 2;
  double south_pt = y * STREEK_POINTS_PER_PIXEL - frame.y - frame.height / 2;

  return (StreekPoint){ view.x + east_pt * view.metres_per_point,
                        view.y - south_pt * view.metres_per_point };
}

static double
get_metres_per_point (Fixture *fixture)
{
  StreekView view;
  StreekRect frame;

  g_assert_true (streek_map_view_get_current (fixture->view, &view, &frame));

  return view.metres_per_point;
}

/* Two fingers go apart and aside: what lay between them still does, twice as large. */
static void
test_ground_stays_between_two_fingers (Fixture *fixture, gconstpointer data)
{
  StreekPoint before = get_ground (fixture, 300, 200);
  double metres = get_metres_per_point (fixture);

  streek_map_view_begin_pinch (fixture->view, 300, 200);
  streek_map_view_pinch (fixture->view, 1.4, 310, 205);
  streek_map_view_pinch (fixture->view, 2, 340, 230);

  StreekPoint after = get_ground (fixture, 340, 230);

  g_assert_cmpfloat_with_epsilon (get_metres_per_point (fixture), metres / 2, 1e-9);
  g_assert_cmpfloat_with_epsilon (after.x, before.x, 1e-6);
  g_assert_cmpfloat_with_epsilon (after.y, before.y, 1e-6);
}

/* As far apart as before, they move the map and nothing else. */
static void
test_two_fingers_move_the_map (Fixture *fixture, gconstpointer data)
{
  StreekPoint before = get_ground (fixture, 300, 200);
  double metres = get_metres_per_point (fixture);

  streek_map_view_begin_pinch (fixture->view, 300, 200);
  streek_map_view_pinch (fixture->view, 1, 260, 240);

  StreekPoint after = get_ground (fixture, 260, 240);

  g_assert_cmpfloat_with_epsilon (get_metres_per_point (fixture), metres, 1e-9);
  g_assert_cmpfloat_with_epsilon (after.x, before.x, 1e-6);
  g_assert_cmpfloat_with_epsilon (after.y, before.y, 1e-6);
}

/* A first finger that already drags leaves a second one to the pinch: both are of one group. What
 * a mouse can do is no swipe and no long press. */
static void
test_fingers_are_shared (Fixture *fixture, gconstpointer data)
{
  GtkGesture *drag = GTK_GESTURE (find_controller (fixture, GTK_TYPE_GESTURE_DRAG));
  GtkGesture *zoom = GTK_GESTURE (find_controller (fixture, GTK_TYPE_GESTURE_ZOOM));
  GtkGesture *swipe = GTK_GESTURE (find_controller (fixture, GTK_TYPE_GESTURE_SWIPE));
  GtkGesture *press = GTK_GESTURE (find_controller (fixture, GTK_TYPE_GESTURE_LONG_PRESS));

  g_assert_true (gtk_gesture_is_grouped_with (drag, zoom));
  g_assert_true (gtk_gesture_is_grouped_with (drag, swipe));
  g_assert_true (gtk_gesture_is_grouped_with (drag, press));
  g_assert_true (gtk_gesture_single_get_touch_only (GTK_GESTURE_SINGLE (swipe)));
  g_assert_true (gtk_gesture_single_get_touch_only (GTK_GESTURE_SINGLE (press)));
}

/* Somewhere in Diksmuide (32003), which is large and holds its middle. */
static void
find_diksmuide (Fixture *fixture, double *x, double *y)
{
  for (*y = 5; *y < 470; *y += 5)
    for (*x = 5; *x < 630; *x += 5)
      if (g_strcmp0 (streek_map_view_pick (fixture->view, *x, *y), "32003") == 0)
        return;

  g_assert_not_reached ();
}

/* A finger that stays shows what is known of the area and chooses nothing. */
static void
test_long_press_points (Fixture *fixture, gconstpointer data)
{
  GtkEventController *press = find_controller (fixture, GTK_TYPE_GESTURE_LONG_PRESS);
  StreekSelection *selection = streek_context_get_selection (fixture->context);
  double x, y;

  find_diksmuide (fixture, &x, &y);
  g_signal_emit_by_name (press, "pressed", x, y);
  g_assert_cmpstr (get_hovered (fixture), ==, "32003");
  g_assert_true (fixture->view->is_cancelled);

  g_autoptr (GPtrArray) chosen = streek_selection_list (selection);

  g_assert_cmpuint (chosen->len, ==, 0);
}

static void
test_wheel_zooms_at_the_pointer (Fixture *fixture, gconstpointer data)
{
  GtkEventController *scroll = find_controller (fixture, GTK_TYPE_EVENT_CONTROLLER_SCROLL);
  GtkEventController *motion = find_controller (fixture, GTK_TYPE_EVENT_CONTROLLER_MOTION);
  double metres = get_metres_per_point (fixture);
  gboolean is_taken;

  g_signal_emit_by_name (motion, "motion", 200.0, 150.0);

  StreekPoint before = get_ground (fixture, 200, 150);

  g_signal_emit_by_name (scroll, "scroll", 0.0, -1.0, &is_taken);

  StreekPoint after = get_ground (fixture, 200, 150);

  g_assert_true (is_taken);
  g_assert_cmpfloat_with_epsilon (get_metres_per_point (fixture), metres / STREEK_ZOOM_STEP, 1e-9);
  g_assert_cmpfloat_with_epsilon (after.x, before.x, 1e-6);
  g_assert_cmpfloat_with_epsilon (after.y, before.y, 1e-6);
}

/* What is let go at 800 pixels a second goes 800 / 4 = 200 pixels, at any number of frames. */
static void
test_glide_ends_at_the_same_place (Fixture *fixture, gconstpointer data)
{
  static const double frames[] = { 1 / 60.0, 1 / 25.0, 0.2 };

  for (guint i = 0; i < G_N_ELEMENTS (frames); i++)
    {
      double velocity = 800, way = 0;

      for (double at = 0; at < 6; at += frames[i])
        way += streek_glide_step (&velocity, frames[i]);

      g_assert_cmpfloat_with_epsilon (way, 200, 1e-6);
      g_assert_cmpfloat (fabs (velocity), <, 1e-6);
    }
}

static gboolean
press_key (Fixture *fixture, guint key, GdkModifierType state)
{
  GtkEventController *keys = find_controller (fixture, GTK_TYPE_EVENT_CONTROLLER_KEY);
  gboolean is_taken = FALSE;

  g_signal_emit_by_name (keys, "key-pressed", key, 0, state, &is_taken);

  return is_taken;
}

static guint
count_chosen (Fixture *fixture)
{
  g_autoptr (GPtrArray) chosen =
    streek_selection_list (streek_context_get_selection (fixture->context));

  return chosen->len;
}

/* Every key of the map that needs no other window, and what each does. */
static void
test_keys_walk_choose_and_zoom (Fixture *fixture, gconstpointer data)
{
  static const guint arrows[] = { GDK_KEY_Left, GDK_KEY_Right, GDK_KEY_Up, GDK_KEY_Down };
  double metres = get_metres_per_point (fixture);

  g_assert_true (press_key (fixture, GDK_KEY_Down, 0));
  g_assert_nonnull (get_hovered (fixture));

  for (guint i = 0; i < G_N_ELEMENTS (arrows); i++)
    {
      g_autofree char *here = g_strdup (get_hovered (fixture));
      StreekPoint before = get_ground (fixture, 0, 0);

      g_assert_true (press_key (fixture, arrows[i], 0));
      g_assert_cmpstr (get_hovered (fixture), !=, here);
      g_assert_true (press_key (fixture, arrows[i], GDK_CONTROL_MASK));

      StreekPoint after = get_ground (fixture, 0, 0);

      g_assert_cmpfloat (hypot (after.x - before.x, after.y - before.y), >, 1);
    }

  g_assert_true (press_key (fixture, GDK_KEY_0, 0));
  settle (fixture);
  g_assert_true (press_key (fixture, GDK_KEY_space, 0));
  g_assert_cmpuint (count_chosen (fixture), ==, 1);
  press_key (fixture, GDK_KEY_Right, 0);
  press_key (fixture, GDK_KEY_space, GDK_SHIFT_MASK);
  g_assert_cmpuint (count_chosen (fixture), ==, 2);

  g_assert_true (press_key (fixture, GDK_KEY_Return, 0));
  g_assert_cmpfloat (get_metres_per_point (fixture), <, metres / 2);
  g_assert_true (press_key (fixture, GDK_KEY_0, 0));
  settle (fixture);
  g_assert_cmpfloat_with_epsilon (get_metres_per_point (fixture), metres, 1e-9);
  g_assert_true (press_key (fixture, GDK_KEY_plus, 0));
  g_assert_cmpfloat_with_epsilon (get_metres_per_point (fixture), metres / STREEK_ZOOM_STEP, 1e-9);
  g_assert_true (press_key (fixture, GDK_KEY_minus, 0));
  g_assert_cmpfloat_with_epsilon (get_metres_per_point (fixture), metres, 1e-9);

  g_assert_true (press_key (fixture, GDK_KEY_Escape, 0));
  g_assert_cmpuint (count_chosen (fixture), ==, 0);
  g_assert_null (get_hovered (fixture));
  g_assert_false (press_key (fixture, GDK_KEY_a, 0));
}

/* The middle of the map of the region, put in the middle of the map: no area is hit through it. */
static void
test_nothing_is_hit_through_furniture (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StreekFigureSpec) spec = make_spec ();
  guint n = 0;

  spec->furniture.inset = STREEK_INSET_SHOWN;
  streek_furniture_move (&spec->furniture, STREEK_FURNITURE_INSET, 0.5, 0.5);
  show_figure (fixture, spec);

  for (guint i = 0; i < fixture->view->picture->parts->len; i++)
    {
      const StreekMovable *part = &g_array_index (fixture->view->picture->parts, StreekMovable, i);
      double x = (part->box.x + part->box.width / 2) / STREEK_POINTS_PER_PIXEL;
      double y = (part->box.y + part->box.height / 2) / STREEK_POINTS_PER_PIXEL;
      double left = (part->box.x - 6) / STREEK_POINTS_PER_PIXEL;

      g_assert_null (streek_map_view_pick (fixture->view, x, y));
      if (part->item != STREEK_FURNITURE_INSET)
        continue;

      n++;
      g_assert_nonnull (streek_map_view_pick (fixture->view, left, y));
    }

  g_assert_cmpuint (n, ==, 1);
}

static void
on_pick_ended_cb (StreekPick *pick, gboolean is_taken, int *answer)
{
  *answer = is_taken;
}

static StreekPick *
begin_pick (Fixture *fixture, int *answer)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekAreas) areas = streek_workspace_dup_areas (fixture->workspace, &error);

  g_assert_no_error (error);

  StreekPick *pick = streek_pick_new ("Test quay", areas);

  *answer = -1;
  g_signal_connect (pick, "ended", G_CALLBACK (on_pick_ended_cb), answer);
  streek_map_view_set_pick (fixture->view, pick);
  streek_map_view_begin_picking (fixture->view);

  return pick;
}

/* The cross-hair begins in the middle of the sheet; arrows move it by 10 pixels, with Shift by 1;
 * the point taken is the ground under it, whatever was zoomed. */
static void
test_keys_take_a_point (Fixture *fixture, gconstpointer data)
{
  int answer;
  g_autoptr (StreekPick) pick = begin_pick (fixture, &answer);
  double middle_x = gtk_widget_get_width (GTK_WIDGET (fixture->view)) / 2.0;
  double middle_y = gtk_widget_get_height (GTK_WIDGET (fixture->view)) / 2.0;
  StreekPoint wanted = get_ground (fixture, middle_x + 19, middle_y - 10);
  double x, y;

  press_key (fixture, GDK_KEY_Right, 0);
  press_key (fixture, GDK_KEY_Right, 0);
  press_key (fixture, GDK_KEY_Up, 0);
  press_key (fixture, GDK_KEY_plus, 0);
  press_key (fixture, GDK_KEY_minus, 0);
  press_key (fixture, GDK_KEY_Left, GDK_SHIFT_MASK);
  g_assert_null (get_hovered (fixture));
  g_assert_cmpint (answer, ==, -1);
  press_key (fixture, GDK_KEY_Return, 0);
  g_assert_cmpint (answer, ==, TRUE);
  g_assert_true (streek_pick_get_point (pick, &x, &y));
  g_assert_cmpfloat_with_epsilon (x, wanted.x, 1e-3);
  g_assert_cmpfloat_with_epsilon (y, wanted.y, 1e-3);
  g_assert_null (fixture->view->pick);
}

/* At the edge the map follows the cross-hair; Escape takes nothing. */
static void
test_map_follows_the_cross_hair (Fixture *fixture, gconstpointer data)
{
  int answer;
  g_autoptr (StreekPick) pick = begin_pick (fixture, &answer);
  StreekPoint before = get_ground (fixture, 0, 0);
  double x, y, place_x, place_y;

  for (guint i = 0; i < 40; i++)
    press_key (fixture, GDK_KEY_Left, 0);

  g_assert_cmpfloat (get_ground (fixture, 0, 0).x, <, before.x - 1);
  g_assert_true (streek_pick_get_cross (pick, &x, &y));
  g_assert_true (streek_map_view_find_place (fixture->view, x, y, &place_x, &place_y));
  g_assert_cmpfloat (place_x, >, 0);
  press_key (fixture, GDK_KEY_Escape, 0);
  g_assert_cmpint (answer, ==, FALSE);
  g_assert_null (fixture->view->pick);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  gtk_init ();

#define input_test(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  input_test ("/app/map-input/ground-stays-between-two-fingers",
              test_ground_stays_between_two_fingers);
  input_test ("/app/map-input/two-fingers-move-the-map", test_two_fingers_move_the_map);
  input_test ("/app/map-input/fingers-are-shared", test_fingers_are_shared);
  input_test ("/app/map-input/long-press-points", test_long_press_points);
  input_test ("/app/map-input/wheel-zooms-at-the-pointer", test_wheel_zooms_at_the_pointer);
  input_test ("/app/map-input/glide-ends-at-the-same-place", test_glide_ends_at_the_same_place);
  input_test ("/app/map-input/keys-walk-choose-and-zoom", test_keys_walk_choose_and_zoom);
  input_test ("/app/map-input/keys-take-a-point", test_keys_take_a_point);
  input_test ("/app/map-input/map-follows-the-cross-hair", test_map_follows_the_cross_hair);
  input_test ("/app/map-input/nothing-is-hit-through-furniture",
              test_nothing_is_hit_through_furniture);

  return g_test_run ();
}
