// SPDX-License-Identifier: GPL-3.0-or-later
// One JSON data file as it is checked on reading: every fault is told with file, line and reason.
#pragma once

#include "base/Result.h"
#include "base/Time.h"
#include "records/RuleErrors.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>
#include <QString>

namespace yizhan {

// Values of a data file are named by pointers as in RFC 6901: "/rules/3/amount". A pointer to something missing stands for
// the nearest thing around it that exists.
class DataFile
{
public:
    // Refused: not UTF-8, over 16 MB, not JSON, no object at the top, a key twice in one object (DF-02 .. DF-04).
    static Result<DataFile> parse(const QString &fileName, const QByteArray &bytes);

    const QString &fileName() const { return m_fileName; }
    const QJsonObject &root() const { return m_root; }
    int lineOf(const QString &pointer) const; // from 1

    // An error of `text` whose details are file, line, then `more`.
    Error fault(const QString &pointer, const ErrorText &text, const QStringList &more = {}) const;

private:
    QString m_fileName;
    QByteArray m_bytes;
    QJsonObject m_root;
};

// Reads the members of one JSON object and notes the first fault; so a loader reads all it needs and asks once.
class ObjectReader
{
public:
    ObjectReader(const DataFile &file, QString pointer, const QJsonValue &value);

    QString text(const QString &key);                  // must be there and not empty
    QString optionalText(const QString &key);          // missing or null = empty
    int number(const QString &key, int low, int high); // whole, must be there
    int optionalNumber(const QString &key, int low, int high, int otherwise);
    bool flag(const QString &key); // missing = false
    std::optional<Day> optionalDay(const QString &key);
    QStringList texts(const QString &key); // missing = none
    QJsonArray array(const QString &key);  // must be there
    QJsonArray optionalArray(const QString &key);
    QJsonObject optionalObject(const QString &key);
    // One of the words, as its position; the member must be there.
    int word(const QString &key, const QStringList &words);
    bool has(const QString &key) const { return m_object.contains(key) && !m_object.value(key).isNull(); }

    const QJsonObject &object() const { return m_object; }
    QString pointerTo(const QString &key) const;
    // Notes a fault found by the loader itself; the first one stays.
    void refuse(const QString &key, const ErrorText &text, const QStringList &more = {});
    const std::optional<Error> &fault() const { return m_fault; }

private:
    bool expect(const QString &key, bool fits);

    const DataFile &m_file;
    QString m_pointer;
    QJsonObject m_object;
    std::optional<Error> m_fault;
};

} // namespace yizhan
