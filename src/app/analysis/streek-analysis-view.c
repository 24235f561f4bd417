/* streek-analysis-view.c: the answer of an analysis as a table to sort and to choose areas in */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "streek-analysis-view"
#include "config.h"
#include "analysis/streek-analysis-view.h"

#include "map/streek-figure-columns.h"
#include "map/streek-figure-row.h"
#include "streek-column-view.h"

#include <glib/gi18n.h>
#include <string.h>

/* A text longer than this ends in an ellipsis until its column is widened. */
#define MAX_LETTERS 24

struct _StreekAnalysisView
{
  GtkWidget parent_instance;

  GtkColumnView *view;

  StreekAnalysisModel *model;
  GListStore *rows; /* (element-type StreekFigureRow) */
  GtkMultiSelection *selection;
  char *columns;       /* ids and titles of the columns that are there now */
  gboolean is_syncing; /* one selection is being copied to the other */
};

G_DEFINE_FINAL_TYPE (StreekAnalysisView, streek_analysis_view, GTK_TYPE_WIDGET)

/* Columns */

#define MAX_COLUMNS 12

/* What people read of each kind, in this order. */
static const char *const shown[STREEK_N_ANALYSES][MAX_COLUMNS] = {
  [STREEK_ANALYSIS_CHANGE] = { "area_name", "indicator_name", "unit", "from", "to", "difference",
                               "change", "measure", "annual", "period_from", "period_to", "note" },
  [STREEK_ANALYSIS_INDEX] = { "area_name", "indicator_name", "unit", "period", "value", "index",
                              "base_period", "note" },
  [STREEK_ANALYSIS_RANKING] = { "rank", "area_name", "value", "gap", "position", "province",
                                "province_value", "flanders_value", "reference_value", "note" },
  [STREEK_ANALYSIS_PROFILE] = { "area_name", "indicator_name", "value", "z", "mean", "deviation",
                                "unit", "period", "direction", "weight", "known", "note" },
  [STREEK_ANALYSIS_SHIFT_SHARE] = { "area_name", "indicator_name", "from", "to", "change",
                                    "national", "mix", "regional", "note" },
  [STREEK_ANALYSIS_QUOTIENT] = { "area_name", "indicator_name", "value", "share_pct",
                                 "reference_share_pct", "quotient", "note" },
  [STREEK_ANALYSIS_MORAN] = { "area_name", "value", "cluster", "z", "lag", "i", "p", "neighbours",
                              "expected", "note" },
};

/* What the title or the line under it says where it is the same in all rows. */
static gboolean
is_said_above (StreekAnalysisKind kind, const char *id)
{
  static const char *const said[] = { "indicator_name", "unit",        "measure", "period_from",
                                      "period_to",      "base_period", NULL };

  return (kind == STREEK_ANALYSIS_CHANGE || kind == STREEK_ANALYSIS_INDEX) &&
         g_strv_contains (said, id);
}

static gboolean
is_worth_a_column (const StreekAnalysis *analysis, const char *id, guint column)
{
  const StreekTable *table = analysis->table;
  gboolean is_empty = TRUE;
  gboolean is_same = TRUE;
  g_autofree char *first = NULL;

  for (guint row = 0; row < streek_table_get_n_rows (table); row++)
    {
      g_autofree char *text =
        streek_table_format_cell (table, row, column, streek_format_get_default ());

      is_empty = is_empty && *text == '\0';
      is_same = is_same && (first == NULL || strcmp (first, text) == 0);
      if (first == NULL)
        first = g_steal_pointer (&text);
    }

  return !is_empty && !(is_same && is_said_above (analysis->kind, id));
}

/* Whether every row counts its change in @measure. */
static gboolean
is_all_in (const StreekAnalysis *analysis, const char *measure)
{
  const StreekTable *table = analysis->table;
  const char *label = streek_analysis_get_word_label ("measure", measure);
  int column = streek_table_find_column (table, "measure");

  for (guint row = 0; column >= 0 && row < streek_table_get_n_rows (table); row++)
    if (g_strcmp0 (streek_table_get_text (table, row, (guint) column), label) != 0)
      return FALSE;

  return column >= 0;
}

const char **
streek_analysis_view_list_columns (const StreekAnalysis *analysis)
{
  GPtrArray *ids = g_ptr_array_new ();

  for (guint i = 0; i < MAX_COLUMNS && shown[analysis->kind][i] != NULL; i++)
    {
      const char *id = shown[analysis->kind][i];
      int column = streek_table_find_column (analysis->table, id);

      /* a change in points is the difference itself */
      if (strcmp (id, "difference") == 0 && is_all_in (analysis, "percentage_points"))
        continue;
      if (column >= 0 && is_worth_a_column (analysis, id, (guint) column))
        g_ptr_array_add (ids, (gpointer) id);
    }
  g_ptr_array_add (ids, NULL);

  return (const char **) g_ptr_array_free (ids, FALSE);
}

/* In a narrow window: what the title says need not be said again. */
static const char *
get_heading (const StreekAnalysis *analysis, guint column)
{
  const StreekTable *table = analysis->table;
  const char *id = streek_table_get_column_id (table, column);

  if (strcmp (id, "z") == 0)
    /* Translators: heading of a narrow column: standard deviations above the mean */
    return C_ ("column", "Score (z)");

  if (strcmp (id, "change") == 0 && is_all_in (analysis, "percent"))
    /* Translators: heading of a narrow column: a change in percent */
    return C_ ("column", "Change (%)");
  if (strcmp (id, "change") == 0 && is_all_in (analysis, "percentage_points"))
    /* Translators: heading of a narrow column: a change in percentage points */
    return C_ ("column", "Change (points)");

  return streek_table_get_column_title (table, column);
}

static char *
describe_columns (const StreekAnalysis *analysis, const char *const *ids)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      guint column = (guint) streek_table_find_column (analysis->table, ids[i]);

      g_string_append_printf (text, "%u %s %s\n", column, ids[i], get_heading (analysis, column));
    }

  return g_string_free (text, FALSE);
}

static StreekSelection *
get_shared (StreekAnalysisView *self)
{
  return streek_context_get_selection (streek_question_get_context (STREEK_QUESTION (self->model)));
}

/* New columns only where they differ, so that sorting and widths stay. */
static void
update_columns (StreekAnalysisView *self, const StreekAnalysis *analysis)
{
  g_autofree const char **ids = streek_analysis_view_list_columns (analysis);
  g_autofree char *wanted = describe_columns (analysis, ids);

  if (g_strcmp0 (wanted, self->columns) == 0)
    return;

  g_free (self->columns);
  self->columns = g_steal_pointer (&wanted);

  streek_column_view_clear (self->view);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      guint index = (guint) streek_table_find_column (analysis->table, ids[i]);
      g_autoptr (GtkColumnViewColumn) column = streek_figure_column_new (
        analysis->table, index, get_heading (analysis, index), MAX_LETTERS, get_shared (self));

      gtk_column_view_column_set_expand (column, strcmp (ids[i], "area_name") == 0 ||
                                                   strcmp (ids[i], "note") == 0);
      gtk_column_view_append_column (self->view, column);
    }
}

/* The selection, both ways */

/* Codes mean something else in another set: one area alone is none of those on the map. */
static gboolean
shares_areas (StreekAnalysisView *self)
{
  const StreekAnalysis *analysis = streek_analysis_model_get_analysis (self->model);
  const StreekFigureSpec *spec =
    streek_context_get_spec (streek_question_get_context (STREEK_QUESTION (self->model)));

  if (analysis == NULL || streek_table_get_n_rows (analysis->table) == 0)
    return FALSE;

  int column = streek_table_find_column (analysis->table, "set");

  return column >= 0 &&
         g_strcmp0 (streek_table_get_text (analysis->table, 0, (guint) column), spec->set) == 0;
}

static void
on_view_selection_cb (StreekAnalysisView *self)
{
  if (self->is_syncing || !shares_areas (self))
    return;

  g_autoptr (GPtrArray) codes =
    streek_figure_rows_list_chosen (GTK_SELECTION_MODEL (self->selection));

  g_ptr_array_add (codes, NULL);

  self->is_syncing = TRUE;
  streek_selection_set (get_shared (self), (const char *const *) codes->pdata);
  self->is_syncing = FALSE;
}

static void
show_selection (StreekAnalysisView *self)
{
  if (self->is_syncing || !shares_areas (self))
    return;

  self->is_syncing = TRUE;

  guint first =
    streek_figure_rows_choose (GTK_SELECTION_MODEL (self->selection), get_shared (self));

  if (first != GTK_INVALID_LIST_POSITION)
    streek_column_view_scroll_to (self->view, first);
  self->is_syncing = FALSE;
}

static void
on_analysis_cb (StreekAnalysisView *self)
{
  const StreekAnalysis *analysis = streek_analysis_model_get_analysis (self->model);

  self->is_syncing = TRUE;
  /* rows of the former table have no such columns to be sorted by */
  g_list_store_remove_all (self->rows);

  if (analysis != NULL)
    {
      g_autoptr (StreekFigureRows) rows = streek_figure_rows_new (analysis->table);
      g_autoptr (GPtrArray) items = streek_figure_rows_list (rows);

      update_columns (self, analysis);
      g_list_store_splice (self->rows, 0, 0, items->pdata, items->len);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      analysis->title, -1);
    }

  self->is_syncing = FALSE;
  show_selection (self);
}

static gboolean
on_escape_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  streek_selection_clear (get_shared (STREEK_ANALYSIS_VIEW (widget)));

  return GDK_EVENT_STOP;
}

static void
streek_analysis_view_dispose (GObject *object)
{
  StreekAnalysisView *self = STREEK_ANALYSIS_VIEW (object);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  g_clear_pointer (&child, gtk_widget_unparent);
  g_clear_object (&self->selection);
  g_clear_object (&self->rows);
  g_clear_object (&self->model);
  g_clear_pointer (&self->columns, g_free);

  G_OBJECT_CLASS (streek_analysis_view_parent_class)->dispose (object);
}

static void
streek_analysis_view_class_init (StreekAnalysisViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = streek_analysis_view_dispose;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/be/streekatlas/Streekatlas/ui/streek-analysis-view.ui");
  gtk_widget_class_bind_template_child (widget_class, StreekAnalysisView, view);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, on_escape_cb, NULL);
}

static void
streek_analysis_view_init (StreekAnalysisView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->rows = g_list_store_new (STREEK_TYPE_FIGURE_ROW);
  self->selection =
    gtk_multi_selection_new (streek_column_view_sort (self->view, G_LIST_MODEL (self->rows)));
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_swapped (self->selection, "selection-changed", G_CALLBACK (on_view_selection_cb),
                            self);
}

void
streek_analysis_view_set_model (StreekAnalysisView *self, StreekAnalysisModel *model)
{
  g_return_if_fail (STREEK_IS_ANALYSIS_VIEW (self));
  g_return_if_fail (self->model == NULL);

  self->model = g_object_ref (model);
  g_signal_connect_object (model, "notify::answer", G_CALLBACK (on_analysis_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (get_shared (self), "changed", G_CALLBACK (show_selection), self,
                           G_CONNECT_SWAPPED);
  on_analysis_cb (self);
}
