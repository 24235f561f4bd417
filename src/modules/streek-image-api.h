/* streek-image-api.h: what the module that reads pictures offers: a table of plain C functions */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* As streek-gdal-api.h: nothing here is of the core. Any thread. */
#define STREEK_IMAGE_API_VERSION 1
#define STREEK_IMAGE_API_SYMBOL "streek_image_api"

typedef struct
{
  int version;

  /* PNG, JPEG, SVG and whatever else the system reads. What has more than @most_pixels comes out
   * smaller; what is drawn and not painted, such as SVG, comes out about @drawn_width wide.
   * @out_width, @out_height: (out). Returns premultiplied native-endian ARGB, row after row without
   * a gap, for g_free(); NULL with @message (out) in the language of the program, for g_free(). */
  unsigned char *(*decode) (const void *bytes,
                            unsigned long long n_bytes,
                            int drawn_width,
                            long long most_pixels,
                            int *out_width,
                            int *out_height,
                            char **message);
} StreekImageApi;
