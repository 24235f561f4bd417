/* streek-map-panels.c: several map sheets beside each other that move and point together */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "streek-map-panels"
#include "config.h"
#include "map/streek-map-panels.h"

#include "map/streek-map-view.h"
#include "map/streek-number-list.h"
#include "map/streek-panel-button.h"
#include "workspace/streek-map-groups.h"

#define GAP_PX 6

/* One map with its heading. */
typedef struct
{
  GtkWidget *box;
  GtkWidget *heading; /* a label, or of a map beside the first a button */
  StreekMapView *view;
  StreekContext *context;
} Cell;

struct _StreekMapPanels
{
  GtkWidget parent_instance;

  StreekContext *context;
  GPtrArray *cells; /* (element-type Cell) */
  GtkSizeGroup *headings;
  StreekPick *pick; /* (nullable): the point that a person is asked to show */
  StreekMapGroup *group;
  GError *error;
  GCancellable *loading;
  guint active; /* index of the map that was pointed at last */
  guint n_columns;
  char *within; /* (nullable): of the maps shown: other land is shown from everything again */
};

enum
{
  SIGNAL_CHANGED,
  SIGNAL_ARRANGED,
  SIGNAL_SETTLED,
  SIGNAL_POINTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StreekMapPanels, streek_map_panels, GTK_TYPE_WIDGET)

static void
cell_free (gpointer data)
{
  Cell *cell = data;

  gtk_widget_unparent (cell->box);
  g_object_unref (cell->context);
  g_free (cell);
}

static Cell *
get_cell (StreekMapPanels *self, guint index)
{
  return self->cells->pdata[index];
}

static void
tell_settled (StreekMapPanels *self)
{
  if (!streek_map_panels_is_busy (self))
    g_signal_emit (self, signals[SIGNAL_SETTLED], 0);
}

/* Whoever moves one map moves all. */
static void
on_view_moved_cb (StreekMapPanels *self, StreekMapView *moved)
{
  StreekView view = streek_map_view_get_view (moved);

  for (guint i = 0; i < self->cells->len; i++)
    if (get_cell (self, i)->view != moved)
      streek_map_view_show_view (get_cell (self, i)->view, view);
}

static void
on_entered_cb (GtkEventController *controller, StreekMapPanels *self)
{
  GtkWidget *view = gtk_event_controller_get_widget (controller);

  for (guint i = 0; i < self->cells->len; i++)
    if (GTK_WIDGET (get_cell (self, i)->view) == view && self->active != i)
      {
        self->active = i;
        g_signal_emit (self, signals[SIGNAL_POINTED], 0);
      }
}

static void
on_motion_cb (GtkEventController *controller, double x, double y, StreekMapPanels *self)
{
  on_entered_cb (controller, self);
}

static void
on_arranged_cb (StreekMapPanels *self, gpointer part, gpointer corner)
{
  g_signal_emit (self, signals[SIGNAL_ARRANGED], 0, part, corner);
}

static void
watch_view (StreekMapPanels *self, StreekMapView *view)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  /* before the sheet tells what lies under the pointer */
  gtk_event_controller_set_propagation_phase (motion, GTK_PHASE_CAPTURE);
  g_signal_connect (motion, "motion", G_CALLBACK (on_motion_cb), self);
  g_signal_connect (focus, "enter", G_CALLBACK (on_entered_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (view), motion);
  gtk_widget_add_controller (GTK_WIDGET (view), focus);
  g_signal_connect_object (view, "moved", G_CALLBACK (on_view_moved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "arranged", G_CALLBACK (on_arranged_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "picture-ready", G_CALLBACK (tell_settled), self,
                           G_CONNECT_SWAPPED);
}

static GtkWidget *
make_heading (StreekMapPanels *self, guint index)
{
  const StreekFigureSpec *spec = streek_context_get_spec (self->context);

  if (index > 0 && spec->panels.n_multiples == 0)
    return streek_panel_button_new (self->context, index - 1);

  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_add_css_class (label, "panel-heading");

  return label;
}

/* Areas of another division have codes of their own, so nothing that is chosen means the same. */
static gboolean
shares_selection (StreekMapPanels *self, guint index)
{
  const StreekFigure *figure = streek_map_group_get_figure (self->group, index);

  return g_strcmp0 (streek_figure_get_spec (figure)->set,
                    streek_context_get_spec (self->context)->set) == 0;
}

static void
add_cell (StreekMapPanels *self, guint index)
{
  Cell *cell = g_new0 (Cell, 1);

  cell->context = streek_context_new_beside (shares_selection (self, index) ? self->context : NULL);
  cell->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  cell->heading = make_heading (self, index);
  cell->view = g_object_new (STREEK_TYPE_MAP_VIEW, "hexpand", TRUE, "vexpand", TRUE, NULL);
  streek_map_view_set_small (cell->view, index == 0);
  streek_map_view_set_context (cell->view, cell->context);
  streek_map_view_set_pick (cell->view, self->pick);
  watch_view (self, cell->view);
  gtk_size_group_add_widget (self->headings, cell->heading);
  gtk_box_append (GTK_BOX (cell->box), cell->heading);
  gtk_box_append (GTK_BOX (cell->box), GTK_WIDGET (cell->view));
  gtk_widget_set_parent (cell->box, GTK_WIDGET (self));
  g_ptr_array_add (self->cells, cell);
}

/* The same kind of headings, and what is chosen shared by the same maps. */
static gboolean
fits_cells (StreekMapPanels *self)
{
  const StreekFigureSpec *spec = streek_context_get_spec (self->context);
  StreekSelection *selection = streek_context_get_selection (self->context);

  if (self->group == NULL || self->cells->len != streek_map_group_get_n (self->group))
    return FALSE;

  for (guint i = 0; i < self->cells->len; i++)
    {
      Cell *cell = get_cell (self, i);
      gboolean is_shared = streek_context_get_selection (cell->context) == selection;
      gboolean wants_button = i > 0 && spec->panels.n_multiples == 0;

      if (is_shared != shares_selection (self, i) ||
          wants_button != STREEK_IS_PANEL_BUTTON (cell->heading))
        return FALSE;
    }

  return TRUE;
}

static void
show_figures (StreekMapPanels *self)
{
  for (guint i = 0; i < self->cells->len; i++)
    {
      Cell *cell = get_cell (self, i);
      const char *heading = streek_map_group_get_heading (self->group, i);

      if (STREEK_IS_PANEL_BUTTON (cell->heading))
        streek_panel_button_set_heading (STREEK_PANEL_BUTTON (cell->heading), heading);
      else
        gtk_label_set_text (GTK_LABEL (cell->heading), heading);
      streek_context_show_figure (cell->context,
                                  streek_figure_ref (streek_map_group_get_figure (self->group, i)));
    }
}

/* Takes @group and @error; at most one of both is there. */
static void
take_group (StreekMapPanels *self, StreekMapGroup *group, GError *error)
{
  const StreekFigureSpec *spec = streek_context_get_spec (self->context);

  g_clear_pointer (&self->group, streek_map_group_unref);
  g_clear_error (&self->error);
  self->group = group;
  self->error = error;

  if (!fits_cells (self))
    {
      g_ptr_array_set_size (self->cells, 0);
      self->active = 0;
      for (guint i = 0; group != NULL && i < streek_map_group_get_n (group); i++)
        add_cell (self, i);
    }
  if (group != NULL)
    show_figures (self);
  if (g_strcmp0 (self->within, spec->within) != 0)
    {
      g_free (self->within);
      self->within = g_strdup (spec->within);
      streek_map_panels_zoom_to_fit (self);
    }
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
on_group_made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StreekMapPanels) self = user_data; /* the reference taken when the work began */
  g_autoptr (GError) error = NULL;
  StreekMapGroup *group =
    streek_workspace_make_map_group_finish (STREEK_WORKSPACE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_object (&self->loading);
  take_group (self, group, g_steal_pointer (&error));
  tell_settled (self);
}

static void
cancel (StreekMapPanels *self)
{
  if (self->loading != NULL)
    g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
}

/* What is shown stays until the next is there. */
static void
update (StreekMapPanels *self)
{
  const StreekFigureSpec *spec = streek_context_get_spec (self->context);
  StreekWorkspace *workspace = streek_context_get_workspace (self->context);

  cancel (self);
  if (workspace == NULL || streek_context_get_catalogue (self->context) == NULL ||
      spec->set == NULL || streek_panels_is_single (&spec->panels))
    {
      if (self->group != NULL || self->error != NULL)
        take_group (self, NULL, NULL);
      tell_settled (self);
      return;
    }

  self->loading = g_cancellable_new ();
  streek_workspace_make_map_group_async (workspace, spec, self->loading, on_group_made_cb,
                                         g_object_ref (self));
}

static void
streek_map_panels_measure (GtkWidget *widget,
                           GtkOrientation orientation,
                           int for_size,
                           int *minimum,
                           int *natural,
                           int *minimum_baseline,
                           int *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 240 : 180;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 560 : 480;
}

/* All cells as large as each other, as many beside each other as makes the maps largest. */
static void
streek_map_panels_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  StreekMapPanels *self = STREEK_MAP_PANELS (widget);
  int n = (int) self->cells->len;

  if (n == 0 || self->group == NULL)
    return;

  int head;

  gtk_widget_measure (get_cell (self, 0)->heading, GTK_ORIENTATION_VERTICAL, -1, &head, NULL, NULL,
                      NULL);
  self->n_columns = streek_map_group_count_columns (self->group, width, height, head);

  int n_columns = (int) self->n_columns, n_lines = (n + n_columns - 1) / n_columns;

  for (int i = 0; i < n; i++)
    {
      int column = i % n_columns, line = i / n_columns;
      int left = column * (width + GAP_PX) / n_columns, top = line * (height + GAP_PX) / n_lines;
      int right = (column + 1) * (width + GAP_PX) / n_columns - GAP_PX;
      int bottom = (line + 1) * (height + GAP_PX) / n_lines - GAP_PX;
      GtkWidget *box = get_cell (self, (guint) i)->box;
      int least_width, least_height;

      gtk_widget_measure (box, GTK_ORIENTATION_HORIZONTAL, -1, &least_width, NULL, NULL, NULL);
      gtk_widget_measure (box, GTK_ORIENTATION_VERTICAL, -1, &least_height, NULL, NULL, NULL);
      gtk_widget_size_allocate (box,
                                &(GtkAllocation){ left, top, MAX (right - left, least_width),
                                                  MAX (bottom - top, least_height) },
                                -1);
    }
}

static void
streek_map_panels_dispose (GObject *object)
{
  StreekMapPanels *self = STREEK_MAP_PANELS (object);

  cancel (self);
  g_ptr_array_set_size (self->cells, 0);
  g_clear_pointer (&self->group, streek_map_group_unref);
  g_clear_error (&self->error);
  g_clear_object (&self->pick);
  g_clear_object (&self->headings);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (streek_map_panels_parent_class)->dispose (object);
}

static void
streek_map_panels_finalize (GObject *object)
{
  StreekMapPanels *self = STREEK_MAP_PANELS (object);

  g_clear_pointer (&self->cells, g_ptr_array_unref);
  g_clear_pointer (&self->within, g_free);

  G_OBJECT_CLASS (streek_map_panels_parent_class)->finalize (object);
}

static void
streek_map_panels_class_init (StreekMapPanelsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = streek_map_panels_dispose;
  object_class->finalize = streek_map_panels_finalize;
  widget_class->measure = streek_map_panels_measure;
  widget_class->size_allocate = streek_map_panels_size_allocate;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  signals[SIGNAL_ARRANGED] =
    g_signal_new ("arranged", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 2, G_TYPE_POINTER, G_TYPE_POINTER);
  signals[SIGNAL_SETTLED] = g_signal_new ("settled", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  signals[SIGNAL_POINTED] = g_signal_new ("pointed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "mappanels");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
streek_map_panels_init (StreekMapPanels *self)
{
  self->cells = g_ptr_array_new_with_free_func (cell_free);
  self->headings = gtk_size_group_new (GTK_SIZE_GROUP_VERTICAL);
  self->n_columns = 1;
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

void
streek_map_panels_set_context (StreekMapPanels *self, StreekContext *context)
{
  g_return_if_fail (STREEK_IS_MAP_PANELS (self));
  g_return_if_fail (self->context == NULL);

  self->context = g_object_ref (context);
  g_signal_connect_object (context, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (context, "data-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

StreekMapGroup *
streek_map_panels_get_group (StreekMapPanels *self)
{
  g_return_val_if_fail (STREEK_IS_MAP_PANELS (self), NULL);

  return self->group;
}

gboolean
streek_map_panels_is_busy (StreekMapPanels *self)
{
  g_return_val_if_fail (STREEK_IS_MAP_PANELS (self), FALSE);

  for (guint i = 0; i < self->cells->len; i++)
    if (streek_map_view_is_painting (get_cell (self, i)->view))
      return TRUE;

  return self->loading != NULL;
}

const GError *
streek_map_panels_get_error (StreekMapPanels *self)
{
  g_return_val_if_fail (STREEK_IS_MAP_PANELS (self), NULL);

  return self->error;
}

StreekContext *
streek_map_panels_get_context (StreekMapPanels *self, guint index)
{
  g_return_val_if_fail (STREEK_IS_MAP_PANELS (self) && index < self->cells->len, NULL);

  return get_cell (self, index)->context;
}

guint
streek_map_panels_get_active (StreekMapPanels *self)
{
  g_return_val_if_fail (STREEK_IS_MAP_PANELS (self), 0);

  return self->active;
}

void
streek_map_panels_zoom_by (StreekMapPanels *self, double factor)
{
  g_return_if_fail (STREEK_IS_MAP_PANELS (self));

  if (self->cells->len > 0)
    streek_map_view_zoom_by (get_cell (self, 0)->view, factor);
}

void
streek_map_panels_zoom_to_fit (StreekMapPanels *self)
{
  g_return_if_fail (STREEK_IS_MAP_PANELS (self));

  for (guint i = 0; i < self->cells->len; i++)
    streek_map_view_show_view (get_cell (self, i)->view, (StreekView){ 0 });
}

void
streek_map_panels_begin_lasso (StreekMapPanels *self)
{
  g_return_if_fail (STREEK_IS_MAP_PANELS (self));

  if (self->active < self->cells->len)
    streek_map_view_begin_lasso (get_cell (self, self->active)->view);
}

void
streek_map_panels_set_pick (StreekMapPanels *self, StreekPick *pick)
{
  g_return_if_fail (STREEK_IS_MAP_PANELS (self));

  g_set_object (&self->pick, pick);
  for (guint i = 0; i < self->cells->len; i++)
    streek_map_view_set_pick (get_cell (self, i)->view, pick);
}

void
streek_map_panels_begin_picking (StreekMapPanels *self)
{
  g_return_if_fail (STREEK_IS_MAP_PANELS (self));

  if (self->active < self->cells->len)
    streek_map_view_begin_picking (get_cell (self, self->active)->view);
}

double
streek_map_panels_get_pointer (StreekMapPanels *self)
{
  double x = 0, y;

  g_return_val_if_fail (STREEK_IS_MAP_PANELS (self), 0);

  if (self->active < self->cells->len)
    streek_map_view_get_pointer (get_cell (self, self->active)->view, &x, &y);

  return (self->active % self->n_columns + x) / self->n_columns;
}

void
streek_map_panels_set_trend (StreekMapPanels *self, const char *words)
{
  g_return_if_fail (STREEK_IS_MAP_PANELS (self));

  for (guint i = 0; i < self->cells->len; i++)
    streek_map_view_set_trend (get_cell (self, i)->view, words);
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  const StreekListedNumber *one = a, *other = b;

  return (one->number > other->number) - (one->number < other->number);
}

static void
add_numbers (Cell *cell, const GArray *numbered, GHashTable *known, GArray *numbers)
{
  StreekFigure *figure = streek_context_get_figure (cell->context);

  for (guint i = 0; figure != NULL && numbered != NULL && i < numbered->len; i++)
    {
      const StreekNumbered *one = &g_array_index (numbered, StreekNumbered, i);
      const StreekListedNumber entry = { one->number, figure, one->row, TRUE };

      if (g_hash_table_add (known, GUINT_TO_POINTER (one->number)))
        g_array_append_val (numbers, entry);
    }
}

guint
streek_map_panels_list_numbers (StreekMapPanels *self, GArray *numbers)
{
  g_return_val_if_fail (STREEK_IS_MAP_PANELS (self) && numbers != NULL, 0);

  g_autoptr (GHashTable) known = g_hash_table_new (NULL, NULL);
  guint most = 0;

  for (guint i = 0; i < self->cells->len; i++)
    {
      guint n_unnamed;
      const GArray *numbered = streek_map_view_get_numbered (get_cell (self, i)->view, &n_unnamed);

      add_numbers (get_cell (self, i), numbered, known, numbers);
      most = MAX (most, n_unnamed);
    }

  g_array_sort (numbers, compare_numbers);

  return most;
}
