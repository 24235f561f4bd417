/* streek-record-figures.c: the figures of indicators that records rest on, read once for all */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "record/streek-record-figures.h"

#include <string.h>

/* What is read: counted, as one set of figures takes it over from the one before. */
typedef struct
{
  char *indicator;
  char *area;
  StreekLatestQuery query; /* lends these two */
  gboolean is_read;
  StreekLatest latest;
} Figure;

struct _StreekRecordFigures
{
  gatomicrefcount references;
  StreekDate today;
  GHashTable *figures; /* &figure->query → Figure */
};

static void
clear_figure (gpointer data)
{
  Figure *figure = data;

  if (figure->is_read)
    streek_latest_clear (&figure->latest);
  g_free (figure->indicator);
  g_free (figure->area);
}

static void
release_figure (gpointer data)
{
  g_atomic_rc_box_release_full (data, clear_figure);
}

/* Queries */

static guint
hash_query (gconstpointer data)
{
  const StreekLatestQuery *query = data;

  return g_str_hash (query->indicator) * 31 + g_str_hash (query->area) * 17 +
         (guint) query->until * 7 + (guint) query->period.year * 3 + query->like.kind;
}

static gboolean
are_equal_queries (gconstpointer a, gconstpointer b)
{
  const StreekLatestQuery *one = a, *other = b;

  return strcmp (one->indicator, other->indicator) == 0 && strcmp (one->area, other->area) == 0 &&
         streek_period_equal (one->period, other->period) && one->until == other->until &&
         streek_period_equal (one->like, other->like);
}

/* Figures of the same indicator follow each other: totals keep a few of them at once. */
static int
compare_figures (gconstpointer a, gconstpointer b)
{
  const Figure *one = *(const Figure *const *) a, *other = *(const Figure *const *) b;
  int result = strcmp (one->indicator, other->indicator);

  return result != 0 ? result : strcmp (one->area, other->area);
}

/* The query as it is read: nothing after today has come about. FALSE where no area is named. */
static gboolean
settle (StreekLatestQuery *query, StreekDate today)
{
  if (query->indicator == NULL || query->area == NULL)
    return FALSE;
  if (query->period.kind == STREEK_PERIOD_NONE &&
      (query->until == STREEK_DATE_NONE || query->until > today))
    query->until = today;

  return TRUE;
}

/* Gathering */

static Figure *
figure_new (const StreekLatestQuery *query)
{
  Figure *figure = g_atomic_rc_box_new0 (Figure);

  figure->indicator = g_strdup (query->indicator);
  figure->area = g_strdup (query->area);
  figure->query = *query;
  figure->query.indicator = figure->indicator;
  figure->query.area = figure->area;

  return figure;
}

static void
add_query (StreekRecordFigures *self,
           const StreekLatestQuery *query,
           const StreekRecordFigures *former)
{
  if (g_hash_table_contains (self->figures, query))
    return;

  Figure *known = former != NULL ? g_hash_table_lookup (former->figures, query) : NULL;
  Figure *figure = known != NULL ? g_atomic_rc_box_acquire (known) : figure_new (query);

  g_hash_table_insert (self->figures, &figure->query, figure);
}

static void
add_queries_of (StreekRecordFigures *self,
                const StreekRecordKind *kind,
                const StreekRecords *records,
                const StreekRecordFigures *former)
{
  guint n;
  const StreekRecord *const *all = streek_records_list (records, kind, &n);

  for (guint i = 0; i < n; i++)
    {
      StreekLatestQuery queries[STREEK_RECORD_MAX_FIGURES] = { 0 };
      guint n_queries = kind->ask_figures (all[i], records, queries);

      for (guint j = 0; j < n_queries; j++)
        if (settle (&queries[j], self->today))
          add_query (self, &queries[j], former);
    }
}

StreekRecordFigures *
streek_record_figures_gather (const StreekRecords *records,
                              StreekDate today,
                              const StreekRecordFigures *former)
{
  g_return_val_if_fail (records != NULL, NULL);

  StreekRecordFigures *self = g_new0 (StreekRecordFigures, 1);
  g_autoptr (GPtrArray) kinds = streek_record_kinds_list ();

  g_atomic_ref_count_init (&self->references);
  self->today = today;
  self->figures = g_hash_table_new_full (hash_query, are_equal_queries, NULL, release_figure);

  for (guint i = 0; i < kinds->len; i++)
    {
      const StreekRecordKind *kind = kinds->pdata[i];

      if (kind->ask_figures != NULL)
        add_queries_of (self, kind, records, former);
    }

  return self;
}

/* (transfer container): those that are not read yet */
static GPtrArray *
list_unread (const StreekRecordFigures *self)
{
  GPtrArray *unread = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer data;

  g_hash_table_iter_init (&iter, self->figures);
  while (g_hash_table_iter_next (&iter, NULL, &data))
    if (!((Figure *) data)->is_read)
      g_ptr_array_add (unread, data);

  g_ptr_array_sort (unread, compare_figures);

  return unread;
}

gboolean
streek_record_figures_are_read (const StreekRecordFigures *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  g_autoptr (GPtrArray) unread = list_unread (self);

  return unread->len == 0;
}

gboolean
streek_record_figures_read (StreekRecordFigures *self,
                            StreekTotals *totals,
                            GCancellable *cancellable,
                            GError **error)
{
  g_return_val_if_fail (self != NULL && totals != NULL, FALSE);

  g_autoptr (GPtrArray) unread = list_unread (self);

  for (guint i = 0; i < unread->len; i++)
    {
      Figure *figure = unread->pdata[i];

      if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
          !streek_totals_find_latest (totals, &figure->query, &figure->latest, error))
        return FALSE;

      figure->is_read = TRUE;
    }

  return TRUE;
}

StreekRecordFigures *
streek_record_figures_ref (StreekRecordFigures *figures)
{
  g_atomic_ref_count_inc (&figures->references);

  return figures;
}

void
streek_record_figures_unref (StreekRecordFigures *figures)
{
  if (figures == NULL || !g_atomic_ref_count_dec (&figures->references))
    return;

  g_hash_table_unref (figures->figures);
  g_free (figures);
}

StreekDate
streek_record_figures_get_today (const StreekRecordFigures *figures)
{
  return figures->today;
}

const StreekLatest *
streek_record_figures_find (const StreekRecordFigures *figures, const StreekLatestQuery *query)
{
  g_return_val_if_fail (figures != NULL && query != NULL, NULL);

  StreekLatestQuery settled = *query;
  const Figure *figure =
    settle (&settled, figures->today) ? g_hash_table_lookup (figures->figures, &settled) : NULL;

  return figure != NULL && figure->is_read ? &figure->latest : NULL;
}
