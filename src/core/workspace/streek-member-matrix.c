/* streek-member-matrix.c: who is a member of which partnership, as what and since when */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "workspace/streek-body-matrix.h"

#include "actor/streek-organisation.h"
#include "body/streek-body.h"
#include "body/streek-partnership.h"
#include "record/streek-record-order.h"
#include "record/streek-record-portrait.h"
#include "workspace/streek-matrix-draft.h"

#include <glib/gi18n-lib.h>

/* While it is made. */
typedef struct
{
  StreekMatrixDraft *draft;
  const StreekRecordView *view;
  const StreekRecords *records;
  GPtrArray *partnerships; /* (element-type StreekRecord): the columns */
  GPtrArray *members;      /* (element-type GPtrArray): partnership_member, of each of these */
} Making;

static void
add_partnership (Making *self, const StreekRecord *partnership)
{
  guint name = streek_record_get_kind (partnership) == &streek_body_kind
                 ? STREEK_BODY_SHORT_NAME
                 : STREEK_ORGANISATION_SHORT_NAME;
  const char *short_name = streek_record_get_text (partnership, name);
  g_autofree char *title = streek_record_dup_title (partnership, self->records);
  GPtrArray *members = streek_members_list (self->records, partnership, STREEK_DATE_NONE);
  StreekMemberCount count = streek_members_count (self->records, partnership, STREEK_DATE_NONE);

  if (members->len == 0 && !count.is_announced)
    {
      g_ptr_array_unref (members);
      return;
    }

  g_ptr_array_add (self->partnerships, (gpointer) partnership);
  g_ptr_array_add (self->members, members);
  streek_matrix_draft_add_column (self->draft,
                                  streek_matrix_draft_make_id (self->draft, partnership),
                                  short_name != NULL ? short_name : title, NULL);
}

/* Bodies first, as they stand in their own list; then organisations by name. */
static void
add_partnerships (Making *self)
{
  g_autoptr (GPtrArray) bodies = streek_bodies_list (self->records);
  g_autoptr (GPtrArray) organisations =
    streek_records_list_named (self->records, &streek_organisation_kind);

  for (guint i = 0; i < bodies->len; i++)
    add_partnership (self, bodies->pdata[i]);
  for (guint i = 0; i < organisations->len; i++)
    add_partnership (self, organisations->pdata[i]);
}

static void
add_counts (const Making *self)
{
  guint row = streek_matrix_draft_add_row (self->draft, "count", _ ("Members entered"), 0);

  for (guint i = 0; i < self->partnerships->len; i++)
    {
      StreekMemberCount count = streek_members_count (self->records, self->partnerships->pdata[i],
                                                      streek_record_view_get_today (self->view));
      g_autofree char *words = streek_member_count_dup_words (&count);
      gboolean differs = count.is_announced && count.announced != count.n_entered;

      streek_matrix_draft_add_cell (
        self->draft, row, i, differs ? STREEK_MATRIX_EMPHASISED : STREEK_MATRIX_ORDINARY, words);
    }
}

/* "Member, 1 September 2016 – …": a line for each membership. */
static char *
dup_memberships (const Making *self, const GPtrArray *members, gint64 organisation)
{
  GString *lines = g_string_new (NULL);

  for (guint i = 0; i < members->len; i++)
    {
      const StreekRecord *member = members->pdata[i];

      if (streek_record_get_reference (member, STREEK_PARTNERSHIP_MEMBER_MEMBER) != organisation)
        continue;

      g_autofree char *role =
        streek_record_view_dup_text (self->view, member, STREEK_PARTNERSHIP_MEMBER_ROLE);
      g_autofree char *span = streek_record_view_dup_span (
        self->view, member, STREEK_PARTNERSHIP_MEMBER_STARTS, STREEK_PARTNERSHIP_MEMBER_ENDS);

      g_string_append_printf (lines, "%s%s%s%s", lines->len > 0 ? "\n" : "",
                              *role != '\0' ? role : C_ ("record", "Member"),
                              span != NULL ? ", " : "", span != NULL ? span : "");
    }

  return g_string_free (lines, FALSE);
}

static const StreekRecord *
find_membership (const GPtrArray *members, gint64 organisation)
{
  for (guint i = 0; i < members->len; i++)
    if (streek_record_get_reference (members->pdata[i], STREEK_PARTNERSHIP_MEMBER_MEMBER) ==
        organisation)
      return members->pdata[i];

  return NULL;
}

static gboolean
is_member_now (const Making *self, guint partnership, gint64 organisation)
{
  g_autoptr (GPtrArray) members =
    streek_members_list (self->records, self->partnerships->pdata[partnership],
                         streek_record_view_get_today (self->view));

  return find_membership (members, organisation) != NULL;
}

static void
add_cell (const Making *self, guint row, guint column, const StreekRecord *organisation)
{
  const GPtrArray *members = self->members->pdata[column];
  gint64 id = streek_record_get_id (organisation);
  const StreekRecord *first = find_membership (members, id);
  g_autofree char *words = dup_memberships (self, members, id);

  if (first == NULL)
    return;

  StreekMatrixCell *cell = streek_matrix_draft_add_cell (
    self->draft, row, column,
    is_member_now (self, column, id) ? STREEK_MATRIX_ORDINARY : STREEK_MATRIX_MUTED, words);

  cell->source = streek_matrix_draft_add_source (
    self->draft, streek_record_follow (first, STREEK_PARTNERSHIP_MEMBER_DOCUMENT, self->records),
    streek_record_get_text (first, STREEK_PARTNERSHIP_MEMBER_PAGE));
  cell->details = streek_matrix_draft_keep (
    self->draft, streek_record_get_text (first, STREEK_PARTNERSHIP_MEMBER_NOTE));
}

static gboolean
is_a_member (const Making *self, gint64 organisation)
{
  for (guint i = 0; i < self->members->len; i++)
    if (find_membership (self->members->pdata[i], organisation) != NULL)
      return TRUE;

  return FALSE;
}

static void
add_members (const Making *self)
{
  g_autoptr (GPtrArray) organisations =
    streek_records_list_named (self->records, &streek_organisation_kind);

  for (guint i = 0; i < organisations->len; i++)
    {
      const StreekRecord *organisation = organisations->pdata[i];

      if (!is_a_member (self, streek_record_get_id (organisation)))
        continue;

      guint row = streek_matrix_draft_add_row (
        self->draft, streek_matrix_draft_make_id (self->draft, organisation),
        streek_record_get_text (organisation, STREEK_ORGANISATION_NAME), 0);

      for (guint j = 0; j < self->partnerships->len; j++)
        add_cell (self, row, j, organisation);
    }
}

StreekMatrix *
streek_member_matrix_new (const StreekRecordView *view, gint64 subject, GError **error)
{
  g_return_val_if_fail (view != NULL, NULL);

  g_autoptr (StreekMatrixDraft) draft =
    streek_matrix_draft_new (_ ("Members of partnerships"), C_ ("matrix", "Member"));
  g_autoptr (GPtrArray) partnerships = g_ptr_array_new ();
  g_autoptr (GPtrArray) members =
    g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  Making making = { draft, view, streek_record_view_get_records (view), partnerships, members };

  add_partnerships (&making);

  if (partnerships->len > 0)
    {
      add_counts (&making);
      add_members (&making);
    }

  draft->spec.kind_names[STREEK_MATRIX_MUTED] = _ ("No longer a member, or not yet");
  draft->spec.kind_names[STREEK_MATRIX_EMPHASISED] = _ ("Another number than was announced");
  streek_matrix_draft_add_note (
    draft, _ ("Being a member says nothing of where a partnership works: that is its area."));
  streek_matrix_draft_set_context (draft, view, NULL, NULL, 0);

  return streek_matrix_draft_end (draft, error);
}
