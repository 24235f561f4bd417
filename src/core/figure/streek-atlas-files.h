/* streek-atlas-files.h: the pages of an atlas as one document or as a file each */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/streek-output.h"
#include "figure/streek-atlas.h"

#include <gio/gio.h>

typedef enum
{
  STREEK_ATLAS_ONE_PDF,  /* with a list of its pages beside them */
  STREEK_ATLAS_PDF_EACH, /* one for each area */
  STREEK_ATLAS_PNG_EACH, /* a picture of each page, for slides */
  STREEK_N_ATLAS_FORMS,
} StreekAtlasForm;

/* In the thread that writes; @n_done of @n pages are drawn. */
typedef void (*StreekAtlasProgressFunc) (guint n_done, guint n, gpointer data);

/* (element-type filename): what streek_atlas_write() writes, in the order of the pages */
GPtrArray *
streek_atlas_list_files (const StreekAtlasPages *pages, StreekAtlasForm form, const char *path);
/* Those of them that are there already. */
GPtrArray *
streek_atlas_list_existing (const StreekAtlasPages *pages, StreekAtlasForm form, const char *path);
/* @path: of the document, or of the folder that the files lie in, which is made where it is not
 * there. @overlay: (nullable): on each page of a PDF. Blocks: for a worker. */
gboolean streek_atlas_write (StreekAtlasPages *pages,
                             StreekAtlasForm form,
                             const char *path,
                             const StreekPdfOverlay *overlay,
                             StreekAtlasProgressFunc progress,
                             gpointer data,
                             GCancellable *cancellable,
                             GError **error);
