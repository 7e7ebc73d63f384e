// SPDX-License-Identifier: GPL-3.0-or-later
// The line between the workstations and the district: loses, repeats, delays, cuts and garbles what it carries.
#pragma once

#include "server/core/RequestHandler.h"
#include "tests/simulation/Chance.h"
#include "tests/simulation/Trace.h"

#include <deque>
#include <functional>
#include <optional>

namespace yizhan::simulation {

// Of a hundred exchanges; drawn anew for each run, so that calm and brutal ones both occur.
struct LineFaults {
    int requestLost = 0;
    int requestLate = 0; // reaches the server after the client has given it up
    int requestTwice = 0;
    int answerLost = 0;
    int answerHeld = 0; // reaches the client after others have gone on
    int answerCut = 0;
    int proxyPage = 0;  // 200 with HTML
    int badGateway = 0; // 502, before or after the server has done its work

    static LineFaults drawn(Chance &chance);
    static LineFaults none() { return {}; }
};

class SimNetwork
{
public:
    // The server answers nothing while it is down.
    using Server = std::function<std::optional<WireResponse>(const WireRequest &request)>;

    SimNetwork(Chance &chance, Trace &trace, Server server) : m_chance(chance), m_trace(trace), m_server(std::move(server)) {}

    LineFaults faults;

    struct Back {
        std::optional<WireResponse> answer; // nothing: the client waits in vain
        bool held = false;                  // arrives only when the workstation is looked at again
    };
    Back carry(int workstation, const WireRequest &request);

    // A request that its sender gave up long ago. False: there is none.
    bool deliverLate();
    // Something that was carried before is carried once more, as it was. The path: "/v1/push" or any.
    bool replay(const QByteArray &path);
    // An earlier answer to the workstation on that path, for it to take for the answer it waits for; any, or one that `fits`.
    using Fits = std::function<bool(const WireResponse &answer)>;
    std::optional<WireResponse> oldAnswer(int workstation, const QByteArray &path, const Fits &fits = {});

    struct Carried {
        int workstation = 0;
        WireRequest request;
        WireResponse answer;
    };
    const std::deque<Carried> &archive() const { return m_archive; }

private:
    std::optional<WireResponse> reach(int workstation, const WireRequest &request);
    void spoil(WireResponse &answer);

    Chance &m_chance;
    Trace &m_trace;
    Server m_server;
    std::deque<Carried> m_archive;
    std::deque<std::pair<int, WireRequest>> m_late;
};

} // namespace yizhan::simulation
