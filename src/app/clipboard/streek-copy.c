/* streek-copy.c: what is shown, for other programs to paste */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "clipboard/streek-copy.h"

#include "draw/streek-output.h"

#include <string.h>

/* What a printed page still shows sharp. */
#define PICTURE_DPI 200

typedef struct
{
  StreekPrintout *printout;
  StreekPaper *paper;
  StreekCopyKind kind;
} CopyJob;

static void
copy_job_free (gpointer data)
{
  CopyJob *job = data;

  streek_printout_unref (job->printout);
  streek_paper_free (job->paper);
  g_free (job);
}

static void
offer_text (GPtrArray *offers, const char *mime_type, char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new_take (text, strlen (text));

  g_ptr_array_add (offers, gdk_content_provider_new_for_bytes (mime_type, bytes));
}

/* Programs take the first kind they know, so the picture comes before the table. */
static gboolean
offer_picture (GPtrArray *offers, CopyJob *job, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) pages =
    streek_printout_make_pages (job->printout, job->paper, cancellable, error);

  if (pages == NULL)
    return FALSE;

  const StreekScene *page = g_ptr_array_index (pages, 0);
  g_autoptr (GBytes) png = streek_scene_to_png (page, PICTURE_DPI, error);

  if (png == NULL)
    return FALSE;

  g_ptr_array_add (offers, gdk_content_provider_new_for_bytes ("image/png", png));
  offer_text (offers, "image/svg+xml", streek_scene_to_svg (page));

  return TRUE;
}

static gboolean
offer_table (GPtrArray *offers, CopyJob *job, GCancellable *cancellable, GError **error)
{
  const StreekFormat *format = streek_format_get_default ();
  g_autoptr (StreekTable) table = streek_printout_make_table (job->printout, cancellable, error);

  if (table == NULL)
    return FALSE;

  offer_text (offers, "text/html", streek_table_to_html (table, format));
  offer_text (offers, "text/tab-separated-values", streek_table_to_tsv (table, format));

  /* plain text would win from the picture in a text document */
  if (job->kind == STREEK_COPY_DATA)
    offer_text (offers, "text/plain;charset=utf-8", streek_table_to_tsv (table, format));

  return TRUE;
}

static void
copy_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  CopyJob *job = task_data;
  GError *error = NULL;
  g_autoptr (GPtrArray) offers = g_ptr_array_new_with_free_func (g_object_unref);

  if ((job->kind == STREEK_COPY_PICTURE && !offer_picture (offers, job, cancellable, &error)) ||
      !offer_table (offers, job, cancellable, &error))
    {
      g_task_return_error (task, error);
      return;
    }

  gsize n;
  g_autofree GdkContentProvider **providers =
    (GdkContentProvider **) g_ptr_array_steal (offers, &n);

  g_task_return_pointer (task, gdk_content_provider_new_union (providers, n), g_object_unref);
}

/**
 * streek_copy_async:
 * @paper: size and colours of the picture; without the office's logo
 *
 * Puts @printout on the clipboard in every form that another program may want.
 */
void
streek_copy_async (GtkWidget *widget,
                   StreekPrintout *printout,
                   const StreekPaper *paper,
                   StreekCopyKind kind,
                   GCancellable *cancellable,
                   GAsyncReadyCallback callback,
                   gpointer user_data)
{
  g_return_if_fail (GTK_IS_WIDGET (widget) && printout != NULL && paper != NULL);

  g_autoptr (GTask) task = g_task_new (widget, cancellable, callback, user_data);
  CopyJob *job = g_new0 (CopyJob, 1);

  job->printout = streek_printout_ref (printout);
  job->paper = streek_paper_copy (paper);
  g_clear_pointer (&job->paper->logo_path, g_free);
  job->kind = kind;
  g_task_set_task_data (task, job, copy_job_free);
  g_task_run_in_thread (task, copy_in_thread);
}

gboolean
streek_copy_finish (GtkWidget *widget, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, widget), FALSE);

  g_autoptr (GdkContentProvider) provider = g_task_propagate_pointer (G_TASK (result), error);

  return provider != NULL &&
         gdk_clipboard_set_content (gtk_widget_get_clipboard (widget), provider);
}
