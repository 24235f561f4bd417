/* streek-answer-view.c: a table that answers a question, to sort, copy and print */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "areas/streek-answer-view.h"

#include "clipboard/streek-copy.h"
#include "map/streek-figure-columns.h"
#include "map/streek-figure-row.h"
#include "print/streek-print-window.h"
#include "streek-application.h"
#include "streek-column-view.h"

#include <glib/gi18n.h>
#include <string.h>

/* A text longer than this ends in an ellipsis until its column is widened. */
#define MAX_LETTERS 28

struct _StreekAnswerView
{
  GtkWidget parent_instance;

  GtkColumnView *view;
  GtkLabel *said_label;

  GListStore *rows;           /* (element-type StreekFigureRow) */
  StreekSelection *selection; /* of its own: nothing is pointed at elsewhere */
  StreekPrintout *printout;   /* (nullable) */
};

G_DEFINE_FINAL_TYPE (StreekAnswerView, streek_answer_view, GTK_TYPE_WIDGET)

static GSettings *
get_settings (void)
{
  return streek_application_get_settings (STREEK_APPLICATION (g_application_get_default ()));
}

static void
say (StreekAnswerView *self, const char *text)
{
  gtk_label_set_text (self->said_label, text);
}

static void
on_copied_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  StreekAnswerView *self = STREEK_ANSWER_VIEW (source);
  g_autoptr (GError) error = NULL;

  if (streek_copy_finish (GTK_WIDGET (self), result, &error))
    say (self, _ ("Table copied."));
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    say (self, error->message);
}

static void
copy (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  StreekAnswerView *self = STREEK_ANSWER_VIEW (widget);
  g_autoptr (StreekPaper) paper = streek_paper_load (get_settings ());

  streek_copy_async (widget, self->printout, paper, STREEK_COPY_DATA, NULL, on_copied_cb, NULL);
}

static void
print (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  StreekAnswerView *self = STREEK_ANSWER_VIEW (widget);
  GtkRoot *root = gtk_widget_get_root (widget);

  gtk_window_present (
    GTK_WINDOW (streek_print_window_new (GTK_WINDOW (root), get_settings (), self->printout)));
}

static void
streek_answer_view_dispose (GObject *object)
{
  StreekAnswerView *self = STREEK_ANSWER_VIEW (object);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  g_clear_pointer (&child, gtk_widget_unparent);
  g_clear_object (&self->rows);
  g_clear_object (&self->selection);
  g_clear_pointer (&self->printout, streek_printout_unref);

  G_OBJECT_CLASS (streek_answer_view_parent_class)->dispose (object);
}

static void
streek_answer_view_class_init (StreekAnswerViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = streek_answer_view_dispose;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/be/streekatlas/Streekatlas/ui/streek-answer-view.ui");
  gtk_widget_class_bind_template_child (widget_class, StreekAnswerView, view);
  gtk_widget_class_bind_template_child (widget_class, StreekAnswerView, said_label);
  gtk_widget_class_install_action (widget_class, "answer.copy", NULL, copy);
  gtk_widget_class_install_action (widget_class, "answer.print", NULL, print);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
update_actions (StreekAnswerView *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "answer.copy", self->printout != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "answer.print", self->printout != NULL);
}

static void
streek_answer_view_init (StreekAnswerView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->selection = streek_selection_new ();
  self->rows = g_list_store_new (STREEK_TYPE_FIGURE_ROW);

  g_autoptr (GtkNoSelection) model =
    gtk_no_selection_new (streek_column_view_sort (self->view, G_LIST_MODEL (self->rows)));

  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (model));
  update_actions (self);
}

static void
set_columns (StreekAnswerView *self, StreekTable *table, const char *const *ids)
{
  streek_column_view_clear (self->view);

  for (gsize i = 0; ids[i] != NULL; i++)
    {
      guint index = (guint) streek_table_find_column (table, ids[i]);
      const char *title = streek_table_get_column_title (table, index);
      const char *unit = streek_table_get_column_unit (table, index);
      g_autofree char *heading =
        unit != NULL && *unit != '\0' ? g_strdup_printf ("%s (%s)", title, unit) : g_strdup (title);
      g_autoptr (GtkColumnViewColumn) column =
        streek_figure_column_new (table, index, heading, MAX_LETTERS, self->selection);

      gtk_column_view_column_set_expand (column, strcmp (ids[i], "name") == 0);
      gtk_column_view_append_column (self->view, column);
    }
}

void
streek_answer_view_set_table (StreekAnswerView *self,
                              StreekTable *table,
                              const char *const *columns,
                              const StreekSheetWords *words)
{
  g_return_if_fail (STREEK_IS_ANSWER_VIEW (self));

  /* rows of the former table have no such columns to be sorted by */
  g_list_store_remove_all (self->rows);
  g_clear_pointer (&self->printout, streek_printout_unref);
  say (self, "");

  if (table != NULL)
    {
      g_autoptr (StreekFigureRows) rows = streek_figure_rows_new (table);
      g_autoptr (GPtrArray) items = streek_figure_rows_list (rows);

      set_columns (self, table, columns);
      g_list_store_splice (self->rows, 0, 0, items->pdata, items->len);
      if (streek_table_get_n_rows (table) > 0)
        self->printout = streek_printout_new_table (table, columns, words);
    }
  update_actions (self);
}
