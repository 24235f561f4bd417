/* store-fixture.h: a folder of its own, a small schema with recorded and reference tables */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/streek-store.h"

typedef struct
{
  char *folder;
  char *path; /* folder/test.streek */
  StreekSchema *schema;
} StoreFixture;

#define STORE_FIXTURE_ADD(path, func)                                                              \
  g_test_add (path, StoreFixture, NULL, store_fixture_set_up, func, store_fixture_tear_down)

void store_fixture_set_up (StoreFixture *fixture, gconstpointer data);
void store_fixture_tear_down (StoreFixture *fixture, gconstpointer data);

int store_fixture_run_isolated (const char *variable);

char *store_fixture_path (StoreFixture *fixture, const char *name);
StreekSchema *store_fixture_extend_schema (const char *migration);
void store_fixture_create (StoreFixture *fixture);
StreekStore *store_fixture_open (StoreFixture *fixture, StreekStoreFlags flags);
void store_fixture_run (StreekStore *store, const char *sql);
gboolean
store_fixture_try (StreekStore *store, const char *message_id, const char *sql, GError **error);
gint64 store_fixture_query (StreekStore *store, const char *sql);
char *store_fixture_dump (StreekStore *store);
void store_fixture_spoil (const char *path, const char *sql);
char *store_fixture_read_file (const char *path, gsize *size);
