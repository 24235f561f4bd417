/* test-record-place.c: which addresses and files may be opened from a stranger's file */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "record/streek-record-place.h"

#include "actor/streek-document.h"

#include <glib/gstdio.h>
#include <unistd.h>

static const StreekRecordField *
get_field (guint field)
{
  return &streek_document_kind.fields[field];
}

static void
test_addresses (void)
{
  static const struct
  {
    const char *text;
    const char *uri; /* NULL: refused */
  } cases[] = {
    { "https://www.streekpact.be/a?b=c", "https://www.streekpact.be/a?b=c" },
    { "http://streekpact.be", "http://streekpact.be" },
    { "www.streekpact.be/pact.pdf", "https://www.streekpact.be/pact.pdf" },
    { "file:///etc/passwd", NULL },
    { "javascript:alert(1)", NULL },
    { "smb://server/share", NULL },
    { "https:", NULL },
    { "/usr/bin/true", NULL },
    { "see the website", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *uri = streek_record_place_dup_uri (
        get_field (STREEK_DOCUMENT_URL), cases[i].text, "/tmp/werk.streek", &error);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpstr (uri, ==, cases[i].uri);
      if (cases[i].uri == NULL)
        g_assert_error (error, STREEK_RECORD_ERROR, STREEK_RECORD_ERROR_INVALID);
    }
}

/* DIR/outside.pdf, DIR/desk/werk.streek, DIR/desk/bij/pact.pdf, DIR/desk/link.pdf that leads out */
typedef struct
{
  char *top, *desk, *inner, *workspace, *pact, *outside, *link, *launcher;
} Fixture;

static void
write_file (const char *path)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, "x", 1, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->top = g_dir_make_tmp ("streek-place-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->desk = g_build_filename (fixture->top, "desk", NULL);
  fixture->inner = g_build_filename (fixture->desk, "bij", NULL);
  fixture->workspace = g_build_filename (fixture->desk, "werk.streek", NULL);
  fixture->pact = g_build_filename (fixture->inner, "pact.pdf", NULL);
  fixture->outside = g_build_filename (fixture->top, "outside.pdf", NULL);
  fixture->link = g_build_filename (fixture->desk, "link.pdf", NULL);
  fixture->launcher = g_build_filename (fixture->desk, "pact.desktop", NULL);
  g_assert_cmpint (g_mkdir_with_parents (fixture->inner, 0700), ==, 0);
  write_file (fixture->workspace);
  write_file (fixture->pact);
  write_file (fixture->outside);
  write_file (fixture->launcher);
  g_assert_cmpint (symlink (fixture->outside, fixture->link), ==, 0);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_unlink (fixture->link);
  g_unlink (fixture->launcher);
  g_unlink (fixture->outside);
  g_unlink (fixture->pact);
  g_unlink (fixture->workspace);
  g_rmdir (fixture->inner);
  g_rmdir (fixture->desk);
  g_rmdir (fixture->top);
  g_free (fixture->top);
  g_free (fixture->desk);
  g_free (fixture->inner);
  g_free (fixture->workspace);
  g_free (fixture->pact);
  g_free (fixture->outside);
  g_free (fixture->link);
  g_free (fixture->launcher);
}

static void
test_files (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *text;
    gboolean is_opened;
    StreekRecordError code;
  } cases[] = {
    { "bij/pact.pdf", TRUE, 0 },
    { "./bij/../bij/pact.pdf", TRUE, 0 },
    { "bij/weg.pdf", FALSE, STREEK_RECORD_ERROR_FILE },
    { "bij", FALSE, STREEK_RECORD_ERROR_FILE },
    { "../outside.pdf", FALSE, STREEK_RECORD_ERROR_INVALID },
    { "link.pdf", FALSE, STREEK_RECORD_ERROR_INVALID },
    { "pact.desktop", FALSE, STREEK_RECORD_ERROR_INVALID },
    { "/etc/passwd", FALSE, STREEK_RECORD_ERROR_INVALID },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *uri = streek_record_place_dup_uri (
        get_field (STREEK_DOCUMENT_PATH), cases[i].text, fixture->workspace, &error);

      g_test_message ("%s", cases[i].text);
      if (cases[i].is_opened)
        g_assert_true (g_str_has_suffix (uri, "/desk/bij/pact.pdf"));
      else
        g_assert_error (error, STREEK_RECORD_ERROR, (int) cases[i].code);
    }
}

/* What is chosen is named by its place in the folder, so that both can be moved together. */
static void
test_names_files (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *inside =
    streek_record_place_dup_relative (fixture->pact, fixture->workspace, NULL);
  g_autofree char *outside =
    streek_record_place_dup_relative (fixture->outside, fixture->workspace, &error);

  g_assert_cmpstr (inside, ==, "bij/pact.pdf");
  g_assert_null (outside);
  g_assert_error (error, STREEK_RECORD_ERROR, STREEK_RECORD_ERROR_INVALID);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/record/place/addresses", test_addresses);
  g_test_add ("/record/place/files", Fixture, NULL, set_up, test_files, tear_down);
  g_test_add ("/record/place/names-files", Fixture, NULL, set_up, test_names_files, tear_down);

  return g_test_run ();
}
