/* streek-select-window.c: chooses areas of the map by a rule or from a pasted list */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "areas/streek-select-window.h"

#include "area/streek-areas-pick.h"
#include "areas/streek-unknown-names.h"
#include "print/streek-problem.h"
#include "streek-area-choices.h"
#include "workspace/streek-choosing.h"
#include "workspace/streek-edits.h"
#include "workspace/streek-own-name-edits.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

/* The region whose value is compared with unless another one is the office's own. */
#define FLANDERS "gewest:02000"

/* More lines would push the list out of the window. */
#define MAX_LINES 6

struct _StreekSelectWindow
{
  AdwWindow parent_instance;

  AdwPreferencesGroup *rule_group;
  AdwComboRow *kind_row;
  AdwComboRow *against_row;
  AdwEntryRow *number_row;
  AdwComboRow *class_row;
  AdwComboRow *second_row; /* of two indicators: the class of the other one */
  GtkTextView *list_view;
  StreekUnknownNames *unknown_names;
  GtkCheckButton *add_button;
  GtkLabel *result_label;
  GtkLabel *finding_label;

  StreekContext *context;
  GPtrArray
    *references; /* (element-type utf8): SET:CODE of each entry of against_row; "": a number */
  GCancellable *choosing;
};

G_DEFINE_FINAL_TYPE (StreekSelectWindow, streek_select_window, ADW_TYPE_WINDOW)

static const struct
{
  StreekFigureRuleKind kind;
  const char *label;
} kinds[] = {
  { STREEK_FIGURE_RULE_ABOVE, N_ ("More than") },
  { STREEK_FIGURE_RULE_AT_LEAST, N_ ("At least") },
  { STREEK_FIGURE_RULE_BELOW, N_ ("Less than") },
  { STREEK_FIGURE_RULE_AT_MOST, N_ ("At most") },
  { STREEK_FIGURE_RULE_TOP, N_ ("The highest") },
  { STREEK_FIGURE_RULE_BOTTOM, N_ ("The lowest") },
  { STREEK_FIGURE_RULE_IN_CLASS, N_ ("In a class of the map") },
  { STREEK_FIGURE_RULE_MISSING, N_ ("Without a figure") },
};

static StreekFigureRuleKind
get_kind (StreekSelectWindow *self)
{
  guint selected = adw_combo_row_get_selected (self->kind_row);

  return kinds[MIN (selected, G_N_ELEMENTS (kinds) - 1)].kind;
}

static gboolean
is_comparison (StreekFigureRuleKind kind)
{
  return kind <= STREEK_FIGURE_RULE_AT_MOST;
}

static gboolean
is_rank (StreekFigureRuleKind kind)
{
  return kind == STREEK_FIGURE_RULE_TOP || kind == STREEK_FIGURE_RULE_BOTTOM;
}

/* "" for a number that is typed */
static const char *
get_reference (StreekSelectWindow *self)
{
  guint selected = adw_combo_row_get_selected (self->against_row);

  return is_comparison (get_kind (self)) && selected < self->references->len
           ? self->references->pdata[selected]
           : "";
}

static gboolean
wants_number (StreekSelectWindow *self)
{
  StreekFigureRuleKind kind = get_kind (self);

  return is_rank (kind) || (is_comparison (kind) && *get_reference (self) == '\0');
}

/* Classes of two indicators. */
static gboolean
shows_two (StreekSelectWindow *self)
{
  StreekFigure *figure = streek_context_get_figure (self->context);

  return figure != NULL && streek_figure_get_axis_classes (figure, 0) != NULL &&
         streek_figure_get_axis_classes (figure, 1) != NULL;
}

/* What is typed as a rule, FALSE where it is none. */
static gboolean
read_rule (StreekSelectWindow *self, StreekFigureRule *rule)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->number_row));
  const char *reference = get_reference (self);

  *rule = (StreekFigureRule){ .kind = get_kind (self) };
  if (rule->kind == STREEK_FIGURE_RULE_IN_CLASS)
    rule->n = adw_combo_row_get_selected (self->class_row) + 1;
  if (rule->kind == STREEK_FIGURE_RULE_IN_CLASS && shows_two (self))
    rule->n_second = adw_combo_row_get_selected (self->second_row) + 1;
  if (*reference != '\0')
    rule->reference = reference;
  if (!wants_number (self))
    return TRUE;
  if (!streek_format_parse_number (streek_format_get_default (), text, &rule->number))
    return FALSE;
  if (!is_rank (rule->kind))
    return TRUE;

  rule->n = rule->number >= 1 && rule->number <= G_MAXINT ? (guint) rule->number : 0;

  return rule->n > 0 && rule->n == rule->number;
}

static void
update (StreekSelectWindow *self)
{
  StreekFigureRuleKind kind = get_kind (self);
  StreekFigureRule rule;
  gboolean typed = *gtk_editable_get_text (GTK_EDITABLE (self->number_row)) != '\0';

  if (self->context == NULL)
    return;

  gboolean is_rule = read_rule (self, &rule);

  gtk_widget_set_visible (GTK_WIDGET (self->against_row), is_comparison (kind));
  gtk_widget_set_visible (GTK_WIDGET (self->number_row), wants_number (self));
  gtk_widget_set_visible (GTK_WIDGET (self->class_row), kind == STREEK_FIGURE_RULE_IN_CLASS);
  gtk_widget_set_visible (GTK_WIDGET (self->second_row),
                          kind == STREEK_FIGURE_RULE_IN_CLASS && shows_two (self));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->number_row),
                                 is_rank (kind) ? _ ("How Many") : _ ("Number"));
  if (wants_number (self) && typed && !is_rule)
    gtk_widget_add_css_class (GTK_WIDGET (self->number_row), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->number_row), "error");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "select.by-rule",
                                 is_rule && streek_context_get_indicator (self->context) != NULL);
}

/* What it comes to, then what could not be taken as it stands. */
static void
say (StreekSelectWindow *self, const char *before, GPtrArray *findings)
{
  guint n = streek_selection_get_n_selected (streek_context_get_selection (self->context));
  g_autofree char *count =
    n == 0 ? g_strdup (_ ("No area is selected."))
           /* Translators: %u is a number. */
           : g_strdup_printf (ngettext ("%u area is selected.", "%u areas are selected.", n), n);
  g_autofree char *text = before != NULL ? g_strconcat (before, " ", count, NULL) : NULL;
  g_autoptr (GString) lines = g_string_new (NULL);

  for (guint i = 0; findings != NULL && i < findings->len && i < MAX_LINES; i++)
    {
      const StreekFinding *finding = findings->pdata[i];

      g_string_append_printf (lines, "%s“%s”: %s", i > 0 ? "\n" : "", finding->place,
                              finding->message);
    }
  if (findings != NULL && findings->len > MAX_LINES)
    {
      guint more = findings->len - MAX_LINES;

      g_string_append_c (lines, '\n');
      g_string_append_printf (
        /* Translators: %u is how many more findings of the same kind there are. */
        lines, ngettext ("There is %u more.", "There are %u more.", more), more);
    }

  gtk_label_set_text (self->result_label, text != NULL ? text : count);
  gtk_label_set_text (self->finding_label, lines->str);
  gtk_widget_set_visible (GTK_WIDGET (self->finding_label), lines->len > 0);
}

/* Alone, or beside what is chosen already. */
static void
choose (StreekSelectWindow *self, GPtrArray *codes)
{
  StreekSelection *selection = streek_context_get_selection (self->context);
  g_autoptr (GPtrArray) all = gtk_check_button_get_active (self->add_button)
                                ? streek_selection_list (selection)
                                : g_ptr_array_new ();

  for (guint i = 0; i < codes->len; i++)
    g_ptr_array_add (all, codes->pdata[i]);
  g_ptr_array_add (all, NULL);
  streek_selection_set (selection, (const char *const *) all->pdata);
}

static void
on_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StreekSelectWindow) self = user_data; /* the reference taken when it began */
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekChosenAreas) chosen =
    streek_workspace_choose_areas_finish (STREEK_WORKSPACE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_object (&self->choosing);
  update (self);
  if (chosen == NULL)
    {
      gtk_label_set_text (self->result_label, error->message);
      gtk_widget_set_visible (GTK_WIDGET (self->finding_label), FALSE);
      return;
    }

  g_autofree char *limit = chosen->limit != NULL ? g_strconcat (chosen->limit, ".", NULL) : NULL;

  choose (self, chosen->codes);
  say (self, limit, NULL);
}

static void
select_by_rule (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  StreekSelectWindow *self = STREEK_SELECT_WINDOW (widget);
  StreekWorkspace *workspace = streek_context_get_workspace (self->context);
  StreekFigureRule rule;

  if (workspace == NULL || !read_rule (self, &rule))
    return;

  if (self->choosing != NULL)
    g_cancellable_cancel (self->choosing);
  g_clear_object (&self->choosing);
  self->choosing = g_cancellable_new ();
  streek_workspace_choose_areas_async (workspace, streek_context_get_spec (self->context), &rule,
                                       self->choosing, on_chosen_cb, g_object_ref (self));
}

static void
select_from_list (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  StreekSelectWindow *self = STREEK_SELECT_WINDOW (widget);
  StreekAreas *areas = streek_context_get_areas (self->context);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->list_view);
  GtkTextIter start;
  GtkTextIter end;

  if (areas == NULL)
    return;

  gtk_text_buffer_get_bounds (buffer, &start, &end);

  const char *set = streek_context_get_spec (self->context)->set;
  StreekDate on = streek_context_get_area_date (self->context);
  const StreekArea *within = streek_context_get_within_area (self->context);
  g_autofree char *text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  g_autoptr (StreekAreaPick) pick = streek_areas_pick (areas, set, on, within, text);

  streek_unknown_names_set_areas (self->unknown_names, areas, set, on, within);
  streek_unknown_names_complete (self->unknown_names, pick);

  g_autofree char *taken = g_strdup_printf (
    /* Translators: numbers of words in a list. */
    _ ("%1$u of %2$u words name an area."), pick->n_taken, pick->n_read);

  choose (self, pick->codes);
  say (self, taken, pick->findings);
}

static void
on_remembered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StreekSelectWindow) self = user_data; /* the reference taken when it was asked */

  streek_problem_finish_edit (GTK_WIDGET (self), self->context, result,
                              _ ("The names could not be remembered."));
}

/* The answers hold for this window at once, and for the file where they are remembered. */
static void
on_answered_cb (StreekSelectWindow *self)
{
  StreekWorkspace *workspace = streek_context_get_workspace (self->context);
  g_autoptr (GPtrArray) names = streek_unknown_names_list_new (self->unknown_names);

  if (workspace != NULL && names->len > 0)
    streek_edits_add_own_names_async (workspace, names, on_remembered_cb, g_object_ref (self));

  gtk_widget_activate_action (GTK_WIDGET (self), "select.from-list", NULL);
}

static void
on_list_changed_cb (StreekSelectWindow *self)
{
  gtk_widget_action_set_enabled (
    GTK_WIDGET (self), "select.from-list",
    gtk_text_buffer_get_char_count (gtk_text_view_get_buffer (self->list_view)) > 0);
}

static void
on_apply_cb (StreekSelectWindow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "select.by-rule", NULL);
}

static void
add_reference (StreekSelectWindow *self, GtkStringList *names, const char *ref)
{
  StreekAreas *areas = streek_context_get_areas (self->context);
  const StreekArea *area =
    areas != NULL && ref != NULL
      ? streek_areas_resolve_ref (areas, ref, streek_context_get_area_date (self->context), NULL,
                                  NULL)
      : NULL;

  if (area == NULL || g_ptr_array_find_with_equal_func (self->references, ref, g_str_equal, NULL))
    return;

  gtk_string_list_append (names, area->name);
  g_ptr_array_add (self->references, g_strdup (ref));
}

/* Shown: Flanders, the area that the map is limited to, the office's own one. */
static void
fill_references (StreekSelectWindow *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  gtk_string_list_append (names, _ ("A number"));
  g_ptr_array_add (self->references, g_strdup (""));
  add_reference (self, names, FLANDERS);
  add_reference (self, names, streek_context_get_spec (self->context)->within);
  add_reference (self, names, streek_context_get_own_area (self->context));
  adw_combo_row_set_model (self->against_row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->against_row, self->references->len > 1 ? 1 : 0);
}

/* As the legend has them; of two indicators under the name of each. */
static void
fill_classes (StreekSelectWindow *self, StreekFigure *figure)
{
  const StreekFormat *format = streek_format_get_default ();
  StreekClasses *classes = figure != NULL ? streek_figure_get_classes (figure) : NULL;
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  for (guint i = 0; classes != NULL && i < streek_classes_get_n (classes); i++)
    {
      g_autofree char *label = streek_figure_dup_class_label (figure, i, format);

      gtk_string_list_append (labels, label);
    }
  adw_combo_row_set_model (self->class_row, G_LIST_MODEL (labels));
}

static void
fill_axis (StreekFigure *figure, guint axis, AdwComboRow *row)
{
  StreekClasses *classes = streek_figure_get_axis_classes (figure, axis);
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  g_autofree char *name = streek_figure_dup_axis_name (figure, axis);
  g_autofree char *title = g_markup_escape_text (name, -1);

  for (guint i = 0; i < streek_classes_get_n (classes); i++)
    {
      g_autofree char *label =
        streek_classes_format_label (classes, i, streek_format_get_default ());

      gtk_string_list_append (labels, label);
    }
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_combo_row_set_model (row, G_LIST_MODEL (labels));
}

static void
fill_kinds (StreekSelectWindow *self)
{
  StreekFigure *figure = streek_context_get_figure (self->context);
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    gtk_string_list_append (words, _ (kinds[i].label));
  if (shows_two (self))
    {
      fill_axis (figure, 0, self->class_row);
      fill_axis (figure, 1, self->second_row);
    }
  else
    fill_classes (self, figure);
  adw_combo_row_set_model (self->kind_row, G_LIST_MODEL (words));
}

static void
streek_select_window_dispose (GObject *object)
{
  StreekSelectWindow *self = STREEK_SELECT_WINDOW (object);

  if (self->choosing != NULL)
    g_cancellable_cancel (self->choosing);
  g_clear_object (&self->choosing);
  g_clear_object (&self->context);
  g_clear_pointer (&self->references, g_ptr_array_unref);

  G_OBJECT_CLASS (streek_select_window_parent_class)->dispose (object);
}

static void
streek_select_window_class_init (StreekSelectWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = streek_select_window_dispose;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/be/streekatlas/Streekatlas/ui/streek-select-window.ui");
  gtk_widget_class_bind_template_child (widget_class, StreekSelectWindow, rule_group);
  gtk_widget_class_bind_template_child (widget_class, StreekSelectWindow, kind_row);
  gtk_widget_class_bind_template_child (widget_class, StreekSelectWindow, against_row);
  gtk_widget_class_bind_template_child (widget_class, StreekSelectWindow, number_row);
  gtk_widget_class_bind_template_child (widget_class, StreekSelectWindow, class_row);
  gtk_widget_class_bind_template_child (widget_class, StreekSelectWindow, second_row);
  gtk_widget_class_bind_template_child (widget_class, StreekSelectWindow, list_view);
  gtk_widget_class_bind_template_child (widget_class, StreekSelectWindow, unknown_names);
  gtk_widget_class_bind_template_child (widget_class, StreekSelectWindow, add_button);
  gtk_widget_class_bind_template_child (widget_class, StreekSelectWindow, result_label);
  gtk_widget_class_bind_template_child (widget_class, StreekSelectWindow, finding_label);
  gtk_widget_class_bind_template_callback (widget_class, update);
  gtk_widget_class_bind_template_callback (widget_class, on_apply_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_answered_cb);
  gtk_widget_class_install_action (widget_class, "select.by-rule", NULL, select_by_rule);
  gtk_widget_class_install_action (widget_class, "select.from-list", NULL, select_from_list);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
streek_select_window_init (StreekSelectWindow *self)
{
  self->references = g_ptr_array_new_with_free_func (g_free);
  g_type_ensure (STREEK_TYPE_UNKNOWN_NAMES);
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (gtk_text_view_get_buffer (self->list_view), "changed",
                           G_CALLBACK (on_list_changed_cb), self, G_CONNECT_SWAPPED);
  on_list_changed_cb (self);
}

GtkWidget *
streek_select_window_new (GtkWindow *parent, StreekContext *context)
{
  g_return_val_if_fail (STREEK_IS_CONTEXT (context), NULL);

  StreekSelectWindow *self = g_object_new (STREEK_TYPE_SELECT_WINDOW, "transient-for", parent,
                                           "modal", TRUE, "destroy-with-parent", TRUE, NULL);
  const StreekIndicator *indicator = streek_context_get_indicator (context);

  self->context = g_object_ref (context);
  streek_unknown_names_set_can_remember (self->unknown_names, streek_context_can_write (context));
  if (indicator != NULL)
    {
      g_autofree char *name = g_markup_escape_text (indicator->name, -1);

      adw_preferences_group_set_description (self->rule_group, name);
    }
  gtk_widget_set_sensitive (GTK_WIDGET (self->rule_group), indicator != NULL);
  fill_references (self);
  fill_kinds (self);
  update (self);
  say (self, NULL, NULL);

  return GTK_WIDGET (self);
}
