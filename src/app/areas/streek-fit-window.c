/* streek-fit-window.c: which areas have a total that somebody states */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "areas/streek-fit-window.h"

#include "areas/streek-answer-view.h"
#include "base/streek-source.h"
#include "indicators/streek-indicator-words.h"
#include "streek-area-choices.h"
#include "streek-chooser.h"
#include "workspace/streek-matching.h"

#include <glib/gi18n.h>
#include <string.h>

struct _StreekFitWindow
{
  AdwWindow parent_instance;

  GtkMenuButton *indicator_button;
  GtkLabel *indicator_label;
  StreekChooser *indicator_chooser;
  AdwEntryRow *total_row;
  AdwComboRow *period_row;
  GtkLabel *result_label;
  GtkSpinner *spinner;
  StreekAnswerView *answer;

  StreekContext *context;
  char *indicator; /* (nullable): code of the one that is asked about */
  GArray *periods; /* (element-type StreekPeriod): as in the row; the first one is any */
  GCancellable *matching;
  char *title; /* (nullable): of what was asked last, which the rows may not say any more */
  char *source;
};

G_DEFINE_FINAL_TYPE (StreekFitWindow, streek_fit_window, ADW_TYPE_WINDOW)

static gboolean
read_total (StreekFitWindow *self, StreekTotalMatchQuery *query)
{
  return streek_format_parse_stated (streek_format_get_default (),
                                     gtk_editable_get_text (GTK_EDITABLE (self->total_row)),
                                     &query->total, &query->decimals);
}

/* (nullable) */
static const StreekIndicator *
get_indicator (StreekFitWindow *self)
{
  StreekCatalogue *catalogue = streek_context_get_catalogue (self->context);

  if (catalogue == NULL || self->indicator == NULL)
    return NULL;

  return streek_catalogue_find (catalogue, self->indicator, NULL);
}

static void
stop (StreekFitWindow *self)
{
  if (self->matching != NULL)
    g_cancellable_cancel (self->matching);
  g_clear_object (&self->matching);
  gtk_spinner_stop (self->spinner);
}

/* Whenever a row says something else: an answer to another question must not stand under them. */
static void
update (StreekFitWindow *self)
{
  StreekTotalMatchQuery query;

  if (self->context == NULL)
    return;

  gboolean can_ask = get_indicator (self) != NULL;
  gboolean typed = *gtk_editable_get_text (GTK_EDITABLE (self->total_row)) != '\0';
  gboolean is_number = read_total (self, &query);

  stop (self);
  gtk_label_set_text (self->result_label,
                      can_ask ? _ ("Type a total, and see which areas of which date have it.")
                              : _ ("Choose an indicator, and type a total of it."));
  streek_answer_view_set_table (self->answer, NULL, NULL, NULL);

  if (typed && !is_number)
    gtk_widget_add_css_class (GTK_WIDGET (self->total_row), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->total_row), "error");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "fit.find", is_number && can_ask);
}

static void
show_table (StreekFitWindow *self, StreekTable *table)
{
  static const char *const columns[] = { "name",   "set_name", "value", "difference_pct",
                                         "known",  "members",  "units", "valid_from",
                                         "period", NULL };
  guint fit = (guint) streek_table_find_column (table, "fit");
  guint n = streek_table_get_n_rows (table);
  guint n_exact = 0;

  while (n_exact < n && strcmp (streek_table_get_text (table, n_exact, fit), "exact") == 0)
    n_exact++;

  g_autofree char *said =
    n_exact > 0
      ? g_strdup_printf (
          /* Translators: %u is a number. */
          ngettext ("%u area has exactly this total.", "%u areas have exactly this total.",
                    n_exact),
          n_exact)
      : g_strdup (_ ("No area that is known has exactly this total. These come nearest."));
  const StreekSheetWords words = { self->title, said, self->source, NULL };

  gtk_label_set_text (self->result_label, said);
  streek_answer_view_set_table (self->answer, table, columns, &words);
}

static void
on_matched_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StreekFitWindow) self = user_data; /* the reference taken when it began */
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekTable) table =
    streek_workspace_match_total_finish (STREEK_WORKSPACE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_object (&self->matching);
  gtk_spinner_stop (self->spinner);
  if (table != NULL)
    show_table (self, table);
  else
    {
      gtk_label_set_text (self->result_label, error->message);
      streek_answer_view_set_table (self->answer, NULL, NULL, NULL);
    }
}

static void
find (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  StreekFitWindow *self = STREEK_FIT_WINDOW (widget);
  StreekWorkspace *workspace = streek_context_get_workspace (self->context);
  const StreekIndicator *indicator = get_indicator (self);
  guint period = adw_combo_row_get_selected (self->period_row);
  StreekTotalMatchQuery query = { .max_pct = NAN };

  if (workspace == NULL || indicator == NULL || !read_total (self, &query))
    return;

  query.indicator = indicator->code;
  if (period < self->periods->len)
    query.period = g_array_index (self->periods, StreekPeriod, period);

  stop (self);
  g_free (self->title);
  self->title = g_strdup_printf (
    /* Translators: %1$s is an indicator, %2$s a number that somebody states. */
    _ ("Which areas fit? %1$s: %2$s"), indicator->name,
    gtk_editable_get_text (GTK_EDITABLE (self->total_row)));
  g_free (self->source);
  self->source = streek_source_make_line (&indicator->source, 1);
  self->matching = g_cancellable_new ();
  gtk_spinner_start (self->spinner);
  streek_workspace_match_total_async (workspace, &query, self->matching, on_matched_cb,
                                      g_object_ref (self));
}

static void
on_apply_cb (StreekFitWindow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "fit.find", NULL);
}

/* Newest first; the one on the map is selected where the indicator has it. */
static void
fill_periods (StreekFitWindow *self, const StreekIndicator *indicator)
{
  g_autoptr (GArray) periods =
    indicator != NULL
      ? streek_catalogue_list_periods (streek_context_get_catalogue (self->context), indicator)
      : g_array_new (FALSE, FALSE, sizeof (StreekPeriod));
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);
  StreekPeriod none = { 0 };
  StreekPeriod shown = streek_context_get_period (self->context);
  guint selected = 0;

  g_array_set_size (self->periods, 0);
  gtk_string_list_append (words, _ ("Any period"));
  g_array_append_val (self->periods, none);
  for (guint i = periods->len; i > 0; i--)
    {
      StreekPeriod period = g_array_index (periods, StreekPeriod, i - 1);
      g_autofree char *text = streek_format_period (streek_format_get_default (), period);

      if (streek_period_equal (period, shown))
        selected = self->periods->len;
      gtk_string_list_append (words, text);
      g_array_append_val (self->periods, period);
    }
  adw_combo_row_set_model (self->period_row, G_LIST_MODEL (words));
  adw_combo_row_set_selected (self->period_row, selected);
}

/* @code: (nullable) */
static void
set_indicator (StreekFitWindow *self, const char *code)
{
  g_free (self->indicator);
  self->indicator = g_strdup (code);

  const StreekIndicator *indicator = get_indicator (self);

  gtk_label_set_text (self->indicator_label, indicator != NULL
                                               ? streek_indicator_get_shown_name (indicator)
                                               : C_ ("indicator", "None"));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->indicator_button),
                               indicator != NULL ? indicator->definition : NULL);
  fill_periods (self, indicator);
  update (self);
}

static void
on_indicator_show_cb (StreekFitWindow *self)
{
  StreekCatalogue *catalogue = streek_context_get_catalogue (self->context);

  if (catalogue == NULL)
    return;

  g_autoptr (GListStore) choices = streek_indicator_choices_new (catalogue);

  streek_chooser_set_choices (self->indicator_chooser, G_LIST_MODEL (choices));
  streek_chooser_set_current (self->indicator_chooser, self->indicator);
  streek_chooser_start (self->indicator_chooser);
}

static void
on_indicator_chosen_cb (StreekFitWindow *self, const char *id)
{
  g_autofree char *code = g_strdup (id);

  gtk_menu_button_popdown (self->indicator_button);
  set_indicator (self, code);
  gtk_widget_grab_focus (GTK_WIDGET (self->total_row));
}

static gboolean
streek_fit_window_close_request (GtkWindow *window)
{
  stop (STREEK_FIT_WINDOW (window));

  return GTK_WINDOW_CLASS (streek_fit_window_parent_class)->close_request (window);
}

static void
streek_fit_window_dispose (GObject *object)
{
  StreekFitWindow *self = STREEK_FIT_WINDOW (object);

  if (self->matching != NULL)
    g_cancellable_cancel (self->matching);
  g_clear_object (&self->matching);
  g_clear_object (&self->context);
  g_clear_pointer (&self->indicator, g_free);
  g_clear_pointer (&self->periods, g_array_unref);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->source, g_free);

  G_OBJECT_CLASS (streek_fit_window_parent_class)->dispose (object);
}

static void
streek_fit_window_class_init (StreekFitWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = streek_fit_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = streek_fit_window_close_request;

  g_type_ensure (STREEK_TYPE_ANSWER_VIEW);
  g_type_ensure (STREEK_TYPE_CHOOSER);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/be/streekatlas/Streekatlas/ui/streek-fit-window.ui");
  gtk_widget_class_bind_template_child (widget_class, StreekFitWindow, indicator_button);
  gtk_widget_class_bind_template_child (widget_class, StreekFitWindow, indicator_label);
  gtk_widget_class_bind_template_child (widget_class, StreekFitWindow, indicator_chooser);
  gtk_widget_class_bind_template_child (widget_class, StreekFitWindow, total_row);
  gtk_widget_class_bind_template_child (widget_class, StreekFitWindow, period_row);
  gtk_widget_class_bind_template_child (widget_class, StreekFitWindow, result_label);
  gtk_widget_class_bind_template_child (widget_class, StreekFitWindow, spinner);
  gtk_widget_class_bind_template_child (widget_class, StreekFitWindow, answer);
  gtk_widget_class_bind_template_callback (widget_class, update);
  gtk_widget_class_bind_template_callback (widget_class, on_apply_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_indicator_show_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_indicator_chosen_cb);
  gtk_widget_class_install_action (widget_class, "fit.find", NULL, find);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
streek_fit_window_init (StreekFitWindow *self)
{
  self->periods = g_array_new (FALSE, FALSE, sizeof (StreekPeriod));
  gtk_widget_init_template (GTK_WIDGET (self));
  streek_chooser_set_placeholder (self->indicator_chooser, _ ("Find an indicator"));
}

GtkWidget *
streek_fit_window_new (GtkWindow *parent, StreekContext *context)
{
  g_return_val_if_fail (STREEK_IS_CONTEXT (context), NULL);

  StreekFitWindow *self = g_object_new (STREEK_TYPE_FIT_WINDOW, "transient-for", parent, "modal",
                                        TRUE, "destroy-with-parent", TRUE, NULL);

  self->context = g_object_ref (context);
  set_indicator (self, streek_context_get_spec (context)->indicator);

  return GTK_WIDGET (self);
}
