# Opening files: text, workbooks, and files that only look like them.
# error-<key> says what is wrong, .mend what to do.

error-file-gone = The file { $file } was not found.
    .mend = Check its name and its folder; it may have been moved while it was read.
error-file-folder = { $file } is a folder or a device, not a file.
    .mend = Name the file inside it.
error-file-locked = The program may not read the file { $file }.
    .mend = Allow the account that runs the program to read it, or close the program that has it open.
error-file-unread = The file { $file } could not be read to its end.
    .mend = Copy it to this computer and try again.
error-file-large = The file { $file } is larger than { $most }.
    .mend = Split it into several files, or leave out sheets and pictures that are not needed.
error-not-text = The file { $file } is neither text nor a spreadsheet.
    .mend = Open it in the program that made it and save it as CSV or XLSX.
error-not-a-sheet =
    { $what ->
        [pdf] The file { $file } is a PDF, not a spreadsheet.
        [picture] The file { $file } is a picture, not a spreadsheet.
        [media] The file { $file } is a picture, sound or video, not a spreadsheet.
        [archive] The file { $file } is a compressed archive, not a spreadsheet.
        [html] The file { $file } is a web page, whatever its name says.
        [xml] The file { $file } is XML, not a spreadsheet.
        [json] The file { $file } is JSON, not a spreadsheet.
        [database] The file { $file } is a database, not a spreadsheet.
        [text-document] The file { $file } is a text document, not a spreadsheet.
        [presentation] The file { $file } is a presentation, not a spreadsheet.
        [numbers] The file { $file } is a Numbers file, which this program cannot read.
        [old-workbook] The file { $file } is a workbook from before Excel 97, which this program cannot read.
       *[other] The file { $file } is not a spreadsheet.
    }
    .mend = Open it in the program it belongs to and save or export its table as CSV or XLSX.
error-password = The file { $file } is protected with a password.
    .mend = Open it with its password and save a copy without one. The program never asks for passwords of files.
error-long-cell = The file { $file } has a cell longer than { $most }.
    .mend = If no cell should be that long, look for a quotation mark in this row that is opened and never closed.
error-long-row = The file { $file } has a row longer than { $most }.
    .mend = Check that its rows end in line breaks, or leave out the columns with long texts.
error-no-room-to-read = There is not enough disk space to read the file { $file }.
    .mend = Free some space in the folder for temporary files, or name another folder in TMPDIR.
error-workbook-broken = The workbook { $file } is damaged or incomplete.
    .mend = Download it or copy it again; if it opens in a spreadsheet program, save it there under a new name.
error-workbook-memory = The workbook { $file } needs more than { $most } of memory to open.
    .mend = Open it in a spreadsheet program and save the sheet you need as CSV: a text file may have any length.
error-workbook-parts = The workbook { $file } has more than { $most } parts.
    .mend = Save the sheet you need as CSV, or in a workbook of its own.
error-workbook-repeats = The workbook { $file } repeats the same cells so often that reading it would take more than the machine should give.
    .mend = Delete the rows and columns in which a value was filled down or across to the end of the sheet, and save it again.
error-workbook-rows = The cells of the workbook { $file } take more than { $most }.
    .mend = Cells may be repeated far below the last row: delete the rows under the table, or save the sheet as CSV.
error-workbook-time = The workbook { $file } needs more than { $most } seconds to open.
    .mend = Open it in a spreadsheet program and save the sheet you need as CSV.
error-workbook-process = The workbook { $file } could not be opened: the process that reads it did not start or failed.
    .mend = Try again. If it fails again, save the sheet you need as CSV.

note-not-its-name =
    The name of { $file } ends in .{ $ending }, but it is { $what ->
        [text] text
        [xlsx] a workbook of Excel (XLSX)
        [xlsb] a binary workbook of Excel (XLSB)
        [xls] an older workbook of Excel (XLS)
       *[ods] a workbook of LibreOffice (ODS)
    }: it is read as such.
note-encoding = Its text seems to be encoded in { $encoding } ({ $sure } % sure): check names with accents.
note-broken-letters = Damaged characters in the file: { $n }, the first in line { $row }. They are shown as �.
note-hidden-sheet = The sheet “{ $sheet }” is hidden in the workbook. It is read too.
note-links = The workbook refers to other files. They are not opened: the last values saved in the workbook are read.
note-macros = The workbook has macros. They are not run.
note-cells-unread = Cells of the sheet “{ $sheet }” with an unknown kind of error: { $n }. They are treated as empty.
