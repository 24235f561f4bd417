/* streek-typed-value.h: a single value as people type it: what is known, the number, how exactly */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/streek-period.h"
#include "table/streek-value.h"

#include <adwaita.h>

typedef struct
{
  double value; /* NAN where missing is not STREEK_MISSING_NONE */
  StreekMissing missing;
  StreekQualifier qualifier;
  StreekStatus status;
} StreekTyped;

/* The rows that it is typed in; whose they are keeps them. */
typedef struct
{
  AdwComboRow *kind_row;
  AdwEntryRow *value_row;
  AdwComboRow *qualifier_row; /* (nullable): not asked */
  AdwComboRow *status_row;    /* (nullable): not asked */
} StreekTypedRows;

/* Fills the lists to choose from. */
void streek_typed_rows_start (const StreekTypedRows *rows);
/* @decimals: -1: as many as the value has */
void streek_typed_rows_set (const StreekTypedRows *rows, const StreekTyped *typed, int decimals);
/* FALSE where a number is asked and there is none. Numbers are not asked for what is missing. */
gboolean streek_typed_rows_read (const StreekTypedRows *rows, StreekTyped *typed);
/* "Understood as 10,000 jobs.": what a number was taken for, because 10.000 can be read in two
 * ways; "" where there is nothing to say */
char *
streek_typed_rows_dup_understood (const StreekTypedRows *rows, const char *unit, int decimals);

/* "≈ 10,000 jobs", "unknown"; @decimals: -1: as many as the value has */
char *streek_typed_dup_words (const StreekTyped *typed, const char *unit, int decimals);
/* FALSE where it is no period; kind NONE where nothing is typed. */
gboolean streek_typed_read_period (AdwEntryRow *row, StreekPeriod *period);
/* Without spaces around it; NULL for nothing. */
char *streek_typed_dup_text (AdwEntryRow *row);
