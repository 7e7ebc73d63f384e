// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/Theme.h"

#include <QApplication>
#include <QEvent>
#include <QFile>
#include <QFont>
#include <QFontDatabase>
#include <QIconEngine>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPainter>
#include <QPalette>
#include <QPixmap>
#include <QProxyStyle>
#include <QStyleOption>

static void registerWindowFiles() { Q_INIT_RESOURCE(window); }

namespace yizhan {

namespace {

Theme *theTheme = nullptr;

QByteArray readFile(const QString &name)
{
    QFile file(QStringLiteral(":/yizhan/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// Whatever the system offers first, then a font with Chinese letters, so that no name shows as boxes.
QStringList families()
{
    QStringList out;
    const QStringList known = QFontDatabase::families();
    for (const QString &name :
         {QStringLiteral("Microsoft YaHei UI"), QStringLiteral("PingFang SC"), QStringLiteral("Noto Sans CJK SC"),
          QStringLiteral("Source Han Sans SC"), QStringLiteral("WenQuanYi Micro Hei")}) {
        if (known.contains(name))
            out += name;
    }
    out += QFontDatabase::systemFont(QFontDatabase::GeneralFont).family();
    return out;
}

} // namespace

std::optional<ThemeChoice> themeFromName(const QString &name)
{
    for (const ThemeChoice choice : {ThemeChoice::System, ThemeChoice::Light, ThemeChoice::Dark}) {
        if (name == nameOf(choice))
            return choice;
    }
    return std::nullopt;
}

QString nameOf(ThemeChoice choice)
{
    switch (choice) {
    case ThemeChoice::Light: return QStringLiteral("light");
    case ThemeChoice::Dark: return QStringLiteral("dark");
    case ThemeChoice::System: break;
    }
    return QStringLiteral("system");
}

// Fusion draws the frame of a box darker than the window: nothing to be seen on dark colours.
class TickStyle final : public QProxyStyle
{
public:
    TickStyle() : QProxyStyle(QStringLiteral("Fusion")) {}
    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override
    {
        if (element != PE_IndicatorCheckBox)
            return QProxyStyle::drawPrimitive(element, option, painter, widget);
        const Theme &theme = Theme::instance();
        const bool enabled = option->state & State_Enabled;
        const bool ticked = option->state & State_On;
        const QColor ink = theme.colour(enabled ? QStringLiteral("faint") : QStringLiteral("disabled"));
        const QColor fill = theme.colour(ticked && enabled ? QStringLiteral("accent") : QStringLiteral("base"));
        const QRectF box = QRectF(option->rect).adjusted(1.5, 1.5, -1.5, -1.5);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing, false);
        painter->setPen(ink);
        painter->setBrush(fill);
        painter->drawRect(box.toRect());
        if (ticked) {
            painter->setRenderHint(QPainter::Antialiasing);
            painter->setPen(QPen(enabled ? theme.colour(QStringLiteral("on_accent")) : ink, box.width() / 7));
            const auto at = [&box](qreal x, qreal y) { return box.topLeft() + QPointF(x * box.width(), y * box.height()); };
            const QPointF tick[] = {at(0.22, 0.52), at(0.43, 0.74), at(0.8, 0.3)};
            painter->drawPolyline(tick, 3);
        }
        painter->restore();
    }
};

Theme::Theme(QApplication &application) : m_application(application)
{
    registerWindowFiles();
    theTheme = this;
    m_dark = systemIsDark(); // before a palette of our own hides the system's
    QApplication::setStyle(new TickStyle);
    m_application.installEventFilter(this);
    apply();
}

Theme &Theme::instance()
{
    Q_ASSERT(theTheme);
    return *theTheme;
}

bool Theme::systemIsDark() const
{
    const QPalette palette = QApplication::palette();
    return palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness();
}

void Theme::setChoice(ThemeChoice choice)
{
    m_choice = choice;
    apply();
}

void Theme::setFontSize(int points)
{
    m_points = std::clamp(points, smallestFont, largestFont);
    apply();
}

QColor Theme::colour(const QString &name) const { return m_colours.value(name); }

QColor Theme::textOf(ColourBand band) const
{
    switch (band) {
    case ColourBand::Green: return colour(QStringLiteral("green"));
    case ColourBand::Yellow: return colour(QStringLiteral("yellow"));
    case ColourBand::Orange: return colour(QStringLiteral("orange"));
    case ColourBand::Red: return colour(QStringLiteral("red"));
    case ColourBand::Plain: break;
    }
    return colour(QStringLiteral("text"));
}

QColor Theme::fillOf(ColourBand band) const
{
    switch (band) {
    case ColourBand::Yellow: return colour(QStringLiteral("yellow_fill"));
    case ColourBand::Orange: return colour(QStringLiteral("orange_fill"));
    case ColourBand::Red: return colour(QStringLiteral("red_fill"));
    case ColourBand::Green:
    case ColourBand::Plain: break;
    }
    return {};
}

// Draws the picture in the text colour of the moment, so that a change of theme reaches icons that are already in place.
class TintedIcon final : public QIconEngine
{
public:
    explicit TintedIcon(QString name) : m_name(std::move(name)) {}
    QIconEngine *clone() const override { return new TintedIcon(m_name); }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State) override
    {
        const Theme &theme = Theme::instance();
        const QColor ink = theme.colour(mode == QIcon::Disabled ? QStringLiteral("faint") : QStringLiteral("text"));
        QByteArray svg = readFile(QStringLiteral("icons/%1.svg").arg(m_name));
        svg.replace("#000000", ink.name().toLatin1());
        const int side = std::min(size.width(), size.height());
        for (const char *dimension : {"width", "height"})
            svg.replace(QByteArray(dimension) + "=\"24\"", QByteArray(dimension) + "=\"" + QByteArray::number(side) + '"');
        QPixmap picture;
        picture.loadFromData(svg, "SVG"); // stays empty where the plug-in is missing: the words beside it say the same
        return picture;
    }
    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        const qreal ratio = painter->device()->devicePixelRatio();
        QPixmap picture = pixmap(rect.size() * ratio, mode, state);
        picture.setDevicePixelRatio(ratio);
        const QSize size = (QSizeF(picture.size()) / ratio).toSize();
        painter->drawPixmap(rect.x() + (rect.width() - size.width()) / 2, rect.y() + (rect.height() - size.height()) / 2,
                            picture);
    }

private:
    QString m_name;
};

QIcon Theme::icon(const QString &name) const { return QIcon(new TintedIcon(name)); }

void Theme::apply()
{
    m_applying = true;
    if (m_choice != ThemeChoice::System)
        m_dark = m_choice == ThemeChoice::Dark;
    const QJsonObject colours = QJsonDocument::fromJson(
                                    readFile(m_dark ? QStringLiteral("themes/dark.json") : QStringLiteral("themes/light.json")))
                                    .object();
    m_colours.clear();
    for (auto it = colours.begin(); it != colours.end(); ++it)
        m_colours.insert(it.key(), QColor(it.value().toString()));

    QPalette palette;
    const auto set = [&](QPalette::ColorRole role, const char *name) { palette.setColor(role, colour(QLatin1String(name))); };
    set(QPalette::Window, "window");
    set(QPalette::WindowText, "text");
    set(QPalette::Base, "base");
    set(QPalette::AlternateBase, "alternate");
    set(QPalette::Text, "text");
    set(QPalette::Button, "window");
    set(QPalette::ButtonText, "text");
    set(QPalette::BrightText, "error");
    set(QPalette::Highlight, "accent");
    set(QPalette::HighlightedText, "on_accent");
    set(QPalette::Link, "accent");
    set(QPalette::ToolTipBase, "base");
    set(QPalette::ToolTipText, "text");
    set(QPalette::PlaceholderText, "faint");
    set(QPalette::Mid, "border");
    QApplication::setPalette(palette);

    QFont font;
    font.setFamilies(families());
    font.setPointSize(m_points);
    QApplication::setFont(font);

    QString sheet = QString::fromUtf8(readFile(QStringLiteral("themes/window.qss")));
    QStringList names = m_colours.keys();
    std::sort(names.begin(), names.end(), [](const QString &a, const QString &b) { return a.size() > b.size(); });
    for (const QString &name : names) // longest first: @error_fill before @error
        sheet.replace(u'@' + name, m_colours.value(name).name());
    m_application.setStyleSheet(sheet);
    m_applying = false;
    emit changed();
}

bool Theme::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ThemeChange && m_choice == ThemeChoice::System && !m_applying) {
        QApplication::setPalette(QPalette()); // what the system says now
        const bool dark = systemIsDark();
        if (dark != m_dark) {
            m_dark = dark;
            apply();
        }
    }
    return QObject::eventFilter(watched, event);
}

} // namespace yizhan
