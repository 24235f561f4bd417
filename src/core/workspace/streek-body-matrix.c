/* streek-body-matrix.c: bodies under the ones that they belong to, since when, and what became of
 * them */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "workspace/streek-body-matrix.h"

#include "body/streek-body.h"
#include "body/streek-partnership.h"
#include "workspace/streek-matrix-draft.h"

#include <glib/gi18n-lib.h>

enum
{
  COLUMN_KIND,
  COLUMN_AREA,
  COLUMN_FROM,
  COLUMN_TO,
  COLUMN_MEMBERS,
  COLUMN_BEFORE,
  COLUMN_AFTER,
  N_COLUMNS
};

/* While the tree is walked. */
typedef struct
{
  StreekMatrixDraft *draft;
  const StreekRecordView *view;
  const StreekRecords *records;
  GPtrArray *bodies;   /* (element-type StreekRecord): in their order */
  GHashTable *reached; /* (element-type StreekRecord): those that have a row */
} Walk;

/* Those that went on as this one, a line each. */
static char *
list_predecessors (const Walk *walk, const StreekRecord *body)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < walk->bodies->len; i++)
    if (streek_record_get_reference (walk->bodies->pdata[i], STREEK_BODY_SUCCESSOR) ==
        streek_record_get_id (body))
      g_string_append_printf (names, "%s%s", names->len > 0 ? "\n" : "",
                              streek_record_get_text (walk->bodies->pdata[i], STREEK_BODY_NAME));

  return g_string_free (names, FALSE);
}

/* (nullable): "17 of 17" */
static char *
count_members (const Walk *walk, const StreekRecord *body)
{
  StreekMemberCount count =
    streek_members_count (walk->records, body, streek_record_view_get_today (walk->view));

  return streek_member_count_dup_words (&count);
}

static void
add_cell (const Walk *walk, guint row, guint column, const char *text)
{
  if (*text != '\0')
    streek_matrix_draft_add_cell (walk->draft, row, column, STREEK_MATRIX_ORDINARY, text);
}

static void
add_body (const Walk *walk, const StreekRecord *body, guint level)
{
  static const int fields[N_COLUMNS] = {
    [COLUMN_KIND] = STREEK_BODY_KIND,
    [COLUMN_AREA] = STREEK_BODY_AREA,
    [COLUMN_FROM] = STREEK_BODY_VALID_FROM,
    [COLUMN_TO] = STREEK_BODY_VALID_TO,
    [COLUMN_MEMBERS] = -1,
    [COLUMN_BEFORE] = -1,
    [COLUMN_AFTER] = STREEK_BODY_SUCCESSOR,
  };
  guint row =
    streek_matrix_draft_add_row (walk->draft, streek_matrix_draft_make_id (walk->draft, body),
                                 streek_record_get_text (body, STREEK_BODY_NAME), level);

  for (guint i = 0; i < N_COLUMNS; i++)
    {
      g_autofree char *text = i == COLUMN_MEMBERS ? count_members (walk, body)
                              : fields[i] < 0
                                ? list_predecessors (walk, body)
                                : streek_record_view_dup_text (walk->view, body, (guint) fields[i]);

      if (text != NULL)
        add_cell (walk, row, i, text);
    }
}

static void
add_below (Walk *walk, gint64 parent, guint level)
{
  for (guint i = 0; i < walk->bodies->len; i++)
    {
      const StreekRecord *body = walk->bodies->pdata[i];

      if (streek_record_get_reference (body, STREEK_BODY_PARENT) != parent ||
          !g_hash_table_add (walk->reached, (gpointer) body))
        continue;

      add_body (walk, body, level);
      add_below (walk, streek_record_get_id (body), level + 1);
    }
}

/* A body that stands under itself, by way of others, is still a body. */
static void
add_rest (Walk *walk)
{
  for (guint i = 0; i < walk->bodies->len; i++)
    {
      const StreekRecord *body = walk->bodies->pdata[i];

      if (!g_hash_table_add (walk->reached, (gpointer) body))
        continue;

      add_body (walk, body, 0);
      add_below (walk, streek_record_get_id (body), 1);
    }
}

static void
add_columns (StreekMatrixDraft *draft)
{
  static const guint fields[] = { STREEK_BODY_KIND, STREEK_BODY_AREA, STREEK_BODY_VALID_FROM,
                                  STREEK_BODY_VALID_TO };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    streek_matrix_draft_add_column (
      draft, streek_body_kind.fields[fields[i]].id,
      streek_record_field_get_label (&streek_body_kind.fields[fields[i]]), NULL);

  streek_matrix_draft_add_column (draft, "members", C_ ("bodies", "Members"), NULL);
  /* Translators: the head of a column with the bodies that one went on from. */
  streek_matrix_draft_add_column (draft, "predecessors", _ ("Went on from"), NULL);
  streek_matrix_draft_add_column (
    draft, "successor",
    streek_record_field_get_label (&streek_body_kind.fields[STREEK_BODY_SUCCESSOR]), NULL);
}

StreekMatrix *
streek_body_matrix_new (const StreekRecordView *view, gint64 subject, GError **error)
{
  g_return_val_if_fail (view != NULL, NULL);

  g_autofree char *today =
    streek_format_date (streek_record_view_get_format (view), streek_record_view_get_today (view));
  g_autoptr (StreekMatrixDraft) draft =
    streek_matrix_draft_new (_ ("Bodies and what they belong to"), _ ("Body"));
  g_autoptr (GHashTable) reached = g_hash_table_new (NULL, NULL);
  Walk walk = { .draft = draft,
                .view = view,
                .records = streek_record_view_get_records (view),
                .bodies = streek_bodies_list (streek_record_view_get_records (view)),
                .reached = reached };
  g_autoptr (GPtrArray) bodies = walk.bodies;
  g_autofree char *context =
    /* Translators: %1$u is a number of consultation bodies, %2$s a day. */
    g_strdup_printf (
      ngettext ("%1$u body, as known on %2$s", "%1$u bodies, as known on %2$s", bodies->len),
      bodies->len, today);

  draft->spec.context = context;
  add_columns (draft);
  add_below (&walk, 0, 0);
  add_rest (&walk);
  streek_matrix_draft_add_note (draft, _ ("An empty day is one that nobody knows, or that is still "
                                          "to come."));

  return streek_matrix_draft_end (draft, error);
}
