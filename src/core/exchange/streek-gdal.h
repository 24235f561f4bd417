/* streek-gdal.h: the module that reads spreadsheets and geodata, found when it is first needed */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "streek-gdal-api.h"

#include <glib.h>

#define STREEK_GDAL_ERROR (streek_gdal_error_quark ())
GQuark streek_gdal_error_quark (void);

typedef enum
{
  STREEK_GDAL_ERROR_MISSING,    /* the module, or the library it needs, is not installed */
  STREEK_GDAL_ERROR_UNREADABLE, /* the module could not read the file */
} StreekGdalError;

const StreekGdalApi *streek_gdal_load (GError **error);
void streek_gdal_take_error (const StreekGdalApi *api, char *text, GError **error);
