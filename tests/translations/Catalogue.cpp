// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/translations/Catalogue.h"

#include "records/LifeCycle.h"
#include "records/RecordSpec.h"

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QXmlStreamReader>

namespace yizhan::translations {

namespace {
Entry readMessage(QXmlStreamReader &xml, const QString &context)
{
    Entry entry;
    entry.context = context;
    entry.plural = xml.attributes().value(QLatin1String("numerus")) == QLatin1String("yes");
    while (xml.readNextStartElement()) {
        if (xml.name() == QLatin1String("source")) {
            entry.source = xml.readElementText();
        } else if (xml.name() == QLatin1String("translation")) {
            entry.finished = !xml.attributes().hasAttribute(QLatin1String("type"));
            if (!entry.plural) {
                entry.translations += xml.readElementText();
                continue;
            }
            while (xml.readNextStartElement())
                entry.translations += xml.readElementText();
        } else {
            xml.skipCurrentElement();
        }
    }
    return entry;
}

void readContext(QXmlStreamReader &xml, Catalogue &catalogue)
{
    QString name;
    while (xml.readNextStartElement()) {
        if (xml.name() == QLatin1String("name"))
            name = xml.readElementText();
        else if (xml.name() == QLatin1String("message"))
            catalogue.entries += readMessage(xml, name);
        else
            xml.skipCurrentElement();
    }
}

// "one" "two\"" as the compiler joins it.
QString joined(const QString &literals)
{
    static const QRegularExpression literal(QStringLiteral(R"re("((?:[^"\\]|\\.)*)")re"));
    QString text;
    for (auto it = literal.globalMatch(literals); it.hasNext();)
        text += it.next().captured(1);
    return text.replace(QLatin1String("\\n"), QLatin1String("\n"))
        .replace(QLatin1String("\\\""), QLatin1String("\""))
        .replace(QLatin1String("\\\\"), QLatin1String("\\"));
}

void wantLifeCycle(const LifeCycle &cycle, const QString &where, QList<Text> &out)
{
    for (const Transition &step : cycle.transitions) {
        const QString name = where + u'.' + QLatin1String(step.name);
        out += {QStringLiteral("Transition"), QString::fromUtf8(step.label), name};
        for (const Guard &guard : step.guards)
            out += {QStringLiteral("Guard"), QString::fromUtf8(guard.text), name};
    }
}

void wantField(const FieldSpec &field, const QString &where, QList<Text> &out)
{
    const QString name = where + u'.' + QLatin1String(field.name);
    const auto want = [&](const char *context, const char *text) {
        if (text && *text)
            out += {QLatin1String(context), QString::fromUtf8(text), name};
    };
    want("Field", field.label);
    want("Hint", field.hint);
    want("Section", field.section);
}
} // namespace

const Entry *Catalogue::find(const QString &context, const QString &source) const
{
    for (const Entry &entry : entries) {
        if (entry.source == source && (context.isEmpty() || entry.context == context))
            return &entry;
    }
    return nullptr;
}

Catalogue readCatalogue(const QByteArray &bytes)
{
    Catalogue catalogue;
    QXmlStreamReader xml(bytes);
    if (xml.readNextStartElement() && xml.name() == QLatin1String("TS")) {
        while (xml.readNextStartElement()) {
            if (xml.name() == QLatin1String("context"))
                readContext(xml, catalogue);
            else
                xml.skipCurrentElement();
        }
    } else {
        catalogue.complaint = QStringLiteral("no TS element");
    }
    if (xml.hasError())
        catalogue.complaint = QStringLiteral("line %1: %2").arg(xml.lineNumber()).arg(xml.errorString());
    return catalogue;
}

Catalogue readCatalogueFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {{}, path + QStringLiteral(": ") + file.errorString()};
    return readCatalogue(file.readAll());
}

QList<Text> declaredTexts()
{
    QList<Text> out;
    for (const FieldSpec *field : system::fields)
        wantField(*field, QStringLiteral("system"), out);
    for (const RecordSpec *spec : allSpecs()) {
        const QString kind = QLatin1String(spec->name);
        out += {QStringLiteral("Kind"), QString::fromUtf8(spec->label), kind};
        for (const FieldSpec *field : spec->fields)
            wantField(*field, kind, out);
        for (const LifeCycle *cycle : spec->lifeCycles)
            wantLifeCycle(*cycle, kind, out);
    }
    return out;
}

QList<Text> textsOfSource(const QString &source, const QString &where)
{
    static const QRegularExpression comment(QStringLiteral("(^|\\s)//\\s[^\n]*"), QRegularExpression::MultilineOption);
    static const QRegularExpression named(
        QStringLiteral(R"re(\b(?:QT_TRANSLATE_N?_?NOOP|translate)\(\s*"(\w+)",\s*((?:"(?:[^"\\]|\\.)*"\s*)+)[,)])re"));
    static const QRegularExpression ofClass(QStringLiteral(R"re(\btr\(\s*((?:"(?:[^"\\]|\\.)*"\s*)+)[,)])re"));
    QList<Text> out;
    const QString code = QString(source).remove(comment);
    for (auto it = named.globalMatch(code); it.hasNext();) {
        const auto match = it.next();
        out += {match.captured(1), joined(match.captured(2)), where};
    }
    for (auto it = ofClass.globalMatch(code); it.hasNext();)
        out += {QString(), joined(it.next().captured(1)), where};
    return out;
}

QList<Text> textsOfTree(const QString &root)
{
    QList<Text> out;
    for (const char *folder : {"base", "records", "sql", "store", "models", "forms", "app"}) {
        QDirIterator files(root + u'/' + QLatin1String(folder), {QStringLiteral("*.h"), QStringLiteral("*.cpp")}, QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (file.open(QIODevice::ReadOnly))
                out += textsOfSource(QString::fromUtf8(file.readAll()), file.fileName().mid(root.size() + 1));
        }
    }
    return out;
}

} // namespace yizhan::translations
