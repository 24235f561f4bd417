/* streek-cli-subject.c: which plan, project or other record a person means by what they typed */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "streek-cli-subject.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Nobody reads a longer list on a line. */
#define MOST_TITLES 20

static const char *const name_fields[] = { "code", "short_name", "acronym" };

static gboolean
is_same (const char *text, const char *folded)
{
  g_autofree char *own = text != NULL ? g_utf8_casefold (text, -1) : NULL;

  return own != NULL && strcmp (own, folded) == 0;
}

/* By its title, or another name that it goes by. */
static gboolean
is_called (const StreekRecord *record, const StreekRecords *records, const char *text)
{
  const StreekRecordKind *kind = streek_record_get_kind (record);
  g_autofree char *folded = g_utf8_casefold (text, -1);
  g_autofree char *title = streek_record_dup_title (record, records);

  if (is_same (title, folded))
    return TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (name_fields); i++)
    {
      int field = streek_record_kind_find_field (kind, name_fields[i]);

      if (field >= 0 && is_same (streek_record_get_text (record, (guint) field), folded))
        return TRUE;
    }

  return FALSE;
}

/* In its title and the other names that it goes by, together. */
static gboolean
has_words (const StreekRecord *record, const StreekRecords *records, const char *words)
{
  g_autofree char *title = streek_record_dup_title (record, records);
  g_autoptr (GString) names = g_string_new (title);

  for (guint i = 0; i < G_N_ELEMENTS (name_fields); i++)
    {
      int field = streek_record_kind_find_field (streek_record_get_kind (record), name_fields[i]);
      const char *name = field >= 0 ? streek_record_get_text (record, (guint) field) : NULL;

      if (name != NULL)
        g_string_append_printf (names, " %s", name);
    }

  return g_str_match_string (words, names->str, TRUE);
}

static gboolean
has_id (const StreekRecord *record, const StreekRecords *records, const char *text)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, streek_record_get_id (record));

  return strcmp (id, text) == 0;
}

typedef gboolean (*MatchFunc) (const StreekRecord *record,
                               const StreekRecords *records,
                               const char *text);

/* (element-type StreekRecord): all that the first way of looking that finds any finds */
static GPtrArray *
list_matches (const StreekRecords *records, const StreekRecordKind *kind, const char *text)
{
  static const MatchFunc ways[] = { is_called, has_id, has_words };
  GPtrArray *found = g_ptr_array_new ();
  guint n;
  const StreekRecord *const *all = streek_records_list (records, kind, &n);

  for (guint way = 0; way < G_N_ELEMENTS (ways) && found->len == 0; way++)
    for (guint i = 0; i < n; i++)
      if (text == NULL || ways[way](all[i], records, text))
        g_ptr_array_add (found, (gpointer) all[i]);

  return found;
}

/* @with_ids: they are called the same */
static char *
dup_titles (const GPtrArray *found, const StreekRecords *records, gboolean with_ids)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < MIN (found->len, MOST_TITLES); i++)
    {
      g_autofree char *title = streek_record_dup_title (found->pdata[i], records);

      g_string_append_printf (list, "%s“%s”", i > 0 ? ", " : "", title);
      if (with_ids)
        g_string_append_printf (list, " (%" G_GINT64_FORMAT ")",
                                streek_record_get_id (found->pdata[i]));
    }

  if (found->len > MOST_TITLES)
    g_string_append (list, ", …");

  return g_string_free (list, FALSE);
}

gboolean
streek_cli_find_subject (const StreekCommand *command,
                         StreekRecordView *view,
                         const StreekRecordKind *kind,
                         const char *option,
                         const char *text,
                         gint64 *id)
{
  g_return_val_if_fail (view != NULL && kind != NULL && id != NULL, FALSE);

  const StreekRecords *records = streek_record_view_get_records (view);
  g_autoptr (GPtrArray) found = list_matches (records, kind, text);

  if (found->len == 1)
    {
      *id = streek_record_get_id (found->pdata[0]);
      return TRUE;
    }

  g_autoptr (GPtrArray) all = list_matches (records, kind, NULL);
  gboolean is_ambiguous = text != NULL && found->len > 1;
  g_autofree char *titles = dup_titles (is_ambiguous ? found : all, records, is_ambiguous);

  if (all->len == 0)
    /* Translators: %s is an option such as --plan. */
    streek_cli_remark (command, _ ("The file has nothing for %s to name."), option);
  else if (is_ambiguous)
    /* Translators: %1$s is an option such as --plan, %2$s what was typed, %3$s a list of titles
     * with their ids. */
    streek_cli_remark (command, _ ("%1$s: “%2$s” can be several. Say more, or an id: %3$s."),
                       option, text, titles);
  else if (text != NULL)
    /* Translators: %1$s is an option such as --plan, %2$s what was typed, %3$s a list of titles. */
    streek_cli_remark (command, _ ("%1$s: none is called “%2$s”. There is: %3$s."), option, text,
                       titles);
  else
    /* Translators: %1$s is an option such as --plan, %2$s is a list of titles. */
    streek_cli_remark (command, _ ("%1$s must name one of these: %2$s."), option, titles);

  return FALSE;
}
