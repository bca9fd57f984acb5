#!/usr/bin/env python3
"""Writes the program's table of countries as C: countries.py ISO_CODES_PREFIX COUNTRIES.csv OUTPUT.c

The list of countries and their English names come from iso-codes, when the program is built, and so does the
Vietnamese name of a country that is new there. COUNTRIES.csv has what iso-codes does not: the Vietnamese name that
the papers of an office use (iso-codes spells many by ear), further spellings (separated by ;), and the region of the
overseas form. Regions are those of the United Nations (M49), but for Cyprus, which is Europe.
Two countries that answer to one name are an error, and so is a row of the file for a country that does not exist.
"""
# SPDX-License-Identifier: GPL-3.0-or-later
import csv
import gettext
import json
import os
import sys
import unicodedata

REGIONS = ("northeast_asia", "southeast_asia", "europe", "americas", "oceania", "other")


def fold(name):
    """The letters and digits of a name, as hn_country_find compares them."""
    letters = unicodedata.normalize("NFD", name.casefold().replace("đ", "d"))
    return "".join(letter for letter in letters if letter.isalnum())


def turn_round(name):
    """iso-codes writes "Korea, Republic of"; a person reads "Republic of Korea"."""
    first, comma, rest = name.partition(", ")
    return f"{rest} {first}" if comma and rest.endswith(("of", "of the")) else name


def read_countries(prefix, own_file):
    with open(os.path.join(prefix, "share/iso-codes/json/iso_3166-1.json"), encoding="utf-8") as file:
        listed = {entry["alpha_2"]: entry for entry in json.load(file)["3166-1"]}
    vietnamese = gettext.translation("iso_3166-1", os.path.join(prefix, "share/locale"), ["vi"], fallback=True)
    with open(own_file, encoding="utf-8", newline="") as file:
        own = {row["iso2"]: row for row in csv.DictReader(file)}

    unknown = sorted(set(own) - set(listed))
    if unknown:
        sys.exit(f"{own_file}: no such country: {', '.join(unknown)}")
    for code in sorted(listed):
        entry, row = listed[code], own.get(code, {})
        region = row.get("region") or "other"
        if region not in REGIONS:
            sys.exit(f"{own_file}: {code}: no such region: {region}")
        english = row.get("name_en") or entry.get("common_name") or turn_round(entry["name"])
        name = row.get("name_vi") or vietnamese.gettext(entry.get("common_name") or entry["name"])
        spellings = row["aliases"].split(";") if row.get("aliases") else []
        yield code, name, english, region, tidy(spellings + [turn_round(entry["name"])], name, english)


def tidy(spellings, name, english):
    """Each spelling once. One that differs only in its marks stays: a search with marks looks for just those."""
    seen, kept = {name.casefold(), english.casefold()}, []
    for spelling in spellings:
        if spelling.casefold() not in seen:
            seen.add(spelling.casefold())
            kept.append(spelling)
    return kept


def check_unique(countries):
    owners = {}
    for code, name, english, _, spellings in countries:
        for spelling in {fold(text) for text in (name, english, *spellings)}:
            if owners.setdefault(spelling, code) != code:
                sys.exit(f"{code} and {owners[spelling]} would both be found as “{spelling}”")


def quote(text):
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def main(prefix, own_file, output):
    countries = list(read_countries(prefix, own_file))
    check_unique(countries)
    with open(output, "w", encoding="utf-8") as file:
        file.write("/* Made by tools/countries.py from iso-codes and data/reference/countries.csv. */\n")
        file.write('#include "hn-country.h"\n\nconst HnCountry hn_countries[] = {\n')
        for code, name, english, region, spellings in countries:
            texts = ", ".join(map(quote, (code, name, english, ";".join(spellings))))
            file.write(f"  {{ {texts}, HN_REGION_{region.upper()} }},\n")
        file.write("};\n\nconst guint hn_n_countries = G_N_ELEMENTS (hn_countries);\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
