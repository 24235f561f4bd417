/* streek-indicator-target-areas.c: which area a text of a file means */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "indicator/streek-indicator-target-seek.h"

#include "area/streek-nuts.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What sources write for figures that they could not place. */
static const char *const not_located[] = {
  "onbepaalde locatie", "niet te lokaliseren",   "niet lokaliseerbaar", "onbekende gemeente",
  "gemeente onbekend",  "niet toewijsbaar",      "onbekende locatie",   "localisation indeterminee",
  "unknown location",   "niet nader te bepalen",
};

static void
accept (StreekAreaSeeker *seeker, const StreekArea *area)
{
  seeker->result.set = area->set->code;
  seeker->result.code = area->code;
  seeker->result.hint = seeker->hint;
  seeker->result.state = STREEK_ROW_PENDING;
}

static void
refuse (StreekAreaSeeker *seeker, StreekRowState state)
{
  seeker->result.set = NULL;
  seeker->result.state = (guint8) state;
}

/* Where a person, or the profile, has said what a text means. */
static gboolean
follow_answer (StreekAreaSeeker *seeker)
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

static void
tell_alias (StreekAreaSeeker *seeker, const StreekArea *area)
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
seek_by_name (StreekAreaSeeker *seeker)
{
  const char *level;
  g_autofree char *qualifier = NULL;
  const GArray *found =
    streek_area_index_find_by_name (seeker->index, seeker->text, &level, &qualifier);

  if (found == NULL)
    {
      refuse (seeker, STREEK_ROW_UNKNOWN_AREA);
      return;
    }

  g_autoptr (GArray) candidates = g_array_new (FALSE, FALSE, sizeof (StreekNamedArea));

  g_array_append_vals (candidates, found->data, found->len);
  streek_area_seeker_narrow_down (seeker, candidates, level, qualifier);

  if (candidates->len > 1 && !streek_area_candidates_are_successors (candidates))
    {
      streek_area_seeker_ask_which (seeker, candidates);
      refuse (seeker, STREEK_ROW_AMBIGUOUS_AREA);
      return;
    }

  StreekNamedArea best = streek_area_seeker_pick_newest (seeker, candidates);

  if (best.kind >= STREEK_AREA_NAME_ALIAS && level == NULL)
    tell_alias (seeker, best.area);
  accept (seeker, best.area);
}

static void
seek_by_code (StreekAreaSeeker *seeker)
{
  const GPtrArray *found = streek_area_index_find_by_code (seeker->index, seeker->text);
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
seek_by_nuts (StreekAreaSeeker *seeker)
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
  g_autofree char *tidy = streek_area_name_tidy (text);

  for (gsize i = 0; i < G_N_ELEMENTS (not_located); i++)
    if (strcmp (not_located[i], tidy) == 0)
      return TRUE;

  return FALSE;
}

/* The area that is named before: of the kind that it says, or its column. */
static const StreekArea *
find_owner (const StreekAreaSeeker *seeker)
{
  const char *level;
  g_autofree char *qualifier = NULL;
  const GArray *found =
    seeker->parent != NULL
      ? streek_area_index_find_by_name (seeker->index, seeker->parent, &level, &qualifier)
      : NULL;

  if (found == NULL)
    return NULL;

  const char *wanted = level != NULL ? level : seeker->parent_level;

  for (guint i = 0; i < found->len && wanted != NULL; i++)
    if (strcmp (g_array_index (found, StreekNamedArea, i).area->set->code, wanted) == 0)
      return g_array_index (found, StreekNamedArea, i).area;

  return g_array_index (found, StreekNamedArea, 0).area;
}

/* Figures without a place belong to the area named before them, else to the country. */
static void
seek_owner (StreekAreaSeeker *seeker)
{
  const StreekArea *owner = find_owner (seeker);
  g_autofree char *entry = g_strdup_printf ("%c%s:%s", STREEK_ROSTER_NOT_LOCATED,
                                            owner != NULL ? owner->set->code : "land",
                                            owner != NULL ? owner->code : "01000");
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
pick_text (StreekAreaSeeker *seeker, StreekRole *role)
{
  const StreekStaging *staging = seeker->staging;

  seeker->text = NULL;
  seeker->parent = NULL;
  seeker->parent_level = NULL;

  for (guint i = 0; i < staging->area_columns->len; i++)
    {
      const StreekMappingColumn *column = staging->area_columns->pdata[i];
      const char *text = streek_staging_get_area_text (staging, seeker->id, i);

      if (text == NULL)
        continue;

      if (seeker->text != NULL && *role == STREEK_ROLE_AREA_CODE && column->role != *role)
        continue;

      seeker->parent = column->role == STREEK_ROLE_AREA_NAME ? seeker->text : NULL;
      seeker->parent_level = seeker->level;
      seeker->text = text;
      seeker->level = column->level != NULL ? column->level : staging->mapping->level;
      *role = column->role;
    }

  return seeker->text != NULL;
}

static void
seek (StreekAreaSeeker *seeker)
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
      const char *level = streek_area_index_find_level (seeker->index, level_text, &seeker->hint);

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
      g_autofree char *tidy =
        streek_area_name_tidy (streek_dictionary_get (staging->area_texts, i));
      const char *set;

      streek_area_name_cut_prefix (tidy, &set);
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
      StreekAreaSeeker seeker = { .index = index,
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
  StreekAreaSeeker seeker = { .index = index, .staging = staging, .import = import, .id = id };
  StreekRole role = STREEK_ROLE_AREA_NAME;

  if (pick_text (&seeker, &role))
    streek_area_seeker_ask_what (&seeker);
}
