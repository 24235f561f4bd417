/* streek-project-map.c: projects on a map: which municipalities take part, and in how many */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "workspace/streek-project-map.h"

#include "actor/streek-organisation.h"
#include "figure/streek-palette.h"
#include "project/streek-participation.h"
#include "project/streek-project.h"
#include "workspace/streek-figures-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Of one project, the weightiest last. */
enum
{
  SEAT_OF_PARTNER,
  SEAT_OF_LEAD,
  TAKES_PART,
  N_PARTS,
};

/* How many projects: the least of each class but the first. */
static const guint steps[] = { 2, 3, 4, 6, 11 };

typedef struct
{
  const StreekRecordView *view;
  StreekParticipation *participation;
  const StreekRecord *single; /* (nullable): where there is one project */
  GPtrArray *rows;            /* StreekArea: municipalities */
  StreekTable *table;
  GPtrArray *words;      /* (element-type utf8): of each row */
  GArray *classes;       /* guint, of each row */
  GPtrArray *notes;      /* (element-type utf8) */
  GPtrArray *categories; /* (element-type utf8), ends with NULL */
} Draft;

static void
draft_clear (Draft *draft)
{
  g_clear_pointer (&draft->participation, streek_participation_free);
  g_clear_pointer (&draft->rows, g_ptr_array_unref);
  g_clear_pointer (&draft->table, streek_table_unref);
  g_clear_pointer (&draft->words, g_ptr_array_unref);
  g_clear_pointer (&draft->classes, g_array_unref);
  g_clear_pointer (&draft->notes, g_ptr_array_unref);
  g_clear_pointer (&draft->categories, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Draft, draft_clear)

static void
add_row (Draft *draft, const StreekArea *area, guint class, char *words)
{
  g_ptr_array_add (draft->rows, (gpointer) area);
  g_array_append_val (draft->classes, class);
  g_ptr_array_add (draft->words, words);
}

/* Classes of counts */

static guint
find_step (guint n_projects)
{
  guint class = 0;

  while (class < G_N_ELEMENTS (steps) && n_projects >= steps[class])
    class ++;

  return class;
}

static char *
dup_step (guint class)
{
  guint first = class > 0 ? steps[class - 1] : 1;
  guint last = class < G_N_ELEMENTS (steps) ? steps[class] - 1 : 0;

  if (last == 0)
    /* Translators: a class of the legend: so many projects, or more. */
    return g_strdup_printf (_ ("%u projects or more"), first);
  if (first == last)
    return g_strdup_printf (ngettext ("%u project", "%u projects", first), first);

  return g_strdup_printf (_ ("%1$u to %2$u projects"), first, last);
}

static char *
dup_project_names (const GPtrArray *projects)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < projects->len; i++)
    {
      const char *acronym = streek_record_get_text (projects->pdata[i], STREEK_PROJECT_ACRONYM);

      g_string_append_printf (text, "%s%s", i > 0 ? "; " : "",
                              acronym != NULL
                                ? acronym
                                : streek_record_get_text (projects->pdata[i], STREEK_PROJECT_NAME));
    }

  return g_string_free (text, FALSE);
}

static void
add_counts (Draft *draft)
{
  guint most = 0;

  for (guint i = 0; i < draft->participation->participants->len; i++)
    {
      const StreekParticipant *one =
        &g_array_index (draft->participation->participants, StreekParticipant, i);
      guint class = find_step (one->projects->len);

      most = MAX (most, class);
      add_row (draft, one->municipality, class, dup_project_names (one->projects));
    }

  for (guint class = 0; class <= MAX (most, 1); class ++)
    g_ptr_array_add (draft->categories, dup_step (class));
}

/* One project */

static int
find_row (const Draft *draft, const StreekArea *area)
{
  for (guint i = 0; i < draft->rows->len; i++)
    if (streek_area_overlaps (draft->rows->pdata[i], area))
      return (int) i;

  return -1;
}

/* "Lead: ERSV West-Vlaanderen" */
static void
add_words (Draft *draft, guint row, const char *sentence)
{
  char *before = draft->words->pdata[row];

  draft->words->pdata[row] =
    *before != '\0' ? g_strdup_printf ("%s; %s", before, sentence) : g_strdup (sentence);
  g_free (before);
}

/* An organisation without a seat is on no map, and is said in the list of partners all the same. */
static void
add_seat (Draft *draft, const StreekRecord *organisation, const char *role, guint class)
{
  const char *ref = organisation != NULL
                      ? streek_record_get_text (organisation, STREEK_ORGANISATION_MUNICIPALITY)
                      : NULL;
  StreekDate used;
  const StreekArea *area = ref != NULL
                             ? streek_areas_resolve_ref (streek_record_view_get_areas (draft->view),
                                                         ref, draft->participation->on, &used, NULL)
                             : NULL;

  if (area == NULL || strcmp (area->set->code, STREEK_MUNICIPALITIES) != 0 ||
      used != draft->participation->on)
    return;

  g_autofree char *sentence = g_strdup_printf (
    "%s: %s", role, streek_record_get_text (organisation, STREEK_ORGANISATION_NAME));
  int row = find_row (draft, area);

  if (row < 0)
    {
      add_row (draft, area, class, g_strdup (sentence));
      return;
    }

  guint *found = &g_array_index (draft->classes, guint, row);

  *found = MAX (*found, class);
  add_words (draft, (guint) row, sentence);
}

static void
add_seats (Draft *draft)
{
  const StreekRecords *records = streek_record_view_get_records (draft->view);
  guint n;
  const StreekRecord *const *partners =
    streek_records_list_by (records, &streek_project_partner_kind, STREEK_PROJECT_PARTNER_PROJECT,
                            streek_record_get_id (draft->single), &n);

  add_seat (draft, streek_record_follow (draft->single, STREEK_PROJECT_LEAD, records),
            C_ ("matrix", "Lead"), SEAT_OF_LEAD);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *role =
        streek_record_view_dup_text (draft->view, partners[i], STREEK_PROJECT_PARTNER_ROLE);

      add_seat (draft,
                streek_record_follow (partners[i], STREEK_PROJECT_PARTNER_ORGANISATION, records),
                role, SEAT_OF_PARTNER);
    }
}

static void
add_parts (Draft *draft)
{
  for (guint i = 0; i < draft->participation->participants->len; i++)
    {
      const StreekParticipant *one =
        &g_array_index (draft->participation->participants, StreekParticipant, i);

      add_row (draft, one->municipality, TAKES_PART, g_strdup (""));
    }

  add_seats (draft);
  g_ptr_array_add (draft->categories, g_strdup (_ ("Seat of a partner")));
  g_ptr_array_add (draft->categories, g_strdup (_ ("Seat of the lead")));
  g_ptr_array_add (draft->categories, g_strdup (_ ("Takes part")));
}

/* The figure */

static void
fill_table (Draft *draft)
{
  StreekTable *table = streek_table_new ();
  guint value;

  draft->table = table;
  streek_table_add_column (table, "code", _ ("Code"), STREEK_COLUMN_TEXT, NULL, 0);
  streek_table_add_column (table, "name", _ ("Municipality"), STREEK_COLUMN_TEXT, NULL, 0);
  value = streek_table_add_column (table, "value", _ ("Class"), STREEK_COLUMN_NUMBER, NULL, 0);
  streek_table_add_column (table, "class", _ ("Class"), STREEK_COLUMN_TEXT, NULL, 0);
  streek_table_add_column (table, "projects", _ ("Projects"), STREEK_COLUMN_INTEGER, NULL, 0);
  streek_table_add_column (table, "words", draft->single != NULL ? _ ("Who") : _ ("Projects"),
                           STREEK_COLUMN_TEXT, NULL, 0);
  streek_table_add_rows (table, draft->rows->len);

  for (guint i = 0; i < draft->rows->len; i++)
    {
      const StreekArea *area = draft->rows->pdata[i];
      guint class = g_array_index (draft->classes, guint, i);
      gboolean takes_part = i < draft->participation->participants->len;
      const StreekParticipant *one =
        takes_part ? &g_array_index (draft->participation->participants, StreekParticipant, i)
                   : NULL;

      streek_table_set_text (table, i, 0, area->code);
      streek_table_set_text (table, i, 1, area->name);
      streek_table_set_number (table, i, value, class, STREEK_STATUS_FINAL);
      streek_table_set_text (table, i, 3, draft->categories->pdata[class]);
      streek_table_set_integer (table, i, 4, one != NULL ? one->projects->len : 0);
      streek_table_set_text (table, i, 5, draft->words->pdata[i]);
    }
}

static StreekFigureSpec *
make_spec (gboolean grey)
{
  StreekFigureSpec *spec = streek_figure_spec_new ();

  spec->kind = STREEK_FIGURE_CHOROPLETH;
  spec->kind_is_automatic = FALSE;
  g_free (spec->set);
  spec->set = g_strdup (STREEK_MUNICIPALITIES);
  g_free (spec->palette);
  spec->palette =
    g_strdup (streek_palette_get_name (streek_palette_get_default (STREEK_PALETTE_SEQUENTIAL)));
  /* a map of classes names what it is of; nobody looks this up */
  spec->indicator = g_strdup (streek_project_kind.id);
  spec->grey = grey;
  spec->show_names = TRUE;

  return spec;
}

static char *
dup_title (const Draft *draft)
{
  if (draft->single == NULL)
    return g_strdup (_ ("Projects by municipality"));

  g_autofree char *name =
    streek_record_dup_title (draft->single, streek_record_view_get_records (draft->view));

  /* Translators: %s is a project. */
  return g_strdup_printf (_ ("Where %s takes place"), name);
}

static char *
dup_context (const Draft *draft)
{
  g_autofree char *day =
    streek_format_date (streek_record_view_get_format (draft->view), draft->participation->on);
  guint n = draft->participation->n_placed;

  if (draft->single != NULL)
    /* Translators: %s is a day. */
    return g_strdup_printf (_ ("Municipalities of %s"), day);

  /* Translators: %1$u is how many projects, %2$s a day. */
  return g_strdup_printf (
    ngettext ("%1$u project · municipalities of %2$s", "%1$u projects · municipalities of %2$s", n),
    n, day);
}

static char *
dup_source (const StreekAreas *areas, const char *mesh)
{
  GString *text = g_string_new (streek_areas_get_attribution (areas, mesh));

  g_string_replace (text, "\n", " ", 0);

  return g_string_free (text, FALSE);
}

static StreekFigure *
build (Draft *draft, StreekAreas *areas, gboolean grey, GError **error)
{
  const StreekAreaSet *set = ((const StreekArea *) draft->rows->pdata[0])->set;
  StreekMesh *mesh = streek_areas_get_mesh (areas, set->mesh), *context_mesh;
  guint n_units = streek_mesh_get_n_units (mesh);
  g_autofree gint32 *row_of = streek_figures_group_units (draft->rows, n_units);
  g_autofree gint32 *context_of = streek_figures_group_context (
    areas, set, draft->participation->on, row_of, n_units, FALSE, &context_mesh);
  g_autofree char *title = dup_title (draft), *context = dup_context (draft);
  g_autofree char *source = dup_source (areas, set->mesh);
  g_autoptr (StreekFigureSpec) spec = make_spec (grey);
  const StreekFigureData data = {
    .mesh = mesh,
    .n_rows = draft->rows->len,
    .row_of = row_of,
    .context_of = context_of,
    .context_mesh = context_mesh,
    .table = draft->table,
    .categories = (const char *const *) draft->categories->pdata,
    .title = title,
    .context = context,
    .source = source,
    .notes = (const char *const *) draft->notes->pdata,
    .set_name = set->name,
  };

  return streek_figure_new (spec, &data, error);
}

/* Why there is no municipality to draw, and what to do about it. */
static void
set_empty_error (const StreekParticipation *participation, guint n, GError **error)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < participation->left_out->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "",
                            (const char *) participation->left_out->pdata[i]);

  if (n == 0)
    g_set_error_literal (error, STREEK_FIGURE_ERROR, STREEK_FIGURE_ERROR_NO_DATA,
                         _ ("There are no projects yet. Make one, and add the areas in which it "
                            "takes place."));
  else if (names->len > 0)
    g_set_error (error, STREEK_FIGURE_ERROR, STREEK_FIGURE_ERROR_NO_DATA,
                 /* Translators: %s are areas. */
                 _ ("It is not known which municipalities lie in %s. Add areas of which it is."),
                 names->str);
  else
    g_set_error_literal (
      error, STREEK_FIGURE_ERROR, STREEK_FIGURE_ERROR_NO_DATA,
      n == 1
        ? _ ("No area of this project is entered. Add the areas in which it takes place.")
        : _ ("No area of these projects is entered. Open one of them, and add the areas in which "
             "it takes place."));
}

/**
 * streek_project_map_new:
 * @grey: without colour
 * @error: return location for %STREEK_FIGURE_ERROR_NO_DATA or a #StreekAreaError
 *
 * The municipalities are those of the day on which a project began, where there is one and it says
 * so; else the newest.
 *
 * Returns: (transfer full): a map of categories
 */
StreekFigure *
streek_project_map_new (StreekWorkspace *workspace,
                        const StreekRecordView *view,
                        const gint64 *projects,
                        guint n,
                        gboolean grey,
                        GError **error)
{
  g_return_val_if_fail (STREEK_IS_WORKSPACE (workspace) && view != NULL, NULL);
  g_return_val_if_fail (projects != NULL || n == 0, NULL);

  g_auto (Draft) draft = { .view = view };
  StreekDate on = STREEK_DATE_NONE;

  if (n == 1)
    draft.single = streek_records_find (streek_record_view_get_records (view), &streek_project_kind,
                                        projects[0]);
  if (draft.single != NULL)
    on = streek_record_get_first_day (draft.single, STREEK_PROJECT_STARTS);

  draft.participation = streek_participation_new (view, projects, n, on, error);

  if (draft.participation == NULL)
    return NULL;

  if (draft.participation->participants->len == 0)
    {
      set_empty_error (draft.participation, n, error);
      return NULL;
    }

  draft.rows = g_ptr_array_new ();
  draft.words = g_ptr_array_new_with_free_func (g_free);
  draft.classes = g_array_new (FALSE, FALSE, sizeof (guint));
  draft.categories = g_ptr_array_new_with_free_func (g_free);
  draft.notes = streek_participation_list_notes (draft.participation);
  g_ptr_array_add (draft.notes, NULL);

  if (draft.single != NULL)
    add_parts (&draft);
  else
    add_counts (&draft);

  g_ptr_array_add (draft.categories, NULL);
  fill_table (&draft);

  /* those of the records are without borders */
  g_autoptr (StreekAreas) areas = streek_workspace_dup_areas (workspace, error);

  return areas != NULL ? build (&draft, areas, grey, error) : NULL;
}
