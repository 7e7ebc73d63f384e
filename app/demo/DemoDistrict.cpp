// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/DemoDistrict.h"

#include "app/demo/DemoCase.h"

namespace yizhan {

namespace {

// The district's own year: 3,500 consultations, 130 persons given a lawyer and 900 accepted notary matters a month, and so many
// mediations that more than 10,000 of the court's and 500 of the police's are closed within the year. What does not get that
// far (drafts, refusals, cases still open at the end) comes on top.
struct Share {
    Result<DemoCase> (*make)(DemoWorld &world);
    std::int64_t DemoCounts::*count;
    std::int64_t perYear;
};
constexpr Share shares[] = {
    {demoMediation, &DemoCounts::mediations, 13'700},
    {demoLegalAid, &DemoCounts::legalAid, 1'900},
    {demoNotary, &DemoCounts::notary, 11'450},
    {demoConsultation, &DemoCounts::consultations, 42'000},
};
constexpr std::int64_t casesAYear = 69'050;
// The register of guilty-plea help stands beside the cases: 3,213 entries, taken as two years' work.
constexpr std::int64_t dutyHelpAYear = 1'600;
// Rows a transaction: large enough to be fast, small enough that progress moves and a cancel is quick.
constexpr std::size_t rowsAChange = 2'000;

class Writer
{
public:
    Writer(Store &store, std::int64_t cases, Progress progress)
        : m_store(store), m_cases(cases), m_progress(std::move(progress))
    {}

    Outcome add(std::vector<Operation> rows, bool isCase)
    {
        std::move(rows.begin(), rows.end(), std::back_inserter(m_change.operations));
        m_done += isCase ? 1 : 0;
        return m_change.operations.size() >= rowsAChange ? flush() : Outcome{};
    }

    Outcome flush()
    {
        if (m_change.operations.empty())
            return {};
        m_change.asServer = true;
        m_rows += static_cast<std::int64_t>(m_change.operations.size());
        const auto written = await(m_store.submit(std::move(m_change)));
        m_change = {};
        if (!written)
            return written.error();
        if (m_progress)
            m_progress(m_done, m_cases);
        return {};
    }

    std::int64_t rows() const { return m_rows; }

private:
    Store &m_store;
    Change m_change;
    std::int64_t m_cases;
    std::int64_t m_done = 0;
    std::int64_t m_rows = 0;
    Progress m_progress;
};

Outcome refuseIfUsed(Store &store)
{
    for (const RecordSpec *spec : allSpecs()) {
        if (!spec->isRoot() || spec->district)
            continue;
        Query query;
        query.spec = spec;
        query.limit = 1;
        query.withWithdrawn = true;
        const auto found = await(store.list(query));
        if (!found)
            return found.error();
        if (!found->empty())
            return Error{ErrorKind::Rejected, demoErrors::notEmpty};
    }
    return {};
}

// Kinds take turns by their share, so that a small district has something of everything.
Result<DemoCounts> makeCases(DemoWorld &world, Writer &writer, std::int64_t cases)
{
    DemoCounts counts;
    const auto put = [&](Result<DemoCase> (*make)(DemoWorld &), std::int64_t DemoCounts::*count, bool isCase) -> Outcome {
        auto one = make(world);
        if (!one)
            return one.error();
        if (auto settled = one->settle(); !settled)
            return settled;
        ++(counts.*count);
        return writer.add(std::move(*one).operations(), isCase);
    };
    for (std::int64_t i = 0; i < cases; ++i) {
        const Share *most = nullptr;
        double lag = -1;
        for (const Share &share : shares) {
            const double wanted = static_cast<double>(share.perYear) * static_cast<double>(i + 1)
                                  / static_cast<double>(casesAYear);
            if (const double behind = wanted - static_cast<double>(counts.*share.count); behind > lag) {
                lag = behind;
                most = &share;
            }
        }
        if (auto outcome = put(most->make, most->count, true); !outcome)
            return outcome.error();
        while (counts.dutyHelp < dutyHelpAYear * (i + 1) / casesAYear) {
            if (auto outcome = put(demoDutyHelp, &DemoCounts::dutyHelp, false); !outcome)
                return outcome.error();
        }
    }
    return counts;
}

} // namespace

Result<DemoCounts> makeDemo(Store &store, const DemoWish &wish, Progress progress)
{
    if (auto unused = refuseIfUsed(store); !unused)
        return unused.error();
    DemoWorld world(store.rules(), wish.seed, wish.until, store.session().actor.user);
    Writer writer(store, wish.cases, std::move(progress));
    if (auto written = writer.add(world.districtRows(), false); !written)
        return written.error();
    auto counts = makeCases(world, writer, wish.cases);
    if (!counts)
        return counts.error();
    if (auto written = writer.flush(); !written)
        return written.error();
    counts->rows = writer.rows();
    return counts;
}

} // namespace yizhan
