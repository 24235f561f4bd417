/* streek-values-view.c: the figures of the context's indicator, per area and period */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "indicators/streek-values-view.h"

#include "indicators/streek-entry-window.h"
#include "indicators/streek-value-row.h"
#include "streek-column-view.h"
#include "streek-seen.h"
#include "streek-waiting.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>

struct _StreekValuesView
{
  GtkWidget parent_instance;

  GtkStack *stack; /* table, loading, empty, error */
  AdwStatusPage *empty_page;
  GtkWidget *empty_enter_button;
  AdwStatusPage *error_page;
  GtkColumnView *column_view;
  GtkLabel *signs_label;
  GtkLabel *remarks_label;

  StreekContext *context;
  StreekFigureSpec *shown_spec; /* (nullable): what the grid was asked for */
  StreekValueGrid *grid;        /* (nullable) */
  GListStore *rows;             /* (element-type StreekValueRow) */
  GListModel *sorted;
  GCancellable *cancellable;
};

typedef struct
{
  StreekWorkspace *workspace;
  StreekCatalogue *catalogue; /* the indicator is in it */
  const StreekIndicator *indicator;
  StreekFigureSpec *spec;
} LoadJob;

enum
{
  SIGNAL_AREA_ACTIVATED,
  SIGNAL_LOADED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StreekValuesView, streek_values_view, GTK_TYPE_WIDGET)

#define PERIOD_KEY "streek-period"

static void
load_job_free (gpointer data)
{
  LoadJob *job = data;

  g_object_unref (job->workspace);
  streek_catalogue_unref (job->catalogue);
  streek_figure_spec_free (job->spec);
  g_free (job);
}

/* Whether a figure can be typed in, follows from what is shown. */
static void
update_enter (StreekValuesView *self)
{
  const StreekIndicator *indicator = streek_context_get_indicator (self->context);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "values.enter",
                                 streek_entry_is_possible (self->context, indicator));
  gtk_widget_set_visible (self->empty_enter_button, indicator != NULL);
}

static void
enter (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  StreekValuesView *self = STREEK_VALUES_VIEW (widget);
  GtkSelectionModel *selection = gtk_column_view_get_model (self->column_view);
  StreekValueRow *row = gtk_single_selection_get_selected_item (GTK_SINGLE_SELECTION (selection));
  g_autofree char *area =
    row != NULL
      ? g_strdup_printf ("%s:%s", streek_context_get_spec (self->context)->set,
                         streek_value_grid_get_area_code (streek_value_row_get_grid (row),
                                                          streek_value_row_get_area (row)))
      : g_strdup (streek_context_get_spec (self->context)->within);
  GtkWidget *window =
    streek_entry_window_new (GTK_WINDOW (gtk_widget_get_root (widget)), self->context, area);

  gtk_window_present (GTK_WINDOW (window));
}

static void
show_empty (StreekValuesView *self, const char *title, const char *description)
{
  adw_status_page_set_title (self->empty_page, title);
  adw_status_page_set_description (self->empty_page, description);
  gtk_stack_set_visible_child_name (self->stack, "empty");
}

static guint
get_period_index (gpointer object)
{
  return GPOINTER_TO_UINT (g_object_get_data (object, PERIOD_KEY));
}

/* Cells */

static void
on_setup_cell_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), user_data != NULL ? 1 : 0);
  gtk_label_set_ellipsize (GTK_LABEL (label),
                           user_data != NULL ? PANGO_ELLIPSIZE_NONE : PANGO_ELLIPSIZE_END);

  if (user_data != NULL)
    gtk_widget_add_css_class (label, "numeric");
  else
    gtk_label_set_width_chars (GTK_LABEL (label), 22); /* names are not squeezed by periods */

  gtk_list_item_set_child (item, label);
}

static void
on_bind_name_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  StreekValueRow *row = gtk_list_item_get_item (item);
  GtkWidget *label = gtk_list_item_get_child (item);

  gtk_label_set_text (GTK_LABEL (label),
                      streek_value_grid_get_area_name (streek_value_row_get_grid (row),
                                                       streek_value_row_get_area (row)));
}

static void
set_class (GtkWidget *widget, const char *name, gboolean on)
{
  if (on)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

static void
on_bind_value_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  StreekValueRow *row = gtk_list_item_get_item (item);
  StreekValueGrid *grid = streek_value_row_get_grid (row);
  GtkWidget *label = gtk_list_item_get_child (item);
  guint area = streek_value_row_get_area (row), period = get_period_index (factory);
  const StreekFormat *format = streek_format_get_default ();
  g_autofree char *text = streek_value_grid_dup_text (grid, area, period, format);
  g_autofree char *explanation = streek_value_grid_dup_explanation (grid, area, period, format);

  gtk_label_set_text (GTK_LABEL (label), text);
  gtk_widget_set_tooltip_text (label, explanation);
  set_class (label, "dim-label",
             streek_value_grid_get_missing (grid, area, period) != STREEK_MISSING_NONE);
  set_class (label, "corrected", streek_value_grid_is_corrected (grid, area, period));
}

/* Columns */

static int
compare_names (gconstpointer a, gconstpointer b, gpointer user_data)
{
  StreekValueRow *first = (StreekValueRow *) a, *second = (StreekValueRow *) b;
  guint x = streek_value_row_get_area (first), y = streek_value_row_get_area (second);

  return (x > y) - (x < y); /* the grid has its areas by name */
}

/* What is missing comes last, from the lowest and from the highest. */
static int
compare_values (gconstpointer a, gconstpointer b, gpointer user_data)
{
  StreekValueRow *first = (StreekValueRow *) a, *second = (StreekValueRow *) b;
  guint period = GPOINTER_TO_UINT (user_data);
  double x = streek_value_grid_get_value (streek_value_row_get_grid (first),
                                          streek_value_row_get_area (first), period);
  double y = streek_value_grid_get_value (streek_value_row_get_grid (second),
                                          streek_value_row_get_area (second), period);

  if (isnan (x) || isnan (y))
    return isnan (x) - isnan (y);

  return (x > y) - (x < y);
}

static GtkColumnViewColumn *
make_name_column (void)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (on_setup_cell_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind_name_cb), NULL);

  GtkColumnViewColumn *column = gtk_column_view_column_new (_ ("Area"), factory);
  g_autoptr (GtkSorter) sorter = GTK_SORTER (gtk_custom_sorter_new (compare_names, NULL, NULL));

  gtk_column_view_column_set_sorter (column, sorter);
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_column_set_expand (column, TRUE);

  return column;
}

static GtkColumnViewColumn *
make_period_column (StreekValueGrid *grid, guint index)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autofree char *title =
    streek_format_period (streek_format_get_default (), streek_value_grid_get_period (grid, index));

  g_object_set_data (G_OBJECT (factory), PERIOD_KEY, GUINT_TO_POINTER (index));
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup_cell_cb), factory);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind_value_cb), NULL);

  GtkColumnViewColumn *column = gtk_column_view_column_new (title, factory);
  g_autoptr (GtkSorter) sorter =
    GTK_SORTER (gtk_custom_sorter_new (compare_values, GUINT_TO_POINTER (index), NULL));

  gtk_column_view_column_set_sorter (column, sorter);

  return column;
}

/* Columns are made anew only where the periods differ, so that sorting and place are kept when a
 * single figure changes. */
static gboolean
has_same_periods (const StreekValueGrid *a, const StreekValueGrid *b)
{
  if (a == NULL || streek_value_grid_get_n_periods (a) != streek_value_grid_get_n_periods (b))
    return FALSE;

  for (guint i = 0; i < streek_value_grid_get_n_periods (a); i++)
    if (!streek_period_equal (streek_value_grid_get_period (a, i),
                              streek_value_grid_get_period (b, i)))
      return FALSE;

  return TRUE;
}

static void
make_columns (StreekValuesView *self, StreekValueGrid *grid)
{
  streek_column_view_clear (self->column_view);

  g_autoptr (GtkColumnViewColumn) name = make_name_column ();

  gtk_column_view_append_column (self->column_view, name);

  for (guint i = 0; i < streek_value_grid_get_n_periods (grid); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = make_period_column (grid, i);

      gtk_column_view_append_column (self->column_view, column);
    }
}

static void
update_signs (StreekValuesView *self)
{
  guint kinds = streek_value_grid_get_missing_kinds (self->grid);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint kind = STREEK_MISSING_UNKNOWN; kind <= STREEK_MISSING_BELOW_COVERAGE; kind++)
    if ((kinds & (1u << kind)) != 0)
      g_string_append_printf (text, "%s%s  %s", text->len > 0 ? "   ·   " : "",
                              streek_missing_get_sign ((StreekMissing) kind),
                              streek_missing_get_label ((StreekMissing) kind));

  gtk_label_set_text (self->signs_label, text->str);
  gtk_widget_set_visible (GTK_WIDGET (self->signs_label), text->len > 0);
}

/* A total without the areas that lie only partly here would be taken for the whole. */
static void
update_remarks (StreekValuesView *self)
{
  g_autofree char *remarks = streek_value_grid_dup_remarks (self->grid);

  gtk_label_set_text (self->remarks_label, remarks != NULL ? remarks : "");
  gtk_widget_set_visible (GTK_WIDGET (self->remarks_label), remarks != NULL);
}

static void
show_grid (StreekValuesView *self, StreekValueGrid *grid)
{
  gboolean same = has_same_periods (self->grid, grid);
  guint n = streek_value_grid_get_n_areas (grid);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

  if (!same)
    {
      /* rows of the old grid know nothing of a period that is new */
      g_list_store_remove_all (self->rows);
      make_columns (self, grid);
    }

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (rows, streek_value_row_new (grid, i));

  g_list_store_splice (self->rows, 0, g_list_model_get_n_items (G_LIST_MODEL (self->rows)),
                       rows->pdata, rows->len);
  g_clear_pointer (&self->grid, streek_value_grid_unref);
  self->grid = streek_value_grid_ref (grid);
  update_signs (self);
  update_remarks (self);

  if (n == 0)
    show_empty (self, _ ("No Areas"),
                _ ("There is no area of this kind here on this date. Choose others above."));
  else
    gtk_stack_set_visible_child_name (self->stack, "table");

  g_signal_emit (self, signals[SIGNAL_LOADED], 0);
}

/* Loading */

static void
load_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  LoadJob *job = task_data;
  GError *error = NULL;
  StreekValuesQuery query = {
    .indicator = job->indicator->code,
    .set = job->spec->set,
    .within = job->spec->within,
    .on = job->spec->on,
    .min_coverage_pct = job->spec->min_coverage_pct,
  };
  g_autoptr (GArray) periods = streek_catalogue_list_periods (job->catalogue, job->indicator);

  /* without an end a range means the newest period; here all of them are meant */
  if (periods->len > 0)
    {
      query.periods.first = g_array_index (periods, StreekPeriod, 0);
      query.periods.last = g_array_index (periods, StreekPeriod, periods->len - 1);
    }

  StreekValueGrid *grid =
    streek_value_grid_load (job->workspace, job->indicator, &query, cancellable, &error);

  if (grid != NULL)
    g_task_return_pointer (task, grid, (GDestroyNotify) streek_value_grid_unref);
  else
    g_task_return_error (task, error);
}

static void
on_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  StreekValuesView *self = STREEK_VALUES_VIEW (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekValueGrid) grid = g_task_propagate_pointer (G_TASK (result), &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (grid == NULL)
    {
      g_autofree char *words = g_markup_escape_text (error->message, -1);

      adw_status_page_set_description (self->error_page, words);
      gtk_stack_set_visible_child_name (self->stack, "error");
      return;
    }

  show_grid (self, grid);
}

static gboolean
asks_the_same (const StreekFigureSpec *a, const StreekFigureSpec *b)
{
  return a != NULL && g_strcmp0 (a->indicator, b->indicator) == 0 &&
         g_strcmp0 (a->set, b->set) == 0 && g_strcmp0 (a->within, b->within) == 0 && a->on == b->on;
}

static void
drop_grid (StreekValuesView *self)
{
  g_clear_pointer (&self->grid, streek_value_grid_unref);
  g_list_store_remove_all (self->rows);
  g_signal_emit (self, signals[SIGNAL_LOADED], 0);
}

static void
explain_no_figures (StreekValuesView *self, const StreekIndicator *indicator)
{
  g_autofree char *words = NULL;

  if (indicator->table_url != NULL)
    words = g_markup_printf_escaped (_ ("Its table is published at %s."), indicator->table_url);

  drop_grid (self);
  show_empty (self, _ ("No Figures Yet"), words != NULL ? words : "");
}

static void
load (GtkWidget *widget)
{
  StreekValuesView *self = STREEK_VALUES_VIEW (widget);
  const StreekFigureSpec *spec = streek_context_get_spec (self->context);
  const StreekIndicator *indicator = streek_context_get_indicator (self->context);
  StreekWorkspace *workspace = streek_context_get_workspace (self->context);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->shown_spec, streek_figure_spec_free);
  self->shown_spec = streek_figure_spec_copy (spec);
  update_enter (self);

  if (workspace == NULL || streek_context_get_catalogue (self->context) == NULL)
    {
      drop_grid (self);
      gtk_stack_set_visible_child_name (self->stack, "loading");
      return;
    }

  if (indicator == NULL)
    {
      drop_grid (self);
      show_empty (self, _ ("No Indicator Chosen"),
                  _ ("Choose one from the list to see its figures."));
      return;
    }

  g_autoptr (GArray) periods =
    streek_catalogue_list_periods (streek_context_get_catalogue (self->context), indicator);

  if (periods->len == 0)
    {
      explain_no_figures (self, indicator);
      return;
    }

  LoadJob *job = g_new0 (LoadJob, 1);

  job->workspace = g_object_ref (workspace);
  job->catalogue = streek_catalogue_ref (streek_context_get_catalogue (self->context));
  job->indicator = indicator;
  job->spec = streek_figure_spec_copy (spec);
  self->cancellable = g_cancellable_new ();

  if (self->grid == NULL)
    gtk_stack_set_visible_child_name (self->stack, "loading");

  g_autoptr (GTask) task = g_task_new (self, self->cancellable, on_loaded_cb, NULL);

  g_task_set_task_data (task, job, load_job_free);
  g_task_run_in_thread (task, load_in_thread);
}

/* Nothing is read for a section that nobody looks at. */
static void
load_when_seen (StreekValuesView *self)
{
  streek_renew_when_seen (GTK_WIDGET (self), load);
}

static void
on_context_changed_cb (StreekValuesView *self)
{
  if (!asks_the_same (self->shown_spec, streek_context_get_spec (self->context)))
    load_when_seen (self);
}

static void
on_activate_cb (StreekValuesView *self, guint position)
{
  g_autoptr (StreekValueRow) row = g_list_model_get_item (self->sorted, position);

  if (row != NULL)
    g_signal_emit (self, signals[SIGNAL_AREA_ACTIVATED], 0,
                   streek_value_grid_get_area_code (streek_value_row_get_grid (row),
                                                    streek_value_row_get_area (row)));
}

static void
streek_values_view_dispose (GObject *object)
{
  StreekValuesView *self = STREEK_VALUES_VIEW (object);
  GtkWidget *child;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->context);
  g_clear_object (&self->rows);
  g_clear_object (&self->sorted);
  g_clear_pointer (&self->shown_spec, streek_figure_spec_free);
  g_clear_pointer (&self->grid, streek_value_grid_unref);

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (streek_values_view_parent_class)->dispose (object);
}

static void
streek_values_view_class_init (StreekValuesViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = streek_values_view_dispose;

  signals[SIGNAL_AREA_ACTIVATED] =
    g_signal_new ("area-activated", STREEK_TYPE_VALUES_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_LOADED] = g_signal_new ("loaded", STREEK_TYPE_VALUES_VIEW, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (STREEK_TYPE_WAITING);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/be/streekatlas/Streekatlas/ui/streek-values-view.ui");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_bind_template_child (widget_class, StreekValuesView, stack);
  gtk_widget_class_bind_template_child (widget_class, StreekValuesView, empty_page);
  gtk_widget_class_bind_template_child (widget_class, StreekValuesView, empty_enter_button);
  gtk_widget_class_bind_template_child (widget_class, StreekValuesView, error_page);
  gtk_widget_class_bind_template_child (widget_class, StreekValuesView, column_view);
  gtk_widget_class_bind_template_child (widget_class, StreekValuesView, signs_label);
  gtk_widget_class_bind_template_child (widget_class, StreekValuesView, remarks_label);
  gtk_widget_class_bind_template_callback (widget_class, on_activate_cb);
  gtk_widget_class_install_action (widget_class, "values.enter", NULL, enter);
}

static void
streek_values_view_init (StreekValuesView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->rows = g_list_store_new (STREEK_TYPE_VALUE_ROW);
  self->sorted = streek_column_view_sort (self->column_view, G_LIST_MODEL (self->rows));

  g_autoptr (GtkSelectionModel) selection =
    GTK_SELECTION_MODEL (gtk_single_selection_new (g_object_ref (self->sorted)));

  gtk_column_view_set_model (self->column_view, selection);
}

void
streek_values_view_set_context (StreekValuesView *self, StreekContext *context)
{
  g_return_if_fail (STREEK_IS_VALUES_VIEW (self) && self->context == NULL);

  self->context = g_object_ref (context);
  g_signal_connect_object (context, "changed", G_CALLBACK (on_context_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (context, "data-changed", G_CALLBACK (load_when_seen), self,
                           G_CONNECT_SWAPPED);
  load_when_seen (self);
}

StreekValueGrid *
streek_values_view_get_grid (StreekValuesView *self)
{
  g_return_val_if_fail (STREEK_IS_VALUES_VIEW (self), NULL);

  return self->grid;
}
