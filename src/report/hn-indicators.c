/* The indicators of form M03 and the question that each puts to the register. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-indicator.h"

#include "hn-sql.h"

/* Organizations at home that have members. */
#define HOME_KINDS "('union', 'bilateral', 'local', 'branch')"

#define ORGANIZATIONS(kinds) \
  "SELECT o.\"id\", 1 FROM \"organization\" AS o WHERE o.\"kind\" IN " kinds " AND ?1 = ?1 AND " HN_SQL_ORGANIZATION_NOW

/* A person is one member, of however many associations. */
#define MEMBERS(who) \
  "SELECT MIN (m.\"id\"), 1 FROM \"membership\" AS m JOIN \"organization\" AS o ON o.\"id\" = m.\"organization\"" \
  " JOIN \"person\" AS p ON p.\"id\" = m.\"person\" WHERE o.\"kind\" IN " HOME_KINDS " AND ?1 = ?1" \
  " AND " HN_SQL_ORGANIZATION_NOW " AND " HN_SQL_MEMBER_NOW who " GROUP BY m.\"person\""

#define HELD "e.\"state\" = 'held' AND " HN_SQL_IN_PERIOD ("e.\"from\"")
#define EVENTS(amount, types) "SELECT e.\"id\", " amount " FROM \"event\" AS e WHERE e.\"type\" " types " AND " HELD
#define ALL_PARTICIPANTS \
  "CASE WHEN COALESCE (e.\"participants_domestic\", e.\"participants_foreign\", e.\"participants_online\")" \
  " IS NOT NULL" \
  " THEN COALESCE (e.\"participants_domestic\", 0) + COALESCE (e.\"participants_foreign\", 0)" \
  " + COALESCE (e.\"participants_online\", 0) END"
/* Friendship activities are what has no row of its own and is no work inside of the union. */
#define FRIENDSHIP \
  "NOT IN ('information_conference', 'international_conference', 'congress', 'publication', 'training', 'local_model')"

#define DELEGATIONS(amount, direction) \
  "SELECT \"id\", " amount " FROM \"delegation\"" \
  " WHERE \"direction\" = '" direction "' AND " HN_SQL_IN_PERIOD ("\"from\"")

/* New is what was approved in the period, or where no approval is known, began in it. */
#define AID(columns, kinds) \
  "SELECT \"id\", " columns " FROM \"aid_project\" WHERE \"state\" <> 'mobilising'" kinds \
  " AND " HN_SQL_IN_PERIOD ("COALESCE (\"approval_date\", \"from\")")

#define GIFTS(columns, form) \
  "SELECT \"id\", " columns " FROM \"donation\" WHERE \"direction\" = 'received'" \
  " AND \"state\" IN ('received', 'handed_over') AND \"form\" " form " AND " HN_SQL_IN_PERIOD ("\"date\"")

#define AWARDS(recipient) \
  "SELECT \"id\", CASE WHEN \"recipient_text\" IS NULL THEN 1 END FROM \"award\"" \
  " WHERE \"state\" IN ('decided', 'presented') AND (" recipient " IS NOT NULL OR \"recipient_text\" IS NOT NULL)" \
  " AND " HN_SQL_IN_PERIOD ("COALESCE (\"decision_date\", \"presented_on\")")

/* A congress may be kept as a term, as an event, or as both: then it is one. */
static const char congresses_sql[] =
  "SELECT t.\"id\", 1, 'term' FROM \"term\" AS t WHERE " HN_SQL_IN_PERIOD ("t.\"congress_date\"")
  " UNION ALL " EVENTS ("1, 'event'", "= 'congress'")
  " AND NOT EXISTS (SELECT 1 FROM \"term\" AS t WHERE t.\"organization\" = e.\"host_organization\" AND "
  HN_SQL_IN_PERIOD ("t.\"congress_date\"") ")";

/* People from abroad who were met, each time: entries of the contact log, and those who came to an event. */
static const char meetings_sql[] =
  "SELECT \"id\", 1, 'contact_log' FROM \"contact_log\" WHERE " HN_SQL_IN_PERIOD ("\"date\"")
  " UNION ALL SELECT a.\"id\", 1, 'participant' FROM \"participant\" AS a JOIN \"event\" AS e ON e.\"id\" = a.\"event\""
  " JOIN \"person\" AS p ON p.\"id\" = a.\"person_person\" WHERE p.\"country\" <> 'VN'"
  " AND COALESCE (a.\"attended\", 1) <> 0 AND " HELD;

static const char campaigns_sql[] =
  "SELECT \"id\", 1 FROM \"campaign\" WHERE " HN_SQL_IN_PERIOD ("\"from\"")
  " OR (" HN_SQL_FIRST_DAY ("\"from\"") " < ?1 AND \"to\" >= substr (?1, 1, length (\"to\")))";

static const char contacts_sql[] =
  "SELECT p.\"id\", 1 FROM \"person\" AS p WHERE p.\"country\" <> 'VN' AND ?1 = ?1 AND " HN_SQL_BEGUN ("p.\"since\"");

/* Papers state remittances by calendar years: two thirds of the days must lie in the period (hn_stated_is_within()). */
#define LAST_DAY(date) \
  "CASE length (" date ") WHEN 10 THEN " date " WHEN 7 THEN date (" date " || '-01', '+1 month', '-1 day')" \
  " ELSE " date " || '-12-31' END"
static const char remittances_sql[] =
  "SELECT id, amount, currency FROM (SELECT \"id\" AS id, \"amount\" AS amount, \"currency\" AS currency,"
  " julianday (" HN_SQL_FIRST_DAY ("\"from\"") ") AS f, julianday (" LAST_DAY ("\"to\"") ") AS t FROM \"remittance\")"
  " WHERE (min (t, julianday (?2)) - max (f, julianday (?1)) + 1) * 3 >= (t - f + 1) * 2";

static const HnIndicator indicators[] = {
  { "I", "TỔ CHỨC, PHÁT TRIỂN HỘI", NULL, HN_INDICATOR_SECTION, NULL, NULL },
  { "1", "Số hội thành viên cấp tỉnh", "hội", HN_INDICATOR_COUNT, "organization", ORGANIZATIONS ("('bilateral')") },
  { "2", "Số hội, chi hội cấp cơ sở", "hội", HN_INDICATOR_COUNT, "organization",
    ORGANIZATIONS ("('local', 'branch')") },
  { "3", "Tổng số hội viên", "người", HN_INDICATOR_COUNT, "membership", MEMBERS ("") },
  { "3.1", "Trong đó: nữ", "người", HN_INDICATOR_COUNT, "membership", MEMBERS (" AND p.\"gender\" = 'female'") },
  { "4", "Hội viên kết nạp mới", "người", HN_INDICATOR_COUNT, "membership",
    "SELECT MIN (m.\"id\"), 1 FROM \"membership\" AS m JOIN \"organization\" AS o ON o.\"id\" = m.\"organization\""
    " WHERE o.\"kind\" IN " HOME_KINDS " AND " HN_SQL_IN_PERIOD ("m.\"joined\"") " GROUP BY m.\"person\"" },
  { "5", "Số đại hội, hội nghị kiện toàn", "cuộc", HN_INDICATOR_COUNT, "term", congresses_sql, "" },
  { "II", "THÔNG TIN, TUYÊN TRUYỀN ĐỐI NGOẠI", NULL, HN_INDICATOR_SECTION, NULL, NULL },
  { "6", "Hội nghị tuyên truyền, phổ biến", "hội nghị", HN_INDICATOR_COUNT, "event",
    EVENTS ("1", "= 'information_conference'") },
  { "7", "Số đại biểu dự", "lượt người", HN_INDICATOR_COUNT, "event",
    EVENTS (ALL_PARTICIPANTS, "= 'information_conference'") },
  { "8", "Tin, bài đăng tải", "tin, bài", HN_INDICATOR_COUNT, "publication",
    "SELECT \"id\", \"count\" FROM \"publication\" WHERE " HN_SQL_IN_PERIOD ("\"date\"") },
  { "III", "HOẠT ĐỘNG HÒA BÌNH, ĐOÀN KẾT, HỮU NGHỊ", NULL, HN_INDICATOR_SECTION, NULL, NULL },
  { "9", "Hoạt động kỷ niệm, giao lưu hữu nghị", "hoạt động", HN_INDICATOR_COUNT, "event", EVENTS ("1", FRIENDSHIP) },
  { "10", "Số lượt người tham gia", "lượt người", HN_INDICATOR_COUNT, "event", EVENTS (ALL_PARTICIPANTS, FRIENDSHIP) },
  { "10.1", "Trong đó: khách quốc tế", "lượt người", HN_INDICATOR_COUNT, "event",
    EVENTS ("e.\"participants_foreign\"", FRIENDSHIP) },
  { "11", "Thỏa thuận hợp tác ký mới", "văn bản", HN_INDICATOR_COUNT, "agreement",
    "SELECT \"id\", 1 FROM \"agreement\" WHERE \"state\" <> 'proposed' AND " HN_SQL_IN_PERIOD ("\"signed\"") },
  { "IV", "TRAO ĐỔI ĐOÀN", NULL, HN_INDICATOR_SECTION, NULL, NULL },
  { "12", "Đoàn ra", "đoàn", HN_INDICATOR_COUNT, "delegation", DELEGATIONS ("1", "out") },
  { "12.1", "Số người", "lượt người", HN_INDICATOR_COUNT, "delegation", DELEGATIONS ("\"size\"", "out") },
  { "13", "Đoàn vào", "đoàn", HN_INDICATOR_COUNT, "delegation", DELEGATIONS ("1", "in") },
  { "13.1", "Số khách", "lượt người", HN_INDICATOR_COUNT, "delegation", DELEGATIONS ("\"size\"", "in") },
  { "14", "Hội nghị, hội thảo quốc tế", "hội nghị", HN_INDICATOR_COUNT, "event",
    EVENTS ("1", "= 'international_conference'") },
  { "V", "VIỆN TRỢ PHI CHÍNH PHỦ NƯỚC NGOÀI", NULL, HN_INDICATOR_SECTION, NULL, NULL },
  { "15", "Khoản viện trợ mới", "khoản", HN_INDICATOR_COUNT, "aid_project", AID ("1", "") },
  { "15.1", "Trong đó: chương trình, dự án", "khoản", HN_INDICATOR_COUNT, "aid_project",
    AID ("1", " AND \"kind\" IN ('programme', 'project')") },
  { "15.2", "Phi dự án", "khoản", HN_INDICATOR_COUNT, "aid_project",
    AID ("1", " AND \"kind\" IN ('non_project', 'emergency')") },
  { "16", "Giá trị cam kết", "USD", HN_INDICATOR_USD, "aid_project", AID ("\"committed_amount\", \"currency\"", "") },
  { "17", "Giá trị giải ngân", "USD", HN_INDICATOR_USD, "disbursement",
    "SELECT \"id\", \"amount\", \"currency\" FROM \"disbursement\" WHERE " HN_SQL_IN_PERIOD ("\"date\"") },
  { "VI", "NHÂN ĐẠO, ỦNG HỘ", NULL, HN_INDICATOR_SECTION, NULL, NULL },
  { "18", "Cuộc vận động ủng hộ", "cuộc", HN_INDICATOR_COUNT, "campaign", campaigns_sql },
  { "19", "Giá trị tiền ủng hộ", "triệu đồng", HN_INDICATOR_VND, "donation",
    GIFTS ("\"amount\", \"currency\", \"exchange_rate\"", "= 'money'") },
  { "20", "Trị giá hiện vật", "triệu đồng", HN_INDICATOR_VND, "donation",
    GIFTS ("\"value\", 'VND', NULL", "<> 'money'") },
  { "VII", "NGƯỜI VIỆT NAM Ở NƯỚC NGOÀI", NULL, HN_INDICATOR_SECTION, NULL, NULL },
  { "21", "Kiều bào có liên hệ", "người", HN_INDICATOR_COUNT, "person", contacts_sql },
  { "22", "Hội đồng hương giữ liên hệ", "hội", HN_INDICATOR_COUNT, "organization",
    ORGANIZATIONS ("('abroad', 'hometown')") },
  { "23", "Số lượt gặp mặt, tiếp kiều bào", "lượt người", HN_INDICATOR_COUNT, "contact_log", meetings_sql, "" },
  { "24", "Kiều hối qua ngân hàng", "triệu USD", HN_INDICATOR_MILLION_USD, NULL, remittances_sql, "remittance" },
  { "VIII", "THI ĐUA, KHEN THƯỞNG", NULL, HN_INDICATOR_SECTION, NULL, NULL },
  { "25", "Tập thể được khen thưởng", "tập thể", HN_INDICATOR_COUNT, "award", AWARDS ("\"recipient_organization\"") },
  { "26", "Cá nhân được khen thưởng", "cá nhân", HN_INDICATOR_COUNT, "award", AWARDS ("\"recipient_person\"") },
};

/**
 * hn_indicator_list:
 * @n_indicators: (out): how many there are
 *
 * Returns: (transfer none): the indicators of the summary report, in the order of its form
 */
const HnIndicator *
hn_indicator_list (guint *n_indicators)
{
  *n_indicators = G_N_ELEMENTS (indicators);

  return indicators;
}
