/* streek-letters-db.h: a workspace in memory whose municipalities are a map drawn in letters */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/streek-db.h"
#include "streek-letters.h"

#define STREEK_LETTERS_MESH "letters"

/* The schema of a workspace, one mesh, and a set "gemeente" (rank 100, partition of nothing) with
 * an area per letter: code and name are the letter, valid from 1983-01-01. */
StreekDb *streek_letters_new_db (const char *const *rows, guint n_rows);
/* partition_of and valid_to may be NULL */
void streek_letters_add_set (
  StreekDb *db, const char *code, const char *partition_of, gboolean overlaps, int rank);
void streek_letters_add_area (
  StreekDb *db, const char *set, const char *code, const char *valid_from, const char *valid_to);
/* Each letter of @members is a municipality; certain where @documented */
void streek_letters_add_members (StreekDb *db,
                                 const char *set,
                                 const char *code,
                                 const char *members,
                                 const char *valid_from,
                                 const char *valid_to,
                                 gboolean documented);
void streek_letters_execute (StreekDb *db, const char *sql);
