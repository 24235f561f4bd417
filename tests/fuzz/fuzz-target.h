/* fuzz-target.h: one reader of a stranger's bytes, for libFuzzer and for the loop of fuzz-loop.c */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* libFuzzer's own name and type; always returns 0, a crash or a failed check is the answer. */
int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

/* (transfer full) (element-type GBytes): good input, to begin from */
GPtrArray *fuzz_list_seeds (void);

/* Adds the files of corpus/@name to @seeds. */
void fuzz_add_corpus (GPtrArray *seeds, const char *name);
