// SPDX-License-Identifier: GPL-3.0-or-later
#include "translations/Translations.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

static void registerTranslations() { Q_INIT_RESOURCE(translations); }

namespace yizhan {

namespace {

// Owned by the application: they go with it.
QTranslator *translatorNamed(const QString &name)
{
    auto *found = QCoreApplication::instance()->findChild<QTranslator *>(name, Qt::FindDirectChildrenOnly);
    if (!found) {
        found = new QTranslator(QCoreApplication::instance());
        found->setObjectName(name);
    }
    return found;
}

} // namespace

void useLanguage(const QString &language)
{
    registerTranslations();
    const bool chinese = language == QLatin1String("zh");
    QLocale::setDefault(chinese ? QLocale(QLocale::Chinese, QLocale::China)
                                : QLocale(QLocale::English, QLocale::UnitedKingdom));
    QTranslator *ours = translatorNamed(QStringLiteral("yizhan"));
    QTranslator *qts = translatorNamed(QStringLiteral("qt"));
    QCoreApplication::removeTranslator(ours);
    QCoreApplication::removeTranslator(qts);
    // Qt's own words (menus of text lines, calendar); absent where the system does not ship them
    if (chinese && qts->load(QStringLiteral("qtbase_zh_CN"), QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(qts);
    const QString file = chinese ? QStringLiteral("yizhan_zh_CN") : QStringLiteral("yizhan_en");
    if (ours->load(QStringLiteral(":/i18n/") + file))
        QCoreApplication::installTranslator(ours);
}

} // namespace yizhan
