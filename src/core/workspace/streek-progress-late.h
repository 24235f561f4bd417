/* streek-progress-late.h: what came in of a period when its report was frozen already */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workspace/streek-progress-content.h"

/* Adds to @content, before what is silent, what @now says of periods before it and none of @told
 * (element-type StreekProgressContent), their frozen reports, does. What only moved to another
 * action, and what of an event or a milestone is called or dated otherwise by now, is not late. */
void streek_progress_content_take_late (StreekProgressContent *content,
                                        const StreekProgressContent *now,
                                        const GPtrArray *told);
