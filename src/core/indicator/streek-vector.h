/* streek-vector.h: the figures of one indicator and period over a roster, and their bytes */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "indicator/streek-indicator.h"
#include "table/streek-value.h"

/* One cell per area of a roster. A value is finite where its kind is STREEK_MISSING_NONE and NAN
 * where it is one of the four kinds of missing that a source knows. */
typedef struct
{
  guint n;
  double *values;
  guint8 *kinds;    /* StreekMissing, up to STREEK_MISSING_NOT_YET */
  guint8 *statuses; /* StreekStatus */
} StreekVector;

StreekVector *streek_vector_new (guint n);
void streek_vector_free (StreekVector *vector);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StreekVector, streek_vector_free)

void streek_vector_set_value (StreekVector *vector, guint index, double value, StreekStatus status);
void streek_vector_set_missing (StreekVector *vector, guint index, StreekMissing missing);

GBytes *streek_vector_to_bytes (const StreekVector *vector, GError **error);
StreekVector *streek_vector_new_from_data (gconstpointer data, gsize size, GError **error);
/* The same of column @column, for a roster of @n areas. */
StreekVector *streek_vector_read_column (sqlite3_stmt *stmt, int column, guint n, GError **error);
