/* streek-weight-matrix.c: how heavily each theme weighs for each body */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "workspace/streek-plan-matrices.h"

#include "body/streek-body.h"
#include "plan/streek-role-said.h"
#include "plan/streek-role.h"
#include "plan/streek-theme.h"
#include "workspace/streek-matrix-draft.h"

#include <glib/gi18n-lib.h>

static gboolean
has_weights (const StreekRecords *records, guint field, gint64 id, StreekDate on)
{
  guint n;
  const StreekRecord *const *weights =
    streek_records_list_by (records, &streek_theme_weight_kind, field, id, &n);

  for (guint i = 0; i < n; i++)
    if (streek_record_holds_on (weights[i], STREEK_THEME_WEIGHT_STARTS, STREEK_THEME_WEIGHT_ENDS,
                                on))
      return TRUE;

  return FALSE;
}

/* (element-type StreekRecord): those with weights, under the heading of their kind */
static GPtrArray *
add_bodies (StreekMatrixDraft *draft, const StreekRecordView *view, StreekDate on)
{
  StreekRecords *records = streek_record_view_get_records (view);
  GPtrArray *shown = g_ptr_array_new ();
  g_autoptr (GPtrArray) bodies = streek_bodies_list (records);

  for (guint i = 0; i < bodies->len; i++)
    {
      const StreekRecord *body = bodies->pdata[i];
      g_autofree char *kind = streek_record_view_dup_text (view, body, STREEK_BODY_KIND);
      const char *name = streek_record_get_text (body, STREEK_BODY_SHORT_NAME);

      if (!streek_body_exists_on (body, on) ||
          !has_weights (records, STREEK_THEME_WEIGHT_BODY, streek_record_get_id (body), on))
        continue;

      streek_matrix_draft_add_column (
        draft, streek_matrix_draft_make_id (draft, body),
        name != NULL ? name : streek_record_get_text (body, STREEK_BODY_NAME),
        *kind != '\0' ? kind : NULL);
      g_ptr_array_add (shown, (gpointer) body);
    }

  return shown;
}

static gboolean
is_heavy (const StreekRecord *weight)
{
  return streek_record_is (weight, STREEK_THEME_WEIGHT_WEIGHT, "priority") ||
         streek_record_is (weight, STREEK_THEME_WEIGHT_WEIGHT, "core_task");
}

static void
add_weight (StreekMatrixDraft *draft,
            const StreekRecordView *view,
            const StreekRecord *weight,
            guint row,
            guint column)
{
  StreekRecords *records = streek_record_view_get_records (view);
  g_autofree char *word = streek_record_view_dup_text (view, weight, STREEK_THEME_WEIGHT_WEIGHT);
  StreekMatrixCell *cell = streek_matrix_draft_add_cell (
    draft, row, column, is_heavy (weight) ? STREEK_MATRIX_EMPHASISED : STREEK_MATRIX_ORDINARY,
    word);

  cell->source = streek_matrix_draft_add_source (
    draft, streek_record_follow (weight, STREEK_THEME_WEIGHT_DOCUMENT, records),
    streek_record_get_text (weight, STREEK_THEME_WEIGHT_PAGE));
  cell->details =
    streek_matrix_draft_keep (draft, streek_record_get_text (weight, STREEK_THEME_WEIGHT_QUOTE));
}

static void
add_theme (StreekMatrixDraft *draft,
           const StreekRecordView *view,
           const StreekRecord *theme,
           const GPtrArray *bodies,
           StreekDate on)
{
  guint row = streek_matrix_draft_add_row (draft, streek_matrix_draft_make_id (draft, theme),
                                           streek_record_get_text (theme, STREEK_THEME_NAME), 0);

  for (guint i = 0; i < bodies->len; i++)
    {
      const StreekRecord *weight = streek_theme_weight_find (
        streek_record_view_get_records (view), streek_record_get_id (bodies->pdata[i]),
        streek_record_get_id (theme), on);

      if (weight != NULL)
        add_weight (draft, view, weight, row, i);
    }
}

/**
 * streek_weight_matrix_new:
 *
 * Themes and bodies of which no weight is known have no row and no column.
 */
StreekMatrix *
streek_weight_matrix_new (const StreekRecordView *view, StreekDate on, GError **error)
{
  g_return_val_if_fail (view != NULL, NULL);

  StreekRecords *records = streek_record_view_get_records (view);
  g_autoptr (StreekMatrixDraft) draft =
    streek_matrix_draft_new (_ ("Weights of themes"), C_ ("matrix", "Theme"));
  g_autoptr (GPtrArray) bodies = add_bodies (draft, view, on);
  guint n;
  const StreekRecord *const *themes = streek_records_list (records, &streek_theme_kind, &n);

  for (guint i = 0; i < n; i++)
    if (has_weights (records, STREEK_THEME_WEIGHT_THEME, streek_record_get_id (themes[i]), on))
      add_theme (draft, view, themes[i], bodies, on);

  draft->spec.kind_names[STREEK_MATRIX_EMPHASISED] = _ ("A priority or a core task");
  g_autofree char *day = streek_matrix_draft_dup_day (view, on);

  streek_matrix_draft_set_context (draft, view, day, NULL, 0);

  return streek_matrix_draft_end (draft, error);
}
