/* streek-nodes.c: the tree of widgets of a program, read over the accessibility bus in one go */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "streek-nodes.h"

#include <dbus/dbus.h>

/* libatspi asks one question, waits for its answer and asks the next: five for each widget, and
 * each wakes three programs. Here a whole level of the tree is asked at once, so that nobody waits;
 * reading takes a fifth of the time. */

#define ACCESSIBLE "org.a11y.atspi.Accessible"
#define COMPONENT "org.a11y.atspi.Component"
#define NOBODY "/org/a11y/atspi/null"
#define MAX_DEPTH 60
#define ANSWER_MS 15000

typedef struct
{
  AtspiAccessible *root;
  GPtrArray *questions; /* DBusPendingCall, in the order in which they were asked */
} Talk;

static void
talk_clear (Talk *talk)
{
  g_ptr_array_unref (talk->questions);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Talk, talk_clear)

static void
talk_init (Talk *talk, AtspiAccessible *root)
{
  talk->root = root;
  talk->questions = g_ptr_array_new_with_free_func ((GDestroyNotify) dbus_pending_call_unref);
}

static DBusMessage *
make_question (Talk *talk, const char *path, const char *interface, const char *method)
{
  return dbus_message_new_method_call (talk->root->parent.app->bus_name, path, interface, method);
}

static void
send_question (Talk *talk, DBusMessage *message)
{
  DBusPendingCall *pending = NULL;

  dbus_connection_send_with_reply (atspi_get_a11y_bus (), message, &pending, ANSWER_MS);
  dbus_message_unref (message);
  g_assert_nonnull (pending);
  g_ptr_array_add (talk->questions, pending);
}

static void
ask (Talk *talk, const char *path, const char *method)
{
  send_question (talk, make_question (talk, path, ACCESSIBLE, method));
}

/* GTK 4 knows no other coordinates than those of the window. */
static void
ask_extents (Talk *talk, const char *path)
{
  DBusMessage *message = make_question (talk, path, COMPONENT, "GetExtents");
  dbus_uint32_t type = ATSPI_COORD_TYPE_WINDOW;

  dbus_message_append_args (message, DBUS_TYPE_UINT32, &type, DBUS_TYPE_INVALID);
  send_question (talk, message);
}

static void
ask_name (Talk *talk, const char *path)
{
  DBusMessage *message = make_question (talk, path, DBUS_INTERFACE_PROPERTIES, "Get");
  const char *interface = ACCESSIBLE, *property = "Name";

  dbus_message_append_args (message, DBUS_TYPE_STRING, &interface, DBUS_TYPE_STRING, &property,
                            DBUS_TYPE_INVALID);
  send_question (talk, message);
}

/* Waits for the answer to question @i; NULL where that is an error, else to be unreffed. @at: set
 * to what it begins with */
static DBusMessage *
take_answer (Talk *talk, guint i, DBusMessageIter *at)
{
  DBusPendingCall *pending = talk->questions->pdata[i];

  dbus_pending_call_block (pending);

  DBusMessage *answer = dbus_pending_call_steal_reply (pending);

  if (answer != NULL && dbus_message_get_type (answer) == DBUS_MESSAGE_TYPE_METHOD_RETURN &&
      dbus_message_iter_init (answer, at))
    return answer;

  g_clear_pointer (&answer, dbus_message_unref);

  return NULL;
}

static char *
take_role (Talk *talk, guint i)
{
  DBusMessageIter at;
  DBusMessage *answer = take_answer (talk, i, &at);
  dbus_uint32_t role;

  if (answer == NULL)
    return NULL;

  dbus_message_iter_get_basic (&at, &role);
  dbus_message_unref (answer);

  return role == ATSPI_ROLE_PUSH_BUTTON ? g_strdup ("button")
                                        : atspi_role_get_name ((AtspiRole) role);
}

static gboolean
take_is_shown (Talk *talk, guint i)
{
  DBusMessageIter at, parts;
  DBusMessage *answer = take_answer (talk, i, &at);
  dbus_int32_t rect[4];

  if (answer == NULL)
    return TRUE;

  dbus_message_iter_recurse (&at, &parts);

  for (gsize k = 0; k < G_N_ELEMENTS (rect); k++)
    {
      dbus_message_iter_get_basic (&parts, &rect[k]);
      dbus_message_iter_next (&parts);
    }

  dbus_message_unref (answer);

  return rect[2] > 0 && rect[3] > 0 && rect[2] < 30000 && rect[3] < 30000;
}

static char *
take_name (Talk *talk, guint i)
{
  DBusMessageIter at, value;
  DBusMessage *answer = take_answer (talk, i, &at);
  const char *name;

  if (answer == NULL)
    return g_strdup ("");

  dbus_message_iter_recurse (&at, &value);
  dbus_message_iter_get_basic (&value, &name);

  char *copy = g_strdup (name);

  dbus_message_unref (answer);

  return copy;
}

static StreekNode *
streek_node_new (const char *path, int depth)
{
  StreekNode *node = g_new0 (StreekNode, 1);

  node->path = g_strdup (path);
  node->depth = depth;
  node->children = g_ptr_array_new_with_free_func ((GDestroyNotify) streek_node_free);

  return node;
}

void
streek_node_free (StreekNode *node)
{
  g_ptr_array_unref (node->children);
  g_free (node->path);
  g_free (node->role);
  g_free (node);
}

static void
take_children (Talk *talk, guint i, StreekNode *node)
{
  DBusMessageIter at, list;
  DBusMessage *answer = take_answer (talk, i, &at);

  if (answer == NULL)
    return;

  for (dbus_message_iter_recurse (&at, &list);
       dbus_message_iter_get_arg_type (&list) == DBUS_TYPE_STRUCT; dbus_message_iter_next (&list))
    {
      DBusMessageIter reference;
      const char *path;

      dbus_message_iter_recurse (&list, &reference);
      dbus_message_iter_next (&reference);
      dbus_message_iter_get_basic (&reference, &path);

      if (!g_str_equal (path, NOBODY))
        g_ptr_array_add (node->children, streek_node_new (path, node->depth + 1));
    }

  dbus_message_unref (answer);
}

/* Asks what each of @nodes is and drops those that are not shown or just went. */
static void
read_details (AtspiAccessible *root, GPtrArray *parents)
{
  g_auto (Talk) talk;
  guint n_asked = 0;

  talk_init (&talk, root);

  for (guint i = 0; i < parents->len; i++)
    {
      GPtrArray *children = ((StreekNode *) parents->pdata[i])->children;

      for (guint j = 0; j < children->len; j++)
        {
          ask (&talk, ((StreekNode *) children->pdata[j])->path, "GetRole");
          ask_extents (&talk, ((StreekNode *) children->pdata[j])->path);
        }
    }

  for (guint i = 0; i < parents->len; i++)
    {
      GPtrArray *children = ((StreekNode *) parents->pdata[i])->children;

      for (guint j = 0; j < children->len; n_asked += 2)
        {
          StreekNode *child = children->pdata[j];

          child->role = take_role (&talk, n_asked);

          /* windows have no size of their own */
          if (!take_is_shown (&talk, n_asked + 1) && child->depth > 1)
            g_clear_pointer (&child->role, g_free);

          if (child->role != NULL)
            j++;
          else
            g_ptr_array_remove_index (children, j);
        }
    }
}

/* Reads what is in each of @level, and returns those of them that may hold more. */
static GPtrArray *
read_level (AtspiAccessible *root, GPtrArray *level, StreekDescendFunc descend, gpointer user_data)
{
  g_autoptr (GPtrArray) parents = g_ptr_array_new ();
  GPtrArray *next = g_ptr_array_new ();
  g_auto (Talk) talk;

  talk_init (&talk, root);

  for (guint i = 0; i < level->len; i++)
    if (descend == NULL || descend (level->pdata[i], user_data))
      {
        g_ptr_array_add (parents, level->pdata[i]);
        ask (&talk, ((StreekNode *) level->pdata[i])->path, "GetChildren");
      }

  for (guint i = 0; i < parents->len; i++)
    take_children (&talk, i, parents->pdata[i]);

  read_details (root, parents);

  for (guint i = 0; i < parents->len; i++)
    g_ptr_array_extend (next, ((StreekNode *) parents->pdata[i])->children, NULL, NULL);

  return next;
}

StreekNode *
streek_node_read (AtspiAccessible *root, StreekDescendFunc descend, gpointer user_data)
{
  g_autoptr (StreekNode) node = streek_node_new (root->parent.path, 0);
  g_autoptr (GPtrArray) level = g_ptr_array_new ();
  g_auto (Talk) talk;

  talk_init (&talk, root);
  ask (&talk, node->path, "GetRole");
  node->role = take_role (&talk, 0);

  if (node->role == NULL)
    return NULL;

  g_ptr_array_add (level, node);

  for (int depth = 0; depth < MAX_DEPTH && level->len > 0; depth++)
    {
      GPtrArray *next = read_level (root, level, descend, user_data);

      g_ptr_array_unref (level);
      level = next;
    }

  return g_steal_pointer (&node);
}

gboolean
streek_node_walk (StreekNode *node, StreekVisitFunc visit, gpointer user_data)
{
  if (!visit (node, user_data))
    return FALSE;

  for (guint i = 0; i < node->children->len; i++)
    if (!streek_node_walk (node->children->pdata[i], visit, user_data))
      return FALSE;

  return TRUE;
}

GPtrArray *
streek_node_list_names (AtspiAccessible *root, GPtrArray *nodes)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_auto (Talk) talk;

  talk_init (&talk, root);

  for (guint i = 0; i < nodes->len; i++)
    ask_name (&talk, ((StreekNode *) nodes->pdata[i])->path);

  for (guint i = 0; i < nodes->len; i++)
    g_ptr_array_add (names, take_name (&talk, i));

  return names;
}

/* As libatspi makes one itself: it has no function for this. */
AtspiAccessible *
streek_node_make_accessible (AtspiAccessible *root, const StreekNode *node)
{
  AtspiAccessible *accessible = g_object_new (ATSPI_TYPE_ACCESSIBLE, NULL);

  accessible->parent.app = g_object_ref (root->parent.app);
  accessible->parent.path = g_strdup (node->path);

  return accessible;
}
