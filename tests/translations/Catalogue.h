// SPDX-License-Identifier: GPL-3.0-or-later
// A .ts file as a list of entries, and what the sources and declarations want to find in it.
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace yizhan::translations {

struct Entry {
    QString context;
    QString source;
    QStringList translations; // one, or one for each plural form
    bool plural = false;
    bool finished = true;
};

struct Catalogue {
    QList<Entry> entries;
    QString complaint; // why the file could not be read; empty if it could

    // The first entry with this text; null if there is none. An empty context stands for any.
    const Entry *find(const QString &context, const QString &source) const;
};

// `xml` in the TS format. Never throws; see Catalogue::complaint.
Catalogue readCatalogue(const QByteArray &xml);
Catalogue readCatalogueFile(const QString &path);

struct Text {
    QString context; // empty = any: the class of a tr() is not seen
    QString source;
    QString where; // "mediation.facts", "forms/UnlockPage.cpp"
};

// Labels, hints and headings of every field, steps and conditions of every life cycle, names of every kind.
QList<Text> declaredTexts();
// Every literal inside QT_TRANSLATE_NOOP, translate() and tr() of one source file, outside comments.
QList<Text> textsOfSource(const QString &source, const QString &where);
// The same for all sources of the program under `root`.
QList<Text> textsOfTree(const QString &root);

} // namespace yizhan::translations
