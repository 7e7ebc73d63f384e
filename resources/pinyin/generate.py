#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes readings.tsv from the Han-Latin rules of ICU; needs the program uconv. Run by hand when Unicode has new
characters, never by the build: the same name must be found by the same keys on every machine, whatever ICU it has.

    ./generate.py > readings.tsv
"""
import subprocess
import sys
import unicodedata

RANGES = [
    (0x3400, 0x4DBF),    # extension A
    (0x4E00, 0x9FFF),
    (0x20000, 0x2EBE0),  # extensions B to F
    (0x30000, 0x3134A),  # extension G
]
# What the rules leave out or read in a way nobody types; from the dictionary of standard characters (2013).
MENDED = {"㛃": "jie", "𬱖": "di", "〇": "ling"}


def without_tone(reading):
    """'lǜ' -> 'lv': the tone goes, the two dots become the v that input methods use."""
    plain = unicodedata.normalize("NFD", reading.strip().lower()).replace("u\u0308", "v")
    return "".join(c for c in plain if not unicodedata.combining(c))


def main():
    version = subprocess.run(["uconv", "--version"], capture_output=True, check=True, text=True).stdout.split("ICU ")[-1].strip()
    characters = [chr(c) for first, last in RANGES for c in range(first, last + 1)]
    answer = subprocess.run(["uconv", "-f", "utf-8", "-t", "utf-8", "-x", "Han-Latin"], input="\n".join(characters).encode(),
                            capture_output=True, check=True).stdout.decode().split("\n")
    if len(answer) != len(characters):
        sys.exit("uconv answered %d lines for %d characters" % (len(answer), len(characters)))
    by_reading = {}
    for character, reading in list(zip(characters, answer)) + list(MENDED.items()):
        reading = MENDED.get(character, without_tone(reading))
        if reading.isascii() and reading.isalpha():
            by_reading.setdefault(reading, set()).add(character)
    print("# yizhan-pinyin/1: reading, tab, characters. Made by generate.py from ICU", version)
    for reading in sorted(by_reading):
        print(reading, "".join(sorted(by_reading[reading])), sep="\t")


if __name__ == "__main__":
    main()
