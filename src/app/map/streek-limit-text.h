/* streek-limit-text.h: limits between classes as people type them: "5; 10; 20,5" */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

char *streek_limit_text_dup_number (double limit);
/* @limits: (nullable) (element-type double) */
char *streek_limit_text_dup (const GArray *limits);
/* (transfer full) (nullable): NULL where it is no such thing, or not ascending */
GArray *streek_limit_text_read (const char *text);
/* As a file has them, one a line, with a decimal point; what is no number stays as it was typed. */
char *streek_limit_text_dup_lines (const char *text);
/* The other way round. */
char *streek_limit_text_dup_from_lines (const char *lines);
