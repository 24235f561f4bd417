/* streek-format.h: numbers and dates as people read them, in the language handed over */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/streek-period.h"

/* How numbers and dates look. Layout gets it as an argument and asks no global state. */
typedef struct _StreekFormat StreekFormat;

const StreekFormat *streek_format_get (const char *language);
const StreekFormat *streek_format_get_default (void);

char *streek_format_number (const StreekFormat *format, double value, int decimals);
/* As many as it takes to hide nothing by rounding. */
int streek_format_count_decimals (double value);
char *streek_format_signed (const StreekFormat *format, double value, int decimals);
char *streek_format_date (const StreekFormat *format, StreekDate date);
char *streek_format_moment (const StreekFormat *format, GDateTime *moment);
char *streek_format_period (const StreekFormat *format, StreekPeriod period);
/* For axes and heads of columns: "2019", "K3 2019", "sep 2019" */
char *streek_format_short_period (const StreekFormat *format, StreekPeriod period);
/* What a person types, the other way round; "10.000" is ten thousand in Dutch, 16.2 is 16.2. */
gboolean streek_format_parse_number (const StreekFormat *format, const char *text, double *value);
/* The same, with how many decimals were typed: 21,30 has two. */
gboolean streek_format_parse_stated (const StreekFormat *format,
                                     const char *text,
                                     double *value,
                                     int *decimals);
/* ',' in Dutch */
char streek_format_get_decimal_mark (const StreekFormat *format);
