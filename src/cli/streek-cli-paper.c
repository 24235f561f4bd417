/* streek-cli-paper.c: what subcommands that draw share: paper, and the file to write */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "draw/streek-text.h"
#include "figure/streek-paper-format.h"
#include "streek-cli-paper.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

#define POINTS_PER_MM (72 / 25.4)

/* A sheet lies on its side, as regions do; a sheet that stands is written in
 * millimetres. */
gboolean
streek_cli_parse_size (const StreekCommand *command, const char *text, StreekSize *size)
{
  StreekPaperFormat format = STREEK_PAPER_A4;
  double width_mm, height_mm;
  int end = 0;

  if (text == NULL || streek_paper_format_from_id (text, &format))
    {
      *size = streek_paper_format_get_size (format, TRUE);
      return TRUE;
    }

  if (sscanf (text, "%lfx%lfmm%n", &width_mm, &height_mm, &end) == 2 &&
      end == (int) strlen (text) && width_mm >= 30 && width_mm <= 2000 && height_mm >= 30 &&
      height_mm <= 2000)
    {
      *size = (StreekSize){ width_mm * POINTS_PER_MM, height_mm * POINTS_PER_MM };
      return TRUE;
    }

  /* Translators: %1$s is an option, %2$s what was typed after it; keep A4, A3, 16:9
   * and 210x297mm as they are. */
  streek_cli_usage (command,
                    _ ("%1$s wants A4, A3, 16:9 or a size such as 210x297mm (30 to 2000 mm), "
                       "not “%2$s”."),
                    "--size", text);

  return FALSE;
}

/* A drawing is never written over the file that it is drawn from, by whatever name. */
gboolean
streek_cli_check_output (const StreekCommand *command, const char *workspace, const char *output)
{
  GStatBuf read;
  GStatBuf written;

  if (g_stat (workspace, &read) != 0 || g_stat (output, &written) != 0 ||
      read.st_dev != written.st_dev || read.st_ino != written.st_ino)
    return TRUE;

  /* Translators: %s is the name of a file. */
  streek_cli_usage (command, _ ("The drawing would be written over “%s”, which it is drawn from."),
                    workspace);
  return FALSE;
}

gboolean
streek_cli_has_ending (const char *path, const char *ending, ...)
{
  g_autofree char *folded = g_ascii_strdown (path, -1);
  gboolean found = FALSE;
  va_list endings;

  va_start (endings, ending);

  for (; ending != NULL && !found; ending = va_arg (endings, const char *))
    found = g_str_has_suffix (folded, ending);

  va_end (endings);

  return found;
}

/* Pango lists them in a thread of its own from the moment there is a font map, which stays. */
void
streek_cli_begin_fonts (const char *output)
{
  if (!streek_cli_has_ending (output, ".csv", NULL))
    streek_typesetter_free (streek_typesetter_new ());
}

StreekLayoutOptions
streek_cli_layout_options (StreekSize size)
{
  return (StreekLayoutOptions){
    .size = size,
    .theme = streek_theme_get_print (),
    .format = streek_format_get_default (),
    .language = C_ ("language code", "en"),
    .hovered = -1,
  };
}
