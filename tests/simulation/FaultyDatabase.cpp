// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/FaultyDatabase.h"

namespace yizhan::simulation {
namespace {

constexpr ErrorText dead{"SIM-1", "The simulated server has died.", "", ""};

class FaultySession final : public SqlSession
{
public:
    FaultySession(SqlSession &real, FaultyDatabase &database) : m_real(real), m_database(database) {}

    Outcome each(const char *sql, const SqlValues &values, const Take &take) override
    {
        return m_database.goesOn() ? m_real.each(sql, values, take) : Outcome(FaultyDatabase::died());
    }
    Result<qint64> run(const char *sql, const SqlValues &values) override
    {
        return m_database.goesOn() ? m_real.run(sql, values) : Result<qint64>(FaultyDatabase::died());
    }

private:
    SqlSession &m_real;
    FaultyDatabase &m_database;
};

} // namespace

Error FaultyDatabase::died() { return Error(ErrorKind::Io, dead); }

bool FaultyDatabase::goesOn()
{
    if (m_untilCrash >= 0 && m_untilCrash-- == 0)
        m_crashed = true;
    return !m_crashed;
}

Outcome FaultyDatabase::write(const Work &work)
{
    if (m_crashed)
        return died();
    Outcome outcome = m_real->write([&](SqlSession &session) -> Outcome {
        FaultySession faulty(session, *this);
        Outcome done = work(faulty);
        // before the commit: an error makes the real storage take everything back, as a restart would
        return done && !goesOn() ? Outcome(died()) : done;
    });
    // after the commit: it is durable, but nobody hears of it
    return outcome && !goesOn() ? Outcome(died()) : outcome;
}

Outcome FaultyDatabase::read(const Work &work)
{
    if (m_crashed)
        return died();
    return m_real->read([&](SqlSession &session) {
        FaultySession faulty(session, *this);
        return work(faulty);
    });
}

} // namespace yizhan::simulation
