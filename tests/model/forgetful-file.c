/* A file on a medium that takes what it does not keep.
 *
 * It is a file at a path, but nobody is told the path, and before it is read its last byte is another.
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "forgetful-file.h"

#include <glib/gstdio.h>

#define FORGETFUL_TYPE_FILE (forgetful_file_get_type ())
G_DECLARE_FINAL_TYPE (ForgetfulFile, forgetful_file, FORGETFUL, FILE, GObject)

struct _ForgetfulFile
{
  GObject parent_instance;

  GFile *real;
  gboolean lasting; /* it cannot be deleted either */
};

static void forgetful_file_iface_init (GFileIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ForgetfulFile,
                               forgetful_file,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_FILE, forgetful_file_iface_init))

static GFile *
get_real (GFile *file)
{
  return FORGETFUL_FILE (file)->real;
}

static GFile *
copy (GFile *file)
{
  g_autofree char *path = g_file_get_path (get_real (file));

  return forgetful_file_new (path, FORGETFUL_FILE (file)->lasting);
}

static guint
hash (GFile *file)
{
  return g_file_hash (get_real (file));
}

static gboolean
equal (GFile *a,
       GFile *b)
{
  return g_file_equal (get_real (a), get_real (b));
}

static gboolean
is_native (GFile *file)
{
  return FALSE;
}

static char *
get_path (GFile *file)
{
  return NULL;
}

static char *
get_basename (GFile *file)
{
  return g_file_get_basename (get_real (file));
}

static GFileInfo *
query_info (GFile              *file,
            const char         *attributes,
            GFileQueryInfoFlags flags,
            GCancellable       *cancellable,
            GError            **error)
{
  return g_file_query_info (get_real (file), attributes, flags, cancellable, error);
}

static GFileInputStream *
read_other (GFile        *file,
            GCancellable *cancellable,
            GError      **error)
{
  g_autofree char *path = g_file_get_path (get_real (file)), *content = NULL;
  gsize size = 0;

  g_assert_true (g_file_get_contents (path, &content, &size, NULL));
  g_assert_cmpuint (size, >, 0);
  content[size - 1] ^= 1;
  g_assert_true (g_file_set_contents (path, content, (gssize) size, NULL));

  return g_file_read (get_real (file), cancellable, error);
}

static GFileOutputStream *
replace (GFile           *file,
         const char      *etag,
         gboolean         make_backup,
         GFileCreateFlags flags,
         GCancellable    *cancellable,
         GError         **error)
{
  return g_file_replace (get_real (file), etag, make_backup, flags, cancellable, error);
}

static gboolean
delete (GFile        *file,
        GCancellable *cancellable,
        GError      **error)
{
  if (!FORGETFUL_FILE (file)->lasting)
    return g_file_delete (get_real (file), cancellable, error);

  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_READ_ONLY, "It stays");

  return FALSE;
}

static void
forgetful_file_iface_init (GFileIface *iface)
{
  iface->dup = copy;
  iface->hash = hash;
  iface->equal = equal;
  iface->is_native = is_native;
  iface->get_path = get_path;
  iface->get_basename = get_basename;
  iface->get_parse_name = get_basename;
  iface->query_info = query_info;
  iface->read_fn = read_other;
  iface->replace = replace;
  iface->delete_file = delete;
}

static void
forgetful_file_finalize (GObject *object)
{
  g_object_unref (FORGETFUL_FILE (object)->real);

  G_OBJECT_CLASS (forgetful_file_parent_class)->finalize (object);
}

static void
forgetful_file_class_init (ForgetfulFileClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = forgetful_file_finalize;
}

static void
forgetful_file_init (ForgetfulFile *self)
{
}

GFile *
forgetful_file_new (const char *path,
                    gboolean    lasting)
{
  ForgetfulFile *self = g_object_new (FORGETFUL_TYPE_FILE, NULL);

  self->real = g_file_new_for_path (path);
  self->lasting = lasting;

  return G_FILE (self);
}
