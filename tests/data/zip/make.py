"""Makes the zip files of the tests with Python's own zipfile; run it in this folder to make them anew."""

import struct
import zipfile

WHEN = (2026, 11, 24, 9, 30, 0)
ONE, TWO = b'{"format": "pressmark"}\n' * 20, b"Not packed."


def write(name, files, **options):
    with zipfile.ZipFile(name, "w", **options) as out:
        for path, data, method in files:
            info = zipfile.ZipInfo(path, WHEN)
            info.compress_type = method
            out.writestr(info, data)


both = [("class/heron-12.pressmark.json", ONE, zipfile.ZIP_DEFLATED), ("wren-5.txt", TWO, zipfile.ZIP_STORED)]
write("plain.zip", both)
write("odd_names.zip", [
    ("../../etc/passwd", ONE, zipfile.ZIP_DEFLATED),
    ("a\\b\\heron.json", TWO, zipfile.ZIP_STORED),
    ("__MACOSX/._heron.json", TWO, zipfile.ZIP_STORED),
    (".DS_Store", TWO, zipfile.ZIP_STORED),
    ("folder/", b"", zipfile.ZIP_STORED),
    ("gnp.\u202enosj", TWO, zipfile.ZIP_STORED),
    ("Bücher 📚.json", TWO, zipfile.ZIP_STORED),
    ("x" * 3000 + ".json", TWO, zipfile.ZIP_STORED),
])
write("methods.zip", [
    ("bzip2.json", ONE, zipfile.ZIP_BZIP2),
    ("lzma.json", ONE, zipfile.ZIP_LZMA),
    ("fine.json", ONE, zipfile.ZIP_DEFLATED),
])
write("bomb.zip", [("zeros.json", b"\0" * 20_000_000, zipfile.ZIP_DEFLATED), ("fine.json", ONE, zipfile.ZIP_DEFLATED)])
write("empty.zip", [])

plain = open("plain.zip", "rb").read()
open("truncated.zip", "wb").write(plain[: len(plain) // 2])
open("comment_cut.zip", "wb").write(plain[:-3])

# The first file is said to be encrypted: bit 0 of its flags, in the directory and before the file.
encrypted = bytearray(plain)
for signature, offset in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
    at = encrypted.index(signature) + offset
    encrypted[at] |= 1
open("encrypted.zip", "wb").write(encrypted)

# A directory that names the same packed bytes twice, as the bombs do that unpack to far more than they hold.
directory = plain.index(b"PK\x01\x02")
end = plain.index(b"PK\x05\x06")
first = plain[directory : plain.index(b"PK\x01\x02", directory + 1)]
overlap = plain[:directory] + first + first
overlap += struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 2, 2, 2 * len(first), directory, 0)
open("overlap.zip", "wb").write(overlap)

# The directory says that the first file unpacks to far more than its bytes could.
lie = bytearray(plain)
struct.pack_into("<L", lie, directory + 24, 9_000_000)
open("lie.zip", "wb").write(lie)

# A file whose bytes are said to lie behind the end.
outside = bytearray(plain)
struct.pack_into("<L", outside, directory + 42, len(plain) - 10)
open("outside.zip", "wb").write(outside)

# Every size and every count in its 64-bit form, as zipfile writes them for large archives.
zipfile.ZIP64_LIMIT = 10
zipfile.ZIP_FILECOUNT_LIMIT = 1
write("zip64.zip", both)
