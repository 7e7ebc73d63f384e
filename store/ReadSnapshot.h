// SPDX-License-Identifier: GPL-3.0-or-later
// One committed state for all statements of a call.
#pragma once

#include "sql/Connection.h"

namespace yizhan {

// A read transaction until the end of the scope, unless the caller is in a transaction already.
class ReadSnapshot
{
public:
    explicit ReadSnapshot(Connection &connection) : m_connection(connection), m_own(!connection.inTransaction()) {}
    ~ReadSnapshot()
    {
        if (m_own)
            m_connection.rollback();
    }
    ReadSnapshot(const ReadSnapshot &) = delete;
    ReadSnapshot &operator=(const ReadSnapshot &) = delete;

    Outcome begin() { return m_own ? m_connection.beginRead() : Outcome(); }

private:
    Connection &m_connection;
    bool m_own;
};

} // namespace yizhan
