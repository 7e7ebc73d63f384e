// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/OfficeDirectory.h"

#include "records/DataFile.h"

#include <QCryptographicHash>
#include <QRegularExpression>
#include <QSet>

namespace yizhan {

namespace {
bool isDigits(const QString &text, int count)
{
    return text.size() == count && std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

Result<DistrictFacts> readDistrict(const DataFile &file)
{
    const QString key = QStringLiteral("district");
    ObjectReader reader(file, QLatin1Char('/') + key, file.root().value(key));
    DistrictFacts district;
    district.name = reader.text(QStringLiteral("name"));
    district.nameEn = reader.text(QStringLiteral("name_en"));
    district.province = reader.text(QStringLiteral("province"));
    district.code6 = reader.text(QStringLiteral("code6"));
    district.areaCode = reader.optionalText(QStringLiteral("area_code"));
    district.postcode = reader.optionalText(QStringLiteral("postcode"));
    district.courtCode = reader.optionalText(QStringLiteral("court_code"));
    district.courtName = reader.optionalText(QStringLiteral("court_name"));
    district.shortName = reader.text(QStringLiteral("short"));
    district.cityShort = reader.text(QStringLiteral("city_short"));
    if (!isDigits(district.code6, 6))
        reader.refuse(QStringLiteral("code6"), text::memberWrong, {QStringLiteral("code6")});
    if (reader.fault())
        return *reader.fault();
    return district;
}

Result<Division> readDivision(const DataFile &file, const QString &pointer, const QJsonValue &json,
                              const DistrictFacts &district)
{
    ObjectReader reader(file, pointer, json);
    Division division;
    division.code9 = reader.text(QStringLiteral("code9"));
    division.name = reader.text(QStringLiteral("name"));
    division.nameEn = reader.text(QStringLiteral("name_en"));
    division.kind = reader.text(QStringLiteral("kind"));
    division.oldCode9 = reader.optionalText(QStringLiteral("old_code9"));
    division.created = reader.optionalDay(QStringLiteral("created"));
    if (!isDigits(division.code9, 9) || !division.code9.startsWith(district.code6))
        reader.refuse(QStringLiteral("code9"), text::memberWrong, {QStringLiteral("code9")});
    if (!division.oldCode9.isEmpty() && !isDigits(division.oldCode9, 9))
        reader.refuse(QStringLiteral("old_code9"), text::memberWrong, {QStringLiteral("old_code9")});
    if (reader.fault())
        return *reader.fault();
    return division;
}

Result<OfficeEntry> readOffice(const DataFile &file, const QString &pointer, const QJsonValue &json, bool judicial)
{
    // Office ids stand in file names and in numbers.
    static const QRegularExpression form(QStringLiteral("^[A-Z0-9][A-Z0-9-]{0,15}$"));
    ObjectReader reader(file, pointer, json);
    OfficeEntry office;
    office.id = reader.text(QStringLiteral("id"));
    office.kind = judicial ? QStringLiteral("JUDICIAL_OFFICE") : reader.text(QStringLiteral("kind"));
    office.name = reader.text(QStringLiteral("name"));
    office.fullName = reader.optionalText(QStringLiteral("full_name"));
    if (office.fullName.isEmpty())
        office.fullName = office.name;
    office.nameEn = reader.text(QStringLiteral("name_en"));
    office.shortName = judicial ? reader.text(QStringLiteral("short")) : reader.optionalText(QStringLiteral("short"));
    office.division = judicial ? reader.text(QStringLiteral("division")) : reader.optionalText(QStringLiteral("division"));
    office.address = reader.optionalText(QStringLiteral("address"));
    office.phone = reader.optionalText(QStringLiteral("phone"));
    office.head = reader.optionalText(QStringLiteral("head"));
    office.certainty = reader.optionalText(QStringLiteral("certainty"));
    office.active = !reader.has(QStringLiteral("active")) || reader.flag(QStringLiteral("active"));
    if (!office.id.isEmpty() && !form.match(office.id).hasMatch())
        reader.refuse(QStringLiteral("id"), text::memberWrong, {QStringLiteral("id")});
    if (reader.fault())
        return *reader.fault();
    return office;
}
} // namespace

Result<OfficeDirectory> OfficeDirectory::fromJson(const QString &fileName, const QByteArray &json)
{
    const auto file = DataFile::parse(fileName, json);
    if (!file)
        return file.error();
    OfficeDirectory out;
    const auto district = readDistrict(*file);
    if (!district)
        return district.error();
    out.m_district = *district;
    ObjectReader top(*file, QString(), file->root());
    const QJsonArray divisions = top.array(QStringLiteral("divisions"));
    const QJsonArray organs = top.array(QStringLiteral("organs"));
    const QJsonArray offices = top.array(QStringLiteral("judicial_offices"));
    if (top.fault())
        return *top.fault();
    for (qsizetype i = 0; i < divisions.size(); ++i) {
        const QString pointer = QStringLiteral("/divisions/%1").arg(i);
        auto division = readDivision(*file, pointer, divisions[i], out.m_district);
        if (!division)
            return division.error();
        if (out.division(division->code9))
            return file->fault(pointer, text::idTwice, {division->code9});
        out.m_divisions.push_back(std::move(*division));
    }
    QSet<QString> shortNames;
    for (const bool judicial : {false, true}) {
        const QJsonArray &list = judicial ? offices : organs;
        for (qsizetype i = 0; i < list.size(); ++i) {
            const QString pointer =
                QStringLiteral("/%1/%2").arg(judicial ? QStringLiteral("judicial_offices") : QStringLiteral("organs")).arg(i);
            auto office = readOffice(*file, pointer, list[i], judicial);
            if (!office)
                return office.error();
            if (out.m_byId.contains(office->id))
                return file->fault(pointer, text::idTwice, {office->id});
            // Two offices of one short name would give out the same case numbers.
            if (judicial && shortNames.contains(office->shortName))
                return file->fault(pointer + QStringLiteral("/short"), text::idTwice, {office->shortName});
            if (!office->division.isEmpty() && !out.division(office->division))
                return file->fault(pointer + QStringLiteral("/division"), text::referenceUnknown,
                                   {QStringLiteral("division"), office->division.left(20)});
            if (judicial)
                shortNames.insert(office->shortName);
            out.m_byId.insert(office->id, out.m_offices.size());
            out.m_offices.push_back(std::move(*office));
        }
    }
    out.m_fingerprint = QCryptographicHash::hash(json, QCryptographicHash::Sha256);
    return out;
}

std::vector<const OfficeEntry *> OfficeDirectory::judicialOffices(bool withInactive) const
{
    std::vector<const OfficeEntry *> out;
    for (const OfficeEntry &office : m_offices) {
        if (office.kind == QLatin1String("JUDICIAL_OFFICE") && (office.active || withInactive))
            out.push_back(&office);
    }
    return out;
}

const OfficeEntry *OfficeDirectory::find(const QString &id) const
{
    const auto found = m_byId.constFind(id);
    return found == m_byId.cend() ? nullptr : &m_offices[found.value()];
}

QString OfficeDirectory::label(const QString &id, const QString &language) const
{
    const OfficeEntry *office = find(id);
    return office ? office->label(language) : id;
}

const Division *OfficeDirectory::division(const QString &code9) const
{
    for (const Division &division : m_divisions) {
        if (division.code9 == code9 || (!division.oldCode9.isEmpty() && division.oldCode9 == code9))
            return &division;
    }
    return nullptr;
}

} // namespace yizhan
