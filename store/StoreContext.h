// SPDX-License-Identifier: GPL-3.0-or-later
// What every part of an open store shares: where things lie, the keys, the clock, the rules in force, who is at work.
#pragma once

#include "base/Clock.h"
#include "base/Random.h"
#include "records/RuleBook.h"
#include "store/SecureBytes.h"
#include "store/Session.h"

#include <QString>
#include <memory>
#include <mutex>

namespace yizhan {

// The files of a store's folder.
struct StorePaths {
    QString folder;
    QString vault() const { return folder + QStringLiteral("/store.vault"); }
    QString attempts() const { return folder + QStringLiteral("/store.attempts"); }
    QString lock() const { return folder + QStringLiteral("/store.lock"); }
    QString database() const { return folder + QStringLiteral("/store.db"); }
    QString blobs() const { return folder + QStringLiteral("/blobs"); }
    QString backups() const { return folder + QStringLiteral("/backups"); } // copies made before a migration
};

// The vault's data key, what is derived from it, and the user's own draft key. 32 bytes each. Wiped when the store closes.
struct StoreKeys {
    SecureBytes data;     // for new key slots only
    SecureBytes database; // the cipher key of store.db
    SecureBytes blob;     // attachments: names and contents
    SecureBytes person;   // keyed hash of identity numbers (person_key)
    SecureBytes backup;   // manifest of backups
    SecureBytes draft;    // this user's drafts
};

// Made once when the store opens and left alone afterwards, except the rules; so every thread may read it.
class StoreContext
{
public:
    StorePaths paths;
    StoreKeys keys;
    std::shared_ptr<Clock> clock;
    std::shared_ptr<Random> random; // writer thread only; keys and nonces come from libsodium
    Session session;
    RecordId device; // of this workstation, made with the store
    QString office;  // of the workstation
    int station = 1; // 1..99, stands in provisional and local numbers

    std::shared_ptr<const RuleBook> rules() const; // any thread
    void setRules(std::shared_ptr<const RuleBook> rules);

private:
    mutable std::mutex m_mutex;
    std::shared_ptr<const RuleBook> m_rules;
};

} // namespace yizhan
