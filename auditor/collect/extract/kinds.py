"""Names for kinds of binary files that are not taken apart, so that what was not read can be said plainly."""

_KINDS: tuple[tuple[int, bytes, str], ...] = (
    (0, b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive, which is not unpacked"),
    (0, b"Rar!\x1a\x07", "a RAR archive, which is not unpacked"),
    (0, b"MSCF", "a cabinet archive, which is not unpacked"),
    (0, b"\x1f\x9d", "a file packed with compress, which is not unpacked"),
    (0, b"\x28\xb5\x2f\xfd", "a file packed with Zstandard, which is not unpacked"),
    (0, b"\x04\x22\x4d\x18", "a file packed with LZ4, which is not unpacked"),
    (0, b"LZIP", "a file packed with lzip, which is not unpacked"),
    (0, b"!<arch>\n", "an archive of the ar kind, which is not unpacked"),
    (0, b"070701", "a cpio archive, which is not unpacked"),
    (0, b"070707", "a cpio archive, which is not unpacked"),
    (0, b"\xc7\x71", "a cpio archive, which is not unpacked"),
    (257, b"ustar", "a TAR archive"),
    (0x8001, b"CD001", "an image of a disc, which is not opened"),
    (0, b"PAR1", "a Parquet table, whose columns are not read"),
    (0, b"Obj\x01", "an Avro table, which is not read"),
    (0, b"ARROW1", "an Arrow table, which is not read"),
    (0, b"\x89HDF", "an HDF5 file, which is not read"),
    (4, b"Standard Jet DB", "an Access database, which is not read"),
    (4, b"Standard ACE DB", "an Access database, which is not read"),
    (0, b"!BDN", "an Outlook mailbox, which is not read"),
    (0, b"\x7fELF", "a program"),
    (0, b"MZ", "a program"),
    (0, b"\xca\xfe\xba\xbe", "a program"),
    (0, b"\xcf\xfa\xed\xfe", "a program"),
    (0, b"\0asm", "a WebAssembly module"),
    (0, b"L\0\0\0\x01\x14\x02\0", "a Windows shortcut"),
    (0, b"GRMREC", "a file of a navigation device"),
    (0, b"MsRc", "a file of a navigation device"),
    (8, b".FIT", "a track of a sports watch"),
    (0, b"\xd7\xcd\xc6\x9a", "a drawing in Windows Metafile format"),
    (0, b"\x01\0\0\0", "a drawing or another kind of binary file"),
    (0, b"VCLMTF", "a drawing in StarView format"),
    (0, b"AC10", "a drawing of AutoCAD, which is not read"),
    (0, b"\x80\x02", "a stored Python object"),
    (0, b"GIMP", "a picture of an unknown version"),
    (0, b"\0\0\0\x01Bud1", "the folder view of a Mac"),
    (0, b"DIRC", "the index of a version store"),
    (0, b"PACK", "packed objects of a version store, which are not unpacked"),
)
_NO_TEXT = (b"PAR1", b"P4", b"P5", b"P6", b"PACK", b"Obj\x01", b"ARROW1")
_PIXMAPS = (b"P4", b"P5", b"P6")


def name_of(body: bytes) -> str:
    """What kind of file `body` is, by its first bytes, or "" when that is not known."""
    return next((name for at, mark, name in _KINDS if body[at : at + len(mark)] == mark), "")


def is_binary(head: bytes) -> bool:
    """Whether bytes that might pass as text in some character set are the start of a binary file."""
    if head.startswith(_NO_TEXT):
        return not head.startswith(_PIXMAPS) or head[2:3] in (b"\n", b" ", b"\r")
    return False
