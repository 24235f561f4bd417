/* streek-classes-private.h: what a class table holds, for the files that make it and word it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "stats/streek-classes.h"

typedef struct
{
  double lower;
  double upper;
  guint count;
  int step; /* from the reference */
} StreekClass;

#define STREEK_CLASSES_MAX_DECIMALS 9

struct _StreekClasses
{
  StreekClassMethod method;
  guint n_asked;
  guint n_distinct; /* values as they are shown, each once */
  guint n_empty;    /* stretches between two limits that hold no value */
  int decimals;
  gboolean is_closed; /* the last class holds its upper limit */
  gboolean asks_zero; /* 0 as a class of its own, whether or not it occurs */
  gboolean is_shared; /* limits were found in other values too: classes may be empty */
  double reference;   /* NAN: none */
  guint n;
  StreekClass *classes;
};

StreekClasses *streek_classes_make_around (const StreekClassRequest *request,
                                           const double *values,
                                           gsize n_values,
                                           GError **error);
