/* streek-participation.c: which municipalities take part in which projects */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "project/streek-participation.h"

#include "project/streek-project.h"
#include "project/streek-strand.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MUNICIPALITIES "gemeente"

/* While it is made: municipalities by unit, and what the project at hand has reached. */
typedef struct
{
  const StreekRecordView *view;
  StreekParticipation *result;
  GPtrArray *municipalities; /* StreekArea */
  const char *mesh;
  guint n_units;
  gint32 *municipality_of; /* (array length=n_units): -1: none */
  guint *reached_by;       /* (array length=n_units): the last project, from 1 */
  guint *n_reached; /* (array length of municipalities): units that the project at hand has */
} Work;

static void
clear_participant (gpointer data)
{
  g_ptr_array_unref (((StreekParticipant *) data)->projects);
}

static void
add_once (GPtrArray *names, char *name)
{
  if (g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL))
    g_free (name);
  else
    g_ptr_array_add (names, name);
}

/* Whether the project reaches something by it that it did not yet. */
static gboolean
reach_area (Work *work, const StreekArea *area, guint project)
{
  gboolean reaches = FALSE;

  for (guint i = 0; i < area->units.n; i++)
    {
      guint32 unit = area->units.ids[i];

      /* an area may have units that lie in no municipality of that day */
      if (unit >= work->n_units || work->reached_by[unit] == project ||
          work->municipality_of[unit] < 0)
        continue;

      work->reached_by[unit] = project;
      work->n_reached[work->municipality_of[unit]]++;
      reaches = TRUE;
    }

  return reaches;
}

/* Which fields say where: of a project, and of a strand. */
typedef struct
{
  const StreekRecordKind *kind;
  guint owner, area, surroundings;
} Ties;

static const Ties of_project = { &streek_project_area_kind, STREEK_PROJECT_AREA_PROJECT,
                                 STREEK_PROJECT_AREA_AREA, STREEK_PROJECT_AREA_SURROUNDINGS };
static const Ties of_strand = { &streek_strand_area_kind, STREEK_STRAND_AREA_STRAND,
                                STREEK_STRAND_AREA_AREA, STREEK_STRAND_AREA_SURROUNDINGS };

/* @added: (nullable): takes the names of areas by which it reaches more than it did. Returns: how
 * many areas are entered */
static guint
reach_areas (Work *work, const Ties *ties, gint64 owner, guint project, GPtrArray *added)
{
  StreekAreas *areas = streek_record_view_get_areas (work->view);
  guint n;
  const StreekRecord *const *links = streek_records_list_by (
    streek_record_view_get_records (work->view), ties->kind, ties->owner, owner, &n);

  for (guint i = 0; i < n; i++)
    {
      const char *ref = streek_record_get_text (links[i], ties->area);
      StreekDate used;
      const StreekArea *area =
        ref != NULL ? streek_areas_resolve_ref (areas, ref, work->result->on, &used, NULL) : NULL;
      gboolean is_known = area != NULL && strcmp (area->set->mesh, work->mesh) == 0;

      if (is_known && reach_area (work, area, project) && added != NULL)
        add_once (added, g_strdup (area->name));
      if (!is_known && ref != NULL)
        add_once (work->result->left_out, streek_record_view_dup_area_name (work->view, ref));
      if (is_known && streek_record_get_flag (links[i], ties->surroundings))
        add_once (work->result->surroundings, g_strdup (area->name));
    }

  return n;
}

/* What a strand adds to areas that are entered of the project is said. */
static guint
reach_by_strands (Work *work, const StreekRecord *record, guint project, gboolean is_said)
{
  guint n_strands, n = 0;
  const StreekRecord *const *strands =
    streek_records_list_by (streek_record_view_get_records (work->view), &streek_strand_kind,
                            STREEK_STRAND_PROJECT, streek_record_get_id (record), &n_strands);

  for (guint i = 0; i < n_strands; i++)
    n += reach_areas (work, &of_strand, streek_record_get_id (strands[i]), project,
                      is_said ? work->result->by_strand : NULL);

  return n;
}

static void
add_project (Work *work, StreekParticipant *all, const StreekRecord *record, guint project)
{
  guint n_municipalities = 0;

  memset (work->n_reached, 0, work->municipalities->len * sizeof *work->n_reached);

  guint n = reach_areas (work, &of_project, streek_record_get_id (record), project, NULL);

  n += reach_by_strands (work, record, project, n > 0);

  for (guint i = 0; i < work->municipalities->len; i++)
    {
      if (work->n_reached[i] == 0)
        continue;

      n_municipalities++;
      g_ptr_array_add (all[i].projects, (gpointer) record);
      all[i].is_partial |= work->n_reached[i] < all[i].municipality->units.n;
    }

  work->result->n_projects++;
  work->result->n_without_area += n == 0;
  work->result->n_placed += n_municipalities > 0;
  work->result->n_in_several += n_municipalities > 1;
  work->result->n_counts += n_municipalities;
}

static void
fill (Work *work, const gint64 *projects, guint n)
{
  const StreekRecords *records = streek_record_view_get_records (work->view);
  g_autofree StreekParticipant *all =
    g_new0 (StreekParticipant, MAX (work->municipalities->len, 1));

  for (guint i = 0; i < work->municipalities->len; i++)
    all[i] = (StreekParticipant){ work->municipalities->pdata[i], g_ptr_array_new (), FALSE };

  for (guint i = 0; i < n; i++)
    {
      const StreekRecord *record = streek_records_find (records, &streek_project_kind, projects[i]);

      if (record != NULL)
        add_project (work, all, record, i + 1);
    }

  for (guint i = 0; i < work->municipalities->len; i++)
    {
      if (all[i].projects->len > 0)
        g_array_append_val (work->result->participants, all[i]);
      else
        g_ptr_array_unref (all[i].projects);
    }
}

/* Whether each unit of an area lies in one of the others. */
static gboolean
is_covered (const StreekArea *area, const GPtrArray *others)
{
  for (guint i = 0; i < area->units.n; i++)
    {
      gboolean is_found = FALSE;

      for (guint j = 0; j < others->len && !is_found; j++)
        {
          const StreekArea *other = others->pdata[j];

          is_found = strcmp (other->set->mesh, area->set->mesh) == 0 &&
                     streek_units_contains (other->units, area->units.ids[i]);
        }

      if (!is_found)
        return FALSE;
    }

  return TRUE;
}

/* (nullable): what @ref names on a day */
static const StreekArea *
find_area (StreekAreas *areas, const char *ref, StreekDate on)
{
  return ref != NULL ? streek_areas_resolve_ref (areas, ref, on, NULL, NULL) : NULL;
}

gboolean
streek_strand_area_is_beyond (const StreekRecords *records,
                              StreekAreas *areas,
                              const StreekRecord *strand_area)
{
  g_return_val_if_fail (records != NULL && areas != NULL && strand_area != NULL, FALSE);

  const StreekRecord *strand =
    streek_record_follow (strand_area, STREEK_STRAND_AREA_STRAND, records);
  const StreekRecord *project =
    strand != NULL ? streek_record_follow (strand, STREEK_STRAND_PROJECT, records) : NULL;
  StreekDate starts = project != NULL ? streek_record_get_first_day (project, STREEK_PROJECT_STARTS)
                                      : STREEK_DATE_NONE;
  StreekDate on = starts != STREEK_DATE_NONE ? starts : streek_areas_get_newest_date (areas);
  const StreekArea *area =
    find_area (areas, streek_record_get_text (strand_area, STREEK_STRAND_AREA_AREA), on);
  g_autoptr (GPtrArray) own = g_ptr_array_new ();
  guint n = 0;
  const StreekRecord *const *links =
    project != NULL
      ? streek_records_list_by (records, &streek_project_area_kind, STREEK_PROJECT_AREA_PROJECT,
                                streek_record_get_id (project), &n)
      : NULL;

  for (guint i = 0; i < n; i++)
    {
      const StreekArea *of_all =
        find_area (areas, streek_record_get_text (links[i], STREEK_PROJECT_AREA_AREA), on);

      if (of_all != NULL)
        g_ptr_array_add (own, (gpointer) of_all);
    }

  return own->len > 0 && area != NULL && !is_covered (area, own);
}

/**
 * streek_participation_new:
 * @error: return location for a #StreekAreaError
 *
 * A project counts once in every municipality that one of its areas reaches, or one of a strand of
 * it: what a strand does somewhere the project does. Areas are those of
 * @on, or nearest to it.
 *
 * Returns: (transfer full): what takes part where
 */
StreekParticipation *
streek_participation_new (
  const StreekRecordView *view, const gint64 *projects, guint n, StreekDate on, GError **error)
{
  g_return_val_if_fail (view != NULL && (projects != NULL || n == 0), NULL);

  StreekAreas *areas = streek_record_view_get_areas (view);
  StreekDate asked = on != STREEK_DATE_NONE ? on : streek_areas_get_newest_date (areas), used;
  g_autoptr (GPtrArray) municipalities =
    streek_areas_list (areas, MUNICIPALITIES, asked, &used, error);

  if (municipalities == NULL)
    return NULL;

  StreekParticipation *self = g_new0 (StreekParticipation, 1);

  self->on = used;
  self->participants = g_array_new (FALSE, FALSE, sizeof (StreekParticipant));
  g_array_set_clear_func (self->participants, clear_participant);
  self->by_strand = g_ptr_array_new_with_free_func (g_free);
  self->surroundings = g_ptr_array_new_with_free_func (g_free);
  self->left_out = g_ptr_array_new_with_free_func (g_free);

  if (municipalities->len == 0)
    return self;

  const StreekArea *first = municipalities->pdata[0];
  guint n_units = 0;

  for (guint i = 0; i < municipalities->len; i++)
    {
      const StreekArea *area = municipalities->pdata[i];

      if (area->units.n > 0)
        n_units = MAX (n_units, area->units.ids[area->units.n - 1] + 1);
    }

  g_autofree gint32 *municipality_of = g_new (gint32, MAX (n_units, 1));
  g_autofree guint *reached_by = g_new0 (guint, MAX (n_units, 1));
  g_autofree guint *n_reached = g_new0 (guint, municipalities->len);
  Work work = { view,       self,     municipalities, first->set->mesh, n_units, municipality_of,
                reached_by, n_reached };

  memset (municipality_of, 0xff, n_units * sizeof *municipality_of);

  for (guint i = 0; i < municipalities->len; i++)
    {
      const StreekArea *area = municipalities->pdata[i];

      for (guint u = 0; u < area->units.n; u++)
        municipality_of[area->units.ids[u]] = (gint32) i;
    }

  fill (&work, projects, n);

  return self;
}

void
streek_participation_free (StreekParticipation *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->participants);
  g_ptr_array_unref (self->by_strand);
  g_ptr_array_unref (self->surroundings);
  g_ptr_array_unref (self->left_out);
  g_free (self);
}

static char *
join (const GPtrArray *names)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < names->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", (const char *) names->pdata[i]);

  return g_string_free (text, FALSE);
}

static char *
dup_partial (const StreekParticipation *self)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < self->participants->len; i++)
    {
      const StreekParticipant *one = &g_array_index (self->participants, StreekParticipant, i);

      if (one->is_partial)
        g_ptr_array_add (names, (gpointer) one->municipality->name);
    }

  return names->len > 0 ? join (names) : NULL;
}

GPtrArray *
streek_participation_list_notes (const StreekParticipation *self)
{
  GPtrArray *notes = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *partial = dup_partial (self);

  if (self->n_projects > 1 && self->n_in_several > 0)
    g_ptr_array_add (notes,
                     g_strdup_printf (
                       /* Translators: %1$u is a sum of counts, larger than %2$u projects. */
                       _ ("A project counts in every municipality that takes part: the counts add "
                          "up to %1$u, of %2$u projects."),
                       self->n_counts, self->n_placed));

  if (self->n_projects > 1 && self->n_without_area > 0)
    g_ptr_array_add (
      notes, g_strdup_printf (ngettext ("Of %u project no area is entered; it is left out.",
                                        "Of %u projects no area is entered; they are left out.",
                                        self->n_without_area),
                              self->n_without_area));

  if (partial != NULL)
    g_ptr_array_add (notes, g_strdup_printf (
                              /* Translators: %s are municipalities. */
                              _ ("Only a part takes part of: %s. They are shown whole."), partial));

  if (self->by_strand->len > 0)
    {
      g_autofree char *names = join (self->by_strand);

      g_ptr_array_add (notes, g_strdup_printf (
                                /* Translators: %s are areas. */
                                _ ("Only a strand takes place there, which counts for the whole "
                                   "project: %s."),
                                names));
    }

  if (self->surroundings->len > 0)
    {
      g_autofree char *names = join (self->surroundings);

      g_ptr_array_add (
        notes, g_strdup_printf (
                 /* Translators: %s are areas. */
                 _ ("With its surroundings, which have no border and are not shown: %s."), names));
    }

  if (self->left_out->len > 0)
    {
      g_autofree char *names = join (self->left_out);

      g_ptr_array_add (
        notes,
        g_strdup_printf (
          /* Translators: %s are areas. */
          _ ("Left out, because it is not known which municipalities lie there: %s."), names));
    }

  return notes;
}
