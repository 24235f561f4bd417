/* streek-project-funds.c: who pays for a project */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "project/streek-project-funds.h"

#include "project/streek-fund.h"
#include "project/streek-project.h"
#include "record/streek-record-portrait.h"

/* A programme is part of another one, but never around in a ring. */
#define MAX_LEVELS 16

const StreekRecord *
streek_project_find_fund (const StreekRecords *records, const StreekRecord *project)
{
  g_return_val_if_fail (records != NULL && project != NULL, NULL);

  const StreekRecord *fund = streek_record_follow (project, STREEK_PROJECT_FUND, records);
  const StreekRecord *programme = streek_record_follow (project, STREEK_PROJECT_PROGRAMME, records);
  const StreekRecord *call = streek_record_follow (project, STREEK_PROJECT_CALL, records);

  if (programme == NULL && call != NULL)
    programme = streek_record_follow (call, STREEK_CALL_PROGRAMME, records);

  for (guint i = 0; fund == NULL && programme != NULL && i < MAX_LEVELS; i++)
    {
      fund = streek_record_follow (programme, STREEK_PROGRAMME_FUND, records);
      programme = streek_record_follow (programme, STREEK_PROGRAMME_PARENT, records);
    }

  return fund;
}

static void
add_unless_known (GPtrArray *funds, const StreekRecord *fund)
{
  if (fund != NULL && !g_ptr_array_find (funds, fund, NULL))
    g_ptr_array_add (funds, (gpointer) fund);
}

GPtrArray *
streek_project_list_funds (const StreekRecords *records, const StreekRecord *project)
{
  g_return_val_if_fail (records != NULL && project != NULL, NULL);

  GPtrArray *funds = g_ptr_array_new ();
  g_autoptr (GPtrArray) funding =
    streek_records_gather (records, &streek_project_funding_kind, STREEK_PROJECT_FUNDING_PROJECT,
                           streek_record_get_id (project));

  add_unless_known (funds, streek_project_find_fund (records, project));
  for (guint i = 0; i < funding->len; i++)
    add_unless_known (
      funds, streek_record_follow (funding->pdata[i], STREEK_PROJECT_FUNDING_FUND, records));

  return funds;
}
