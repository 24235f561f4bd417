/* test-grid-views.c: a matrix and a timeline in a window: walked over, scrolled, opened, printed;
 * the signals of its controllers are emitted as GTK emits them */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "matrix/streek-grid-sheet-private.h"
#include "matrix/streek-matrix-view.h"
#include "matrix/streek-timeline-view.h"
#include "print/streek-printable.h"
#include "streek-sample-grids.h"

typedef struct
{
  GtkWidget *window;
  GtkWidget *view;
  StreekGridSheet *sheet;
  char *row; /* what was opened last */
  char *column;
  char *item;
} Fixture;

static void
on_cell_activated_cb (
  StreekGridView *view, const char *row, const char *column, const char *item, Fixture *fixture)
{
  g_free (fixture->row);
  g_free (fixture->column);
  g_free (fixture->item);
  fixture->row = g_strdup (row);
  fixture->column = g_strdup (column);
  fixture->item = g_strdup (item);
}

static GtkWidget *
find_child (GtkWidget *widget, GType type)
{
  GtkWidget *found = G_OBJECT_TYPE (widget) == type ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_child (child, type);

  return found;
}

static void
wait_for_drawing (Fixture *fixture)
{
  while (fixture->sheet->drawing == NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
show (Fixture *fixture, GtkWidget *view)
{
  fixture->window = gtk_window_new ();
  fixture->view = view;
  fixture->sheet = STREEK_GRID_SHEET (find_child (view, STREEK_TYPE_GRID_SHEET));
  g_signal_connect (view, "cell-activated", G_CALLBACK (on_cell_activated_cb), fixture);
  gtk_window_set_child (GTK_WINDOW (fixture->window), view);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 640, 480);
  gtk_window_present (GTK_WINDOW (fixture->window));
  wait_for_drawing (fixture);
}

static void
show_matrix (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StreekMatrix) matrix = GPOINTER_TO_INT (data) != 0
                                      ? streek_sample_matrix_new_large (30, 20)
                                      : streek_sample_matrix_new ();
  GtkWidget *view = streek_matrix_view_new ();

  streek_matrix_view_set_matrix (STREEK_MATRIX_VIEW (view), matrix);
  show (fixture, view);
}

static void
show_timeline (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StreekTimeline) timeline = streek_sample_timeline_new ();
  GtkWidget *view = streek_timeline_view_new ();

  streek_timeline_view_set_timeline (STREEK_TIMELINE_VIEW (view), timeline);
  show (fixture, view);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_free (fixture->row);
  g_free (fixture->column);
  g_free (fixture->item);
}

static GtkEventController *
find_controller (Fixture *fixture, GType type)
{
  g_autoptr (GListModel) list = gtk_widget_observe_controllers (GTK_WIDGET (fixture->sheet));

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (list, i);

      if (G_OBJECT_TYPE (controller) == type)
        return controller; /* the widget keeps it */
    }

  g_assert_not_reached ();
}

static void
press (Fixture *fixture, guint key, GdkModifierType state)
{
  gboolean is_handled = FALSE;

  g_signal_emit_by_name (find_controller (fixture, GTK_TYPE_EVENT_CONTROLLER_KEY), "key-pressed",
                         key, 0, state, &is_handled);
  g_assert_true (is_handled);
}

static graphene_rect_t
get_rect (Fixture *fixture, int row, int column)
{
  graphene_rect_t rect;
  int spot = streek_grid_drawing_find (fixture->sheet->drawing, row, column);

  g_assert_cmpint (spot, >=, 0);
  g_assert_true (streek_grid_sheet_get_spot_rect (fixture->sheet, spot, &rect));

  return rect;
}

/* Enter opens what the arrows came to; a screen reader hears what it is. */
static void
test_keys_walk_and_open (Fixture *fixture, gconstpointer data)
{
  press (fixture, GDK_KEY_Down, 0);
  press (fixture, GDK_KEY_Right, 0);
  gtk_test_accessible_assert_property (
    fixture->sheet, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
    "Aansluiting onderwijs en arbeidsmarkt, Zuid: partner; overgangen\n"
    "Source 2: Verslag van het dagelijks bestuur, 3 maart 2016");
  press (fixture, GDK_KEY_Return, 0);
  g_assert_cmpstr (fixture->row, ==, "r1");
  g_assert_cmpstr (fixture->column, ==, "c2");
  g_assert_cmpstr (fixture->item, ==, "r1c2");

  press (fixture, GDK_KEY_Home, 0);
  press (fixture, GDK_KEY_space, 0);
  g_assert_cmpstr (fixture->row, ==, "r1");
  g_assert_null (fixture->column);

  press (fixture, GDK_KEY_Escape, 0);
  g_assert_cmpint (fixture->sheet->spot, ==, STREEK_SPOT_NONE);

  /* all of it, with what must be said of it */
  StreekMatrix *matrix = streek_matrix_view_get_matrix (STREEK_MATRIX_VIEW (fixture->view));
  g_autofree char *all =
    g_strdup_printf ("%s Een thema telt in elke kolom.", streek_matrix_get_description (matrix));

  gtk_test_accessible_assert_property (fixture->sheet, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, all);
}

/* Scrolling goes by whole pixels, cells do not. */
static gboolean
is_in (const graphene_rect_t *clip, graphene_rect_t rect)
{
  graphene_rect_inset (&rect, 1, 1);

  return graphene_rect_contains_rect (clip, &rect);
}

/* The last cell comes into sight, and head and side stay where they are. */
static void
test_keys_scroll (Fixture *fixture, gconstpointer data)
{
  graphene_rect_t head = streek_grid_sheet_get_place (fixture->sheet, STREEK_GRID_HEAD).clip;
  graphene_rect_t side = streek_grid_sheet_get_place (fixture->sheet, STREEK_GRID_SIDE).clip;
  graphene_rect_t body = streek_grid_sheet_get_place (fixture->sheet, STREEK_GRID_BODY).clip;

  press (fixture, GDK_KEY_End, GDK_CONTROL_MASK);

  graphene_rect_t last = get_rect (fixture, 29, 19);
  graphene_rect_t name = get_rect (fixture, 29, STREEK_GRID_HEADING);
  graphene_rect_t title = get_rect (fixture, STREEK_GRID_HEADING, 19);

  g_assert_true (is_in (&body, last));
  g_assert_cmpfloat (name.origin.x, ==, side.origin.x);
  g_assert_cmpfloat_with_epsilon (name.origin.y, last.origin.y, 0.01);
  g_assert_cmpfloat_with_epsilon (title.origin.x, last.origin.x, 0.01);
  g_assert_cmpfloat (title.origin.y + title.size.height, <=, head.origin.y + head.size.height + 1);

  press (fixture, GDK_KEY_Home, GDK_CONTROL_MASK);
  last = get_rect (fixture, 0, 0);
  g_assert_true (is_in (&body, last));

  press (fixture, GDK_KEY_Page_Down, 0);
  g_assert_cmpint (streek_grid_sheet_get_spot (fixture->sheet, fixture->sheet->spot)->row, >, 4);
}

/* A click lands on what is seen there, also when the sheet was scrolled. */
static void
test_clicks_open (Fixture *fixture, gconstpointer data)
{
  GtkEventController *click = find_controller (fixture, GTK_TYPE_GESTURE_CLICK);

  gtk_adjustment_set_value (fixture->sheet->hadjustment, 300);
  gtk_adjustment_set_value (fixture->sheet->vadjustment, 200);

  graphene_rect_t rect = get_rect (fixture, 12, 7);

  g_signal_emit_by_name (click, "released", 1, rect.origin.x + rect.size.width / 2,
                         rect.origin.y + rect.size.height / 2);
  g_assert_cmpstr (fixture->row, ==, "rij 12");
  g_assert_cmpstr (fixture->column, ==, "kolom 7");
}

/* A figure that was changed elsewhere keeps the place; none at all keeps nothing. */
static void
test_figures_come_and_go (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StreekMatrix) other = streek_sample_matrix_new_large (5, 4);
  StreekMatrixView *view = STREEK_MATRIX_VIEW (fixture->view);

  streek_grid_view_show_place (STREEK_GRID_VIEW (view), 3, 2);
  streek_matrix_view_set_matrix (view, other);
  g_assert_null (fixture->sheet->drawing);
  wait_for_drawing (fixture);
  g_assert_cmpint (fixture->sheet->spot, ==,
                   streek_grid_drawing_find (fixture->sheet->drawing, 3, 2));

  streek_matrix_view_set_matrix (view, NULL);
  g_assert_null (fixture->sheet->drawing);
  g_assert_null (streek_printable_dup_printout (STREEK_PRINTABLE (view)));
}

static void
check_printout (StreekPrintout *printout, const char *title, guint n_rows)
{
  const StreekPaper paper = { .format = STREEK_PAPER_A4,
                              .landscape = TRUE,
                              .organisation = (char *) "",
                              .footer = (char *) "",
                              .logo_path = (char *) "" };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) pages = streek_printout_make_pages (printout, &paper, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (pages->len, ==, 1);
  g_assert_cmpstr (streek_printout_get_title (printout), ==, title);

  g_autoptr (StreekTable) table = streek_printout_make_table (printout, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (streek_table_get_n_rows (table), ==, n_rows);
}

static void
test_matrix_is_printed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StreekPrintout) printout =
    streek_printable_dup_printout (STREEK_PRINTABLE (fixture->view));

  check_printout (printout, "Rollen per thema", 7);
}

static void
test_timeline_is_walked_and_printed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StreekPrintout) printout =
    streek_printable_dup_printout (STREEK_PRINTABLE (fixture->view));

  check_printout (printout, "Jaarplanning", 13);

  streek_grid_view_show_place (STREEK_GRID_VIEW (fixture->view), 2, STREEK_TIMELINE_BAR);
  while (fixture->sheet->spot == STREEK_SPOT_NONE)
    g_main_context_iteration (NULL, TRUE);

  press (fixture, GDK_KEY_Right, 0);
  press (fixture, GDK_KEY_Return, 0);
  g_assert_cmpstr (fixture->row, ==, "a2");
  g_assert_cmpstr (fixture->item, ==, "m1");
  press (fixture, GDK_KEY_Left, 0);
  press (fixture, GDK_KEY_Return, 0);
  g_assert_cmpstr (fixture->row, ==, "a2");
  g_assert_null (fixture->item);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);

  g_test_add ("/app/grid-views/keys-walk-and-open", Fixture, NULL, show_matrix,
              test_keys_walk_and_open, tear_down);
  g_test_add ("/app/grid-views/keys-scroll", Fixture, GINT_TO_POINTER (1), show_matrix,
              test_keys_scroll, tear_down);
  g_test_add ("/app/grid-views/clicks-open", Fixture, GINT_TO_POINTER (1), show_matrix,
              test_clicks_open, tear_down);
  g_test_add ("/app/grid-views/figures-come-and-go", Fixture, NULL, show_matrix,
              test_figures_come_and_go, tear_down);
  g_test_add ("/app/grid-views/matrix-is-printed", Fixture, NULL, show_matrix,
              test_matrix_is_printed, tear_down);
  g_test_add ("/app/grid-views/timeline-is-walked-and-printed", Fixture, NULL, show_timeline,
              test_timeline_is_walked_and_printed, tear_down);

  return g_test_run ();
}
