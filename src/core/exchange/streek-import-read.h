/* streek-import-read.h: the rows of a source, read by a mapping into a staging */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/streek-import.h"

/* What one reading of all sheets tells about the numbers of each column of the mapping. */
typedef struct
{
  StreekSource *source;
  const StreekMapping *mapping;
  StreekImport *import;
  StreekMarks *marks;             /* (array): by column of the mapping */
  StreekNumberEvidence *evidence; /* (array): by column of the mapping */
  StreekImportProgressFunc progress;
  gpointer data;
} StreekImportReading;

StreekStaging *
streek_import_stage (StreekImportReading *reading, GCancellable *cancellable, GError **error);
