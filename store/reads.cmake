# SPDX-License-Identifier: GPL-3.0-or-later
# The reading side of the store: lists, search, history, blobs, backup, verification.
set(YIZHAN_STORE_READS_SOURCES
  Backup.cpp BackupFile.cpp Blobs.cpp CaseScan.cpp FileErrors.cpp History.cpp ListIndex.cpp ListReader.cpp Pinyin.cpp QuerySql.cpp RowSet.cpp SearchIndex.cpp SearchQuery.cpp SearchText.cpp Verify.cpp
  ${CMAKE_SOURCE_DIR}/resources/pinyin.qrc)
