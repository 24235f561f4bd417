/* streek-pdf-lines.c: the lines of a chart as a form of a PDF */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "draw/streek-pdf-lines.h"

/* To know how far a line reaches Cairo walks along it three times, dash by dash: of twenty lines of
 * a chart that took more than all the rest of the page. Lines that follow each other, one of them
 * dashed, are one form. */

static gboolean
is_line (const StreekMark *mark)
{
  return mark->item == STREEK_ITEM_MARK && streek_stroke_is_visible (&mark->stroke) &&
         (mark->type == STREEK_MARK_RULE ||
          (mark->type == STREEK_MARK_PATH && !mark->path.closed && mark->path.n_points > 1));
}

static gboolean
is_dashed (const StreekMark *mark)
{
  return is_line (mark) && mark->stroke.dash > 0;
}

static void
write_line (StreekPdfContent *content, const StreekMark *mark)
{
  gboolean closed = FALSE;
  guint starts[] = { 0, 2 };
  StreekPoint ends[2];
  StreekPolylines lines = { 1, starts, &closed, ends };

  if (mark->type == STREEK_MARK_PATH)
    {
      starts[1] = mark->path.n_points;
      lines.points = mark->path.points;
    }
  else
    {
      ends[0] = mark->rule.from;
      ends[1] = mark->rule.to;
    }

  streek_pdf_content_stroke (content, &lines, &mark->stroke);
}

static void
widen (StreekRect *box, const StreekRect *by)
{
  double right = MAX (box->x + box->width, by->x + by->width);
  double bottom = MAX (box->y + box->height, by->y + by->height);

  box->x = MIN (box->x, by->x);
  box->y = MIN (box->y, by->y);
  box->width = right - box->x;
  box->height = bottom - box->y;
}

guint
streek_pdf_lines_draw (StreekPdfForms *forms, cairo_t *cr, const StreekMark *marks, guint n)
{
  guint n_lines = 0;

  if (n == 0 || !is_dashed (&marks[0]))
    return 0;

  StreekPdfContent *content = streek_pdf_content_new ();
  StreekRect box = marks[0].bounds;

  for (; n_lines < n && (marks[n_lines].item != STREEK_ITEM_MARK || is_line (&marks[n_lines]));
       n_lines++)
    if (marks[n_lines].item == STREEK_ITEM_MARK)
      {
        write_line (content, &marks[n_lines]);
        widen (&box, &marks[n_lines].bounds);
      }

  streek_pdf_forms_draw_content (forms, cr, content, &box);

  return n_lines;
}
