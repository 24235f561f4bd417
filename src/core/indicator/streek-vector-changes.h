/* streek-vector-changes.h: which figures differ between two files' reference data */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "indicator/streek-roster.h"
#include "indicator/streek-vector.h"

/* One cell that says something else. */
typedef struct
{
  guint index; /* in the roster */
  double old_value;
  double new_value;
  StreekMissing old_missing;
  StreekMissing new_missing;
  gboolean is_corrected; /* staff typed something in its place, which stays */
} StreekCellChange;

/* The reference vector of one key in two files. */
typedef struct
{
  StreekRoster *roster;
  GArray *cells; /* (element-type StreekCellChange) in the order of the roster */
} StreekVectorChanges;

void streek_vector_changes_free (StreekVectorChanges *changes);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StreekVectorChanges, streek_vector_changes_free)

StreekVectorChanges *streek_vector_changes_read (StreekDb *old_db,
                                                 StreekDb *new_db,
                                                 const char *indicator,
                                                 const char *period,
                                                 const char *roster_id,
                                                 GError **error);
