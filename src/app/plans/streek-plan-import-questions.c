/* streek-plan-import-questions.c: names of nothing that is there, and what a person says of them */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "plans/streek-plan-import-questions.h"

#include "import/streek-choice-button.h"
#include "streek-area-choices.h"

#include <glib/gi18n.h>
#include <string.h>

#define ASKED_KEY "streek-asked"
/* Nobody answers more one by one; a row takes the main loop some milliseconds. */
#define MOST_ROWS 80
#define ROWS_AT_ONCE 4
#define UNSEEN_ROWS 12 /* the others are measured one by one, and not all when the page comes */
/* A timing that is as long as the plan lasts, as a file would say it. */
#define AS_LONG_AS_THE_PLAN "doorlopend"

typedef struct
{
  char *key;
  char *name;
  char *subtitle;
  const StreekRecordField *field;
  gboolean can_make;
  char *answer;               /* (nullable) */
  StreekChoiceButton *button; /* (nullable): it has no row yet */
  GtkWidget *row;
} Asked;

struct _StreekPlanImportQuestions
{
  AdwBin parent_instance;

  GtkStack *stack; /* none, some */
  AdwPreferencesGroup *group;
  GtkWidget *make_button;
  GtkWidget *leave_button;

  GtkWidget *more;

  StreekRecordBook *book;
  GPtrArray *asked;  /* Asked */
  GHashTable *keys;  /* of them */
  GHashTable *known; /* key → what a profile says */
  guint n_rows;      /* of the first ones */
  guint rows_id;     /* source that adds rows, 0: none */
};

enum
{
  SIGNAL_ANSWERED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StreekPlanImportQuestions, streek_plan_import_questions, ADW_TYPE_BIN)

static void
free_asked (gpointer data)
{
  Asked *asked = data;

  g_free (asked->key);
  g_free (asked->name);
  g_free (asked->subtitle);
  g_free (asked->answer);
  g_free (asked);
}

guint
streek_plan_import_questions_count_open (StreekPlanImportQuestions *self)
{
  guint n = 0;

  for (guint i = 0; i < self->asked->len; i++)
    n += ((const Asked *) self->asked->pdata[i])->answer == NULL;

  return n;
}

static void
update (StreekPlanImportQuestions *self)
{
  gboolean is_any = FALSE, can_make = FALSE;

  for (guint i = 0; i < self->asked->len; i++)
    {
      const Asked *asked = self->asked->pdata[i];

      is_any = is_any || asked->answer == NULL;
      can_make = can_make || (asked->answer == NULL && asked->can_make);
    }

  gtk_widget_set_sensitive (self->leave_button, is_any);
  gtk_widget_set_sensitive (self->make_button, can_make);
  gtk_stack_set_visible_child_name (self->stack, self->asked->len > 0 ? "some" : "none");
}

static void
set_answer (Asked *asked, const char *answer, const char *label)
{
  g_free (asked->answer);
  asked->answer = g_strdup (answer);
  if (asked->button != NULL)
    streek_choice_button_set_current (asked->button, answer, label);
}

static const char *
get_make_label (const Asked *asked)
{
  return asked->field->target != NULL ? C_ ("name in a file", "Make it")
                                      : C_ ("name in a file", "An own count");
}

/* What can be said */

static void
add_choice (GListStore *choices, const char *id, const char *title, const char *subtitle)
{
  g_autoptr (StreekChoice) choice = streek_choice_new (id, title, subtitle, NULL);

  g_list_store_append (choices, choice);
}

static void
add_records (GListStore *choices, StreekRecordView *view, const StreekRecordKind *kind)
{
  StreekRecords *records = streek_record_view_get_records (view);
  guint n;
  const StreekRecord *const *list = streek_records_list (records, kind, &n);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, streek_record_get_id (list[i]));
      g_autofree char *title = streek_record_dup_title (list[i], records);

      add_choice (choices, id, title, NULL);
    }
}

static void
add_all (GListStore *choices, GListModel *others)
{
  for (guint i = 0; i < g_list_model_get_n_items (others); i++)
    {
      g_autoptr (StreekChoice) choice = g_list_model_get_item (others, i);

      g_list_store_append (choices, choice);
    }
}

static void
add_words (GListStore *choices, const StreekRecordField *field)
{
  for (const StreekRecordWord *word = field->words; word != NULL && word->id != NULL; word++)
    add_choice (choices, word->id, streek_record_field_get_word (field, word->id), NULL);
}

static void
add_others (GListStore *choices, StreekRecordView *view, const StreekRecordField *field)
{
  g_autoptr (GListStore) others = NULL;
  StreekAreas *areas = streek_record_view_get_areas (view);

  switch (field->type)
    {
    case STREEK_RECORD_REFERENCE:
      add_records (choices, view, field->target);
      return;
    case STREEK_RECORD_INDICATOR:
      others = streek_indicator_choices_new (streek_record_view_get_catalogue (view));
      break;
    case STREEK_RECORD_AREA:
      others = streek_area_choices_new (areas, streek_areas_get_newest_date (areas), NULL);
      break;
    case STREEK_RECORD_PERIOD:
      add_choice (choices, AS_LONG_AS_THE_PLAN, C_ ("name in a file", "As long as the plan lasts"),
                  NULL);
      return;
    case STREEK_RECORD_CHOICE:
      add_words (choices, field);
      return;
    case STREEK_RECORD_TEXT:
    case STREEK_RECORD_PARAGRAPHS:
    case STREEK_RECORD_NUMBER:
    case STREEK_RECORD_INTEGER:
    case STREEK_RECORD_FLAG:
    case STREEK_RECORD_DAY:
    case STREEK_RECORD_BYTES:
    case STREEK_RECORD_LIST:
    default:
      return;
    }

  add_all (choices, G_LIST_MODEL (others));
}

static GListModel *
make_choices (gpointer data)
{
  const Asked *asked = g_object_get_data (data, ASKED_KEY);
  GtkWidget *questions = gtk_widget_get_ancestor (data, STREEK_TYPE_PLAN_IMPORT_QUESTIONS);
  GListStore *choices = g_list_store_new (STREEK_TYPE_CHOICE);
  StreekRecordView *view =
    streek_record_book_get_view (STREEK_PLAN_IMPORT_QUESTIONS (questions)->book);

  if (asked->can_make)
    add_choice (choices, STREEK_RECORD_ANSWER_MAKE, get_make_label (asked), NULL);
  add_choice (choices, STREEK_RECORD_ANSWER_LEAVE_OUT, C_ ("name in a file", "Leave it out"), NULL);
  if (view != NULL)
    add_others (choices, view, asked->field);

  return G_LIST_MODEL (choices);
}

static void
on_chosen_cb (GtkWidget *row, const char *id, const char *title, GtkWidget *button)
{
  GtkWidget *questions = gtk_widget_get_ancestor (row, STREEK_TYPE_PLAN_IMPORT_QUESTIONS);

  set_answer (g_object_get_data (G_OBJECT (row), ASKED_KEY), id, title);
  update (STREEK_PLAN_IMPORT_QUESTIONS (questions));
  g_signal_emit (questions, signals[SIGNAL_ANSWERED], 0);
}

static void
answer_all (StreekPlanImportQuestions *self, gboolean makes)
{
  for (guint i = 0; i < self->asked->len; i++)
    {
      Asked *asked = self->asked->pdata[i];

      if (asked->answer != NULL || (makes && !asked->can_make))
        continue;
      set_answer (asked, makes ? STREEK_RECORD_ANSWER_MAKE : STREEK_RECORD_ANSWER_LEAVE_OUT,
                  makes ? get_make_label (asked) : C_ ("name in a file", "Leave it out"));
    }

  update (self);
  g_signal_emit (self, signals[SIGNAL_ANSWERED], 0);
}

static void
on_make_all_cb (StreekPlanImportQuestions *self)
{
  answer_all (self, TRUE);
}

static void
on_leave_all_cb (StreekPlanImportQuestions *self)
{
  answer_all (self, FALSE);
}

/* Rows */

/* "Organisation; 3 cells, the first on row 12" */
static char *
dup_subtitle (const StreekRecordQuestion *question)
{
  const char *what = question->field->target != NULL
                       ? streek_record_kind_get_name (question->field->target)
                     : question->field->type == STREEK_RECORD_PERIOD
                       ? C_ ("column of a spreadsheet", "Timing (from and until)")
                       : streek_record_field_get_label (question->field);

  return g_strdup_printf (
    /* Translators: %1$s is what a name would be, such as Organisation; %2$u cells have it, the
     * first of them on row %3$u. */
    ngettext ("%1$s; %2$u cell, on row %3$u", "%1$s; %2$u cells, the first on row %3$u",
              question->n_cells),
    what, question->n_cells, (guint) question->line);
}

static void
add_row (StreekPlanImportQuestions *self, Asked *asked)
{
  GtkWidget *row = adw_action_row_new ();
  /* Translators: %s is a name in a file. */
  g_autofree char *label = g_strdup_printf (_ ("What to do with “%s”"), asked->name);
  const char *answer = asked->answer;

  asked->row = row;
  g_object_set_data (G_OBJECT (row), ASKED_KEY, asked);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), asked->name);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 3);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), asked->subtitle);
  asked->button = STREEK_CHOICE_BUTTON (streek_choice_button_new (
    label, _ ("Find what it stands for"), make_choices, G_CALLBACK (on_chosen_cb), row));
  streek_choice_button_set_current (asked->button, answer,
                                    answer == NULL ? C_ ("name in a file", "Choose…")
                                    : strcmp (answer, STREEK_RECORD_ANSWER_MAKE) == 0
                                      ? get_make_label (asked)
                                      : C_ ("name in a file", "Leave it out"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), GTK_WIDGET (asked->button));
  adw_preferences_group_add (self->group, row);
}

/* That there are more than have a row; the buttons above answer them too. */
static void
update_more (StreekPlanImportQuestions *self)
{
  guint n = self->asked->len > MOST_ROWS ? self->asked->len - MOST_ROWS : 0;
  g_autofree char *text = g_strdup_printf (ngettext ("and %u more", "and %u more", n), n);

  gtk_label_set_text (GTK_LABEL (self->more), text);
  gtk_widget_set_visible (self->more, n > 0);
}

static guint
count_wanted_rows (StreekPlanImportQuestions *self)
{
  gboolean is_seen = gtk_widget_get_mapped (GTK_WIDGET (self));

  return MIN (self->asked->len, is_seen ? MOST_ROWS : UNSEEN_ROWS);
}

static gboolean
add_rows_cb (gpointer user_data)
{
  StreekPlanImportQuestions *self = user_data;
  guint most = count_wanted_rows (self);

  for (guint i = 0; i < ROWS_AT_ONCE && self->n_rows < most; i++)
    add_row (self, self->asked->pdata[self->n_rows++]);

  if (self->n_rows < most)
    return G_SOURCE_CONTINUE;

  self->rows_id = 0;

  return G_SOURCE_REMOVE;
}

static void
go_on_adding (StreekPlanImportQuestions *self)
{
  if (self->rows_id == 0 && self->n_rows < count_wanted_rows (self))
    self->rows_id = g_idle_add (add_rows_cb, self);
}

static void
add_asked (StreekPlanImportQuestions *self, const StreekRecordQuestion *question)
{
  Asked *asked = g_new0 (Asked, 1);

  asked->key = g_strdup (question->key);
  asked->name = g_strdelimit (g_strdup (question->name), "\n", ' ');
  asked->subtitle = dup_subtitle (question);
  asked->field = question->field;
  asked->can_make = question->can_make;
  g_ptr_array_add (self->asked, asked);
  g_hash_table_add (self->keys, asked->key);
}

void
streek_plan_import_questions_add (StreekPlanImportQuestions *self, const GPtrArray *questions)
{
  g_return_if_fail (STREEK_IS_PLAN_IMPORT_QUESTIONS (self) && questions != NULL);

  for (guint i = 0; i < questions->len; i++)
    {
      const StreekRecordQuestion *question = questions->pdata[i];

      if (!g_hash_table_contains (self->keys, question->key))
        add_asked (self, question);
    }

  go_on_adding (self);
  update_more (self);
  update (self);
}

void
streek_plan_import_questions_clear (StreekPlanImportQuestions *self)
{
  g_return_if_fail (STREEK_IS_PLAN_IMPORT_QUESTIONS (self));

  g_clear_handle_id (&self->rows_id, g_source_remove);
  for (guint i = 0; i < self->n_rows; i++)
    adw_preferences_group_remove (self->group, ((Asked *) self->asked->pdata[i])->row);
  self->n_rows = 0;
  g_hash_table_remove_all (self->known);
  g_hash_table_remove_all (self->keys);
  g_ptr_array_set_size (self->asked, 0);
  update_more (self);
  update (self);
}

static void
copy_answers (GHashTable *from, GHashTable *to)
{
  GHashTableIter iter;
  gpointer key, answer;

  g_hash_table_iter_init (&iter, from);
  while (g_hash_table_iter_next (&iter, &key, &answer))
    g_hash_table_insert (to, g_strdup (key), g_strdup (answer));
}

void
streek_plan_import_questions_know (StreekPlanImportQuestions *self, GHashTable *answers)
{
  g_return_if_fail (STREEK_IS_PLAN_IMPORT_QUESTIONS (self) && answers != NULL);

  copy_answers (answers, self->known);
}

void
streek_plan_import_questions_apply (StreekPlanImportQuestions *self, GHashTable *answers)
{
  g_return_if_fail (STREEK_IS_PLAN_IMPORT_QUESTIONS (self) && answers != NULL);

  g_hash_table_remove_all (answers);
  copy_answers (self->known, answers);

  for (guint i = 0; i < self->asked->len; i++)
    {
      const Asked *asked = self->asked->pdata[i];

      if (asked->answer != NULL)
        g_hash_table_insert (answers, g_strdup (asked->key), g_strdup (asked->answer));
    }
}

static void
streek_plan_import_questions_dispose (GObject *object)
{
  StreekPlanImportQuestions *self = STREEK_PLAN_IMPORT_QUESTIONS (object);

  g_clear_handle_id (&self->rows_id, g_source_remove);
  g_clear_object (&self->book);

  G_OBJECT_CLASS (streek_plan_import_questions_parent_class)->dispose (object);
}

static void
streek_plan_import_questions_finalize (GObject *object)
{
  StreekPlanImportQuestions *self = STREEK_PLAN_IMPORT_QUESTIONS (object);

  g_clear_pointer (&self->keys, g_hash_table_unref);
  g_clear_pointer (&self->known, g_hash_table_unref);
  g_clear_pointer (&self->asked, g_ptr_array_unref);

  G_OBJECT_CLASS (streek_plan_import_questions_parent_class)->finalize (object);
}

static void
streek_plan_import_questions_class_init (StreekPlanImportQuestionsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = streek_plan_import_questions_dispose;
  G_OBJECT_CLASS (klass)->finalize = streek_plan_import_questions_finalize;

  signals[SIGNAL_ANSWERED] = g_signal_new ("answered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                           0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static GtkWidget *
new_button (StreekPlanImportQuestions *self, const char *label, GCallback callback)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);

  return button;
}

static void
streek_plan_import_questions_init (StreekPlanImportQuestions *self)
{
  GtkWidget *stack = gtk_stack_new ();
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *none = gtk_label_new (_ ("Everything that the rows name is there."));
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  GtkWidget *some = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);

  self->asked = g_ptr_array_new_with_free_func (free_asked);
  self->keys = g_hash_table_new (g_str_hash, g_str_equal);
  self->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->more = gtk_label_new (NULL);
  self->stack = GTK_STACK (stack);
  self->group = ADW_PREFERENCES_GROUP (group);
  self->make_button = new_button (self, _ ("_Make All"), G_CALLBACK (on_make_all_cb));
  self->leave_button = new_button (self, _ ("_Leave All Out"), G_CALLBACK (on_leave_all_cb));
  gtk_box_append (GTK_BOX (buttons), self->make_button);
  gtk_box_append (GTK_BOX (buttons), self->leave_button);
  adw_preferences_group_set_title (self->group, _ ("These Are Not There"));
  adw_preferences_group_set_description (
    self->group, _ ("Make them, leave them out, or say what they stand for."));
  adw_preferences_group_set_header_suffix (self->group, buttons);
  gtk_widget_set_margin_top (none, 24);
  gtk_widget_set_margin_bottom (none, 24);
  gtk_widget_add_css_class (none, "dim-label");
  gtk_label_set_wrap (GTK_LABEL (none), TRUE);
  gtk_stack_set_vhomogeneous (self->stack, FALSE);
  /* or a page that is not seen is measured at its lowest, which is its widest */
  gtk_stack_set_hhomogeneous (self->stack, FALSE);
  gtk_stack_add_named (self->stack, none, "none");
  gtk_widget_add_css_class (self->more, "dim-label");
  gtk_widget_set_visible (self->more, FALSE);
  gtk_box_append (GTK_BOX (some), group);
  gtk_box_append (GTK_BOX (some), self->more);
  gtk_stack_add_named (self->stack, some, "some");
  adw_bin_set_child (ADW_BIN (self), stack);
  g_signal_connect (self, "map", G_CALLBACK (go_on_adding), NULL);
}

GtkWidget *
streek_plan_import_questions_new (StreekRecordBook *book)
{
  g_return_val_if_fail (STREEK_IS_RECORD_BOOK (book), NULL);

  StreekPlanImportQuestions *self = g_object_new (STREEK_TYPE_PLAN_IMPORT_QUESTIONS, NULL);

  self->book = g_object_ref (book);

  return GTK_WIDGET (self);
}
