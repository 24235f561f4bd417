/* streek-pdf-forms.h: what we write of a PDF, as forms that Cairo writes around (private) */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/streek-pdf-content.h"
#include "draw/streek-scene.h"

#include <cairo.h>

/* What is drawn of one document; one thread. */
typedef struct _StreekPdfForms StreekPdfForms;

StreekPdfForms *streek_pdf_forms_new (void);
void streek_pdf_forms_free (StreekPdfForms *forms);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StreekPdfForms, streek_pdf_forms_free)

/* @cr: of a PDF surface, as streek_cairo_prepare() left it: one unit is a point of the page.
 * Frees @content, which lies in @box; returns the number of its form, from 1. */
guint streek_pdf_forms_draw_content (StreekPdfForms *forms,
                                     cairo_t *cr,
                                     StreekPdfContent *content,
                                     const StreekRect *box);
/* What lies around the letters of a text: by Cairo it took most of a page with names. */
void streek_pdf_forms_draw_halo (StreekPdfForms *forms, cairo_t *cr, const StreekMark *mark);
void streek_pdf_forms_draw_areas (StreekPdfForms *forms, cairo_t *cr, const StreekAreasMark *areas);
/* @pdf: what Cairo wrote. %NULL where it is not written as we know it. */
GBytes *streek_pdf_forms_fill_in (StreekPdfForms *forms, const GByteArray *pdf);
