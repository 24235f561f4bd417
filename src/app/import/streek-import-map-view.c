/* streek-import-map-view.c: the map of what a file would change, an indicator and period at a time
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "import/streek-import-map-view.h"

#include "import/streek-choice-button.h"
#include "import/streek-import-report.h"
#include "map/streek-legend.h"
#include "map/streek-map-view.h"
#include "streek-choice.h"
#include "workspace/streek-import-map.h"

#include <glib/gi18n.h>

struct _StreekImportMapView
{
  AdwBin parent_instance;

  GtkBox *indicator_box;
  GtkBox *detail_box; /* period and kind of area */
  GtkStack *stack;    /* none, map */
  GtkLabel *none_label;
  StreekMapView *map;
  GtkLabel *pointed_label;
  StreekLegend *legend;
  GtkLabel *off_map_label;
  StreekChoiceButton *indicator_button;
  StreekChoiceButton *period_button;
  StreekChoiceButton *set_button;

  StreekWorkspace *workspace;
  StreekImport *import;   /* (nullable) */
  StreekImportMap *shown; /* (nullable): the last one made, of this import */
  StreekContext *context; /* of the map alone: it has no workspace */
  guint series;           /* chosen */
  char *set;              /* (nullable): chosen */
  GCancellable *making;   /* (nullable): while a worker makes one */
};

G_DEFINE_FINAL_TYPE (StreekImportMapView, streek_import_map_view, ADW_TYPE_BIN)

static const StreekImportSeries *
get_series (StreekImportMapView *self, guint index)
{
  return self->import->series->pdata[index];
}

static char *
dup_period (const StreekImportSeries *series)
{
  return streek_format_period (streek_format_get_default (), series->period);
}

/* What an area of the map gets, or how to ask. */
static void
update_pointed (StreekImportMapView *self)
{
  g_autofree char *words = streek_context_dup_pointed_words (self->context);

  gtk_label_set_text (self->pointed_label,
                      words != NULL ? words : _ ("Point at an area, or walk with the arrow keys."));
  if (words != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self->pointed_label), "dim-label");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->pointed_label), "dim-label");
}

static void
show_none (StreekImportMapView *self, const char *words)
{
  gtk_label_set_text (self->none_label, words);
  gtk_stack_set_visible_child_name (self->stack, "none");
}

static void
update_off_map (StreekImportMapView *self)
{
  guint n = self->shown->n_off_map;
  g_autofree char *words = g_strdup_printf (
    ngettext ("%u figure is of no area on this map.", "%u figures are of no area on this map.", n),
    n);

  gtk_label_set_text (self->off_map_label, words);
  gtk_widget_set_visible (GTK_WIDGET (self->off_map_label), n > 0);
}

static void
update_set_button (StreekImportMapView *self)
{
  const GPtrArray *sets = self->shown->sets;

  for (guint i = 0; i < sets->len; i++)
    {
      const StreekImportMapSet *set = sets->pdata[i];

      if (g_strcmp0 (set->code, self->shown->set) == 0)
        streek_choice_button_set_current (self->set_button, set->code, set->name);
    }

  gtk_widget_set_visible (GTK_WIDGET (self->set_button), sets->len > 1);
}

static void
show_map (StreekImportMapView *self)
{
  update_set_button (self);
  update_off_map (self);
  if (self->shown->figure == NULL)
    {
      show_none (self, _ ("None of these figures is of an area on the map."));
      return;
    }

  streek_context_show_figure (self->context, streek_figure_ref (self->shown->figure));
  update_pointed (self);
  gtk_stack_set_visible_child_name (self->stack, "map");
}

static void
on_made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StreekImportMapView) self = user_data; /* the reference taken when making began */
  g_autoptr (GError) error = NULL;
  StreekImportMap *map = streek_import_map_make_finish (STREEK_WORKSPACE (source), result, &error);

  if (g_task_get_cancellable (G_TASK (result)) != self->making)
    {
      streek_import_map_free (map);
      return;
    }

  g_clear_object (&self->making);
  g_clear_pointer (&self->shown, streek_import_map_free);
  self->shown = map;
  if (map != NULL)
    show_map (self);
  else
    show_none (self, error->message);
}

static void
cancel (StreekImportMapView *self)
{
  if (self->making != NULL)
    g_cancellable_cancel (self->making);
  g_clear_object (&self->making);
}

static void
update_series_buttons (StreekImportMapView *self)
{
  const StreekImportSeries *series = get_series (self, self->series);
  g_autofree char *period = dup_period (series);
  g_autofree char *id = g_strdup_printf ("%u", self->series);
  gboolean has_indicators = FALSE;
  gboolean has_periods = FALSE;

  for (guint i = 0; i < self->import->series->len; i++)
    {
      gboolean is_other = g_strcmp0 (get_series (self, i)->indicator, series->indicator) != 0;

      has_indicators |= is_other;
      has_periods |= !is_other && i != self->series;
    }

  streek_choice_button_set_current (self->indicator_button, series->indicator,
                                    series->name != NULL ? series->name : series->indicator);
  streek_choice_button_set_current (self->period_button, id, period);
  gtk_widget_set_sensitive (GTK_WIDGET (self->indicator_button), has_indicators);
  gtk_widget_set_sensitive (GTK_WIDGET (self->period_button), has_periods);
}

static void
make_map (StreekImportMapView *self)
{
  cancel (self);
  update_series_buttons (self);
  self->making = g_cancellable_new ();
  streek_import_map_make_async (self->workspace, self->import, self->series, self->set,
                                self->making, on_made_cb, g_object_ref (self));
}

static char *
dup_counts (const StreekImportSeries *series)
{
  return streek_import_report_dup_counts (series->n_new, series->n_changed, series->n_unchanged);
}

/* An indicator once, where its series begin. */
static GListModel *
make_indicators (gpointer data)
{
  StreekImportMapView *self = data;
  GListStore *choices = g_list_store_new (STREEK_TYPE_CHOICE);
  const char *last = NULL;

  for (guint i = 0; i < self->import->series->len; i++)
    {
      const StreekImportSeries *series = get_series (self, i);

      if (g_strcmp0 (series->indicator, last) == 0)
        continue;

      g_autoptr (StreekChoice) choice =
        streek_choice_new (series->indicator, series->name != NULL ? series->name : "",
                           series->is_new_indicator ? _ ("New indicator") : NULL, NULL);

      last = series->indicator;
      g_list_store_append (choices, choice);
    }

  return G_LIST_MODEL (choices);
}

static GListModel *
make_periods (gpointer data)
{
  StreekImportMapView *self = data;
  GListStore *choices = g_list_store_new (STREEK_TYPE_CHOICE);
  const char *indicator = get_series (self, self->series)->indicator;

  for (guint i = self->import->series->len; i > 0; i--)
    {
      const StreekImportSeries *series = get_series (self, i - 1);

      if (g_strcmp0 (series->indicator, indicator) != 0)
        continue;

      g_autofree char *id = g_strdup_printf ("%u", i - 1);
      g_autofree char *period = dup_period (series);
      g_autofree char *counts = dup_counts (series);
      g_autoptr (StreekChoice) choice = streek_choice_new (id, period, counts, NULL);

      g_list_store_append (choices, choice);
    }

  return G_LIST_MODEL (choices);
}

static GListModel *
make_sets (gpointer data)
{
  StreekImportMapView *self = data;
  GListStore *choices = g_list_store_new (STREEK_TYPE_CHOICE);

  for (guint i = 0; self->shown != NULL && i < self->shown->sets->len; i++)
    {
      const StreekImportMapSet *set = self->shown->sets->pdata[i];
      g_autofree char *detail =
        g_strdup_printf (ngettext ("%u figure", "%u figures", set->n_cells), set->n_cells);
      g_autoptr (StreekChoice) choice = streek_choice_new (set->code, set->name, detail, NULL);

      g_list_store_append (choices, choice);
    }

  return G_LIST_MODEL (choices);
}

/* The series of an indicator that is nearest to what was shown: of the same period, else its last.
 */
static gboolean
find_series (StreekImportMapView *self, const char *indicator, StreekPeriod period, guint *found)
{
  gboolean has_one = FALSE;

  for (guint i = 0; i < self->import->series->len; i++)
    {
      const StreekImportSeries *series = get_series (self, i);

      if (g_strcmp0 (series->indicator, indicator) != 0)
        continue;

      *found = i;
      has_one = TRUE;
      if (streek_period_equal (series->period, period))
        break;
    }

  return has_one;
}

static void
on_indicator_chosen_cb (StreekImportMapView *self, const char *id)
{
  StreekPeriod period = get_series (self, self->series)->period;

  if (find_series (self, id, period, &self->series))
    make_map (self);
}

static void
on_period_chosen_cb (StreekImportMapView *self, const char *id)
{
  guint64 series = g_ascii_strtoull (id, NULL, 10);

  if (series < self->import->series->len)
    {
      self->series = (guint) series;
      make_map (self);
    }
}

static void
on_set_chosen_cb (StreekImportMapView *self, const char *id)
{
  g_free (self->set);
  self->set = g_strdup (id);
  make_map (self);
}

static StreekChoiceButton *
add_button (StreekImportMapView *self,
            GtkBox *box,
            const char *name,
            const char *placeholder,
            StreekChoicesFunc func,
            GCallback callback)
{
  GtkWidget *button = streek_choice_button_new (name, placeholder, func, callback, self);

  gtk_widget_set_hexpand (button, TRUE);
  gtk_box_append (box, button);

  return STREEK_CHOICE_BUTTON (button);
}

static void
streek_import_map_view_dispose (GObject *object)
{
  StreekImportMapView *self = STREEK_IMPORT_MAP_VIEW (object);

  cancel (self);
  g_clear_pointer (&self->import, streek_import_unref);
  g_clear_pointer (&self->shown, streek_import_map_free);
  g_clear_pointer (&self->set, g_free);
  g_clear_object (&self->workspace);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (streek_import_map_view_parent_class)->dispose (object);
}

static void
streek_import_map_view_class_init (StreekImportMapViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = streek_import_map_view_dispose;

  g_type_ensure (STREEK_TYPE_LEGEND);
  g_type_ensure (STREEK_TYPE_MAP_VIEW);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/be/streekatlas/Streekatlas/ui/streek-import-map-view.ui");
  gtk_widget_class_bind_template_child (widget_class, StreekImportMapView, indicator_box);
  gtk_widget_class_bind_template_child (widget_class, StreekImportMapView, detail_box);
  gtk_widget_class_bind_template_child (widget_class, StreekImportMapView, stack);
  gtk_widget_class_bind_template_child (widget_class, StreekImportMapView, none_label);
  gtk_widget_class_bind_template_child (widget_class, StreekImportMapView, map);
  gtk_widget_class_bind_template_child (widget_class, StreekImportMapView, pointed_label);
  gtk_widget_class_bind_template_child (widget_class, StreekImportMapView, legend);
  gtk_widget_class_bind_template_child (widget_class, StreekImportMapView, off_map_label);
}

static void
streek_import_map_view_init (StreekImportMapView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->context = streek_context_new ();
  streek_map_view_set_context (self->map, self->context);
  streek_legend_set_context (self->legend, self->context);
  g_signal_connect_object (streek_context_get_selection (self->context), "notify::hovered",
                           G_CALLBACK (update_pointed), self, G_CONNECT_SWAPPED);

  self->indicator_button =
    add_button (self, self->indicator_box, _ ("Indicator on the map"), _ ("Find an indicator"),
                make_indicators, G_CALLBACK (on_indicator_chosen_cb));
  self->period_button =
    add_button (self, self->detail_box, _ ("Period on the map"), _ ("Find a period"), make_periods,
                G_CALLBACK (on_period_chosen_cb));
  self->set_button =
    add_button (self, self->detail_box, _ ("Areas on the map"), _ ("Find a kind of area"),
                make_sets, G_CALLBACK (on_set_chosen_cb));
}

void
streek_import_map_view_set_import (StreekImportMapView *self,
                                   StreekWorkspace *workspace,
                                   StreekImport *import)
{
  g_return_if_fail (STREEK_IS_IMPORT_MAP_VIEW (self));

  g_autofree char *indicator = NULL;
  StreekPeriod period = { 0 };

  if (self->import != NULL && self->series < self->import->series->len)
    {
      indicator = g_strdup (get_series (self, self->series)->indicator);
      period = get_series (self, self->series)->period;
    }

  cancel (self);
  g_set_object (&self->workspace, workspace);
  g_clear_pointer (&self->import, streek_import_unref);
  g_clear_pointer (&self->shown, streek_import_map_free);
  self->import = import != NULL ? streek_import_ref (import) : NULL;
  gtk_widget_set_visible (GTK_WIDGET (self), import != NULL && import->series->len > 0);
  if (import == NULL || import->series->len == 0)
    return;

  if (!find_series (self, indicator, period, &self->series))
    self->series = streek_import_map_find_series (import);

  make_map (self);
}
