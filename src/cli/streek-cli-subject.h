/* streek-cli-subject.h: which plan, project or other record a person means by what they typed */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record/streek-record-view.h"
#include "streek-cli.h"

/* By its title, code, acronym or id; else the only one whose names have these words. @text:
 * (nullable): the only one that there is. @option: where it is said: "--plan". FALSE where none is
 * meant, or several could be, which has been said with their titles. */
gboolean streek_cli_find_subject (const StreekCommand *command,
                                  StreekRecordView *view,
                                  const StreekRecordKind *kind,
                                  const char *option,
                                  const char *text,
                                  gint64 *id);
