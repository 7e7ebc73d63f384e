# SPDX-License-Identifier: GPL-3.0-or-later
# Tests of the reading side: lists, search, blobs, backup, verification, history.
set(_here ${CMAKE_CURRENT_LIST_DIR})
yizhan_test(store tst_pinyin SOURCES ${_here}/PinyinTest.cpp USES store)
yizhan_test(store tst_blobs SOURCES ${_here}/BlobsTest.cpp USES store)
foreach(_test IN ITEMS SearchIndex Query Backup Verify)
  string(TOLOWER ${_test} _name)
  yizhan_test(store tst_store_${_name} SOURCES ${_here}/${_test}Test.cpp ${_here}/ReadsFixture.cpp USES store sql records base)
  target_include_directories(tst_store_${_name} PRIVATE ${_here})
endforeach()
