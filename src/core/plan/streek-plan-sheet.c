/* streek-plan-sheet.c: a file whose rows are goals and actions, and what its columns are */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "plan/streek-plan-sheet.h"

#include "plan/streek-plan-sheet-private.h"

#include "plan/streek-follow-up.h"
#include "plan/streek-pact.h"
#include "plan/streek-plan-item.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A field of targets that a column can be. */
static const guint target_fields[] = {
  STREEK_TARGET_NAME,   STREEK_TARGET_INDICATOR,     STREEK_TARGET_AREA,
  STREEK_TARGET_UNIT,   STREEK_TARGET_BASELINE,      STREEK_TARGET_BASELINE_PERIOD,
  STREEK_TARGET_TARGET, STREEK_TARGET_TARGET_PERIOD, STREEK_TARGET_NOTE,
};

static void
free_role (gpointer data)
{
  StreekPlanRole *role = data;

  g_free (role->id);
  g_free (role->label);
  g_free (role);
}

static StreekPlanSheet *
new_sheet (void)
{
  StreekPlanSheet *sheet = g_new0 (StreekPlanSheet, 1);

  sheet->names = g_ptr_array_new_with_free_func (g_free);
  sheet->grids = g_ptr_array_new_with_free_func ((GDestroyNotify) streek_grid_unref);
  sheet->parts = g_array_new (FALSE, FALSE, sizeof (gboolean));
  sheet->roles = g_ptr_array_new_with_free_func (g_free);
  sheet->known = streek_record_kind_list_columns (&streek_plan_item_kind);
  sheet->splits_codes = TRUE;
  sheet->answers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  return sheet;
}

static gboolean
add_grid (StreekPlanSheet *sheet,
          StreekSource *source,
          guint number,
          GCancellable *cancellable,
          GError **error)
{
  StreekGrid *grid =
    streek_grid_read_lines (source, number, STREEK_RECORD_SHEET_MAX_ROWS + 1, cancellable, error);
  const char *name = streek_source_get_sheet_name (source, number);

  if (grid == NULL)
    return FALSE;

  g_ptr_array_add (sheet->grids, grid);
  g_ptr_array_add (sheet->names, g_strdup (name != NULL ? name : ""));

  if (grid->rows->len <= STREEK_RECORD_SHEET_MAX_ROWS)
    return TRUE;

  g_set_error (error, STREEK_RECORD_ERROR, STREEK_RECORD_ERROR_FILE,
               _ ("The file has more than %u rows: cut it into several."),
               STREEK_RECORD_SHEET_MAX_ROWS);

  return FALSE;
}

static StreekPlanSheet *
read_source (StreekSource *source, GCancellable *cancellable, GError **error)
{
  g_autoptr (StreekPlanSheet) sheet = new_sheet ();

  for (guint i = 0; i < streek_source_get_n_sheets (source); i++)
    if (!add_grid (sheet, source, i, cancellable, error))
      return NULL;

  if (sheet->grids->len > 0)
    {
      streek_plan_sheet_find_parts (sheet);
      return g_steal_pointer (&sheet);
    }

  g_set_error_literal (error, STREEK_RECORD_ERROR, STREEK_RECORD_ERROR_FILE,
                       _ ("The file has no rows."));

  return NULL;
}

StreekPlanSheet *
streek_plan_sheet_open (const char *path, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (path != NULL, NULL);

  g_autoptr (StreekSource) source = streek_source_open (path, NULL, cancellable, error);

  return source != NULL ? read_source (source, cancellable, error) : NULL;
}

StreekPlanSheet *
streek_plan_sheet_new_for_text (const char *text, GError **error)
{
  g_return_val_if_fail (text != NULL, NULL);

  const StreekSourceOptions options = { .encoding = "UTF-8", .separator = '\t' };
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (StreekSource) source = streek_source_open_bytes (bytes, "plan.tsv", &options, error);

  return source != NULL ? read_source (source, NULL, error) : NULL;
}

void
streek_plan_sheet_free (StreekPlanSheet *sheet)
{
  if (sheet == NULL)
    return;

  g_ptr_array_unref (sheet->names);
  g_ptr_array_unref (sheet->grids);
  g_array_unref (sheet->parts);
  g_ptr_array_unref (sheet->roles);
  g_ptr_array_unref (sheet->known);
  g_hash_table_unref (sheet->answers);
  g_strfreev (sheet->headers);
  g_strfreev (sheet->levels);
  g_free (sheet->title);
  g_free (sheet->profile);
  g_free (sheet->profile_title);
  g_free (sheet);
}

const StreekGrid *
streek_plan_sheet_get_grid (const StreekPlanSheet *sheet)
{
  return sheet->grids->pdata[sheet->sheet];
}

/* Of the sheet and the header that are chosen. */
static void
make_headers (StreekPlanSheet *sheet, const StreekRecords *records)
{
  const StreekGrid *grid = streek_plan_sheet_get_grid (sheet);

  g_clear_pointer (&sheet->profile, g_free);
  g_clear_pointer (&sheet->profile_title, g_free);
  g_ptr_array_set_size (sheet->roles, 0);
  for (guint i = 0; i < sheet->n_columns; i++)
    g_ptr_array_add (sheet->roles, g_strdup (STREEK_PLAN_ROLE_NONE));

  g_strfreev (sheet->headers);
  sheet->headers = streek_record_head_make_names (&sheet->head, grid, sheet->n_columns);
  streek_plan_sheet_guess_roles (sheet, records);
}

/* @row: -2: to be looked for */
static void
find_head (const StreekPlanSheet *sheet,
           const StreekPlanHeads *heads,
           int row,
           guint n_rows,
           StreekRecordHead *head)
{
  const StreekGrid *grid = streek_plan_sheet_get_grid (sheet);

  if (row < -1)
    streek_record_head_find (head, grid, sheet->n_columns, streek_plan_is_known_head,
                             (gpointer) heads);
  else
    streek_record_head_set (head, grid, sheet->n_columns, row, n_rows, streek_plan_is_known_head,
                            (gpointer) heads);
}

static gboolean
has_marks (const StreekPlanSheet *sheet, const StreekRecords *records, const StreekRecordHead *head)
{
  g_autoptr (GArray) marks = streek_plan_marks_find (sheet, records, head);

  return marks->len > 1;
}

/* Years are heads where marks stand below them, be it with quarters between; elsewhere a row of
 * them is one like others. */
static void
settle_head (StreekPlanSheet *sheet, const StreekRecords *records, int row, guint n_rows)
{
  StreekPlanHeads heads = { sheet, records, FALSE };
  StreekRecordHead other;

  find_head (sheet, &heads, row, n_rows, &sheet->head);
  heads.knows_periods = TRUE;
  find_head (sheet, &heads, row, n_rows, &other);

  if (!has_marks (sheet, records, &other) && n_rows == 0 && other.n_rows == 1)
    find_head (sheet, &heads, (int) other.row, 2, &other);
  if (has_marks (sheet, records, &other))
    sheet->head = other;
}

void
streek_plan_sheet_set_header (StreekPlanSheet *sheet,
                              const StreekRecords *records,
                              int header_row,
                              guint n_header_rows)
{
  g_return_if_fail (sheet != NULL && records != NULL);

  settle_head (sheet, records, MAX (header_row, -1), n_header_rows);
  make_headers (sheet, records);
}

void
streek_plan_sheet_set_sheet (StreekPlanSheet *sheet, const StreekRecords *records, guint number)
{
  g_return_if_fail (sheet != NULL && number < sheet->grids->len);

  sheet->sheet = number;
  sheet->n_columns =
    MIN (streek_plan_sheet_get_grid (sheet)->n_columns, STREEK_PLAN_SHEET_MAX_COLUMNS);
  settle_head (sheet, records, -2, 0);
  make_headers (sheet, records);
}

static guint
count_roles (const StreekPlanSheet *sheet)
{
  guint n = 0;

  for (guint i = 0; i < sheet->n_columns; i++)
    n += *streek_plan_sheet_get_role (sheet, i) != '\0';

  return n;
}

void
streek_plan_sheet_set_plan (StreekPlanSheet *sheet,
                            const StreekRecords *records,
                            gint64 pact,
                            const char *title)
{
  g_return_if_fail (sheet != NULL && records != NULL);

  guint best = 0, most = 0;

  sheet->pact = pact;
  g_free (sheet->title);
  sheet->title = g_strdup (title);
  g_strfreev (sheet->levels);
  sheet->levels = pact == 0 ? streek_plan_sheet_list_levels (sheet) : NULL;

  for (guint i = 0; i < sheet->grids->len; i++)
    {
      streek_plan_sheet_set_sheet (sheet, records, i);

      guint n = count_roles (sheet);

      if (n > most)
        {
          best = i;
          most = n;
        }
    }

  streek_plan_sheet_set_sheet (sheet, records, best);
}

/* Roles */

static void
add_role (GPtrArray *roles, const char *id, char *label)
{
  StreekPlanRole *role = g_new0 (StreekPlanRole, 1);

  role->id = g_strdup (id);
  role->label = label;
  g_ptr_array_add (roles, role);
}

static char *
dup_level_label (const StreekRecord *const *levels, guint n_levels, guint i)
{
  return i < n_levels
           /* Translators: a level of a plan, from the top, and what it is called: "Level 1: Pillar"
            */
           ? g_strdup_printf (_ ("Level %1$u: %2$s"), i + 1,
                              streek_record_get_text (levels[i], STREEK_PACT_LEVEL_NAME))
           : g_strdup_printf (_ ("Level %u"), i + 1);
}

char *
streek_plan_target_dup_label (const StreekRecordField *field)
{
  /* Translators: what a column says of a target: "Target: Baseline" */
  return g_strdup_printf (_ ("Target: %s"), streek_record_field_get_label (field));
}

GPtrArray *
streek_plan_sheet_list_roles (const StreekPlanSheet *sheet, const StreekRecords *records)
{
  g_return_val_if_fail (sheet != NULL && records != NULL, NULL);

  GPtrArray *roles = g_ptr_array_new_with_free_func (free_role);
  guint n_levels;
  const StreekRecord *const *levels = streek_records_list_by (
    records, &streek_pact_level_kind, STREEK_PACT_LEVEL_PACT, sheet->pact, &n_levels);

  add_role (roles, STREEK_PLAN_ROLE_NONE, g_strdup (C_ ("column of a spreadsheet", "Left out")));

  for (guint i = 0; i < STREEK_PLAN_SHEET_MAX_LEVELS; i++)
    {
      g_autofree char *id = g_strdup_printf (STREEK_PLAN_ROLE_LEVEL "%u", i + 1);

      add_role (roles, id, dup_level_label (levels, n_levels, i));
    }

  add_role (roles, STREEK_PLAN_ROLE_TIMING,
            g_strdup (C_ ("column of a spreadsheet", "Timing (from and until)")));
  add_role (roles, STREEK_PLAN_ROLE_MARK,
            g_strdup (C_ ("column of a spreadsheet", "Timing (a mark under a period)")));

  for (guint i = 0; i < sheet->known->len; i++)
    {
      const StreekRecordListColumn *column = sheet->known->pdata[i];

      if (streek_plan_column_can_be_read (column))
        add_role (roles, column->id,
                  g_strdup (streek_record_list_column_get_label (&streek_plan_item_kind, column)));
    }

  for (guint i = 0; i < G_N_ELEMENTS (target_fields); i++)
    {
      const StreekRecordField *field = &streek_target_kind.fields[target_fields[i]];
      g_autofree char *id = g_strconcat (STREEK_PLAN_ROLE_TARGET, field->id, NULL);

      add_role (roles, id, streek_plan_target_dup_label (field));
    }

  add_role (roles, STREEK_PLAN_ROLE_ID,
            g_strdup (C_ ("column of a spreadsheet", "Number in this file (id)")));

  return roles;
}

gboolean
streek_plan_column_can_be_read (const StreekRecordListColumn *column)
{
  return streek_record_list_column_can_paste (&streek_plan_item_kind, column) &&
         column->field != STREEK_PLAN_ITEM_PACT;
}

int
streek_plan_role_get_level (const char *role)
{
  guint64 number;

  return g_str_has_prefix (role, STREEK_PLAN_ROLE_LEVEL) &&
             g_ascii_string_to_unsigned (role + strlen (STREEK_PLAN_ROLE_LEVEL), 10, 1,
                                         STREEK_PLAN_SHEET_MAX_LEVELS, &number, NULL)
           ? (int) number - 1
           : -1;
}

static gboolean
is_target_role (const char *role)
{
  if (!g_str_has_prefix (role, STREEK_PLAN_ROLE_TARGET))
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (target_fields); i++)
    if (strcmp (role + strlen (STREEK_PLAN_ROLE_TARGET),
                streek_target_kind.fields[target_fields[i]].id) == 0)
      return TRUE;

  return FALSE;
}

static gboolean
is_role (const StreekPlanSheet *sheet, const char *role)
{
  const StreekRecordListColumn *column = streek_record_columns_find (sheet->known, role);

  return *role == '\0' || strcmp (role, STREEK_PLAN_ROLE_ID) == 0 ||
         strcmp (role, STREEK_PLAN_ROLE_TIMING) == 0 || strcmp (role, STREEK_PLAN_ROLE_MARK) == 0 ||
         streek_plan_role_get_level (role) >= 0 || is_target_role (role) ||
         (column != NULL && streek_plan_column_can_be_read (column));
}

gboolean
streek_plan_sheet_set_role (StreekPlanSheet *sheet, guint column, const char *role)
{
  g_return_val_if_fail (sheet != NULL && role != NULL && column < sheet->n_columns, FALSE);

  if (!is_role (sheet, role))
    return FALSE;

  gboolean is_shared = is_target_role (role) || strcmp (role, STREEK_PLAN_ROLE_MARK) == 0;
  int former = *role != '\0' && !is_shared ? streek_plan_sheet_find_role (sheet, role, 0) : -1;

  if (former >= 0)
    {
      g_free (sheet->roles->pdata[former]);
      sheet->roles->pdata[former] = g_strdup (STREEK_PLAN_ROLE_NONE);
    }

  char *owned = g_strdup (role);

  g_free (sheet->roles->pdata[column]);
  sheet->roles->pdata[column] = owned;

  return TRUE;
}

const char *
streek_plan_sheet_get_role (const StreekPlanSheet *sheet, guint column)
{
  return sheet->roles->pdata[column];
}

int
streek_plan_sheet_find_role (const StreekPlanSheet *sheet, const char *role, guint nth)
{
  for (guint i = 0; i < sheet->n_columns; i++)
    if (strcmp (sheet->roles->pdata[i], role) == 0 && nth-- == 0)
      return (int) i;

  return -1;
}
