// SPDX-License-Identifier: GPL-3.0-or-later
// One row of any kind: its declaration, its values, and raw what a newer release added.
#pragma once

#include "records/RecordSpec.h"

#include <vector>

namespace yizhan {

class Record
{
public:
    Record() = default;
    explicit Record(const RecordSpec &spec) : m_spec(&spec), m_values(spec.fields.size()) {}
    // Record(Kind::Party), for any known kind.
    explicit Record(Kind kind) : Record(*specOf(kind)) {}

    const RecordSpec &spec() const { return *m_spec; }
    Kind kind() const { return m_spec ? m_spec->kind : Kind::None; }
    bool isNull() const { return !m_spec; }

    // What the store keeps beside the values. `version` is the server's record version (0 = never acknowledged), `localRow`
    // the row id in this workstation's file (0 = not stored), neither is ever sent by a client.
    RecordId id;
    RecordId root;   // the case; equal to id for a root
    RecordId parent; // null for a root
    QString office;  // owner, stands on each child too
    std::int64_t version = 0;
    std::int64_t localRow = 0;
    Instant createdAt;
    Instant updatedAt;
    RecordId createdBy;
    RecordId updatedBy;
    bool withdrawn = false;
    bool unsent = false; // has operations that no server acknowledged
    QByteArray ext;      // CBOR map {field id: value} of fields this release does not know; kept as it came

    // Own or system field. The field must belong to the kind (checked by assertion in debug builds).
    Value value(const FieldSpec &field) const;
    void setValue(const FieldSpec &field, Value value); // declared fields only
    template <class T>
    typename ValueTraits<T>::Read get(const Field<T> &field) const
    {
        return readValue<T>(value(field));
    }
    template <class T>
    void set(const Field<T> &field, const std::type_identity_t<T> &v)
    {
        setValue(field, Value(v));
    }
    void clear(const FieldSpec &field) { setValue(field, Value()); }

    const std::vector<Value> &values() const { return m_values; } // by position in spec().fields
    bool sameContent(const Record &other) const;                  // values and ext, not the bookkeeping

private:
    const RecordSpec *m_spec = nullptr;
    std::vector<Value> m_values;
};

// A case with everything that hangs on it: what guards, derived values and the summary look at.
struct CaseFile {
    Record root;
    std::vector<Record> children; // any order; withdrawn rows are left out

    std::vector<const Record *> of(Kind kind) const; // children of that kind, oldest first
    std::vector<const Record *> under(const RecordId &parent, Kind kind) const;
    const Record *find(const RecordId &id) const; // root or child; null if absent
    Record *find(const RecordId &id);
};

} // namespace yizhan
