/* streek-source-kept.c: records kept in memory, for formats that do not come record by record */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "exchange/streek-source-kept.h"

typedef struct
{
  StreekSourceReader parent;
  StreekKept *kept;
  guint next;
} KeptReader;

StreekKept *
streek_kept_new (void)
{
  StreekKept *kept = g_new0 (StreekKept, 1);

  kept->text = g_string_new (NULL);
  kept->fields = g_array_new (FALSE, FALSE, sizeof (StreekKeptField));
  kept->records = g_array_new (FALSE, FALSE, sizeof (StreekKeptRecord));
  kept->lent = g_array_new (FALSE, FALSE, sizeof (StreekField));

  return kept;
}

void
streek_kept_free (StreekKept *kept)
{
  g_string_free (kept->text, TRUE);
  g_array_unref (kept->fields);
  g_array_unref (kept->records);
  g_array_unref (kept->lent);
  g_free (kept);
}

void
streek_kept_clear (StreekKept *kept)
{
  g_string_truncate (kept->text, 0);
  g_array_set_size (kept->fields, 0);
  g_array_set_size (kept->records, 0);
}

void
streek_kept_begin_record (StreekKept *kept, guint64 line)
{
  StreekKeptRecord record = { .line = line, .first_field = kept->fields->len };

  g_array_append_val (kept->records, record);
}

/* Adds a field to the record begun last. */
void
streek_kept_add_field (StreekKept *kept, const char *text, gsize length, guint flags)
{
  StreekKeptField field = { .at = kept->text->len, .length = (guint32) length, .flags = flags };

  g_array_append_val (kept->fields, field);
  g_string_append_len (kept->text, text, (gssize) length);
}

/* Takes off the cells at the end of the last record in which there is nothing. */
void
streek_kept_drop_empty_fields (StreekKept *kept)
{
  gsize first = g_array_index (kept->records, StreekKeptRecord, kept->records->len - 1).first_field;
  guint n = kept->fields->len;

  while (n > first && g_array_index (kept->fields, StreekKeptField, n - 1).length == 0 &&
         g_array_index (kept->fields, StreekKeptField, n - 1).flags == 0)
    n--;

  g_array_set_size (kept->fields, n);
}

/* Lends the record at @index until the next look, or until something is added. */
void
streek_kept_look_at (StreekKept *kept, guint index, StreekSourceRecord *record)
{
  const StreekKeptRecord *records = (const StreekKeptRecord *) kept->records->data;
  gsize first = records[index].first_field;
  gsize after = index + 1 < kept->records->len ? records[index + 1].first_field : kept->fields->len;

  g_array_set_size (kept->lent, (guint) (after - first));
  for (gsize i = first; i < after; i++)
    {
      const StreekKeptField *field = &g_array_index (kept->fields, StreekKeptField, i);

      g_array_index (kept->lent, StreekField, i - first) = (StreekField){
        .text = kept->text->str + field->at,
        .length = field->length,
        .flags = field->flags,
      };
    }

  record->line = records[index].line;
  record->n_fields = (guint) (after - first);
  record->fields = (const StreekField *) kept->lent->data;
}

static gboolean
kept_next (StreekSourceReader *reader, StreekSourceRecord *record, GError **error)
{
  KeptReader *self = (KeptReader *) reader;

  if (g_cancellable_set_error_if_cancelled (reader->cancellable, error) ||
      self->next == self->kept->records->len)
    return FALSE;

  streek_kept_look_at (self->kept, self->next++, record);
  return TRUE;
}

static double
kept_get_progress (const StreekSourceReader *reader)
{
  const KeptReader *self = (const KeptReader *) reader;

  return self->kept->records->len > 0 ? (double) self->next / self->kept->records->len : 1;
}

static void
kept_free (StreekSourceReader *reader)
{
  KeptReader *self = (KeptReader *) reader;

  g_clear_pointer (&self->kept, streek_kept_free);
}

static const StreekReaderClass kept_class = {
  .next = kept_next,
  .get_progress = kept_get_progress,
  .free = kept_free,
};

/**
 * streek_kept_reader_new:
 * @kept: (transfer full): all records of a sheet
 *
 * Returns: (transfer full): a reader of them
 */
StreekSourceReader *
streek_kept_reader_new (StreekKept *kept)
{
  KeptReader *self = g_new0 (KeptReader, 1);

  self->parent.klass = &kept_class;
  self->kept = kept;

  return &self->parent;
}
