/* streek-indicator-target.c: takes figures of a file in as vectors of indicators */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "indicator/streek-indicator-target.h"

#include "base/streek-number.h"
#include "indicator/streek-indicator-target-private.h"
#include "search/streek-fold.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define MAX_CODE 60
#define MAX_TABLES 32

typedef struct
{
  StreekImportTarget parent;

  StreekDb *db;
  StreekAreas *areas;
  StreekCatalogue *catalogue;
  StreekAreaIndex *index;
  GHashTable *indicators_by_name; /* folded name -> StreekIndicator */
} Target;

/* What a staged measure becomes. */
typedef struct
{
  const char *code; /* (nullable): interned; NULL where it is none, see state */
  const char *name;
  const StreekIndicator *indicator; /* (nullable): one that is there */
  StreekNewIndicator *fresh;        /* (nullable): one that is made */
  StreekTimeKind time_kind;
  guint8 state;         /* StreekRowState */
  guint32 contribution; /* same members to sum over, same number */
} Measure;

/* The series that go into one indicator and period. */
typedef struct
{
  const Measure *measure;
  StreekPeriod period;
  GPtrArray *series; /* (element-type StreekStagedSeries) */
} Batch;

/* Figures that are in the file, one vector of one indicator and period. */
typedef struct
{
  StreekRoster *roster;
  StreekVector *vector;
  GHashTable *places; /* area, or interned "~" code -> entry + 1; owned by the roster's cache */
} Existing;

/* A roster that figures in the file stand on. */
typedef struct
{
  StreekRoster *roster;
  GHashTable *places;
} RosterPlaces;

/* Cells of the areas of one batch; the next one often has the same. */
typedef struct
{
  StreekDate since; /* no area changed between this day and the one that was asked */
  guint8 *is_used;
  guint8 *is_touched; /* by cell: a figure was taken for it */
  StreekAreaTable *table;
} CachedTable;

/* While one import is resolved. */
typedef struct
{
  Target *target;
  StreekStaging *staging;
  StreekImport *import;
  StreekPreparedImport *prepared;
  GArray *resolved;          /* (element-type StreekResolvedArea) */
  GArray *measures;          /* (element-type Measure) */
  GHashTable *batches;       /* "code\tperiod" -> Batch */
  GPtrArray *in_order;       /* (element-type Batch) */
  GArray *known_rosters;     /* (element-type StreekKnownRoster) */
  GHashTable *roster_places; /* id -> RosterPlaces */
  sqlite3_stmt *select;
  StreekDictionary *contributions;
  GHashTable *touched_areas;
  GArray *blank_rows;   /* (element-type guint32): text without figures, unless they are taken */
  GArray *change_dates; /* (element-type StreekDate): of any set */
  GPtrArray *tables;    /* (element-type CachedTable): the latest last */

  /* of the batch at hand, by cell */
  StreekAreaTable *table;
  guint8 *is_touched; /* of its table */
  double *values;
  guint8 *metas;
  guint8 *filled;    /* by the contribution at hand */
  guint8 *has_total; /* by any */
  guint8 *conflicts;
  guint32 *from_rows;
  double *parts;
  guint8 *part_metas;
  guint n_room;
} Work;

static void
batch_free (gpointer data)
{
  Batch *batch = data;

  g_ptr_array_unref (batch->series);
  g_free (batch);
}

static void
roster_places_free (gpointer data)
{
  RosterPlaces *places = data;

  streek_roster_free (places->roster);
  g_hash_table_unref (places->places);
  g_free (places);
}

static void
existing_clear (gpointer data)
{
  streek_vector_free (((Existing *) data)->vector);
}

static void
known_roster_clear (gpointer data)
{
  g_free (((StreekKnownRoster *) data)->set);
}

void
streek_prepared_vector_free (gpointer data)
{
  StreekPreparedVector *vector = data;

  g_free (vector->indicator);
  g_free (vector->period);
  streek_vector_free (vector->vector);
  g_clear_pointer (&vector->touched, g_array_unref);
  g_clear_pointer (&vector->notes, g_array_unref);
  g_free (vector);
}

StreekPreparedImport *
streek_prepared_import_new (void)
{
  StreekPreparedImport *prepared = g_new0 (StreekPreparedImport, 1);

  prepared->vectors = g_ptr_array_new_with_free_func (streek_prepared_vector_free);
  prepared->rosters =
    g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) streek_roster_free);
  prepared->new_indicators = g_ptr_array_new_with_free_func (g_free);
  prepared->sources = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  return prepared;
}

void
streek_prepared_import_free (gpointer data)
{
  StreekPreparedImport *prepared = data;

  g_ptr_array_unref (prepared->vectors);
  g_hash_table_unref (prepared->rosters);
  g_ptr_array_unref (prepared->new_indicators);
  g_hash_table_unref (prepared->sources);
  g_free (prepared);
}

/**
 * streek_indicator_target_make_code:
 *
 * Returns: (transfer full): a code as own indicators have them: it begins with a letter, and has
 *   lower case letters, digits and "_"
 */
char *
streek_indicator_target_make_code (const char *name)
{
  g_autofree char *folded = streek_fold (name, NULL);
  GString *code = g_string_new (NULL);

  for (const char *c = folded; *c != '\0' && code->len < MAX_CODE; c++)
    if (g_ascii_isalnum (*c))
      g_string_append_c (code, *c);
    else if (*c == '+')
      g_string_append (code, "_plus");
    else if (*c == '<')
      g_string_append (code, "_onder_");
    else if (code->len > 0 && code->str[code->len - 1] != '_')
      g_string_append_c (code, '_');

  while (code->len > 0 && code->str[code->len - 1] == '_')
    g_string_truncate (code, code->len - 1);
  if (code->len == 0 || !g_ascii_isalpha (code->str[0]))
    g_string_prepend (code, "i_");
  g_string_truncate (code, MIN (code->len, MAX_CODE));

  return g_string_free (code, FALSE);
}

static const StreekIndicator *
find_indicator (Target *target, const char *text)
{
  const StreekIndicator *found = streek_catalogue_find (target->catalogue, text, NULL);

  if (found != NULL)
    return found;

  g_autofree char *folded = streek_fold (text, NULL);

  return g_hash_table_lookup (target->indicators_by_name, folded);
}

static StreekTextKinds
recognise (StreekImportTarget *self, const char *text)
{
  Target *target = (Target *) self;
  StreekTextKinds kinds = streek_area_index_recognise (target->index, text);

  return find_indicator (target, text) != NULL ? kinds | STREEK_TEXT_INDICATOR : kinds;
}

static const char *
get_level (StreekImportTarget *self, const char *text)
{
  return streek_area_index_get_level (((Target *) self)->index, text);
}

static void
set_fresh (Measure *measure, StreekNewIndicator *fresh)
{
  measure->fresh = fresh;
  measure->code = g_intern_string (fresh->code);
  measure->name = fresh->name;
  if (!streek_indicator_parse_time_kind (fresh->time_kind, &measure->time_kind))
    measure->time_kind = STREEK_TIME_STOCK_FIRST_DAY;
}

static void
set_indicator (Measure *measure, const StreekIndicator *indicator)
{
  measure->indicator = indicator;
  measure->code = g_intern_string (indicator->code);
  measure->name = indicator->name;
  measure->time_kind = indicator->time_kind;
}

/* One that is there, or one that comes with the file; FALSE where it is neither. */
static gboolean
name_measure (Work *work, Measure *measure, const char *text)
{
  const StreekIndicator *indicator = find_indicator (work->target, text);
  StreekNewIndicator *fresh = streek_mapping_find_indicator (work->import->mapping, text);

  if (indicator != NULL)
    set_indicator (measure, indicator);
  else if (fresh != NULL)
    set_fresh (measure, fresh);

  return indicator != NULL || fresh != NULL;
}

/* Where the profile says so, an indicator that is not there is made. */
static gboolean
make_measure (Work *work, Measure *measure, const char *text)
{
  const StreekMapping *mapping = work->import->mapping;

  if (mapping->unknown_kind == NULL)
    return FALSE;

  g_autofree char *name =
    g_strconcat (mapping->code_prefix != NULL ? mapping->code_prefix : "", text, NULL);
  g_autofree char *code = streek_indicator_target_make_code (name);

  if (name_measure (work, measure, code))
    return TRUE;

  StreekNewIndicator *fresh = streek_mapping_add_indicator (work->import->mapping, code);

  streek_mapping_set_text (&fresh->name, text);
  streek_mapping_set_text (&fresh->kind, mapping->unknown_kind);
  set_fresh (measure, fresh);

  return TRUE;
}

static void
ask_indicator (Work *work, const char *column, const char *text, gboolean is_needed)
{
  for (guint i = 0; i < work->import->questions->len; i++)
    {
      const StreekImportQuestion *question = work->import->questions->pdata[i];

      if (question->kind == STREEK_ANSWER_INDICATOR && g_strcmp0 (question->text, text) == 0)
        return;
    }

  g_autofree char *sentence = g_strdup_printf (
    /* Translators: %s is the header of a column, or a name in it. */
    _ ("Which indicator is “%s”?"), text);

  streek_import_ask (work->import, STREEK_ANSWER_INDICATOR, is_needed, column, text, sentence);
}

/* The indicator before members of breakdowns are told apart. */
static void
find_base_indicator (Work *work, const StreekStagedMeasure *staged, Measure *measure)
{
  const StreekMapping *mapping = work->staging->mapping;
  const char *text = streek_staging_get_indicator_text (work->staging, staged->base);
  const char *answer = NULL;

  if (text == NULL)
    text = staged->column->indicator != NULL ? staged->column->indicator : mapping->indicator;
  if (text == NULL)
    text = staged->column->header;

  answer = g_hash_table_lookup (mapping->indicators, text);
  if (answer != NULL && *answer == '\0')
    {
      measure->state = STREEK_ROW_LEFT_OUT;
      return;
    }

  if (name_measure (work, measure, answer != NULL ? answer : text) ||
      make_measure (work, measure, answer != NULL ? answer : text))
    return;

  measure->state = STREEK_ROW_UNKNOWN_INDICATOR;
  ask_indicator (work, staged->column->header, text, !work->staging->has_indicator);
}

static void
join_members (Work *work, guint32 base, StreekBreakdownUse use, GString *members, const char *mark)
{
  for (guint i = 0; i < work->staging->breakdowns->len; i++)
    {
      const StreekMappingColumn *column = work->staging->breakdowns->pdata[i];

      if (column->use == use)
        g_string_append_printf (members, "%s%s", members->len > 0 ? mark : "",
                                streek_staging_get_member (work->staging, base, i));
    }
}

/* Every member an indicator of its own: the one the mapping names, or a new one like the base. */
static void
tell_members_apart (Work *work, const StreekStagedMeasure *staged, Measure *measure)
{
  g_autoptr (GString) members = g_string_new (NULL);

  join_members (work, staged->base, STREEK_BREAKDOWN_KEEP, members, ", ");
  if (members->len == 0 || measure->code == NULL)
    return;

  g_autofree char *key = g_strdup_printf ("%s|%s", measure->code, members->str);
  const char *answer = g_hash_table_lookup (work->staging->mapping->indicators, key);
  g_autofree char *made = streek_indicator_target_make_code (key);
  Measure own = *measure;

  if (answer != NULL && *answer == '\0')
    {
      measure->state = STREEK_ROW_LEFT_OUT;
      return;
    }

  own.indicator = NULL;
  own.fresh = NULL;
  if (!name_measure (work, &own, answer != NULL ? answer : made))
    {
      const StreekIndicator *base = measure->indicator;
      StreekNewIndicator *fresh = streek_mapping_add_indicator (work->import->mapping, made);

      g_free (fresh->name);
      fresh->name = g_strdup_printf ("%s: %s", measure->name, members->str);

      if (base != NULL)
        {
          streek_mapping_set_text (&fresh->theme, base->theme);
          streek_mapping_set_text (&fresh->unit, base->unit);
          streek_mapping_set_text (&fresh->direction,
                                   streek_indicator_get_direction_id (base->direction));
          fresh->decimals = base->decimals;
        }
      else if (measure->fresh != NULL)
        {
          streek_mapping_set_text (&fresh->theme, measure->fresh->theme);
          streek_mapping_set_text (&fresh->unit, measure->fresh->unit);
          streek_mapping_set_text (&fresh->kind, measure->fresh->kind);
          streek_mapping_set_text (&fresh->time_kind, measure->fresh->time_kind);
          streek_mapping_set_text (&fresh->direction, measure->fresh->direction);
          fresh->decimals = measure->fresh->decimals;
        }

      set_fresh (&own, fresh);
    }

  *measure = own;
}

static void
resolve_measures (Work *work)
{
  work->measures = g_array_new (FALSE, TRUE, sizeof (Measure));

  for (guint i = 0; i < work->staging->measures->len; i++)
    {
      const StreekStagedMeasure *staged =
        &g_array_index (work->staging->measures, StreekStagedMeasure, i);
      g_autoptr (GString) members = g_string_new (NULL);
      Measure measure = { 0 };

      find_base_indicator (work, staged, &measure);
      tell_members_apart (work, staged, &measure);
      join_members (work, staged->base, STREEK_BREAKDOWN_SUM, members, "\t");
      measure.contribution =
        streek_dictionary_intern (work->contributions, members->str, members->len);
      g_array_append_val (work->measures, measure);
    }
}

/* "01/01/2019" of a stock of the first day is the figure of 2019. */
static StreekPeriod
settle_period (const Measure *measure, StreekPeriod period)
{
  gboolean is_year =
    period.kind == STREEK_PERIOD_DAY &&
    ((measure->time_kind == STREEK_TIME_STOCK_FIRST_DAY && period.part == 1 && period.day == 1) ||
     (measure->time_kind == STREEK_TIME_STOCK_LAST_DAY && period.part == 12 && period.day == 31));

  return is_year ? streek_period_from_year (period.year) : period;
}

static StreekDate
get_area_date (const Measure *measure, StreekPeriod period)
{
  const StreekIndicator like = { .time_kind = measure->time_kind };

  return streek_indicator_get_area_date (measure->indicator != NULL ? measure->indicator : &like,
                                         period);
}

static int
compare_batches (gconstpointer a, gconstpointer b)
{
  const Batch *first = *(Batch *const *) a;
  const Batch *second = *(Batch *const *) b;
  int order = streek_period_compare (first->period, second->period);

  if (order != 0)
    return order;
  if (first->measure->time_kind != second->measure->time_kind)
    return first->measure->time_kind < second->measure->time_kind ? -1 : 1;

  return strcmp (first->measure->code, second->measure->code);
}

static void
settle_series (Work *work, const StreekStagedSeries *series, StreekRowState state)
{
  for (guint32 fact = 0; fact < series->n; fact++)
    streek_staging_settle (work->staging, series->rows[fact], state);
}

static void
gather_batches (Work *work)
{
  StreekStaging *staging = work->staging;

  for (guint i = 0; i < staging->series->len; i++)
    {
      StreekStagedSeries *series = staging->series->pdata[i];
      const Measure *measure = &g_array_index (work->measures, Measure, series->measure);

      if (measure->state != STREEK_ROW_PENDING)
        {
          settle_series (work, series, (StreekRowState) measure->state);
          continue;
        }

      StreekPeriod period =
        settle_period (measure, g_array_index (staging->periods, StreekPeriod, series->period));
      g_autofree char *text = streek_period_to_string (period);
      g_autofree char *key = g_strdup_printf ("%s\t%s", measure->code, text);
      Batch *batch = g_hash_table_lookup (work->batches, key);

      if (batch == NULL)
        {
          batch = g_new0 (Batch, 1);
          batch->measure = measure;
          batch->period = period;
          batch->series = g_ptr_array_new ();
          g_hash_table_insert (work->batches, g_steal_pointer (&key), batch);
          g_ptr_array_add (work->in_order, batch);
        }

      g_ptr_array_add (batch->series, series);
    }

  g_ptr_array_sort (work->in_order, compare_batches);
}

/* Rosters of figures in the file; an import speaks of the same dates. */
static gboolean
load_known_rosters (Work *work, GError **error)
{
  static const char sql[] = "SELECT DISTINCT set_code, on_date FROM ref_roster UNION "
                            "SELECT DISTINCT set_code, on_date FROM roster ORDER BY 1, 2";
  g_autoptr (sqlite3_stmt) stmt = streek_db_prepare (work->target->db, sql, error);
  StreekStep step;

  if (stmt == NULL)
    return FALSE;

  while ((step = streek_db_step (stmt, error)) == STREEK_STEP_ROW)
    {
      StreekKnownRoster known;

      if (!streek_date_parse (streek_db_peek_text (stmt, 1), &known.on, error))
        return FALSE;

      known.set = streek_db_dup_text (stmt, 0);
      g_array_append_val (work->known_rosters, known);
    }

  return step == STREEK_STEP_DONE;
}

static RosterPlaces *
find_places (Work *work, const char *id, GError **error)
{
  RosterPlaces *places = g_hash_table_lookup (work->roster_places, id);

  if (places != NULL)
    return places;

  StreekRoster *roster = streek_roster_read (work->target->db, id, error);

  if (roster == NULL)
    return NULL;

  places = g_new0 (RosterPlaces, 1);
  places->roster = roster;
  places->places = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < roster->n; i++)
    {
      const char *code = roster->codes[i];
      gconstpointer key =
        *code == STREEK_ROSTER_NOT_LOCATED
          ? (gconstpointer) g_intern_string (code)
          : streek_areas_find (work->target->areas, roster->set_code, code, roster->on);

      if (key != NULL)
        g_hash_table_insert (places->places, (gpointer) key, GUINT_TO_POINTER (i + 1));
    }

  g_hash_table_insert (work->roster_places, roster->id, places);

  return places;
}

/* The vectors of one indicator and period, people's own before those of the reference data. */
static gboolean
load_existing (
  Work *work, const char *indicator, const char *period, GArray *existing, GError **error)
{
  StreekStep step;

  sqlite3_reset (work->select);
  streek_db_bind_text (work->select, 1, indicator);
  streek_db_bind_text (work->select, 2, period);

  while ((step = streek_db_step (work->select, error)) == STREEK_STEP_ROW)
    {
      RosterPlaces *places = find_places (work, streek_db_peek_text (work->select, 0), error);

      if (places == NULL)
        return FALSE;

      Existing entry = { .roster = places->roster, .places = places->places };

      entry.vector = streek_vector_read_column (work->select, 1, entry.roster->n, error);
      if (entry.vector == NULL)
        return FALSE;

      g_array_append_val (existing, entry);
    }

  return step == STREEK_STEP_DONE;
}

static gboolean
find_existing (const GArray *existing, const StreekTargetCell *cell, guint *which, guint *entry)
{
  gconstpointer key = cell->area != NULL ? (gconstpointer) cell->area : cell->code;

  for (guint i = 0; i < existing->len; i++)
    {
      guint place =
        GPOINTER_TO_UINT (g_hash_table_lookup (g_array_index (existing, Existing, i).places, key));

      if (place > 0)
        {
          *which = i;
          *entry = place - 1;
          return TRUE;
        }
    }

  return FALSE;
}

/* Room for no area at all is room too: it is cleared like any other. */
static void
make_room (Work *work, guint n)
{
  n = MAX (n, 1);
  if (n <= work->n_room)
    return;

  work->n_room = n;
  work->values = g_renew (double, work->values, n);
  work->metas = g_renew (guint8, work->metas, n);
  work->filled = g_renew (guint8, work->filled, n);
  work->has_total = g_renew (guint8, work->has_total, n);
  work->conflicts = g_renew (guint8, work->conflicts, n);
  work->from_rows = g_renew (guint32, work->from_rows, n);
  work->parts = g_renew (double, work->parts, n);
  work->part_metas = g_renew (guint8, work->part_metas, n);
}

static void
tell_unknown_area (Work *work, guint32 area, guint32 row, StreekRowState state)
{
  const char *text = NULL;

  for (guint i = 0; i < work->staging->area_columns->len; i++)
    {
      const char *cell = streek_staging_get_area_text (work->staging, area, i);

      text = cell != NULL ? cell : text;
    }

  if (text == NULL)
    text = "";

  StreekImportFinding *finding =
    streek_import_add_finding (work->import, STREEK_IMPORT_REJECTED,
                               state == STREEK_ROW_UNKNOWN_AREA ? "area/unknown" : "area/ambiguous",
                               work->staging, row, NULL, text);

  if (finding->message != NULL)
    return;

  if (state == STREEK_ROW_AMBIGUOUS_AREA)
    finding->message = g_strdup_printf (
      /* Translators: %s is a name in a file. */
      _ ("“%s” can be several areas."), text);
  else if (*text == '\0')
    finding->message = g_strdup (_ ("The row does not say which area it is about."));
  else
    {
      finding->message = g_strdup_printf (
        /* Translators: %s is a name or code in a file. */
        _ ("“%s” is no area that is known here."), text);
      streek_area_index_ask (work->target->index, work->staging, work->import, area);
    }
}

static void
refuse_fact (Work *work, const StreekStagedSeries *series, guint32 fact)
{
  guint32 area = series->areas[fact];
  guint32 row = series->rows[fact];
  StreekRowState state = (StreekRowState) work->table->states[area];

  if (STREEK_FACT_IS_BLANK (series->metas[fact]) && streek_row_state_is_rejected (state))
    {
      g_array_append_val (work->blank_rows, row);
      return;
    }

  if (work->staging->row_states->data[row] == STREEK_ROW_PENDING &&
      streek_row_state_is_rejected (state))
    tell_unknown_area (work, area, row, state);

  streek_staging_settle (work->staging, row, state);
}

static gboolean
is_same_fact (double a, guint8 meta_a, double b, guint8 meta_b)
{
  return meta_a == meta_b && (STREEK_FACT_MISSING (meta_a) != STREEK_MISSING_NONE || a == b);
}

/* Lays the facts of one series in the cells. A second fact for a cell says the same, or contradicts
 * the first; an empty one says nothing. */
static void
lay_series (Work *work, const StreekStagedSeries *series)
{
  for (guint32 fact = 0; fact < series->n; fact++)
    {
      guint32 cell = work->table->cells[series->areas[fact]];
      guint8 meta = series->metas[fact];

      if (G_UNLIKELY (cell == STREEK_NO_CELL))
        {
          refuse_fact (work, series, fact);
          continue;
        }

      if (G_UNLIKELY (work->filled[cell]) && !STREEK_FACT_IS_BLANK (work->part_metas[cell]))
        {
          if (!STREEK_FACT_IS_BLANK (meta) &&
              !is_same_fact (work->parts[cell], work->part_metas[cell], series->values[fact], meta))
            work->conflicts[cell] = TRUE;
          continue;
        }

      work->filled[cell] = TRUE;
      work->parts[cell] = series->values[fact];
      work->part_metas[cell] = meta;
      work->from_rows[cell] = series->rows[fact];
    }
}

static void
tell_double (Work *work, const StreekStagedSeries *series, guint32 fact, gboolean is_conflict)
{
  guint32 cell = work->table->cells[series->areas[fact]];
  const StreekTargetCell *target = &g_array_index (work->table->list, StreekTargetCell, cell);
  const char *name = target->area != NULL ? target->area->name : target->code;
  guint32 row = series->rows[fact];
  StreekImportFinding *finding = streek_import_add_finding (
    work->import, is_conflict ? STREEK_IMPORT_REJECTED : STREEK_IMPORT_NOTE,
    is_conflict ? "row/contradiction" : "row/duplicate", work->staging, row, NULL,
    is_conflict ? name : NULL);

  if (finding->message != NULL)
    return;

  if (is_conflict)
    finding->message = g_strdup_printf (
      /* Translators: %s is the name of an area. */
      _ ("Two rows say different things of %s. Neither is taken."), name);
  else
    finding->message = g_strdup (_ ("The same figure stands in the file twice. It is taken once."));
}

static void
settle_facts (Work *work, const StreekStagedSeries *series)
{
  for (guint32 fact = 0; fact < series->n; fact++)
    {
      guint32 cell = work->table->cells[series->areas[fact]];
      guint32 row = series->rows[fact];

      if (cell == STREEK_NO_CELL)
        continue;

      if (G_UNLIKELY (work->conflicts[cell]))
        {
          tell_double (work, series, fact, TRUE);
          streek_staging_settle (work->staging, row, STREEK_ROW_CONTRADICTION);
        }
      else if (G_LIKELY (work->from_rows[cell] == row))
        streek_staging_settle (work->staging, row, STREEK_ROW_TAKEN);
      else
        {
          if (work->staging->row_states->data[row] == STREEK_ROW_PENDING)
            tell_double (work, series, fact, FALSE);
          streek_staging_settle (work->staging, row, STREEK_ROW_DUPLICATE);
        }
    }
}

static guint8
make_meta (StreekMissing missing, StreekStatus status, gboolean is_blank)
{
  return (guint8) (missing | (status << 3) | (is_blank ? 0x20 : 0));
}

/* Adds what one contribution says to the totals. What is missing in a part is missing in the sum,
 * and what is hidden hides it. */
static void
add_contribution (Work *work)
{
  for (guint cell = 0; cell < work->table->list->len; cell++)
    {
      if (!work->filled[cell])
        continue;

      guint8 meta = work->part_metas[cell];

      if (!work->has_total[cell])
        {
          work->has_total[cell] = TRUE;
          work->values[cell] = work->parts[cell];
          work->metas[cell] = meta;
          continue;
        }

      StreekMissing a = STREEK_FACT_MISSING (work->metas[cell]);
      StreekMissing b = STREEK_FACT_MISSING (meta);
      StreekStatus status = MAX (STREEK_FACT_STATUS (work->metas[cell]), STREEK_FACT_STATUS (meta));
      StreekMissing missing = a == STREEK_MISSING_HIDDEN || b == STREEK_MISSING_HIDDEN
                                ? STREEK_MISSING_HIDDEN
                                : MAX (a, b);
      gboolean is_blank = STREEK_FACT_IS_BLANK (work->metas[cell]) && STREEK_FACT_IS_BLANK (meta);

      work->values[cell] =
        missing == STREEK_MISSING_NONE ? work->values[cell] + work->parts[cell] : NAN;
      work->metas[cell] = make_meta (
        missing, missing == STREEK_MISSING_NONE ? status : STREEK_STATUS_FINAL, is_blank);
    }
}

static int
compare_contributions (gconstpointer a, gconstpointer b, gpointer data)
{
  const Work *work = data;
  const StreekStagedSeries *first = *(StreekStagedSeries *const *) a;
  const StreekStagedSeries *second = *(StreekStagedSeries *const *) b;
  guint32 x = g_array_index (work->measures, Measure, first->measure).contribution;
  guint32 y = g_array_index (work->measures, Measure, second->measure).contribution;

  return x < y ? -1 : x > y;
}

static void
lay_batch (Work *work, const Batch *batch)
{
  guint n = work->table->list->len;
  GPtrArray *series = batch->series;

  make_room (work, n);
  memset (work->has_total, 0, n);
  memset (work->conflicts, 0, n);
  g_ptr_array_sort_with_data (series, compare_contributions, work);

  for (guint first = 0, end; first < series->len; first = end)
    {
      for (end = first + 1;
           end < series->len &&
           compare_contributions (&series->pdata[first], &series->pdata[end], work) == 0;
           end++)
        ;

      memset (work->filled, 0, n);
      for (guint i = first; i < end; i++)
        lay_series (work, series->pdata[i]);
      for (guint i = first; i < end; i++)
        settle_facts (work, series->pdata[i]);
      add_contribution (work);
    }
}

static void
note_change (Work *work,
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

static StreekPreparedVector *
add_vector (Work *work, const Batch *batch, guint series, StreekRoster *roster)
{
  StreekPreparedVector *prepared = g_new0 (StreekPreparedVector, 1);
  StreekRoster *kept = g_hash_table_lookup (work->prepared->rosters, roster->id);

  if (kept == NULL)
    {
      kept = streek_roster_new (roster->set_code, roster->on, (const char *const *) roster->codes);
      g_hash_table_insert (work->prepared->rosters, kept->id, kept);
    }

  prepared->indicator = g_strdup (batch->measure->code);
  prepared->period = streek_period_to_string (batch->period);
  prepared->series = series;
  prepared->roster = kept;
  g_ptr_array_add (work->prepared->vectors, prepared);

  return prepared;
}

/* Cells of vectors that are there already: the same, or was → wordt. */
static void
merge_existing (Work *work, const Batch *batch, guint index, GArray *existing, guint8 *is_covered)
{
  StreekImportSeries *series = work->import->series->pdata[index];
  g_autofree StreekPreparedVector **changed = g_new0 (StreekPreparedVector *, existing->len + 1);

  for (guint32 i = 0; i < work->table->list->len; i++)
    {
      const StreekTargetCell *cell = &g_array_index (work->table->list, StreekTargetCell, i);
      guint which;
      guint entry;

      if (!work->has_total[i] || work->conflicts[i] ||
          !find_existing (existing, cell, &which, &entry))
        continue;

      Existing *there = &g_array_index (existing, Existing, which);
      StreekMissing missing = STREEK_FACT_MISSING (work->metas[i]);

      is_covered[i] = TRUE;

      /* an empty cell says nothing against a figure */
      if (STREEK_FACT_IS_BLANK (work->metas[i]) ||
          (there->vector->kinds[entry] == missing &&
           (missing != STREEK_MISSING_NONE ||
            (there->vector->values[entry] == work->values[i] &&
             there->vector->statuses[entry] == STREEK_FACT_STATUS (work->metas[i])))))
        {
          series->n_unchanged++;
          continue;
        }

      if (changed[which] == NULL)
        {
          changed[which] = add_vector (work, batch, index, there->roster);
          changed[which]->is_known_roster = TRUE;
          changed[which]->touched = g_array_new (FALSE, FALSE, sizeof (guint32));
        }

      series->n_changed++;
      note_change (work, index, cell, there->vector, entry, work->values[i], missing);
      set_entry (there->vector, entry, work->values[i], work->metas[i]);
      g_array_append_val (changed[which]->touched, entry);
    }

  for (guint i = 0; i < existing->len; i++)
    if (changed[i] != NULL)
      changed[i]->vector = g_steal_pointer (&g_array_index (existing, Existing, i).vector);
}

static gboolean
is_fresh (const Work *work, guint32 cell, const guint8 *is_covered)
{
  return work->has_total[cell] && !work->conflicts[cell] && !is_covered[cell];
}

/* Cells of one set and date that are new. Where other vectors of this indicator and period exist,
 * the roster holds these cells and no others, so that no empty cell stands in the way. */
static void
add_fresh (Work *work,
           const Batch *batch,
           guint index,
           const StreekTargetRoster *all,
           const guint8 *is_covered,
           gboolean exactly)
{
  StreekImportSeries *series = work->import->series->pdata[index];
  g_autofree guint32 *cells = g_new (guint32, all->roster->n);
  guint n = 0;
  guint n_said = 0;

  for (guint i = 0; i < all->roster->n; i++)
    {
      guint32 cell = all->order[i];

      if (!is_fresh (work, cell, is_covered))
        {
          if (!exactly)
            cells[n++] = cell;
          continue;
        }

      cells[n++] = cell;
      n_said += STREEK_FACT_IS_BLANK (work->metas[cell]) ? 0 : 1;
    }

  if (n_said == 0)
    return;

  g_autofree StreekTargetRoster *subset = NULL;
  const StreekTargetRoster *roster = all;

  if (n < all->roster->n)
    roster = subset = streek_target_roster_new (work->table->list, cells, n);

  StreekPreparedVector *prepared = add_vector (work, batch, index, roster->roster);

  prepared->vector = streek_vector_new (n);
  for (guint i = 0; i < n; i++)
    if (is_fresh (work, cells[i], is_covered))
      {
        set_entry (prepared->vector, i, work->values[cells[i]], work->metas[cells[i]]);
        series->n_new += STREEK_FACT_IS_BLANK (work->metas[cells[i]]) ? 0 : 1;
      }

  if (subset != NULL)
    streek_target_roster_free (g_steal_pointer (&subset));
}

static guint
add_series (Work *work, const Batch *batch)
{
  StreekImportSeries *series = g_new0 (StreekImportSeries, 1);

  series->indicator = g_strdup (batch->measure->code);
  series->name = g_strdup (batch->measure->name);
  series->is_new_indicator = batch->measure->fresh != NULL;
  series->period = batch->period;
  g_ptr_array_add (work->import->series, series);

  return work->import->series->len - 1;
}

/* Qualifiers and flags go with the cell that their fact was taken for. */
static void
add_notes (Work *work, const Batch *batch, guint first_vector)
{
  for (guint i = 0; i < batch->series->len; i++)
    {
      const StreekStagedSeries *series = batch->series->pdata[i];

      for (guint j = 0; series->notes != NULL && j < series->notes->len; j++)
        {
          const StreekStagedNote *note = &g_array_index (series->notes, StreekStagedNote, j);
          guint32 cell = work->table->cells[series->areas[note->fact]];

          if (cell == STREEK_NO_CELL || work->conflicts[cell] ||
              work->from_rows[cell] != series->rows[note->fact])
            continue;

          const char *code = g_array_index (work->table->list, StreekTargetCell, cell).code;

          for (guint k = first_vector; k < work->prepared->vectors->len; k++)
            {
              StreekPreparedVector *vector = work->prepared->vectors->pdata[k];
              int entry = streek_roster_find (vector->roster, code);
              StreekVectorNote kept = { .qualifier = note->qualifier };

              if (entry < 0)
                continue;

              kept.entry = (guint32) entry;
              memcpy (kept.flag, note->flag, sizeof kept.flag);
              if (vector->notes == NULL)
                vector->notes = g_array_new (FALSE, FALSE, sizeof (StreekVectorNote));
              g_array_append_val (vector->notes, kept);
            }
        }
    }
}

static void
mark_touched (Work *work)
{
  for (guint32 i = 0; i < work->table->list->len; i++)
    work->is_touched[i] |= work->has_total[i] && !work->conflicts[i];
}

/* Once a table, as its batches mostly have the same areas. */
static void
count_touched (Work *work, const CachedTable *cached)
{
  const GArray *list = cached->table->list;

  for (guint32 i = 0; i < list->len; i++)
    if (cached->is_touched[i])
      g_hash_table_add (work->touched_areas,
                        (gpointer) g_array_index (list, StreekTargetCell, i).code);
}

static void
keep_definition (Work *work, const Measure *measure)
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

static gboolean
process_batch (Work *work, const Batch *batch, GError **error)
{
  g_autoptr (GArray) existing = g_array_new (FALSE, FALSE, sizeof (Existing));
  g_autofree char *period = streek_period_to_string (batch->period);
  guint first_vector = work->prepared->vectors->len;

  g_array_set_clear_func (existing, existing_clear);
  lay_batch (work, batch);
  if (batch->measure->indicator != NULL &&
      !load_existing (work, batch->measure->code, period, existing, error))
    return FALSE;

  guint index = add_series (work, batch);
  g_autofree guint8 *is_covered = g_new0 (guint8, work->table->list->len + 1);

  merge_existing (work, batch, index, existing, is_covered);

  for (guint i = 0; i < work->table->rosters->len; i++)
    add_fresh (work, batch, index, work->table->rosters->pdata[i], is_covered, existing->len > 0);

  const StreekImportSeries *series = work->import->series->pdata[index];

  work->import->n_new += series->n_new;
  work->import->n_changed += series->n_changed;
  work->import->n_unchanged += series->n_unchanged;
  add_notes (work, batch, first_vector);
  mark_touched (work);
  if (series->n_new > 0 || series->n_changed > 0)
    keep_definition (work, batch->measure);

  for (guint i = 0; i < batch->series->len; i++)
    streek_staged_series_drop_facts (batch->series->pdata[i]);

  return TRUE;
}

static void
cached_table_free (gpointer data)
{
  CachedTable *cached = data;

  streek_area_table_free (cached->table);
  g_free (cached->is_used);
  g_free (cached->is_touched);
  g_free (cached);
}

static guint8 *
mark_used_areas (const Work *work, const Batch *batch)
{
  guint8 *is_used = g_new0 (guint8, work->resolved->len + 1);

  for (guint i = 0; i < batch->series->len; i++)
    {
      const StreekStagedSeries *series = batch->series->pdata[i];

      for (guint32 fact = 0; fact < series->n; fact++)
        is_used[series->areas[fact]] = TRUE;
    }

  return is_used;
}

/* The last day up to @on on which any area changed. */
static StreekDate
find_since (const Work *work, StreekDate on)
{
  StreekDate since = STREEK_DATE_NONE;

  for (guint i = 0; i < work->change_dates->len; i++)
    if (g_array_index (work->change_dates, StreekDate, i) <= on)
      since = MAX (since, g_array_index (work->change_dates, StreekDate, i));

  return since;
}

/* Which date fits is asked of the areas of each indicator and period by itself: a file may have
 * one series on old codes and another on new ones. */
static const CachedTable *
find_table (Work *work, const Batch *batch)
{
  g_autofree guint8 *is_used = mark_used_areas (work, batch);
  StreekDate on = get_area_date (batch->measure, batch->period);
  StreekDate since = find_since (work, on);

  for (guint i = work->tables->len; i > 0; i--)
    {
      const CachedTable *cached = work->tables->pdata[i - 1];

      if (cached->since == since && memcmp (cached->is_used, is_used, work->resolved->len) == 0)
        return cached;
    }

  CachedTable *made = g_new0 (CachedTable, 1);

  made->since = since;
  made->table = streek_area_table_new (work->target->areas, work->known_rosters, work->resolved,
                                       is_used, on, work->staging, work->import);
  made->is_used = g_steal_pointer (&is_used);
  made->is_touched = g_new0 (guint8, made->table->list->len + 1);
  if (work->tables->len == MAX_TABLES)
    {
      count_touched (work, work->tables->pdata[0]);
      g_ptr_array_remove_index (work->tables, 0);
    }
  g_ptr_array_add (work->tables, made);

  return made;
}

static gboolean
process_all (Work *work, GCancellable *cancellable, GError **error)
{
  static const char sql[] =
    "SELECT roster_id, data, 0 FROM vector WHERE indicator = ?1 AND period = ?2 UNION ALL "
    "SELECT roster_id, data, 1 FROM ref_vector AS r WHERE indicator = ?1 AND period = ?2 "
    "AND NOT EXISTS (SELECT 1 FROM vector AS v WHERE v.indicator = r.indicator "
    "AND v.period = r.period AND v.roster_id = r.roster_id) ORDER BY 3, 1";

  work->select = streek_db_prepare (work->target->db, sql, error);
  if (work->select == NULL)
    return FALSE;

  for (guint i = 0; i < work->in_order->len; i++)
    {
      const Batch *batch = work->in_order->pdata[i];
      const CachedTable *cached = find_table (work, batch);

      work->table = cached->table;
      work->is_touched = cached->is_touched;
      if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
          !process_batch (work, batch, error))
        return FALSE;
    }

  for (guint i = 0; i < work->tables->len; i++)
    count_touched (work, work->tables->pdata[i]);

  for (guint i = 0; i < work->blank_rows->len; i++)
    streek_staging_settle (work->staging, g_array_index (work->blank_rows, guint32, i),
                           STREEK_ROW_FOOTER);

  return TRUE;
}

static int
compare_series (gconstpointer a, gconstpointer b, gpointer data)
{
  const GPtrArray *series = data;
  const StreekImportSeries *first = series->pdata[*(const guint *) a];
  const StreekImportSeries *second = series->pdata[*(const guint *) b];
  int order = strcmp (first->indicator, second->indicator);

  return order != 0 ? order : streek_period_compare (first->period, second->period);
}

/* By indicator, then period; what points at a series follows. */
static void
sort_series (Work *work)
{
  GPtrArray *series = work->import->series;
  g_autofree guint *order = g_new (guint, series->len + 1);
  g_autofree guint *place = g_new (guint, series->len + 1);
  g_autofree gpointer *old = g_memdup2 (series->pdata, series->len * sizeof (gpointer));

  for (guint i = 0; i < series->len; i++)
    order[i] = i;

  g_qsort_with_data (order, (gint) series->len, sizeof order[0], compare_series, series);

  for (guint i = 0; i < series->len; i++)
    {
      series->pdata[i] = old[order[i]];
      place[order[i]] = i;
    }

  for (guint i = 0; i < work->import->changes->len; i++)
    {
      StreekImportChange *change = work->import->changes->pdata[i];

      change->series = place[change->series];
    }

  for (guint i = 0; i < work->prepared->vectors->len; i++)
    {
      StreekPreparedVector *vector = work->prepared->vectors->pdata[i];

      vector->series = place[vector->series];
    }
}

static void
ask_whole_area (Work *work)
{
  const StreekMapping *mapping = work->import->mapping;

  if (work->staging->area_columns->len == 0 && mapping->area == NULL)
    streek_import_ask (work->import, STREEK_ANSWER_WHOLE_AREA, TRUE, NULL, NULL,
                       _ ("No column says which area a figure is about. Are all of them about one "
                          "area, and which?"));
}

static void
work_clear (Work *work)
{
  g_clear_pointer (&work->resolved, g_array_unref);
  g_clear_pointer (&work->measures, g_array_unref);
  g_hash_table_unref (work->batches);
  g_ptr_array_unref (work->in_order);
  g_array_unref (work->known_rosters);
  g_hash_table_unref (work->roster_places);
  g_clear_pointer (&work->select, sqlite3_finalize);
  streek_dictionary_free (work->contributions);
  g_hash_table_unref (work->touched_areas);
  g_array_unref (work->blank_rows);
  g_array_unref (work->change_dates);
  g_ptr_array_unref (work->tables);
  g_free (work->values);
  g_free (work->metas);
  g_free (work->filled);
  g_free (work->has_total);
  g_free (work->conflicts);
  g_free (work->from_rows);
  g_free (work->parts);
  g_free (work->part_metas);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Work, work_clear)

static gboolean
resolve (StreekImportTarget *self,
         StreekStaging *staging,
         StreekImport *import,
         GCancellable *cancellable,
         GError **error)
{
  g_auto (Work) work = {
    .target = (Target *) self,
    .staging = staging,
    .import = import,
    .batches = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, batch_free),
    .in_order = g_ptr_array_new (),
    .known_rosters = g_array_new (FALSE, FALSE, sizeof (StreekKnownRoster)),
    .roster_places = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, roster_places_free),
    .contributions = streek_dictionary_new (),
    .touched_areas = g_hash_table_new (g_str_hash, g_str_equal),
    .blank_rows = g_array_new (FALSE, FALSE, sizeof (guint32)),
    .change_dates = streek_areas_list_change_dates (((Target *) self)->areas, NULL),
    .tables = g_ptr_array_new_with_free_func (cached_table_free),
  };

  g_array_set_clear_func (work.known_rosters, known_roster_clear);
  work.prepared = streek_prepared_import_new ();
  import->prepared = work.prepared;
  import->free_prepared = streek_prepared_import_free;

  ask_whole_area (&work);
  if (!load_known_rosters (&work, error))
    return FALSE;

  work.resolved = streek_area_index_resolve (work.target->index, staging, import);
  resolve_measures (&work);
  gather_batches (&work);
  if (!process_all (&work, cancellable, error))
    return FALSE;

  sort_series (&work);
  import->n_areas = g_hash_table_size (work.touched_areas);

  return TRUE;
}

/**
 * streek_indicator_target_new:
 * @db: to read figures that are there already; lent
 *
 * Returns: (transfer full): takes a file in as figures of indicators
 */
StreekImportTarget *
streek_indicator_target_new (StreekDb *db, StreekAreas *areas, StreekCatalogue *catalogue)
{
  Target *target = g_new0 (Target, 1);

  target->parent.recognise = recognise;
  target->parent.get_level = get_level;
  target->parent.resolve = resolve;
  target->db = db;
  target->areas = streek_areas_ref (areas);
  target->catalogue = streek_catalogue_ref (catalogue);
  target->index = streek_area_index_new (areas);
  target->indicators_by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < streek_catalogue_get_n_indicators (catalogue); i++)
    {
      const StreekIndicator *indicator = streek_catalogue_get (catalogue, i);

      g_hash_table_insert (target->indicators_by_name, streek_fold (indicator->name, NULL),
                           (gpointer) indicator);
    }

  return &target->parent;
}

void
streek_indicator_target_free (StreekImportTarget *self)
{
  Target *target = (Target *) self;

  if (target == NULL)
    return;

  g_hash_table_unref (target->indicators_by_name);
  streek_area_index_free (target->index);
  streek_catalogue_unref (target->catalogue);
  streek_areas_unref (target->areas);
  g_free (target);
}

static void
cell_clear (gpointer data)
{
  StreekImportCell *cell = data;

  g_free (cell->set);
  g_free (cell->code);
}

/**
 * streek_indicator_target_list_cells:
 * @series: a number of StreekImport.series
 *
 * Returns: (transfer full) (element-type StreekImportCell): what will be written for it
 */
GArray *
streek_indicator_target_list_cells (const StreekImport *import, guint series)
{
  const StreekPreparedImport *prepared = import->prepared;
  GArray *cells = g_array_new (FALSE, FALSE, sizeof (StreekImportCell));

  g_array_set_clear_func (cells, cell_clear);

  for (guint i = 0; i < prepared->vectors->len; i++)
    {
      const StreekPreparedVector *vector = prepared->vectors->pdata[i];
      guint n = vector->touched != NULL ? vector->touched->len : vector->roster->n;

      for (guint j = 0; vector->series == series && j < n; j++)
        {
          guint entry = vector->touched != NULL ? g_array_index (vector->touched, guint32, j) : j;
          StreekImportCell cell = { g_strdup (vector->roster->set_code),
                                    g_strdup (vector->roster->codes[entry]),
                                    vector->vector->values[entry], vector->vector->kinds[entry],
                                    vector->vector->statuses[entry] };

          g_array_append_val (cells, cell);
        }
    }

  return cells;
}
