// SPDX-License-Identifier: GPL-3.0-or-later
// The kinds of records and their numbers on the wire. A number is never reused.
#pragma once

#include <cstdint>

namespace yizhan {

enum class Kind : std::uint16_t {
    None = 0,
    // roots: what a docket lists
    Mediation = 1,
    LegalAid = 2,
    DutyHelp = 3, // guilty-plea and duty-lawyer help register
    Notary = 4,   // one application (办件); its certificates are children
    Consultation = 5,
    Project = 6, // key project
    // children of a case
    Party = 20,
    Session = 21, // mediation, remote mediation, interview, questioning
    Agreement = 22,
    AgreementTerm = 23, // child of an agreement
    FollowUp = 24,
    Task = 25,
    Note = 26,
    Attachment = 27,
    Referral = 28,
    Assignment = 29,
    Timer = 30,
    TimerPause = 31,     // child of a timer
    TimerExtension = 32, // child of a timer
    NotaryItem = 33,     // one matter asked for in a notary application
    Certificate = 34,
    Objection = 35,
    Recheck = 36,
    Hearing = 37,
    WorkLog = 38,
    Handover = 39,
    ProjectEvent = 40,
    Document = 41, // an official paper of the file
    Conflict = 42, // a value that came too late and waits for a person; made by the server
    // the district
    Office = 60,
    Village = 61, // village or community
    Staff = 62,
    User = 63,
    Device = 64,
    Committee = 65
};

} // namespace yizhan
