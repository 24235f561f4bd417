/* streek-panels-button.c: one map, two or four beside each other, or a small one for each period */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "streek-panels-button"
#include "config.h"
#include "map/streek-panels-button.h"

#include "base/streek-period-row.h"

#include <glib/gi18n.h>

#define DEFAULT_MULTIPLES 12

struct _StreekPanelsButton
{
  GtkWidget parent_instance;

  GtkMenuButton *button;
  GtkCheckButton *one_check;
  GtkCheckButton *two_check;
  GtkCheckButton *four_check;
  GtkCheckButton *multiples_check;
  GtkWidget *multiples_box;
  GtkSpinButton *most_spin;
  GtkDropDown *step_drop_down;

  StreekContext *context;
  gboolean is_filling;
};

G_DEFINE_FINAL_TYPE (StreekPanelsButton, streek_panels_button, GTK_TYPE_WIDGET)

/* In the order of the list; 0: as even as can be. */
static const guint steps[] = { 0, 1, 2, 5, 10 };

static guint
count_beside (const StreekFigureSpec *spec)
{
  return spec->panels.beside != NULL ? spec->panels.beside->len : 0;
}

static void
fill (StreekPanelsButton *self)
{
  const StreekFigureSpec *spec = streek_context_get_spec (self->context);
  guint n_beside = count_beside (spec);
  gboolean is_many = spec->panels.n_multiples > 0;
  g_autoptr (GArray) periods = streek_context_list_periods (self->context);
  guint step = 0;

  while (step + 1 < G_N_ELEMENTS (steps) && steps[step] != spec->panels.step)
    step++;

  self->is_filling = TRUE;
  gtk_check_button_set_active (is_many         ? self->multiples_check
                               : n_beside > 1  ? self->four_check
                               : n_beside == 1 ? self->two_check
                                               : self->one_check,
                               TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->multiples_check), is_many || periods->len > 1);
  gtk_widget_set_visible (self->multiples_box, is_many);
  gtk_spin_button_set_value (self->most_spin,
                             is_many ? spec->panels.n_multiples : DEFAULT_MULTIPLES);
  gtk_drop_down_set_selected (self->step_drop_down, steps[step] == spec->panels.step ? step : 0);
  self->is_filling = FALSE;
}

/* (element-type StreekPeriod): others than the one shown, from the earliest to the latest */
static GArray *
list_other_periods (StreekPanelsButton *self, guint n)
{
  g_autoptr (GArray) periods = streek_context_list_periods (self->context);
  StreekPeriod shown = streek_context_get_period (self->context);
  g_autoptr (GArray) row = streek_period_row_new (periods, shown.kind);
  guint step = 0;
  GArray *chosen = streek_period_row_spread (row, n + 1, &step);

  for (guint i = chosen->len; i > 0; i--)
    if (streek_period_equal (g_array_index (chosen, StreekPeriod, i - 1), shown))
      g_array_remove_index (chosen, i - 1);

  if (chosen->len > n)
    g_array_set_size (chosen, n);

  return chosen;
}

/* Maps that a person chose stay; new ones begin as the same figure in another period, or, without
 * figures, as the areas that are outlined. */
static void
fill_beside (StreekPanelsButton *self, StreekFigureSpec *spec, guint n)
{
  g_auto (StreekPanels) panels = { 0 };
  g_autoptr (GArray) others = list_other_periods (self, n);
  guint n_kept = MIN (count_beside (spec), n);

  for (guint i = 0; i < n_kept; i++)
    streek_panels_add (&panels, &g_array_index (spec->panels.beside, StreekPanel, i));

  for (guint i = n_kept; i < n; i++)
    {
      StreekPanel panel = { 0 };

      if (spec->indicator == NULL)
        panel.set = spec->outline_set;
      else if (i < others->len)
        panel.period = g_array_index (others, StreekPeriod, i);
      streek_panels_add (&panels, &panel);
    }

  streek_panels_set (&spec->panels, &panels);
}

static void
fill_multiples (StreekPanelsButton *self, StreekFigureSpec *spec)
{
  StreekPanels panels = {
    .n_multiples = (guint) gtk_spin_button_get_value_as_int (self->most_spin),
    .step =
      steps[MIN (gtk_drop_down_get_selected (self->step_drop_down), G_N_ELEMENTS (steps) - 1)],
    .range = spec->panels.range
  };

  streek_panels_set (&spec->panels, &panels);
}

static void
choose (StreekPanelsButton *self)
{
  g_autoptr (StreekFigureSpec) spec =
    streek_figure_spec_copy (streek_context_get_spec (self->context));

  if (gtk_check_button_get_active (self->two_check))
    fill_beside (self, spec, 1);
  else if (gtk_check_button_get_active (self->four_check))
    fill_beside (self, spec, 3);
  else if (gtk_check_button_get_active (self->multiples_check))
    fill_multiples (self, spec);
  else
    streek_panels_clear (&spec->panels);

  streek_context_set_spec (self->context, spec);
}

/* One of the others goes out before it comes on. */
static void
on_kind_cb (StreekPanelsButton *self, GtkCheckButton *check)
{
  if (!self->is_filling && gtk_check_button_get_active (check))
    choose (self);
}

static void
on_multiples_cb (StreekPanelsButton *self)
{
  if (!self->is_filling)
    choose (self);
}

static void
streek_panels_button_dispose (GObject *object)
{
  StreekPanelsButton *self = STREEK_PANELS_BUTTON (object);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  self->is_filling = TRUE; /* lists that go away change what is selected in them */
  g_clear_pointer (&child, gtk_widget_unparent);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (streek_panels_button_parent_class)->dispose (object);
}

static void
streek_panels_button_class_init (StreekPanelsButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = streek_panels_button_dispose;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/be/streekatlas/Streekatlas/ui/streek-panels-button.ui");
  gtk_widget_class_bind_template_child (widget_class, StreekPanelsButton, button);
  gtk_widget_class_bind_template_child (widget_class, StreekPanelsButton, one_check);
  gtk_widget_class_bind_template_child (widget_class, StreekPanelsButton, two_check);
  gtk_widget_class_bind_template_child (widget_class, StreekPanelsButton, four_check);
  gtk_widget_class_bind_template_child (widget_class, StreekPanelsButton, multiples_check);
  gtk_widget_class_bind_template_child (widget_class, StreekPanelsButton, multiples_box);
  gtk_widget_class_bind_template_child (widget_class, StreekPanelsButton, most_spin);
  gtk_widget_class_bind_template_child (widget_class, StreekPanelsButton, step_drop_down);
  gtk_widget_class_bind_template_callback (widget_class, on_kind_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_multiples_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
streek_panels_button_init (StreekPanelsButton *self)
{
  self->is_filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_spin_button_set_range (self->most_spin, 2, STREEK_PANELS_MAX_MULTIPLES);
  gtk_spin_button_set_increments (self->most_spin, 1, 4);
  gtk_spin_button_set_value (self->most_spin, DEFAULT_MULTIPLES);
  self->is_filling = FALSE;
}

void
streek_panels_button_set_context (StreekPanelsButton *self, StreekContext *context)
{
  g_return_if_fail (STREEK_IS_PANELS_BUTTON (self));
  g_return_if_fail (self->context == NULL);

  self->context = g_object_ref (context);
  g_signal_connect_object (context, "changed", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (context, "data-changed", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  fill (self);
}
