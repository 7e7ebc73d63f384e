// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/translations/Checks.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace yizhan::translations {

namespace {
QString name(const Entry &entry) { return entry.context + QStringLiteral(": ") + entry.source; }

template <typename Find>
QStringList each(const Catalogue &catalogue, Find find)
{
    QStringList faults;
    for (const Entry &entry : catalogue.entries) {
        for (const QString &translation : entry.translations) {
            const QString fault = find(entry, translation);
            if (!fault.isEmpty())
                faults += name(entry) + QStringLiteral(" -> ") + translation + QStringLiteral(" [") + fault + u']';
        }
    }
    return faults;
}

const QRegularExpression &placeholder()
{
    static const QRegularExpression the(QStringLiteral("%(?:L?[1-9]|L?n)"));
    return the;
}

QStringList placeholdersOf(const QString &text)
{
    QStringList found;
    for (auto it = placeholder().globalMatch(text); it.hasNext();)
        found += it.next().captured();
    found.sort();
    return found;
}

// What may stand in Chinese as it is: names of keys and of formats, the program's own name.
bool isAllowedWord(const QString &word)
{
    static const QSet<QString> allowed{QStringLiteral("Alt"),   QStringLiteral("fields"),     QStringLiteral("Ctrl"),
                                       QStringLiteral("Shift"), QStringLiteral("Enter"),      QStringLiteral("Esc"),
                                       QStringLiteral("Caps"),  QStringLiteral("Lock"),       QStringLiteral("JSON"),
                                       QStringLiteral("json"),  QStringLiteral("UTF"),        QStringLiteral("SQLCipher"),
                                       QStringLiteral("FTS5"),  QStringLiteral("yizhan-cli"), QStringLiteral("zh"),
                                       QStringLiteral("en"),    QStringLiteral("PostgreSQL")};
    return allowed.contains(word);
}

// Calls, options, examples of conditions and codes (MT-01, CAL_ROLL, L) are not words of a language.
QString withoutCode(QString text)
{
    static const QRegularExpression code(QStringLiteral(
        R"re(yizhan-(?:cli|server)(?: [a-z]+){0,2}|chmod 600|server\.example|mediation/2026/|--leased mediation|\.key|[a-z]+(?:-[a-z]+)?(?:\|[a-z]+)+|--[a-z][a-z-]*(?: [a-z]+(?:\|[a-z]+)+)?|status (?:=|in) [^。]*|received_at desc, case_no|(?:light|dark)、(?:dark|light)|\bsystem\b|(?<![A-Za-z])[A-Z][A-Z0-9_]*(?:-[A-Z0-9]+)*(?![A-Za-z])|\(&[A-Z]\))re"));
    return text.remove(placeholder()).remove(code);
}

struct Term {
    const char *source;         // a regular expression over the English text
    const char *words;          // the Chinese that must stand there; several are separated by |
    const char *unless = "";    // a regular expression of English texts that are meant otherwise
    const char *contexts = "."; // a regular expression of the contexts in which it holds
};

constexpr Term table[] = {
    {R"(\brecovery &?key)", "恢复密钥"},
    {R"(\b(a|the|its|as a|unfinished) draft\b)", "草稿", "draft of a certificate"},
    {R"(\b(the|this|case|a|no) store\b)", "案件库"},
    {R"(\bbackup\b)", "备份"},
    {R"(\bworkstation\b)", "工作站"},
    {R"(\battachments?\b)", "附件"},
    {R"(\bdockets?\b)", "台账"},
    {R"(\bfolder\b)", "文件夹"},
    {R"(\bpassword\b)", "密码", "password-file"},
    {R"(\broles?\b)", "角色", "", "Error|Guard|Cli"},
    {R"(\baudit\b)", "审计"},
    {R"(\badministrator\b)", "管理员"},
    {R"(\bunsent\b|\bnot sent yet\b)", "待上传|未上传"},
    {R"(\bfirst responder\b)", "首问责任人"},
    {R"(\bkey project)", "重点项目"},
    {R"(\bgreen channel\b)", "绿色通道"},
    {R"(\btime limit\b|\bclock\b)", "期限", "first clock|clock differs|this clock|clock of this computer"},
    {R"(\benrolment code\b)", "入网码"},
    {R"(\bsecond factor\b)", "动态口令"},
    {R"(\bprolongation\b|\bprolonged\b)", "延长"},
    {R"(\bpauses?\b|\bpaused\b)", "暂停", "If the pause ended|time that is not counted"},
    {R"(\bprovisional aid\b)", "先行援助"},
    {R"(\bprovisional\b)", "暂定|先行|临时"},
    {R"(\bpower of attorney\b)", "授权委托书"},
    {R"(\bjudicial confirmation\b|\bto apply for confirmation\b)", "司法确认"},
    {R"(\brecheck(ed|s)?\b)", "复查"},
    {R"(\bobjection\b)", "异议"},
    {R"(\brecusal\b)", "回避"},
    {R"(\bhand-over slip\b)", "转办单"},
    {R"(\bclosing file\b)", "结案材料"},
    {R"(\bguilty.plea\b)", "认罪认罚"},
    {R"(\bmediators?\b)", "调解员"},
    {R"(\bofficer?s? approver\b|\bapprover\b)", "审批"},
    {R"(\bdo not accept\b|\bnon-acceptance\b|\bnot accepted\b)", "不予受理"},
    {R"(\bfile to archive\b)", "归档"},
    {R"(\bcommittee's?\b)", "调委会|村居委会", "^Every committee"},
    {R"(\brestricted case\b)", "限制查阅"},
    {R"(\blocks? (now|in)\b|\bthe window locks\b)", "锁定"},
};
} // namespace

QStringList unfinished(const Catalogue &catalogue, int pluralForms)
{
    QStringList faults;
    for (const Entry &entry : catalogue.entries) {
        const bool empty = std::any_of(entry.translations.begin(), entry.translations.end(),
                                       [](const QString &t) { return t.trimmed().isEmpty(); });
        const qsizetype wanted = entry.plural ? pluralForms : 1;
        if (!entry.finished || empty || entry.translations.size() != wanted)
            faults += name(entry);
    }
    return faults;
}

QStringList placeholders(const Catalogue &catalogue)
{
    static const QRegularExpression key(QStringLiteral("&\\w"));
    static const QRegularExpression chineseKey(QStringLiteral("\\(&[A-Z]\\)$")); // the letter may be another one
    return each(catalogue, [](const Entry &entry, const QString &translation) {
        if (placeholdersOf(entry.source) != placeholdersOf(translation))
            return QStringLiteral("placeholders");
        if (entry.source.contains(key) ? !translation.contains(chineseKey) : translation.contains(u'&'))
            return QStringLiteral("key after &");
        return QString();
    });
}

QStringList latinWords(const Catalogue &catalogue)
{
    static const QRegularExpression word(QStringLiteral("[A-Za-z][A-Za-z0-9_-]*"));
    // A word to be typed as it is, such as “help”; the English names it too.
    static const QRegularExpression typed(QStringLiteral("“([a-z]+(?: [a-z]+)?)”"));
    return each(catalogue, [](const Entry &entry, QString translation) {
        for (auto it = typed.globalMatch(QString(translation)); it.hasNext();) {
            const QRegularExpressionMatch quoted = it.next();
            if (entry.source.contains(quoted.captured(1)))
                translation.remove(quoted.captured());
        }
        for (auto it = word.globalMatch(withoutCode(translation)); it.hasNext();) {
            const QString found = it.next().captured();
            if (!isAllowedWord(found) || !entry.source.contains(found))
                return found;
        }
        return QString();
    });
}

QStringList punctuation(const Catalogue &catalogue)
{
    static const QRegularExpression halfWidth(
        QStringLiteral("[\\x{4e00}-\\x{9fff}][,;:?!.\"]|[,;:?!\"][\\x{4e00}-\\x{9fff}]|\\([^&]*[\\x{4e00}-\\x{9fff}]"));
    static const QRegularExpression form(
        QStringLiteral("^[A-Z]+(?::|\\.\\.)[A-Z]+$")); // HOST:PORT is typed with its half-width mark
    return each(catalogue, [](const Entry &entry, const QString &translation) {
        if (!form.match(entry.source).hasMatch() && halfWidth.match(translation).hasMatch())
            return QStringLiteral("half-width mark");
        if (translation.contains(u'你'))
            return QStringLiteral("你");
        if (entry.context == QLatin1String("Field") || entry.context == QLatin1String("Words"))
            return QString();
        if (entry.source.endsWith(u'.') != translation.endsWith(u'。'))
            return QStringLiteral("full stop");
        if (entry.source.endsWith(u'…') != translation.endsWith(u'…'))
            return QStringLiteral("…");
        return QString();
    });
}

QStringList terms(const Catalogue &catalogue)
{
    QStringList faults;
    for (const Term &term : table) {
        const auto pattern = [](const char *text) {
            return QRegularExpression(QString::fromUtf8(text), QRegularExpression::CaseInsensitiveOption);
        };
        const QRegularExpression source = pattern(term.source);
        const QRegularExpression unless = pattern(*term.unless ? term.unless : "(?!)");
        const QRegularExpression contexts = pattern(term.contexts);
        const QStringList words = QString::fromUtf8(term.words).split(u'|');
        faults += each(catalogue, [&](const Entry &entry, const QString &translation) {
            if (!contexts.match(entry.context).hasMatch() || !source.match(entry.source).hasMatch()
                || unless.match(entry.source).hasMatch())
                return QString();
            const bool found = std::any_of(words.begin(), words.end(),
                                           [&](const QString &word) { return translation.contains(word); });
            return found ? QString() : QString::fromUtf8(term.words);
        });
    }
    return faults;
}

QStringList missing(const Catalogue &catalogue, const QList<Text> &wanted)
{
    QSet<QString> known;
    for (const Entry &entry : catalogue.entries) {
        known += entry.context + u'\n' + entry.source;
        known += u'\n' + entry.source;
    }
    QStringList faults;
    for (const Text &text : wanted) {
        if (!known.contains(text.context + u'\n' + text.source))
            faults += text.where + QStringLiteral(" wants ") + text.context + QStringLiteral(": ") + text.source;
    }
    faults.removeDuplicates();
    return faults;
}

} // namespace yizhan::translations
