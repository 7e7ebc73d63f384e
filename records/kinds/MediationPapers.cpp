// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/kinds/MediationPapers.h"

#include "records/kinds/CaseFacts.h"
#include "records/kinds/Mediation.h"

namespace yizhan::mediation {

namespace {
// How a case ended decides what its file must hold.
enum class Ending : std::uint8_t { Written = 1, Oral = 2, Failed = 4, Withdrawn = 8, NotAccepted = 16 };

Ending endingOf(const Record &record)
{
    const QString result = record.get(outcome);
    if (result == QLatin1String("SUCCESS"))
        return record.get(agreementForm) == QLatin1String("ORAL") ? Ending::Oral : Ending::Written;
    if (result == QLatin1String("WITHDRAW"))
        return Ending::Withdrawn;
    return result.isEmpty() ? Ending::NotAccepted : Ending::Failed;
}

constexpr unsigned any(std::initializer_list<Ending> endings)
{
    unsigned set = 0;
    for (const Ending one : endings)
        set |= static_cast<unsigned>(one);
    return set;
}

constexpr unsigned written = any({Ending::Written});
constexpr unsigned talked = any({Ending::Written, Ending::Failed});

bool isWanted(const GuardContext &context, unsigned endings)
{
    return (static_cast<unsigned>(endingOf(context.record)) & endings) != 0;
}

bool has(const GuardContext &context, const char *form)
{
    return caseFacts::hasPaper(context.file, papers, form);
}
} // namespace

constexpr std::array<Guard, 11> archivePapers{{
    {"paper-MT-01", QT_TRANSLATE_NOOP("Guard", "The cover (MT-01) is in the file."), [](const GuardContext &c) { return !isWanted(c, written) || has(c, "MT-01"); }},
    {"paper-MT-02", QT_TRANSLATE_NOOP("Guard", "The list of contents (MT-02) is in the file."), [](const GuardContext &c) { return !isWanted(c, written) || has(c, "MT-02"); }},
    {"paper-application", QT_TRANSLATE_NOOP("Guard", "The application (MT-03) or the register form (MT-04) is in the file."),
     [](const GuardContext &c) { return has(c, "MT-04") || (!isWanted(c, any({Ending::Oral})) && has(c, "MT-03")); }},
    {"paper-MT-05", QT_TRANSLATE_NOOP("Guard", "The notice of rights and duties (MT-05) is in the file."), [](const GuardContext &c) { return !isWanted(c, talked) || has(c, "MT-05"); }},
    {"paper-identity", QT_TRANSLATE_NOOP("Guard", "Copies of the identity papers are in the file."),
     [](const GuardContext &c) {
         return !isWanted(c, written) || caseFacts::isTicked(c.record, identityCopies) || caseFacts::hasAttachment(c.file, "IDENTITY");
     }},
    {"paper-MT-09", QT_TRANSLATE_NOOP("Guard", "The mediation record (MT-09) is in the file."), [](const GuardContext &c) { return !isWanted(c, talked) || has(c, "MT-09"); }},
    {"paper-agreement", QT_TRANSLATE_NOOP("Guard", "The agreement (MT-10), or for an oral one its register form (MT-11), is in the file."),
     [](const GuardContext &c) {
         return (!isWanted(c, written) || has(c, "MT-10")) && (!isWanted(c, any({Ending::Oral})) || has(c, "MT-11"));
     }},
    {"paper-MT-16", QT_TRANSLATE_NOOP("Guard", "The file note (MT-16) is in the file."), [](const GuardContext &c) { return !isWanted(c, written) || has(c, "MT-16"); }},
    {"paper-MT-17", QT_TRANSLATE_NOOP("Guard", "The notice of non-acceptance (MT-17) is in the file."),
     [](const GuardContext &c) { return !isWanted(c, any({Ending::NotAccepted})) || has(c, "MT-17"); }},
    {"paper-MT-18", QT_TRANSLATE_NOOP("Guard", "The notice of termination (MT-18) is in the file."),
     [](const GuardContext &c) { return !isWanted(c, any({Ending::Failed})) || has(c, "MT-18"); }},
    {"paper-MT-25", QT_TRANSLATE_NOOP("Guard", "The back cover (MT-25) is in the file."), [](const GuardContext &c) { return !isWanted(c, written) || has(c, "MT-25"); }},
}};

} // namespace yizhan::mediation
