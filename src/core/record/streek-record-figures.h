/* streek-record-figures.h: the figures of indicators that records rest on, read once for all */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "indicator/streek-latest.h"
#include "record/streek-records.h"

/* Immutable, counted atomically: any thread may read it. */
typedef struct _StreekRecordFigures StreekRecordFigures;

/* What the records of all kinds ask for, each once, whatever asks for it. A figure of a day after
 * @today has not come about. @former: (nullable): those from before records changed, of the same
 * figures and areas: what it holds needs not be read again. */
StreekRecordFigures *streek_record_figures_gather (const StreekRecords *records,
                                                   StreekDate today,
                                                   const StreekRecordFigures *former);
gboolean streek_record_figures_are_read (const StreekRecordFigures *figures);
/* Reads the others, once, before anybody else has @figures. @error: a #StreekStoreError, or
 * %G_IO_ERROR_CANCELLED */
gboolean streek_record_figures_read (StreekRecordFigures *figures,
                                     StreekTotals *totals,
                                     GCancellable *cancellable,
                                     GError **error);
StreekRecordFigures *streek_record_figures_ref (StreekRecordFigures *figures);
void streek_record_figures_unref (StreekRecordFigures *figures);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StreekRecordFigures, streek_record_figures_unref)

StreekDate streek_record_figures_get_today (const StreekRecordFigures *figures);
/* The answer to a query of a record, lent; NULL where nobody asked for it. */
const StreekLatest *streek_record_figures_find (const StreekRecordFigures *figures,
                                                const StreekLatestQuery *query);
