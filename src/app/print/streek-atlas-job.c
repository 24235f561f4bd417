/* streek-atlas-job.c: pages of an atlas made and written by workers, while a window goes on */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "print/streek-atlas-job.h"

#include "draw/streek-cairo.h"
#include "print/streek-printout.h"
#include "workspace/streek-atlases.h"

#include <glib/gi18n.h>

typedef struct
{
  StreekWorkspace *workspace; /* (nullable): of another page of the same */
  StreekAtlasSpec *spec;
  StreekPaper *paper;
  StreekAtlasForm form;
  StreekAtlasPages *pages;
  StreekLogo *logo; /* (nullable) */
  guint page;
} PreviewJob;

struct _StreekAtlasWriting
{
  gatomicrefcount refs;
  StreekAtlasPages *pages;
  StreekAtlasForm form;
  char *path;
  StreekLogo *logo; /* (nullable) */
  gboolean overwrite;
  int n_done; /* atomic */
};

static void
preview_job_free (gpointer data)
{
  PreviewJob *job = data;

  g_clear_object (&job->workspace);
  g_clear_pointer (&job->spec, streek_atlas_spec_free);
  g_clear_pointer (&job->paper, streek_paper_free);
  g_clear_pointer (&job->pages, streek_atlas_pages_unref);
  g_clear_pointer (&job->logo, streek_logo_unref);
  g_free (job);
}

void
streek_atlas_preview_free (StreekAtlasPreview *preview)
{
  g_clear_pointer (&preview->pages, streek_atlas_pages_unref);
  g_clear_pointer (&preview->scene, streek_scene_unref);
  g_clear_pointer (&preview->logo, streek_logo_unref);
  g_free (preview);
}

static const char *
get_text_or_null (const char *text)
{
  return text != NULL && *text != '\0' ? text : NULL;
}

static StreekAtlasPages *
make_pages (const PreviewJob *job, GCancellable *cancellable, GError **error)
{
  const StreekLayoutOptions options = {
    .size = streek_paper_format_get_size (job->spec->format, job->spec->landscape),
    .theme = streek_theme_get_print (),
    .format = streek_format_get_default (),
    .language = streek_print_get_language (),
    .hovered = -1,
    .organisation = get_text_or_null (job->paper->organisation),
    .footer = get_text_or_null (job->paper->footer),
    .logo_path = job->logo != NULL ? job->paper->logo_path : NULL,
  };
  g_autoptr (StreekAtlas) atlas =
    streek_workspace_make_atlas (job->workspace, job->spec, cancellable, error);

  return atlas != NULL ? streek_atlas_paginate (atlas, &options, job->form != STREEK_ATLAS_ONE_PDF)
                       : NULL;
}

/* A picture that goes into another document needs no logo of its own. */
static gboolean
load_logo (PreviewJob *job, GError **error)
{
  const char *path = get_text_or_null (job->paper->logo_path);

  if (path == NULL || job->form == STREEK_ATLAS_PNG_EACH)
    return TRUE;

  job->logo = streek_logo_load (path, error);

  return job->logo != NULL;
}

static void
preview_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  PreviewJob *job = task_data;
  GError *error = NULL;

  if (job->pages == NULL && load_logo (job, &error))
    job->pages = make_pages (job, cancellable, &error);

  if (job->pages == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  guint page = MIN (job->page, streek_atlas_pages_get_n (job->pages) - 1);
  StreekScene *scene = streek_atlas_pages_layout (job->pages, page, &error);

  if (scene == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  StreekAtlasPreview *preview = g_new0 (StreekAtlasPreview, 1);

  preview->pages = streek_atlas_pages_ref (job->pages);
  preview->page = page;
  preview->scene = scene;
  preview->logo = job->logo != NULL ? streek_logo_ref (job->logo) : NULL;
  g_task_return_pointer (task, preview, (GDestroyNotify) streek_atlas_preview_free);
}

static void
run_preview (GObject *owner,
             PreviewJob *job,
             GCancellable *cancellable,
             GAsyncReadyCallback callback,
             gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (owner, cancellable, callback, user_data);

  g_task_set_task_data (task, job, preview_job_free);
  g_task_run_in_thread (task, preview_in_thread);
}

void
streek_atlas_preview_async (GObject *owner,
                            StreekWorkspace *workspace,
                            const StreekAtlasSpec *spec,
                            const StreekPaper *paper,
                            StreekAtlasForm form,
                            guint page,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  PreviewJob *job = g_new0 (PreviewJob, 1);

  job->workspace = g_object_ref (workspace);
  job->spec = streek_atlas_spec_copy (spec);
  job->paper = streek_paper_copy (paper);
  job->form = form;
  job->page = page;
  run_preview (owner, job, cancellable, callback, user_data);
}

void
streek_atlas_turn_async (GObject *owner,
                         StreekAtlasPages *pages,
                         StreekLogo *logo,
                         guint page,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  PreviewJob *job = g_new0 (PreviewJob, 1);

  job->pages = streek_atlas_pages_ref (pages);
  job->logo = logo != NULL ? streek_logo_ref (logo) : NULL;
  job->page = page;
  run_preview (owner, job, cancellable, callback, user_data);
}

StreekAtlasPreview *
streek_atlas_preview_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* Writing */

static StreekAtlasWriting *
streek_atlas_writing_ref (StreekAtlasWriting *writing)
{
  g_atomic_ref_count_inc (&writing->refs);

  return writing;
}

void
streek_atlas_writing_unref (StreekAtlasWriting *writing)
{
  if (!g_atomic_ref_count_dec (&writing->refs))
    return;

  streek_atlas_pages_unref (writing->pages);
  g_clear_pointer (&writing->logo, streek_logo_unref);
  g_free (writing->path);
  g_free (writing);
}

static void
on_progress_cb (guint n_done, guint n, gpointer data)
{
  StreekAtlasWriting *writing = data;

  g_atomic_int_set (&writing->n_done, (int) n_done);
}

/* Nothing is written over unasked. */
static gboolean
check_existing (const StreekAtlasWriting *writing, GError **error)
{
  g_autoptr (GPtrArray) existing =
    streek_atlas_list_existing (writing->pages, writing->form, writing->path);

  if (writing->overwrite || existing->len == 0)
    return TRUE;

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS,
               ngettext ("%u of the files is in that folder already.",
                         "%u of the files are in that folder already.", existing->len),
               existing->len);

  return FALSE;
}

static void
draw_logo_cb (cairo_t *cr, StreekSize size, gpointer data)
{
  streek_logo_draw_surface (data, cr, size);
}

static void
write_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  StreekAtlasWriting *writing = task_data;
  g_autoptr (cairo_surface_t) logo =
    writing->logo != NULL ? streek_logo_make_surface (writing->logo) : NULL;
  const StreekPdfOverlay overlay = { draw_logo_cb, logo };
  GError *error = NULL;

  if (check_existing (writing, &error) &&
      streek_atlas_write (writing->pages, writing->form, writing->path,
                          logo != NULL ? &overlay : NULL, on_progress_cb, writing, cancellable,
                          &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

StreekAtlasWriting *
streek_atlas_write_async (GObject *owner,
                          StreekAtlasPages *pages,
                          StreekAtlasForm form,
                          const char *path,
                          StreekLogo *logo,
                          gboolean overwrite,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  StreekAtlasWriting *writing = g_new0 (StreekAtlasWriting, 1);
  g_autoptr (GTask) task = g_task_new (owner, cancellable, callback, user_data);

  g_atomic_ref_count_init (&writing->refs);
  writing->pages = streek_atlas_pages_ref (pages);
  writing->form = form;
  writing->path = g_strdup (path);
  writing->logo = logo != NULL ? streek_logo_ref (logo) : NULL;
  writing->overwrite = overwrite;
  g_task_set_task_data (task, streek_atlas_writing_ref (writing),
                        (GDestroyNotify) streek_atlas_writing_unref);
  g_task_run_in_thread (task, write_in_thread);

  return writing;
}

gboolean
streek_atlas_write_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

guint
streek_atlas_writing_get_done (StreekAtlasWriting *writing)
{
  return (guint) g_atomic_int_get (&writing->n_done);
}

guint
streek_atlas_writing_get_n (StreekAtlasWriting *writing)
{
  return streek_atlas_pages_get_n (writing->pages);
}

const char *
streek_atlas_writing_get_path (StreekAtlasWriting *writing)
{
  return writing->path;
}

StreekAtlasForm
streek_atlas_writing_get_form (StreekAtlasWriting *writing)
{
  return writing->form;
}
