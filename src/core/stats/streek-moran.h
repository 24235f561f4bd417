/* streek-moran.h: whether neighbours are alike: Moran's I, of all areas and of each */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

typedef enum
{
  STREEK_CLUSTER_MISSING, /* no figure */
  STREEK_CLUSTER_ISLAND,  /* no neighbour with a figure: left out */
  STREEK_CLUSTER_NOT_SIGNIFICANT,
  STREEK_CLUSTER_HIGH_HIGH,
  STREEK_CLUSTER_LOW_LOW,
  STREEK_CLUSTER_HIGH_LOW, /* a high figure among low ones */
  STREEK_CLUSTER_LOW_HIGH,
} StreekCluster;

/* Neighbours as lists behind each other: those of area i are links[starts[i]] up to
 * links[starts[i + 1]], each once, never i itself. */
typedef struct
{
  const double *values; /* (array length=n): NAN where missing */
  guint n;
  const guint32 *starts; /* (array length=n + 1) */
  const guint32 *links;  /* (array length=starts[n]) */
  guint n_permutations;  /* 999, say */
  guint64 seed;          /* the same seed gives the same answer, on every machine */
  guint n_threads;       /* 0: one per processor, at most 8; the answer is the same */
} StreekMoranQuery;

typedef struct
{
  guint n_used;
  guint n_missing;
  guint n_islands;
  double i;
  double expected; /* -1 / (n_used - 1), where areas lie anywhere */
  double variance; /* under randomisation; NAN below 4 areas */
  guint n_as_high; /* permutations whose I was at least as high */
  guint n_as_low;
  double p; /* of the nearer tail: (permutations as far out + 1) / (all + 1) */
} StreekMoran;

typedef struct
{
  double z;           /* standard deviations above the mean */
  double lag;         /* mean z of its neighbours */
  double i;           /* z · lag; their mean is the global I */
  double p;           /* NAN where the area is not used */
  guint n_neighbours; /* with a figure */
  StreekCluster cluster;
} StreekLocalMoran;

gboolean streek_moran_compute (const StreekMoranQuery *query,
                               StreekMoran *moran,
                               GCancellable *cancellable,
                               GError **error);
gboolean streek_moran_compute_local (const StreekMoranQuery *query,
                                     double significance,
                                     StreekLocalMoran *locals,
                                     GCancellable *cancellable,
                                     GError **error);
const char *streek_cluster_get_id (StreekCluster cluster);
const char *streek_cluster_get_label (StreekCluster cluster);
