/* streek-chart-model.c: which chart the window shows: its spec, and the chart made of it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "streek-chart-model"
#include "config.h"
#include "charts/streek-chart-model.h"

#include "workspace/streek-charts.h"

#include <glib/gi18n.h>
#include <string.h>

/* More lines than this cannot be told apart: areas are ranked instead. */
#define MAX_LINES 8
/* Fewer moments than this make no line. */
#define MIN_LINE_PERIODS 3

struct _StreekChartModel
{
  GObject parent_instance;

  StreekContext *context;
  StreekChartSpec *spec;
  StreekChart *chart;
  GError *error;
  GCancellable *making; /* set while a worker makes a chart */
  gboolean is_active;
  gboolean is_stale; /* something changed while nothing was shown */

  StreekChartAreas areas;
  char *saved_set;         /* (nullable): areas of the context when a saved chart was shown */
  char *saved_within;      /* (nullable) */
  gboolean is_showing;     /* the context is being made to fit a saved chart */
  gboolean kind_is_chosen; /* by a person: it stays for other indicators */
  gboolean references_are_chosen;
  gboolean periods_are_chosen;
  char *followed; /* (nullable): indicator of the context that the spec is of */
};

enum
{
  PROP_0,
  PROP_CHART,
  N_PROPS
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StreekChartModel, streek_chart_model, G_TYPE_OBJECT)

/* Following the context */

static void
take_list (char ***place, GPtrArray *words)
{
  g_strfreev (*place);
  g_ptr_array_add (words, NULL);
  *place = words->len > 1 ? (char **) g_ptr_array_steal (words, NULL) : NULL;
}

static void
take_text (char **place, const char *text)
{
  g_free (*place);
  *place = g_strdup (text);
}

static void
follow_indicator (StreekChartModel *self)
{
  const char *code = streek_context_get_spec (self->context)->indicator;

  if (g_strcmp0 (code, self->followed) == 0)
    return;

  g_autoptr (GPtrArray) codes = g_ptr_array_new ();

  take_text (&self->followed, code);
  if (code != NULL)
    g_ptr_array_add (codes, g_strdup (code));
  take_list (&self->spec->indicators, codes);
  g_clear_pointer (&self->spec->against, g_strfreev);
  g_clear_pointer (&self->spec->breaks, g_array_unref);
  g_clear_pointer (&self->spec->title, g_free);
  self->spec->base = (StreekPeriod){ 0 };
  self->spec->periods = (StreekPeriodRange){ 0 };
  self->periods_are_chosen = FALSE;
}

static GPtrArray *
list_selected (StreekChartModel *self)
{
  g_autoptr (GPtrArray) codes =
    streek_selection_list (streek_context_get_selection (self->context));
  GPtrArray *refs = g_ptr_array_new ();

  for (guint i = 0; i < codes->len; i++)
    g_ptr_array_add (refs, g_strdup_printf ("%s:%s", streek_context_get_spec (self->context)->set,
                                            (const char *) codes->pdata[i]));

  return refs;
}

/* Whether the context still shows the areas that it did when a saved chart came. */
static gboolean
keeps_saved_areas (StreekChartModel *self)
{
  const StreekFigureSpec *shown = streek_context_get_spec (self->context);

  return self->areas == STREEK_CHART_AREAS_SAVED && g_strcmp0 (shown->set, self->saved_set) == 0 &&
         g_strcmp0 (shown->within, self->saved_within) == 0;
}

static void
follow_areas (StreekChartModel *self)
{
  const StreekFigureSpec *shown = streek_context_get_spec (self->context);

  self->spec->on = shown->on;
  if (keeps_saved_areas (self))
    return;

  if (self->areas == STREEK_CHART_AREAS_SAVED)
    self->areas = STREEK_CHART_AREAS_SHOWN;

  g_autoptr (GPtrArray) refs =
    self->areas == STREEK_CHART_AREAS_SELECTED ? list_selected (self) : g_ptr_array_new ();

  if (self->areas == STREEK_CHART_AREAS_WITHIN && shown->within != NULL)
    g_ptr_array_add (refs, g_strdup (shown->within));

  /* with nothing selected, and without an area around it, all of them are meant */
  gboolean takes_set = refs->len == 0;

  take_list (&self->spec->areas, refs);
  take_text (&self->spec->set, takes_set ? shown->set : NULL);
  take_text (&self->spec->within, takes_set ? shown->within : NULL);
}

/* The area around what is shown, its province and its region: never a bar without a reference. */
static void
follow_references (StreekChartModel *self)
{
  static const char *const sets[] = { "provincie", "gewest" };
  StreekAreas *areas = streek_context_get_areas (self->context);
  const StreekArea *within = streek_context_get_within_area (self->context);
  g_autoptr (GPtrArray) refs = g_ptr_array_new ();

  if (self->references_are_chosen || areas == NULL)
    return;

  if (within != NULL && self->spec->set != NULL)
    g_ptr_array_add (refs, g_strdup_printf ("%s:%s", within->set->code, within->code));

  for (gsize i = 0; within != NULL && i < G_N_ELEMENTS (sets); i++)
    {
      const StreekArea *container = streek_areas_find_container (
        areas, sets[i], within, streek_context_get_area_date (self->context));

      if (container != NULL && container != within)
        g_ptr_array_add (refs, g_strdup_printf ("%s:%s", sets[i], container->code));
    }

  take_list (&self->spec->references, refs);
}

/* Charts of one moment show that of the context, where a person chose it there. */
static void
follow_period (StreekChartModel *self)
{
  if (self->periods_are_chosen)
    return;

  StreekPeriod period = streek_context_get_spec (self->context)->period;

  self->spec->periods = (StreekPeriodRange){ 0 };
  if (!streek_chart_kind_is_over_time (self->spec->kind))
    self->spec->periods.last = period;
}

/* Making */

static gboolean
is_fit (StreekChartKind kind, const StreekChartContents *contents)
{
  g_autofree char *why = streek_chart_explain_unfit (kind, contents);

  return why == NULL;
}

/* Bars show best on which side of zero a figure lies. */
static StreekChartKind
choose_kind (const StreekChartContents *contents)
{
  StreekChartKind first = contents->has_negative ? STREEK_CHART_BAR : STREEK_CHART_RANKING;
  const StreekChartKind order[] = { first, STREEK_CHART_BAR, STREEK_CHART_LINE };

  if (contents->n_periods >= MIN_LINE_PERIODS && contents->n_areas <= MAX_LINES &&
      is_fit (STREEK_CHART_LINE, contents))
    return STREEK_CHART_LINE;

  for (gsize i = 0; i < G_N_ELEMENTS (order); i++)
    if (is_fit (order[i], contents))
      return order[i];

  return STREEK_CHART_BAR;
}

static void make (StreekChartModel *self);

static void
on_made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StreekChartModel) self = user_data; /* the reference taken when making began */
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekChart) chart =
    streek_workspace_make_chart_finish (STREEK_WORKSPACE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_object (&self->making);

  /* where nobody chose a kind and this one does not fit, bars do: then it is known what there is */
  if (chart == NULL && !self->kind_is_chosen && self->spec->kind != STREEK_CHART_BAR &&
      g_error_matches (error, STREEK_FIGURE_ERROR, STREEK_FIGURE_ERROR_INVALID))
    {
      self->spec->kind = STREEK_CHART_BAR;
      follow_period (self);
      g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
      make (self);
      return;
    }

  /* what there is decides on the kind, as long as nobody did */
  if (chart != NULL && !self->kind_is_chosen)
    {
      StreekChartContents contents = streek_chart_get_contents (chart);
      StreekChartKind kind = choose_kind (&contents);

      if (kind != self->spec->kind)
        {
          self->spec->kind = kind;
          follow_period (self);
          g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
          make (self);
          return;
        }
    }

  g_clear_pointer (&self->chart, streek_chart_unref);
  g_clear_error (&self->error);
  self->chart = g_steal_pointer (&chart);
  self->error = g_steal_pointer (&error);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHART]);
}

static void
make (StreekChartModel *self)
{
  StreekWorkspace *workspace = streek_context_get_workspace (self->context);

  if (self->making != NULL)
    g_cancellable_cancel (self->making);
  g_clear_object (&self->making);

  self->is_stale = !self->is_active;
  if (self->is_stale)
    return;

  if (workspace == NULL || self->spec->indicators == NULL)
    {
      g_clear_pointer (&self->chart, streek_chart_unref);
      g_clear_error (&self->error);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHART]);
      return;
    }

  self->making = g_cancellable_new ();
  streek_workspace_make_chart_async (workspace, self->spec, self->making, on_made_cb,
                                     g_object_ref (self));
}

static void
follow (StreekChartModel *self)
{
  if (self->is_showing)
    return;

  g_autoptr (StreekChartSpec) before = streek_chart_spec_copy (self->spec);

  follow_indicator (self);
  follow_areas (self);
  follow_references (self);
  follow_period (self);
  if (streek_chart_spec_equal (before, self->spec))
    return;

  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
  make (self);
}

static void
on_data_changed_cb (StreekChartModel *self)
{
  follow (self);
  make (self);
}

static void
on_selection_cb (StreekChartModel *self)
{
  if (self->areas == STREEK_CHART_AREAS_SELECTED)
    follow (self);
}

static void
streek_chart_model_dispose (GObject *object)
{
  StreekChartModel *self = STREEK_CHART_MODEL (object);

  if (self->making != NULL)
    g_cancellable_cancel (self->making);
  g_clear_object (&self->making);
  g_clear_object (&self->context);
  g_clear_pointer (&self->chart, streek_chart_unref);
  g_clear_error (&self->error);

  G_OBJECT_CLASS (streek_chart_model_parent_class)->dispose (object);
}

static void
streek_chart_model_finalize (GObject *object)
{
  StreekChartModel *self = STREEK_CHART_MODEL (object);

  streek_chart_spec_free (self->spec);
  g_free (self->followed);
  g_free (self->saved_set);
  g_free (self->saved_within);

  G_OBJECT_CLASS (streek_chart_model_parent_class)->finalize (object);
}

static void
streek_chart_model_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_CHART:
      g_value_set_pointer (value, STREEK_CHART_MODEL (object)->chart);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
streek_chart_model_class_init (StreekChartModelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = streek_chart_model_dispose;
  object_class->finalize = streek_chart_model_finalize;
  object_class->get_property = streek_chart_model_get_property;

  properties[PROP_CHART] =
    g_param_spec_pointer ("chart", NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
streek_chart_model_init (StreekChartModel *self)
{
  self->spec = streek_chart_spec_new ();
}

StreekChartModel *
streek_chart_model_new (StreekContext *context)
{
  StreekChartModel *self = g_object_new (STREEK_TYPE_CHART_MODEL, NULL);

  self->context = g_object_ref (context);
  g_signal_connect_object (context, "changed", G_CALLBACK (follow), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (context, "data-changed", G_CALLBACK (on_data_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (streek_context_get_selection (context), "changed",
                           G_CALLBACK (on_selection_cb), self, G_CONNECT_SWAPPED);
  follow (self);

  return self;
}

StreekContext *
streek_chart_model_get_context (StreekChartModel *self)
{
  g_return_val_if_fail (STREEK_IS_CHART_MODEL (self), NULL);

  return self->context;
}

const StreekChartSpec *
streek_chart_model_get_spec (StreekChartModel *self)
{
  g_return_val_if_fail (STREEK_IS_CHART_MODEL (self), NULL);

  return self->spec;
}

static gboolean
lists_are_equal (char *const *a, char *const *b)
{
  if (a == NULL || b == NULL)
    return a == b;

  return g_strv_equal ((const char *const *) a, (const char *const *) b);
}

static gboolean
ranges_are_equal (StreekPeriodRange a, StreekPeriodRange b)
{
  return streek_period_equal (a.first, b.first) && streek_period_equal (a.last, b.last);
}

void
streek_chart_model_set_spec (StreekChartModel *self, const StreekChartSpec *spec)
{
  g_return_if_fail (STREEK_IS_CHART_MODEL (self));
  g_return_if_fail (spec != NULL);

  if (streek_chart_spec_equal (self->spec, spec))
    return;

  StreekChartSpec *before = self->spec;

  self->spec = streek_chart_spec_copy (spec);
  self->kind_is_chosen |= spec->kind != before->kind;
  self->references_are_chosen |= !lists_are_equal (spec->references, before->references);
  self->periods_are_chosen |= !ranges_are_equal (spec->periods, before->periods);
  streek_chart_spec_free (before);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
  make (self);
}

/* "T5=A+B" is a total with its parts: the indicator is T5. */
static char *
dup_main_indicator (const StreekChartSpec *spec)
{
  const char *first = spec->indicators != NULL ? spec->indicators[0] : NULL;

  return first != NULL ? g_strndup (first, strcspn (first, "=")) : NULL;
}

/* The areas of a saved chart in the words of the context, where it has words for them. */
static StreekChartAreas
fit_context (StreekChartModel *self, const StreekChartSpec *spec)
{
  StreekChartAreas areas = STREEK_CHART_AREAS_SAVED;
  guint n = spec->areas != NULL ? g_strv_length (spec->areas) : 0;
  g_autofree char *code = dup_main_indicator (spec);

  streek_context_set_indicator (self->context, code);

  g_autoptr (StreekFigureSpec) shown =
    streek_figure_spec_copy (streek_context_get_spec (self->context));

  if (spec->set != NULL && n == 0)
    {
      take_text (&shown->set, spec->set);
      take_text (&shown->within, spec->within);
      areas = STREEK_CHART_AREAS_SHOWN;
    }
  else if (spec->set == NULL && n == 1)
    {
      take_text (&shown->within, spec->areas[0]);
      areas = STREEK_CHART_AREAS_WITHIN;
    }
  shown->on = spec->on;
  if (spec->periods.last.kind != STREEK_PERIOD_NONE)
    shown->period = spec->periods.last;
  streek_context_set_spec (self->context, shown);
  take_text (&self->saved_set, shown->set);
  take_text (&self->saved_within, shown->within);

  return areas;
}

void
streek_chart_model_show (StreekChartModel *self, const StreekChartSpec *spec)
{
  g_return_if_fail (STREEK_IS_CHART_MODEL (self));
  g_return_if_fail (spec != NULL);

  self->is_showing = TRUE;
  self->areas = fit_context (self, spec);
  self->is_showing = FALSE;

  take_text (&self->followed, streek_context_get_spec (self->context)->indicator);
  self->kind_is_chosen = TRUE;
  self->references_are_chosen = TRUE;
  self->periods_are_chosen = TRUE;
  streek_chart_spec_free (self->spec);
  self->spec = streek_chart_spec_copy (spec);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
  make (self);
}

void
streek_chart_model_set_kind (StreekChartModel *self, StreekChartKind kind)
{
  g_return_if_fail (STREEK_IS_CHART_MODEL (self));

  self->kind_is_chosen = TRUE;
  if (self->spec->kind == kind)
    return;

  self->spec->kind = kind;
  follow_period (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
  make (self);
}

StreekChartAreas
streek_chart_model_get_areas (StreekChartModel *self)
{
  g_return_val_if_fail (STREEK_IS_CHART_MODEL (self), STREEK_CHART_AREAS_SHOWN);

  return self->areas;
}

void
streek_chart_model_set_areas (StreekChartModel *self, StreekChartAreas areas)
{
  g_return_if_fail (STREEK_IS_CHART_MODEL (self));

  if (self->areas == areas)
    return;

  self->areas = areas;
  follow (self);
}

StreekChart *
streek_chart_model_get_chart (StreekChartModel *self)
{
  g_return_val_if_fail (STREEK_IS_CHART_MODEL (self), NULL);

  return self->chart;
}

const GError *
streek_chart_model_get_error (StreekChartModel *self)
{
  g_return_val_if_fail (STREEK_IS_CHART_MODEL (self), NULL);

  return self->error;
}

void
streek_chart_model_reload (StreekChartModel *self)
{
  g_return_if_fail (STREEK_IS_CHART_MODEL (self));

  make (self);
}

void
streek_chart_model_set_active (StreekChartModel *self, gboolean active)
{
  g_return_if_fail (STREEK_IS_CHART_MODEL (self));

  self->is_active = active;
  if (active && self->is_stale)
    make (self);
}
