/* streek-record-amount.h: which number a person wrote in a cell: "ca. 1,5 miljoen euro" */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/streek-format.h"
#include "exchange/streek-grid.h"

/* Beside StreekFieldFlags: which sign stands before decimals in the column of a cell. */
#define STREEK_RECORD_COMMA_DECIMALS (1u << 24)
#define STREEK_RECORD_POINT_DECIMALS (1u << 25)
#define STREEK_RECORD_MARKS (STREEK_RECORD_COMMA_DECIMALS | STREEK_RECORD_POINT_DECIMALS)

typedef struct
{
  double value;
  gboolean is_rough; /* "ca.", "max.", "miljoen": tell what was understood */
  char *unit;        /* (nullable): what follows it and is no currency: "km" */
} StreekRecordAmount;

/* One of STREEK_RECORD_MARKS as the numbers of the column show it; 0: they do not. */
guint32 streek_record_amounts_find_marks (const StreekGrid *grid, guint first_row, guint column);
/* @flags: of its cell, with the marks of its column; @format: whose signs hold where those are not
 * known. FALSE where it is no number. */
gboolean streek_record_amount_read (const char *text,
                                    guint32 flags,
                                    const StreekFormat *format,
                                    StreekRecordAmount *amount);
/* Whether a cell says in words that there is no number: "p.m.", "n.v.t.", "–". */
gboolean streek_record_amount_is_none (const char *text);
