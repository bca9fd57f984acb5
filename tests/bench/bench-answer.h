/* How the bare service is asked. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#define BENCH_ANSWER_NAME "vn.huunghi.BareAnswer"
#define BENCH_ANSWER_PATH "/vn/huunghi/BareAnswer"
#define BENCH_ANSWER_INTERFACE "org.gnome.Shell.SearchProvider2"
#define BENCH_ANSWER_METHOD "GetInitialResultSet"
