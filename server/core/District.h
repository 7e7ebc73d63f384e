// SPDX-License-Identifier: GPL-3.0-or-later
// The district server without any network: answers requests on its storage, and hands its administration to the program.
#pragma once

#include "server/core/Administration.h"
#include "server/core/DistrictContext.h"
#include "server/core/RequestHandler.h"

#include <memory>

namespace yizhan {

struct DistrictSetup {
    std::shared_ptr<ServerDatabase> database; // opened
    const Clock *clock = nullptr;             // lives longer than the district, as the generator
    Random *random = nullptr;
    std::shared_ptr<const RuleBook> rules;
    DistrictKeys keys;
    QString folder;          // attachments and the mark of the instance
    QByteArray certificates; // DER, what workstations trust from enrolment on
    DistrictOptions options;
};

class District final : public RequestHandler
{
public:
    // Brings the tables up to date, and begins a new epoch when the storage is behind what the folder remembers of it.
    static Result<std::unique_ptr<District>> open(DistrictSetup setup);
    ~District() override;

    WireResponse handle(const WireRequest &request, const Peer &peer) override;
    Waiting beginWait(const WireRequest &request, const Peer &peer) override;
    WireResponse endWait(const Waiting &waiting) override;
    std::unique_ptr<Subscription> subscribe(std::vector<QString> offices, std::function<void()> wake) override;

    Administration &administration() { return m_administration; }
    const DistrictContext &context() const { return m_context; }
    // For several processes on one storage: to be called every half second or so; wakes those who wait for what another process
    // wrote. Also notes in the folder how far logs and numbers have grown.
    Outcome poll();

private:
    explicit District(DistrictSetup setup);
    Outcome lookBack();
    Outcome mayBeHeard(const WireRequest &request);
    Result<WireResponse> route(const WireRequest &request, const Peer &peer);
    Result<WireResponse> routeParts(const WireRequest &request);
    Result<std::vector<QString>> newsFor(const std::vector<wire::OfficeMark> &marks);
    WireResponse refuse(const WireRequest &request, const Error &error);

    std::shared_ptr<ServerDatabase> m_database;
    DistrictContext m_context;
    Administration m_administration;
};

} // namespace yizhan
