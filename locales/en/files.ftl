# Files on records.

files-title = Files
files-none = There are no files here.
files-manage = Attach or remove files
files-attach = Attach a file
files-file = File
    .hint = A PDF, a picture (PNG, JPEG, WebP), a document (DOCX, XLSX, ODT, ODS) or a text (CSV, TXT), at most { $n } MB. What a camera wrote into a picture, such as the place, is taken out.
files-privacy = Who may open it
files-attach-button = Attach
files-remove = Remove
file-privacy-public = everybody
file-privacy-members = members
file-privacy-office = the office
file-kilobytes = { $count } KB
file-megabytes = { $count } MB
table-files = Files on records
column-name = Name
column-media-type = Media type
column-bytes = Size in bytes
column-privacy = Who may open it
choice-public = everybody
choice-members = members
choice-office = the office
action-files-attach = Attach a file
action-files-remove = Remove a file
backup-files = Files in it: { $n }.
restore-files = Files restored: { $n }.
backup-file-damaged = The file { $digest } is damaged and was left out. Look for it in an older backup.
health-files = Files on records
health-files-nowhere = The register is on a server, and nobody has said where files are kept: none can be attached.
    .mend = Set DECAPOLIS_FILES to a folder that only the program may write.
error-file-empty = No file was sent.
    .mend = Choose a file that is not empty.
error-file-over = The file is too large.
    .mend = Send at most { $n } MB: a smaller picture, or a document without pictures.
error-file-sort = Files like “{ $name }” are not taken.
    .mend = Send a PDF, PNG, JPEG, WebP, DOCX, XLSX, ODT, ODS, CSV or TXT, with that ending in its name. A text is written in UTF-8.
error-file-lies = The content of “{ $name }” is not what its name says.
    .mend = Save it once more in the program that made it, and send that. Documents with macros are not taken, and a text is written in UTF-8.
error-file-picture = The picture “{ $name }” cannot be read, or has too many pixels.
    .mend = Save it once more, with at most 50 million pixels and 12,000 on a side.
error-file-privacy = It was not said who may open the file.
    .mend = Choose everybody, members or the office.
error-file-there = The record has a file “{ $name }” already.
    .mend = Open “Change or remove” beside it to send a newer version, or give this one another name.
error-files-nowhere = Nobody has said where files are kept.
    .mend = Set DECAPOLIS_FILES to a folder that only the program may write, and start the program again.
files-earlier = Earlier versions
files-change = Change or remove
files-newer = A newer version
    .hint = Leave it empty to change only who may open it. Earlier versions stay, and can be opened.
files-change-button = Save the change
action-files-change = Change a file
error-file-same = Nothing would change.
    .mend = Choose a newer version, or somebody else who may open it.
health-files-there = { $n ->
    [0] There are no files on records.
    [one] One file, in its folder.
   *[other] { $n } files, all in their folder.
}
health-files-missing = { $n ->
    [one] One file is not in its folder: its record names it, and nobody can open it.
   *[other] { $n } files are not in their folder: their records name them, and nobody can open them.
}
    .mend = Put the folder back from a backup: “decapolis restore” reads the files of one too. DECAPOLIS_FILES says where it is.
