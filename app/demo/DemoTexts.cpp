// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/DemoTexts.h"

#include "app/demo/DemoPeople.h"

namespace yizhan::demoTexts {

namespace {

struct Story {
    const char *type;
    const char *subtype;
    const char *facts; // %1 %2 sides, %3 place, %4 amount in yuan
    const char *claims;
    int leastYuan; // 0 = not about money
    int mostYuan;
};

constexpr Story stories[] = {
    {"01", "赡养", "%1与%2系父子关系。%1年老多病，近半年%2未支付赡养费，也未上门探望，双方在%3发生争吵。",
     "要求%2每月支付赡养费并承担医药费%4元。", 800, 30000},
    {"01", "离婚财产", "%1与%2协议分手后，就%3住房内家具电器及存款%4元的分割意见不一。", "依法分割共同财产%4元。", 5000,
     300000},
    {"01", "分家析产", "%1、%2系兄弟，父母去世后就%3老宅翻建费用分担产生矛盾。", "由%2分担翻建费用%4元。", 10000, 400000},
    {"02", "排水", "%2在%3院墙外铺设排水管，雨季积水倒灌%1家南屋，墙皮脱落。", "要求改道排水并赔偿修缮费%4元。", 300, 12000},
    {"02", "噪声", "%2夜间在%3楼上练习乐器至深夜，%1家有老人患心脏病，多次劝说无果。", "要求22时后停止演奏，书面道歉。", 0, 0},
    {"02", "相邻通行", "%2在%3胡同口堆放建材，%1的三轮车无法通行，双方发生推搡。", "要求清理通道、恢复通行。", 0, 0},
    {"02", "宠物", "%2饲养的犬只在%3未拴绳，咬伤%1左小腿，花去疫苗及误工费用。", "要求赔偿医药费、误工费共%4元。", 500, 8000},
    {"03", "宅基地", "%1与%2因%3宅基地滴水檐外侧界址发生争议，双方各执旧契。", "要求按原四至确认界线。", 0, 0},
    {"03", "房屋租赁", "%2承租%1位于%3的房屋，拖欠房租及水电费%4元，且未按约搬离。", "要求支付欠费%4元并腾房。", 1500, 60000},
    {"04", "民间借贷", "%2于去年向%1借款%4元用于周转，约定年底归还，经多次催要未还。双方在%3对账无异议。",
     "要求归还借款本金%4元。", 2000, 500000},
    {"04", "装修合同", "%1委托%2装修%3房屋，工期延误四十天，卫生间防水不合格。", "要求返工并支付违约金%4元。", 1000, 50000},
    {"05", "大棚承包", "%1承包%2在%3的两栋蔬菜大棚，因供电中断菜苗受冻。", "要求减免承包费%4元。", 2000, 80000},
    {"06", "人身损害", "%1、%2在%3因言语不和互相推搡，致%1面部软组织挫伤。", "要求赔偿医药费%4元并当面道歉。", 300, 20000},
    {"07", "山林土地", "%1与%2就%3地块流转后青苗归属产生争议。", "要求补偿青苗费%4元。", 1000, 60000},
    {"08", "征地拆迁", "%3拆迁补偿款到账后，%1与%2对共有房屋补偿份额分配不能达成一致。", "要求按份分得补偿款%4元。", 50000,
     2000000},
    {"09", "环境", "%2经营的喷漆作坊在%3排放异味，%1等多户居民反映强烈。", "要求停止排放、搬离居民区。", 0, 0},
    {"10", "拖欠工资", "%1在%2务工七个月，离职后被拖欠工资%4元，双方在%3协商未果。", "要求支付拖欠工资%4元。", 3000, 90000},
    {"11", "工伤", "%1在%2车间操作机器时右手中指受伤，双方就停工留薪期待遇产生争议。", "要求支付待遇及补助金%4元。", 8000,
     180000},
    {"17", "物业服务", "%1以%3电梯长期故障为由拒交物业费，%2上门催收时发生口角。", "要求减免物业费%4元并限期修复电梯。", 600,
     15000},
    {"14", "消费", "%1在%2购买的电动车使用一月后电池鼓包，商家以人为损坏为由拒绝退换。", "要求退货并退还货款%4元。", 500,
     20000},
    {"15", "医疗", "%1认为%2诊疗告知不充分致其延误复诊，双方就后续费用产生争议。", "要求承担后续治疗费%4元。", 5000, 150000},
    {"16", "道路交通", "%1骑电动自行车与%2驾驶的小型客车在%3相撞，交管部门认定%2负主要责任。",
     "要求赔偿医疗费、误工费、车损共%4元。", 1500, 120000},
    {"12", "旅游合同", "%1报名参加%2组织的三日游，出发前行程被取消，%2只同意退还部分费用。", "要求退还旅游费用%4元。", 300,
     9000},
    {"13", "网购", "%1通过网络向%2购买家具，收货后发现开裂，%2以已签收为由拒绝退货。", "要求退货退款%4元。", 200, 9000},
    {"E1", "村务公开", "%1对%2公布的%3机动地承包账目有异议，多次要求查账。", "要求公开承包合同和收支明细。", 0, 0},
    {"E4", "信用卡", "%1因失业逾期欠款，与%2就还款期限和违约金数额协商未果。", "申请分期归还%4元。", 3000, 90000},
    {"99", "其他", "%1与%2因在%3摆放花盆占用公共空间产生口角，影响左邻右舍。", "要求移走物品，互相致歉。", 0, 0},
};

struct Ask {
    const char *category;
    const char *question;
    const char *answer;
};
constexpr Ask asks[] = {
    {"01", "与配偶长期分居，想离婚，孩子跟谁生活？", "告知离婚的两种途径和抚养权判断的主要因素，建议先行调解。"},
    {"01", "父亲去世没有遗嘱，老宅怎么办理继承？", "说明法定继承顺序和办理继承公证所需材料。"},
    {"02", "公司两个月没发工资，怎么要？", "告知可向劳动监察投诉或申请仲裁，符合条件可申请法律援助。"},
    {"02", "上班途中被车撞了算不算工伤？", "说明认定条件和申请时限，指引到人社部门申请。"},
    {"03", "借给朋友的钱到期不还，没有借条只有转账记录。", "说明证据要求和诉讼时效，建议先发催告。"},
    {"04", "租房押金房东不退怎么办？", "建议收集合同和转账记录，先申请人民调解。"},
    {"05", "征地补偿款村里一直没有发下来。", "告知查询公示的途径，指引到镇政府相关科室。"},
    {"06", "发生交通事故，对方保险公司只赔一部分。", "说明赔偿项目和计算方法，可选择调解或起诉。"},
    {"07", "手术后恢复不好，想知道医院有没有责任。", "说明可申请医疗纠纷调解和鉴定，先复印病历。"},
    {"08", "买到的家电有质量问题商家不退。", "说明七日无理由和三包规定，可拨打消费投诉电话。"},
    {"09", "楼上漏水把我家屋顶泡了，谁赔？", "告知相邻关系规定，可申请人民调解，预约了调解员。"},
    {"10", "家人被拘留了，什么时候能请律师？", "告知第一次讯问之日起即可委托律师，符合条件可申请法律援助。"},
    {"12", "孩子出国上学，出生公证要带什么材料？", "列明证件和出生证明，说明认证方式需再确认。"},
    {"13", "低保家庭打官司可以申请法律援助吗？", "说明申请条件，低保家庭免予核查经济困难状况。"},
    {"14", "调解协议签了对方不履行怎么办？", "说明协议的约束力，可在三十日内共同申请司法确认，也可以起诉。"},
    {"17", "承包地流转到期对方不交还。", "说明合同约定和登记情况，建议先由村调委会调解。"},
    {"18", "新农合和职工医保能不能重复报销？", "指引到医保经办窗口，提供地址和电话。"},
    {"99", "想了解遗嘱怎么写才有效。", "说明遗嘱的几种形式和要件，可办理遗嘱公证。"},
};

struct Civil {
    const char *cause;
    const char *matter;
    const char *kind;
    const char *facts;
    const char *requests;
    int leastYuan;
    int mostYuan;
};
constexpr Civil civils[] = {
    {"追索劳动报酬纠纷", "31-5", "MS", "%1在%2承建的工地做木工，完工后被拖欠劳动报酬，多次讨要无果。", "请求支付劳动报酬%3元。",
     3000, 80000},
    {"劳动争议", "31-5", "ZC", "%2与%1解除劳动关系未支付最后三个月工资及加班费。", "请求支付工资及加班费%3元。", 4000, 120000},
    {"工伤保险待遇纠纷", "31-7", "ZC", "%1在%2工作时从脚手架跌落致伤，已认定工伤，单位拒付待遇。", "请求支付工伤保险待遇%3元。",
     20000, 300000},
    {"赡养费纠纷", "31-4", "MS", "%1年满七十二岁，无固定收入，子女%2拒绝赡养。", "请求每月支付赡养费，合计%3元。", 3000, 40000},
    {"抚养费纠纷", "31-4", "MS", "%1由母亲抚养，父亲%2自去年起停付抚养费。", "请求支付抚养费%3元。", 3000, 60000},
    {"机动车交通事故责任纠纷", "31-7", "MS", "%1被%2驾驶的车辆撞伤致十级伤残，赔偿未达成一致。", "请求赔偿各项损失%3元。",
     20000, 400000},
    {"离婚纠纷", "31-8", "MS", "%1长期遭受%2殴打辱骂，已报警并取得告诫书。", "请求离婚并分割财产。", 0, 0},
    {"健康权纠纷", "31-7", "MS", "%1被%2打伤住院十二天，公安机关已作出处理。", "请求赔偿医疗费、误工费%3元。", 5000, 80000},
};
constexpr const char *charges[] = {"盗窃罪",
                                   "故意伤害罪",
                                   "危险驾驶罪",
                                   "诈骗罪",
                                   "寻衅滋事罪",
                                   "交通肇事罪",
                                   "帮助信息网络犯罪活动罪",
                                   "掩饰、隐瞒犯罪所得罪",
                                   "非法拘禁罪",
                                   "开设赌场罪"};

QString u(const char *text) { return QString::fromUtf8(text); }
QString yuan(std::int64_t fen)
{
    return fen % 100 == 0 ? QString::number(fen / 100) : QString::number(static_cast<double>(fen) / 100.0, 'f', 2);
}

} // namespace

std::int64_t amountFen(Random &random, int leastYuan, int mostYuan)
{
    const std::int64_t amount = between(random, leastYuan, mostYuan);
    const int shape = static_cast<int>(random.below(10));
    if (shape < 5 && amount > 1000)
        return amount / 500 * 500 * 100;
    if (shape < 8)
        return amount * 100;
    return amount * 100 + between(random, 1, 99);
}

Dispute dispute(Random &random, const QString &type, const QString &a, const QString &b, const QString &place)
{
    std::vector<const Story *> fitting;
    for (const Story &story : stories) {
        if (type == QLatin1String(story.type))
            fitting.push_back(&story);
    }
    const Story &story = fitting.empty() ? stories[std::size(stories) - 1] : *pick(random, fitting);
    Dispute out;
    if (story.mostYuan > 0)
        out.fen = amountFen(random, story.leastYuan, story.mostYuan);
    out.subtype = u(story.subtype);
    const auto filled = [&](const char *text) {
        return u(text)
            .replace(QStringLiteral("%4"), yuan(out.fen))
            .replace(QStringLiteral("%1"), a)
            .replace(QStringLiteral("%2"), b)
            .replace(QStringLiteral("%3"), place);
    };
    out.facts = filled(story.facts);
    out.claims = filled(story.claims);
    return out;
}

QString sessionRecord(Random &random, const QString &a, const QString &b)
{
    static constexpr const char *middles[] = {
        "调解员先后听取双方意见，指出各自应承担的责任。",
        "调解员结合法律规定，分析了诉讼的时间和成本，双方情绪缓和。",
        "经单独沟通，%2表示愿意作出让步，%1同意考虑。",
        "双方对基本事实没有异议，对数额仍有分歧。",
    };
    const QString middle = u(pick(random, middles)).replace(QStringLiteral("%1"), a).replace(QStringLiteral("%2"), b);
    return QStringLiteral("调解员告知双方权利义务，双方表示清楚、不申请回避。\n%1陈述诉求及理由；%2作出说明。\n")
               .replace(QStringLiteral("%1"), a)
               .replace(QStringLiteral("%2"), b)
           + middle;
}

Question question(Random &random, const QString &category)
{
    std::vector<const Ask *> fitting;
    for (const Ask &ask : asks) {
        if (category == QLatin1String(ask.category))
            fitting.push_back(&ask);
    }
    const Ask &ask = fitting.empty() ? pick(random, asks) : *pick(random, fitting);
    return {u(ask.question), u(ask.answer)};
}

AidCause civilCause(Random &random, const QString &applicant, const QString &opponent)
{
    const Civil &civil = pick(random, civils);
    AidCause out;
    out.cause = civil.cause;
    out.matter = civil.matter;
    out.kind = civil.kind;
    if (civil.mostYuan > 0)
        out.fen = amountFen(random, civil.leastYuan, civil.mostYuan);
    const auto filled = [&](const char *text) {
        return u(text)
            .replace(QStringLiteral("%3"), yuan(out.fen))
            .replace(QStringLiteral("%1"), applicant)
            .replace(QStringLiteral("%2"), opponent);
    };
    out.facts = filled(civil.facts);
    out.requests = filled(civil.requests);
    return out;
}

QString charge(Random &random) { return u(pick(random, charges)); }

} // namespace yizhan::demoTexts
