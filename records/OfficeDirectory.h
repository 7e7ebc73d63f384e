// SPDX-License-Identifier: GPL-3.0-or-later
// The directory of the district: its organs, judicial offices and divisions. What is not known is empty, never invented.
#pragma once

#include "base/Result.h"
#include "base/Time.h"

#include <QByteArray>
#include <QHash>
#include <QString>
#include <vector>

namespace yizhan {

struct OfficeEntry {
    QString id;       // "JO05", "ORG-AID"
    QString kind;     // code of office_kind
    QString name;     // "永顺司法所"
    QString fullName; // "北京市通州区司法局永顺司法所"
    QString nameEn;
    QString shortName; // "永顺": stands in case numbers
    QString division;  // nine-digit division code; empty for organs
    QString address;   // empty = to be filled by the bureau
    QString phone;
    QString head;
    QString certainty;
    bool active = true; // inactive offices are kept for the bureau to switch on

    QString label(const QString &language) const { return language == QLatin1String("zh") ? name : nameEn; }
};

struct Division {
    QString code9;
    QString name;
    QString nameEn;
    QString kind;     // code of area_kind
    QString oldCode9; // before it was renumbered; empty = never
    std::optional<Day> created;
    QString code12() const { return code9 + QStringLiteral("000"); }
};

struct DistrictFacts {
    QString name;
    QString nameEn;
    QString province;
    QString code6;
    QString areaCode; // of telephones
    QString postcode;
    QString courtCode; // "京0112"
    QString courtName;
    QString shortName; // "通"
    QString cityShort; // "京"
};

// A value; reading from any thread.
class OfficeDirectory
{
public:
    // resources/places/offices.json or a file of the same form. Errors with file, line and reason: an id, a short name or a
    // division code twice, a code that does not fit the district, an office of a division that is not there.
    static Result<OfficeDirectory> fromJson(const QString &fileName, const QByteArray &json);

    const DistrictFacts &district() const { return m_district; }
    const std::vector<OfficeEntry> &all() const { return m_offices; } // organs, then offices by id
    std::vector<const OfficeEntry *> judicialOffices(bool withInactive = false) const;
    const OfficeEntry *find(const QString &id) const;                // null if unknown
    QString label(const QString &id, const QString &language) const; // the id itself if unknown
    const std::vector<Division> &divisions() const { return m_divisions; }
    const Division *division(const QString &code9) const; // by current or old code
    const QByteArray &fingerprint() const { return m_fingerprint; }

private:
    DistrictFacts m_district;
    std::vector<OfficeEntry> m_offices;
    std::vector<Division> m_divisions;
    QHash<QString, std::size_t> m_byId;
    QByteArray m_fingerprint;
};

} // namespace yizhan
