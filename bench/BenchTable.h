// SPDX-License-Identifier: GPL-3.0-or-later
// The table of figures: what was measured, on what, against which target, as a ratio to what ran beside it.
#pragma once

#include <QElapsedTimer>
#include <QString>
#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

namespace yizhan {

struct Figure {
    QString group;
    QString what;
    QString on;               // "100 k cases"
    QString measured;         // with unit
    QString target;           // empty = for information
    QString ratio;            // against the bare library or a peer of the same run; empty = none
    std::optional<bool> good; // empty = no target
};

// A sorted sample of durations in milliseconds.
class Sample
{
public:
    void add(double ms) { m_values.push_back(ms); }
    double percentile(int percent) const; // 50 = median; 0 if nothing was added
    std::size_t size() const { return m_values.size(); }

private:
    std::vector<double> m_values;
};

class BenchTable
{
public:
    explicit BenchTable(QString group) : m_group(std::move(group)) {}
    // Printed at once, so that a long run shows what it has.
    void add(Figure figure);
    // measured <= target is good; milliseconds.
    void addMs(const QString &what, const QString &on, double ms, std::optional<double> targetMs, const QString &ratio = {});
    const std::vector<Figure> &figures() const { return m_figures; }

private:
    QString m_group;
    std::vector<Figure> m_figures;
};

void printHead();
// One JSON object: machine and figures. False if the file cannot be written.
bool writeJson(const QString &file, const std::vector<Figure> &figures);
// "Debian 12, 2 cores, Intel…": read from the system, no host name.
QString machineName();
// Bytes of memory a process holds now (0 = this one), 0 where the system does not tell.
std::int64_t residentBytes(std::int64_t process = 0);

double milliseconds(const std::function<void()> &work);

} // namespace yizhan
