/* How a haystack is laid out; shared by the files of this folder. Its functions stand in hn-query.h. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/*   nguyen van duc \n bac giang \n ␁nvd \n ␂0912345678
 *
 * One line a text, then the initials of names, then phone numbers. No text holds a control character, so the
 * first mark ends what is searched word by word. */
#define HN_HAYSTACK_INITIALS '\x01'
#define HN_HAYSTACK_PHONE '\x02'
