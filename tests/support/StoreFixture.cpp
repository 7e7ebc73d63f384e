// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/StoreFixture.h"

#include "store/StoreContext.h"
#include "store/Vault.h"

namespace yizhan::tests {
namespace {

template <class T>
T orDie(Result<T> answer)
{
    if (!answer)
        qFatal("%s", qPrintable(answer.error().toLog()));
    return std::move(*answer);
}

} // namespace

std::shared_ptr<const RuleBook> rules()
{
    static const std::shared_ptr<const RuleBook> loaded = orDie(RuleBook::load());
    return loaded;
}

StoreFixture::StoreFixture(const QStringList &roles, const QString &office)
    : m_clock(std::make_shared<ManualClock>(Instant::fromLocal(*Day::fromYmd(2026, 3, 2), 9 * 60))),
      m_random(std::make_shared<SeededRandom>(20260302))
{
    NewStore wish;
    wish.office = office;
    wish.login = QStringLiteral("wang");
    wish.name = QStringLiteral("王小明");
    wish.password = password();
    wish.roles = roles;
    m_made = orDie(Store::create(options(), wish));
    open();
}

StoreOptions StoreFixture::options() const
{
    StoreOptions options;
    options.folder = folder();
    options.rules = rules();
    options.clock = m_clock;
    options.random = m_random;
    options.fastKeys = true;
    return options;
}

Result<std::unique_ptr<Store>> StoreFixture::tryOpen(const QString &login, const QString &password) const
{
    return Store::open(options(), login, password.isEmpty() ? StoreFixture::password() : password);
}

void StoreFixture::open(const QString &login, const QString &password)
{
    close();
    m_store = orDie(tryOpen(login, password));
}

ChangeSet StoreFixture::submit(Change change) { return orDie(await(m_store->submit(std::move(change)))); }

ChangeSet StoreFixture::submit(Operation operation, const QString &reason)
{
    Change change;
    change.operations.push_back(std::move(operation));
    change.reason = reason;
    return submit(std::move(change));
}

Error StoreFixture::refused(Change change) { return errorOf(await(m_store->submit(std::move(change)))); }

Error StoreFixture::refused(Operation operation, const QString &reason)
{
    Change change;
    change.operations.push_back(std::move(operation));
    change.reason = reason;
    return refused(std::move(change));
}

std::unique_ptr<Connection> databaseOf(const QString &folder)
{
    const StorePaths paths{folder};
    const VaultKeys keys = orDie(orDie(Vault::read(paths.vault())).unlock(QStringLiteral("wang"), StoreFixture::password()));
    OpenOptions options;
    options.file = paths.database();
    options.key = deriveKey(keys.data, KeyPurpose::Database).view().toByteArray();
    return orDie(Connection::open(options));
}

qint64 StoreFixture::scalar(const QByteArray &sql) const { return orDie(database()->scalarInt(sql)); }

RecordId StoreFixture::create(Record record, const QString &transition)
{
    const Kind kind = record.kind();
    const ChangeSet made = submit(Operation::create(std::move(record), transition));
    for (const ChangeSet::Row &row : made.rows) {
        if (row.kind == kind && row.what == ChangeSet::Row::What::Created)
            return row.id;
    }
    qFatal("nothing was created");
}

CaseFile StoreFixture::caseFile(const RecordId &root) { return orDie(await(m_store->caseFile(root))); }

Record StoreFixture::record(const RecordId &id) { return orDie(await(m_store->record(id))); }

} // namespace yizhan::tests
