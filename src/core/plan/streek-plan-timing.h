/* streek-plan-timing.h: since when and until when, as plans say it in one cell */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/streek-period.h"

typedef struct
{
  StreekPeriod starts; /* none: not said */
  StreekPeriod ends;
  gboolean is_ongoing; /* as long as the plan lasts: "doorlopend"; starts may be said too */
  gboolean is_rough;   /* a season, half a year, a school year: tell what it is taken for */
} StreekPlanTiming;

/* "2020-2022", "Q1 2021", "2020 t.e.m. 2022", "Q1-Q3 2021", "vanaf 2021", "tegen eind 2023",
 * "doorlopend", "voorjaar 2026", "eerste helft 2026", "schooljaar 2025-2026"; in Dutch, French or
 * English. FALSE where it is none of these. */
gboolean streek_plan_timing_parse (const char *text, StreekPlanTiming *timing);
