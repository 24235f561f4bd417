/* streek-paper.c: the paper a person prints on and what the office puts on every sheet */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "print/streek-paper.h"

/**
 * streek_paper_load:
 *
 * Returns: (transfer full): the paper as it was last chosen
 */
StreekPaper *
streek_paper_load (GSettings *settings)
{
  StreekPaper *paper = g_new0 (StreekPaper, 1);

  paper->format = (StreekPaperFormat) g_settings_get_enum (settings, "print-paper");
  paper->landscape = g_settings_get_boolean (settings, "print-landscape");
  paper->grey = g_settings_get_boolean (settings, "print-grey");
  paper->organisation = g_settings_get_string (settings, "organisation");
  paper->footer = g_settings_get_string (settings, "footer");
  paper->logo_path = g_settings_get_string (settings, "logo");

  return paper;
}

void
streek_paper_save (const StreekPaper *paper, GSettings *settings)
{
  g_settings_set_enum (settings, "print-paper", (int) paper->format);
  g_settings_set_boolean (settings, "print-landscape", paper->landscape);
  g_settings_set_boolean (settings, "print-grey", paper->grey);
  g_settings_set_string (settings, "organisation", paper->organisation);
  g_settings_set_string (settings, "footer", paper->footer);
  g_settings_set_string (settings, "logo", paper->logo_path);
}

StreekPaper *
streek_paper_copy (const StreekPaper *paper)
{
  StreekPaper *copy = g_memdup2 (paper, sizeof *paper);

  copy->organisation = g_strdup (paper->organisation);
  copy->footer = g_strdup (paper->footer);
  copy->logo_path = g_strdup (paper->logo_path);

  return copy;
}

void
streek_paper_free (StreekPaper *paper)
{
  g_free (paper->organisation);
  g_free (paper->footer);
  g_free (paper->logo_path);
  g_free (paper);
}

StreekSize
streek_paper_get_size (const StreekPaper *paper)
{
  return streek_paper_format_get_size (paper->format, paper->landscape);
}
