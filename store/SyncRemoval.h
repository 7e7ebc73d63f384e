// SPDX-License-Identifier: GPL-3.0-or-later
// Takes the grants of this workstation as they are now, and removes what it may not hold any more.
#pragma once

#include "store/Blobs.h"
#include "store/CaseUpdate.h"
#include "store/Writer.h"

namespace yizhan {

// Slices of some hundred rows. What an office left behind on the pages of the file is overwritten as it goes (secure_delete);
// operations stay in the outbox. Cut short, it goes on the next time. Writer thread.
class SyncRemoval
{
public:
    SyncRemoval(Writer &writer, const StoreContext &context, Blobs &blobs, std::vector<OfficeGrant> grants, std::int32_t epoch);

    Result<bool> slice(Connection &connection); // false when it is done
    QStringList gone() const { return m_gone; }
    std::vector<ChangeSet::Row> takeChanged() { return std::move(m_changed); }

private:
    Outcome begin(Connection &connection);
    Outcome removeSome(Connection &connection, const QString &office, bool &isEmpty);
    Outcome removeRest(Connection &connection, const QString &office);
    Outcome noteBlobs(Connection &connection, const QString &office);
    Outcome removeBlobs(Connection &connection);

    Writer &m_writer;
    const StoreContext &m_context;
    Blobs &m_blobs;
    std::vector<OfficeGrant> m_grants;
    std::int32_t m_epoch;
    bool m_begun = false;
    QStringList m_leaving;
    QStringList m_gone;
    std::set<QByteArray> m_blobsOfRows;
    std::vector<ChangeSet::Row> m_changed;
};

} // namespace yizhan
