// SPDX-License-Identifier: GPL-3.0-or-later
// Gives out the numbers of cases and papers inside the transaction that needs them, and remembers each one.
#pragma once

#include "records/CaseMove.h"
#include "sql/Connection.h"

#include <QString>

namespace yizhan {

class StoreContext;

class NumberRegister
{
public:
    NumberRegister(Connection &connection, const StoreContext &context, bool enrolled)
        : m_connection(connection), m_context(context), m_enrolled(enrolled)
    {}

    // Sets the wished field of the record. Local series give a final number. Series of the server give one of a leased block if
    // there is any; otherwise a provisional number, which also goes to `provisional_no` where the kind has that field. A series
    // without provisional numbers waits for the server: the field stays empty, except in a store that was never enrolled, which
    // has nobody to wait for and gets a provisional number as well. Answers the number, empty = waiting.
    // Errors: NotFound (series), Constraint (a word of the number is missing), those of the connection.
    Result<QString> take(const NumberWish &wish, const CaseFile &file, Record &record, Instant now);
    // The record's numbers are void (withdrawn with `reason`) or stand again; they are never given out a second time.
    Outcome setVoid(const RecordId &record, bool isVoid, const QString &reason, Instant now);

private:
    struct Taken {
        QString key;
        qint64 serial = 0;
        QString number;
        bool provisional = false;
    };
    Result<Taken> takeNext(const struct NumberSeries &series, struct NumberFacts facts, const Record &record,
                           const FieldSpec &field, Instant now);
    Result<qint64> nextOf(const QString &key);
    Result<std::optional<qint64>> nextLeased(const QString &key, Instant now);
    Result<bool> isUsed(const Record &record, const FieldSpec &field, const QString &number);

    Connection &m_connection;
    const StoreContext &m_context;
    bool m_enrolled;
};

} // namespace yizhan
