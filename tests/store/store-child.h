/* store-child.h: the second process of a test: the same program in another role */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

/* Does one thing with the workspace at @path; whatever it prints reaches the parent. */
typedef int (*StoreChildFunc) (const char *path);

typedef struct
{
  const char *name;
  StoreChildFunc func;
} StoreChildRole;

gboolean
store_child_run (int argc, char **argv, const StoreChildRole *roles, gsize n_roles, int *status);
GSubprocess *store_child_start (const char *role, const char *path);
char *store_child_communicate (const char *role, const char *path);
char *store_child_read_line (GSubprocess *child);
void store_child_become_nobody (void);
