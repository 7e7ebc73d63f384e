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
// Canonical form is demanded. `into` stays as it is on an error; fields that are not there keep their value, null clears.
Outcome decodeFields(QByteArrayView cbor, Record &into);
// After an update of the program: moves what ext holds and the kind knows by now into its fields, unless they are filled.
void adoptKnownFields(Record &record);
// Only some fields, e.g. one merge group of an operation. A field without a value is encoded as null.
// Numbers that the kind does not know are passed over by decodeSome.
QByteArray encodeSome(const std::map<std::uint16_t, Value> &values, const RecordSpec &spec);
Result<std::map<std::uint16_t, Value>> decodeSome(QByteArrayView cbor, const RecordSpec &spec);

// The oldest schema (records/Declaration.h) that knows the kind and all fields named there; what this release does not know
// itself is not counted.
int schemaNeeded(const RecordSpec &spec, QByteArrayView fields);

// The whole row: {"k": kind, "id":…, "root":…, "parent":…, "office":…, "v": version, "t":[created, updated], "u":[by, by],
// "w": withdrawn, "f": fields} in keys 1 to 10. Errors as decodeFields.
QByteArray encodeRecord(const Record &record);
QByteArray encodeRecord(const Record &record, QByteArrayView fields); // with its encodeFields(), where they are needed anyway
// A kind that this release does not know is answered as a null Record with its bookkeeping, the fields as they came in ext;
// what is wanted is then to keep the bytes themselves.
Result<Record> decodeRecord(QByteArrayView cbor);
Result<std::uint16_t> kindOfEncoded(QByteArrayView cbor); // also of kinds this release does not know

// {"id":…, "kind":…, "office":…, fields by name}; days as YYYY-MM-DD, instants with zone, money as decimal text in yuan,
// code sets as arrays. `masked` hides personal fields as lists do. `withDerived` adds computed fields.
QJsonObject toJson(const Record &record, bool masked, bool withDerived = true);
// Fields by name as above; unknown names and wrong types are Constraint with the name. System fields other than office,
// id, root and parent are ignored.
Result<Record> fromJson(const QJsonObject &object, const RecordSpec &spec, const RuleBook &rules);

} // namespace yizhan
