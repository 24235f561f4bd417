/* streek-pdf-content.h: shapes as the content of a form of a PDF (private) */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/streek-area-lines.h"
#include "draw/streek-scene-private.h"

typedef struct _StreekPdfContent StreekPdfContent;

StreekPdfContent *streek_pdf_content_new (void);
/* Even-odd, without an outline. */
void streek_pdf_content_fill (StreekPdfContent *content,
                              const StreekPolylines *lines,
                              const StreekColor *color);
void streek_pdf_content_stroke (StreekPdfContent *content,
                                const StreekPolylines *lines,
                                const StreekStroke *stroke);
/* Frees it. Returns the form from its dictionary to its end. @box: what it lies in, in points */
GBytes *streek_pdf_content_end (StreekPdfContent *content, const StreekRect *box);
