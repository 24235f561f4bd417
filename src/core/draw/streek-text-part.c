/* streek-text-part.c: some of the lines of a text, and texts of which words are struck or new */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "draw/streek-text-private.h"

/* From the top of the run to that of a line; of the line after the last one to its bottom. */
static double
get_top (const StreekTextRun *run, guint line)
{
  return line < run->n_lines ? run->lines[line].y : run->height;
}

double
streek_text_run_get_lines_height (const StreekTextRun *run, guint first, guint end)
{
  g_return_val_if_fail (run != NULL && first <= end && end <= run->n_lines, 0);

  return get_top (run, end) - get_top (run, first);
}

static StreekGlyphs
copy_glyphs (const StreekGlyphs *glyphs, double up)
{
  StreekGlyphs copy = *glyphs;

  copy.text = g_strdup (glyphs->text);
  copy.face = cairo_font_face_reference (glyphs->face);
  copy.clusters =
    g_memdup2 (glyphs->clusters, MAX (glyphs->n_clusters, 1) * sizeof *glyphs->clusters);
  copy.glyphs = g_memdup2 (glyphs->glyphs, MAX (glyphs->n_glyphs, 1) * sizeof *glyphs->glyphs);

  for (int i = 0; i < copy.n_glyphs; i++)
    copy.glyphs[i].y -= up;

  return copy;
}

static void
take_strokes (StreekTextRun *slice, const StreekTextRun *run, guint first, guint end, double up)
{
  slice->strokes = g_new (StreekTextStroke, MAX (run->n_strokes, 1));

  for (guint i = 0; i < run->n_strokes; i++)
    if (run->strokes[i].line >= first && run->strokes[i].line < end)
      {
        StreekTextStroke *stroke = &slice->strokes[slice->n_strokes++];

        *stroke = run->strokes[i];
        stroke->line -= first;
        stroke->y -= up;
      }
}

/**
 * streek_text_run_slice:
 * @first: line, from 0
 * @end: the line after the last one, above @first
 *
 * Returns: (transfer full): some of the lines of @run, as if they had been set alone
 */
StreekTextRun *
streek_text_run_slice (const StreekTextRun *run, guint first, guint end)
{
  g_return_val_if_fail (run != NULL && first < end && end <= run->n_lines, NULL);

  StreekTextRun *slice = g_new0 (StreekTextRun, 1);
  g_autoptr (GString) text = g_string_new (NULL);
  guint first_glyphs = run->lines[first].first;
  guint end_glyphs = run->lines[end - 1].first + run->lines[end - 1].n;
  double up = run->lines[first].y;

  g_atomic_ref_count_init (&slice->ref_count);
  slice->font = run->font;
  slice->ascent = run->ascent;
  slice->height = streek_text_run_get_lines_height (run, first, end);
  slice->width = run->width; /* so that what is aligned stays so */
  slice->n_lines = end - first;
  slice->lines = g_new (StreekTextLine, slice->n_lines);
  slice->n_glyphs = end_glyphs - first_glyphs;
  slice->glyphs = g_new (StreekGlyphs, MAX (slice->n_glyphs, 1));

  for (guint i = 0; i < slice->n_lines; i++)
    {
      StreekTextLine *line = &slice->lines[i];

      *line = run->lines[first + i];
      line->text = g_strdup (line->text);
      line->y -= up;
      line->first -= first_glyphs;
      g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", line->text);
    }

  for (guint i = 0; i < slice->n_glyphs; i++)
    slice->glyphs[i] = copy_glyphs (&run->glyphs[first_glyphs + i], up);

  take_strokes (slice, run, first, end, up);
  slice->text = g_string_free (g_steal_pointer (&text), FALSE);

  return slice;
}

const StreekTextStroke *
streek_text_run_get_strokes (const StreekTextRun *run, guint *n)
{
  g_return_val_if_fail (run != NULL && n != NULL, NULL);

  *n = run->n_strokes;

  return run->strokes;
}
