/* streek-image-file.h: pictures that people bring: logos as PNG, JPEG or SVG */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/streek-image.h"
#include "exchange/streek-source.h"

/* Any picture that the system can read. Bounded: what is very large comes out smaller, and one
 * that is drawn, such as an SVG, large enough for print. Any thread. */
StreekImage *streek_image_decode (GBytes *bytes, GError **error);
