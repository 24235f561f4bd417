/* streek-areas-load.c: from tables of names, members and corrections to areas through time */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "area/streek-areas-loader.h"
#include "area/streek-membership.h"

#include <string.h>

/* The units of one member, or none of them: what a correction takes out still marks the area. */
typedef struct
{
  StreekInterval valid;
  guint32 unit;
  gboolean has_unit;
  StreekCertainty certainty;
} Span;

/* Texts are interned, so that the same ones stand at the same place. */
static guint
hash_unit_row (gconstpointer data)
{
  const StreekUnitRow *row = data;

  return g_direct_hash (row->set) * 31 + g_direct_hash (row->code);
}

static gboolean
unit_row_is_of (gconstpointer a, gconstpointer b)
{
  const StreekUnitRow *row_a = a;
  const StreekUnitRow *row_b = b;

  return row_a->set == row_b->set && row_a->code == row_b->code;
}

/* Where the units of each code of the sets with units begin. */
static void
index_units (StreekAreasLoader *loader)
{
  for (guint i = 0; i < loader->units->len; i++)
    {
      StreekUnitRow *row = &g_array_index (loader->units, StreekUnitRow, i);

      if (i == 0 || !unit_row_is_of (row - 1, row))
        g_hash_table_insert (loader->units_of, row, row);
    }
}

/* The units of an area, @n of them. */
static const StreekUnitRow *
find_units (const StreekAreasLoader *loader, const char *set, const char *code, guint *n)
{
  const StreekUnitRow key = { .set = set, .code = code };
  const StreekUnitRow *rows = (const StreekUnitRow *) (gpointer) loader->units->data;
  const StreekUnitRow *first = g_hash_table_lookup (loader->units_of, &key);
  guint left = first != NULL ? loader->units->len - (guint) (first - rows) : 0;

  for (*n = 0; *n < left && unit_row_is_of (first + *n, &key);)
    (*n)++;

  return first;
}

static StreekInterval
intersect (StreekInterval a, StreekInterval b)
{
  return (StreekInterval){ MAX (a.from, b.from), MIN (a.to, b.to) };
}

static void
note_loose_member (StreekAreasLoader *loader,
                   const StreekMemberRow *row,
                   StreekInterval valid,
                   gboolean known)
{
  StreekLooseMember loose = {
    row->set, row->code, row->member, valid, row->certainty == STREEK_CERTAINTY_CORRECTED, known
  };

  g_array_append_val (loader->areas->loose_members, loose);
}

/* The units of a member while it belongs to the area, as spans. */
static void
add_member_spans (StreekAreasLoader *loader,
                  const StreekMemberRow *row,
                  StreekInterval valid,
                  const char *base,
                  GArray *spans)
{
  guint n_units;
  const StreekUnitRow *units = find_units (loader, base, row->member, &n_units);
  StreekInterval alive = { STREEK_DATE_OPEN, STREEK_DATE_NONE };

  if (n_units == 0)
    {
      note_loose_member (loader, row, valid, FALSE);
      return;
    }

  for (guint i = 0; i < n_units; i++)
    {
      Span span = { intersect (units[i].valid, valid), units[i].unit, TRUE, row->certainty };

      alive.from = MIN (alive.from, units[i].valid.from);
      alive.to = MAX (alive.to, units[i].valid.to);

      if (span.valid.from < span.valid.to)
        g_array_append_val (spans, span);
    }

  /* A correction that holds for ever begins before anything existed, and is right to. */
  if ((valid.from < alive.from && row->valid.from > STREEK_MEMBERSHIP_FIRST_DAY) ||
      valid.to > alive.to)
    note_loose_member (loader, row, valid, TRUE);
}

/* Which correction holds on a day: of those that cover it, the one that begins last. */
static const StreekMemberRow *
find_correction (const StreekMemberRow *corrections, guint n, StreekDate on)
{
  const StreekMemberRow *found = NULL;

  for (guint i = 0; i < n; i++)
    if (streek_interval_contains (corrections[i].valid, on))
      found = &corrections[i];

  return found;
}

static int
compare_dates (gconstpointer a, gconstpointer b)
{
  StreekDate first = *(const StreekDate *) a;
  StreekDate second = *(const StreekDate *) b;

  return first < second ? -1 : first > second;
}

static void
sort_dates (GArray *dates)
{
  guint n = 0;

  g_array_sort (dates, compare_dates);

  for (guint i = 0; i < dates->len; i++)
    {
      StreekDate date = g_array_index (dates, StreekDate, i);

      if (n == 0 || g_array_index (dates, StreekDate, n - 1) != date)
        g_array_index (dates, StreekDate, n++) = date;
    }

  g_array_set_size (dates, n);
}

static GArray *
list_breaks (const StreekMemberRow *rows, guint n_rows, const StreekMemberRow *corrections, guint n)
{
  GArray *breaks = g_array_new (FALSE, FALSE, sizeof (StreekDate));

  for (guint i = 0; i < n_rows; i++)
    g_array_append_vals (breaks, &rows[i].valid, 2);
  for (guint i = 0; i < n; i++)
    g_array_append_vals (breaks, &corrections[i].valid, 2);

  sort_dates (breaks);

  return breaks;
}

/* One member with corrections: between any two breaks, the correction decides, else the list. */
static void
add_corrected_spans (StreekAreasLoader *loader,
                     const StreekMemberRow *rows,
                     guint n_rows,
                     const StreekMemberRow *corrections,
                     guint n_corrections,
                     const char *base,
                     GArray *spans)
{
  g_autoptr (GArray) breaks = list_breaks (rows, n_rows, corrections, n_corrections);

  for (guint i = 0; i + 1 < breaks->len; i++)
    {
      StreekInterval valid = { g_array_index (breaks, StreekDate, i),
                               g_array_index (breaks, StreekDate, i + 1) };
      const StreekMemberRow *correction = find_correction (corrections, n_corrections, valid.from);
      const StreekMemberRow *listed = find_correction (rows, n_rows, valid.from);

      if (correction == NULL && listed != NULL)
        add_member_spans (loader, listed, valid, base, spans);
      else if (correction != NULL && correction->present)
        add_member_spans (loader, correction, valid, base, spans);
      else if (correction != NULL)
        {
          Span absent = { valid, 0, FALSE, STREEK_CERTAINTY_CORRECTED };

          g_array_append_val (spans, absent);
        }
    }
}

static guint
count_members (const GArray *rows, guint first, guint end)
{
  guint n = 0;

  while (first + n < end && g_array_index (rows, StreekMemberRow, first + n).member ==
                              g_array_index (rows, StreekMemberRow, first).member)
    n++;

  return n;
}

/* Both runs are ordered by member: walk along them together. */
static void
add_all_members (StreekAreasLoader *loader,
                 guint first,
                 guint end,
                 guint first_correction,
                 guint end_correction,
                 const char *base,
                 GArray *spans)
{

  while (first < end || first_correction < end_correction)
    {
      const StreekMemberRow *row =
        first < end ? &g_array_index (loader->members, StreekMemberRow, first) : NULL;
      const StreekMemberRow *correction =
        first_correction < end_correction
          ? &g_array_index (loader->corrections, StreekMemberRow, first_correction)
          : NULL;
      int order = row == NULL          ? 1
                  : correction == NULL ? -1
                                       : strcmp (row->member, correction->member);

      if (order < 0)
        {
          add_member_spans (loader, row, row->valid, base, spans);
          first++;
          continue;
        }

      guint n_rows = order == 0 ? count_members (loader->members, first, end) : 0;
      guint n = count_members (loader->corrections, first_correction, end_correction);

      add_corrected_spans (loader, row, n_rows, correction, n, base, spans);
      first += n_rows;
      first_correction += n;
    }
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  guint32 first = *(const guint32 *) a;
  guint32 second = *(const guint32 *) b;

  return first < second ? -1 : first > second;
}

/* The units on one day, sorted, each once, and how sure. FALSE where there are none. */
static gboolean
gather_units (const GArray *spans, StreekDate on, GArray *ids, StreekCertainty *certainty)
{
  guint n = 0;

  g_array_set_size (ids, 0);
  *certainty = STREEK_CERTAINTY_DOCUMENTED;

  for (guint i = 0; i < spans->len; i++)
    {
      const Span *span = &g_array_index (spans, Span, i);

      if (!streek_interval_contains (span->valid, on))
        continue;

      *certainty = MAX (*certainty, span->certainty);

      if (span->has_unit)
        g_array_append_val (ids, span->unit);
    }

  g_array_sort (ids, compare_ids);

  for (guint i = 0; i < ids->len; i++)
    if (n == 0 || g_array_index (ids, guint32, n - 1) != g_array_index (ids, guint32, i))
      g_array_index (ids, guint32, n++) = g_array_index (ids, guint32, i);

  g_array_set_size (ids, n);

  return n > 0;
}

/* While the units stay the same, the best attested day counts, and a correction always shows. */
static StreekCertainty
join_certainty (StreekCertainty a, StreekCertainty b)
{
  if (a == STREEK_CERTAINTY_CORRECTED || b == STREEK_CERTAINTY_CORRECTED)
    return STREEK_CERTAINTY_CORRECTED;

  return MIN (a, b);
}

static void
set_name (StreekArea *area, const StreekNameRow *name)
{
  area->name = name->name;
  area->name_fr = name->name_fr;
  area->source = name->source;
  area->note = name->note;
}

static void
add_area (StreekAreasLoader *loader,
          const StreekAreasSet *entry,
          const StreekNameRow *name,
          StreekInterval valid,
          const GArray *ids,
          StreekCertainty certainty)
{
  StreekArea *area = g_new0 (StreekArea, 1);

  area->set = &entry->set;
  area->code = name->code;
  area->valid = valid;
  area->certainty = certainty;
  area->units = (StreekUnits){ ids->len, g_memdup2 (ids->data, sizeof (guint32) * ids->len) };
  area->legal_basis = entry->set.legal_basis;
  set_name (area, name);
  g_ptr_array_add (loader->areas->areas, area);
}

static const StreekNameRow *
find_name (const StreekNameRow *names, guint n, StreekDate on)
{
  for (guint i = 0; i < n; i++)
    if (streek_interval_contains (names[i].valid, on))
      return &names[i];

  return NULL;
}

static GArray *
list_area_breaks (const StreekNameRow *names, guint n_names, const GArray *spans)
{
  GArray *breaks = g_array_new (FALSE, FALSE, sizeof (StreekDate));

  for (guint i = 0; i < n_names; i++)
    g_array_append_vals (breaks, &names[i].valid, 2);
  for (guint i = 0; i < spans->len; i++)
    {
      const Span *span = &g_array_index (spans, Span, i);

      /* most members have lived as long as the one before */
      if (i == 0 || memcmp (&span->valid, &(span - 1)->valid, sizeof span->valid) != 0)
        g_array_append_vals (breaks, &span->valid, 2);
    }

  sort_dates (breaks);

  return breaks;
}

/* Between two breaks nothing changes; neighbours with the same units become one link. */
static void
add_links (StreekAreasLoader *loader,
           const StreekAreasSet *entry,
           const StreekNameRow *names,
           guint n_names,
           const GArray *spans,
           GArray *ids)
{
  GPtrArray *areas = loader->areas->areas;
  g_autoptr (GArray) breaks = list_area_breaks (names, n_names, spans);
  guint first = areas->len;

  for (guint i = 0; i + 1 < breaks->len; i++)
    {
      StreekInterval valid = { g_array_index (breaks, StreekDate, i),
                               g_array_index (breaks, StreekDate, i + 1) };
      const StreekNameRow *name = find_name (names, n_names, valid.from);
      StreekArea *before = areas->len > first ? areas->pdata[areas->len - 1] : NULL;
      StreekCertainty certainty;

      if (name == NULL || !gather_units (spans, valid.from, ids, &certainty))
        continue;

      StreekUnits units = { ids->len, (const guint32 *) (void *) ids->data };

      if (before == NULL || before->valid.to != valid.from ||
          !streek_units_equal (before->units, units))
        {
          add_area (loader, entry, name, valid, ids, certainty);
          continue;
        }

      before->valid.to = valid.to;
      before->certainty = join_certainty (before->certainty, certainty);
      set_name (before, name);
    }
}

/* First row at or after @at that is not before set and code; the rows of both are in one order. */
static guint
skip_members (const GArray *rows, guint at, const StreekNameRow *name)
{
  for (; at < rows->len; at++)
    {
      const StreekMemberRow *row = &g_array_index (rows, StreekMemberRow, at);
      int order = strcmp (row->set, name->set);

      if (order > 0 || (order == 0 && strcmp (row->code, name->code) >= 0))
        break;
    }

  return at;
}

static guint
end_members (const GArray *rows, guint at, const StreekNameRow *name)
{
  while (at < rows->len && g_array_index (rows, StreekMemberRow, at).set == name->set &&
         g_array_index (rows, StreekMemberRow, at).code == name->code)
    at++;

  return at;
}

static void
add_own_units (StreekAreasLoader *loader, const StreekNameRow *name, GArray *spans)
{
  guint n;
  const StreekUnitRow *units = find_units (loader, name->set, name->code, &n);

  for (guint i = 0; i < n; i++)
    {
      Span span = { units[i].valid, units[i].unit, TRUE, STREEK_CERTAINTY_DOCUMENTED };

      g_array_append_val (spans, span);
    }
}

static guint
count_names (const GArray *names, guint first)
{
  guint n = 1;

  while (first + n < names->len &&
         g_array_index (names, StreekNameRow, first + n).set ==
           g_array_index (names, StreekNameRow, first).set &&
         g_array_index (names, StreekNameRow, first + n).code ==
           g_array_index (names, StreekNameRow, first).code)
    n++;

  return n;
}

static gboolean
make_areas (StreekAreasLoader *loader, GError **error)
{
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (Span));
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint member = 0;
  guint correction = 0;

  for (guint i = 0, n; i < loader->names->len; i += n)
    {
      const StreekNameRow *names = &g_array_index (loader->names, StreekNameRow, i);
      const StreekAreasSet *entry = streek_areas_find_entry (loader->areas, names->set);
      const char *base =
        entry != NULL ? g_hash_table_lookup (loader->base_of_mesh, entry->mesh->code) : NULL;

      n = count_names (loader->names, i);

      if (base == NULL)
        return streek_areas_refuse (error);

      member = skip_members (loader->members, member, names);
      correction = skip_members (loader->corrections, correction, names);
      g_array_set_size (spans, 0);
      add_own_units (loader, names, spans);
      add_all_members (loader, member, end_members (loader->members, member, names), correction,
                       end_members (loader->corrections, correction, names), base, spans);
      add_links (loader, entry, names, n, spans, ids);
    }

  return TRUE;
}

static int
compare_areas (gconstpointer a, gconstpointer b)
{
  const StreekArea *first = *(StreekArea *const *) a;
  const StreekArea *second = *(StreekArea *const *) b;

  if (first->set->rank != second->set->rank)
    return first->set->rank < second->set->rank ? -1 : 1;

  int order = strcmp (first->set->code, second->set->code);

  if (order == 0)
    order = strcmp (first->code, second->code);

  return order != 0 ? order : compare_dates (&first->valid.from, &second->valid.from);
}

static void
index_sets (StreekAreas *areas)
{
  guint at = 0;

  g_ptr_array_sort (areas->areas, compare_areas);

  areas->oldest = STREEK_DATE_OPEN;

  for (guint i = 0; i < areas->areas->len; i++)
    areas->oldest = MIN (areas->oldest, streek_areas_get_area (areas, i)->valid.from);

  for (guint i = 0; i < areas->sets->len; i++)
    {
      StreekAreasSet *entry = areas->sets->pdata[i];

      entry->first = at;

      while (at < areas->areas->len && streek_areas_get_area (areas, at)->set == &entry->set)
        at++;

      entry->n = at - entry->first;
    }
}

static void
free_mesh (gpointer data)
{
  StreekAreasMesh *mesh = data;

  g_clear_pointer (&mesh->mesh, streek_mesh_unref);
  g_ptr_array_unref (mesh->unit_codes);
  g_free (mesh->attribution);
  g_free (mesh);
}

static void
free_area (gpointer data)
{
  StreekArea *area = data;

  g_free ((gpointer) area->units.ids);
  g_free (area);
}

static void
clear_search_name (gpointer data)
{
  StreekSearchName *name = data;

  g_free (name->folded);
}

static StreekAreas *
new_areas (void)
{
  StreekAreas *areas = g_new0 (StreekAreas, 1);

  g_atomic_ref_count_init (&areas->references);
  areas->strings = g_string_chunk_new (1 << 16);
  areas->meshes = g_ptr_array_new_with_free_func (free_mesh);
  areas->sets = g_ptr_array_new_with_free_func (g_free);
  areas->areas = g_ptr_array_new_with_free_func (free_area);
  areas->successions = g_array_new (FALSE, FALSE, sizeof (StreekSuccession));
  areas->aliases = g_array_new (FALSE, FALSE, sizeof (StreekAreaAlias));
  areas->loose_members = g_array_new (FALSE, FALSE, sizeof (StreekLooseMember));
  areas->names = g_array_new (FALSE, FALSE, sizeof (StreekSearchName));
  g_array_set_clear_func (areas->names, clear_search_name);

  return areas;
}

static void
loader_clear (StreekAreasLoader *loader)
{
  g_array_unref (loader->names);
  g_array_unref (loader->units);
  g_array_unref (loader->members);
  g_array_unref (loader->corrections);
  g_hash_table_unref (loader->base_of_mesh);
  g_hash_table_unref (loader->unit_of_code);
  g_hash_table_unref (loader->units_of);
}

static StreekAreas *
load (StreekDb *db, gboolean with_meshes, GError **error)
{
  g_autoptr (StreekAreas) areas = new_areas ();
  StreekAreasLoader loader = { .areas = areas,
                               .db = db,
                               .with_meshes = with_meshes,
                               .names = g_array_new (FALSE, FALSE, sizeof (StreekNameRow)),
                               .units = g_array_new (FALSE, FALSE, sizeof (StreekUnitRow)),
                               .members = g_array_new (FALSE, FALSE, sizeof (StreekMemberRow)),
                               .corrections = g_array_new (FALSE, FALSE, sizeof (StreekMemberRow)),
                               .base_of_mesh = g_hash_table_new (g_str_hash, g_str_equal),
                               .unit_of_code = g_hash_table_new (g_str_hash, g_str_equal),
                               .units_of = g_hash_table_new (hash_unit_row, unit_row_is_of) };
  gboolean done = streek_areas_read_tables (&loader, error);

  if (done)
    {
      index_units (&loader);
      done = make_areas (&loader, error);
    }

  for (guint i = 0; done && i < areas->meshes->len; i++)
    {
      StreekAreasMesh *mesh = areas->meshes->pdata[i];

      mesh->base = g_hash_table_lookup (loader.base_of_mesh, mesh->code);
    }

  if (done)
    index_sets (areas);

  loader_clear (&loader);

  return done ? g_steal_pointer (&areas) : NULL;
}

/**
 * streek_areas_load:
 * @db: a connection to a workspace, reading one picture of it
 * @error: return location for a #StreekAreaError, #StreekGeoError or #StreekStoreError
 *
 * Reads meshes, sets, names, members and corrections and computes every area as maximal intervals
 * of time with one code and one set of units. A correction wins from the list for the days it
 * covers. A member that does not exist on a day adds nothing then; streek_areas_check() tells.
 *
 * Returns: (transfer full): the snapshot, or %NULL with @error set
 */
StreekAreas *
streek_areas_load (StreekDb *db, GError **error)
{
  return load (db, TRUE, error);
}

/**
 * streek_areas_load_without_meshes:
 * @db: as for streek_areas_load()
 * @error: return location for a #StreekAreaError or #StreekStoreError
 *
 * The same areas, for who draws no map: streek_areas_get_mesh() gives %NULL for every mesh.
 * Outlines are most of what there is to read, and what a damaged one says is not heard.
 *
 * Returns: (transfer full): the snapshot, or %NULL with @error set
 */
StreekAreas *
streek_areas_load_without_meshes (StreekDb *db, GError **error)
{
  return load (db, FALSE, error);
}

StreekAreas *
streek_areas_ref (StreekAreas *areas)
{
  g_atomic_ref_count_inc (&areas->references);

  return areas;
}

/**
 * streek_areas_unref:
 * @areas: (transfer full): every area it lent becomes invalid with the last reference
 */
void
streek_areas_unref (StreekAreas *areas)
{
  if (!g_atomic_ref_count_dec (&areas->references))
    return;

  g_ptr_array_unref (areas->areas);
  g_ptr_array_unref (areas->sets);
  g_ptr_array_unref (areas->meshes);
  g_array_unref (areas->successions);
  g_array_unref (areas->aliases);
  g_array_unref (areas->loose_members);
  g_array_unref (areas->names);
  g_string_chunk_free (areas->strings);
  g_free (areas);
}
