"""Makes the workbooks of before 2007 beside it. Needs xlwt: python3 make.py"""

from datetime import date, datetime
from pathlib import Path

import xlwt

FOLDER = Path(__file__).parent
DAY = xlwt.easyxf(num_format_str="DD/MM/YYYY")
MOMENT = xlwt.easyxf(num_format_str="YYYY-MM-DD HH:MM")

book = xlwt.Workbook(encoding="utf-8")
sheet = book.add_sheet("Miembros")
sheet.write_merge(0, 0, 0, 3, "Members of the network")
sheet.write_merge(1, 2, 1, 1, "Since")
for at, cell in enumerate(["Ciudad", None, "People", "Led by a woman"]):
    if cell:
        sheet.write(2, at, cell)
sheet.write(3, 0, "Bogotá\nD.C.")
sheet.write(3, 1, date(2020, 12, 31), DAY)
sheet.write(3, 2, 7181469)
sheet.write(3, 3, True)
sheet.write(4, 0, "Ōsaka")
sheet.write(4, 1, datetime(1999, 12, 31, 18, 0), MOMENT)
sheet.write(4, 2, 12.5)
sheet.row(4).set_cell_error(3, "#N/A!")  # so it is named there
book.add_sheet("Vacía")
hidden = book.add_sheet("Oculta")
hidden.visibility = 1
hidden.write(6, 2, "x")
book.save(FOLDER / "members.xls")

book = xlwt.Workbook()
book.dates_1904 = True
book.add_sheet("Days").write(0, 0, 42734, DAY)
book.save(FOLDER / "days-from-1904.xls")
