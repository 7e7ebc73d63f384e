// SPDX-License-Identifier: GPL-3.0-or-later
// Making, opening, recovering and destroying a store.
#include "records/CodeList.h"
#include "records/OfficeDirectory.h"
#include "store/Adoption.h"
#include "store/AtomicFile.h"
#include "store/Derivation.h"
#include "store/DerivedIndexes.h"
#include "store/Meta.h"
#include "store/OfflineGrant.h"
#include "store/Password.h"
#include "store/RawRows.h"
#include "store/Rebuild.h"
#include "store/Schema.h"
#include "store/StoreErrors.h"
#include "store/StorePrivate.h"

#include "sql/Migrator.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

// Outside of any namespace, as Q_INIT_RESOURCE wants it: a static library's resources are not registered by themselves.
static void registerMigrations() { Q_INIT_RESOURCE(migrations); }

namespace yizhan {
namespace {

constexpr QLatin1String unfinishedSuffix(".new");

Result<Migrator> migrator(const StoreOptions &options)
{
    registerMigrations();
    const QString shipped = QStringLiteral(":/yizhan/migrations");
    Result<std::vector<Migration>> steps = Migrator::fromFolder(options.migrations.isEmpty() ? shipped : options.migrations);
    if (!steps)
        return steps.error();
    return Migrator(storeApplicationId, std::move(*steps));
}

// A copy under the same key, before the file is changed for good.
Outcome copyBeforeMigration(Connection &connection, const StoreContext &context, int fromVersion)
{
    if (!makeFolder(context.paths.backups()))
        return Error(ErrorKind::Io, storeerrors::folderUnusable, {context.paths.backups()});
    OpenOptions open;
    open.file = QStringLiteral("%1/before-version-%2-%3.db")
                    .arg(context.paths.backups())
                    .arg(fromVersion + 1)
                    .arg(context.clock->now().ms);
    open.key = context.keys.database.view().toByteArray();
    open.access = OpenOptions::Access::Create;
    Result<std::unique_ptr<Connection>> copy = Connection::open(open);
    yizhan::wipe(open.key);
    if (!copy)
        return copy.error();
    if (Outcome done = connection.backupTo(**copy); !done)
        return done;
    return (*copy)->checkIntegrity(IntegrityDepth::Quick);
}

// A new store has nothing to fill. What else is missing is filled while people work already: see startUpkeep().
Outcome prepareDerived(Connection &connection, Writer &writer)
{
    const Result<QByteArray> derivedVersion = meta::read(connection, meta::derivedVersion);
    const Result<bool> isUnfinished = Rebuild::isUnfinished(connection);
    if (!derivedVersion || !isUnfinished)
        return derivedVersion ? isUnfinished.error() : derivedVersion.error();
    if (derivedVersion->toInt() == derived::version() || *isUnfinished)
        return {};
    return writer.transact(connection, [&]() -> Outcome {
        if (!derivedVersion->isEmpty())
            return Rebuild::replaceOther(connection);
        if (Outcome done = derived::rebuild(connection, {}, {}); !done)
            return done;
        return meta::write(connection, meta::derivedVersion, QByteArray::number(derived::version()));
    });
}

// A build between two releases may have made other tables under the same number.
Outcome judgeShape(Connection &connection)
{
    constexpr qsizetype mostNamed = 3;
    const Result<QStringList> missing = missingFrom(connection);
    if (!missing)
        return missing.error();
    if (missing->isEmpty())
        return {};
    const QString more = missing->size() > mostNamed ? QStringLiteral(" …") : QString();
    return Error(ErrorKind::Corrupt, storeerrors::otherShape, {missing->mid(0, mostNamed).join(QStringLiteral(", ")) + more});
}

Outcome bringUpToDate(Connection &connection, Writer &writer, const StoreOptions &options, const StoreContext &context)
{
    const Result<Migrator> migrations = migrator(options);
    if (!migrations)
        return migrations.error();
    const Result<int> version = migrations->migrate(
        connection, [&](int from, int) { return copyBeforeMigration(connection, context, from); });
    if (!version)
        return version.error();
    if (Outcome fits = judgeShape(connection); !fits)
        return fits;
    if (Outcome done = prepareDerived(connection, writer); !done)
        return done;
    return adoption::run(connection, writer);
}

Outcome readIdentity(Connection &connection, StoreContext &context)
{
    const Result<QByteArray> device = meta::read(connection, meta::device);
    if (!device)
        return device.error();
    const Result<QByteArray> office = meta::read(connection, meta::office);
    if (!office)
        return office.error();
    const Result<qint64> station = meta::readNumber(connection, meta::station);
    if (!station)
        return station.error();
    context.device = RecordId::fromBytes(*device).value_or(RecordId{});
    context.office = QString::fromUtf8(*office);
    context.station = static_cast<int>(std::clamp<qint64>(*station, 1, 99));
    return {};
}

Result<int> parseStation(const QString &text)
{
    bool isNumber = true;
    const int station = text.isEmpty() ? 1 : text.toInt(&isNumber);
    if (!isNumber || station < 1 || station > 99)
        return Error(ErrorKind::Constraint, storeerrors::stationUnfit);
    return station;
}

// A store that was being made when the machine stopped: nobody has its keys, so it may go.
bool isUnfinished(const StorePaths &paths)
{
    return !QFile::exists(paths.vault()) && QFile::exists(paths.vault() + unfinishedSuffix);
}

void removeDatabase(const StorePaths &paths)
{
    for (const char *suffix : {"", "-wal", "-shm", "-journal"})
        QFile::remove(paths.database() + QLatin1String(suffix));
}

SecureBytes copyOf(const SecureBytes &bytes) { return SecureBytes::copyOf(bytes.view()); }

void takeKeys(StoreKeys &keys, const SecureBytes &data, const SecureBytes &draft)
{
    keys.data = copyOf(data);
    keys.draft = copyOf(draft);
    keys.database = deriveKey(data, KeyPurpose::Database);
    keys.blob = deriveKey(data, KeyPurpose::Blob);
    keys.person = deriveKey(data, KeyPurpose::Person);
    keys.backup = deriveKey(data, KeyPurpose::Backup);
}

} // namespace

// What open(), recover() and create() have in common.
struct StoreOpening {
    static std::unique_ptr<Store::Private> prepare(const StoreOptions &options)
    {
        auto d = std::make_unique<Store::Private>();
        d->options = options;
        d->options.folder = QDir(options.folder).absolutePath();
        if (!d->options.clock)
            d->options.clock = std::make_shared<SystemClock>();
        if (!d->options.random)
            d->options.random = std::make_shared<SystemRandom>();
        d->cost = options.fastKeys ? VaultCost::smallest() : VaultCost();
        d->context.paths.folder = d->options.folder;
        d->context.clock = d->options.clock;
        d->context.random = d->options.random;
        d->context.setRules(d->options.rules);
        return d;
    }

    static Outcome lock(Store::Private &d)
    {
        Result<std::unique_ptr<FolderLock>> taken = FolderLock::take(d.context.paths.lock(), *d.context.clock);
        if (!taken)
            return taken.error();
        d.lock = std::move(*taken);
        return {};
    }

    static Result<Vault> readVault(const Store::Private &d)
    {
        const StorePaths &paths = d.context.paths;
        if (QFile::exists(paths.vault()))
            return Vault::read(paths.vault());
        if (QFile::exists(paths.database()) && !isUnfinished(paths))
            return Error(ErrorKind::Corrupt, storeerrors::vaultDamaged, {QFileInfo(paths.vault()).fileName()});
        return Error(ErrorKind::NotFound, storeerrors::noStore, {QDir::toNativeSeparators(paths.folder)});
    }

    // The database, the session and the threads; the keys are known.
    static Result<std::unique_ptr<Store>> start(std::unique_ptr<Store::Private> d, const RecordId &user, const QString &event,
                                                int wrongAttempts)
    {
        if (!QFile::exists(d->context.paths.database()))
            return Error(ErrorKind::Corrupt, storeerrors::unfinishedStore, {QDir::toNativeSeparators(d->context.paths.folder)});
        Result<std::unique_ptr<Connection>> connection = d->connect(OpenOptions::Access::ReadWrite);
        if (!connection)
            return connection.error();
        Connection &main = **connection;
        d->writer = std::make_unique<Writer>(d->context);
        if (Outcome done = bringUpToDate(main, *d->writer, d->options, d->context); !done)
            return done.error();
        if (Outcome done = readIdentity(main, d->context); !done)
            return done.error();
        if (Outcome done = rawrows::adopt(main, *d->writer, d->context); !done)
            return done.error();
        Result<Session> session = accounts::sessionOf(main, user, *d->context.clock);
        if (!session)
            return session.error();
        if (!d->options.beyondOfflineGrant) {
            if (Outcome may = offlinegrant::judge(main, session->actor.user, d->context.clock->now()); !may)
                return may.error();
        }
        d->context.session = std::move(*session);
        if (Outcome done = d->writer->load(main); !done)
            return done.error();
        if (Outcome done = noteLogin(main, *d, event, wrongAttempts); !done)
            return done.error();
        d->blobs = std::make_unique<Blobs>(d->context.paths.blobs(), d->context.keys.blob.view());
        d->blobs->removeRemains();
        for (std::unique_ptr<Worker> *reader : {&d->lists, &d->looks}) {
            Result<std::unique_ptr<Connection>> reading = d->connect(OpenOptions::Access::ReadOnly);
            if (!reading)
                return reading.error();
            *reader = d->worker(std::move(*reading));
        }
        const Result<QByteArray> fingerprint = meta::read(main, meta::rulesFingerprint);
        const Result<QByteArray> day = meta::read(main, meta::dailyDone);
        if (!fingerprint || !day)
            return fingerprint ? day.error() : fingerprint.error();
        const Result<bool> isUnfinished = Rebuild::isUnfinished(main);
        if (!isUnfinished)
            return isUnfinished.error();
        d->countLogPages(main);
        d->writing = d->worker(std::move(*connection));
        std::unique_ptr<Store> store(new Store(std::move(d)));
        startUpkeep(*store, *fingerprint, *day);
        if (*isUnfinished)
            store->d->rebuild(store.get(), {}, {}, Rebuild::Begins::WhereItStopped);
        return store;
    }

    static Outcome noteLogin(Connection &connection, Store::Private &d, const QString &event, int wrongAttempts)
    {
        AuditRow row;
        row.event = QStringLiteral("LOGIN_FAIL");
        AuditPayload payload;
        payload.count = wrongAttempts;
        if (wrongAttempts > 0) {
            if (Outcome done = d.writer->note(connection, row, payload); !done)
                return done;
        }
        row.event = event;
        return d.writer->note(connection, row, {});
    }

    static void startUpkeep(Store &store, const QByteArray &fingerprint, const QByteArray &day)
    {
        Store::Private &d = *store.d;
        const auto ignore = [](const Outcome &) {};
        if (fingerprint != fingerprintOfDerivation(*d.context.rules()))
            d.startUpkeep(&store, Upkeep::Job::Recompute, {}, ignore);
        if (day != d.context.clock->today().toIso().toLatin1())
            d.startUpkeep(&store, Upkeep::Job::Day, {}, ignore);
        d.dayTimer.setParent(&store); // goes along when the store is moved to another thread
        // by an event, so that it runs in the thread the store is moved to, once that has an event loop
        QMetaObject::invokeMethod(
            &store, [&store, &d] { d.watchTheDay(&store); }, Qt::QueuedConnection);
    }

    // The database of a new store, with its first user.
    static Result<RecordId> fill(Store::Private &d, const NewStore &wish, int station, const RecordId &user)
    {
        Result<std::unique_ptr<Connection>> connection = d.connect(OpenOptions::Access::Create);
        if (!connection)
            return connection.error();
        Connection &main = **connection;
        d.context.office = wish.office;
        d.context.station = station;
        d.context.device = RecordId::make(d.context.clock->now(), *d.context.random);
        // nobody is logged in yet: the first account is set up by the store itself
        d.context.session.actor = Actor{user, {QStringLiteral("SYS_ADMIN")}, wish.office};
        Writer writer(d.context);
        if (Outcome done = bringUpToDate(main, writer, d.options, d.context); !done)
            return done.error();
        const Outcome identity = writer.transact(main, [&]() -> Outcome {
            const std::initializer_list<std::pair<const char *, QByteArray>> facts{
                {meta::device, d.context.device.toBytes()},
                {meta::office, wish.office.toUtf8()},
                {meta::station, QByteArray::number(station)},
                {meta::rulesFingerprint, fingerprintOfDerivation(*d.context.rules())}};
            for (const auto &[key, value] : facts) {
                if (Outcome done = meta::write(main, key, value); !done)
                    return done;
            }
            return {};
        });
        if (!identity)
            return identity.error();
        if (Outcome done = writer.load(main); !done)
            return done.error();
        const QStringList roles = wish.roles.isEmpty() ? accounts::usualRoles() : wish.roles;
        const Result<RecordId> made = accounts::addRecord(main, writer, user, wish.login, wish.name, roles);
        if (!made)
            return made.error();
        if (Outcome done = main.checkpoint(CheckpointMode::Truncate); !done)
            return done.error();
        return *made;
    }

    static Outcome judge(const NewStore &wish, const RuleBook &rules)
    {
        if (Outcome fine = judgePassword(wish.password); !fine)
            return fine;
        if (!rules.offices().find(wish.office))
            return Error(ErrorKind::Constraint, storeerrors::officeUnknown, {wish.office.left(40)});
        return accounts::judgeRoles(wish.roles.isEmpty() ? accounts::usualRoles() : wish.roles, rules);
    }
};

Result<CreatedStore> Store::create(const StoreOptions &options, const NewStore &wish)
{
    const Result<int> station = parseStation(wish.station);
    if (!station)
        return station.error();
    if (Outcome fine = StoreOpening::judge(wish, *options.rules); !fine)
        return fine.error();
    std::unique_ptr<Private> d = StoreOpening::prepare(options);
    const StorePaths &paths = d->context.paths;
    if (!makeFolder(paths.folder))
        return Error(ErrorKind::Io, storeerrors::folderUnusable, {QDir::toNativeSeparators(paths.folder)});
    if (Outcome done = StoreOpening::lock(*d); !done)
        return done.error();
    if (QFile::exists(paths.vault()) || (QFile::exists(paths.database()) && !isUnfinished(paths)))
        return Error(ErrorKind::Rejected, storeerrors::storeExists, {QDir::toNativeSeparators(paths.folder)});
    removeDatabase(paths);

    Vault::Made made = Vault::make();
    const RecordId user = wish.user.isNull() ? RecordId::make(d->context.clock->now(), *d->context.random) : wish.user;
    if (Outcome done = made.vault.addSlot(wish.login, user, wish.password, made.dataKey.view(), d->cost); !done)
        return done.error();
    takeKeys(d->context.keys, made.dataKey, made.dataKey);
    // the vault gets its name last: a folder with that file holds a whole store
    if (Outcome done = made.vault.write(paths.vault() + unfinishedSuffix); !done)
        return done.error();
    const Result<RecordId> filled = StoreOpening::fill(*d, wish, *station, user);
    if (!filled) {
        removeDatabase(paths);
        QFile::remove(paths.vault() + unfinishedSuffix);
        return filled.error();
    }
    if (!QFile::rename(paths.vault() + unfinishedSuffix, paths.vault()))
        return Error(ErrorKind::Io, storeerrors::fileTrouble, {QFileInfo(paths.vault()).fileName()});
    syncFolder(paths.folder);
    return CreatedStore{made.recoveryKey, *filled};
}

Result<std::unique_ptr<Store>> Store::open(const StoreOptions &options, const QString &login, const QString &password)
{
    std::unique_ptr<Private> d = StoreOpening::prepare(options);
    if (!exists(d->options.folder))
        return Error(ErrorKind::NotFound, storeerrors::noStore, {QDir::toNativeSeparators(d->options.folder)});
    if (Outcome done = StoreOpening::lock(*d); !done)
        return done.error();
    const Result<Vault> vault = StoreOpening::readVault(*d);
    if (!vault)
        return vault.error();
    AttemptLog attempts(d->context.paths.attempts(), *d->context.clock);
    if (Outcome allowed = attempts.begin(); !allowed)
        return allowed.error();
    const Result<VaultKeys> keys = vault->unlock(login, password);
    attempts.judge(keys);
    if (!keys)
        return keys.error();
    takeKeys(d->context.keys, keys->data, keys->draft);
    return StoreOpening::start(std::move(d), keys->user, QStringLiteral("LOGIN"), attempts.wrongBefore());
}

Result<std::unique_ptr<Store>> Store::recover(const StoreOptions &options, const QString &recoveryKey, const QString &login,
                                              const QString &newPassword)
{
    if (Outcome strong = judgePassword(newPassword); !strong)
        return strong.error();
    std::unique_ptr<Private> d = StoreOpening::prepare(options);
    if (!exists(d->options.folder))
        return Error(ErrorKind::NotFound, storeerrors::noStore, {QDir::toNativeSeparators(d->options.folder)});
    if (Outcome done = StoreOpening::lock(*d); !done)
        return done.error();
    Result<Vault> vault = StoreOpening::readVault(*d);
    if (!vault)
        return vault.error();
    AttemptLog attempts(d->context.paths.attempts(), *d->context.clock);
    if (Outcome allowed = attempts.begin(); !allowed)
        return allowed.error();
    const Result<VaultKeys> keys = vault->recover(recoveryKey, login);
    attempts.judge(keys);
    if (!keys)
        return keys.error();
    if (Outcome done = vault->changePassword(login, *keys, newPassword, d->cost); !done)
        return done.error();
    if (Outcome done = vault->write(d->context.paths.vault()); !done)
        return done.error();
    takeKeys(d->context.keys, keys->data, keys->draft);
    return StoreOpening::start(std::move(d), keys->user, QStringLiteral("PWD"), attempts.wrongBefore());
}

Outcome Store::admit(const StoreOptions &options, const SecureBytes &dataKey, const QString &login, const RecordId &user,
                     const QString &password)
{
    if (Outcome strong = judgePassword(password); !strong)
        return strong;
    const std::unique_ptr<Private> d = StoreOpening::prepare(options);
    if (!exists(d->options.folder))
        return Error(ErrorKind::NotFound, storeerrors::noStore, {QDir::toNativeSeparators(d->options.folder)});
    if (Outcome done = StoreOpening::lock(*d); !done)
        return done;
    Result<Vault> vault = StoreOpening::readVault(*d);
    if (!vault)
        return vault.error();
    // the key is right if it opens the database
    takeKeys(d->context.keys, dataKey, dataKey);
    {
        OpenOptions open;
        open.file = d->context.paths.database();
        open.key = d->context.keys.database.view().toByteArray();
        open.access = OpenOptions::Access::ReadOnly;
        const auto connection = Connection::open(open);
        yizhan::wipe(open.key);
        if (!connection)
            return connection.error();
    }
    vault->removeSlot(login); // a forgotten password: its drafts cannot be opened any more
    if (Outcome done = vault->addSlot(login, user, password, dataKey.view(), d->cost); !done)
        return done;
    return vault->write(d->context.paths.vault());
}

QStringList Store::logins(const QString &folder)
{
    const Result<Vault> vault = Vault::read(StorePaths{QDir(folder).absolutePath()}.vault());
    return vault ? vault->logins() : QStringList();
}

bool Store::exists(const QString &folder)
{
    const StorePaths paths{QDir(folder).absolutePath()};
    return QFile::exists(paths.vault()) || (QFile::exists(paths.database()) && !isUnfinished(paths));
}

Outcome Store::wipe(const QString &folder)
{
    const StorePaths paths{QDir(folder).absolutePath()};
    const SystemClock clock;
    {
        const Result<std::unique_ptr<FolderLock>> lock = FolderLock::take(paths.lock(), clock);
        if (!lock)
            return lock.error();
        // without the slots the rest is noise already, should the machine stop here
        for (const QString &vault : {paths.vault(), paths.vault() + unfinishedSuffix}) {
            if (Outcome done = shred(vault); !done)
                return done;
        }
        removeDatabase(paths);
        QFile::remove(paths.attempts());
        for (const QString &sub : {paths.blobs(), paths.backups()}) {
            if (!QDir(sub).removeRecursively())
                return Error(ErrorKind::Io, storeerrors::folderUnusable, {QDir::toNativeSeparators(sub)});
        }
    }
    QFile::remove(paths.lock());
    syncFolder(paths.folder);
    if (QFile::exists(paths.database()))
        return Error(ErrorKind::Io, storeerrors::fileTrouble, {QFileInfo(paths.database()).fileName()});
    return {};
}

} // namespace yizhan
