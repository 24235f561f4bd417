/* streek-record-kind.c: kinds of records that people keep: their fields, and how they hang together
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "record/streek-record-kind.h"

#include <glib/gi18n-lib.h>
#include <string.h>

G_DEFINE_QUARK (streek_record_error, streek_record_error)

static GMutex registry_mutex;
static GPtrArray *registry; /* const StreekRecordKind, in the order they came */

/**
 * streek_record_kinds_register:
 * @kinds: (array length=n_kinds): static
 *
 * Adds kinds to what a workspace keeps. Twice is once.
 */
void
streek_record_kinds_register (const StreekRecordKind *const *kinds, gsize n_kinds)
{
  g_mutex_lock (&registry_mutex);

  if (registry == NULL)
    registry = g_ptr_array_new ();

  for (gsize i = 0; i < n_kinds; i++)
    if (!g_ptr_array_find (registry, kinds[i], NULL))
      g_ptr_array_add (registry, (gpointer) kinds[i]);

  g_mutex_unlock (&registry_mutex);
}

GPtrArray *
streek_record_kinds_list (void)
{
  g_mutex_lock (&registry_mutex);

  GPtrArray *kinds =
    registry != NULL ? g_ptr_array_copy (registry, NULL, NULL) : g_ptr_array_new ();

  g_mutex_unlock (&registry_mutex);

  return kinds;
}

const StreekRecordKind *
streek_record_kinds_find (const char *id)
{
  g_autoptr (GPtrArray) kinds = streek_record_kinds_list ();

  for (guint i = 0; i < kinds->len; i++)
    {
      const StreekRecordKind *kind = kinds->pdata[i];

      if (g_strcmp0 (kind->id, id) == 0)
        return kind;
    }

  return NULL;
}

int
streek_record_kind_find_field (const StreekRecordKind *kind, const char *id)
{
  for (guint i = 0; i < kind->n_fields; i++)
    if (g_strcmp0 (kind->fields[i].id, id) == 0)
      return (int) i;

  return -1;
}

int
streek_record_kind_find_rank (const StreekRecordKind *kind)
{
  for (guint i = 0; i < kind->n_fields; i++)
    if (kind->fields[i].flags & STREEK_RECORD_RANK)
      return (int) i;

  return -1;
}

const char *
streek_record_kind_get_name (const StreekRecordKind *kind)
{
  return _ (kind->name);
}

const char *
streek_record_kind_get_plural (const StreekRecordKind *kind)
{
  return _ (kind->plural);
}

const char *
streek_record_field_get_label (const StreekRecordField *field)
{
  return _ (field->label);
}

const char *
streek_record_field_get_word (const StreekRecordField *field, const char *id)
{
  for (const StreekRecordWord *word = field->words; id != NULL && word != NULL && word->id != NULL;
       word++)
    if (strcmp (word->id, id) == 0)
      return g_dpgettext2 (GETTEXT_PACKAGE, "record", word->label);

  return id;
}

gboolean
streek_record_field_has_word (const StreekRecordField *field, const char *id)
{
  g_return_val_if_fail (field != NULL && id != NULL, FALSE);

  for (const StreekRecordWord *word = field->words; word != NULL && word->id != NULL; word++)
    if (strcmp (word->id, id) == 0)
      return TRUE;

  return FALSE;
}

gboolean
streek_record_field_takes_word (const StreekRecordField *field, const char *id)
{
  g_return_val_if_fail (field != NULL && id != NULL, FALSE);

  return streek_record_field_has_word (field, id) || (field->flags & STREEK_RECORD_OPEN) != 0;
}

/* What has one line on screen and paper is one line; blanks around a break go with it. */
static char *
join_lines (const char *text)
{
  GString *line = g_string_new (NULL);

  for (const char *c = text; *c != '\0';)
    {
      gsize n_blanks = strspn (c, " \t\r\n\v\f");

      if (n_blanks > strspn (c, " "))
        g_string_append_c (line, ' ');
      else
        g_string_append_len (line, c, (gssize) n_blanks);
      c += n_blanks;

      gsize n = strcspn (c, " \t\r\n\v\f");

      g_string_append_len (line, c, (gssize) n);
      c += n;
    }

  return g_string_free (line, FALSE);
}

char *
streek_record_field_tidy (const StreekRecordField *field, const char *text)
{
  g_return_val_if_fail (field != NULL && text != NULL, NULL);

  g_autofree char *line = field->type == STREEK_RECORD_TEXT || field->type == STREEK_RECORD_CHOICE
                            ? join_lines (text)
                            : g_strdup (text);
  char *tidied = field->tidy != NULL ? field->tidy (line) : NULL;

  return tidied != NULL ? tidied : g_steal_pointer (&line);
}

char *
streek_record_field_dup_spellings (const StreekRecordField *field, const char *text)
{
  g_return_val_if_fail (field != NULL && text != NULL, NULL);

  g_autofree char *tidied =
    field->tidy != NULL && field->spellings != NULL ? field->tidy (text) : NULL;

  return tidied != NULL ? field->spellings (tidied) : NULL;
}
