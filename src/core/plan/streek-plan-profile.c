/* streek-plan-profile.c: what the columns of a plan are, kept for the next file that has them */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "plan/streek-plan-profile.h"

#include "exchange/streek-mapping.h"

#include <string.h>

/* Whether an answer means the same in another file: no number of a record. */
static gboolean
is_portable (const char *answer)
{
  return *answer != '\0' && strspn (answer, "0123456789") != strlen (answer);
}

static void
copy_answers (GHashTable *from, GHashTable *to)
{
  GHashTableIter iter;
  gpointer key, answer;

  g_hash_table_iter_init (&iter, from);
  while (g_hash_table_iter_next (&iter, &key, &answer))
    if (is_portable (answer))
      g_hash_table_insert (to, g_strdup (key), g_strdup (answer));
}

/* Whether a column is called by its number, for want of a head. */
static gboolean
is_nameless (const StreekPlanSheet *sheet, guint column)
{
  g_autofree char *number = g_strdup_printf ("%u", column + 1);

  return strcmp (sheet->headers[column], number) == 0;
}

/**
 * streek_plan_profile_new:
 * @name: how it is called
 * @title: (nullable): as people read it
 *
 * Returns: (transfer full): the profile
 */
StreekMapping *
streek_plan_profile_new (const StreekPlanSheet *sheet, const char *name, const char *title)
{
  g_return_val_if_fail (sheet != NULL, NULL);

  StreekMapping *profile = streek_mapping_new ();

  streek_mapping_set_text (&profile->records, STREEK_PROFILE_PLAN);
  streek_mapping_set_text (&profile->name, name);
  streek_mapping_set_text (&profile->title, title);
  profile->n_header_rows = (int) sheet->head.n_rows;
  profile->keeps_codes = !sheet->splits_codes;
  profile->empties_fields = sheet->empties_fields;
  copy_answers (sheet->answers, profile->answers);

  for (guint i = 0; i < sheet->n_columns; i++)
    {
      const char *role = streek_plan_sheet_get_role (sheet, i);

      if (*role == '\0' && is_nameless (sheet, i))
        continue;

      StreekMappingColumn *column =
        streek_mapping_add_column (profile, sheet->headers[i], STREEK_ROLE_IGNORED);

      streek_mapping_set_text (&column->field, *role != '\0' ? role : NULL);
    }

  return profile;
}

static void
apply_at (StreekPlanSheet *sheet,
          const StreekRecords *records,
          const StreekMapping *profile,
          guint number,
          guint head_row)
{
  streek_plan_sheet_set_sheet (sheet, records, number);
  streek_plan_sheet_set_header (sheet, records, profile->n_header_rows > 0 ? (int) head_row : -1,
                                (guint) profile->n_header_rows);

  for (guint i = 0; i < sheet->n_columns; i++)
    streek_plan_sheet_set_role (sheet, i, STREEK_PLAN_ROLE_NONE);
  for (guint i = 0; i < sheet->n_columns; i++)
    {
      const StreekMappingColumn *column = streek_profile_find_field (profile, sheet->headers[i]);

      if (column != NULL && column->field != NULL)
        streek_plan_sheet_set_role (sheet, i, column->field);
    }

  sheet->splits_codes = !profile->keeps_codes;
  sheet->empties_fields = profile->empties_fields;
  copy_answers (profile->answers, sheet->answers);
  streek_mapping_set_text (&sheet->profile, profile->name);
  streek_mapping_set_text (&sheet->profile_title,
                           profile->title != NULL ? profile->title : profile->name);
}

gboolean
streek_plan_profile_apply (StreekPlanSheet *sheet,
                           const StreekRecords *records,
                           const StreekMapping *profile,
                           GError **error)
{
  g_return_val_if_fail (sheet != NULL && records != NULL && profile != NULL, FALSE);

  guint number = 0, head_row = 0;

  if (!streek_profile_find_heads (profile, sheet->grids, sheet->names, &number, &head_row, error))
    return FALSE;

  apply_at (sheet, records, profile, number, head_row);

  return TRUE;
}

gboolean
streek_plan_profile_recognise (StreekPlanSheet *sheet,
                               const StreekRecords *records,
                               GPtrArray *profiles)
{
  g_return_val_if_fail (sheet != NULL && records != NULL && profiles != NULL, FALSE);

  guint number = 0, head_row = 0;
  g_autoptr (StreekMapping) profile =
    streek_profile_recognise_heads (profiles, sheet->grids, sheet->names, &number, &head_row);

  if (profile != NULL)
    apply_at (sheet, records, profile, number, head_row);

  return profile != NULL;
}
