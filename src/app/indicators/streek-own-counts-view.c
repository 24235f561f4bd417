/* streek-own-counts-view.c: what places, organisations, projects and actions count, as a list */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "indicators/streek-own-counts-view.h"

#include "streek-row-button.h"
#include "streek-seen.h"
#include "streek-waiting.h"
#include "charts/streek-trend-line.h"
#include "figure/streek-count-spark.h"
#include "indicators/streek-own-count-window.h"
#include "indicators/streek-typed-value.h"
#include "print/streek-problem.h"
#include "workspace/streek-definition-edits.h"
#include "workspace/streek-edits.h"

#include <adwaita.h>
#include <glib/gi18n.h>

struct _StreekOwnCountsView
{
  GtkWidget parent_instance;

  GtkStack *stack; /* loading, list, empty, error */
  AdwStatusPage *error_page;
  GtkBox *box;

  StreekContext *context;
  GPtrArray *counts; /* (element-type StreekOwnCount) (nullable): what is shown */
  GHashTable *open;  /* (element-type gint64): counts whose values are shown */
  GCancellable *cancellable;
};

#define COURSE_WIDTH_PX 120
#define COURSE_HEIGHT_PX 32

#define COUNT_KEY "streek-count"

G_DEFINE_FINAL_TYPE (StreekOwnCountsView, streek_own_counts_view, GTK_TYPE_WIDGET)

static StreekTyped
get_typed (const StreekOwnCountValue *value)
{
  return (
    StreekTyped){ .value = value->value, .missing = value->missing, .qualifier = value->qualifier };
}

/* "2009", "date unknown" */
static char *
dup_date (const StreekOwnCountValue *value)
{
  return value->date.kind != STREEK_PERIOD_NONE
           ? streek_format_period (streek_format_get_default (), value->date)
           : g_strdup (C_ ("of a count", "date unknown"));
}

static void
open_count (StreekOwnCountsView *self, const StreekOwnCount *count)
{
  GtkWidget *window =
    streek_own_count_window_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                                 streek_context_get_workspace (self->context), count);

  gtk_window_present (GTK_WINDOW (window));
}

static void
on_edit_clicked_cb (GtkButton *button, gpointer user_data)
{
  open_count (user_data, g_object_get_data (G_OBJECT (button), COUNT_KEY));
}

static void
on_deleted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StreekOwnCountsView) self = user_data; /* the reference taken when it was asked */

  streek_problem_finish_edit (GTK_WIDGET (self), self->context, result,
                              _ ("The count could not be deleted."));
}

static void
on_delete_clicked_cb (GtkButton *button, gpointer user_data)
{
  StreekOwnCountsView *self = user_data;
  const StreekOwnCount *count = g_object_get_data (G_OBJECT (button), COUNT_KEY);

  streek_edits_delete_count_async (streek_context_get_workspace (self->context), count->id,
                                   count->name, on_deleted_cb, g_object_ref (self));
}

static GtkWidget *
make_button (StreekOwnCountsView *self,
             const StreekOwnCount *count,
             const char *icon_name,
             char *label,
             GCallback callback)
{
  g_autofree char *owned = label;
  GtkWidget *button = streek_row_button_new (icon_name, owned);

  gtk_widget_set_sensitive (button, streek_context_can_write (self->context));
  /* rows go before the counts that they are of */
  g_object_set_data (G_OBJECT (button), COUNT_KEY, (gpointer) count);
  g_signal_connect (button, "clicked", callback, self);

  return button;
}

static GtkWidget *
make_value_row (const StreekOwnCount *count, const StreekOwnCountValue *value)
{
  StreekTyped typed = get_typed (value);
  g_autofree char *date = dup_date (value);
  g_autofree char *words = streek_typed_dup_words (&typed, count->unit, 0);
  g_autoptr (GString) detail = g_string_new (value->source);
  GtkWidget *row = adw_action_row_new (), *label = gtk_label_new (words);

  if (value->note != NULL)
    g_string_append_printf (detail, "%s%s", detail->len > 0 ? "\n" : "", value->note);

  g_autofree char *subtitle = g_markup_escape_text (detail->str, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), date);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  gtk_widget_add_css_class (label, "numeric");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);

  return row;
}

/* The newest value: they are by date, unknown dates first. */
static char *
dup_newest (const StreekOwnCount *count)
{
  if (count->values->len == 0)
    return g_strdup (_ ("No values yet"));

  const StreekOwnCountValue *value = count->values->pdata[count->values->len - 1];
  StreekTyped typed = get_typed (value);
  g_autofree char *words = streek_typed_dup_words (&typed, count->unit, 0);
  g_autofree char *date = dup_date (value);

  return g_strdup_printf ("%s (%s)", words, date);
}

/* (nullable): behind the title, and in words under it */
static GtkWidget *
make_course (const StreekOwnCount *count, GString *detail)
{
  const StreekFormat *format = streek_format_get_default ();
  g_autoptr (StreekCountCourse) course = streek_own_count_make_course (count, format);

  if (course == NULL)
    return NULL;

  GtkWidget *line = streek_trend_line_new ();
  g_autofree char *words = streek_count_course_dup_words (course, format);
  g_autofree char *name = g_strdup_printf (_ ("Course of “%s”"), count->name);
  const char *key = streek_count_spark_get_key (course);

  g_string_append_printf (detail, "\n%s", words);
  if (key != NULL)
    g_string_append_printf (detail, " %s", key);
  streek_trend_line_set_course (STREEK_TREND_LINE (line), course);
  gtk_accessible_update_property (GTK_ACCESSIBLE (line), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
  gtk_widget_set_size_request (line, COURSE_WIDTH_PX, COURSE_HEIGHT_PX);
  gtk_widget_set_valign (line, GTK_ALIGN_CENTER);

  return line;
}

static void
on_expanded_cb (AdwExpanderRow *row, GParamSpec *pspec, gpointer user_data)
{
  StreekOwnCountsView *self = user_data;
  const StreekOwnCount *count = g_object_get_data (G_OBJECT (row), COUNT_KEY);

  if (adw_expander_row_get_expanded (row))
    g_hash_table_add (self->open, g_memdup2 (&count->id, sizeof count->id));
  else
    g_hash_table_remove (self->open, &count->id);
}

static GtkWidget *
make_row (StreekOwnCountsView *self, const StreekOwnCount *count)
{
  g_autofree char *title = g_markup_escape_text (count->name, -1);
  g_autofree char *newest = dup_newest (count);
  g_autoptr (GString) detail = g_string_new (newest);
  GtkWidget *row = adw_expander_row_new ();

  GtkWidget *course = make_course (count, detail);

  if (count->note != NULL)
    g_string_append_printf (detail, "\n%s", count->note);

  g_autofree char *subtitle = g_markup_escape_text (detail->str, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), subtitle);
  adw_expander_row_add_action (
    ADW_EXPANDER_ROW (row), make_button (self, count, "user-trash-symbolic",
                                         /* Translators: %s is what is counted. */
                                         g_strdup_printf (_ ("Delete the Count %s"), count->name),
                                         G_CALLBACK (on_delete_clicked_cb)));
  adw_expander_row_add_action (ADW_EXPANDER_ROW (row),
                               make_button (self, count, "document-edit-symbolic",
                                            /* Translators: %s is what is counted. */
                                            g_strdup_printf (_ ("Edit the Count %s"), count->name),
                                            G_CALLBACK (on_edit_clicked_cb)));

  if (course != NULL) /* each goes before those that are there */
    adw_expander_row_add_action (ADW_EXPANDER_ROW (row), course);

  for (guint i = count->values->len; i-- > 0;)
    adw_expander_row_add_row (ADW_EXPANDER_ROW (row),
                              make_value_row (count, count->values->pdata[i]));

  g_object_set_data (G_OBJECT (row), COUNT_KEY, (gpointer) count);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row),
                                 g_hash_table_contains (self->open, &count->id));
  g_signal_connect (row, "notify::expanded", G_CALLBACK (on_expanded_cb), self);

  return row;
}

static gboolean
has_same_subject (const StreekOwnCount *a, const StreekOwnCount *b)
{
  return a->subject_kind == b->subject_kind && g_strcmp0 (a->subject_name, b->subject_name) == 0;
}

static GtkWidget *
make_group (const StreekOwnCount *count)
{
  GtkWidget *group = adw_preferences_group_new ();
  g_autofree char *title = g_markup_escape_text (count->subject_name, -1);

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);

  if (count->subject_kind != STREEK_SUBJECT_OTHER)
    adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group),
                                           streek_subject_get_label (count->subject_kind));

  return group;
}

static void
clear_rows (StreekOwnCountsView *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_box_remove (self->box, child);
}

static void
fill (StreekOwnCountsView *self)
{
  GtkWidget *group = NULL;

  for (guint i = 0; i < self->counts->len; i++)
    {
      const StreekOwnCount *count = self->counts->pdata[i];

      if (group == NULL || !has_same_subject (self->counts->pdata[i - 1], count))
        {
          group = make_group (count);
          gtk_box_append (self->box, group);
        }

      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), make_row (self, count));
    }

  gtk_stack_set_visible_child_name (self->stack, self->counts->len > 0 ? "list" : "empty");
}

static void
on_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StreekOwnCountsView) self = user_data; /* the reference taken when it began */
  g_autoptr (GError) error = NULL;
  GPtrArray *counts = streek_counts_load_finish (STREEK_WORKSPACE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  clear_rows (self);
  g_clear_pointer (&self->counts, g_ptr_array_unref);
  self->counts = counts;

  if (counts != NULL)
    {
      fill (self);
      return;
    }

  g_autofree char *words = g_markup_escape_text (error->message, -1);

  adw_status_page_set_description (self->error_page, words);
  gtk_stack_set_visible_child_name (self->stack, "error");
}

static void
load (GtkWidget *widget)
{
  StreekOwnCountsView *self = STREEK_OWN_COUNTS_VIEW (widget);
  StreekWorkspace *workspace = streek_context_get_workspace (self->context);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "counts.add",
                                 streek_context_can_write (self->context));

  if (workspace == NULL)
    {
      clear_rows (self);
      g_clear_pointer (&self->counts, g_ptr_array_unref);
      gtk_stack_set_visible_child_name (self->stack, "loading");
      return;
    }

  self->cancellable = g_cancellable_new ();
  streek_counts_load_async (workspace, self->cancellable, on_loaded_cb, g_object_ref (self));
}

/* Nothing is read for a page that nobody looks at. */
static void
load_when_seen (StreekOwnCountsView *self)
{
  streek_renew_when_seen (GTK_WIDGET (self), load);
}

static void
add (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  open_count (STREEK_OWN_COUNTS_VIEW (widget), NULL);
}

static void
streek_own_counts_view_dispose (GObject *object)
{
  StreekOwnCountsView *self = STREEK_OWN_COUNTS_VIEW (object);
  GtkWidget *child;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->context);

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  g_clear_pointer (&self->counts, g_ptr_array_unref);
  g_clear_pointer (&self->open, g_hash_table_unref);

  G_OBJECT_CLASS (streek_own_counts_view_parent_class)->dispose (object);
}

static void
streek_own_counts_view_class_init (StreekOwnCountsViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = streek_own_counts_view_dispose;

  g_type_ensure (STREEK_TYPE_WAITING);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/be/streekatlas/Streekatlas/ui/streek-own-counts-view.ui");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_bind_template_child (widget_class, StreekOwnCountsView, stack);
  gtk_widget_class_bind_template_child (widget_class, StreekOwnCountsView, error_page);
  gtk_widget_class_bind_template_child (widget_class, StreekOwnCountsView, box);
  gtk_widget_class_install_action (widget_class, "counts.add", NULL, add);
}

static void
streek_own_counts_view_init (StreekOwnCountsView *self)
{
  self->open = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
streek_own_counts_view_set_context (StreekOwnCountsView *self, StreekContext *context)
{
  g_return_if_fail (STREEK_IS_OWN_COUNTS_VIEW (self) && self->context == NULL);

  self->context = g_object_ref (context);
  g_signal_connect_object (context, "data-changed", G_CALLBACK (load_when_seen), self,
                           G_CONNECT_SWAPPED);
  load_when_seen (self);
}

StreekPrintout *
streek_own_counts_view_dup_printout (StreekOwnCountsView *self)
{
  static const char *const columns[] = { "subject_name", "name",   "date", "value",
                                         "unit",         "source", NULL };

  g_return_val_if_fail (STREEK_IS_OWN_COUNTS_VIEW (self), NULL);

  if (self->counts == NULL || self->counts->len == 0)
    return NULL;

  g_autoptr (StreekTable) table = streek_own_counts_make_table (self->counts);
  char *notes[] = { (char *) _ ("These are no figures of an area and are not added up into one."),
                    NULL };
  StreekSheetWords words = { (char *) _ ("Own Counts"), NULL, NULL, notes };

  return streek_printout_new_table (table, columns, &words);
}
