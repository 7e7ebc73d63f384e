// SPDX-License-Identifier: GPL-3.0-or-later
// How the window looks: light or dark, letter size, icons in the colour of the text.
#pragma once

#include "records/Deadline.h"

#include <QColor>
#include <QIcon>
#include <QObject>

class QApplication;

namespace yizhan {

enum class ThemeChoice { System, Light, Dark };
std::optional<ThemeChoice> themeFromName(const QString &name); // "system", "light", "dark"
QString nameOf(ThemeChoice choice);

// One a program, made after the QApplication. GUI thread.
class Theme final : public QObject
{
    Q_OBJECT
public:
    static constexpr int smallestFont = 9; // points
    static constexpr int largestFont = 24;

    explicit Theme(QApplication &application);
    static Theme &instance(); // the one that was made

    void setChoice(ThemeChoice choice);
    ThemeChoice choice() const { return m_choice; }
    bool isDark() const { return m_dark; }
    void setFontSize(int points); // brought into the limits
    int fontSize() const { return m_points; }

    QColor colour(const QString &name) const; // a name of resources/themes/*.json
    QColor textOf(ColourBand band) const;
    QColor fillOf(ColourBand band) const;  // invalid = none
    QIcon icon(const QString &name) const; // a file of resources/icons, in the text colour; empty where SVG cannot be drawn

signals:
    void changed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void apply();
    bool systemIsDark() const;

    QApplication &m_application;
    ThemeChoice m_choice = ThemeChoice::System;
    bool m_dark = false;
    bool m_applying = false;
    int m_points = 11;
    QHash<QString, QColor> m_colours;
};

} // namespace yizhan
