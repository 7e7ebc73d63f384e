// SPDX-License-Identifier: GPL-3.0-or-later
// yizhan-bench [GROUP ...] [--json FILE] [--cases N]: prints one row a figure.
#include "base/Log.h"
#include "bench/BenchDistrict.h"
#include "bench/BenchTable.h"
#include "bench/Groups.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <cstdio>

using namespace yizhan;

int main(int argc, char **argv)
{
    installRedactingLog();
    QCoreApplication app(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addPositionalArgument(QStringLiteral("group"), QStringLiteral("store, lists, sync; none = all"));
    parser.addOption({QStringLiteral("json"), QStringLiteral("write the figures to FILE too"), QStringLiteral("FILE")});
    parser.addOption({QStringLiteral("cases"), QStringLiteral("size of the large store; default 1000000"), QStringLiteral("N"),
                      QStringLiteral("1000000")});
    parser.addOption({QStringLiteral("folder"), QStringLiteral("where the stores are made and kept"), QStringLiteral("DIR"),
                      QStringLiteral("build/bench")});
    QCommandLineOption serving(QStringLiteral("serve"), QStringLiteral("be the server of the group sync"),
                               QStringLiteral("DIR"));
    serving.setFlags(QCommandLineOption::HiddenFromHelp); // the group starts it itself
    parser.addOption(serving);
    parser.process(app);
    if (parser.isSet(serving))
        return BenchDistrict::serve(parser.value(serving));

    BenchWish wish;
    wish.folder = parser.value(QStringLiteral("folder"));
    wish.largeCases = parser.value(QStringLiteral("cases")).toLongLong();
    const QStringList asked = parser.positionalArguments();
    std::vector<Figure> figures;
    bool good = true;
    printHead();
    for (const BenchGroup &group : benchGroups()) {
        const QString name = QString::fromLatin1(group.name);
        if (!asked.isEmpty() && !asked.contains(name))
            continue;
        BenchTable table(name);
        if (const Outcome outcome = group.run(table, wish); !outcome) {
            std::fprintf(stderr, "%s\n", outcome.error().toLog().toUtf8().constData());
            good = false;
        }
        figures.insert(figures.end(), table.figures().begin(), table.figures().end());
    }
    const QString json = parser.value(QStringLiteral("json"));
    if (!json.isEmpty() && !writeJson(json, figures)) {
        std::fprintf(stderr, "cannot write %s\n", json.toUtf8().constData());
        good = false;
    }
    return good ? 0 : 1;
}
