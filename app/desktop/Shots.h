// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of the key screens without a display: both languages, light and dark, three scales.
#pragma once

#include "app/desktop/Options.h"

#include <QObject>
#include <QTimer>
#include <functional>
#include <vector>

class QWidget;

namespace yizhan {

class Program;

// Starts this program once for each language, theme and scale (the scale is fixed at start). Exit code of main().
int takeAllShots(const Options &options);
// One of them: opens the store, walks through the scenes, leaves. Exit code of main().
int takeShots(Program &program, const Options &options);

// One screen: what to do, when it is ready, what it is called.
struct Scene {
    QString name;
    std::function<void()> prepare;
    std::function<bool()> isReady;
    bool popup = false; // the menu or dialog in front belongs to the picture
};

// Walks through scenes on the event loop; emits done(missed) at the end.
class SceneWalker final : public QObject
{
    Q_OBJECT
public:
    SceneWalker(std::vector<Scene> scenes, std::function<QWidget *()> window, QString prefix, QObject *parent);
    void start();

signals:
    void done(int missed); // scenes that never became ready, or could not be written

private:
    void look();
    bool take(const Scene &scene);

    std::vector<Scene> m_scenes;
    std::function<QWidget *()> m_window;
    QString m_prefix;
    std::size_t m_now = 0;
    int m_waited = 0;
    int m_settled = 0;
    int m_missed = 0;
    QTimer m_clock;
};

std::vector<Scene> keyScenes(Program &program, const QString &login, const QString &password);

} // namespace yizhan
