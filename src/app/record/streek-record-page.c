/* streek-record-page.c: the records of a kind as a list: the page that every section shares */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "record/streek-record-page-private.h"

#include "base/streek-format.h"
#include "print/streek-printable.h"
#include "record/streek-record-window.h"
#include "streek-column-view.h"

#include <glib/gi18n.h>

enum
{
  SIGNAL_SELECTION_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void printable_iface_init (StreekPrintableInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (StreekRecordPage,
                               streek_record_page,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (STREEK_TYPE_PRINTABLE, printable_iface_init))

static void
enable (StreekRecordPage *self, const char *action, gboolean is_enabled)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), action, is_enabled);
}

/* What is selected */

static const StreekRecord *
get_record (StreekRecordPage *self, guint position)
{
  g_autoptr (StreekRecordItem) item = g_list_model_get_item (G_LIST_MODEL (self->rows), position);

  /* lent by the list, which the page holds too */
  return item != NULL ? streek_record_item_get_record (item) : NULL;
}

GArray *
streek_record_page_list_selected (StreekRecordPage *self)
{
  g_return_val_if_fail (STREEK_IS_RECORD_PAGE (self), NULL);

  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (self->selection == NULL)
    return ids;

  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_autoptr (GtkBitset) bits =
    gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  GtkBitsetIter iter;
  guint position;

  for (gboolean is_valid = gtk_bitset_iter_init_first (&iter, bits, &position); is_valid;
       is_valid = gtk_bitset_iter_next (&iter, &position))
    {
      const StreekRecord *record = get_record (self, position);

      if (record != NULL && g_hash_table_add (seen, (gpointer) record))
        {
          gint64 id = streek_record_get_id (record);

          g_array_append_val (ids, id);
        }
    }

  return ids;
}

/* "12 of 340 projects · 3 selected · Budget: 1.250.000 €" */
static void
update_count (StreekRecordPage *self, guint n_selected)
{
  const char *plural = streek_record_kind_get_plural (self->kind);
  guint n = self->list != NULL ? streek_record_list_count (self->list) : 0;
  guint n_all = self->list != NULL ? streek_record_list_count_all (self->list) : 0;
  g_autoptr (GString) text = g_string_new (NULL);

  if (self->list == NULL)
    {
      gtk_label_set_text (self->count_label, "");
      return;
    }

  if (n == n_all)
    /* Translators: %1$s is a sort of things in the plural, %2$u how many there are. */
    g_string_append_printf (text, _ ("%1$s: %2$u"), plural, n_all);
  else
    /* Translators: %1$s is a sort of things in the plural; shown are %2$u of %3$u. */
    g_string_append_printf (text, _ ("%1$s: %2$u of %3$u"), plural, n, n_all);

  if (n_selected > 1)
    g_string_append_printf (text, ngettext (" · %u selected", " · %u selected", n_selected),
                            n_selected);
  for (guint i = 0; i < streek_record_list_get_n_columns (self->list); i++)
    {
      g_autofree char *sum = streek_record_list_dup_sum (self->list, -1, i);

      if (sum != NULL)
        g_string_append_printf (text, " · %s", sum);
    }

  gtk_label_set_text (self->count_label, text->str);
}

static void
on_selection_changed_cb (StreekRecordPage *self)
{
  StreekRecordCited cited;
  g_autoptr (GArray) ids = streek_record_page_list_selected (self);
  gboolean can_write = streek_context_can_write (self->context);
  g_autofree char *place = streek_record_page_dup_figure_place (self, "map");

  enable (self, "record.open", ids->len == 1);
  enable (self, "record.edit", ids->len == 1);
  enable (self, "record.open-document", streek_record_page_find_cited (self, &cited));
  enable (self, "record.show-chart", place != NULL);
  enable (self, "record.show-map", place != NULL);
  enable (self, "record.delete", ids->len > 0 && can_write);
  enable (self, "record.change-field", ids->len > 0 && can_write);
  gtk_widget_set_visible (self->selection_tools, ids->len > 0 && can_write);
  update_count (self, ids->len);
  g_signal_emit (self, signals[SIGNAL_SELECTION_CHANGED], 0);
}

/* A table that gets other rows goes back to its top, and forgets who had the keyboard. */
typedef struct
{
  double scrolled;
  gboolean has_focus;
  guint n_frames;
} Place;

static GtkAdjustment *
get_adjustment (StreekRecordPage *self)
{
  return gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->view));
}

static Place *
note_place (StreekRecordPage *self)
{
  Place *place = g_new0 (Place, 1);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  place->scrolled = gtk_adjustment_get_value (get_adjustment (self));
  place->has_focus = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->view));

  return place;
}

/* When the rows have their size. */
static gboolean
on_place_frame_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  StreekRecordPage *self = STREEK_RECORD_PAGE (widget);
  Place *place = user_data;

  if (place->n_frames++ == 0)
    return G_SOURCE_CONTINUE;

  gtk_adjustment_set_value (get_adjustment (self), place->scrolled);
  if (place->has_focus)
    gtk_widget_grab_focus (GTK_WIDGET (self->view));

  return G_SOURCE_REMOVE;
}

static void
select_wanted (StreekRecordPage *self)
{
  int position = self->wanted != 0 ? streek_record_rows_find (self->rows, self->wanted) : -1;

  if (position < 0)
    return;

  self->wanted = 0;
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), (guint) position, TRUE);
  streek_column_view_scroll_to (self->view, (guint) position);
}

/* The list */

static void
show_list (StreekRecordPage *self, StreekRecordList *list)
{
  g_autoptr (GArray) former = streek_record_page_list_selected (self);
  gboolean is_same =
    self->list != NULL && streek_record_list_spec_equal (streek_record_list_get_spec (self->list),
                                                         streek_record_list_get_spec (list));
  Place *place = is_same && self->wanted == 0 ? note_place (self) : NULL;

  g_clear_pointer (&self->list, streek_record_list_unref);
  self->list = list;
  g_clear_object (&self->rows);
  self->rows = streek_record_rows_new (list);
  g_clear_object (&self->selection);
  self->selection = gtk_multi_selection_new (g_object_ref (G_LIST_MODEL (self->rows)));
  for (guint i = 0; i < former->len; i++)
    {
      int position = streek_record_rows_find (self->rows, g_array_index (former, gint64, i));

      if (position >= 0)
        gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), (guint) position,
                                         FALSE);
    }
  g_signal_connect_object (self->selection, "selection-changed",
                           G_CALLBACK (on_selection_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  if (place != NULL)
    gtk_widget_add_tick_callback (GTK_WIDGET (self), on_place_frame_cb, place, g_free);

  if (streek_record_list_count_all (list) == 0)
    gtk_stack_set_visible_child_name (self->stack, "empty");
  else
    gtk_stack_set_visible_child_name (self->stack,
                                      streek_record_list_count (list) > 0 ? "list" : "none");
  select_wanted (self);
  on_selection_changed_cb (self);
}

static void
show_error (StreekRecordPage *self, const GError *error)
{
  g_autofree char *words = g_markup_escape_text (error != NULL ? error->message : "", -1);

  adw_status_page_set_description (self->error_page, words);
  gtk_stack_set_visible_child_name (self->stack, "error");
}

typedef struct
{
  StreekRecordView *view;
  StreekRecordListSpec *spec;
} ListJob;

static void
free_job (gpointer data)
{
  ListJob *job = data;

  streek_record_view_unref (job->view);
  streek_record_list_spec_free (job->spec);
  g_free (job);
}

static void
list_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  ListJob *job = data;
  GError *error = NULL;
  StreekRecordList *list = g_task_return_error_if_cancelled (task)
                             ? NULL
                             : streek_record_list_new (job->view, job->spec, &error);

  if (list != NULL)
    {
      g_task_return_pointer (task, list, (GDestroyNotify) streek_record_list_unref);
      /* what comes next is mostly a search, whose first letter should not wait for all texts */
      streek_record_view_prepare_search (job->view, job->spec->kind, cancellable);
    }
  else if (error != NULL)
    g_task_return_error (task, error);
}

static void
on_listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StreekRecordPage) self = user_data; /* the reference taken when it began */
  g_autoptr (GError) error = NULL;
  StreekRecordList *list = g_task_propagate_pointer (G_TASK (result), &error);

  if (self->book == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_clear_pointer (&list, streek_record_list_unref);
  else if (list != NULL)
    show_list (self, list);
  else
    show_error (self, error);
}

static void
stop (StreekRecordPage *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
make_list (StreekRecordPage *self)
{
  StreekRecordView *view = streek_record_book_get_view (self->book);
  ListJob *job = g_new0 (ListJob, 1);

  job->view = streek_record_view_ref (view);
  job->spec = streek_record_list_spec_copy (self->spec);
  self->cancellable = g_cancellable_new ();

  g_autoptr (GTask) task = g_task_new (NULL, self->cancellable, on_listed_cb, g_object_ref (self));

  g_task_set_task_data (task, job, free_job);
  g_task_run_in_thread (task, list_in_thread);
}

void
streek_record_page_refresh (StreekRecordPage *self)
{
  gboolean can_write = streek_context_can_write (self->context);

  enable (self, "record.new", can_write);
  enable (self, "record.paste", can_write);
  enable (self, "record.take-file", can_write);
  stop (self);
  self->is_stale = !gtk_widget_get_mapped (GTK_WIDGET (self));
  if (self->is_stale)
    return;

  streek_record_page_show_chips (self);
  if (streek_record_book_get_view (self->book) != NULL)
    make_list (self);
  else if (streek_record_book_get_error (self->book) != NULL)
    show_error (self, streek_record_book_get_error (self->book));
  else
    gtk_stack_set_visible_child_name (self->stack, "loading");
}

static void
on_search_changed_cb (StreekRecordPage *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search_entry));

  if (g_strcmp0 (*text != '\0' ? text : NULL, self->spec->search) == 0)
    return;

  streek_record_list_spec_set_search (self->spec, *text != '\0' ? text : NULL);
  streek_record_page_refresh (self);
}

static void
on_stop_search_cb (StreekRecordPage *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
on_activate_cb (StreekRecordPage *self, guint position)
{
  const StreekRecord *record = get_record (self, position);

  if (record != NULL)
    streek_record_page_open (self, streek_record_get_id (record));
}

/* On paper and in files */

static StreekPrintout *
streek_record_page_dup_printout (StreekPrintable *printable)
{
  StreekRecordPage *self = STREEK_RECORD_PAGE (printable);

  if (self->list == NULL || streek_record_list_count (self->list) == 0)
    return NULL;

  g_autoptr (StreekTable) table =
    streek_record_list_make_table (self->list, STREEK_RECORD_TABLE_SEEN);
  g_auto (GStrv) notes = streek_record_list_list_remarks (self->list);
  g_autofree char *context = streek_record_list_dup_context (self->list);
  StreekSheetWords words = { (char *) streek_record_list_get_title (self->list), context, NULL,
                             notes };

  return streek_printout_new_table (table, NULL, &words);
}

static void
printable_iface_init (StreekPrintableInterface *iface)
{
  iface->dup_printout = streek_record_page_dup_printout;
}

/* Overrides */

static void
streek_record_page_map (GtkWidget *widget)
{
  StreekRecordPage *self = STREEK_RECORD_PAGE (widget);

  GTK_WIDGET_CLASS (streek_record_page_parent_class)->map (widget);

  if (self->is_stale)
    streek_record_page_refresh (self);
}

static void
streek_record_page_dispose (GObject *object)
{
  StreekRecordPage *self = STREEK_RECORD_PAGE (object);

  stop (self);
  g_clear_handle_id (&self->order_id, g_source_remove);
  self->is_arranging = TRUE;
  if (self->book != NULL)
    g_signal_handlers_disconnect_by_data (self->book, self);
  g_clear_object (&self->selection);
  g_clear_object (&self->rows);
  g_clear_pointer (&self->list, streek_record_list_unref);
  g_clear_object (&self->book);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (streek_record_page_parent_class)->dispose (object);
}

static void
streek_record_page_finalize (GObject *object)
{
  StreekRecordPage *self = STREEK_RECORD_PAGE (object);

  g_clear_pointer (&self->spec, streek_record_list_spec_free);
  g_clear_pointer (&self->shown_columns, g_strfreev);
  g_clear_pointer (&self->shown_chips, g_strfreev);

  G_OBJECT_CLASS (streek_record_page_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, StreekRecordPage, tools);
  gtk_widget_class_bind_template_child (widget_class, StreekRecordPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, StreekRecordPage, filter_button);
  gtk_widget_class_bind_template_child (widget_class, StreekRecordPage, columns_button);
  gtk_widget_class_bind_template_child (widget_class, StreekRecordPage, lists_button);
  gtk_widget_class_bind_template_child (widget_class, StreekRecordPage, new_button);
  gtk_widget_class_bind_template_child (widget_class, StreekRecordPage, first_button);
  gtk_widget_class_bind_template_child (widget_class, StreekRecordPage, chips);
  gtk_widget_class_bind_template_child (widget_class, StreekRecordPage, stack);
  gtk_widget_class_bind_template_child (widget_class, StreekRecordPage, empty_page);
  gtk_widget_class_bind_template_child (widget_class, StreekRecordPage, error_page);
  gtk_widget_class_bind_template_child (widget_class, StreekRecordPage, view);
  gtk_widget_class_bind_template_child (widget_class, StreekRecordPage, count_label);
  gtk_widget_class_bind_template_child (widget_class, StreekRecordPage, selection_tools);
  gtk_widget_class_bind_template_child (widget_class, StreekRecordPage, open_section);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_activate_cb);
}

static void
streek_record_page_class_init (StreekRecordPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = streek_record_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = streek_record_page_finalize;
  widget_class->map = streek_record_page_map;

  signals[SIGNAL_SELECTION_CHANGED] =
    g_signal_new ("selection-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                  NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/be/streekatlas/Streekatlas/ui/streek-record-page.ui");
  bind_children (widget_class);
  streek_record_page_install_actions (widget_class);
}

/* Wherever the keyboard is in the window, as long as the list is in front. */
static gboolean
on_search_key_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  if (!gtk_widget_get_mapped (widget))
    return FALSE;

  return gtk_widget_activate_action (widget, "record.search", NULL);
}

static void
streek_record_page_init (StreekRecordPage *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  self->is_stale = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (keys), GTK_SHORTCUT_SCOPE_GLOBAL);
  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (keys),
    gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_f, GDK_CONTROL_MASK),
                      gtk_callback_action_new (on_search_key_cb, NULL, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

static void
set_words (StreekRecordPage *self)
{
  const char *name = streek_record_kind_get_name (self->kind);
  const char *plural = streek_record_kind_get_plural (self->kind);
  /* Translators: a button; %s is a sort of thing: "Organisation". */
  g_autofree char *new = g_strdup_printf (_ ("New: %s"), name);
  /* Translators: %s is a sort of things in the plural: "Organisations". */
  g_autofree char *empty = g_strdup_printf (_ ("%s: None Yet"), plural);

  gtk_widget_set_tooltip_text (GTK_WIDGET (self->new_button), new);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->new_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  new, -1);
  gtk_button_set_label (self->first_button, new);
  adw_status_page_set_title (self->empty_page, empty);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  plural, -1);
  streek_record_page_set_empty_words (
    self, _ ("Make the first one, or paste rows that you copied from a spreadsheet."));
}

/* Only where there may be one. */
static void
add_document_command (StreekRecordPage *self)
{
  gboolean may_cite = streek_record_kind_is_document (self->kind);
  g_autoptr (GMenuItem) item = g_menu_item_new (_ ("Open the Doc_ument"), "record.open-document");

  for (guint i = 0; i < self->kind->n_fields && !may_cite; i++)
    may_cite = self->kind->fields[i].type == STREEK_RECORD_REFERENCE &&
               streek_record_kind_is_document (self->kind->fields[i].target);

  g_menu_item_set_attribute (item, "accel", "s", "<Control>Return");
  if (may_cite)
    g_menu_insert_item (self->open_section, 1, item);
}

/* Of what rests on a figure. */
static void
add_figure_commands (StreekRecordPage *self)
{
  g_autoptr (GMenuItem) chart = g_menu_item_new (_ ("Show in a _Chart"), "record.show-chart");
  g_autoptr (GMenuItem) map = g_menu_item_new (_ ("Show on the _Map"), "record.show-map");

  if (self->kind->ask_figures == NULL)
    return;

  g_menu_item_set_attribute (chart, "accel", "s", "<Control>g");
  g_menu_item_set_attribute (map, "accel", "s", "<Control>m");
  g_menu_append_item (self->open_section, chart);
  g_menu_append_item (self->open_section, map);
}

GtkWidget *
streek_record_page_new (StreekContext *context, const StreekRecordKind *kind)
{
  g_return_val_if_fail (STREEK_IS_CONTEXT (context) && kind != NULL, NULL);

  StreekRecordPage *self = g_object_new (STREEK_TYPE_RECORD_PAGE, NULL);

  self->context = g_object_ref (context);
  self->book = g_object_ref (streek_record_book_get (context));
  self->kind = kind;
  self->spec = streek_record_list_spec_new (kind);
  streek_record_page_build_filters (self);
  set_words (self);
  streek_record_page_arrange (self);
  add_document_command (self);
  add_figure_commands (self);
  g_signal_connect_object (self->book, "changed", G_CALLBACK (streek_record_page_refresh), self,
                           G_CONNECT_SWAPPED);
  on_selection_changed_cb (self);

  return GTK_WIDGET (self);
}

void
streek_record_page_set_spec (StreekRecordPage *self, const StreekRecordListSpec *spec)
{
  g_return_if_fail (STREEK_IS_RECORD_PAGE (self) && spec != NULL && spec->kind == self->kind);

  g_autoptr (StreekRecordListSpec) former = self->spec;

  self->spec = streek_record_list_spec_copy (spec);
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry),
                         spec->search != NULL ? spec->search : "");
  streek_record_page_arrange (self);
  streek_record_page_refresh (self);
}

void
streek_record_page_narrow (StreekRecordPage *self, const char *column, const char *value)
{
  g_return_if_fail (STREEK_IS_RECORD_PAGE (self) && column != NULL);

  const char *const values[] = { value, NULL };

  streek_record_list_spec_clear_conditions (self->spec, column);
  if (value != NULL)
    streek_record_list_spec_add_condition (self->spec, column, STREEK_RECORD_IS, values);
  streek_record_page_refresh (self);
}

void
streek_record_page_set_empty_words (StreekRecordPage *self, const char *words)
{
  g_return_if_fail (STREEK_IS_RECORD_PAGE (self) && words != NULL);

  g_autofree char *escaped = g_markup_escape_text (words, -1);

  adw_status_page_set_description (self->empty_page, escaped);
}

void
streek_record_page_set_opener (StreekRecordPage *self, StreekRecordPageOpenFunc func, gpointer data)
{
  g_return_if_fail (STREEK_IS_RECORD_PAGE (self) && func != NULL && self->opener == NULL);

  g_autoptr (GMenuItem) item = g_menu_item_new (_ ("_Edit…"), "record.edit");

  self->opener = func;
  self->opener_data = data;
  g_menu_item_set_attribute (item, "accel", "s", "F2");
  g_menu_insert_item (self->open_section, 1, item);
}
