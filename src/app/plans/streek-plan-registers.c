/* streek-plan-registers.c: what is entered beside the tree of a plan, as lists */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "plans/streek-plan-registers.h"

#include "plan/streek-follow-up.h"
#include "plan/streek-plan-item.h"
#include "plan/streek-policy-frame.h"
#include "plan/streek-signal.h"
#include "plan/streek-target-group.h"
#include "plan/streek-theme.h"
#include "plan/streek-year-programme.h"
#include "record/streek-record-section.h"

#include <string.h>

#define PACT_KEY "streek-pact"

static const struct
{
  const StreekRecordKind *kind;
  const char *plan;        /* (nullable): the column that says of which plan it is */
  gboolean is_title_first; /* what it is called tells more than the plan that all are of */
} lists[] = {
  { &streek_plan_item_kind, "pact", TRUE },    { &streek_year_action_kind, NULL, FALSE },
  { &streek_progress_kind, "in_plan", FALSE }, { &streek_adjustment_kind, "in_plan", FALSE },
  { &streek_target_kind, "in_plan", TRUE },    { &streek_signal_kind, NULL, FALSE },
  { &streek_theme_kind, NULL, FALSE },         { &streek_target_group_kind, NULL, FALSE },
  { &streek_policy_frame_kind, NULL, FALSE },
};

/* The plan comes last: it is the same in each row, until its filter is taken away. */
static void
put_title_first (StreekRecordPage *page, const StreekRecordKind *kind, const char *plan)
{
  g_autoptr (StreekRecordListSpec) spec = streek_record_list_spec_new (kind);
  const char *title = kind->fields[kind->title].id;
  g_autoptr (GStrvBuilder) columns = g_strv_builder_new ();

  g_strv_builder_add (columns, title);
  for (guint i = 0; spec->columns[i] != NULL; i++)
    if (strcmp (spec->columns[i], title) != 0 && strcmp (spec->columns[i], plan) != 0)
      g_strv_builder_add (columns, spec->columns[i]);
  if (g_strv_contains ((const char *const *) spec->columns, plan))
    g_strv_builder_add (columns, plan);

  g_auto (GStrv) arranged = g_strv_builder_end (columns);

  streek_record_list_spec_set_columns (spec, (const char *const *) arranged);
  streek_record_page_set_spec (page, spec);
}

GtkWidget *
streek_plan_registers_new (StreekContext *context)
{
  g_return_val_if_fail (STREEK_IS_CONTEXT (context), NULL);

  GtkWidget *registers = streek_record_section_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      StreekRecordPage *page =
        streek_record_section_add_kind (STREEK_RECORD_SECTION (registers), context, lists[i].kind);

      if (lists[i].is_title_first)
        put_title_first (page, lists[i].kind, lists[i].plan);
    }

  return registers;
}

void
streek_plan_registers_set_pact (GtkWidget *registers, gint64 pact)
{
  g_return_if_fail (STREEK_IS_RECORD_SECTION (registers));

  const char *former = g_object_get_data (G_OBJECT (registers), PACT_KEY);
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, pact);

  if (g_strcmp0 (former, id) == 0)
    return;

  g_object_set_data_full (G_OBJECT (registers), PACT_KEY, g_strdup (id), g_free);
  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    if (lists[i].plan != NULL)
      streek_record_page_narrow (STREEK_RECORD_PAGE (streek_record_section_get_page (
                                   STREEK_RECORD_SECTION (registers), lists[i].kind->id)),
                                 lists[i].plan, pact != 0 ? id : NULL);
}
