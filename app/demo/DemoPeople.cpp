// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/DemoPeople.h"

#include "records/Identifier.h"

namespace yizhan {

namespace {

// The first twenty come up in about half of all names, as they do in life.
constexpr const char16_t *commonSurnames[] = {
    u"王", u"李", u"张", u"刘", u"陈", u"杨", u"赵", u"黄", u"周", u"吴",
    u"徐", u"孙", u"胡", u"朱", u"高", u"林", u"何", u"郭", u"马", u"罗",
};
// Among them the ones whose reading as a surname differs from the usual one.
constexpr const char16_t *otherSurnames[] = {
    u"梁", u"宋", u"郑", u"谢", u"韩", u"唐",   u"冯",   u"于",   u"董",   u"萧",   u"程",   u"曹",   u"袁",   u"邓",   u"许",
    u"傅", u"沈", u"曾", u"彭", u"吕", u"苏",   u"卢",   u"蒋",   u"蔡",   u"贾",   u"丁",   u"魏",   u"薛",   u"叶",   u"阎",
    u"余", u"潘", u"杜", u"戴", u"夏", u"钟",   u"汪",   u"田",   u"任",   u"姜",   u"范",   u"方",   u"石",   u"姚",   u"谭",
    u"廖", u"邹", u"熊", u"金", u"陆", u"郝",   u"孔",   u"白",   u"崔",   u"康",   u"毛",   u"邱",   u"秦",   u"江",   u"史",
    u"单", u"查", u"仇", u"解", u"朴", u"区",   u"盖",   u"乐",   u"华",   u"任",   u"燕",   u"尹",   u"翟",   u"逄",   u"缪",
    u"宓", u"晁", u"亓", u"员", u"种", u"欧阳", u"上官", u"司马", u"诸葛", u"尉迟", u"长孙", u"皇甫", u"令狐", u"慕容", u"东方",
};
constexpr const char16_t *maleGiven[] = {
    u"伟",   u"强",   u"磊",   u"军",   u"勇",   u"杰",   u"涛",   u"明",   u"超",   u"刚",
    u"平",   u"辉",   u"鹏",   u"斌",   u"波",   u"飞",   u"宇",   u"浩",   u"凯",   u"健",
    u"建国", u"建军", u"志强", u"志明", u"国强", u"海波", u"永福", u"福贵", u"德顺", u"长河",
    u"振华", u"文博", u"子轩", u"浩然", u"宇航", u"俊杰", u"天佑", u"嘉诚", u"景行", u"守信",
};
constexpr const char16_t *femaleGiven[] = {
    u"芳",   u"娜",   u"敏",   u"静",   u"丽",   u"艳",   u"娟",   u"霞",   u"秀英", u"桂兰",
    u"玉梅", u"淑珍", u"凤英", u"秀兰", u"红梅", u"雪梅", u"晓燕", u"丽华", u"海燕", u"春花",
    u"婷婷", u"思雨", u"雨涵", u"梓涵", u"欣怡", u"诗琪", u"佳慧", u"若兮", u"语嫣", u"静怡",
    u"荷",   u"薇",   u"莹",   u"倩",   u"瑶",   u"蓉",   u"岚",   u"琳",   u"洁",   u"萍",
};
// Characters that need more than the basic plane or an uncommon font; names with them must survive every path.
constexpr const char16_t *rareGiven[] = {u"㛃", u"㻉", u"䶮", u"𬱖", u"𬸚", u"𫘧", u"𬭎", u"𬬭", u"旸𬀩",
                                         u"䜣", u"堃", u"喆", u"翀",   u"彧",   u"頔", u"垚",   u"淼淼", u"骁𫘦"};
constexpr const char16_t *dottedNames[] = {
    u"阿依古丽·买买提", u"买买提·艾力",   u"古丽娜尔·吐尔逊", u"艾合买提·玉素甫",
    u"扎西·顿珠",       u"其其格·巴特尔", u"帕丽旦·阿不都",   u"努尔兰·叶尔江",
};
constexpr const char16_t *occupations[] = {
    u"务农", u"个体经营", u"企业职工", u"退休", u"建筑工人", u"外卖配送员", u"教师", u"司机",   u"护士",
    u"保安", u"家政服务", u"无业",     u"学生", u"公务员",   u"厨师",       u"电工", u"保洁员", u"装修工",
};
constexpr const char16_t *omens[] = {
    u"福", u"安", u"和", u"康", u"瑞", u"祥", u"兴", u"旺", u"昌", u"顺", u"吉", u"泰",
    u"宁", u"丰", u"裕", u"清", u"明", u"秀", u"平", u"乐", u"善", u"义", u"信", u"德",
};
constexpr const char16_t *places[] = {u"庄", u"屯", u"营", u"坨", u"楼", u"家园", u"里",
                                      u"苑", u"园", u"湾", u"井", u"桥", u"店",   u"坊"};
constexpr const char16_t *trades[] = {u"建筑工程", u"物业管理", u"商贸",     u"餐饮服务", u"物流",     u"装饰装修",
                                      u"劳务派遣", u"汽车维修", u"家政服务", u"食品加工", u"园林绿化", u"机电安装"};
constexpr const char16_t *prefixes[] = {u"130", u"131", u"132", u"135", u"136", u"137", u"138", u"139", u"150", u"151", u"152",
                                        u"156", u"158", u"159", u"176", u"177", u"180", u"185", u"186", u"189", u"199"};

// 99 stands for no province in GB/T 2260: the numbers check, and belong to nobody.
const QString inventedRegion = QStringLiteral("991234");

QString s(const char16_t *text) { return QString::fromUtf16(text); }
QString digits(Random &random, int count)
{
    QString out;
    for (int i = 0; i < count; ++i)
        out += QChar(u'0' + static_cast<int>(random.below(10)));
    return out;
}
} // namespace

DemoPeople::DemoPeople(Random &random, std::vector<DemoVillage> villages) : m_random(random), m_villages(std::move(villages)) {}

QString DemoPeople::name(bool male)
{
    if (chance(m_random, 1))
        return s(pick(m_random, dottedNames));
    const QString surname = chance(m_random, 52) ? s(pick(m_random, commonSurnames)) : s(pick(m_random, otherSurnames));
    if (chance(m_random, 2))
        return surname + s(pick(m_random, rareGiven));
    QString given = male ? s(pick(m_random, maleGiven)) : s(pick(m_random, femaleGiven));
    // Two short given names make the usual three-character name.
    if (given.size() == 1 && chance(m_random, 60))
        given += s(male ? pick(m_random, maleGiven) : pick(m_random, femaleGiven)).left(1);
    return surname + given;
}

QString DemoPeople::phone()
{
    const QString prefix = s(pick(m_random, prefixes));
    return prefix + digits(m_random, 8);
}

QString DemoPeople::idNumber(const QString &region, Day birth, bool male)
{
    const int order = static_cast<int>(m_random.below(500)) * 2 + (male ? 1 : 0);
    const QString body = region + birth.toIso().remove(u'-') + QStringLiteral("%1").arg(order, 3, 10, QLatin1Char('0'));
    return body + residentCheckCharacter(body);
}

DemoPerson DemoPeople::person(Day today, int youngest, int oldest, const QString &villageName)
{
    DemoPerson person;
    const bool male = chance(m_random, 54);
    person.gender = male ? QStringLiteral("1") : QStringLiteral("2");
    person.name = name(male);
    const int age = between(m_random, youngest, oldest);
    person.birth = today.sameDateAfterMonths(-12 * age).plus(-static_cast<int>(m_random.below(364)));
    person.ethnicity = chance(m_random, 93) ? QStringLiteral("01")
                                            : QStringLiteral("%1").arg(between(m_random, 2, 15), 2, 10, QLatin1Char('0'));
    const int document = static_cast<int>(m_random.below(1000));
    if (document < 955) {
        person.idType = QStringLiteral("111");
        person.idNo = idNumber(inventedRegion, person.birth, male);
    } else if (document < 968) {
        person.idType = QStringLiteral("121");
        person.idNo = idNumber(QStringLiteral("810000"), person.birth, male);
    } else if (document < 976) {
        person.idType = QStringLiteral("122");
        person.idNo = idNumber(QStringLiteral("830000"), person.birth, male);
    } else if (document < 986) {
        person.idType = QStringLiteral("123");
        person.idNo = chance(m_random, 50) ? QStringLiteral("H") : QStringLiteral("M");
        person.idNo += digits(m_random, 8);
    } else {
        person.idType = QStringLiteral("990"); // did not bring any
    }
    person.phone = phone();
    const QString place = villageName.isEmpty() ? pick(m_random, m_villages).name : villageName;
    person.address = place + QString::number(between(m_random, 1, 320)) + QStringLiteral("号");
    person.occupation = s(pick(m_random, occupations));
    return person;
}

DemoOrganisation DemoPeople::organisation(Day)
{
    DemoOrganisation organisation;
    organisation.name = QStringLiteral("演示");
    organisation.name += s(pick(m_random, omens));
    organisation.name += s(pick(m_random, omens));
    organisation.name += s(pick(m_random, trades));
    organisation.name += QStringLiteral("有限公司");
    static constexpr char16_t alphabet[] = u"0123456789ABCDEFGHJKLMNPQRTUWXY";
    QString body = QStringLiteral("91") + inventedRegion;
    for (int i = 0; i < 8; ++i)
        body += QChar(alphabet[m_random.below(31)]);
    // Places 9 to 17 are an organisation code: eight characters and its own check character, where the alphabet has it.
    body += organisationCheckCharacter(body.right(8));
    organisation.creditCode = body + creditCodeCheckCharacter(body);
    organisation.representative = name(chance(m_random, 70));
    organisation.phone = QStringLiteral("010-6") + digits(m_random, 7);
    organisation.address = pick(m_random, m_villages).name + QStringLiteral("工业园");
    organisation.address += QString::number(between(m_random, 1, 60)) + QStringLiteral("号");
    return organisation;
}

const DemoVillage &DemoPeople::villageOf(const QString &office)
{
    std::vector<const DemoVillage *> own;
    for (const DemoVillage &village : m_villages) {
        if (village.office == office)
            own.push_back(&village);
    }
    return own.empty() ? pick(m_random, m_villages) : *pick(m_random, own);
}

std::vector<DemoVillage> demoVillages(const QStringList &offices)
{
    constexpr int villagesInAll = 535;
    std::vector<DemoVillage> villages;
    villages.reserve(villagesInAll);
    for (int i = 0; i < villagesInAll; ++i) {
        DemoVillage village;
        village.office = offices[i % offices.size()];
        village.community = i % 3 == 2;
        const QString first = s(omens[(i / 24) % std::size(omens)]);
        const QString second = s(omens[i % std::size(omens)]);
        village.name = QStringLiteral("演示") + first + second + s(places[static_cast<std::size_t>(i / 7) % std::size(places)])
                       + (village.community ? QStringLiteral("社区") : QStringLiteral("村"));
        village.code12 = QStringLiteral("9912340%1").arg(i + 1, 5, 10, QLatin1Char('0'));
        villages.push_back(village);
    }
    return villages;
}

} // namespace yizhan
