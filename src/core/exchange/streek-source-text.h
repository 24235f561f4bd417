/* streek-source-text.h: text of any encoding, recognised and handed over as UTF-8 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/streek-source-private.h"

gboolean streek_text_recognise_encoding (const StreekInput *input,
                                         GCancellable *cancellable,
                                         const char **encoding,
                                         guint *bom_length,
                                         GError **error);

/* Hands over an input as UTF-8, piece by piece. */
typedef struct _StreekDecoder StreekDecoder;

StreekDecoder *streek_decoder_new (const StreekInput *input,
                                   const char *encoding,
                                   guint bom_length,
                                   GError **error);
void streek_decoder_free (StreekDecoder *decoder);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StreekDecoder, streek_decoder_free)
gssize streek_decoder_read (StreekDecoder *decoder, char *out, gsize room, GError **error);
guint64 streek_decoder_get_offset (const StreekDecoder *decoder);

gsize streek_text_measure_good (const char *text,
                                gsize length,
                                guint64 *n_beyond,
                                gboolean *is_incomplete);
