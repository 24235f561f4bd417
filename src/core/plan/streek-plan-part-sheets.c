/* streek-plan-part-sheets.c: which sheets of a file are parts of a plan that was written here */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "plan/streek-plan-sheet-private.h"

#include "exchange/streek-spreadsheet.h"
#include "plan/streek-pact.h"

#include <string.h>

/* As the file was written: for programs, or in the language that people read it in. */
static gboolean
is_called (const char *name, const StreekRecordKind *kind)
{
  const char *const names[] = { kind->id, streek_record_kind_get_plural (kind), kind->plural };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *own = streek_spreadsheet_dup_name (names[i]);

      if (strcmp (own, name) == 0)
        return TRUE;
    }

  return FALSE;
}

/* What was written here has the number of each record and says what it is called; what else has the
 * name of a part, somebody made. */
static gboolean
is_written_here (const StreekRecordSheet *rows)
{
  return rows->id_column >= 0 && rows->head.n_rows > 0 &&
         streek_record_sheet_find_field (rows, rows->kind->fields[rows->kind->title].id) >= 0;
}

/* (transfer full) (nullable): the sheet of that number, where it is that part */
static StreekRecordSheet *
open_sheet (const StreekPlanSheet *sheet, guint number, const StreekPlanPart *part)
{
  if (!is_called (sheet->names->pdata[number], part->kind))
    return NULL;

  g_autoptr (StreekRecordSheet) rows =
    streek_record_sheet_new (part->kind, sheet->grids->pdata[number], NULL);

  return is_written_here (rows) ? g_steal_pointer (&rows) : NULL;
}

StreekRecordSheet *
streek_plan_sheet_find_part (const StreekPlanSheet *sheet,
                             const StreekPlanPart *part,
                             guint *number)
{
  g_return_val_if_fail (sheet != NULL && part != NULL && number != NULL, NULL);

  for (*number = 0; *number < sheet->names->len; (*number)++)
    {
      StreekRecordSheet *rows = *number != sheet->sheet ? open_sheet (sheet, *number, part) : NULL;

      if (rows != NULL)
        return rows;
    }

  return NULL;
}

/* (transfer full) (nullable): what a column says in the rows of a part, which is a sheet of the
 * file
 */
static GStrv
list_texts (const StreekPlanSheet *sheet, const StreekPlanPart *part, guint field)
{
  for (guint i = 0; i < sheet->names->len; i++)
    {
      g_autoptr (StreekRecordSheet) rows = open_sheet (sheet, i, part);
      int column =
        rows != NULL ? streek_record_sheet_find_field (rows, part->kind->fields[field].id) : -1;
      g_autoptr (GStrvBuilder) texts = g_strv_builder_new ();

      if (column < 0)
        continue;

      for (guint row = rows->head.first_row; row < rows->grid->rows->len; row++)
        g_strv_builder_add (texts, streek_grid_get (rows->grid, row, (guint) column));

      return g_strv_builder_end (texts);
    }

  return NULL;
}

char *
streek_plan_sheet_dup_title (const StreekPlanSheet *sheet)
{
  g_return_val_if_fail (sheet != NULL, NULL);

  guint n;
  g_auto (GStrv) titles = list_texts (sheet, streek_plan_list_parts (&n), STREEK_PACT_TITLE);

  return titles != NULL && titles[0] != NULL && *titles[0] != '\0' ? g_strdup (titles[0]) : NULL;
}

GStrv
streek_plan_sheet_list_levels (const StreekPlanSheet *sheet)
{
  guint n;

  return list_texts (sheet, streek_plan_list_parts (&n) + 1, STREEK_PACT_LEVEL_NAME);
}

static gboolean
is_part (const StreekPlanSheet *sheet, guint number)
{
  guint n;
  const StreekPlanPart *parts = streek_plan_list_parts (&n);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (StreekRecordSheet) rows = open_sheet (sheet, number, &parts[i]);

      if (rows != NULL)
        return TRUE;
    }

  return FALSE;
}

void
streek_plan_sheet_find_parts (StreekPlanSheet *sheet)
{
  g_array_set_size (sheet->parts, 0);

  for (guint i = 0; i < sheet->names->len; i++)
    {
      gboolean is_one = is_part (sheet, i);

      g_array_append_val (sheet->parts, is_one);
    }
}

/* @are_parts: those that are, or those that are none */
static char *
dup_names (const StreekPlanSheet *sheet, gboolean are_parts)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < sheet->names->len; i++)
    if (i != sheet->sheet && g_array_index (sheet->parts, gboolean, i) == are_parts)
      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "",
                              (const char *) sheet->names->pdata[i]);

  return names->len > 0 ? g_strdup (names->str) : NULL;
}

char *
streek_plan_sheet_dup_parts (const StreekPlanSheet *sheet)
{
  g_return_val_if_fail (sheet != NULL, NULL);

  return dup_names (sheet, TRUE);
}

char *
streek_plan_sheet_dup_others (const StreekPlanSheet *sheet)
{
  g_return_val_if_fail (sheet != NULL, NULL);

  return dup_names (sheet, FALSE);
}
