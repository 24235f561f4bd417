/* streek-value.h: a figure and everything that must stay with it: why it is missing, how sure */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* Why there is no value. The first four are stored, the rest come out of a computation. */
typedef enum
{
  STREEK_MISSING_NONE,           /* there is a value; a real 0 is one */
  STREEK_MISSING_UNKNOWN,        /* onbekend */
  STREEK_MISSING_HIDDEN,         /* vertrouwelijk */
  STREEK_MISSING_NOT_APPLICABLE, /* niet van toepassing */
  STREEK_MISSING_NOT_YET,        /* nog niet beschikbaar */
  STREEK_MISSING_NOT_ADDITIVE,
  STREEK_MISSING_NOT_SPLITTABLE,
  STREEK_MISSING_BELOW_COVERAGE,
} StreekMissing;

#define STREEK_N_MISSING (STREEK_MISSING_BELOW_COVERAGE + 1)

typedef enum
{
  STREEK_STATUS_FINAL,
  STREEK_STATUS_PROVISIONAL,
  STREEK_STATUS_ESTIMATE,
  STREEK_STATUS_PROJECTION,
} StreekStatus;

/* How exactly a source states a value. */
typedef enum
{
  STREEK_QUALIFIER_NONE,
  STREEK_QUALIFIER_ABOUT, /* "ongeveer", "één op drie" */
  STREEK_QUALIFIER_BELOW, /* "minder dan", "bijna" */
  STREEK_QUALIFIER_ABOVE, /* "meer dan" */
} StreekQualifier;

/* How a value came about. */
typedef enum
{
  STREEK_BASIS_NONE,
  STREEK_BASIS_PUBLISHED, /* the source gives it for this very area */
  STREEK_BASIS_SUM,
  STREEK_BASIS_RATIO,     /* Σ numerator / Σ denominator */
  STREEK_BASIS_WEIGHTED,  /* a mean with a named weight */
  STREEK_BASIS_CORRECTED, /* typed in by staff, with a reason */
  STREEK_BASIS_FORMULA,   /* computed from the totals of other indicators */
} StreekBasis;

const char *
streek_missing_get_id (StreekMissing missing); /* "hidden", as the command line prints it */
const char *streek_missing_get_label (StreekMissing missing); /* translated, for the legend */
const char *
streek_missing_get_sign (StreekMissing missing); /* short, for a table cell: "·", "x" … */
gboolean streek_missing_parse_id (const char *id, StreekMissing *missing);
const char *streek_status_get_id (StreekStatus status);
const char *streek_status_get_label (StreekStatus status);
gboolean streek_status_parse_id (const char *id, StreekStatus *status);
const char *streek_qualifier_get_id (StreekQualifier qualifier);    /* "about", as files hold it */
const char *streek_qualifier_get_sign (StreekQualifier qualifier);  /* "≈", "<", ">" or "" */
const char *streek_qualifier_get_label (StreekQualifier qualifier); /* translated */
gboolean streek_qualifier_parse_id (const char *id, StreekQualifier *qualifier); /* "": none */
const char *streek_basis_get_id (StreekBasis basis);
const char *streek_basis_get_label (StreekBasis basis);
