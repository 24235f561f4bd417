/* streek-comparison.c: own area, province and Vlaanderen beside each other */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "streek-comparison"
#include "config.h"
#include "map/streek-comparison.h"

#include <glib/gi18n.h>

struct _StreekComparison
{
  GtkWidget parent_instance;

  GtkLabel *title_label;
  GtkGrid *grid;

  StreekContext *context;
  StreekReferences *references;
};

G_DEFINE_FINAL_TYPE (StreekComparison, streek_comparison, GTK_TYPE_WIDGET)

static gboolean
append_line (StreekComparison *self, int line, const char *ref, gboolean is_own)
{
  const char *name = streek_references_get_name (self->references, ref);
  const char *value = streek_references_get_value (self->references, ref);

  if (name == NULL || value == NULL)
    return FALSE;

  GtkWidget *name_label = gtk_label_new (name);
  GtkWidget *value_label = gtk_label_new (value);

  gtk_label_set_xalign (GTK_LABEL (name_label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (name_label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (name_label, TRUE);
  gtk_label_set_xalign (GTK_LABEL (value_label), 1);
  gtk_widget_add_css_class (value_label, "numeric");
  if (is_own)
    {
      gtk_widget_add_css_class (name_label, "own-area");
      gtk_widget_add_css_class (value_label, "own-area");
    }
  gtk_grid_attach (self->grid, name_label, 0, line, 1, 1);
  gtk_grid_attach (self->grid, value_label, 1, line, 1, 1);

  return TRUE;
}

/* What is compared: the unit of the figures, of a change both periods too. */
static char *
dup_title (StreekComparison *self, const StreekIndicator *indicator)
{
  StreekFigure *figure = streek_context_get_figure (self->context);
  StreekTable *table = figure != NULL ? streek_figure_get_table (figure) : NULL;
  int column = table != NULL ? streek_table_find_column (table, "value") : -1;

  if (column < 0 || streek_figure_get_spec (figure)->kind <= STREEK_FIGURE_CIRCLES)
    return g_strdup (indicator->unit);

  return g_strdup_printf ("%s (%s)", streek_table_get_column_title (table, (guint) column),
                          streek_table_get_column_unit (table, (guint) column));
}

static void
update (StreekComparison *self)
{
  StreekAreas *areas = streek_context_get_areas (self->context);
  const StreekIndicator *indicator = streek_context_get_indicator (self->context);
  const char *own = streek_references_get_own (self->references);
  GtkWidget *child;
  int line = 0;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->grid))) != NULL)
    gtk_grid_remove (self->grid, child);

  if (areas != NULL && own != NULL && indicator != NULL)
    {
      const StreekArea *area = streek_areas_resolve_ref (
        areas, own, streek_context_get_area_date (self->context), NULL, NULL);
      g_autofree char *province = streek_references_dup_province_of (self->references, area);
      g_autofree char *region = streek_references_dup_region_of (self->references, area);

      line += append_line (self, line, own, TRUE);
      if (g_strcmp0 (province, own) != 0)
        line += append_line (self, line, province, FALSE);
      if (g_strcmp0 (region, own) != 0)
        line += append_line (self, line, region, FALSE);
    }

  if (indicator != NULL)
    {
      g_autofree char *title = dup_title (self, indicator);

      gtk_label_set_text (self->title_label, title);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), line > 0);
}

static void
streek_comparison_dispose (GObject *object)
{
  StreekComparison *self = STREEK_COMPARISON (object);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  g_clear_object (&self->context);
  g_clear_object (&self->references);
  g_clear_pointer (&child, gtk_widget_unparent);

  G_OBJECT_CLASS (streek_comparison_parent_class)->dispose (object);
}

static void
streek_comparison_class_init (StreekComparisonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = streek_comparison_dispose;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/be/streekatlas/Streekatlas/ui/streek-comparison.ui");
  gtk_widget_class_bind_template_child (widget_class, StreekComparison, title_label);
  gtk_widget_class_bind_template_child (widget_class, StreekComparison, grid);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
streek_comparison_init (StreekComparison *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
streek_comparison_set_context (StreekComparison *self,
                               StreekContext *context,
                               StreekReferences *references)
{
  g_return_if_fail (STREEK_IS_COMPARISON (self));
  g_return_if_fail (self->context == NULL);

  self->context = g_object_ref (context);
  self->references = g_object_ref (references);
  g_signal_connect_object (references, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}
