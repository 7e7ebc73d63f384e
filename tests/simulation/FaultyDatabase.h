// SPDX-License-Identifier: GPL-3.0-or-later
// A storage of the server that stops answering at a statement: the process died there, between any two steps of a transaction.
#pragma once

#include "server/core/ServerDatabase.h"

namespace yizhan::simulation {

class FaultyDatabase final : public ServerDatabase
{
public:
    explicit FaultyDatabase(std::unique_ptr<ServerDatabase> real) : m_real(std::move(real)) {}

    // At the statement number `statements` from now on (0 = the next one); a commit counts as one.
    void crashAfter(std::int64_t statements) { m_untilCrash = statements; }
    bool hasCrashed() const { return m_crashed; }
    void crash() { m_crashed = true; }
    void keepRunning() { m_untilCrash = -1; }

    Outcome write(const Work &work) override;
    Outcome read(const Work &work) override;
    Outcome prepareSchema() override { return m_real->prepareSchema(); }
    const char *engine() const override { return m_real->engine(); }
    Outcome copyTo(const QString &file) override { return m_real->copyTo(file); }
    Outcome copyFrom(const QString &file) override { return m_real->copyFrom(file); }

    // For the layer over a session: whether this statement still happens.
    bool goesOn();
    static Error died();

private:
    std::unique_ptr<ServerDatabase> m_real;
    std::int64_t m_untilCrash = -1;
    bool m_crashed = false;
};

} // namespace yizhan::simulation
