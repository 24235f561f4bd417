/* streek-record-filter.h: which records a list shows */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record/streek-record-list-spec.h"

/* What a list asks, made ready for many records. Of one thread. */
typedef struct _StreekRecordFilter StreekRecordFilter;

/* @spec, @columns (all of the kind) and @view outlive the filter. An area that there is not is a
 * #StreekAreaError. */
StreekRecordFilter *streek_record_filter_new (const StreekRecordListSpec *spec,
                                              const GPtrArray *columns,
                                              const StreekRecordView *view,
                                              GError **error);
void streek_record_filter_free (StreekRecordFilter *filter);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StreekRecordFilter, streek_record_filter_free)
gboolean streek_record_filter_takes (StreekRecordFilter *filter, const StreekRecord *record);

/* The reference by which records of a kind stand below others of it; -1: none */
int streek_record_kind_find_parent (const StreekRecordKind *kind);
