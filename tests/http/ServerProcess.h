// SPDX-License-Identifier: GPL-3.0-or-later
// Runs yizhan-server as an administrator would, with a district in a temporary folder.
#pragma once

#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <memory>

namespace yizhan::test {

struct ProgramAnswer {
    int exit = -1;
    QString out;
    QString error;
    QList<QJsonObject> objects() const; // the JSON lines of `out`
};

class ServerProcess
{
public:
    // Not a secret: the accounts of tests are invented.
    static inline const QByteArray password = "Correct-Horse-7";

    QString path(const QString &name) const { return m_dir.filePath(name); }
    QString folder() const { return path(QStringLiteral("district")); }

    ProgramAnswer run(const QStringList &arguments, const QByteArray &input = {}) const;        // as it stands, in English
    ProgramAnswer onDistrict(const QStringList &arguments, const QByteArray &input = {}) const; // with --data, answers in JSON
    ProgramAnswer init() const;

    // Until it takes connections; null if it never does.
    std::unique_ptr<QProcess> serve(const QStringList &more = {}) const;
    quint16 port() const; // of the one that serves

private:
    QTemporaryDir m_dir;
};

} // namespace yizhan::test
