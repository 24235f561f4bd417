/* streek-pdf-content.c: shapes as the content of a form of a PDF, in whole numbers */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "draw/streek-pdf-content.h"

#include <libdeflate.h>
#include <math.h>
#include <string.h>

/* Measured on A4 with 20 000 areas (12.9 MB of text), milliseconds of the whole page and kB:
 *
 *   libdeflate 1    106  4344      libdeflate 4    177  4104
 *   libdeflate 2    136  4228      libdeflate 5    231  3938
 *   libdeflate 3    166  4109      libdeflate 6    327  3905
 */
#define COMPRESSION_LEVEL 2

#define MAX_NUMBER_BYTES 12

struct _StreekPdfContent
{
  char *text;
  gsize length;
  gsize room;
  GArray *alphas; /* (element-type double): each is a state with a name */
};

static void
make_room (StreekPdfContent *content, gsize n_bytes)
{
  if (content->length + n_bytes <= content->room)
    return;

  content->room = MAX (2 * content->room, content->length + n_bytes + 4096);
  content->text = g_realloc (content->text, content->room);
}

static void
put_text (StreekPdfContent *content, const char *text)
{
  gsize length = strlen (text);

  make_room (content, length);
  memcpy (content->text + content->length, text, length);
  content->length += length;
}

/* With a blank before it, at most five decimals and no zeros at its end. */
static void
put_number (StreekPdfContent *content, double number)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (text, sizeof text, "%.5f", number);

  char *end = text + strlen (text);

  while (end[-1] == '0')
    *--end = '\0';
  if (end[-1] == '.')
    end[-1] = '\0';

  put_text (content, " ");
  put_text (content, strcmp (text, "-0") == 0 ? "0" : text);
}

/* Steps of the paper become points. */
static void
put_scale (StreekPdfContent *content)
{
  const double scale = 1.0 / STREEK_STEPS_A_POINT;

  put_number (content, scale);
  put_text (content, " 0 0");
  put_number (content, scale);
  put_text (content, " 0 0 cm\n");
}

StreekPdfContent *
streek_pdf_content_new (void)
{
  StreekPdfContent *content = g_new0 (StreekPdfContent, 1);

  content->alphas = g_array_new (FALSE, FALSE, sizeof (double));
  put_scale (content);

  return content;
}

/* There is room for it. */
static inline char *
put_whole (char *to, int number)
{
  char digits[MAX_NUMBER_BYTES];
  guint n = 0;
  guint left = number < 0 ? -(guint) number : (guint) number;

  if (number < 0)
    *to++ = '-';

  do
    {
      digits[n++] = (char) ('0' + left % 10);
      left /= 10;
    }
  while (left > 0);

  while (n > 0)
    *to++ = digits[--n];

  return to;
}

static inline char *
put_point (char *to, StreekPoint point, char operator)
{
  to = put_whole (to, (int) lrint (point.x * STREEK_STEPS_A_POINT));
  *to++ = ' ';
  to = put_whole (to, (int) lrint (point.y * STREEK_STEPS_A_POINT));
  *to++ = ' ';
  *to++ = operator;
  *to++ = '\n';

  return to;
}

static void
put_lines (StreekPdfContent *content, const StreekPolylines *lines)
{
  for (guint i = 0; i < lines->n_lines; i++)
    {
      const guint n = lines->starts[i + 1] - lines->starts[i];

      make_room (content, (gsize) n * (2 * MAX_NUMBER_BYTES + 4) + 2);

      char *to = content->text + content->length;

      for (guint j = 0; j < n; j++)
        to = put_point (to, lines->points[lines->starts[i] + j], j == 0 ? 'm' : 'l');

      if (lines->closed[i])
        {
          *to++ = 'h';
          *to++ = '\n';
        }

      content->length = (gsize) (to - content->text);
    }
}

static void
put_color (StreekPdfContent *content, const StreekColor *color, const char *operator)
{
  put_number (content, color->red);
  put_number (content, color->green);
  put_number (content, color->blue);
  put_text (content, operator);
}

static void
put_alpha (StreekPdfContent *content, double alpha)
{
  guint i = 0;

  while (i < content->alphas->len && g_array_index (content->alphas, double, i) != alpha)
    i++;

  if (i == content->alphas->len)
    g_array_append_val (content->alphas, alpha);

  g_autofree char *text = g_strdup_printf ("/s%u gs\n", i);

  put_text (content, text);
}

void
streek_pdf_content_fill (StreekPdfContent *content,
                         const StreekPolylines *lines,
                         const StreekColor *color)
{
  if (color->alpha <= 0 || lines->n_lines == 0)
    return;

  put_alpha (content, color->alpha);
  put_color (content, color, " rg\n");
  put_lines (content, lines);
  put_text (content, "f*\n");
}

void
streek_pdf_content_stroke (StreekPdfContent *content,
                           const StreekPolylines *lines,
                           const StreekStroke *stroke)
{
  if (lines->n_lines == 0)
    return;

  put_alpha (content, stroke->color.alpha);
  put_color (content, &stroke->color, " RG");
  put_number (content, stroke->width * STREEK_STEPS_A_POINT);
  put_text (content, " w [");

  if (stroke->dash > 0)
    {
      put_number (content, stroke->dash * STREEK_STEPS_A_POINT);
      put_number (content, stroke->gap * STREEK_STEPS_A_POINT);
    }

  put_text (content, " ] 0 d 1 J 1 j\n");
  put_lines (content, lines);
  put_text (content, "S\n");
}

static GString *
make_dictionary (const StreekPdfContent *content, const StreekRect *box, gsize n_bytes)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text,
                          "<< /Length %" G_GSIZE_FORMAT "\n"
                          "   /Filter /FlateDecode\n"
                          "   /Type /XObject\n"
                          "   /Subtype /Form\n"
                          "   /BBox [ %d %d %d %d ]\n"
                          "   /Resources << /ExtGState <<",
                          n_bytes, (int) floor (box->x), (int) floor (box->y),
                          (int) ceil (box->x + box->width), (int) ceil (box->y + box->height));

  for (guint i = 0; i < content->alphas->len; i++)
    {
      char number[G_ASCII_DTOSTR_BUF_SIZE];

      g_ascii_formatd (number, sizeof number, "%.5f", g_array_index (content->alphas, double, i));
      g_string_append_printf (text, " /s%u << /CA %s /ca %s >>", i, number, number);
    }

  return g_string_append (text, " >> >>\n>>\nstream\n");
}

GBytes *
streek_pdf_content_end (StreekPdfContent *content, const StreekRect *box)
{
  static const char tail[] = "\nendstream\nendobj\n";
  struct libdeflate_compressor *compressor = libdeflate_alloc_compressor (COMPRESSION_LEVEL);
  gsize bound = libdeflate_zlib_compress_bound (compressor, content->length);
  g_autofree guint8 *packed = g_malloc (bound);
  gsize n_bytes =
    libdeflate_zlib_compress (compressor, content->text, content->length, packed, bound);
  GString *form = make_dictionary (content, box, n_bytes);

  g_string_append_len (form, (const char *) packed, (gssize) n_bytes);
  g_string_append (form, tail);
  libdeflate_free_compressor (compressor);
  g_array_unref (content->alphas);
  g_free (content->text);
  g_free (content);

  return g_string_free_to_bytes (form);
}
