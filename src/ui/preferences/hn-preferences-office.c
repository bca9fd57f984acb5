/* The page of the preferences with the office's profiles. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "hn-preferences-office.h"

#include <glib/gi18n-lib.h>

#include "hn-editor.h"
#include "hn-office-profiles.h"
#include "hn-record-row.h"

struct _HnPreferencesOffice
{
  AdwPreferencesPage parent_instance;

  HnContext *context;
  GCancellable *cancellable; /* of what is read now, or NULL */
  GPtrArray *profiles;       /* of HnOfficeProfile, as shown; or NULL */
  GPtrArray *rows;           /* of GtkWidget */

  AdwPreferencesGroup *profiles_group;
  GtkWidget *add_group;
};

G_DEFINE_FINAL_TYPE (HnPreferencesOffice, hn_preferences_office, ADW_TYPE_PREFERENCES_PAGE)

static void
add_cb (HnPreferencesOffice *self)
{
  g_autoptr (HnRecord) next = NULL;

  if (self->profiles == NULL)
    return;

  next = hn_office_profiles_begin_next (self->profiles, hn_date_today ());
  adw_dialog_present (hn_editor_new (self->context, next), GTK_WIDGET (self));
}

/* --- a row --------------------------------------------------------------- */

/* "12/10/1998 – 30/06/2025" */
static char *
describe_days (const HnOfficeProfile *profile)
{
  g_autofree char *from = hn_date_is_set (profile->from) ? hn_date_print (profile->from) : NULL;
  g_autofree char *to = hn_date_is_set (profile->to) ? hn_date_print (profile->to) : NULL;

  if (from != NULL && to != NULL)
    return g_strdup_printf ("%s – %s", from, to);
  if (from != NULL)
    return g_strdup_printf (_("from %s"), from);
  if (to != NULL)
    return g_strdup_printf (_("until %s"), to);

  return g_strdup (_("always"));
}

static char *
describe (const HnOfficeProfile *profile)
{
  const char *place = hn_record_get_text (profile->record, "place");
  const char *signatory = hn_record_get_text (profile->record, "signatory");
  g_autofree char *days = describe_days (profile);
  g_autoptr (GString) text = g_string_new (place);

  g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", days);
  if (signatory != NULL)
    /* Translators: who signs reports */
    g_string_append_printf (text, _(" · signed by %s"), signatory);

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static GtkWidget *
create_row (HnPreferencesOffice   *self,
            const HnOfficeProfile *profile)
{
  g_autofree char *subtitle = describe (profile);

  return hn_record_row_new (self->context, profile->record, hn_record_get_text (profile->record, "name"), subtitle,
                            profile->in_force ? _("In force") : NULL);
}

/* --- the list ------------------------------------------------------------ */

static void
show_profiles (HnPreferencesOffice *self,
               GPtrArray           *profiles)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->profiles_group, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  g_clear_pointer (&self->profiles, g_ptr_array_unref);

  self->profiles = g_ptr_array_ref (profiles);
  for (guint i = 0; i < profiles->len; i++)
    {
      GtkWidget *row = create_row (self, g_ptr_array_index (profiles, i));

      g_ptr_array_add (self->rows, row);
      adw_preferences_group_add (self->profiles_group, row);
    }
}

static void
show_failure (HnPreferencesOffice *self,
              const GError        *error)
{
  g_autofree char *markup = g_markup_escape_text (error->message, -1);

  adw_preferences_group_set_description (self->profiles_group, markup);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (HnPreferencesOffice) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) profiles = hn_office_profiles_load_finish (HN_STORE (source), result, &error);

  if (self->context == NULL || g_task_get_cancellable (G_TASK (result)) != self->cancellable)
    return;
  if (profiles != NULL)
    show_profiles (self, profiles);
  else
    show_failure (self, error);
}

static void
load (HnPreferencesOffice *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  hn_office_profiles_load_async (hn_context_get_store (self->context), self->cancellable, loaded_cb,
                                 g_object_ref (self));
}

/* --- the object ---------------------------------------------------------- */

static void
hn_preferences_office_dispose (GObject *object)
{
  HnPreferencesOffice *self = HN_PREFERENCES_OFFICE (object);

  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), HN_TYPE_PREFERENCES_OFFICE);
  g_clear_object (&self->context);
  g_clear_pointer (&self->profiles, g_ptr_array_unref);

  G_OBJECT_CLASS (hn_preferences_office_parent_class)->dispose (object);
}

static void
hn_preferences_office_finalize (GObject *object)
{
  HnPreferencesOffice *self = HN_PREFERENCES_OFFICE (object);

  g_clear_object (&self->cancellable);
  g_ptr_array_unref (self->rows);

  G_OBJECT_CLASS (hn_preferences_office_parent_class)->finalize (object);
}

static void
hn_preferences_office_class_init (HnPreferencesOfficeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hn_preferences_office_dispose;
  G_OBJECT_CLASS (klass)->finalize = hn_preferences_office_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, HN_RESOURCE_PATH "/ui/hn-preferences-office.ui");
  gtk_widget_class_bind_template_child (widget_class, HnPreferencesOffice, profiles_group);
  gtk_widget_class_bind_template_child (widget_class, HnPreferencesOffice, add_group);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
}

static void
hn_preferences_office_init (HnPreferencesOffice *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * hn_preferences_office_set_context:
 *
 * Shows the profiles of the register, and follows what is saved. To be called once.
 */
void
hn_preferences_office_set_context (HnPreferencesOffice *self,
                                   HnContext           *context)
{
  HnStore *store;

  g_return_if_fail (HN_IS_PREFERENCES_OFFICE (self));
  g_return_if_fail (HN_IS_CONTEXT (context));
  g_return_if_fail (self->context == NULL);

  store = hn_context_get_store (context);
  self->context = g_object_ref (context);
  gtk_widget_set_visible (self->add_group, !hn_store_is_read_only (store));
  g_signal_connect_object (store, "changed", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
  load (self);
}
