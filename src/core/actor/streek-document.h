/* streek-document.h: documents: what is cited, or belongs to a project */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record/streek-record-kind.h"

/* What is cited, or belongs to a project: a file beside the workspace, one inside it, or an
 * address. */
enum
{
  STREEK_DOCUMENT_TITLE,
  STREEK_DOCUMENT_AUTHOR,
  STREEK_DOCUMENT_YEAR,
  STREEK_DOCUMENT_KIND,
  STREEK_DOCUMENT_URL,
  STREEK_DOCUMENT_PATH,
  STREEK_DOCUMENT_CONTENT,
  STREEK_DOCUMENT_CONTENT_NAME,
  STREEK_DOCUMENT_NOTE,
  STREEK_DOCUMENT_N_FIELDS,
};

extern const StreekRecordKind streek_document_kind;

/* (transfer full): "Streekpact Westhoek (2008), p. 12"; @page: (nullable) */
char *streek_document_dup_reference (const StreekRecord *document, const char *page);
