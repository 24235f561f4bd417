/* streek-indicator-target-areas.c: which area a text of a file means */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "indicator/streek-indicator-target-private.h"

#include "area/streek-nuts.h"
#include "search/streek-fold.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_SUGGESTIONS 4

/* A chain that has a name. */
typedef struct
{
  const StreekArea *area; /* a link of it */
  StreekAreaNameKind kind;
} NamedArea;

struct _StreekAreaIndex
{
  StreekAreas *areas;
  GHashTable *by_name; /* tidy name -> GArray of NamedArea */
  GHashTable *by_code; /* code -> GPtrArray of StreekArea, one a set */
};

/* Words before a name that say what kind of area it is. */
static const struct
{
  const char *word;
  const char *set;
} prefixes[] = {
  { "provincie ", "provincie" }, { "province ", "provincie" },
  { "prov. ", "provincie" },     { "arrondissement ", "arrondissement" },
  { "arr. ", "arrondissement" }, { "gemeente ", "gemeente" },
  { "stad ", "gemeente" },       { "commune ", "gemeente" },
  { "ville ", "gemeente" },      { "resoc ", "RESOC" },
  { "serr ", "SERR" },           { "referentieregio ", "referentieregio" },
};

/* Other words for sets in a column of levels. */
static const struct
{
  const char *word;
  const char *set;
} levels[] = {
  { "gemeenten", "gemeente" },
  { "municipality", "gemeente" },
  { "commune", "gemeente" },
  { "arrondissementen", "arrondissement" },
  { "arrond", "arrondissement" },
  { "arr", "arrondissement" },
  { "provincies", "provincie" },
  { "province", "provincie" },
  { "prov", "provincie" },
  { "gewesten", "gewest" },
  { "region", "gewest" },
  { "country", "land" },
  { "rijk", "land" },
};

/* What sources write for figures that they could not place. */
static const char *const not_located[] = {
  "onbepaalde locatie", "niet te lokaliseren",   "niet lokaliseerbaar", "onbekende gemeente",
  "gemeente onbekend",  "niet toewijsbaar",      "onbekende locatie",   "localisation indeterminee",
  "unknown location",   "niet nader te bepalen",
};

/* Without accents and case; hyphens and blanks alike. */
static char *
tidy_name (const char *text)
{
  g_autofree char *folded = streek_fold (text, NULL);
  GString *tidy = g_string_new (NULL);

  for (const char *c = folded; *c != '\0'; c++)
    if (*c == '-' || g_ascii_isspace (*c))
      {
        if (tidy->len > 0 && tidy->str[tidy->len - 1] != ' ')
          g_string_append_c (tidy, ' ');
      }
    else
      g_string_append_c (tidy, *c);

  while (tidy->len > 0 && tidy->str[tidy->len - 1] == ' ')
    g_string_truncate (tidy, tidy->len - 1);

  return g_string_free (tidy, FALSE);
}

static gboolean
is_same_chain (const StreekArea *a, const StreekArea *b)
{
  return a->set == b->set && strcmp (a->code, b->code) == 0;
}

static void
add_name (const StreekArea *area, const char *name, StreekAreaNameKind kind, gpointer data)
{
  StreekAreaIndex *index = data;
  g_autofree char *tidy = tidy_name (name);
  GArray *named = g_hash_table_lookup (index->by_name, tidy);

  if (named == NULL)
    {
      named = g_array_new (FALSE, FALSE, sizeof (NamedArea));
      g_hash_table_insert (index->by_name, g_steal_pointer (&tidy), named);
    }

  for (guint i = 0; i < named->len; i++)
    if (is_same_chain (g_array_index (named, NamedArea, i).area, area))
      return;

  NamedArea entry = { area, kind };

  g_array_append_val (named, entry);

  if (kind != STREEK_AREA_NAME_OWN)
    return;

  GPtrArray *coded = g_hash_table_lookup (index->by_code, area->code);

  if (coded == NULL)
    {
      coded = g_ptr_array_new ();
      g_hash_table_insert (index->by_code, g_strdup (area->code), coded);
    }

  for (guint i = 0; i < coded->len; i++)
    if (is_same_chain (coded->pdata[i], area))
      return;

  g_ptr_array_add (coded, (gpointer) area);
}

StreekAreaIndex *
streek_area_index_new (StreekAreas *areas)
{
  StreekAreaIndex *index = g_new0 (StreekAreaIndex, 1);

  index->areas = areas;
  index->by_name =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  index->by_code =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  streek_areas_foreach_name (areas, add_name, index);

  return index;
}

void
streek_area_index_free (StreekAreaIndex *index)
{
  if (index == NULL)
    return;

  g_hash_table_unref (index->by_name);
  g_hash_table_unref (index->by_code);
  g_free (index);
}

/* "1000" was "01000" before a spreadsheet made a number of it. */
static const GPtrArray *
find_by_code (StreekAreaIndex *index, const char *text)
{
  const char *colon = strchr (text, ':');
  const GPtrArray *found = g_hash_table_lookup (index->by_code, colon != NULL ? colon + 1 : text);

  if (found != NULL || strlen (text) >= 5 || *text == '\0' ||
      strspn (text, "0123456789") != strlen (text))
    return found;

  g_autofree char *padded = g_strdup_printf ("%05d", atoi (text));

  return g_hash_table_lookup (index->by_code, padded);
}

/* "gemeente2018" is "gemeente", as of 1 January 2018. */
static const char *
find_level (StreekAreaIndex *index, const char *text, StreekDate *hint)
{
  g_autofree char *word = tidy_name (text);
  gsize length = strlen (word);
  gsize n_letters = length;

  while (n_letters > 0 && g_ascii_isdigit (word[n_letters - 1]))
    n_letters--;

  *hint = STREEK_DATE_NONE;
  if (length - n_letters == 4)
    {
      *hint = streek_date_from_ymd (atoi (word + n_letters), 1, 1);
      word[n_letters] = '\0';
      g_strchomp (word);
    }

  for (gsize i = 0; i < G_N_ELEMENTS (levels); i++)
    if (strcmp (levels[i].word, word) == 0)
      return streek_areas_find_set (index->areas, levels[i].set, NULL) != NULL ? levels[i].set
                                                                               : NULL;

  g_autoptr (GPtrArray) sets = streek_areas_list_sets (index->areas);

  for (guint i = 0; i < sets->len; i++)
    {
      const StreekAreaSet *set = sets->pdata[i];
      g_autofree char *code = tidy_name (set->code);
      g_autofree char *name = tidy_name (set->name);

      if (strcmp (code, word) == 0 || strcmp (name, word) == 0)
        return set->code;
    }

  return NULL;
}

/* "Provincie Antwerpen" names its kind; what is left is the name. */
static const char *
cut_prefix (const char *name, const char **set)
{
  *set = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (prefixes); i++)
    if (g_str_has_prefix (name, prefixes[i].word))
      {
        const char *rest = name + strlen (prefixes[i].word);

        *set = prefixes[i].set;
        if (g_str_has_prefix (rest, "de "))
          return rest + 3;
        if (g_str_has_prefix (rest, "d'"))
          return rest + 2;

        return rest;
      }

  return name;
}

/* Chains of that name; @level gets the set that the name itself says. */
static GArray *
find_by_name (StreekAreaIndex *index, const char *text, const char **level, char **qualifier)
{
  g_autofree char *tidy = tidy_name (text);
  const char *rest = cut_prefix (tidy, level);
  GArray *found = *level != NULL ? g_hash_table_lookup (index->by_name, rest) : NULL;

  *qualifier = NULL;
  if (found != NULL)
    return found;

  *level = NULL;
  found = g_hash_table_lookup (index->by_name, tidy);
  if (found != NULL)
    return found;

  /* "Hove (Antwerpen)": in brackets, where it is */
  char *bracket = strstr (tidy, " (");
  gsize length = strlen (tidy);

  if (bracket == NULL || tidy[length - 1] != ')')
    return NULL;

  *qualifier = g_strndup (bracket + 2, length - (gsize) (bracket - tidy) - 3);
  *bracket = '\0';
  rest = cut_prefix (tidy, level);

  return g_hash_table_lookup (index->by_name, rest);
}

StreekTextKinds
streek_area_index_recognise (StreekAreaIndex *index, const char *text)
{
  StreekTextKinds kinds = 0;
  const char *level;
  const char *set;
  const char *code;
  g_autofree char *qualifier = NULL;
  StreekDate hint;

  if (find_by_code (index, text) != NULL)
    kinds |= STREEK_TEXT_AREA_CODE;
  if (find_by_name (index, text, &level, &qualifier) != NULL)
    kinds |= STREEK_TEXT_AREA_NAME;
  if (streek_nuts_is_code (text) && streek_nuts_find (text, &set, &code, &hint))
    kinds |= STREEK_TEXT_AREA_NUTS;
  if (find_level (index, text, &hint) != NULL)
    kinds |= STREEK_TEXT_LEVEL;

  return kinds;
}

const char *
streek_area_index_get_level (StreekAreaIndex *index, const char *text)
{
  const char *level;
  g_autofree char *qualifier = NULL;
  GArray *found = find_by_name (index, text, &level, &qualifier);

  /* "Provincie Kortrijk" says a level, but no province is called so */
  for (guint i = 0; found != NULL && level != NULL && i < found->len; i++)
    if (strcmp (g_array_index (found, NamedArea, i).area->set->code, level) == 0)
      return level;

  return found != NULL && level == NULL && found->len == 1
           ? g_array_index (found, NamedArea, 0).area->set->code
           : NULL;
}

/* One staged area while its meaning is sought. */
typedef struct
{
  StreekAreaIndex *index;
  const StreekStaging *staging;
  StreekImport *import;
  guint32 id;
  const char *text;   /* of the column that names it most exactly */
  const char *parent; /* (nullable): of the column before it */
  const char *level;  /* (nullable): its set, where that is known */
  StreekDate hint;
  const StreekArea *above; /* (nullable): the last arrondissement that stood in the same column */
  gboolean has_prefixes;   /* others in the column say "Provincie …" */
  StreekResolvedArea result;
} Seeker;

static void
accept (Seeker *seeker, const StreekArea *area)
{
  seeker->result.set = area->set->code;
  seeker->result.code = area->code;
  seeker->result.hint = seeker->hint;
  seeker->result.state = STREEK_ROW_PENDING;
}

static void
refuse (Seeker *seeker, StreekRowState state)
{
  seeker->result.set = NULL;
  seeker->result.state = (guint8) state;
}

static char *
dup_ref (const StreekArea *area)
{
  return g_strconcat (area->set->code, ":", area->code, NULL);
}

static void
add_area_choice (StreekImportQuestion *question, const StreekArea *area)
{
  g_autofree char *ref = dup_ref (area);
  g_autofree char *label = g_strdup_printf ("%s (%s)", area->name, area->set->name);

  streek_import_question_add_choice (question, ref, label);
}

/* Where a person, or the profile, has said what a text means. */
static gboolean
follow_answer (Seeker *seeker)
{
  const char *ref = g_hash_table_lookup (seeker->staging->mapping->areas, seeker->text);
  StreekDate used;

  if (ref == NULL)
    return FALSE;

  if (*ref == '\0')
    {
      refuse (seeker, STREEK_ROW_LEFT_OUT);
      return TRUE;
    }

  const StreekArea *area = streek_areas_resolve_ref (
    seeker->index->areas, ref, streek_areas_get_newest_date (seeker->index->areas), &used, NULL);

  if (area == NULL)
    return FALSE;

  accept (seeker, area);

  return TRUE;
}

static guint
measure_distance (const char *a, const char *b, guint limit)
{
  gsize n = g_utf8_strlen (b, -1);
  g_autofree gunichar *letters = g_utf8_to_ucs4_fast (b, -1, NULL);
  g_autofree guint *row = g_new (guint, n + 1);

  for (gsize j = 0; j <= n; j++)
    row[j] = (guint) j;

  for (guint i = 1; *a != '\0'; a = g_utf8_next_char (a), i++)
    {
      gunichar letter = g_utf8_get_char (a);
      guint diagonal = row[0];
      guint least = row[0] = i;

      for (gsize j = 1; j <= n; j++)
        {
          guint above = row[j];

          row[j] = MIN (MIN (row[j] + 1, row[j - 1] + 1), diagonal + (letters[j - 1] != letter));
          diagonal = above;
          least = MIN (least, row[j]);
        }

      if (least > limit)
        return limit + 1;
    }

  return row[n];
}

typedef struct
{
  const StreekArea *area;
  const char *name;
  guint distance;
} Suggestion;

static int
compare_suggestions (gconstpointer a, gconstpointer b)
{
  const Suggestion *first = a;
  const Suggestion *second = b;

  if (first->distance != second->distance)
    return first->distance < second->distance ? -1 : 1;

  return strcmp (first->name, second->name);
}

static void
suggest (Seeker *seeker, StreekImportQuestion *question)
{
  g_autofree char *tidy = tidy_name (seeker->text);
  guint limit = strlen (tidy) < 5 ? 1 : 2;
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (Suggestion));
  GHashTableIter iter;
  gpointer name;
  gpointer named;

  g_hash_table_iter_init (&iter, seeker->index->by_name);

  while (g_hash_table_iter_next (&iter, &name, &named))
    {
      const GArray *areas = named;
      const StreekArea *area = g_array_index (areas, NamedArea, 0).area;
      Suggestion suggestion = { area, name, measure_distance (name, tidy, limit) };

      for (guint i = 0; i < areas->len && seeker->level != NULL; i++)
        if (strcmp (g_array_index (areas, NamedArea, i).area->set->code, seeker->level) == 0)
          suggestion.area = g_array_index (areas, NamedArea, i).area;

      if (suggestion.distance <= limit)
        g_array_append_val (found, suggestion);
    }

  g_array_sort (found, compare_suggestions);

  for (guint i = 0; i < MIN (found->len, MAX_SUGGESTIONS); i++)
    add_area_choice (question, g_array_index (found, Suggestion, i).area);
}

static void
ask_for_area (Seeker *seeker, const char *sentence, const GArray *candidates)
{
  StreekImport *import = seeker->import;
  guint n_asked = 0;

  for (guint i = 0; i < import->questions->len; i++)
    {
      const StreekImportQuestion *question = import->questions->pdata[i];

      if (question->kind == STREEK_ANSWER_AREA && g_strcmp0 (question->text, seeker->text) == 0)
        return;
      n_asked++;
    }

  /* a column of something else altogether is not asked about name by name */
  if (n_asked > 100)
    return;

  StreekImportQuestion *question =
    streek_import_ask (import, STREEK_ANSWER_AREA, FALSE, NULL, seeker->text, sentence);

  if (candidates == NULL)
    suggest (seeker, question);
  else
    for (guint i = 0; i < candidates->len; i++)
      add_area_choice (question, g_array_index (candidates, NamedArea, i).area);

  streek_import_question_add_choice (question, "", _ ("Leave it out"));
}

/* At any time: mergers move municipalities over borders. */
static gboolean
is_inside (StreekAreaIndex *index, const StreekArea *inner, const StreekArea *outer)
{
  if (outer->set->mesh != inner->set->mesh)
    return FALSE;

  g_autoptr (GPtrArray) inner_links =
    streek_areas_list_chain (index->areas, inner->set->code, inner->code);
  g_autoptr (GPtrArray) outer_links =
    streek_areas_list_chain (index->areas, outer->set->code, outer->code);

  for (guint i = 0; i < inner_links->len; i++)
    for (guint j = 0; j < outer_links->len; j++)
      {
        const StreekArea *a = inner_links->pdata[i];
        const StreekArea *b = outer_links->pdata[j];

        if (streek_interval_overlaps (a->valid, b->valid) &&
            streek_units_is_subset (a->units, b->units))
          return TRUE;
      }

  return FALSE;
}

/* Keeps the candidates that @func says are better, if it does not lose them all. */
typedef gboolean (*CandidateFunc) (Seeker *seeker, const NamedArea *candidate, gconstpointer data);

static void
prefer (Seeker *seeker, GArray *candidates, CandidateFunc func, gconstpointer data)
{
  guint n_kept = 0;

  if (candidates->len < 2)
    return;

  for (guint i = 0; i < candidates->len; i++)
    n_kept += func (seeker, &g_array_index (candidates, NamedArea, i), data) ? 1 : 0;

  for (guint i = candidates->len; i > 0 && n_kept > 0; i--)
    if (!func (seeker, &g_array_index (candidates, NamedArea, i - 1), data))
      g_array_remove_index (candidates, i - 1);
}

static gboolean
is_of_set (Seeker *seeker, const NamedArea *candidate, gconstpointer set)
{
  return strcmp (candidate->area->set->code, set) == 0;
}

static gboolean
is_of_kind (Seeker *seeker, const NamedArea *candidate, gconstpointer kind)
{
  return candidate->kind == *(const StreekAreaNameKind *) kind;
}

static gboolean
is_in_area (Seeker *seeker, const NamedArea *candidate, gconstpointer area)
{
  return is_inside (seeker->index, candidate->area, area);
}

static gboolean
still_exists (Seeker *seeker, const NamedArea *candidate, gconstpointer data)
{
  return streek_areas_find (seeker->index->areas, candidate->area->set->code, candidate->area->code,
                            streek_areas_get_newest_date (seeker->index->areas)) != NULL;
}

/* In any area of the name that stands beside it. */
static gboolean
is_in_named (Seeker *seeker, const NamedArea *candidate, gconstpointer name)
{
  const char *level;
  g_autofree char *qualifier = NULL;
  const GArray *outer = find_by_name (seeker->index, name, &level, &qualifier);

  for (guint i = 0; outer != NULL && i < outer->len; i++)
    {
      const StreekArea *area = g_array_index (outer, NamedArea, i).area;

      if ((level == NULL || strcmp (level, area->set->code) == 0) &&
          area->set != candidate->area->set && is_inside (seeker->index, candidate->area, area))
        return TRUE;
    }

  return FALSE;
}

static void
narrow_down (Seeker *seeker, GArray *candidates, const char *said_level, const char *qualifier)
{
  const StreekAreaNameKind own = STREEK_AREA_NAME_OWN;
  const StreekAreaNameKind french = STREEK_AREA_NAME_FRENCH;
  const char *level = said_level != NULL ? said_level : seeker->level;

  if (level != NULL)
    prefer (seeker, candidates, is_of_set, level);
  if (qualifier != NULL)
    prefer (seeker, candidates, is_in_named, qualifier);
  if (seeker->parent != NULL)
    prefer (seeker, candidates, is_in_named, seeker->parent);

  /* where others say "Provincie …" and "Arrondissement …", a bare name is a municipality */
  if (level == NULL && seeker->has_prefixes)
    prefer (seeker, candidates, is_of_set, "gemeente");

  prefer (seeker, candidates, is_of_kind, &own);
  prefer (seeker, candidates, is_of_kind, &french);
  if (seeker->above != NULL)
    prefer (seeker, candidates, is_in_area, seeker->above);
}

/* A merger keeps a name and changes its code: the others are kept beside the newest. */
static void
keep_others (Seeker *seeker, const GArray *candidates, const StreekArea *best)
{
  guint n = 0;

  for (guint i = 0; i < candidates->len && n < STREEK_MAX_OTHERS; i++)
    {
      const StreekArea *area = g_array_index (candidates, NamedArea, i).area;

      if (area->set == best->set && strcmp (area->code, best->code) != 0)
        seeker->result.others[n++] = area->code;
    }
}

/* One name, several codes through time: a merger kept the name. Any of them leads to the others. */
static gboolean
are_successors (const GArray *candidates)
{
  const StreekArea *first = g_array_index (candidates, NamedArea, 0).area;

  for (guint i = 1; i < candidates->len; i++)
    {
      const StreekArea *other = g_array_index (candidates, NamedArea, i).area;

      if (other->set != first->set || streek_interval_overlaps (other->valid, first->valid) ||
          strcmp (other->name, first->name) != 0)
        return FALSE;
    }

  return TRUE;
}

static void
tell_alias (Seeker *seeker, const StreekArea *area)
{
  StreekImportFinding *finding = streek_import_add_finding (
    seeker->import, STREEK_IMPORT_WARNING, "area/alias", seeker->staging,
    g_array_index (seeker->staging->area_first_rows, guint32, seeker->id), NULL, seeker->text);

  if (finding->message == NULL)
    finding->message = g_strdup_printf (
      /* Translators: %1$s is a name in a file, %2$s the name of an area, %3$s its kind. */
      _ ("“%1$s” is another name of %2$s (%3$s)."), seeker->text, area->name, area->set->name);
}

static void
ask_which (Seeker *seeker, const GArray *candidates)
{
  g_autofree char *sentence = g_strdup_printf (
    /* Translators: %s is a name in a file. */
    _ ("Which area is “%s”?"), seeker->text);

  ask_for_area (seeker, sentence, candidates);
  refuse (seeker, STREEK_ROW_AMBIGUOUS_AREA);
}

static void
ask_what (Seeker *seeker)
{
  g_autofree char *sentence = g_strdup_printf (
    /* Translators: %s is a name or code in a file. */
    _ ("“%s” is no area that is known here. Which area is it?"), seeker->text);

  ask_for_area (seeker, sentence, NULL);
  refuse (seeker, STREEK_ROW_UNKNOWN_AREA);
}

static void
seek_by_name (Seeker *seeker)
{
  const char *level;
  g_autofree char *qualifier = NULL;
  const GArray *found = find_by_name (seeker->index, seeker->text, &level, &qualifier);

  if (found == NULL)
    {
      refuse (seeker, STREEK_ROW_UNKNOWN_AREA);
      return;
    }

  g_autoptr (GArray) candidates = g_array_new (FALSE, FALSE, sizeof (NamedArea));

  g_array_append_vals (candidates, found->data, found->len);
  narrow_down (seeker, candidates, level, qualifier);

  if (candidates->len > 1 && !are_successors (candidates))
    {
      ask_which (seeker, candidates);
      return;
    }

  g_autoptr (GArray) newest = g_array_copy (candidates);

  prefer (seeker, newest, still_exists, NULL);

  const NamedArea *best = &g_array_index (newest, NamedArea, 0);

  keep_others (seeker, candidates, best->area);
  if (best->kind == STREEK_AREA_NAME_ALIAS && level == NULL)
    tell_alias (seeker, best->area);
  accept (seeker, best->area);
}

static void
seek_by_code (Seeker *seeker)
{
  const GPtrArray *found = find_by_code (seeker->index, seeker->text);
  const char *colon = strchr (seeker->text, ':');
  g_autofree char *set =
    colon != NULL ? g_strndup (seeker->text, (gsize) (colon - seeker->text)) : NULL;
  const char *level = set != NULL ? set : seeker->level;

  refuse (seeker, found == NULL ? STREEK_ROW_UNKNOWN_AREA : STREEK_ROW_AMBIGUOUS_AREA);

  for (guint i = 0; found != NULL && i < found->len; i++)
    {
      const StreekArea *area = found->pdata[i];

      if (level == NULL ? found->len == 1 : strcmp (area->set->code, level) == 0)
        {
          accept (seeker, area);
          return;
        }
    }

  /* the code says it all: "10000" in a column of municipalities is the province, a total */
  if (found != NULL && found->len == 1)
    accept (seeker, found->pdata[0]);
}

static void
seek_by_nuts (Seeker *seeker)
{
  const char *set;
  const char *code;
  StreekDate used;

  if (!streek_nuts_find (seeker->text, &set, &code, &seeker->hint))
    {
      gboolean is_foreign = streek_nuts_is_code (seeker->text) &&
                            !streek_nuts_is_belgian (seeker->text) &&
                            seeker->staging->mapping->ignore_foreign;

      refuse (seeker, is_foreign ? STREEK_ROW_FOREIGN : STREEK_ROW_UNKNOWN_AREA);
      return;
    }

  const StreekArea *area =
    streek_areas_resolve (seeker->index->areas, set, code,
                          streek_areas_get_newest_date (seeker->index->areas), &used, NULL);

  if (area != NULL)
    accept (seeker, area);
  else
    refuse (seeker, STREEK_ROW_UNKNOWN_AREA);
}

static gboolean
is_not_located (const char *text)
{
  g_autofree char *tidy = tidy_name (text);

  for (gsize i = 0; i < G_N_ELEMENTS (not_located); i++)
    if (strcmp (not_located[i], tidy) == 0)
      return TRUE;

  return FALSE;
}

/* Figures without a place belong to the area named before them, else to the country. */
static void
seek_owner (Seeker *seeker)
{
  const char *level;
  g_autofree char *qualifier = NULL;
  const GArray *found = seeker->parent != NULL
                          ? find_by_name (seeker->index, seeker->parent, &level, &qualifier)
                          : NULL;
  const char *set = "land";
  const char *code = "01000";

  if (found != NULL)
    {
      set = g_array_index (found, NamedArea, 0).area->set->code;
      code = g_array_index (found, NamedArea, 0).area->code;
    }

  g_autofree char *entry = g_strdup_printf ("%c%s:%s", STREEK_ROSTER_NOT_LOCATED, set, code);
  StreekImportFinding *finding = streek_import_add_finding (
    seeker->import, STREEK_IMPORT_NOTE, "area/not-located", seeker->staging,
    g_array_index (seeker->staging->area_first_rows, guint32, seeker->id), NULL, seeker->text);

  if (finding->message == NULL)
    finding->message = g_strdup_printf (
      /* Translators: %s is a text in a file, such as "location unknown". */
      _ ("“%s” is nowhere in particular: it counts in totals, and is on no map."), seeker->text);

  seeker->result.set = "gemeente";
  seeker->result.code = g_intern_string (entry);
  seeker->result.state = STREEK_ROW_PENDING;
}

/* The column that names the area most exactly: codes before names, the last filled one of names. */
static gboolean
pick_text (Seeker *seeker, StreekRole *role)
{
  const StreekStaging *staging = seeker->staging;

  seeker->text = NULL;
  seeker->parent = NULL;

  for (guint i = 0; i < staging->area_columns->len; i++)
    {
      const StreekMappingColumn *column = staging->area_columns->pdata[i];
      const char *text = streek_staging_get_area_text (staging, seeker->id, i);

      if (text == NULL)
        continue;

      if (seeker->text != NULL && *role == STREEK_ROLE_AREA_CODE && column->role != *role)
        continue;

      seeker->parent = column->role == STREEK_ROLE_AREA_NAME ? seeker->text : NULL;
      seeker->text = text;
      seeker->level = column->level != NULL ? column->level : staging->mapping->level;
      *role = column->role;
    }

  return seeker->text != NULL;
}

static void
seek (Seeker *seeker)
{
  const char *level_text = streek_staging_get_level_text (seeker->staging, seeker->id);
  StreekRole role = STREEK_ROLE_AREA_NAME;

  if (!pick_text (seeker, &role))
    {
      const char *whole = seeker->staging->mapping->area;

      seeker->text = whole != NULL ? whole : "";
      role = STREEK_ROLE_AREA_CODE;
    }

  if (level_text != NULL)
    {
      const char *level = find_level (seeker->index, level_text, &seeker->hint);

      seeker->level = level != NULL ? level : seeker->level;
    }

  if (follow_answer (seeker))
    return;

  if (is_not_located (seeker->text))
    seek_owner (seeker);
  else if (role == STREEK_ROLE_AREA_CODE)
    seek_by_code (seeker);
  else if (role == STREEK_ROLE_AREA_NUTS)
    seek_by_nuts (seeker);
  else
    seek_by_name (seeker);
}

static gboolean
column_has_prefixes (const StreekStaging *staging)
{
  guint32 n = streek_dictionary_get_n (staging->area_texts);

  for (guint32 i = 0; i < MIN (n, 5000); i++)
    {
      g_autofree char *tidy = tidy_name (streek_dictionary_get (staging->area_texts, i));
      const char *set;

      cut_prefix (tidy, &set);
      if (set != NULL && staging->area_columns->len == 1)
        return TRUE;
    }

  return FALSE;
}

const StreekArea *
streek_resolved_area_find (const StreekAreas *areas,
                           const StreekResolvedArea *resolved,
                           StreekDate on)
{
  const StreekArea *area = streek_areas_find (areas, resolved->set, resolved->code, on);

  for (guint i = 0; area == NULL && i < STREEK_MAX_OTHERS && resolved->others[i] != NULL; i++)
    area = streek_areas_find (areas, resolved->set, resolved->others[i], on);

  return area;
}

/**
 * streek_area_index_resolve:
 *
 * Finds for every area as the file names it the chain of areas it means: by what a person said, by
 * code, by NUTS code or by name. Same names are told apart by the column's level, by words such as
 * "Provincie", by what stands in brackets or in the columns before, and by the rows above. No
 * code is ever read digit by digit.
 *
 * Returns: (transfer full) (element-type StreekResolvedArea): by number of the staged area
 */
GArray *
streek_area_index_resolve (StreekAreaIndex *index,
                           const StreekStaging *staging,
                           StreekImport *import)
{
  guint32 n = streek_dictionary_get_n (staging->areas);
  GArray *resolved = g_array_sized_new (FALSE, TRUE, sizeof (StreekResolvedArea), n);
  gboolean has_prefixes = column_has_prefixes (staging);
  const StreekArea *above = NULL;

  for (guint32 id = 0; id < n; id++)
    {
      Seeker seeker = { .index = index,
                        .staging = staging,
                        .import = import,
                        .id = id,
                        .above = above,
                        .has_prefixes = has_prefixes };

      seek (&seeker);
      g_array_append_val (resolved, seeker.result);

      if (g_strcmp0 (seeker.result.set, "arrondissement") == 0 && staging->area_columns->len == 1)
        {
          StreekDate used;

          above = streek_areas_resolve (index->areas, seeker.result.set, seeker.result.code,
                                        streek_areas_get_newest_date (index->areas), &used, NULL);
        }
    }

  return resolved;
}

/* A question about an area whose rows hold figures; text under a table is no such. */
void
streek_area_index_ask (StreekAreaIndex *index,
                       const StreekStaging *staging,
                       StreekImport *import,
                       guint32 id)
{
  Seeker seeker = { .index = index, .staging = staging, .import = import, .id = id };
  StreekRole role = STREEK_ROLE_AREA_NAME;

  if (pick_text (&seeker, &role))
    ask_what (&seeker);
}
