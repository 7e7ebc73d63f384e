// SPDX-License-Identifier: GPL-3.0-or-later
// Who stands behind an actor of the life cycles: "the mediator", "the director", as roles of the system.
#pragma once

#include "base/Result.h"

#include <QByteArray>
#include <QHash>
#include <QString>
#include <QStringList>
#include <vector>

namespace yizhan {

class CodeCatalog;

struct ActorEntry {
    QString id; // "mediator": what transitions name
    QString zh;
    QString en;
    QStringList roles; // codes of the list "role" that may act so; empty = the program itself
};

// A value; reading from any thread.
class RoleTable
{
public:
    // resources/roles.json or a file of the same form; roles must be codes of `codes`. Errors with file, line and reason.
    static Result<RoleTable> fromJson(const QString &fileName, const QByteArray &json, const CodeCatalog &codes);

    const ActorEntry *find(QStringView actor) const; // null if unknown
    const std::vector<ActorEntry> &all() const { return m_actors; }
    // Whether somebody with these roles may act as one of `actors` (keys separated by blanks).
    bool mayAct(QStringView actors, const QStringList &roles) const;
    // Pairs of roles that one account must not hold together (三员分立); the first such pair in `roles`, or empty.
    QStringList clashIn(const QStringList &roles) const;
    const QByteArray &fingerprint() const { return m_fingerprint; }

private:
    std::vector<ActorEntry> m_actors;
    QHash<QString, std::size_t> m_byId;
    QStringList m_separated; // roles of which an account may hold at most one, and then no other
    QByteArray m_fingerprint;
};

} // namespace yizhan
