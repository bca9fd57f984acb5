/* Reminds of what is due in a register while the program runs, where the person has asked for it.
 *
 * One notification a subject and register. It is sent once a day, which is remembered over starts of the program, stays
 * as long as something is due, and is taken back after that.
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-reminder-watch.h"

#include "hn-reminders.h"

/* A day that begins while the computer sleeps is noticed no later. */
#define SECONDS_BETWEEN_LOOKS 3600

struct _HnReminderWatch
{
  GObject parent_instance;

  GApplication *application;
  GSettings *settings;
  HnStore *store;
  GCancellable *cancellable;
  HnDate day;       /* of the last question, or unset */
  gboolean asking;
  gboolean outdated; /* something has changed since the question was asked */
  guint source;
};

G_DEFINE_FINAL_TYPE (HnReminderWatch, hn_reminder_watch, G_TYPE_OBJECT)

static const HnReminderSubject subjects[] = { HN_REMINDER_REPORTS, HN_REMINDER_FOLLOW_UPS };

/* --- what was said on which day ------------------------------------------ */

/* (transfer full): by which the desktop knows a notification, and the settings when it was sent */
static char *
make_id (HnReminderWatch   *self,
         HnReminderSubject  subject)
{
  return g_strdup_printf ("%s:%s", hn_reminder_subject_name (subject), hn_store_get_path (self->store));
}

/* (transfer full) (nullable) */
static char *
get_day_said (HnReminderWatch *self,
              const char      *id)
{
  g_autoptr (GVariant) days = g_settings_get_value (self->settings, "reminded");
  char *day = NULL;

  g_variant_lookup (days, id, "s", &day);

  return day;
}

/* @day is NULL where nothing is said any more. */
static void
set_day_said (HnReminderWatch *self,
              const char      *id,
              const char      *day)
{
  g_autoptr (GVariant) before = g_settings_get_value (self->settings, "reminded");
  GVariantBuilder after = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a{ss}"));
  GVariantIter iter;
  const char *key, *value;

  g_variant_iter_init (&iter, before);
  while (g_variant_iter_next (&iter, "{&s&s}", &key, &value))
    if (!g_str_equal (key, id))
      g_variant_builder_add (&after, "{ss}", key, value);
  if (day != NULL)
    g_variant_builder_add (&after, "{ss}", id, day);
  g_settings_set_value (self->settings, "reminded", g_variant_builder_end (&after));
}

/* --- saying it ----------------------------------------------------------- */

static void
withdraw (HnReminderWatch   *self,
          HnReminderSubject  subject)
{
  g_autofree char *id = make_id (self, subject);
  g_autofree char *day = get_day_said (self, id);

  if (day == NULL)
    return;

  g_application_withdraw_notification (self->application, id);
  set_day_said (self, id, NULL);
}

static void
set_action (GNotification    *notification,
            const HnReminder *reminder,
            const char       *path)
{
  if (reminder->subject == HN_REMINDER_REPORTS)
    g_notification_set_default_action_and_target (notification, "app.show-submissions", "s", path);
  else
    g_notification_set_default_action_and_target (notification, "app.open-record", "(ssx)", path, "contact_log",
                                                  reminder->record);
}

static void
remind (HnReminderWatch  *self,
        const HnReminder *reminder)
{
  g_autofree char *id = make_id (self, reminder->subject);
  g_autofree char *day = get_day_said (self, id);
  g_autofree char *today = hn_date_to_iso (self->day);
  g_autoptr (GNotification) notification = NULL;

  if (g_strcmp0 (day, today) == 0)
    return;

  notification = g_notification_new (reminder->title);
  g_notification_set_body (notification, reminder->body);
  set_action (notification, reminder, hn_store_get_path (self->store));
  g_application_send_notification (self->application, id, notification);
  set_day_said (self, id, today);
}

static const HnReminder *
find_reminder (GPtrArray         *reminders,
               HnReminderSubject  subject)
{
  for (guint i = 0; i < reminders->len; i++)
    {
      const HnReminder *reminder = g_ptr_array_index (reminders, i);

      if (reminder->subject == subject)
        return reminder;
    }

  return NULL;
}

/* --- asking -------------------------------------------------------------- */

static void check (HnReminderWatch *self);

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (HnReminderWatch) self = user_data;
  g_autoptr (GPtrArray) reminders = hn_reminders_load_finish (HN_STORE (source), result, NULL);

  self->asking = FALSE;
  if (g_cancellable_is_cancelled (self->cancellable) || !g_settings_get_boolean (self->settings, "notify-due"))
    return;
  if (self->outdated)
    {
      check (self);
      return;
    }

  /* A register that cannot be read at the moment says so where a person looks at it. */
  for (guint i = 0; reminders != NULL && i < G_N_ELEMENTS (subjects); i++)
    {
      const HnReminder *reminder = find_reminder (reminders, subjects[i]);

      if (reminder != NULL)
        remind (self, reminder);
      else
        withdraw (self, subjects[i]);
    }
}

/* One question at a time: of several changes in a row the last is what counts. */
static void
check (HnReminderWatch *self)
{
  g_autofree char *rules = NULL;

  self->outdated = self->asking;
  if (self->asking || !g_settings_get_boolean (self->settings, "notify-due"))
    return;

  self->asking = TRUE;
  self->day = hn_date_today ();
  rules = g_settings_get_string (self->settings, "report-rule");
  hn_reminders_load_async (self->store, rules, self->day, self->cancellable, loaded_cb, g_object_ref (self));
}

static gboolean
look_cb (gpointer data)
{
  hn_reminder_watch_check_day (data);

  return G_SOURCE_CONTINUE;
}

static void
switched_cb (HnReminderWatch *self)
{
  if (g_settings_get_boolean (self->settings, "notify-due"))
    check (self);
  else
    for (guint i = 0; i < G_N_ELEMENTS (subjects); i++)
      withdraw (self, subjects[i]);
}

static gboolean
is_about (const HnKind *kind)
{
  static const char *const names[] = { "contact_log", "submission", "report_rule", "holiday" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (kind->name, names[i]))
      return TRUE;

  return FALSE;
}

static void
store_changed_cb (HnReminderWatch *self,
                  GPtrArray       *changes)
{
  gboolean concerned = changes == NULL;

  for (guint i = 0; !concerned && i < changes->len; i++)
    concerned = is_about (((const HnRecordChange *) g_ptr_array_index (changes, i))->kind);
  if (concerned)
    check (self);
}

/* --- the object ---------------------------------------------------------- */

static void
hn_reminder_watch_dispose (GObject *object)
{
  HnReminderWatch *self = HN_REMINDER_WATCH (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_object (&self->application);
  g_clear_object (&self->settings);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (hn_reminder_watch_parent_class)->dispose (object);
}

static void
hn_reminder_watch_finalize (GObject *object)
{
  HnReminderWatch *self = HN_REMINDER_WATCH (object);

  g_object_unref (self->cancellable);

  G_OBJECT_CLASS (hn_reminder_watch_parent_class)->finalize (object);
}

static void
hn_reminder_watch_class_init (HnReminderWatchClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = hn_reminder_watch_dispose;
  object_class->finalize = hn_reminder_watch_finalize;
}

static void
hn_reminder_watch_init (HnReminderWatch *self)
{
  self->cancellable = g_cancellable_new ();
}

/**
 * hn_reminder_watch_new:
 * @application: a registered one, which has the actions app.show-submissions and app.open-record
 * @settings: where the person says whether and of what to be reminded
 * @store: of the register
 *
 * Reminds at once if something is due and nothing was said of it today, when the day changes, and when something is
 * saved that makes it due; takes back what is not due any more. Whoever made it disposes of it with the register's
 * window: what was said stays on the desktop.
 */
HnReminderWatch *
hn_reminder_watch_new (GApplication *application,
                       GSettings    *settings,
                       HnStore      *store)
{
  HnReminderWatch *self;

  g_return_val_if_fail (G_IS_APPLICATION (application), NULL);
  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);
  g_return_val_if_fail (HN_IS_STORE (store), NULL);

  self = g_object_new (HN_TYPE_REMINDER_WATCH, NULL);
  self->application = g_object_ref (application);
  self->settings = g_object_ref (settings);
  self->store = g_object_ref (store);
  g_signal_connect_object (settings, "changed::notify-due", G_CALLBACK (switched_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "changed::report-rule", G_CALLBACK (check), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
  self->source = g_timeout_add_seconds (SECONDS_BETWEEN_LOOKS, look_cb, self);
  check (self);

  return self;
}

/**
 * hn_reminder_watch_check_day:
 *
 * To be called when somebody comes back to the program: timers stand still while a computer sleeps.
 */
void
hn_reminder_watch_check_day (HnReminderWatch *self)
{
  g_return_if_fail (HN_IS_REMINDER_WATCH (self));

  if (hn_date_compare (hn_date_today (), self->day) != 0)
    check (self);
}
