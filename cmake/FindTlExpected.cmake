# SPDX-License-Identifier: GPL-3.0-or-later
# Finds the header-only tl::expected as TlExpected::TlExpected.
find_path(TlExpected_INCLUDE_DIR NAMES tl/expected.hpp)
include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(TlExpected REQUIRED_VARS TlExpected_INCLUDE_DIR)
if(TlExpected_FOUND AND NOT TARGET TlExpected::TlExpected)
  add_library(TlExpected::TlExpected INTERFACE IMPORTED)
  set_target_properties(TlExpected::TlExpected PROPERTIES INTERFACE_INCLUDE_DIRECTORIES "${TlExpected_INCLUDE_DIR}")
endif()
