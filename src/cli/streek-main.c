/* streek-main.c: the command line: finds the subcommand and ends with its status */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "streek-cli.h"
#include "base/streek-block.h"
#include "base/streek-locale.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

/* What 20 000 areas of a million vertices take. */
#define HEAP_STEPS 4

static const StreekCommand *const commands[] = {
  &streek_command_new,
  &streek_command_info,
  &streek_command_areas,
  &streek_command_select,
  &streek_command_fit,
  &streek_command_indicators,
  &streek_command_values,
  &streek_command_analyse,
  &streek_command_map,
  &streek_command_chart,
  &streek_command_atlas,
  &streek_command_import,
  &streek_command_import_records,
  &streek_command_import_plan,
  &streek_command_export_plan,
  &streek_command_import_areas,
  &streek_command_counts,
  &streek_command_list,
  &streek_command_sheet,
  &streek_command_project_map,
  &streek_command_print,
  &streek_command_names,
  &streek_command_check,
  &streek_command_verify,
  &streek_command_backup,
};

static const StreekCommand *
find_command (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    if (strcmp (commands[i]->name, name) == 0)
      return commands[i];

  return NULL;
}

static StreekExit
print_help (void)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (text, "%s\n  streek %s\n\n", _ ("Usage:"), _ ("COMMAND [OPTION…]"));
  g_string_append_printf (text, "%s\n\n%s\n",
                          _ ("Areas and figures of a region, from a Streekatlas file."),
                          _ ("Commands:"));

  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_autofree char *usage = g_strdup_printf ("%s %s", commands[i]->name, commands[i]->arguments);

      g_string_append_printf (text, "  %-26s %s\n", usage, _ (commands[i]->summary));
    }

  g_string_append_printf (text, "\n%s\n",
                          _ ("“streek COMMAND --help” shows the options of a command."));

  return streek_cli_print (NULL, text->str);
}

/* In most commands a thread waits for another rather than works beside it, and those in which Pango
 * looks for a font live for a moment; each would begin a heap of its own. The one that there is
 * keeps what is given back, which the system would clear once more when the next block is asked
 * for. */
static void
prepare_heaps (const StreekCommand *command)
{
#if defined M_ARENA_MAX && !defined __SANITIZE_ADDRESS__ && !defined __SANITIZE_THREAD__
  mallopt (M_ARENA_MAX, MAX (command->n_heaps, 1));
  mallopt (M_MMAP_THRESHOLD, 32 * 1024 * 1024); /* the most that there may be */
  mallopt (M_TRIM_THRESHOLD, G_MAXINT);
  mallopt (M_TOP_PAD, 16 * 1024 * 1024);
  streek_block_widen_heap (HEAP_STEPS);
#endif
}

/* All files are closed, and what was printed goes out. A hundred libraries would each clear away
 * what is of no use to anybody any more; a sanitizer, though, looks at it. */
static void
leave_at_once (StreekExit status)
{
#if !defined __SANITIZE_ADDRESS__ && !defined __SANITIZE_THREAD__
  fflush (NULL);
  _exit (status);
#endif
}

static StreekExit
run (int argc, char **argv)
{
  const char *name = argc > 1 ? argv[1] : NULL;

  if (name == NULL)
    return streek_cli_usage (NULL, "%s", _ ("A command is missing."));

  if (strcmp (name, "--help") == 0 || strcmp (name, "-h") == 0 || strcmp (name, "help") == 0)
    return print_help ();

  if (strcmp (name, "--version") == 0)
    return streek_cli_print (NULL, "streek " STREEK_VERSION "\n");

  const StreekCommand *command = find_command (name);

  if (command == NULL)
    /* Translators: %s is what was typed. */
    return streek_cli_usage (NULL, _ ("There is no command “%s”."), name);

  prepare_heaps (command);

  return command->run (command, argv + 2);
}

int
main (int argc, char **argv)
{
  streek_locale_init ();
  g_set_prgname ("streek");

  StreekExit status = run (argc, argv);

  leave_at_once (status);

  return status;
}
