# SPDX-License-Identifier: MIT
"""Scores vectors from Python, through ctypes and the shared library.

    python3 score.py libsecrisk.so VECTOR...

The structures have the sizes that secrisk.h fixes for every machine."""
import ctypes
import sys

OVERALL = 0
STRICT = 0


class Cvss(ctypes.Structure):
    _fields_ = [("version", ctypes.c_uint8), ("value", ctypes.c_uint8 * 39)]


class Diag(ctypes.Structure):
    _fields_ = [("offset", ctypes.c_uint32), ("length", ctypes.c_uint32),
                ("lenient", ctypes.c_uint32), ("status", ctypes.c_uint8),
                ("version", ctypes.c_uint8), ("metric", ctypes.c_uint8),
                ("about", ctypes.c_uint8)]


assert ctypes.sizeof(Cvss) == 40 and ctypes.sizeof(Diag) == 16


class Secrisk:
    def __init__(self, path):
        lib = ctypes.CDLL(path)
        self.parse_ = lib.secrisk_cvss_parse
        self.parse_.restype = ctypes.c_uint8
        self.parse_.argtypes = [ctypes.c_char_p, ctypes.c_size_t,
                                ctypes.c_uint32, ctypes.POINTER(Cvss),
                                ctypes.POINTER(Diag)]
        self.score_ = lib.secrisk_cvss_score
        self.score_.restype = ctypes.c_uint8
        self.score_.argtypes = [ctypes.POINTER(Cvss), ctypes.c_uint8]
        self.severity_ = lib.secrisk_cvss_severity
        self.severity_.restype = ctypes.c_uint8
        self.severity_.argtypes = [ctypes.c_uint8, ctypes.c_uint8]
        self.level_text_ = lib.secrisk_level_text
        self.level_text_.restype = ctypes.c_char_p
        self.level_text_.argtypes = [ctypes.c_uint8]
        self.explain_ = lib.secrisk_cvss_explain
        self.explain_.restype = ctypes.c_size_t
        self.explain_.argtypes = [ctypes.POINTER(Diag), ctypes.c_char_p,
                                  ctypes.c_size_t]

    def score(self, text):
        """(tenths, severity); ValueError says what is wrong with the text."""
        vector, diag, raw = Cvss(), Diag(), text.encode()
        if self.parse_(raw, len(raw), STRICT, vector, diag) != 0:
            why = ctypes.create_string_buffer(192)
            self.explain_(diag, why, len(why))
            raise ValueError(f"byte {diag.offset + 1}: {why.value.decode()}")
        tenths = self.score_(vector, OVERALL)
        level = self.severity_(vector.version, tenths)
        return tenths, self.level_text_(level).decode()


def main():
    if len(sys.argv) < 2 or sys.argv[1] in ("-h", "--help"):
        print("Usage: score.py LIBRARY VECTOR...\n"
              "Score CVSS vectors with the shared library of secrisk, such as "
              "./libsecrisk.so.",
              file=sys.stdout if len(sys.argv) > 1 else sys.stderr)
        return 0 if len(sys.argv) > 1 else 2
    try:
        secrisk, status = Secrisk(sys.argv[1]), 0
    except (OSError, AttributeError) as error:
        print(f"score.py: {sys.argv[1]}: expected secrisk's shared library: "
              f"{error}", file=sys.stderr)
        return 2
    for text in sys.argv[2:]:
        try:
            tenths, severity = secrisk.score(text)
            print(f"{tenths // 10}.{tenths % 10} {severity}")
        except ValueError as error:
            print(f"{text}: {error}", file=sys.stderr)
            status = 1
    return status


if __name__ == "__main__":
    sys.exit(main())
