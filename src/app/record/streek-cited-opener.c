/* streek-cited-opener.c: opens the document that something rests on, at its page */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "record/streek-cited-opener.h"

#include "actor/streek-document.h"
#include "print/streek-problem.h"
#include "record/streek-record-window.h"

#include <glib/gi18n.h>
#include <string.h>

#define PDF_TYPE "application/pdf"

/* What a worker looks up. */
typedef struct
{
  StreekRecordView *view; /* holds the document */
  StreekContext *context;
  StreekRecordCited cited;
  char *page; /* (nullable) */
  char *workspace;
} Job;

static void
free_job (gpointer data)
{
  Job *job = data;

  streek_record_view_unref (job->view);
  g_object_unref (job->context);
  g_free (job->page);
  g_free (job->workspace);
  g_free (job);
}

static GtkWindow *
get_window (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

/* Without its page: GTK takes a file with one for none. */
static void
show_whole (GtkWindow *window, const char *uri)
{
  const char *page = g_str_has_prefix (uri, "file:") ? strchr (uri, '#') : NULL;
  g_autofree char *whole = page != NULL ? g_strndup (uri, (gsize) (page - uri)) : g_strdup (uri);

  gtk_show_uri (window, whole, GDK_CURRENT_TIME);
}

typedef struct
{
  GtkWindow *window; /* (nullable) */
  char *uri;
} Launch;

static void
on_launched_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Launch *launch = user_data;

  if (!g_app_info_launch_uris_finish (G_APP_INFO (source), result, NULL))
    show_whole (launch->window, launch->uri);

  g_clear_object (&launch->window);
  g_free (launch->uri);
  g_free (launch);
}

/* A viewer that takes addresses understands the page behind a "#"; where there is none, as in a
 * sandbox, the file opens at its beginning. */
static void
show (GtkWindow *window, const char *uri)
{
  g_autoptr (GAppInfo) viewer = g_str_has_prefix (uri, "file:") && strchr (uri, '#') != NULL
                                  ? g_app_info_get_default_for_type (PDF_TYPE, TRUE)
                                  : NULL;

  if (viewer == NULL)
    {
      show_whole (window, uri);
      return;
    }

  GdkDisplay *display =
    window != NULL ? gtk_widget_get_display (GTK_WIDGET (window)) : gdk_display_get_default ();
  g_autoptr (GdkAppLaunchContext) context = gdk_display_get_app_launch_context (display);
  GList uris = { .data = (gpointer) uri };
  Launch *launch = g_new0 (Launch, 1);

  launch->window = window != NULL ? g_object_ref (window) : NULL;
  launch->uri = g_strdup (uri);
  g_app_info_launch_uris_async (viewer, &uris, G_APP_LAUNCH_CONTEXT (context), NULL, on_launched_cb,
                                launch);
}

static void
find_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Job *job = data;
  GError *error = NULL;
  char *uri = streek_record_cited_dup_uri (&job->cited, job->workspace, &error);

  if (uri != NULL)
    g_task_return_pointer (task, uri, g_free);
  else
    g_task_return_error (task, error);
}

static void
on_found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GtkWidget *widget = GTK_WIDGET (source);
  const Job *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autofree char *uri = g_task_propagate_pointer (G_TASK (result), &error);

  if (uri != NULL)
    show (get_window (widget), uri);
  else if (g_error_matches (error, STREEK_RECORD_ERROR, STREEK_RECORD_ERROR_UNKNOWN))
    streek_record_open (widget, job->context, streek_record_get_kind (job->cited.document),
                        streek_record_get_id (job->cited.document));
  else
    streek_problem_show (get_window (widget), _ ("This could not be opened."), error);
}

void
streek_cited_open (GtkWidget *widget, StreekRecordBook *book, const StreekRecordCited *cited)
{
  g_return_if_fail (GTK_IS_WIDGET (widget) && STREEK_IS_RECORD_BOOK (book));

  StreekRecordView *view = streek_record_book_get_view (book);
  StreekContext *context = streek_record_book_get_context (book);
  Job *job = g_new0 (Job, 1);

  job->view = streek_record_view_ref (view);
  job->context = g_object_ref (context);
  job->page = g_strdup (cited->page);
  job->cited = (StreekRecordCited){ cited->document, job->page };
  job->workspace = g_strdup (
    streek_store_get_path (streek_workspace_get_store (streek_context_get_workspace (context))));

  g_autoptr (GTask) task = g_task_new (widget, NULL, on_found_cb, NULL);

  g_task_set_task_data (task, job, free_job);
  g_task_run_in_thread (task, find_in_thread);
}

gboolean
streek_cited_open_place (GtkWidget *widget, StreekRecordBook *book, const char *place)
{
  g_return_val_if_fail (STREEK_IS_RECORD_BOOK (book) && place != NULL, FALSE);

  StreekRecordView *view = streek_record_book_get_view (book);
  StreekRecordCited cited;

  if (view == NULL ||
      !streek_record_cited_parse_place (place, streek_record_view_get_records (view), &cited))
    return FALSE;

  streek_cited_open (widget, book, &cited);

  return TRUE;
}

char *
streek_cited_dup_words (const StreekRecordCited *cited)
{
  g_autofree char *reference = streek_document_dup_reference (cited->document, cited->page);

  /* Translators: a button; %s is a document, with a page where one is known: "Streekpact Westhoek
   * (2008), p. 12". */
  return g_strdup_printf (_ ("Open %s"), reference);
}
