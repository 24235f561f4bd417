/* streek-record-view.h: what the words of records are made with: records, areas, indicators, today
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "area/streek-areas.h"
#include "base/streek-format.h"
#include "indicator/streek-indicator.h"
#include "record/streek-record-figures.h"
#include "record/streek-record-changes.h"
#include "record/streek-records.h"

/* Immutable, counted atomically: any thread may use it. */
StreekRecordView *streek_record_view_new (StreekRecords *records,
                                          StreekAreas *areas,
                                          StreekCatalogue *catalogue,
                                          StreekDate today,
                                          const StreekFormat *format);
/* (transfer full): the same as it will be, without figures; @changes outlive it. */
StreekRecordView *streek_record_view_preview (StreekRecordView *view, StreekRecordChanges *changes);
StreekRecordView *streek_record_view_ref (StreekRecordView *view);
void streek_record_view_unref (StreekRecordView *view);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StreekRecordView, streek_record_view_unref)

/* Before anybody else has the view: the figures that its records rest on. */
void streek_record_view_set_figures (StreekRecordView *view, StreekRecordFigures *figures);

StreekRecords *streek_record_view_get_records (const StreekRecordView *view);
StreekAreas *streek_record_view_get_areas (const StreekRecordView *view);
StreekCatalogue *streek_record_view_get_catalogue (const StreekRecordView *view);
StreekDate streek_record_view_get_today (const StreekRecordView *view);
const StreekFormat *streek_record_view_get_format (const StreekRecordView *view);

/* The figure that a record asks for as its @which; NULL where it asks for none. Lent by the view.
 */
const StreekLatest *streek_record_view_find_figure (const StreekRecordView *view,
                                                    const StreekRecord *record,
                                                    guint which);

/* (transfer full) (nullable): where the first figure that a record asks for is shown, which is what
 * it rests on; @noun: "map" or "chart". NULL where it asks for none, or the indicator is gone. */
char *streek_record_view_dup_figure_place (const StreekRecordView *view,
                                           const StreekRecord *record,
                                           const char *noun);
/* (transfer full) (nullable): the same figure: "28.8 % (September 2019) · arrondissement Kortrijk"
 */
char *streek_record_view_dup_figure_words (const StreekRecordView *view,
                                           const StreekRecord *record);

/* (transfer full): a field as people read it: names for references, areas and indicators, words for
 * choices, "3 maart 2026" for days; "" where it is empty */
char *
streek_record_view_dup_text (const StreekRecordView *view, const StreekRecord *record, guint field);
/* (transfer full): what stands under the title of a record in a row: its shown fields but the title
 * and @without (-1: none), joined and not too long; "" for none */
char *streek_record_view_dup_summary (const StreekRecordView *view,
                                      const StreekRecord *record,
                                      int without);
/* (transfer full): "RESOC Westhoek" for "RESOC:RESOC_WESTHOEK", of its newest link, and "Diksmuide"
 * for that municipality; the key itself where there is no such area */
char *streek_record_view_dup_area_name (const StreekRecordView *view, const char *area);
/* (transfer full): its name; the code itself where there is no such indicator */
char *streek_record_view_dup_indicator_name (const StreekRecordView *view, const char *code);

/* (element-type StreekRecordListColumn): every column of a kind, made once; lent by the view */
const GPtrArray *streek_record_view_get_columns (const StreekRecordView *view,
                                                 const StreekRecordKind *kind);
/* All that the fields of a record say, what hangs on it is called and its parts say, folded: what a
 * list is searched in. Made when it is first asked for; lent by the view. */
const char *streek_record_view_get_folded (const StreekRecordView *view,
                                           const StreekRecord *record);
/* Makes those of a whole kind, so that nobody waits for them. For a worker; until it is cancelled.
 */
void streek_record_view_prepare_search (const StreekRecordView *view,
                                        const StreekRecordKind *kind,
                                        GCancellable *cancellable);
