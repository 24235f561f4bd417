/* streek-table-private.h: what the files of a table share */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "table/streek-table.h"

typedef union
{
  const char *text; /* owned by the table's chunk, or lent */
  double number;    /* of a point one of two */
  gint64 integer;
  StreekDate date;
  StreekPeriod period;
} StreekTableValue;

typedef struct
{
  guint8 missing;
  guint8 status;
} StreekTableState;

/* What few cells have. */
typedef struct
{
  const char *note;       /* (nullable): owned by the table's chunk */
  StreekPeriod reference; /* of a number, where it is not of its row's period */
  const char *unit;       /* (nullable): of a number: its own; owned by the table's chunk */
  guint8 n_decimals;      /* the same, and 1; 0: as its column */
  guint8 qualifier;
  guint8 is_at_least;
} StreekTableMark;

/* A table of 20 000 areas is made with each period that somebody plays through: most of the time
 * went into memory for what its cells do not say. */
typedef struct
{
  const char *id;
  const char *title;
  const char *unit;
  StreekColumnType type;
  int decimals;
  int under;    /* on narrow paper in the cells of that column; -1: by itself */
  int replaced; /* the column that says what stood there before; -1: none does */
  gboolean is_in_headings;
  GArray *values; /* (element-type StreekTableValue): one per row, of points two */
  GArray *states; /* (element-type StreekTableState): one per row */
  /* (element-type StreekTableMark) (nullable): of the first rows, as far as one has any */
  GArray *marks;
} StreekTableColumn;

struct _StreekTable
{
  gatomicrefcount ref_count;
  GStringChunk *strings;
  GArray *columns;    /* (element-type StreekTableColumn) */
  GPtrArray *remarks; /* (element-type utf8): owned by the chunk */
  GArray *lenders;    /* (element-type Lender) */
  GArray *groups;     /* (element-type StreekTableGroup): texts owned by the chunk */
  guint group_column; /* of those */
  gboolean leaves_out_empty;
  guint key_column;
  guint n_rows;
};

/* A copy that lives as long as the table. */
const char *streek_table_keep_string (StreekTable *table, const char *text);
/* Of a cell that has none what none says. */
const StreekTableMark *streek_table_get_mark (const StreekTable *table, guint row, guint column);

static inline const StreekTableColumn *
streek_table_get_column (const StreekTable *table, guint column)
{
  return &g_array_index (table->columns, StreekTableColumn, column);
}

static inline guint
streek_table_column_count_values (const StreekTableColumn *column)
{
  return column->type == STREEK_COLUMN_POINT ? 2 : 1;
}

static inline StreekTableValue *
streek_table_get_value (const StreekTable *table, guint row, guint column)
{
  const StreekTableColumn *shape = streek_table_get_column (table, column);

  return &g_array_index (shape->values, StreekTableValue,
                         row * streek_table_column_count_values (shape));
}

static inline StreekTableState *
streek_table_get_state (const StreekTable *table, guint row, guint column)
{
  return &g_array_index (streek_table_get_column (table, column)->states, StreekTableState, row);
}

static inline gboolean
streek_table_has_cell (const StreekTable *table, guint row, guint column)
{
  return table != NULL && row < table->n_rows && column < table->columns->len;
}

static inline gboolean
streek_table_has_cell_of_type (const StreekTable *table,
                               guint row,
                               guint column,
                               StreekColumnType type)
{
  return streek_table_has_cell (table, row, column) &&
         streek_table_get_column (table, column)->type == type;
}
