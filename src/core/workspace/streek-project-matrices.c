/* streek-project-matrices.c: organisations and projects as a matrix */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "workspace/streek-project-matrices.h"

#include "actor/streek-organisation.h"
#include "project/streek-project.h"
#include "record/streek-record-order.h"
#include "workspace/streek-matrix-draft.h"

#include <glib/gi18n-lib.h>

/* What an organisation is to a project: lead, and the roles of its partnerships. */
static char *
list_roles (const StreekRecordView *view, const StreekRecord *project, gint64 organisation)
{
  StreekRecords *records = streek_record_view_get_records (view);
  GString *roles = g_string_new (NULL);
  guint n;
  const StreekRecord *const *partners =
    streek_records_list_by (records, &streek_project_partner_kind, STREEK_PROJECT_PARTNER_PROJECT,
                            streek_record_get_id (project), &n);

  if (streek_record_get_reference (project, STREEK_PROJECT_LEAD) == organisation)
    g_string_append (roles, C_ ("matrix", "Lead"));

  for (guint i = 0; i < n; i++)
    if (streek_record_get_reference (partners[i], STREEK_PROJECT_PARTNER_ORGANISATION) ==
        organisation)
      {
        g_autofree char *role =
          streek_record_view_dup_text (view, partners[i], STREEK_PROJECT_PARTNER_ROLE);

        g_string_append_printf (roles, "%s%s", roles->len > 0 ? "\n" : "", role);
      }

  return g_string_free (roles, FALSE);
}

static void
add_organisation (StreekMatrixDraft *draft,
                  const StreekRecordView *view,
                  const StreekRecord *organisation,
                  const GPtrArray *projects)
{
  guint row = 0, n_projects = 0;

  for (guint i = 0; i < projects->len; i++)
    {
      g_autofree char *roles =
        list_roles (view, projects->pdata[i], streek_record_get_id (organisation));

      if (*roles == '\0')
        continue;

      if (n_projects++ == 0)
        row = streek_matrix_draft_add_row (
          draft, streek_matrix_draft_make_id (draft, organisation),
          streek_record_get_text (organisation, STREEK_ORGANISATION_NAME), 0);

      streek_matrix_draft_add_cell (draft, row, i, STREEK_MATRIX_ORDINARY, roles);
    }

  if (n_projects > 0)
    {
      g_autofree char *total = g_strdup_printf ("%u", n_projects);

      g_array_index (draft->rows, StreekMatrixRow, row).total =
        streek_matrix_draft_keep (draft, total);
    }
}

static const char *
get_short_name (const StreekRecord *project)
{
  const char *acronym = streek_record_get_text (project, STREEK_PROJECT_ACRONYM);

  return acronym != NULL ? acronym : streek_record_get_text (project, STREEK_PROJECT_NAME);
}

/**
 * streek_partner_matrix_new:
 * @projects: (array length=n): ids
 * @error: return location for %STREEK_FIGURE_ERROR_NO_DATA
 *
 * Organisations that take part in none of them have no row; a project without partners keeps its
 * column.
 */
StreekMatrix *
streek_partner_matrix_new (const StreekRecordView *view,
                           const gint64 *projects,
                           guint n,
                           GError **error)
{
  g_return_val_if_fail (view != NULL && (projects != NULL || n == 0), NULL);

  StreekRecords *records = streek_record_view_get_records (view);
  g_autoptr (StreekMatrixDraft) draft =
    streek_matrix_draft_new (_ ("Organisations and projects"), C_ ("matrix", "Organisation"));
  g_autoptr (GPtrArray) shown = g_ptr_array_new ();
  g_autoptr (GPtrArray) organisations =
    streek_records_list_named (records, &streek_organisation_kind);

  for (guint i = 0; i < n; i++)
    {
      const StreekRecord *project =
        streek_records_find (records, &streek_project_kind, projects[i]);

      if (project == NULL)
        continue;

      g_ptr_array_add (shown, (gpointer) project);
      streek_matrix_draft_add_column (draft, streek_matrix_draft_make_id (draft, project),
                                      get_short_name (project), NULL);
    }

  for (guint i = 0; i < organisations->len; i++)
    add_organisation (draft, view, organisations->pdata[i], shown);

  draft->spec.total_title = C_ ("matrix", "Projects");
  streek_matrix_draft_set_context (draft, view, NULL, NULL, 0);

  return streek_matrix_draft_end (draft, error);
}
