# SPDX-License-Identifier: GPL-3.0-or-later
# The core of the store: keys, lock, schema, writer.
set(YIZHAN_STORE_CORE_SOURCES
  TaskThread.cpp Worker.cpp SecureBytes.cpp StoreContext.cpp Schema.cpp RowMapper.cpp FieldVersions.cpp AuditTrail.cpp
  AtomicFile.cpp RecoveryKey.cpp Password.cpp Vault.cpp VaultFile.cpp FolderLock.cpp
  Session.cpp Meta.cpp NumberRegister.cpp Outbox.cpp Judge.cpp Derivation.cpp DerivedIndexes.cpp OpenCases.cpp ChangePlanner.cpp
  RowWriter.cpp Writer.cpp Drafts.cpp Lookup.cpp Accounts.cpp Upkeep.cpp StorePrivate.cpp StoreOpen.cpp Store.cpp
  StoreUpkeep.cpp migrations.qrc)
