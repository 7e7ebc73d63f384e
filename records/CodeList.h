// SPDX-License-Identifier: GPL-3.0-or-later
// The code lists: what may stand in a coded field, what it is called, from when until when, and what became of it.
#pragma once

#include "base/Result.h"
#include "base/Time.h"

#include <QByteArray>
#include <QHash>
#include <QJsonObject>
#include <QString>
#include <QStringList>
#include <vector>

namespace yizhan {

class DataFile;

struct CodeValue {
    QString code;
    QString zh;
    QString en;
    QString group;           // heading or subtotal it belongs to; usually empty
    std::optional<Day> from; // first day it may be chosen
    std::optional<Day> to;   // last day
    QString replacedBy;      // code of the same list to offer instead
    QString basis;           // law and article; usually empty
    QJsonObject attributes;  // what the list adds: regex, checksum, mask, report_code, in_person, ...

    QString label(const QString &language) const { return language == QLatin1String("zh") ? zh : en; }
    bool inForce(std::optional<Day> onDay) const { return !onDay || ((!from || *from <= *onDay) && (!to || *onDay <= *to)); }
};

struct CodeList {
    QString id;
    QString zh;
    QString en;
    QString basis;
    QString certainty;             // "verified", "partly", "knowledge", "own"
    bool closed = false;           // the program knows every value: labels may be replaced, values not added
    std::vector<CodeValue> values; // in the order to offer them

    const CodeValue *find(QStringView code) const; // null if unknown
    QHash<QString, std::size_t> byCode;
};

// All lists. A value, cheap to copy; reading from any thread.
class CodeCatalog
{
public:
    // One file of resources/codes. Errors with file, line and reason.
    static Result<CodeCatalog> fromJson(const QString &fileName, const QByteArray &json);
    // This catalogue with the lists of `other` added or taking the place of its own. A list of `other` that lacks a code this
    // catalogue has, or adds one to a closed list, is refused: values are never deleted. `otherFile` gives the line.
    Result<CodeCatalog> withListsOf(const CodeCatalog &other, const DataFile &otherFile) const;
    // The usual way for a replacement: both of the above.
    Result<CodeCatalog> withJson(const QString &fileName, const QByteArray &json) const;

    const CodeList *list(const QString &listId) const; // null if unknown
    QStringList listIds() const;                       // sorted
    const CodeValue *value(const QString &listId, QStringView code) const;

    // The label, or the code itself where the list or the code is unknown (a newer release may know it).
    QString label(const QString &listId, const QString &code, const QString &language) const;
    // In the order of the list; those not in force on the day are left out.
    std::vector<const CodeValue *> values(const QString &listId, std::optional<Day> onDay = std::nullopt) const;
    // Known, and (with a day) in force then. Old records keep old codes, so reading asks without a day.
    bool isValid(const QString &listId, QStringView code, std::optional<Day> onDay = std::nullopt) const;
    QJsonValue attribute(const QString &listId, QStringView code, const QString &key) const;
    // Follows replaced_by to the value that is offered today; the code itself if nothing replaced it.
    QString current(const QString &listId, const QString &code) const;
    // Codes whose attribute `key` holds `text`: the inverse of a mapping such as report_code.
    QStringList codesWith(const QString &listId, const QString &key, const QString &text) const;

    const QByteArray &fingerprint() const { return m_fingerprint; }

private:
    static Result<CodeCatalog> fromFile(const DataFile &file, const QByteArray &json);

    QHash<QString, CodeList> m_lists;
    QByteArray m_fingerprint;
};

} // namespace yizhan
