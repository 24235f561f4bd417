/* streek-pdf-lines.h: the lines of a chart as a form of a PDF (private) */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/streek-pdf-forms.h"

/* How many marks were drawn, from the first: 0 where @marks begin with none that are better off. */
guint streek_pdf_lines_draw (StreekPdfForms *forms, cairo_t *cr, const StreekMark *marks, guint n);
