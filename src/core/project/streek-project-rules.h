/* streek-project-rules.h: the rules about programmes, projects and studies */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

void streek_project_rules_register (void);
