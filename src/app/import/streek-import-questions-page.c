/* streek-import-questions-page.c: what only a person can say about a file, and what was found in it
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "import/streek-import-questions-page.h"

#include "import/streek-choice-button.h"
#include "import/streek-import-choices.h"
#include "import/streek-import-report.h"
#include "import/streek-new-indicator-window.h"
#include "reference/streek-report-view.h"

#include <glib/gi18n.h>
#include <string.h>

/* Others follow when these are answered: nobody reads a hundred at once. */
#define N_SHOWN 6

struct _StreekImportQuestionsPage
{
  AdwBin parent_instance;

  GtkStack *stack; /* empty, clean, found */
  GtkWidget *questions_scroll;
  GtkBox *questions;
  StreekReportView *findings;

  StreekContext *context;
  StreekImportTask *task;
  const StreekImport *shown; /* what the lists were filled from; only compared */
  guint asked;               /* index of the question that a new indicator answers */
};

G_DEFINE_FINAL_TYPE (StreekImportQuestionsPage, streek_import_questions_page, ADW_TYPE_BIN)

#define QUESTION_KEY "streek-question"
#define VALUE_KEY "streek-value"
#define LABEL_KEY "streek-label"

static const StreekImportQuestion *
get_question (StreekImportQuestionsPage *self, guint index)
{
  const StreekImport *import = streek_import_task_get_import (self->task);

  return import != NULL && index < import->questions->len ? import->questions->pdata[index] : NULL;
}

static guint
get_index (gpointer widget)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (widget), QUESTION_KEY));
}

static void
answer (StreekImportQuestionsPage *self, guint index, const char *value, const char *label)
{
  const StreekImportQuestion *question = get_question (self, index);

  if (question != NULL)
    streek_import_task_answer (self->task, question, value, label);
}

static void
on_choice_activated_cb (AdwActionRow *row, gpointer user_data)
{
  StreekImportQuestionsPage *self = user_data;
  g_autofree char *value = g_strdup (g_object_get_data (G_OBJECT (row), VALUE_KEY));
  g_autofree char *label = g_strdup (g_object_get_data (G_OBJECT (row), LABEL_KEY));

  answer (self, get_index (row), value, label);
}

static void
on_indicator_made_cb (StreekImportQuestionsPage *self, const char *code, const char *name)
{
  answer (self, self->asked, code, name);
}

static void
on_listed_chosen_cb (StreekImportQuestionsPage *self,
                     const char *id,
                     const char *title,
                     GtkWidget *button)
{
  const StreekImportQuestion *question = get_question (self, get_index (button));

  if (question == NULL)
    return;

  if (strcmp (id, STREEK_IMPORT_CHOICE_NEW) != 0)
    {
      answer (self, get_index (button), id, title);
      return;
    }

  GtkWidget *window =
    streek_new_indicator_window_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                                     self->context, self->task, question->text);

  self->asked = get_index (button);
  g_signal_connect_object (window, "made", G_CALLBACK (on_indicator_made_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (window));
}

static void
on_period_applied_cb (AdwEntryRow *row, gpointer user_data)
{
  StreekImportQuestionsPage *self = user_data;
  g_autofree char *text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (row)));
  StreekPeriod period;

  if (streek_period_parse (text, &period, NULL))
    answer (self, get_index (row), text, text);
  else
    streek_import_row_mark (row, FALSE);
}

static GListModel *
make_indicators (gpointer data)
{
  StreekImportQuestionsPage *self = data;

  return streek_import_indicator_choices_new (self->context,
                                              streek_import_task_get_mapping (self->task), NULL);
}

static GListModel *
make_areas (gpointer data)
{
  StreekImportQuestionsPage *self = data;

  return streek_import_area_choices_new (self->context, NULL);
}

static void
add_choice (StreekImportQuestionsPage *self,
            AdwPreferencesGroup *group,
            guint index,
            const char *value,
            const char *label)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *escaped = g_markup_escape_text (label, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), escaped);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  g_object_set_data (G_OBJECT (row), QUESTION_KEY, GUINT_TO_POINTER (index));
  g_object_set_data_full (G_OBJECT (row), VALUE_KEY, g_strdup (value), g_free);
  g_object_set_data_full (G_OBJECT (row), LABEL_KEY, g_strdup (label), g_free);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect (row, "activated", G_CALLBACK (on_choice_activated_cb), self);
  adw_preferences_group_add (group, row);
}

static void
add_list (StreekImportQuestionsPage *self,
          AdwPreferencesGroup *group,
          guint index,
          const char *title,
          const char *placeholder,
          StreekChoicesFunc func)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button =
    streek_choice_button_new (title, placeholder, func, G_CALLBACK (on_listed_chosen_cb), self);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  streek_choice_button_set_current (STREEK_CHOICE_BUTTON (button), NULL, _ ("Choose"));
  g_object_set_data (G_OBJECT (button), QUESTION_KEY, GUINT_TO_POINTER (index));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_preferences_group_add (group, row);
}

static void
add_period (StreekImportQuestionsPage *self, AdwPreferencesGroup *group, guint index)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 _ ("Period, such as 2024, 2024-Q3 or 2024-09"));
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (row), TRUE);
  g_object_set_data (G_OBJECT (row), QUESTION_KEY, GUINT_TO_POINTER (index));
  g_signal_connect (row, "apply", G_CALLBACK (on_period_applied_cb), self);
  adw_preferences_group_add (group, row);
}

/* A title of a group would be cut off: a sentence has room for all its words. */
static GtkWidget *
make_sentence (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, css_class);

  return label;
}

static GtkWidget *
make_question (StreekImportQuestionsPage *self, guint index)
{
  const StreekImportQuestion *question = get_question (self, index);
  GtkWidget *widget = adw_preferences_group_new ();
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (widget);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_box_append (GTK_BOX (box), make_sentence (question->sentence, "heading"));
  if (!question->is_needed)
    gtk_box_append (GTK_BOX (box),
                    make_sentence (_ ("Without an answer these rows stay behind."), "dim-label"));
  gtk_box_append (GTK_BOX (box), widget);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  question->sentence, -1);

  for (guint i = 0; i < question->choices->len; i++)
    {
      const StreekImportChoice *choice = question->choices->pdata[i];

      add_choice (self, group, index, choice->value, choice->label);
    }

  switch (question->kind)
    {
    case STREEK_ANSWER_AREA:
    case STREEK_ANSWER_WHOLE_AREA:
      add_list (self, group, index, question->choices->len > 0 ? _ ("Another area") : _ ("Area"),
                _ ("Find an area"), make_areas);
      break;
    case STREEK_ANSWER_INDICATOR:
      add_list (self, group, index, _ ("Indicator"), _ ("Find an indicator"), make_indicators);
      add_choice (self, group, index, "", _ ("Leave it out"));
      break;
    case STREEK_ANSWER_PERIOD:
      add_period (self, group, index);
      break;
    case STREEK_ANSWER_MARKS:
    default:
      break;
    }

  return box;
}

static void
on_take_back_cb (GtkButton *button, gpointer user_data)
{
  StreekImportQuestionsPage *self = user_data;

  streek_import_task_take_back (self->task, get_index (button));
}

static void
add_answer (StreekImportQuestionsPage *self, AdwPreferencesGroup *group, guint index)
{
  const StreekImportAnswer *given = streek_import_task_get_answers (self->task)->pdata[index];
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_from_icon_name ("edit-undo-symbolic");
  const char *about = given->key != NULL ? given->key : _ ("The whole file");
  g_autofree char *escaped = g_markup_escape_text (about, -1);
  g_autofree char *said = g_markup_escape_text (given->label, -1);
  /* Translators: %s is what a question was about. */
  g_autofree char *name = g_strdup_printf (_ ("Take back the answer about “%s”"), about);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), escaped);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), said);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (button), QUESTION_KEY, GUINT_TO_POINTER (index));
  g_signal_connect (button, "clicked", G_CALLBACK (on_take_back_cb), self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_preferences_group_add (group, row);
}

static void
append_more (StreekImportQuestionsPage *self, guint n)
{
  g_autofree char *text =
    g_strdup_printf (ngettext ("%u more question follows.", "%u more questions follow.", n), n);
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (self->questions, label);
}

/* Those that stand in the way come first. */
static guint
append_questions (StreekImportQuestionsPage *self, const StreekImport *import)
{
  guint n_shown = 0;

  for (int needed = TRUE; needed >= FALSE; needed--)
    for (guint i = 0; i < import->questions->len && n_shown < N_SHOWN; i++)
      if (get_question (self, i)->is_needed == needed)
        {
          gtk_box_append (self->questions, make_question (self, i));
          n_shown++;
        }

  if (import->questions->len > n_shown)
    append_more (self, import->questions->len - n_shown);

  return n_shown;
}

static void
append_answers (StreekImportQuestionsPage *self)
{
  GPtrArray *answers = streek_import_task_get_answers (self->task);
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ ("Answered"));

  for (guint i = 0; i < answers->len; i++)
    add_answer (self, ADW_PREFERENCES_GROUP (group), i);

  gtk_box_append (self->questions, group);
}

static void
fill (StreekImportQuestionsPage *self, const StreekImport *import)
{
  guint n_answers = streek_import_task_get_answers (self->task)->len;
  g_autoptr (GListStore) findings = streek_import_report_findings (import);
  gboolean has_findings = g_list_model_get_n_items (G_LIST_MODEL (findings)) > 0;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->questions))) != NULL)
    gtk_box_remove (self->questions, child);

  gboolean has_questions = append_questions (self, import) > 0;

  if (n_answers > 0)
    append_answers (self);

  gtk_widget_set_visible (self->questions_scroll, has_questions || n_answers > 0);
  streek_report_view_set_rows (self->findings, G_LIST_MODEL (findings), TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->findings), has_findings);
  gtk_stack_set_visible_child_name (
    self->stack, has_questions || has_findings || n_answers > 0 ? "found" : "clean");
}

/* While the file is read again what was shown stays, but cannot be answered twice. */
/* Only while it is seen: what a person does not look at holds nobody up. */
static void
update (StreekImportQuestionsPage *self)
{
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  const StreekImport *import = streek_import_task_get_import (self->task);
  gboolean is_ready = streek_import_task_get_state (self->task) == STREEK_IMPORT_TASK_READY;

  gtk_widget_set_sensitive (GTK_WIDGET (self->questions), is_ready);

  if (import == NULL)
    gtk_stack_set_visible_child_name (self->stack, "empty");
  else if (import != self->shown)
    fill (self, import);

  self->shown = import;
}

static void
streek_import_questions_page_dispose (GObject *object)
{
  StreekImportQuestionsPage *self = STREEK_IMPORT_QUESTIONS_PAGE (object);

  g_clear_object (&self->task);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (streek_import_questions_page_parent_class)->dispose (object);
}

static void
streek_import_questions_page_class_init (StreekImportQuestionsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = streek_import_questions_page_dispose;

  g_type_ensure (STREEK_TYPE_REPORT_VIEW);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/be/streekatlas/Streekatlas/ui/streek-import-questions-page.ui");
  gtk_widget_class_bind_template_child (widget_class, StreekImportQuestionsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, StreekImportQuestionsPage, questions_scroll);
  gtk_widget_class_bind_template_child (widget_class, StreekImportQuestionsPage, questions);
  gtk_widget_class_bind_template_child (widget_class, StreekImportQuestionsPage, findings);
}

static void
streek_import_questions_page_init (StreekImportQuestionsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
streek_import_questions_page_set_task (StreekImportQuestionsPage *self,
                                       StreekContext *context,
                                       StreekImportTask *task)
{
  g_return_if_fail (STREEK_IS_IMPORT_QUESTIONS_PAGE (self) && self->task == NULL);

  self->context = g_object_ref (context);
  self->task = g_object_ref (task);
  g_signal_connect_object (task, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "map", G_CALLBACK (update), NULL);
  update (self);
}
