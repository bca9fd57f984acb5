/* The search provider on a bus of the test's own, with the sample as the register that was opened last. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-register.h"

G_BEGIN_DECLS

typedef struct
{
  GTestDBus       *bus;
  GDBusConnection *connection;
  GSettings       *settings;
  char            *folder;   /* of the register, and of nothing else */
  char            *services; /* what the bus can start */
  char            *path; /* of the register */
} SearchFixture;

void        search_fixture_take_arguments (int            argc,
                                           char         **argv);
void        search_fixture_set_up         (SearchFixture *fixture,
                                           gconstpointer  data);
void        search_fixture_tear_down      (SearchFixture *fixture,
                                           gconstpointer  data);
HnRegister *search_fixture_open           (SearchFixture *fixture);
void        search_fixture_set_recent     (SearchFixture *fixture,
                                           const char    *path);
GVariant   *search_fixture_call           (SearchFixture *fixture,
                                           const char    *method,
                                           GVariant      *parameters,
                                           GError       **error);
GStrv       search_fixture_find           (SearchFixture *fixture,
                                           const char    *text);
GVariant   *search_fixture_describe       (SearchFixture *fixture,
                                           const char    *result);

#define SEARCH_TEST(path, function) \
  g_test_add (path, SearchFixture, NULL, search_fixture_set_up, function, search_fixture_tear_down)

G_END_DECLS
