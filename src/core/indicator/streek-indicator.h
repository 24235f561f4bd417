/* streek-indicator.h: one measured quantity and the catalogue of all of them */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/streek-period.h"
#include "store/streek-db.h"

typedef enum
{
  STREEK_INDICATOR_COUNT,   /* additive */
  STREEK_INDICATOR_RATIO,   /* multiplier × numerator / denominator */
  STREEK_INDICATOR_OTHER,   /* median, index: a total only with a named weight */
  STREEK_INDICATOR_FORMULA, /* computed from the totals of others */
} StreekIndicatorKind;

typedef enum
{
  STREEK_TIME_STOCK_FIRST_DAY, /* a stock of 1 January: areas of the period's first day */
  STREEK_TIME_STOCK_LAST_DAY,
  STREEK_TIME_FLOW,
  STREEK_TIME_AVERAGE,
  STREEK_TIME_CUMULATIVE,
} StreekTimeKind;

typedef enum
{
  STREEK_DIRECTION_NEUTRAL,
  STREEK_DIRECTION_HIGHER_IS_BETTER,
  STREEK_DIRECTION_LOWER_IS_BETTER,
  STREEK_DIRECTION_LOWER_IS_TIGHTER,
} StreekDirection;

typedef enum
{
  STREEK_DENOMINATOR_SAME_PERIOD,
  STREEK_DENOMINATOR_LATEST_BEFORE, /* within max_years before the numerator's period */
  STREEK_DENOMINATOR_FIXED,         /* fixed_period */
} StreekDenominatorRule;

/* Immutable once in a catalogue. Names and definitions are data, in Dutch. */
typedef struct
{
  const char *code;
  const char *theme;
  const char *name;
  const char *name_en;
  const char *definition;
  const char *unit;
  StreekIndicatorKind kind;
  StreekTimeKind time_kind;
  StreekDirection direction;
  int decimals;
  const char *numerator;   /* (nullable): codes, of a ratio */
  const char *denominator; /* (nullable) */
  double multiplier;
  StreekDenominatorRule denominator_rule;
  int denominator_max_years;
  StreekPeriod denominator_fixed_period;
  const char *weight;   /* (nullable): code of the weight of an OTHER */
  double threshold_pct; /* share that must be known; 90 unless said */
  const char *source;
  const char *licence;
  const char *table_url; /* (nullable): where its table is published */
  const char *note;
  const char *formula; /* (nullable): of a FORMULA */
  gboolean is_count;   /* adds up: a count, or a sum of counts */
  gboolean is_own;     /* made by people, not of the reference data */
  gboolean has_data;
} StreekIndicator;

/* Immutable, counted atomically: the indicators with what staff changed of them laid over. */
typedef struct _StreekCatalogue StreekCatalogue;

#define STREEK_INDICATOR_ERROR (streek_indicator_error_quark ())
GQuark streek_indicator_error_quark (void);

typedef enum
{
  STREEK_INDICATOR_ERROR_UNKNOWN,   /* no indicator of that code */
  STREEK_INDICATOR_ERROR_NO_PERIOD, /* no figures for that period */
  STREEK_INDICATOR_ERROR_DAMAGED,   /* a vector whose checksum does not match */
  STREEK_INDICATOR_ERROR_INVALID,
} StreekIndicatorError;

/* What a definition meant from some period on. */
typedef struct
{
  const char *code;
  StreekPeriod valid_from;
  const char *follows; /* (nullable): code of the indicator that was published before it */
  const char *definition;
  const char *note; /* (nullable) */
  gboolean is_own;
} StreekDefinitionVersion;

typedef struct
{
  const char *code;
  const char *alias;
  gboolean is_own;
} StreekAlias;

/* What a file called an indicator whose figures came with it. */
typedef struct
{
  const char *code;
  const char *label;
} StreekSourceLabel;

typedef enum
{
  STREEK_BREAK_DEFINITION, /* of a version */
  STREEK_BREAK_SOURCE,
} StreekBreakKind;

/* The first period that cannot be compared with the ones before it. */
typedef struct
{
  const char *code;
  StreekPeriod period;
  StreekBreakKind kind;
  const char *reason;
  gboolean is_own;
} StreekBreak;

/* The parts of a total, in their order. */
typedef struct
{
  const char *id;
  const char *code; /* of the total */
  const char *label;
  gboolean is_complete; /* the parts add up to the total */
  guint n_parts;
  const char **parts; /* (array length=n_parts): codes */
  gboolean is_own;
} StreekBreakdown;

/* What there is, what is needed and the difference. */
typedef struct
{
  const char *id;
  const char *label;
  const char *supply;
  const char *need;
  const char *gap;
  gboolean is_own;
} StreekSupplyNeed;

/* The texts of class limits that a policy fixed, in their order. */
typedef enum
{
  STREEK_POLICY_ID,
  STREEK_POLICY_NAME,
  STREEK_POLICY_LIMITS, /* one a line, with a decimal point */
  STREEK_POLICY_WORDS,  /* one a line, of the lowest class first; or nothing */
  STREEK_POLICY_SOURCE,
  STREEK_POLICY_FROM, /* periods; or nothing */
  STREEK_POLICY_TO,
  STREEK_POLICY_N_TEXTS,
} StreekPolicyText;

/* Class limits that a policy fixed: a target, a threshold. Made by people. */
typedef struct
{
  const char *code;
  const char *texts[STREEK_POLICY_N_TEXTS]; /* never NULL */
  gboolean is_usable;                       /* the texts mean what follows */
  guint n_limits;
  const double *limits; /* (array length=n_limits): ascending */
  char **words;         /* (nullable) NULL-terminated: n_limits + 1 */
  StreekPeriod valid_from;
  StreekPeriod valid_to; /* NONE: not said */
} StreekPolicyLimits;

StreekCatalogue *streek_catalogue_load (StreekDb *db, GError **error);
StreekCatalogue *streek_catalogue_ref (StreekCatalogue *catalogue);
void streek_catalogue_unref (StreekCatalogue *catalogue);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StreekCatalogue, streek_catalogue_unref)

guint streek_catalogue_get_n_indicators (const StreekCatalogue *catalogue);
const StreekIndicator *streek_catalogue_get (const StreekCatalogue *catalogue,
                                             guint index); /* by theme, rank, code */
const StreekIndicator *
streek_catalogue_find (const StreekCatalogue *catalogue, const char *code, GError **error);
/* By code, else by name or alias, without regard to case; (nullable) */
const StreekIndicator *streek_catalogue_lookup (const StreekCatalogue *catalogue, const char *text);
/* (transfer container) each; the items live as long as the catalogue */
/* (element-type StreekDefinitionVersion) ascending */
GPtrArray *streek_catalogue_list_versions (const StreekCatalogue *catalogue, const char *code);
/* (element-type StreekAlias) */
GPtrArray *streek_catalogue_list_aliases (const StreekCatalogue *catalogue, const char *code);
/* (element-type StreekSourceLabel) */
GPtrArray *streek_catalogue_list_labels (const StreekCatalogue *catalogue, const char *code);
/* (element-type StreekBreak) ascending: of its versions and of the source, not of areas */
GPtrArray *streek_catalogue_list_breaks (const StreekCatalogue *catalogue, const char *code);
/* (element-type StreekBreakdown): of which the code is the total */
GPtrArray *streek_catalogue_list_breakdowns (const StreekCatalogue *catalogue, const char *code);
/* (element-type StreekBreakdown): of which the code is a part */
GPtrArray *streek_catalogue_list_wholes (const StreekCatalogue *catalogue, const char *code);
/* (element-type StreekSupplyNeed): in which the code is supply, need or gap; %NULL: all */
GPtrArray *streek_catalogue_list_gaps (const StreekCatalogue *catalogue, const char *code);
/* (element-type StreekPolicyLimits) by name: also those that cannot be used */
GPtrArray *streek_catalogue_list_policy_limits (const StreekCatalogue *catalogue, const char *code);
/* Whether it is supply less need: 0 is where they meet. */
gboolean streek_catalogue_is_gap (const StreekCatalogue *catalogue, const char *code);
/* The code whose figures stand before those of @code in @period; (nullable) */
const char *streek_catalogue_find_older (const StreekCatalogue *catalogue,
                                         const char *code,
                                         StreekPeriod period);
/* (element-type StreekPeriod) ascending: periods with figures of its own or, for a ratio, of both
 * components */
GArray *streek_catalogue_list_periods (const StreekCatalogue *catalogue,
                                       const StreekIndicator *indicator);
gboolean streek_catalogue_find_newest_period (const StreekCatalogue *catalogue,
                                              const StreekIndicator *indicator,
                                              StreekPeriod *period);
/* Whether @period is its newest, and long before what the file has got to: what shows it says so.
 */
gboolean streek_catalogue_is_old (const StreekCatalogue *catalogue,
                                  const StreekIndicator *indicator,
                                  StreekPeriod period);
/* When the newest of its figures were taken from their source; NONE where that is not known. */
gboolean streek_indicator_read_extraction (StreekDb *db,
                                           const char *code,
                                           StreekDate *extracted_on,
                                           GError **error);
/* the day whose areas belong to a period of this indicator (DESIGN §4) */
StreekDate streek_indicator_get_area_date (const StreekIndicator *indicator, StreekPeriod period);
/* the period whose denominator belongs to the numerator of @period; FALSE where there is none */
gboolean streek_catalogue_pick_denominator_period (const StreekCatalogue *catalogue,
                                                   const StreekIndicator *indicator,
                                                   StreekPeriod period,
                                                   StreekPeriod *denominator_period);

/* The stable words of the file and of the reference data. */
gboolean streek_indicator_parse_kind (const char *text, StreekIndicatorKind *kind);
gboolean streek_indicator_parse_time_kind (const char *text, StreekTimeKind *time_kind);
gboolean streek_indicator_parse_direction (const char *text, StreekDirection *direction);
gboolean streek_indicator_parse_denominator_rule (const char *text, StreekDenominatorRule *rule);
const char *streek_indicator_get_kind_id (StreekIndicatorKind kind);
const char *streek_indicator_get_time_kind_id (StreekTimeKind time_kind);
const char *streek_indicator_get_denominator_rule_id (StreekDenominatorRule rule);
const char *streek_indicator_get_kind_label (StreekIndicatorKind kind);
const char *streek_indicator_get_direction_label (StreekDirection direction);
const char *streek_indicator_get_direction_id (StreekDirection direction);
