# SPDX-License-Identifier: GPL-3.0-or-later
# Finds SQLCipher 4.6 or newer as SQLCipher::SQLCipher. Looked for in this order: SQLCipher_ROOT or the place where
# `./dev setup` builds it (static), then pkg-config's paths (Homebrew), then a vcpkg tree (CMAKE_PREFIX_PATH).
set(_yizhan_cache "$ENV{YIZHAN_DEPS}")
if(NOT _yizhan_cache)
  if(DEFINED ENV{XDG_CACHE_HOME})
    set(_yizhan_cache "$ENV{XDG_CACHE_HOME}/yizhan")
  else()
    set(_yizhan_cache "$ENV{HOME}/.cache/yizhan")
  endif()
endif()
file(GLOB _sqlcipher_built LIST_DIRECTORIES true "${_yizhan_cache}/sqlcipher-*")
list(SORT _sqlcipher_built COMPARE NATURAL ORDER DESCENDING)
find_package(PkgConfig QUIET)
if(PkgConfig_FOUND)
  pkg_check_modules(PC_SQLCIPHER QUIET sqlcipher)
endif()
find_path(SQLCipher_INCLUDE_DIR NAMES sqlcipher/sqlite3.h
  HINTS ${SQLCipher_ROOT} ${_sqlcipher_built} ${PC_SQLCIPHER_INCLUDEDIR} PATH_SUFFIXES include)
find_library(SQLCipher_LIBRARY NAMES libsqlcipher.a sqlcipher libsqlcipher
  HINTS ${SQLCipher_ROOT} ${_sqlcipher_built} ${PC_SQLCIPHER_LIBDIR} PATH_SUFFIXES lib)
if(SQLCipher_INCLUDE_DIR)
  # The library's own version is a pragma; the header tells the SQLite inside: 4.6 is built on 3.46.
  file(STRINGS "${SQLCipher_INCLUDE_DIR}/sqlcipher/sqlite3.h" _line REGEX "^#define SQLITE_VERSION_NUMBER")
  string(REGEX MATCH "[0-9]+$" _sqlite_number "${_line}")
  if(_sqlite_number GREATER_EQUAL 3046000)
    set(SQLCipher_VERSION 4.6)
  else()
    set(SQLCipher_VERSION 3)
  endif()
endif()
include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(SQLCipher REQUIRED_VARS SQLCipher_LIBRARY SQLCipher_INCLUDE_DIR
  VERSION_VAR SQLCipher_VERSION
  REASON_FAILURE_MESSAGE "run ./dev setup (Debian), or use the vcpkg or Homebrew preset")
if(SQLCipher_FOUND AND NOT TARGET SQLCipher::SQLCipher)
  find_package(OpenSSL REQUIRED COMPONENTS Crypto)
  find_package(Threads REQUIRED)
  add_library(SQLCipher::SQLCipher UNKNOWN IMPORTED)
  set_target_properties(SQLCipher::SQLCipher PROPERTIES
    IMPORTED_LOCATION "${SQLCipher_LIBRARY}"
    INTERFACE_INCLUDE_DIRECTORIES "${SQLCipher_INCLUDE_DIR}"
    INTERFACE_COMPILE_DEFINITIONS SQLITE_HAS_CODEC
    INTERFACE_LINK_LIBRARIES "OpenSSL::Crypto;Threads::Threads;${CMAKE_DL_LIBS}")
  if(UNIX AND NOT APPLE)
    set_property(TARGET SQLCipher::SQLCipher APPEND PROPERTY INTERFACE_LINK_LIBRARIES m)
  endif()
endif()
