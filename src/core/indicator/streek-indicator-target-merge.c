/* streek-indicator-target-merge.c: holds what a file says against the figures that are there */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "indicator/streek-indicator-target-work.h"

#include <string.h>

static void
note_change (StreekTargetWork *work,
             guint series,
             const StreekTargetCell *cell,
             const StreekVector *vector,
             guint entry,
             double value,
             StreekMissing missing)
{
  if (work->import->changes->len >= STREEK_IMPORT_MAX_CHANGES)
    return;

  StreekImportChange *change = g_new0 (StreekImportChange, 1);

  change->series = series;
  change->area = *cell->code == STREEK_ROSTER_NOT_LOCATED
                   ? g_strdup (cell->code)
                   : g_strconcat (cell->set, ":", cell->code, NULL);
  change->area_name = g_strdup (cell->area != NULL ? cell->area->name : cell->code);
  change->old_value = vector->values[entry];
  change->old_missing = vector->kinds[entry];
  change->new_value = value;
  change->new_missing = missing;
  g_ptr_array_add (work->import->changes, change);
}

static void
set_entry (StreekVector *vector, guint entry, double value, guint8 meta)
{
  if (STREEK_FACT_MISSING (meta) == STREEK_MISSING_NONE)
    streek_vector_set_value (vector, entry, value, STREEK_FACT_STATUS (meta));
  else
    streek_vector_set_missing (vector, entry, STREEK_FACT_MISSING (meta));
}

static StreekRoster *
keep_roster (StreekTargetWork *work, const StreekRoster *roster)
{
  StreekRoster *kept = g_hash_table_lookup (work->prepared->rosters, roster->id);

  if (kept == NULL)
    {
      kept = streek_roster_new (roster->set_code, roster->on, (const char *const *) roster->codes);
      g_hash_table_insert (work->prepared->rosters, kept->id, kept);
    }

  return kept;
}

static StreekPreparedSame *
add_same (StreekTargetWork *work, guint series, const StreekRoster *roster)
{
  StreekPreparedSame *same = g_new0 (StreekPreparedSame, 1);

  same->series = series;
  same->roster = keep_roster (work, roster);
  same->bits = g_new0 (guint8, roster->n / 8 + 1);
  g_ptr_array_add (work->prepared->same, same);

  return same;
}

static StreekPreparedVector *
add_vector (StreekTargetWork *work,
            const StreekTargetBatch *batch,
            guint series,
            StreekRoster *roster)
{
  StreekPreparedVector *prepared = g_new0 (StreekPreparedVector, 1);

  prepared->indicator = g_strdup (batch->measure->code);
  prepared->period = streek_period_to_string (batch->period);
  prepared->series = series;
  prepared->roster = keep_roster (work, roster);
  g_ptr_array_add (work->prepared->vectors, prepared);

  return prepared;
}

/* An empty cell says nothing against a figure. */
static gboolean
says_the_same (const StreekTargetWork *work, guint32 cell, const StreekVector *vector, guint entry)
{
  StreekMissing missing = STREEK_FACT_MISSING (work->metas[cell]);

  if (STREEK_FACT_IS_BLANK (work->metas[cell]))
    return TRUE;
  if (vector->kinds[entry] != missing)
    return FALSE;

  return missing != STREEK_MISSING_NONE ||
         (vector->values[entry] == work->values[cell] &&
          vector->statuses[entry] == STREEK_FACT_STATUS (work->metas[cell]));
}

static StreekPreparedVector *
add_changed_vector (StreekTargetWork *work,
                    const StreekTargetBatch *batch,
                    guint series,
                    StreekRoster *roster)
{
  StreekPreparedVector *changed = add_vector (work, batch, series, roster);

  changed->is_known_roster = TRUE;
  changed->touched = g_array_new (FALSE, FALSE, sizeof (guint32));

  return changed;
}

/* Cells of vectors that are there already: the same, or was → wordt. */
static void
merge_existing (StreekTargetWork *work,
                const StreekTargetBatch *batch,
                guint index,
                GArray *existing,
                guint8 *is_covered)
{
  if (existing->len == 0)
    return;

  StreekImportSeries *series = work->import->series->pdata[index];
  g_autofree StreekPreparedVector **changed = g_new0 (StreekPreparedVector *, existing->len);
  g_autofree StreekPreparedSame **same = g_new0 (StreekPreparedSame *, existing->len);

  for (guint32 i = 0; i < work->table->list->len; i++)
    {
      const StreekTargetCell *cell = &g_array_index (work->table->list, StreekTargetCell, i);
      guint which;
      guint entry;

      if (!work->has_total[i] || work->conflicts[i] ||
          !streek_target_find_existing (existing, cell, &which, &entry))
        continue;

      StreekTargetExisting *there = &g_array_index (existing, StreekTargetExisting, which);

      is_covered[i] = TRUE;
      if (says_the_same (work, i, there->vector, entry))
        {
          series->n_unchanged++;
          if (same[which] == NULL)
            same[which] = add_same (work, index, there->roster);
          same[which]->bits[entry / 8] |= (guint8) (1u << (entry % 8));
          continue;
        }

      if (changed[which] == NULL)
        changed[which] = add_changed_vector (work, batch, index, there->roster);

      series->n_changed++;
      note_change (work, index, cell, there->vector, entry, work->values[i],
                   STREEK_FACT_MISSING (work->metas[i]));
      set_entry (there->vector, entry, work->values[i], work->metas[i]);
      g_array_append_val (changed[which]->touched, entry);
    }

  for (guint i = 0; i < existing->len; i++)
    if (changed[i] != NULL)
      changed[i]->vector =
        g_steal_pointer (&g_array_index (existing, StreekTargetExisting, i).vector);
}

static gboolean
is_fresh (const StreekTargetWork *work, guint32 cell, const guint8 *is_covered)
{
  return work->has_total[cell] && !work->conflicts[cell] && !is_covered[cell];
}

/* Where other vectors of this indicator and period exist, only new cells, so that no empty cell
 * stands in the way; else all of them. Gives how many of them say something. */
static guint
list_cells (const StreekTargetWork *work,
            const StreekTargetRoster *all,
            const guint8 *is_covered,
            gboolean only_fresh,
            guint32 *cells,
            guint *n_cells)
{
  guint n_said = 0;

  *n_cells = 0;

  for (guint i = 0; i < all->roster->n; i++)
    {
      guint32 cell = all->order[i];
      gboolean is_new = is_fresh (work, cell, is_covered);

      if (is_new || !only_fresh)
        cells[(*n_cells)++] = cell;
      n_said += is_new && !STREEK_FACT_IS_BLANK (work->metas[cell]) ? 1 : 0;
    }

  return n_said;
}

/* Cells of one set and date that are new, on a roster of exactly these where they are not all. */
static void
add_fresh (StreekTargetWork *work,
           const StreekTargetBatch *batch,
           guint index,
           const StreekTargetRoster *all,
           const guint8 *is_covered,
           gboolean only_fresh)
{
  StreekImportSeries *series = work->import->series->pdata[index];
  g_autofree guint32 *cells = g_new (guint32, all->roster->n);
  guint n;
  guint n_said = list_cells (work, all, is_covered, only_fresh, cells, &n);

  if (n_said == 0)
    return;

  StreekTargetRoster *subset =
    n < all->roster->n ? streek_target_roster_new (work->table->list, cells, n) : NULL;
  StreekPreparedVector *prepared =
    add_vector (work, batch, index, subset != NULL ? subset->roster : all->roster);

  prepared->vector = streek_vector_new (n);
  for (guint i = 0; i < n; i++)
    if (is_fresh (work, cells[i], is_covered))
      set_entry (prepared->vector, i, work->values[cells[i]], work->metas[cells[i]]);

  series->n_new += n_said;
  g_clear_pointer (&subset, streek_target_roster_free);
}

static guint
add_series (StreekTargetWork *work, const StreekTargetBatch *batch)
{
  StreekImportSeries *series = g_new0 (StreekImportSeries, 1);

  series->indicator = g_strdup (batch->measure->code);
  series->name = g_strdup (batch->measure->name);
  series->is_new_indicator = batch->measure->fresh != NULL;
  series->period = batch->period;
  g_ptr_array_add (work->import->series, series);

  return work->import->series->len - 1;
}

/* In each vector that has the area. */
static void
keep_note (StreekTargetWork *work,
           guint first_vector,
           const char *code,
           const StreekStagedNote *note)
{
  for (guint i = first_vector; i < work->prepared->vectors->len; i++)
    {
      StreekPreparedVector *vector = work->prepared->vectors->pdata[i];
      int entry = streek_roster_find (vector->roster, code);
      StreekVectorNote kept = { .entry = (guint32) entry, .qualifier = note->qualifier };

      if (entry < 0)
        continue;

      memcpy (kept.flag, note->flag, sizeof kept.flag);
      if (vector->notes == NULL)
        vector->notes = g_array_new (FALSE, FALSE, sizeof (StreekVectorNote));
      g_array_append_val (vector->notes, kept);
    }
}

/* What is below 5 and 10 more is below 15; where bounds point in different ways it is about that.
 */
static guint8
join_qualifiers (guint8 one, guint8 other)
{
  if (one == other || other == STREEK_QUALIFIER_NONE)
    return one;

  return one == STREEK_QUALIFIER_NONE ? other : STREEK_QUALIFIER_ABOUT;
}

static void
join_note (StreekStagedNote *all, const StreekStagedNote *note)
{
  gsize n = strlen (all->flag);

  all->qualifier = join_qualifiers (all->qualifier, note->qualifier);

  for (const char *c = note->flag; *c != '\0' && n < STREEK_NUMBER_MAX_FLAG; c++)
    if (strchr (all->flag, *c) == NULL)
      all->flag[n++] = *c;
}

/* Qualifiers and flags go with the cell that their facts were taken for. */
static void
gather_notes (const StreekTargetWork *work,
              const StreekStagedSeries *series,
              StreekStagedNote *by_cell)
{
  for (guint i = 0; series->notes != NULL && i < series->notes->len; i++)
    {
      const StreekStagedNote *note = &g_array_index (series->notes, StreekStagedNote, i);
      guint32 cell = work->table->cells[series->areas[note->fact]];

      if (cell != STREEK_NO_CELL && !work->conflicts[cell] &&
          STREEK_FACT_MISSING (work->metas[cell]) == STREEK_MISSING_NONE &&
          (series->metas[note->fact] & STREEK_FACT_TAKEN) != 0)
        join_note (&by_cell[cell], note);
    }
}

static gboolean
has_notes (const StreekTargetBatch *batch)
{
  for (guint i = 0; i < batch->series->len; i++)
    if (((const StreekStagedSeries *) batch->series->pdata[i])->notes != NULL)
      return TRUE;

  return FALSE;
}

static void
keep_notes (StreekTargetWork *work, const StreekTargetBatch *batch, guint first_vector)
{
  guint n = work->table->list->len;

  if (!has_notes (batch))
    return;

  g_autofree StreekStagedNote *by_cell = g_new0 (StreekStagedNote, MAX (n, 1));

  for (guint i = 0; i < batch->series->len; i++)
    gather_notes (work, batch->series->pdata[i], by_cell);

  for (guint cell = 0; cell < n; cell++)
    if (by_cell[cell].qualifier != STREEK_QUALIFIER_NONE || *by_cell[cell].flag != '\0')
      keep_note (work, first_vector, g_array_index (work->table->list, StreekTargetCell, cell).code,
                 &by_cell[cell]);
}

static void
mark_touched (StreekTargetWork *work)
{
  for (guint32 i = 0; i < work->table->list->len; i++)
    work->is_touched[i] |= work->has_total[i] && !work->conflicts[i];
}

static void
keep_definition (StreekTargetWork *work, const StreekTargetMeasure *measure)
{
  if (measure->indicator != NULL)
    {
      if (!g_hash_table_contains (work->prepared->sources, measure->code))
        g_hash_table_insert (work->prepared->sources, g_strdup (measure->code),
                             g_strdup (measure->indicator->source));
      return;
    }

  for (guint i = 0; i < work->prepared->new_indicators->len; i++)
    if (strcmp (work->prepared->new_indicators->pdata[i], measure->code) == 0)
      return;

  g_ptr_array_add (work->prepared->new_indicators, g_strdup (measure->code));
}

static void
mark_written (StreekTargetWork *work, const StreekTargetBatch *batch)
{
  for (guint i = 0; i < batch->series->len; i++)
    {
      const StreekStagedSeries *series = batch->series->pdata[i];

      g_array_index (work->measures, StreekTargetMeasure, series->measure).is_written = TRUE;
    }
}

static void
count_series (StreekImport *import, const StreekImportSeries *series)
{
  import->n_new += series->n_new;
  import->n_changed += series->n_changed;
  import->n_unchanged += series->n_unchanged;
}

/* Holds what was laid in the cells against what is there, and prepares what differs. */
gboolean
streek_target_merge_batch (StreekTargetWork *work, const StreekTargetBatch *batch, GError **error)
{
  g_autoptr (GArray) existing = streek_target_load_existing (work, batch, error);

  if (existing == NULL)
    return FALSE;

  guint first_vector = work->prepared->vectors->len;
  guint index = add_series (work, batch);
  const StreekImportSeries *series = work->import->series->pdata[index];
  g_autofree guint8 *is_covered = g_new0 (guint8, work->table->list->len + 1);

  merge_existing (work, batch, index, existing, is_covered);
  for (guint i = 0; i < work->table->rosters->len; i++)
    add_fresh (work, batch, index, work->table->rosters->pdata[i], is_covered, existing->len > 0);

  count_series (work->import, series);
  keep_notes (work, batch, first_vector);

  mark_touched (work);
  if (series->n_new > 0 || series->n_changed > 0)
    {
      keep_definition (work, batch->measure);
      mark_written (work, batch);
    }

  return TRUE;
}
