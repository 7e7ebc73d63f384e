// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/architecture/Rules.h"

#include "tests/architecture/SourceText.h"

#include <QDir>
#include <QRegularExpression>
#include <utility>

namespace yizhan::architecture {

namespace {
constexpr int longestFile = 600;

QRegularExpression pattern(const char *text) { return QRegularExpression(QLatin1String(text)); }

bool isSource(const QString &path) { return path.endsWith(QLatin1String(".h")) || path.endsWith(QLatin1String(".cpp")); }
bool isBuildFile(const QString &path)
{
    return path.endsWith(QLatin1String("CMakeLists.txt")) || path.endsWith(QLatin1String(".cmake"));
}
bool isSqlFile(const QString &path) { return path.endsWith(QLatin1String(".sql")); }
bool isScript(const QString &path)
{
    return path == QLatin1String("dev") || path == QLatin1String(".ci/run") || path.endsWith(QLatin1String(".sh"))
           || path.endsWith(QLatin1String(".py"));
}
bool isIn(const QString &path, std::initializer_list<const char *> folders)
{
    return std::any_of(folders.begin(), folders.end(),
                       [&path](const char *folder) { return path.startsWith(QLatin1String(folder)); });
}
bool isProduct(const QString &path) { return !isIn(path, {"tests/", "bench/"}); }
bool maySpeakSql(const QString &path) { return isIn(path, {"sql/", "store/", "server/", "tests/", "bench/"}); }

class Inspector
{
public:
    Inspector(const Tree &tree, const Arrows &arrows) : m_tree(tree), m_arrows(arrows) {}

    QList<Breach> run()
    {
        for (auto it = m_tree.files.begin(); it != m_tree.files.end(); ++it) {
            m_path = it.key();
            m_source = SourceText::read(it.value());
            wholeFile(it.value());
            everyLine();
            if (isSource(m_path)) {
                includes();
                sqlText();
                connects();
                calls();
                comments();
            }
            if (isBuildFile(m_path))
                buildFile();
            if (m_path.endsWith(QLatin1String(".md")))
                links();
        }
        edges();
        return m_breaches;
    }

private:
    void report(int line, const char *rule, const QString &detail)
    {
        m_breaches += Breach{m_path, line, QLatin1String(rule), detail};
    }

    // no-spdx, no-purpose, too-long, sql-file
    void wholeFile(const QString &text)
    {
        const QStringList &lines = m_source.lines;
        const QString license = QStringLiteral("SPDX-License-Identifier: GPL-3.0-or-later");
        if (isSource(m_path) && lines.first() != QStringLiteral("// ") + license)
            report(1, "no-spdx", QStringLiteral("the first line is not the licence line"));
        if ((isBuildFile(m_path) || isSqlFile(m_path) || isScript(m_path)) && !lines.mid(0, 3).join(u'\n').contains(license))
            report(1, "no-spdx", QStringLiteral("no licence line among the first three"));
        if (m_path.endsWith(QLatin1String(".h")) && !lines.value(1).startsWith(QLatin1String("// ")))
            report(2, "no-purpose", QStringLiteral("a header says in its second line what it is for"));
        const bool counted = isSource(m_path) || isBuildFile(m_path) || isScript(m_path);
        const auto count = text.count(u'\n');
        if (counted && count > longestFile && !m_tree.mayBeLong.contains(m_path))
            report(0, "too-long", QStringLiteral("%1 lines").arg(count));
        if (isSqlFile(m_path) && !maySpeakSql(m_path))
            report(0, "sql-outside", QStringLiteral("an SQL file"));
    }

    // unfinished, host-name, private-path: in every text file, whatever its kind
    void everyLine()
    {
        // Spelt in pieces, so that these lines do not find themselves.
        static const QRegularExpression unfinished = pattern("\\b(TO"
                                                             "DO|FIX"
                                                             "ME|XX"
                                                             "X|HA"
                                                             "CK)\\b");
        static const QRegularExpression host = pattern("\\b(deb|snapshot|security|ftp)\\.deb"
                                                       "ian\\.org|archive\\.ub"
                                                       "untu\\.com|registry\\.np"
                                                       "mjs\\.org|\\bpy"
                                                       "pi\\.org|"
                                                       "python"
                                                       "hosted\\.org|\\bcrates\\."
                                                       "io\\b|proxy\\.go"
                                                       "lang\\.org|\\bmaven\\."
                                                       "org|\\bghcr\\."
                                                       "io\\b|\\bdocker\\."
                                                       "io\\b|"
                                                       "\\bvcpkg\\."
                                                       "io\\b");
        static const QRegularExpression place = pattern("(?<![\\w.}/])/(wo"
                                                        "rk|ro"
                                                        "ot)/|(?<![\\w.}])/ho"
                                                        "me/[a-z]|(?<![\\w.}])/Us"
                                                        "ers/\\w|[A-Z]:\\\\Us"
                                                        "ers\\\\|\\.\\./sha"
                                                        "red/|\"/t"
                                                        "mp/");
        for (int i = 0; i < m_source.lines.size(); ++i) {
            const QString &line = m_source.lines[i];
            reportMatch(i + 1, "unfinished", unfinished, line);
            reportMatch(i + 1, "host-name", host, line);
            reportMatch(i + 1, "private-path", place, line);
        }
    }

    void reportMatch(int line, const char *rule, const QRegularExpression &what, const QString &text)
    {
        const QRegularExpressionMatch match = what.match(text);
        if (match.hasMatch())
            report(line, rule, match.captured());
    }

    // include-arrow, include-spelling, qtsql-outside
    void includes()
    {
        static const QRegularExpression directive = pattern("^\\s*#\\s*include\\s*([<\"])([^>\"]+)[>\"]");
        for (int i = 0; i < m_source.lines.size(); ++i) {
            const QRegularExpressionMatch match = directive.match(m_source.lines[i]);
            if (!match.hasMatch())
                continue;
            if (match.capturedView(1) == u"\"")
                ownInclude(i + 1, match.captured(2));
            else if (match.capturedView(2).contains(u"QSql") && !maySpeakSql(m_path))
                report(i + 1, "sql-outside", match.captured(2));
        }
    }

    void ownInclude(int line, const QString &name)
    {
        static const QRegularExpression generated = pattern("^(ui_\\w+\\.h|moc_\\w+\\.cpp|\\w+\\.moc)$");
        if (generated.match(name).hasMatch())
            return;
        const QString to = m_arrows.folderOf(name);
        const QString from = m_arrows.folderOf(m_path);
        if (to.isEmpty())
            report(line, "include-spelling", QStringLiteral("%1 is not spelt from the root of the project").arg(name));
        else if (!m_arrows.allows(from, to))
            report(line, "include-arrow", QStringLiteral("%1 -> %2").arg(from.isEmpty() ? m_path : from, to));
    }

    void sqlText()
    {
        if (maySpeakSql(m_path))
            return;
        static const QRegularExpression sql(
            QStringLiteral(
                "^\\s*SELECT\\s|\\bSELECT\\s.*\\sFROM\\b|(?i:\\bselect\\s+(\\*|count\\())|(?i:\\binsert\\s+(or\\s+\\w+\\s+)?"
                "into\\s)"
                "|(?i:\\bdelete\\s+from\\s+\\w)|\\bUPDATE\\s+\\w+\\s+SET\\b|(?i:\\bcreate\\s+(unique\\s+|virtual\\s+|temp\\s+)?"
                "(table|index|trigger|view)\\s)|(?i:\\b(drop|alter)\\s+table\\s)|\\bPRAGMA\\s|\\bBEGIN\\s+IMMEDIATE\\b"
                "|\\bORDER\\s+BY\\b|\\bGROUP\\s+BY\\b"),
            QRegularExpression::DotMatchesEverythingOption);
        for (const Literal &literal : std::as_const(m_source.literals))
            if (sql.match(literal.text).hasMatch())
                report(literal.line, "sql-outside", literal.text.simplified().left(40));
    }

    // contextless: an answer to an object that may have gone
    void connects()
    {
        static const QRegularExpression call = pattern("(?<!\\w)(connect|singleShot)\\s*\\(");
        for (auto it = call.globalMatch(m_source.code); it.hasNext();) {
            const QRegularExpressionMatch match = it.next();
            const QStringList arguments = argumentsOf(m_source.code, match.capturedEnd() - 1);
            const bool timer = match.capturedView(1) == u"singleShot";
            const bool signal = arguments.value(1).contains(u'&') || arguments.value(1).startsWith(QLatin1String("SIGNAL"));
            if (timer ? arguments.size() == 2 : arguments.size() == 3 && signal)
                report(m_source.lineAt(match.capturedStart()), "contextless", match.captured(1));
        }
    }

    // future-then, nested-loop
    void calls()
    {
        static const QRegularExpression continuation = pattern("(\\.|->)\\s*(then|onFailed|onCanceled)\\s*\\(");
        static const QRegularExpression loop = pattern(
            "\\bprocessEvents\\s*\\(|\\bQEventLoop\\b|\\b\\w*([dD]ialog|[mM]enu|[bB]ox)\\w*(\\.|->)exec\\s*\\(");
        const QStringList lines = m_source.code.split(u'\n');
        for (int i = 0; i < lines.size(); ++i) {
            reportMatch(i + 1, "future-then", continuation, lines[i]);
            if (isProduct(m_path))
                reportMatch(i + 1, "nested-loop", loop, lines[i]);
        }
    }

    void comments()
    {
        static const QRegularExpression later = pattern("(?i:\\bfor n"
                                                        "ow\\b)");
        const QStringList lines = m_source.comments.split(u'\n');
        for (int i = 0; i < lines.size(); ++i)
            reportMatch(i + 1, "unfinished", later, lines[i]);
    }

    // own-target: only the helpers of cmake/ make targets, because only they record the edges
    void buildFile()
    {
        if (m_path.startsWith(QLatin1String("cmake/")) || m_path.startsWith(QLatin1String("packaging/")))
            return;
        static const QRegularExpression call = pattern(
            "^\\s*(add_library|add_executable|target_link_libraries|link_libraries)\\s*\\(");
        for (int i = 0; i < m_source.lines.size(); ++i)
            reportMatch(i + 1, "own-target", call, m_source.lines[i]);
    }

    // dead-link: a page that names a file of the project names one that exists
    void links()
    {
        static const QRegularExpression link = pattern("\\]\\(([^)#:]+)(#[^)]*)?\\)");
        for (int i = 0; i < m_source.lines.size(); ++i)
            for (auto it = link.globalMatch(m_source.lines[i]); it.hasNext();) {
                const QString target = it.next().captured(1);
                const QString path = QDir::cleanPath(m_path.section(u'/', 0, -2) + u'/' + target);
                if (!m_tree.has(path.startsWith(u'/') ? path.mid(1) : path))
                    report(i + 1, "dead-link", target);
            }
    }

    // link-arrow, qt-module, library
    void edges()
    {
        const QStringList lines = m_tree.edges.split(u'\n', Qt::SkipEmptyParts);
        m_path = QStringLiteral("architecture-edges.txt");
        for (int i = 0; i < lines.size(); ++i) {
            const QStringList sides = lines[i].split(QStringLiteral(" -> "));
            const QString from = m_arrows.folderOf(sides.first());
            const QString to = sides.value(1);
            if (from.isEmpty())
                report(i + 1, "link-arrow", QStringLiteral("%1 has no row in arrows.txt").arg(sides.first()));
            else if (to.startsWith(QLatin1String("Qt::")))
                checkEdge(i + 1, "qt-module", lines[i], m_arrows.allowsQt(from, to.mid(4)));
            else if (to.startsWith(QLatin1String("library ")))
                checkEdge(i + 1, "library", lines[i], m_arrows.allowsLibrary(from, to.mid(8)));
            else
                checkEdge(i + 1, "link-arrow", lines[i], m_arrows.allows(from, m_arrows.folderOf(to)));
        }
    }

    void checkEdge(int line, const char *rule, const QString &edge, bool allowed)
    {
        if (!allowed)
            report(line, rule, edge);
    }

    const Tree &m_tree;
    const Arrows &m_arrows;
    QString m_path;
    SourceText m_source;
    QList<Breach> m_breaches;
};
} // namespace

QString Breach::toString() const { return QStringLiteral("%1:%2 %3: %4").arg(file).arg(line).arg(rule, detail); }

QList<Breach> inspect(const Tree &tree, const Arrows &arrows) { return Inspector(tree, arrows).run(); }

} // namespace yizhan::architecture
