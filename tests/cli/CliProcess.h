// SPDX-License-Identifier: GPL-3.0-or-later
// Runs yizhan-cli as a script would, with a store in a temporary folder.
#pragma once

#include <QJsonObject>
#include <QProcess>
#include <QStringList>
#include <QTemporaryDir>
#include <memory>

namespace yizhan {

struct CliAnswer {
    int exit = -1;
    QString out;
    QString error;

    QList<QJsonObject> objects() const; // the JSON lines of `out`
    QJsonObject object() const;         // the first of them, empty if there is none
};

class CliProcess
{
public:
    // Not a secret: the stores of tests hold invented people.
    static inline const QString password = QStringLiteral("Correct-Horse-7");

    CliProcess();
    QString folder() const { return m_dir.filePath(QStringLiteral("store")); }
    QString path(const QString &name) const { return m_dir.filePath(name); }
    QString write(const QString &name, const QByteArray &content) const; // answers its path

    // Any command; nothing added but the language, so that texts can be compared.
    CliAnswer run(const QStringList &arguments, const QByteArray &input = {}) const;
    // A command on the store, with its folder, user and password; JSON unless the arguments say otherwise.
    CliAnswer inStore(const QStringList &arguments, const QByteArray &input = {}) const;
    CliAnswer init() const;
    // The same without waiting for its end; standard input stays open.
    std::unique_ptr<QProcess> start(const QStringList &arguments) const;
    // A running process that has the store open and waits for input.
    std::unique_ptr<QProcess> holdStore() const;

private:
    QStringList withStore(QStringList arguments) const;
    QTemporaryDir m_dir;
    QString m_passwordFile;
};

// A dispute between two neighbours, invented; the identity numbers are the published examples of the standard.
QByteArray sampleDispute();

} // namespace yizhan
