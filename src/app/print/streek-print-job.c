/* streek-print-job.c: pages to a printer, or to a PDF without one */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "print/streek-print-job.h"

#include "base/streek-file.h"
#include "draw/streek-cairo.h"
#include "draw/streek-output.h"
#include "print/streek-problem.h"

#include <cairo-pdf.h>
#include <glib/gi18n.h>

typedef struct
{
  GtkWindow *parent; /* weak */
  StreekPrintPages pages;
  StreekLogo *logo; /* (nullable) */
  GError *error;    /* (nullable): why a page could not be laid out */
} PrintJob;

/* A page on its way to a worker and back. */
typedef struct
{
  const PrintJob *job; /* lives as long as the operation, which the task holds */
  GtkPrintContext *context;
  guint page;
} PageTurn;

/* With fewer pages it is done before one could read how far it is. */
#define MIN_PAGES_WITH_PROGRESS 10

/* The printer of the last time, for as long as the program runs. */
static GtkPrintSettings *last_settings;

static void
print_job_free (gpointer data, GClosure *closure)
{
  PrintJob *job = data;

  g_clear_weak_pointer (&job->parent);
  if (job->pages.destroy != NULL)
    job->pages.destroy (job->pages.data);
  g_clear_pointer (&job->logo, streek_logo_unref);
  g_clear_error (&job->error);
  g_free (job);
}

static void
page_turn_free (gpointer data)
{
  PageTurn *turn = data;

  g_object_unref (turn->context);
  g_free (turn);
}

static void
draw_page (StreekScene *scene, StreekLogo *logo, cairo_t *cr)
{
  streek_scene_draw (scene, cr);

  if (logo != NULL)
    streek_logo_draw (logo, cr, streek_scene_get_size (scene));
}

static void
draw_on_paper (StreekScene *scene, StreekLogo *logo, GtkPrintContext *context)
{
  StreekSize size = streek_scene_get_size (scene);
  double width = gtk_print_context_get_width (context);
  double height = gtk_print_context_get_height (context);
  double scale = MIN (width / size.width, height / size.height);
  cairo_t *cr = gtk_print_context_get_cairo_context (context);

  /* a millimetre of difference between paper sizes is no reason to scale */
  if (scale > 0.98 && scale < 1.02)
    scale = 1;

  cairo_save (cr);
  cairo_translate (cr, (width - size.width * scale) / 2, (height - size.height * scale) / 2);
  cairo_scale (cr, scale, scale);
  draw_page (scene, logo, cr);
  cairo_restore (cr);
}

static void
make_page_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  PageTurn *turn = task_data;
  GError *error = NULL;
  StreekScene *scene = turn->job->pages.make_page (turn->job->pages.data, turn->page, &error);

  if (scene != NULL)
    g_task_return_pointer (task, scene, (GDestroyNotify) streek_scene_unref);
  else
    g_task_return_error (task, error);
}

static void
on_page_made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  PrintJob *job = user_data;
  PageTurn *turn = g_task_get_task_data (G_TASK (result));
  GtkPrintOperation *operation = GTK_PRINT_OPERATION (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekScene) scene = g_task_propagate_pointer (G_TASK (result), &error);

  if (scene != NULL)
    draw_on_paper (scene, job->logo, turn->context);
  else if (job->error == NULL)
    {
      job->error = g_steal_pointer (&error);
      gtk_print_operation_cancel (operation);
    }

  /* a page that was begun is ended, be it empty: only then is a cancelled operation done */
  gtk_print_operation_draw_page_finish (operation);
}

static void
on_draw_page_cb (GtkPrintOperation *operation,
                 GtkPrintContext *context,
                 int page,
                 gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (operation, NULL, on_page_made_cb, user_data);
  PageTurn *turn = g_new0 (PageTurn, 1);

  turn->job = user_data;
  turn->context = g_object_ref (context);
  turn->page = (guint) page;
  gtk_print_operation_set_defer_drawing (operation);
  g_task_set_task_data (task, turn, page_turn_free);
  g_task_run_in_thread (task, make_page_in_thread);
}

static void
on_done_cb (GtkPrintOperation *operation, GtkPrintOperationResult result, gpointer user_data)
{
  PrintJob *job = user_data;

  if (result == GTK_PRINT_OPERATION_RESULT_APPLY)
    g_set_object (&last_settings, gtk_print_operation_get_print_settings (operation));

  if (job->error != NULL)
    streek_problem_show (job->parent, _ ("This could not be printed."), job->error);
  else if (result == GTK_PRINT_OPERATION_RESULT_ERROR)
    {
      g_autoptr (GError) error = NULL;

      gtk_print_operation_get_error (operation, &error);
      streek_problem_show (job->parent, _ ("This could not be printed."), error);
    }
}

/* Sizes of paper are those of a sheet that stands. */
static GtkPaperSize *
make_paper_size (StreekPaperFormat format)
{
  StreekSize size = streek_paper_format_get_size (format, TRUE);

  if (format == STREEK_PAPER_SLIDE)
    return gtk_paper_size_new_custom ("slide-16-9", C_ ("paper", "16:9 Slide"), size.height,
                                      size.width, GTK_UNIT_POINTS);

  return gtk_paper_size_new (format == STREEK_PAPER_A3 ? GTK_PAPER_NAME_A3 : GTK_PAPER_NAME_A4);
}

static GtkPageSetup *
make_page_setup (const StreekPaper *paper)
{
  GtkPageSetup *setup = gtk_page_setup_new ();
  gboolean lies = paper->landscape || paper->format == STREEK_PAPER_SLIDE;
  g_autoptr (GtkPaperSize) size = make_paper_size (paper->format);

  gtk_page_setup_set_paper_size_and_default_margins (setup, size);
  gtk_page_setup_set_orientation (setup, lies ? GTK_PAGE_ORIENTATION_LANDSCAPE
                                              : GTK_PAGE_ORIENTATION_PORTRAIT);

  return setup;
}

/* The printer of the last time; but who prints to a file prints this one. */
static GtkPrintSettings *
make_settings (const StreekPaper *paper, GtkPageSetup *setup, const char *title)
{
  GtkPrintSettings *settings =
    last_settings != NULL ? gtk_print_settings_copy (last_settings) : gtk_print_settings_new ();
  g_autofree char *file_name = streek_print_dup_file_name (title, "");

  gtk_print_settings_unset (settings, GTK_PRINT_SETTINGS_OUTPUT_URI);
  gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_BASENAME, file_name);
  gtk_print_settings_set_use_color (settings, !paper->grey);
  gtk_print_settings_set_orientation (settings, gtk_page_setup_get_orientation (setup));
  gtk_print_settings_set_paper_size (settings, gtk_page_setup_get_paper_size (setup));

  return settings;
}

void
streek_print_run (GtkWindow *parent,
                  const StreekPrintPages *pages,
                  StreekLogo *logo,
                  const StreekPaper *paper,
                  const char *title)
{
  g_autoptr (GtkPrintOperation) operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = make_page_setup (paper);
  g_autoptr (GtkPrintSettings) settings = make_settings (paper, setup, title);
  g_autoptr (GError) error = NULL;
  PrintJob *job = g_new0 (PrintJob, 1);

  g_set_weak_pointer (&job->parent, parent);
  job->pages = *pages;
  job->logo = logo != NULL ? streek_logo_ref (logo) : NULL;

  gtk_print_operation_set_print_settings (operation, settings);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_n_pages (operation, (int) pages->n_pages);
  gtk_print_operation_set_current_page (operation, (int) pages->shown);
  gtk_print_operation_set_show_progress (operation, pages->n_pages >= MIN_PAGES_WITH_PROGRESS);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_job_name (operation, title);
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect_data (operation, "draw-page", G_CALLBACK (on_draw_page_cb), job, NULL, 0);
  g_signal_connect_data (operation, "done", G_CALLBACK (on_done_cb), job, print_job_free, 0);

  /* an error that comes at once is told by "done" as well */
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, parent, &error);
}

char *
streek_print_dup_file_name (const char *title, const char *ending)
{
  g_autofree char *name = g_strdelimit (g_strdup (title), "/\\:*?\"<>|\n\t", '-');

  return g_strconcat (name, ending, NULL);
}

static cairo_status_t
append_bytes (void *closure, const guchar *data, guint length)
{
  g_byte_array_append (closure, data, length);

  return CAIRO_STATUS_SUCCESS;
}

/* Core's documents hold no image; one with a logo is drawn page by page on the same back end. */
static gboolean
write_pdf_with_logo (GPtrArray *pages, StreekLogo *logo, const char *path, GError **error)
{
  GByteArray *bytes = g_byte_array_new ();
  g_autoptr (cairo_surface_t) surface =
    cairo_pdf_surface_create_for_stream (append_bytes, bytes, 1, 1);
  g_autoptr (cairo_t) cr = cairo_create (surface);

  for (guint i = 0; i < pages->len; i++)
    {
      StreekScene *scene = g_ptr_array_index (pages, i);
      StreekSize size = streek_scene_get_size (scene);

      if (i == 0)
        {
          cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE,
                                          streek_scene_get_title (scene));
          cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT,
                                          streek_scene_get_description (scene));
          cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Streekatlas");
        }

      cairo_pdf_surface_set_size (surface, size.width, size.height);
      draw_page (scene, logo, cr);
      cairo_show_page (cr);
    }

  cairo_surface_finish (surface);

  cairo_status_t status = cairo_surface_status (surface);
  g_autoptr (GBytes) whole = g_byte_array_free_to_bytes (bytes);

  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error_literal (error, STREEK_DRAW_ERROR, STREEK_DRAW_ERROR_FAILED,
                           cairo_status_to_string (status));
      return FALSE;
    }

  return streek_file_write_atomically (path, whole, error);
}

gboolean
streek_print_write_pdf (GPtrArray *pages, StreekLogo *logo, const char *path, GError **error)
{
  g_return_val_if_fail (pages != NULL && pages->len > 0, FALSE);

  if (logo != NULL)
    return write_pdf_with_logo (pages, logo, path, error);

  return streek_scene_write_pdf ((StreekScene *const *) pages->pdata, pages->len, path, error);
}
