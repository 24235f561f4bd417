/* streek-paper.h: the paper a person prints on and what the office puts on every sheet */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "figure/streek-paper-format.h"

#include <gio/gio.h>

/* A plain struct that its owner may change freely. */
typedef struct
{
  StreekPaperFormat format;
  gboolean landscape;
  gboolean grey;
  char *organisation; /* empty: none */
  char *footer;
  char *logo_path;
} StreekPaper;

/* As last used, remembered as a preference of the person. */
StreekPaper *streek_paper_load (GSettings *settings);
void streek_paper_save (const StreekPaper *paper, GSettings *settings);
StreekPaper *streek_paper_copy (const StreekPaper *paper);
void streek_paper_free (StreekPaper *paper);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StreekPaper, streek_paper_free)

StreekSize streek_paper_get_size (const StreekPaper *paper); /* in points, turned */
