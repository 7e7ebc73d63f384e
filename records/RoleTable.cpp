// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/RoleTable.h"

#include "records/CodeList.h"
#include "records/DataFile.h"

#include <QCryptographicHash>
#include <algorithm>

namespace yizhan {

Result<RoleTable> RoleTable::fromJson(const QString &fileName, const QByteArray &json, const CodeCatalog &codes)
{
    const auto file = DataFile::parse(fileName, json);
    if (!file)
        return file.error();
    ObjectReader top(*file, QString(), file->root());
    const QJsonArray actors = top.array(QStringLiteral("actors"));
    if (top.fault())
        return *top.fault();
    const auto checkRoles = [&](ObjectReader &reader, const QStringList &roles) {
        for (const QString &role : roles) {
            if (!codes.isValid(QStringLiteral("role"), role))
                reader.refuse(QStringLiteral("roles"), text::referenceUnknown, {QStringLiteral("roles"), role.left(40)});
        }
    };
    RoleTable out;
    for (qsizetype i = 0; i < actors.size(); ++i) {
        ObjectReader reader(*file, QStringLiteral("/actors/%1").arg(i), actors[i]);
        ActorEntry actor;
        actor.id = reader.text(QStringLiteral("id"));
        actor.zh = reader.text(QStringLiteral("zh"));
        actor.en = reader.text(QStringLiteral("en"));
        actor.roles = reader.texts(QStringLiteral("roles"));
        checkRoles(reader, actor.roles);
        if (actor.id.contains(QLatin1Char(' ')))
            reader.refuse(QStringLiteral("id"), text::memberWrong, {QStringLiteral("id")});
        if (out.m_byId.contains(actor.id))
            reader.refuse(QStringLiteral("id"), text::idTwice, {actor.id});
        if (reader.fault())
            return *reader.fault();
        out.m_byId.insert(actor.id, out.m_actors.size());
        out.m_actors.push_back(std::move(actor));
    }
    const QString separated = QStringLiteral("separated");
    if (top.has(separated)) {
        ObjectReader reader(*file, top.pointerTo(separated), file->root().value(separated));
        out.m_separated = reader.texts(QStringLiteral("roles"));
        checkRoles(reader, out.m_separated);
        if (reader.fault())
            return *reader.fault();
    }
    out.m_fingerprint = QCryptographicHash::hash(json, QCryptographicHash::Sha256);
    return out;
}

const ActorEntry *RoleTable::find(QStringView actor) const
{
    const auto found = m_byId.constFind(actor.toString());
    return found == m_byId.cend() ? nullptr : &m_actors[found.value()];
}

bool RoleTable::mayAct(QStringView actors, const QStringList &roles) const
{
    for (const QStringView key : actors.split(u' ', Qt::SkipEmptyParts)) {
        const ActorEntry *actor = find(key);
        if (actor && std::any_of(roles.begin(), roles.end(), [&](const QString &role) { return actor->roles.contains(role); }))
            return true;
    }
    return false;
}

QStringList RoleTable::clashIn(const QStringList &roles) const
{
    for (const QString &role : roles) {
        if (!m_separated.contains(role))
            continue;
        for (const QString &other : roles) {
            if (other != role)
                return {role, other};
        }
    }
    return {};
}

} // namespace yizhan
