/* streek-command-list-records.c: `streek list`: projects, actions, organisations and other records
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "streek-command-list.h"

#include "draw/streek-output.h"
#include "figure/streek-table-sheets.h"
#include "record/streek-record-export.h"
#include "streek-cli-paper.h"
#include "streek-cli-workspace.h"
#include "workspace/streek-kinds.h"
#include "workspace/streek-record-edits.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What is typed, and the kind it stands for; other kinds by their own id. */
static const struct
{
  const char *word;
  const char *kind;
  const char *only; /* (nullable): a flag that they have */
} words[] = {
  { "projects", "project", NULL },
  { "actions", "plan_item", "is_action" },
  { "goals", "plan_item", NULL },
  { "organisations", "organisation", NULL },
  { "bodies", "body", NULL },
  { "pacts", "pact", NULL },
  { "year-programmes", "year_programme", NULL },
  { "year-actions", "year_action", NULL },
  { "obligations", "obligation", NULL },
  { "targets", "target", NULL },
  { "roles", "role", NULL },
  { "themes", "theme", NULL },
  { "target-groups", "target_group", NULL },
  { "policy-frames", "policy_frame", NULL },
  { "funds", "fund", NULL },
  { "programmes", "programme", NULL },
  { "calls", "call", NULL },
  { "events", "event", NULL },
  { "studies", "study", NULL },
  { "recommendations", "recommendation", NULL },
  { "good-practices", "good_practice", NULL },
  { "documents", "document", NULL },
  { "updates", "progress", NULL },
  { "progress-reports", "progress_report", NULL },
};

const StreekRecordKind *
streek_cli_find_kind (const char *word, const char **only)
{
  streek_workspace_register_kinds ();
  *only = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strcmp (words[i].word, word) == 0)
      {
        *only = words[i].only;
        return streek_record_kinds_find (words[i].kind);
      }

  return streek_record_kinds_find (word);
}

char *
streek_cli_dup_list_words (void)
{
  GString *list = g_string_new ("places");

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    g_string_append_printf (list, ", %s", words[i].word);

  return g_string_free (list, FALSE);
}

/* All but what is in bytes. */
static void
take_all_columns (StreekRecordListSpec *spec)
{
  g_autoptr (GPtrArray) columns = streek_record_kind_list_columns (spec->kind);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  for (guint i = 0; i < columns->len; i++)
    {
      const StreekRecordListColumn *column = columns->pdata[i];

      if (column->type != STREEK_RECORD_BYTES)
        g_ptr_array_add (ids, (gpointer) column->id);
    }

  g_ptr_array_add (ids, NULL);
  streek_record_list_spec_set_columns (spec, (const char *const *) ids->pdata);
}

static StreekRecordListSpec *
make_spec (const StreekRecordKind *kind, const char *only, const StreekListOptions *options)
{
  static const char *const yes[] = { "1", NULL };
  StreekRecordListSpec *spec = streek_record_list_spec_new (kind);

  if (g_strcmp0 (options->columns, "all") == 0)
    take_all_columns (spec);
  else if (options->columns != NULL)
    {
      g_auto (GStrv) ids = g_strsplit (options->columns, ",", -1);

      streek_record_list_spec_set_columns (spec, (const char *const *) ids);
    }

  if (only != NULL)
    streek_record_list_spec_add_condition (spec, only, STREEK_RECORD_IS, yes);

  streek_record_list_spec_set_search (spec, options->filter);
  streek_record_list_spec_set_area (spec, options->area);
  streek_record_list_spec_set_group (spec, options->group);

  return spec;
}

/* As the window prints it. */
static gboolean
write_pages (const StreekRecordList *list, StreekSize size, const char *path, GError **error)
{
  const StreekFormat *format = streek_format_get_default ();
  g_autoptr (StreekTable) table = streek_record_list_make_table (list, STREEK_RECORD_TABLE_SEEN);
  g_auto (GStrv) remarks = streek_record_list_list_remarks (list);
  g_autofree char *context = streek_record_list_dup_context (list);
  const StreekSheet sheet = {
    .size = size,
    .language = C_ ("language code", "en"),
    .title = streek_record_list_get_title (list),
    .context = context,
    .notes = (const char *const *) remarks,
  };
  g_autoptr (GPtrArray) pages = streek_table_sheets_layout (table, NULL, format, &sheet, error);

  return pages != NULL &&
         streek_scene_write_pdf ((StreekScene *const *) pages->pdata, pages->len, path, error);
}

StreekExit
streek_cli_list_records (const StreekCommand *self,
                         const char *path,
                         const StreekRecordKind *kind,
                         const char *only,
                         StreekListOptions *options)
{
  g_autoptr (GError) error = NULL;
  StreekSize size;

  if (!streek_cli_parse_size (self, options->size, &size))
    return STREEK_EXIT_USAGE;

  g_autoptr (StreekWorkspace) workspace = streek_cli_open_workspace (self, path);

  if (workspace == NULL)
    return STREEK_EXIT_FAILED;

  streek_cli_settle_sets (workspace, &options->area, NULL);

  g_autoptr (StreekRecordView) view = streek_workspace_dup_record_view (workspace, &error);
  g_autoptr (StreekRecordListSpec) spec = make_spec (kind, only, options);
  g_autoptr (StreekRecordList) list =
    view != NULL ? streek_record_list_new (view, spec, &error) : NULL;

  if (list == NULL)
    return streek_cli_fail_at (self, path, error);

  if (options->output != NULL && streek_cli_has_ending (options->output, ".pdf", NULL))
    return write_pages (list, size, options->output, &error)
             ? STREEK_EXIT_DONE
             : streek_cli_fail_at (self, options->output, error);
  if (options->output != NULL)
    return streek_record_lists_write (&list, 1, options->output, STREEK_RECORD_TABLE_RAW, &error)
             ? STREEK_EXIT_DONE
             : streek_cli_fail_at (self, options->output, error);

  g_autoptr (StreekTable) table = streek_record_list_make_table (list, STREEK_RECORD_TABLE_RAW);

  return streek_cli_print_table (self, table, options->as_json);
}
