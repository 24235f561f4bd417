/* streek-export.c: a printout as a file of its own */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "print/streek-export.h"

#include "base/streek-file.h"
#include "draw/streek-output.h"
#include "print/streek-print-job.h"

#include <string.h>

const char *
streek_export_get_ending (StreekExportFormat format)
{
  static const char *const endings[] = { ".pdf", ".svg", ".png", ".csv", ".csv" };

  return endings[format];
}

/* "kaart.png" becomes "kaart-2.png". */
static char *
dup_page_path (const char *path, guint page)
{
  const char *ending = strrchr (path, '.');

  if (ending == NULL || strchr (ending, G_DIR_SEPARATOR) != NULL)
    ending = path + strlen (path);

  return g_strdup_printf ("%.*s-%u%s", (int) (ending - path), path, page + 1, ending);
}

static gboolean
write_page (
  const StreekScene *scene, StreekExportFormat format, double dpi, const char *path, GError **error)
{
  return format == STREEK_EXPORT_SVG ? streek_scene_write_svg (scene, path, error)
                                     : streek_scene_write_png (scene, dpi, path, error);
}

static gboolean
write_pages (
  GPtrArray *pages, StreekExportFormat format, double dpi, const char *path, GError **error)
{
  for (guint i = 0; i < pages->len; i++)
    {
      g_autofree char *page_path = i == 0 ? g_strdup (path) : dup_page_path (path, i);

      if (!write_page (g_ptr_array_index (pages, i), format, dpi, page_path, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
write_table (StreekPrintout *printout,
             StreekExportFormat format,
             const char *path,
             GCancellable *cancellable,
             GError **error)
{
  g_autoptr (StreekTable) table = streek_printout_make_table (printout, cancellable, error);

  if (table == NULL)
    return FALSE;

  char *text = format == STREEK_EXPORT_CSV_SPREADSHEET
                 ? streek_table_to_spreadsheet_csv (table, streek_format_get_default ())
                 : streek_table_to_csv (table, NULL);
  g_autoptr (GBytes) bytes = g_bytes_new_take (text, strlen (text));

  return streek_file_write_atomically (path, bytes, error);
}

gboolean
streek_export_write (StreekPrintout *printout,
                     const StreekPaper *paper,
                     StreekExportFormat format,
                     double dpi,
                     const char *path,
                     GCancellable *cancellable,
                     GError **error)
{
  if (format == STREEK_EXPORT_CSV_SPREADSHEET || format == STREEK_EXPORT_CSV_PLAIN)
    return write_table (printout, format, path, cancellable, error);

  g_autoptr (StreekPaper) used = streek_paper_copy (paper);
  g_autoptr (StreekLogo) logo = NULL;

  /* a picture that goes into another document needs no logo of its own */
  if (format != STREEK_EXPORT_PDF)
    g_clear_pointer (&used->logo_path, g_free);
  else if (used->logo_path[0] != '\0' && (logo = streek_logo_load (used->logo_path, error)) == NULL)
    return FALSE;

  g_autoptr (GPtrArray) pages = streek_printout_make_pages (printout, used, cancellable, error);

  if (pages == NULL)
    return FALSE;

  return format == STREEK_EXPORT_PDF ? streek_print_write_pdf (pages, logo, path, error)
                                     : write_pages (pages, format, dpi, path, error);
}
