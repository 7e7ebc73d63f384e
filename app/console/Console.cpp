// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/Console.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <memory>

namespace yizhan {

namespace {
// Wide and full-width ranges of UAX 11 that occur in names and addresses.
bool isWide(char32_t c)
{
    return (c >= 0x1100 && c <= 0x115F) || (c >= 0x2E80 && c <= 0x303E) || (c >= 0x3041 && c <= 0xA4CF)
           || (c >= 0xAC00 && c <= 0xD7A3) || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFE30 && c <= 0xFE6F)
           || (c >= 0xFF00 && c <= 0xFF60) || (c >= 0xFFE0 && c <= 0xFFE6) || (c >= 0x1F300 && c <= 0x1FAFF)
           || (c >= 0x20000 && c <= 0x3FFFD);
}

QString oneLine(QString text)
{
    text.replace(u'\n', u' ').replace(u'\r', u' ').replace(u'\t', u' ');
    return text;
}
} // namespace

int displayWidth(const QString &text)
{
    int width = 0;
    for (const char32_t c : text.toUcs4()) {
        const QChar::Category category = QChar::category(c);
        if (category == QChar::Mark_NonSpacing || category == QChar::Mark_Enclosing || category == QChar::Other_Format
            || category == QChar::Other_Control)
            continue;
        width += isWide(c) ? 2 : 1;
    }
    return width;
}

QString csvCell(const QString &text)
{
    QString cell = text;
    // A spreadsheet runs what begins with these; the apostrophe makes it a text again.
    if (!cell.isEmpty() && QStringLiteral("=+-@\t\r").contains(cell.front()))
        cell.prepend(u'\'');
    if (cell.contains(u',') || cell.contains(u'"') || cell.contains(u'\n') || cell.contains(u'\r')) {
        cell.replace(u'"', QStringLiteral("\"\""));
        cell = u'"' + cell + u'"';
    }
    return cell;
}

Console::Console()
{
    (void)m_in.open(stdin, QIODevice::ReadOnly);
    (void)m_out.open(stdout, QIODevice::WriteOnly);
    (void)m_error.open(stderr, QIODevice::WriteOnly);
}

void Console::print(const QString &line)
{
    m_out.write(line.toUtf8() + '\n');
    m_out.flush();
}

void Console::printError(const QString &line)
{
    endProgress();
    m_error.write(line.toUtf8() + '\n');
    m_error.flush();
}

std::optional<QString> Console::readLine()
{
    const std::optional<QByteArray> line = readBytes();
    return line ? std::optional(QString::fromUtf8(*line)) : std::nullopt;
}

std::optional<QByteArray> Console::readBytes()
{
    QByteArray line = m_in.readLine();
    if (line.isEmpty())
        return std::nullopt;
    while (line.endsWith('\n') || line.endsWith('\r'))
        line.chop(1);
    if (m_firstLine && line.startsWith("\xEF\xBB\xBF"))
        line.remove(0, 3);
    m_firstLine = false;
    return line;
}

bool Console::inputIsTerminal() const { return terminal::isTerminal(0); }
bool Console::errorIsTerminal() const { return terminal::isTerminal(2); }

std::optional<QString> Console::askSecret(const QString &prompt)
{
    m_error.write(prompt.toUtf8() + ' ');
    m_error.flush();
    std::optional<QString> secret = terminal::readSecret();
    m_error.write("\n");
    m_error.flush();
    return secret;
}

void Console::printTable(const QStringList &names, const QStringList &titles, const QList<QStringList> &rows)
{
    if (format == Format::Json) {
        for (const QStringList &row : rows) {
            QJsonObject object;
            for (qsizetype i = 0; i < names.size() && i < row.size(); ++i)
                object.insert(names[i], row[i]);
            printObject(object);
        }
        return;
    }
    if (format == Format::Csv) {
        for (const QStringList &row : QList<QStringList>{titles} + rows) {
            QStringList cells;
            for (const QString &cell : row)
                cells += csvCell(cell);
            m_out.write(cells.join(u',').toUtf8() + "\r\n");
        }
        m_out.flush();
        return;
    }
    QList<int> widths;
    for (qsizetype i = 0; i < titles.size(); ++i) {
        int width = displayWidth(titles[i]);
        for (const QStringList &row : rows)
            width = std::max(width, displayWidth(oneLine(row.value(i))));
        widths += width;
    }
    const auto printRow = [&](const QStringList &row) {
        QString line;
        for (qsizetype i = 0; i < titles.size(); ++i) {
            const QString cell = oneLine(row.value(i));
            line += cell;
            if (i + 1 < titles.size())
                line += QString(widths[i] - displayWidth(cell) + 2, u' ');
        }
        print(line);
    };
    printRow(titles);
    for (const QStringList &row : rows)
        printRow(row);
}

void Console::printObject(const QJsonObject &object)
{
    m_out.write(QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n');
    m_out.flush();
}

std::function<void(std::int64_t, std::int64_t)> Console::progress(const QString &what)
{
    if (!errorIsTerminal())
        return {};
    auto timer = std::make_shared<QElapsedTimer>();
    timer->start();
    auto lastDrawn = std::make_shared<qint64>(0);
    // Called on a worker thread while this thread waits, so the two never write at once.
    return [this, what, timer, lastDrawn](std::int64_t done, std::int64_t total) {
        const qint64 now = timer->elapsed();
        if (now < 1000 || now - *lastDrawn < 200)
            return;
        *lastDrawn = now;
        constexpr int cells = 30;
        QString line = u'\r' + what + u' ';
        if (total > 0) {
            const int full = static_cast<int>(std::min<std::int64_t>(cells, done * cells / total));
            const qint64 leftSeconds = done > 0 ? (now * (total - done) / done) / 1000 : 0;
            line += u'[' + QString(full, u'#') + QString(cells - full, u'.')
                    + QStringLiteral("] %1 % %2 s ").arg(done * 100 / total).arg(leftSeconds);
        } else {
            line += QString::number(done) + u' ';
        }
        m_error.write(line.toUtf8());
        m_error.flush();
        m_progressDrawn = true;
    };
}

void Console::endProgress()
{
    if (!m_progressDrawn)
        return;
    m_error.write("\n");
    m_error.flush();
    m_progressDrawn = false;
}

} // namespace yizhan
