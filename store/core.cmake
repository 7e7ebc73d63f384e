# SPDX-License-Identifier: GPL-3.0-or-later
# The core of the store: keys, lock, schema, writer.
if(WIN32)
  set(YIZHAN_FILE_LOCK FileLock_win.cpp)
else()
  set(YIZHAN_FILE_LOCK FileLock_unix.cpp)
endif()
set(YIZHAN_STORE_CORE_SOURCES
  TaskThread.cpp Worker.cpp SecureBytes.cpp StoreContext.cpp Schema.cpp RowMapper.cpp AuditTrail.cpp
  Adoption.cpp AtomicFile.cpp RecoveryKey.cpp Password.cpp Vault.cpp VaultFile.cpp FolderLock.cpp ${YIZHAN_FILE_LOCK}
  Session.cpp Meta.cpp NumberRegister.cpp OfflineGrant.cpp Outbox.cpp Judge.cpp Derivation.cpp DerivedIndexes.cpp OpenCases.cpp ChangePlanner.cpp
  RowWriter.cpp Writer.cpp Drafts.cpp Lookup.cpp Accounts.cpp Rebuild.cpp Repeats.cpp Upkeep.cpp StorePrivate.cpp StoreOpen.cpp Store.cpp
  StoreUpkeep.cpp CaseUpdate.cpp PageWriter.cpp RawRows.cpp ServerCopies.cpp SetAside.cpp SyncBlobs.cpp SyncConflicts.cpp SyncDoor.cpp SyncNumbers.cpp
  SyncControl.h SyncOffices.cpp SyncOutbox.cpp SyncRemoval.cpp SyncStatus.cpp SyncTray.cpp Workstation.cpp migrations.qrc)
