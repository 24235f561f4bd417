/* streek-table.h: a table as nouns hand it to figures, lists and exports */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/streek-format.h"
#include "table/streek-value.h"

/* Built by one thread, then immutable; counted atomically. */
typedef struct _StreekTable StreekTable;

typedef enum
{
  STREEK_COLUMN_TEXT,
  STREEK_COLUMN_NUMBER, /* double, with a StreekMissing and a StreekStatus per cell */
  STREEK_COLUMN_INTEGER,
  STREEK_COLUMN_DATE,
  STREEK_COLUMN_PERIOD,
  STREEK_COLUMN_POINT, /* a place on the ground: metres of Belgian Lambert 2008, as of meshes */
} StreekColumnType;

StreekTable *streek_table_new (void);
StreekTable *streek_table_ref (StreekTable *table);
void streek_table_unref (StreekTable *table);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StreekTable, streek_table_unref)

/* id is stable and untranslated ("value"), title is for people, unit may be NULL */
guint streek_table_add_column (StreekTable *table,
                               const char *id,
                               const char *title,
                               StreekColumnType type,
                               const char *unit,
                               int decimals);
/* How many decimals people see of its numbers, where that is found out after it was added. */
void streek_table_set_column_decimals (StreekTable *table, guint column, int decimals);
guint streek_table_add_row (StreekTable *table);
void streek_table_add_rows (StreekTable *table, guint n);
void streek_table_set_text (StreekTable *table, guint row, guint column, const char *text);
/* Texts that need not be copied, because @owner has them and the table keeps that. */
void streek_table_keep_lender (StreekTable *table, gpointer owner, GDestroyNotify free);
void streek_table_lend_text (StreekTable *table, guint row, guint column, const char *text);
void streek_table_set_number (
  StreekTable *table, guint row, guint column, double value, StreekStatus status);
void streek_table_set_missing (StreekTable *table, guint row, guint column, StreekMissing missing);
void streek_table_set_integer (StreekTable *table, guint row, guint column, gint64 value);
void streek_table_set_date (StreekTable *table, guint row, guint column, StreekDate date);
void streek_table_set_period (StreekTable *table, guint row, guint column, StreekPeriod period);
/* @x, @y: finite; metres east and north */
void streek_table_set_point (StreekTable *table, guint row, guint column, double x, double y);
/* How exactly the number of a cell is meant; gone when it is set to missing. */
void
streek_table_set_qualifier (StreekTable *table, guint row, guint column, StreekQualifier qualifier);
/* A sum of which a part is unknown. */
void streek_table_set_at_least (StreekTable *table, guint row, guint column);
/* How one number is read, whatever its column says: "417 people" under "8.5 %". */
void streek_table_set_measure (
  StreekTable *table, guint row, guint column, const char *unit, int decimals);
/* Of when the number is, where that is not what its row says. */
void
streek_table_set_reference (StreekTable *table, guint row, guint column, StreekPeriod reference);
void streek_table_set_note (StreekTable *table, guint row, guint column, const char *note);
/* Rows from @first_row on belong together. Paper shows @heading over them, and @detail (nullable)
 * below it, in the place of the column that says it of each row; files keep the column. Groups come
 * in order, and are all of one column. */
void streek_table_add_group (
  StreekTable *table, guint column, guint first_row, const char *heading, const char *detail);
/* What follows is for paper only; files and the clipboard keep every column. */
/* The headings of groups say it already. */
void streek_table_set_in_headings (StreekTable *table, guint column);
gboolean streek_table_is_in_headings (const StreekTable *table, guint column);
/* Where not all columns can be read beside each other @column stands in the cells of @other, under
 * what that says: the year under a number. */
void streek_table_set_column_under (StreekTable *table, guint column, guint other);
int streek_table_get_column_under (const StreekTable *table, guint column); /* -1: none */
/* Texts of @column came in the place of those of @old: what is different is marked in both. */
void streek_table_set_column_replaced (StreekTable *table, guint column, guint old);
int streek_table_get_column_replaced (const StreekTable *table, guint column); /* -1: none */
/* What says what a row is: repeated where the columns come in parts. The first one by itself. */
void streek_table_set_key_column (StreekTable *table, guint column);
int streek_table_get_key_column (const StreekTable *table);
/* Columns in which no row says anything are left out, also those of numbers, and are named below.
 */
void streek_table_leave_out_empty (StreekTable *table);
gboolean streek_table_leaves_out_empty (const StreekTable *table);
/* A sentence on the whole that no row can say: what is left out. */
void streek_table_add_remark (StreekTable *table, const char *remark);

guint streek_table_get_n_rows (const StreekTable *table);
guint streek_table_get_n_columns (const StreekTable *table);
int streek_table_find_column (const StreekTable *table, const char *id); /* -1: none */
const char *streek_table_get_column_id (const StreekTable *table, guint column);
int streek_table_get_column_decimals (const StreekTable *table, guint column);
const char *streek_table_get_column_title (const StreekTable *table, guint column);
const char *streek_table_get_column_unit (const StreekTable *table, guint column);
StreekColumnType streek_table_get_column_type (const StreekTable *table, guint column);
const char *streek_table_get_text (const StreekTable *table, guint row, guint column);
double
streek_table_get_number (const StreekTable *table, guint row, guint column); /* NAN: missing */
StreekMissing streek_table_get_missing (const StreekTable *table, guint row, guint column);
StreekStatus streek_table_get_status (const StreekTable *table, guint row, guint column);
StreekQualifier streek_table_get_qualifier (const StreekTable *table, guint row, guint column);
gboolean streek_table_is_at_least (const StreekTable *table, guint row, guint column);
/* kind NONE: as its row says */
StreekPeriod streek_table_get_reference (const StreekTable *table, guint row, guint column);
/* (nullable) */
const char *streek_table_get_unit (const StreekTable *table, guint row, guint column);
gint64 streek_table_get_integer (const StreekTable *table, guint row, guint column);
StreekDate streek_table_get_date (const StreekTable *table, guint row, guint column);
StreekPeriod streek_table_get_period (const StreekTable *table, guint row, guint column);
/* FALSE where there is none; @x and @y: (out) */
gboolean
streek_table_get_point (const StreekTable *table, guint row, guint column, double *x, double *y);
const char *streek_table_get_note (const StreekTable *table, guint row, guint column);
typedef struct
{
  guint first_row;
  const char *heading;
  const char *detail; /* (nullable) */
} StreekTableGroup;

guint streek_table_get_n_groups (const StreekTable *table);
const StreekTableGroup *streek_table_get_group (const StreekTable *table, guint index);
int streek_table_get_group_column (const StreekTable *table); /* -1: rows are in no groups */
guint streek_table_get_n_remarks (const StreekTable *table);
const char *streek_table_get_remark (const StreekTable *table, guint index);
/* as people read it, and as files hold it */
char *streek_table_format_cell (const StreekTable *table,
                                guint row,
                                guint column,
                                const StreekFormat *format);
char *streek_table_dup_raw_cell (const StreekTable *table, guint row, guint column);

char *streek_table_to_csv (const StreekTable *table,
                           const StreekFormat *format); /* NULL format: raw */
char *streek_table_to_tsv (const StreekTable *table, const StreekFormat *format);
char *streek_table_to_html (const StreekTable *table, const StreekFormat *format);
/* For a spreadsheet that opens files in the language of @format: semicolons, its decimal mark */
char *streek_table_to_spreadsheet_csv (const StreekTable *table, const StreekFormat *format);
