/* streek-year-board.c: the actions of a year as cards under their statuses */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "workspace/streek-plan-matrices.h"

#include "plan/streek-plan-item.h"
#include "plan/streek-year-programme.h"
#include "workspace/streek-matrix-draft.h"

#include <glib/gi18n-lib.h>

/* Title, who does it, and how far it is. */
static char *
describe_action (const StreekRecordView *view, const StreekRecord *action)
{
  static const guint fields[] = { STREEK_YEAR_ACTION_OWNER, STREEK_YEAR_ACTION_PERCENT };
  GString *text = g_string_new (streek_record_get_text (action, STREEK_YEAR_ACTION_TITLE));

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autofree char *line = streek_record_view_dup_text (view, action, fields[i]);

      if (*line != '\0')
        g_string_append_printf (text, "\n%s", line);
    }

  return g_string_free (text, FALSE);
}

/* The column of its status; what has none stands before the others. */
static guint
find_column (const StreekRecord *action)
{
  const char *status = streek_record_get_text (action, STREEK_YEAR_ACTION_STATUS);

  for (guint i = 0; status != NULL && streek_item_statuses[i].id != NULL; i++)
    if (g_str_equal (streek_item_statuses[i].id, status))
      return i + 1;

  return 0;
}

static void
add_columns (StreekMatrixDraft *draft)
{
  streek_matrix_draft_add_column (draft, "none", _ ("Without status"), NULL);

  for (const StreekRecordWord *word = streek_item_statuses; word->id != NULL; word++)
    streek_matrix_draft_add_column (draft, word->id,
                                    g_dpgettext2 (GETTEXT_PACKAGE, "record", word->label), NULL);
}

StreekMatrix *
streek_year_board_new (const StreekRecordView *view, gint64 programme, GError **error)
{
  g_return_val_if_fail (view != NULL, NULL);

  StreekRecords *records = streek_record_view_get_records (view);
  g_autofree char *title =
    streek_records_dup_title (records, &streek_year_programme_kind, programme);
  g_autoptr (StreekMatrixDraft) draft = streek_matrix_draft_new (title, NULL);
  g_autofree guint *n_cards = NULL;
  guint n;
  const StreekRecord *const *actions = streek_records_list_by (
    records, &streek_year_action_kind, STREEK_YEAR_ACTION_PROGRAMME, programme, &n);

  add_columns (draft);
  n_cards = g_new0 (guint, draft->columns->len);

  for (guint i = 0; i < n; i++)
    {
      guint column = find_column (actions[i]);
      g_autofree char *text = describe_action (view, actions[i]);
      StreekMatrixCell *cell = streek_matrix_draft_add_card (draft, column, &n_cards[column], text);

      cell->id = streek_matrix_draft_make_id (draft, actions[i]);
      cell->details = streek_matrix_draft_keep (
        draft, streek_record_get_text (actions[i], STREEK_YEAR_ACTION_DESCRIPTION));
    }
  streek_matrix_draft_set_context (draft, view, NULL, &streek_year_programme_kind, programme);

  return streek_matrix_draft_end (draft, error);
}
