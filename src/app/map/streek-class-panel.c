/* streek-class-panel.c: the classes of a map: method, limits, zeros, reference and palette */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "streek-class-panel"
#include "config.h"
#include "map/streek-class-chart.h"
#include "map/streek-class-panel.h"
#include "map/streek-legend.h"
#include "map/streek-limit-text.h"
#include "map/streek-limits-window.h"
#include "map/streek-palette-button.h"

#include <glib/gi18n.h>
#include <math.h>

struct _StreekClassPanel
{
  GtkWidget parent_instance;

  GtkDropDown *method_drop_down;
  GtkWidget *policy_box;
  GtkDropDown *policy_drop_down;
  GtkLabel *policy_label;
  GtkButton *keep_button;
  GtkLabel *keep_label;
  GtkSpinButton *classes_spin;
  StreekClassChart *chart;
  GtkBox *counts_box;
  GtkLabel *message_label;
  GtkWidget *breaks_box;
  GtkEntry *breaks_entry;
  GtkSwitch *zero_switch;
  GtkEntry *reference_entry;
  StreekPaletteButton *palette_button;

  StreekContext *context;
  GPtrArray *policies; /* (element-type utf8): ids, in the order of their list */
  char *kept_id;       /* (nullable): of limits to be shown once they are there */
  GArray *waiting; /* (nullable) (element-type double): limits that were moved while a figure was
                    * being made: it comes first, so that the colours keep up */
  gboolean is_filling;
};

G_DEFINE_FINAL_TYPE (StreekClassPanel, streek_class_panel, GTK_TYPE_WIDGET)

/* Filling */

/* What is being typed stays. */
static void
fill_entry (GtkEntry *entry, const char *text)
{
  GtkWidget *widget = GTK_WIDGET (entry);
  GtkWidget *focus =
    gtk_widget_get_root (widget) != NULL ? gtk_root_get_focus (gtk_widget_get_root (widget)) : NULL;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, widget))
    gtk_editable_set_text (GTK_EDITABLE (entry), text);
  gtk_widget_remove_css_class (widget, "error");
}

/* (nullable): the classes of the figure on screen */
static StreekClasses *
get_classes (StreekClassPanel *self)
{
  StreekFigure *figure = streek_context_get_figure (self->context);

  return figure != NULL ? streek_figure_get_classes (figure) : NULL;
}

/* Limits of one's own, else those that are drawn. */
static GArray *
list_limits (StreekClassPanel *self)
{
  const StreekFigureSpec *spec = streek_context_get_spec (self->context);
  StreekClasses *classes = get_classes (self);

  if (self->waiting != NULL)
    return g_array_copy (self->waiting);

  if (spec->method == STREEK_CLASSES_MANUAL && spec->breaks != NULL)
    return g_array_copy (spec->breaks);

  return classes != NULL ? streek_classes_list_limits (classes)
                         : g_array_new (FALSE, FALSE, sizeof (double));
}

/* Policies */

/* Of a change they would say nothing. */
static gboolean
shows_change (StreekClassPanel *self)
{
  const StreekFigureSpec *spec = streek_context_get_spec (self->context);

  return !spec->kind_is_automatic && spec->kind == STREEK_FIGURE_CHANGE;
}

/* (transfer container) (element-type StreekPolicyLimits): those that can be used here */
static GPtrArray *
list_policies (StreekClassPanel *self)
{
  const StreekIndicator *indicator = streek_context_get_indicator (self->context);
  GPtrArray *policies = indicator != NULL && !shows_change (self)
                          ? streek_catalogue_list_policy_limits (
                              streek_context_get_catalogue (self->context), indicator->code)
                          : g_ptr_array_new ();

  for (guint i = policies->len; i-- > 0;)
    if (!((StreekPolicyLimits *) policies->pdata[i])->is_usable)
      g_ptr_array_remove_index (policies, i);

  return policies;
}

/* (nullable): those that are drawn */
static const StreekPolicyLimits *
get_policy (StreekClassPanel *self)
{
  const StreekFigureSpec *spec = streek_context_get_spec (self->context);
  const StreekIndicator *indicator = streek_context_get_indicator (self->context);

  return indicator != NULL && spec->method == STREEK_CLASSES_POLICY
           ? streek_catalogue_find_policy_limits (streek_context_get_catalogue (self->context),
                                                  indicator, spec->policy, NULL)
           : NULL;
}

/* The method is the last of the list, and there where there are limits. */
static void
fit_methods (StreekClassPanel *self, gboolean has_policies)
{
  GtkStringList *names = GTK_STRING_LIST (gtk_drop_down_get_model (self->method_drop_down));
  guint n = g_list_model_get_n_items (G_LIST_MODEL (names));

  if (has_policies && n == STREEK_CLASSES_POLICY)
    gtk_string_list_append (names, streek_class_method_get_label (STREEK_CLASSES_POLICY));
  else if (!has_policies && n > STREEK_CLASSES_POLICY)
    gtk_string_list_remove (names, STREEK_CLASSES_POLICY);
}

/* "Voorbeeldplan · 2020–2030" */
static char *
dup_policy_words (const StreekPolicyLimits *policy)
{
  g_autofree char *validity =
    streek_policy_limits_dup_validity (policy, streek_format_get_default ());

  return validity != NULL
           ? g_strdup_printf ("%s · %s", policy->texts[STREEK_POLICY_SOURCE], validity)
           : g_strdup (policy->texts[STREEK_POLICY_SOURCE]);
}

static gboolean
lists_are_equal (const GPtrArray *ids, const GPtrArray *policies, GListModel *names)
{
  if (ids->len != policies->len)
    return FALSE;

  for (guint i = 0; i < ids->len; i++)
    {
      const StreekPolicyLimits *policy = policies->pdata[i];
      const char *name = gtk_string_list_get_string (GTK_STRING_LIST (names), i);

      if (g_strcmp0 (ids->pdata[i], policy->texts[STREEK_POLICY_ID]) != 0 ||
          g_strcmp0 (name, policy->texts[STREEK_POLICY_NAME]) != 0)
        return FALSE;
    }

  return TRUE;
}

static void
fill_policy_list (StreekClassPanel *self, const GPtrArray *policies)
{
  GListModel *names = gtk_drop_down_get_model (self->policy_drop_down);

  if (lists_are_equal (self->policies, policies, names))
    return;

  gtk_string_list_splice (GTK_STRING_LIST (names), 0, g_list_model_get_n_items (names), NULL);
  g_ptr_array_set_size (self->policies, 0);
  for (guint i = 0; i < policies->len; i++)
    {
      const StreekPolicyLimits *policy = policies->pdata[i];

      gtk_string_list_append (GTK_STRING_LIST (names), policy->texts[STREEK_POLICY_NAME]);
      g_ptr_array_add (self->policies, g_strdup (policy->texts[STREEK_POLICY_ID]));
    }
}

static void
fill_policies (StreekClassPanel *self)
{
  g_autoptr (GPtrArray) policies = list_policies (self);
  const StreekPolicyLimits *policy = get_policy (self);
  g_autofree char *words = policy != NULL ? dup_policy_words (policy) : NULL;
  gboolean can_keep = streek_context_can_write (self->context) && !shows_change (self);
  guint place;

  fit_methods (self, policies->len > 0);
  fill_policy_list (self, policies);
  if (policy != NULL && g_ptr_array_find (policies, policy, &place))
    gtk_drop_down_set_selected (self->policy_drop_down, place);
  gtk_widget_set_visible (self->policy_box, policy != NULL);
  gtk_label_set_text (self->policy_label, words != NULL ? words : "");
  gtk_button_set_label (self->keep_button, policy != NULL ? _ ("_Edit Policy Limits…")
                                                          : _ ("_Keep as Policy Limits…"));
  gtk_widget_set_visible (GTK_WIDGET (self->keep_button), can_keep);
  gtk_widget_set_sensitive (GTK_WIDGET (self->keep_button), get_classes (self) != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->keep_label), can_keep && policies->len == 0);
}

static void
fill (StreekClassPanel *self)
{
  const StreekFigureSpec *spec = streek_context_get_spec (self->context);
  StreekClasses *classes = get_classes (self);
  gboolean is_manual = spec->method == STREEK_CLASSES_MANUAL;
  g_autofree char *breaks = streek_limit_text_dup (spec->breaks);
  g_autofree char *reference =
    isnan (spec->reference) ? g_strdup ("") : streek_limit_text_dup_number (spec->reference);

  if (spec->indicator == NULL)
    return;

  gboolean is_policy = spec->method == STREEK_CLASSES_POLICY;

  self->is_filling = TRUE;
  fill_policies (self);
  gtk_drop_down_set_selected (self->method_drop_down, spec->method);
  gtk_spin_button_set_value (self->classes_spin, spec->n_classes);
  gtk_widget_set_visible (gtk_widget_get_parent (GTK_WIDGET (self->classes_spin)),
                          !is_manual && !is_policy);
  gtk_widget_set_visible (self->breaks_box, is_manual);
  fill_entry (self->breaks_entry, breaks);
  gtk_switch_set_active (self->zero_switch, spec->zero_class);
  gtk_widget_set_visible (gtk_widget_get_parent (GTK_WIDGET (self->zero_switch)), !is_policy);
  fill_entry (self->reference_entry, reference);
  streek_palette_button_show (self->palette_button, spec->palette,
                              classes != NULL && !isnan (streek_classes_get_reference (classes)),
                              classes != NULL ? streek_classes_get_n (classes) : spec->n_classes);
  self->is_filling = FALSE;
}

/* Each class with its colour, its limits and its number of areas. */
static void
fill_counts (StreekClassPanel *self, StreekFigure *figure)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->counts_box))) != NULL)
    gtk_box_remove (self->counts_box, child);

  for (guint i = 0; figure != NULL && i < streek_figure_get_n_legend_entries (figure); i++)
    {
      StreekLegendEntry entry = streek_figure_get_legend_entry (figure, i);
      g_autofree char *text =
        streek_figure_dup_legend_label (figure, i, streek_format_get_default ());

      if (entry.kind == STREEK_LEGEND_CLASS)
        gtk_box_append (self->counts_box, streek_legend_make_line (&entry, text));
    }
}

static void
on_figure_cb (StreekClassPanel *self)
{
  StreekFigure *figure = streek_context_get_figure (self->context);
  StreekClasses *classes = get_classes (self);
  g_autoptr (GArray) limits = list_limits (self);
  g_autofree char *message = classes != NULL ? streek_classes_dup_explanation (classes) : NULL;

  streek_class_chart_set_figure (self->chart, figure, limits);
  fill_counts (self, classes != NULL ? figure : NULL);
  gtk_label_set_text (self->message_label, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->message_label), message != NULL);
  fill (self);
}

/* Limits that wait belong to what was asked before. */
static void
on_changed_cb (StreekClassPanel *self)
{
  g_clear_pointer (&self->waiting, g_array_unref);
  fill (self);
}

/* Choosing. Each takes one thing from its widget; the context tells everybody, us included. */

static StreekFigureSpec *
copy_spec (StreekClassPanel *self)
{
  g_clear_pointer (&self->waiting, g_array_unref);

  return streek_figure_spec_copy (streek_context_get_spec (self->context));
}

/* Limits of one's own, or none: those of a policy are left. */
static void
take_breaks (StreekFigureSpec *spec, GArray *breaks)
{
  g_clear_pointer (&spec->policy, g_free);
  g_clear_pointer (&spec->breaks, g_array_unref);
  spec->breaks = breaks;
}

/* Of several the first that holds for the period shown. */
static const StreekPolicyLimits *
choose_policy (StreekClassPanel *self, const GPtrArray *policies)
{
  StreekPeriod period = streek_context_get_period (self->context);

  for (guint i = 0; i < policies->len; i++)
    if (streek_policy_limits_hold (policies->pdata[i], period))
      return policies->pdata[i];

  return policies->len > 0 ? policies->pdata[0] : NULL;
}

/* They say what classes there are, so zeros have none of their own. */
static void
show_policy (StreekClassPanel *self, const char *id)
{
  g_autoptr (StreekFigureSpec) spec = copy_spec (self);

  take_breaks (spec, NULL);
  spec->method = STREEK_CLASSES_POLICY;
  spec->policy = g_strdup (id);
  spec->zero_class = FALSE;
  streek_context_set_spec (self->context, spec);
}

/* Limits of one's own begin as those that are drawn; where none are drawn there is nothing to
 * begin with, and the method stays. */
static void
on_method_cb (StreekClassPanel *self)
{
  guint selected = gtk_drop_down_get_selected (self->method_drop_down);

  if (self->is_filling || selected >= STREEK_N_CLASS_METHODS)
    return;

  g_autoptr (GArray) drawn = list_limits (self);
  g_autoptr (StreekFigureSpec) spec = copy_spec (self);

  if (selected == spec->method)
    return;

  if (selected == STREEK_CLASSES_POLICY)
    {
      g_autoptr (GPtrArray) policies = list_policies (self);
      const StreekPolicyLimits *policy = choose_policy (self, policies);

      if (policy != NULL)
        show_policy (self, policy->texts[STREEK_POLICY_ID]);
      return;
    }

  if (selected != STREEK_CLASSES_MANUAL)
    take_breaks (spec, NULL);
  else if (drawn->len > 0)
    take_breaks (spec, g_steal_pointer (&drawn));

  if (selected != STREEK_CLASSES_MANUAL || spec->breaks != NULL)
    spec->method = selected;
  streek_context_set_spec (self->context, spec);
  fill (self);
}

static void
on_policy_cb (StreekClassPanel *self)
{
  guint selected = gtk_drop_down_get_selected (self->policy_drop_down);

  if (!self->is_filling && selected < self->policies->len)
    show_policy (self, self->policies->pdata[selected]);
}

/* The limits that are drawn, under a name; those of a policy to be changed. */
static void
on_keep_cb (StreekClassPanel *self)
{
  const StreekPolicyLimits *policy = get_policy (self);
  g_autoptr (GArray) limits = list_limits (self);
  g_autofree char *id =
    policy != NULL ? g_strdup (policy->texts[STREEK_POLICY_ID]) : g_uuid_string_random ();
  GtkWindow *parent = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));

  gtk_window_present (
    GTK_WINDOW (streek_limits_window_new (parent, self->context, policy, limits, id)));
  g_free (self->kept_id);
  self->kept_id = g_steal_pointer (&id);
}

/* What was kept just now is shown at once. */
static void
on_data_cb (StreekClassPanel *self)
{
  const StreekIndicator *indicator = streek_context_get_indicator (self->context);

  if (indicator != NULL && self->kept_id != NULL &&
      streek_catalogue_find_policy_limits (streek_context_get_catalogue (self->context), indicator,
                                           self->kept_id, NULL) != NULL)
    {
      g_autofree char *id = g_steal_pointer (&self->kept_id);

      show_policy (self, id);
    }

  fill (self);
}

static void
on_look_cb (StreekClassPanel *self)
{
  if (self->is_filling)
    return;

  g_autoptr (StreekFigureSpec) spec = copy_spec (self);

  spec->n_classes = gtk_spin_button_get_value_as_int (self->classes_spin);
  spec->zero_class = gtk_switch_get_active (self->zero_switch);
  streek_context_set_spec (self->context, spec);
}

static void
on_palette_cb (StreekClassPanel *self, const char *name)
{
  g_autoptr (StreekFigureSpec) spec = copy_spec (self);

  g_free (spec->palette);
  spec->palette = g_strdup (name);
  streek_context_set_spec (self->context, spec);
}

/* Takes @limits, which are limits of one's own from now on. */
static void
draw_limits (StreekClassPanel *self, GArray *limits)
{
  g_autoptr (StreekFigureSpec) spec = copy_spec (self);

  take_breaks (spec, limits);
  spec->method = STREEK_CLASSES_MANUAL;
  streek_context_set_spec (self->context, spec);
}

static void
on_moved_cb (StreekClassPanel *self)
{
  GArray *limits = streek_class_chart_list_limits (self->chart);

  if (!streek_context_get_loading (self->context))
    {
      draw_limits (self, limits);
      return;
    }

  g_clear_pointer (&self->waiting, g_array_unref);
  self->waiting = limits;
}

static void
on_loading_cb (StreekClassPanel *self)
{
  if (self->waiting != NULL && !streek_context_get_loading (self->context))
    draw_limits (self, g_steal_pointer (&self->waiting));
}

static void
on_breaks_cb (StreekClassPanel *self)
{
  GArray *breaks =
    streek_limit_text_read (gtk_editable_get_text (GTK_EDITABLE (self->breaks_entry)));

  if (breaks == NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->breaks_entry), "error");
  else
    draw_limits (self, breaks);
}

/* Nothing typed: as the figures ask. */
static void
on_reference_cb (StreekClassPanel *self)
{
  g_autofree char *text =
    g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->reference_entry))));
  double reference = NAN;

  if (*text != '\0' && !streek_format_parse_number (streek_format_get_default (), text, &reference))
    {
      gtk_widget_add_css_class (GTK_WIDGET (self->reference_entry), "error");
      return;
    }

  g_autoptr (StreekFigureSpec) spec = copy_spec (self);

  spec->reference = reference;
  streek_context_set_spec (self->context, spec);
}

/* The widget */

static void
streek_class_panel_dispose (GObject *object)
{
  StreekClassPanel *self = STREEK_CLASS_PANEL (object);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  self->is_filling = TRUE; /* lists that go away change what is selected in them */
  g_clear_pointer (&child, gtk_widget_unparent);
  g_clear_object (&self->context);
  g_clear_pointer (&self->waiting, g_array_unref);
  g_clear_pointer (&self->policies, g_ptr_array_unref);
  g_clear_pointer (&self->kept_id, g_free);

  G_OBJECT_CLASS (streek_class_panel_parent_class)->dispose (object);
}

static void
streek_class_panel_class_init (StreekClassPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = streek_class_panel_dispose;

  g_type_ensure (STREEK_TYPE_CLASS_CHART);
  g_type_ensure (STREEK_TYPE_PALETTE_BUTTON);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/be/streekatlas/Streekatlas/ui/streek-class-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, StreekClassPanel, method_drop_down);
  gtk_widget_class_bind_template_child (widget_class, StreekClassPanel, policy_box);
  gtk_widget_class_bind_template_child (widget_class, StreekClassPanel, policy_drop_down);
  gtk_widget_class_bind_template_child (widget_class, StreekClassPanel, policy_label);
  gtk_widget_class_bind_template_child (widget_class, StreekClassPanel, keep_button);
  gtk_widget_class_bind_template_child (widget_class, StreekClassPanel, keep_label);
  gtk_widget_class_bind_template_child (widget_class, StreekClassPanel, classes_spin);
  gtk_widget_class_bind_template_child (widget_class, StreekClassPanel, chart);
  gtk_widget_class_bind_template_child (widget_class, StreekClassPanel, counts_box);
  gtk_widget_class_bind_template_child (widget_class, StreekClassPanel, message_label);
  gtk_widget_class_bind_template_child (widget_class, StreekClassPanel, breaks_box);
  gtk_widget_class_bind_template_child (widget_class, StreekClassPanel, breaks_entry);
  gtk_widget_class_bind_template_child (widget_class, StreekClassPanel, zero_switch);
  gtk_widget_class_bind_template_child (widget_class, StreekClassPanel, reference_entry);
  gtk_widget_class_bind_template_child (widget_class, StreekClassPanel, palette_button);
  gtk_widget_class_bind_template_callback (widget_class, on_method_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_policy_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_keep_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_look_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_moved_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_breaks_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_reference_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_palette_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

/* In the order of the enumeration, so that a position is a method; the last one comes where there
 * are limits of a policy. */
static void
fill_methods (StreekClassPanel *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (StreekClassMethod i = 0; i < STREEK_CLASSES_POLICY; i++)
    gtk_string_list_append (names, streek_class_method_get_label (i));
  gtk_drop_down_set_model (self->method_drop_down, G_LIST_MODEL (names));

  g_autoptr (GtkStringList) policies = gtk_string_list_new (NULL);

  gtk_drop_down_set_model (self->policy_drop_down, G_LIST_MODEL (policies));
}

static void
streek_class_panel_init (StreekClassPanel *self)
{
  self->is_filling = TRUE;
  self->policies = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_methods (self);
  self->is_filling = FALSE;
}

void
streek_class_panel_set_context (StreekClassPanel *self, StreekContext *context)
{
  g_return_if_fail (STREEK_IS_CLASS_PANEL (self));
  g_return_if_fail (self->context == NULL);

  self->context = g_object_ref (context);
  g_signal_connect_object (context, "changed", G_CALLBACK (on_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (context, "data-changed", G_CALLBACK (on_data_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (context, "notify::figure", G_CALLBACK (on_figure_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (context, "notify::loading", G_CALLBACK (on_loading_cb), self,
                           G_CONNECT_SWAPPED);
  on_figure_cb (self);
}
