/* streek-group-page-paper.c: the page of a target group as a table and on paper */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "workspace/streek-group-page-private.h"

#include "figure/streek-chart-sheets.h"
#include "plan/streek-plan-item.h"
#include "plan/streek-plan-tree.h"
#include "record/streek-record-columns.h"
#include "workspace/streek-matrix-draft.h"

#include <glib/gi18n-lib.h>

/* "Pijler", as its plan calls such an item; else what it is. */
static char *
dup_kind (const StreekRecordView *view, const StreekRecord *record)
{
  const StreekRecordKind *kind = streek_record_get_kind (record);

  if (kind != &streek_plan_item_kind)
    return g_strdup (streek_record_kind_get_name (kind));
  if (streek_record_has (record, STREEK_PLAN_ITEM_LEVEL))
    return streek_record_view_dup_text (view, record, STREEK_PLAN_ITEM_LEVEL);

  return g_strdup (streek_plan_item_is_action (record, streek_record_view_get_records (view))
                     ? _ ("Action")
                     : _ ("Goal"));
}

/* What the targets of an item have come to. */
static char *
dup_progress (const StreekRecordView *view, const StreekRecord *record)
{
  const StreekRecordListColumn *column =
    streek_record_get_kind (record) == &streek_plan_item_kind
      ? streek_record_columns_find (streek_record_view_get_columns (view, &streek_plan_item_kind),
                                    "targets")
      : NULL;

  return column != NULL ? streek_record_list_column_dup_text (column, record, view, "\n") : NULL;
}

static void
add_deed (StreekTable *table,
          const StreekRecordView *view,
          const StreekGroupDeed *deed,
          StreekGroupPart part)
{
  const StreekGroupFields *is = &streek_group_fields[part];
  const guint texts[] = { is->whole, is->status, is->starts, is->ends, is->owner };
  g_autofree char *kind = dup_kind (view, deed->record);
  g_autofree char *progress = dup_progress (view, deed->record);
  guint row = streek_table_add_row (table);

  streek_table_set_text (table, row, 0, kind);
  streek_table_set_text (table, row, 1, deed->title);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *text = streek_record_view_dup_text (view, deed->record, texts[i]);

      streek_table_set_text (table, row, 2 + i, *text != '\0' ? text : NULL);
    }
  streek_table_set_text (table, row, 2 + G_N_ELEMENTS (texts), progress);
}

StreekTable *
streek_group_page_make_table (const StreekGroupPage *page)
{
  static const struct
  {
    const char *id;
    const char *label;
  } columns[] = {
    { "kind", N_ ("Kind") },
    { "name", N_ ("Name") },
    { "plan", N_ ("Plan or programme") },
    { "status", N_ ("Status") },
    { "from", N_ ("From") },
    { "until", N_ ("Until") },
    { "owner", N_ ("Owner") },
    { "progress", N_ ("Progress") },
  };

  g_return_val_if_fail (page != NULL, NULL);

  StreekTable *table = streek_table_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    streek_table_add_column (table, columns[i].id, _ (columns[i].label), STREEK_COLUMN_TEXT, NULL,
                             0);
  for (guint part = 0; part < STREEK_N_GROUP_PARTS; part++)
    for (guint i = 0; i < page->deeds[part]->len; i++)
      add_deed (table, page->view, page->deeds[part]->pdata[i], part);
  for (guint i = 0; page->remarks[i] != NULL; i++)
    streek_table_add_remark (table, page->remarks[i]);

  return table;
}

/* What is missing, how each indicator went, and what the chart has to say. */
static char **
dup_notes (const StreekGroupPage *page)
{
  g_autoptr (GStrvBuilder) notes = g_strv_builder_new ();

  g_autofree char *known = streek_plan_dup_context (page->view, NULL, 0);

  g_strv_builder_addv (notes, (const char **) page->remarks);
  for (guint i = 0; i < page->indicators->len; i++)
    {
      const StreekGroupIndicator *indicator = page->indicators->pdata[i];
      g_autofree char *words = g_strdup_printf ("%s: %s", indicator->name, indicator->words);

      g_strv_builder_add (notes, words);
    }
  if (page->monitor != NULL)
    g_strv_builder_addv (notes, (const char **) streek_chart_get_notes (page->monitor));
  g_strv_builder_add (notes, known);

  return g_strv_builder_end (notes);
}

/* The description of the group stands under its name, with the area. */
static char *
dup_sheet_context (const StreekGroupPage *page)
{
  const char *description = streek_group_page_get_description (page);

  if (description == NULL || page->context == NULL)
    return g_strdup (description != NULL ? description : page->context);

  return g_strdup_printf ("%s\n%s", page->context, description);
}

GPtrArray *
streek_group_page_layout (const StreekGroupPage *page,
                          const StreekLayoutOptions *options,
                          GError **error)
{
  g_return_val_if_fail (page != NULL && options != NULL, NULL);

  g_autoptr (StreekTable) table = streek_group_page_make_table (page);
  g_auto (GStrv) notes = dup_notes (page);
  g_autofree char *context = dup_sheet_context (page);
  const StreekSheet sheet = {
    .size = options->size,
    .language = options->language,
    .title = page->title,
    .description = page->title,
    .context = context,
    .notes = (const char *const *) notes,
    .source = page->monitor != NULL ? streek_chart_get_source (page->monitor) : NULL,
    .organisation = options->organisation,
    .footer = options->footer,
    .has_logo = options->logo_path != NULL,
  };

  return streek_chart_sheets_layout (page->monitor, _ ("What Is Done"), table, NULL, &sheet,
                                     options, error);
}
