/* streek-store.c: one open workspace file: what it is, and its pool of readers */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "store/streek-store-private.h"
#include "store/streek-message.h"
#include "store/streek-medium.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/random.h>

#define MAX_IDLE_READERS 4

struct _StreekReader
{
  StreekStore *store; /* (owned) */
  StreekDb *db;
};

enum
{
  PROP_0,
  PROP_CAN_UNDO,
  PROP_CAN_REDO,
  N_PROPS
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StreekStore, streek_store, G_TYPE_OBJECT)

static void
clear_state (StreekUndoState *state)
{
  g_clear_pointer (&state->message_id, g_free);
  g_clear_pointer (&state->args, g_variant_unref);
  state->possible = FALSE;
}

/* What the window shows of undo and redo; an unreadable history offers neither. */
static StreekUndoState
read_state (StreekStore *self, StreekDb *db, StreekHistoryDirection direction)
{
  StreekHistoryEntry entry;
  StreekUndoState state = { FALSE, NULL, NULL };

  if (streek_history_peek (db, direction, &entry, NULL) && entry.message_id != NULL &&
      entry.schema_version == self->schema_version)
    {
      state.possible = TRUE;
      state.message_id = g_steal_pointer (&entry.message_id);
      state.args = g_steal_pointer (&entry.args);
    }

  streek_history_entry_clear (&entry);

  return state;
}

/* In the writer thread, or before it runs. */
void
streek_store_refresh_state (StreekStore *self, StreekDb *db)
{
  StreekUndoState undo = read_state (self, db, STREEK_HISTORY_UNDO);
  StreekUndoState redo = read_state (self, db, STREEK_HISTORY_REDO);
  char *version = streek_store_read_meta (db, "reference_version", NULL);

  g_mutex_lock (&self->mutex);
  clear_state (&self->states[STREEK_HISTORY_UNDO]);
  clear_state (&self->states[STREEK_HISTORY_REDO]);
  self->states[STREEK_HISTORY_UNDO] = undo;
  self->states[STREEK_HISTORY_REDO] = redo;
  g_free (self->reference_version);
  self->reference_version = version;
  g_mutex_unlock (&self->mutex);
}

typedef struct
{
  GWeakRef store;
  char **tables;
} Announcement;

static void
free_announcement (gpointer data)
{
  Announcement *news = data;

  g_weak_ref_clear (&news->store);
  g_strfreev (news->tables);
  g_free (news);
}

static void
notify_if_changed (StreekStore *self, StreekHistoryDirection direction, guint property)
{
  g_mutex_lock (&self->mutex);

  gboolean now = self->states[direction].possible;
  gboolean changed = now != self->announced[direction];

  self->announced[direction] = now;
  g_mutex_unlock (&self->mutex);

  if (changed)
    g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static gboolean
on_announcement_cb (gpointer user_data)
{
  Announcement *news = user_data;
  g_autoptr (StreekStore) self = g_weak_ref_get (&news->store);

  if (self == NULL)
    return G_SOURCE_REMOVE;

  notify_if_changed (self, STREEK_HISTORY_UNDO, PROP_CAN_UNDO);
  notify_if_changed (self, STREEK_HISTORY_REDO, PROP_CAN_REDO);

  if (news->tables[0] != NULL)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0, news->tables);

  return G_SOURCE_REMOVE;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

/* Where a window stands, or what is half typed, makes nothing else out of date. */
static gboolean
is_shared_data (char *const *tables)
{
  for (guint i = 0; tables[i] != NULL; i++)
    if (streek_schema_is_recorded (tables[i]) || g_str_has_prefix (tables[i], "ref_"))
      return TRUE;

  return FALSE;
}

/* In the writer thread after a commit: the context of whoever opened the file hears of it. */
void
streek_store_announce (StreekStore *self, GHashTable *touched)
{
  Announcement *news = g_new0 (Announcement, 1);
  guint n_tables;
  g_autofree char **names = (char **) g_hash_table_get_keys_as_array (touched, &n_tables);
  g_autoptr (GSource) source = g_idle_source_new ();

  qsort (names, n_tables, sizeof (char *), compare_names);
  g_weak_ref_init (&news->store, self);
  news->tables = g_strdupv (names);

  if (is_shared_data (news->tables))
    {
      g_mutex_lock (&self->mutex);
      self->generation++;
      for (guint i = 0; i < n_tables; i++)
        g_hash_table_replace (self->changed, g_strdup (names[i]),
                              g_memdup2 (&self->generation, sizeof self->generation));
      g_mutex_unlock (&self->mutex);
    }

  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, on_announcement_cb, news, free_announcement);
  g_source_attach (source, self->context);
}

/* Sets %G_IO_ERROR_CLOSED on a store that is closed. */
gboolean
streek_store_refuse_closed (StreekStore *self, GError **error)
{
  g_mutex_lock (&self->mutex);

  gboolean closed = self->closed;

  g_mutex_unlock (&self->mutex);

  if (closed)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CLOSED, _ ("The file is closed."));

  return !closed;
}

/* Returns: (transfer full) (nullable): %NULL without an error where there is no such key */
char *
streek_store_read_meta (StreekDb *db, const char *key, GError **error)
{
  static const char sql[] = "SELECT value FROM store_meta WHERE key = ?1";
  g_autoptr (sqlite3_stmt) stmt = streek_db_prepare (db, sql, error);

  if (stmt == NULL)
    return NULL;

  streek_db_bind_text (stmt, 1, key);

  return streek_db_step (stmt, error) == STREEK_STEP_ROW ? streek_db_dup_text (stmt, 0) : NULL;
}

gboolean
streek_store_write_meta (StreekDb *db, const char *key, const char *value, GError **error)
{
  static const char sql[] = "INSERT INTO store_meta (key, value) VALUES (?1, ?2)"
                            " ON CONFLICT (key) DO UPDATE SET value = excluded.value";
  g_autoptr (sqlite3_stmt) stmt = streek_db_prepare (db, sql, error);

  if (stmt == NULL)
    return FALSE;

  streek_db_bind_text (stmt, 1, key);
  streek_db_bind_text (stmt, 2, value);

  return streek_db_finish (stmt, error);
}

static void
streek_store_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  StreekStore *self = STREEK_STORE (object);

  switch (property_id)
    {
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, streek_store_can_undo (self));
      break;
    case PROP_CAN_REDO:
      g_value_set_boolean (value, streek_store_can_redo (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
streek_store_finalize (GObject *object)
{
  StreekStore *self = STREEK_STORE (object);

  streek_store_close (self);
  clear_state (&self->states[STREEK_HISTORY_UNDO]);
  clear_state (&self->states[STREEK_HISTORY_REDO]);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->shown_path, g_free);
  g_clear_pointer (&self->holder, g_free);
  g_clear_pointer (&self->reference_version, g_free);
  g_clear_pointer (&self->context, g_main_context_unref);
  g_clear_pointer (&self->jobs, g_async_queue_unref);
  g_clear_pointer (&self->idle, g_ptr_array_unref);
  g_clear_pointer (&self->changed, g_hash_table_unref);
  g_clear_pointer (&self->borrowed, g_ptr_array_unref);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->changed_cond);

  G_OBJECT_CLASS (streek_store_parent_class)->finalize (object);
}

static void
streek_store_class_init (StreekStoreClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = streek_store_finalize;
  object_class->get_property = streek_store_get_property;

  /**
   * StreekStore:can-undo:
   *
   * Whether streek_store_undo() has something to take back. Notified in the main context in
   * which the file was opened.
   */
  properties[PROP_CAN_UNDO] =
    g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * StreekStore:can-redo:
   *
   * Whether streek_store_redo() has something to do again.
   */
  properties[PROP_CAN_REDO] =
    g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * StreekStore::changed:
   * @self: the store
   * @tables: (type GStrv): names of the tables that a commit touched, in alphabetical order
   *
   * A command, undo, redo or other write was committed. Emitted in the main context in which
   * the file was opened, before the callback of the call that did it.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRV);
}

static void
streek_store_init (StreekStore *self)
{
  g_mutex_init (&self->mutex);
  g_cond_init (&self->changed_cond);
  self->jobs = g_async_queue_new ();
  self->idle = g_ptr_array_new_with_free_func ((GDestroyNotify) streek_db_close);
  self->changed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->borrowed = g_ptr_array_new ();
  self->context = g_main_context_ref_thread_default ();
}

static void
discard_shown_copy (StreekStore *self)
{
  if (self->shown_path == NULL)
    return;

  g_autofree char *folder = g_path_get_dirname (self->shown_path);

  streek_medium_discard (self->shown_path);
  g_rmdir (folder);
}

/**
 * streek_store_close:
 *
 * Ends running reads, waits until every reader is returned, then ends the writer: the file is
 * at rest as one file, and its lock file gone. Closing twice is fine; the last reference closes
 * too. Must not be called by a thread that holds a reader, nor by a command.
 */
void
streek_store_close (StreekStore *self)
{
  g_return_if_fail (STREEK_IS_STORE (self));

  g_mutex_lock (&self->mutex);

  if (self->closed)
    {
      g_mutex_unlock (&self->mutex);
      return;
    }

  self->closed = TRUE;

  for (guint i = 0; i < self->borrowed->len; i++)
    {
      StreekReader *reader = g_ptr_array_index (self->borrowed, i);

      sqlite3_interrupt (streek_db_get_handle (reader->db));
    }

  while (self->borrowed->len > 0)
    g_cond_wait (&self->changed_cond, &self->mutex);

  g_ptr_array_set_size (self->idle, 0);
  g_mutex_unlock (&self->mutex);

  streek_store_stop_writer (self);
  discard_shown_copy (self);
}

/**
 * streek_store_get_path:
 *
 * Returns: the file, absolute and without symbolic links
 */
const char *
streek_store_get_path (StreekStore *self)
{
  return self->path;
}

/**
 * streek_store_get_schema:
 *
 * Returns: (transfer none): the schema that it was opened with
 */
const StreekSchema *
streek_store_get_schema (StreekStore *self)
{
  return self->schema;
}

/**
 * streek_store_is_read_only:
 *
 * Returns: whether every write is refused, for as long as it is open
 */
gboolean
streek_store_is_read_only (StreekStore *self)
{
  return self->reason != STREEK_STORE_WRITABLE;
}

/**
 * streek_store_get_read_only_reason:
 *
 * Returns: why nothing can be written, %STREEK_STORE_WRITABLE where it can; see
 *   streek_store_dup_read_only_sentence() for people
 */
StreekStoreReadOnlyReason
streek_store_get_read_only_reason (StreekStore *self)
{
  return self->reason;
}

/**
 * streek_store_get_holder:
 *
 * Returns: (nullable): who has the file, such as "An Peeters on pc12", where the reason is
 *   %STREEK_STORE_READ_ONLY_HELD
 */
const char *
streek_store_get_holder (StreekStore *self)
{
  return self->holder;
}

static char *
dup_reason (StreekStore *self)
{
  switch (self->reason)
    {
    case STREEK_STORE_READ_ONLY_BY_REQUEST:
      return g_strdup (_ ("The file was opened for reading only."));
    case STREEK_STORE_READ_ONLY_MEDIUM:
      return g_strdup (_ ("The file or its folder is write-protected, so it can only be read."));
    case STREEK_STORE_READ_ONLY_FULL:
      return g_strdup (_ ("The disk is full, so the file can only be read."));
    case STREEK_STORE_READ_ONLY_HELD:
      /* Translators: %s is a person, or a person on a computer. */
      return g_strdup_printf (_ ("The file is in use by %s, so it can only be read."),
                              self->holder);
    default:
      return NULL;
    }
}

/**
 * streek_store_dup_read_only_sentence:
 *
 * Returns: (transfer full) (nullable): why nothing can be changed, and that an updated copy is
 *   shown where the file is of an older version, for people; %NULL where it can be changed
 */
char *
streek_store_dup_read_only_sentence (StreekStore *self)
{
  g_autofree char *reason = dup_reason (self);

  if (reason == NULL || self->shown_path == NULL)
    return g_steal_pointer (&reason);

  return g_strdup_printf ("%s %s", reason,
                          _ ("An older version of Streekatlas made it; what you see is an updated "
                             "copy, and the file itself stays as it is."));
}

/**
 * streek_store_get_office_id:
 *
 * Returns: the random number that tells this file's changes from those of other offices
 */
gint64
streek_store_get_office_id (StreekStore *self)
{
  return self->office_id;
}

/**
 * streek_store_get_schema_version:
 *
 * Returns: the number of migrations that the file has had, or the updated copy that is shown of it
 */
int
streek_store_get_schema_version (StreekStore *self)
{
  return self->schema_version;
}

/**
 * streek_store_get_generation:
 *
 * Tells whether something that was read may be out of date: without waiting for
 * #StreekStore::changed, in any thread. Ask before borrowing the reader.
 *
 * Returns: a number that grows with every commit to recorded or reference tables
 */
guint64
streek_store_get_generation (StreekStore *self)
{
  g_return_val_if_fail (STREEK_IS_STORE (self), 0);

  g_mutex_lock (&self->mutex);

  guint64 generation = self->generation;

  g_mutex_unlock (&self->mutex);

  return generation;
}

/**
 * streek_store_has_changed_since:
 * @table: its name
 * @generation: of streek_store_get_generation()
 *
 * Returns: whether a commit after that one changed the table
 */
gboolean
streek_store_has_changed_since (StreekStore *self, const char *table, guint64 generation)
{
  g_return_val_if_fail (STREEK_IS_STORE (self), TRUE);

  g_mutex_lock (&self->mutex);

  const guint64 *last = g_hash_table_lookup (self->changed, table);
  gboolean has_changed = last != NULL && *last > generation;

  g_mutex_unlock (&self->mutex);

  return has_changed;
}

/**
 * streek_store_list_changed_since:
 * @generation: of streek_store_get_generation()
 *
 * Returns: (transfer full) (array zero-terminated): every table that a commit after that one
 *   changed, in no order
 */
char **
streek_store_list_changed_since (StreekStore *self, guint64 generation)
{
  g_return_val_if_fail (STREEK_IS_STORE (self), NULL);

  GPtrArray *names = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer name, last;

  g_mutex_lock (&self->mutex);

  g_hash_table_iter_init (&iter, self->changed);
  while (g_hash_table_iter_next (&iter, &name, &last))
    if (*(const guint64 *) last > generation)
      g_ptr_array_add (names, g_strdup (name));

  g_mutex_unlock (&self->mutex);

  g_ptr_array_add (names, NULL);

  return (char **) g_ptr_array_free (names, FALSE);
}

/**
 * streek_store_dup_reference_version:
 *
 * Returns: (transfer full) (nullable): of which data the reference tables are, %NULL without any
 */
char *
streek_store_dup_reference_version (StreekStore *self)
{
  g_mutex_lock (&self->mutex);

  char *version = g_strdup (self->reference_version);

  g_mutex_unlock (&self->mutex);

  return version;
}

/**
 * streek_store_random_id:
 *
 * Returns: a random key of 63 bits, never 0, for a row that people make: offices that each made
 *   rows can then merge
 */
gint64
streek_store_random_id (void)
{
  gint64 id = 0;

  do
    if (getrandom (&id, sizeof id, 0) != sizeof id)
      id = ((gint64) g_random_int () << 32) | g_random_int ();
  while ((id & G_MAXINT64) == 0);

  return id & G_MAXINT64;
}

/**
 * streek_store_write_reference_version:
 * @db: the connection of a running command or of the program that builds a template
 *
 * Says of which data the reference tables are.
 */
gboolean
streek_store_write_reference_version (StreekDb *db, const char *version, GError **error)
{
  return streek_store_write_meta (db, "reference_version", version, error);
}

/* Returns: (transfer full): another connection for reading, or %NULL with @error set */
StreekDb *
streek_store_connect (StreekStore *self, GError **error)
{
  return streek_db_open (self->shown_path != NULL ? self->shown_path : self->path,
                         self->reader_flags, error);
}

static StreekDb *
take_idle (StreekStore *self)
{
  StreekDb *db = NULL;

  g_mutex_lock (&self->mutex);

  if (self->idle->len > 0)
    db = g_ptr_array_steal_index (self->idle, self->idle->len - 1);

  g_mutex_unlock (&self->mutex);

  return db;
}

/* Between closing and this, only one may win. */
static gboolean
register_reader (StreekStore *self, StreekReader *reader, GError **error)
{
  g_mutex_lock (&self->mutex);

  gboolean closed = self->closed;

  if (!closed)
    g_ptr_array_add (self->borrowed, reader);

  g_mutex_unlock (&self->mutex);

  if (closed)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CLOSED, _ ("The file is closed."));

  return !closed;
}

/**
 * streek_store_borrow_reader:
 * @cancellable: (nullable): ends a running statement of this reader when cancelled
 * @error: return location for a #StreekStoreError
 *
 * Lends a read-only connection, in any thread; it stays in that thread. Everything read through
 * it is of one moment: the file as it was at the first statement. Return it soon: on a network
 * share a writer waits for it. `g_autoptr (StreekReader)` returns it; statements must be gone by
 * then, so declare them after it.
 *
 * Returns: (transfer full): the reader, given back with streek_store_return_reader()
 */
StreekReader *
streek_store_borrow_reader (StreekStore *self, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (STREEK_IS_STORE (self), NULL);

  if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
      !streek_store_refuse_closed (self, error))
    return NULL;

  g_autoptr (StreekDb) db = take_idle (self);

  if (db == NULL)
    db = streek_store_connect (self, error);
  if (db == NULL || !streek_db_execute (db, "BEGIN", error))
    return NULL;

  StreekReader *reader = g_new0 (StreekReader, 1);

  reader->db = db;

  if (!register_reader (self, reader, error))
    {
      g_free (reader);
      return NULL;
    }

  reader->store = g_object_ref (self);
  streek_db_set_cancellable (db, cancellable);
  db = NULL;

  return reader;
}

/**
 * streek_store_return_reader:
 * @reader: (nullable) (transfer full): a reader without statements
 */
void
streek_store_return_reader (StreekReader *reader)
{
  if (reader == NULL)
    return;

  g_autoptr (StreekStore) store = reader->store;
  g_autoptr (StreekDb) db = reader->db;

  streek_db_set_cancellable (db, NULL);

  gboolean reusable = streek_db_execute (db, "ROLLBACK", NULL);

  g_mutex_lock (&store->mutex);
  g_ptr_array_remove_fast (store->borrowed, reader);

  if (reusable && !store->closed && store->idle->len < MAX_IDLE_READERS)
    g_ptr_array_add (store->idle, g_steal_pointer (&db));
  else
    g_clear_pointer (&db, streek_db_close);

  g_cond_broadcast (&store->changed_cond);
  g_mutex_unlock (&store->mutex);

  g_free (reader);
}

/**
 * streek_reader_get_db:
 *
 * Returns: (transfer none): the connection, until the reader is returned
 */
StreekDb *
streek_reader_get_db (StreekReader *reader)
{
  return reader->db;
}

static gboolean
is_possible (StreekStore *self, StreekHistoryDirection direction)
{
  g_mutex_lock (&self->mutex);

  gboolean possible = self->states[direction].possible;

  g_mutex_unlock (&self->mutex);

  return possible && !streek_store_is_read_only (self);
}

static char *
dup_message (StreekStore *self, StreekHistoryDirection direction)
{
  char *message = NULL;

  g_mutex_lock (&self->mutex);

  if (self->states[direction].possible)
    message =
      streek_message_format (self->states[direction].message_id, self->states[direction].args);

  g_mutex_unlock (&self->mutex);

  return message;
}

/**
 * streek_store_can_undo:
 *
 * Returns: whether streek_store_undo() has something to take back
 */
gboolean
streek_store_can_undo (StreekStore *self)
{
  return is_possible (self, STREEK_HISTORY_UNDO);
}

/**
 * streek_store_can_redo:
 *
 * Returns: whether streek_store_redo() has something to do again
 */
gboolean
streek_store_can_redo (StreekStore *self)
{
  return is_possible (self, STREEK_HISTORY_REDO);
}

/**
 * streek_store_dup_undo_message:
 *
 * Returns: (transfer full) (nullable): what would be taken back, in the language of now
 */
char *
streek_store_dup_undo_message (StreekStore *self)
{
  return dup_message (self, STREEK_HISTORY_UNDO);
}

/**
 * streek_store_dup_redo_message:
 *
 * Returns: (transfer full) (nullable): what would be done again, in the language of now
 */
char *
streek_store_dup_redo_message (StreekStore *self)
{
  return dup_message (self, STREEK_HISTORY_REDO);
}
