/* streek-indicator.h: one measured quantity and the catalogue of all of them */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/streek-period.h"
#include "store/streek-db.h"

typedef enum
{
  STREEK_INDICATOR_COUNT, /* additive */
  STREEK_INDICATOR_RATIO, /* multiplier × numerator / denominator */
  STREEK_INDICATOR_OTHER, /* median, index: a total only with a named weight */
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

StreekCatalogue *streek_catalogue_load (StreekDb *db, GError **error);
StreekCatalogue *streek_catalogue_ref (StreekCatalogue *catalogue);
void streek_catalogue_unref (StreekCatalogue *catalogue);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StreekCatalogue, streek_catalogue_unref)

guint streek_catalogue_get_n_indicators (const StreekCatalogue *catalogue);
const StreekIndicator *streek_catalogue_get (const StreekCatalogue *catalogue,
                                             guint index); /* by theme, rank, code */
const StreekIndicator *
streek_catalogue_find (const StreekCatalogue *catalogue, const char *code, GError **error);
/* (element-type StreekPeriod) ascending: periods with figures of its own or, for a ratio, of both
 * components */
GArray *streek_catalogue_list_periods (const StreekCatalogue *catalogue,
                                       const StreekIndicator *indicator);
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
const char *streek_indicator_get_kind_label (StreekIndicatorKind kind);
const char *streek_indicator_get_time_kind_label (StreekTimeKind time_kind);
const char *streek_indicator_get_direction_label (StreekDirection direction);
const char *streek_indicator_get_direction_id (StreekDirection direction);
