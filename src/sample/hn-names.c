/* Invents Vietnamese names: family, middle and given name, each as often as one meets it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-names.h"

typedef struct
{
  const char *text;
  gint32      weight; /* how often, against the others of its table */
} Part;

static const Part families[] = {
  { "Nguyễn", 380 }, { "Trần", 110 }, { "Lê", 95 }, { "Phạm", 70 }, { "Hoàng", 50 }, { "Vũ", 39 },
  { "Đỗ", 30 }, { "Đặng", 21 }, { "Bùi", 20 }, { "Phan", 18 }, { "Ngô", 17 }, { "Dương", 16 },
  { "Giáp", 14 }, { "Thân", 14 }, { "Đào", 12 }, { "Hà", 11 }, { "Trịnh", 10 }, { "Lương", 10 },
  { "Chu", 9 }, { "Đinh", 8 }, { "Tạ", 8 }, { "Lý", 7 }, { "Nông", 6 }, { "Hồ", 6 }, { "Vi", 5 },
  { "Đồng", 5 }, { "Tống", 4 }, { "Mai", 4 }, { "Lưu", 4 }, { "Phùng", 4 }, { "Leo", 3 }, { "La", 3 },
};

static const Part middles_of_men[] = {
  { "Văn", 300 }, { "Đức", 60 }, { "Hữu", 50 }, { "Quang", 50 }, { "Minh", 45 }, { "Xuân", 45 },
  { "Ngọc", 45 }, { "Công", 40 }, { "Đình", 40 }, { "Thanh", 35 }, { "Trọng", 30 }, { "Tiến", 30 },
  { "Mạnh", 30 }, { "Quốc", 30 }, { "Bá", 20 }, { "Duy", 20 }, { "Thế", 20 }, { "Hoàng", 15 },
  { "Việt", 15 }, { "Viết", 10 }, { "Hoàng Minh", 5 }, { "Trung", 10 }, { "", 8 },
};

static const Part middles_of_women[] = {
  { "Thị", 300 }, { "Thị Thu", 50 }, { "Thị Thanh", 40 }, { "Thị Ngọc", 40 }, { "Thị Hồng", 35 },
  { "Thị Minh", 30 }, { "Thị Kim", 30 }, { "Thị Phương", 30 }, { "Thu", 30 }, { "Ngọc", 30 },
  { "Thanh", 25 }, { "Minh", 25 }, { "Thùy", 25 }, { "Hồng", 20 }, { "Bích", 15 }, { "Kim", 15 },
  { "Phương", 15 }, { "Diệu", 10 }, { "Mai", 10 }, { "", 5 },
};

static const Part given_to_men[] = {
  { "Hùng", 40 }, { "Dũng", 40 }, { "Tuấn", 40 }, { "Cường", 35 }, { "Thắng", 35 }, { "Hải", 35 },
  { "Sơn", 35 }, { "Nam", 30 }, { "Minh", 30 }, { "Đức", 30 }, { "Anh", 30 }, { "Long", 30 },
  { "Hiếu", 25 }, { "Trung", 25 }, { "Kiên", 25 }, { "Bình", 25 }, { "Hòa", 20 }, { "Thành", 25 },
  { "Quân", 20 }, { "Tùng", 20 }, { "Huy", 20 }, { "Phong", 20 }, { "Việt", 20 }, { "Toàn", 20 },
  { "Lâm", 15 }, { "Giang", 15 }, { "Chiến", 15 }, { "Quyết", 12 }, { "Thịnh", 15 }, { "Hưng", 25 },
  { "Tú", 15 }, { "Vinh", 15 }, { "Phúc", 15 }, { "Đạt", 15 }, { "Khoa", 10 }, { "Khánh", 15 },
  { "Lợi", 10 }, { "Tài", 10 }, { "Mạnh", 20 }, { "Ngọc", 10 }, { "Thủy", 5 }, { "Duy", 12 },
  { "Quý", 10 }, { "Sỹ", 5 }, { "Tân", 10 }, { "Trường", 15 }, { "Hậu", 8 }, { "Bảo", 10 },
};

static const Part given_to_women[] = {
  { "Hương", 40 }, { "Lan", 35 }, { "Hoa", 35 }, { "Hằng", 35 }, { "Hạnh", 30 }, { "Thủy", 30 },
  { "Thảo", 30 }, { "Trang", 30 }, { "Linh", 30 }, { "Nga", 30 }, { "Mai", 30 }, { "Yến", 25 },
  { "Phương", 25 }, { "Loan", 25 }, { "Huệ", 25 }, { "Hiền", 30 }, { "Dung", 25 }, { "Oanh", 20 },
  { "Ánh", 15 }, { "Anh", 25 }, { "Vân", 25 }, { "Thúy", 25 }, { "Nhung", 20 }, { "Quỳnh", 20 },
  { "Hà", 30 }, { "Hòa", 20 }, { "Tuyết", 15 }, { "Xuân", 15 }, { "Bích", 12 }, { "Giang", 15 },
  { "Nhàn", 10 }, { "Liên", 20 }, { "Thư", 10 }, { "Ngân", 15 }, { "Tâm", 20 }, { "Thu", 20 },
  { "Chi", 15 }, { "My", 10 }, { "Minh", 10 }, { "Ngọc", 20 }, { "Lý", 8 }, { "Đào", 8 },
};

static const char *
draw (GRand      *rand,
      const Part *parts,
      gsize       n_parts)
{
  gint32 total = 0;
  gint32 at;

  for (gsize i = 0; i < n_parts; i++)
    total += parts[i].weight;

  at = g_rand_int_range (rand, 0, total);
  for (gsize i = 0; i < n_parts; i++)
    {
      if (at < parts[i].weight)
        return parts[i].text;
      at -= parts[i].weight;
    }

  g_assert_not_reached ();
}

/**
 * hn_names_invent:
 * @rand: where chance comes from
 * @woman: whose name it is to be
 *
 * Returns: (transfer full): a plausible name in Vietnamese order
 */
char *
hn_names_invent (GRand    *rand,
                 gboolean  woman)
{
  const char *family = draw (rand, families, G_N_ELEMENTS (families));
  const char *middle = woman ? draw (rand, middles_of_women, G_N_ELEMENTS (middles_of_women))
                             : draw (rand, middles_of_men, G_N_ELEMENTS (middles_of_men));
  const char *given;

  /* Nobody is called Thị Thu Thu. */
  do
    given = woman ? draw (rand, given_to_women, G_N_ELEMENTS (given_to_women))
                  : draw (rand, given_to_men, G_N_ELEMENTS (given_to_men));
  while (g_str_has_suffix (middle, given));

  return g_strconcat (family, *middle != '\0' ? " " : "", middle, " ", given, NULL);
}
