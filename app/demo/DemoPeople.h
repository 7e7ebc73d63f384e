// SPDX-License-Identifier: GPL-3.0-or-later
// Invented persons, organisations and villages for the demo district: plausible, checkable, and nobody's.
#pragma once

#include "base/Random.h"
#include "base/Time.h"

#include <QString>
#include <QStringList>
#include <vector>

namespace yizhan {

struct DemoPerson {
    QString name;
    QString gender; // code of "gender"
    QString ethnicity;
    Day birth;
    QString idType; // code of "id_doc_type"
    QString idNo;   // valid by its own checksum; the region is one that no division ever had
    QString phone;
    QString address;
    QString occupation;
};

struct DemoOrganisation {
    QString name;
    QString creditCode;
    QString representative;
    QString phone;
    QString address;
};

struct DemoVillage {
    QString code12; // of a division that does not exist, so that it never meets a real one
    QString name;
    QString office; // "JO05"
    bool community = false;
};

// One sequence of invented people. The same seed gives the same people.
class DemoPeople
{
public:
    DemoPeople(Random &random, std::vector<DemoVillage> villages);

    // Born so that the person is between the ages on the day; two-, three- and four-character names, compound surnames, names
    // with a middle dot, rare characters of the supplementary planes among them.
    DemoPerson person(Day today, int youngest = 18, int oldest = 88, const QString &villageName = {});
    DemoOrganisation organisation(Day today);
    QString name(bool male);
    QString phone();
    const std::vector<DemoVillage> &villages() const { return m_villages; }
    const DemoVillage &villageOf(const QString &office);

private:
    QString idNumber(const QString &region, Day birth, bool male);
    Random &m_random;
    std::vector<DemoVillage> m_villages;
};

// 535 villages and communities spread over the offices, 30 to 37 each; names are put together from words for good omens, and
// the word for "demo" stands in each.
std::vector<DemoVillage> demoVillages(const QStringList &offices);

// An even choice from a table. Two draws never stand in one expression whose order the language leaves open (arguments, "+"):
// every compiler is to make the same district.
template <class Table>
const auto &pick(Random &random, const Table &table)
{
    return table[random.below(static_cast<std::uint32_t>(std::size(table)))];
}
// True in `percent` of 100 cases.
inline bool chance(Random &random, int percent) { return static_cast<int>(random.below(100)) < percent; }
// low .. high, both included
inline int between(Random &random, int low, int high)
{
    return low + static_cast<int>(random.below(static_cast<std::uint32_t>(high - low + 1)));
}

} // namespace yizhan
