/* Names of offices in running text. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-office-name.h"

static void
test_names (void)
{
  static const char *const places[] = { "Bắc Giang", "Kinh Bắc", NULL };
  static const struct
  {
    const char *capitals;
    const char *text;
  } cases[] = {
    { "LIÊN HIỆP CÁC TỔ CHỨC HỮU NGHỊ TỈNH BẮC NINH", "Liên hiệp các tổ chức hữu nghị tỉnh Bắc Ninh" },
    { "HỘI HỮU NGHỊ VIỆT NAM - LÀO TỈNH BẮC GIANG", "Hội hữu nghị Việt Nam - Lào tỉnh Bắc Giang" },
    { "HỘI HỮU NGHỊ VIỆT NAM - HÀN QUỐC", "Hội hữu nghị Việt Nam - Hàn Quốc" },
    { "HỘI HỮU NGHỊ VIỆT-ĐỨC", "Hội hữu nghị Việt-Đức" },
    { "LIÊN HIỆP CÁC TỔ CHỨC HỮU NGHỊ THÀNH PHỐ HỒ CHÍ MINH", "Liên hiệp các tổ chức hữu nghị thành phố Hồ Chí Minh" },
    { "UBND TỈNH BẮC GIANG", "UBND tỉnh Bắc Giang" },
    { "VIỆN KHOA HỌC XÃ HỘI KINH BẮC", "Viện khoa học xã hội Kinh Bắc" },
    { "TỈNH ỦY BẮC GIANG", "Tỉnh ủy Bắc Giang" },
    { "ỦY BAN MTTQ THỊ XÃ VIỆT YÊN", "Ủy ban MTTQ thị xã Việt Yên" },
    { "ĐẢNG ỦY PHƯỜNG DĨNH KẾ, THÀNH PHỐ BẮC GIANG", "Đảng ủy phường Dĩnh Kế, thành phố Bắc Giang" },
    { "Liên hiệp các tổ chức hữu nghị tỉnh Bắc Giang", "Liên hiệp các tổ chức hữu nghị tỉnh Bắc Giang" },
    { "", "" },
    { "TỈNH", "Tỉnh" },
    { "HỘI 🌸 (SỐ 1)", "Hội 🌸 (số 1)" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = hn_office_name_in_text (cases[i].capitals, places);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/office-name/names", test_names);

  return g_test_run ();
}
