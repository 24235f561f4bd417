/* streek-chart-spark.h: the course of one series in a few centimetres, and in a sentence */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "figure/streek-chart.h"

/* How it looks, on a ground of any colour. */
typedef struct
{
  StreekSize size;
  StreekColor line;
  StreekColor accent;   /* of the period that is shown elsewhere */
  StreekPeriod current; /* that period; NONE: no such thing */
} StreekSpark;

/* (nullable): of the first indicator and area; NULL where fewer than two periods have a value */
StreekScene *streek_chart_layout_spark (const StreekChart *chart, const StreekSpark *spark);
/* The ends of the course, as words beside it: "2001: 15,3"; (nullable) */
char *
streek_chart_dup_spark_end (const StreekChart *chart, gboolean is_last, const StreekFormat *format);
/* (nullable): "From 15,3 in 2001 to 21,4 in 2020. Not comparable across 2009." */
char *streek_chart_describe_spark (const StreekChart *chart, const StreekFormat *format);
