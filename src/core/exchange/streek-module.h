/* streek-module.h: a part of the program that is opened when it is first needed */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#define STREEK_MODULE_ERROR (streek_module_error_quark ())
GQuark streek_module_error_quark (void);

typedef enum
{
  STREEK_MODULE_ERROR_MISSING, /* it, or the library it needs, is not installed */
  STREEK_MODULE_ERROR_VERSION,
} StreekModuleError;

gconstpointer
streek_module_open (const char *name, const char *symbol, int version, GError **error);
