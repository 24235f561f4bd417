/* streek-plan-import-tree.h: the plan that rows of a spreadsheet will make, and what was found */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan/streek-plan-import.h"

#include <adwaita.h>

#define STREEK_TYPE_PLAN_IMPORT_TREE (streek_plan_import_tree_get_type ())
G_DECLARE_FINAL_TYPE (
  StreekPlanImportTree, streek_plan_import_tree, STREEK, PLAN_IMPORT_TREE, AdwBin)

GtkWidget *streek_plan_import_tree_new (void);
/* @import: (nullable): nothing to show; @view: as the records are now */
void streek_plan_import_tree_show (StreekPlanImportTree *self,
                                   const StreekPlanImport *import,
                                   StreekRecordView *view);
