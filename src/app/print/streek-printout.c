/* streek-printout.c: what a section has to put on paper, in a file or on the clipboard */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "print/streek-printout.h"

#include "figure/streek-table-sheets.h"
#include "print/streek-print-job.h"
#include "workspace/streek-map-groups.h"

#include <glib/gi18n.h>

struct _StreekPrintout
{
  gatomicrefcount ref_count;
  char *title;
  StreekPagesFunc make_pages;
  StreekTableFunc make_table;
  gpointer data;
  GDestroyNotify destroy;
};

/* A figure is made again for each paper: grey is a matter of its classes, not of the printer. */
typedef struct
{
  StreekWorkspace *workspace;
  StreekFigureSpec *spec;
  gboolean as_table;
} FigureJob;

typedef struct
{
  StreekWorkspace *workspace;
  StreekChartSpec *spec;
} ChartJob;

typedef struct
{
  StreekTable *table;
  GStrv column_ids; /* (nullable) */
  StreekSheetWords words;
} TableJob;

static void
figure_job_free (gpointer data)
{
  FigureJob *job = data;

  g_object_unref (job->workspace);
  streek_figure_spec_free (job->spec);
  g_free (job);
}

static void
chart_job_free (gpointer data)
{
  ChartJob *job = data;

  g_object_unref (job->workspace);
  streek_chart_spec_free (job->spec);
  g_free (job);
}

static void
table_job_free (gpointer data)
{
  TableJob *job = data;

  streek_table_unref (job->table);
  g_strfreev (job->column_ids);
  g_free (job->words.title);
  g_free (job->words.context);
  g_free (job->words.source);
  g_strfreev (job->words.notes);
  g_free (job);
}

static const char *
get_text_or_null (const char *text)
{
  return text != NULL && text[0] != '\0' ? text : NULL;
}

const char *
streek_print_get_language (void)
{
  /* Translators: the code of your language, so that numbers and dates go with the words:
   * "nl" for Dutch, "en" where this program knows no format for it. */
  return C_ ("language code", "en");
}

/**
 * streek_paper_make_sheet:
 *
 * Returns: a sheet that lends everything from @paper and @words
 */
StreekSheet
streek_paper_make_sheet (const StreekPaper *paper, const StreekSheetWords *words)
{
  return (StreekSheet){
    .size = streek_paper_get_size (paper),
    .language = streek_print_get_language (),
    .title = words->title,
    .description = words->title,
    .context = words->context,
    .notes = (const char *const *) words->notes,
    .source = words->source,
    .organisation = get_text_or_null (paper->organisation),
    .footer = get_text_or_null (paper->footer),
    .has_logo = get_text_or_null (paper->logo_path) != NULL,
  };
}

static StreekFigure *
make_figure (FigureJob *job, gboolean grey, GCancellable *cancellable, GError **error)
{
  g_autoptr (StreekFigureSpec) spec = streek_figure_spec_copy (job->spec);

  spec->grey = grey;

  return streek_workspace_make_figure (job->workspace, spec, cancellable, error);
}

static StreekMapGroup *
make_group (FigureJob *job, gboolean grey, GCancellable *cancellable, GError **error)
{
  g_autoptr (StreekFigureSpec) spec = streek_figure_spec_copy (job->spec);

  spec->grey = grey;

  return streek_workspace_make_map_group (job->workspace, spec, cancellable, error);
}

StreekLayoutOptions
streek_paper_make_layout (const StreekPaper *paper)
{
  return (StreekLayoutOptions){
    .size = streek_paper_get_size (paper),
    .theme = streek_theme_get_print (),
    .format = streek_format_get_default (),
    .language = streek_print_get_language (),
    .hovered = -1,
    .organisation = get_text_or_null (paper->organisation),
    .footer = get_text_or_null (paper->footer),
    .logo_path = get_text_or_null (paper->logo_path),
  };
}

static GPtrArray *
make_figure_table_pages (StreekFigure *figure, const StreekPaper *paper, GError **error)
{
  static const char *const columns[] = { "code",    "name",         "value", "class", "known",
                                         "members", "coverage_pct", "note",  NULL };
  StreekSheetWords words = { (char *) streek_figure_get_title (figure),
                             (char *) streek_figure_get_context (figure),
                             (char *) streek_figure_get_source (figure),
                             (GStrv) streek_figure_get_notes (figure) };
  StreekSheet sheet = streek_paper_make_sheet (paper, &words);

  sheet.description = streek_figure_get_description (figure);

  return streek_table_sheets_layout (streek_figure_get_table (figure), columns,
                                     streek_format_get_default (), &sheet, error);
}

/* (transfer full) (nullable): takes @scene, which is NULL where it could not be made */
static GPtrArray *
make_single_page (StreekScene *scene)
{
  if (scene == NULL)
    return NULL;

  GPtrArray *pages = g_ptr_array_new_with_free_func ((GDestroyNotify) streek_scene_unref);

  g_ptr_array_add (pages, scene);

  return pages;
}

static GPtrArray *
make_group_table_pages (StreekMapGroup *group, const StreekPaper *paper, GError **error)
{
  static const char *const columns[] = { "map", "code", "name", "value", "note", NULL };
  StreekFigure *first = streek_map_group_get_figure (group, 0);
  StreekSheetWords words = { (char *) streek_map_group_get_title (group),
                             (char *) streek_figure_get_context (first),
                             (char *) streek_figure_get_source (first),
                             (GStrv) streek_map_group_get_notes (group) };
  StreekSheet sheet = streek_paper_make_sheet (paper, &words);
  g_autoptr (StreekTable) table = streek_map_group_make_table (group);

  sheet.description = streek_map_group_get_description (group);

  return streek_table_sheets_layout (table, columns, streek_format_get_default (), &sheet, error);
}

static GPtrArray *
make_group_pages (FigureJob *job,
                  const StreekPaper *paper,
                  GCancellable *cancellable,
                  GError **error)
{
  g_autoptr (StreekMapGroup) group = make_group (job, paper->grey, cancellable, error);
  StreekLayoutOptions options = streek_paper_make_layout (paper);

  if (group == NULL)
    return NULL;

  return job->as_table ? make_group_table_pages (group, paper, error)
                       : make_single_page (streek_map_group_layout (group, &options, error));
}

static GPtrArray *
make_figure_pages (gpointer data,
                   const StreekPaper *paper,
                   GCancellable *cancellable,
                   GError **error)
{
  FigureJob *job = data;

  if (!streek_panels_is_single (&job->spec->panels))
    return make_group_pages (job, paper, cancellable, error);

  g_autoptr (StreekFigure) figure = make_figure (job, paper->grey, cancellable, error);

  if (figure == NULL)
    return NULL;

  if (job->as_table)
    return make_figure_table_pages (figure, paper, error);

  StreekLayoutOptions options = streek_paper_make_layout (paper);

  return make_single_page (streek_figure_layout (figure, &options, error));
}

static StreekTable *
make_figure_table (gpointer data, GCancellable *cancellable, GError **error)
{
  FigureJob *job = data;

  if (!streek_panels_is_single (&job->spec->panels))
    {
      g_autoptr (StreekMapGroup) group = make_group (job, FALSE, cancellable, error);

      return group != NULL ? streek_map_group_make_table (group) : NULL;
    }

  g_autoptr (StreekFigure) figure = make_figure (data, FALSE, cancellable, error);

  return figure != NULL ? streek_table_ref (streek_figure_get_table (figure)) : NULL;
}

static StreekChart *
make_chart (ChartJob *job, gboolean grey, GCancellable *cancellable, GError **error)
{
  g_autoptr (StreekChartSpec) spec = streek_chart_spec_copy (job->spec);

  spec->grey = grey;

  return streek_workspace_make_chart (job->workspace, spec, cancellable, error);
}

static GPtrArray *
make_chart_pages (gpointer data,
                  const StreekPaper *paper,
                  GCancellable *cancellable,
                  GError **error)
{
  g_autoptr (StreekChart) chart = make_chart (data, paper->grey, cancellable, error);
  StreekLayoutOptions options = streek_paper_make_layout (paper);

  return chart != NULL ? streek_chart_layout_pages (chart, &options, error) : NULL;
}

static StreekTable *
make_chart_table (gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (StreekChart) chart = make_chart (data, FALSE, cancellable, error);

  return chart != NULL ? streek_table_ref (streek_chart_get_table (chart)) : NULL;
}

static GPtrArray *
make_table_pages (gpointer data,
                  const StreekPaper *paper,
                  GCancellable *cancellable,
                  GError **error)
{
  TableJob *job = data;
  StreekSheet sheet = streek_paper_make_sheet (paper, &job->words);

  return streek_table_sheets_layout (job->table, (const char *const *) job->column_ids,
                                     streek_format_get_default (), &sheet, error);
}

static StreekTable *
lend_table (gpointer data, GCancellable *cancellable, GError **error)
{
  return streek_table_ref (((TableJob *) data)->table);
}

/**
 * streek_printout_new:
 * @title: of the document, and the start of its file name
 * @data: handed to both functions, from several threads at once: read only
 *
 * Returns: (transfer full)
 */
StreekPrintout *
streek_printout_new (const char *title,
                     StreekPagesFunc make_pages,
                     StreekTableFunc make_table,
                     gpointer data,
                     GDestroyNotify destroy)
{
  g_return_val_if_fail (title != NULL && make_pages != NULL && make_table != NULL, NULL);

  StreekPrintout *printout = g_new0 (StreekPrintout, 1);

  g_atomic_ref_count_init (&printout->ref_count);
  printout->title = g_strdup (title);
  printout->make_pages = make_pages;
  printout->make_table = make_table;
  printout->data = data;
  printout->destroy = destroy;

  return printout;
}

static StreekPrintout *
new_for_figure (StreekWorkspace *workspace,
                const StreekFigureSpec *spec,
                const char *title,
                gboolean as_table)
{
  FigureJob *job = g_new0 (FigureJob, 1);

  job->workspace = g_object_ref (workspace);
  job->spec = streek_figure_spec_copy (spec);
  job->as_table = as_table;

  return streek_printout_new (title, make_figure_pages, make_figure_table, job, figure_job_free);
}

StreekPrintout *
streek_printout_new_figure (StreekWorkspace *workspace,
                            const StreekFigureSpec *spec,
                            const char *title)
{
  return new_for_figure (workspace, spec, title, FALSE);
}

/**
 * streek_printout_get_furniture:
 *
 * Returns: (transfer none) (nullable): what stands on the map besides what it is about
 */
const StreekFurniture *
streek_printout_get_furniture (const StreekPrintout *printout)
{
  const FigureJob *job = printout->make_pages == make_figure_pages ? printout->data : NULL;

  return job != NULL && !job->as_table ? &job->spec->furniture : NULL;
}

/**
 * streek_printout_new_with_furniture:
 * @printout: of a map
 *
 * Returns: (transfer full): the same map with other furniture
 */
StreekPrintout *
streek_printout_new_with_furniture (const StreekPrintout *printout,
                                    const StreekFurniture *furniture)
{
  g_return_val_if_fail (streek_printout_get_furniture (printout) != NULL, NULL);

  const FigureJob *job = printout->data;
  g_autoptr (StreekFigureSpec) spec = streek_figure_spec_copy (job->spec);

  spec->furniture = *furniture;

  return streek_printout_new_figure (job->workspace, spec, printout->title);
}

StreekPrintout *
streek_printout_new_figure_table (StreekWorkspace *workspace,
                                  const StreekFigureSpec *spec,
                                  const char *title)
{
  return new_for_figure (workspace, spec, title, TRUE);
}

StreekPrintout *
streek_printout_new_chart (StreekWorkspace *workspace,
                           const StreekChartSpec *spec,
                           const char *title)
{
  ChartJob *job = g_new0 (ChartJob, 1);

  job->workspace = g_object_ref (workspace);
  job->spec = streek_chart_spec_copy (spec);

  return streek_printout_new (title, make_chart_pages, make_chart_table, job, chart_job_free);
}

StreekPrintout *
streek_printout_new_table (StreekTable *table,
                           const char *const *column_ids,
                           const StreekSheetWords *words)
{
  TableJob *job = g_new0 (TableJob, 1);

  job->table = streek_table_ref (table);
  job->column_ids = g_strdupv ((GStrv) column_ids);
  job->words.title = g_strdup (words->title);
  job->words.context = g_strdup (words->context);
  job->words.source = g_strdup (words->source);
  job->words.notes = g_strdupv (words->notes);

  return streek_printout_new (words->title, make_table_pages, lend_table, job, table_job_free);
}

StreekPrintout *
streek_printout_ref (StreekPrintout *printout)
{
  g_atomic_ref_count_inc (&printout->ref_count);

  return printout;
}

void
streek_printout_unref (StreekPrintout *printout)
{
  if (!g_atomic_ref_count_dec (&printout->ref_count))
    return;

  if (printout->destroy != NULL)
    printout->destroy (printout->data);

  g_free (printout->title);
  g_free (printout);
}

const char *
streek_printout_get_title (const StreekPrintout *printout)
{
  return printout->title;
}

/**
 * streek_printout_dup_file_name:
 * @ending: ".pdf"
 *
 * Returns: (transfer full): the title without what a file system may refuse
 */
char *
streek_printout_dup_file_name (const StreekPrintout *printout, const char *ending)
{
  return streek_print_dup_file_name (printout->title, ending);
}

GPtrArray *
streek_printout_make_pages (StreekPrintout *printout,
                            const StreekPaper *paper,
                            GCancellable *cancellable,
                            GError **error)
{
  return printout->make_pages (printout->data, paper, cancellable, error);
}

StreekTable *
streek_printout_make_table (StreekPrintout *printout, GCancellable *cancellable, GError **error)
{
  return printout->make_table (printout->data, cancellable, error);
}
