// SPDX-License-Identifier: GPL-3.0-or-later
// Cases for measuring: mediations with two or three parties each, quick to make and the same in every run.
#pragma once

#include "app/demo/DemoPeople.h"
#include "base/Random.h"
#include "records/Record.h"
#include "records/RuleBook.h"
#include "store/Store.h"

#include <memory>

namespace yizhan {

class BenchData
{
public:
    explicit BenchData(std::shared_ptr<const RuleBook> rules, std::uint64_t seed = 7);
    // The next case, 2.2 parties on average: every fifth has a third one.
    CaseFile next();
    const std::vector<QString> &offices() const { return m_offices; }

private:
    std::shared_ptr<const RuleBook> m_rules;
    SeededRandom m_random;
    std::vector<QString> m_offices;
    DemoPeople m_people;
    std::int64_t m_serial = 0;
};

// As a clerk would type it at `now`: what only steps set is left to the store, identities are made one after the other.
CaseFile asTyped(CaseFile file, Instant now, Random &random);

inline const QString benchLogin = QStringLiteral("bench");
inline const QString benchPassword = QStringLiteral("Bench-Horse-2026");

// A store in `folder`; made when missing.
Result<std::unique_ptr<Store>> openBenchStore(const QString &folder, std::shared_ptr<const RuleBook> rules);
// ... holding so many cases: filled when it holds fewer, as data of the server.
Result<std::unique_ptr<Store>> benchStoreWith(const QString &folder, std::int64_t cases, std::shared_ptr<const RuleBook> rules);
// "100 k", "1 M"
QString countText(std::int64_t count);

} // namespace yizhan
