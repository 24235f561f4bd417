/* streek-search.h: the texts of every noun, found by any part of any word */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/streek-db.h"

/* Texts of one state of a file. Immutable once made, counted atomically. */
typedef struct _StreekSearchIndex StreekSearchIndex;

/* What a noun has to be found by; static. */
typedef struct
{
  const char *noun; /* "indicator": with the key of a text the place that opens */
  /* adds every text of the noun */
  gboolean (*add_texts) (StreekDb *db, StreekSearchIndex *index, GError **error);
} StreekTexts;

void streek_texts_register (const StreekTexts *texts);

StreekSearchIndex *
streek_search_index_new (StreekDb *db, StreekSearchIndex *former, GError **error);
StreekSearchIndex *streek_search_index_ref (StreekSearchIndex *index);
void streek_search_index_unref (StreekSearchIndex *index);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StreekSearchIndex, streek_search_index_unref)
guint streek_search_index_count_shared (const StreekSearchIndex *index,
                                        const StreekSearchIndex *other);

/* For a noun that adds its texts. @title is what it is called by, @text all else. */
void streek_search_index_add (
  StreekSearchIndex *index, const char *noun, const char *key, const char *title, const char *text);

typedef struct
{
  char *noun;
  char *key;
  char *title;
  char *snippet; /* (nullable): words around what was found, where the title does not have it */
} StreekSearchHit;

void streek_search_hit_free (StreekSearchHit *hit);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StreekSearchHit, streek_search_hit_free)

GPtrArray *
streek_search_index_find (const StreekSearchIndex *index, const char *question, guint max_hits);
