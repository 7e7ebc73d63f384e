// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/SimDisk.h"

#include "tests/simulation/Chance.h"

#include <QFile>

#include <algorithm>
#include <sqlcipher/sqlite3.h>

namespace yizhan::simulation {
namespace {

std::vector<SimDisk *> &disks()
{
    static std::vector<SimDisk *> all;
    return all;
}

// What SQLite holds of an open file: ours first, the real one behind it in the same allocation.
struct LayerFile {
    sqlite3_file base;
    SimDisk *disk;
    const char *name; // lives as long as the file is open, as SQLite promises
    sqlite3_file *real;
};

sqlite3_vfs *realVfs = nullptr;
sqlite3_vfs layerVfs;

LayerFile *layer(sqlite3_file *file) { return reinterpret_cast<LayerFile *>(file); }
sqlite3_file *real(sqlite3_file *file) { return layer(file)->real; }

std::int64_t sizeOf(sqlite3_file *file)
{
    sqlite3_int64 size = 0;
    file->pMethods->xFileSize(file, &size);
    return size;
}

QByteArray contentOf(sqlite3_file *file, std::int64_t at, std::int64_t length)
{
    QByteArray bytes(static_cast<qsizetype>(std::max<std::int64_t>(length, 0)), '\0');
    if (!bytes.isEmpty())
        file->pMethods->xRead(file, bytes.data(), static_cast<int>(bytes.size()), at);
    return bytes;
}

// Of what needs no room.
bool mayGo(SimDisk::Verdict verdict) { return verdict == SimDisk::Verdict::Go || verdict == SimDisk::Verdict::Full; }

int xClose(sqlite3_file *file)
{
    const int code = real(file)->pMethods ? real(file)->pMethods->xClose(real(file)) : SQLITE_OK;
    return code;
}

int xRead(sqlite3_file *file, void *into, int amount, sqlite3_int64 at)
{
    if (layer(file)->disk->isDown())
        return SQLITE_IOERR_READ;
    return real(file)->pMethods->xRead(real(file), into, amount, at);
}

int xWrite(sqlite3_file *file, const void *from, int amount, sqlite3_int64 at)
{
    SimDisk &disk = *layer(file)->disk;
    const SimDisk::Verdict verdict = disk.judgeAccess();
    if (verdict == SimDisk::Verdict::Down || verdict == SimDisk::Verdict::Fails)
        return SQLITE_IOERR_WRITE;
    if (verdict == SimDisk::Verdict::Full)
        return SQLITE_FULL;
    const int arrives = verdict == SimDisk::Verdict::Torn ? amount / 2 : amount;
    const std::int64_t size = sizeOf(real(file));
    disk.note({QByteArray(layer(file)->name), at, contentOf(real(file), at, std::min<std::int64_t>(arrives, size - at)),
               QByteArray(static_cast<const char *>(from), arrives), size, false});
    const int code = real(file)->pMethods->xWrite(real(file), from, arrives, at);
    return verdict == SimDisk::Verdict::Torn ? SQLITE_IOERR_WRITE : code;
}

int xTruncate(sqlite3_file *file, sqlite3_int64 to)
{
    SimDisk &disk = *layer(file)->disk;
    if (!mayGo(disk.judgeAccess()))
        return SQLITE_IOERR_TRUNCATE;
    const std::int64_t size = sizeOf(real(file));
    disk.note({QByteArray(layer(file)->name), to, contentOf(real(file), to, size - to), {}, size, true});
    return real(file)->pMethods->xTruncate(real(file), to);
}

int xSync(sqlite3_file *file, int flags)
{
    SimDisk &disk = *layer(file)->disk;
    if (!mayGo(disk.judgeAccess()))
        return SQLITE_IOERR_FSYNC;
    disk.synced(QByteArray(layer(file)->name));
    static_cast<void>(flags); // the files lie in memory: whether they reach it is our decision alone
    return SQLITE_OK;
}

int xFileSize(sqlite3_file *file, sqlite3_int64 *size)
{
    *size = 0; // the cipher's own check does not look at the answer
    if (layer(file)->disk->isDown())
        return SQLITE_IOERR_FSTAT;
    return real(file)->pMethods->xFileSize(real(file), size);
}

int xLock(sqlite3_file *file, int level) { return real(file)->pMethods->xLock(real(file), level); }
int xUnlock(sqlite3_file *file, int level) { return real(file)->pMethods->xUnlock(real(file), level); }
int xCheckReservedLock(sqlite3_file *file, int *out) { return real(file)->pMethods->xCheckReservedLock(real(file), out); }

int xFileControl(sqlite3_file *file, int what, void *argument)
{
    return real(file)->pMethods->xFileControl(real(file), what, argument);
}

int xSectorSize(sqlite3_file *file) { return real(file)->pMethods->xSectorSize(real(file)); }
// Without the promise that a page overwritten by a powerless machine keeps its neighbours.
int xDeviceCharacteristics(sqlite3_file *) { return 0; }

int xShmMap(sqlite3_file *file, int region, int size, int extend, void volatile **out)
{
    if (layer(file)->disk->isDown())
        return SQLITE_IOERR_SHMMAP;
    return real(file)->pMethods->xShmMap(real(file), region, size, extend, out);
}
int xShmLock(sqlite3_file *file, int offset, int n, int flags)
{
    return real(file)->pMethods->xShmLock(real(file), offset, n, flags);
}
void xShmBarrier(sqlite3_file *file) { real(file)->pMethods->xShmBarrier(real(file)); }
int xShmUnmap(sqlite3_file *file, int remove) { return real(file)->pMethods->xShmUnmap(real(file), remove); }

const sqlite3_io_methods &methods()
{
    static const sqlite3_io_methods all = [] {
        sqlite3_io_methods m{};
        m.iVersion = 2;
        m.xClose = xClose;
        m.xRead = xRead;
        m.xWrite = xWrite;
        m.xTruncate = xTruncate;
        m.xSync = xSync;
        m.xFileSize = xFileSize;
        m.xLock = xLock;
        m.xUnlock = xUnlock;
        m.xCheckReservedLock = xCheckReservedLock;
        m.xFileControl = xFileControl;
        m.xSectorSize = xSectorSize;
        m.xDeviceCharacteristics = xDeviceCharacteristics;
        m.xShmMap = xShmMap;
        m.xShmLock = xShmLock;
        m.xShmBarrier = xShmBarrier;
        m.xShmUnmap = xShmUnmap;
        return m;
    }();
    return all;
}

// Files of no simulated machine (the templates, temporary ones) are handed on as they are.
int xOpen(sqlite3_vfs *, const char *name, sqlite3_file *file, int flags, int *outFlags)
{
    SimDisk *disk = name ? SimDisk::diskOf(name) : nullptr;
    if (!disk)
        return realVfs->xOpen(realVfs, name, file, flags, outFlags);
    file->pMethods = nullptr;
    if (disk->isDown())
        return SQLITE_CANTOPEN;
    LayerFile *own = layer(file);
    own->disk = disk;
    own->name = name;
    own->real = reinterpret_cast<sqlite3_file *>(own + 1);
    const int code = realVfs->xOpen(realVfs, name, own->real, flags, outFlags);
    if (own->real->pMethods)
        file->pMethods = &methods();
    return code;
}

int xDelete(sqlite3_vfs *, const char *name, int syncFolder)
{
    if (SimDisk *disk = SimDisk::diskOf(name)) {
        if (!mayGo(disk->judgeAccess()))
            return SQLITE_IOERR_DELETE;
        disk->deleted(QByteArray(name));
    }
    return realVfs->xDelete(realVfs, name, syncFolder);
}

void registerLayer()
{
    if (realVfs)
        return;
    sqlite3_initialize();
    realVfs = sqlite3_vfs_find(nullptr);
    layerVfs = *realVfs;
    layerVfs.zName = "yizhan-simulated-disks";
    layerVfs.pNext = nullptr;
    layerVfs.szOsFile = static_cast<int>(sizeof(LayerFile)) + realVfs->szOsFile;
    layerVfs.xOpen = xOpen;
    layerVfs.xDelete = xDelete;
    sqlite3_vfs_register(&layerVfs, 1);
}

void apply(const SimDisk::Unsynced &change, bool forward)
{
    QFile file(QString::fromLocal8Bit(change.file));
    if (!file.open(QIODevice::ReadWrite | QIODevice::ExistingOnly))
        return;
    if (change.cut && forward) {
        file.resize(change.at);
        return;
    }
    if (!forward && file.size() > change.sizeBefore)
        file.resize(change.sizeBefore);
    file.seek(change.at);
    file.write(forward ? change.after : change.before);
}

} // namespace

SimDisk::SimDisk(QByteArray folder) : m_folder(std::move(folder) + '/')
{
    registerLayer();
    disks().push_back(this);
}

SimDisk::~SimDisk() { std::erase(disks(), this); }

SimDisk *SimDisk::diskOf(QByteArrayView file)
{
    for (SimDisk *disk : disks()) {
        if (file.startsWith(disk->m_folder))
            return disk;
    }
    return nullptr;
}

SimDisk::Verdict SimDisk::judgeAccess()
{
    if (m_isDown)
        return Verdict::Down;
    ++m_accesses;
    if (m_untilCrash >= 0 && m_untilCrash-- == 0) {
        m_isDown = true;
        return Verdict::Down;
    }
    if (m_untilTrouble >= 0 && m_untilTrouble-- == 0) {
        m_isDown = m_trouble == Trouble::TornDown;
        return m_isDown ? Verdict::Torn : Verdict::Fails;
    }
    if (m_untilFull > 0)
        --m_untilFull;
    return m_untilFull == 0 ? Verdict::Full : Verdict::Go;
}

void SimDisk::synced(const QByteArray &file)
{
    std::erase_if(m_unsynced, [&](const Unsynced &change) { return change.file == file; });
}

void SimDisk::restart(Chance &chance)
{
    for (auto change = m_unsynced.rbegin(); change != m_unsynced.rend(); ++change)
        apply(*change, false);
    for (const Unsynced &change : m_unsynced) {
        if (chance.percent(50))
            apply(change, true);
    }
    startAgain();
}

void SimDisk::startAgain()
{
    m_unsynced.clear();
    m_untilCrash = -1;
    m_untilFull = -1;
    m_untilTrouble = -1;
    m_isDown = false;
}

} // namespace yizhan::simulation
