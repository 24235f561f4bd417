/* streek-project-funds.h: who pays for a project */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record/streek-records.h"

/* (nullable): its own fund, that of its programme, or of the nearest that this is part of */
const StreekRecord *streek_project_find_fund (const StreekRecords *records,
                                              const StreekRecord *project);
/* (transfer container) (element-type StreekRecord): that one, then those of its funding, each once:
 * what they ask must be said wherever the project is told of */
GPtrArray *streek_project_list_funds (const StreekRecords *records, const StreekRecord *project);
