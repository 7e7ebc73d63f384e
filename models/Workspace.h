// SPDX-License-Identifier: GPL-3.0-or-later
// What all models of an unlocked window share: the store, the language, today, and the names behind references.
#pragma once

#include "records/RuleBook.h"
#include "store/Store.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QTimer>

namespace yizhan {

// GUI thread. Lives as long as the window is unlocked; the store must outlive it.
class Workspace : public QObject
{
    Q_OBJECT
public:
    // `language` is "zh" or "en".
    Workspace(Store &store, QString language, QObject *parent = nullptr);

    Store &store() { return m_store; }
    std::shared_ptr<const RuleBook> rules() const { return m_store.rules(); }
    const Session &session() const { return m_store.session(); }
    const QString &language() const { return m_language; }
    Instant now() const;
    Day today() const;
    RecordId newId(); // version 7, from the store's clock and generator

    // A value as lists and forms show it. Personal fields are masked unless `masked` is false; a reference is shown by the
    // title of what it names, "…" until that is known (titlesArrived follows).
    QString display(const FieldSpec &field, const Value &value, bool masked = true);
    // Whether this user sees the field of this case hidden: identity and phone numbers always until asked for, names and
    // addresses in restricted cases of others.
    bool hides(const Record &root, const FieldSpec &field) const;
    // The name of a record, empty until known; asked for in one go with others.
    QString titleOf(const RecordId &id);
    // Tells a title that somebody just saw anyway (a chosen reference).
    void noteTitle(const RecordId &id, const QString &title);

    // Due dates of this calendar year are provisional until its notice is published.
    bool yearIsProvisional(int year) const;

signals:
    void titlesArrived();

private:
    void fetchTitles();

    Store &m_store;
    QString m_language;
    QHash<RecordId, QString> m_titles;
    QSet<RecordId> m_wanted;
    QTimer m_fetch;
};

} // namespace yizhan
