/* streek-plan-timing.h: since when and until when, as plans say it in one cell */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/streek-period.h"

typedef struct
{
  StreekPeriod starts; /* none: not said */
  StreekPeriod ends;
  gboolean is_ongoing; /* as long as the plan lasts: "doorlopend"; starts may be said too */
} StreekPlanTiming;

/* "2020-2022", "Q1 2021", "2020 t.e.m. 2022", "Q1-Q3 2021", "vanaf 2021", "tegen eind 2023",
 * "doorlopend"; in Dutch, French or English. FALSE where it is none of these. */
gboolean streek_plan_timing_parse (const char *text, StreekPlanTiming *timing);
