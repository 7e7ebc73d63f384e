// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/store/ReadsFixture.h"

#include "records/kinds/Common.h"
#include "records/kinds/Mediation.h"
#include "records/kinds/Party.h"
#include "store/DerivedIndexes.h"
#include "store/RowMapper.h"
#include "store/Schema.h"

namespace yizhan::tests {

void must(const Outcome &outcome)
{
    if (!outcome)
        qFatal("%s", qPrintable(outcome.error().toLog()));
}

ReadsFixture::ReadsFixture()
{
    OpenOptions options;
    options.file = file();
    options.key = key();
    options.access = OpenOptions::Access::Create;
    m_connection = must(Connection::open(options));
    must(m_connection->execute("PRAGMA synchronous = OFF")); // no power fails here
    must(m_connection->execute(createStatements()));
    must(derived::create(*m_connection));
}

std::unique_ptr<Connection> ReadsFixture::another(OpenOptions::Access access)
{
    OpenOptions options;
    options.file = file();
    options.key = key();
    options.access = access;
    return must(Connection::open(options));
}

RecordId ReadsFixture::newId()
{
    m_now.ms += 1000;
    return RecordId::make(m_now, m_random);
}

Record ReadsFixture::rootOf(Kind kind)
{
    Record root(kind);
    root.id = newId();
    root.root = root.id;
    root.office = QStringLiteral("JO01");
    root.createdAt = root.updatedAt = m_now;
    root.createdBy = root.updatedBy = RecordId{{7}};
    return root;
}

Record ReadsFixture::childOf(const CaseFile &file, Kind kind)
{
    Record child = rootOf(kind);
    child.root = child.parent = file.root.id;
    child.office = file.root.office;
    return child;
}

CaseFile ReadsFixture::addCase(const QStringList &names, const QString &facts, const QString &caseNo)
{
    CaseFile file{rootOf(Kind::Mediation), {}};
    file.root.set(mediation::status, QStringLiteral("ACCEPTED"));
    file.root.set(mediation::facts, facts);
    file.root.set(common::receivedAt, m_now);
    file.root.set(common::caseNo, caseNo);
    for (const QString &name : names) {
        Record person = childOf(file, Kind::Party);
        person.set(party::name, name);
        file.children.push_back(person);
    }
    return add(std::move(file));
}

CaseFile ReadsFixture::add(CaseFile file)
{
    must(insertRow(*m_connection, file.root, 0));
    for (Record &child : file.children)
        must(insertRow(*m_connection, child, 0));
    must(derived::putCase(*m_connection, file, true));
    return file;
}

void ReadsFixture::rewrite(const CaseFile &file)
{
    const auto update = [this](const Record &record) {
        std::vector<int> all;
        for (std::size_t i = 0; i < record.spec().fields.size(); ++i)
            all.push_back(static_cast<int>(i));
        must(updateRow(*m_connection, record, all, 0, {}));
    };
    update(file.root);
    for (const Record &child : file.children)
        update(child);
    must(derived::putCase(*m_connection, file, false));
}

QString someName(Random &random)
{
    static const QStringList surnames =
        QStringLiteral(
            "张 王 李 赵 陈 杨 吴 刘 黄 周 徐 孙 胡 朱 高 林 何 郭 马 罗 单 查 仇 解 曾 朴 区 盖 欧阳 尉迟 长孙 司马 诸葛 㛃")
            .split(u' ');
    static const QString given = QStringLiteral("伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰红建国志海燕小晓文博宇轩梓"
                                                "涵子琪𬱖㛃𫘧玥瑄彧");
    const QList<uint> characters = given.toUcs4();
    QString name = surnames[static_cast<qsizetype>(random.below(static_cast<std::uint32_t>(surnames.size())))];
    const std::uint32_t length = 1 + random.below(2);
    for (std::uint32_t i = 0; i < length; ++i) {
        const char32_t character =
            characters[static_cast<qsizetype>(random.below(static_cast<std::uint32_t>(characters.size())))];
        name += QString::fromUcs4(&character, 1);
    }
    return name;
}

QString someFacts(Random &random)
{
    static const QStringList pieces = {QStringLiteral("双方因宅基地边界发生争执"),
                                       QStringLiteral("2024年3月5日"),
                                       QStringLiteral("借款35000元至今未还"),
                                       QStringLiteral("，"),
                                       QStringLiteral("。"),
                                       QStringLiteral("经村委会劝解无效"),
                                       QStringLiteral("车牌京A12345"),
                                       QStringLiteral("在永顺镇12号楼3单元"),
                                       QStringLiteral("（见附件）"),
                                       QStringLiteral("漏水造成损失约8000元"),
                                       QStringLiteral("要求赔偿医药费"),
                                       QStringLiteral("WiFi信号"),
                                       QStringLiteral("劳动报酬"),
                                       QStringLiteral("于１２月到期")};
    QString facts;
    const std::uint32_t count = 3 + random.below(8);
    for (std::uint32_t i = 0; i < count; ++i)
        facts += pieces[static_cast<qsizetype>(random.below(static_cast<std::uint32_t>(pieces.size())))];
    return facts;
}

} // namespace yizhan::tests
