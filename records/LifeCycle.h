// SPDX-License-Identifier: GPL-3.0-or-later
// The life of a record as data: states, named transitions, who may take them, what must hold, which clocks they touch.
#pragma once

#include "records/Record.h"

#include <span>

namespace yizhan {

class RuleBook;

// Who acts: a logged-in user with the roles of resources/roles.json.
struct Actor {
    RecordId user;
    QStringList roles; // codes of the list "role"
    QString office;
    bool program = false; // the program itself: may take what "system" may, nothing else
};

// What a guard may look at.
struct GuardContext {
    const CaseFile &file;
    const Record &record; // the one that moves: the root or a child of the file, inputs already filled in
    const Actor &actor;
    Instant now;
    const RuleBook &rules;
};

// A condition with a name that the refusal shows.
struct Guard {
    const char *id = "";   // "two-sides"
    const char *text = ""; // QT_TRANSLATE_NOOP("Guard", "...")
    bool (*holds)(const GuardContext &context) = nullptr;
    // Fields of the record with which whoever takes the step can make it hold: asked for along with the step's needs. Empty =
    // it rests on something else (another row, a clock, a state).
    std::span<const FieldSpec *const> asks{};
};

// What a transition does to a clock of resources/deadlines.
struct ClockEffect {
    enum class Act : std::uint8_t {
        Start,   // a new timer, from the day or instant in `from` (null = the transition's own time), if the rule's guard holds
        Restart, // cancel a running one and start afresh
        Meet,    // met at the transition's time (or at `from`)
        Cancel,  // given up
        Pause,   // from now, for `reason`
        Resume,  // ends the open pause for `reason`
        Reopen   // a met or cancelled timer runs on with its old due date
    };
    Act act = Act::Start;
    const char *rule = "";           // id, or "*" = every open clock that hangs on the record itself
    const FieldSpec *from = nullptr; // a day or instant of the record or of its root; if it is empty no clock is started
    const char *reason = "";         // code of timer_pause_reason
    // Where a new clock hangs: None = on the record that moves; a child kind = on the newest record of that kind in the case
    // (fields of `from` and of the rule's guard are then looked up there first). The other acts look on the same record, then
    // on the root, then through the whole case. Nothing found = nothing to do.
    Kind on = Kind::None;
    // A condition of its own, asked with the fields as the step leaves them; null = always.
    bool (*when)(const GuardContext &context) = nullptr;
};

// What else a transition changes, in the same transaction. Order: the inputs; needs and guards; the new state with PushReturn
// or PopReturn; the other effects as listed; the clocks.
struct Effect {
    enum class Act : std::uint8_t {
        TakeNumber, // `text` = series of resources/numbers.json, into `field` if that is empty; of the newest child of `kind`
                    // if that is given
        SetCode,    // `field` := `text` (also for Bool: "1" / "0")
        SetToday,   // `field` := the local day, unless an input of the step gives it
        SetNow,     // `field` := the instant, unless an input of the step gives it
        SetActor,   // `field` := the acting user, if empty
        ClearField,
        PushReturn, // return_state gets the state that is left on top
        PopReturn,  // takes the top off; the target state of a transition to "@return"
        EmptyReturn,
        Run, // `run` does what no row can say; keep these few. It may change any row of the case, but add none
        // Takes along another life cycle: of the transitions named in `text` (by blanks) the first that is open on the record
        // is taken by the program itself. The record: the root if `kind` is its kind (a second life cycle of the root itself is
        // fine), otherwise the newest child of that kind that the state of one of them fits. No state fits: nothing happens;
        // the state fits but a guard or need does not hold: the whole step is refused.
        Take,
        TakeEach, // as Take, once on every child of `kind` that the state of one of them fits, oldest first: all certificates
                  // of a matter
        // A new Task under the moving record: subject `text` (QT_TRANSLATE_NOOP("Task", ...)), due `days` after the day in
        // `field` (null = today). With `kind`, one for each child of that kind under the moving record whose `field` is filled.
        AddTask
    };
    Act act = Act::SetCode;
    const FieldSpec *field = nullptr;
    const char *text = "";
    void (*run)(CaseFile &file, Record &record, const GuardContext &context) = nullptr;
    Kind kind = Kind::None;
    int days = 0;                                        // AddTask
    bool (*when)(const GuardContext &context) = nullptr; // asked at this effect's turn; null = always
};

struct Transition {
    const char *name = "";  // "accept": what `move ID NAME` and the buttons use; unique within the kind
    const char *label = ""; // QT_TRANSLATE_NOOP("Transition", "Accept")
    const char *from = "";  // states separated by blanks; "" = creation
    const char *to = "";    // a state, "@return", or "@same" = the state does not change
    // Actor keys of resources/roles.json separated by blanks. "system" alone = the program itself: taken along by Effect::Take
    // or, from a state, as soon as its guards hold (dueSystemMoves), so it must have a guard.
    const char *actors = "";
    std::span<const FieldSpec *const> needs{}; // must be filled on the record, before or with the inputs
    std::span<const Guard> guards{};
    std::span<const ClockEffect> clocks{};
    std::span<const Effect> effects{};
    const char *documents = ""; // codes of form_id that belong to the step, separated by blanks
};

struct LifeCycle {
    const char *name = "";             // "mediation", "confirmation"
    const FieldSpec *status = nullptr; // the field it governs
    std::span<const Transition> transitions{};
    const char *ends = ""; // states a record may rest in for good
};

} // namespace yizhan
