// SPDX-License-Identifier: GPL-3.0-or-later
// Keeps synchronisation running from unlock to lock, and listens for a recall while locked; joins a district when asked.
#pragma once

#include "forms/EnrolPage.h"
#include "store/SyncControl.h"
#include "store/Workstation.h"

#include <QFuture>
#include <functional>
#include <memory>

namespace yizhan {

class Store;
class SyncEngine;

// What a district said to a computer that wants to join.
struct Joined {
    std::shared_ptr<const Workstation> workstation;
    RecordId user; // the person's account there
    QString login;
    QString name;
    QStringList roles;
};

// GUI thread.
class SyncHost final : public QObject
{
    Q_OBJECT
public:
    // Tests put their own in the place of the engine and of the network.
    struct Parts {
        std::function<std::unique_ptr<SyncControl>(Store &store)> control; // null answer: not enrolled
        std::function<QFuture<Result<Joined>>(const EnrolPage::Wish &wish)> enrol;
    };

    SyncHost(QString folder, Parts parts, QObject *parent = nullptr);
    ~SyncHost() override;

    // The store was opened with these; the password is tried once at the server if that asks for one, then forgotten.
    void unlocked(Store &store, const QString &login, const QString &password);
    // Before the store closes.
    void locking();
    // While locked: says hello, so that a workstation that was taken out of service hears of it.
    void listen();
    SyncControl *control() { return m_control.get(); } // null while locked and on a workstation of no district

    // joined() or failed() follows.
    void enrol(const EnrolPage::Wish &wish);
    bool isJoining() const { return m_joining; }
    // For the page where the code is typed: whether it can be one.
    static bool isCode(const QString &code);

    // After recalled(), when the store is closed: destroys it and the workstation's key, and tells the district so.
    Outcome destroy();

signals:
    void joined(const yizhan::Joined &answer);
    void failed(const yizhan::Error &error);
    void recalled(); // the district took this workstation out of service: close the store, then call destroy()

private:
    std::unique_ptr<SyncControl> makeEngine(Store &store);
    void watch(SyncEngine *engine);
    void offerPassword();

    QString m_folder;
    Parts m_parts;
    std::unique_ptr<SyncControl> m_control;
    std::unique_ptr<SyncEngine> m_listening; // while locked
    SyncEngine *m_recalling = nullptr;       // the one of the two that was told to wipe
    QString m_login;
    QString m_password;
    bool m_joining = false;
};

} // namespace yizhan
