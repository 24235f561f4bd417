/* streek-scene-words.h: how often words are on a page, and whether they lie over each other */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/streek-scene.h"

/* Fails the test for each pair of words that lie over each other, and each that leaves the page;
 * but for those on a map, which looks after its own. Returns: how many words there are besides */
guint streek_scene_words_check (const StreekScene *scene);
/* How often @part occurs in a scene as text. */
guint streek_scene_words_count (const char *text, const char *part);
