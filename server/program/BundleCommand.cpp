// SPDX-License-Identifier: GPL-3.0-or-later
// bundle: takes what a workstation without a line wrote on a stick, and writes the answer beside it.
#include "app/console/ConsoleErrors.h"
#include "server/core/Bundles.h"
#include "server/core/ServerErrors.h"
#include "server/program/ProgramErrors.h"
#include "server/program/ServerLine.h"

#include <QDir>
#include <QFile>
#include <QSaveFile>

namespace yizhan {

namespace {

Result<QByteArray> readWhole(const QString &name)
{
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        return Error(ErrorKind::Usage, consoleErrors::unreadableFile, {QDir::toNativeSeparators(name), file.errorString()});
    return file.read(maxBundleBytes + 1); // one that is longer is none
}

QString sentenceOf(const bundles::Taken &taken, const QString &to)
{
    const QString workstation = QStringLiteral("%1-%2").arg(taken.office).arg(taken.station, 2, 10, QLatin1Char('0'));
    QString sentence = words(QT_TRANSLATE_NOOP("Server", "File %1 of workstation %2 was taken: %3 operations, %4 of them set "
                                                         "aside. The answer is “%5”; only that workstation can read it."))
                           .arg(QString::number(taken.number), workstation, QString::number(taken.operations),
                                QString::number(taken.aside), QDir::toNativeSeparators(to));
    if (taken.more)
        sentence += u'\n'
                    + words(QT_TRANSLATE_NOOP("Server", "It does not hold everything that is new: the workstation's next "
                                                        "file brings the rest."));
    if (taken.grantOver)
        sentence += u'\n'
                    + words(QT_TRANSLATE_NOOP("Server", "It brings nothing new: the time for which the person may work without "
                                                        "the server has run out. Log in over the line once."));
    return sentence;
}

QJsonObject objectOf(const bundles::Taken &taken)
{
    return {{QStringLiteral("device"), taken.device.toString()},
            {QStringLiteral("office"), taken.office},
            {QStringLiteral("station"), taken.station},
            {QStringLiteral("number"), qint64{taken.number}},
            {QStringLiteral("operations"), qint64{taken.operations}},
            {QStringLiteral("aside"), qint64{taken.aside}},
            {QStringLiteral("entries"), taken.entries},
            {QStringLiteral("more"), taken.more},
            {QStringLiteral("grant_over"), taken.grantOver}};
}

} // namespace

Result<Exit> runBundle(ServerLine &line)
{
    const Result<QString> from = line.word(0, "FILE");
    const Result<QString> to = line.word(1, "ANSWER");
    if (!from || !to)
        return from ? to.error() : from.error();
    const Result<QByteArray> file = readWhole(*from);
    if (!file)
        return file.error();
    // Before anything is taken: an answer that finds no place would have to be asked for anew.
    QSaveFile answer(*to);
    if (!answer.open(QIODevice::WriteOnly))
        return Error(ErrorKind::Io, programErrors::cannotWrite, {QDir::toNativeSeparators(*to), answer.errorString()});
    const Result<std::unique_ptr<DistrictFolder>> folder = line.open();
    if (!folder)
        return folder.error();
    const Result<bundles::Taken> taken = bundles::take((*folder)->district().context(), *file);
    if (!taken)
        return taken.error();
    if (answer.write(taken->answer) != taken->answer.size() || !answer.commit())
        return Error(ErrorKind::Io, programErrors::answerLost, {QDir::toNativeSeparators(*to), answer.errorString()});
    if (taken->otherEpoch)
        return Error(ErrorKind::Conflict, servererrors::bundleEpoch);
    return line.done(sentenceOf(*taken, *to), objectOf(*taken));
}

} // namespace yizhan
