/* streek-role-matrix.c: what each body does, in general and theme by theme */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "workspace/streek-plan-matrices.h"

#include "body/streek-body.h"
#include "plan/streek-role-said.h"
#include "plan/streek-role.h"
#include "plan/streek-theme.h"
#include "workspace/streek-matrix-draft.h"
#include "workspace/streek-role-words.h"

#include <glib/gi18n-lib.h>

static gboolean
is_of_kind (const StreekRecord *body, const char *kind)
{
  return kind == NULL || streek_record_is (body, STREEK_BODY_KIND, kind);
}

static gboolean
has_role (const StreekRecords *records, const StreekRecord *body, StreekDate on)
{
  guint n;
  const StreekRecord *const *roles = streek_records_list_by (
    records, &streek_role_kind, STREEK_ROLE_BODY, streek_record_get_id (body), &n);

  for (guint i = 0; i < n; i++)
    if (streek_record_holds_on (roles[i], STREEK_ROLE_STARTS, STREEK_ROLE_ENDS, on))
      return TRUE;

  return streek_body_find_orientation (records, body, on).word != NULL;
}

static gboolean
has_weight (const StreekRecords *records, const StreekRecord *body)
{
  guint n;

  streek_records_list_by (records, &streek_theme_weight_kind, STREEK_THEME_WEIGHT_BODY,
                          streek_record_get_id (body), &n);

  return n > 0;
}

/* @left_out: (element-type StreekRecord): of which only is said how heavily a theme weighs */
static GPtrArray *
list_bodies (const StreekRecords *records, const char *kind, StreekDate on, GPtrArray *left_out)
{
  GPtrArray *bodies = g_ptr_array_new ();
  g_autoptr (GPtrArray) all = streek_bodies_list (records);

  for (guint i = 0; i < all->len; i++)
    if (!is_of_kind (all->pdata[i], kind) || !streek_body_exists_on (all->pdata[i], on))
      continue;
    else if (has_role (records, all->pdata[i], on))
      g_ptr_array_add (bodies, all->pdata[i]);
    else if (has_weight (records, all->pdata[i]))
      g_ptr_array_add (left_out, all->pdata[i]);

  return bodies;
}

/* Nothing is left out in silence. */
static void
note_left_out (StreekMatrixDraft *draft, const GPtrArray *bodies)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < bodies->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "",
                            streek_record_get_text (bodies->pdata[i], STREEK_BODY_NAME));

  if (bodies->len == 0)
    return;

  /* Translators: %s is one body or several. */
  g_autofree char *note = g_strdup_printf (
    _ ("Of these only is known how heavily themes weigh, and no role: %s."), names->str);

  streek_matrix_draft_add_note (draft, note);
}

static gboolean
is_emphasised (const GPtrArray *roles)
{
  for (guint i = 0; i < roles->len; i++)
    if (streek_record_is (roles->pdata[i], STREEK_ROLE_MODIFIER, "emphasis"))
      return TRUE;

  return FALSE;
}

static int
category_of (const GPtrArray *roles)
{
  StreekRoleCategory category = streek_roles_get_category (roles);

  return category < STREEK_ROLE_BY_ACTION ? (int) category : STREEK_MATRIX_NONE;
}

/* All that is said in one place of the matrix. */
typedef struct
{
  GPtrArray *roles;           /* in general, or of the theme */
  GPtrArray *in_actions;      /* of single actions */
  GPtrArray *all;             /* both */
  const StreekRecord *weight; /* (nullable) */
} Said;

static Said
find_said (const StreekRecords *records, gint64 body, gint64 theme, StreekDate on)
{
  Said said = {
    .roles = streek_roles_list_own (records, body, theme, 0, on),
    .in_actions = streek_roles_list_in_actions (records, body, theme, on),
    .all = g_ptr_array_new (),
    .weight = theme != 0 ? streek_theme_weight_find (records, body, theme, on) : NULL,
  };

  g_ptr_array_extend (said.all, said.roles, NULL, NULL);
  g_ptr_array_extend (said.all, said.in_actions, NULL, NULL);

  return said;
}

static void
clear_said (Said *said)
{
  g_ptr_array_unref (said->all);
  g_ptr_array_unref (said->in_actions);
  g_ptr_array_unref (said->roles);
}

static char *
list_words (const StreekRecordView *view, const Said *said)
{
  GString *lines = g_string_new (NULL);

  if (said->weight != NULL)
    {
      g_autofree char *word =
        streek_record_view_dup_text (view, said->weight, STREEK_THEME_WEIGHT_WEIGHT);

      streek_words_append_line (lines, word);
    }

  g_autofree char *words = streek_roles_list_words (view, said->roles, said->in_actions);

  streek_words_append_line (lines, words);

  return g_string_free (lines, FALSE);
}

static char *
list_quotes (const Said *said)
{
  GString *quotes = g_string_new (NULL);
  g_autofree char *of_roles = streek_roles_list_quotes (said->all);

  streek_words_append_line (quotes, of_roles);

  if (said->weight != NULL)
    streek_words_append_line (quotes,
                              streek_record_get_text (said->weight, STREEK_THEME_WEIGHT_QUOTE));

  return g_string_free (quotes, FALSE);
}

/* That of the first role that has one, else that of the weight. */
static int
find_source (StreekMatrixDraft *draft, const StreekRecords *records, const Said *said)
{
  for (guint i = 0; i < said->all->len; i++)
    {
      const StreekRecord *document =
        streek_record_follow (said->all->pdata[i], STREEK_ROLE_DOCUMENT, records);

      if (document != NULL)
        return streek_matrix_draft_add_source (
          draft, document, streek_record_get_text (said->all->pdata[i], STREEK_ROLE_PAGE));
    }

  return said->weight != NULL
           ? streek_matrix_draft_add_source (
               draft, streek_record_follow (said->weight, STREEK_THEME_WEIGHT_DOCUMENT, records),
               streek_record_get_text (said->weight, STREEK_THEME_WEIGHT_PAGE))
           : STREEK_MATRIX_NONE;
}

/* (nullable): what holds in every theme of which nothing else is said */
static char *
dup_general (const StreekRecordView *view, const StreekRecord *body, StreekDate on)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (GPtrArray) roles = streek_roles_list_own (streek_record_view_get_records (view),
                                                       streek_record_get_id (body), 0, 0, on);

  return roles->len > 0 && !streek_roles_are_all (roles, "undescribed")
           ? streek_roles_list_words (view, roles, none)
           : NULL;
}

/* An empty place is one of which nothing is known, also not in general. */
static void
add_inherited (StreekMatrixDraft *draft, guint row, guint column, const char *general)
{
  if (general == NULL)
    return;

  StreekMatrixCell *cell = streek_matrix_draft_add_cell (
    draft, row, column, STREEK_MATRIX_INHERITED,
    /* Translators: in the place of the roles of a body in a theme: those that it has in general */
    C_ ("role in a theme", "in general"));

  cell->details = streek_matrix_draft_keep (draft, general);
}

/* What is said of a body in general (@theme 0) or in a theme; FALSE where nothing is said of a
 * theme. "Not described" is what somebody said who looked; who entered nothing said nothing. */
static gboolean
add_roles (StreekMatrixDraft *draft,
           const StreekRecordView *view,
           const StreekRecord *body,
           gint64 theme,
           StreekDate on,
           guint row,
           guint column)
{
  StreekRecords *records = streek_record_view_get_records (view);
  Said said = find_said (records, streek_record_get_id (body), theme, on);
  g_autofree char *text = list_words (view, &said);
  g_autofree char *quotes = list_quotes (&said);
  gboolean is_silent = *text == '\0', is_said = !is_silent || theme == 0;

  if (is_said)
    {
      StreekMatrixCell *cell = streek_matrix_draft_add_cell (
        draft, row, column,
        is_silent                                        ? STREEK_MATRIX_UNKNOWN
        : streek_roles_are_all (said.all, "undescribed") ? STREEK_MATRIX_MUTED
        : is_emphasised (said.all)                       ? STREEK_MATRIX_EMPHASISED
                                                         : STREEK_MATRIX_ORDINARY,
        is_silent ? NULL : text);

      cell->category = category_of (said.all);
      cell->source = find_source (draft, records, &said);
      cell->details = *quotes != '\0' ? streek_matrix_draft_keep (draft, quotes) : NULL;
    }

  clear_said (&said);

  return is_said;
}

/* What the pact calls the body; where its roles make it another kind, both are said. */
static void
add_orientation (StreekMatrixDraft *draft,
                 const StreekRecordView *view,
                 const StreekRecord *body,
                 StreekDate on,
                 guint row,
                 guint column)
{
  StreekRecords *records = streek_record_view_get_records (view);
  const StreekRecordField *field = &streek_body_kind.fields[STREEK_BODY_ORIENTATION];
  StreekOrientation said = streek_body_find_orientation (records, body, on);
  const char *stated = said.word;
  const char *derived = streek_roles_derive_orientation (records, streek_record_get_id (body), on);
  g_autoptr (GString) text = g_string_new (NULL);

  streek_words_append_line (text, streek_record_field_get_word (field, stated));

  if (g_strcmp0 (stated, derived) != 0 && !g_str_equal (derived, "undescribed"))
    {
      /* Translators: %s is a kind of body: "Projects". */
      g_autofree char *line =
        g_strdup_printf (_ ("By its roles: %s"), streek_record_field_get_word (field, derived));

      streek_words_append_line (text, line);
    }

  gboolean is_undescribed =
    g_strcmp0 (stated, "undescribed") == 0 && g_str_equal (derived, "undescribed");
  StreekMatrixCell *cell = streek_matrix_draft_add_cell (draft, row, column,
                                                         text->len == 0   ? STREEK_MATRIX_UNKNOWN
                                                         : is_undescribed ? STREEK_MATRIX_MUTED
                                                                          : STREEK_MATRIX_ORDINARY,
                                                         text->len > 0 ? text->str : NULL);

  cell->source = streek_matrix_draft_add_source (draft, said.document, said.page);
  cell->details = streek_matrix_draft_keep (draft, said.quote);
}

/* Of whom somebody who looked says that it is not described, and of whom nothing else is said. */
static gboolean
is_undescribed (const StreekRecords *records, const StreekRecord *body, StreekDate on)
{
  gint64 id = streek_record_get_id (body);
  g_autoptr (GPtrArray) roles = streek_roles_list_own (records, id, 0, 0, on);

  return g_str_equal (streek_roles_derive_orientation (records, id, on), "undescribed") &&
         (g_strcmp0 (streek_body_find_orientation (records, body, on).word, "undescribed") == 0 ||
          streek_roles_are_all (roles, "undescribed"));
}

static void
note_undescribed (StreekMatrixDraft *draft,
                  const StreekRecords *records,
                  const GPtrArray *bodies,
                  StreekDate on)
{
  guint n = 0;

  for (guint i = 0; i < bodies->len; i++)
    n += is_undescribed (records, bodies->pdata[i], on);

  if (n == 0)
    return;

  /* Translators: %1$u bodies of %2$u. */
  g_autofree char *note =
    g_strdup_printf (ngettext ("The role of %1$u of %2$u bodies is not described.",
                               "The roles of %1$u of %2$u bodies are not described.", n),
                     n, bodies->len);

  streek_matrix_draft_add_note (draft, note);
}

static void
add_legend (StreekMatrixDraft *draft)
{
  for (guint i = 0; i < STREEK_ROLE_BY_ACTION; i++)
    streek_matrix_draft_add_category (draft, streek_role_category_get_label (i));

  draft->spec.kind_names[STREEK_MATRIX_MUTED] = _ ("Not described");
  draft->spec.kind_names[STREEK_MATRIX_UNKNOWN] = _ ("Not entered");
  draft->spec.kind_names[STREEK_MATRIX_EMPHASISED] = _ ("With emphasis");
  draft->spec.kind_names[STREEK_MATRIX_INHERITED] = _ ("What is said in general holds");
}

static void
add_rows (StreekMatrixDraft *draft,
          const StreekRecordView *view,
          const GPtrArray *bodies,
          StreekDate on)
{
  StreekRecords *records = streek_record_view_get_records (view);
  guint kind = streek_matrix_draft_add_row (draft, "orientation", _ ("Kind"), 0);
  guint general = streek_matrix_draft_add_row (draft, "general", _ ("In general"), 0);
  g_autoptr (GPtrArray) general_words = g_ptr_array_new_with_free_func (g_free);
  guint n;
  const StreekRecord *const *themes = streek_records_list (records, &streek_theme_kind, &n);

  for (guint i = 0; i < bodies->len; i++)
    {
      g_ptr_array_add (general_words, dup_general (view, bodies->pdata[i], on));
      add_orientation (draft, view, bodies->pdata[i], on, kind, i);
      add_roles (draft, view, bodies->pdata[i], 0, on, general, i);
    }

  for (guint i = 0; i < n; i++)
    {
      guint row =
        streek_matrix_draft_add_row (draft, streek_matrix_draft_make_id (draft, themes[i]),
                                     streek_record_get_text (themes[i], STREEK_THEME_NAME), 0);

      for (guint j = 0; j < bodies->len; j++)
        if (!add_roles (draft, view, bodies->pdata[j], streek_record_get_id (themes[i]), on, row,
                        j))
          add_inherited (draft, row, j, general_words->pdata[j]);
    }
}

/**
 * streek_role_matrix_new:
 *
 * In a theme stands what is said of that theme; where nothing is, and something is in general, that
 * this holds there too, with what it is behind it.
 */
StreekMatrix *
streek_role_matrix_new (const StreekRecordView *view,
                        const char *kind,
                        StreekDate on,
                        GError **error)
{
  g_return_val_if_fail (view != NULL, NULL);

  StreekRecords *records = streek_record_view_get_records (view);
  g_autoptr (GPtrArray) left_out = g_ptr_array_new ();
  g_autoptr (GPtrArray) bodies = list_bodies (records, kind, on, left_out);
  g_autoptr (StreekMatrixDraft) draft =
    streek_matrix_draft_new (_ ("Roles by theme"), C_ ("matrix", "Theme"));

  for (guint i = 0; i < bodies->len; i++)
    {
      const char *name = streek_record_get_text (bodies->pdata[i], STREEK_BODY_SHORT_NAME);

      streek_matrix_draft_add_column (
        draft, streek_matrix_draft_make_id (draft, bodies->pdata[i]),
        name != NULL ? name : streek_record_get_text (bodies->pdata[i], STREEK_BODY_NAME), NULL);
    }

  if (bodies->len > 0)
    add_rows (draft, view, bodies, on);

  add_legend (draft);
  note_undescribed (draft, records, bodies, on);
  note_left_out (draft, left_out);
  streek_matrix_draft_add_note (
    draft,
    _ ("“In general”: nothing is said of the theme, and what is said in general holds. Where "
       "nothing stands, nothing is known."));

  g_autofree char *day = streek_matrix_draft_dup_day (view, on);

  streek_matrix_draft_set_context (draft, view, day, NULL, 0);

  return streek_matrix_draft_end (draft, error);
}
