/* streek-record-filter-box.c: asks for one condition that records of a list must meet */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "record/streek-record-filter-box.h"

#include "record/streek-field-text.h"
#include "streek-area-choices.h"
#include "streek-pick-list.h"

#include <glib/gi18n.h>

struct _StreekRecordFilterBox
{
  AdwBin parent_instance;

  GtkDropDown *column_list;
  GtkDropDown *operator_list;
  GtkEntry *entry;
  StreekPickList *picks;
  GtkLabel *note;
  GtkWidget *button;

  StreekRecordBook *book;
  const StreekRecordKind *kind;
  GPtrArray *columns; /* StreekRecordListColumn */
  GArray *operators;  /* StreekRecordOperator: those of the column, in the order of the list */
};

enum
{
  SIGNAL_ADDED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StreekRecordFilterBox, streek_record_filter_box, ADW_TYPE_BIN)

static const StreekRecordListColumn *
get_column (StreekRecordFilterBox *self)
{
  guint selected = gtk_drop_down_get_selected (self->column_list);

  return selected < self->columns->len ? self->columns->pdata[selected] : NULL;
}

static StreekRecordType
get_value_type (StreekRecordFilterBox *self, const StreekRecordListColumn *column)
{
  const StreekRecordField *field = streek_record_list_column_get_field (self->kind, column);

  return field != NULL ? field->type : column->type;
}

static gboolean
get_operator (StreekRecordFilterBox *self, StreekRecordOperator *op)
{
  guint selected = gtk_drop_down_get_selected (self->operator_list);

  if (selected >= self->operators->len)
    return FALSE;

  *op = g_array_index (self->operators, StreekRecordOperator, selected);

  return TRUE;
}

static gboolean
asks_value (StreekRecordOperator op)
{
  return op != STREEK_RECORD_IS_EMPTY && op != STREEK_RECORD_IS_FILLED;
}

/* Whether values are picked from what there is instead of typed. */
static gboolean
asks_pick (StreekRecordFilterBox *self, StreekRecordOperator op)
{
  StreekRecordType type = get_value_type (self, get_column (self));

  return asks_value (op) && op != STREEK_RECORD_CONTAINS &&
         (type == STREEK_RECORD_CHOICE || type == STREEK_RECORD_REFERENCE ||
          type == STREEK_RECORD_AREA || type == STREEK_RECORD_INDICATOR ||
          type == STREEK_RECORD_FLAG);
}

/* What can be picked */

static void
append (GListStore *store, const char *id, const char *title)
{
  g_autoptr (StreekChoice) choice = streek_choice_new (id, title, NULL, NULL);

  g_list_store_append (store, choice);
}

/* Words of the program, and those that people used themselves. */
static void
append_words (StreekRecordFilterBox *self, GListStore *store, const StreekRecordField *field)
{
  StreekRecords *records =
    streek_record_view_get_records (streek_record_book_get_view (self->book));
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  const StreekRecordListColumn *column = get_column (self);
  guint n = 0;
  const StreekRecord *const *list =
    column->field >= 0 ? streek_records_list (records, self->kind, &n) : NULL;

  for (const StreekRecordWord *word = field->words; word != NULL && word->id != NULL; word++)
    {
      g_hash_table_add (seen, (gpointer) word->id);
      append (store, word->id, streek_record_field_get_word (field, word->id));
    }
  for (guint i = 0; i < n; i++)
    {
      const char *word = streek_record_get_text (list[i], (guint) column->field);

      if (word != NULL && g_hash_table_add (seen, (gpointer) word))
        append (store, word, word);
    }
}

static void
append_records (StreekRecordFilterBox *self, GListStore *store, const StreekRecordKind *target)
{
  StreekRecords *records =
    streek_record_view_get_records (streek_record_book_get_view (self->book));
  guint n;
  const StreekRecord *const *list = streek_records_list (records, target, &n);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, streek_record_get_id (list[i]));
      g_autofree char *title = streek_record_dup_title (list[i], records);

      append (store, id, title);
    }
}

static GListStore *
make_choices (StreekRecordFilterBox *self)
{
  StreekRecordView *view = streek_record_book_get_view (self->book);
  const StreekRecordListColumn *column = get_column (self);
  const StreekRecordField *field = streek_record_list_column_get_field (self->kind, column);
  GListStore *store;

  switch (get_value_type (self, column))
    {
    case STREEK_RECORD_AREA:
      return streek_area_choices_new (
        streek_record_view_get_areas (view),
        streek_areas_get_newest_date (streek_record_view_get_areas (view)), NULL);
    case STREEK_RECORD_INDICATOR:
      return streek_indicator_choices_new (streek_record_view_get_catalogue (view));
    default:
      break;
    }

  store = g_list_store_new (STREEK_TYPE_CHOICE);
  if (get_value_type (self, column) == STREEK_RECORD_FLAG)
    {
      append (store, "1", C_ ("record", "Yes"));
      append (store, "0", C_ ("record", "No"));
    }
  else if (field != NULL && field->type == STREEK_RECORD_REFERENCE)
    append_records (self, store, field->target);
  else if (field != NULL)
    append_words (self, store, field);

  return store;
}

/* What is asked */

/* (transfer full) (nullable): the values as files hold them; NULL where something is missing */
static char **
dup_values (StreekRecordFilterBox *self, StreekRecordOperator op)
{
  if (!asks_value (op))
    return g_new0 (char *, 1);
  if (asks_pick (self, op))
    return streek_pick_list_dup_ids (self->picks);

  g_autofree char *text =
    g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  StreekRecordType type = get_value_type (self, get_column (self));
  char number[G_ASCII_DTOSTR_BUF_SIZE];
  double value;
  StreekDate day;
  StreekPeriod period;

  if (*text == '\0')
    return NULL;

  if (type == STREEK_RECORD_NUMBER || type == STREEK_RECORD_INTEGER)
    {
      if (!streek_format_parse_number (streek_format_get_default (), text, &value))
        return NULL;
      g_strv_builder_add (builder, g_ascii_dtostr (number, sizeof number, value));
    }
  else if (type == STREEK_RECORD_DAY || type == STREEK_RECORD_PERIOD)
    {
      g_autofree char *iso =
        streek_period_parse (text, &period, NULL)
          ? streek_period_to_string (period)
          : (streek_field_parse_day (text, &day) ? streek_date_to_string (day) : NULL);

      if (iso == NULL)
        return NULL;
      g_strv_builder_add (builder, iso);
    }
  else
    g_strv_builder_add (builder, text);

  return g_strv_builder_end (builder);
}

static const char *
get_note (StreekRecordFilterBox *self, StreekRecordOperator op)
{
  if (!asks_value (op) || asks_pick (self, op))
    return "";

  switch (get_value_type (self, get_column (self)))
    {
    case STREEK_RECORD_NUMBER:
    case STREEK_RECORD_INTEGER:
      return _ ("A number");
    case STREEK_RECORD_DAY:
    case STREEK_RECORD_PERIOD:
      return _ ("A year, quarter, month or day: 2024, 2024-Q3, 2024-09 or 2024-09-01");
    default:
      return "";
    }
}

static void
update (StreekRecordFilterBox *self)
{
  StreekRecordOperator op;
  gboolean is_asked = get_column (self) != NULL && get_operator (self, &op);
  g_auto (GStrv) values = is_asked ? dup_values (self, op) : NULL;
  const char *note = is_asked ? get_note (self, op) : "";

  gtk_widget_set_visible (GTK_WIDGET (self->entry),
                          is_asked && asks_value (op) && !asks_pick (self, op));
  gtk_widget_set_visible (GTK_WIDGET (self->picks), is_asked && asks_pick (self, op));
  gtk_label_set_text (self->note, note);
  gtk_widget_set_visible (GTK_WIDGET (self->note), *note != '\0');
  gtk_widget_set_sensitive (self->button, values != NULL);
}

static void
on_operator_changed_cb (StreekRecordFilterBox *self)
{
  StreekRecordOperator op;

  if (get_column (self) != NULL && get_operator (self, &op) && asks_pick (self, op))
    {
      g_autoptr (GListStore) choices = make_choices (self);

      streek_pick_list_set_choices (self->picks, G_LIST_MODEL (choices));
      streek_pick_list_set_ids (self->picks, NULL);
    }
  update (self);
}

static void
on_column_changed_cb (StreekRecordFilterBox *self)
{
  const StreekRecordListColumn *column = get_column (self);
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  g_array_set_size (self->operators, 0);
  for (guint i = 0; column != NULL && i <= STREEK_RECORD_UNDER; i++)
    {
      StreekRecordOperator op = (StreekRecordOperator) i;

      if (!streek_record_list_column_can (self->kind, column, op))
        continue;

      g_array_append_val (self->operators, op);
      gtk_string_list_append (labels,
                              streek_record_operator_get_label (op, get_value_type (self, column)));
    }

  gtk_drop_down_set_model (self->operator_list, G_LIST_MODEL (labels));
  gtk_drop_down_set_selected (self->operator_list, 0);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  on_operator_changed_cb (self);
}

static void
on_add_cb (StreekRecordFilterBox *self)
{
  if (gtk_widget_get_sensitive (self->button))
    g_signal_emit (self, signals[SIGNAL_ADDED], 0);
}

static void
streek_record_filter_box_dispose (GObject *object)
{
  StreekRecordFilterBox *self = STREEK_RECORD_FILTER_BOX (object);

  g_clear_object (&self->book);
  g_clear_pointer (&self->operators, g_array_unref);

  G_OBJECT_CLASS (streek_record_filter_box_parent_class)->dispose (object);
}

static void
streek_record_filter_box_finalize (GObject *object)
{
  g_clear_pointer (&STREEK_RECORD_FILTER_BOX (object)->columns, g_ptr_array_unref);

  G_OBJECT_CLASS (streek_record_filter_box_parent_class)->finalize (object);
}

static void
streek_record_filter_box_class_init (StreekRecordFilterBoxClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = streek_record_filter_box_dispose;
  G_OBJECT_CLASS (klass)->finalize = streek_record_filter_box_finalize;

  signals[SIGNAL_ADDED] = g_signal_new ("added", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
name (GtkWidget *widget, const char *label)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
}

static void
streek_record_filter_box_init (StreekRecordFilterBox *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->operators = g_array_new (FALSE, FALSE, sizeof (StreekRecordOperator));
  self->column_list = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  self->operator_list = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  self->entry = GTK_ENTRY (gtk_entry_new ());
  self->picks = g_object_new (STREEK_TYPE_PICK_LIST, NULL);
  self->note = GTK_LABEL (gtk_label_new (NULL));
  self->button = gtk_button_new_with_mnemonic (_ ("_Add Filter"));
  name (GTK_WIDGET (self->column_list), _ ("Column"));
  name (GTK_WIDGET (self->operator_list), _ ("Condition"));
  name (GTK_WIDGET (self->entry), _ ("Value"));
  streek_pick_list_set_words (self->picks, _ ("Nothing chosen yet"), _ ("Value"));
  gtk_label_set_xalign (self->note, 0);
  gtk_label_set_wrap (self->note, TRUE);
  gtk_label_set_max_width_chars (self->note, 36);
  gtk_widget_add_css_class (GTK_WIDGET (self->note), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->note), "dim-label");
  gtk_widget_add_css_class (self->button, "suggested-action");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->column_list));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->operator_list));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->entry));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->picks));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->note));
  gtk_box_append (GTK_BOX (box), self->button);
  gtk_widget_set_size_request (box, 320, -1);
  adw_bin_set_child (ADW_BIN (self), box);
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (on_add_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->picks, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->button, "clicked", G_CALLBACK (on_add_cb), self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
streek_record_filter_box_new (StreekRecordBook *book, const StreekRecordKind *kind)
{
  g_return_val_if_fail (STREEK_IS_RECORD_BOOK (book) && kind != NULL, NULL);

  StreekRecordFilterBox *self = g_object_new (STREEK_TYPE_RECORD_FILTER_BOX, NULL);
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  self->book = g_object_ref (book);
  self->kind = kind;
  self->columns = streek_record_kind_list_columns (kind);
  for (guint i = 0; i < self->columns->len; i++)
    gtk_string_list_append (labels,
                            streek_record_list_column_get_label (kind, self->columns->pdata[i]));
  gtk_drop_down_set_model (self->column_list, G_LIST_MODEL (labels));
  g_signal_connect_object (self->column_list, "notify::selected", G_CALLBACK (on_column_changed_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->operator_list, "notify::selected",
                           G_CALLBACK (on_operator_changed_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

void
streek_record_filter_box_start (StreekRecordFilterBox *self)
{
  g_return_if_fail (STREEK_IS_RECORD_FILTER_BOX (self));

  if (streek_record_book_get_view (self->book) != NULL)
    on_column_changed_cb (self);
}

void
streek_record_filter_box_add_to (StreekRecordFilterBox *self, StreekRecordListSpec *spec)
{
  g_return_if_fail (STREEK_IS_RECORD_FILTER_BOX (self) && spec != NULL);

  StreekRecordOperator op;
  const StreekRecordListColumn *column = get_column (self);
  g_auto (GStrv) values = column != NULL && get_operator (self, &op) ? dup_values (self, op) : NULL;

  if (values != NULL)
    streek_record_list_spec_add_condition (spec, column->id, op, (const char *const *) values);
}
