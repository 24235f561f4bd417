/* streek-kinds.h: every kind of record that a workspace keeps */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

void streek_workspace_register_kinds (void);
