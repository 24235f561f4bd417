/* import-fixture.h: files handed to the assistant that takes figures in */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app-fixture.h"

/* Inhabitants on 1 January 2024: Statbel, Bevolking naar woonplaats. The first one is made up
 * here: there it is 17 228. */
#define IMPORT_TIDY                                                                                \
  "nis,jaar,indicator,waarde\n"                                                                    \
  "32003,2024,pop_total,17300\n"                                                                   \
  "34022,2024,pop_total,80032\n"
#define DIKSMUIDE_WAS "17,228"
#define DIKSMUIDE_BECOMES "17,300"

/* Both write @text to a file first, and wait for the assistant. By the keys of a person; and
 * dropped onto the map of the window, as from a file manager. */
void import_fixture_open (AppFixture *fixture, const char *name, const char *text);
void import_fixture_drop (AppFixture *fixture, const char *name, const char *text);
/* As before, but @frame is what opens. */
void
import_fixture_drop_at (AppFixture *fixture, const char *name, const char *text, const char *frame);
void import_fixture_wait_label (AppFixture *fixture, const char *pattern);
gboolean import_fixture_can_import (AppFixture *fixture);
/* Imports, and waits until the assistant is gone; or leaves it without. */
void import_fixture_finish (AppFixture *fixture);
void import_fixture_close (AppFixture *fixture);
/* Shows a step of the assistant, which has a label of that pattern. */
void import_fixture_show_step (AppFixture *fixture, const char *step, const char *pattern);
