# SPDX-License-Identifier: GPL-3.0-or-later
# The core of the store: threads, keys, schema, writing, faults.
yizhan_test(store tst_task_thread SOURCES TaskThreadTest.cpp USES store base)
yizhan_test(store tst_worker SOURCES WorkerTest.cpp USES store sql base)
yizhan_test(store tst_vault SOURCES VaultTest.cpp USES store base)
yizhan_test(store tst_field_versions SOURCES FieldVersionsTest.cpp USES store records base)
yizhan_test(store tst_schema SOURCES SchemaTest.cpp USES store sql records base)
yizhan_test(store tst_row_mapper SOURCES RowMapperTest.cpp USES tests/support store sql records base)
yizhan_test(store tst_store_write SOURCES StoreWriteTest.cpp USES tests/support store sql records base)
yizhan_test(store tst_store_open SOURCES StoreOpenTest.cpp USES tests/support store sql records base)
yizhan_test(store tst_store_property SOURCES StorePropertyTest.cpp USES tests/support store sql records base)
yizhan_test(store tst_store_crash SOURCES StoreCrashTest.cpp USES tests/support store sql records base TIMEOUT 300 LABELS slow)
yizhan_test(store tst_store_disk SOURCES StoreDiskTest.cpp ../sql/SmallDisk.cpp USES tests/support store sql records base)
yizhan_test(store tst_store_canary SOURCES StoreCanaryTest.cpp USES tests/support store sql records base)
