/* streek-atlas-job.h: pages of an atlas made and written by workers, while a window goes on */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "figure/streek-atlas-files.h"
#include "print/streek-logo.h"
#include "print/streek-paper.h"
#include "workspace/streek-workspace.h"

/* What the preview shows: which page is what, and one of them. */
typedef struct
{
  StreekAtlasPages *pages;
  guint page;
  StreekScene *scene;
  StreekLogo *logo; /* (nullable) */
} StreekAtlasPreview;

void streek_atlas_preview_free (StreekAtlasPreview *preview);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StreekAtlasPreview, streek_atlas_preview_free)

/* @paper: words and logo of every page, the logo on PDF alone; its size and colours are those of
 * @spec. @page: the one to be shown, or the last where there are fewer. The callback's source is
 * @owner. */
void streek_atlas_preview_async (GObject *owner,
                                 StreekWorkspace *workspace,
                                 const StreekAtlasSpec *spec,
                                 const StreekPaper *paper,
                                 StreekAtlasForm form,
                                 guint page,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
/* Another page of the same. @logo: (nullable) */
void streek_atlas_turn_async (GObject *owner,
                              StreekAtlasPages *pages,
                              StreekLogo *logo,
                              guint page,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
StreekAtlasPreview *streek_atlas_preview_finish (GAsyncResult *result, GError **error);

/* Written by a worker; asked from the main loop how far that is. */
typedef struct _StreekAtlasWriting StreekAtlasWriting;

/* Where some of the files are there already and @overwrite is not set, nothing is written:
 * G_IO_ERROR_EXISTS, with a sentence that says how many. */
StreekAtlasWriting *streek_atlas_write_async (GObject *owner,
                                              StreekAtlasPages *pages,
                                              StreekAtlasForm form,
                                              const char *path,
                                              StreekLogo *logo,
                                              gboolean overwrite,
                                              GCancellable *cancellable,
                                              GAsyncReadyCallback callback,
                                              gpointer user_data);
gboolean streek_atlas_write_finish (GAsyncResult *result, GError **error);
void streek_atlas_writing_unref (StreekAtlasWriting *writing);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StreekAtlasWriting, streek_atlas_writing_unref)
guint streek_atlas_writing_get_done (StreekAtlasWriting *writing);
guint streek_atlas_writing_get_n (StreekAtlasWriting *writing);
const char *streek_atlas_writing_get_path (StreekAtlasWriting *writing);
StreekAtlasForm streek_atlas_writing_get_form (StreekAtlasWriting *writing);
