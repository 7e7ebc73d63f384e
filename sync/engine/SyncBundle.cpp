// SPDX-License-Identifier: GPL-3.0-or-later
// The exchange without a line: a file to the district and its answer.
#include "sync/engine/CoreParts.h"
#include "sync/engine/Enrolment.h"
#include "sync/protocol/Bundle.h"

#include <algorithm>

namespace yizhan {
namespace {

constexpr int mostOperations = 20'000;
constexpr qint64 mostBytes = 16 << 20;
const QString numberKey = QStringLiteral("bundle.number");
const QString hashKey = QStringLiteral("bundle.hash");
const QString takenKey = QStringLiteral("bundle.taken");

} // namespace

Result<QByteArray> SyncCore::writeBundle()
{
    const Result<QByteArray> previous = await(m_door->kept(hashKey));
    const Result<OutboxBatch> batch = await(m_door->nextBatch(mostOperations, mostBytes));
    const auto offices = await(m_door->offices());
    const Result<QByteArray> grant = await(m_door->kept(offlineGrantKey()));
    if (!previous || !grant)
        return previous ? grant.error() : previous.error();
    if (!batch || !offices)
        return batch ? offices.error() : batch.error();
    wire::BundleRequest request;
    request.number = keptText(numberKey).toLongLong() + 1;
    request.previous = *previous;
    request.writtenAt = m_clock.now();
    request.grant = *grant;
    const Result<wire::HelloRequest> hello = helloRequest();
    if (!hello)
        return hello.error();
    request.hello = *hello;
    request.push.epoch = hello->epoch;
    const std::size_t known = knownTo(serverSchema(), batch->rows);
    for (std::size_t i = 0; i < known; ++i)
        request.push.operations.push_back(operationOf(batch->rows[i]));
    for (const OfficeCursor &cursor : *offices)
        request.cursors.push_back({cursor.office, cursor.generation, cursor.oseq, cursor.anew});
    Result<QByteArray> file = sealBundle(toCbor(request), BundleDirection::ToDistrict, m_workstation->device,
                                         m_workstation->escrowKey, m_workstation->secretKey.view());
    if (!file)
        return file;
    // noted before anybody gets it: a number that was noted twice would be refused
    for (const auto &[key, value] :
         {std::pair(numberKey, QByteArray::number(qlonglong{request.number})), std::pair(hashKey, hashOfBundle(*file))}) {
        if (const Outcome done = await(m_door->keep(key, value)); !done)
            return done.error();
    }
    return file;
}

Outcome SyncCore::takeBundle(const QByteArray &file)
{
    QByteArray secret = boxSecretKeyOf(m_workstation->secretKey.view());
    const Result<QByteArray> message = openBundle(file, BundleDirection::FromDistrict, m_workstation->device,
                                                  boxPublicKeyOf(m_workstation->publicKey), secret, m_workstation->districtKey);
    wipe(secret);
    if (!message)
        return Error(ErrorKind::Protocol, engineerrors::bundleForeign);
    Result<wire::BundleAnswer> answer = fromCbor<wire::BundleAnswer>(*message);
    if (!answer)
        return answer.error();
    const Result<QByteArray> newest = await(m_door->kept(hashKey));
    if (!newest)
        return newest.error();
    const bool isNewest = answer->number == keptText(numberKey).toLongLong() && answer->request == *newest;
    if (!isNewest || answer->number <= keptText(takenKey).toLongLong())
        return Error(ErrorKind::Rejected, engineerrors::bundleOld);

    if (answer->hello.state != wire::DeviceState::Good)
        return Error(ErrorKind::Forbidden, engineerrors::revoked);
    m_status.error.reset();
    // what is on its way over the line was said before this: numbers that the file has brought would be given again
    if (m_outstanding != Ask::Nothing)
        abandon();
    if (!learn(answer->hello) || !follow(answer->hello))
        return *m_status.error;
    std::vector<OutboxVerdict> verdicts;
    for (const wire::Verdict &verdict : answer->push.verdicts) {
        if (answer->push.epoch == answer->hello.epoch && verdict.n <= answer->push.upto)
            verdicts.push_back(verdictOf(verdict));
    }
    if (!verdicts.empty()) {
        if (const Outcome done = await(m_door->applyVerdicts(std::move(verdicts))); !done)
            return done;
    }
    for (wire::Page &page : answer->pull.pages) {
        if (!takePage(std::move(page), answer->pull.epoch))
            return *m_status.error;
    }
    if (!answer->grant.isEmpty()) {
        if (const Outcome done = keepOfflineGrant(*m_door, *m_workstation, answer->grant); !done)
            return done;
    }
    refreshStatus();
    return await(m_door->keep(takenKey, QByteArray::number(qlonglong{answer->number})));
}

} // namespace yizhan
