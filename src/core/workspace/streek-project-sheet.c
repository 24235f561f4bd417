/* streek-project-sheet.c: a project or a programme with its map and the logos of its funds */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "workspace/streek-project-map.h"

#include "exchange/streek-image-file.h"
#include "project/streek-fund.h"
#include "project/streek-project-portrait.h"
#include "project/streek-project.h"
#include "workspace/streek-matrix-draft.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Ids of the projects of a programme and of its parts: those that its portrait lists. */
static GArray *
list_projects (const StreekPortrait *portrait)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < streek_portrait_get_n_lines (portrait); i++)
    {
      const StreekPortraitLine *line = streek_portrait_get_line (portrait, i);

      if (line->type == STREEK_PORTRAIT_ROW && line->place != NULL &&
          g_str_has_prefix (line->place, "project:"))
        {
          gint64 id = g_ascii_strtoll (line->place + strlen ("project:"), NULL, 10);

          g_array_append_val (ids, id);
        }
    }

  return ids;
}

static StreekImage *
read_logo (StreekDb *db, const char *place, GError **error)
{
  gint64 id = g_ascii_strtoll (strchr (place, ':') + 1, NULL, 10);
  g_autoptr (GBytes) bytes =
    streek_record_read_bytes (db, &streek_fund_kind, id, STREEK_FUND_LOGO, error);

  return bytes != NULL ? streek_image_decode (bytes, error) : NULL;
}

/* One that cannot be read is said in its place: what a fund asks for would be missing unseen. */
static gboolean
read_logos (StreekPortrait *portrait, StreekWorkspace *workspace, GError **error)
{
  g_autoptr (StreekReader) reader = NULL;

  for (guint i = 0; i < streek_portrait_get_n_lines (portrait); i++)
    {
      const StreekPortraitLine *line = streek_portrait_get_line (portrait, i);
      g_autoptr (GError) fault = NULL;

      if (line->type != STREEK_PORTRAIT_PICTURE)
        continue;

      if (reader == NULL)
        reader = streek_store_borrow_reader (streek_workspace_get_store (workspace), NULL, error);
      if (reader == NULL)
        return FALSE;

      g_autoptr (StreekImage) logo = read_logo (streek_reader_get_db (reader), line->place, &fault);
      g_autofree char *words =
        /* Translators: %1$s is “Logo of ESF”, %2$s why it cannot be shown. */
        g_strdup_printf (_ ("%1$s cannot be shown. %2$s"), line->cells[0],
                         fault != NULL ? fault->message : "");

      streek_portrait_set_picture (portrait, i, logo, words);
    }

  return TRUE;
}

static StreekPortrait *
make_portrait (const StreekRecordView *view,
               const StreekRecordKind *kind,
               gint64 id,
               GError **error)
{
  StreekPortrait *portrait = kind == &streek_programme_kind
                               ? streek_programme_portrait_new (view, id)
                               : streek_project_portrait_new (view, id);

  if (portrait == NULL)
    g_set_error (error, STREEK_RECORD_ERROR, STREEK_RECORD_ERROR_UNKNOWN,
                 /* Translators: %s is a sort of thing, such as Project. */
                 _ ("%s: there is none that is the one asked for. It may have been deleted."),
                 streek_record_kind_get_name (kind));

  return portrait;
}

StreekProjectSheet *
streek_project_sheet_new (StreekWorkspace *workspace,
                          const StreekRecordView *view,
                          const StreekRecordKind *kind,
                          gint64 id,
                          gboolean grey,
                          GError **error)
{
  g_return_val_if_fail (STREEK_IS_WORKSPACE (workspace) && view != NULL, NULL);
  g_return_val_if_fail (kind == &streek_project_kind || kind == &streek_programme_kind, NULL);

  g_autoptr (StreekProjectSheet) sheet = g_new0 (StreekProjectSheet, 1);

  sheet->portrait = make_portrait (view, kind, id, error);

  if (sheet->portrait == NULL || !read_logos (sheet->portrait, workspace, error))
    return NULL;

  g_autoptr (GArray) projects = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) listed = list_projects (sheet->portrait);

  if (kind == &streek_project_kind)
    g_array_append_val (projects, id);
  else
    g_array_append_vals (projects, listed->data, listed->len);

  g_autofree char *known = streek_plan_dup_context (view, NULL, 0);

  sheet->notes = g_new0 (char *, 2);
  sheet->notes[0] = g_steal_pointer (&known);

  /* without areas there is no map, and nothing wrong with that */
  sheet->map = streek_project_map_new (workspace, view, (const gint64 *) projects->data,
                                       projects->len, grey, NULL);

  return g_steal_pointer (&sheet);
}

void
streek_project_sheet_free (StreekProjectSheet *sheet)
{
  if (sheet == NULL)
    return;

  g_clear_pointer (&sheet->portrait, streek_portrait_free);
  g_clear_pointer (&sheet->map, streek_figure_unref);
  g_strfreev (sheet->notes);
  g_free (sheet);
}
