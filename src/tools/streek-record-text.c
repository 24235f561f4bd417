/* streek-record-text.c: records as a person writes them in a text file */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "streek-record-text.h"

#include "base/streek-number.h"

#include <gio/gio.h>
#include <math.h>
#include <string.h>

/* What stands behind the name of a field, and where. */
typedef struct
{
  guint field;
  guint line;
  gint64 owner; /* of the reference to what a record is part of; 0: read the text */
  char *text;
} Entry;

typedef struct
{
  const StreekRecordKind *kind;
  gint64 id;
  char *key;
  const char *path; /* lent by the text */
  guint line;
  guint n_parts;
  GArray *entries; /* Entry */
} Block;

struct _StreekRecordText
{
  const StreekAreas *areas;
  const StreekCatalogue *catalogue;
  GPtrArray *blocks;  /* Block, in the order they came */
  GHashTable *by_key; /* "kind key" → Block, lent */
  GStringChunk *paths;
};

/* One line with those that go on with it. */
typedef struct
{
  guint number;
  GString *text;
} Line;

static void
clear_entry (gpointer data)
{
  g_free (((Entry *) data)->text);
}

static void
free_block (gpointer data)
{
  Block *block = data;

  g_array_unref (block->entries);
  g_free (block->key);
  g_free (block);
}

static void
clear_line (gpointer data)
{
  g_string_free (((Line *) data)->text, TRUE);
}

StreekRecordText *
streek_record_text_new (const StreekAreas *areas, const StreekCatalogue *catalogue)
{
  StreekRecordText *self = g_new0 (StreekRecordText, 1);

  self->areas = areas;
  self->catalogue = catalogue;
  self->blocks = g_ptr_array_new_with_free_func (free_block);
  self->by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->paths = g_string_chunk_new (256);

  return self;
}

void
streek_record_text_free (StreekRecordText *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->by_key);
  g_ptr_array_unref (self->blocks);
  g_string_chunk_free (self->paths);
  g_free (self);
}

static gboolean G_GNUC_PRINTF (4, 5)
  fail (GError **error, const char *path, guint line, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  g_autofree char *sentence = g_strdup_vprintf (format, args);
  va_end (args);

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "%s, line %u: %s", path, line, sentence);

  return FALSE;
}

/* The first eight bytes of a digest, without the sign: the same key has the same id in each build.
 */
static gint64
make_id (const char *name)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8 digest[32];
  gsize size = sizeof digest;
  guint64 id = 0;

  g_checksum_update (checksum, (const guchar *) name, -1);
  g_checksum_get_digest (checksum, digest, &size);

  for (guint i = 0; i < 8; i++)
    id = id << 8 | digest[i];

  return MAX ((gint64) (id & G_MAXINT64), 1);
}

static char *
make_name (const StreekRecordKind *kind, const char *key)
{
  return g_strconcat (kind->id, " ", key, NULL);
}

/* Lines */

/* What is indented goes on with the line before, after "|" as a line of its own. */
static gboolean
go_on (GArray *lines, const char *text, const char *path, guint number, GError **error)
{
  if (lines->len == 0 || g_array_index (lines, Line, lines->len - 1).text->len == 0)
    return fail (error, path, number, "there is nothing that this goes on with");

  GString *whole = g_array_index (lines, Line, lines->len - 1).text;
  gboolean breaks = *text == '|';
  gboolean begins = g_str_has_suffix (whole->str, "=");

  if (breaks)
    text++;
  while (g_ascii_isspace (*text))
    text++;

  g_string_append_c (whole, breaks && !begins ? '\n' : ' ');
  g_string_append (whole, text);

  return TRUE;
}

static void
add_line (GArray *lines, guint number, const char *text)
{
  Line line = { number, g_string_new (text) };

  g_array_append_val (lines, line);
}

/* Comments and empty lines end what stands before them. */
static GArray *
split_lines (const char *text, const char *path, GError **error)
{
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (Line));
  g_auto (GStrv) raw = g_strsplit (text, "\n", -1);

  g_array_set_clear_func (lines, clear_line);

  for (guint i = 0; raw[i] != NULL; i++)
    {
      gboolean indented = g_ascii_isspace (*raw[i]);
      char *line = g_strstrip (raw[i]);

      if (*line == '\0' || (!indented && *line == '#'))
        add_line (lines, i + 1, "");
      else if (!indented)
        add_line (lines, i + 1, line);
      else if (!go_on (lines, line, path, i + 1, error))
        return NULL;
    }

  return g_steal_pointer (&lines);
}

/* Blocks */

static Block *
add_block (StreekRecordText *self,
           const StreekRecordKind *kind,
           const char *name,
           const char *path,
           guint line)
{
  Block *block = g_new0 (Block, 1);

  block->kind = kind;
  block->id = make_id (name);
  block->path = path;
  block->line = line;
  block->entries = g_array_new (FALSE, TRUE, sizeof (Entry));
  g_array_set_clear_func (block->entries, clear_entry);
  g_ptr_array_add (self->blocks, block);

  return block;
}

static const StreekRecordKind *
find_kind (const char *id, const char *path, guint line, GError **error)
{
  const StreekRecordKind *kind = streek_record_kinds_find (id);

  if (kind == NULL)
    fail (error, path, line, "there is no kind “%s”", id);

  return kind;
}

/* "[kind key]" */
static Block *
open_block (StreekRecordText *self, char *text, const char *path, guint line, GError **error)
{
  char *end = strchr (text, ']');
  char *space = strchr (text, ' ');

  if (end == NULL || end[1] != '\0' || space == NULL || strchr (space + 1, ' ') != NULL)
    {
      fail (error, path, line, "expected [kind key]");
      return NULL;
    }

  *end = '\0';
  *space = '\0';

  const StreekRecordKind *kind = find_kind (text + 1, path, line, error);

  if (kind == NULL)
    return NULL;

  g_autofree char *name = make_name (kind, space + 1);

  if (g_hash_table_contains (self->by_key, name))
    {
      fail (error, path, line, "there is a “%s” already", name);
      return NULL;
    }

  Block *block = add_block (self, kind, name, path, line);

  block->key = g_strdup (space + 1);
  g_hash_table_insert (self->by_key, g_steal_pointer (&name), block);

  return block;
}

static gboolean
has_entry (const Block *block, guint field)
{
  for (guint i = 0; i < block->entries->len; i++)
    if (g_array_index (block->entries, Entry, i).field == field)
      return TRUE;

  return FALSE;
}

/* "field = value" */
static gboolean
read_entry (Block *block, const char *text, guint line, GError **error)
{
  const char *equals = strchr (text, '=');

  if (equals == NULL)
    return fail (error, block->path, line, "expected “field = value”: “%s”", text);

  g_autofree char *name = g_strstrip (g_strndup (text, (gsize) (equals - text)));
  int field = streek_record_kind_find_field (block->kind, name);
  Entry entry = { (guint) field, line, 0, g_strstrip (g_strdup (equals + 1)) };

  if (field < 0 || has_entry (block, (guint) field) || *entry.text == '\0')
    {
      clear_entry (&entry);
      return fail (error, block->path, line,
                   field < 0                          ? "%s has no field “%s”"
                   : has_entry (block, (guint) field) ? "%s has “%s” twice"
                                                      : "%s: “%s” has no value; leave it out",
                   block->kind->id, name);
    }

  g_array_append_val (block->entries, entry);

  return TRUE;
}

static int
find_owner (const StreekRecordKind *part, const StreekRecordKind *whole)
{
  for (guint i = 0; i < part->n_fields; i++)
    if ((part->fields[i].flags & STREEK_RECORD_OWNER) != 0 && part->fields[i].target == whole)
      return (int) i;

  return -1;
}

/* "kind: field = value; field = value": a part of the record that the block is about. */
static gboolean
read_part (StreekRecordText *self, Block *whole, const char *text, guint line, GError **error)
{
  const char *colon = strchr (text, ':');
  g_autofree char *id = g_strstrip (g_strndup (text, (gsize) (colon - text)));
  const StreekRecordKind *kind = find_kind (id, whole->path, line, error);

  if (kind == NULL)
    return FALSE;

  int owner = find_owner (kind, whole->kind);

  if (owner < 0)
    return fail (error, whole->path, line, "%s is no part of %s", id, whole->kind->id);

  g_autofree char *name =
    g_strdup_printf ("%s %s %s %u", whole->kind->id, whole->key, id, ++whole->n_parts);
  Block *part = add_block (self, kind, name, whole->path, line);
  Entry entry = { (guint) owner, line, whole->id, NULL };
  g_auto (GStrv) entries = g_strsplit (colon + 1, ";", -1);

  g_array_append_val (part->entries, entry);

  for (guint i = 0; entries[i] != NULL; i++)
    if (!read_entry (part, entries[i], line, error))
      return FALSE;

  return TRUE;
}

static gboolean
is_part (const char *text)
{
  return text[strcspn (text, ":=")] == ':';
}

/**
 * streek_record_text_read:
 * @text: UTF-8
 * @path: what errors call it
 * @error: return location for G_IO_ERROR_INVALID_DATA, which says on which line
 *
 * Adds the records of a text. Each begins with its kind and a key of its own; then its fields
 * follow, one a line, by the names that they have in files:
 *
 *     [project dc-noise]
 *     name = DC NOISE
 *     lead = @ersv-wvl
 *     aim = The first line, which
 *       goes on here.
 *       | A second line.
 *     project_theme: theme = @labour
 *     project_partner: organisation = @ersv-wvl; role = promotor
 *
 * A reference is “@” with the key of a record of the kind that the field names, in any of the
 * texts. A line with a colon is a record that is part of this one; what orders siblings follows
 * from their place in the text. Comments begin with “#”.
 *
 * Returns: whether all of it was understood
 */
gboolean
streek_record_text_read (StreekRecordText *self, const char *text, const char *path, GError **error)
{
  g_return_val_if_fail (self != NULL && text != NULL && path != NULL, FALSE);

  const char *kept = g_string_chunk_insert_const (self->paths, path);
  g_autoptr (GArray) lines = split_lines (text, kept, error);
  Block *block = NULL;

  for (guint i = 0; lines != NULL && i < lines->len; i++)
    {
      const Line *line = &g_array_index (lines, Line, i);
      char *whole = line->text->str;

      if (*whole == '\0')
        continue;

      if (*whole == '[')
        {
          block = open_block (self, whole, kept, line->number, error);

          if (block == NULL)
            return FALSE;
        }
      else if (block == NULL)
        return fail (error, kept, line->number, "expected [kind key]");
      else if (!(is_part (whole) ? read_part (self, block, whole, line->number, error)
                                 : read_entry (block, whole, line->number, error)))
        return FALSE;
    }

  return lines != NULL;
}

/* Values */

static gboolean
set_reference (StreekRecordText *self,
               StreekRecordChanges *changes,
               const Block *block,
               const Entry *entry,
               GError **error)
{
  const StreekRecordField *field = &block->kind->fields[entry->field];
  gint64 id = entry->owner;

  if (id == 0)
    {
      g_autofree char *name = make_name (field->target, entry->text + (*entry->text == '@'));
      const Block *named = g_hash_table_lookup (self->by_key, name);

      if (*entry->text != '@' || named == NULL)
        return fail (error, block->path, entry->line, "“%s” is the key of no %s", entry->text,
                     field->target->id);

      id = named->id;
    }

  streek_record_changes_set_reference (changes, block->kind, block->id, entry->field, id);

  return TRUE;
}

static gboolean
set_number (StreekRecordChanges *changes, const Block *block, const Entry *entry, GError **error)
{
  double number;

  if (!streek_number_parse (entry->text, &number))
    return fail (error, block->path, entry->line, "“%s” is no number", entry->text);

  if (block->kind->fields[entry->field].type == STREEK_RECORD_NUMBER)
    streek_record_changes_set_number (changes, block->kind, block->id, entry->field, number);
  else if (number == floor (number) && fabs (number) < 1e15)
    streek_record_changes_set_integer (changes, block->kind, block->id, entry->field,
                                       (gint64) number);
  else
    return fail (error, block->path, entry->line, "“%s” is no whole number", entry->text);

  return TRUE;
}

static gboolean
set_time (StreekRecordChanges *changes, const Block *block, const Entry *entry, GError **error)
{
  StreekPeriod period;
  StreekDate day;

  if (block->kind->fields[entry->field].type == STREEK_RECORD_DAY)
    {
      if (!streek_date_parse (entry->text, &day, error))
        return FALSE;

      streek_record_changes_set_day (changes, block->kind, block->id, entry->field, day);
    }
  else
    {
      if (!streek_period_parse (entry->text, &period, error))
        return FALSE;

      streek_record_changes_set_period (changes, block->kind, block->id, entry->field, period);
    }

  return TRUE;
}

static gboolean
is_area (const StreekAreas *areas, const char *ref)
{
  const char *colon = strchr (ref, ':');

  if (colon == NULL)
    return FALSE;
  if (areas == NULL)
    return TRUE;

  g_autofree char *set = g_strndup (ref, (gsize) (colon - ref));
  g_autoptr (GPtrArray) chain = streek_areas_list_chain (areas, set, colon + 1);

  return chain->len > 0;
}

static gboolean
set_text (StreekRecordText *self,
          StreekRecordChanges *changes,
          const Block *block,
          const Entry *entry,
          GError **error)
{
  const StreekRecordField *field = &block->kind->fields[entry->field];

  if (field->type == STREEK_RECORD_CHOICE && !streek_record_field_takes_word (field, entry->text))
    return fail (error, block->path, entry->line, "“%s” is no word of “%s”", entry->text,
                 field->id);
  if (field->type == STREEK_RECORD_AREA && !is_area (self->areas, entry->text))
    return fail (error, block->path, entry->line, "there is no area “%s”", entry->text);
  if (field->type == STREEK_RECORD_INDICATOR && self->catalogue != NULL &&
      streek_catalogue_find (self->catalogue, entry->text, NULL) == NULL)
    return fail (error, block->path, entry->line, "there is no indicator “%s”", entry->text);
  if (field->type != STREEK_RECORD_PARAGRAPHS && strchr (entry->text, '\n') != NULL)
    return fail (error, block->path, entry->line, "“%s” is one line", field->id);

  streek_record_changes_set_text (changes, block->kind, block->id, entry->field, entry->text);

  return TRUE;
}

static gboolean
set_value (StreekRecordText *self,
           StreekRecordChanges *changes,
           const Block *block,
           const Entry *entry,
           GError **error)
{
  const StreekRecordField *field = &block->kind->fields[entry->field];

  switch (field->type)
    {
    case STREEK_RECORD_REFERENCE:
      return set_reference (self, changes, block, entry, error);
    case STREEK_RECORD_NUMBER:
    case STREEK_RECORD_INTEGER:
      return set_number (changes, block, entry, error);
    case STREEK_RECORD_DAY:
    case STREEK_RECORD_PERIOD:
      return set_time (changes, block, entry, error) ||
             (g_prefix_error (error, "%s, line %u: ", block->path, entry->line), FALSE);
    case STREEK_RECORD_FLAG:
      streek_record_changes_set_flag (changes, block->kind, block->id, entry->field, TRUE);
      return strcmp (entry->text, "yes") == 0 ||
             fail (error, block->path, entry->line, "“%s” is either “yes” or left out", field->id);
    case STREEK_RECORD_BYTES:
    case STREEK_RECORD_LIST:
      return fail (error, block->path, entry->line, "“%s” cannot be written as text", field->id);
    case STREEK_RECORD_TEXT:
    case STREEK_RECORD_PARAGRAPHS:
    case STREEK_RECORD_CHOICE:
    case STREEK_RECORD_AREA:
    case STREEK_RECORD_INDICATOR:
    default:
      return set_text (self, changes, block, entry, error);
    }
}

static gboolean
check_required (const Block *block, GError **error)
{
  for (guint i = 0; i < block->kind->n_fields; i++)
    if ((block->kind->fields[i].flags & STREEK_RECORD_REQUIRED) != 0 && !has_entry (block, i))
      return fail (error, block->path, block->line, "%s needs “%s”", block->kind->id,
                   block->kind->fields[i].id);

  return TRUE;
}

static gboolean
set_block (StreekRecordText *self,
           StreekRecordChanges *changes,
           const Block *block,
           guint place,
           GError **error)
{
  int rank = streek_record_kind_find_rank (block->kind);

  streek_record_changes_add_as (changes, block->kind, block->id);

  for (guint i = 0; i < block->entries->len; i++)
    if (!set_value (self, changes, block, &g_array_index (block->entries, Entry, i), error))
      return FALSE;

  if (rank >= 0 && !has_entry (block, (guint) rank))
    streek_record_changes_set_number (changes, block->kind, block->id, (guint) rank, place + 1);

  return check_required (block, error);
}

/**
 * streek_record_text_make_changes:
 * @error: return location for G_IO_ERROR_INVALID_DATA, which says in which file and on which line
 *
 * Returns: (transfer full): every record that was read, as a new one. Its id follows from its kind
 *   and key (of a part: from its whole and its place there), so the same text gives the same file.
 */
StreekRecordChanges *
streek_record_text_make_changes (StreekRecordText *self, GError **error)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_autoptr (StreekRecordChanges) changes = streek_record_changes_new ();

  for (guint i = 0; i < self->blocks->len; i++)
    if (!set_block (self, changes, self->blocks->pdata[i], i, error))
      return NULL;

  return g_steal_pointer (&changes);
}
