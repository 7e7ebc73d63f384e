// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/desktop/WindowFixture.h"

#include "forms/DocketPane.h"
#include "forms/FieldCell.h"
#include "forms/RecordForm.h"

#include <QInputMethodEvent>
#include <QTest>

namespace yizhan::tests {

WindowFixture::WindowFixture(StoreFixture &store, const QString &language, SyncHost::Parts sync)
{
    Options options;
    options.folder = store.folder();
    options.language = language;
    options.theme = QStringLiteral("light");
    m_program = std::make_unique<Program>(*qApp, options, store.options(), std::move(sync));
    if (const Outcome started = m_program->start(); !started)
        qFatal("%s", qPrintable(started.error().toLog()));
    QApplication::setActiveWindow(&window());
}

bool WindowFixture::unlock(const QString &password)
{
    auto *line = find<QLineEdit>(QStringLiteral("password"));
    line->setFocus();
    type(line, password);
    QTest::keyClick(line, Qt::Key_Return);
    return QTest::qWaitFor([this] { return isUnlocked() && desk().navigation().places().back().count >= 0; }, 10'000);
}

void WindowFixture::type(QWidget *into, const QString &text)
{
    for (const QChar c : text) {
        if (c.unicode() < 128) {
            QTest::keyClick(into, c.toLatin1());
        } else {
            QInputMethodEvent event;
            event.setCommitString(c);
            QApplication::sendEvent(into, &event);
        }
    }
}

QWidget *WindowFixture::input(const FieldSpec &field, int place)
{
    RecordForm *form = desk().form();
    if (!form)
        return nullptr;
    for (FieldCell *cell : form->findChildren<FieldCell *>()) {
        if (&cell->field() == &field && place-- == 0)
            return cell->editor().input();
    }
    return nullptr;
}

int WindowFixture::rows()
{
    DocketPane *pane = desk().docket();
    return pane && pane->docket().rows().state() == RecordTableModel::State::Ready ? pane->docket().rows().rowCount() : -1;
}

} // namespace yizhan::tests
