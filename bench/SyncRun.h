// SPDX-License-Identifier: GPL-3.0-or-later
// What the parts of the group `sync` share: the district of this run, its workstations, the peer's figures.
#pragma once

#include "bench/BenchStation.h"
#include "bench/BenchTable.h"
#include "bench/LightStation.h"
#include "bench/Peer.h"

namespace yizhan {

struct SyncRun {
    BenchTable &table;
    QString folder;
    std::shared_ptr<const RuleBook> rules;
    QStringList offices;
    QString oneOfficeCode[2]; // enrolment codes, A and B
    QString allOfficesCode;
    QByteArray authority;
    std::vector<LightStation> light;
    std::map<QString, std::vector<Record>> cases; // roots that light workstations change, by office; not the first office's
    std::unique_ptr<BenchServer> server;
    std::unique_ptr<BenchStation> a;
    std::unique_ptr<BenchStation> b;
    PeerFigures peer;
};

inline constexpr std::size_t stationsAfterOutage = 160;
inline constexpr std::size_t stationsConnected = 1000;
inline constexpr std::size_t stationsAnOffice = 67; // a smaller district has fewer

QString rateText(double perSecond);
QString megabytes(double bytes);
// "12.3 x": ours against the peer's; empty without a peer.
QString times(double ours, double peers);

// SyncLoad.cpp
Outcome benchOutage(SyncRun &run);
Outcome benchConnected(SyncRun &run);

} // namespace yizhan
