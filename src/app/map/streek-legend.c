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
  GArray *lines;      /* (element-type Line): in the box now */
  double circle_factor;
};

typedef enum
{
  LINE_SQUARE, /* all classes of two indicators */
  LINE_HEADING,
  LINE_BUTTON, /* chooses its areas */
  LINE_PLAIN,
  LINE_WORDS,
} LineForm;

typedef struct
{
  LineForm form;
  guint index; /* of the entry in the figure */
  StreekLegendEntry entry;
  char *text;
  GtkWidget *widget; /* not owned: in the box */
} Line;

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

static void
clear_line (gpointer data)
{
  g_free (((Line *) data)->text);
}

static gboolean
has_count (const StreekLegendEntry *entry)
{
  return entry->kind == STREEK_LEGEND_CLASS || entry->kind == STREEK_LEGEND_MISSING ||
         entry->kind == STREEK_LEGEND_POINT;
}

static char *
dup_count (const StreekLegendEntry *entry)
{
  return streek_format_number (streek_format_get_default (), entry->n_rows, 0);
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

  if (has_count (entry))
    {
      g_autofree char *count = dup_count (entry);
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

static void
name_button (GtkWidget *button, const StreekLegendEntry *entry, const char *text)
{
  /* Translators: a class of the legend and how many areas are in it, for screen readers */
  g_autofree char *name = g_strdup_printf (
    ngettext ("%1$s, %2$u area", "%1$s, %2$u areas", entry->n_rows), text, entry->n_rows);

  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static GtkWidget *
make_button (StreekLegend *self, guint index, const StreekLegendEntry *entry, const char *text)
{
  GtkWidget *button = gtk_button_new ();

  gtk_button_set_child (GTK_BUTTON (button), streek_legend_make_line (entry, text));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "legend-entry");
  gtk_widget_set_tooltip_text (button, _ ("Select these areas"));
  name_button (button, entry, text);
  g_object_set_data (G_OBJECT (button), "streek-entry", GUINT_TO_POINTER (index));
  g_signal_connect (button, "clicked", G_CALLBACK (on_entry_clicked_cb), self);

  return button;
}

static GtkWidget *
make_words (const char *words)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, "legend-line");

  return label;
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

static GtkWidget *
make_square_with_names (StreekLegend *self, StreekFigure *figure)
{
  g_autofree char *across = streek_figure_dup_axis_name (figure, 0);
  g_autofree char *up = streek_figure_dup_axis_name (figure, 1);
  g_autofree char *up_words = g_strdup_printf ("↑ %s", up);
  g_autofree char *across_words = g_strdup_printf ("→ %s", across);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, gtk_box_get_spacing (self->box));

  gtk_box_append (GTK_BOX (box), make_heading (up_words));
  gtk_box_append (GTK_BOX (box), make_square (self, figure));
  gtk_box_append (GTK_BOX (box), make_heading (across_words));

  return box;
}

/* What is to be in the box */

static gboolean
has_square (StreekFigure *figure)
{
  return streek_figure_get_n_legend_entries (figure) > 0 &&
         streek_figure_get_axis_classes (figure, 0) != NULL &&
         streek_figure_get_axis_classes (figure, 1) != NULL;
}

static LineForm
choose_form (const StreekLegendEntry *entry)
{
  if (entry->kind == STREEK_LEGEND_SIDE || entry->kind == STREEK_LEGEND_HEADING ||
      entry->kind == STREEK_LEGEND_POINT_TEXT)
    return LINE_HEADING;

  return entry->n_rows > 0 && entry->kind != STREEK_LEGEND_POINT ? LINE_BUTTON : LINE_PLAIN;
}

static void
add_words (GArray *lines, const char *words)
{
  Line line = { .form = LINE_WORDS, .text = g_strdup (words) };

  if (words != NULL)
    g_array_append_val (lines, line);
}

/* Who fixed the limits, and where limits or circles were not found in what is shown alone. */
static void
add_limits_words (GArray *lines, StreekFigure *figure)
{
  const char *name = streek_figure_get_policy_name (figure);
  g_autofree char *policy = name != NULL ? g_strdup_printf (_ ("Policy limits: %s"), name) : NULL;

  add_words (lines, policy);
  add_words (lines, streek_figure_get_limits_words (figure));
  add_words (lines, streek_figure_get_circles_words (figure));
}

/* (transfer full) (element-type Line) */
static GArray *
list_lines (StreekLegend *self, StreekFigure *figure)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (Line));
  guint n = figure != NULL ? streek_figure_get_n_legend_entries (figure) : 0;
  Line square = { .form = LINE_SQUARE };

  g_array_set_clear_func (lines, clear_line);
  if (figure == NULL)
    return lines;

  if (has_square (figure))
    g_array_append_val (lines, square);

  for (guint i = 0; i < n; i++)
    {
      Line line = { .index = i, .entry = streek_figure_get_legend_entry (figure, i) };

      if (has_square (figure) && line.entry.kind == STREEK_LEGEND_CLASS)
        continue;

      if (line.entry.kind == STREEK_LEGEND_CIRCLE)
        line.entry.radius_pt *= self->circle_factor;
      line.form = choose_form (&line.entry);
      line.text = streek_figure_dup_legend_label (figure, i, streek_format_get_default ());
      g_array_append_val (lines, line);
    }

  add_limits_words (lines, figure);

  return lines;
}

static GtkWidget *
make_widget (StreekLegend *self, StreekFigure *figure, const Line *line)
{
  GtkWidget *widget;

  switch (line->form)
    {
    case LINE_SQUARE:
      return make_square_with_names (self, figure);
    case LINE_HEADING:
      return make_heading (line->text);
    case LINE_BUTTON:
      return make_button (self, line->index, &line->entry, line->text);
    case LINE_WORDS:
      return make_words (line->text);
    case LINE_PLAIN:
    default:
      widget = streek_legend_make_line (&line->entry, line->text);
      gtk_widget_add_css_class (widget, "legend-line");
      return widget;
    }
}

static void
fill_box (StreekLegend *self, StreekFigure *figure)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_box_remove (self->box, child);

  for (guint i = 0; i < self->lines->len; i++)
    {
      Line *line = &g_array_index (self->lines, Line, i);

      line->widget = make_widget (self, figure, line);
      gtk_box_append (self->box, line->widget);
    }
}

/* The same lines in other words */

static gboolean
have_same_forms (const GArray *lines, const GArray *others)
{
  if (lines->len != others->len)
    return FALSE;

  for (guint i = 0; i < lines->len; i++)
    {
      const Line *line = &g_array_index (lines, Line, i), *other = &g_array_index (others, Line, i);

      if (line->form != other->form || line->form == LINE_SQUARE ||
          has_count (&line->entry) != has_count (&other->entry))
        return FALSE;
    }

  return TRUE;
}

static void
set_words (GtkWidget *label, const char *words)
{
  if (g_strcmp0 (gtk_label_get_text (GTK_LABEL (label)), words) != 0)
    gtk_label_set_text (GTK_LABEL (label), words);
}

/* As streek_legend_make_line() made it. */
static void
renew_box (GtkWidget *box, const Line *line)
{
  GtkWidget *swatch = gtk_widget_get_first_child (box);
  GtkWidget *label = gtk_widget_get_next_sibling (swatch);

  streek_swatch_set_entry (STREEK_SWATCH (swatch), &line->entry);
  set_words (label, line->text);
  if (has_count (&line->entry))
    {
      g_autofree char *count = dup_count (&line->entry);

      set_words (gtk_widget_get_next_sibling (label), count);
    }
}

static void
renew_line (const Line *line, const Line *before)
{
  switch (line->form)
    {
    case LINE_BUTTON:
      renew_box (gtk_button_get_child (GTK_BUTTON (line->widget)), line);
      if (line->entry.n_rows != before->entry.n_rows || strcmp (line->text, before->text) != 0)
        name_button (line->widget, &line->entry, line->text);
      g_object_set_data (G_OBJECT (line->widget), "streek-entry", GUINT_TO_POINTER (line->index));
      break;
    case LINE_PLAIN:
      renew_box (line->widget, line);
      break;
    case LINE_SQUARE:
    case LINE_HEADING:
    case LINE_WORDS:
    default:
      set_words (line->widget, line->text);
    }
}

/* While somebody plays, another period has the same lines: their buttons keep the focus. */
static void
on_figure_cb (StreekLegend *self)
{
  StreekFigure *figure = streek_context_get_figure (get_map (self));
  g_autoptr (GArray) before = g_steal_pointer (&self->lines);
  gboolean is_same;

  self->lines = list_lines (self, figure);
  is_same = before != NULL && have_same_forms (self->lines, before);
  for (guint i = 0; is_same && i < before->len; i++)
    {
      Line *line = &g_array_index (self->lines, Line, i), *old = &g_array_index (before, Line, i);

      line->widget = old->widget;
      renew_line (line, old);
    }

  if (!is_same)
    fill_box (self, figure);
  gtk_widget_set_visible (GTK_WIDGET (self),
                          figure != NULL && streek_figure_get_n_legend_entries (figure) > 0);
}

static void
streek_legend_dispose (GObject *object)
{
  StreekLegend *self = STREEK_LEGEND (object);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  g_clear_object (&self->context);
  g_clear_object (&self->map);
  g_clear_pointer (&child, gtk_widget_unparent);
  g_clear_pointer (&self->lines, g_array_unref);

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
