/* streek-date-chooser.c: which period is shown, and on the areas of which date */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "streek-date-chooser"
#include "config.h"
#include "streek-date-chooser.h"

#include <glib/gi18n.h>

struct _StreekDateChooser
{
  GtkWidget parent_instance;

  GtkWidget *period_box;
  GtkDropDown *period_drop_down;
  GtkButton *earlier_button;
  GtkButton *later_button;
  GtkCheckButton *follow_check;
  GtkCheckButton *fixed_check;
  GtkEntry *date_entry;
  GtkDropDown *change_drop_down;
  GtkLabel *count_label;

  StreekContext *context;
  GArray
    *periods;    /* (nullable) (element-type StreekPeriod): as the list shows them, newest first */
  GArray *dates; /* (nullable) (element-type StreekDate): the same */
  gboolean is_filling;
};

G_DEFINE_FINAL_TYPE (StreekDateChooser, streek_date_chooser, GTK_TYPE_WIDGET)

static void
fill_periods (StreekDateChooser *self)
{
  g_autoptr (GArray) ascending = streek_context_list_periods (self->context);
  StreekPeriod shown = streek_context_get_period (self->context);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = GTK_INVALID_LIST_POSITION;

  g_clear_pointer (&self->periods, g_array_unref);
  self->periods = g_array_new (FALSE, FALSE, sizeof (StreekPeriod));
  for (guint i = ascending->len; i-- > 0;)
    {
      StreekPeriod period = g_array_index (ascending, StreekPeriod, i);
      g_autofree char *name = streek_format_period (streek_format_get_default (), period);

      if (streek_period_equal (period, shown))
        selected = self->periods->len;
      g_array_append_val (self->periods, period);
      gtk_string_list_append (names, name);
    }

  gtk_drop_down_set_model (self->period_drop_down, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->period_drop_down, selected);
  gtk_widget_set_visible (self->period_box, self->periods->len > 0);
  gtk_widget_set_sensitive (GTK_WIDGET (self->later_button),
                            selected != GTK_INVALID_LIST_POSITION && selected > 0);
  gtk_widget_set_sensitive (GTK_WIDGET (self->earlier_button), selected + 1 < self->periods->len);
}

/* Days on which the shown set changed: where another date makes a difference. */
static void
fill_dates (StreekDateChooser *self)
{
  StreekAreas *areas = streek_context_get_areas (self->context);
  const StreekFigureSpec *spec = streek_context_get_spec (self->context);
  g_autoptr (GArray) ascending = streek_areas_list_change_dates (areas, spec->set);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = GTK_INVALID_LIST_POSITION;

  g_clear_pointer (&self->dates, g_array_unref);
  self->dates = g_array_new (FALSE, FALSE, sizeof (StreekDate));
  for (guint i = ascending->len; i-- > 0;)
    {
      StreekDate date = g_array_index (ascending, StreekDate, i);
      g_autofree char *name = streek_format_date (streek_format_get_default (), date);

      if (date == spec->on)
        selected = self->dates->len;
      g_array_append_val (self->dates, date);
      gtk_string_list_append (names, name);
    }

  gtk_drop_down_set_model (self->change_drop_down, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->change_drop_down, selected);
  gtk_widget_set_visible (GTK_WIDGET (self->change_drop_down), self->dates->len > 0);
}

/* "300 municipalities on 1 January 2019": of Flanders, as the mergers are counted there */
static void
update_count (StreekDateChooser *self)
{
  StreekAreas *areas = streek_context_get_areas (self->context);
  const StreekFigureSpec *spec = streek_context_get_spec (self->context);
  StreekDate on = streek_context_get_area_date (self->context);
  const StreekArea *within = streek_context_get_within_area (self->context);
  const StreekAreaSet *set =
    spec->set != NULL ? streek_areas_find_set (areas, spec->set, NULL) : NULL;

  if (set == NULL)
    return;

  g_autoptr (GPtrArray) list =
    within != NULL ? streek_areas_list_within (areas, set->code, on, within, NULL, NULL, NULL)
                   : streek_areas_list (areas, set->code, on, NULL, NULL);
  guint n = list != NULL ? list->len : 0;
  g_autofree char *date = streek_format_date (streek_format_get_default (), on);
  /* Translators: "West-Vlaanderen, 1 January 2019: 300 areas (gemeenten)" */
  g_autofree char *text =
    g_strdup_printf (ngettext ("%1$s, %2$s: %3$u area (%4$s)", "%1$s, %2$s: %3$u areas (%4$s)", n),
                     within != NULL ? within->name : _ ("Everywhere"), date, n, set->name);

  gtk_label_set_text (self->count_label, text);
}

static void
fill (StreekDateChooser *self)
{
  if (self->context == NULL || streek_context_get_areas (self->context) == NULL)
    return;

  StreekDate on = streek_context_get_spec (self->context)->on;
  gboolean is_fixed = on != STREEK_DATE_NONE;
  g_autofree char *iso =
    streek_date_to_string (is_fixed ? on : streek_context_get_area_date (self->context));

  self->is_filling = TRUE;
  fill_periods (self);
  fill_dates (self);
  gtk_check_button_set_active (is_fixed ? self->fixed_check : self->follow_check, TRUE);
  gtk_editable_set_text (GTK_EDITABLE (self->date_entry), iso);
  gtk_widget_remove_css_class (GTK_WIDGET (self->date_entry), "error");
  update_count (self);
  self->is_filling = FALSE;
}

static void
on_period_selected_cb (StreekDateChooser *self)
{
  guint selected = gtk_drop_down_get_selected (self->period_drop_down);

  if (!self->is_filling && selected != GTK_INVALID_LIST_POSITION)
    streek_context_set_period (self->context,
                               g_array_index (self->periods, StreekPeriod, selected));
}

static void
on_earlier_cb (StreekDateChooser *self)
{
  streek_context_step_period (self->context, -1);
}

static void
on_later_cb (StreekDateChooser *self)
{
  streek_context_step_period (self->context, 1);
}

/* "2019" and "2019-01-01" are days here; anything else is shown as wrong and changes nothing. */
static void
take_entered_date (StreekDateChooser *self)
{
  StreekPeriod period;
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->date_entry));

  if (streek_period_parse (text, &period, NULL))
    streek_context_set_on (self->context, streek_period_get_first_day (period));
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->date_entry), "error");
}

static void
on_date_activate_cb (StreekDateChooser *self)
{
  take_entered_date (self);
}

static void
on_follow_toggled_cb (StreekDateChooser *self)
{
  if (self->is_filling)
    return;

  if (gtk_check_button_get_active (self->follow_check))
    streek_context_set_on (self->context, STREEK_DATE_NONE);
  else
    take_entered_date (self);
}

static void
on_change_selected_cb (StreekDateChooser *self)
{
  guint selected = gtk_drop_down_get_selected (self->change_drop_down);

  if (!self->is_filling && selected != GTK_INVALID_LIST_POSITION)
    streek_context_set_on (self->context, g_array_index (self->dates, StreekDate, selected));
}

static void
streek_date_chooser_dispose (GObject *object)
{
  StreekDateChooser *self = STREEK_DATE_CHOOSER (object);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  g_clear_object (&self->context);
  g_clear_pointer (&self->periods, g_array_unref);
  g_clear_pointer (&self->dates, g_array_unref);
  g_clear_pointer (&child, gtk_widget_unparent);

  G_OBJECT_CLASS (streek_date_chooser_parent_class)->dispose (object);
}

static void
streek_date_chooser_class_init (StreekDateChooserClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = streek_date_chooser_dispose;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/be/streekatlas/Streekatlas/ui/streek-date-chooser.ui");
  gtk_widget_class_bind_template_child (widget_class, StreekDateChooser, period_box);
  gtk_widget_class_bind_template_child (widget_class, StreekDateChooser, period_drop_down);
  gtk_widget_class_bind_template_child (widget_class, StreekDateChooser, earlier_button);
  gtk_widget_class_bind_template_child (widget_class, StreekDateChooser, later_button);
  gtk_widget_class_bind_template_child (widget_class, StreekDateChooser, follow_check);
  gtk_widget_class_bind_template_child (widget_class, StreekDateChooser, fixed_check);
  gtk_widget_class_bind_template_child (widget_class, StreekDateChooser, date_entry);
  gtk_widget_class_bind_template_child (widget_class, StreekDateChooser, change_drop_down);
  gtk_widget_class_bind_template_child (widget_class, StreekDateChooser, count_label);
  gtk_widget_class_bind_template_callback (widget_class, on_period_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_earlier_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_later_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_follow_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_date_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_change_selected_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
streek_date_chooser_init (StreekDateChooser *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
streek_date_chooser_set_context (StreekDateChooser *self, StreekContext *context)
{
  g_return_if_fail (STREEK_IS_DATE_CHOOSER (self));
  g_return_if_fail (self->context == NULL);

  self->context = g_object_ref (context);
  g_signal_connect_object (context, "changed", G_CALLBACK (streek_date_chooser_start), self,
                           G_CONNECT_SWAPPED);
}

void
streek_date_chooser_start (StreekDateChooser *self)
{
  g_return_if_fail (STREEK_IS_DATE_CHOOSER (self));

  if (gtk_widget_get_mapped (GTK_WIDGET (self)) ||
      gtk_widget_get_visible (gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_POPOVER)))
    fill (self);
}
