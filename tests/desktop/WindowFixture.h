// SPDX-License-Identifier: GPL-3.0-or-later
// The real window on a real store: unlocked by typing, looked at by object names.
#pragma once

#include "app/desktop/Desk.h"
#include "app/desktop/MainWindow.h"
#include "app/desktop/Program.h"
#include "tests/support/StoreFixture.h"

#include <QLineEdit>

namespace yizhan::tests {

class WindowFixture
{
public:
    // The store must be closed: the window opens it.
    explicit WindowFixture(StoreFixture &store, const QString &language = QStringLiteral("en"), SyncHost::Parts sync = {});

    Program &program() { return *m_program; }
    MainWindow &window() { return *m_program->window(); }
    Desk &desk() { return *window().desk(); }
    bool isUnlocked() { return window().desk() != nullptr; }
    // Types the password and waits for the desk.
    bool unlock(const QString &password = StoreFixture::password());
    // Types as keys or, for what no key has, as an input method.
    static void type(QWidget *into, const QString &text);
    template <class Widget>
    Widget *find(const QString &name)
    {
        return window().findChild<Widget *>(name);
    }
    // The editor's input of a field in the form in front; the n-th row that has it.
    QWidget *input(const FieldSpec &field, int place = 0);
    // Rows of the docket in front, -1 until they are there.
    int rows();
    // As if the process had been killed: nothing is sealed, nothing said good-bye.
    void drop() { m_program.reset(); }

private:
    std::unique_ptr<Program> m_program;
};

} // namespace yizhan::tests
