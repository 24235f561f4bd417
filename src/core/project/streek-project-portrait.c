/* streek-project-portrait.c: a project as people show it to others: who, where, when, with what */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "project/streek-project-portrait-private.h"

#include "plan/streek-plan-item.h"
#include "plan/streek-pact.h"
#include "project/streek-fund.h"
#include "project/streek-participation.h"
#include "project/streek-project-funds.h"
#include "project/streek-project.h"
#include "record/streek-record-columns.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Less than half a cent is no difference. */
#define LEAST_AMOUNT 0.005

void
streek_project_work_begin_part (const StreekProjectWork *self,
                                const char *heading,
                                const StreekRecordKind *kind,
                                guint field)
{
  streek_portrait_add_heading (self->portrait, 1, heading, NULL);
  streek_portrait_offer_part (self->portrait, kind->id, field, self->id);
}

/* In brief */

static char *
dup_name (const StreekRecord *project)
{
  const char *name = streek_record_get_text (project, STREEK_PROJECT_NAME);
  const char *acronym = streek_record_get_text (project, STREEK_PROJECT_ACRONYM);

  return acronym != NULL && name != NULL ? g_strdup_printf ("%s (%s)", name, acronym)
                                         : g_strdup (name != NULL ? name : "");
}

/* "ESF · 1 januari 2012 – 31 december 2014 · Under way" */
static char *
dup_context (const StreekRecordView *view, const StreekRecord *project)
{
  const StreekRecord *programme =
    streek_record_follow (project, STREEK_PROJECT_PROGRAMME, streek_record_view_get_records (view));
  g_autofree char *path =
    programme != NULL ? streek_programme_dup_path (streek_record_view_get_records (view), programme)
                      : streek_record_view_dup_text (view, project, STREEK_PROJECT_FUND);
  g_autofree char *span =
    streek_record_view_dup_span (view, project, STREEK_PROJECT_STARTS, STREEK_PROJECT_ENDS);
  g_autofree char *status = streek_record_view_dup_text (view, project, STREEK_PROJECT_STATUS);
  const char *const parts[] = { path, span, status };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL && *parts[i] != '\0')
      g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", parts[i]);

  return g_string_free (text, FALSE);
}

static void
add_programme (const StreekProjectWork *self)
{
  const StreekRecord *programme =
    streek_record_follow (self->project, STREEK_PROJECT_PROGRAMME, self->records);
  const StreekRecord *fund = streek_project_find_fund (self->records, self->project);
  const guint call[] = { STREEK_PROJECT_CALL };
  g_autofree char *path =
    programme != NULL ? streek_programme_dup_path (self->records, programme) : NULL;

  streek_portrait_add_fact (self->portrait, _ ("Programme"), path);
  streek_portrait_add_fact (self->portrait, _ ("Fund"),
                            fund != NULL ? streek_record_get_text (fund, STREEK_FUND_NAME) : NULL);
  streek_portrait_add_fields (self->portrait, self->view, self->project, call, G_N_ELEMENTS (call));
}

static void
add_brief (const StreekProjectWork *self)
{
  static const guint who[] = { STREEK_PROJECT_LEAD, STREEK_PROJECT_OWNER, STREEK_PROJECT_BODY };
  static const guint rest[] = { STREEK_PROJECT_STATUS, STREEK_PROJECT_PERCENT,
                                STREEK_PROJECT_WEBSITE };
  g_autofree char *span = streek_record_view_dup_span (self->view, self->project,
                                                       STREEK_PROJECT_STARTS, STREEK_PROJECT_ENDS);

  streek_portrait_add_heading (self->portrait, 1, _ ("In brief"),
                               streek_record_dup_place (self->project));
  streek_portrait_add_text (self->portrait,
                            streek_record_get_text (self->project, STREEK_PROJECT_AIM));
  add_programme (self);
  streek_portrait_add_fact (self->portrait, _ ("Period"), span);
  streek_portrait_add_fields (self->portrait, self->view, self->project, who, G_N_ELEMENTS (who));
  streek_portrait_add_fields (self->portrait, self->view, self->project, rest, G_N_ELEMENTS (rest));
  streek_portrait_add_text (self->portrait,
                            streek_record_get_text (self->project, STREEK_PROJECT_DESCRIPTION));
}

/* Who */

static char *
dup_partner_span (const StreekRecord *partner, const StreekRecordView *view)
{
  return streek_record_view_dup_span (view, partner, STREEK_PROJECT_PARTNER_STARTS,
                                      STREEK_PROJECT_PARTNER_ENDS);
}

static void
add_partners (const StreekProjectWork *self)
{
  static const StreekPortraitColumn columns[] = {
    { STREEK_PROJECT_PARTNER_ORGANISATION, NULL, NULL },
    { STREEK_PROJECT_PARTNER_ROLE, NULL, NULL },
    { -1, N_ ("Period"), dup_partner_span },
    { STREEK_PROJECT_PARTNER_NOTE, NULL, NULL },
    { STREEK_PROJECT_PARTNER_AMOUNT, NULL, NULL },
  };
  g_autoptr (GPtrArray) partners = streek_records_gather (
    self->records, &streek_project_partner_kind, STREEK_PROJECT_PARTNER_PROJECT, self->id);

  streek_project_work_begin_part (self, _ ("Partners"), &streek_project_partner_kind,
                                  STREEK_PROJECT_PARTNER_PROJECT);
  streek_portrait_add_records (self->portrait, self->view, partners, columns,
                               G_N_ELEMENTS (columns));
}

/* Where */

char *
streek_project_dup_area (const StreekRecordView *view,
                         const StreekRecord *link,
                         guint area,
                         guint surroundings)
{
  g_autofree char *name = streek_record_view_dup_text (view, link, area);

  return streek_record_get_flag (link, surroundings)
           /* Translators: %s is an area. */
           ? g_strdup_printf (_ ("%s and surroundings"), name)
           : g_steal_pointer (&name);
}

static char *
dup_area (const StreekRecord *link, const StreekRecordView *view)
{
  return streek_project_dup_area (view, link, STREEK_PROJECT_AREA_AREA,
                                  STREEK_PROJECT_AREA_SURROUNDINGS);
}

static char *
dup_set (const StreekRecord *link, const StreekRecordView *view)
{
  const char *ref = streek_record_get_text (link, STREEK_PROJECT_AREA_AREA);
  StreekAreas *areas = streek_record_view_get_areas (view);
  StreekDate used;
  const StreekArea *area =
    ref != NULL
      ? streek_areas_resolve_ref (areas, ref, streek_areas_get_newest_date (areas), &used, NULL)
      : NULL;

  return g_strdup (area != NULL ? area->set->name : NULL);
}

static void
add_municipalities (const StreekProjectWork *self)
{
  g_autoptr (StreekParticipation) participation = streek_participation_new (
    self->view, &self->id, 1, streek_record_get_first_day (self->project, STREEK_PROJECT_STARTS),
    NULL);

  if (participation == NULL || participation->participants->len == 0)
    return;

  guint n = participation->participants->len;
  g_autoptr (GPtrArray) notes = streek_participation_list_notes (participation);
  g_autofree char *day =
    streek_format_date (streek_record_view_get_format (self->view), participation->on);
  g_autofree char *count = g_strdup_printf (
    /* Translators: %1$u is how many, %2$s a day. */
    ngettext ("Together %1$u municipality, as on %2$s.",
              "Together %1$u municipalities, as on %2$s.", n),
    n, day);

  streek_portrait_add_note (self->portrait, count);

  for (guint i = 0; i < notes->len; i++)
    streek_portrait_add_note (self->portrait, notes->pdata[i]);
}

static void
add_areas (const StreekProjectWork *self)
{
  static const StreekPortraitColumn columns[] = {
    { -1, N_ ("Area"), dup_area },
    { -1, N_ ("Division"), dup_set },
    { STREEK_PROJECT_AREA_NOTE, NULL, NULL },
  };
  g_autoptr (GPtrArray) areas = streek_records_gather (self->records, &streek_project_area_kind,
                                                       STREEK_PROJECT_AREA_PROJECT, self->id);

  streek_project_work_begin_part (self, _ ("Areas"), &streek_project_area_kind,
                                  STREEK_PROJECT_AREA_PROJECT);
  streek_portrait_add_records (self->portrait, self->view, areas, columns, G_N_ELEMENTS (columns));
  add_municipalities (self);
}

/* What for */

/* With the plan that it stands in. */
static char *
dup_plan (const StreekRecord *link, const StreekRecordView *view)
{
  const StreekRecords *records = streek_record_view_get_records (view);
  const StreekRecord *item = streek_record_follow (link, STREEK_PROJECT_ITEM_ITEM, records);
  const StreekRecord *pact =
    item != NULL ? streek_record_follow (item, STREEK_PLAN_ITEM_PACT, records) : NULL;

  return pact != NULL ? streek_record_dup_title (pact, records) : NULL;
}

static void
add_links (const StreekProjectWork *self,
           const StreekRecordKind *kind,
           guint project,
           guint field,
           const char *heading)
{
  g_autoptr (GPtrArray) links = streek_records_gather (self->records, kind, project, self->id);
  g_autofree char *titles = streek_record_view_dup_titles (self->view, links, field);

  streek_project_work_begin_part (self, heading, kind, project);
  streek_portrait_add_text (self->portrait, titles);
}

static void
add_purposes (const StreekProjectWork *self)
{
  static const StreekPortraitColumn columns[] = {
    { STREEK_PROJECT_ITEM_ITEM, NULL, NULL },
    { -1, N_ ("Plan"), dup_plan },
  };
  g_autoptr (GPtrArray) items = streek_records_gather (self->records, &streek_project_item_kind,
                                                       STREEK_PROJECT_ITEM_PROJECT, self->id);

  add_links (self, &streek_project_theme_kind, STREEK_PROJECT_THEME_PROJECT,
             STREEK_PROJECT_THEME_THEME, _ ("Themes"));
  add_links (self, &streek_project_target_group_kind, STREEK_PROJECT_TARGET_GROUP_PROJECT,
             STREEK_PROJECT_TARGET_GROUP_TARGET_GROUP, _ ("Target groups"));
  streek_project_work_begin_part (self, _ ("Goals and actions that it carries out"),
                                  &streek_project_item_kind, STREEK_PROJECT_ITEM_PROJECT);
  streek_portrait_add_records (self->portrait, self->view, items, columns, G_N_ELEMENTS (columns));
}

/* With what */

static char *
dup_amount (const StreekProjectWork *self, double amount)
{
  const StreekRecordField *field = &streek_project_kind.fields[STREEK_PROJECT_BUDGET];
  g_autofree char *number =
    streek_record_field_dup_number (field, amount, streek_record_view_get_format (self->view));

  return g_strdup_printf ("%s %s", number, _ (field->unit));
}

/* Only where every amount is known can they be held against the budget. */
static void
compare_with_budget (const StreekProjectWork *self, double funded, guint n_unknown)
{
  double left = streek_record_get_number (self->project, STREEK_PROJECT_BUDGET) - funded;

  if (isnan (left) || fabs (left) < LEAST_AMOUNT || (n_unknown > 0 && left > 0))
    return;

  g_autofree char *amount = dup_amount (self, fabs (left));
  g_autofree char *note =
    left > 0
      /* Translators: %s is an amount. */
      ? g_strdup_printf (_ ("Of %s of the budget it is not entered who pays it."), amount)
      /* Translators: %s is an amount. */
      : g_strdup_printf (_ ("That is %s more than the budget."), amount);

  streek_portrait_add_note (self->portrait, note);
}

static char *
dup_payer (const StreekRecord *funding, const StreekRecordView *view)
{
  g_autofree char *fund = streek_record_view_dup_text (view, funding, STREEK_PROJECT_FUNDING_FUND);
  g_autofree char *organisation =
    streek_record_view_dup_text (view, funding, STREEK_PROJECT_FUNDING_ORGANISATION);

  if (*fund != '\0' && *organisation != '\0')
    return g_strdup_printf ("%s (%s)", fund, organisation);

  return *fund != '\0' ? g_steal_pointer (&fund) : g_steal_pointer (&organisation);
}

/* An amount that nobody entered is said, not left open. */
static char *
dup_funding (const StreekRecord *funding, const StreekRecordView *view)
{
  return streek_record_has (funding, STREEK_PROJECT_FUNDING_AMOUNT)
           ? streek_record_view_dup_text (view, funding, STREEK_PROJECT_FUNDING_AMOUNT)
           : g_strdup (C_ ("amount", "Not known"));
}

static void
add_partner_shares (const StreekProjectWork *self)
{
  g_autoptr (GPtrArray) partners = streek_records_gather (
    self->records, &streek_project_partner_kind, STREEK_PROJECT_PARTNER_PROJECT, self->id);
  guint n_known = 0;
  double sum = 0;

  for (guint i = 0; i < partners->len; i++)
    if (streek_record_has (partners->pdata[i], STREEK_PROJECT_PARTNER_AMOUNT))
      {
        sum += streek_record_get_number (partners->pdata[i], STREEK_PROJECT_PARTNER_AMOUNT);
        n_known++;
      }

  if (n_known == 0)
    return;

  g_autofree char *amount = dup_amount (self, sum);
  g_autofree char *note =
    n_known == partners->len
      /* Translators: %s is an amount. */
      ? g_strdup_printf (_ ("Own shares of the partners: %s."), amount)
      /* Translators: %1$s is an amount; %2$u of %3$u partners have one. */
      : g_strdup_printf (_ ("Own shares of the partners: at least %1$s; entered of %2$u of the "
                            "%3$u partners."),
                         amount, n_known, partners->len);

  streek_portrait_add_note (self->portrait, note);
}

static void
add_money (const StreekProjectWork *self)
{
  static const StreekPortraitColumn columns[] = {
    { -1, N_ ("Who pays"), dup_payer },
    { STREEK_PROJECT_FUNDING_NOTE, NULL, NULL },
    { STREEK_PROJECT_FUNDING_AMOUNT, NULL, dup_funding },
  };
  g_autoptr (GPtrArray) funding = streek_records_gather (
    self->records, &streek_project_funding_kind, STREEK_PROJECT_FUNDING_PROJECT, self->id);
  g_autofree char *budget =
    streek_record_view_dup_text (self->view, self->project, STREEK_PROJECT_BUDGET);
  guint n_unknown;

  streek_project_work_begin_part (self, _ ("Budget and funding"), &streek_project_funding_kind,
                                  STREEK_PROJECT_FUNDING_PROJECT);
  if (*budget != '\0' || funding->len > 0)
    streek_portrait_add_fact (self->portrait, _ ("Budget"),
                              *budget != '\0' ? budget : C_ ("amount", "Not known"));
  streek_portrait_add_records (self->portrait, self->view, funding, columns,
                               G_N_ELEMENTS (columns));

  double sum = streek_portrait_add_sum (self->portrait, self->view, funding,
                                        STREEK_PROJECT_FUNDING_AMOUNT, &n_unknown);

  if (funding->len > 0)
    compare_with_budget (self, sum, n_unknown);
  add_partner_shares (self);
}

/* The rest */

static void
add_documents (const StreekProjectWork *self)
{
  static const StreekPortraitColumn columns[] = {
    { STREEK_PROJECT_DOCUMENT_DOCUMENT, NULL, NULL },
    { STREEK_PROJECT_DOCUMENT_PAGE, NULL, NULL },
    { STREEK_PROJECT_DOCUMENT_NOTE, NULL, NULL },
  };
  g_autoptr (GPtrArray) documents = streek_records_gather (
    self->records, &streek_project_document_kind, STREEK_PROJECT_DOCUMENT_PROJECT, self->id);

  streek_project_work_begin_part (self, _ ("Documents"), &streek_project_document_kind,
                                  STREEK_PROJECT_DOCUMENT_PROJECT);
  streek_portrait_add_records (self->portrait, self->view, documents, columns,
                               G_N_ELEMENTS (columns));
}

static void
add_note (const StreekProjectWork *self)
{
  if (!streek_record_has (self->project, STREEK_PROJECT_NOTE))
    return;

  streek_portrait_add_heading (self->portrait, 1, _ ("Note"),
                               streek_record_dup_place (self->project));
  streek_portrait_add_text (self->portrait,
                            streek_record_get_text (self->project, STREEK_PROJECT_NOTE));
}

StreekPortrait *
streek_project_portrait_new (const StreekRecordView *view, gint64 project)
{
  g_return_val_if_fail (view != NULL, NULL);

  const StreekRecords *records = streek_record_view_get_records (view);
  const StreekRecord *record = streek_records_find (records, &streek_project_kind, project);

  if (record == NULL)
    return NULL;

  g_autofree char *name = dup_name (record);
  g_autofree char *context = dup_context (view, record);
  const StreekProjectWork work = { streek_portrait_new (name, *context != '\0' ? context : NULL),
                                   view, records, record, project };

  add_brief (&work);
  add_partners (&work);
  add_areas (&work);
  add_purposes (&work);
  add_money (&work);
  streek_project_portrait_add_strands (&work);
  streek_project_portrait_add_course (&work);
  streek_project_portrait_add_events (&work);
  streek_project_portrait_add_channels (&work);
  streek_project_portrait_add_studies (&work);
  add_documents (&work);
  add_note (&work);
  streek_project_portrait_add_support (&work);

  return work.portrait;
}
