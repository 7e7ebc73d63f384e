// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/SimNetwork.h"

namespace yizhan::simulation {
namespace {

constexpr std::size_t longestArchive = 400;
constexpr std::size_t mostLate = 40;

} // namespace

LineFaults LineFaults::drawn(Chance &chance)
{
    LineFaults faults;
    if (chance.percent(15))
        return faults; // a calm run
    const int worst = chance.between(5, 40);
    for (int *rate : {&faults.requestLost, &faults.answerLost, &faults.answerHeld})
        *rate = chance.between(0, worst);
    for (int *rate : {&faults.requestLate, &faults.requestTwice})
        *rate = chance.between(0, worst / 2);
    for (int *rate : {&faults.answerCut, &faults.proxyPage, &faults.badGateway})
        *rate = chance.between(0, worst / 4);
    return faults;
}

std::optional<WireResponse> SimNetwork::reach(int workstation, const WireRequest &request)
{
    std::optional<WireResponse> answer = m_server(request);
    if (answer) {
        m_archive.push_back({workstation, request, *answer});
        if (m_archive.size() > longestArchive)
            m_archive.pop_front();
    }
    return answer;
}

void SimNetwork::spoil(WireResponse &answer)
{
    if (m_chance.percent(faults.answerCut) && !answer.body.isEmpty()) {
        m_trace.note(QStringLiteral("  the answer is cut short"));
        answer.body.truncate(static_cast<qsizetype>(m_chance.below(static_cast<std::size_t>(answer.body.size()))));
    } else if (m_chance.percent(faults.proxyPage)) {
        m_trace.note(QStringLiteral("  a proxy answers with a page of its own"));
        answer = WireResponse();
        answer.contentType = "text/html";
        answer.body = "<html><body>Please accept the terms of use of this network.</body></html>";
    } else if (m_chance.percent(faults.badGateway)) {
        m_trace.note(QStringLiteral("  502"));
        answer = WireResponse();
        answer.status = 502;
        answer.contentType = "text/html";
        answer.body = "<html>Bad gateway</html>";
    }
}

SimNetwork::Back SimNetwork::carry(int workstation, const WireRequest &request)
{
    Back back;
    if (m_chance.percent(faults.requestLost)) {
        m_trace.note(QStringLiteral("  the request is lost"));
        return back;
    }
    if (m_chance.percent(faults.requestLate) && m_late.size() < mostLate) {
        m_trace.note(QStringLiteral("  the request is on its way for a long time"));
        m_late.emplace_back(workstation, request);
        return back;
    }
    back.answer = reach(workstation, request);
    if (back.answer && m_chance.percent(faults.requestTwice)) {
        m_trace.note(QStringLiteral("  the request arrives twice"));
        const std::optional<WireResponse> second = reach(workstation, request);
        if (second && m_chance.percent(50))
            back.answer = second;
    }
    if (!back.answer)
        return back;
    if (m_chance.percent(faults.answerLost)) {
        m_trace.note(QStringLiteral("  the answer is lost"));
        back.answer.reset();
        return back;
    }
    spoil(*back.answer);
    back.held = m_chance.percent(faults.answerHeld);
    return back;
}

bool SimNetwork::deliverLate()
{
    if (m_late.empty())
        return false;
    const std::size_t which = m_chance.below(m_late.size());
    const auto [workstation, request] = m_late[which];
    m_late.erase(m_late.begin() + static_cast<std::ptrdiff_t>(which));
    m_trace.note(QStringLiteral("a late %1 of w%2 arrives").arg(QLatin1String(request.path)).arg(workstation));
    reach(workstation, request);
    return true;
}

bool SimNetwork::replay(const QByteArray &path)
{
    std::vector<const Carried *> fit;
    for (const Carried &carried : m_archive) {
        if (path.isEmpty() || carried.request.path == path)
            fit.push_back(&carried);
    }
    if (fit.empty())
        return false;
    const Carried again = *m_chance.any(fit); // a copy: the archive grows
    m_trace.note(
        QStringLiteral("an old %1 of w%2 arrives again").arg(QLatin1String(again.request.path)).arg(again.workstation));
    m_server(again.request);
    return true;
}

std::optional<WireResponse> SimNetwork::oldAnswer(int workstation, const QByteArray &path, const Fits &fits)
{
    std::vector<const Carried *> fit;
    for (const Carried &carried : m_archive) {
        if (carried.workstation == workstation && carried.request.path == path && (!fits || fits(carried.answer)))
            fit.push_back(&carried);
    }
    if (fit.empty())
        return std::nullopt;
    return m_chance.any(fit)->answer;
}

} // namespace yizhan::simulation
