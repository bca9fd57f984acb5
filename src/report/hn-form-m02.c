/* M02: the members of an association, or of all, as they are at the end of the period. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-form.h"

#include "hn-member-list.h"
#include "hn-member-rows.h"
#include "hn-number.h"

/* TT 03/2013/TT-BNV, Điều 9 asks for the name, age, occupation and address. */
static const HnColumn columns[HN_MEMBER_N_COLUMNS] = {
  [HN_MEMBER_NUMBER] = { NULL, "STT", HN_COLUMN_INTEGER, NULL, FALSE, 5.5 },
  [HN_MEMBER_NAME] = { NULL, "Họ và tên", HN_COLUMN_TEXT, NULL, FALSE, 17 },
  [HN_MEMBER_BIRTH] = { NULL, "Ngày, tháng, năm sinh", HN_COLUMN_DATE, NULL, FALSE, 11 },
  [HN_MEMBER_GENDER] = { NULL, "Giới tính", HN_COLUMN_TEXT, NULL, FALSE, 5 },
  [HN_MEMBER_OCCUPATION] = { NULL, "Nghề nghiệp", HN_COLUMN_TEXT, NULL, FALSE, 10 },
  [HN_MEMBER_WORK] = { NULL, "Chức vụ, đơn vị công tác", HN_COLUMN_TEXT, NULL, FALSE, 9.5 },
  [HN_MEMBER_ADDRESS] = { NULL, "Địa chỉ", HN_COLUMN_TEXT, NULL, FALSE, 15 },
  [HN_MEMBER_PHONE] = { NULL, "Điện thoại", HN_COLUMN_TEXT, NULL, FALSE, 14.5 },
  [HN_MEMBER_ORGANIZATION] = { NULL, "Hội/Chi hội", HN_COLUMN_TEXT, NULL, FALSE, 20 },
  [HN_MEMBER_OFFICE] = { NULL, "Chức danh trong hội", HN_COLUMN_TEXT, NULL, FALSE, 9.5 },
  [HN_MEMBER_JOINED] = { NULL, "Ngày vào hội", HN_COLUMN_DATE, NULL, FALSE, 11 },
  [HN_MEMBER_CARD] = { NULL, "Số thẻ hội viên", HN_COLUMN_CODE, NULL, FALSE, 6.5 },
  [HN_MEMBER_ETHNIC_GROUP] = { NULL, "Dân tộc", HN_COLUMN_TEXT, NULL, FALSE, 7 },
  [HN_MEMBER_PARTY] = { NULL, "Đảng viên", HN_COLUMN_BOOLEAN, NULL, FALSE, 6 },
  [HN_MEMBER_NOTE] = { NULL, "Ghi chú", HN_COLUMN_TEXT, NULL, FALSE, 6 },
};

/* NĐ 356/2025/NĐ-CP, Điều 4: these are off unless somebody asks for them, each time. */
static gboolean
is_sensitive (guint column)
{
  return column == HN_MEMBER_ETHNIC_GROUP || column == HN_MEMBER_PARTY;
}

static void
make_columns (const HnFormContext *context,
              HnReportForm        *form)
{
  guint at = 0;

  hn_form_set_n_columns (form, HN_MEMBER_N_COLUMNS - (context->options->sensitive ? 0 : 2));
  for (guint i = 0; i < HN_MEMBER_N_COLUMNS; i++)
    {
      const HnColumn *column = &columns[i];

      if (context->options->sensitive || !is_sensitive (i))
        hn_form_set_column (form, at++, column->group, column->header, column->type, column->unit, column->sum,
                            column->width);
    }
}

/* "Hội Hữu nghị Việt Nam - Lào (Tính đến ngày 14/12/2021)" */
static void
set_subtitle (const HnFormContext *context,
              HnReportForm        *form,
              const HnMemberList  *list)
{
  g_autofree char *as_of = hn_form_as_of (context->period);
  const char *name = list->name != NULL ? list->name : context->letterhead->name;

  form->subtitle = name != NULL ? g_strdup_printf ("%s %s", name, as_of) : g_steal_pointer (&as_of);
}

static void
add_notes (HnReportForm       *form,
           const HnMemberList *list)
{
  g_autofree char *persons = hn_number_print (list->n_persons, 0);
  g_autofree char *women = hn_number_print (list->n_women, 0);
  g_autofree char *lines = hn_number_print (list->n_members, 0);

  hn_form_add_note (form, "Danh sách này có %s hội viên; trong đó nữ: %s người.", persons, women);
  if (list->n_members != list->n_persons)
    hn_form_add_note (form, "Người sinh hoạt ở nhiều hội được ghi ở mỗi hội: danh sách có %s dòng.", lines);
}

static gboolean
build (const HnFormContext  *context,
       HnReportForm         *form,
       GError              **error)
{
  g_autoptr (HnMemberList) list = hn_member_list_load (context, error);

  if (list == NULL)
    return FALSE;

  make_columns (context, form);
  set_subtitle (context, form, list);
  add_notes (form, list);
  if (list->n_members == 0)
    hn_form_add_nothing (form);
  else
    form->source = hn_member_rows_new (context, g_steal_pointer (&list));

  return TRUE;
}

const HnFormSpec hn_form_m02 = {
  .name = "M02",
  .title = "DANH SÁCH HỘI VIÊN",
  .landscape = TRUE,
  .build = build,
};
