/* streek-legend.c: the legend of the context's figure as buttons that choose their areas */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "streek-legend"
#include "config.h"
#include "map/streek-legend.h"
#include "map/streek-swatch.h"

#include <glib/gi18n.h>

struct _StreekLegend
{
  GtkWidget parent_instance;

  GtkBox *box;

  StreekContext *context;
  StreekContext *map; /* (nullable): shown in its place */
  double circle_factor;
};

G_DEFINE_FINAL_TYPE (StreekLegend, streek_legend, GTK_TYPE_WIDGET)

static StreekContext *
get_map (StreekLegend *self)
{
  return self->map != NULL ? self->map : self->context;
}

/* Codes of the areas that an entry stands for; they live in the figure's table. */
static GPtrArray *
list_codes (StreekFigure *figure, guint entry)
{
  GPtrArray *codes = g_ptr_array_new ();
  StreekTable *table = streek_figure_get_table (figure);
  int column = streek_table_find_column (table, "code");

  for (guint row = 0; column >= 0 && row < streek_figure_get_n_rows (figure); row++)
    if (streek_figure_find_legend_entry (figure, row) == (int) entry)
      g_ptr_array_add (codes, (gpointer) streek_table_get_text (table, row, column));
  g_ptr_array_add (codes, NULL);

  return codes;
}

static void
on_entry_clicked_cb (GtkWidget *button, StreekLegend *self)
{
  StreekFigure *figure = streek_context_get_figure (get_map (self));
  guint entry = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "streek-entry"));

  if (figure == NULL || entry >= streek_figure_get_n_legend_entries (figure))
    return;

  g_autoptr (GPtrArray) codes = list_codes (figure, entry);

  streek_selection_set (streek_context_get_selection (get_map (self)),
                        (const char *const *) codes->pdata);
}

GtkWidget *
streek_legend_make_line (const StreekLegendEntry *entry, const char *text)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), streek_swatch_new (entry));
  gtk_box_append (GTK_BOX (box), label);

  if (entry->kind == STREEK_LEGEND_CLASS || entry->kind == STREEK_LEGEND_MISSING ||
      entry->kind == STREEK_LEGEND_POINT)
    {
      g_autofree char *count =
        streek_format_number (streek_format_get_default (), entry->n_rows, 0);
      GtkWidget *number = gtk_label_new (count);

      gtk_widget_add_css_class (number, "dim-label");
      gtk_widget_add_css_class (number, "numeric");
      gtk_box_append (GTK_BOX (box), number);
    }

  return box;
}

/* Over the classes of one side. */
static GtkWidget *
make_heading (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "caption-heading");
  gtk_widget_add_css_class (label, "legend-line");

  return label;
}

static GtkWidget *
make_button (StreekLegend *self, guint index, const StreekLegendEntry *entry, const char *text)
{
  GtkWidget *button = gtk_button_new ();
  /* Translators: a class of the legend and how many areas are in it, for screen readers */
  g_autofree char *name = g_strdup_printf (
    ngettext ("%1$s, %2$u area", "%1$s, %2$u areas", entry->n_rows), text, entry->n_rows);

  gtk_button_set_child (GTK_BUTTON (button), streek_legend_make_line (entry, text));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "legend-entry");
  gtk_widget_set_tooltip_text (button, _ ("Select these areas"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (button), "streek-entry", GUINT_TO_POINTER (index));
  g_signal_connect (button, "clicked", G_CALLBACK (on_entry_clicked_cb), self);

  return button;
}

static void
append_words (StreekLegend *self, const char *words)
{
  if (words == NULL)
    return;

  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, "legend-line");
  gtk_box_append (self->box, label);
}

/* Who fixed the limits, and where limits or circles were not found in what is shown alone. */
static void
append_limits_words (StreekLegend *self, StreekFigure *figure)
{
  const char *name = streek_figure_get_policy_name (figure);
  g_autofree char *policy = name != NULL ? g_strdup_printf (_ ("Policy limits: %s"), name) : NULL;

  append_words (self, policy);
  append_words (self, streek_figure_get_limits_words (figure));
  append_words (self, streek_figure_get_circles_words (figure));
}

/* The classes of one indicator beside or below the square. */
static GtkWidget *
make_axis_label (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_width_chars (GTK_LABEL (label), 7);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 9);
  gtk_widget_add_css_class (label, "caption");

  return label;
}

/* A cell of the square: its colour and its number of areas, which the button chooses. */
static GtkWidget *
make_cell (StreekLegend *self, StreekFigure *figure, guint first, guint second)
{
  int index = streek_figure_find_pair_entry (figure, first, second);
  StreekLegendEntry entry = streek_figure_get_legend_entry (figure, (guint) index);
  g_autofree char *text =
    streek_figure_dup_legend_label (figure, (guint) index, streek_format_get_default ());
  g_autofree char *count = streek_format_number (streek_format_get_default (), entry.n_rows, 0);
  GtkWidget *button = make_button (self, (guint) index, &entry, text);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  GtkWidget *number = gtk_label_new (count);

  gtk_widget_add_css_class (number, "dim-label");
  gtk_widget_add_css_class (number, "numeric");
  gtk_widget_add_css_class (number, "caption");
  gtk_box_append (GTK_BOX (box), streek_swatch_new (&entry));
  gtk_box_append (GTK_BOX (box), number);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_set_tooltip_text (button, text);

  return button;
}

/* Of a map of two indicators: the first to the right, the other upwards. */
static GtkWidget *
make_square (StreekLegend *self, StreekFigure *figure)
{
  const StreekFormat *format = streek_format_get_default ();
  StreekClasses *across = streek_figure_get_axis_classes (figure, 0);
  StreekClasses *up = streek_figure_get_axis_classes (figure, 1);
  guint n_across = streek_classes_get_n (across), n_up = streek_classes_get_n (up);
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_column_spacing (GTK_GRID (grid), 6);
  for (guint second = 0; second < n_up; second++)
    {
      g_autofree char *label = streek_classes_format_label (up, second, format);
      int row = (int) (n_up - 1 - second);

      gtk_grid_attach (GTK_GRID (grid), make_axis_label (label), 0, row, 1, 1);
      for (guint first = 0; first < n_across; first++)
        gtk_grid_attach (GTK_GRID (grid), make_cell (self, figure, first, second), (int) first + 1,
                         row, 1, 1);
    }

  for (guint first = 0; first < n_across; first++)
    {
      g_autofree char *label = streek_classes_format_label (across, first, format);

      gtk_grid_attach (GTK_GRID (grid), make_axis_label (label), (int) first + 1, (int) n_up, 1, 1);
    }

  return grid;
}

static void
append_square (StreekLegend *self, StreekFigure *figure)
{
  g_autofree char *across = streek_figure_dup_axis_name (figure, 0);
  g_autofree char *up = streek_figure_dup_axis_name (figure, 1);
  g_autofree char *up_words = g_strdup_printf ("↑ %s", up);
  g_autofree char *across_words = g_strdup_printf ("→ %s", across);

  gtk_box_append (self->box, make_heading (up_words));
  gtk_box_append (self->box, make_square (self, figure));
  gtk_box_append (self->box, make_heading (across_words));
}

static void
on_figure_cb (StreekLegend *self)
{
  StreekFigure *figure = streek_context_get_figure (get_map (self));
  guint n = figure != NULL ? streek_figure_get_n_legend_entries (figure) : 0;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_box_remove (self->box, child);

  gboolean has_square = n > 0 && streek_figure_get_axis_classes (figure, 0) != NULL &&
                        streek_figure_get_axis_classes (figure, 1) != NULL;

  if (has_square)
    append_square (self, figure);

  for (guint i = 0; i < n; i++)
    {
      StreekLegendEntry entry = streek_figure_get_legend_entry (figure, i);

      if (has_square && entry.kind == STREEK_LEGEND_CLASS)
        continue;

      if (entry.kind == STREEK_LEGEND_CIRCLE)
        entry.radius_pt *= self->circle_factor;
      g_autofree char *text =
        streek_figure_dup_legend_label (figure, i, streek_format_get_default ());
      GtkWidget *line;

      if (entry.kind == STREEK_LEGEND_SIDE || entry.kind == STREEK_LEGEND_HEADING ||
          entry.kind == STREEK_LEGEND_POINT_TEXT)
        line = make_heading (text);
      else if (entry.n_rows > 0 && entry.kind != STREEK_LEGEND_POINT)
        line = make_button (self, i, &entry, text);
      else
        {
          line = streek_legend_make_line (&entry, text);
          gtk_widget_add_css_class (line, "legend-line");
        }
      gtk_box_append (self->box, line);
    }

  if (figure != NULL)
    append_limits_words (self, figure);
  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);
}

static void
streek_legend_dispose (GObject *object)
{
  StreekLegend *self = STREEK_LEGEND (object);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  g_clear_object (&self->context);
  g_clear_object (&self->map);
  g_clear_pointer (&child, gtk_widget_unparent);

  G_OBJECT_CLASS (streek_legend_parent_class)->dispose (object);
}

static void
streek_legend_class_init (StreekLegendClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = streek_legend_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/be/streekatlas/Streekatlas/ui/streek-legend.ui");
  gtk_widget_class_bind_template_child (widget_class, StreekLegend, box);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
streek_legend_init (StreekLegend *self)
{
  self->circle_factor = 1;
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
streek_legend_set_context (StreekLegend *self, StreekContext *context)
{
  g_return_if_fail (STREEK_IS_LEGEND (self));
  g_return_if_fail (self->context == NULL);

  self->context = g_object_ref (context);
  g_signal_connect_object (context, "notify::figure", G_CALLBACK (on_figure_cb), self,
                           G_CONNECT_SWAPPED);
  on_figure_cb (self);
}

void
streek_legend_set_circle_factor (StreekLegend *self, double factor)
{
  g_return_if_fail (STREEK_IS_LEGEND (self));

  if (self->circle_factor == factor)
    return;

  self->circle_factor = factor;
  on_figure_cb (self);
}

void
streek_legend_show_map (StreekLegend *self, StreekContext *map)
{
  g_return_if_fail (STREEK_IS_LEGEND (self));

  if (self->map == map)
    return;

  if (self->map != NULL)
    g_signal_handlers_disconnect_by_func (self->map, on_figure_cb, self);
  g_set_object (&self->map, map);
  if (map != NULL)
    g_signal_connect_object (map, "notify::figure", G_CALLBACK (on_figure_cb), self,
                             G_CONNECT_SWAPPED);
  on_figure_cb (self);
}
