# What the program says, in both of its languages: written here once more, so that a word that is not translated shows.
# SPDX-License-Identifier: GPL-3.0-or-later
import os

VIETNAMESE = {
    # the window
    "Hữu Nghị": "Hữu Nghị",
    "Associations": "Tổ chức hội",
    "Events": "Hoạt động",
    "Donations": "Vận động",
    "Diaspora": "Kiều bào",
    "Add": "Thêm",
    "Edit (Enter)": "Sửa (Enter)",
    "Delete (Del)": "Xóa (Del)",
    "This register can be read but not changed.": "Sổ này chỉ đọc được, không sửa được.",
    "Nothing Found": "Không tìm thấy gì",
    "Deleted “%s”": "Đã xóa “%s”",
    "Undo": "Hoàn tác",
    "%s of %s %s": "%s trong số %s %s",
    "O_ffice & Reference Lists": "_Cơ quan và danh mục",
    "_About Hữu Nghị": "_Giới thiệu Hữu Nghị",
    "_Sent Reports…": "Bá_o cáo đã gửi…",
    "Save a _Copy…": "Lư_u bản sao…",
    "Restore from a Copy": "Khôi phục từ bản sao",
    "Restore": "Khôi phục",
    "_Edit": "_Sửa",
    "E_xport List…": "Xuất _danh sách…",
    "_Set a Field…": "Đặt _một mục…",
    "Add Files": "Thêm tệp",
    "Add Files (or drop them here)": "Thêm tệp (hoặc kéo thả vào đây)",

    # kinds and their fields
    "organization": "tổ chức",
    "organizations": "tổ chức",
    "event": "hoạt động",
    "events": "hoạt động",
    "donation": "khoản ủng hộ",
    "donations": "khoản ủng hộ",
    "overseas contact": "kiều bào",
    "overseas contacts": "kiều bào",
    "Date": "Ngày nhận",
    "Donor": "Bên ủng hộ",
    "Campaign": "Đợt vận động",
    "Amount": "Số tiền",

    # the form
    "Add %s": "Thêm %s",
    "No %s Yet": "Chưa có %s nào",
    "Save": "Lưu",
    "Cancel": "Hủy",
    "Save Changes?": "Lưu thay đổi?",
    "Discard": "Bỏ thay đổi",
    "“%s” must be filled in.": "Hãy ghi “%s”.",

    # what libadwaita says
    "What’s New": "Có gì mới",
    "Details": "Chi tiết",
    "Credits": "Những người đóng góp",
    "Legal": "Pháp lý",

    # the guide
    "Help": "Trợ giúp",
    "_Help": "T_rợ giúp",
    "Search the guide": "Tìm trong hướng dẫn",
    "Hữu Nghị Guide": "Hướng dẫn dùng Hữu Nghị",
    "Associations and People": "Tổ chức hội và con người",
    "Fill In a Form": "Nhập một bản ghi",
    "Make a Report": "Lập báo cáo",
    "make a report": "lap bao cao",
    "Period, forms, the pages as they will be printed.": "Chọn kỳ, chọn mẫu, xem trang đúng như khi in.",
    "Print, PDF, Excel": "In, PDF, Excel",
    "Undo and History": "Hoàn tác và lịch sử",
    "Name": "Tên tổ chức",

    # the report
    "Export Excel": "Xuất Excel",
    "Year": "Năm",
    "Save the Workbook": "Lưu tệp Excel",
    "“%s” is written": "Đã xuất “%s”",
    "Open": "Mở",

    # how a register begins
    "Welcome to Hữu Nghị": "Chào mừng đến với Hữu\u00a0Nghị",
    "Register": "Sổ",

    # what cannot be opened
    "The Register Cannot Be Opened": "Không mở được sổ",
    "Try Again": "Thử lại",
    "There is no file “%s”. Check its name and where it is kept.":
        "Không có tệp “%s”. Hãy kiểm tra lại tên và nơi lưu tệp.",
    "“%s” is a folder. Choose a register in it.": "“%s” là một thư mục. Hãy chọn tệp sổ trong đó.",
    "“%s” is not a register of Hữu Nghị. Choose another file.": "“%s” không phải là sổ Hữu Nghị. Hãy chọn tệp khác.",
    "“%s” is damaged. Restore a saved copy of the register.":
        "“%s” đã bị hỏng. Hãy khôi phục từ một bản sao của sổ.",
    "“%s” was made by a newer version of Hữu Nghị. Install that version to open it.":
        "“%s” do một phiên bản Hữu Nghị mới hơn tạo ra. Hãy cài phiên bản đó để mở tệp.",
    "There is no display to show the window on. Start Hữu Nghị from the desktop, or see what the command line can do: "
    "huu-nghi --help":
        "Không có màn hình để hiện cửa sổ. Hãy mở Hữu Nghị từ màn hình nền, hoặc xem các lệnh dùng được: huu-nghi --help",
}


def is_vietnamese():
    return os.environ.get("LC_ALL", "").startswith("vi")


def words(english, *values):
    """A sentence in the language of the test, with what stands in it."""
    text = VIETNAMESE[english] if is_vietnamese() else english
    return text % values if values else text
