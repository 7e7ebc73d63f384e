// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/architecture/SourceText.h"

namespace yizhan::architecture {

namespace {
// Walks the source once and hands every character to the code, to the comments or to a literal.
class Cutter
{
public:
    explicit Cutter(const QString &source) : m_source(source)
    {
        m_out.code = m_out.comments = QString(source.size(), u' ');
        m_out.lines = source.split(u'\n');
        for (qsizetype i = 0; i < source.size(); ++i)
            if (source[i] == u'\n')
                m_out.code[i] = m_out.comments[i] = u'\n';
    }

    SourceText run()
    {
        while (m_at < m_source.size()) {
            if (startsWith(u"//"))
                comment(u"\n");
            else if (startsWith(u"/*"))
                comment(u"*/");
            else if (startsWith(u"R\"") && !isWord(m_at - 1 - prefixLength()))
                rawString();
            else if (m_source[m_at] == u'"')
                quoted(u'"');
            else if (m_source[m_at] == u'\'' && !isWord(m_at - 1)) // 1'000 is a number
                quoted(u'\'');
            else
                keepCode();
        }
        return m_out;
    }

private:
    bool startsWith(QStringView what) const { return QStringView(m_source).sliced(m_at).startsWith(what); }
    bool isWord(qsizetype at) const { return at >= 0 && (m_source[at].isLetterOrNumber() || m_source[at] == u'_'); }

    // Of the u8, u, U or L before the R of a raw string.
    qsizetype prefixLength() const
    {
        for (const QStringView prefix : {QStringView(u"u8"), QStringView(u"u"), QStringView(u"U"), QStringView(u"L")})
            if (QStringView(m_source).first(m_at).endsWith(prefix))
                return prefix.size();
        return 0;
    }

    int lineHere() const { return static_cast<int>(QStringView(m_source).first(m_at).count(u'\n')) + 1; }

    void keepCode()
    {
        m_out.code[m_at] = m_source[m_at];
        ++m_at;
    }

    void comment(QStringView end)
    {
        qsizetype stop = m_source.indexOf(end, m_at + 2);
        stop = stop < 0 ? m_source.size() : stop + (end == u"\n" ? 0 : end.size());
        for (; m_at < stop; ++m_at)
            if (m_source[m_at] != u'\n')
                m_out.comments[m_at] = m_source[m_at];
    }

    void quoted(QChar quote)
    {
        Literal literal{lineHere(), {}};
        keepCode();
        while (m_at < m_source.size() && m_source[m_at] != quote && m_source[m_at] != u'\n') {
            const qsizetype width = m_source[m_at] == u'\\' && m_at + 1 < m_source.size() ? 2 : 1;
            literal.text += QStringView(m_source).sliced(m_at, width);
            m_at += width;
        }
        if (m_at < m_source.size())
            keepCode();
        if (quote == u'"')
            m_out.literals += literal;
    }

    void rawString()
    {
        const int line = lineHere();
        keepCode();
        const qsizetype bracket = m_source.indexOf(u'(', m_at);
        if (bracket < 0) {
            keepCode();
            return;
        }
        const QString end = u')' + m_source.sliced(m_at + 1, bracket - m_at - 1) + u'"';
        qsizetype stop = m_source.indexOf(end, bracket);
        stop = stop < 0 ? m_source.size() : stop;
        m_out.literals += Literal{line, m_source.sliced(bracket + 1, stop - bracket - 1)};
        m_at = qMin(stop + end.size(), m_source.size());
    }

    const QString &m_source;
    SourceText m_out;
    qsizetype m_at = 0;
};
} // namespace

SourceText SourceText::read(const QString &source) { return Cutter(source).run(); }

int SourceText::lineAt(qsizetype offset) const { return static_cast<int>(QStringView(code).first(offset).count(u'\n')) + 1; }

QStringList argumentsOf(const QString &code, qsizetype open)
{
    QStringList arguments;
    QString argument;
    int depth = 0;
    int angles = 0;
    for (qsizetype i = open; i < code.size(); ++i) {
        const QChar c = code[i];
        if (c == u'(' || c == u'[' || c == u'{') {
            if (++depth == 1)
                continue;
        } else if (c == u')' || c == u']' || c == u'}') {
            if (--depth == 0) {
                if (!argument.trimmed().isEmpty())
                    arguments += argument.trimmed();
                return arguments;
            }
        } else if (c == u'<' && i > 0 && code[i - 1].isLetterOrNumber()) {
            ++angles;
        } else if (c == u'>' && angles > 0 && code[i - 1] != u'-') {
            --angles;
        } else if (c == u',' && depth == 1 && angles == 0) {
            arguments += argument.trimmed();
            argument.clear();
            continue;
        }
        argument += c;
    }
    return {};
}

} // namespace yizhan::architecture
