/* streek-sheet-xml.h: the XML of a spreadsheet's parts, unpacked and parsed piece by piece */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/streek-source-private.h"

/* GMarkup knows no entities but those of XML itself, so nothing can grow out of a few bytes. */
typedef struct _StreekSheetXml StreekSheetXml;

/* @name is without its prefix, so that <x:row> is <row>. */
typedef struct
{
  void (*start) (gpointer data, const char *name, const char **names, const char **values);
  void (*end) (gpointer data, const char *name);
  void (*text) (gpointer data, const char *text, gsize length);
} StreekSheetXmlFuncs;

StreekSheetXml *streek_sheet_xml_open (const StreekInput *input,
                                       const char *member,
                                       const StreekSheetXmlFuncs *funcs,
                                       gpointer data,
                                       GError **error);
void streek_sheet_xml_free (StreekSheetXml *xml);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StreekSheetXml, streek_sheet_xml_free)

gboolean streek_sheet_xml_step (StreekSheetXml *xml, gboolean *is_at_end, GError **error);
gboolean streek_sheet_xml_parse (const StreekInput *input,
                                 const char *member,
                                 const StreekSheetXmlFuncs *funcs,
                                 gpointer data,
                                 GCancellable *cancellable,
                                 GError **error);
double streek_sheet_xml_get_progress (const StreekSheetXml *xml);
const char *streek_sheet_xml_find (const char **names, const char **values, const char *name);
guint streek_sheet_xml_find_number (const char **names,
                                    const char **values,
                                    const char *name,
                                    guint other);
