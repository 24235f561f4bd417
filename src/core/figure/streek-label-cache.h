/* streek-label-cache.h: where names stood the last times, for maps that change only their values */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "figure/streek-map-labels.h"

#define STREEK_LABEL_KEY_NUMBERS 41

/* Everything that the places of names depend on; zero what is not used, it is compared as bytes. */
typedef struct
{
  double numbers[STREEK_LABEL_KEY_NUMBERS];
  guint64 names;
  guint64 points; /* 0: none */
  gconstpointer theme;
} StreekLabelKey;

typedef struct _StreekLabelCache StreekLabelCache;

StreekLabelCache *streek_label_cache_new (void);
void streek_label_cache_free (StreekLabelCache *cache);
GArray *streek_label_cache_find (StreekLabelCache *cache, const StreekLabelKey *key);
void streek_label_cache_keep (StreekLabelCache *cache, const StreekLabelKey *key, GArray *placed);
