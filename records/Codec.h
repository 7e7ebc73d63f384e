// SPDX-License-Identifier: GPL-3.0-or-later
// The forms of a record outside memory: canonical CBOR for wire, shadow and hashes; JSON for people and scripts.
#pragma once

#include "base/Result.h"
#include "records/Record.h"

#include <QJsonObject>
#include <map>

namespace yizhan {

class RuleBook;

// {field id: value} without derived and empty fields, keys ascending, unknown fields merged in from ext; deterministic
// (RFC 8949 4.2.1), so equal content has equal bytes.
QByteArray encodeFields(const Record &record);
// Sets the fields; what the kind does not know goes to ext. Errors: Protocol for malformed CBOR, wrong types, depth > 8.
Outcome decodeFields(QByteArrayView cbor, Record &into);
// Only some fields, e.g. one merge group of an operation. A field without a value is encoded as null.
QByteArray encodeSome(const std::map<std::uint16_t, Value> &values, const RecordSpec &spec);
Result<std::map<std::uint16_t, Value>> decodeSome(QByteArrayView cbor, const RecordSpec &spec);

// The whole row: {"k": kind, "id":…, "root":…, "parent":…, "office":…, "v": version, "t":[created, updated], "u":[by, by],
// "w": withdrawn, "f": fields} in numbered keys; kinds this release does not know are answered as Record with spec() absent
// by decodeUnknown. Errors as decodeFields.
QByteArray encodeRecord(const Record &record);
Result<Record> decodeRecord(QByteArrayView cbor);

// {"id":…, "kind":…, "office":…, fields by name}; days as YYYY-MM-DD, instants with zone, money as decimal text in yuan,
// code sets as arrays. `masked` hides personal fields as lists do. `withDerived` adds computed fields.
QJsonObject toJson(const Record &record, bool masked, bool withDerived = true);
// Fields by name as above; unknown names and wrong types are Constraint with the name. System fields other than office,
// id, root and parent are ignored.
Result<Record> fromJson(const QJsonObject &object, const RecordSpec &spec, const RuleBook &rules);

} // namespace yizhan
