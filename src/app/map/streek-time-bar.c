/* streek-time-bar.c: the periods of the indicator under the map: a slider that plays */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "streek-time-bar"
#include "config.h"
#include "map/streek-time-bar.h"

#include "base/streek-period-row.h"
#include "indicator/streek-total-change.h"
#include "streek-tooltip.h"

#include <glib/gi18n.h>
#include <math.h>

#define MAX_LABELS 5
#define MAX_TICKS 40
#define MAX_GAPS 4
#define PAGE_STEPS 5

struct _StreekTimeBar
{
  GtkWidget parent_instance;

  GtkButton *play_button;
  GtkScale *scale;
  GtkLabel *period_label;
  GtkToggleButton *hold_button;
  GtkCheckButton *series_check;
  GtkCheckButton *held_check;
  GtkCheckButton *own_check;
  GtkDropDown *speed_drop_down;
  GtkLabel *words_label;

  StreekContext *context;
  StreekMapPanels *panels; /* (nullable) */
  GSettings *settings;
  GtkSettings *desktop;
  GArray *row; /* (element-type StreekPeriod): what the slider goes over */
  int waiting; /* index to go to when the figure on its way has arrived, -1: none */
  gboolean is_playing;
  guint play_id; /* source of the next step, 0: none */
  gboolean is_filling;
};

G_DEFINE_FINAL_TYPE (StreekTimeBar, streek_time_bar, GTK_TYPE_WIDGET)

/* Milliseconds a period, in the order of the list. */
static const int intervals[] = { 500, 1000, 2000, 4000 };

static StreekPeriod
get_period (StreekTimeBar *self, guint index)
{
  return g_array_index (self->row, StreekPeriod, index);
}

/* Of the period shown, -1: none */
static int
get_current (StreekTimeBar *self)
{
  StreekPeriod shown = streek_context_get_period (self->context);

  for (guint i = 0; i < self->row->len; i++)
    if (streek_period_equal (get_period (self, i), shown))
      return (int) i;

  return -1;
}

static gboolean
wants_less_movement (StreekTimeBar *self)
{
  gboolean animates;

  g_object_get (self->desktop, "gtk-enable-animations", &animates, NULL);
  return !animates;
}

/* Those of a policy are the same at any time. */
static gboolean
can_share_limits (StreekTimeBar *self)
{
  StreekFigure *figure = streek_context_get_figure (self->context);

  return figure == NULL || streek_figure_get_policy_name (figure) == NULL;
}

/* Moving */

/* Of one map the figure, of several every one of them. */
static gboolean
is_loading (StreekTimeBar *self)
{
  return streek_context_get_loading (self->context) ||
         (self->panels != NULL && streek_map_panels_is_busy (self->panels));
}

/* Who moves through time compares: classes and circles then keep their meaning, unless a person
 * chose otherwise. */
static void
go_to (StreekTimeBar *self, int index)
{
  g_autoptr (StreekFigureSpec) spec =
    streek_figure_spec_copy (streek_context_get_spec (self->context));

  self->waiting = -1;
  spec->period = get_period (self, (guint) index);
  if (can_share_limits (self) && spec->limits == STREEK_LIMITS_OWN &&
      g_settings_get_boolean (self->settings, "hold-limits"))
    spec->limits = STREEK_LIMITS_SERIES;
  streek_context_set_spec (self->context, spec);
}

/* A figure on its way comes first, so that the map keeps up with who drags the slider. */
static void
travel (StreekTimeBar *self, int index)
{
  if (index < 0 || index >= (int) self->row->len)
    return;

  if (is_loading (self))
    self->waiting = index;
  else if (index != get_current (self))
    go_to (self, index);
}

static void
update_button (StreekTimeBar *self)
{
  gboolean steps = wants_less_movement (self);
  const char *icon = steps              ? "media-skip-forward-symbolic"
                     : self->is_playing ? "media-playback-pause-symbolic"
                                        : "media-playback-start-symbolic";
  const char *name = steps              ? _ ("Next period")
                     : self->is_playing ? _ ("Pause")
                                        : _ ("Play the periods");
  const char *tooltip =
    steps ? _ ("Next period (Space). Your desktop asks for less movement: nothing plays by itself.")
    : self->is_playing ? _ ("Pause (Space)")
                       : _ ("Play the periods (Space, or P on the map)");

  gtk_button_set_icon_name (self->play_button, icon);
  streek_tooltip_set (GTK_WIDGET (self->play_button), tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->play_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
}

static void
stop (StreekTimeBar *self)
{
  g_clear_handle_id (&self->play_id, g_source_remove);
  if (!self->is_playing)
    return;

  self->is_playing = FALSE;
  update_button (self);
}

static gboolean on_play_cb (gpointer user_data);

static void
wait_for_next (StreekTimeBar *self)
{
  g_clear_handle_id (&self->play_id, g_source_remove);
  self->play_id =
    g_timeout_add ((guint) g_settings_get_int (self->settings, "play-interval"), on_play_cb, self);
}

/* Maps that are not there yet are waited for, and then stay as long as the others. */
static gboolean
on_play_cb (gpointer user_data)
{
  StreekTimeBar *self = user_data;
  int next = get_current (self) + 1;

  self->play_id = 0;
  if (is_loading (self))
    wait_for_next (self);
  else if (next >= (int) self->row->len)
    stop (self);
  else
    {
      go_to (self, next);
      if (next + 1 < (int) self->row->len)
        wait_for_next (self);
      else
        stop (self);
    }

  return G_SOURCE_REMOVE;
}

void
streek_time_bar_toggle (StreekTimeBar *self)
{
  g_return_if_fail (STREEK_IS_TIME_BAR (self));

  gboolean is_at_end = get_current (self) == (int) self->row->len - 1;

  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    return;

  if (self->is_playing)
    stop (self);
  else if (wants_less_movement (self))
    travel (self, is_at_end ? 0 : get_current (self) + 1);
  else
    {
      self->is_playing = TRUE;
      update_button (self);
      if (is_at_end)
        travel (self, 0);
      wait_for_next (self);
    }
}

gboolean
streek_time_bar_step (StreekTimeBar *self, int steps)
{
  g_return_val_if_fail (STREEK_IS_TIME_BAR (self), FALSE);

  int from = self->waiting >= 0 ? self->waiting : get_current (self);
  int wanted = from + steps;

  if (from < 0 || wanted < 0 || wanted >= (int) self->row->len)
    return FALSE;

  stop (self);
  travel (self, wanted);
  return TRUE;
}

/* Filling */

static void
add_marks (StreekTimeBar *self)
{
  g_autoptr (GArray) labels = streek_period_row_list_labels (self->row, MAX_LABELS);
  g_autoptr (GPtrArray) breaks =
    streek_catalogue_list_breaks (streek_context_get_catalogue (self->context),
                                  streek_context_get_spec (self->context)->indicator);

  gtk_scale_clear_marks (self->scale);
  for (guint i = 0; i < labels->len; i++)
    {
      StreekPeriod period = g_array_index (labels, StreekPeriod, i);
      g_autofree char *name = streek_format_short_period (streek_format_get_default (), period);
      g_autofree char *markup = g_markup_printf_escaped ("<small>%s</small>", name);

      gtk_scale_add_mark (self->scale, streek_period_get_number (period), GTK_POS_BOTTOM, markup);
    }

  for (guint i = 0; i < self->row->len && self->row->len <= MAX_TICKS; i++)
    gtk_scale_add_mark (self->scale, streek_period_get_number (get_period (self, i)),
                        GTK_POS_BOTTOM, NULL);

  for (guint i = 0; i < breaks->len; i++)
    {
      const StreekBreak *item = breaks->pdata[i];

      if (item->period.kind == get_period (self, 0).kind)
        gtk_scale_add_mark (self->scale, streek_period_get_number (item->period), GTK_POS_TOP,
                            NULL);
    }
}

static gboolean
rows_are_equal (const GArray *a, const GArray *b)
{
  return a->len == b->len &&
         (a->len == 0 || memcmp (a->data, b->data, a->len * sizeof (StreekPeriod)) == 0);
}

/* Other periods than those that the slider has. */
static void
take_row (StreekTimeBar *self, GArray *row)
{
  GtkAdjustment *adjustment = gtk_range_get_adjustment (GTK_RANGE (self->scale));

  stop (self);
  g_clear_pointer (&self->row, g_array_unref);
  self->row = row;
  self->waiting = -1;
  if (row->len < 2)
    return;

  gtk_adjustment_configure (adjustment, gtk_adjustment_get_value (adjustment),
                            streek_period_get_number (get_period (self, 0)),
                            streek_period_get_number (get_period (self, row->len - 1)), 1,
                            PAGE_STEPS, 0);
  add_marks (self);
}

/* The first period with figures that cannot be compared with those before says why, also where the
 * break itself lies in a period that has none. (transfer full) (nullable) */
static char *
dup_break (StreekTimeBar *self, int current)
{
  StreekCatalogue *catalogue = streek_context_get_catalogue (self->context);
  const char *code = streek_context_get_spec (self->context)->indicator;
  StreekPeriod shown = streek_context_get_period (self->context);
  g_autoptr (GPtrArray) breaks =
    current > 0 ? streek_catalogue_list_breaks_between (
                    catalogue, code, get_period (self, (guint) current - 1), shown)
                : streek_catalogue_list_breaks (catalogue, code);

  for (guint i = breaks->len; i-- > 0;)
    {
      const StreekBreak *item = breaks->pdata[i];

      if (streek_period_equal (item->period, shown))
        /* Translators: %s says why figures from a period on cannot be compared with those before */
        return g_strdup_printf (_ ("Break in the series: %s"), item->reason);

      if (current <= 0)
        continue;

      g_autofree char *period =
        streek_format_short_period (streek_format_get_default (), item->period);

      /* Translators: %1$s is a period, %2$s says why figures from it on cannot be compared with
       * those before */
      return g_strdup_printf (_ ("Break in the series in %1$s: %2$s"), period, item->reason);
    }

  return NULL;
}

/* What the slider passes over, and why a period stands apart. */
static void
fill_words (StreekTimeBar *self, int current)
{
  g_autofree char *gaps =
    streek_period_row_dup_gaps (self->row, MAX_GAPS, streek_format_get_default ());
  g_autofree char *reason = dup_break (self, current);
  GString *words = g_string_new (NULL);

  if (gaps != NULL)
    /* Translators: under a slider over periods: %s lists those that are passed over */
    g_string_append_printf (words, _ ("No figures of %s"), gaps);
  if (reason != NULL)
    {
      g_string_append (words, words->len > 0 ? " · " : "");
      g_string_append (words, reason);
    }

  gtk_label_set_text (self->words_label, words->str);
  streek_tooltip_set (GTK_WIDGET (self->words_label), words->str);
  gtk_widget_set_visible (GTK_WIDGET (self->words_label), words->len > 0);
  g_string_free (words, TRUE);
}

static void
fill_period (StreekTimeBar *self, int current)
{
  StreekPeriod period = get_period (self, (guint) current);
  g_autofree char *name = streek_format_period (streek_format_get_default (), period);
  g_autofree char *short_name = streek_format_short_period (streek_format_get_default (), period);
  /* Translators: said of a slider: %1$s is a period, and which one of how many it is */
  g_autofree char *words =
    g_strdup_printf (_ ("%1$s, period %2$d of %3$u"), name, current + 1, self->row->len);

  gtk_label_set_text (self->period_label, short_name);
  if (self->waiting < 0) /* or the slider would jump back under who drags it */
    gtk_range_set_value (GTK_RANGE (self->scale), streek_period_get_number (period));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scale), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT,
                                  name, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
}

/* The limits that are drawn, and the period that can be held. */
static void
fill_limits (StreekTimeBar *self)
{
  const StreekFigureSpec *spec = streek_context_get_spec (self->context);
  StreekFigure *figure = streek_context_get_figure (self->context);
  gboolean has_classes =
    figure == NULL || streek_figure_get_spec (figure)->kind != STREEK_FIGURE_CIRCLES;
  gboolean can_share = can_share_limits (self);
  StreekLimits limits = can_share ? spec->limits : STREEK_LIMITS_OWN;
  gboolean is_held = limits == STREEK_LIMITS_HELD;
  g_autofree char *name = streek_format_period (
    streek_format_get_default (),
    is_held ? spec->limits_period : streek_context_get_period (self->context));
  /* Translators: a choice of class limits: %s is a period */
  g_autofree char *held = g_strdup_printf (_ ("Those of %s, held"), name);
  /* Translators: %s is a period */
  g_autofree char *hold = g_strdup_printf (_ ("Hold the class limits of %s"), name);
  const char *tooltip =
    can_share ? hold : _ ("The limits of a policy are the same in every period.");

  gtk_check_button_set_active (is_held                          ? self->held_check
                               : limits == STREEK_LIMITS_SERIES ? self->series_check
                                                                : self->own_check,
                               TRUE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->series_check), can_share);
  gtk_widget_set_sensitive (GTK_WIDGET (self->held_check), can_share);
  gtk_check_button_set_label (self->held_check, held);
  gtk_widget_set_visible (GTK_WIDGET (self->held_check), has_classes);
  gtk_widget_set_sensitive (GTK_WIDGET (self->hold_button), can_share);
  gtk_toggle_button_set_active (self->hold_button, is_held);
  streek_tooltip_set (GTK_WIDGET (self->hold_button), tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->hold_button),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, tooltip, -1);
  gtk_widget_set_visible (GTK_WIDGET (self->hold_button), has_classes);
}

/* A change lies between two periods as long as each other: the one it is held against is nowhere to
 * go to. */
static void
leave_out_base (StreekTimeBar *self, GArray *periods)
{
  const StreekFigureSpec *spec = streek_context_get_spec (self->context);
  const StreekIndicator *indicator = streek_context_get_indicator (self->context);
  StreekPeriod shown = streek_context_get_period (self->context);
  StreekPeriod base = spec->from;

  if (indicator == NULL || spec->kind_is_automatic || spec->kind != STREEK_FIGURE_CHANGE)
    return;

  for (guint i = 0; i < periods->len && base.kind == STREEK_PERIOD_NONE; i++)
    if (streek_indicator_has_one_length (indicator, g_array_index (periods, StreekPeriod, i),
                                         shown))
      base = g_array_index (periods, StreekPeriod, i);

  for (guint i = periods->len; i > 0 && !streek_period_equal (base, shown); i--)
    {
      StreekPeriod period = g_array_index (periods, StreekPeriod, i - 1);

      if (streek_period_equal (period, base) ||
          !streek_indicator_has_one_length (indicator, base, period))
        g_array_remove_index (periods, i - 1);
    }
}

static void
fill (StreekTimeBar *self)
{
  g_autoptr (GArray) periods = streek_context_list_periods (self->context);
  StreekPeriod shown = streek_context_get_period (self->context);

  leave_out_base (self, periods);

  GArray *row = streek_period_row_new (periods, shown.kind);

  self->is_filling = TRUE;
  if (rows_are_equal (row, self->row))
    g_array_unref (row);
  else
    take_row (self, row);

  int current = get_current (self);

  gtk_widget_set_visible (GTK_WIDGET (self), self->row->len > 1 && current >= 0);
  if (gtk_widget_get_visible (GTK_WIDGET (self)))
    {
      fill_period (self, current);
      fill_words (self, current);
      fill_limits (self);
    }
  else
    stop (self);
  self->is_filling = FALSE;
}

static void
fill_speed (StreekTimeBar *self)
{
  int wanted = g_settings_get_int (self->settings, "play-interval");
  guint best = 0;

  for (guint i = 1; i < G_N_ELEMENTS (intervals); i++)
    if (ABS (intervals[i] - wanted) < ABS (intervals[best] - wanted))
      best = i;

  self->is_filling = TRUE;
  gtk_drop_down_set_selected (self->speed_drop_down, best);
  self->is_filling = FALSE;
}

/* What a person does */

static void
on_play_clicked_cb (StreekTimeBar *self)
{
  streek_time_bar_toggle (self);
}

static gboolean
on_scale_key_cb (StreekTimeBar *self, guint key, guint code, GdkModifierType state)
{
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();

  if ((key != GDK_KEY_space && key != GDK_KEY_KP_Space) || modifiers != 0)
    return GDK_EVENT_PROPAGATE;

  streek_time_bar_toggle (self);
  return GDK_EVENT_STOP;
}

/* Keys go from period to period, over the gaps. */
static gboolean
on_change_value_cb (StreekTimeBar *self, GtkScrollType type, double value)
{
  int last = (int) self->row->len - 1;
  int from = self->waiting >= 0 ? self->waiting : get_current (self);
  int wanted;

  stop (self);
  switch (type)
    {
    case GTK_SCROLL_STEP_BACKWARD:
      wanted = from - 1;
      break;
    case GTK_SCROLL_STEP_FORWARD:
      wanted = from + 1;
      break;
    case GTK_SCROLL_PAGE_BACKWARD:
      wanted = from - PAGE_STEPS;
      break;
    case GTK_SCROLL_PAGE_FORWARD:
      wanted = from + PAGE_STEPS;
      break;
    case GTK_SCROLL_START:
      wanted = 0;
      break;
    case GTK_SCROLL_END:
      wanted = last;
      break;
    default:
      wanted = streek_period_row_find_nearest (self->row, value);
      break;
    }

  wanted = CLAMP (wanted, 0, last);
  gtk_range_set_value (GTK_RANGE (self->scale),
                       streek_period_get_number (get_period (self, (guint) wanted)));
  travel (self, wanted);

  return TRUE;
}

/* Set by somebody who knows nothing of gaps. */
static void
on_value_changed_cb (StreekTimeBar *self)
{
  double value = gtk_range_get_value (GTK_RANGE (self->scale));
  int nearest = streek_period_row_find_nearest (self->row, value);

  if (self->is_filling || nearest < 0)
    return;

  int number = streek_period_get_number (get_period (self, (guint) nearest));

  if (number != value)
    gtk_range_set_value (GTK_RANGE (self->scale), number);
  else
    travel (self, nearest);
}

static void
set_limits (StreekTimeBar *self, StreekLimits limits)
{
  g_autoptr (StreekFigureSpec) spec =
    streek_figure_spec_copy (streek_context_get_spec (self->context));

  if (spec->limits == limits)
    return;

  spec->limits = limits;
  spec->limits_period =
    limits == STREEK_LIMITS_HELD ? streek_context_get_period (self->context) : (StreekPeriod){ 0 };
  g_settings_set_boolean (self->settings, "hold-limits", limits != STREEK_LIMITS_OWN);
  streek_context_set_spec (self->context, spec);
}

/* One of the others goes out before it comes on. */
static void
on_limits_cb (StreekTimeBar *self, GtkCheckButton *check)
{
  if (self->is_filling || !gtk_check_button_get_active (check))
    return;

  set_limits (self, gtk_check_button_get_active (self->held_check)     ? STREEK_LIMITS_HELD
                    : gtk_check_button_get_active (self->series_check) ? STREEK_LIMITS_SERIES
                                                                       : STREEK_LIMITS_OWN);
}

static void
on_hold_cb (StreekTimeBar *self)
{
  if (!self->is_filling)
    set_limits (self, gtk_toggle_button_get_active (self->hold_button) ? STREEK_LIMITS_HELD
                                                                       : STREEK_LIMITS_SERIES);
}

static void
on_speed_cb (StreekTimeBar *self)
{
  guint selected = gtk_drop_down_get_selected (self->speed_drop_down);

  if (!self->is_filling && selected < G_N_ELEMENTS (intervals))
    g_settings_set_int (self->settings, "play-interval", intervals[selected]);
}

static void
on_loading_cb (StreekTimeBar *self)
{
  if (self->waiting >= 0 && !is_loading (self))
    travel (self, self->waiting);
}

static void
on_movement_cb (StreekTimeBar *self)
{
  if (wants_less_movement (self))
    stop (self);
  update_button (self);
}

/* The widget */

static void
streek_time_bar_unmap (GtkWidget *widget)
{
  stop (STREEK_TIME_BAR (widget));
  GTK_WIDGET_CLASS (streek_time_bar_parent_class)->unmap (widget);
}

static void
streek_time_bar_dispose (GObject *object)
{
  StreekTimeBar *self = STREEK_TIME_BAR (object);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  self->is_filling = TRUE; /* lists that go away change what is selected in them */
  g_clear_handle_id (&self->play_id, g_source_remove);
  g_clear_pointer (&child, gtk_widget_unparent);
  g_clear_object (&self->context);
  g_clear_object (&self->panels);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (streek_time_bar_parent_class)->dispose (object);
}

static void
streek_time_bar_finalize (GObject *object)
{
  StreekTimeBar *self = STREEK_TIME_BAR (object);

  g_clear_pointer (&self->row, g_array_unref);

  G_OBJECT_CLASS (streek_time_bar_parent_class)->finalize (object);
}

static void
streek_time_bar_class_init (StreekTimeBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = streek_time_bar_dispose;
  object_class->finalize = streek_time_bar_finalize;
  widget_class->unmap = streek_time_bar_unmap;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/be/streekatlas/Streekatlas/ui/streek-time-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, StreekTimeBar, play_button);
  gtk_widget_class_bind_template_child (widget_class, StreekTimeBar, scale);
  gtk_widget_class_bind_template_child (widget_class, StreekTimeBar, period_label);
  gtk_widget_class_bind_template_child (widget_class, StreekTimeBar, hold_button);
  gtk_widget_class_bind_template_child (widget_class, StreekTimeBar, series_check);
  gtk_widget_class_bind_template_child (widget_class, StreekTimeBar, held_check);
  gtk_widget_class_bind_template_child (widget_class, StreekTimeBar, own_check);
  gtk_widget_class_bind_template_child (widget_class, StreekTimeBar, speed_drop_down);
  gtk_widget_class_bind_template_child (widget_class, StreekTimeBar, words_label);
  gtk_widget_class_bind_template_callback (widget_class, on_play_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_scale_key_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_change_value_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_value_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_limits_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_hold_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_speed_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
streek_time_bar_init (StreekTimeBar *self)
{
  self->is_filling = TRUE;
  self->row = g_array_new (FALSE, FALSE, sizeof (StreekPeriod));
  self->waiting = -1;
  self->desktop = gtk_settings_get_default ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  update_button (self);
  g_signal_connect_object (self->desktop, "notify::gtk-enable-animations",
                           G_CALLBACK (on_movement_cb), self, G_CONNECT_SWAPPED);
  self->is_filling = FALSE;
}

void
streek_time_bar_set_context (StreekTimeBar *self, StreekContext *context)
{
  g_return_if_fail (STREEK_IS_TIME_BAR (self));
  g_return_if_fail (self->context == NULL);

  self->context = g_object_ref (context);
  self->settings = g_settings_new (STREEK_APP_ID);
  g_signal_connect_object (context, "changed", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (context, "data-changed", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (context, "notify::figure", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (context, "notify::loading", G_CALLBACK (on_loading_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "changed::play-interval", G_CALLBACK (fill_speed), self,
                           G_CONNECT_SWAPPED);
  fill_speed (self);
  fill (self);
}

void
streek_time_bar_set_panels (StreekTimeBar *self, StreekMapPanels *panels)
{
  g_return_if_fail (STREEK_IS_TIME_BAR (self) && STREEK_IS_MAP_PANELS (panels));
  g_return_if_fail (self->panels == NULL);

  self->panels = g_object_ref (panels);
  g_signal_connect_object (panels, "settled", G_CALLBACK (on_loading_cb), self, G_CONNECT_SWAPPED);
}
