/* streek-table-sheets-private.h: what choosing the columns of a table on paper and filling pages
 * share */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "figure/streek-table-sheets.h"

#define STREEK_TABLE_PADDING_PT 4.0
#define STREEK_TABLE_MAX_BELOW 3

/* One column of the page, with those that stand under it in the same cells. */
typedef struct
{
  guint column; /* of the table */
  guint n_below;
  guint below[STREEK_TABLE_MAX_BELOW];
  gboolean is_number;
  double natural; /* width of its widest cell on one line */
  double word;    /* of its widest word; of a number all of it */
  double width;
  double x;
} StreekTableSheetColumn;

/* Columns @first up to @end stand beside each other; from the second part on after the first
 * column of all, which says what a row is. */
typedef struct
{
  guint first;
  guint end;
} StreekTableSheetPart;

typedef struct
{
  const StreekTable *table;
  const StreekFormat *format;
  StreekTypesetter *typesetter;
  StreekRect frame;
  double scale;   /* of letters */
  guint n_picked; /* columns of the table that go on paper, in order */
  guint *picked;
  double most_word;                /* room that a word gets at most: a longer one is broken */
  StreekTableSheetColumn *columns; /* (array length=n_columns) */
  guint n_columns;
  GArray *parts; /* StreekTableSheetPart */
} StreekTableSheetPlan;

typedef enum
{
  STREEK_TABLE_HEAD_FONT,
  STREEK_TABLE_CELL_FONT,
  STREEK_TABLE_BELOW_FONT,
  STREEK_TABLE_GROUP_FONT,
} StreekTableSheetFont;

StreekFont streek_table_sheet_get_font (const StreekTableSheetPlan *plan,
                                        StreekTableSheetFont font);
/* (transfer full): a cell with its unit; @row -1: the head */
char *streek_table_sheet_dup_text (const StreekTableSheetPlan *plan, int row, guint column);
/* Whether it is a number that nobody entered in a list, which is left empty. */
gboolean streek_table_sheet_is_silent (const StreekTable *table, guint row, guint column);

/* @column_ids: (nullable). FALSE where there are none. */
gboolean streek_table_sheet_pick (StreekTableSheetPlan *plan, const char *const *column_ids);
/* (transfer full) (nullable): which columns are left out because nothing stands in them */
char *streek_table_sheet_explain_empty (const StreekTableSheetPlan *plan,
                                        const char *const *column_ids);
/* When the frame is known: which columns stand under others, how large letters are, how many parts
 * there are. */
void streek_table_sheet_arrange (StreekTableSheetPlan *plan);
/* Gives the columns of a part their widths. */
void streek_table_sheet_place (StreekTableSheetPlan *plan, guint part);
void streek_table_sheet_clear (StreekTableSheetPlan *plan);
