# SPDX-License-Identifier: GPL-3.0-or-later
# SQLCipher as this project needs it. The archive is the one that Debian's source package carries (same checksum).
vcpkg_check_linkage(ONLY_STATIC_LIBRARY)

vcpkg_from_github(
  OUT_SOURCE_PATH SOURCE_PATH
  REPO sqlcipher/sqlcipher
  REF "v${VERSION}"
  SHA512 023b2fc7248fe38b758ef93dd8436677ff0f5d08b1061e7eab0adb9e38ad92d523e0ab69016ee69bd35c1fd53c10f61e99b01f7a2987a1f1d492e1f7216a0a9c)

# The one file that holds it all is made by the project's own scripts, which want Tcl.
if(VCPKG_HOST_IS_WINDOWS)
  find_program(NMAKE nmake REQUIRED)
  file(GLOB TCLSH "${CURRENT_HOST_INSTALLED_DIR}/tools/tcl/bin/tclsh*${VCPKG_HOST_EXECUTABLE_SUFFIX}")
  list(GET TCLSH 0 TCLSH)
  file(TO_NATIVE_PATH "${TCLSH}" TCLSH)
  vcpkg_execute_required_process(
    COMMAND "${NMAKE}" /NOLOGO /f Makefile.msc sqlite3.c "TCLSH_CMD=${TCLSH}"
    WORKING_DIRECTORY "${SOURCE_PATH}"
    LOGNAME "amalgamation-${TARGET_TRIPLET}")
else()
  vcpkg_execute_required_process(
    COMMAND ./configure --with-crypto-lib=none --disable-tcl --disable-readline
    WORKING_DIRECTORY "${SOURCE_PATH}"
    LOGNAME "configure-${TARGET_TRIPLET}")
  vcpkg_execute_required_process(
    COMMAND make sqlite3.c
    WORKING_DIRECTORY "${SOURCE_PATH}"
    LOGNAME "amalgamation-${TARGET_TRIPLET}")
endif()

file(COPY "${CMAKE_CURRENT_LIST_DIR}/CMakeLists.txt" DESTINATION "${SOURCE_PATH}")
vcpkg_cmake_configure(SOURCE_PATH "${SOURCE_PATH}")
vcpkg_cmake_install()
vcpkg_copy_pdbs()
file(REMOVE_RECURSE "${CURRENT_PACKAGES_DIR}/debug/include")
vcpkg_install_copyright(FILE_LIST "${SOURCE_PATH}/LICENSE.md")
