// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/Trace.h"

#include <algorithm>

namespace yizhan::simulation {
namespace {

constexpr std::size_t lastLines = 60;

QString written(int step, const QString &text) { return QStringLiteral("  %1  %2").arg(step, 4).arg(text); }

} // namespace

void Trace::note(const QString &line, const std::vector<RecordId> &on)
{
    for (const QChar character : line) {
        m_hash ^= character.unicode();
        m_hash *= 1099511628211ULL;
    }
    m_lines.push_back({m_step, line, on});
}

QString Trace::nameOf(const RecordId &id)
{
    if (id.isNull())
        return QStringLiteral("-");
    const auto found = m_names.constFind(id);
    const int number = found != m_names.constEnd() ? *found : static_cast<int>(m_names.size()) + 1;
    if (found == m_names.constEnd())
        m_names.insert(id, number);
    return QStringLiteral("R%1").arg(number);
}

void Trace::broken(const QString &invariant, const QString &what, const RecordId &record)
{
    if (m_broken)
        return;
    m_broken = Broken{invariant, what, record, m_step};
    note(invariant + QStringLiteral(" is broken: ") + what, {record});
}

QStringList Trace::story(const RecordId &record) const
{
    QStringList lines;
    if (record.isNull()) {
        const std::size_t from = m_lines.size() > lastLines ? m_lines.size() - lastLines : 0;
        for (std::size_t i = from; i < m_lines.size(); ++i)
            lines.append(written(m_lines[i].step, m_lines[i].text));
        return lines;
    }
    for (const Line &line : m_lines) {
        if (std::find(line.on.begin(), line.on.end(), record) != line.on.end() || line.on.empty())
            lines.append(written(line.step, line.text));
    }
    return lines;
}

QStringList Trace::all() const
{
    QStringList lines;
    for (const Line &line : m_lines)
        lines.append(written(line.step, line.text));
    return lines;
}

} // namespace yizhan::simulation
