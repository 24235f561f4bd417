/* streek-record-head.h: where in a sheet the rows of records begin and end, and what the others are
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/streek-grid.h"

#define STREEK_RECORD_MAX_HEADER_ROWS 3

/* What became of a row. */
typedef enum
{
  STREEK_RECORD_ROW_NEW,
  STREEK_RECORD_ROW_CHANGED,
  STREEK_RECORD_ROW_UNCHANGED, /* from here on: ignored, with reason */
  STREEK_RECORD_ROW_BLANK,
  STREEK_RECORD_ROW_TITLE, /* above the header */
  STREEK_RECORD_ROW_HEADER,
  STREEK_RECORD_ROW_TOTAL,
  STREEK_RECORD_ROW_FOOTER,   /* below the last record */
  STREEK_RECORD_ROW_REJECTED, /* a finding says why */
  STREEK_N_RECORD_ROW_STATES,
} StreekRecordRowState;

const char *streek_record_row_state_get_id (StreekRecordRowState state);
const char *streek_record_row_state_get_label (StreekRecordRowState state); /* translated */

typedef struct
{
  guint row;       /* the first of the header */
  guint n_rows;    /* of the header; 0: there is none */
  guint first_row; /* after titles and header */
  guint end_row;   /* notes stand from here on; G_MAXUINT: none do */
} StreekRecordHead;

/* Whether a text is the head of a column. @is_joined: of several rows, as "Timing / From" */
typedef gboolean (*StreekRecordHeadFunc) (const char *header, gboolean is_joined, gpointer data);

/* Looks for the header: the row of which most cells are known heads, at least half of them; two
 * rows where both together say more. */
void streek_record_head_find (StreekRecordHead *head,
                              const StreekGrid *grid,
                              guint n_columns,
                              StreekRecordHeadFunc is_known,
                              gpointer data);
/* Another row (-1: none) and as many as @n_rows; 0: one, or two as above */
void streek_record_head_set (StreekRecordHead *head,
                             const StreekGrid *grid,
                             guint n_columns,
                             int row,
                             guint n_rows,
                             StreekRecordHeadFunc is_known,
                             gpointer data);
/* For rows without header, titles and notes. */
void streek_record_head_set_none (StreekRecordHead *head);
/* A name for every column: that of its heads, else its number */
GStrv streek_record_head_make_names (const StreekRecordHead *head,
                                     const StreekGrid *grid,
                                     guint n_columns);
/* What a head may be known by, the best first: "Timing / From (quarter)" by "From". */
GStrv streek_record_head_list_words (const char *header, gboolean is_joined);
/* FALSE where the row is one of records; else @state says what it is. */
gboolean streek_record_head_tells (const StreekRecordHead *head,
                                   const StreekGrid *grid,
                                   guint row,
                                   StreekRecordRowState *state);
/* (transfer full) (nullable): what is to be told of a row that is a total or a note. @id: (out) */
char *streek_record_head_dup_note (const StreekGrid *grid,
                                   guint row,
                                   StreekRecordRowState state,
                                   const char **id);
/* (transfer full): "12 rows read = 10 taken + 2 ignored (Header: 1. Blank line: 1.) + 0 rejected."
 */
char *streek_record_rows_describe (const guint *n);
