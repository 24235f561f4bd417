/* streek-figure-table.c: the table twin of the context's figure, sorted and with the selection */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "streek-figure-table"
#include "config.h"
#include "map/streek-figure-table.h"

#include "map/streek-figure-columns.h"
#include "map/streek-figure-row.h"
#include "map/streek-tick-column.h"
#include "streek-column-view.h"

#include <glib/gi18n.h>

/* Long enough for a worker to lay out and paint a map first. */
#define UPDATE_DELAY_MS 40

/* More than these are sorted a few milliseconds at a time. */
#define MAX_SORTED_AT_ONCE 4000

/* A name longer than this ends in an ellipsis until its column is widened. */
#define MAX_LETTERS 28
#define MAX_BRIEF_LETTERS 12
/* A heading is never cut: a longer one would push figures out of sight. */
#define MAX_UNIT_LETTERS 16

struct _StreekFigureTable
{
  GtkWidget parent_instance;

  GtkColumnView *view;

  StreekContext *context;
  gboolean brief;
  StreekTable *shared;    /* (nullable): of several maps, in the place of that of the figure */
  StreekFigureRows *rows; /* (nullable) */
  GtkSortListModel *sorted;
  GtkMultiSelection *selection;
  GtkColumnViewColumn *ticks; /* before the others, where a person wants it */
  char *columns;              /* ids and titles of the columns that are there now */
  guint update_id;            /* source that brings the rows up to date, 0: none */
  gboolean is_syncing;        /* one selection is being copied to the other */
};

G_DEFINE_FINAL_TYPE (StreekFigureTable, streek_figure_table, GTK_TYPE_WIDGET)

/* The selection, both ways */

static void
on_view_selection_cb (StreekFigureTable *self)
{
  if (self->is_syncing)
    return;

  g_autoptr (GPtrArray) codes =
    streek_figure_rows_list_chosen (GTK_SELECTION_MODEL (self->selection));

  g_ptr_array_add (codes, NULL);

  self->is_syncing = TRUE;
  streek_selection_set (streek_context_get_selection (self->context),
                        (const char *const *) codes->pdata);
  self->is_syncing = FALSE;
}

static void
show_selection (StreekFigureTable *self)
{
  if (self->is_syncing)
    return;

  self->is_syncing = TRUE;

  guint first = streek_figure_rows_choose (GTK_SELECTION_MODEL (self->selection),
                                           streek_context_get_selection (self->context));

  if (first != GTK_INVALID_LIST_POSITION)
    streek_column_view_scroll_to (self->view, first);
  self->is_syncing = FALSE;
}

/* Whether the legend is the square of two indicators. */
static gboolean
has_arrows (StreekFigureTable *self)
{
  StreekFigure *figure = streek_context_get_figure (self->context);

  return figure != NULL && streek_figure_get_spec (figure)->kind == STREEK_FIGURE_BIVARIATE;
}

/* Beside the map the legend says what is counted; the list has no room to say it again. */
static char *
dup_heading (StreekFigureTable *self, StreekTable *table, guint column)
{
  const char *id = streek_table_get_column_id (table, column);
  const char *title = streek_table_get_column_title (table, column);
  const char *unit = streek_table_get_column_unit (table, column);
  gboolean has_unit = unit != NULL && *unit != '\0';

  /* two units may be the same; the arrows are those of the legend */
  if (self->brief && has_arrows (self) && strcmp (id, "value") == 0)
    return g_strdup_printf ("→ %s", has_unit ? unit : "");
  if (self->brief && strcmp (id, "second") == 0)
    return g_strdup_printf ("%s %s", has_arrows (self) ? "↑" : "○", has_unit ? unit : "");
  if (self->brief && self->shared != NULL)
    return g_strdup (title);
  if (self->brief && strcmp (id, "value") == 0)
    return g_strdup (
      has_unit && g_utf8_strlen (unit, -1) <= MAX_UNIT_LETTERS ? unit : C_ ("column", "Value"));
  if (self->brief && strcmp (id, "coverage_pct") == 0)
    /* Translators: heading of a narrow column: which part of the value is known, in percent */
    return g_strdup (C_ ("column", "Known"));

  return has_unit ? g_strdup_printf ("%s (%s)", title, unit) : g_strdup (title);
}

static GtkColumnViewColumn *
make_column (StreekFigureTable *self, StreekTable *table, guint column)
{
  g_autofree char *heading = dup_heading (self, table, column);

  return streek_figure_column_new (table, column, heading,
                                   self->brief ? MAX_BRIEF_LETTERS : MAX_LETTERS,
                                   streek_context_get_selection (self->context));
}

static gboolean
has_partial_coverage (StreekTable *table, guint column)
{
  for (guint row = 0; row < streek_table_get_n_rows (table); row++)
    if (streek_table_get_number (table, row, column) < 100)
      return TRUE;

  return FALSE;
}

static gboolean
is_shown (StreekFigureTable *self, StreekTable *table, guint column)
{
  static const char *const few[] = { "name", "value", "second", "coverage_pct", NULL };
  const char *id = streek_table_get_column_id (table, column);

  if (!self->brief)
    return TRUE;

  /* A column that says the same of all would only take room from the names. */
  if (strcmp (id, "coverage_pct") == 0 && !has_partial_coverage (table, column))
    return FALSE;

  /* those of each map are all that there is to see */
  if (self->shared != NULL)
    return strcmp (id, "code") != 0;

  /* A map of areas has names only. */
  return streek_context_get_indicator (self->context) != NULL ? g_strv_contains (few, id)
                                                              : strcmp (id, "name") == 0;
}

static char *
describe_columns (StreekFigureTable *self, StreekTable *table)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < streek_table_get_n_columns (table); i++)
    if (is_shown (self, table, i))
      g_string_append_printf (text, "%u %s %s %s\n", i, streek_table_get_column_id (table, i),
                              streek_table_get_column_title (table, i),
                              streek_table_get_column_unit (table, i));

  return g_string_free (text, FALSE);
}

static void
forget_rows (StreekFigureTable *self)
{
  gtk_sort_list_model_set_model (self->sorted, NULL);
  g_clear_object (&self->rows);
}

/* New columns only where they differ, so that sorting and widths stay while the period moves. */
static void
update_columns (StreekFigureTable *self, StreekTable *table)
{
  g_autofree char *wanted = describe_columns (self, table);

  if (g_strcmp0 (wanted, self->columns) == 0)
    return;

  g_free (self->columns);
  self->columns = g_steal_pointer (&wanted);

  /* Rows of the former table have no such columns to be sorted by. */
  forget_rows (self);
  streek_column_view_clear (self->view);

  gtk_column_view_append_column (self->view, self->ticks);
  for (guint i = 0; i < streek_table_get_n_columns (table); i++)
    {
      if (!is_shown (self, table, i))
        continue;

      g_autoptr (GtkColumnViewColumn) column = make_column (self, table, i);

      gtk_column_view_column_set_expand (
        column, strcmp (streek_table_get_column_id (table, i), "name") == 0);
      gtk_column_view_append_column (self->view, column);
    }
}

/* Whether the list holds the rows of @table already, in the same order. */
static gboolean
holds_rows_of (StreekFigureTable *self, StreekTable *table)
{
  StreekTable *held = self->rows != NULL ? streek_figure_rows_get_table (self->rows) : NULL;
  guint n = streek_table_get_n_rows (table);
  int column = streek_table_find_column (table, "code");
  int held_column = held != NULL ? streek_table_find_column (held, "code") : -1;

  if (column < 0 || held_column < 0 || streek_table_get_n_rows (held) != n)
    return FALSE;

  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (streek_table_get_text (held, i, held_column),
                   streek_table_get_text (table, i, column)) != 0)
      return FALSE;

  return TRUE;
}

/* The same areas with other values: the rows stay, and only cells that differ are set anew. */
static void
renew_rows (StreekFigureTable *self, StreekTable *table)
{
  GtkSorter *sorter = gtk_column_view_get_sorter (self->view);

  streek_figure_rows_set_table (self->rows, table);

  if (gtk_sorter_get_order (sorter) != GTK_SORTER_ORDER_NONE)
    gtk_sorter_changed (sorter, GTK_SORTER_CHANGE_DIFFERENT);
}

static void
replace_rows (StreekFigureTable *self, StreekTable *table)
{
  forget_rows (self);
  if (table == NULL)
    return;

  self->rows = streek_figure_rows_new (table);
  gtk_sort_list_model_set_incremental (self->sorted,
                                       streek_table_get_n_rows (table) > MAX_SORTED_AT_ONCE);
  gtk_sort_list_model_set_model (self->sorted, G_LIST_MODEL (self->rows));
}

static gboolean
update_cb (gpointer user_data)
{
  StreekFigureTable *self = user_data;
  StreekFigure *figure = streek_context_get_figure (self->context);
  StreekTable *table = self->shared != NULL ? self->shared
                       : figure != NULL     ? streek_figure_get_table (figure)
                                            : NULL;

  self->update_id = 0;
  self->is_syncing = TRUE;
  if (table != NULL)
    update_columns (self, table);
  if (table != NULL && holds_rows_of (self, table))
    renew_rows (self, table);
  else
    replace_rows (self, table);
  self->is_syncing = FALSE;
  show_selection (self);

  return G_SOURCE_REMOVE;
}

/* After the map: the picture is what people look at. A list that nobody sees waits for it. */
static void
on_figure_cb (StreekFigureTable *self)
{
  if (self->update_id == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->update_id = g_timeout_add_full (G_PRIORITY_LOW, UPDATE_DELAY_MS, update_cb, self, NULL);
}

static void
streek_figure_table_map (GtkWidget *widget)
{
  StreekFigureTable *self = STREEK_FIGURE_TABLE (widget);

  GTK_WIDGET_CLASS (streek_figure_table_parent_class)->map (widget);
  if (self->context != NULL && self->update_id == 0)
    self->update_id = g_idle_add (update_cb, self);
}

static gboolean
on_escape_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  StreekFigureTable *self = STREEK_FIGURE_TABLE (widget);

  streek_selection_clear (streek_context_get_selection (self->context));
  return TRUE;
}

static void
streek_figure_table_dispose (GObject *object)
{
  StreekFigureTable *self = STREEK_FIGURE_TABLE (object);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  g_clear_handle_id (&self->update_id, g_source_remove);
  g_clear_pointer (&child, gtk_widget_unparent);
  g_clear_object (&self->ticks);
  g_clear_object (&self->selection);
  g_clear_object (&self->sorted);
  g_clear_object (&self->rows);
  g_clear_object (&self->context);
  g_clear_pointer (&self->columns, g_free);
  g_clear_pointer (&self->shared, streek_table_unref);

  G_OBJECT_CLASS (streek_figure_table_parent_class)->dispose (object);
}

static void
streek_figure_table_class_init (StreekFigureTableClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = streek_figure_table_dispose;
  widget_class->map = streek_figure_table_map;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/be/streekatlas/Streekatlas/ui/streek-figure-table.ui");
  gtk_widget_class_bind_template_child (widget_class, StreekFigureTable, view);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, on_escape_cb, NULL);
}

static void
streek_figure_table_init (StreekFigureTable *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->sorted =
    gtk_sort_list_model_new (NULL, g_object_ref (gtk_column_view_get_sorter (self->view)));
  self->selection = gtk_multi_selection_new (g_object_ref (G_LIST_MODEL (self->sorted)));
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  self->ticks = streek_tick_column_new (GTK_SELECTION_MODEL (self->selection));

  g_autoptr (GSettings) settings = g_settings_new (STREEK_APP_ID);

  g_settings_bind (settings, "list-checks", self->ticks, "visible", G_SETTINGS_BIND_GET);
  g_signal_connect_swapped (self->selection, "selection-changed", G_CALLBACK (on_view_selection_cb),
                            self);
}

void
streek_figure_table_set_context (StreekFigureTable *self, StreekContext *context, gboolean brief)
{
  g_return_if_fail (STREEK_IS_FIGURE_TABLE (self));
  g_return_if_fail (self->context == NULL);

  self->context = g_object_ref (context);
  self->brief = brief;
  g_signal_connect_object (context, "notify::figure", G_CALLBACK (on_figure_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (streek_context_get_selection (context), "changed",
                           G_CALLBACK (show_selection), self, G_CONNECT_SWAPPED);
  on_figure_cb (self);
}

void
streek_figure_table_set_shared (StreekFigureTable *self, StreekTable *table)
{
  g_return_if_fail (STREEK_IS_FIGURE_TABLE (self));

  if (self->shared == table)
    return;

  g_clear_pointer (&self->shared, streek_table_unref);
  self->shared = table != NULL ? streek_table_ref (table) : NULL;
  on_figure_cb (self);
}
