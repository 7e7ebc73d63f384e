# SPDX-License-Identifier: GPL-3.0-or-later
# One helper a kind of target. Each links *and* records its edges, so that the architecture test can read them.

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_CXX_VISIBILITY_PRESET hidden)
set(CMAKE_VISIBILITY_INLINES_HIDDEN ON)
set(CMAKE_ENABLE_EXPORTS OFF)
set(CMAKE_AUTOMOC ON)
set(CMAKE_AUTORCC ON)
set(CMAKE_AUTOUIC ON)
set_property(GLOBAL PROPERTY YIZHAN_EDGES "")

option(YIZHAN_WERROR "Warnings are errors" ON)
option(YIZHAN_PCH "Precompiled headers" ON)
option(YIZHAN_ASSERTS "Keep Q_ASSERT and the standard library's own checks in optimised builds" OFF)
option(YIZHAN_CCACHE "Compile through ccache" OFF)
set(YIZHAN_SANITIZE "" CACHE STRING "Sanitizers, as for -fsanitize=, e.g. address,undefined")

if(YIZHAN_SANITIZE AND NOT MSVC)
  add_compile_options(-fsanitize=${YIZHAN_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  add_link_options(-fsanitize=${YIZHAN_SANITIZE})
endif()

# Below -O2, or with sanitizers in between, g++ 12 takes a copied std::optional for uninitialised; at -O2 (release) and by clang
# this is checked.
set(YIZHAN_FALSE_ALARMS "")
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND (YIZHAN_SANITIZE OR CMAKE_CXX_FLAGS_RELWITHDEBINFO MATCHES "-O[01g]"))
  set(YIZHAN_FALSE_ALARMS -Wno-maybe-uninitialized)
endif()
add_compile_options(${YIZHAN_FALSE_ALARMS})

if(YIZHAN_ASSERTS)
  add_compile_definitions(QT_FORCE_ASSERTS $<$<NOT:$<CXX_COMPILER_ID:MSVC>>:_GLIBCXX_ASSERTIONS>)
endif()

if(YIZHAN_CCACHE)
  # The liberties are those that precompiled headers need. Paths below the root are hashed as relative ones, so that one
  # preset finds what another has compiled with the same flags.
  find_program(YIZHAN_CCACHE_PROGRAM ccache REQUIRED)
  set(CMAKE_CXX_COMPILER_LAUNCHER "${CMAKE_COMMAND}" -E env
    CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime
    "CCACHE_BASEDIR=${CMAKE_SOURCE_DIR}" CCACHE_NOHASHDIR=1 "${YIZHAN_CCACHE_PROGRAM}")
endif()

add_library(yizhan_strict INTERFACE)
if(MSVC)
  target_compile_options(yizhan_strict INTERFACE /W4 /utf-8 /permissive- $<$<BOOL:${YIZHAN_WERROR}>:/WX>)
else()
  target_compile_options(yizhan_strict INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual -Wold-style-cast -Wcast-qual
    -Wconversion -Wno-sign-conversion -Wformat=2 -Wimplicit-fallthrough -Wundef -Winvalid-pch
    $<$<CXX_COMPILER_ID:Clang,AppleClang>:-Wno-missing-field-initializers>
    $<$<BOOL:${YIZHAN_WERROR}>:-Werror>)
endif()
target_compile_definitions(yizhan_strict INTERFACE
  QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING QT_NO_CAST_FROM_BYTEARRAY
  QT_NO_FOREACH QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_STRICT_ITERATORS
  QT_DISABLE_DEPRECATED_BEFORE=0x060400)

# A folder that is not there (a checkout in the making, a source package without tests) is left out.
function(yizhan_add_folder folder)
  if(EXISTS "${CMAKE_SOURCE_DIR}/${folder}/CMakeLists.txt")
    add_subdirectory("${CMAKE_SOURCE_DIR}/${folder}" "${CMAKE_BINARY_DIR}/${folder}")
  endif()
endfunction()

function(yizhan_apply_common target folder)
  cmake_parse_arguments(PARSE_ARGV 2 arg "" "" "USES;QT;LIBRARIES")
  target_include_directories(${target} PUBLIC "${CMAKE_SOURCE_DIR}")
  target_link_libraries(${target} PRIVATE yizhan_strict)
  foreach(use IN LISTS arg_USES)
    string(REPLACE "/" "_" use_target "yizhan_${use}")
    target_link_libraries(${target} PUBLIC ${use_target})
    set_property(GLOBAL APPEND PROPERTY YIZHAN_EDGES "${folder} -> ${use}")
  endforeach()
  foreach(module IN LISTS arg_QT)
    target_link_libraries(${target} PUBLIC Qt6::${module})
    set_property(GLOBAL APPEND PROPERTY YIZHAN_EDGES "${folder} -> Qt::${module}")
  endforeach()
  if(arg_LIBRARIES)
    target_link_libraries(${target} PUBLIC ${arg_LIBRARIES})
    foreach(library IN LISTS arg_LIBRARIES)
      set_property(GLOBAL APPEND PROPERTY YIZHAN_EDGES "${folder} -> library ${library}")
    endforeach()
  endif()
  if(YIZHAN_PCH)
    yizhan_share_precompiled_header(${target})
  endif()
  if(YIZHAN_PLANTED)
    yizhan_plant(${target})
  endif()
endfunction()

# Only the files that can carry a planted fault are compiled with it: all others are what every preset has.
function(yizhan_plant target)
  get_target_property(sources ${target} SOURCES)
  foreach(source IN LISTS sources)
    cmake_path(ABSOLUTE_PATH source OUTPUT_VARIABLE file)
    if(NOT EXISTS "${file}") # is made by the build
      continue()
    endif()
    file(STRINGS "${file}" carries REGEX "include \"(base/Planted|tests/simulation/Plants|tests/simulation/PlantGate)\\.h\"")
    if(carries)
      set_property(SOURCE ${source} APPEND PROPERTY COMPILE_DEFINITIONS YIZHAN_PLANTED)
    endif()
  endforeach()
endfunction()

# One precompiled header for all targets: making it takes seconds, and there are many small test programs.
function(yizhan_share_precompiled_header target)
  if(NOT TARGET yizhan_precompiled)
    file(CONFIGURE OUTPUT "${CMAKE_BINARY_DIR}/Precompiled.cpp"
      CONTENT "// Carries the precompiled header that all targets share.\n")
    add_library(yizhan_precompiled STATIC "${CMAKE_BINARY_DIR}/Precompiled.cpp")
    set_target_properties(yizhan_precompiled PROPERTIES AUTOMOC OFF AUTORCC OFF AUTOUIC OFF)
    target_link_libraries(yizhan_precompiled PRIVATE yizhan_strict Qt6::Core TlExpected::TlExpected)
    # Named by its place below the root: with the full path in it, another checkout would find nothing in the compiler cache.
    target_include_directories(yizhan_precompiled PRIVATE "${CMAKE_SOURCE_DIR}")
    target_precompile_headers(yizhan_precompiled PRIVATE <cmake/Precompiled.h>)
  endif()
  target_precompile_headers(${target} REUSE_FROM yizhan_precompiled)
endfunction()

# yizhan_library(store SOURCES ... USES records base QT Core LIBRARIES Sodium::Sodium)
# makes the static library yizhan_store; a folder in a folder is spelt app/demo -> yizhan_app_demo.
function(yizhan_library folder)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;USES;QT;LIBRARIES")
  string(REPLACE "/" "_" target "yizhan_${folder}")
  add_library(${target} STATIC ${arg_SOURCES})
  yizhan_apply_common(${target} ${folder} USES ${arg_USES} QT ${arg_QT} LIBRARIES ${arg_LIBRARIES})
endfunction()

# yizhan_program(yizhan-cli app/cli SOURCES ... USES ...): an executable; SQLCipher's symbols stay inside it.
function(yizhan_program name folder)
  cmake_parse_arguments(PARSE_ARGV 2 arg "" "" "SOURCES;USES;QT;LIBRARIES")
  add_executable(${name} ${arg_SOURCES})
  set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/bin" ENABLE_EXPORTS OFF)
  yizhan_apply_common(${name} ${folder} USES ${arg_USES} QT ${arg_QT} LIBRARIES ${arg_LIBRARIES})
  yizhan_hide_archives(${name})
endfunction()

# With the codec's symbols visible, Qt's own SQLite plugin would silently run on SQLCipher. Only this archive is hidden: a
# sanitizer's or libFuzzer's own, hidden too, would free what the libraries beside the program have allocated elsewhere.
function(yizhan_hide_archives name)
  if(UNIX AND NOT APPLE)
    target_link_options(${name} PRIVATE -Wl,--exclude-libs,libsqlcipher.a)
  endif()
endfunction()

# yizhan_fuzzer(yizhan-fuzz-rows fuzz TARGET rows SOURCES ... USES ...): a program that libFuzzer drives.
function(yizhan_fuzzer name folder)
  cmake_parse_arguments(PARSE_ARGV 2 arg "" "TARGET" "SOURCES;USES;QT;LIBRARIES")
  add_executable(${name} ${arg_SOURCES})
  set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/bin")
  yizhan_apply_common(${name} tests/${folder} USES ${arg_USES} QT ${arg_QT} LIBRARIES ${arg_LIBRARIES})
  target_compile_definitions(${name} PRIVATE YIZHAN_FUZZ_TARGET="${arg_TARGET}")
  target_link_options(${name} PRIVATE -fsanitize=fuzzer)
endfunction()

# Qt tells each test where its source and build folders are (for QFINDTESTDATA, which nobody here calls); with these paths in the
# command no other checkout could use the object.
function(yizhan_forget_test_folders)
  get_target_property(definitions Qt6::Test INTERFACE_COMPILE_DEFINITIONS)
  list(FILTER definitions EXCLUDE REGEX "QT_TESTCASE_(SOURCE|BUILD)DIR")
  set_target_properties(Qt6::Test PROPERTIES INTERFACE_COMPILE_DEFINITIONS "${definitions}")
endfunction()

# yizhan_test(store tst_vault SOURCES VaultTest.cpp USES store QT Test [TIMEOUT 120] [LABELS slow] [PATHS])
# registers one CTest; a test that needs a window runs offscreen unless it says otherwise. PATHS: it reads files of the checkout
# and knows where that is; all others compile to the same object in every checkout and preset.
function(yizhan_test folder name)
  cmake_parse_arguments(PARSE_ARGV 2 arg "PATHS" "TIMEOUT" "SOURCES;USES;QT;LIBRARIES;LABELS;ENVIRONMENT")
  add_executable(${name} ${arg_SOURCES})
  set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/tests")
  yizhan_apply_common(${name} tests/${folder} USES ${arg_USES} QT ${arg_QT} Test LIBRARIES ${arg_LIBRARIES})
  if(arg_PATHS)
    target_compile_definitions(${name} PRIVATE YIZHAN_TEST_DATA="${CMAKE_SOURCE_DIR}/tests/data"
                                               YIZHAN_SOURCE_DIR="${CMAKE_SOURCE_DIR}"
                                               YIZHAN_BINARY_DIR="${CMAKE_BINARY_DIR}")
  endif()
  target_compile_options(${name} PRIVATE ${YIZHAN_FALSE_ALARMS})
  yizhan_hide_archives(${name})
  add_test(NAME ${folder}/${name} COMMAND ${name})
  if(NOT arg_TIMEOUT)
    set(arg_TIMEOUT 120)
  endif()
  set_tests_properties(${folder}/${name} PROPERTIES TIMEOUT ${arg_TIMEOUT} LABELS "${folder};${arg_LABELS}"
    ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8;${arg_ENVIRONMENT}")
endfunction()

function(yizhan_write_architecture)
  get_property(edges GLOBAL PROPERTY YIZHAN_EDGES)
  list(JOIN edges "\n" text)
  file(WRITE "${CMAKE_BINARY_DIR}/architecture-edges.txt" "${text}\n")
endfunction()
