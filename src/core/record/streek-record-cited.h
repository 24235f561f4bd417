/* streek-record-cited.h: the document that a record rests on, and the page to open it at */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record/streek-records.h"

/* A reference to a record that names a file beside the workspace is a citation. The page stands in
 * the field that is called as the reference is, with "page" in the place of "document". */
typedef struct
{
  const StreekRecord *document; /* lent by the records */
  const char *page;             /* (nullable): as people wrote it: "12", "p. 12–14"; lent */
} StreekRecordCited;

/* Whether records of that kind are documents: they name a file beside the workspace. */
gboolean streek_record_kind_is_document (const StreekRecordKind *kind);
/* The field with the page of the document that @field refers to; -1: none. */
int streek_record_kind_find_page (const StreekRecordKind *kind, guint field);
/* FALSE where @field is no such reference, or is empty. */
gboolean streek_record_find_cited_by (const StreekRecord *record,
                                      const StreekRecords *records,
                                      guint field,
                                      StreekRecordCited *cited);
/* The first document that a record cites; a document itself has no page. */
gboolean streek_record_find_cited (const StreekRecord *record,
                                   const StreekRecords *records,
                                   StreekRecordCited *cited);

/* (transfer full): "source:document:12:p. 14": what a line or a cell leads to */
char *streek_record_cited_dup_place (const StreekRecordCited *cited);
/* FALSE for another sort of place, or a document that is gone. The page is lent by @place. */
gboolean streek_record_cited_parse_place (const char *place,
                                          const StreekRecords *records,
                                          StreekRecordCited *cited);

/* (transfer full): what may be opened: the file beside the workspace, or the web address where that
 * is not there; at the page where it is a PDF file.
 * @error: as streek_record_place_dup_uri(); STREEK_RECORD_ERROR_UNKNOWN where the document names
 * neither. Any thread: it looks at the disk. */
char *
streek_record_cited_dup_uri (const StreekRecordCited *cited, const char *workspace, GError **error);
