// SPDX-License-Identifier: GPL-3.0-or-later
// After the records: stocks of numbers and the contents of attachments.
#include "sync/engine/CoreParts.h"

#include <QMessageAuthenticationCode>

#include <algorithm>

namespace yizhan {
namespace {

constexpr int blobsAtOnce = 20;
constexpr qint64 chunkBytes = 4 << 20;

int chunksOf(std::int64_t bytes) { return static_cast<int>((bytes + chunkBytes - 1) / chunkBytes); }

} // namespace

std::optional<SyncCore::Step> SyncCore::leaseStep()
{
    if (!m_wantFiles)
        return std::nullopt;
    if (m_leases.empty()) {
        QStringList series;
        for (const wire::LeaseLevel &level : m_server.leases)
            series.push_back(level.series);
        if (series.isEmpty())
            return std::nullopt;
        const auto stocks = await(m_door->leaseLevels(series, serverTime()));
        if (!stored(stocks))
            return std::nullopt;
        for (const LeaseLevelState &stock : *stocks) {
            const auto wanted = std::find_if(m_server.leases.begin(), m_server.leases.end(),
                                             [&](const wire::LeaseLevel &level) { return level.series == stock.series; });
            if (stock.left >= wanted->low || wanted->keep <= 0 || m_withoutBlock.contains(stock.key))
                continue;
            wire::LeaseRequest request;
            request.key = stock.key;
            request.series = stock.series;
            request.office = stock.office;
            request.count = wanted->keep;
            request.requestN = stock.blocks + 1;
            m_leases.push_back(std::move(request));
        }
        if (m_leases.empty())
            return std::nullopt;
    }
    tell(SyncStage::Files);
    return ask(Ask::Lease, "/v1/lease", m_leases.front());
}

// Not asked for again before the next hello: a stock of numbers is no reason to keep records waiting.
void SyncCore::leaveLease()
{
    if (m_leases.empty())
        return;
    m_withoutBlock.insert(m_leases.front().key);
    m_leases.pop_front();
}

void SyncCore::tookLease(const WireResponse &response)
{
    const std::optional<wire::LeaseBlock> block = read<wire::LeaseBlock>(response);
    if (!block || m_leases.empty())
        return;
    if (block->last < block->first) { // none to be had
        leaveLease();
        return;
    }
    // whatever is counted then: one block of a kind until the next hello, lest a wrong count drain the district's numbers
    leaveLease();
    stored(await(m_door->addBlock({block->key, block->first, block->last, block->generation, block->expiresAt})));
}

// Contents are asked about in one query an office and direction, then go chunk by chunk.
std::optional<SyncCore::Step> SyncCore::blobStep()
{
    if (!m_wantFiles)
        return std::nullopt;
    if (m_blobs.empty()) {
        const auto sending = await(m_door->blobsToSend(blobsAtOnce));
        const auto fetching = await(m_door->blobsToFetch(blobsAtOnce));
        if (!stored(sending) || !stored(fetching))
            return std::nullopt;
        for (const auto *tasks : {&*sending, &*fetching}) {
            for (const BlobTask &task : *tasks) {
                const auto grant = std::find_if(m_server.grants.begin(), m_server.grants.end(),
                                                [&](const wire::Grant &g) { return g.office == task.office; });
                const bool wasTried = m_blobsTried.count(task.sha256) > 0;
                if (grant == m_server.grants.end() || grant->key.isEmpty() || wasTried)
                    continue;
                m_blobsTried.insert(task.sha256);
                BlobSending blob;
                blob.task = task;
                blob.address = QMessageAuthenticationCode::hash(task.sha256, grant->key, QCryptographicHash::Sha256);
                m_blobs.push_back(std::move(blob));
            }
        }
        if (m_blobs.empty()) {
            m_blobsTried.clear();
            return std::nullopt;
        }
    }
    tell(SyncStage::Files);
    BlobSending &blob = m_blobs.front();
    if (blob.chunks == 0) {
        wire::BlobQuery query;
        query.office = blob.task.office;
        query.addresses.push_back(blob.address);
        return ask(Ask::BlobStates, "/v1/blob/state", query);
    }
    WireRequest request;
    if (blob.task.place == BlobPlace::ToFetch) {
        request.method = "GET";
        request.path = "/v1/blob/" + blob.address.toHex() + '/' + QByteArray::number(blob.chunk);
        return sendNow(Ask::BlobGet, std::move(request), dataTimeoutMs);
    }
    const int chunk = blob.missing.back();
    request.method = "PUT";
    request.path = "/v1/blob/" + blob.address.toHex() + '/' + QByteArray::number(chunk);
    request.contentType = contentTypes::bytes;
    request.body = blob.content.mid(chunk * chunkBytes, chunkBytes);
    return sendNow(Ask::BlobPut, std::move(request), dataTimeoutMs);
}

void SyncCore::tookBlobStates(const WireResponse &response)
{
    const std::optional<wire::BlobStates> states = read<wire::BlobStates>(response);
    if (!states || m_blobs.empty())
        return;
    BlobSending &blob = m_blobs.front();
    const auto info = std::find_if(states->blobs.begin(), states->blobs.end(),
                                   [&](const wire::BlobInfo &b) { return b.address == blob.address; });
    const bool isKnown = info != states->blobs.end() && info->bytes > 0;
    if (blob.task.place == BlobPlace::ToFetch) {
        if (!isKnown || !info->missing.empty()) { // it has not come from the other workstation yet
            m_blobs.pop_front();
            return;
        }
        blob.chunks = chunksOf(info->bytes);
        return;
    }
    if (!isKnown) { // its record has not come there yet
        m_blobs.pop_front();
        return;
    }
    if (info->missing.empty()) {
        stored(await(m_door->markBlob(blob.task.sha256, info->bytes, BlobPlace::Durable)));
        m_blobs.pop_front();
        return;
    }
    Result<QByteArray> content = await(m_door->readBlob(blob.task.sha256));
    if (!content) {
        m_status.error = content.error(); // this one only; verify() names it too
        m_blobs.pop_front();
        return;
    }
    blob.content = std::move(*content);
    blob.chunks = chunksOf(blob.content.size());
    blob.missing = info->missing;
    std::erase_if(blob.missing, [&](int chunk) { return chunk < 0 || chunk >= blob.chunks; });
    if (blob.missing.empty())
        m_blobs.pop_front();
}

void SyncCore::tookBlobPut(const WireResponse &)
{
    if (m_blobs.empty())
        return;
    BlobSending &blob = m_blobs.front();
    blob.missing.pop_back();
    if (!blob.missing.empty())
        return;
    // whole as far as we know; the next round asks whether it is, and marks it durable
    stored(await(m_door->markBlob(blob.task.sha256, blob.content.size(), BlobPlace::Sent)));
    m_blobs.pop_front();
}

void SyncCore::tookBlobGet(const WireResponse &response)
{
    if (m_blobs.empty())
        return;
    BlobSending &blob = m_blobs.front();
    blob.content += response.body;
    if (++blob.chunk < blob.chunks)
        return;
    const Outcome kept = await(m_door->keepBlob(blob.task.sha256, blob.content));
    if (kept)
        stored(await(m_door->markBlob(blob.task.sha256, blob.content.size(), BlobPlace::Durable)));
    else
        m_status.error = kept.error();
    m_blobs.pop_front();
}

} // namespace yizhan
