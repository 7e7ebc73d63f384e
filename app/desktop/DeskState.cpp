// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/DeskState.h"

#include <QCborArray>
#include <QCborMap>

namespace yizhan {

QByteArray DeskState::toBytes() const
{
    QCborArray ids;
    for (const RecordId &id : forms)
        ids.append(id.toBytes());
    return QCborValue(QCborMap{{QStringLiteral("place"), int(place)},
                               {QStringLiteral("forms"), ids},
                               {QStringLiteral("current"), current}})
        .toCbor();
}

DeskState DeskState::fromBytes(const QByteArray &body)
{
    const QCborMap map = QCborValue::fromCbor(body).toMap();
    DeskState out;
    out.place = Kind(map[QStringLiteral("place")].toInteger());
    for (const QCborValue entry : map[QStringLiteral("forms")].toArray()) {
        if (const auto id = RecordId::fromBytes(entry.toByteArray()))
            out.forms.push_back(*id);
    }
    out.current = int(std::clamp<qint64>(map[QStringLiteral("current")].toInteger(), 0, qint64(out.forms.size())));
    return out;
}

} // namespace yizhan
