/* streek-chart-kinds.c: the kinds of chart to choose from, those that do not fit with the reason */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "streek-chart-kinds"
#include "config.h"
#include "charts/streek-chart-kinds.h"

#include <adwaita.h>
#include <glib/gi18n.h>

struct _StreekChartKinds
{
  GtkWidget parent_instance;

  GtkScrolledWindow *scroller;
  GtkListBox *list;

  StreekChartModel *model;
};

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StreekChartKinds, streek_chart_kinds, GTK_TYPE_WIDGET)

static StreekChartKind
get_kind (GtkListBoxRow *row)
{
  return (StreekChartKind) GPOINTER_TO_INT (g_object_get_data (G_OBJECT (row), "streek-kind"));
}

static GtkWidget *
make_row (StreekChartKinds *self, StreekChartKind kind, const char *why_not)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *mark = gtk_image_new_from_icon_name ("object-select-symbolic");
  gboolean is_current = streek_chart_model_get_spec (self->model)->kind == kind;
  g_autofree char *title = g_markup_escape_text (streek_chart_kind_get_label (kind), -1);
  g_autofree char *subtitle = g_markup_escape_text (why_not != NULL ? why_not : "", -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 3);
  gtk_widget_set_visible (mark, is_current);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), mark);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), why_not == NULL);
  /* still reached by keys, so that its reason can be read */
  if (why_not != NULL)
    gtk_widget_add_css_class (row, "unfit");
  gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_DISABLED, why_not != NULL,
                               -1);
  g_object_set_data (G_OBJECT (row), "streek-kind", GINT_TO_POINTER (kind));

  return row;
}

static void
on_row_activated_cb (StreekChartKinds *self, GtkListBoxRow *row)
{
  streek_chart_model_set_kind (self->model, get_kind (row));
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0);
}

static void
streek_chart_kinds_dispose (GObject *object)
{
  StreekChartKinds *self = STREEK_CHART_KINDS (object);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  g_clear_object (&self->model);
  g_clear_pointer (&child, gtk_widget_unparent);

  G_OBJECT_CLASS (streek_chart_kinds_parent_class)->dispose (object);
}

static void
streek_chart_kinds_class_init (StreekChartKindsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = streek_chart_kinds_dispose;

  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
streek_chart_kinds_init (StreekChartKinds *self)
{
  self->scroller = GTK_SCROLLED_WINDOW (gtk_scrolled_window_new ());
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_scrolled_window_set_policy (self->scroller, GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (self->scroller, TRUE);
  gtk_scrolled_window_set_max_content_height (self->scroller, 380);
  gtk_scrolled_window_set_child (self->scroller, GTK_WIDGET (self->list));
  gtk_widget_set_parent (GTK_WIDGET (self->scroller), GTK_WIDGET (self));

  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Kind of chart"), -1);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (on_row_activated_cb), self);
}

void
streek_chart_kinds_set_model (StreekChartKinds *self, StreekChartModel *model)
{
  g_return_if_fail (STREEK_IS_CHART_KINDS (self));
  g_return_if_fail (self->model == NULL);

  self->model = g_object_ref (model);
}

void
streek_chart_kinds_start (StreekChartKinds *self)
{
  g_return_if_fail (STREEK_IS_CHART_KINDS (self));

  StreekChart *chart = streek_chart_model_get_chart (self->model);
  GtkWidget *child;
  GtkWidget *current = NULL;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);

  /* fitting ones first */
  for (int fits = 1; chart != NULL && fits >= 0; fits--)
    {
      StreekChartContents contents = streek_chart_get_contents (chart);

      for (StreekChartKind kind = 0; kind < STREEK_N_CHART_KINDS; kind++)
        {
          g_autofree char *why_not = streek_chart_explain_unfit (kind, &contents);

          if ((why_not == NULL) != fits)
            continue;

          GtkWidget *row = make_row (self, kind, why_not);

          gtk_list_box_append (self->list, row);
          if (streek_chart_model_get_spec (self->model)->kind == kind)
            current = row;
        }
    }

  if (current != NULL)
    gtk_widget_grab_focus (current);
}
