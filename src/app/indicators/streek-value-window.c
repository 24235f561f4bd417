/* streek-value-window.c: the figures of one area, period by period, with what must be known of them
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "indicators/streek-value-window.h"

#include "streek-row-button.h"
#include "streek-waiting.h"
#include "indicators/streek-correction-window.h"
#include "indicators/streek-entry-window.h"
#include "indicators/streek-indicator-words.h"
#include "indicators/streek-value-grid.h"

#include <glib/gi18n.h>
#include <math.h>

struct _StreekValueWindow
{
  AdwWindow parent_instance;

  AdwWindowTitle *window_title;
  GtkStack *stack; /* loading, values, error */
  AdwStatusPage *error_page;
  AdwPreferencesGroup *group;

  StreekContext *context;
  char *indicator; /* code */
  char *set;
  char *code;
  StreekDate on;
  StreekValueGrid *grid; /* (nullable) */
  GPtrArray *rows;
  GCancellable *cancellable;
};

typedef struct
{
  StreekWorkspace *workspace;
  StreekCatalogue *catalogue;
  char *indicator;
  char *area;
  StreekDate on;
} LoadJob;

G_DEFINE_FINAL_TYPE (StreekValueWindow, streek_value_window, ADW_TYPE_WINDOW)

#define PERIOD_KEY "streek-period"

static void
load_job_free (gpointer data)
{
  LoadJob *job = data;

  g_object_unref (job->workspace);
  streek_catalogue_unref (job->catalogue);
  g_free (job->indicator);
  g_free (job->area);
  g_free (job);
}

static void
on_correct_clicked_cb (GtkButton *button, gpointer user_data)
{
  StreekValueWindow *self = user_data;
  guint period = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), PERIOD_KEY));
  const StreekIndicator *indicator =
    streek_catalogue_find (streek_context_get_catalogue (self->context), self->indicator, NULL);

  if (indicator == NULL || self->grid == NULL)
    return;

  g_autofree char *ref = g_strdup_printf ("%s:%s", self->set, self->code);
  StreekPeriod of = streek_value_grid_get_period (self->grid, period);
  StreekValueRef value = {
    .indicator = self->indicator,
    .area = ref,
    /* without a fixed date each period has the areas of its own */
    .on = self->on != STREEK_DATE_NONE ? self->on : streek_indicator_get_area_date (indicator, of),
    .period = of,
    .indicator_name = streek_indicator_get_shown_name (indicator),
    .area_name = streek_value_grid_get_area_name (self->grid, 0),
  };
  GtkWidget *window = streek_correction_window_new (
    GTK_WINDOW (self), streek_context_get_workspace (self->context), &value, indicator,
    streek_value_grid_get_value (self->grid, 0, period),
    streek_value_grid_get_missing (self->grid, 0, period),
    streek_value_grid_is_corrected (self->grid, 0, period));

  gtk_window_present (GTK_WINDOW (window));
}

/* Of a period that is not there yet, too. */
static void
enter (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  StreekValueWindow *self = STREEK_VALUE_WINDOW (widget);
  g_autofree char *area = g_strdup_printf ("%s:%s", self->set, self->code);
  GtkWidget *window = streek_entry_window_new (GTK_WINDOW (self), self->context, area);

  gtk_window_present (GTK_WINDOW (window));
}

static GtkWidget *
make_row (StreekValueWindow *self, guint period)
{
  const StreekFormat *format = streek_format_get_default ();
  g_autofree char *title =
    streek_format_period (format, streek_value_grid_get_period (self->grid, period));
  g_autofree char *text = streek_value_grid_dup_text (self->grid, 0, period, format);
  g_autofree char *words = streek_value_grid_dup_explanation (self->grid, 0, period, format);
  g_autofree char *escaped = g_markup_escape_text (words != NULL ? words : "", -1);
  /* Translators: opens the window in which the figure of a period is corrected; %s is a period. */
  g_autofree char *label = g_strdup_printf (_ ("Correct the Figure of %s"), title);
  GtkWidget *row = adw_action_row_new (), *value = gtk_label_new (text);
  GtkWidget *button = streek_row_button_new ("document-edit-symbolic", label);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), escaped);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  gtk_widget_add_css_class (value, "numeric");
  gtk_widget_set_sensitive (button, streek_context_can_write (self->context));
  gtk_widget_set_visible (button, !streek_value_grid_is_computed (self->grid, 0, period));

  if (streek_value_grid_is_corrected (self->grid, 0, period))
    gtk_widget_add_css_class (value, "corrected");

  g_object_set_data (G_OBJECT (button), PERIOD_KEY, GUINT_TO_POINTER (period));
  g_signal_connect (button, "clicked", G_CALLBACK (on_correct_clicked_cb), self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), value);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);

  return row;
}

static void
fill (StreekValueWindow *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->group, g_ptr_array_index (self->rows, i));

  g_ptr_array_set_size (self->rows, 0);

  if (streek_value_grid_get_n_areas (self->grid) == 0)
    {
      adw_status_page_set_description (self->error_page, _ ("There are no figures of this area."));
      gtk_stack_set_visible_child_name (self->stack, "error");
      return;
    }

  gboolean any_computed = FALSE;

  for (guint i = 0; i < streek_value_grid_get_n_periods (self->grid); i++)
    if (streek_value_grid_has_cell (self->grid, 0, i))
      {
        GtkWidget *row = make_row (self, i);

        adw_preferences_group_add (self->group, row);
        g_ptr_array_add (self->rows, row);
        any_computed |= streek_value_grid_is_computed (self->grid, 0, i);
      }

  adw_preferences_group_set_description (
    self->group, any_computed
                   ? _ ("What is computed from others is corrected there: show municipalities.")
                   : NULL);

  const char *name = streek_value_grid_get_area_name (self->grid, 0);

  adw_window_title_set_title (self->window_title, name);
  gtk_window_set_title (GTK_WINDOW (self), name);
  gtk_stack_set_visible_child_name (self->stack, "values");
}

static void
load_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  LoadJob *job = task_data;
  GError *error = NULL;
  const StreekIndicator *indicator = streek_catalogue_find (job->catalogue, job->indicator, &error);
  StreekValueGrid *grid = NULL;

  if (indicator != NULL)
    {
      g_autoptr (GArray) periods = streek_catalogue_list_periods (job->catalogue, indicator);
      StreekValuesQuery query = {
        .indicator = job->indicator, .area = job->area, .on = job->on, .min_coverage_pct = NAN
      };

      if (periods->len > 0)
        {
          query.periods.first = g_array_index (periods, StreekPeriod, 0);
          query.periods.last = g_array_index (periods, StreekPeriod, periods->len - 1);
        }

      grid = streek_value_grid_load (job->workspace, indicator, &query, cancellable, &error);
    }

  if (grid != NULL)
    g_task_return_pointer (task, grid, (GDestroyNotify) streek_value_grid_unref);
  else
    g_task_return_error (task, error);
}

static void
on_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  StreekValueWindow *self = STREEK_VALUE_WINDOW (source);
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

  g_clear_pointer (&self->grid, streek_value_grid_unref);
  self->grid = g_steal_pointer (&grid);
  fill (self);
}

static void
load (StreekValueWindow *self)
{
  StreekWorkspace *workspace = streek_context_get_workspace (self->context);
  StreekCatalogue *catalogue = streek_context_get_catalogue (self->context);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);

  if (workspace == NULL || catalogue == NULL)
    {
      gtk_window_close (GTK_WINDOW (self));
      return;
    }

  self->cancellable = g_cancellable_new ();

  LoadJob *job = g_new0 (LoadJob, 1);

  job->workspace = g_object_ref (workspace);
  job->catalogue = streek_catalogue_ref (catalogue);
  job->indicator = g_strdup (self->indicator);
  job->area = g_strdup_printf ("%s:%s", self->set, self->code);
  job->on = self->on;

  g_autoptr (GTask) task = g_task_new (self, self->cancellable, on_loaded_cb, NULL);

  g_task_set_task_data (task, job, load_job_free);
  g_task_run_in_thread (task, load_in_thread);
}

static void
streek_value_window_dispose (GObject *object)
{
  StreekValueWindow *self = STREEK_VALUE_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->context);
  g_clear_pointer (&self->grid, streek_value_grid_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->indicator, g_free);
  g_clear_pointer (&self->set, g_free);
  g_clear_pointer (&self->code, g_free);

  G_OBJECT_CLASS (streek_value_window_parent_class)->dispose (object);
}

static void
streek_value_window_class_init (StreekValueWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = streek_value_window_dispose;

  g_type_ensure (STREEK_TYPE_WAITING);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/be/streekatlas/Streekatlas/ui/streek-value-window.ui");
  gtk_widget_class_bind_template_child (widget_class, StreekValueWindow, window_title);
  gtk_widget_class_bind_template_child (widget_class, StreekValueWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, StreekValueWindow, error_page);
  gtk_widget_class_bind_template_child (widget_class, StreekValueWindow, group);
  gtk_widget_class_install_action (widget_class, "area-values.enter", NULL, enter);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
streek_value_window_init (StreekValueWindow *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
streek_value_window_new (GtkWindow *parent, StreekContext *context, const char *area_code)
{
  const StreekIndicator *indicator = streek_context_get_indicator (context);

  g_return_val_if_fail (GTK_IS_WINDOW (parent) && indicator != NULL, NULL);

  StreekValueWindow *self =
    g_object_new (STREEK_TYPE_VALUE_WINDOW, "transient-for", parent, "modal", TRUE, NULL);
  g_autofree char *subtitle =
    g_strdup_printf ("%s · %s", streek_indicator_get_shown_name (indicator), indicator->unit);

  self->context = g_object_ref (context);
  self->indicator = g_strdup (indicator->code);
  self->set = g_strdup (streek_context_get_spec (context)->set);
  self->code = g_strdup (area_code);
  self->on = streek_context_get_spec (context)->on;
  adw_window_title_set_subtitle (self->window_title, subtitle);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "area-values.enter",
                                 streek_entry_is_possible (context, indicator));
  g_signal_connect_object (context, "data-changed", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
  load (self);

  return GTK_WIDGET (self);
}
