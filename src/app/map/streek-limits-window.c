/* streek-limits-window.c: class limits that a policy fixed, to be kept with an indicator */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "map/streek-limits-window.h"

#include "map/streek-limit-text.h"
#include "stats/streek-classes.h"
#include "workspace/streek-definition-edits.h"

struct _StreekLimitsWindow
{
  StreekEditWindow parent_instance;

  AdwEntryRow *name_row;
  AdwEntryRow *limits_row;
  AdwPreferencesGroup *words_group;
  AdwEntryRow *source_row;
  AdwEntryRow *from_row;
  AdwEntryRow *to_row;
  GtkLabel *hint_label;

  StreekWorkspace *workspace;
  char *indicator;
  char *indicator_name;
  int decimals;
  char *id;
  GPtrArray *word_rows; /* (element-type AdwEntryRow): of the lowest class first */
  gboolean is_filling;
};

G_DEFINE_FINAL_TYPE (StreekLimitsWindow, streek_limits_window, STREEK_TYPE_EDIT_WINDOW)

static const char *
get_text (gpointer row)
{
  return gtk_editable_get_text (GTK_EDITABLE (row));
}

static char *
dup_text (gpointer row)
{
  return g_strstrip (g_strdup (get_text (row)));
}

/* One a line; nothing where no class has one. */
static char *
dup_words (StreekLimitsWindow *self)
{
  g_autoptr (GString) words = g_string_new (NULL);
  gboolean has_any = FALSE;

  for (guint i = 0; i < self->word_rows->len; i++)
    {
      g_autofree char *word = dup_text (self->word_rows->pdata[i]);

      has_any |= *word != '\0';
      g_string_append_printf (words, "%s%s", i > 0 ? "\n" : "", word);
    }

  return has_any ? g_strdup (words->str) : g_strdup ("");
}

/* (transfer full) (array length=STREEK_POLICY_N_TEXTS) */
static char **
make_texts (StreekLimitsWindow *self)
{
  char **texts = g_new0 (char *, STREEK_POLICY_N_TEXTS + 1);

  texts[STREEK_POLICY_ID] = g_strdup (self->id);
  texts[STREEK_POLICY_NAME] = dup_text (self->name_row);
  texts[STREEK_POLICY_LIMITS] = streek_limit_text_dup_lines (get_text (self->limits_row));
  texts[STREEK_POLICY_WORDS] = dup_words (self);
  texts[STREEK_POLICY_SOURCE] = dup_text (self->source_row);
  texts[STREEK_POLICY_FROM] = dup_text (self->from_row);
  texts[STREEK_POLICY_TO] = dup_text (self->to_row);

  return texts;
}

/* What is missing or wrong stands in sight, and only what is right can be kept. */
static void
update (StreekLimitsWindow *self)
{
  if (self->is_filling)
    return;

  g_auto (GStrv) texts = make_texts (self);
  g_autoptr (GError) error = NULL;
  gboolean is_right = streek_policy_limits_check ((const char *const *) texts, &error);

  gtk_label_set_text (self->hint_label, error != NULL ? error->message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->hint_label), error != NULL);
  streek_edit_window_set_ready (STREEK_EDIT_WINDOW (self), is_right);
}

static void
streek_limits_window_update (StreekEditWindow *window)
{
  update (STREEK_LIMITS_WINDOW (window));
}

/* As many rows as there are classes; what was typed for those that stay is kept. */
static void
fit_word_rows (StreekLimitsWindow *self, guint n)
{
  while (self->word_rows->len > n)
    {
      GtkWidget *row = self->word_rows->pdata[self->word_rows->len - 1];

      adw_preferences_group_remove (self->words_group, row);
      g_ptr_array_set_size (self->word_rows, self->word_rows->len - 1);
    }

  while (self->word_rows->len < n)
    {
      GtkWidget *row = adw_entry_row_new ();

      g_signal_connect_object (row, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
      adw_preferences_group_add (self->words_group, row);
      g_ptr_array_add (self->word_rows, row);
    }
}

/* Limits that cannot be read leave the rows as they are. */
static void
fill_word_rows (StreekLimitsWindow *self)
{
  g_autoptr (GArray) limits = streek_limit_text_read (get_text (self->limits_row));

  if (limits == NULL || limits->len > STREEK_POLICY_MAX_LIMITS)
    return;

  const double *numbers = (const double *) (gpointer) limits->data;
  g_autoptr (StreekClasses) classes = streek_classes_new (
    STREEK_CLASSES_POLICY, numbers, limits->len, 1, self->decimals, numbers, limits->len, NULL);

  fit_word_rows (self, limits->len + 1);
  for (guint i = 0; i < self->word_rows->len; i++)
    {
      g_autofree char *title =
        streek_classes_format_label (classes, i, streek_format_get_default ());
      g_autofree char *escaped = g_markup_escape_text (title, -1);

      adw_preferences_row_set_title (self->word_rows->pdata[i], escaped);
    }
}

static void
on_limits_cb (StreekLimitsWindow *self)
{
  fill_word_rows (self);
  update (self);
}

static void
streek_limits_window_save (StreekEditWindow *window)
{
  StreekLimitsWindow *self = STREEK_LIMITS_WINDOW (window);
  g_auto (GStrv) texts = make_texts (self);

  streek_edits_keep_policy_limits_async (self->workspace, self->indicator, self->indicator_name,
                                         (const char *const *) texts, streek_edit_window_end_cb,
                                         streek_edit_window_hold (window));
}

static void
streek_limits_window_dispose (GObject *object)
{
  StreekLimitsWindow *self = STREEK_LIMITS_WINDOW (object);

  g_clear_object (&self->workspace);
  g_clear_pointer (&self->indicator, g_free);
  g_clear_pointer (&self->indicator_name, g_free);
  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->word_rows, g_ptr_array_unref);

  G_OBJECT_CLASS (streek_limits_window_parent_class)->dispose (object);
}

static void
streek_limits_window_class_init (StreekLimitsWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  StreekEditWindowClass *edit_class = STREEK_EDIT_WINDOW_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = streek_limits_window_dispose;
  edit_class->save = streek_limits_window_save;
  edit_class->update = streek_limits_window_update;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/be/streekatlas/Streekatlas/ui/streek-limits-window.ui");
  gtk_widget_class_bind_template_child (widget_class, StreekLimitsWindow, name_row);
  gtk_widget_class_bind_template_child (widget_class, StreekLimitsWindow, limits_row);
  gtk_widget_class_bind_template_child (widget_class, StreekLimitsWindow, words_group);
  gtk_widget_class_bind_template_child (widget_class, StreekLimitsWindow, source_row);
  gtk_widget_class_bind_template_child (widget_class, StreekLimitsWindow, from_row);
  gtk_widget_class_bind_template_child (widget_class, StreekLimitsWindow, to_row);
  gtk_widget_class_bind_template_child (widget_class, StreekLimitsWindow, hint_label);
  gtk_widget_class_bind_template_callback (widget_class, update);
  gtk_widget_class_bind_template_callback (widget_class, on_limits_cb);
}

static void
streek_limits_window_init (StreekLimitsWindow *self)
{
  self->is_filling = TRUE;
  self->word_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
set_text (gpointer row, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (row), text);
}

static void
fill_from (StreekLimitsWindow *self, const StreekPolicyLimits *old)
{
  set_text (self->name_row, old->texts[STREEK_POLICY_NAME]);
  set_text (self->source_row, old->texts[STREEK_POLICY_SOURCE]);
  set_text (self->from_row, old->texts[STREEK_POLICY_FROM]);
  set_text (self->to_row, old->texts[STREEK_POLICY_TO]);

  for (guint i = 0; old->words != NULL && i < self->word_rows->len; i++)
    set_text (self->word_rows->pdata[i], old->words[i]);
}

GtkWidget *
streek_limits_window_new (GtkWindow *parent,
                          StreekContext *context,
                          const StreekPolicyLimits *old,
                          const GArray *limits,
                          const char *id)
{
  const StreekIndicator *indicator = streek_context_get_indicator (context);

  g_return_val_if_fail (indicator != NULL && id != NULL, NULL);

  StreekLimitsWindow *self =
    g_object_new (STREEK_TYPE_LIMITS_WINDOW, "transient-for", parent, "modal", TRUE, NULL);
  g_autofree char *text = streek_limit_text_dup (limits);

  self->workspace = g_object_ref (streek_context_get_workspace (context));
  self->indicator = g_strdup (indicator->code);
  self->indicator_name = g_strdup (indicator->name);
  self->decimals = indicator->decimals;
  self->id = g_strdup (id);
  streek_edit_window_set_subtitle (STREEK_EDIT_WINDOW (self), indicator->name);
  set_text (self->limits_row, text);
  fill_word_rows (self);
  if (old != NULL)
    fill_from (self, old);
  self->is_filling = FALSE;
  update (self);

  return GTK_WIDGET (self);
}
