/* streek-role-map-words.c: what a map of roles says in words: each body, the title, the notes */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "workspace/streek-role-map-private.h"

#include "actor/streek-document.h"
#include "body/streek-body.h"
#include "plan/streek-role-said.h"
#include "plan/streek-role.h"
#include "plan/streek-theme.h"
#include "workspace/streek-role-words.h"

#include <glib/gi18n-lib.h>

/* One body */

/* @said: its roles are found, and nothing else */
static char *
dup_kind_words (const StreekRoleMapSaid *said)
{
  const StreekRecordField *field = &streek_body_kind.fields[STREEK_BODY_ORIENTATION];
  GString *lines = g_string_new (NULL);

  if (said->stated != NULL)
    {
      g_autofree char *line =
        /* Translators: %s is a kind of body: "Projects". */
        g_strdup_printf (_ ("By its pact: %s"), streek_record_field_get_word (field, said->stated));

      streek_words_append_line (lines, line);
    }
  if (g_strcmp0 (said->derived, "undescribed") != 0)
    {
      g_autofree char *line = g_strdup_printf (_ ("By its roles: %s"),
                                               streek_record_field_get_word (field, said->derived));

      streek_words_append_line (lines, line);
    }

  return g_string_free (lines, FALSE);
}

static char *
dup_words (const StreekRoleMapMaking *making, const StreekRoleMapSaid *said)
{
  StreekRoleMapSubject subject = making->spec->subject;

  if (!streek_role_map_subject_has_theme (subject))
    return dup_kind_words (said);
  if (subject == STREEK_ROLE_MAP_WEIGHT)
    return said->weight != NULL
             ? streek_record_view_dup_text (making->view, said->weight, STREEK_THEME_WEIGHT_WEIGHT)
             : g_strdup ("");

  g_autofree char *words = streek_roles_list_words (making->view, said->roles, said->in_actions);

  /* Translators: %s is one role or several, a line each, said of a body and not of the theme. */
  return said->is_general && *words != '\0' ? g_strdup_printf (_ ("In general: %s"), words)
                                            : g_steal_pointer (&words);
}

/* Of the theme; where nothing is said of that, in general. */
static void
find_roles (const StreekRoleMapMaking *making, StreekRoleMapSaid *said)
{
  gint64 body = streek_record_get_id (said->body), theme = making->spec->theme;

  if (!streek_role_map_subject_has_theme (making->spec->subject))
    theme = 0;

  said->roles = streek_roles_list_own (making->records, body, theme, 0, making->on);
  said->in_actions = streek_roles_list_in_actions (making->records, body, theme, making->on);

  if (theme == 0 || said->roles->len > 0 || said->in_actions->len > 0)
    return;

  g_ptr_array_unref (said->roles);
  said->roles = streek_roles_list_own (making->records, body, 0, 0, making->on);
  g_ptr_array_unref (said->in_actions);
  said->in_actions = streek_roles_list_in_actions (making->records, body, 0, making->on);
  said->is_general = TRUE;
}

StreekRoleMapSaid *
streek_role_map_said_new (const StreekRoleMapMaking *making, const StreekRecord *body)
{
  StreekRoleMapSaid *said = g_new0 (StreekRoleMapSaid, 1);
  gint64 id = streek_record_get_id (body);

  said->body = body;
  find_roles (making, said);
  said->weight = making->spec->theme != 0
                   ? streek_theme_weight_find (making->records, id, making->spec->theme, making->on)
                   : NULL;
  said->stated = streek_body_find_orientation (making->records, body, making->on).word;
  said->derived = streek_roles_derive_orientation (making->records, id, making->on);
  said->words = dup_words (making, said);

  return said;
}

void
streek_role_map_said_free (gpointer data)
{
  StreekRoleMapSaid *said = data;

  g_ptr_array_unref (said->in_actions);
  g_ptr_array_unref (said->roles);
  g_free (said->words);
  g_free (said);
}

void
streek_role_map_row_free (gpointer data)
{
  StreekRoleMapRow *row = data;

  g_ptr_array_unref (row->said);
  g_free (row);
}

/* What it rests on */

typedef void (*CitationFunc) (const StreekRoleMapMaking *making,
                              const StreekRecord *document, /* (nullable) */
                              const char *page,             /* (nullable) */
                              const char *quote,            /* (nullable) */
                              gpointer data);

static void
foreach_citation (const StreekRoleMapMaking *making,
                  const StreekRoleMapSaid *said,
                  CitationFunc func,
                  gpointer data)
{
  StreekRoleMapSubject subject = making->spec->subject;
  const StreekRecord *weight = said->weight, *body = said->body;

  if (subject == STREEK_ROLE_MAP_WEIGHT && weight != NULL)
    func (making, streek_record_follow (weight, STREEK_THEME_WEIGHT_DOCUMENT, making->records),
          streek_record_get_text (weight, STREEK_THEME_WEIGHT_PAGE),
          streek_record_get_text (weight, STREEK_THEME_WEIGHT_QUOTE), data);

  if (!streek_role_map_subject_has_theme (subject))
    {
      StreekOrientation stated = streek_body_find_orientation (making->records, body, making->on);

      func (making, stated.document, stated.page, stated.quote, data);
    }

  for (guint i = 0; subject != STREEK_ROLE_MAP_WEIGHT && i < said->roles->len; i++)
    {
      const StreekRecord *role = said->roles->pdata[i];

      func (making, streek_record_follow (role, STREEK_ROLE_DOCUMENT, making->records),
            streek_record_get_text (role, STREEK_ROLE_PAGE),
            streek_record_get_text (role, STREEK_ROLE_QUOTE), data);
    }
}

/* Each once. */
static void
add_text (GPtrArray *texts, char *text)
{
  if (g_ptr_array_find_with_equal_func (texts, text, g_str_equal, NULL))
    g_free (text);
  else
    g_ptr_array_add (texts, text);
}

static void
add_source_cb (const StreekRoleMapMaking *making,
               const StreekRecord *document,
               const char *page,
               const char *quote,
               gpointer sources)
{
  if (document != NULL)
    add_text (sources, streek_document_dup_reference (document, page));
}

static void
add_quote_cb (const StreekRoleMapMaking *making,
              const StreekRecord *document,
              const char *page,
              const char *quote,
              gpointer quotes)
{
  if (quote != NULL)
    add_text (quotes, g_strdup (quote));
}

static char *
join (GPtrArray *texts, const char *between)
{
  g_ptr_array_add (texts, NULL);

  return g_strjoinv (between, (GStrv) texts->pdata);
}

static char *
join_citations (const StreekRoleMapMaking *making,
                const StreekRoleMapSaid *said,
                CitationFunc func,
                const char *between)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  foreach_citation (making, said, func, texts);

  return join (texts, between);
}

char *
streek_role_map_dup_source (const StreekRoleMapMaking *making)
{
  g_autoptr (GPtrArray) sources = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < making->said->len; i++)
    foreach_citation (making, making->said->pdata[i], add_source_cb, sources);

  if (sources->len == 0)
    return g_strdup ("");

  g_autofree char *documents = join (sources, "; ");

  /* Translators: a source line; %s is one document or several. */
  return g_strdup_printf (_ ("Source for the roles: %s"), documents);
}

/* The list */

static void
add_list_row (const StreekRoleMapMaking *making,
              const StreekRoleMapRow *row,
              const StreekRoleMapSaid *said,
              StreekTable *table)
{
  guint at = streek_table_add_row (table);
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, streek_record_get_id (said->body));
  g_autofree char *quote = join_citations (making, said, add_quote_cb, " · ");
  g_autofree char *source = join_citations (making, said, add_source_cb, "; ");
  const char *texts[] = {
    id,
    row->area->code,
    streek_record_get_text (said->body, STREEK_BODY_NAME),
    row->area->name,
    *said->words != '\0' ? said->words : C_ ("map of roles", "Nothing recorded"),
    quote,
    source,
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    streek_table_set_text (table, at, i, texts[i]);
}

StreekTable *
streek_role_map_make_table (const StreekRoleMapMaking *making)
{
  StreekTable *table = streek_table_new ();
  const struct
  {
    const char *id;
    const char *title;
  } columns[] = {
    { "id", "id" },
    { "code", _ ("Code") },
    { "body", _ ("Body") },
    { "area", _ ("Area") },
    { "words", streek_role_map_subject_get_label (making->spec->subject) },
    { "quote", _ ("In its own words") },
    { "source", _ ("Source") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    streek_table_add_column (table, columns[i].id, columns[i].title, STREEK_COLUMN_TEXT, NULL, 0);

  for (guint i = 0; i < making->rows->len; i++)
    {
      const StreekRoleMapRow *row = making->rows->pdata[i];

      for (guint j = 0; j < row->said->len; j++)
        add_list_row (making, row, row->said->pdata[j], table);
    }

  return table;
}

/* Around the map */

char *
streek_role_map_dup_title (const StreekRoleMapMaking *making)
{
  const char *kind =
    streek_record_field_get_word (&streek_body_kind.fields[STREEK_BODY_KIND], making->kind);
  const StreekRecord *theme =
    streek_records_find (making->records, &streek_theme_kind, making->spec->theme);
  const char *name = theme != NULL ? streek_record_get_text (theme, STREEK_THEME_NAME) : NULL;

  switch (making->spec->subject)
    {
    case STREEK_ROLE_MAP_STATED:
      /* Translators: titles of maps; %s and %1$s are a kind of body, such as RESOC, %2$s a theme */
      return g_strdup_printf (_ ("%s: what kind their pacts say they are"), kind);
    case STREEK_ROLE_MAP_DERIVED:
      return g_strdup_printf (_ ("%s: what kind their roles make them"), kind);
    case STREEK_ROLE_MAP_WEIGHT:
      return g_strdup_printf (_ ("%1$s: how heavily “%2$s” weighs"), kind, name);
    case STREEK_ROLE_MAP_CATEGORY:
    case STREEK_ROLE_MAP_ROLE:
    case STREEK_N_ROLE_MAP_SUBJECTS:
    default:
      return name != NULL ? g_strdup_printf (_ ("%1$s: their role in “%2$s”"), kind, name)
                          : g_strdup_printf (_ ("%s: their role in general"), kind);
    }
}

static char *
dup_names (const GPtrArray *bodies)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < bodies->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "",
                            streek_record_get_text (bodies->pdata[i], STREEK_BODY_NAME));

  return g_string_free (names, FALSE);
}

/* @sentence: with %1$s for one body or several and %2$s for the day */
static void
add_names (const StreekRoleMapMaking *making,
           const GPtrArray *bodies,
           const char *sentence,
           GPtrArray *notes)
{
  if (bodies->len == 0)
    return;

  g_autofree char *names = dup_names (bodies);
  g_autofree char *day =
    streek_format_date (streek_record_view_get_format (making->view), making->on);
  g_autoptr (GString) note = g_string_new (sentence);

  g_string_replace (note, "%2$s", day, 1);
  g_string_replace (note, "%1$s", names, 1);
  g_ptr_array_add (notes, g_strdup (note->str));
}

/* "RESOC A: its pact says Projects, its roles make it Consultation" */
static void
add_contradictions (const StreekRoleMapMaking *making, GPtrArray *notes)
{
  const StreekRecordField *field = &streek_body_kind.fields[STREEK_BODY_ORIENTATION];

  for (guint i = 0; i < making->said->len; i++)
    {
      const StreekRoleMapSaid *said = making->said->pdata[i];

      if (!streek_role_map_subject_has_theme (making->spec->subject) &&
          streek_roles_contradict (said->stated, said->derived))
        g_ptr_array_add (
          notes,
          /* Translators: %1$s is a body, %2$s and %3$s are kinds of bodies */
          g_strdup_printf (_ ("%1$s: its pact says “%2$s”, its roles make it “%3$s”."),
                           streek_record_get_text (said->body, STREEK_BODY_NAME),
                           streek_record_field_get_word (field, said->stated),
                           streek_record_field_get_word (field, said->derived)));
    }
}

void
streek_role_map_add_notes (const StreekRoleMapMaking *making, GPtrArray *notes)
{
  const StreekFormat *format = streek_record_view_get_format (making->view);

  add_contradictions (making, notes);

  if (making->asked != STREEK_DATE_NONE)
    {
      g_autofree char *asked = streek_format_date (format, making->asked);
      g_autofree char *shown = streek_format_date (format, making->on);

      /* Translators: %1$s is the first day of a plan, %2$s another day. */
      g_ptr_array_add (notes, g_strdup_printf (_ ("On %1$s, when the plan begins, none of these "
                                                  "bodies existed: the map is of %2$s."),
                                               asked, shown));
    }

  /* Translators: in this and the next two %1$s is one body or several, %2$s a day. */
  add_names (making, making->gone, _ ("Not there on %2$s, and therefore not on the map: %1$s."),
             notes);
  add_names (making, making->off_map,
             _ ("With an area of another kind, and therefore not on the map: %1$s."), notes);
  add_names (making, making->moved,
             _ ("With an area that did not exist on %2$s, shown as of the nearest day: %1$s."),
             notes);
}
