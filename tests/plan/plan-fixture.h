/* plan-fixture.h: a small plan, and rows of a spreadsheet that become one */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan/streek-plan-import.h"
#include "streek-record-book.h"

/* A plan 2020–2025 of pillars and actions: "1 Netwerk" with "Overleg" and "Website". */
typedef struct
{
  StreekRecordBook *book;
  gint64 pact;
  gint64 network;
  gint64 talks;
  gint64 site;
  gint64 diest; /* an organisation, "SD" in short */
  StreekRecordView *view;
} PlanFixture;

void plan_fixture_set_up (PlanFixture *fixture, gconstpointer data);
void plan_fixture_tear_down (PlanFixture *fixture, gconstpointer data);
/* @pact: 0: a new one */
StreekPlanSheet *plan_fixture_read_sheet (PlanFixture *fixture, gint64 pact, const char *text);
StreekPlanImport *plan_fixture_import (PlanFixture *fixture, const StreekPlanSheet *sheet);
StreekPlanImport *plan_fixture_import_text (PlanFixture *fixture, gint64 pact, const char *text);
/* The tree that results: "1 Netwerk (Overleg [2021 2023], Website)". */
char *plan_fixture_dump_tree (PlanFixture *fixture, const StreekPlanImport *result);
/* @rows: states of rows by their first letters, then findings: "hnu|3 paste/cell"; @tree: as above
 */
void plan_fixture_assert_import (PlanFixture *fixture,
                                 const StreekPlanImport *result,
                                 const char *rows,
                                 const char *tree);
void plan_fixture_assert_imported (
  PlanFixture *fixture, gint64 pact, const char *text, const char *rows, const char *tree);
