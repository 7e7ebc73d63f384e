# SPDX-License-Identifier: GPL-3.0-or-later
# The machinery: values, records, registry, queries, codec, checks, moves; and the kinds that every docket shares.
set(YIZHAN_SPEC_SOURCES ${YIZHAN_SPEC_SOURCES}
  Value.cpp Record.cpp Registry.cpp)
