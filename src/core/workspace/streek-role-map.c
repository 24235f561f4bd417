/* streek-role-map.c: the matrix of roles as a map: what each body does, over its area */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "workspace/streek-role-map.h"

#include "body/streek-body.h"
#include "figure/streek-table-sheets.h"
#include "plan/streek-pact.h"
#include "plan/streek-role-said.h"
#include "plan/streek-role.h"
#include "workspace/streek-figures.h"
#include "workspace/streek-record-edits.h"
#include "workspace/streek-role-map-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const struct
{
  const char *id;
  const char *label;
} subjects[STREEK_N_ROLE_MAP_SUBJECTS] = {
  { "category", N_ ("What it mostly does") },  { "role", N_ ("Its role") },
  { "stated", N_ ("Kind, as its pact says") }, { "derived", N_ ("Kind, by its roles") },
  { "weight", N_ ("Weight of the theme") },
};

void
streek_role_map_free (StreekRoleMap *map)
{
  if (map == NULL)
    return;

  g_clear_pointer (&map->figure, streek_figure_unref);
  g_clear_pointer (&map->table, streek_table_unref);
  g_free (map->kind);
  g_free (map);
}

void
streek_role_map_spec_clear (StreekRoleMapSpec *spec)
{
  g_clear_pointer (&spec->kind, g_free);
}

StreekRoleMapSpec *
streek_role_map_spec_copy (const StreekRoleMapSpec *spec)
{
  StreekRoleMapSpec *copy = g_memdup2 (spec, sizeof *spec);

  copy->kind = g_strdup (spec->kind);

  return copy;
}

void
streek_role_map_spec_free (StreekRoleMapSpec *spec)
{
  if (spec == NULL)
    return;

  streek_role_map_spec_clear (spec);
  g_free (spec);
}

const char *
streek_role_map_subject_get_id (guint subject)
{
  g_return_val_if_fail (subject < STREEK_N_ROLE_MAP_SUBJECTS, NULL);

  return subjects[subject].id;
}

const char *
streek_role_map_subject_get_label (guint subject)
{
  g_return_val_if_fail (subject < STREEK_N_ROLE_MAP_SUBJECTS, NULL);

  return _ (subjects[subject].label);
}

gboolean
streek_role_map_subject_has_theme (StreekRoleMapSubject subject)
{
  return subject != STREEK_ROLE_MAP_STATED && subject != STREEK_ROLE_MAP_DERIVED;
}

/* Which bodies */

static gboolean
has_parts (const StreekRecords *records,
           const StreekRecordKind *kind,
           guint field,
           const StreekRecord *body)
{
  guint n;

  streek_records_list_by (records, kind, field, streek_record_get_id (body), &n);

  return n > 0;
}

/* Of the body at all, in whatever theme: so that the same bodies are on the maps of all themes. */
static gboolean
is_spoken_of (const StreekRecords *records, const StreekRecord *body, StreekRoleMapSubject subject)
{
  if (subject == STREEK_ROLE_MAP_WEIGHT)
    return has_parts (records, &streek_theme_weight_kind, STREEK_THEME_WEIGHT_BODY, body);

  return has_parts (records, &streek_role_kind, STREEK_ROLE_BODY, body) ||
         streek_body_find_orientation (records, body, STREEK_DATE_NONE).word != NULL;
}

static gboolean
is_shown_kind (const StreekRecord *body, const char *kind)
{
  return streek_record_has (body, STREEK_BODY_AREA) &&
         g_strcmp0 (streek_record_get_text (body, STREEK_BODY_KIND), kind) == 0;
}

static guint
count_kind (const StreekRecords *records, const char *kind, StreekRoleMapSubject subject)
{
  guint n, n_found = 0;
  const StreekRecord *const *bodies = streek_records_list (records, &streek_body_kind, &n);

  for (guint i = 0; i < n; i++)
    n_found += is_shown_kind (bodies[i], kind) && is_spoken_of (records, bodies[i], subject);

  return n_found;
}

typedef struct
{
  const char *kind;
  guint n;
} KindCount;

static int
compare_counts (gconstpointer a, gconstpointer b)
{
  const KindCount *first = a, *second = b;

  if (first->n != second->n)
    return first->n > second->n ? -1 : 1;

  return strcmp (first->kind, second->kind);
}

static GArray *
count_kinds (const StreekRecords *records, gboolean (*wants) (StreekRoleMapSubject))
{
  GArray *counts = g_array_new (FALSE, FALSE, sizeof (KindCount));
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  guint n;
  const StreekRecord *const *bodies = streek_records_list (records, &streek_body_kind, &n);

  for (guint i = 0; i < n; i++)
    {
      const char *kind = streek_record_get_text (bodies[i], STREEK_BODY_KIND);
      KindCount count = { kind, 0 };

      if (kind == NULL || !streek_record_has (bodies[i], STREEK_BODY_AREA) ||
          !g_hash_table_add (seen, (gpointer) kind))
        continue;

      for (guint subject = 0; subject < STREEK_N_ROLE_MAP_SUBJECTS; subject++)
        if (wants (subject))
          count.n = MAX (count.n, count_kind (records, kind, subject));

      if (count.n > 0)
        g_array_append_val (counts, count);
    }

  g_array_sort (counts, compare_counts);

  return counts;
}

static gboolean
wants_any (StreekRoleMapSubject subject)
{
  return TRUE;
}

static gboolean
wants_roles (StreekRoleMapSubject subject)
{
  return subject != STREEK_ROLE_MAP_WEIGHT;
}

static gboolean
wants_weights (StreekRoleMapSubject subject)
{
  return subject == STREEK_ROLE_MAP_WEIGHT;
}

GPtrArray *
streek_role_map_list_kinds (const StreekRecordView *view)
{
  g_return_val_if_fail (view != NULL, NULL);

  g_autoptr (GArray) counts = count_kinds (streek_record_view_get_records (view), wants_any);
  GPtrArray *kinds = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < counts->len; i++)
    g_ptr_array_add (kinds, g_strdup (g_array_index (counts, KindCount, i).kind));

  return kinds;
}

static char *
choose_kind (const StreekRecords *records, const StreekRoleMapSpec *spec)
{
  if (spec->kind != NULL)
    return g_strdup (spec->kind);

  g_autoptr (GArray) counts =
    count_kinds (records, spec->subject == STREEK_ROLE_MAP_WEIGHT ? wants_weights : wants_roles);

  return counts->len > 0 ? g_strdup (g_array_index (counts, KindCount, 0).kind) : NULL;
}

/* Which day */

static guint
count_on (const GPtrArray *bodies, StreekDate on)
{
  guint n = 0;

  for (guint i = 0; i < bodies->len; i++)
    n += streek_body_exists_on (bodies->pdata[i], on);

  return n;
}

/* The latest day on which most of them were there: today, or the last day of one of them. */
static StreekDate
find_fullest_day (const GPtrArray *bodies, StreekDate today)
{
  StreekDate best = today;
  guint most = count_on (bodies, today);

  for (guint i = 0; i < bodies->len; i++)
    {
      StreekDate last = streek_record_get_day (bodies->pdata[i], STREEK_BODY_VALID_TO);
      guint n = last != STREEK_DATE_NONE ? count_on (bodies, last) : 0;

      if (n > most || (n == most && n > 0 && last > best && last <= today))
        {
          most = n;
          best = last;
        }
    }

  return best;
}

static StreekDate
find_pact_day (const StreekRecords *records, gint64 pact)
{
  const StreekRecord *record = streek_records_find (records, &streek_pact_kind, pact);

  return record != NULL && streek_record_has (record, STREEK_PACT_STARTS)
           ? streek_period_get_first_day (streek_record_get_period (record, STREEK_PACT_STARTS))
           : STREEK_DATE_NONE;
}

/* @asked: (out): the day of the pact where nothing can be shown of that; else NONE */
static StreekDate
choose_day (const StreekRecordView *view,
            const StreekRoleMapSpec *spec,
            const GPtrArray *spoken_of,
            StreekDate *asked)
{
  StreekDate pact = find_pact_day (streek_record_view_get_records (view), spec->pact);

  *asked = STREEK_DATE_NONE;
  if (spec->on != STREEK_DATE_NONE)
    return spec->on;
  if (pact != STREEK_DATE_NONE && count_on (spoken_of, pact) > 0)
    return pact;

  *asked = pact;

  return find_fullest_day (spoken_of, streek_record_view_get_today (view));
}

/* Gathering */

static guint
count_of_set (const GPtrArray *bodies, const char *set)
{
  g_autofree char *prefix = g_strconcat (set, ":", NULL);
  guint n = 0;

  for (guint i = 0; i < bodies->len; i++)
    n += g_str_has_prefix (streek_record_get_text (bodies->pdata[i], STREEK_BODY_AREA), prefix);

  return n;
}

/* (nullable): that of most of the bodies; areas of others may lie over them, so they are named */
static const char *
find_set (const StreekRoleMapMaking *self, const GPtrArray *bodies)
{
  const char *best = NULL;
  guint most = 0;

  for (guint i = 0; i < bodies->len; i++)
    {
      StreekDate used;
      const StreekArea *area = streek_areas_resolve_ref (
        self->areas, streek_record_get_text (bodies->pdata[i], STREEK_BODY_AREA), self->on, &used,
        NULL);
      guint n = area != NULL ? count_of_set (bodies, area->set->code) : 0;

      if (n > most)
        {
          most = n;
          best = area->set->code;
        }
    }

  return best;
}

static StreekRoleMapRow *
ensure_row (StreekRoleMapMaking *self, const StreekArea *area)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (((StreekRoleMapRow *) self->rows->pdata[i])->area == area)
      return self->rows->pdata[i];

  StreekRoleMapRow *row = g_new0 (StreekRoleMapRow, 1);

  row->area = area;
  row->said = g_ptr_array_new ();
  g_ptr_array_add (self->rows, row);

  return row;
}

/* FALSE where it cannot be on this map. */
static gboolean
place_body (StreekRoleMapMaking *self, const char *set, const StreekRecord *body)
{
  StreekDate used;
  const StreekArea *area = streek_areas_resolve_ref (
    self->areas, streek_record_get_text (body, STREEK_BODY_AREA), self->on, &used, NULL);

  if (area == NULL || strcmp (area->set->code, set) != 0)
    return FALSE;

  StreekRoleMapSaid *said = streek_role_map_said_new (self, body);

  if (used != self->on)
    g_ptr_array_add (self->moved, (gpointer) body);

  g_ptr_array_add (self->said, said);
  g_ptr_array_add (ensure_row (self, area)->said, said);

  return TRUE;
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  const StreekRoleMapRow *first = *(StreekRoleMapRow *const *) a;
  const StreekRoleMapRow *second = *(StreekRoleMapRow *const *) b;
  int order = g_utf8_collate (first->area->name, second->area->name);

  return order != 0 ? order : strcmp (first->area->code, second->area->code);
}

static gboolean
gather (StreekRoleMapMaking *self, GError **error)
{
  g_autoptr (GPtrArray) bodies = g_ptr_array_new ();
  g_autoptr (GPtrArray) spoken_of = g_ptr_array_new ();
  guint n;
  const StreekRecord *const *all = streek_records_list (self->records, &streek_body_kind, &n);

  for (guint i = 0; i < n; i++)
    if (self->kind != NULL && is_shown_kind (all[i], self->kind))
      {
        g_ptr_array_add (bodies, (gpointer) all[i]);
        if (is_spoken_of (self->records, all[i], self->spec->subject))
          g_ptr_array_add (spoken_of, (gpointer) all[i]);
      }

  self->on = choose_day (self->view, self->spec, spoken_of, &self->asked);

  const char *set = find_set (self, bodies);

  for (guint i = 0; set != NULL && i < bodies->len; i++)
    if (streek_body_exists_on (bodies->pdata[i], self->on))
      {
        if (!place_body (self, set, bodies->pdata[i]))
          g_ptr_array_add (self->off_map, bodies->pdata[i]);
      }
    else if (g_ptr_array_find (spoken_of, bodies->pdata[i], NULL))
      g_ptr_array_add (self->gone, bodies->pdata[i]);

  g_ptr_array_sort (self->rows, compare_rows);

  if (self->rows->len > 0)
    return TRUE;

  g_set_error_literal (error, STREEK_FIGURE_ERROR, STREEK_FIGURE_ERROR_NO_DATA,
                       spoken_of->len == 0
                         ? _ ("No body with an area says anything of this.")
                         : _ ("None of the bodies that say something of this had an area on that "
                              "day."));

  return FALSE;
}

static void
making_clear (StreekRoleMapMaking *self)
{
  g_clear_pointer (&self->said, g_ptr_array_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->gone, g_ptr_array_unref);
  g_clear_pointer (&self->off_map, g_ptr_array_unref);
  g_clear_pointer (&self->moved, g_ptr_array_unref);
  g_clear_pointer (&self->kind, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (StreekRoleMapMaking, making_clear)

/**
 * streek_role_map_new:
 *
 * Roles of a theme are those said of it; where nothing is, those in general hold, hatched over and
 * counted in a note. "Not described" is what somebody found who looked; a body of which nothing is
 * recorded looks otherwise, and so does "no core task". Areas without a body of that kind are
 * surroundings.
 */
StreekRoleMap *
streek_role_map_new (const StreekRecordView *view,
                     StreekAreas *areas,
                     const StreekRoleMapSpec *spec,
                     GError **error)
{
  g_return_val_if_fail (view != NULL && areas != NULL && spec != NULL, NULL);

  if (spec->subject == STREEK_ROLE_MAP_WEIGHT && spec->theme == 0)
    {
      g_set_error_literal (error, STREEK_FIGURE_ERROR, STREEK_FIGURE_ERROR_INVALID,
                           _ ("A weight is that of a theme: choose one."));
      return NULL;
    }

  StreekRecords *records = streek_record_view_get_records (view);
  g_auto (StreekRoleMapMaking) making = {
    .view = view,
    .records = records,
    .areas = areas,
    .spec = spec,
    .kind = choose_kind (records, spec),
    .said = g_ptr_array_new_with_free_func (streek_role_map_said_free),
    .rows = g_ptr_array_new_with_free_func (streek_role_map_row_free),
    .gone = g_ptr_array_new (),
    .off_map = g_ptr_array_new (),
    .moved = g_ptr_array_new (),
  };

  if (!gather (&making, error))
    return NULL;

  StreekFigure *figure = streek_role_map_make_figure (&making, error);

  if (figure == NULL)
    return NULL;

  StreekRoleMap *map = g_new0 (StreekRoleMap, 1);

  map->figure = figure;
  map->table = streek_role_map_make_table (&making);
  map->kind = g_steal_pointer (&making.kind);
  map->on = making.on;

  return map;
}

StreekRoleMap *
streek_workspace_make_role_map (StreekWorkspace *workspace,
                                const StreekRoleMapSpec *spec,
                                GError **error)
{
  g_return_val_if_fail (STREEK_IS_WORKSPACE (workspace) && spec != NULL, NULL);

  g_autoptr (StreekRecordView) view = streek_workspace_dup_record_view (workspace, error);
  g_autoptr (StreekAreas) areas =
    view != NULL ? streek_workspace_dup_areas (workspace, error) : NULL;

  return areas != NULL ? streek_role_map_new (view, areas, spec, error) : NULL;
}

/* A list of one page beside a map has no number of its own. */
static GPtrArray *
lay_out_list (const StreekRoleMap *map,
              StreekSheet *sheet,
              const StreekFormat *format,
              GError **error)
{
  static const char *const columns[] = { "body", "area", "words", "quote", "source", NULL };
  g_autoptr (GPtrArray) list =
    streek_table_sheets_layout (map->table, columns, format, sheet, error);

  if (list == NULL || list->len > 1)
    return g_steal_pointer (&list);

  sheet->is_single = TRUE;

  return streek_table_sheets_layout (map->table, columns, format, sheet, error);
}

GPtrArray *
streek_role_map_layout_pages (const StreekRoleMap *map,
                              const StreekLayoutOptions *options,
                              GError **error)
{
  g_return_val_if_fail (map != NULL && options != NULL, NULL);

  g_autoptr (GPtrArray) pages =
    g_ptr_array_new_with_free_func ((GDestroyNotify) streek_scene_unref);
  StreekScene *first = streek_figure_layout (map->figure, options, error);
  StreekSheet sheet = {
    .size = options->size,
    .language = options->language,
    .title = streek_figure_get_title (map->figure),
    .description = streek_figure_get_description (map->figure),
    .context = streek_figure_get_context (map->figure),
    .notes = streek_figure_get_notes (map->figure),
    .source = streek_figure_get_source (map->figure),
    .organisation = options->organisation,
    .footer = options->footer,
    .has_logo = options->logo_path != NULL,
  };

  if (first == NULL)
    return NULL;

  g_ptr_array_add (pages, first);

  GPtrArray *list = lay_out_list (map, &sheet, options->format, error);

  if (list == NULL)
    return NULL;

  g_ptr_array_extend_and_steal (pages, list);

  return g_steal_pointer (&pages);
}
