/* streek-programme-portrait.c: a programme as people show it to others: announced against entered
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "project/streek-project-portrait-private.h"

#include "project/streek-fund.h"
#include "project/streek-project.h"

#include <glib/gi18n-lib.h>

/* Whether a programme is one of those that it is part of, by whatever way round. */
static gboolean
is_above (const StreekRecords *records, const StreekRecord *programme, const StreekRecord *other)
{
  g_autoptr (GPtrArray) seen = g_ptr_array_new ();
  const StreekRecord *above = programme;

  while ((above = streek_record_follow (above, STREEK_PROGRAMME_PARENT, records)) != NULL &&
         !g_ptr_array_find (seen, above, NULL))
    {
      if (above == other)
        return TRUE;

      g_ptr_array_add (seen, (gpointer) above);
    }

  return FALSE;
}

/* What a programme is part of is no part of it, though another program or two files brought
 * together say so: of a ring each counts what stands in itself, so that nothing counts twice. */
static void
gather_parts (const StreekRecords *records, const StreekRecord *programme, GPtrArray *gathered)
{
  if (programme == NULL || g_ptr_array_find (gathered, programme, NULL) ||
      (gathered->len > 0 && is_above (records, gathered->pdata[0], programme)))
    return;

  g_ptr_array_add (gathered, (gpointer) programme);

  g_autoptr (GPtrArray) parts = streek_records_gather (
    records, &streek_programme_kind, STREEK_PROGRAMME_PARENT, streek_record_get_id (programme));

  for (guint i = 0; i < parts->len; i++)
    gather_parts (records, parts->pdata[i], gathered);
}

StreekProgrammeCount
streek_programme_count (const StreekRecords *records, gint64 programme)
{
  g_return_val_if_fail (records != NULL, (StreekProgrammeCount){ 0 });

  const StreekRecord *record = streek_records_find (records, &streek_programme_kind, programme);
  g_autoptr (GPtrArray) programmes = g_ptr_array_new ();
  StreekProgrammeCount count = { 0 };

  if (record == NULL)
    return count;

  gather_parts (records, record, programmes);

  for (guint i = 0; i < programmes->len; i++)
    {
      guint n;

      streek_records_list_by (records, &streek_project_kind, STREEK_PROJECT_PROGRAMME,
                              streek_record_get_id (programmes->pdata[i]), &n);
      count.n_recorded += n;
      count.n_in_parts += i > 0 ? n : 0;
    }

  count.is_in_ring = is_above (records, record, record);
  count.is_announced = streek_record_has (record, STREEK_PROGRAMME_ANNOUNCED);
  count.announced = streek_record_get_integer (record, STREEK_PROGRAMME_ANNOUNCED);

  return count;
}

static char *
dup_recorded (const StreekProgrammeCount *count)
{
  return g_strdup_printf (
    ngettext ("%u project is entered here", "%u projects are entered here", count->n_recorded),
    count->n_recorded);
}

char *
streek_programme_count_describe (const StreekProgrammeCount *count)
{
  g_autofree char *recorded = dup_recorded (count);
  gint64 left = count->announced - count->n_recorded;

  if (!count->is_announced)
    /* Translators: %s is “3 projects are entered here”. */
    return g_strdup_printf (_ ("%s; how many were announced is not entered."), recorded);
  if (left == 0)
    /* Translators: %1$s is “3 projects are entered here”, %2$d how many were announced. */
    return g_strdup_printf (_ ("%1$s, as many as were announced (%2$d)."), recorded,
                            (int) count->announced);
  if (left < 0)
    /* Translators: %1$s is “3 projects are entered here”, %2$d how many were announced, %3$d how
     * many more there are. */
    return g_strdup_printf (_ ("%1$s, %3$d more than the %2$d that were announced."), recorded,
                            (int) count->announced, (int) -left);

  /* Translators: %1$s is “3 projects are entered here”, %2$d how many were announced, %3$d how many
   * are not entered. */
  return g_strdup_printf (_ ("%1$s of the %2$d that were announced; %3$d are not entered yet."),
                          recorded, (int) count->announced, (int) left);
}

char *
streek_programme_dup_path (const StreekRecords *records, const StreekRecord *programme)
{
  g_autoptr (GPtrArray) seen = g_ptr_array_new ();
  GString *path = g_string_new (NULL);

  for (; programme != NULL && !g_ptr_array_find (seen, programme, NULL);
       programme = streek_record_follow (programme, STREEK_PROGRAMME_PARENT, records))
    {
      g_ptr_array_add (seen, (gpointer) programme);
      if (path->len > 0)
        g_string_prepend (path, " › ");
      g_string_prepend (path, streek_record_get_text (programme, STREEK_PROGRAMME_NAME));
    }

  return g_string_free (path, FALSE);
}

static void
add_brief (StreekPortrait *portrait,
           const StreekRecordView *view,
           const StreekRecord *programme,
           const StreekProgrammeCount *count)
{
  static const guint fields[] = { STREEK_PROGRAMME_FUND, STREEK_PROGRAMME_PARENT };
  static const guint rest[] = { STREEK_PROGRAMME_DOCUMENT, STREEK_PROGRAMME_PAGE };
  g_autofree char *sentence = streek_programme_count_describe (count);
  g_autofree char *span =
    streek_record_view_dup_span (view, programme, STREEK_PROGRAMME_STARTS, STREEK_PROGRAMME_ENDS);
  g_autofree char *announced = count->is_announced ? g_strdup_printf ("%d", (int) count->announced)
                                                   : g_strdup (C_ ("programme", "Not entered"));
  g_autofree char *recorded = g_strdup_printf ("%u", count->n_recorded);
  g_autofree char *left =
    g_strdup_printf ("%d", (int) MAX (count->announced - count->n_recorded, 0));

  streek_portrait_add_heading (portrait, 1, _ ("In brief"), streek_record_dup_place (programme));
  streek_portrait_add_text (portrait, sentence);
  if (count->is_in_ring)
    streek_portrait_add_note (portrait,
                              _ ("By “Part of” this programme stands under itself. Until that is "
                                 "mended, what stands in the others of that ring is not counted "
                                 "here."));
  streek_portrait_add_fields (portrait, view, programme, fields, G_N_ELEMENTS (fields));
  streek_portrait_add_fact (portrait, _ ("Period"), span);
  streek_portrait_add_fact (portrait, _ ("Projects announced"), announced);
  streek_portrait_add_fact (portrait, _ ("Entered here"), recorded);
  if (count->is_announced)
    streek_portrait_add_fact (portrait, _ ("Not entered yet"), left);
  streek_portrait_add_fields (portrait, view, programme, rest, G_N_ELEMENTS (rest));
  streek_portrait_add_text (portrait, streek_record_get_text (programme, STREEK_PROGRAMME_NOTE));
}

/* A line for each part, with what it announced itself: parts may say nothing of it. */
static void
add_parts (StreekPortrait *portrait, const StreekRecordView *view, const GPtrArray *programmes)
{
  const StreekRecords *records = streek_record_view_get_records (view);
  const char *const heads[] = { _ ("Part"), _ ("Announced"), _ ("Entered here"),
                                _ ("Not entered yet") };

  streek_portrait_add_heading (portrait, 1, _ ("Parts of the programme"), NULL);
  streek_portrait_offer_part (portrait, streek_programme_kind.id, STREEK_PROGRAMME_PARENT,
                              streek_record_get_id (programmes->pdata[0]));

  for (guint i = 1; i < programmes->len; i++)
    {
      const StreekRecord *part = programmes->pdata[i];
      StreekProgrammeCount count = streek_programme_count (records, streek_record_get_id (part));
      g_autofree char *announced =
        count.is_announced ? g_strdup_printf ("%d", (int) count.announced) : g_strdup ("");
      g_autofree char *recorded = g_strdup_printf ("%u", count.n_recorded);
      g_autofree char *left =
        count.is_announced
          ? g_strdup_printf ("%d", (int) MAX (count.announced - count.n_recorded, 0))
          : g_strdup ("");
      const char *const cells[] = { streek_record_get_text (part, STREEK_PROGRAMME_NAME), announced,
                                    recorded, left };

      if (i == 1)
        streek_portrait_add_head (portrait, heads, G_N_ELEMENTS (heads),
                                  1u << 1 | 1u << 2 | 1u << 3);
      streek_portrait_add_row (portrait, cells, G_N_ELEMENTS (cells),
                               streek_record_dup_place (part));
    }
}

static char *
dup_project_span (const StreekRecord *project, const StreekRecordView *view)
{
  return streek_record_view_dup_span (view, project, STREEK_PROJECT_STARTS, STREEK_PROJECT_ENDS);
}

/* What was rejected costs nobody anything. */
static void
add_budgets (StreekPortrait *portrait, const StreekRecordView *view, const GPtrArray *projects)
{
  g_autoptr (GPtrArray) counted = g_ptr_array_new ();
  guint n_unknown;

  for (guint i = 0; i < projects->len; i++)
    if (!streek_record_is (projects->pdata[i], STREEK_PROJECT_STATUS, "rejected"))
      g_ptr_array_add (counted, projects->pdata[i]);

  streek_portrait_add_sum (portrait, view, counted, STREEK_PROJECT_BUDGET, &n_unknown);

  guint n_rejected = projects->len - counted->len;

  if (counted->len > 0 && n_rejected > 0)
    {
      g_autofree char *note =
        g_strdup_printf (ngettext ("%u rejected project is not counted in that.",
                                   "%u rejected projects are not counted in that.", n_rejected),
                         n_rejected);

      streek_portrait_add_note (portrait, note);
    }
}

static void
add_projects (StreekPortrait *portrait, const StreekRecordView *view, const GPtrArray *programmes)
{
  static const StreekPortraitColumn columns[] = {
    { STREEK_PROJECT_NAME, N_ ("Project"), NULL }, { STREEK_PROJECT_PROGRAMME, NULL, NULL },
    { STREEK_PROJECT_LEAD, NULL, NULL },           { -1, N_ ("Period"), dup_project_span },
    { STREEK_PROJECT_STATUS, NULL, NULL },         { STREEK_PROJECT_BUDGET, NULL, NULL },
  };
  const StreekRecords *records = streek_record_view_get_records (view);
  g_autoptr (GPtrArray) projects = g_ptr_array_new ();

  for (guint i = 0; i < programmes->len; i++)
    {
      g_autoptr (GPtrArray) some =
        streek_records_gather (records, &streek_project_kind, STREEK_PROJECT_PROGRAMME,
                               streek_record_get_id (programmes->pdata[i]));

      for (guint j = 0; j < some->len; j++)
        g_ptr_array_add (projects, some->pdata[j]);
    }

  streek_portrait_add_heading (portrait, 1, _ ("Projects"), NULL);
  streek_portrait_offer_part (portrait, streek_project_kind.id, STREEK_PROJECT_PROGRAMME,
                              streek_record_get_id (programmes->pdata[0]));
  streek_portrait_add_records (portrait, view, projects, columns, G_N_ELEMENTS (columns));
  add_budgets (portrait, view, projects);
}

static void
add_calls (StreekPortrait *portrait, const StreekRecordView *view, gint64 programme)
{
  static const StreekPortraitColumn columns[] = {
    { STREEK_CALL_TITLE, N_ ("Call"), NULL },
    { STREEK_CALL_OPENS_ON, NULL, NULL },
    { STREEK_CALL_CLOSES_ON, NULL, NULL },
    { STREEK_CALL_CONDITIONS, NULL, NULL },
  };
  g_autoptr (GPtrArray) calls = streek_records_gather (
    streek_record_view_get_records (view), &streek_call_kind, STREEK_CALL_PROGRAMME, programme);

  streek_portrait_add_heading (portrait, 1, _ ("Calls"), NULL);
  streek_portrait_offer_part (portrait, streek_call_kind.id, STREEK_CALL_PROGRAMME, programme);
  streek_portrait_add_records (portrait, view, calls, columns, G_N_ELEMENTS (columns));
}

StreekPortrait *
streek_programme_portrait_new (const StreekRecordView *view, gint64 programme)
{
  g_return_val_if_fail (view != NULL, NULL);

  const StreekRecords *records = streek_record_view_get_records (view);
  const StreekRecord *record = streek_records_find (records, &streek_programme_kind, programme);

  if (record == NULL)
    return NULL;

  StreekPortrait *portrait =
    streek_portrait_new (streek_record_get_text (record, STREEK_PROGRAMME_NAME), _ ("Programme"));
  StreekProgrammeCount count = streek_programme_count (records, programme);
  g_autoptr (GPtrArray) programmes = g_ptr_array_new ();

  gather_parts (records, record, programmes);
  add_brief (portrait, view, record, &count);
  add_parts (portrait, view, programmes);
  add_projects (portrait, view, programmes);
  add_calls (portrait, view, programme);

  return portrait;
}
