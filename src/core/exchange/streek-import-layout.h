/* streek-import-layout.h: where in a sheet the columns of a mapping stand */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/streek-grid.h"
#include "exchange/streek-mapping.h"

typedef struct
{
  guint physical; /* field of the record */
  guint part;     /* of it, where the first column is cut */
  const StreekMappingColumn *column;
  StreekPeriod period; /* of its values; kind NONE: another column says */
  char *header;
} StreekBoundColumn;

/* One sheet read with one mapping. */
typedef struct
{
  guint header_row; /* rows before it are titles */
  guint n_header_rows;
  guint n_columns; /* physical ones of the header */
  guint n_parts;   /* the first one is cut in so many */
  char split;
  GArray *columns;     /* (element-type StreekBoundColumn) those that are used */
  StreekPeriod period; /* of the whole sheet; kind NONE: columns say */
  char *doubled;       /* (nullable): a header that stands over two columns */
  char *missing;       /* (nullable): a column that is nowhere */
  GPtrArray *headers;  /* (element-type utf8) of all columns, used or not */
  GPtrArray *unread;   /* (element-type StreekMappingColumn) of the sheet, that say why */
} StreekSheetLayout;

StreekSheetLayout *streek_sheet_layout_new (const StreekMapping *mapping,
                                            StreekSource *source,
                                            guint sheet,
                                            const StreekGrid *grid);
void streek_sheet_layout_free (StreekSheetLayout *layout);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StreekSheetLayout, streek_sheet_layout_free)

gboolean streek_sheet_layout_fits (const StreekSheetLayout *layout);
gboolean streek_mapping_wants_sheet (const StreekMapping *mapping, const char *name);
