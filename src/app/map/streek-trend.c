/* streek-trend.c: the course of the figure of one area over all periods, small */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "streek-trend"
#include "config.h"
#include "map/streek-trend.h"

#include "base/streek-period-row.h"
#include "charts/streek-trend-line.h"
#include "figure/streek-chart-spark.h"
#include "workspace/streek-charts.h"

#include <glib/gi18n.h>

/* A pointer on its way over the map asks for nothing. */
#define REST_MS 80
#define MOST_KEPT 200

struct _StreekTrend
{
  GtkWidget parent_instance;

  StreekTrendLine *line;
  GtkLabel *first_label;
  GtkLabel *last_label;

  StreekContext *context;
  char *code;         /* (nullable): whose course is wanted */
  StreekChart *chart; /* (nullable): of that area */
  char *words;        /* (nullable) */
  GHashTable *kept;   /* (element-type utf8 StreekChart): by code, NULL where there is none */
  char *kept_for;     /* (nullable): what those are about */
  guint rest_id;      /* source that begins to read, 0: none */
  GCancellable *loading;
};

enum
{
  PROP_0,
  PROP_WORDS,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (StreekTrend, streek_trend, GTK_TYPE_WIDGET)

static void
set_words (StreekTrend *self, char *words)
{
  gboolean is_same = g_strcmp0 (words, self->words) == 0;

  g_free (self->words);
  self->words = words;
  if (!is_same)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WORDS]);
}

/* Takes @chart, which may be NULL. */
static void
show_chart (StreekTrend *self, StreekChart *chart)
{
  const StreekFormat *format = streek_format_get_default ();
  char *words = chart != NULL ? streek_chart_describe_spark (chart, format) : NULL;

  g_clear_pointer (&self->chart, streek_chart_unref);
  self->chart = chart;
  gtk_widget_set_visible (GTK_WIDGET (self), words != NULL);
  if (words != NULL)
    {
      g_autofree char *first = streek_chart_dup_spark_end (chart, FALSE, format);
      g_autofree char *last = streek_chart_dup_spark_end (chart, TRUE, format);

      gtk_label_set_text (self->first_label, first);
      gtk_label_set_text (self->last_label, last);
      streek_trend_line_set_chart (self->line, chart, streek_context_get_period (self->context));
    }
  set_words (self, words);
}

/* All that a course depends on but its area; the period shown is only marked in it. */
static char *
make_subject (StreekTrend *self)
{
  const StreekFigureSpec *spec = streek_context_get_spec (self->context);

  return g_strdup_printf ("%s\n%s\n%d\n%d\n%.17g", spec->set, spec->indicator, spec->on,
                          streek_context_get_period (self->context).kind, spec->min_coverage_pct);
}

static void
forget (StreekTrend *self)
{
  g_hash_table_remove_all (self->kept);
  g_clear_pointer (&self->kept_for, g_free);
}

static char **
make_list (char *word)
{
  char **list = g_new0 (char *, 2);

  list[0] = word;
  return list;
}

static StreekChartSpec *
make_spec (StreekTrend *self)
{
  const StreekFigureSpec *map = streek_context_get_spec (self->context);
  g_autoptr (GArray) periods = streek_context_list_periods (self->context);
  g_autoptr (GArray) row =
    streek_period_row_new (periods, streek_context_get_period (self->context).kind);

  if (row->len < 2 || map->indicator == NULL)
    return NULL;

  StreekChartSpec *spec = streek_chart_spec_new ();

  spec->kind = STREEK_CHART_LINE;
  spec->indicators = make_list (g_strdup (map->indicator));
  spec->areas = make_list (g_strdup_printf ("%s:%s", map->set, self->code));
  spec->periods.first = g_array_index (row, StreekPeriod, 0);
  spec->periods.last = g_array_index (row, StreekPeriod, row->len - 1);
  spec->on = map->on;
  spec->min_coverage_pct = map->min_coverage_pct;

  return spec;
}

typedef struct
{
  StreekTrend *self;
  char *code;
} Load;

static void
on_chart_made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Load *load = user_data;
  g_autoptr (StreekTrend) self = load->self; /* the reference taken when the load began */
  g_autofree char *code = load->code;
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekChart) chart =
    streek_workspace_make_chart_finish (STREEK_WORKSPACE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_object (&self->loading);
  if (g_hash_table_size (self->kept) >= MOST_KEPT)
    g_hash_table_remove_all (self->kept);

  /* An area whose course cannot be made has none: its card says why it has no figure. */
  g_hash_table_insert (self->kept, g_strdup (code),
                       chart != NULL ? streek_chart_ref (chart) : NULL);
  if (g_strcmp0 (code, self->code) == 0)
    show_chart (self, g_steal_pointer (&chart));
}

static gboolean
on_rest_cb (gpointer user_data)
{
  StreekTrend *self = user_data;
  StreekWorkspace *workspace = streek_context_get_workspace (self->context);
  g_autoptr (StreekChartSpec) spec = NULL;

  self->rest_id = 0;
  if (workspace == NULL || self->code == NULL || (spec = make_spec (self)) == NULL)
    return G_SOURCE_REMOVE;

  Load *load = g_new0 (Load, 1);

  load->self = g_object_ref (self);
  load->code = g_strdup (self->code);
  self->loading = g_cancellable_new ();
  streek_workspace_make_chart_async (workspace, spec, self->loading, on_chart_made_cb, load);

  return G_SOURCE_REMOVE;
}

static void
cancel (StreekTrend *self)
{
  g_clear_handle_id (&self->rest_id, g_source_remove);
  if (self->loading != NULL)
    g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
}

/* What is known already is shown at once; the rest when the pointer rests. */
static void
update (StreekTrend *self)
{
  g_autofree char *subject = make_subject (self);
  gpointer chart = NULL;

  cancel (self);
  if (g_strcmp0 (subject, self->kept_for) != 0)
    {
      forget (self);
      self->kept_for = g_steal_pointer (&subject);
    }

  if (self->code == NULL)
    show_chart (self, NULL);
  else if (g_hash_table_lookup_extended (self->kept, self->code, NULL, &chart))
    show_chart (self, chart != NULL ? streek_chart_ref (chart) : NULL);
  else
    {
      show_chart (self, NULL);
      self->rest_id = g_timeout_add_full (G_PRIORITY_LOW, REST_MS, on_rest_cb, self, NULL);
    }
}

static void
on_data_changed_cb (StreekTrend *self)
{
  forget (self);
  update (self);
}

static void
streek_trend_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  StreekTrend *self = STREEK_TREND (object);

  switch (id)
    {
    case PROP_WORDS:
      g_value_set_string (value, self->words);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
streek_trend_dispose (GObject *object)
{
  StreekTrend *self = STREEK_TREND (object);
  GtkWidget *child;

  cancel (self);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->chart, streek_chart_unref);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (streek_trend_parent_class)->dispose (object);
}

static void
streek_trend_finalize (GObject *object)
{
  StreekTrend *self = STREEK_TREND (object);

  g_clear_pointer (&self->kept, g_hash_table_unref);
  g_clear_pointer (&self->kept_for, g_free);
  g_clear_pointer (&self->code, g_free);
  g_clear_pointer (&self->words, g_free);

  G_OBJECT_CLASS (streek_trend_parent_class)->finalize (object);
}

static void
streek_trend_class_init (StreekTrendClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = streek_trend_get_property;
  object_class->dispose = streek_trend_dispose;
  object_class->finalize = streek_trend_finalize;

  properties[PROP_WORDS] = g_param_spec_string (
    "words", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (STREEK_TYPE_TREND_LINE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/be/streekatlas/Streekatlas/ui/streek-trend.ui");
  gtk_widget_class_bind_template_child (widget_class, StreekTrend, line);
  gtk_widget_class_bind_template_child (widget_class, StreekTrend, first_label);
  gtk_widget_class_bind_template_child (widget_class, StreekTrend, last_label);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
free_chart (gpointer chart)
{
  if (chart != NULL)
    streek_chart_unref (chart);
}

static void
streek_trend_init (StreekTrend *self)
{
  self->kept = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_chart);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

void
streek_trend_set_context (StreekTrend *self, StreekContext *context)
{
  g_return_if_fail (STREEK_IS_TREND (self));
  g_return_if_fail (self->context == NULL);

  self->context = g_object_ref (context);
  g_signal_connect_object (context, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (context, "data-changed", G_CALLBACK (on_data_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

void
streek_trend_set_area (StreekTrend *self, const char *code)
{
  g_return_if_fail (STREEK_IS_TREND (self));

  if (g_strcmp0 (self->code, code) == 0)
    return;

  g_free (self->code);
  self->code = g_strdup (code);
  update (self);
}

const char *
streek_trend_get_words (StreekTrend *self)
{
  g_return_val_if_fail (STREEK_IS_TREND (self), NULL);

  return self->words;
}
