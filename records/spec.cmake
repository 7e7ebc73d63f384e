# SPDX-License-Identifier: GPL-3.0-or-later
# Declarations of records and what reads them.
set(YIZHAN_SPEC_SOURCES)
include(${CMAKE_CURRENT_LIST_DIR}/core.cmake OPTIONAL)
include(${CMAKE_CURRENT_LIST_DIR}/dockets.cmake OPTIONAL)
