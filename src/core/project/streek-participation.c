/* streek-participation.c: which municipalities take part in which projects */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "project/streek-participation.h"

#include "project/streek-project.h"

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

static void
reach_area (Work *work, const StreekArea *area, guint project)
{
  for (guint i = 0; i < area->units.n; i++)
    {
      guint32 unit = area->units.ids[i];

      /* an area may have units that lie in no municipality of that day */
      if (unit >= work->n_units || work->reached_by[unit] == project ||
          work->municipality_of[unit] < 0)
        continue;

      work->reached_by[unit] = project;
      work->n_reached[work->municipality_of[unit]]++;
    }
}

static void
reach_areas (Work *work, const GPtrArray *links, guint project)
{
  StreekAreas *areas = streek_record_view_get_areas (work->view);

  for (guint i = 0; i < links->len; i++)
    {
      const StreekRecord *link = links->pdata[i];
      const char *ref = streek_record_get_text (link, STREEK_PROJECT_AREA_AREA);
      StreekDate used;
      const StreekArea *area =
        ref != NULL ? streek_areas_resolve_ref (areas, ref, work->result->on, &used, NULL) : NULL;
      gboolean is_known = area != NULL && strcmp (area->set->mesh, work->mesh) == 0;

      if (is_known)
        reach_area (work, area, project);
      else if (ref != NULL)
        add_once (work->result->left_out, streek_record_view_dup_area_name (work->view, ref));

      if (is_known && streek_record_get_flag (link, STREEK_PROJECT_AREA_SURROUNDINGS))
        add_once (work->result->surroundings, g_strdup (area->name));
    }
}

static void
add_project (Work *work, StreekParticipant *all, const StreekRecord *record, guint project)
{
  g_autoptr (GPtrArray) links = g_ptr_array_new ();
  guint n, n_municipalities = 0;
  const StreekRecord *const *found =
    streek_records_list_by (streek_record_view_get_records (work->view), &streek_project_area_kind,
                            STREEK_PROJECT_AREA_PROJECT, streek_record_get_id (record), &n);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (links, (gpointer) found[i]);

  memset (work->n_reached, 0, work->municipalities->len * sizeof *work->n_reached);
  reach_areas (work, links, project);

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

/**
 * streek_participation_new:
 * @error: return location for a #StreekAreaError
 *
 * A project counts once in every municipality that one of its areas reaches. Areas are those of
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
                       self->n_counts, self->n_projects - self->n_without_area));

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
