// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/JsonFault.h"

#include <QCoreApplication>

namespace yizhan {

namespace {
const char *wordsFor(QJsonParseError::ParseError error)
{
    switch (error) {
    case QJsonParseError::UnterminatedObject: return QT_TRANSLATE_NOOP("Json", "an object is not closed");
    case QJsonParseError::MissingNameSeparator: return QT_TRANSLATE_NOOP("Json", "a colon is missing after a name");
    case QJsonParseError::UnterminatedArray: return QT_TRANSLATE_NOOP("Json", "a list is not closed");
    case QJsonParseError::MissingValueSeparator: return QT_TRANSLATE_NOOP("Json", "a comma is missing between two values");
    case QJsonParseError::IllegalValue: return QT_TRANSLATE_NOOP("Json", "a value is not written as JSON wants it");
    case QJsonParseError::TerminationByNumber:
    case QJsonParseError::IllegalNumber: return QT_TRANSLATE_NOOP("Json", "a number is not written as JSON wants it");
    case QJsonParseError::IllegalEscapeSequence:
        return QT_TRANSLATE_NOOP("Json", "a backslash is followed by a wrong character");
    case QJsonParseError::IllegalUTF8String: return QT_TRANSLATE_NOOP("Json", "a text is not UTF-8");
    case QJsonParseError::UnterminatedString: return QT_TRANSLATE_NOOP("Json", "a text is not closed");
    case QJsonParseError::MissingObject: return QT_TRANSLATE_NOOP("Json", "an object is expected");
    case QJsonParseError::DeepNesting: return QT_TRANSLATE_NOOP("Json", "lists and objects lie too deep in one another");
    case QJsonParseError::DocumentTooLarge: return QT_TRANSLATE_NOOP("Json", "it is too large");
    case QJsonParseError::GarbageAtEnd: return QT_TRANSLATE_NOOP("Json", "something follows after the end");
    case QJsonParseError::NoError: break;
    }
    return "";
}
} // namespace

QString jsonFaultText(const QJsonParseError &error)
{
    const char *words = wordsFor(error.error);
    return *words != '\0' ? QCoreApplication::translate("Json", words) : QString();
}

} // namespace yizhan
