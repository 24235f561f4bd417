/* streek-count-spark.h: the course of a count, as small as a word */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/streek-scene.h"
#include "table/streek-count-course.h"

/* How large it is on paper of A4. */
#define STREEK_COUNT_SPARK_WIDTH_PT 120.0
#define STREEK_COUNT_SPARK_HEIGHT_PT 30.0

/* The foot is 0. A line only between counts that follow each other; a dot for each count, an open
 * one where the number is not exact. On a ground of any colour. */
void streek_count_spark_draw (const StreekCountCourse *course,
                              StreekSceneBuilder *builder,
                              StreekRect box,
                              StreekColor ink,
                              StreekColor pale);
/* (transfer full): the same, alone */
StreekScene *streek_count_spark_layout (const StreekCountCourse *course,
                                        StreekSize size,
                                        StreekColor ink,
                                        StreekColor pale);
/* (nullable): what an open dot says, where there is one */
const char *streek_count_spark_get_key (const StreekCountCourse *course);
