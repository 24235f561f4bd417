/* streek-mapping.h: what the columns of a file mean; kept as JSON, it is a profile */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/streek-number-format.h"

#define STREEK_IMPORT_ERROR (streek_import_error_quark ())
GQuark streek_import_error_quark (void);

typedef enum
{
  STREEK_IMPORT_ERROR_PROFILE,  /* a profile that cannot be read */
  STREEK_IMPORT_ERROR_UNKNOWN,  /* no profile, sheet or column of that name */
  STREEK_IMPORT_ERROR_REFUSED,  /* a file that holds no figures of areas */
  STREEK_IMPORT_ERROR_QUESTION, /* something must be answered first */
  STREEK_IMPORT_ERROR_REJECTED, /* rows were rejected, and that was not accepted */
  STREEK_IMPORT_ERROR_STALE,    /* the workspace changed after the comparison */
  STREEK_IMPORT_ERROR_ACCOUNT,  /* what was read is not what was taken, ignored and rejected */
} StreekImportError;

typedef enum
{
  STREEK_ROLE_IGNORED,
  STREEK_ROLE_AREA_CODE,
  STREEK_ROLE_AREA_NAME,
  STREEK_ROLE_AREA_NUTS,
  STREEK_ROLE_LEVEL,       /* "gemeente", "gemeente2018", "provincie" */
  STREEK_ROLE_PERIOD,      /* a period, or the year of one */
  STREEK_ROLE_PERIOD_PART, /* its quarter or month */
  STREEK_ROLE_INDICATOR,
  STREEK_ROLE_VALUE,
  STREEK_ROLE_STATUS,
  STREEK_ROLE_BREAKDOWN,
} StreekRole;

typedef enum
{
  STREEK_BREAKDOWN_SUM,    /* add all members up */
  STREEK_BREAKDOWN_KEEP,   /* every member is an indicator of its own */
  STREEK_BREAKDOWN_FILTER, /* only the rows of one member */
} StreekBreakdownUse;

typedef enum
{
  STREEK_PERIOD_FROM_COLUMNS,
  STREEK_PERIOD_FROM_SHEET,
  STREEK_PERIOD_FROM_FILE,
  STREEK_PERIOD_FROM_TITLE, /* the rows above the header */
} StreekPeriodFrom;

/* Why a file is recognised, but not taken. */
typedef enum
{
  STREEK_REFUSAL_NONE,
  STREEK_REFUSAL_AREA_LIST, /* codes and names, no figures */
} StreekRefusal;

/* One column. In a profile the header is a pattern: "*" stands for anything, "{period}" for a
 * period, which the column's values are then of. */
typedef struct
{
  char *header;
  StreekRole role;
  char *level;            /* (nullable): set of its areas */
  char *indicator;        /* (nullable): of a VALUE */
  char *period;           /* (nullable): of a VALUE */
  StreekBreakdownUse use; /* of a BREAKDOWN */
  char *member;           /* (nullable): the one that FILTER keeps */
  gboolean is_part;       /* of a VALUE: added to those of other columns of its indicator */
  char *note;             /* (nullable): of one that is IGNORED: why */
  char *field;            /* (nullable): in a mapping of records: what it is of them */
  StreekMarks marks;      /* of a VALUE: what a person said; undecided: by its values */
} StreekMappingColumn;

/* An indicator that comes with the file. Words are those of the file format of core/indicator. */
typedef struct
{
  char *code;
  char *name;
  char *theme;
  char *unit;
  char *kind;      /* "count", "other" */
  char *time_kind; /* "stock_first_day" … */
  char *direction; /* "neutral" … */
  int decimals;
  char *definition; /* (nullable) */
} StreekNewIndicator;

/* Owned by one thread at a time. Texts may be NULL where nothing is said. */
typedef struct
{
  char *records;      /* what its rows are: "plan"; NULL: figures of areas */
  char *name;         /* of the profile: a file name without its ending */
  char *title;        /* as people call it */
  char *note;         /* where the file comes from, and what must be known */
  char *sheets;       /* pattern of the sheets to read; NULL: all that have these columns */
  char split;         /* 0, or what cuts the first column into several: "freq,unit,geo" */
  int header_row;     /* 0-based row of the header; -1: where the columns' headers stand */
  int n_header_rows;  /* 0: no header, columns are called "1", "2" … */
  GPtrArray *columns; /* (element-type StreekMappingColumn) */

  char *area;      /* SET:CODE that the whole file is about */
  char *level;     /* set of all its areas */
  char *indicator; /* of the whole file */
  char *period;    /* of the whole file */
  StreekPeriodFrom period_from;
  char *projection_from;   /* periods from here on are projections */
  gboolean ignore_foreign; /* NUTS codes of other countries are left out */
  StreekRefusal refusal;

  GHashTable *missing;       /* text -> StreekMissing as text id: what a person or profile says */
  GHashTable *areas;         /* text -> SET:CODE, "" to leave it out */
  GHashTable *indicators;    /* text -> code, "" to leave it out */
  GPtrArray *new_indicators; /* (element-type StreekNewIndicator) */
  char *unknown_kind;        /* kind of indicators that are made where none is known; NULL: ask */
  char *code_prefix;         /* of their codes */

  gboolean keeps_codes;    /* of records: codes stay in front of titles */
  gboolean empties_fields; /* of records: an empty cell empties a field */
  GHashTable *answers;     /* of records: key of a question → what was said of it */

  char *source;
  char *licence;
  char *extracted_on; /* ISO 8601 */
} StreekMapping;

StreekMapping *streek_mapping_new (void);
StreekMapping *streek_mapping_copy (const StreekMapping *mapping);
void streek_mapping_free (StreekMapping *mapping);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StreekMapping, streek_mapping_free)

StreekMappingColumn *
streek_mapping_add_column (StreekMapping *mapping, const char *header, StreekRole role);
StreekMappingColumn *streek_mapping_find_column (const StreekMapping *mapping, const char *header);
gboolean streek_mapping_has_role (const StreekMapping *mapping, StreekRole role);
StreekNewIndicator *streek_mapping_add_indicator (StreekMapping *mapping, const char *code);
StreekNewIndicator *streek_mapping_find_indicator (const StreekMapping *mapping, const char *code);
/* The one of that code, to be changed; where there is none, a copy of @other. */
StreekNewIndicator *streek_mapping_take_indicator (StreekMapping *mapping,
                                                   const StreekNewIndicator *other);
/* Puts a copy of @text in the place of what stands there. */
void streek_mapping_set_text (char **place, const char *text);

char *streek_mapping_to_json (const StreekMapping *mapping);
StreekMapping *streek_mapping_from_json (const char *json, gssize length, GError **error);

/* "area-code", as JSON and the command line write it */
const char *streek_role_get_id (StreekRole role);
gboolean streek_role_parse_id (const char *id, StreekRole *role);
const char *streek_role_get_label (StreekRole role); /* translated */
