/* figures-fixture.c: figures of the installed example, made of what a test asks in JSON */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "figures-fixture.h"

#include "workspace-fixture.h"
#include "workspace/streek-figures.h"

#include <string.h>

/* The installed example itself, read-only: no test here writes. */
static StreekWorkspace *workspace;

void
figures_fixture_open (void)
{
  workspace = workspace_fixture_open_example ();
}

StreekWorkspace *
figures_fixture_get_workspace (void)
{
  return workspace;
}

StreekFigure *
figures_fixture_try_make (const char *json, GError **error)
{
  g_autoptr (StreekFigureSpec) spec = streek_figure_spec_from_json (json, error);

  g_assert_nonnull (spec);

  return streek_workspace_make_figure (workspace, spec, NULL, error);
}

StreekFigure *
figures_fixture_make (const char *json)
{
  g_autoptr (GError) error = NULL;
  StreekFigure *figure = figures_fixture_try_make (json, &error);

  g_assert_no_error (error);

  return figure;
}

int
figures_fixture_find_row (StreekTable *table, const char *code)
{
  for (guint row = 0; row < streek_table_get_n_rows (table); row++)
    if (strcmp (streek_table_get_text (table, row, 0), code) == 0)
      return row;

  g_assert_not_reached ();
}

double
figures_fixture_get_value (StreekFigure *figure, const char *code)
{
  StreekTable *table = streek_figure_get_table (figure);

  return streek_table_get_number (table, figures_fixture_find_row (table, code),
                                  streek_table_find_column (table, "value"));
}

gboolean
figures_fixture_has_note (StreekFigure *figure, const char *part)
{
  for (const char *const *note = streek_figure_get_notes (figure); *note != NULL; note++)
    if (strstr (*note, part) != NULL)
      return TRUE;

  return FALSE;
}

int
figures_fixture_run (void)
{
  int status = g_test_run ();

  g_clear_object (&workspace);

  return status;
}
