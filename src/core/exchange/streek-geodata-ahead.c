/* streek-geodata-ahead.c: features read in a thread of their own, handed over in the caller's */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "exchange/streek-geodata-ahead.h"

#include <string.h>

/* What goes from one thread to the other at once: large enough that waiting costs nothing, small
 * enough to stay in the processor's cache. */
#define POINTS_PER_BATCH 8192u
#define FEATURES_PER_BATCH 1024u
#define N_BATCHES 3

#define NO_TEXT G_MAXUINT

typedef struct
{
  long long id;
  int type;
  int n_fields;
  guint first_field;
  int n_rings;
  guint first_ring;
} Copy;

/* Features with all that they lend, copied one after the other. */
typedef struct
{
  GArray *features; /* of Copy */
  GArray *fields;   /* of guint: where the text of each begins, NO_TEXT for none */
  GString *text;
  GArray *parts;  /* of int */
  GArray *sizes;  /* of int */
  GArray *points; /* of double */
  gboolean is_last;
} Batch;

typedef struct
{
  const StreekGdalApi *api;
  StreekGdalLayers *layers;
  int layer;
  const int *wanted;
  int n_wanted;
  GAsyncQueue *full;  /* of Batch, for the caller */
  GAsyncQueue *empty; /* of Batch, for the reader */
  Batch *batch;       /* the reader's */
  gint stopped;       /* atomic: the caller wants no more */
  char **error;       /* the caller's, once the thread has ended */
  int succeeded;
} Reader;

static Batch *
new_batch (void)
{
  Batch *batch = g_new0 (Batch, 1);

  batch->features = g_array_sized_new (FALSE, FALSE, sizeof (Copy), FEATURES_PER_BATCH);
  batch->fields = g_array_sized_new (FALSE, FALSE, sizeof (guint), FEATURES_PER_BATCH);
  batch->text = g_string_new (NULL);
  batch->parts = g_array_sized_new (FALSE, FALSE, sizeof (int), FEATURES_PER_BATCH);
  batch->sizes = g_array_sized_new (FALSE, FALSE, sizeof (int), FEATURES_PER_BATCH);
  batch->points = g_array_sized_new (FALSE, FALSE, sizeof (double), 4 * POINTS_PER_BATCH);

  return batch;
}

static void
free_batch (gpointer data)
{
  Batch *batch = data;

  g_array_unref (batch->features);
  g_array_unref (batch->fields);
  g_string_free (batch->text, TRUE);
  g_array_unref (batch->parts);
  g_array_unref (batch->sizes);
  g_array_unref (batch->points);
  g_free (batch);
}

static void
empty_batch (Batch *batch)
{
  g_array_set_size (batch->features, 0);
  g_array_set_size (batch->fields, 0);
  g_string_truncate (batch->text, 0);
  g_array_set_size (batch->parts, 0);
  g_array_set_size (batch->sizes, 0);
  g_array_set_size (batch->points, 0);
}

static void
copy_feature (Batch *batch, const StreekGdalFeature *feature)
{
  const Copy copy = { feature->id,        feature->type,    feature->n_fields,
                      batch->fields->len, feature->n_rings, batch->sizes->len };

  g_array_append_val (batch->features, copy);
  for (int i = 0; i < feature->n_fields; i++)
    {
      guint at = feature->fields[i] != NULL ? (guint) batch->text->len : NO_TEXT;

      g_array_append_val (batch->fields, at);
      if (feature->fields[i] != NULL)
        g_string_append_len (batch->text, feature->fields[i],
                             (gssize) strlen (feature->fields[i]) + 1);
    }

  g_array_append_vals (batch->parts, feature->ring_parts, (guint) feature->n_rings);
  g_array_append_vals (batch->sizes, feature->ring_sizes, (guint) feature->n_rings);
  for (int i = 0; i < feature->n_rings; i++)
    g_array_append_vals (batch->points, feature->rings[i], 2 * (guint) feature->ring_sizes[i]);
}

static int
on_feature_cb (void *data, const StreekGdalFeature *feature)
{
  Reader *reader = data;

  copy_feature (reader->batch, feature);
  if (reader->batch->points->len >= 2 * POINTS_PER_BATCH ||
      reader->batch->features->len >= FEATURES_PER_BATCH)
    {
      g_async_queue_push (reader->full, reader->batch);
      reader->batch = g_async_queue_pop (reader->empty);
      empty_batch (reader->batch);
    }

  return !g_atomic_int_get (&reader->stopped);
}

static gpointer
run_reader (gpointer data)
{
  Reader *reader = data;

  reader->succeeded =
    reader->api->read_layer (reader->layers, reader->layer, reader->wanted, reader->n_wanted,
                             on_feature_cb, reader, reader->error);
  reader->batch->is_last = TRUE;
  g_async_queue_push (reader->full, g_steal_pointer (&reader->batch));

  return NULL;
}

/* What a feature lends, pieced together again. */
typedef struct
{
  GPtrArray *fields;
  GPtrArray *rings;
} Loan;

/* FALSE where @func wants no more. */
static gboolean
hand_over (const Batch *batch, Loan *loan, StreekGdalFeatureFunc func, void *data)
{
  const int *sizes = (const int *) (gpointer) batch->sizes->data;
  double *points = (double *) (gpointer) batch->points->data;

  for (guint i = 0; i < batch->features->len; i++)
    {
      const Copy *copy = &g_array_index (batch->features, Copy, i);

      g_ptr_array_set_size (loan->fields, 0);
      for (guint j = 0; j < (guint) copy->n_fields; j++)
        {
          guint at = g_array_index (batch->fields, guint, copy->first_field + j);

          g_ptr_array_add (loan->fields, at != NO_TEXT ? batch->text->str + at : NULL);
        }

      g_ptr_array_set_size (loan->rings, 0);
      for (guint j = 0; j < (guint) copy->n_rings; j++)
        {
          g_ptr_array_add (loan->rings, points);
          points += 2 * sizes[copy->first_ring + j];
        }

      const StreekGdalFeature feature = {
        .id = copy->id,
        .type = copy->type,
        .n_fields = copy->n_fields,
        .fields = (const char *const *) loan->fields->pdata,
        .n_rings = copy->n_rings,
        .ring_parts = (const int *) (gpointer) batch->parts->data + copy->first_ring,
        .ring_sizes = sizes + copy->first_ring,
        .rings = (const double *const *) loan->rings->pdata,
      };

      if (!func (data, &feature))
        return FALSE;
    }

  return TRUE;
}

static void
hand_over_all (Reader *reader, StreekGdalFeatureFunc func, void *data)
{
  Loan loan = { g_ptr_array_new (), g_ptr_array_new () };
  gboolean is_last = FALSE;

  /* the reader may wait for an empty batch, so all of them are taken to the last */
  while (!is_last)
    {
      Batch *batch = g_async_queue_pop (reader->full);

      is_last = batch->is_last;
      if (!g_atomic_int_get (&reader->stopped) && !hand_over (batch, &loan, func, data))
        g_atomic_int_set (&reader->stopped, TRUE);
      g_async_queue_push (reader->empty, batch);
    }

  g_ptr_array_unref (loan.fields);
  g_ptr_array_unref (loan.rings);
}

int
streek_geodata_read_ahead (const StreekGdalApi *api,
                           StreekGdalLayers *layers,
                           int layer,
                           const int *wanted,
                           int n_wanted,
                           StreekGdalFeatureFunc func,
                           void *data,
                           char **error)
{
  Reader reader = { .api = api,
                    .layers = layers,
                    .layer = layer,
                    .wanted = wanted,
                    .n_wanted = n_wanted,
                    .full = g_async_queue_new (),
                    .empty = g_async_queue_new_full (free_batch),
                    .batch = new_batch (),
                    .error = error };

  for (guint i = 1; i < N_BATCHES; i++)
    g_async_queue_push (reader.empty, new_batch ());

  GThread *thread = g_thread_new ("streek-geodata", run_reader, &reader);

  hand_over_all (&reader, func, data);
  g_thread_join (thread);
  g_async_queue_unref (reader.full);
  g_async_queue_unref (reader.empty);

  return reader.succeeded;
}
