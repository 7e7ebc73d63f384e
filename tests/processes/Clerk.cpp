// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/processes/Clerk.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTimer>

namespace yizhan {

namespace {

constexpr int killedOneIn = 3;
constexpr std::uint32_t longestLifeMs = 1'500; // of a process that will be killed
constexpr int linesAtOnce = 4;
constexpr int mostOvertime = 10;
constexpr const char *committee = "01a00000-0000-7000-8000-000000000001"; // its row need not have come

QString s(const char *text) { return QString::fromLatin1(text); }

QByteArray line(const QJsonObject &object) { return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n'; }

} // namespace

Clerk::Clerk(int number, const QString &office, std::uint64_t seed) : m_number(number), m_office(office), m_random(seed) {}

bool Clerk::enrol(const QString &server, const QString &code)
{
    const CliAnswer joined = m_cli.inStore({s("enrol"), s("--server"), server, s("--name"), name(), s("--code-file"),
                                            m_cli.write(s("code"), code.toUtf8() + '\n')});
    if (joined.exit != 0)
        faults += joined.error;
    return joined.exit == 0;
}

void Clerk::work(int actions, const QString &shared, std::function<bool()> mayRest)
{
    m_actions = actions;
    m_shared = shared;
    m_mayRest = std::move(mayRest);
    m_rests = false;
    next();
}

QString Clerk::freshText() { return QStringLiteral("%1 %2-%3").arg(m_office).arg(m_number).arg(++m_texts); }

void Clerk::next()
{
    m_rests = m_done >= mostOvertime * m_actions || (m_done >= m_actions && m_mayRest());
    if (m_rests)
        return;
    ++m_done;
    const std::uint32_t draw = m_random.below(100);
    if (draw < 40) {
        exchangeOnce();
    } else if (draw < 58 || own.isEmpty()) {
        add();
    } else if (draw < 70) {
        auto it = own.begin();
        std::advance(it, m_random.below(static_cast<std::uint32_t>(own.size())));
        change(it.key(), it.value());
    } else if (draw < 80) {
        change(m_shared, sharedNote);
    } else if (draw < 90 || m_unregistered.isEmpty()) {
        addCase();
    } else {
        registerCase();
    }
}

void Clerk::exchangeOnce()
{
    begin({s("sync")}, {},
          [this](const QJsonObject &status) {
              if (status.value(s("unsent")).toInt() > 0)
                  return;
              ++exchanges;
              emit exchanged();
          },
          {0, 1, 7});
}

void Clerk::add()
{
    QStringList texts;
    QByteArrayList input;
    for (int i = 0; i < linesAtOnce; ++i) {
        texts += freshText();
        input += line({{s("received_at"), s("2026-03-02T09:00:00+08:00")},
                       {s("channel"), s("WINDOW_T")},
                       {s("category"), s("01")},
                       {s("heads"), 1},
                       {s("question"), texts.last()}});
    }
    // one answer a line, in their order
    begin({s("add"), s("consultation")}, input,
          [this, texts](const QJsonObject &saved) mutable {
              own.insert(saved.value(s("id")).toString(), {{texts.takeFirst()}, 0});
          },
          {0});
}

void Clerk::change(const QString &id, Note &note)
{
    note.attempted += freshText();
    const int index = static_cast<int>(note.attempted.size()) - 1;
    begin({s("set"), id}, {line({{s("question"), note.attempted.last()}})},
          [&note, index](const QJsonObject &) { note.saved = index; }, {0});
}

void Clerk::addCase()
{
    const QJsonArray parties{
        QJsonObject{{s("kind"), s("party")}, {s("type"), s("NATURAL")}, {s("role"), s("APPLICANT")}, {s("name"), freshText()}},
        QJsonObject{
            {s("kind"), s("party")}, {s("type"), s("NATURAL")}, {s("role"), s("RESPONDENT")}, {s("name"), freshText()}}};
    begin({s("add"), s("mediation")},
          {line({{s("source"), s("10")},
                 {s("dispute_type"), s("02")},
                 {s("place_text"), freshText()},
                 {s("facts"), freshText()},
                 {s("claims"), freshText()},
                 {s("occurred_on"), s("2026-01-05")},
                 {s("received_at"), s("2026-01-06T09:00:00+08:00")},
                 {s("people_involved"), 2},
                 {s("committee_id"), s(committee)},
                 {s("children"), parties}})},
          [this](const QJsonObject &saved) {
              cases += saved.value(s("id")).toString();
              m_unregistered += cases.last();
          },
          {0});
}

// Refused is a step that an earlier process took before it could say so.
void Clerk::registerCase()
{
    const QString id = m_unregistered.takeFirst();
    begin({s("move"), id, s("register")}, {},
          [this, id](const QJsonObject &saved) {
              if (saved.contains(s("number")))
                  registeredNumber.insert(id, saved.value(s("number")).toString());
          },
          {0, 1});
}

void Clerk::begin(const QStringList &call, QByteArrayList input, std::function<void(const QJsonObject &)> each,
                  const QList<int> &exits)
{
    m_call = call.join(u' ');
    m_each = std::move(each);
    m_exits = exits;
    m_killed = false;
    m_process = m_cli.start(call);
    connect(m_process.get(), &QProcess::readyReadStandardOutput, this, &Clerk::readLines);
    connect(m_process.get(), &QProcess::finished, this, &Clerk::ended);
    m_input = std::move(input);
    giveLine();
    if (m_random.below(killedOneIn) == 0) {
        QTimer::singleShot(static_cast<int>(m_random.below(longestLifeMs)), m_process.get(), [this, process = m_process.get()] {
            if (process == m_process.get())
                kill();
        });
    }
}

bool Clerk::kill()
{
    if (m_killed || !m_process || m_process->state() != QProcess::Running)
        return false;
    m_killed = true;
    m_process->kill();
    return true;
}

// The next one only when the one before was answered: so it is known what a process is at.
void Clerk::giveLine()
{
    if (!m_input.isEmpty())
        m_process->write(m_input.takeFirst());
    if (m_input.isEmpty())
        m_process->closeWriteChannel();
}

// Half a line is nothing that anybody was told.
void Clerk::readLines()
{
    while (m_process->canReadLine()) {
        const QJsonDocument document = QJsonDocument::fromJson(m_process->readLine());
        if (!document.isObject())
            continue;
        m_each(document.object());
        if (m_input.isEmpty())
            continue;
        giveLine();
        emit saving();
    }
}

void Clerk::ended()
{
    m_process->setReadChannel(QProcess::StandardOutput);
    readLines();
    const QString error = QString::fromUtf8(m_process->readAllStandardError());
    const bool isNormal = m_process->exitStatus() == QProcess::NormalExit;
    if (m_killed && !isNormal)
        ++kills;
    else if (!isNormal || !m_exits.contains(m_process->exitCode()))
        faults += QStringLiteral("%1: %2 ended with %3: %4").arg(name(), m_call).arg(m_process->exitCode()).arg(error);
    if (error.contains(s("SE-13")))
        faults += QStringLiteral("%1: %2").arg(name(), error);
    m_process.release()->deleteLater(); // we are in its signal
    QTimer::singleShot(0, this, [this] { next(); });
}

} // namespace yizhan
