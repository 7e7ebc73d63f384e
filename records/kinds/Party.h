// SPDX-License-Identifier: GPL-3.0-or-later
// A person or organisation of one case: its own copy; person_key links the appearances of one person.
#pragma once

#include "records/Record.h"

namespace yizhan::party {

inline constexpr const char *sectionPerson = QT_TRANSLATE_NOOP("Section", "Person");
inline constexpr const char *sectionOrganisation = QT_TRANSLATE_NOOP("Section", "Organisation");
inline constexpr const char *sectionContact = QT_TRANSLATE_NOOP("Section", "Contact");
inline constexpr const char *organisations = "LEGAL UNINC INDIVIDUAL_BIZ";

// Merge groups: a number only means something with its kind, a code only with its address.
inline constexpr std::uint8_t documentGroup = 1;
inline constexpr std::uint8_t organisationGroup = 2;
inline constexpr std::uint8_t householdGroup = 3;
inline constexpr std::uint8_t livingGroup = 4;

inline constexpr auto type = codeField(1, "type", QT_TRANSLATE_NOOP("Field", "Kind of party"), "party_type").mandatory().column(5).in(sectionPerson).titled("当事人类型");
inline constexpr auto role = codeField(2, "role", QT_TRANSLATE_NOOP("Field", "Role"), "party_role").mandatory().column(5).in(sectionPerson).titled("身份|当事人身份");
inline constexpr auto name = textField(3, "name", QT_TRANSLATE_NOOP("Field", "Name of the party")).max(120).mandatory()
    .level(Sensitivity::Personal, Mask::Name).searched(SearchAs::Name).column(8).in(sectionPerson).titled("姓名|名称|姓名或名称|当事人");
inline constexpr auto gender = codeField(4, "gender", QT_TRANSLATE_NOOP("Field", "Sex"), "gender").when(type, "NATURAL").in(sectionPerson).titled("性别").rowColumn(3);
inline constexpr auto birthDate = dayField(5, "birth_date", QT_TRANSLATE_NOOP("Field", "Date of birth")).level(Sensitivity::Personal)
    .checked(Check::NotFuture).when(type, "NATURAL").in(sectionPerson).titled("出生日期|出生年月");
inline constexpr auto ethnicity = codeField(6, "ethnicity", QT_TRANSLATE_NOOP("Field", "Ethnic group"), "ethnicity").when(type, "NATURAL")
    .level(Sensitivity::Personal).in(sectionPerson).titled("民族");
inline constexpr auto idType = codeField(7, "id_type", QT_TRANSLATE_NOOP("Field", "Identity document"), "id_doc_type").groupedAs(documentGroup)
    .when(type, "NATURAL").in(sectionPerson).titled("证件类型|证件种类");
inline constexpr auto idNo = textField(8, "id_no", QT_TRANSLATE_NOOP("Field", "Document number")).max(40).groupedAs(documentGroup)
    .level(Sensitivity::Personal, Mask::Identity).searched(SearchAs::Identity).checked(Check::Identity, &idType).when(type, "NATURAL")
    .in(sectionPerson).titled("身份证号|证件号码|身份证号码").rowColumn(10);
inline constexpr auto issuingCountry = textField(9, "issuing_country", QT_TRANSLATE_NOOP("Field", "Issued by")).max(60).groupedAs(documentGroup)
    .when(idType, "141 142").in(sectionPerson).titled("国籍|签发国");
inline constexpr auto birthReason = textField(10, "birth_reason", QT_TRANSLATE_NOOP("Field", "Differs from the document because")).max(120).when(type, "NATURAL")
    .in(sectionPerson).hinted(QT_TRANSLATE_NOOP("Hint", "Only if sex or date of birth are not those of the document number."));
inline constexpr auto orgIdType = codeField(11, "org_id_type", QT_TRANSLATE_NOOP("Field", "Kind of identifier"), "org_id_type").groupedAs(organisationGroup)
    .when(type, organisations).in(sectionOrganisation);
inline constexpr auto orgIdNo = textField(12, "org_id_no", QT_TRANSLATE_NOOP("Field", "Identifier")).max(40).groupedAs(organisationGroup)
    .searched(SearchAs::Identity).checked(Check::Organisation, &orgIdType).when(type, organisations).in(sectionOrganisation).titled("统一社会信用代码");
inline constexpr auto legalRepName = textField(13, "legal_rep_name", QT_TRANSLATE_NOOP("Field", "Legal representative")).max(60)
    .level(Sensitivity::Personal, Mask::Name).searched(SearchAs::Name).when(type, organisations).in(sectionOrganisation).titled("法定代表人|负责人");
inline constexpr auto legalRepPost = textField(14, "legal_rep_post", QT_TRANSLATE_NOOP("Field", "Post of the representative")).max(60)
    .when(type, organisations).in(sectionOrganisation).titled("职务");
inline constexpr auto occupation = textField(15, "occupation", QT_TRANSLATE_NOOP("Field", "Occupation or post")).max(60).when(type, "NATURAL").in(sectionPerson).titled("职业或职务|职业");
inline constexpr auto employer = textField(16, "employer", QT_TRANSLATE_NOOP("Field", "Employer")).max(120).when(type, "NATURAL").in(sectionPerson).titled("工作单位|单位");
inline constexpr auto education = codeField(17, "education", QT_TRANSLATE_NOOP("Field", "Education"), "education").when(type, "NATURAL").in(sectionPerson).titled("文化程度|学历");
inline constexpr auto addressHousehold = textField(18, "address_household", QT_TRANSLATE_NOOP("Field", "Registered address")).max(200).groupedAs(householdGroup)
    .level(Sensitivity::Personal, Mask::Address).in(sectionContact).titled("户籍地址|户籍所在地|住所地");
inline constexpr auto codeHousehold = textField(19, "code_household", QT_TRANSLATE_NOOP("Field", "Division code of the registered address")).max(12).groupedAs(householdGroup)
    .in(sectionContact);
inline constexpr auto addressLive = textField(20, "address_live", QT_TRANSLATE_NOOP("Field", "Address")).max(200).groupedAs(livingGroup)
    .level(Sensitivity::Personal, Mask::Address).in(sectionContact).titled("住址|现住址|通讯地址|联系地址");
inline constexpr auto codeLive = textField(21, "code_live", QT_TRANSLATE_NOOP("Field", "Division code of the address")).max(12).groupedAs(livingGroup).in(sectionContact);
inline constexpr auto phone = textField(22, "phone", QT_TRANSLATE_NOOP("Field", "Phone")).max(30).level(Sensitivity::Personal, Mask::Phone)
    .searched(SearchAs::Phone).checked(Check::Phone).in(sectionContact).titled("电话|联系电话|手机|手机号").rowColumn(7);
inline constexpr auto phone2 = textField(23, "phone2", QT_TRANSLATE_NOOP("Field", "Second phone")).max(30).level(Sensitivity::Personal, Mask::Phone)
    .searched(SearchAs::Phone).checked(Check::Phone).in(sectionContact);
inline constexpr auto applicantCategory = codeSetField(24, "applicant_category", QT_TRANSLATE_NOOP("Field", "Category of person"), "applicant_category")
    .when(type, "NATURAL").in(sectionPerson).titled("人员类别");
inline constexpr auto agentOf = refField(25, "agent_of", QT_TRANSLATE_NOOP("Field", "Acts for"), Kind::Party)
    .when(role, "STATUTORY_AGENT ENTRUSTED_AGENT LEGAL_REP GUARDIAN").in(sectionPerson);
inline constexpr auto powerOfAttorney = refField(26, "power_of_attorney", QT_TRANSLATE_NOOP("Field", "Power of attorney"), Kind::Attachment)
    .when(role, "ENTRUSTED_AGENT").in(sectionPerson);
inline constexpr auto limitedCapacity = boolField(27, "limited_capacity", QT_TRANSLATE_NOOP("Field", "Limited capacity")).when(type, "NATURAL").in(sectionPerson)
    .hinted(QT_TRANSLATE_NOOP("Hint", "An adult who cannot fully judge the own acts. Minors are known by their date of birth."));
inline constexpr auto ownIncome = boolField(28, "own_income", QT_TRANSLATE_NOOP("Field", "Lives on own labour")).when(type, "NATURAL").in(sectionPerson)
    .hinted(QT_TRANSLATE_NOOP("Hint", "From 16 on, somebody who lives mainly on own labour counts as of full capacity (Civil Code art. 18)."));
inline constexpr auto consentAt = instantField(29, "consent_pi_at", QT_TRANSLATE_NOOP("Field", "Told about personal data")).checked(Check::NotFuture).in(sectionContact)
    .hinted(QT_TRANSLATE_NOOP("Hint", "When the notice on personal data was shown or handed over."));
inline constexpr auto contactOk = boolField(30, "contact_ok", QT_TRANSLATE_NOOP("Field", "Electronic service agreed")).in(sectionContact);
inline constexpr auto invitedAs = textField(31, "capacity", QT_TRANSLATE_NOOP("Field", "Capacity of an invited person")).max(120).when(role, "INVITED WITNESS INTERPRETER").in(sectionPerson)
    .hinted(QT_TRANSLATE_NOOP("Hint", "Relative, neighbour, colleague, expert; the parties must agree (People's Mediation Law art. 20)."));
inline constexpr auto remark = textField(32, "remark", QT_TRANSLATE_NOOP("Field", "Remark")).max(200).in(sectionContact).titled("备注");

// Keyed hash of document kind and number, set by the store; empty without a number.
inline constexpr auto personKey = blobField(40, "person_key", QT_TRANSLATE_NOOP("Field", "Same person")).inIndex()
    .level(Sensitivity::Personal).computed();
// Under 18 on the day the case was received (民法典 art 17); empty without a date of birth.
inline constexpr auto isMinor = boolField(41, "is_minor", QT_TRANSLATE_NOOP("Field", "Minor")).rowColumn(3).computed();
// What a natural person could do alone on that day (民法典 arts 17-22): under 8 nothing, from 8 to 17 limited (from 16 on full when
// living on own labour), adults full; the mark of limited capacity goes before. Organisations: empty.
inline constexpr auto capacity = codeField(42, "legal_capacity", QT_TRANSLATE_NOOP("Field", "Legal capacity"), "legal_capacity").rowColumn(4).computed().in(sectionPerson);

// Sex and date of birth, where they are empty and the document number says them.
void fillFromNumber(Record &party, const RuleBook &rules, Day today);

extern const RecordSpec spec;

} // namespace yizhan::party
