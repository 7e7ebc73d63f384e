// SPDX-License-Identifier: GPL-3.0-or-later
// Standard input, output and error of the command line: tables, JSON lines, CSV, a progress bar, the password prompt.
#pragma once

#include <QFile>
#include <QJsonObject>
#include <QString>
#include <QStringList>
#include <cstdint>
#include <functional>
#include <optional>

namespace yizhan {

enum class Format { Table, Json, Csv };

class Console
{
public:
    Console();

    Format format = Format::Table;

    void print(const QString &line); // standard output, UTF-8
    void printError(const QString &line);
    // One line of standard input without its line end; nothing at the end. UTF-8; a byte-order mark is dropped.
    std::optional<QString> readLine();
    std::optional<QByteArray> readBytes(); // the same as it stands there, whether it is UTF-8 or not
    bool inputIsTerminal() const;
    bool errorIsTerminal() const;
    // Asks without echo; nothing when the input ends.
    std::optional<QString> askSecret(const QString &prompt);

    // Rows under titles: aligned by display width (Chinese characters take two cells), or CSV (RFC 4180; cells that a
    // spreadsheet would take for a formula get a leading apostrophe). In JSON format every row is an object by `names`.
    void printTable(const QStringList &names, const QStringList &titles, const QList<QStringList> &rows);
    void printObject(const QJsonObject &object); // a JSON line whatever the format

    // Progress on standard error, drawn once a task has run for a second and only on a terminal.
    std::function<void(std::int64_t, std::int64_t)> progress(const QString &what);
    void endProgress();

private:
    QFile m_in;
    QFile m_out;
    QFile m_error;
    bool m_firstLine = true;
    bool m_progressDrawn = false;
};

// Cells of a fixed-width terminal the text takes: wide and full-width characters (UAX 11) count two, combining ones none.
int displayWidth(const QString &text);
QString csvCell(const QString &text);
// std::int64_t and Qt's own 64-bit type are not the same on every platform.
inline QJsonValue jsonNumber(std::int64_t number) { return QJsonValue(static_cast<qint64>(number)); }

// The terminal's own way to read a line without showing it; Unix and Windows each have a file.
namespace terminal {
bool isTerminal(int descriptor); // 0 input, 2 error
std::optional<QString> readSecret();
} // namespace terminal

} // namespace yizhan
