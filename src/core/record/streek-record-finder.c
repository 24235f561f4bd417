/* streek-record-finder.c: from a name in a file to the record, area or indicator that it means */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "record/streek-record-finder.h"

#include "area/streek-area-names.h"
#include "search/streek-fold.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The set that a bare name is looked for in first. */
#define FIRST_SET "gemeente"

typedef struct
{
  gint64 id;
  gint64 owner;
  char *key; /* (nullable): tidied */
} Entry;

/* All of a kind. */
typedef struct
{
  GPtrArray *entries;   /* Entry, owned */
  GHashTable *by_title; /* tidied → GPtrArray of Entry */
  GHashTable *by_key;
} Names;

typedef struct
{
  const StreekAreaSet *set;
  StreekAreaNames *names;
} SetNames;

struct _StreekRecordFinder
{
  StreekRecordView *view;
  StreekRecordWithinFunc is_within; /* (nullable) */
  gpointer within_data;
  GHashTable *kinds;      /* StreekRecordKind → Names */
  GArray *sets;           /* (nullable): of SetNames, the first set first */
  GHashTable *indicators; /* (nullable): tidied name → code, lent by the catalogue */
};

static void
free_entry (gpointer data)
{
  Entry *entry = data;

  g_free (entry->key);
  g_free (entry);
}

static void
free_names (gpointer data)
{
  Names *names = data;

  g_hash_table_unref (names->by_title);
  g_hash_table_unref (names->by_key);
  g_ptr_array_unref (names->entries);
  g_free (names);
}

static void
clear_set (gpointer data)
{
  streek_area_names_free (((SetNames *) data)->names);
}

StreekRecordFinder *
streek_record_finder_new (StreekRecordView *view)
{
  StreekRecordFinder *finder = g_new0 (StreekRecordFinder, 1);

  finder->view = streek_record_view_ref (view);
  finder->kinds = g_hash_table_new_full (NULL, NULL, NULL, free_names);

  return finder;
}

void
streek_record_finder_limit (StreekRecordFinder *finder,
                            StreekRecordWithinFunc is_within,
                            gpointer data)
{
  g_return_if_fail (finder != NULL && g_hash_table_size (finder->kinds) == 0);

  finder->is_within = is_within;
  finder->within_data = data;
}

void
streek_record_finder_free (StreekRecordFinder *finder)
{
  if (finder == NULL)
    return;

  g_hash_table_unref (finder->kinds);
  g_clear_pointer (&finder->sets, g_array_unref);
  g_clear_pointer (&finder->indicators, g_hash_table_unref);
  streek_record_view_unref (finder->view);
  g_free (finder);
}

int
streek_record_kind_find_key (const StreekRecordKind *kind)
{
  for (guint i = 0; i < kind->n_fields; i++)
    if (kind->fields[i].flags & STREEK_RECORD_KEY)
      return (int) i;

  return -1;
}

int
streek_record_kind_find_owner (const StreekRecordKind *kind)
{
  const guint wanted = STREEK_RECORD_OWNER | STREEK_RECORD_REQUIRED;

  for (guint i = 0; i < kind->n_fields; i++)
    if ((kind->fields[i].flags & wanted) == wanted)
      return (int) i;

  return -1;
}

/* Folded, one blank between words. */
static char *
tidy (const char *text)
{
  g_autofree char *folded = streek_fold (text, NULL);
  g_auto (GStrv) words = g_strsplit_set (folded, " \t\r\n", -1);
  GString *tidied = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      g_string_append_printf (tidied, "%s%s", tidied->len > 0 ? " " : "", words[i]);

  return g_string_free (tidied, FALSE);
}

/* Enterprise numbers have ten digits, nine of old; codes of plans have fewer, and points that tell
 * them apart. */
#define LONG_NUMBER 9

static gboolean
is_long_number (const char *key)
{
  guint n = 0;

  for (const char *c = key; *c != '\0'; c++)
    {
      if (g_ascii_isalpha (*c) && c - key >= 2) /* "BE" may stand before it */
        return FALSE;
      n += g_ascii_isdigit (*c);
    }

  return n >= LONG_NUMBER;
}

/* "BE 0869.753.369" and "0869753369" are one key. */
static char *
squeeze_key (const StreekRecordKind *kind, const char *key)
{
  int field = streek_record_kind_find_key (kind);
  g_autofree char *tidied =
    field >= 0 ? streek_record_field_tidy (&kind->fields[field], key) : g_strdup (key);
  g_autofree char *folded = streek_fold (tidied, NULL);
  gboolean only_digits = is_long_number (folded);
  GString *squeezed = g_string_new (NULL);

  for (const char *c = folded; *c != '\0'; c = g_utf8_next_char (c))
    if (only_digits ? g_ascii_isdigit (*c) : !g_unichar_isspace (g_utf8_get_char (c)))
      g_string_append_unichar (squeezed, g_utf8_get_char (c));

  return g_string_free (squeezed, FALSE);
}

static void
put (GHashTable *table, char *text, Entry *entry)
{
  GPtrArray *entries = g_hash_table_lookup (table, text);

  if (*text == '\0')
    {
      g_free (text);
      return;
    }

  if (entries == NULL)
    {
      entries = g_ptr_array_new ();
      g_hash_table_insert (table, g_strdup (text), entries);
    }

  g_ptr_array_add (entries, entry);
  g_free (text);
}

static Entry *
add_entry (Names *names,
           const StreekRecordKind *kind,
           gint64 id,
           gint64 owner,
           const char *key,
           const char *title)
{
  Entry *entry = g_new0 (Entry, 1);

  entry->id = id;
  entry->owner = owner;
  entry->key = key != NULL && *key != '\0' ? squeeze_key (kind, key) : NULL;
  g_ptr_array_add (names->entries, entry);
  put (names->by_title, tidy (title), entry);
  if (entry->key != NULL)
    put (names->by_key, g_strdup (entry->key), entry);

  return entry;
}

/* "W13" for who is called so in short. */
static void
add_short_name (Names *names, const StreekRecord *record, const char *title, Entry *entry)
{
  const StreekRecordKind *kind = streek_record_get_kind (record);
  int field = streek_record_kind_find_field (kind, "short_name");
  const char *name = field >= 0 ? streek_record_get_text (record, (guint) field) : NULL;
  g_autofree char *tidied = name != NULL ? tidy (name) : NULL;
  g_autofree char *tidied_title = tidy (title);

  if (tidied != NULL && strcmp (tidied, tidied_title) != 0)
    put (names->by_title, g_steal_pointer (&tidied), entry);
}

static Names *
new_names (void)
{
  Names *names = g_new0 (Names, 1);

  names->entries = g_ptr_array_new_with_free_func (free_entry);
  names->by_title =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  names->by_key =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);

  return names;
}

static Names *
ensure_names (StreekRecordFinder *finder, const StreekRecordKind *kind)
{
  Names *names = g_hash_table_lookup (finder->kinds, kind);

  if (names != NULL)
    return names;

  const StreekRecords *records = streek_record_view_get_records (finder->view);
  int key = streek_record_kind_find_key (kind), owner = streek_record_kind_find_owner (kind);
  guint n;
  const StreekRecord *const *list = streek_records_list (records, kind, &n);

  names = new_names ();
  g_hash_table_insert (finder->kinds, (gpointer) kind, names);

  for (guint i = 0; i < n; i++)
    {
      if (finder->is_within != NULL && !finder->is_within (list[i], records, finder->within_data))
        continue;

      g_autofree char *title = streek_record_dup_title (list[i], records);
      Entry *entry =
        add_entry (names, kind, streek_record_get_id (list[i]),
                   owner >= 0 ? streek_record_get_reference (list[i], (guint) owner) : 0,
                   key >= 0 ? streek_record_get_text (list[i], (guint) key) : NULL, title);

      add_short_name (names, list[i], title, entry);
    }

  return names;
}

void
streek_record_finder_add (StreekRecordFinder *finder,
                          const StreekRecordKind *kind,
                          gint64 id,
                          gint64 owner,
                          const char *key,
                          const char *title)
{
  g_return_if_fail (finder != NULL && title != NULL);

  add_entry (ensure_names (finder, kind), kind, id, owner, key, title);
}

/* @key: (nullable): squeezed */
static guint
count (GHashTable *table, const char *text, gint64 owner, const char *key, gint64 *id)
{
  const GPtrArray *entries = g_hash_table_lookup (table, text);
  guint n = 0;

  for (guint i = 0; entries != NULL && i < entries->len; i++)
    {
      const Entry *entry = entries->pdata[i];

      if ((owner != 0 && entry->owner != 0 && entry->owner != owner) ||
          (key != NULL && entry->key != NULL && strcmp (entry->key, key) != 0))
        continue;

      *id = entry->id;
      n++;
    }

  return n;
}

guint
streek_record_finder_find_key (StreekRecordFinder *finder,
                               const StreekRecordKind *kind,
                               gint64 owner,
                               const char *key,
                               gint64 *id)
{
  g_autofree char *squeezed = squeeze_key (kind, key);

  return count (ensure_names (finder, kind)->by_key, squeezed, owner, NULL, id);
}

guint
streek_record_finder_find_title (StreekRecordFinder *finder,
                                 const StreekRecordKind *kind,
                                 gint64 owner,
                                 const char *key,
                                 const char *title,
                                 gint64 *id)
{
  g_autofree char *tidied = tidy (title);
  g_autofree char *squeezed = key != NULL && *key != '\0' ? squeeze_key (kind, key) : NULL;

  return count (ensure_names (finder, kind)->by_title, tidied, owner, squeezed, id);
}

guint
streek_record_finder_find (StreekRecordFinder *finder,
                           const StreekRecordKind *kind,
                           gint64 owner,
                           const char *text,
                           gint64 *id)
{
  guint n = streek_record_finder_find_title (finder, kind, owner, NULL, text, id);
  const char *gap = strchr (text, ' ');

  if (n == 0)
    n = streek_record_finder_find_key (finder, kind, owner, text, id);
  if (n > 0 || gap == NULL)
    return n;

  g_autofree char *key = g_strndup (text, (gsize) (gap - text));
  gint64 by_key;

  if (streek_record_finder_find_key (finder, kind, owner, key, &by_key) != 1)
    return 0;

  n = streek_record_finder_find_title (finder, kind, owner, key, gap + 1, id);

  return n == 1 && *id == by_key ? 1 : 0;
}

/* Areas */

static gboolean
is_first_set (const StreekAreaSet *set)
{
  return strcmp (set->code, FIRST_SET) == 0;
}

static void
add_set (StreekRecordFinder *finder, const StreekAreaSet *set)
{
  SetNames names = { set, streek_area_names_new (streek_record_view_get_areas (finder->view),
                                                 set->code) };

  g_array_append_val (finder->sets, names);
}

static void
ensure_sets (StreekRecordFinder *finder)
{
  if (finder->sets != NULL)
    return;

  g_autoptr (GPtrArray) sets = streek_areas_list_sets (streek_record_view_get_areas (finder->view));

  finder->sets = g_array_new (FALSE, FALSE, sizeof (SetNames));
  g_array_set_clear_func (finder->sets, clear_set);

  for (guint i = 0; i < sets->len; i++)
    if (is_first_set (sets->pdata[i]))
      add_set (finder, sets->pdata[i]);
  for (guint i = 0; i < sets->len; i++)
    if (!is_first_set (sets->pdata[i]))
      add_set (finder, sets->pdata[i]);
}

/* (nullable): the only area of a set that has that code or name now */
static const StreekArea *
find_in_set (const StreekRecordFinder *finder, const SetNames *set, const char *text, guint *n)
{
  StreekAreaNameKind kind;
  GPtrArray *code = streek_area_names_find_code (set->names, text);
  g_autoptr (GPtrArray) found =
    code != NULL ? code : streek_area_names_find (set->names, text, &kind);

  *n = 0;

  if (found == NULL)
    return NULL;

  StreekDate on = streek_areas_get_newest_date (streek_record_view_get_areas (finder->view));

  streek_area_names_keep (set->names, found, on);
  *n = found->len;

  return found->len > 0 ? found->pdata[0] : NULL;
}

static const char *
skip_word (const char *word, const char *text)
{
  g_autofree char *folded = streek_fold (text, NULL);
  g_autofree char *first = streek_fold (word, NULL);
  gsize length = strlen (first);

  return strlen (text) > length && g_str_has_prefix (folded, first) && text[length] == ' '
           ? text + length + 1
           : NULL;
}

/* "RESOC Westhoek" names its set. */
static const char *
skip_set (const StreekAreaSet *set, const char *text)
{
  const char *rest = skip_word (set->code, text);

  return rest != NULL ? rest : skip_word (streek_area_set_get_word (set), text);
}

static char *
dup_ref (const StreekArea *area)
{
  return g_strdup_printf ("%s:%s", area->set->code, area->code);
}

static char *
find_area_by_name (StreekRecordFinder *finder, const char *text, char **fault)
{
  const StreekArea *best = NULL;
  GString *sets = g_string_new (NULL);
  guint n_sets = 0, n;

  for (guint i = 0; i < finder->sets->len; i++)
    {
      const SetNames *set = &g_array_index (finder->sets, SetNames, i);
      const char *rest = skip_set (set->set, text);
      const StreekArea *area = find_in_set (finder, set, text, &n);

      if (area == NULL && rest != NULL)
        area = find_in_set (finder, set, rest, &n);
      if (area == NULL)
        continue;

      g_string_append_printf (sets, "%s%s:%s", n_sets > 0 ? ", " : "", set->set->code, area->code);
      n_sets += n;
      if (best == NULL)
        best = area;
      if (rest != NULL || is_first_set (set->set))
        {
          n_sets = n;
          break;
        }
    }

  if (n_sets == 0)
    /* Translators: %s is a word in a file. */
    *fault = g_strdup_printf (_ ("“%s” is no area."), text);
  else if (n_sets > 1)
    *fault = g_strdup_printf (
      /* Translators: %1$s is a word in a file, %2$s a list such as RESOC:…, SERR:… */
      _ ("“%1$s” is the name of several areas. Write which one: %2$s."), text, sets->str);

  g_string_free (sets, TRUE);

  return n_sets == 1 ? dup_ref (best) : NULL;
}

char *
streek_record_finder_find_area (StreekRecordFinder *finder, const char *text, char **fault)
{
  StreekAreas *areas = streek_record_view_get_areas (finder->view);
  const StreekArea *area =
    strchr (text, ':') != NULL
      ? streek_areas_resolve_ref (areas, text, streek_areas_get_newest_date (areas), NULL, NULL)
      : NULL;

  if (area != NULL)
    return dup_ref (area);

  ensure_sets (finder);

  return find_area_by_name (finder, text, fault);
}

/* Indicators */

const char *
streek_record_finder_find_indicator (StreekRecordFinder *finder, const char *text)
{
  StreekCatalogue *catalogue = streek_record_view_get_catalogue (finder->view);
  const StreekIndicator *indicator = streek_catalogue_find (catalogue, text, NULL);

  if (indicator != NULL)
    return indicator->code;

  if (finder->indicators == NULL)
    {
      finder->indicators = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

      for (guint i = 0; i < streek_catalogue_get_n_indicators (catalogue); i++)
        {
          indicator = streek_catalogue_get (catalogue, i);
          g_hash_table_insert (finder->indicators, tidy (indicator->name),
                               (gpointer) indicator->code);
        }
    }

  g_autofree char *tidied = tidy (text);

  return g_hash_table_lookup (finder->indicators, tidied);
}
