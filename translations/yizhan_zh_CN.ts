<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Check</name>
    <message>
        <source>%1 rows without case or parent: %2</source>
        <translation>%1条记录缺少所属案件或上级记录：%2</translation>
    </message>
    <message>
        <source>%1 rows, first %2</source>
        <translation>%1条记录，首条%2</translation>
    </message>
    <message>
        <source>%1 good, %2 missing, %3 damaged</source>
        <translation>完好%1个，缺失%2个，损坏%3个</translation>
    </message>
</context>
<context>
    <name>Cli</name>
    <message>
        <source>waiting for number</source>
        <translation>待编号</translation>
    </message>
    <message>
        <source>folder of the store</source>
        <translation>案件库所在文件夹</translation>
    </message>
    <message>
        <source>who opens it; needed if the store has several users</source>
        <translation>登录名；案件库有多个用户时必填</translation>
    </message>
    <message>
        <source>file whose first line is the password; otherwise standard input or a prompt</source>
        <translation>首行为密码的文件；未指定时由标准输入或提示输入</translation>
    </message>
    <message>
        <source>form of the answer; json is one object a line</source>
        <translation>输出格式；json 为每行一个对象</translation>
    </message>
    <message>
        <source>language of labels and messages</source>
        <translation>标签和提示的语言</translation>
    </message>
    <message>
        <source>folder with replacements of the data files (code lists, calendar, deadlines, offices)</source>
        <translation>替换数据文件的文件夹（代码表、日历、期限、机构）</translation>
    </message>
    <message>
        <source>Password of %1:</source>
        <translation>%1 的密码：</translation>
    </message>
    <message>
        <source>office of this workstation, such as JO01</source>
        <translation>本工作站所属机构，如 JO01</translation>
    </message>
    <message>
        <source>the first user&apos;s name as shown</source>
        <translation>首个用户的显示姓名</translation>
    </message>
    <message>
        <source>role of the first user; may be repeated</source>
        <translation>首个用户的角色；可重复</translation>
    </message>
    <message>
        <source>short name of this workstation, part of provisional numbers</source>
        <translation>本工作站简称，用于临时编号</translation>
    </message>
    <message>
        <source>calendar year the cases fall in; default 2025</source>
        <translation>案件所属自然年份；默认2025</translation>
    </message>
    <message>
        <source>instead of a calendar year: the twelve months up to this day</source>
        <translation>不用自然年份：截至该日的十二个月</translation>
    </message>
    <message>
        <source>cases and consultations in all, 10 to 1000000; default: a district&apos;s year</source>
        <translation>案件和咨询总数，10至1000000；默认为一个区一年的数量</translation>
    </message>
    <message>
        <source>another seed makes another district</source>
        <translation>换一个种子即生成另一个区</translation>
    </message>
    <message>
        <source>JSON lines; without it and without FIELD=VALUE words standard input</source>
        <translation>JSON 行文件；未指定且没有 字段=值 参数时读取标准输入</translation>
    </message>
    <message>
        <source>a JSON object with the step&apos;s inputs; - is standard input</source>
        <translation>该步骤所填内容的 JSON 对象；- 为标准输入</translation>
    </message>
    <message>
        <source>goes to the history</source>
        <translation>记入历史</translation>
    </message>
    <message>
        <source>only tell what stands against it</source>
        <translation>只说明有何障碍，不办理</translation>
    </message>
    <message>
        <source>why; goes to the history</source>
        <translation>原因；记入历史</translation>
    </message>
    <message>
        <source>with full personal data; needs --reason</source>
        <translation>显示完整个人信息；须同时使用 --reason</translation>
    </message>
    <message>
        <source>why; goes to the audit</source>
        <translation>原因；记入审计</translation>
    </message>
    <message>
        <source>with everything that hangs on the record</source>
        <translation>连同该记录的全部从属内容</translation>
    </message>
    <message>
        <source>such as: status in (ACCEPTED, MEDIATING) and received_at &gt;= 2026-01-01</source>
        <translation>例如：status in (ACCEPTED, MEDIATING) and received_at &gt;= 2026-01-01</translation>
    </message>
    <message>
        <source>such as: received_at desc, case_no</source>
        <translation>例如：received_at desc, case_no</translation>
    </message>
    <message>
        <source>at most so many; default 200, 0 = all</source>
        <translation>最多条数；默认200，0为全部</translation>
    </message>
    <message>
        <source>columns, separated by commas; default: those of the docket</source>
        <translation>列名，用逗号分隔；默认为台账所列各列</translation>
    </message>
    <message>
        <source>only the number of records</source>
        <translation>只显示记录数</translation>
    </message>
    <message>
        <source>at most so many; default 200</source>
        <translation>最多条数；默认200</translation>
    </message>
    <message>
        <source>a rule of the deadline table, such as NOT-ISSUE</source>
        <translation>期限表中的规则，如 NOT-ISSUE</translation>
    </message>
    <message>
        <source>CAL_ROLL, CAL_STRICT, WORK, MONTH_ROLL, MONTH_STRICT, WEEK, HOUR or HOUR_OFFICE</source>
        <translation>CAL_ROLL、CAL_STRICT、WORK、MONTH_ROLL、MONTH_STRICT、WEEK、HOUR 或 HOUR_OFFICE</translation>
    </message>
    <message>
        <source>days, weeks, months or hours of the mode</source>
        <translation>按计算方式为日、周、月或小时数</translation>
    </message>
    <message>
        <source>day of the event, YYYY-MM-DD</source>
        <translation>事件日期，YYYY-MM-DD</translation>
    </message>
    <message>
        <source>time of the event; needed by the hour modes</source>
        <translation>事件时间；按小时计算时必填</translation>
    </message>
    <message>
        <source>time that is not counted, days or instants; B empty = still open; REASON:A..B names the ground; may be repeated</source>
        <translation>不计入的时间，日期或时刻；B 为空表示尚未结束；REASON:A..B 注明事由；可重复</translation>
    </message>
    <message>
        <source>a prolongation; may be repeated</source>
        <translation>延长；可重复</translation>
    </message>
    <message>
        <source>event of the rule&apos;s outer limit</source>
        <translation>规则最长期限的起算日期</translation>
    </message>
    <message>
        <source>judge open pauses as on this day; default: today</source>
        <translation>以该日判断未结束的暂停；默认为今天</translation>
    </message>
    <message>
        <source>judge days of birth as on this day; default: today</source>
        <translation>以该日判断出生日期；默认为今天</translation>
    </message>
    <message>
        <source>file whose first line is the new password</source>
        <translation>首行为新密码的文件</translation>
    </message>
    <message>
        <source>file whose first line is the recovery key</source>
        <translation>首行为恢复密钥的文件</translation>
    </message>
    <message>
        <source>name as shown</source>
        <translation>显示姓名</translation>
    </message>
    <message>
        <source>role; may be repeated</source>
        <translation>角色；可重复</translation>
    </message>
    <message>
        <source>file whose first line is the new user&apos;s password</source>
        <translation>首行为新用户密码的文件</translation>
    </message>
    <message>
        <source>make a store, its first user and a recovery key that is shown once</source>
        <translation>新建案件库和首个用户，并显示一次恢复密钥</translation>
    </message>
    <message>
        <source>make a store with an invented district at work</source>
        <translation>新建含虚构演示数据的案件库</translation>
    </message>
    <message>
        <source>make records</source>
        <translation>新建记录</translation>
    </message>
    <message>
        <source>change fields of a record</source>
        <translation>修改记录的字段</translation>
    </message>
    <message>
        <source>take a step of the life cycle</source>
        <translation>办理一个步骤</translation>
    </message>
    <message>
        <source>take a record out of the lists; its history stays</source>
        <translation>撤销记录，不再列出；历史保留</translation>
    </message>
    <message>
        <source>print a record</source>
        <translation>显示一条记录</translation>
    </message>
    <message>
        <source>print records of a kind</source>
        <translation>列出某类记录</translation>
    </message>
    <message>
        <source>find cases by names, pinyin, numbers and texts; - reads TEXT from standard input</source>
        <translation>按姓名、拼音、号码、文字查找案件；- 由标准输入读取文字</translation>
    </message>
    <message>
        <source>print who did what</source>
        <translation>显示操作记录</translation>
    </message>
    <message>
        <source>compute a due date</source>
        <translation>计算到期日</translation>
    </message>
    <message>
        <source>check a number; - reads VALUE from standard input</source>
        <translation>校验号码；- 由标准输入读取</translation>
    </message>
    <message>
        <source>print the fields and steps of a kind</source>
        <translation>显示某类记录的字段和步骤</translation>
    </message>
    <message>
        <source>check the audit chain from the first entry to the last</source>
        <translation>从头到尾检查审计链</translation>
    </message>
    <message>
        <source>check pages, indexes, search tables, attachments and derived dates</source>
        <translation>检查数据页、索引、检索表、附件和推算日期</translation>
    </message>
    <message>
        <source>write a backup that has been opened and checked</source>
        <translation>写出备份，并打开校验</translation>
    </message>
    <message>
        <source>unpack a backup into an empty folder given with --store</source>
        <translation>将备份还原到 --store 指定的空文件夹</translation>
    </message>
    <message>
        <source>change the password</source>
        <translation>修改密码</translation>
    </message>
    <message>
        <source>set a new password with the recovery key</source>
        <translation>用恢复密钥设置新密码</translation>
    </message>
    <message>
        <source>let another person open this store</source>
        <translation>添加可打开本案件库的用户</translation>
    </message>
    <message>
        <source>print counts, sizes and what is unsent</source>
        <translation>显示记录数、大小和待上传情况</translation>
    </message>
    <message>
        <source>Demo district</source>
        <translation>演示数据</translation>
    </message>
    <message>
        <source>An invented district, twelve months up to %1: %2 mediations, %3 legal-aid cases, %4 duty-lawyer entries, %5 notary matters, %6 consultations; %7 rows in all.</source>
        <translation>演示数据（截至%1的十二个月）：人民调解%2件，法律援助%3件，值班律师法律帮助%4件，公证%5件，咨询%6件；共%7条记录。</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Parties</source>
        <translation>当事人</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>操作人</translation>
    </message>
    <message>
        <source>What</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>修改内容</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>含义</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>数据类型</translation>
    </message>
    <message>
        <source>Code list or states</source>
        <translation>代码表或状态</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>标记</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>到期日</translation>
    </message>
    <message>
        <source>Last day before it moved</source>
        <translation>顺延前末日</translation>
    </message>
    <message>
        <source>Date of the law</source>
        <translation>法定到期日</translation>
    </message>
    <message>
        <source>Provisional</source>
        <translation>暂定</translation>
    </message>
    <message>
        <source>Outer limit came first</source>
        <translation>最长期限先届满</translation>
    </message>
    <message>
        <source>Paused: used</source>
        <translation>暂停中：已用</translation>
    </message>
    <message>
        <source>Paused: left</source>
        <translation>暂停中：剩余</translation>
    </message>
    <message>
        <source>If the pause ended today</source>
        <translation>若今日恢复计算</translation>
    </message>
    <message>
        <source>valid: %1</source>
        <translation>有效：%1</translation>
    </message>
    <message>
        <source>New password:</source>
        <translation>新密码：</translation>
    </message>
    <message>
        <source>New password once more:</source>
        <translation>再次输入新密码：</translation>
    </message>
    <message>
        <source>the same password twice</source>
        <translation>两次输入相同的密码</translation>
    </message>
    <message>
        <source>The store is ready in %1 for the user %2.
Recovery key (shown only now, kept nowhere; write it down and lock it away):

    %3
</source>
        <translation>案件库已在 %1 建好，用户为 %2。
恢复密钥（仅此一次显示，不留存；请抄写在纸上并妥善锁存）：

    %3
</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>The backup was written, opened and checked: %1</source>
        <translation>备份已写出，并经打开校验：%1</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>还原</translation>
    </message>
    <message>
        <source>The backup stands in %1.</source>
        <translation>备份已还原到 %1。</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>部分</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Audit</source>
        <translation>审计</translation>
    </message>
    <message>
        <source>The audit chain is broken at entry %1 of %2.</source>
        <translation>审计链在第%1条处断开（共%2条）。</translation>
    </message>
    <message>
        <source>The audit chain holds: %1 entries.</source>
        <translation>审计链完整：共%1条。</translation>
    </message>
    <message>
        <source>The password was changed.</source>
        <translation>密码已修改。</translation>
    </message>
    <message>
        <source>Recovery key:</source>
        <translation>恢复密钥：</translation>
    </message>
    <message>
        <source>The user %1 has a new password.</source>
        <translation>用户 %1 的密码已重新设置。</translation>
    </message>
    <message>
        <source>The user %1 can now open this store.</source>
        <translation>用户 %1 现在可以打开本案件库。</translation>
    </message>
    <message>
        <source>Unsent operations</source>
        <translation>待上传操作</translation>
    </message>
    <message>
        <source>Audit entries</source>
        <translation>审计记录</translation>
    </message>
    <message>
        <source>Database, bytes</source>
        <translation>数据库（字节）</translation>
    </message>
    <message>
        <source>Attachments, bytes</source>
        <translation>附件（字节）</translation>
    </message>
    <message>
        <source>Schema version</source>
        <translation>数据格式版本</translation>
    </message>
    <message>
        <source>SQLCipher</source>
        <translation>SQLCipher</translation>
    </message>
    <message>
        <source>Last backup</source>
        <translation>最近备份</translation>
    </message>
    <message>
        <source>never</source>
        <translation>从未</translation>
    </message>
    <message>
        <source>Everywhere: --store DIR --user LOGIN --password-file FILE --format table|json|csv --lang zh|en --rules DIR</source>
        <translation>通用选项：--store 文件夹 --user 登录名 --password-file 文件 --format table|json|csv --lang zh|en --rules 文件夹</translation>
    </message>
    <message>
        <source>yizhan-cli COMMAND [WORDS] [--options]; “yizhan-cli help COMMAND” tells more.</source>
        <translation>用法：yizhan-cli 命令 [参数] [--选项]；用“yizhan-cli help 命令”查看详情。</translation>
    </message>
    <message>
        <source>FILE</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>without a line: write what is unsent into a file for the district</source>
        <translation>线路不通时，将未上传内容写入交给区级服务器的文件</translation>
    </message>
    <message>
        <source>take in the file that the district answered</source>
        <translation>读取区级服务器的答复文件</translation>
    </message>
    <message>
        <source>Written for the district: %1. Only it can read the file; take its answer in with “yizhan-cli bundle read”.</source>
        <translation>交区级服务器的交换文件已写出：%1。该文件只有区级服务器能够读取；收到回执后请用“yizhan-cli bundle read”读入。</translation>
    </message>
    <message>
        <source>The district&apos;s answer was taken in; %1 unsent.</source>
        <translation>区级服务器的回执已读入；待上传%1项。</translation>
    </message>
    <message>
        <source>DIR</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>LOGIN</source>
        <translation>登录名</translation>
    </message>
    <message>
        <source>the last option lacks its value.</source>
        <translation>最后一个选项缺少取值。</translation>
    </message>
    <message>
        <source>there is no option “%1”.</source>
        <translation>没有选项“%1”。</translation>
    </message>
    <message>
        <source>Second factor:</source>
        <translation>动态口令：</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>NAME</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>CODE</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>YYYY</source>
        <translation>年份</translation>
    </message>
    <message>
        <source>DATE</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>N</source>
        <translation>数</translation>
    </message>
    <message>
        <source>TEXT</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>CONDITION</source>
        <translation>条件</translation>
    </message>
    <message>
        <source>FIELDS</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>NAMES</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>MODE</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>HH:MM</source>
        <translation>时:分</translation>
    </message>
    <message>
        <source>A..B</source>
        <translation>起..止</translation>
    </message>
    <message>
        <source>DAYS|DATE</source>
        <translation>天数|日期</translation>
    </message>
    <message>
        <source>account at the district; default: the store&apos;s user</source>
        <translation>区级账号；默认与案件库用户相同</translation>
    </message>
    <message>
        <source>file whose first line is the password at the district; default: that of the store</source>
        <translation>首行为区级账号密码的文件；默认与案件库密码相同</translation>
    </message>
    <message>
        <source>the account has a second factor: it is asked for</source>
        <translation>账号已启用动态口令：运行时询问</translation>
    </message>
    <message>
        <source>file whose first line is the second factor</source>
        <translation>首行为动态口令的文件</translation>
    </message>
    <message>
        <source>HOST:PORT</source>
        <translation>主机:端口</translation>
    </message>
    <message>
        <source>address of the district server; port 8443 if none is named</source>
        <translation>区级服务器地址；不写端口时为 8443</translation>
    </message>
    <message>
        <source>name of this workstation, as the district lists it</source>
        <translation>本工作站在区级名册中的名称</translation>
    </message>
    <message>
        <source>file whose first line is the enrolment code; otherwise standard input or a prompt</source>
        <translation>首行为入网码的文件；未指定时由标准输入或提示输入</translation>
    </message>
    <message>
        <source>go on and exchange whenever the district has news, until the program is stopped</source>
        <translation>持续运行，区级有新内容即同步，直至程序停止</translation>
    </message>
    <message>
        <source>OFFICE</source>
        <translation>机构代码</translation>
    </message>
    <message>
        <source>the district may remove an unusual number of this office&apos;s records here; may be repeated</source>
        <translation>允许区级服务器在本机移除该机构异常数量的记录；可重复</translation>
    </message>
    <message>
        <source>KIND [FIELD=VALUE …]</source>
        <translation>类型 [字段=值 …]</translation>
    </message>
    <message>
        <source>ID [FIELD=VALUE …]</source>
        <translation>编号 [字段=值 …]</translation>
    </message>
    <message>
        <source>ID TRANSITION [FIELD=VALUE …]</source>
        <translation>编号 步骤 [字段=值 …]</translation>
    </message>
    <message>
        <source>KIND</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>id-number|uscc|phone VALUE</source>
        <translation>id-number|uscc|phone 号码</translation>
    </message>
    <message>
        <source>make this computer a workstation of a district, with a code from the administrator</source>
        <translation>凭管理员发放的入网码，将本机接入为区级服务器的工作站</translation>
    </message>
    <message>
        <source>exchange everything with the district once</source>
        <translation>与区级服务器完整同步一次</translation>
    </message>
    <message>
        <source>print what is unsent, refused and conflicting, and the last exchange</source>
        <translation>显示待上传、被退回、有争议的数量及最近一次同步时间</translation>
    </message>
    <message>
        <source>print the values before, standing and late</source>
        <translation>显示原值、现值与后到值</translation>
    </message>
    <message>
        <source>list values that came too late and work that was not taken</source>
        <translation>列出后到值和被退回的内容</translation>
    </message>
    <message>
        <source>withdrawn</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>restored</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>handed over to %1</source>
        <translation>移交至 %1</translation>
    </message>
    <message>
        <source>new record</source>
        <translation>新记录</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>案件</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>What stood against it</source>
        <translation>未采用原因</translation>
    </message>
    <message>
        <source>Late value by</source>
        <translation>后到值录入人</translation>
    </message>
    <message>
        <source>Standing value by</source>
        <translation>现值录入人</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>原值</translation>
    </message>
    <message>
        <source>Standing</source>
        <translation>当时现值</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>目前的值</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>后到值</translation>
    </message>
    <message>
        <source>Settled; the next exchange tells the district.</source>
        <translation>已处理，下次同步时上传区级服务器。</translation>
    </message>
    <message>
        <source>Entered</source>
        <translation>录入时间</translation>
    </message>
    <message>
        <source>Enrolment code:</source>
        <translation>入网码：</translation>
    </message>
    <message>
        <source>Login:</source>
        <translation>登录名：</translation>
    </message>
    <message>
        <source>This is now workstation %1 of office %2 in %3.</source>
        <translation>本机现为%3 %2 的%1号工作站。</translation>
    </message>
    <message>
        <source>Recovery key of the store in %1 (shown only now, kept nowhere; write it down and lock it away):

    %2
</source>
        <translation>%1 中案件库的恢复密钥（仅此一次显示，不留存；请抄写在纸上并妥善锁存）：

    %2
</translation>
    </message>
    <message>
        <source>“yizhan-cli sync” brings the records of the office.</source>
        <translation>用“yizhan-cli sync”取得本机构的记录。</translation>
    </message>
    <message>
        <source>text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>long text</source>
        <translation>长文字</translation>
    </message>
    <message>
        <source>code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>codes</source>
        <translation>多个代码</translation>
    </message>
    <message>
        <source>yes/no</source>
        <translation>是/否</translation>
    </message>
    <message>
        <source>number</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>money</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>instant</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>reference</source>
        <translation>引用</translation>
    </message>
    <message>
        <source>bytes</source>
        <translation>字节</translation>
    </message>
    <message>
        <source>required</source>
        <translation>必填</translation>
    </message>
    <message>
        <source>computed</source>
        <translation>自动计算</translation>
    </message>
    <message>
        <source>by step</source>
        <translation>随步骤</translation>
    </message>
    <message>
        <source>personal</source>
        <translation>个人信息</translation>
    </message>
    <message>
        <source>step</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>TRANSITION</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>Basis</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>VALUE</source>
        <translation>号码</translation>
    </message>
    <message>
        <source>Pages of the database</source>
        <translation>数据页</translation>
    </message>
    <message>
        <source>Rows and their cases</source>
        <translation>记录与所属案件</translation>
    </message>
    <message>
        <source>Indexes of the lists</source>
        <translation>台账索引</translation>
    </message>
    <message>
        <source>Computed dates and names</source>
        <translation>推算日期和名称</translation>
    </message>
    <message>
        <source>Search tables</source>
        <translation>检索表</translation>
    </message>
    <message>
        <source>Attachments</source>
        <translation>附件</translation>
    </message>
    <message>
        <source>good</source>
        <translation>完好</translation>
    </message>
    <message>
        <source>BROKEN</source>
        <translation>损坏</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>不详</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>District</source>
        <translation>区</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>Workstation</source>
        <translation>工作站</translation>
    </message>
    <message>
        <source>Unsent</source>
        <translation>待上传</translation>
    </message>
    <message>
        <source>Oldest unsent</source>
        <translation>最早待上传</translation>
    </message>
    <message>
        <source>Unsent for %1, which is no longer granted</source>
        <translation>待上传，但已无权访问 %1</translation>
    </message>
    <message>
        <source>Refused or conflicting</source>
        <translation>被退回或有争议</translation>
    </message>
    <message>
        <source>Open conflicts</source>
        <translation>待处理争议</translation>
    </message>
    <message>
        <source>Last complete exchange</source>
        <translation>最近一次完整同步</translation>
    </message>
    <message>
        <source>This clock minus the server&apos;s</source>
        <translation>本机时间与服务器之差</translation>
    </message>
    <message>
        <source>“yizhan-cli sync --allow-removal %1” allows it.</source>
        <translation>核实无误后，可用“yizhan-cli sync --allow-removal %1”准予移除。</translation>
    </message>
    <message>
        <source>Refused or conflicting: %1; open conflicts: %2. “yizhan-cli conflicts” lists them, “yizhan-cli settle” decides.</source>
        <translation>被退回或有争议：%1；待处理争议：%2。可用“yizhan-cli conflicts”列出，用“yizhan-cli settle”处理。</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>上传</translation>
    </message>
    <message>
        <source>Receiving</source>
        <translation>接收</translation>
    </message>
    <message>
        <source>This store does not belong to a district.</source>
        <translation>本案件库尚未接入区级服务器。</translation>
    </message>
    <message>
        <source>Exit: 0 done, 1 refused by a rule, 2 call not understood, 3 wrong password, 4 store in use, 5 damaged or newer store, 6 disk full or unreadable, 7 server not reachable</source>
        <translation>退出码：0 完成，1 规则不允许，2 命令无法识别，3 密码错误，4 案件库正在使用，5 案件库损坏或版本较新，6 磁盘已满或无法读取，7 无法连接服务器</translation>
    </message>
    <message>
        <source>CASE</source>
        <translation>案件</translation>
    </message>
    <message>
        <source>again: the case to enter it in, if its own is not here any more</source>
        <translation>“again”时，原案件已不在本机的，指定录入到哪一案件</translation>
    </message>
    <message>
        <source>ID standing|late|edit|again|dismiss [FIELD=VALUE …]</source>
        <translation>编号 standing|late|edit|again|dismiss [字段=值 …]</translation>
    </message>
    <message>
        <source>decide a conflict; again: enter once more what came back, with other values where they are given; dismiss: it is not wanted any more</source>
        <translation>处理争议；“again”将被退回的内容重新录入，可同时改正字段；“dismiss”收回，不再上传</translation>
    </message>
    <message>
        <source>print a case that a confirmed removal took away; that you looked goes to the audit</source>
        <translation>显示经确认后移除的案件；查看行为记入审计日志</translation>
    </message>
    <message>
        <source>list the cases that confirmed removals took away in the last seven days</source>
        <translation>列出最近七天内经确认后移除的案件</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>机构</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>记录数</translation>
    </message>
    <message>
        <source>Kept until</source>
        <translation>保留至</translation>
    </message>
</context>
<context>
    <name>Conflict</name>
    <message>
        <source>Decided after a conflict</source>
        <translation>处理争议后决定</translation>
    </message>
</context>
<context>
    <name>Conflicts</name>
    <message>
        <source>Record of an unknown kind</source>
        <translation>未知类型的记录</translation>
    </message>
    <message>
        <source>The entry was made in the office that had the case before; by the time it arrived the case had been handed over.</source>
        <translation>这条内容是原承办所录入的，送到时案件已经移交。</translation>
    </message>
    <message>
        <source>By the time the entry arrived the record had been withdrawn.</source>
        <translation>这条内容送到时，记录已经撤销。</translation>
    </message>
    <message>
        <source>The account that made the entry may not do that.</source>
        <translation>录入人的账号没有这项权限。</translation>
    </message>
    <message>
        <source>With what stands by now the entry breaks a rule.</source>
        <translation>按现在的案情，这条内容不符合规则。</translation>
    </message>
    <message>
        <source>The record that the entry is about is no longer there.</source>
        <translation>这条内容所属的记录已不存在。</translation>
    </message>
    <message>
        <source>The entry was made with a release of the program that the server does not know.</source>
        <translation>录入这条内容的程序版本，服务器无法识别。</translation>
    </message>
    <message>
        <source>Two people changed the same thing without knowing of each other. What reached the server first stands.</source>
        <translation>两人在互不知情的情况下修改了同一处，先到达服务器的为现值。</translation>
    </message>
    <message>
        <source>New: %1</source>
        <translation>新增：%1</translation>
    </message>
    <message>
        <source>Withdrawal: %1</source>
        <translation>撤销：%1</translation>
    </message>
    <message>
        <source>Bringing back: %1</source>
        <translation>恢复：%1</translation>
    </message>
    <message>
        <source>Hand-over to another office</source>
        <translation>移交其他机构</translation>
    </message>
    <message>
        <source>This release cannot show the late entry. It is kept as it came.</source>
        <translation>当前程序版本无法显示后到的内容，已原样保存。</translation>
    </message>
    <message>
        <source>The record is withdrawn now; a value can only be entered after it has been brought back.</source>
        <translation>记录现为撤销状态，恢复后方可填写。</translation>
    </message>
    <message>
        <source>Nothing of it stands in the records. You can change it and send it again.</source>
        <translation>该内容未写入案件。可以修改后重新上传。</translation>
    </message>
    <message>
        <source>It was to go to %1.</source>
        <translation>原打算移交给%1。</translation>
    </message>
    <message>
        <source>It cannot be entered any more, but it can be read and copied here.</source>
        <translation>已不能再填入，但可以在这里查看和复制。</translation>
    </message>
    <message>
        <source>Keep the record</source>
        <translation>保留记录</translation>
    </message>
    <message>
        <source>Withdraw it now</source>
        <translation>现在撤销</translation>
    </message>
    <message>
        <source>Leave it as it is</source>
        <translation>维持原样</translation>
    </message>
    <message>
        <source>Leave it withdrawn</source>
        <translation>维持撤销</translation>
    </message>
    <message>
        <source>Bring it back now</source>
        <translation>现在恢复</translation>
    </message>
    <message>
        <source>Leave the case where it is</source>
        <translation>案件不移交</translation>
    </message>
    <message>
        <source>Hand it over to %1 now</source>
        <translation>现在移交给%1</translation>
    </message>
    <message>
        <source>Do without it</source>
        <translation>不再需要</translation>
    </message>
    <message>
        <source>Change and send again</source>
        <translation>修改后重新上传</translation>
    </message>
    <message>
        <source>Keep what stands</source>
        <translation>保留现值</translation>
    </message>
    <message>
        <source>Bring the record back, then decide</source>
        <translation>先恢复记录，再决定</translation>
    </message>
    <message>
        <source>Keep the standing value</source>
        <translation>保留现值</translation>
    </message>
    <message>
        <source>Take my value</source>
        <translation>采用我的值</translation>
    </message>
    <message>
        <source>Take the late value</source>
        <translation>采用后到值</translation>
    </message>
    <message>
        <source>Enter another value</source>
        <translation>另行填写</translation>
    </message>
    <message>
        <source>what came later cannot be read here</source>
        <translation>后到的内容在这里无法查看</translation>
    </message>
    <message>
        <source>otherwise what was entered stands nowhere</source>
        <translation>否则录入的内容无处保留</translation>
    </message>
    <message>
        <source>colleagues already work with what stands</source>
        <translation>同事已经按现状在办</translation>
    </message>
    <message>
        <source>both are the same by now</source>
        <translation>两边现在已经相同</translation>
    </message>
    <message>
        <source>the case has gone on to another step meanwhile</source>
        <translation>案件其间已进入下一步</translation>
    </message>
    <message>
        <source>the late value is empty</source>
        <translation>后到值是空的</translation>
    </message>
    <message>
        <source>nothing stands there now</source>
        <translation>现在这一处是空的</translation>
    </message>
    <message>
        <source>it contains the standing text and more</source>
        <translation>它包含现有文字，并有补充</translation>
    </message>
    <message>
        <source>it contains the late text and more</source>
        <translation>它包含后到文字，并有补充</translation>
    </message>
    <message>
        <source>it was entered later</source>
        <translation>它录入的时间更晚</translation>
    </message>
    <message>
        <source>it was there first and colleagues may have worked with it</source>
        <translation>它先到，同事可能已据此办理</translation>
    </message>
    <message>
        <source>Enter it as a new record</source>
        <translation>作为新记录录入</translation>
    </message>
    <message>
        <source>There is no record any more that it could be entered in; it can become a new one.</source>
        <translation>原记录已不存在，无法直接录入；可以作为新记录录入。</translation>
    </message>
</context>
<context>
    <name>Docket</name>
    <message>
        <source>Mediation</source>
        <translation>人民调解</translation>
    </message>
    <message>
        <source>Legal aid</source>
        <translation>法律援助</translation>
    </message>
    <message>
        <source>Duty lawyer help</source>
        <translation>值班律师</translation>
    </message>
    <message>
        <source>Notary</source>
        <translation>公证</translation>
    </message>
    <message>
        <source>Consultations</source>
        <translation>咨询</translation>
    </message>
    <message>
        <source>Key projects</source>
        <translation>重点项目</translation>
    </message>
</context>
<context>
    <name>DocketFilter</name>
    <message>
        <source>A day or a span: 2026-11-23, 11.23, this month, last 30 days, overdue, 2026-01-01..2026-03-31, &gt;= 11.1, empty, not empty</source>
        <translation>日期或时段：2026-11-23、11.23、本月、近30天、超期、2026-01-01..2026-03-31、&gt;=11.1、空、非空</translation>
    </message>
    <message>
        <source>A number or a span: 500, 100-200, &gt;1000, empty, not empty</source>
        <translation>数字或范围：500、100-200、&gt;1000、空、非空</translation>
    </message>
    <message>
        <source>Part of a name, several separated by commas; Alt+Down lists them; empty, not empty</source>
        <translation>名称的一部分，多个用逗号分隔；按 Alt+↓ 列出全部；空、非空</translation>
    </message>
    <message>
        <source>yes or no</source>
        <translation>是或否</translation>
    </message>
    <message>
        <source>empty or not empty</source>
        <translation>空或非空</translation>
    </message>
    <message>
        <source>Part of the text; names also by pinyin initials; empty, not empty</source>
        <translation>文字的一部分；姓名可用拼音首字母；空、非空</translation>
    </message>
    <message>
        <source>Search: %1</source>
        <translation>搜索：%1</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1及其他%n项</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DueText</name>
    <message>
        <source>Mon</source>
        <translation>周一</translation>
    </message>
    <message>
        <source>Tue</source>
        <translation>周二</translation>
    </message>
    <message>
        <source>Wed</source>
        <translation>周三</translation>
    </message>
    <message>
        <source>Thu</source>
        <translation>周四</translation>
    </message>
    <message>
        <source>Fri</source>
        <translation>周五</translation>
    </message>
    <message>
        <source>Sat</source>
        <translation>周六</translation>
    </message>
    <message>
        <source>Sun</source>
        <translation>周日</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) late</source>
        <translation>
            <numerusform>超期%n天</numerusform>
        </translation>
    </message>
    <message>
        <source>today</source>
        <translation>今天到期</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>剩%n天</numerusform>
        </translation>
    </message>
    <message>
        <source>provisional</source>
        <translation>暂定</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>暂停</translation>
    </message>
</context>
<context>
    <name>Error</name>
    <message>
        <source>There is no command “%1”.</source>
        <translation>没有命令“%1”。</translation>
    </message>
    <message>
        <source>“yizhan-cli help” lists the commands.</source>
        <translation>用“yizhan-cli help”查看全部命令。</translation>
    </message>
    <message>
        <source>The call is not understood: %1</source>
        <translation>无法识别该命令：%1</translation>
    </message>
    <message>
        <source>“yizhan-cli help COMMAND” shows how it is called.</source>
        <translation>用“yizhan-cli help 命令”查看用法。</translation>
    </message>
    <message>
        <source>“%1” is missing.</source>
        <translation>缺少“%1”。</translation>
    </message>
    <message>
        <source>There is no kind of record called “%1”.</source>
        <translation>没有名为“%1”的记录类型。</translation>
    </message>
    <message>
        <source>Kinds: %2</source>
        <translation>记录类型：%2</translation>
    </message>
    <message>
        <source>“%1” has no field “%2” that can be set.</source>
        <translation>“%1”没有可以填写的字段“%2”。</translation>
    </message>
    <message>
        <source>“yizhan-cli fields %1” lists them.</source>
        <translation>用“yizhan-cli fields %1”查看字段。</translation>
    </message>
    <message>
        <source>The field “%1” holds personal data, and arguments can be seen by everybody on this computer.</source>
        <translation>字段“%1”含有个人信息，而命令行参数可能被本机其他用户看到。</translation>
    </message>
    <message>
        <source>Nothing was written.</source>
        <translation>未写入任何数据。</translation>
    </message>
    <message>
        <source>Give it as a JSON line on standard input or in a file with --file.</source>
        <translation>请以 JSON 行的形式由标准输入提供，或者用 --file 指定文件。</translation>
    </message>
    <message>
        <source>Line %1 is not a JSON object: %2</source>
        <translation>第%1行不是 JSON 对象：%2</translation>
    </message>
    <message>
        <source>Lines before it were written.</source>
        <translation>此前各行已写入。</translation>
    </message>
    <message>
        <source>No password was given.</source>
        <translation>未提供密码。</translation>
    </message>
    <message>
        <source>Use --password-file, or give it on the first line of standard input.</source>
        <translation>请使用 --password-file，或者在标准输入的第一行提供。</translation>
    </message>
    <message>
        <source>There is no store in the folder “%1”.</source>
        <translation>文件夹“%1”中没有案件库。</translation>
    </message>
    <message>
        <source>Name it with --store, or make one with “yizhan-cli init”.</source>
        <translation>请用 --store 指定，或者用“yizhan-cli init”新建。</translation>
    </message>
    <message>
        <source>“%1” is not a valid value for %2.</source>
        <translation>“%1”不是 %2 的有效值。</translation>
    </message>
    <message>
        <source>Expected: %3</source>
        <translation>应为：%3</translation>
    </message>
    <message>
        <source>%1 of %2 checks failed.</source>
        <translation>%2项检查中有%1项未通过。</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>未作任何更改。</translation>
    </message>
    <message>
        <source>Make a backup copy of the folder before you do anything else, then restore the last good backup.</source>
        <translation>请先复制保留该文件夹，再用最近一次完好的备份还原。</translation>
    </message>
    <message>
        <source>This record has no step called “%1”.</source>
        <translation>该记录没有步骤“%1”。</translation>
    </message>
    <message>
        <source>Steps: %2</source>
        <translation>步骤：%2</translation>
    </message>
    <message>
        <source>This store has several users.</source>
        <translation>该案件库有多个用户。</translation>
    </message>
    <message>
        <source>Name one with --user: %1</source>
        <translation>请用 --user 指定其中一个：%1</translation>
    </message>
    <message>
        <source>Full personal data is shown only with a reason, which goes to the audit.</source>
        <translation>查看完整个人信息须填写原因，并记入审计。</translation>
    </message>
    <message>
        <source>Add --reason TEXT.</source>
        <translation>请加上 --reason 原因。</translation>
    </message>
    <message>
        <source>The demo district knows no step “%1”.</source>
        <translation>演示数据中没有步骤“%1”。</translation>
    </message>
    <message>
        <source>A made-up case was refused by the rules: %1, step %2: %3</source>
        <translation>规则未通过一件演示案件：%1，步骤 %2：%3</translation>
    </message>
    <message>
        <source>Delete the half-made demo store and tell the makers of the program.</source>
        <translation>请删除未建成的演示案件库，并告知程序开发方。</translation>
    </message>
    <message>
        <source>This store already holds cases.</source>
        <translation>该案件库已有案件。</translation>
    </message>
    <message>
        <source>Name another folder with --store.</source>
        <translation>请用 --store 指定其他文件夹。</translation>
    </message>
    <message>
        <source>Code %1</source>
        <translation>代码 %1</translation>
    </message>
    <message>
        <source>An unfinished entry cannot be read.</source>
        <translation>有一份未完成的草稿无法读取。</translation>
    </message>
    <message>
        <source>Saved records are not affected.</source>
        <translation>已保存的记录未受影响。</translation>
    </message>
    <message>
        <source>Enter it again; if this happens repeatedly, tell the administrator.</source>
        <translation>请重新填写；如多次出现，请联系管理员。</translation>
    </message>
    <message>
        <source>Not saved yet: %1.</source>
        <translation>尚未保存：%1。</translation>
    </message>
    <message>
        <source>What you typed is kept as a draft.</source>
        <translation>您输入的内容已存为草稿。</translation>
    </message>
    <message>
        <source>Complete the marked fields and save again.</source>
        <translation>请填好标记的栏目后再保存。</translation>
    </message>
    <message>
        <source>yes or no</source>
        <translation>是或否</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>整数</translation>
    </message>
    <message>
        <source>a row of hexadecimal digits</source>
        <translation>一串十六进制数字</translation>
    </message>
    <message>
        <source>a day such as 2026-01-31</source>
        <translation>日期，如 2026-01-31</translation>
    </message>
    <message>
        <source>a time such as 2026-01-31 09:30</source>
        <translation>时间，如 2026-01-31 09:30</translation>
    </message>
    <message>
        <source>a record</source>
        <translation>一条记录</translation>
    </message>
    <message>
        <source>Nothing was saved; what you typed is still there.</source>
        <translation>本次未保存，您输入的内容仍在。</translation>
    </message>
    <message>
        <source>Correct the value.</source>
        <translation>请更正该项内容。</translation>
    </message>
    <message>
        <source>&quot;%2&quot; must be filled in.</source>
        <translation>请填写“%2”。</translation>
    </message>
    <message>
        <source>Fill it in.</source>
        <translation>请补填后再保存。</translation>
    </message>
    <message>
        <source>&quot;%2&quot; holds a value of the wrong kind.</source>
        <translation>“%2”的内容类型不符。</translation>
    </message>
    <message>
        <source>&quot;%2&quot; has %3 characters; at most %4 are possible.</source>
        <translation>“%2”有%3个字，最多可填%4个字。</translation>
    </message>
    <message>
        <source>Shorten the text, or add the whole of it as an attachment.</source>
        <translation>请缩短文字，或将全文作为附件添加。</translation>
    </message>
    <message>
        <source>&quot;%2&quot; has a character at position %3 that cannot be stored.</source>
        <translation>“%2”第%3个字符无法保存。</translation>
    </message>
    <message>
        <source>Remove the character; it often comes with copied text.</source>
        <translation>请删除该字符；复制文字时常会带入此类字符。</translation>
    </message>
    <message>
        <source>&quot;%2&quot; must lie between %3 and %4.</source>
        <translation>“%2”应在%3与%4之间。</translation>
    </message>
    <message>
        <source>&quot;%2&quot; holds a code that is not in the list.</source>
        <translation>“%2”的代码不在列表中。</translation>
    </message>
    <message>
        <source>Choose a value from the list.</source>
        <translation>请从列表中选择。</translation>
    </message>
    <message>
        <source>&quot;%2&quot; holds a code that is not in force today.</source>
        <translation>“%2”的代码现已停用。</translation>
    </message>
    <message>
        <source>Choose the present one unless the case is an old one.</source>
        <translation>除非是旧案，请改选现行代码。</translation>
    </message>
    <message>
        <source>&quot;%2&quot; cannot lie in the future.</source>
        <translation>“%2”不能晚于今天。</translation>
    </message>
    <message>
        <source>Check the date.</source>
        <translation>请核对日期。</translation>
    </message>
    <message>
        <source>&quot;%2&quot; has %3 bytes; at most %4 are possible.</source>
        <translation>“%2”有%3字节，最多可存%4字节。</translation>
    </message>
    <message>
        <source>&quot;%2&quot; is filled in, but not of which kind it is.</source>
        <translation>已填写“%2”，但未选择证件类型。</translation>
    </message>
    <message>
        <source>Choose the kind of document.</source>
        <translation>请选择证件类型。</translation>
    </message>
    <message>
        <source>&quot;%2&quot; cannot be read: %3 is expected.</source>
        <translation>无法识别“%2”的内容，此处应填写%3。</translation>
    </message>
    <message>
        <source>&quot;%2&quot; differs from what the document number says.</source>
        <translation>“%2”与证件号码所示不一致。</translation>
    </message>
    <message>
        <source>Compare with the document; if both are right, state the reason.</source>
        <translation>请与证件核对；两者均无误的，请填写原因。</translation>
    </message>
    <message>
        <source>&quot;%2&quot; lies before the beginning.</source>
        <translation>“%2”早于开始时间。</translation>
    </message>
    <message>
        <source>Check both dates.</source>
        <translation>请核对前后两个日期。</translation>
    </message>
    <message>
        <source>Either &quot;%2&quot; or &quot;%3&quot; must be filled in, and not both.</source>
        <translation>“%2”与“%3”须填写其中一项，且只能填写一项。</translation>
    </message>
    <message>
        <source>Nothing was searched.</source>
        <translation>未执行查询，数据不受影响。</translation>
    </message>
    <message>
        <source>The condition cannot be read at position %1: expected is %2.</source>
        <translation>查询条件第%1个字符处无法识别，此处应为%2。</translation>
    </message>
    <message>
        <source>Write it like: status = OPEN and received_at &gt;= 2026-01-01.</source>
        <translation>请按此格式书写：status = OPEN and received_at &gt;= 2026-01-01。</translation>
    </message>
    <message>
        <source>There is no field &quot;%2&quot; (position %1).</source>
        <translation>没有名为“%2”的字段（第%1个字符处）。</translation>
    </message>
    <message>
        <source>Use the name of a field of this kind of record.</source>
        <translation>请使用该类记录的字段名。</translation>
    </message>
    <message>
        <source>The operator at position %1 does not fit the field &quot;%2&quot;.</source>
        <translation>第%1个字符处的运算符不适用于字段“%2”。</translation>
    </message>
    <message>
        <source>Use an operator for this kind of value.</source>
        <translation>请使用适合该字段的运算符。</translation>
    </message>
    <message>
        <source>The value at position %1 does not fit: expected is %2.</source>
        <translation>第%1个字符处的值不符，此处应为%2。</translation>
    </message>
    <message>
        <source>Write dates as 2026-01-31, sums as 1200.50, codes as they are.</source>
        <translation>日期写作 2026-01-31，金额写作 1200.50，代码照原样填写。</translation>
    </message>
    <message>
        <source>The data was not taken over; what is stored stays as it is.</source>
        <translation>该数据未被接收，已保存的数据保持原样。</translation>
    </message>
    <message>
        <source>Tell the administrator; the code below helps to find the cause.</source>
        <translation>请联系管理员，并告知下方代码以便查找原因。</translation>
    </message>
    <message>
        <source>A record does not have the agreed form (byte %1).</source>
        <translation>有记录的格式不符合约定（第%1字节）。</translation>
    </message>
    <message>
        <source>A record has a value of the wrong kind in &quot;%1&quot;.</source>
        <translation>有记录的“%1”内容类型不符。</translation>
    </message>
    <message>
        <source>There is no field &quot;%1&quot; in this kind of record.</source>
        <translation>该类记录没有字段“%1”。</translation>
    </message>
    <message>
        <source>Use the names that an export uses.</source>
        <translation>请使用导出文件中的字段名。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; has a value that cannot stand there.</source>
        <translation>“%1”的值不能用于该字段。</translation>
    </message>
    <message>
        <source>Write dates as &quot;2026-01-31&quot;, sums as &quot;1200.50&quot;, several codes as a list.</source>
        <translation>日期写作 &quot;2026-01-31&quot;，金额写作 &quot;1200.50&quot;，多个代码写成列表。</translation>
    </message>
    <message>
        <source>The step was not taken; the case stays as it is.</source>
        <translation>该步骤未办理，案件保持原样。</translation>
    </message>
    <message>
        <source>The step is not open.</source>
        <translation>该步骤目前不能办理。</translation>
    </message>
    <message>
        <source>See what is still missing and complete it first.</source>
        <translation>请查看所缺内容，补齐后再办理。</translation>
    </message>
    <message>
        <source>Your role may not take this step.</source>
        <translation>您的角色无权办理该步骤。</translation>
    </message>
    <message>
        <source>Ask somebody whose role may.</source>
        <translation>请由具备相应角色的同事办理。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be given with this step.</source>
        <translation>办理该步骤时不能填写“%1”。</translation>
    </message>
    <message>
        <source>Leave it out.</source>
        <translation>请去掉该项。</translation>
    </message>
    <message>
        <source>The record does not belong to this case.</source>
        <translation>该记录不属于本案。</translation>
    </message>
    <message>
        <source>Open the case again.</source>
        <translation>请重新打开案件。</translation>
    </message>
    <message>
        <source>The time limit &quot;%1&quot; is not among the rules.</source>
        <translation>规则中没有期限“%1”。</translation>
    </message>
    <message>
        <source>The step &quot;%1&quot; leads back to itself.</source>
        <translation>步骤“%1”形成了循环。</translation>
    </message>
    <message>
        <source>The time limit %1 does not stop for this ground.</source>
        <translation>期限 %1 不因该事由暂停。</translation>
    </message>
    <message>
        <source>Choose a ground that the rule names, or record the reason for the delay instead.</source>
        <translation>请选择规则列明的事由，或者改为填写延误原因。</translation>
    </message>
    <message>
        <source>The data file %1 cannot be read.</source>
        <translation>无法读取数据文件 %1。</translation>
    </message>
    <message>
        <source>The rules in force stay as they are.</source>
        <translation>现行规则保持不变。</translation>
    </message>
    <message>
        <source>Check that the file exists and may be read.</source>
        <translation>请确认文件存在且可以读取。</translation>
    </message>
    <message>
        <source>The file was refused; the rules in force stay as they are.</source>
        <translation>该文件未被采用，现行规则保持不变。</translation>
    </message>
    <message>
        <source>Correct the file at this line and install it again.</source>
        <translation>请更正文件的这一行，然后重新安装。</translation>
    </message>
    <message>
        <source>%1, line %2: this is not valid JSON (%3).</source>
        <translation>%1 第%2行：不是有效的 JSON（%3）。</translation>
    </message>
    <message>
        <source>%1, line %2: the file is too large or not UTF-8 text.</source>
        <translation>%1 第%2行：文件过大，或者不是 UTF-8 文本。</translation>
    </message>
    <message>
        <source>%1, line %2: &quot;%3&quot; stands here twice.</source>
        <translation>%1 第%2行：“%3”重复出现。</translation>
    </message>
    <message>
        <source>%1, line %2: &quot;%3&quot; is missing.</source>
        <translation>%1 第%2行：缺少“%3”。</translation>
    </message>
    <message>
        <source>%1, line %2: &quot;%3&quot; is not of the right kind or out of range.</source>
        <translation>%1 第%2行：“%3”类型不符或者超出范围。</translation>
    </message>
    <message>
        <source>%1, line %2: &quot;%3&quot; cannot be &quot;%4&quot;.</source>
        <translation>%1 第%2行：“%3”不能为“%4”。</translation>
    </message>
    <message>
        <source>%1, line %2: &quot;%3&quot; is declared a second time.</source>
        <translation>%1 第%2行：“%3”被重复定义。</translation>
    </message>
    <message>
        <source>%1, line %2: &quot;%3&quot; names &quot;%4&quot;, which does not exist.</source>
        <translation>%1 第%2行：“%3”引用的“%4”不存在。</translation>
    </message>
    <message>
        <source>%1, line %2: list &quot;%3&quot; no longer has the code &quot;%4&quot;. Codes are never deleted.</source>
        <translation>%1 第%2行：列表“%3”中缺少原有代码“%4”。代码不得删除。</translation>
    </message>
    <message>
        <source>Keep the code and give it an end date instead.</source>
        <translation>请保留该代码，并填写停用日期。</translation>
    </message>
    <message>
        <source>%1, line %2: list &quot;%3&quot; cannot take the new code &quot;%4&quot;: the program knows all its values.</source>
        <translation>%1 第%2行：列表“%3”不能新增代码“%4”，其取值由程序固定。</translation>
    </message>
    <message>
        <source>%1, line %2: &quot;%3&quot; is not a valid pattern.</source>
        <translation>%1 第%2行：“%3”不是有效的匹配式。</translation>
    </message>
    <message>
        <source>%1, line %2: &quot;%3&quot; ends before it begins.</source>
        <translation>%1 第%2行：“%3”的结束早于开始。</translation>
    </message>
    <message>
        <source>%1, line %2: &quot;%3&quot; is replaced by itself, directly or through others.</source>
        <translation>%1 第%2行：“%3”直接或间接地由自身替代。</translation>
    </message>
    <message>
        <source>%1, line %2: &quot;%3&quot; is no day of the calendar.</source>
        <translation>%1 第%2行：“%3”不是有效日期。</translation>
    </message>
    <message>
        <source>%1, line %2: %3 is listed twice.</source>
        <translation>%1 第%2行：%3 重复列出。</translation>
    </message>
    <message>
        <source>%1, line %2: %3 does not belong to the notice of %4.</source>
        <translation>%1 第%2行：%3 不属于%4年的通知。</translation>
    </message>
    <message>
        <source>%1, line %2: %3 is not a &quot;%4&quot;.</source>
        <translation>%1 第%2行：%3 不是“%4”。</translation>
    </message>
    <message>
        <source>%1, line %2: %3 is no Saturday or Sunday and cannot be a make-up working day.</source>
        <translation>%1 第%2行：%3 不是周六或周日，不能列为调休上班日。</translation>
    </message>
    <message>
        <source>%1, line %2: &quot;%3&quot; says %4 working days, the list of days gives %5.</source>
        <translation>%1 第%2行：“%3”写明%4个工作日，按日期列表为%5个。</translation>
    </message>
    <message>
        <source>%1, line %2: a line must have a date, a type and a name.</source>
        <translation>%1 第%2行：每行须有日期、类型和名称。</translation>
    </message>
    <message>
        <source>%1, line %2: the year %3 is marked as published but lists no days off.</source>
        <translation>%1 第%2行：%3年标明已发布，但未列出放假日期。</translation>
    </message>
    <message>
        <source>%1, line %2: the table lists no days.</source>
        <translation>%1 第%2行：表中没有列出日期。</translation>
    </message>
    <message>
        <source>These office hours overlap, are out of order or outside the day.</source>
        <translation>办公时间有重叠、顺序颠倒或者超出当日范围。</translation>
    </message>
    <message>
        <source>The hours in force stay as they are.</source>
        <translation>现行办公时间保持不变。</translation>
    </message>
    <message>
        <source>Enter spans such as 09:00-12:00, one after the other.</source>
        <translation>请依次填写时段，例如 09:00-12:00。</translation>
    </message>
    <message>
        <source>A period of %1 is outside what can be computed (0 to %2).</source>
        <translation>期限数 %1 超出可计算范围（0至%2）。</translation>
    </message>
    <message>
        <source>Check the amount.</source>
        <translation>请核对数值。</translation>
    </message>
    <message>
        <source>The period leads outside the years 1 to 9999.</source>
        <translation>期限超出公元1年至9999年的范围。</translation>
    </message>
    <message>
        <source>Check the start date, the amount and the pauses.</source>
        <translation>请核对起算日期、期限长度和暂停时间。</translation>
    </message>
    <message>
        <source>This clock counts hours and needs the time of the event, not only its day.</source>
        <translation>该期限按小时计算，须填写事件发生的具体时间，不能只填日期。</translation>
    </message>
    <message>
        <source>Enter the time as well.</source>
        <translation>请补填时间。</translation>
    </message>
    <message>
        <source>A pause ends before it begins (%1 to %2).</source>
        <translation>暂停的结束早于开始（%1至%2）。</translation>
    </message>
    <message>
        <source>Correct the dates of the pause.</source>
        <translation>请更正暂停的日期。</translation>
    </message>
    <message>
        <source>The clock %1 cannot be prolonged.</source>
        <translation>期限 %1 不能延长。</translation>
    </message>
    <message>
        <source>No rule allows it; record the reason for the delay instead.</source>
        <translation>没有规则允许延长；请改为填写延误原因。</translation>
    </message>
    <message>
        <source>Shorten the prolongation.</source>
        <translation>请缩短延长的时间。</translation>
    </message>
    <message>
        <source>The clock %1 is over; a prolongation must be entered before the term ends.</source>
        <translation>期限 %1 已届满；延长须在期限届满前填写。</translation>
    </message>
    <message>
        <source>Record the reason for the delay instead.</source>
        <translation>请改为填写延误原因。</translation>
    </message>
    <message>
        <source>The prolongation of %1 needs its paper (%2).</source>
        <translation>延长期限 %1 须有相应文书（%2）。</translation>
    </message>
    <message>
        <source>Add the signed paper to the file first.</source>
        <translation>请先将签署的文书入卷。</translation>
    </message>
    <message>
        <source>A prolongation of %1 must lead to a later date.</source>
        <translation>延长期限 %1 后的到期日须晚于原到期日。</translation>
    </message>
    <message>
        <source>Enter a number of days above zero or a later date.</source>
        <translation>请填写大于零的天数，或者更晚的日期。</translation>
    </message>
    <message>
        <source>What you typed is still there.</source>
        <translation>您输入的内容仍在。</translation>
    </message>
    <message>
        <source>Compare it with the document.</source>
        <translation>请与证件逐位核对。</translation>
    </message>
    <message>
        <source>The number is empty.</source>
        <translation>号码为空。</translation>
    </message>
    <message>
        <source>Type the number.</source>
        <translation>请填写号码。</translation>
    </message>
    <message>
        <source>The number has %1 characters instead of %2.</source>
        <translation>号码有%1位，应为%2位。</translation>
    </message>
    <message>
        <source>The character at position %1 cannot stand there.</source>
        <translation>号码第%1位的字符不正确。</translation>
    </message>
    <message>
        <source>The date of birth in the number (positions %1 to %2) does not exist.</source>
        <translation>号码中的出生日期（第%1至%2位）不存在。</translation>
    </message>
    <message>
        <source>The date of birth in the number lies in the future.</source>
        <translation>号码中的出生日期晚于今天。</translation>
    </message>
    <message>
        <source>The check character at position %1 does not fit: at least one character is wrong.</source>
        <translation>号码第%1位校验码不符，至少有一位有误。</translation>
    </message>
    <message>
        <source>The number does not have the form of this kind of document.</source>
        <translation>号码格式与所选证件类型不符。</translation>
    </message>
    <message>
        <source>This is an old number of 15 places; it is accepted only when archives are imported.</source>
        <translation>这是15位旧号码，仅在导入旧档案时可以使用。</translation>
    </message>
    <message>
        <source>Ask for the present identity card.</source>
        <translation>请当事人出示现行身份证。</translation>
    </message>
    <message>
        <source>There is a number although &quot;no document&quot; is chosen.</source>
        <translation>已选择“无有效证件”，但填写了号码。</translation>
    </message>
    <message>
        <source>Choose the kind of document or empty the number.</source>
        <translation>请选择证件类型，或者清空号码。</translation>
    </message>
    <message>
        <source>The kind of document &quot;%1&quot; is not known.</source>
        <translation>没有证件类型“%1”。</translation>
    </message>
    <message>
        <source>Choose a kind from the list.</source>
        <translation>请从列表中选择类型。</translation>
    </message>
    <message>
        <source>This is no telephone number: a mobile number has 11 digits, a landline 7 or 8 after the area code.</source>
        <translation>电话号码不正确：手机号为11位，固定电话在区号后为7位或8位。</translation>
    </message>
    <message>
        <source>Check the number; write the area code as 010-.</source>
        <translation>请核对号码；区号写作 010-。</translation>
    </message>
    <message>
        <source>This is not a sum of money.</source>
        <translation>此处不是有效金额。</translation>
    </message>
    <message>
        <source>Write it as 12000 or 12,000.00.</source>
        <translation>请写作 12000 或者 12,000.00。</translation>
    </message>
    <message>
        <source>A sum has at most two places after the point.</source>
        <translation>金额最多保留两位小数。</translation>
    </message>
    <message>
        <source>Round it to whole fen.</source>
        <translation>请四舍五入到分。</translation>
    </message>
    <message>
        <source>The sum is too large.</source>
        <translation>金额过大。</translation>
    </message>
    <message>
        <source>Check the number of zeros.</source>
        <translation>请核对零的个数。</translation>
    </message>
    <message>
        <source>The password or key does not open this file.</source>
        <translation>密码或密钥无法打开该文件。</translation>
    </message>
    <message>
        <source>Enter the password again, or use the recovery key.</source>
        <translation>请重新输入密码，或者使用恢复密钥。</translation>
    </message>
    <message>
        <source>Another program is using the data file.</source>
        <translation>数据文件正被其他程序使用。</translation>
    </message>
    <message>
        <source>This change was not made; what was saved before is safe.</source>
        <translation>本次修改未生效，此前保存的数据安全无损。</translation>
    </message>
    <message>
        <source>Wait a moment and try again, or close the other program.</source>
        <translation>请稍后重试，或者关闭其他程序。</translation>
    </message>
    <message>
        <source>The data file is damaged (%1).</source>
        <translation>数据文件已损坏（%1）。</translation>
    </message>
    <message>
        <source>The file was left as it is.</source>
        <translation>该文件保持原样，未作改动。</translation>
    </message>
    <message>
        <source>Do not go on working; restore the last backup, and keep the damaged file.</source>
        <translation>请停止操作，用最近的备份还原，并保留损坏的文件。</translation>
    </message>
    <message>
        <source>This is an unencrypted database and not a data file of this program.</source>
        <translation>这是未加密的数据库，不是本程序的数据文件。</translation>
    </message>
    <message>
        <source>Choose another file, or restore the last backup.</source>
        <translation>请选择其他文件，或者用最近的备份还原。</translation>
    </message>
    <message>
        <source>The data file is cut off: it has only %1 bytes.</source>
        <translation>数据文件不完整，只有%1字节。</translation>
    </message>
    <message>
        <source>Restore the last backup, and keep the damaged file.</source>
        <translation>请用最近的备份还原，并保留损坏的文件。</translation>
    </message>
    <message>
        <source>There is no room left in the folder %1.</source>
        <translation>文件夹 %1 所在磁盘空间不足。</translation>
    </message>
    <message>
        <source>Make room on the disk and try again.</source>
        <translation>请清理磁盘后重试。</translation>
    </message>
    <message>
        <source>The folder %1 cannot be read or written as needed (%2).</source>
        <translation>无法正常读写文件夹 %1（%2）。</translation>
    </message>
    <message>
        <source>Check the disk and the rights on that folder, then try again.</source>
        <translation>请检查磁盘和该文件夹的权限，然后重试。</translation>
    </message>
    <message>
        <source>A value breaks a rule of the data file (%1).</source>
        <translation>有数值不符合数据文件的规则（%1）。</translation>
    </message>
    <message>
        <source>Correct the value; if it looks right to you, report the code.</source>
        <translation>请更正该项；如确认无误，请将代码告知管理员。</translation>
    </message>
    <message>
        <source>The work was stopped on request.</source>
        <translation>已按要求停止操作。</translation>
    </message>
    <message>
        <source>This program was built with an unsuitable database library: SQLCipher 4.6 or newer with FTS5 is needed, this one is SQLCipher %1, FTS5 %2.</source>
        <translation>本程序使用的数据库组件不符合要求：须为 SQLCipher 4.6 以上并含 FTS5，当前为 SQLCipher %1、FTS5 %2。</translation>
    </message>
    <message>
        <source>Install the program again from the official package.</source>
        <translation>请用官方安装包重新安装程序。</translation>
    </message>
    <message>
        <source>The program made a mistake when it asked the data file (%1).</source>
        <translation>程序读取数据文件时出错（%1）。</translation>
    </message>
    <message>
        <source>Please report the code.</source>
        <translation>请将代码告知管理员。</translation>
    </message>
    <message>
        <source>This is a data file of another program (its mark is %1, ours is %2).</source>
        <translation>这是其他程序的数据文件（其标记为 %1，本程序为 %2）。</translation>
    </message>
    <message>
        <source>The data file has format %1; this program knows formats up to %2.</source>
        <translation>数据文件格式为第%1版，本程序最高支持第%2版。</translation>
    </message>
    <message>
        <source>Install the newer release of the program on this machine.</source>
        <translation>请在本机安装新版程序。</translation>
    </message>
    <message>
        <source>What was looked for is not in the data file.</source>
        <translation>数据文件中没有所查找的内容。</translation>
    </message>
    <message>
        <source>A key of 32 bytes is needed to open a data file; %1 were given.</source>
        <translation>打开数据文件需要32字节的密钥，现为%1字节。</translation>
    </message>
    <message>
        <source>There is no data file %1.</source>
        <translation>没有数据文件 %1。</translation>
    </message>
    <message>
        <source>Check the folder, or restore the last backup.</source>
        <translation>请检查文件夹，或者用最近的备份还原。</translation>
    </message>
    <message>
        <source>The list of formats inside the program is not in order (%1).</source>
        <translation>程序内部的格式清单有误（%1）。</translation>
    </message>
    <message>
        <source>Bringing the data file to format %1 would leave rows without what they refer to (%2).</source>
        <translation>数据文件升级到第%1版会使部分记录失去关联（%2）。</translation>
    </message>
    <message>
        <source>The file stays in its former format.</source>
        <translation>文件保持原有格式。</translation>
    </message>
    <message>
        <source>The machine has run out of memory.</source>
        <translation>本机内存不足。</translation>
    </message>
    <message>
        <source>Close other programs and try again.</source>
        <translation>请关闭其他程序后重试。</translation>
    </message>
    <message>
        <source>Nothing was changed; what was saved before is safe.</source>
        <translation>未作任何更改，此前保存的数据安全无损。</translation>
    </message>
    <message>
        <source>This list has no field %1.</source>
        <translation>该列表没有字段 %1。</translation>
    </message>
    <message>
        <source>Take the condition out, or choose another list.</source>
        <translation>请去掉该条件，或者选择其他列表。</translation>
    </message>
    <message>
        <source>The program made a mistake when it searched.</source>
        <translation>程序查询时出错。</translation>
    </message>
    <message>
        <source>The content of this attachment is not on this computer.</source>
        <translation>该附件的内容不在本机。</translation>
    </message>
    <message>
        <source>Connect to the server, or restore the last backup.</source>
        <translation>请连接服务器，或者用最近的备份还原。</translation>
    </message>
    <message>
        <source>The content of this attachment is damaged (%1).</source>
        <translation>该附件的内容已损坏（%1）。</translation>
    </message>
    <message>
        <source>Fetch it from the server again, or restore the last backup.</source>
        <translation>请从服务器重新获取，或者用最近的备份还原。</translation>
    </message>
    <message>
        <source>The file %1 cannot be read, or it changed while it was read.</source>
        <translation>无法读取文件 %1，或者文件在读取时发生了变化。</translation>
    </message>
    <message>
        <source>Check that the file is there and that no other program writes it, then add it again.</source>
        <translation>请确认文件存在且未被其他程序写入，然后重新添加。</translation>
    </message>
    <message>
        <source>There is a file %1 already.</source>
        <translation>文件 %1 已存在。</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>请换一个名称。</translation>
    </message>
    <message>
        <source>This is not a whole backup (%1).</source>
        <translation>这不是完整的备份（%1）。</translation>
    </message>
    <message>
        <source>The file was left as it is, and nothing was restored from it.</source>
        <translation>该文件保持原样，未从中还原任何数据。</translation>
    </message>
    <message>
        <source>Use another backup, and keep this file.</source>
        <translation>请使用其他备份，并保留该文件。</translation>
    </message>
    <message>
        <source>The backup has format %1; this program knows formats up to %2.</source>
        <translation>备份格式为第%1版，本程序最高支持第%2版。</translation>
    </message>
    <message>
        <source>Install the newest release of the program.</source>
        <translation>请安装最新版程序。</translation>
    </message>
    <message>
        <source>There is no backup %1.</source>
        <translation>没有备份 %1。</translation>
    </message>
    <message>
        <source>Check the name and whether the disk is there.</source>
        <translation>请核对名称，并确认磁盘已连接。</translation>
    </message>
    <message>
        <source>The new backup did not pass its check (%1) and was thrown away.</source>
        <translation>新备份未通过校验（%1），已删除。</translation>
    </message>
    <message>
        <source>What was saved before is safe; former backups are untouched.</source>
        <translation>此前保存的数据安全无损，原有备份未受影响。</translation>
    </message>
    <message>
        <source>Check the store, then make a backup on another disk.</source>
        <translation>请检查案件库，然后在其他磁盘上备份。</translation>
    </message>
    <message>
        <source>The folder %1 is not empty.</source>
        <translation>文件夹 %1 不是空文件夹。</translation>
    </message>
    <message>
        <source>Choose an empty folder; an existing store is never overwritten.</source>
        <translation>请选择空文件夹；已有的案件库不会被覆盖。</translation>
    </message>
    <message>
        <source>The file %1 cannot be written.</source>
        <translation>无法写入文件 %1。</translation>
    </message>
    <message>
        <source>There is no room left for the file %1.</source>
        <translation>磁盘空间不足，无法写入文件 %1。</translation>
    </message>
    <message>
        <source>An entry of the history cannot be read (number %1).</source>
        <translation>有一条历史记录无法读取（第%1条）。</translation>
    </message>
    <message>
        <source>Check the store; the entries before and after it are shown.</source>
        <translation>请检查案件库；前后的历史记录照常显示。</translation>
    </message>
    <message>
        <source>This change was not saved; what you typed is safe in its draft.</source>
        <translation>本次修改未保存，您输入的内容已存为草稿。</translation>
    </message>
    <message>
        <source>The name or the password is wrong.</source>
        <translation>登录名或密码不正确。</translation>
    </message>
    <message>
        <source>Enter both again. If the password is lost, use the recovery key.</source>
        <translation>请重新输入。如遗失密码，请使用恢复密钥。</translation>
    </message>
    <message>
        <source>This is not the recovery key of this store, or a character was misread.</source>
        <translation>这不是本案件库的恢复密钥，或者有字符抄录有误。</translation>
    </message>
    <message>
        <source>Compare it with the paper, group by group. Mistyped groups: %1.</source>
        <translation>请与纸质记录逐组核对。有误的组：%1。</translation>
    </message>
    <message>
        <source>There were too many wrong or interrupted attempts to open the store; it opens again in %1 seconds.</source>
        <translation>密码输错或解锁中断次数过多，案件库将在%1秒后可再次打开。</translation>
    </message>
    <message>
        <source>Wait, then try again.</source>
        <translation>请稍候再试。</translation>
    </message>
    <message>
        <source>The file with the keys (%1) is damaged or not ours.</source>
        <translation>密钥文件（%1）已损坏，或者不属于本程序。</translation>
    </message>
    <message>
        <source>Restore the last backup into a new folder, and keep the damaged one.</source>
        <translation>请用最近的备份还原到新文件夹，并保留损坏的文件。</translation>
    </message>
    <message>
        <source>The file with the keys has format %1; this program knows formats up to %2.</source>
        <translation>密钥文件格式为第%1版，本程序最高支持第%2版。</translation>
    </message>
    <message>
        <source>The folder %1 holds no store.</source>
        <translation>文件夹 %1 中没有案件库。</translation>
    </message>
    <message>
        <source>Choose another folder, or make a store there first.</source>
        <translation>请选择其他文件夹，或者先在此新建案件库。</translation>
    </message>
    <message>
        <source>The folder %1 already holds a store.</source>
        <translation>文件夹 %1 中已有案件库。</translation>
    </message>
    <message>
        <source>Open it, or choose another folder.</source>
        <translation>请直接打开，或者选择其他文件夹。</translation>
    </message>
    <message>
        <source>The store is open already: program %1 (process %2) on computer %3, user %4, since %5.</source>
        <translation>案件库已被打开：计算机 %3 上的程序 %1（进程 %2），用户 %4，自 %5 起。</translation>
    </message>
    <message>
        <source>Close it there, then try again.</source>
        <translation>请先在该处关闭，然后重试。</translation>
    </message>
    <message>
        <source>The folder %1 cannot be written.</source>
        <translation>无法写入文件夹 %1。</translation>
    </message>
    <message>
        <source>Check the rights on that folder and whether the disk is there.</source>
        <translation>请检查该文件夹的权限，并确认磁盘已连接。</translation>
    </message>
    <message>
        <source>The file %1 cannot be read or written as needed.</source>
        <translation>无法正常读写文件 %1。</translation>
    </message>
    <message>
        <source>Check the disk and the rights on that file, then try again.</source>
        <translation>请检查磁盘和该文件的权限，然后重试。</translation>
    </message>
    <message>
        <source>The password is too weak.</source>
        <translation>密码强度不够。</translation>
    </message>
    <message>
        <source>Use at least 10 characters of at least three kinds: small letters, capital letters, digits, others.</source>
        <translation>请至少使用10个字符，并包含小写字母、大写字母、数字、其他符号中的三类。</translation>
    </message>
    <message>
        <source>This login name cannot be used.</source>
        <translation>该登录名不能使用。</translation>
    </message>
    <message>
        <source>Use 1 to 60 letters, digits, dots, dashes or Chinese characters that nobody else here uses.</source>
        <translation>请使用1至60个字母、数字、点、横线或汉字，且不与他人重复。</translation>
    </message>
    <message>
        <source>The office %1 is not in the directory.</source>
        <translation>机构名录中没有 %1。</translation>
    </message>
    <message>
        <source>Choose an office of the directory.</source>
        <translation>请从机构名录中选择。</translation>
    </message>
    <message>
        <source>These roles cannot be given to one account: %1.</source>
        <translation>以下角色不能授予同一账号：%1。</translation>
    </message>
    <message>
        <source>Choose roles of the list; an administrator or auditor holds no other role.</source>
        <translation>请从列表中选择角色；管理员和审计管理员不得兼任其他角色。</translation>
    </message>
    <message>
        <source>The number of the workstation must be 01 to 99.</source>
        <translation>工作站编号应为01至99。</translation>
    </message>
    <message>
        <source>Choose another number.</source>
        <translation>请换一个编号。</translation>
    </message>
    <message>
        <source>This account was closed.</source>
        <translation>该账号已停用。</translation>
    </message>
    <message>
        <source>Ask the administrator of the store.</source>
        <translation>请联系案件库管理员。</translation>
    </message>
    <message>
        <source>The key slot of this account needs more memory than this computer has.</source>
        <translation>打开该账号的密钥所需内存超过本机内存。</translation>
    </message>
    <message>
        <source>The store in %1 was never finished: its database is missing.</source>
        <translation>%1 中的案件库未建成：缺少数据库。</translation>
    </message>
    <message>
        <source>Restore a backup, or make a new store in an empty folder.</source>
        <translation>请用备份还原，或者在空文件夹中新建案件库。</translation>
    </message>
    <message>
        <source>A record that was to be replaced has changes that were not sent yet.</source>
        <translation>拟替换的记录尚有未上传的修改。</translation>
    </message>
    <message>
        <source>Synchronise first, then import again.</source>
        <translation>请先同步，再重新导入。</translation>
    </message>
    <message>
        <source>An administrator gets no key to a store of case data.</source>
        <translation>管理员不持有案件库的密钥。</translation>
    </message>
    <message>
        <source>Administrators work on the district server; choose the roles of somebody who works on cases.</source>
        <translation>管理员在区级服务器上工作；请选择办案人员的角色。</translation>
    </message>
    <message>
        <source>Your role may not do this.</source>
        <translation>您的角色无权进行此操作。</translation>
    </message>
    <message>
        <source>Ask somebody who may, or the head of the office.</source>
        <translation>请由有权限的同事或者机构负责人办理。</translation>
    </message>
    <message>
        <source>This is a restricted case: only its handler and the head of the office work on it.</source>
        <translation>本案限制查阅，只有承办人和机构负责人可以办理。</translation>
    </message>
    <message>
        <source>Ask the head of the office.</source>
        <translation>请联系机构负责人。</translation>
    </message>
    <message>
        <source>There is no such record.</source>
        <translation>没有该记录。</translation>
    </message>
    <message>
        <source>It may have been withdrawn or handed over; refresh the list.</source>
        <translation>该记录可能已撤销或者移交，请刷新列表。</translation>
    </message>
    <message>
        <source>Somebody changed &quot;%1&quot; meanwhile.</source>
        <translation>“%1”已被他人修改。</translation>
    </message>
    <message>
        <source>Look at the new value, then decide which one stands.</source>
        <translation>请查看新内容，再决定保留哪一个。</translation>
    </message>
    <message>
        <source>A reason is missing.</source>
        <translation>未填写原因。</translation>
    </message>
    <message>
        <source>Say why, in a few words.</source>
        <translation>请简要说明原因。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not typed; it is set by a step of the case or computed.</source>
        <translation>“%1”不能直接填写，由办理步骤或者程序自动生成。</translation>
    </message>
    <message>
        <source>Take the step instead.</source>
        <translation>请通过办理相应步骤来变更。</translation>
    </message>
    <message>
        <source>Such entries are added, never changed.</source>
        <translation>此类记录只能新增，不能修改。</translation>
    </message>
    <message>
        <source>Add a new entry that corrects the old one.</source>
        <translation>请新增一条更正记录。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no field of this kind of record.</source>
        <translation>“%1”不是该类记录的字段。</translation>
    </message>
    <message>
        <source>Check the name of the field.</source>
        <translation>请核对字段名。</translation>
    </message>
    <message>
        <source>A record of the kind &quot;%1&quot; cannot hang there.</source>
        <translation>“%1”类记录不能添加在此处。</translation>
    </message>
    <message>
        <source>Open the case it belongs to and add it there.</source>
        <translation>请打开所属案件，在案件中添加。</translation>
    </message>
    <message>
        <source>A record with this identity exists already.</source>
        <translation>该记录已存在。</translation>
    </message>
    <message>
        <source>Nothing needs to be done if you saved it before.</source>
        <translation>如果您此前已保存，无需再操作。</translation>
    </message>
    <message>
        <source>There is no step &quot;%1&quot; for this kind of record.</source>
        <translation>该类记录没有步骤“%1”。</translation>
    </message>
    <message>
        <source>Choose a step from the list.</source>
        <translation>请从列表中选择步骤。</translation>
    </message>
    <message>
        <source>The record is withdrawn.</source>
        <translation>该记录已撤销。</translation>
    </message>
    <message>
        <source>Restore it first.</source>
        <translation>请先恢复该记录。</translation>
    </message>
    <message>
        <source>The change holds nothing to write.</source>
        <translation>没有需要保存的修改。</translation>
    </message>
    <message>
        <source>The series of numbers &quot;%1&quot; is not in the rules.</source>
        <translation>规则中没有编号序列“%1”。</translation>
    </message>
    <message>
        <source>Ask the administrator to install the current rules.</source>
        <translation>请管理员安装现行规则。</translation>
    </message>
    <message>
        <source>The number needs a value in &quot;%1&quot;.</source>
        <translation>生成编号须先填写“%1”。</translation>
    </message>
    <message>
        <source>Fill in that field first.</source>
        <translation>请先填写该项。</translation>
    </message>
    <message>
        <source>%1 records carry this number.</source>
        <translation>有%1条记录使用该编号。</translation>
    </message>
    <message>
        <source>Search for it and choose one from the list.</source>
        <translation>请搜索该编号，从列表中选择一条。</translation>
    </message>
    <message>
        <source>A draft cannot be read.</source>
        <translation>有一份草稿无法读取。</translation>
    </message>
    <message>
        <source>The records themselves are not touched.</source>
        <translation>已保存的记录未受影响。</translation>
    </message>
    <message>
        <source>Open the record and type the change again.</source>
        <translation>请打开该记录，重新填写修改内容。</translation>
    </message>
    <message>
        <source>Entry %1 of the audit trail cannot be read.</source>
        <translation>审计记录第%1条无法读取。</translation>
    </message>
    <message>
        <source>Run the check of the audit trail and keep its result.</source>
        <translation>请检查审计记录，并保留检查结果。</translation>
    </message>
    <message>
        <source>The store is being locked.</source>
        <translation>案件库正在锁定。</translation>
    </message>
    <message>
        <source>Unlock it and save again.</source>
        <translation>请解锁后重新保存。</translation>
    </message>
    <message>
        <source>A message from the other side has a value that does not fit (%1).</source>
        <translation>对方发来的消息中有不合要求的内容（%1）。</translation>
    </message>
    <message>
        <source>Nothing was changed; your work is safe on this computer.</source>
        <translation>未作任何改动，您的工作已安全保存在本机。</translation>
    </message>
    <message>
        <source>Try again later. If it stays, tell the administrator the code.</source>
        <translation>请稍后重试；如仍出现，请将代码告知管理员。</translation>
    </message>
    <message>
        <source>A message from the other side is damaged or too large.</source>
        <translation>对方发来的消息已损坏或过大。</translation>
    </message>
    <message>
        <source>This is not an enrolment code, or a character was mistyped.</source>
        <translation>这不是入网码，或有字符录入有误。</translation>
    </message>
    <message>
        <source>Compare it with the sheet group by group; it has five groups of five characters.</source>
        <translation>请与入网通知单逐组核对：入网码共五组，每组五个字符。</translation>
    </message>
    <message>
        <source>The clock %1 can be prolonged by at most %2 days.</source>
        <translation>期限 %1 最多可延长%2日。</translation>
    </message>
    <message>
        <source>The clock %1 can be prolonged by at most %2 working days.</source>
        <translation>期限 %1 最多可延长%2个工作日。</translation>
    </message>
    <message>
        <source>The clock %1 can be prolonged by at most %2 hours.</source>
        <translation>期限 %1 最多可延长%2小时。</translation>
    </message>
    <message>
        <source>The store was made by a test release of the program: it lacks %1.</source>
        <translation>该案件库由本程序的测试版本建立，缺少%1。</translation>
    </message>
    <message>
        <source>Open it with the release that made it, or restore a backup.</source>
        <translation>请用建立它的版本打开，或者用备份还原。</translation>
    </message>
    <message>
        <source>This computer does not belong to a district server.</source>
        <translation>本机尚未接入区级服务器。</translation>
    </message>
    <message>
        <source>Ask the administrator for an enrolment code and enrol it.</source>
        <translation>请向管理员索取入网码，办理接入。</translation>
    </message>
    <message>
        <source>The file that names this workstation (%1) is damaged.</source>
        <translation>本工作站的身份文件（%1）已损坏。</translation>
    </message>
    <message>
        <source>Ask the administrator for a new enrolment code and enrol this computer again.</source>
        <translation>请向管理员索取新的入网码，重新办理接入。</translation>
    </message>
    <message>
        <source>This entry was settled already, or is no longer there.</source>
        <translation>该条目已处理，或已不存在。</translation>
    </message>
    <message>
        <source>Read the list again.</source>
        <translation>请重新打开列表。</translation>
    </message>
    <message>
        <source>The values of this entry were written by another release of the program.</source>
        <translation>该条目的内容由其他版本的程序录入。</translation>
    </message>
    <message>
        <source>Install the newest release; until then the standing value can be kept.</source>
        <translation>请安装最新版本；在此之前可选择保留现值。</translation>
    </message>
    <message>
        <source>The value was changed again after this entry was read.</source>
        <translation>打开该条目后，相关内容又有改动。</translation>
    </message>
    <message>
        <source>Read the list again, then decide.</source>
        <translation>请重新打开列表后再作处理。</translation>
    </message>
    <message>
        <source>The server gave numbers that this computer already holds (%1).</source>
        <translation>服务器下发的号段与本机已有号段重复（%1）。</translation>
    </message>
    <message>
        <source>Tell the administrator the code.</source>
        <translation>请将代码告知管理员。</translation>
    </message>
    <message>
        <source>A key from the district server does not fit this computer.</source>
        <translation>区级服务器下发的密钥与本机不符。</translation>
    </message>
    <message>
        <source>Your work is safe on this computer and will be sent later.</source>
        <translation>您的工作已安全保存在本机，稍后自动上传。</translation>
    </message>
    <message>
        <source>Nothing needs to be done; it is tried again by itself.</source>
        <translation>无需操作，系统将自动重试。</translation>
    </message>
    <message>
        <source>The district server cannot be reached.</source>
        <translation>无法连接区级服务器。</translation>
    </message>
    <message>
        <source>The district server did not answer in time.</source>
        <translation>区级服务器未及时响应。</translation>
    </message>
    <message>
        <source>Somebody else answers at the address of the district server.</source>
        <translation>在区级服务器地址上应答的并非区级服务器。</translation>
    </message>
    <message>
        <source>Do not enter your password. Tell the administrator the code.</source>
        <translation>请勿输入密码，并将代码告知管理员。</translation>
    </message>
    <message>
        <source>The district server asks to wait.</source>
        <translation>区级服务器繁忙，请稍候。</translation>
    </message>
    <message>
        <source>The district server does not accept this name and password.</source>
        <translation>区级服务器不接受该用户名和密码。</translation>
    </message>
    <message>
        <source>Log in to the server again; after a change of password use the new one.</source>
        <translation>请重新登录服务器；如已修改密码，请使用新密码。</translation>
    </message>
    <message>
        <source>Nobody is logged in to the district server.</source>
        <translation>尚未登录区级服务器。</translation>
    </message>
    <message>
        <source>Log in to send and receive.</source>
        <translation>请登录后再上传和接收。</translation>
    </message>
    <message>
        <source>The district server does not let this computer or this account in (%1).</source>
        <translation>区级服务器不允许本机或该账号访问（%1）。</translation>
    </message>
    <message>
        <source>Ask the administrator.</source>
        <translation>请咨询管理员。</translation>
    </message>
    <message>
        <source>This computer was taken out of service by the district.</source>
        <translation>本机已被区级服务器注销。</translation>
    </message>
    <message>
        <source>Work that was not sent yet has been handed to the administrator where that was possible.</source>
        <translation>尚未上传的内容已尽可能移交管理员。</translation>
    </message>
    <message>
        <source>This release of the program is too old for the district server.</source>
        <translation>本程序版本过旧，区级服务器不再支持。</translation>
    </message>
    <message>
        <source>Your work is still sent; what others write does not come in.</source>
        <translation>您的工作照常上传，但无法接收他人录入的内容。</translation>
    </message>
    <message>
        <source>Install the newest release.</source>
        <translation>请安装最新版本。</translation>
    </message>
    <message>
        <source>The district server answered something that cannot be understood (%1).</source>
        <translation>区级服务器的应答无法识别（%1）。</translation>
    </message>
    <message>
        <source>If it stays, tell the administrator the code.</source>
        <translation>如一直出现，请将代码告知管理员。</translation>
    </message>
    <message>
        <source>Some of the work needs a newer release of the district server.</source>
        <translation>部分内容须待区级服务器升级后方可上传。</translation>
    </message>
    <message>
        <source>It waits and goes by itself when the server is brought up to date.</source>
        <translation>相关内容暂存本机，服务器升级后自动上传。</translation>
    </message>
    <message>
        <source>The server wants to remove %1 of %2 records of office %3 from this computer.</source>
        <translation>服务器要求从本机移除%3的%2条记录中的%1条。</translation>
    </message>
    <message>
        <source>Nothing was removed.</source>
        <translation>尚未移除任何记录。</translation>
    </message>
    <message>
        <source>Ask the administrator whether that is meant, then allow it.</source>
        <translation>请先向管理员核实，确认无误后再准予移除。</translation>
    </message>
    <message>
        <source>The records of office %1 differ from those on the server, and repairing did not help.</source>
        <translation>%1的记录与服务器不一致，且修复未成功。</translation>
    </message>
    <message>
        <source>You can go on working; your work is sent as usual.</source>
        <translation>您可以继续工作，录入的内容照常上传。</translation>
    </message>
    <message>
        <source>Tell the administrator the code; it is tried again tomorrow.</source>
        <translation>请将代码告知管理员；系统明日将再次尝试修复。</translation>
    </message>
    <message>
        <source>The server at this address is not the one that the enrolment code names.</source>
        <translation>该地址的服务器与入网码所指定的服务器不符。</translation>
    </message>
    <message>
        <source>Nothing was sent.</source>
        <translation>未发送任何内容。</translation>
    </message>
    <message>
        <source>Compare the address and the code with the sheet; tell the administrator if both are right.</source>
        <translation>请与入网通知单核对地址和入网码；如均无误，请告知管理员。</translation>
    </message>
    <message>
        <source>The district server does not accept this enrolment code.</source>
        <translation>区级服务器不接受该入网码。</translation>
    </message>
    <message>
        <source>The district server does not accept this name, password or second factor.</source>
        <translation>区级服务器不接受该用户名、密码或动态口令。</translation>
    </message>
    <message>
        <source>Nothing was changed; the enrolment code is still good.</source>
        <translation>未作任何更改，入网码仍然有效。</translation>
    </message>
    <message>
        <source>A code is good once and for one day; ask the administrator for a new one.</source>
        <translation>入网码一天内有效且只能使用一次，请向管理员重新索取。</translation>
    </message>
    <message>
        <source>This is not the address of a server.</source>
        <translation>该内容不是有效的服务器地址。</translation>
    </message>
    <message>
        <source>Enter a name or number, with a port if the sheet names one: server.example:8443.</source>
        <translation>请填写服务器名称或地址；入网通知单注明端口的，一并填写，例如 server.example:8443。</translation>
    </message>
    <message>
        <source>This exchange file is not for this computer, or was changed on its way.</source>
        <translation>该交换文件不属于本机，或在传递途中被改动。</translation>
    </message>
    <message>
        <source>Take the answer that was made for the last file written here.</source>
        <translation>请使用针对本机最近一次导出文件的回执文件。</translation>
    </message>
    <message>
        <source>This exchange file was taken in already, or a newer one was written since.</source>
        <translation>该交换文件已导入过，或本机此后又导出了新文件。</translation>
    </message>
    <message>
        <source>Take the answer to the newest file.</source>
        <translation>请使用最新导出文件所对应的回执文件。</translation>
    </message>
    <message>
        <source>The server could not read the request.</source>
        <translation>服务器无法识别该请求。</translation>
    </message>
    <message>
        <source>Install the newest release; if it stays, report the code.</source>
        <translation>请安装最新版本；如仍出现，请将代码告知管理员。</translation>
    </message>
    <message>
        <source>The server does not know this workstation, or its signature does not fit.</source>
        <translation>服务器没有本工作站的登记，或者签名不符。</translation>
    </message>
    <message>
        <source>Your work is safe on this computer.</source>
        <translation>您的工作已安全保存在本机。</translation>
    </message>
    <message>
        <source>Ask the administrator whether this workstation is still enrolled.</source>
        <translation>请向管理员核实本工作站是否仍在册。</translation>
    </message>
    <message>
        <source>This workstation is no longer admitted to the district.</source>
        <translation>本工作站已被注销，不能再接入本区。</translation>
    </message>
    <message>
        <source>What was unsent can still be handed in.</source>
        <translation>未上传的内容仍可交出。</translation>
    </message>
    <message>
        <source>The login at the server has ended.</source>
        <translation>服务器登录已失效。</translation>
    </message>
    <message>
        <source>Log in again.</source>
        <translation>请重新登录。</translation>
    </message>
    <message>
        <source>Login name, password or second factor is not right.</source>
        <translation>登录名、密码或动态口令不正确。</translation>
    </message>
    <message>
        <source>Try again; after several wrong attempts there is a pause between them.</source>
        <translation>请重试；多次输错后须暂停片刻方可再试。</translation>
    </message>
    <message>
        <source>Too many attempts; wait %1 seconds.</source>
        <translation>尝试次数过多，请等待%1秒。</translation>
    </message>
    <message>
        <source>This workstation or this person may not do that for the office.</source>
        <translation>本工作站或当前人员无权为该机构进行此项操作。</translation>
    </message>
    <message>
        <source>Ask the administrator for the right.</source>
        <translation>请向管理员申请权限。</translation>
    </message>
    <message>
        <source>The server was restored from a backup meanwhile.</source>
        <translation>服务器在此期间已从备份还原。</translation>
    </message>
    <message>
        <source>Your work is safe; what the backup lacks is sent again by itself.</source>
        <translation>您的工作未丢失；备份中缺少的内容会自动重新上传。</translation>
    </message>
    <message>
        <source>This release is too old to read from the server.</source>
        <translation>程序版本过旧，不能从服务器读取。</translation>
    </message>
    <message>
        <source>Unsent work is still taken.</source>
        <translation>未上传的工作仍可上传。</translation>
    </message>
    <message>
        <source>The server does not have what was asked for.</source>
        <translation>服务器没有所请求的内容。</translation>
    </message>
    <message>
        <source>The request is too large.</source>
        <translation>请求过大。</translation>
    </message>
    <message>
        <source>The server&apos;s storage does not answer (%1).</source>
        <translation>服务器的存储没有响应（%1）。</translation>
    </message>
    <message>
        <source>It is tried again by itself; tell the administrator if it lasts.</source>
        <translation>程序会自动重试；如持续出现，请告知管理员。</translation>
    </message>
    <message>
        <source>The enrolment code is wrong, used up or out of date.</source>
        <translation>入网码错误、已使用或已过期。</translation>
    </message>
    <message>
        <source>Ask the administrator for a new code.</source>
        <translation>请向管理员索取新的入网码。</translation>
    </message>
    <message>
        <source>There is a login of that name already.</source>
        <translation>该登录名已存在。</translation>
    </message>
    <message>
        <source>The password is too easy to guess.</source>
        <translation>密码过于简单。</translation>
    </message>
    <message>
        <source>Use 10 to 200 characters of at least three kinds (small and capital letters, digits, others), without the login name.</source>
        <translation>请使用10至200个字符，至少包含小写字母、大写字母、数字、其他字符中的三类，且不含登录名。</translation>
    </message>
    <message>
        <source>These roles cannot stand together in one account, or one is unknown (%1).</source>
        <translation>这些角色不能同属一个账号，或其中有未知角色（%1）。</translation>
    </message>
    <message>
        <source>Make separate accounts for them.</source>
        <translation>请分别设立账号。</translation>
    </message>
    <message>
        <source>There is no such office in the district (%1).</source>
        <translation>本区没有该机构（%1）。</translation>
    </message>
    <message>
        <source>The server&apos;s records do not hold together (%1).</source>
        <translation>服务器数据前后不符（%1）。</translation>
    </message>
    <message>
        <source>Keep the files as they are and restore the last backup that verifies.</source>
        <translation>请保持文件原样，用最近一份核验通过的备份还原。</translation>
    </message>
    <message>
        <source>The year cannot be closed: %1 numbers of %2 are not accounted for, the first is %3.</source>
        <translation>年度不能结号：%2 有%1个编号未说明去向，首个为 %3。</translation>
    </message>
    <message>
        <source>Let the workstations return their blocks, or enter the numbers as void with a reason.</source>
        <translation>请各工作站退回号段，或者注明原因，将编号登记作废。</translation>
    </message>
    <message>
        <source>The server gives no number for this (%1).</source>
        <translation>服务器不为此事项编号（%1）。</translation>
    </message>
    <message>
        <source>This storage holds a district already.</source>
        <translation>该存储中已有一个区的数据。</translation>
    </message>
    <message>
        <source>This storage holds no district yet.</source>
        <translation>该存储尚未初始化。</translation>
    </message>
    <message>
        <source>Run init first.</source>
        <translation>请先执行初始化。</translation>
    </message>
    <message>
        <source>The storage has format %1; this server knows formats up to %2.</source>
        <translation>存储格式为%1，本服务器最高支持%2。</translation>
    </message>
    <message>
        <source>Install the newer release.</source>
        <translation>请安装较新版本。</translation>
    </message>
    <message>
        <source>A file of the server cannot be read or written (%1).</source>
        <translation>服务器文件无法读写（%1）。</translation>
    </message>
    <message>
        <source>Check the folder, its rights and the room on the disk.</source>
        <translation>请检查文件夹、权限及磁盘空间。</translation>
    </message>
    <message>
        <source>This is not a whole backup of this district (%1).</source>
        <translation>这不是本区的完整备份（%1）。</translation>
    </message>
    <message>
        <source>This exchange file comes from a workstation that the district does not know.</source>
        <translation>该交换文件来自本区未登记的工作站。</translation>
    </message>
    <message>
        <source>Nothing was taken.</source>
        <translation>未接收任何内容。</translation>
    </message>
    <message>
        <source>Ask which district it was written for.</source>
        <translation>请查明该文件是写给哪个区的。</translation>
    </message>
    <message>
        <source>This is no whole exchange file for this district: it was cut off or changed on its way, or is meant for somebody else.</source>
        <translation>这不是写给本区的完整交换文件：文件被截断，途中被改动，或者不是写给本区的。</translation>
    </message>
    <message>
        <source>Have the workstation write a new file.</source>
        <translation>请由该工作站重新生成交换文件。</translation>
    </message>
    <message>
        <source>File %1 of this workstation was taken already, or came after a newer one; the last one taken is %2.</source>
        <translation>该工作站的第%1号文件已经接收，或者晚于较新的文件送达；最近接收的是第%2号。</translation>
    </message>
    <message>
        <source>Give back the answer that was made; if it is lost, have the workstation write a new file.</source>
        <translation>请把已生成的答复文件带回；答复文件遗失的，由该工作站重新生成交换文件。</translation>
    </message>
    <message>
        <source>File %1 of this workstation does not follow file %2, which was taken last.</source>
        <translation>该工作站的第%1号文件与最近接收的第%2号文件不相衔接。</translation>
    </message>
    <message>
        <source>A copy of the workstation&apos;s store may be in use. Have the right one write a new file.</source>
        <translation>该工作站的数据可能有副本在使用。请查明后，由正式的工作站重新生成交换文件。</translation>
    </message>
    <message>
        <source>Nobody who may log in stands behind this exchange file.</source>
        <translation>该交换文件没有可登录人员的授权。</translation>
    </message>
    <message>
        <source>Somebody with an account has to log in at that workstation over the line once.</source>
        <translation>须有账号的人员在该工作站联网登录一次。</translation>
    </message>
    <message>
        <source>This exchange file was written before the server was restored from a backup.</source>
        <translation>该交换文件是在服务器从备份恢复之前生成的。</translation>
    </message>
    <message>
        <source>Nothing was taken. The answer was written; it tells the workstation.</source>
        <translation>未接收任何内容。答复文件已生成，用于告知该工作站。</translation>
    </message>
    <message>
        <source>Let the workstation read the answer and write a new file.</source>
        <translation>请由该工作站读取答复文件后重新生成交换文件。</translation>
    </message>
    <message>
        <source>The answer could not be written to “%1”: %2</source>
        <translation>答复文件无法写入“%1”：%2</translation>
    </message>
    <message>
        <source>What the workstation handed in was taken.</source>
        <translation>该工作站报送的内容已经接收。</translation>
    </message>
    <message>
        <source>Have the workstation write a new file; its answer repeats what was decided.</source>
        <translation>请由该工作站重新生成交换文件，新的答复会重复已作出的处理结果。</translation>
    </message>
    <message>
        <source>Choose another backup.</source>
        <translation>请选择其他备份。</translation>
    </message>
    <message>
        <source>The server did not understand the form of the request (%1).</source>
        <translation>服务器无法识别请求的格式（%1）。</translation>
    </message>
    <message>
        <source>The request is larger than the server takes.</source>
        <translation>请求超过服务器允许的大小。</translation>
    </message>
    <message>
        <source>The server has too much to do at the moment.</source>
        <translation>服务器目前繁忙。</translation>
    </message>
    <message>
        <source>It is tried again by itself.</source>
        <translation>程序会自动重试。</translation>
    </message>
    <message>
        <source>This workstation or its office asks the server too often.</source>
        <translation>本工作站或所在机构访问服务器过于频繁。</translation>
    </message>
    <message>
        <source>The server has nothing at this address.</source>
        <translation>服务器上没有这一地址。</translation>
    </message>
    <message>
        <source>Check the server&apos;s address in the settings.</source>
        <translation>请核对设置中的服务器地址。</translation>
    </message>
    <message>
        <source>The server cannot take connections at %1: %2</source>
        <translation>服务器无法在 %1 接受连接：%2</translation>
    </message>
    <message>
        <source>Check that no other server runs there, or give another address with --listen.</source>
        <translation>请确认该处没有运行其他服务器，或用 --listen 指定其他地址。</translation>
    </message>
    <message>
        <source>The certificate file “%1” cannot be used.</source>
        <translation>证书文件“%1”无法使用。</translation>
    </message>
    <message>
        <source>Put it back from a backup of the server&apos;s folder.</source>
        <translation>请从服务器文件夹的备份中还原该文件。</translation>
    </message>
    <message>
        <source>The server&apos;s key does not open the certificate file “%1”.</source>
        <translation>服务器密钥无法打开证书文件“%1”。</translation>
    </message>
    <message>
        <source>Give the key that was made together with this folder.</source>
        <translation>请使用与该文件夹同时生成的密钥。</translation>
    </message>
    <message>
        <source>A certificate could not be made (%1).</source>
        <translation>证书无法生成（%1）。</translation>
    </message>
    <message>
        <source>Check the names given with --name.</source>
        <translation>请核对 --name 给出的名称。</translation>
    </message>
    <message>
        <source>The file “%1” cannot be written: %2</source>
        <translation>文件“%1”无法写入：%2</translation>
    </message>
    <message>
        <source>What stood there before is unchanged.</source>
        <translation>原有内容未变。</translation>
    </message>
    <message>
        <source>Check the disk and the rights of the folder.</source>
        <translation>请检查磁盘和文件夹权限。</translation>
    </message>
    <message>
        <source>There is no next authority.</source>
        <translation>尚未生成新根证书。</translation>
    </message>
    <message>
        <source>Make one first, and wait until all workstations have connected.</source>
        <translation>请先生成，并等待所有工作站连接过一次。</translation>
    </message>
    <message>
        <source>There is no district in the folder “%1” yet.</source>
        <translation>文件夹“%1”中尚未建立区级数据。</translation>
    </message>
    <message>
        <source>Make one with “yizhan-server init --data DIR --district NAME --name HOST”, where HOST is the name or address by which workstations reach this computer.</source>
        <translation>请用“yizhan-server init --data 文件夹 --district 区名 --name 主机”建立，其中“主机”为工作站访问本机所用的名称或地址。</translation>
    </message>
    <message>
        <source>The folder “%1” holds a district already.</source>
        <translation>文件夹“%1”中已有区级数据。</translation>
    </message>
    <message>
        <source>Give another folder with --data.</source>
        <translation>请用 --data 指定其他文件夹。</translation>
    </message>
    <message>
        <source>The server&apos;s key “%1” cannot be read.</source>
        <translation>服务器密钥“%1”无法读取。</translation>
    </message>
    <message>
        <source>Name it with --key-file, or put its copy back. Without the key nobody can open the data.</source>
        <translation>请用 --key-file 指定，或者放回密钥副本。没有密钥，数据无法打开。</translation>
    </message>
    <message>
        <source>Others than its owner may read the server&apos;s key “%1”.</source>
        <translation>服务器密钥“%1”可被所有者以外的人员读取。</translation>
    </message>
    <message>
        <source>Take the right away: chmod 600.</source>
        <translation>请收回权限：chmod 600。</translation>
    </message>
    <message>
        <source>A server runs on the folder “%1”.</source>
        <translation>文件夹“%1”上正运行着服务器。</translation>
    </message>
    <message>
        <source>Stop it first.</source>
        <translation>请先停止服务器。</translation>
    </message>
    <message>
        <source>The address of the database holds a password, and everybody on this computer can see it.</source>
        <translation>数据库地址中含有密码，本机所有人都能看到。</translation>
    </message>
    <message>
        <source>Leave it out; put it into the password file of PostgreSQL (PGPASSFILE).</source>
        <translation>请去掉密码，改存入 PostgreSQL 的密码文件（PGPASSFILE）。</translation>
    </message>
    <message>
        <source>“%1” exists already.</source>
        <translation>“%1”已存在。</translation>
    </message>
    <message>
        <source>Give another name.</source>
        <translation>请换一个名称。</translation>
    </message>
    <message>
        <source>A backup of PostgreSQL is tried in a database of its own.</source>
        <translation>PostgreSQL 的备份须在另一个数据库中还原核验。</translation>
    </message>
    <message>
        <source>Restore it with another --data and an empty database as --postgres, then verify that one.</source>
        <translation>请另行指定 --data 文件夹，并以 --postgres 指定空数据库进行还原，再对其核验。</translation>
    </message>
    <message>
        <source>The check found faults: %1.</source>
        <translation>核验发现%1处问题。</translation>
    </message>
    <message>
        <source>The file “%1” cannot be read.</source>
        <translation>无法读取文件“%1”。</translation>
    </message>
    <message>
        <source>Check its name and whether you may read it.</source>
        <translation>请检查文件名及读取权限。</translation>
    </message>
    <message>
        <source>This store does not belong to a district yet.</source>
        <translation>本案件库尚未接入区级服务器。</translation>
    </message>
    <message>
        <source>Nothing was sent; your work is safe on this computer.</source>
        <translation>未上传任何内容，您的工作已安全保存在本机。</translation>
    </message>
    <message>
        <source>“yizhan-cli enrol” lets it join, with a code from the administrator.</source>
        <translation>请凭管理员发放的入网码，用“yizhan-cli enrol”接入。</translation>
    </message>
    <message>
        <source>This store belongs to a district already: %1.</source>
        <translation>本案件库已接入：%1。</translation>
    </message>
    <message>
        <source>Name another folder with --store, or let the administrator revoke this workstation first.</source>
        <translation>请用 --store 指定其他文件夹，或先请管理员注销本工作站。</translation>
    </message>
    <message>
        <source>There is no open conflict “%1”.</source>
        <translation>没有待处理的争议“%1”。</translation>
    </message>
    <message>
        <source>“yizhan-cli conflicts” lists what is open.</source>
        <translation>用“yizhan-cli conflicts”查看待处理的争议。</translation>
    </message>
    <message>
        <source>“%1” is no way to settle it.</source>
        <translation>不能用“%1”处理。</translation>
    </message>
    <message>
        <source>Expected: %2</source>
        <translation>应为：%2</translation>
    </message>
    <message>
        <source>No enrolment code was given.</source>
        <translation>未提供入网码。</translation>
    </message>
    <message>
        <source>Use --code-file, or give it on the first line of standard input.</source>
        <translation>请使用 --code-file，或者在标准输入的第一行提供。</translation>
    </message>
    <message>
        <source>No login was given.</source>
        <translation>未提供登录名。</translation>
    </message>
    <message>
        <source>Use --user, or give it on a line of standard input.</source>
        <translation>请使用 --user，或者在标准输入中提供。</translation>
    </message>
    <message>
        <source>No number of the series “%1” was ever given out.</source>
        <translation>编号序列“%1”从未发出过编号。</translation>
    </message>
    <message>
        <source>A key looks like mediation/2026/JO01.</source>
        <translation>序列写作 mediation/2026/JO01 的形式。</translation>
    </message>
    <message>
        <source>These are not numbers that were given out; the highest is %1.</source>
        <translation>所列编号并未发出；已发出的最大编号为 %1。</translation>
    </message>
    <message>
        <source>Give the first and the last serial number.</source>
        <translation>请给出起止流水号。</translation>
    </message>
    <message>
        <source>%1 is closed already.</source>
        <translation>%1 已结号。</translation>
    </message>
    <message>
        <source>One of these numbers of %1 is used, void or returned already.</source>
        <translation>%1 的所列编号中有已使用、已作废或已退回的。</translation>
    </message>
    <message>
        <source>One of these numbers of %1 is held by a workstation, which may use it at any time.</source>
        <translation>%1 的所列编号中有工作站持有的，随时可能使用。</translation>
    </message>
    <message>
        <source>Let the workstation connect and return its numbers, or revoke it.</source>
        <translation>请让该工作站联网退回编号，或注销该工作站。</translation>
    </message>
    <message>
        <source>The word “help” lists the commands.</source>
        <translation>用“help”查看全部命令。</translation>
    </message>
    <message>
        <source>“help” with the command&apos;s name shows how it is called.</source>
        <translation>用“help”加命令名查看用法。</translation>
    </message>
    <message>
        <source>The file “%1” cannot be read: %2</source>
        <translation>无法读取文件“%1”：%2</translation>
    </message>
    <message>
        <source>The two passwords differ.</source>
        <translation>两次输入的密码不一致。</translation>
    </message>
    <message>
        <source>The case that this entry was made in is not on this computer any more.</source>
        <translation>这条内容所属的案件已不在本机。</translation>
    </message>
    <message>
        <source>Nothing was changed; what was entered is kept.</source>
        <translation>未作任何改动，录入的内容仍然保留。</translation>
    </message>
    <message>
        <source>Name the case to enter it in, by its number, with --in.</source>
        <translation>请用 --in 加案号指定要录入的案件。</translation>
    </message>
    <message>
        <source>The time for which this computer may be used without the district server ended on %1.</source>
        <translation>本机离线使用的期限已于%1届满。</translation>
    </message>
    <message>
        <source>Nothing is lost: what was not sent yet is kept here and is sent after you have logged in.</source>
        <translation>数据没有丢失：尚未上传的内容仍保存在本机，登录后自动上传。</translation>
    </message>
    <message>
        <source>Connect this computer to the district&apos;s network and unlock it again; the server then checks your password.</source>
        <translation>请将本机接入区级网络后重新解锁，由服务器核对密码。</translation>
    </message>
    <message>
        <source>The clock of this computer shows an earlier time than on %1, when the district server was last reached.</source>
        <translation>本机时间早于最近一次连接区级服务器的时间（%1）。</translation>
    </message>
    <message>
        <source>Set the time of this computer right, or connect to the district&apos;s network, and unlock again.</source>
        <translation>请校准本机时间，或者接入区级网络，然后重新解锁。</translation>
    </message>
    <message>
        <source>Nothing of this case is kept aside.</source>
        <translation>未暂存该案件的内容。</translation>
    </message>
    <message>
        <source>“yizhan-cli aside” lists what was removed in the last seven days.</source>
        <translation>“yizhan-cli aside”列出最近七天内移除的案件。</translation>
    </message>
    <message>
        <source>“%1” is no official number that workstations keep blocks of.</source>
        <translation>“%1”不是可由工作站预领号段的编号种类。</translation>
    </message>
    <message>
        <source>The server was not started.</source>
        <translation>服务器未启动。</translation>
    </message>
    <message>
        <source>Name a series that numbers.json gives by lease, such as mediation.</source>
        <translation>请指定编号规则中以预领方式发放的编号种类，例如 --leased mediation。</translation>
    </message>
</context>
<context>
    <name>Exchange</name>
    <message>
        <source>less than a minute</source>
        <translation>不到1分钟</translation>
    </message>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%n分钟</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h</source>
        <translation>
            <numerusform>%n小时</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n天</numerusform>
        </translation>
    </message>
    <message>
        <source>There has been no complete exchange yet.</source>
        <translation>尚未完整同步过。</translation>
    </message>
    <message>
        <source>Last complete exchange: %1.</source>
        <translation>上次完整同步：%1。</translation>
    </message>
    <message>
        <source>■ Exchange stopped</source>
        <translation>■ 同步已停止</translation>
    </message>
    <message>
        <source>▲ Log in to the server</source>
        <translation>▲ 请登录服务器</translation>
    </message>
    <message>
        <source>○ No line to the server</source>
        <translation>○ 未连上服务器</translation>
    </message>
    <message>
        <source>○ No line (last %1)</source>
        <translation>○ 未连上（上次 %1）</translation>
    </message>
    <message>
        <source>● Exchanged %1</source>
        <translation>● 已同步 %1</translation>
    </message>
    <message>
        <source>◐ Connected</source>
        <translation>◐ 已连接</translation>
    </message>
    <message>
        <source>◐ First copy %1 %</source>
        <translation>◐ 首次同步 %1%</translation>
    </message>
    <message>
        <source>◐ Exchanging …</source>
        <translation>◐ 正在同步…</translation>
    </message>
    <message>
        <source>Connecting to the district server.</source>
        <translation>正在连接区级服务器。</translation>
    </message>
    <message>
        <source>Sending what was entered here.</source>
        <translation>正在上传本机录入的内容。</translation>
    </message>
    <message>
        <source>Fetching what others entered.</source>
        <translation>正在接收他人录入的内容。</translation>
    </message>
    <message>
        <source>Comparing this copy with the server&apos;s.</source>
        <translation>正在与服务器核对。</translation>
    </message>
    <message>
        <source>Exchanging scans and numbers.</source>
        <translation>正在传送扫描件和号段。</translation>
    </message>
    <message>
        <source>Connected. News arrive by themselves.</source>
        <translation>已连接，有新内容会自动送到。</translation>
    </message>
    <message>
        <source>The server cannot be reached; it is tried again by itself.</source>
        <translation>无法连接服务器，程序将自动重试。</translation>
    </message>
    <message>
        <source>The server cannot be reached; it is tried again at %1.</source>
        <translation>无法连接服务器，%1自动重试。</translation>
    </message>
    <message>
        <source>The district server asks for your password.</source>
        <translation>区级服务器要求输入密码。</translation>
    </message>
    <message>
        <source>This computer does not exchange with the district any more.</source>
        <translation>本机已不再与区级服务器同步。</translation>
    </message>
    <message>
        <source>Unsent 0</source>
        <translation>待上传 0</translation>
    </message>
    <message>
        <source>Everything that was entered here is at the server.</source>
        <translation>本机录入的内容已全部上传。</translation>
    </message>
    <message>
        <source>▲ Unsent %1 (oldest %2)</source>
        <translation>▲ 待上传 %1（最早 %2前）</translation>
    </message>
    <message>
        <source>%1 changes are saved here, encrypted, and wait for the server; the oldest has waited %2.</source>
        <translation>%1处修改已加密保存在本机，等待上传；最早的已等待%2。</translation>
    </message>
    <message>
        <source>To settle 0</source>
        <translation>争议 0</translation>
    </message>
    <message>
        <source>No value was changed by two people at once.</source>
        <translation>没有两人同时修改的内容。</translation>
    </message>
    <message>
        <source>◆ To settle %1</source>
        <translation>◆ 争议 %1</translation>
    </message>
    <message>
        <source>%1 values were changed by two people at once; somebody has to say which is right.</source>
        <translation>%1处内容被两人同时修改，须确定以哪个为准。</translation>
    </message>
    <message>
        <source>Came back 0</source>
        <translation>被退回 0</translation>
    </message>
    <message>
        <source>The server took everything that was sent.</source>
        <translation>上传的内容服务器已全部接收。</translation>
    </message>
    <message>
        <source>↩ Came back %1</source>
        <translation>↩ 被退回 %1</translation>
    </message>
    <message>
        <source>%1 entries were not taken or were passed on: %2.</source>
        <translation>%1条内容未被接收或已转交：%2。</translation>
    </message>
    <message>
        <source>⚠ Clock differs %1</source>
        <translation>⚠ 本机时间相差%1</translation>
    </message>
    <message>
        <source>The clock of this computer is %1 ahead of the server&apos;s. Set it right; nothing is lost by it.</source>
        <translation>本机时间比服务器快%1，请校准。数据不受影响。</translation>
    </message>
    <message>
        <source>The clock of this computer is %1 behind the server&apos;s. Set it right; nothing is lost by it.</source>
        <translation>本机时间比服务器慢%1，请校准。数据不受影响。</translation>
    </message>
    <message>
        <source>This release of the program may only hand in its work. Install the newest release to see what others enter.</source>
        <translation>当前程序版本只能上传。请安装最新版本，才能看到他人录入的内容。</translation>
    </message>
    <message>
        <source>Some of the unsent work needs a newer server. It is kept and goes by itself later.</source>
        <translation>部分待上传内容要等服务器升级。内容已保存，升级后自动上传。</translation>
    </message>
    <message>
        <source>%1 unsent changes are for %2, which this computer may not see any more. Tell the administrator; they are kept.</source>
        <translation>有%1处待上传的修改属于%2，本机已无权查看该机构。内容已保存，请告知管理员。</translation>
    </message>
    <message>
        <source>The records of %1 here differ from the server&apos;s although everything was tried today. You can go on working; tell the administrator.</source>
        <translation>%1在本机的记录与服务器不一致，今天多次修复仍未解决。可以继续工作，请告知管理员。</translation>
    </message>
</context>
<context>
    <name>Field</name>
    <message>
        <source>Office</source>
        <translation>机构</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>创建时间</translation>
    </message>
    <message>
        <source>Created by</source>
        <translation>创建人</translation>
    </message>
    <message>
        <source>Last change</source>
        <translation>最后修改</translation>
    </message>
    <message>
        <source>Changed by</source>
        <translation>修改人</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>Not sent yet</source>
        <translation>待上传</translation>
    </message>
    <message>
        <source>Judicial confirmation</source>
        <translation>司法确认</translation>
    </message>
    <message>
        <source>Performance</source>
        <translation>履行情况</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Number of the agreement</source>
        <translation>协议编号</translation>
    </message>
    <message>
        <source>Form of the agreement</source>
        <translation>协议形式</translation>
    </message>
    <message>
        <source>Facts, points in dispute, responsibilities</source>
        <translation>主要事实、争议事项及责任</translation>
    </message>
    <message>
        <source>Last party signed on</source>
        <translation>末位当事人签名日期</translation>
    </message>
    <message>
        <source>Mediator signed on</source>
        <translation>调解员签名日期</translation>
    </message>
    <message>
        <source>Committee&apos;s seal on</source>
        <translation>调委会盖章日期</translation>
    </message>
    <message>
        <source>Agreed by word of mouth on</source>
        <translation>口头协议达成日期</translation>
    </message>
    <message>
        <source>Effective on</source>
        <translation>生效日期</translation>
    </message>
    <message>
        <source>Every party signed, sealed or fingerprinted</source>
        <translation>各方均已签名、盖章或按指印</translation>
    </message>
    <message>
        <source>Number of copies</source>
        <translation>份数</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>To be performed by</source>
        <translation>履行期限</translation>
    </message>
    <message>
        <source>Nothing to perform</source>
        <translation>无需履行</translation>
    </message>
    <message>
        <source>Performed on the spot</source>
        <translation>即时履行</translation>
    </message>
    <message>
        <source>Proof of performance</source>
        <translation>履行凭证</translation>
    </message>
    <message>
        <source>Disputed since</source>
        <translation>发生争议日期</translation>
    </message>
    <message>
        <source>What is disputed</source>
        <translation>争议内容</translation>
    </message>
    <message>
        <source>Parties told that a suit is possible</source>
        <translation>已告知可以起诉</translation>
    </message>
    <message>
        <source>Number of the enforcement</source>
        <translation>执行案号</translation>
    </message>
    <message>
        <source>Enforced on</source>
        <translation>强制执行日期</translation>
    </message>
    <message>
        <source>Parties&apos; statement on confirmation</source>
        <translation>当事人司法确认意见</translation>
    </message>
    <message>
        <source>Applied for together</source>
        <translation>双方共同申请</translation>
    </message>
    <message>
        <source>Court&apos;s grounds of refusal checked</source>
        <translation>已核对法院不予受理情形</translation>
    </message>
    <message>
        <source>Grounds that may stand against it</source>
        <translation>可能的法院不予受理情形</translation>
    </message>
    <message>
        <source>Why it is applied for nevertheless</source>
        <translation>仍申请的理由</translation>
    </message>
    <message>
        <source>Where it is handled</source>
        <translation>办理方式</translation>
    </message>
    <message>
        <source>Court</source>
        <translation>法院</translation>
    </message>
    <message>
        <source>Court number</source>
        <translation>法院案号</translation>
    </message>
    <message>
        <source>Applied on</source>
        <translation>申请日期</translation>
    </message>
    <message>
        <source>Accepted by the court on</source>
        <translation>法院受理日期</translation>
    </message>
    <message>
        <source>Decided by the court on</source>
        <translation>法院裁定日期</translation>
    </message>
    <message>
        <source>Court&apos;s ground</source>
        <translation>法院裁定情形</translation>
    </message>
    <message>
        <source>Court&apos;s reason in words</source>
        <translation>法院裁定理由</translation>
    </message>
    <message>
        <source>Application withdrawn on</source>
        <translation>撤回申请日期</translation>
    </message>
    <message>
        <source>Review by the arbitration commission asked for on</source>
        <translation>申请仲裁审查日期</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>义务人</translation>
    </message>
    <message>
        <source>To whom</source>
        <translation>权利人</translation>
    </message>
    <message>
        <source>How</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>By when</source>
        <translation>履行期限</translation>
    </message>
    <message>
        <source>Performed on</source>
        <translation>履行日期</translation>
    </message>
    <message>
        <source>Amount performed</source>
        <translation>已履行金额</translation>
    </message>
    <message>
        <source>Proof</source>
        <translation>凭证</translation>
    </message>
    <message>
        <source>Scan of the proof</source>
        <translation>凭证扫描件</translation>
    </message>
    <message>
        <source>Assignment number</source>
        <translation>指派号</translation>
    </message>
    <message>
        <source>Firm</source>
        <translation>承办单位</translation>
    </message>
    <message>
        <source>Person of the directory</source>
        <translation>名册人员</translation>
    </message>
    <message>
        <source>Assigned person</source>
        <translation>承办人员</translation>
    </message>
    <message>
        <source>Licence number</source>
        <translation>执业证号</translation>
    </message>
    <message>
        <source>Years of criminal defence</source>
        <translation>刑辩执业年限</translation>
    </message>
    <message>
        <source>Familiar with minors</source>
        <translation>熟悉未成年人</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Assigned on</source>
        <translation>指派日期</translation>
    </message>
    <message>
        <source>Engagement signed on</source>
        <translation>委托签订日期</translation>
    </message>
    <message>
        <source>Not signed because</source>
        <translation>未签订原因</translation>
    </message>
    <message>
        <source>Ended on</source>
        <translation>结束日期</translation>
    </message>
    <message>
        <source>Ended because</source>
        <translation>终止原因</translation>
    </message>
    <message>
        <source>No conflict of interest</source>
        <translation>无利益冲突</translation>
    </message>
    <message>
        <source>Not on leave</source>
        <translation>不在请假期间</translation>
    </message>
    <message>
        <source>Checksum</source>
        <translation>校验值</translation>
    </message>
    <message>
        <source>File name</source>
        <translation>文件名</translation>
    </message>
    <message>
        <source>Kind of file</source>
        <translation>文件类型</translation>
    </message>
    <message>
        <source>Size in bytes</source>
        <translation>大小（字节）</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Signed copy of</source>
        <translation>所签文书</translation>
    </message>
    <message>
        <source>Date of the paper</source>
        <translation>文书日期</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页数</translation>
    </message>
    <message>
        <source>Original seen</source>
        <translation>已核对原件</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Kind of committee</source>
        <translation>调委会类型</translation>
    </message>
    <message>
        <source>Village or community</source>
        <translation>村居</translation>
    </message>
    <message>
        <source>Chair</source>
        <translation>主任</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>委员人数</translation>
    </message>
    <message>
        <source>Women among them</source>
        <translation>女委员人数</translation>
    </message>
    <message>
        <source>Elected on</source>
        <translation>选举日期</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>联系地址</translation>
    </message>
    <message>
        <source>On the court&apos;s list</source>
        <translation>列入法院特邀名册</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>Demo data</source>
        <translation>演示数据</translation>
    </message>
    <message>
        <source>Term ends on</source>
        <translation>任期届满日期</translation>
    </message>
    <message>
        <source>Case number</source>
        <translation>案号</translation>
    </message>
    <message>
        <source>Provisional number</source>
        <translation>临时编号</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>收到时间</translation>
    </message>
    <message>
        <source>First responder</source>
        <translation>首问责任人</translation>
    </message>
    <message>
        <source>Handler</source>
        <translation>承办人</translation>
    </message>
    <message>
        <source>Returns to</source>
        <translation>返回状态</translation>
    </message>
    <message>
        <source>Green channel</source>
        <translation>绿色通道</translation>
    </message>
    <message>
        <source>Reason of urgency</source>
        <translation>加急事由</translation>
    </message>
    <message>
        <source>Key project</source>
        <translation>重点项目</translation>
    </message>
    <message>
        <source>Restricted case</source>
        <translation>限制查阅案件</translation>
    </message>
    <message>
        <source>Closed on</source>
        <translation>结案日期</translation>
    </message>
    <message>
        <source>Archived on</source>
        <translation>归档日期</translation>
    </message>
    <message>
        <source>Archive class</source>
        <translation>案卷密级</translation>
    </message>
    <message>
        <source>Retention period</source>
        <translation>保管期限</translation>
    </message>
    <message>
        <source>Shelf</source>
        <translation>存放位置</translation>
    </message>
    <message>
        <source>Void because</source>
        <translation>作废原因</translation>
    </message>
    <message>
        <source>From consultation</source>
        <translation>来源咨询</translation>
    </message>
    <message>
        <source>Parties</source>
        <translation>当事人</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>到期日</translation>
    </message>
    <message>
        <source>Time limit</source>
        <translation>期限事项</translation>
    </message>
    <message>
        <source>Date provisional</source>
        <translation>暂定日期</translation>
    </message>
    <message>
        <source>Clock paused</source>
        <translation>期限暂停</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>渠道</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>咨询类别</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>咨询内容</translation>
    </message>
    <message>
        <source>Persons</source>
        <translation>人次</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>时长（分钟）</translation>
    </message>
    <message>
        <source>Answer by appointment</source>
        <translation>预约答复</translation>
    </message>
    <message>
        <source>Key words</source>
        <translation>关键词</translation>
    </message>
    <message>
        <source>Person&apos;s name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>性别</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>年龄段</translation>
    </message>
    <message>
        <source>Category of person</source>
        <translation>人员类别</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>答复内容</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Guided to</source>
        <translation>指引去向</translation>
    </message>
    <message>
        <source>Replied</source>
        <translation>答复时间</translation>
    </message>
    <message>
        <source>Case made from it</source>
        <translation>转成的案件</translation>
    </message>
    <message>
        <source>Repeats</source>
        <translation>重复咨询</translation>
    </message>
    <message>
        <source>Times opened again</source>
        <translation>重新办理次数</translation>
    </message>
    <message>
        <source>Satisfaction</source>
        <translation>满意度</translation>
    </message>
    <message>
        <source>Rated on</source>
        <translation>评价日期</translation>
    </message>
    <message>
        <source>Called back</source>
        <translation>回访时间</translation>
    </message>
    <message>
        <source>Called back by</source>
        <translation>回访人</translation>
    </message>
    <message>
        <source>Result of the call-back</source>
        <translation>回访结果</translation>
    </message>
    <message>
        <source>Calling number</source>
        <translation>来电号码</translation>
    </message>
    <message>
        <source>Came in</source>
        <translation>呼入时间</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>接听时间</translation>
    </message>
    <message>
        <source>Rung off</source>
        <translation>挂断时间</translation>
    </message>
    <message>
        <source>Hotline agent</source>
        <translation>热线坐席</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>录音录像</translation>
    </message>
    <message>
        <source>Put through</source>
        <translation>已转接</translation>
    </message>
    <message>
        <source>Name of the workstation</source>
        <translation>工作站名称</translation>
    </message>
    <message>
        <source>Station number</source>
        <translation>工作站编号</translation>
    </message>
    <message>
        <source>Operating system</source>
        <translation>操作系统</translation>
    </message>
    <message>
        <source>Program release</source>
        <translation>程序版本</translation>
    </message>
    <message>
        <source>Public key</source>
        <translation>公钥</translation>
    </message>
    <message>
        <source>Enrolled</source>
        <translation>入网时间</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>最近连接时间</translation>
    </message>
    <message>
        <source>Revoked</source>
        <translation>注销时间</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>文书格式</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Number of the paper</source>
        <translation>文书编号</translation>
    </message>
    <message>
        <source>Printed</source>
        <translation>打印时间</translation>
    </message>
    <message>
        <source>As printed</source>
        <translation>打印稿</translation>
    </message>
    <message>
        <source>Signed copy</source>
        <translation>签署件</translation>
    </message>
    <message>
        <source>Served on</source>
        <translation>送达日期</translation>
    </message>
    <message>
        <source>Served by</source>
        <translation>送达方式</translation>
    </message>
    <message>
        <source>Final since</source>
        <translation>定稿时间</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Help given</source>
        <translation>帮助时间</translation>
    </message>
    <message>
        <source>Duty station</source>
        <translation>值班场所</translation>
    </message>
    <message>
        <source>Charge</source>
        <translation>涉嫌罪名</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>案件阶段</translation>
    </message>
    <message>
        <source>Kind of authority</source>
        <translation>办案机关类型</translation>
    </message>
    <message>
        <source>Authority</source>
        <translation>办案机关</translation>
    </message>
    <message>
        <source>Number of the notice</source>
        <translation>通知书文号</translation>
    </message>
    <message>
        <source>Help given in</source>
        <translation>帮助内容</translation>
    </message>
    <message>
        <source>Application for legal aid forwarded</source>
        <translation>已转交援助申请</translation>
    </message>
    <message>
        <source>Legal-aid case</source>
        <translation>法律援助案件</translation>
    </message>
    <message>
        <source>Major case</source>
        <translation>重大案件</translation>
    </message>
    <message>
        <source>Guilty-plea case</source>
        <translation>认罪认罚案件</translation>
    </message>
    <message>
        <source>Plea statement signed in the lawyer&apos;s presence</source>
        <translation>见证签署具结书</translation>
    </message>
    <message>
        <source>Signed on</source>
        <translation>签署日期</translation>
    </message>
    <message>
        <source>Opinion of the lawyer</source>
        <translation>律师意见</translation>
    </message>
    <message>
        <source>Opinion adopted</source>
        <translation>意见采纳情况</translation>
    </message>
    <message>
        <source>Papers in the file</source>
        <translation>在卷文书</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>回访人</translation>
    </message>
    <message>
        <source>Manner</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>Person asked</source>
        <translation>回访对象</translation>
    </message>
    <message>
        <source>Performance found</source>
        <translation>履行情况</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>回访情况</translation>
    </message>
    <message>
        <source>Nothing left to do</source>
        <translation>无需再跟进</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>调解协议</translation>
    </message>
    <message>
        <source>Again on</source>
        <translation>下次回访日期</translation>
    </message>
    <message>
        <source>To unit</source>
        <translation>转办单位</translation>
    </message>
    <message>
        <source>To person</source>
        <translation>转办对象</translation>
    </message>
    <message>
        <source>Matter</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Papers passed on</source>
        <translation>移交材料</translation>
    </message>
    <message>
        <source>Contact of the visitor</source>
        <translation>来访人联系方式</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>转出时间</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>签收时间</translation>
    </message>
    <message>
        <source>Accepted by</source>
        <translation>签收人</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>退回时间</translation>
    </message>
    <message>
        <source>Returned because</source>
        <translation>退回原因</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>办结时间</translation>
    </message>
    <message>
        <source>What came of it</source>
        <translation>办理反馈</translation>
    </message>
    <message>
        <source>At</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Court or tribunal</source>
        <translation>法院（仲裁机构）</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>法庭</translation>
    </message>
    <message>
        <source>Attended by</source>
        <translation>出庭人</translation>
    </message>
    <message>
        <source>Review of provisional aid</source>
        <translation>先行援助审查</translation>
    </message>
    <message>
        <source>Application number</source>
        <translation>申请编号</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>案件来源</translation>
    </message>
    <message>
        <source>Form of aid</source>
        <translation>援助形式</translation>
    </message>
    <message>
        <source>Kind of case</source>
        <translation>案件类别</translation>
    </message>
    <message>
        <source>Stage of the criminal case</source>
        <translation>刑事诉讼阶段</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>案由</translation>
    </message>
    <message>
        <source>Categories of the applicant</source>
        <translation>受援人群类别</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>案情概述</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>申请事项</translation>
    </message>
    <message>
        <source>Amount claimed</source>
        <translation>涉及金额</translation>
    </message>
    <message>
        <source>Limitation ends on</source>
        <translation>时效届满日期</translation>
    </message>
    <message>
        <source>Group of workers</source>
        <translation>讨薪群体编号</translation>
    </message>
    <message>
        <source>Competence checked</source>
        <translation>已核查管辖</translation>
    </message>
    <message>
        <source>No means test because</source>
        <translation>不受经济条件限制情形</translation>
    </message>
    <message>
        <source>Means not checked because</source>
        <translation>免予核查情形</translation>
    </message>
    <message>
        <source>How means were shown</source>
        <translation>经济状况核查方式</translation>
    </message>
    <message>
        <source>Persons in the household</source>
        <translation>家庭人口</translation>
    </message>
    <message>
        <source>Income of the household a month</source>
        <translation>家庭月收入</translation>
    </message>
    <message>
        <source>Income a head</source>
        <translation>人均月收入</translation>
    </message>
    <message>
        <source>Property and debts</source>
        <translation>财产及债务</translation>
    </message>
    <message>
        <source>Declared on</source>
        <translation>申报日期</translation>
    </message>
    <message>
        <source>Checked by</source>
        <translation>核查人</translation>
    </message>
    <message>
        <source>Place of custody</source>
        <translation>羁押场所</translation>
    </message>
    <message>
        <source>In custody</source>
        <translation>在押</translation>
    </message>
    <message>
        <source>Ground of the notice</source>
        <translation>通知情形</translation>
    </message>
    <message>
        <source>Notice received</source>
        <translation>通知收到时间</translation>
    </message>
    <message>
        <source>Ground found by the authority on</source>
        <translation>办案机关发现日期</translation>
    </message>
    <message>
        <source>Notice returned because</source>
        <translation>通知退回原因</translation>
    </message>
    <message>
        <source>Notice returned on</source>
        <translation>通知退回日期</translation>
    </message>
    <message>
        <source>Its case number</source>
        <translation>办案机关案号</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>联系人</translation>
    </message>
    <message>
        <source>Its phone</source>
        <translation>办案机关电话</translation>
    </message>
    <message>
        <source>Everything that is missing</source>
        <translation>需补充材料清单</translation>
    </message>
    <message>
        <source>To be supplied by</source>
        <translation>补充截止日期</translation>
    </message>
    <message>
        <source>Papers complete and in form</source>
        <translation>材料齐全、符合形式</translation>
    </message>
    <message>
        <source>Accepted on</source>
        <translation>受理日期</translation>
    </message>
    <message>
        <source>Conflict and duplicate checked</source>
        <translation>已核查冲突与重复</translation>
    </message>
    <message>
        <source>Within the scope of legal aid</source>
        <translation>属于法律援助范围</translation>
    </message>
    <message>
        <source>Reviewer</source>
        <translation>审查人</translation>
    </message>
    <message>
        <source>Opinion of the reviewer</source>
        <translation>审查意见</translation>
    </message>
    <message>
        <source>Passed on to</source>
        <translation>转交机构</translation>
    </message>
    <message>
        <source>Statement of withdrawal</source>
        <translation>撤回说明</translation>
    </message>
    <message>
        <source>Aid given before the review</source>
        <translation>先行援助</translation>
    </message>
    <message>
        <source>Ground of provisional aid</source>
        <translation>先行援助情形</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>审查决定</translation>
    </message>
    <message>
        <source>Decided on</source>
        <translation>决定日期</translation>
    </message>
    <message>
        <source>Refused because</source>
        <translation>不予办理原因</translation>
    </message>
    <message>
        <source>Signed by</source>
        <translation>签发人</translation>
    </message>
    <message>
        <source>Decision served on</source>
        <translation>决定送达日期</translation>
    </message>
    <message>
        <source>How it was served</source>
        <translation>送达方式</translation>
    </message>
    <message>
        <source>Change asked for by</source>
        <translation>更换申请方</translation>
    </message>
    <message>
        <source>Reason of the change</source>
        <translation>更换理由</translation>
    </message>
    <message>
        <source>Change decided on</source>
        <translation>更换决定日期</translation>
    </message>
    <message>
        <source>Decision on the change</source>
        <translation>更换审查决定</translation>
    </message>
    <message>
        <source>Reason told</source>
        <translation>告知的理由</translation>
    </message>
    <message>
        <source>Ground of termination</source>
        <translation>终止情形</translation>
    </message>
    <message>
        <source>Terminated on</source>
        <translation>终止日期</translation>
    </message>
    <message>
        <source>Termination served on</source>
        <translation>终止决定送达日期</translation>
    </message>
    <message>
        <source>Work was done before</source>
        <translation>终止前已开展工作</translation>
    </message>
    <message>
        <source>Concluded on</source>
        <translation>办结日期</translation>
    </message>
    <message>
        <source>Number of the result</source>
        <translation>结果文书号</translation>
    </message>
    <message>
        <source>Result document</source>
        <translation>结果文书</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>办理结果</translation>
    </message>
    <message>
        <source>Amount awarded</source>
        <translation>裁判金额</translation>
    </message>
    <message>
        <source>Obtained or saved for the aided person</source>
        <translation>取得或挽回利益</translation>
    </message>
    <message>
        <source>Closing summary</source>
        <translation>办案小结</translation>
    </message>
    <message>
        <source>Closing file received on</source>
        <translation>结案材料收到日期</translation>
    </message>
    <message>
        <source>File check passed</source>
        <translation>结案材料审查合格</translation>
    </message>
    <message>
        <source>Missing in the closing file</source>
        <translation>结案材料所缺内容</translation>
    </message>
    <message>
        <source>Drawn for quality control</source>
        <translation>抽中质量检查</translation>
    </message>
    <message>
        <source>Quality control by</source>
        <translation>质量检查方式</translation>
    </message>
    <message>
        <source>Quality score</source>
        <translation>质量评分</translation>
    </message>
    <message>
        <source>Quality grade</source>
        <translation>质量等次</translation>
    </message>
    <message>
        <source>Subsidy standard</source>
        <translation>补贴标准</translation>
    </message>
    <message>
        <source>Subsidy</source>
        <translation>办案补贴</translation>
    </message>
    <message>
        <source>Subsidy approved on</source>
        <translation>补贴审批日期</translation>
    </message>
    <message>
        <source>Subsidy paid on</source>
        <translation>补贴发放日期</translation>
    </message>
    <message>
        <source>Note or letter on the end</source>
        <translation>结束说明或函件</translation>
    </message>
    <message>
        <source>Lawyer</source>
        <translation>承办律师</translation>
    </message>
    <message>
        <source>Committee</source>
        <translation>调委会</translation>
    </message>
    <message>
        <source>Docking channel</source>
        <translation>对接机制</translation>
    </message>
    <message>
        <source>How the court referred</source>
        <translation>委派委托方式</translation>
    </message>
    <message>
        <source>Referred by</source>
        <translation>移送单位</translation>
    </message>
    <message>
        <source>Number of the referral</source>
        <translation>移送文号</translation>
    </message>
    <message>
        <source>Materials signed for on</source>
        <translation>材料签收日期</translation>
    </message>
    <message>
        <source>Arrived on the court&apos;s platform on</source>
        <translation>法院平台收到日期</translation>
    </message>
    <message>
        <source>Type of dispute</source>
        <translation>纠纷类型</translation>
    </message>
    <message>
        <source>More exactly</source>
        <translation>纠纷子类</translation>
    </message>
    <message>
        <source>Occurred on</source>
        <translation>发生日期</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Brief facts</source>
        <translation>纠纷简要情况</translation>
    </message>
    <message>
        <source>Claims</source>
        <translation>申请事项</translation>
    </message>
    <message>
        <source>People involved</source>
        <translation>涉及人数</translation>
    </message>
    <message>
        <source>Amount agreed</source>
        <translation>协议涉及金额</translation>
    </message>
    <message>
        <source>Difficulty</source>
        <translation>难易程度</translation>
    </message>
    <message>
        <source>Risk of escalation</source>
        <translation>激化风险</translation>
    </message>
    <message>
        <source>Prevented</source>
        <translation>防激化类型</translation>
    </message>
    <message>
        <source>Persons kept from suicide</source>
        <translation>防止自杀人数</translation>
    </message>
    <message>
        <source>Persons kept from crime</source>
        <translation>防止民转刑人数</translation>
    </message>
    <message>
        <source>Persons in the fight stopped</source>
        <translation>制止械斗人数</translation>
    </message>
    <message>
        <source>Persons kept from a collective petition</source>
        <translation>防止群体上访人数</translation>
    </message>
    <message>
        <source>Second mediator</source>
        <translation>第二调解员</translation>
    </message>
    <message>
        <source>Recorder</source>
        <translation>记录人</translation>
    </message>
    <message>
        <source>Mediators chosen by</source>
        <translation>调解员产生方式</translation>
    </message>
    <message>
        <source>All sides agree to mediation</source>
        <translation>各方同意调解</translation>
    </message>
    <message>
        <source>How they agreed</source>
        <translation>同意方式</translation>
    </message>
    <message>
        <source>Agreed on</source>
        <translation>同意日期</translation>
    </message>
    <message>
        <source>Parties agree to the persons invited</source>
        <translation>同意受邀人员参与</translation>
    </message>
    <message>
        <source>Grounds of exclusion checked</source>
        <translation>已核对不予受理情形</translation>
    </message>
    <message>
        <source>Grounds of exclusion found</source>
        <translation>存在的不予受理情形</translation>
    </message>
    <message>
        <source>Recusal checked</source>
        <translation>已审查回避</translation>
    </message>
    <message>
        <source>Rights and duties told on</source>
        <translation>权利义务告知日期</translation>
    </message>
    <message>
        <source>Not accepted because</source>
        <translation>不予受理原因</translation>
    </message>
    <message>
        <source>Guidance given</source>
        <translation>指引告知内容</translation>
    </message>
    <message>
        <source>Statement of withdrawal or refusal</source>
        <translation>撤回或拒绝说明</translation>
    </message>
    <message>
        <source>Suspended because</source>
        <translation>中止原因</translation>
    </message>
    <message>
        <source>Parties told about arbitration and court</source>
        <translation>已告知仲裁、诉讼途径</translation>
    </message>
    <message>
        <source>Mediation ended on</source>
        <translation>调解终止日期</translation>
    </message>
    <message>
        <source>Agreement effective on</source>
        <translation>协议生效日期</translation>
    </message>
    <message>
        <source>Number of the court&apos;s mediation paper</source>
        <translation>法院调解书文号</translation>
    </message>
    <message>
        <source>Court&apos;s paper made on</source>
        <translation>法院调解书日期</translation>
    </message>
    <message>
        <source>Suit withdrawn</source>
        <translation>已撤诉</translation>
    </message>
    <message>
        <source>Petition number</source>
        <translation>信访件编号</translation>
    </message>
    <message>
        <source>How the petition came</source>
        <translation>信访件来源</translation>
    </message>
    <message>
        <source>Petition received on</source>
        <translation>信访件收到日期</translation>
    </message>
    <message>
        <source>Outside the bureau&apos;s remit</source>
        <translation>不属本机关职责</translation>
    </message>
    <message>
        <source>Petitioner told in writing on</source>
        <translation>书面告知信访人日期</translation>
    </message>
    <message>
        <source>Objected to the routing on</source>
        <translation>提出转送异议日期</translation>
    </message>
    <message>
        <source>Accepted by the competent body on</source>
        <translation>主管机关受理日期</translation>
    </message>
    <message>
        <source>Petition given up after mediation</source>
        <translation>息诉罢访</translation>
    </message>
    <message>
        <source>Accident certificate received on</source>
        <translation>事故认定书收到日期</translation>
    </message>
    <message>
        <source>Mediation by the police began on</source>
        <translation>公安调解开始日期</translation>
    </message>
    <message>
        <source>Decision of the police</source>
        <translation>公安机关处理决定</translation>
    </message>
    <message>
        <source>Case subsidy</source>
        <translation>个案补贴</translation>
    </message>
    <message>
        <source>Subsidy approved by</source>
        <translation>补贴审批人</translation>
    </message>
    <message>
        <source>Petition prevented</source>
        <translation>避免信访</translation>
    </message>
    <message>
        <source>Lawsuit prevented</source>
        <translation>避免诉讼</translation>
    </message>
    <message>
        <source>Why it is closed</source>
        <translation>结案说明</translation>
    </message>
    <message>
        <source>Closing approved by</source>
        <translation>结案审批人</translation>
    </message>
    <message>
        <source>Reopened because</source>
        <translation>重新调解原因</translation>
    </message>
    <message>
        <source>All parties want to mediate again</source>
        <translation>各方同意重新调解</translation>
    </message>
    <message>
        <source>Reopening approved by</source>
        <translation>重新调解审批人</translation>
    </message>
    <message>
        <source>Copies of the identity papers</source>
        <translation>身份证明复印件</translation>
    </message>
    <message>
        <source>Filed by</source>
        <translation>立卷人</translation>
    </message>
    <message>
        <source>Closed before on</source>
        <translation>历次结案记录</translation>
    </message>
    <message>
        <source>Joint request to the traffic police on</source>
        <translation>共同申请交管调解日期</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>调解次数</translation>
    </message>
    <message>
        <source>Used in</source>
        <translation>使用地</translation>
    </message>
    <message>
        <source>Country of use</source>
        <translation>使用国</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>Translation into</source>
        <translation>译文语种</translation>
    </message>
    <message>
        <source>Certificate that the translation conforms</source>
        <translation>译文相符公证书</translation>
    </message>
    <message>
        <source>Legalisation</source>
        <translation>认证方式</translation>
    </message>
    <message>
        <source>Kind of agent</source>
        <translation>代理类型</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>代理人</translation>
    </message>
    <message>
        <source>Power of attorney</source>
        <translation>授权委托书</translation>
    </message>
    <message>
        <source>What it is about</source>
        <translation>申请内容</translation>
    </message>
    <message>
        <source>Urgent</source>
        <translation>加急</translation>
    </message>
    <message>
        <source>Proofs</source>
        <translation>证明材料</translation>
    </message>
    <message>
        <source>Undertaking for proofs got by data sharing signed</source>
        <translation>已签共享材料承诺书</translation>
    </message>
    <message>
        <source>Originals seen on</source>
        <translation>原件核对日期</translation>
    </message>
    <message>
        <source>Interest of the applicant</source>
        <translation>申请人利害关系</translation>
    </message>
    <message>
        <source>Conditions met</source>
        <translation>符合的受理条件</translation>
    </message>
    <message>
        <source>Identity checked by</source>
        <translation>身份核验方式</translation>
    </message>
    <message>
        <source>Photo taken</source>
        <translation>已拍照留存</translation>
    </message>
    <message>
        <source>Those who must come in person are here</source>
        <translation>应到场人员已亲自到场</translation>
    </message>
    <message>
        <source>Place rule met</source>
        <translation>符合执业区域规定</translation>
    </message>
    <message>
        <source>Meaning and consequences told on</source>
        <translation>公证告知日期</translation>
    </message>
    <message>
        <source>Notary</source>
        <translation>公证员</translation>
    </message>
    <message>
        <source>Competent office told</source>
        <translation>告知的主管机构</translation>
    </message>
    <message>
        <source>Papers given back</source>
        <translation>材料已退还</translation>
    </message>
    <message>
        <source>What was asked for is in</source>
        <translation>补充材料已交齐</translation>
    </message>
    <message>
        <source>Record of questioning signed</source>
        <translation>询问笔录已签名</translation>
    </message>
    <message>
        <source>Evidence for the pause</source>
        <translation>暂停依据</translation>
    </message>
    <message>
        <source>Verified by</source>
        <translation>核实方式</translation>
    </message>
    <message>
        <source>Two persons verified</source>
        <translation>两人核实</translation>
    </message>
    <message>
        <source>Verification from</source>
        <translation>核实开始日期</translation>
    </message>
    <message>
        <source>Verification to</source>
        <translation>核实结束日期</translation>
    </message>
    <message>
        <source>Result of the verification</source>
        <translation>核实结果</translation>
    </message>
    <message>
        <source>Examination complete</source>
        <translation>审查完毕</translation>
    </message>
    <message>
        <source>Asked by another office to verify, letter received on</source>
        <translation>受托核实来函日期</translation>
    </message>
    <message>
        <source>Opinion of the notary</source>
        <translation>公证员审查意见</translation>
    </message>
    <message>
        <source>Answered the asking office on</source>
        <translation>核实回函日期</translation>
    </message>
    <message>
        <source>Notary fee</source>
        <translation>公证费</translation>
    </message>
    <message>
        <source>Fee for copies</source>
        <translation>副本费</translation>
    </message>
    <message>
        <source>Fee for translation</source>
        <translation>翻译费</translation>
    </message>
    <message>
        <source>Relief because</source>
        <translation>减免事由</translation>
    </message>
    <message>
        <source>Relief</source>
        <translation>减免金额</translation>
    </message>
    <message>
        <source>To be paid</source>
        <translation>应缴金额</translation>
    </message>
    <message>
        <source>Paid on</source>
        <translation>缴费日期</translation>
    </message>
    <message>
        <source>Receipt number</source>
        <translation>票据号</translation>
    </message>
    <message>
        <source>Promised for</source>
        <translation>承诺日期</translation>
    </message>
    <message>
        <source>Home service at</source>
        <translation>上门服务地址</translation>
    </message>
    <message>
        <source>Home service when</source>
        <translation>上门服务时间</translation>
    </message>
    <message>
        <source>Home service by</source>
        <translation>上门服务人员</translation>
    </message>
    <message>
        <source>and</source>
        <translation>上门服务人员（二）</translation>
    </message>
    <message>
        <source>Approved by</source>
        <translation>审批人</translation>
    </message>
    <message>
        <source>Approved on</source>
        <translation>审批日期</translation>
    </message>
    <message>
        <source>Opinion of the approver</source>
        <translation>审批意见</translation>
    </message>
    <message>
        <source>Points approved</source>
        <translation>审批要点</translation>
    </message>
    <message>
        <source>Issued on</source>
        <translation>出证日期</translation>
    </message>
    <message>
        <source>Read out at the scene on</source>
        <translation>现场宣读日期</translation>
    </message>
    <message>
        <source>Collected how</source>
        <translation>领取方式</translation>
    </message>
    <message>
        <source>Delivered on</source>
        <translation>送达/领取日期</translation>
    </message>
    <message>
        <source>Handed to</source>
        <translation>领取人</translation>
    </message>
    <message>
        <source>Post number</source>
        <translation>邮寄单号</translation>
    </message>
    <message>
        <source>Receipt signed</source>
        <translation>已签领取回执</translation>
    </message>
    <message>
        <source>Reminded to collect on</source>
        <translation>催领日期</translation>
    </message>
    <message>
        <source>Terminated because</source>
        <translation>终止原因</translation>
    </message>
    <message>
        <source>Issued, refused or terminated on</source>
        <translation>办结日期</translation>
    </message>
    <message>
        <source>Refund</source>
        <translation>退费金额</translation>
    </message>
    <message>
        <source>Refund decided</source>
        <translation>已决定退费事宜</translation>
    </message>
    <message>
        <source>Agreed to by the head</source>
        <translation>负责人审批</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>卷号</translation>
    </message>
    <message>
        <source>Handed over to the archive on</source>
        <translation>移交归档日期</translation>
    </message>
    <message>
        <source>Things in custody</source>
        <translation>代管物品</translation>
    </message>
    <message>
        <source>Matters</source>
        <translation>公证事项</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>公证书编号</translation>
    </message>
    <message>
        <source>Document to be notarised</source>
        <translation>申请公证的文书</translation>
    </message>
    <message>
        <source>Facts to be proved</source>
        <translation>待证事实</translation>
    </message>
    <message>
        <source>Originals</source>
        <translation>正本数</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>副本数</translation>
    </message>
    <message>
        <source>Closely tied to the person</source>
        <translation>与人身密切相关</translation>
    </message>
    <message>
        <source>Certificate number</source>
        <translation>公证书编号</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>正文</translation>
    </message>
    <message>
        <source>Handed over on</source>
        <translation>发放日期</translation>
    </message>
    <message>
        <source>Revoked on</source>
        <translation>撤销日期</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>记事</translation>
    </message>
    <message>
        <source>Keep on top</source>
        <translation>置顶</translation>
    </message>
    <message>
        <source>Against</source>
        <translation>异议对象</translation>
    </message>
    <message>
        <source>Objector</source>
        <translation>异议人</translation>
    </message>
    <message>
        <source>Received by the bureau on</source>
        <translation>司法局收到日期</translation>
    </message>
    <message>
        <source>Grounds</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Decided by</source>
        <translation>决定人</translation>
    </message>
    <message>
        <source>Reasons of the decision</source>
        <translation>决定理由</translation>
    </message>
    <message>
        <source>Number of the decision</source>
        <translation>决定书文号</translation>
    </message>
    <message>
        <source>Kind of office</source>
        <translation>机构类型</translation>
    </message>
    <message>
        <source>Full name</source>
        <translation>全称</translation>
    </message>
    <message>
        <source>Short name</source>
        <translation>简称</translation>
    </message>
    <message>
        <source>Division code</source>
        <translation>区划代码</translation>
    </message>
    <message>
        <source>Postcode</source>
        <translation>邮政编码</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>负责人</translation>
    </message>
    <message>
        <source>Office hours</source>
        <translation>办公时间</translation>
    </message>
    <message>
        <source>Kind of party</source>
        <translation>当事人类型</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>当事人地位</translation>
    </message>
    <message>
        <source>Name of the party</source>
        <translation>姓名（名称）</translation>
    </message>
    <message>
        <source>Date of birth</source>
        <translation>出生日期</translation>
    </message>
    <message>
        <source>Ethnic group</source>
        <translation>民族</translation>
    </message>
    <message>
        <source>Identity document</source>
        <translation>证件类型</translation>
    </message>
    <message>
        <source>Document number</source>
        <translation>证件号码</translation>
    </message>
    <message>
        <source>Issued by</source>
        <translation>国籍/签发国</translation>
    </message>
    <message>
        <source>Differs from the document because</source>
        <translation>与证件不符原因</translation>
    </message>
    <message>
        <source>Kind of identifier</source>
        <translation>组织证件类型</translation>
    </message>
    <message>
        <source>Identifier</source>
        <translation>组织证件号码</translation>
    </message>
    <message>
        <source>Legal representative</source>
        <translation>法定代表人</translation>
    </message>
    <message>
        <source>Post of the representative</source>
        <translation>代表人职务</translation>
    </message>
    <message>
        <source>Occupation or post</source>
        <translation>职业或职务</translation>
    </message>
    <message>
        <source>Employer</source>
        <translation>工作单位</translation>
    </message>
    <message>
        <source>Education</source>
        <translation>文化程度</translation>
    </message>
    <message>
        <source>Registered address</source>
        <translation>户籍地址</translation>
    </message>
    <message>
        <source>Division code of the registered address</source>
        <translation>户籍地区划代码</translation>
    </message>
    <message>
        <source>Division code of the address</source>
        <translation>联系地址区划代码</translation>
    </message>
    <message>
        <source>Second phone</source>
        <translation>备用电话</translation>
    </message>
    <message>
        <source>Acts for</source>
        <translation>被代理人</translation>
    </message>
    <message>
        <source>Limited capacity</source>
        <translation>限制行为能力</translation>
    </message>
    <message>
        <source>Lives on own labour</source>
        <translation>以自己劳动收入为生</translation>
    </message>
    <message>
        <source>Told about personal data</source>
        <translation>个人信息告知时间</translation>
    </message>
    <message>
        <source>Electronic service agreed</source>
        <translation>同意电子送达</translation>
    </message>
    <message>
        <source>Capacity of an invited person</source>
        <translation>受邀人员身份</translation>
    </message>
    <message>
        <source>Same person</source>
        <translation>同一人</translation>
    </message>
    <message>
        <source>Minor</source>
        <translation>未成年人</translation>
    </message>
    <message>
        <source>Name of the project</source>
        <translation>项目名称</translation>
    </message>
    <message>
        <source>Kind of project</source>
        <translation>项目类型</translation>
    </message>
    <message>
        <source>Households</source>
        <translation>户数</translation>
    </message>
    <message>
        <source>Households signed</source>
        <translation>签约户数</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>面积</translation>
    </message>
    <message>
        <source>From</source>
        <translation>开始日期</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>截止日期</translation>
    </message>
    <message>
        <source>Leading unit</source>
        <translation>牵头单位</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>服务团队</translation>
    </message>
    <message>
        <source>Last week logged</source>
        <translation>最近周报日期</translation>
    </message>
    <message>
        <source>Alert level</source>
        <translation>预警等级</translation>
    </message>
    <message>
        <source>Alert came from</source>
        <translation>预警来源</translation>
    </message>
    <message>
        <source>What is the matter</source>
        <translation>预警情况</translation>
    </message>
    <message>
        <source>Alert raised</source>
        <translation>预警时间</translation>
    </message>
    <message>
        <source>Alert settled</source>
        <translation>预警解除时间</translation>
    </message>
    <message>
        <source>How it was settled</source>
        <translation>预警处置情况</translation>
    </message>
    <message>
        <source>Log entries</source>
        <translation>工作记录数</translation>
    </message>
    <message>
        <source>Persons served</source>
        <translation>服务人次</translation>
    </message>
    <message>
        <source>Disputes mediated</source>
        <translation>调解纠纷数</translation>
    </message>
    <message>
        <source>Sum concerned</source>
        <translation>涉及金额</translation>
    </message>
    <message>
        <source>Kind of entry</source>
        <translation>记录类型</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>工作内容</translation>
    </message>
    <message>
        <source>Attachment</source>
        <translation>附件</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>公证书</translation>
    </message>
    <message>
        <source>Asked for by</source>
        <translation>复查申请人</translation>
    </message>
    <message>
        <source>By an interested person, not a party</source>
        <translation>由利害关系人提出</translation>
    </message>
    <message>
        <source>Interest</source>
        <translation>利害关系</translation>
    </message>
    <message>
        <source>Knew of the certificate since</source>
        <translation>知悉公证书日期</translation>
    </message>
    <message>
        <source>The office found the error itself</source>
        <translation>本机构自行发现</translation>
    </message>
    <message>
        <source>Request received on</source>
        <translation>收到申请日期</translation>
    </message>
    <message>
        <source>Errors claimed and reasons</source>
        <translation>申请事项及理由</translation>
    </message>
    <message>
        <source>Asked for in writing</source>
        <translation>已书面申请</translation>
    </message>
    <message>
        <source>Rechecked by</source>
        <translation>复查人</translation>
    </message>
    <message>
        <source>Missing steps made good</source>
        <translation>缺漏手续已补办</translation>
    </message>
    <message>
        <source>Missing steps cannot be made good</source>
        <translation>缺漏手续无法补办</translation>
    </message>
    <message>
        <source>Carried out on</source>
        <translation>执行日期</translation>
    </message>
    <message>
        <source>Revocation announced on</source>
        <translation>撤销公告日期</translation>
    </message>
    <message>
        <source>Reported to the association on</source>
        <translation>报协会备案日期</translation>
    </message>
    <message>
        <source>Recheck papers in the file</source>
        <translation>复查材料已入卷</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>收发方向</translation>
    </message>
    <message>
        <source>Sent by</source>
        <translation>移送单位</translation>
    </message>
    <message>
        <source>Contact there</source>
        <translation>对方联系人</translation>
    </message>
    <message>
        <source>Phone of the contact</source>
        <translation>联系人电话</translation>
    </message>
    <message>
        <source>Received by</source>
        <translation>接收单位</translation>
    </message>
    <message>
        <source>Letter number</source>
        <translation>函号</translation>
    </message>
    <message>
        <source>Signed for on</source>
        <translation>签收日期</translation>
    </message>
    <message>
        <source>Taken on</source>
        <translation>接收日期</translation>
    </message>
    <message>
        <source>Sent back on</source>
        <translation>退回日期</translation>
    </message>
    <message>
        <source>Sent back because</source>
        <translation>退回原因</translation>
    </message>
    <message>
        <source>Answered on</source>
        <translation>回复日期</translation>
    </message>
    <message>
        <source>Number of the answer</source>
        <translation>回函文号</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>材料</translation>
    </message>
    <message>
        <source>Kind of meeting</source>
        <translation>记录类型</translation>
    </message>
    <message>
        <source>Meeting no.</source>
        <translation>第几次</translation>
    </message>
    <message>
        <source>Began</source>
        <translation>开始时间</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>结束时间</translation>
    </message>
    <message>
        <source>Room or line</source>
        <translation>房间或线路</translation>
    </message>
    <message>
        <source>Held by</source>
        <translation>主持人</translation>
    </message>
    <message>
        <source>Second person</source>
        <translation>第二工作人员</translation>
    </message>
    <message>
        <source>Recorded by</source>
        <translation>记录人</translation>
    </message>
    <message>
        <source>Present</source>
        <translation>参加人</translation>
    </message>
    <message>
        <source>Rights and duties told</source>
        <translation>已告知权利义务</translation>
    </message>
    <message>
        <source>Record of the meeting</source>
        <translation>记录内容</translation>
    </message>
    <message>
        <source>Record signed on</source>
        <translation>笔录签名日期</translation>
    </message>
    <message>
        <source>Breaks of the line</source>
        <translation>线路中断情况</translation>
    </message>
    <message>
        <source>Kind of staff</source>
        <translation>人员类别</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>职务</translation>
    </message>
    <message>
        <source>Firm or unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Practises since</source>
        <translation>执业起始日期</translation>
    </message>
    <message>
        <source>Defends in criminal cases since</source>
        <translation>刑辩起始日期</translation>
    </message>
    <message>
        <source>Profession in the think tank</source>
        <translation>智库专业类别</translation>
    </message>
    <message>
        <source>Service team</source>
        <translation>服务团</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>On leave from</source>
        <translation>请假开始日期</translation>
    </message>
    <message>
        <source>On leave until</source>
        <translation>请假结束日期</translation>
    </message>
    <message>
        <source>Joined on</source>
        <translation>入职日期</translation>
    </message>
    <message>
        <source>Left on</source>
        <translation>离岗日期</translation>
    </message>
    <message>
        <source>To do</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详细内容</translation>
    </message>
    <message>
        <source>Done by</source>
        <translation>经办人</translation>
    </message>
    <message>
        <source>About</source>
        <translation>相关记录</translation>
    </message>
    <message>
        <source>Done on</source>
        <translation>完成日期</translation>
    </message>
    <message>
        <source>Ticked off by</source>
        <translation>办结人</translation>
    </message>
    <message>
        <source>Dropped because</source>
        <translation>取消原因</translation>
    </message>
    <message>
        <source>Began on</source>
        <translation>起算日期</translation>
    </message>
    <message>
        <source>Began at</source>
        <translation>起算时间</translation>
    </message>
    <message>
        <source>Outer limit runs from</source>
        <translation>最长期限起算日</translation>
    </message>
    <message>
        <source>Met on</source>
        <translation>办结日期</translation>
    </message>
    <message>
        <source>Met at</source>
        <translation>办结时间</translation>
    </message>
    <message>
        <source>Cancelled at</source>
        <translation>撤销时间</translation>
    </message>
    <message>
        <source>Why late</source>
        <translation>超期说明</translation>
    </message>
    <message>
        <source>Due on</source>
        <translation>到期日</translation>
    </message>
    <message>
        <source>Due at</source>
        <translation>到期时间</translation>
    </message>
    <message>
        <source>Last day before moving</source>
        <translation>顺延前末日</translation>
    </message>
    <message>
        <source>Due by law on</source>
        <translation>法定到期日</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>暂停中</translation>
    </message>
    <message>
        <source>Ground</source>
        <translation>事由</translation>
    </message>
    <message>
        <source>From the minute</source>
        <translation>开始时间</translation>
    </message>
    <message>
        <source>To</source>
        <translation>结束日期</translation>
    </message>
    <message>
        <source>To the minute</source>
        <translation>结束时间</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>文书</translation>
    </message>
    <message>
        <source>Prolonged by</source>
        <translation>延长方式</translation>
    </message>
    <message>
        <source>Agreed or decided on</source>
        <translation>同意或决定日期</translation>
    </message>
    <message>
        <source>Who agreed</source>
        <translation>同意人</translation>
    </message>
    <message>
        <source>Longer by</source>
        <translation>延长天数</translation>
    </message>
    <message>
        <source>New last day</source>
        <translation>新到期日</translation>
    </message>
    <message>
        <source>Login name</source>
        <translation>登录名</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>工作人员</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>有效期至</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Village specialist</source>
        <translation>村居专员</translation>
    </message>
    <message>
        <source>Kind of specialist</source>
        <translation>专员类型</translation>
    </message>
    <message>
        <source>Specialist since</source>
        <translation>专员任期开始</translation>
    </message>
    <message>
        <source>Specialist until</source>
        <translation>专员任期结束</translation>
    </message>
    <message>
        <source>Stands in</source>
        <translation>替补专员</translation>
    </message>
    <message>
        <source>Phone of the committee</source>
        <translation>村居委会电话</translation>
    </message>
    <message>
        <source>Inhabitants</source>
        <translation>人口</translation>
    </message>
    <message>
        <source>Reported to</source>
        <translation>通报/报告对象</translation>
    </message>
    <message>
        <source>Aid refused because</source>
        <translation>不予援助理由</translation>
    </message>
    <message>
        <source>Legal capacity</source>
        <translation>行为能力</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Kind of record</source>
        <translation>记录类型</translation>
    </message>
    <message>
        <source>Merge group</source>
        <translation>合并组</translation>
    </message>
    <message>
        <source>Value before</source>
        <translation>原值</translation>
    </message>
    <message>
        <source>Standing value</source>
        <translation>现值</translation>
    </message>
    <message>
        <source>Late value</source>
        <translation>后到值</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>What stood against it</source>
        <translation>未采用原因</translation>
    </message>
    <message>
        <source>Workstation</source>
        <translation>工作站</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>操作序号</translation>
    </message>
    <message>
        <source>Entered by</source>
        <translation>录入人</translation>
    </message>
    <message>
        <source>Entered</source>
        <translation>录入时间</translation>
    </message>
    <message>
        <source>Standing value entered by</source>
        <translation>现值录入人</translation>
    </message>
    <message>
        <source>Standing value received</source>
        <translation>现值收到时间</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>办理步骤</translation>
    </message>
    <message>
        <source>Settlement</source>
        <translation>处理结果</translation>
    </message>
    <message>
        <source>Settled by</source>
        <translation>处理人</translation>
    </message>
    <message>
        <source>Settled</source>
        <translation>处理时间</translation>
    </message>
</context>
<context>
    <name>Guard</name>
    <message>
        <source>The step does not start from the present state.</source>
        <translation>当前状态不能办理该步骤。</translation>
    </message>
    <message>
        <source>Your role may not take this step.</source>
        <translation>您的角色无权办理该步骤。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be filled in.</source>
        <translation>请填写“%1”。</translation>
    </message>
    <message>
        <source>No state is noted to go back to.</source>
        <translation>没有记录可以返回的状态。</translation>
    </message>
    <message>
        <source>The agreement has been reached in the case.</source>
        <translation>本案已达成协议。</translation>
    </message>
    <message>
        <source>Confirmation is open: no court, or the court delegated the case before filing.</source>
        <translation>可以申请司法确认：未经法院移送，或者属于法院立案前委派。</translation>
    </message>
    <message>
        <source>The case was entrusted after filing: the court itself makes the paper.</source>
        <translation>本案属于立案后委托，由法院制作调解书。</translation>
    </message>
    <message>
        <source>The 30 days to apply for confirmation are not over.</source>
        <translation>申请司法确认的30日期限未届满。</translation>
    </message>
    <message>
        <source>The 30 days to apply for confirmation are over.</source>
        <translation>申请司法确认的30日期限已届满。</translation>
    </message>
    <message>
        <source>Both sides apply together.</source>
        <translation>双方当事人共同申请。</translation>
    </message>
    <message>
        <source>The court&apos;s grounds of refusal were checked, and each one found is explained.</source>
        <translation>已核对法院不予受理的情形，存在的情形均已说明。</translation>
    </message>
    <message>
        <source>The court&apos;s ground is entered, as a code or in words.</source>
        <translation>已填写法院裁定的情形或者理由。</translation>
    </message>
    <message>
        <source>Nothing is to be performed.</source>
        <translation>协议无需履行。</translation>
    </message>
    <message>
        <source>There are terms to be performed later.</source>
        <translation>协议有待履行的条款。</translation>
    </message>
    <message>
        <source>The agreement was performed on the spot, and the proof is entered.</source>
        <translation>协议已即时履行，并已填写履行凭证。</translation>
    </message>
    <message>
        <source>Performance of at least one term is proved, but not of all.</source>
        <translation>至少一项条款已有履行凭证，但尚未全部履行。</translation>
    </message>
    <message>
        <source>Performance of every term is proved.</source>
        <translation>各项条款均有履行凭证。</translation>
    </message>
    <message>
        <source>The day of a term has passed without proof.</source>
        <translation>有条款履行期限已过而无履行凭证。</translation>
    </message>
    <message>
        <source>No term is late any more.</source>
        <translation>已没有逾期未履行的条款。</translation>
    </message>
    <message>
        <source>The parties were told that a suit is possible.</source>
        <translation>已告知当事人可以向法院起诉。</translation>
    </message>
    <message>
        <source>A hand-over slip has been sent.</source>
        <translation>转办单已发出。</translation>
    </message>
    <message>
        <source>The hand-over was returned.</source>
        <translation>转办已被退回。</translation>
    </message>
    <message>
        <source>The receiver has fed back the result.</source>
        <translation>接办人已反馈办理结果。</translation>
    </message>
    <message>
        <source>The question is not a letter and not yet answered by appointment.</source>
        <translation>该咨询不是来信，且尚未预约答复。</translation>
    </message>
    <message>
        <source>The paper has been printed or stored as a file.</source>
        <translation>文书已打印或者已存为文件。</translation>
    </message>
    <message>
        <source>The person who was helped is named.</source>
        <translation>已填写受帮助人。</translation>
    </message>
    <message>
        <source>If a plea statement was signed in the lawyer&apos;s presence, the case is a guilty-plea case and that help is ticked.</source>
        <translation>见证签署具结书的，应注明为认罪认罚案件，并勾选相应帮助内容。</translation>
    </message>
    <message>
        <source>If an application for legal aid was forwarded, that help is ticked.</source>
        <translation>已转交法律援助申请的，应勾选相应帮助内容。</translation>
    </message>
    <message>
        <source>The applicant is identified by document and number.</source>
        <translation>申请人的证件类型和证件号码已填写。</translation>
    </message>
    <message>
        <source>Competence was checked.</source>
        <translation>已核查管辖。</translation>
    </message>
    <message>
        <source>The papers are complete and in form.</source>
        <translation>申请材料齐全，符合法定形式。</translation>
    </message>
    <message>
        <source>Conflicts and duplicates were checked: same person, same matter.</source>
        <translation>已核查利益冲突和重复申请（同一人、同一事项）。</translation>
    </message>
    <message>
        <source>The day to supply what was missing has passed.</source>
        <translation>补充材料的期限已过。</translation>
    </message>
    <message>
        <source>The matter is within the scope of legal aid.</source>
        <translation>申请事项属于法律援助范围。</translation>
    </message>
    <message>
        <source>Means are exempt from checking or test, or shown by undertaking or data check.</source>
        <translation>经济状况免予核查或者不受条件限制，或者已由个人承诺、数据核查证明。</translation>
    </message>
    <message>
        <source>The stage of the case is given.</source>
        <translation>已填写案件所处阶段。</translation>
    </message>
    <message>
        <source>For aid because a period ends, fewer than seven days are left until the day that is entered.</source>
        <translation>因时效将至先行援助的，距所填届满日期不足七日。</translation>
    </message>
    <message>
        <source>The place of custody is given, or that the person is free.</source>
        <translation>已填写羁押场所，或者已注明未被羁押。</translation>
    </message>
    <message>
        <source>Firm and person are named.</source>
        <translation>已填写承办单位和承办人员。</translation>
    </message>
    <message>
        <source>Where life imprisonment or death is possible, the lawyer has three years of criminal defence.</source>
        <translation>可能判处无期徒刑、死刑的，承办律师有三年以上刑事辩护执业经历。</translation>
    </message>
    <message>
        <source>For a minor, the lawyer is familiar with minors.</source>
        <translation>当事人是未成年人的，承办律师熟悉未成年人身心特点。</translation>
    </message>
    <message>
        <source>The assigned person is not on leave.</source>
        <translation>承办人员不在请假期间。</translation>
    </message>
    <message>
        <source>The assigned person has no conflict of interest.</source>
        <translation>承办人员无利益冲突。</translation>
    </message>
    <message>
        <source>Another person is assigned than before.</source>
        <translation>已另行指派承办人员。</translation>
    </message>
    <message>
        <source>The day of the engagement is entered.</source>
        <translation>已填写委托签订日期。</translation>
    </message>
    <message>
        <source>Agreement and power of attorney are in the file (LA-12).</source>
        <translation>委托协议和授权委托书已入卷（LA-12）。</translation>
    </message>
    <message>
        <source>It is stated why the engagement could not be signed.</source>
        <translation>已说明未能签订委托的原因。</translation>
    </message>
    <message>
        <source>The engagement that could not be signed is signed now.</source>
        <translation>此前未能签订的委托现已签订。</translation>
    </message>
    <message>
        <source>A first action is entered: meeting, file reading, inquiry.</source>
        <translation>已填写首次办案记录：会见、阅卷或者调查。</translation>
    </message>
    <message>
        <source>The result is there: its scan or its number.</source>
        <translation>已有结果文书：扫描件或者文号。</translation>
    </message>
    <message>
        <source>What was obtained or saved is entered, 0 if nothing; not in criminal cases.</source>
        <translation>已填写取得或挽回利益金额，没有的填0；刑事案件不填。</translation>
    </message>
    <message>
        <source>The closing report (LA-21) is in the file.</source>
        <translation>结案报告表（LA-21）已入卷。</translation>
    </message>
    <message>
        <source>Work was done before the termination.</source>
        <translation>终止前已开展工作。</translation>
    </message>
    <message>
        <source>No work was done before the termination.</source>
        <translation>终止前未开展工作。</translation>
    </message>
    <message>
        <source>The check of the file is passed.</source>
        <translation>结案材料审查合格。</translation>
    </message>
    <message>
        <source>The review of provisional aid is neither pending nor waiting for papers.</source>
        <translation>先行援助的审查已经结束，不在待审查或者待补充材料状态。</translation>
    </message>
    <message>
        <source>If the case was drawn for quality control, follow-up or the authority&apos;s opinion is entered.</source>
        <translation>抽中质量检查的，已填写回访情况或者办案机关意见。</translation>
    </message>
    <message>
        <source>Cover, list of contents and file note (LA-53 to LA-55) are in the file.</source>
        <translation>卷宗封面、卷内目录和备考表（LA-53至LA-55）已入卷。</translation>
    </message>
    <message>
        <source>No objection is pending.</source>
        <translation>没有未审结的异议。</translation>
    </message>
    <message>
        <source>The time to object is over, or the objection is decided.</source>
        <translation>提出异议的期限已过，或者异议已有决定。</translation>
    </message>
    <message>
        <source>A note or letter on the end is in the file.</source>
        <translation>结束说明或函件已入卷。</translation>
    </message>
    <message>
        <source>The bureau has ordered to correct the refusal.</source>
        <translation>司法局已责令改正不予援助决定。</translation>
    </message>
    <message>
        <source>The bureau has ordered to correct the termination.</source>
        <translation>司法局已责令改正终止援助决定。</translation>
    </message>
    <message>
        <source>The case was terminated.</source>
        <translation>该案此前已终止援助。</translation>
    </message>
    <message>
        <source>The aid did not end with its late review; then the review is taken up again first.</source>
        <translation>援助并非因补办审查而终止；因补办审查终止的，应先恢复审查。</translation>
    </message>
    <message>
        <source>Aid was given before the review.</source>
        <translation>该案属于先行援助。</translation>
    </message>
    <message>
        <source>It is stated whether work was done, because the aid ends with this.</source>
        <translation>已注明终止前是否开展工作（援助随之终止）。</translation>
    </message>
    <message>
        <source>Aid was not given before the review.</source>
        <translation>该案不属于先行援助。</translation>
    </message>
    <message>
        <source>The review of provisional aid ended without a grant.</source>
        <translation>先行援助的审查结果为不予援助或者逾期未补办。</translation>
    </message>
    <message>
        <source>The review that had ended the aid is taken up again.</source>
        <translation>导致援助终止的审查已恢复进行。</translation>
    </message>
    <message>
        <source>At least two sides are named.</source>
        <translation>至少填写双方当事人。</translation>
    </message>
    <message>
        <source>The place is given: village or community, or in words.</source>
        <translation>已填写发生地点：选择村居，或者用文字说明。</translation>
    </message>
    <message>
        <source>A dispute of another type is described more exactly.</source>
        <translation>纠纷类型为“其他纠纷”的，已填写具体类型。</translation>
    </message>
    <message>
        <source>A referred dispute names its channel and sender; from the court also how it was referred and when the papers were signed for.</source>
        <translation>委托移送的纠纷已填写对接机制和移送单位；法院移送的，还应填写委派/委托方式和材料签收日期。</translation>
    </message>
    <message>
        <source>A petition says when it was received.</source>
        <translation>信访件已填写收到日期。</translation>
    </message>
    <message>
        <source>The dispute was taken up or referred, and not every side has agreed yet.</source>
        <translation>纠纷属于主动调解或者委托移送，且尚有当事人未表示同意。</translation>
    </message>
    <message>
        <source>All sides agree to mediation, and how they agreed is recorded.</source>
        <translation>各方当事人均同意调解，同意方式已记录。</translation>
    </message>
    <message>
        <source>The grounds of exclusion were checked and none was found.</source>
        <translation>已核对不予受理情形，未发现存在。</translation>
    </message>
    <message>
        <source>Recusal of the mediators was checked.</source>
        <translation>已审查调解员回避情形。</translation>
    </message>
    <message>
        <source>A first session or inquiry is entered.</source>
        <translation>已填写首次调解或者调查记录。</translation>
    </message>
    <message>
        <source>The latest session says who was there, what was said and with which result.</source>
        <translation>最近一次记录已写明参加人、内容和结果。</translation>
    </message>
    <message>
        <source>The court delegated the case before filing.</source>
        <translation>本案属于法院立案前委派。</translation>
    </message>
    <message>
        <source>The parties were told about arbitration, administrative and court routes.</source>
        <translation>已告知当事人可以通过仲裁、行政、司法途径维权。</translation>
    </message>
    <message>
        <source>An agreement is entered that was not agreed before, with its form.</source>
        <translation>已填写新达成的协议及其形式。</translation>
    </message>
    <message>
        <source>A written agreement is signed by every party and the mediator and sealed by the committee; an oral one has its day.</source>
        <translation>书面协议已由各方当事人和调解员签名、调委会盖章；口头协议已填写达成日期。</translation>
    </message>
    <message>
        <source>Each term says who does what, and by when unless it was performed on the spot; or nothing is to be performed.</source>
        <translation>各项条款已写明由谁履行、履行什么；未即时履行的还应写明履行期限；或者注明无需履行。</translation>
    </message>
    <message>
        <source>What was agreed is performed, or a follow-up was made and it is stated why the case is closed.</source>
        <translation>协议已经履行，或者已经回访并说明结案理由。</translation>
    </message>
    <message>
        <source>The court dismissed the application to confirm the latest agreement.</source>
        <translation>法院已驳回对最新协议的司法确认申请。</translation>
    </message>
    <message>
        <source>All parties want to change the agreement or make a new one.</source>
        <translation>各方当事人均愿意变更协议或者达成新协议。</translation>
    </message>
    <message>
        <source>A follow-up is entered.</source>
        <translation>已填写回访记录。</translation>
    </message>
    <message>
        <source>The cover (MT-01) is in the file.</source>
        <translation>卷宗封面（MT-01）已入卷。</translation>
    </message>
    <message>
        <source>The list of contents (MT-02) is in the file.</source>
        <translation>卷内目录（MT-02）已入卷。</translation>
    </message>
    <message>
        <source>The application (MT-03) or the register form (MT-04) is in the file.</source>
        <translation>人民调解申请书（MT-03）或者受理登记表（MT-04）已入卷。</translation>
    </message>
    <message>
        <source>The notice of rights and duties (MT-05) is in the file.</source>
        <translation>权利义务告知书（MT-05）已入卷。</translation>
    </message>
    <message>
        <source>Copies of the identity papers are in the file.</source>
        <translation>当事人身份证明复印件已入卷。</translation>
    </message>
    <message>
        <source>The mediation record (MT-09) is in the file.</source>
        <translation>人民调解记录（MT-09）已入卷。</translation>
    </message>
    <message>
        <source>The agreement (MT-10), or for an oral one its register form (MT-11), is in the file.</source>
        <translation>调解协议书（MT-10）或者口头协议登记表（MT-11）已入卷。</translation>
    </message>
    <message>
        <source>The file note (MT-16) is in the file.</source>
        <translation>卷宗情况说明（MT-16）已入卷。</translation>
    </message>
    <message>
        <source>The notice of non-acceptance (MT-17) is in the file.</source>
        <translation>不予受理告知书（MT-17）已入卷。</translation>
    </message>
    <message>
        <source>The notice of termination (MT-18) is in the file.</source>
        <translation>终止调解告知书（MT-18）已入卷。</translation>
    </message>
    <message>
        <source>The back cover (MT-25) is in the file.</source>
        <translation>卷宗封底（MT-25）已入卷。</translation>
    </message>
    <message>
        <source>The applicant is named, with document and number.</source>
        <translation>已填写申请人及其证件类型、证件号码。</translation>
    </message>
    <message>
        <source>At least one matter is entered, each with its number of originals and copies.</source>
        <translation>至少填写一项公证事项，并逐项填写正本数和副本数。</translation>
    </message>
    <message>
        <source>For use abroad the country is given.</source>
        <translation>在国外使用的，已填写使用国。</translation>
    </message>
    <message>
        <source>An agent is named; an entrusted one with the power of attorney.</source>
        <translation>已填写代理人；委托代理的，授权委托书已入卷。</translation>
    </message>
    <message>
        <source>An urgent request has its reason.</source>
        <translation>申请加急的，已填写加急事由。</translation>
    </message>
    <message>
        <source>The papers were asked for before acceptance.</source>
        <translation>补充材料的要求是在受理前提出的。</translation>
    </message>
    <message>
        <source>The application was accepted.</source>
        <translation>申请已经受理。</translation>
    </message>
    <message>
        <source>What was asked for is in.</source>
        <translation>要求补充的材料已交齐。</translation>
    </message>
    <message>
        <source>What was asked for did not come by its day.</source>
        <translation>要求补充的材料逾期未交。</translation>
    </message>
    <message>
        <source>All four conditions of acceptance are met.</source>
        <translation>四项受理条件均已具备。</translation>
    </message>
    <message>
        <source>A condition of acceptance is not met.</source>
        <translation>有受理条件不具备。</translation>
    </message>
    <message>
        <source>Who must come in person is here and has no agent.</source>
        <translation>应当亲自到场的人员已到场，且未由他人代理。</translation>
    </message>
    <message>
        <source>The place rule is met.</source>
        <translation>符合执业区域规定。</translation>
    </message>
    <message>
        <source>Recusal of the notary was checked.</source>
        <translation>已审查公证员回避情形。</translation>
    </message>
    <message>
        <source>Identity was checked and a photo taken.</source>
        <translation>已核验身份并拍照留存。</translation>
    </message>
    <message>
        <source>The record of questioning is signed.</source>
        <translation>询问笔录已签名。</translation>
    </message>
    <message>
        <source>The examination is complete.</source>
        <translation>审查已经完毕。</translation>
    </message>
    <message>
        <source>Every matter has the draft of a certificate.</source>
        <translation>每项公证事项均已拟制公证书。</translation>
    </message>
    <message>
        <source>The fee is paid or relieved.</source>
        <translation>公证费已缴纳或者已减免。</translation>
    </message>
    <message>
        <source>The approver is not the notary of the matter.</source>
        <translation>审批人不是本事项的承办公证员。</translation>
    </message>
    <message>
        <source>All six points of approval are ticked.</source>
        <translation>六项审批要点均已勾选。</translation>
    </message>
    <message>
        <source>On-site supervision has the day on which the certificate was read out.</source>
        <translation>现场监督公证已填写现场宣读日期。</translation>
    </message>
    <message>
        <source>The head of the office agrees.</source>
        <translation>机构负责人已同意。</translation>
    </message>
    <message>
        <source>It is decided what is paid back.</source>
        <translation>退费事宜已决定。</translation>
    </message>
    <message>
        <source>While papers are missing, only missing or refused proof (31-6) is a ground to refuse.</source>
        <translation>待补充材料期间，只能以证明材料不充分或者拒绝补充（31-6）为由不予办理。</translation>
    </message>
    <message>
        <source>While papers are missing, the grounds are six months (50-1) and withdrawal (50-2); six months must really be over.</source>
        <translation>待补充材料期间，只能以六个月内不能办结（50-1）或者撤回申请（50-2）为由终止；以50-1为由的，六个月须确已届满。</translation>
    </message>
    <message>
        <source>The receipt is signed, or the post number entered.</source>
        <translation>已签领取回执，或者已填写邮寄单号。</translation>
    </message>
    <message>
        <source>A matter that is kept sealed goes into a sealed file.</source>
        <translation>应当保密的事项已列入密卷。</translation>
    </message>
    <message>
        <source>The certificate to be rechecked has been issued.</source>
        <translation>拟复查的公证书已经出具。</translation>
    </message>
    <message>
        <source>A recheck is entered: asked for in writing, or on the office&apos;s own motion.</source>
        <translation>已填写复查记录：书面申请，或者本机构自行发现。</translation>
    </message>
    <message>
        <source>It was asked for within a year, and within 20 years from issue.</source>
        <translation>复查申请在一年内提出，且自出证之日起未超过20年。</translation>
    </message>
    <message>
        <source>Another notary rechecks than the one who issued.</source>
        <translation>复查人不是原承办公证员。</translation>
    </message>
    <message>
        <source>The outcome is: upheld, or missing steps made good.</source>
        <translation>复查结果为维持，或者缺漏手续已补办。</translation>
    </message>
    <message>
        <source>The outcome is: corrected or supplemented.</source>
        <translation>复查结果为更正或者补正。</translation>
    </message>
    <message>
        <source>The outcome is: revoked, or missing steps that cannot be made good.</source>
        <translation>复查结果为撤销，或者缺漏手续无法补办。</translation>
    </message>
    <message>
        <source>The head of the office agrees to the outcome.</source>
        <translation>机构负责人已同意复查结果。</translation>
    </message>
    <message>
        <source>The outcome is carried out and reported, and the papers of the recheck are in the file.</source>
        <translation>复查决定已执行并备案，复查材料已入卷。</translation>
    </message>
    <message>
        <source>The day of the report to the association is entered.</source>
        <translation>已填写报协会备案日期。</translation>
    </message>
    <message>
        <source>The matter is approved for issue.</source>
        <translation>该事项已审批同意出证。</translation>
    </message>
    <message>
        <source>The matter is refused or terminated.</source>
        <translation>该事项已不予办理或者终止公证。</translation>
    </message>
    <message>
        <source>The parties agree to the persons who are invited.</source>
        <translation>当事人同意受邀人员参与调解。</translation>
    </message>
    <message>
        <source>Only parties of the case are bound by the terms.</source>
        <translation>协议条款只约束本案当事人。</translation>
    </message>
    <message>
        <source>The amount of the agreement is the sum of its terms.</source>
        <translation>协议金额等于各项条款金额之和。</translation>
    </message>
    <message>
        <source>For a minor the guardian or statutory agent is named, who signs.</source>
        <translation>当事人是未成年人的，已填写监护人或者法定代理人，由其签名。</translation>
    </message>
    <message>
        <source>Home service has its time and two persons.</source>
        <translation>上门服务已填写时间和两名服务人员。</translation>
    </message>
    <message>
        <source>Where the kind of matter asks for two persons, two were there.</source>
        <translation>公证事项要求两人共同办理的，已有两人在场。</translation>
    </message>
</context>
<context>
    <name>Hint</name>
    <message>
        <source>One for each party and one for the committee.</source>
        <translation>当事人各执一份，调委会留存一份。</translation>
    </message>
    <message>
        <source>The sum of what the terms oblige to pay.</source>
        <translation>各项条款约定支付金额的合计。</translation>
    </message>
    <message>
        <source>The last day of the terms; the follow-up counts from it.</source>
        <translation>各项条款中最晚的履行日期；回访期限自该日起算。</translation>
    </message>
    <message>
        <source>Receipt, bank slip or what else shows it (form MT-12).</source>
        <translation>收条、银行回单或者其他凭证（MT-12）。</translation>
    </message>
    <message>
        <source>Possible life imprisonment or death, and death-penalty review: three years at least (Legal Aid Law art. 26).</source>
        <translation>可能判处无期徒刑、死刑以及死刑复核案件：三年以上（《法律援助法》第26条）。</translation>
    </message>
    <message>
        <source>Not on the other side of this or a linked case, and not its mediator.</source>
        <translation>未代理本案或关联案件的对方，也不是本纠纷的调解员。</translation>
    </message>
    <message>
        <source>Every committee has women members (People&apos;s Mediation Law art. 8).</source>
        <translation>调委会应当有妇女成员（《人民调解法》第8条）。</translation>
    </message>
    <message>
        <source>The event itself, not the time of typing: it starts the first clock.</source>
        <translation>填写事件实际发生的时间，不是录入时间；首个期限自此起算。</translation>
    </message>
    <message>
        <source>Minors, domestic violence, sexual offences, community corrections: only handler, head and auditor see names.</source>
        <translation>涉未成年人、家庭暴力、性侵害、社区矫正的案件：只有承办人、负责人和审计管理员可见姓名。</translation>
    </message>
    <message>
        <source>A difficult question: the answer is owed within three working days instead of at once.</source>
        <translation>疑难咨询：不能当场解答的，应在3个工作日内答复。</translation>
    </message>
    <message>
        <source>May stay empty: nobody has to give a name.</source>
        <translation>可以不填：允许匿名咨询。</translation>
    </message>
    <message>
        <source>Body, address and telephone that the person was told.</source>
        <translation>告知的单位、地址和电话。</translation>
    </message>
    <message>
        <source>The same person asked about the same subject within 30 days.</source>
        <translation>同一人30日内就同类事项再次咨询。</translation>
    </message>
    <message>
        <source>Stands in provisional and local numbers; unique within the office.</source>
        <translation>用于临时编号和本地编号，在本机构内不得重复。</translation>
    </message>
    <message>
        <source>With less than seven days left, aid may be given before the review ends (Legal Aid Law art. 44).</source>
        <translation>距届满不足七日的，可以先行提供法律援助（《法律援助法》第44条）。</translation>
    </message>
    <message>
        <source>The same for all workers against one employer: one case a person, linked by this.</source>
        <translation>同一用人单位的讨薪农民工填写相同编号；一人一案，以此关联。</translation>
    </message>
    <message>
        <source>A personal undertaking or a check of data; no certificate of hardship is asked for (Legal Aid Law art. 41).</source>
        <translation>个人诚信承诺或者信息共享查询；不要求提交经济困难证明（《法律援助法》第41条）。</translation>
    </message>
    <message>
        <source>One list, given once (Legal Aid Law art. 43).</source>
        <translation>所缺材料一次性告知（《法律援助法》第43条）。</translation>
    </message>
    <message>
        <source>The day the papers were complete; Beijing&apos;s five working days run from it.</source>
        <translation>材料齐全之日；北京市5个工作日的审查期限自该日起算。</translation>
    </message>
    <message>
        <source>Then a closing file is due and the work is paid.</source>
        <translation>已开展工作的，应提交结案材料并支付补贴。</translation>
    </message>
    <message>
        <source>Date of the judgment or other result; the closing file is due 30 days later.</source>
        <translation>裁判等结果作出之日；应自该日起30日内提交结案材料。</translation>
    </message>
    <message>
        <source>Papers printed by this program are known; tick the others.</source>
        <translation>本程序打印的文书自动列入，其他文书请勾选。</translation>
    </message>
    <message>
        <source>For applications withdrawn, passed on or returned: what paper in the file shows it.</source>
        <translation>申请撤回、转交或者退回的，注明以卷内哪份材料为证。</translation>
    </message>
    <message>
        <source>The court&apos;s period runs from this day (special-invitation rules art. 27).</source>
        <translation>法院移送的调解期限自该日起算（《特邀调解规定》第27条）。</translation>
    </message>
    <message>
        <source>Only for referrals online: they are confirmed within three working days.</source>
        <translation>仅限线上移送的案件：应在3个工作日内确认。</translation>
    </message>
    <message>
        <source>One a line.</source>
        <translation>每行一项。</translation>
    </message>
    <message>
        <source>A dispute with any of these is not accepted.</source>
        <translation>存在其中任何一种情形的，不予受理。</translation>
    </message>
    <message>
        <source>Nobody mediates a dispute in which he or a near relative has a stake.</source>
        <translation>纠纷涉及本人或者近亲属利益的，应当回避。</translation>
    </message>
    <message>
        <source>Needed when not everything agreed has been performed.</source>
        <translation>协议未全部履行的，必须填写。</translation>
    </message>
    <message>
        <source>The head of the committee.</source>
        <translation>调委会主任。</translation>
    </message>
    <message>
        <source>One a line: name, original or copy, number, by data sharing or not.</source>
        <translation>每行一项：名称、原件或复印件、份数、是否通过数据共享取得。</translation>
    </message>
    <message>
        <source>All four are needed to accept.</source>
        <translation>四项条件须同时具备方可受理。</translation>
    </message>
    <message>
        <source>Wills, proof of being alive, adoption and the like (Notary Law art. 26).</source>
        <translation>遗嘱、生存、收养关系等事项（《公证法》第26条）。</translation>
    </message>
    <message>
        <source>Domicile, habitual residence, place of the act or fact; for real estate its location (Notary Law art. 25).</source>
        <translation>住所地、经常居住地、行为地或者事实发生地；涉及不动产的为不动产所在地（《公证法》第25条）。</translation>
    </message>
    <message>
        <source>No notary acts for himself or near relatives (Notary Law art. 23).</source>
        <translation>不得为本人及近亲属办理公证（《公证法》第23条）。</translation>
    </message>
    <message>
        <source>Who accepts and signs; the certificate is approved by somebody else.</source>
        <translation>受理并签名的公证员；公证书由其他人员审批。</translation>
    </message>
    <message>
        <source>Identity and right, text, proofs, truth and lawfulness (Notary Law art. 28).</source>
        <translation>身份与权利、文书内容、证明材料、真实性与合法性（《公证法》第28条）。</translation>
    </message>
    <message>
        <source>Always two persons.</source>
        <translation>应当由两人共同进行。</translation>
    </message>
    <message>
        <source>All six are needed to issue.</source>
        <translation>六项要点须全部符合方可出证。</translation>
    </message>
    <message>
        <source>On-site supervision only: the certificate is sent within seven days.</source>
        <translation>仅限现场监督公证：公证书应在7日内发送。</translation>
    </message>
    <message>
        <source>The days, separated by blanks.</source>
        <translation>填写日期，多个日期用空格隔开。</translation>
    </message>
    <message>
        <source>One a line: what, received on, place, given back on.</source>
        <translation>每行一项：物品、收到日期、存放地点、退还日期。</translation>
    </message>
    <message>
        <source>Legacy-support agreements always; other agreements as the office decides: then nobody can be represented.</source>
        <translation>遗赠扶养协议一律勾选；其他协议由公证机构决定；勾选后不得委托他人代理。</translation>
    </message>
    <message>
        <source>Reconsideration (60 days) and suit (six months) run from it.</source>
        <translation>行政复议（60日）、行政诉讼（6个月）的期限自该日起算。</translation>
    </message>
    <message>
        <source>Stands in case numbers.</source>
        <translation>用于案号。</translation>
    </message>
    <message>
        <source>As on the door, e.g. 09:00-12:00, 14:00-18:00.</source>
        <translation>按对外公布的时间填写，例如 09:00-12:00, 14:00-18:00。</translation>
    </message>
    <message>
        <source>Only if sex or date of birth are not those of the document number.</source>
        <translation>仅在性别或者出生日期与证件号码不一致时填写。</translation>
    </message>
    <message>
        <source>An adult who cannot fully judge the own acts. Minors are known by their date of birth.</source>
        <translation>不能完全辨认自己行为的成年人。未成年人由出生日期自动识别。</translation>
    </message>
    <message>
        <source>From 16 on, somebody who lives mainly on own labour counts as of full capacity (Civil Code art. 18).</source>
        <translation>年满16周岁，以自己的劳动收入为主要生活来源的，视为完全民事行为能力人（《民法典》第18条）。</translation>
    </message>
    <message>
        <source>When the notice on personal data was shown or handed over.</source>
        <translation>出示或者交付个人信息处理告知书的时间。</translation>
    </message>
    <message>
        <source>Relative, neighbour, colleague, expert; the parties must agree (People&apos;s Mediation Law art. 20).</source>
        <translation>亲属、邻里、同事、专家等；须经当事人同意（《人民调解法》第20条）。</translation>
    </message>
    <message>
        <source>Knew or should have known: the year to ask runs from it.</source>
        <translation>知道或者应当知道之日；一年的申请期限自该日起算。</translation>
    </message>
    <message>
        <source>A notary other than the one who issued it.</source>
        <translation>应当由原承办公证员以外的公证员复查。</translation>
    </message>
    <message>
        <source>The court&apos;s periods run from this day (Special Invitation Mediation Provisions art. 27).</source>
        <translation>法院移送的调解期限自该日起算（《特邀调解规定》第27条）。</translation>
    </message>
    <message>
        <source>What came with the letter, one a line.</source>
        <translation>随函材料，每行一项。</translation>
    </message>
    <message>
        <source>The how-manieth meeting of the case; a meeting that is resumed counts anew.</source>
        <translation>本案第几次；中断后继续的，另计一次。</translation>
    </message>
    <message>
        <source>The room on site, or the number of the video room.</source>
        <translation>现场房间，或者视频会议室编号。</translation>
    </message>
    <message>
        <source>Who was there and in which capacity, one a line; invited persons with the parties&apos; consent.</source>
        <translation>到场人员及身份，每行一人；邀请他人参与须经当事人同意。</translation>
    </message>
    <message>
        <source>Where the sound or video record is kept.</source>
        <translation>录音录像的存放位置。</translation>
    </message>
    <message>
        <source>An overdue clock needs an explanation; it goes to the monthly report.</source>
        <translation>期限超期的须说明原因，并列入月报。</translation>
    </message>
    <message>
        <source>In the unit of the time limit: days, working days or months. Leave empty when a new last day was fixed.</source>
        <translation>单位与期限相同：日、工作日或者月。已确定新到期日的，此处不填。</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>created</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>moved on</source>
        <translation>办理步骤</translation>
    </message>
    <message>
        <source>looked at full numbers</source>
        <translation>查看完整号码</translation>
    </message>
    <message>
        <source>withdrawn</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>printed</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>exported</source>
        <translation>导出</translation>
    </message>
</context>
<context>
    <name>Json</name>
    <message>
        <source>an object is not closed</source>
        <translation>对象缺少右花括号</translation>
    </message>
    <message>
        <source>a colon is missing after a name</source>
        <translation>名称后缺少冒号</translation>
    </message>
    <message>
        <source>a list is not closed</source>
        <translation>数组缺少右方括号</translation>
    </message>
    <message>
        <source>a comma is missing between two values</source>
        <translation>两个值之间缺少逗号</translation>
    </message>
    <message>
        <source>a value is not written as JSON wants it</source>
        <translation>值的写法不符合要求</translation>
    </message>
    <message>
        <source>a number is not written as JSON wants it</source>
        <translation>数字的写法不符合要求</translation>
    </message>
    <message>
        <source>a backslash is followed by a wrong character</source>
        <translation>反斜杠后的字符有误</translation>
    </message>
    <message>
        <source>a text is not UTF-8</source>
        <translation>文本不是 UTF-8 编码</translation>
    </message>
    <message>
        <source>a text is not closed</source>
        <translation>文本缺少右引号</translation>
    </message>
    <message>
        <source>an object is expected</source>
        <translation>此处应为对象</translation>
    </message>
    <message>
        <source>lists and objects lie too deep in one another</source>
        <translation>嵌套层数过多</translation>
    </message>
    <message>
        <source>it is too large</source>
        <translation>内容过大</translation>
    </message>
    <message>
        <source>something follows after the end</source>
        <translation>结尾之后还有多余内容</translation>
    </message>
</context>
<context>
    <name>Kind</name>
    <message>
        <source>Agreement</source>
        <translation>调解协议</translation>
    </message>
    <message>
        <source>Term of the agreement</source>
        <translation>协议条款</translation>
    </message>
    <message>
        <source>Assignment</source>
        <translation>指派</translation>
    </message>
    <message>
        <source>Attachment</source>
        <translation>附件</translation>
    </message>
    <message>
        <source>Committee</source>
        <translation>调委会</translation>
    </message>
    <message>
        <source>Consultation</source>
        <translation>咨询</translation>
    </message>
    <message>
        <source>Workstation</source>
        <translation>工作站</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>文书</translation>
    </message>
    <message>
        <source>Duty-lawyer help</source>
        <translation>值班律师法律帮助</translation>
    </message>
    <message>
        <source>Follow-up</source>
        <translation>回访</translation>
    </message>
    <message>
        <source>Hand-over</source>
        <translation>首问转办</translation>
    </message>
    <message>
        <source>Hearing</source>
        <translation>开庭</translation>
    </message>
    <message>
        <source>Legal-aid case</source>
        <translation>法律援助案件</translation>
    </message>
    <message>
        <source>Mediation</source>
        <translation>人民调解案件</translation>
    </message>
    <message>
        <source>Notary application</source>
        <translation>公证办件</translation>
    </message>
    <message>
        <source>Notary matter</source>
        <translation>公证事项</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>公证书</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>记事</translation>
    </message>
    <message>
        <source>Objection</source>
        <translation>异议</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>机构</translation>
    </message>
    <message>
        <source>Party</source>
        <translation>当事人</translation>
    </message>
    <message>
        <source>Key project</source>
        <translation>重点项目</translation>
    </message>
    <message>
        <source>Project log entry</source>
        <translation>项目工作记录</translation>
    </message>
    <message>
        <source>Recheck</source>
        <translation>复查</translation>
    </message>
    <message>
        <source>Referral</source>
        <translation>委托移送</translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation>会谈记录</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>工作人员</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>待办任务</translation>
    </message>
    <message>
        <source>Time limit</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>期限暂停</translation>
    </message>
    <message>
        <source>Prolongation</source>
        <translation>期限延长</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>登录账号</translation>
    </message>
    <message>
        <source>Village or community</source>
        <translation>村居</translation>
    </message>
    <message>
        <source>Work entry</source>
        <translation>办案记录</translation>
    </message>
    <message>
        <source>Conflict</source>
        <translation>争议</translation>
    </message>
</context>
<context>
    <name>Options</name>
    <message>
        <source>Yizhan: the dockets of a judicial office</source>
        <translation>一站：司法所办案台账</translation>
    </message>
    <message>
        <source>Show this text.</source>
        <translation>显示本说明。</translation>
    </message>
    <message>
        <source>Show the version.</source>
        <translation>显示版本。</translation>
    </message>
    <message>
        <source>Folder of the store.</source>
        <translation>案件库所在文件夹。</translation>
    </message>
    <message>
        <source>Language.</source>
        <translation>界面语言。</translation>
    </message>
    <message>
        <source>Colours.</source>
        <translation>界面配色。</translation>
    </message>
    <message>
        <source>Make pictures of the windows in a folder and leave.</source>
        <translation>将各窗口截图存入文件夹后退出。</translation>
    </message>
    <message>
        <source>Account, for the pictures.</source>
        <translation>截图所用账号。</translation>
    </message>
    <message>
        <source>File with the password, for the pictures.</source>
        <translation>截图所用密码文件。</translation>
    </message>
    <message>
        <source>--lang is zh or en.</source>
        <translation>--lang 应为 zh 或 en。</translation>
    </message>
    <message>
        <source>--theme is light, dark or system.</source>
        <translation>--theme 应为 light、dark 或 system。</translation>
    </message>
</context>
<context>
    <name>Query</name>
    <message>
        <source>yes or no</source>
        <translation>“yes”或“no”</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>整数</translation>
    </message>
    <message>
        <source>a sum such as 1200.50</source>
        <translation>1200.50 这样的金额</translation>
    </message>
    <message>
        <source>a day such as 2026-01-31</source>
        <translation>2026-01-31 这样的日期</translation>
    </message>
    <message>
        <source>a day or a time such as 2026-01-31T09:30</source>
        <translation>日期，或者 2026-01-31T09:30 这样的时间</translation>
    </message>
    <message>
        <source>an id</source>
        <translation>记录的编号</translation>
    </message>
    <message>
        <source>hexadecimal digits</source>
        <translation>十六进制数字</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>and, or, or the end</source>
        <translation>“and”、“or”或者结束</translation>
    </message>
    <message>
        <source>fewer brackets</source>
        <translation>更少的括号</translation>
    </message>
    <message>
        <source>a text to search for</source>
        <translation>要查找的文字</translation>
    </message>
    <message>
        <source>the name of a field</source>
        <translation>字段名</translation>
    </message>
    <message>
        <source>, or )</source>
        <translation>, 或者 )</translation>
    </message>
    <message>
        <source>an operator such as = or ~</source>
        <translation>= 或 ~ 这样的运算符</translation>
    </message>
    <message>
        <source>asc, desc or a comma</source>
        <translation>“asc”、“desc”或者逗号</translation>
    </message>
</context>
<context>
    <name>Section</name>
    <message>
        <source>Agreement</source>
        <translation>调解协议</translation>
    </message>
    <message>
        <source>Judicial confirmation</source>
        <translation>司法确认</translation>
    </message>
    <message>
        <source>Performance</source>
        <translation>协议履行</translation>
    </message>
    <message>
        <source>Term</source>
        <translation>条款</translation>
    </message>
    <message>
        <source>Assignment</source>
        <translation>指派</translation>
    </message>
    <message>
        <source>Engagement</source>
        <translation>委托</translation>
    </message>
    <message>
        <source>Attachment</source>
        <translation>附件</translation>
    </message>
    <message>
        <source>Committee</source>
        <translation>调委会</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>案件</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>办理进度</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>归档</translation>
    </message>
    <message>
        <source>Consultation</source>
        <translation>咨询</translation>
    </message>
    <message>
        <source>Visitor</source>
        <translation>来访人</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>答复</translation>
    </message>
    <message>
        <source>Rating and call-back</source>
        <translation>评价与回访</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>来电</translation>
    </message>
    <message>
        <source>Workstation</source>
        <translation>工作站</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>文书</translation>
    </message>
    <message>
        <source>Duty-lawyer help</source>
        <translation>值班律师法律帮助</translation>
    </message>
    <message>
        <source>Guilty plea</source>
        <translation>认罪认罚</translation>
    </message>
    <message>
        <source>Follow-up</source>
        <translation>回访</translation>
    </message>
    <message>
        <source>Hand-over</source>
        <translation>首问转办</translation>
    </message>
    <message>
        <source>Feedback</source>
        <translation>反馈</translation>
    </message>
    <message>
        <source>Hearing</source>
        <translation>开庭</translation>
    </message>
    <message>
        <source>Matter</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Means</source>
        <translation>经济状况</translation>
    </message>
    <message>
        <source>Criminal case and notice</source>
        <translation>刑事案件与通知</translation>
    </message>
    <message>
        <source>Case authority</source>
        <translation>办案机关</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>审查</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>决定</translation>
    </message>
    <message>
        <source>Handling</source>
        <translation>承办</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Closing</source>
        <translation>结案</translation>
    </message>
    <message>
        <source>Dispute</source>
        <translation>纠纷</translation>
    </message>
    <message>
        <source>Referral</source>
        <translation>委托移送</translation>
    </message>
    <message>
        <source>Petition</source>
        <translation>信访</translation>
    </message>
    <message>
        <source>Acceptance</source>
        <translation>受理</translation>
    </message>
    <message>
        <source>Mediation</source>
        <translation>调解</translation>
    </message>
    <message>
        <source>Application</source>
        <translation>申请</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>使用</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>代理人</translation>
    </message>
    <message>
        <source>Examination</source>
        <translation>审查核实</translation>
    </message>
    <message>
        <source>Fee</source>
        <translation>收费</translation>
    </message>
    <message>
        <source>Approval</source>
        <translation>审批</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>送达领取</translation>
    </message>
    <message>
        <source>Refusal or termination</source>
        <translation>不予办理或终止</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>公证书</translation>
    </message>
    <message>
        <source>Objection</source>
        <translation>异议</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>机构</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>联系方式</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>个人信息</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>单位信息</translation>
    </message>
    <message>
        <source>Key project</source>
        <translation>重点项目</translation>
    </message>
    <message>
        <source>Alert</source>
        <translation>预警</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>统计数据</translation>
    </message>
    <message>
        <source>Log entry</source>
        <translation>工作记录</translation>
    </message>
    <message>
        <source>Recheck</source>
        <translation>复查</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>回复</translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation>会谈</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>工作人员</translation>
    </message>
    <message>
        <source>Practice</source>
        <translation>执业情况</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>待办任务</translation>
    </message>
    <message>
        <source>Time limit</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>登录账号</translation>
    </message>
    <message>
        <source>Village or community</source>
        <translation>村居</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>办案记录</translation>
    </message>
    <message>
        <source>Conflict</source>
        <translation>争议</translation>
    </message>
</context>
<context>
    <name>Server</name>
    <message>
        <source>records</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>operations</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>FAULT</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>take what a workstation without a line wrote into a file, and write its answer</source>
        <translation>接收未联网工作站生成的交换文件，并写出答复文件</translation>
    </message>
    <message>
        <source>File %1 of workstation %2 was taken: %3 operations, %4 of them set aside. The answer is “%5”; only that workstation can read it.</source>
        <translation>已接收工作站%2的第%1号文件：操作%3项，其中转入待处理%4项。答复文件为“%5”，只有该工作站能够读取。</translation>
    </message>
    <message>
        <source>It does not hold everything that is new: the workstation&apos;s next file brings the rest.</source>
        <translation>答复文件未包含全部新内容，其余内容随该工作站的下一个文件取得。</translation>
    </message>
    <message>
        <source>It brings nothing new: the time for which the person may work without the server has run out. Log in over the line once.</source>
        <translation>答复文件不含新内容：该人员的离线期限已过，请联网登录一次。</translation>
    </message>
    <message>
        <source>file with the rules how long cases are kept; without it no case is over</source>
        <translation>保管期限规则文件；未指定时不视为任何案卷期满</translation>
    </message>
    <message>
        <source>do it; without this it is only counted</source>
        <translation>确认执行；未指定时只统计</translation>
    </message>
    <message>
        <source>the approval it rests on; stands in the audit</source>
        <translation>所依据的批准文号；记入审计</translation>
    </message>
    <message>
        <source>count the closed cases whose retention is over, or remove them for good</source>
        <translation>统计保管期满的案卷，或者将其永久删除</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>种类</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>保管期限</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>案卷数</translation>
    </message>
    <message>
        <source>Kept for an open conflict</source>
        <translation>因有待处理事项保留</translation>
    </message>
    <message>
        <source>Removed for good: %1 cases with %2 records; %3 contents of attachments. Backups made before still hold them.</source>
        <translation>已永久删除：案卷%1件，记录%2条；附件内容%3份。此前的备份中仍有这些内容。</translation>
    </message>
    <message>
        <source>Only counted, nothing was removed: %1 cases with %2 records; %3 contents of attachments. With --yes they are removed.</source>
        <translation>仅作统计，未删除任何内容：案卷%1件，记录%2条；附件内容%3份。指定 --yes 后执行删除。</translation>
    </message>
    <message>
        <source>What</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>authority</source>
        <translation>根证书</translation>
    </message>
    <message>
        <source>server</source>
        <translation>服务器证书</translation>
    </message>
    <message>
        <source>next authority</source>
        <translation>新根证书</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>有效期至</translation>
    </message>
    <message>
        <source>SHA-256 of the key</source>
        <translation>公钥 SHA-256</translation>
    </message>
    <message>
        <source>The server has a new certificate; it is shown after a restart.</source>
        <translation>服务器证书已更新，重启后生效。</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is still good.</source>
        <translation>服务器证书仍然有效，无需更新。</translation>
    </message>
    <message>
        <source>There is a next authority. Restart the server: workstations that enrol from then on trust both.</source>
        <translation>新根证书已生成。请重启服务器：此后入网的工作站同时信任新旧根证书。</translation>
    </message>
    <message>
        <source>The next authority is in use after a restart.</source>
        <translation>重启服务器后启用新根证书。</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Act</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>The backup was written and checked: %1 (%2 records, %3 attachment files).</source>
        <translation>备份已写出并核对：%1（记录%2条，附件文件%3个）。</translation>
    </message>
    <message>
        <source>The backup stands in %1. Workstations send again what it does not know.</source>
        <translation>备份已还原到 %1。备份中没有的内容由工作站重新上传。</translation>
    </message>
    <message>
        <source>%1 records were written for the recipient. Hand over “%2” and “%2.key” together.</source>
        <translation>已为接收方导出%1条记录。请将“%2”和“%2.key”一并移交。</translation>
    </message>
    <message>
        <source>Keep “%1” secret. For --recipient:

    %2
</source>
        <translation>请保管好“%1”，不得外传。供 --recipient 使用：

    %2
</translation>
    </message>
    <message>
        <source>%1 lines were written.</source>
        <translation>已写出%1行。</translation>
    </message>
    <message>
        <source>%1 is closed: every number is accounted for.</source>
        <translation>%1 已结号：全部编号均有去向。</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>New password:</source>
        <translation>新密码：</translation>
    </message>
    <message>
        <source>New password once more:</source>
        <translation>再次输入新密码：</translation>
    </message>
    <message>
        <source>an id as “device list” shows it</source>
        <translation>“device list”所列的编号</translation>
    </message>
    <message>
        <source>wiped</source>
        <translation>已清除</translation>
    </message>
    <message>
        <source>admitted</source>
        <translation>在册</translation>
    </message>
    <message>
        <source>revoked</source>
        <translation>已注销</translation>
    </message>
    <message>
        <source>to wipe itself</source>
        <translation>待清除</translation>
    </message>
    <message>
        <source>The account %1 is open.</source>
        <translation>账号 %1 已启用。</translation>
    </message>
    <message>
        <source>The account %1 is closed.</source>
        <translation>账号 %1 已停用。</translation>
    </message>
    <message>
        <source>The account %1 has a new password.</source>
        <translation>账号 %1 的密码已重设。</translation>
    </message>
    <message>
        <source>The account %1 has the new roles and offices.</source>
        <translation>账号 %1 的角色和机构已更新。</translation>
    </message>
    <message>
        <source>The account %1 has no second factor any more.</source>
        <translation>账号 %1 已取消动态口令。</translation>
    </message>
    <message>
        <source>To be typed into the authenticator of %1; shown only now:

    %2
</source>
        <translation>请录入 %1 的动态口令程序，只显示这一次：

    %2
</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>账号</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Offices</source>
        <translation>机构</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>Second factor</source>
        <translation>动态口令</translation>
    </message>
    <message>
        <source>Code for one workstation of %1, good for 24 hours and once:

    %2
</source>
        <translation>%1 一台工作站的入网码（24小时内有效，只能使用一次）：

    %2
</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>机构</translation>
    </message>
    <message>
        <source>Station</source>
        <translation>工作站号</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Seen last</source>
        <translation>最近连接</translation>
    </message>
    <message>
        <source>In quarantine</source>
        <translation>隔离中</translation>
    </message>
    <message>
        <source>The workstation %1 is refused from now on and wipes itself when it next connects.</source>
        <translation>工作站 %1 即刻起不得接入，下次连接时自行清除数据。</translation>
    </message>
    <message>
        <source>%1 operations wait for a decision in their office.</source>
        <translation>%1项操作已提交所属机构处理。</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>记录数</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志序号</translation>
    </message>
    <message>
        <source>The office %1 was taken up.</source>
        <translation>机构 %1 已启用。</translation>
    </message>
    <message>
        <source>The workstation %1 sees the office from its next connection on.</source>
        <translation>工作站 %1 下次连接后可查看该机构。</translation>
    </message>
    <message>
        <source>The workstation %1 removes the office at its next connection.</source>
        <translation>工作站 %1 下次连接时移除该机构的数据。</translation>
    </message>
    <message>
        <source>The district is ready in %1.
Its key is %2: copy it to two places that are locked away, apart from the backups. Without it no backup can be opened.
Next: yizhan-server user add LOGIN --role SYS_ADMIN, then yizhan-server serve.</source>
        <translation>区级数据已建立在 %1。
密钥为 %2：请抄存两份，分别锁存，并与备份分开。没有密钥，任何备份都打不开。
下一步：yizhan-server user add 账号 --role SYS_ADMIN，然后 yizhan-server serve。</translation>
    </message>
    <message>
        <source>listening on %1:%2</source>
        <translation>正在监听 %1:%2</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>folder of the district</source>
        <translation>区级数据所在文件夹</translation>
    </message>
    <message>
        <source>the server&apos;s key, if it lies outside the folder</source>
        <translation>服务器密钥（不在该文件夹中时）</translation>
    </message>
    <message>
        <source>storage on PostgreSQL instead of a file in the folder; without a password</source>
        <translation>使用 PostgreSQL 存储，不用文件夹中的文件；地址中不含密码</translation>
    </message>
    <message>
        <source>folder with replacements of the data files (offices, code lists, numbers)</source>
        <translation>替换数据文件的文件夹（机构、代码表、编号规则）</translation>
    </message>
    <message>
        <source>form of the answer; json is one object a line</source>
        <translation>输出格式；json 为每行一个对象</translation>
    </message>
    <message>
        <source>language of labels and messages</source>
        <translation>标签和提示的语言</translation>
    </message>
    <message>
        <source>name of the district, shown on certificates and workstations</source>
        <translation>区的名称，显示在证书和工作站上</translation>
    </message>
    <message>
        <source>name or address by which workstations reach this computer; may be repeated</source>
        <translation>工作站访问本机所用的名称或地址；可重复</translation>
    </message>
    <message>
        <source>where to take connections; default 0.0.0.0:8443, port 0 is any free one</source>
        <translation>监听地址；默认 0.0.0.0:8443，端口0为任意空闲端口</translation>
    </message>
    <message>
        <source>file that gets the port once connections are taken</source>
        <translation>开始接受连接后写入端口号的文件</translation>
    </message>
    <message>
        <source>other names for the certificate than those of init; may be repeated</source>
        <translation>证书所用名称，与“init”时不同的；可重复</translation>
    </message>
    <message>
        <source>a proxy in front tells where each connection comes from (PROXY protocol)</source>
        <translation>前置代理说明每个连接的来源（PROXY 协议）</translation>
    </message>
    <message>
        <source>connections that one address may have; default 128</source>
        <translation>每个地址的连接数上限；默认128</translation>
    </message>
    <message>
        <source>requests that are answered at the same time; default 8</source>
        <translation>同时处理的请求数；默认8</translation>
    </message>
    <message>
        <source>file whose first line is the password; otherwise standard input or a prompt</source>
        <translation>首行为密码的文件；未指定时由标准输入或提示输入</translation>
    </message>
    <message>
        <source>the person&apos;s name as shown</source>
        <translation>显示姓名</translation>
    </message>
    <message>
        <source>role, such as OFFICE_STAFF; may be repeated</source>
        <translation>角色，如 OFFICE_STAFF；可重复</translation>
    </message>
    <message>
        <source>office, such as JO01, or * for all; may be repeated</source>
        <translation>机构，如 JO01，* 表示全部；可重复</translation>
    </message>
    <message>
        <source>office of the workstation</source>
        <translation>工作站所在机构</translation>
    </message>
    <message>
        <source>further office that it may see; may be repeated</source>
        <translation>还可查看的机构；可重复</translation>
    </message>
    <message>
        <source>it may read but not write</source>
        <translation>只读，不得写入</translation>
    </message>
    <message>
        <source>only entries after this number</source>
        <translation>只列该序号之后的记录</translation>
    </message>
    <message>
        <source>at most so many; default 200</source>
        <translation>最多条数；默认200</translation>
    </message>
    <message>
        <source>public key that “export key” showed</source>
        <translation>“export key”显示的公钥</translation>
    </message>
    <message>
        <source>make a district: key, storage, certificates</source>
        <translation>建立区级数据：密钥、存储、证书</translation>
    </message>
    <message>
        <source>serve the workstations until the program is told to stop</source>
        <translation>为工作站提供服务，直到被要求停止</translation>
    </message>
    <message>
        <source>make an account</source>
        <translation>新建账号</translation>
    </message>
    <message>
        <source>close an account</source>
        <translation>停用账号</translation>
    </message>
    <message>
        <source>open a closed account</source>
        <translation>启用已停用的账号</translation>
    </message>
    <message>
        <source>give an account a new password</source>
        <translation>重设账号密码</translation>
    </message>
    <message>
        <source>give an account these roles and offices instead of the former</source>
        <translation>以所列角色和机构替换账号原有设置</translation>
    </message>
    <message>
        <source>switch an account&apos;s second factor on (a new one) or off</source>
        <translation>启用（重新生成）或取消账号的动态口令</translation>
    </message>
    <message>
        <source>list the accounts</source>
        <translation>列出账号</translation>
    </message>
    <message>
        <source>make a code with which one workstation joins within 24 hours</source>
        <translation>生成入网码，供一台工作站在24小时内接入</translation>
    </message>
    <message>
        <source>list the workstations</source>
        <translation>列出工作站</translation>
    </message>
    <message>
        <source>refuse a workstation from now on and have it wipe itself</source>
        <translation>注销工作站并令其清除数据</translation>
    </message>
    <message>
        <source>put the unsent work that a revoked workstation handed in before the people of its office</source>
        <translation>将已注销工作站交出的待上传内容提交所属机构处理</translation>
    </message>
    <message>
        <source>list the offices with the number of their records</source>
        <translation>列出机构及记录数</translation>
    </message>
    <message>
        <source>take up an office of the directory</source>
        <translation>启用名录中的机构</translation>
    </message>
    <message>
        <source>let a workstation see an office</source>
        <translation>准许工作站查看某机构</translation>
    </message>
    <message>
        <source>take an office away from a workstation</source>
        <translation>取消工作站对某机构的权限</translation>
    </message>
    <message>
        <source>show the certificates and until when they hold</source>
        <translation>显示证书及其有效期</translation>
    </message>
    <message>
        <source>renew the server&apos;s certificate if its names or its time ask for it</source>
        <translation>名称或期限需要时更新服务器证书</translation>
    </message>
    <message>
        <source>make the authority that workstations are to trust next</source>
        <translation>生成工作站今后信任的新根证书</translation>
    </message>
    <message>
        <source>put the next authority in the place of the present one</source>
        <translation>用新根证书替换现行根证书</translation>
    </message>
    <message>
        <source>list what administrators did</source>
        <translation>列出管理操作记录</translation>
    </message>
    <message>
        <source>write a backup of the district into a folder and check it</source>
        <translation>将区级数据备份到文件夹并核对</translation>
    </message>
    <message>
        <source>put a backup in the place of the district</source>
        <translation>用备份还原区级数据</translation>
    </message>
    <message>
        <source>check the district, or a backup of it</source>
        <translation>核验区级数据或其备份</translation>
    </message>
    <message>
        <source>make the pair of keys of somebody who is to get an export</source>
        <translation>为导出的接收方生成一对密钥</translation>
    </message>
    <message>
        <source>open an export with the recipient&apos;s secret key</source>
        <translation>用接收方的私钥打开导出文件</translation>
    </message>
    <message>
        <source>write all records and their history, to be read by the recipient only</source>
        <translation>导出全部记录及历史，仅接收方可读</translation>
    </message>
    <message>
        <source>close a year of a series of numbers; refused while numbers are unexplained</source>
        <translation>某编号序列年度结号；有编号未说明去向的，不予办理</translation>
    </message>
    <message>
        <source>Everywhere:</source>
        <translation>通用选项：</translation>
    </message>
    <message>
        <source>yizhan-server COMMAND [WORDS] [--options]; “yizhan-server help COMMAND” tells more.</source>
        <translation>用法：yizhan-server 命令 [参数] [--选项]；用“yizhan-server help 命令”查看详情。</translation>
    </message>
    <message>
        <source>Exit: 0 done, 1 refused by a rule, 2 call not understood, 3 wrong key, 4 in use, 5 damaged or newer, 6 disk full or unreadable</source>
        <translation>退出码：0 完成，1 规则不允许，2 命令无法识别，3 密钥不符，4 正在使用，5 损坏或版本较新，6 磁盘已满或无法读取</translation>
    </message>
    <message>
        <source>Numbers %1 to %2 of %3 are void.</source>
        <translation>%3 第%1至%2号已作废。</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>why nobody will carry these numbers; stands in the register</source>
        <translation>作废原因，载入作废编号登记簿</translation>
    </message>
    <message>
        <source>list the void numbers of a year of a series, or enter some as void</source>
        <translation>列出某年度序列的作废编号，或登记作废</translation>
    </message>
    <message>
        <source>official numbers of which workstations keep a block, so that papers get their final number without a line, such as mediation; may be repeated</source>
        <translation>由工作站预领号段的正式编号种类，无网络时文书亦可使用正式编号，例如 --leased mediation；可重复</translation>
    </message>
    <message>
        <source>days that people may work on without having reached this server; 3 to 30, default 7</source>
        <translation>未连接本服务器时可继续办公的天数；3至30，默认7</translation>
    </message>
</context>
<context>
    <name>Shots</name>
    <message>
        <source>--shots needs --store, --user, --password-file and a folder that can be written.</source>
        <translation>--shots 须同时使用 --store、--user、--password-file，并指定可写入的文件夹。</translation>
    </message>
</context>
<context>
    <name>Task</name>
    <message>
        <source>Offer the parties a new mediation, or tell them that a suit is possible</source>
        <translation>提议当事人重新调解，或者告知可以起诉</translation>
    </message>
    <message>
        <source>See that a term of the agreement is performed</source>
        <translation>督促履行协议条款</translation>
    </message>
    <message>
        <source>A term of the agreement is overdue: ask the parties</source>
        <translation>协议条款逾期未履行：询问当事人</translation>
    </message>
    <message>
        <source>A term of the agreement is overdue for 30 days: raise an alert</source>
        <translation>协议条款逾期30日未履行：发出预警</translation>
    </message>
    <message>
        <source>Risk of escalation: report and prevent at once</source>
        <translation>纠纷有激化风险：立即报告并采取防范措施</translation>
    </message>
    <message>
        <source>Ask again whether the other side agrees to mediation</source>
        <translation>再次征询对方当事人调解意愿</translation>
    </message>
    <message>
        <source>Hand the agreement to the court, or see that the suit is withdrawn</source>
        <translation>将协议送交法院，或者督促撤诉</translation>
    </message>
</context>
<context>
    <name>Transition</name>
    <message>
        <source>Confirmation open</source>
        <translation>可申请司法确认</translation>
    </message>
    <message>
        <source>Confirmation not open</source>
        <translation>不适用司法确认</translation>
    </message>
    <message>
        <source>Confirmation not wanted</source>
        <translation>不申请司法确认</translation>
    </message>
    <message>
        <source>Confirmation wanted after all</source>
        <translation>改为申请司法确认</translation>
    </message>
    <message>
        <source>Apply for confirmation</source>
        <translation>申请司法确认</translation>
    </message>
    <message>
        <source>30 days over</source>
        <translation>30日期限届满</translation>
    </message>
    <message>
        <source>Court accepts</source>
        <translation>法院受理</translation>
    </message>
    <message>
        <source>Court does not accept</source>
        <translation>法院不予受理</translation>
    </message>
    <message>
        <source>Withdraw the application</source>
        <translation>撤回确认申请</translation>
    </message>
    <message>
        <source>Court confirms</source>
        <translation>法院确认有效</translation>
    </message>
    <message>
        <source>Court dismisses</source>
        <translation>法院驳回申请</translation>
    </message>
    <message>
        <source>Apply again</source>
        <translation>再次申请</translation>
    </message>
    <message>
        <source>Review by the arbitration commission asked for</source>
        <translation>申请仲裁审查</translation>
    </message>
    <message>
        <source>Nothing to perform</source>
        <translation>无需履行</translation>
    </message>
    <message>
        <source>Performed on the spot</source>
        <translation>即时履行</translation>
    </message>
    <message>
        <source>Performance awaited</source>
        <translation>待履行</translation>
    </message>
    <message>
        <source>Partly performed</source>
        <translation>部分履行</translation>
    </message>
    <message>
        <source>Performed</source>
        <translation>已履行</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>逾期未履行</translation>
    </message>
    <message>
        <source>Caught up in part</source>
        <translation>逾期后部分履行</translation>
    </message>
    <message>
        <source>Disputed or refused</source>
        <translation>反悔或发生争议</translation>
    </message>
    <message>
        <source>Parties stand by it again</source>
        <translation>当事人恢复履行</translation>
    </message>
    <message>
        <source>Enforced by the court</source>
        <translation>法院强制执行</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>登记</translation>
    </message>
    <message>
        <source>Answer by appointment</source>
        <translation>预约答复</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>答复</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>转办</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>收回办理</translation>
    </message>
    <message>
        <source>Receive answer</source>
        <translation>收到办理反馈</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>恢复办理</translation>
    </message>
    <message>
        <source>Conclude</source>
        <translation>办结</translation>
    </message>
    <message>
        <source>Call back</source>
        <translation>回访</translation>
    </message>
    <message>
        <source>Draw up</source>
        <translation>起草</translation>
    </message>
    <message>
        <source>Make final</source>
        <translation>定稿</translation>
    </message>
    <message>
        <source>Make void</source>
        <translation>作废</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>Own matter</source>
        <translation>首问人自办</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>转出</translation>
    </message>
    <message>
        <source>Acknowledge receipt</source>
        <translation>签收</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>退回</translation>
    </message>
    <message>
        <source>Return after all</source>
        <translation>签收后退回</translation>
    </message>
    <message>
        <source>Send elsewhere</source>
        <translation>改转其他单位</translation>
    </message>
    <message>
        <source>Handle oneself</source>
        <translation>改为自办</translation>
    </message>
    <message>
        <source>Feed back</source>
        <translation>反馈结果</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>登记</translation>
    </message>
    <message>
        <source>Move to another day</source>
        <translation>改期</translation>
    </message>
    <message>
        <source>Enter the result</source>
        <translation>填写结果</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Receive</source>
        <translation>收件</translation>
    </message>
    <message>
        <source>Pass on</source>
        <translation>转交有管辖权机构</translation>
    </message>
    <message>
        <source>Ask for what is missing</source>
        <translation>通知补充材料</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>受理</translation>
    </message>
    <message>
        <source>Papers are complete</source>
        <translation>材料补齐</translation>
    </message>
    <message>
        <source>Deem withdrawn</source>
        <translation>视为撤回</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>撤回申请</translation>
    </message>
    <message>
        <source>Grant aid</source>
        <translation>决定给予援助</translation>
    </message>
    <message>
        <source>Refuse aid</source>
        <translation>决定不予援助</translation>
    </message>
    <message>
        <source>Give aid before the review</source>
        <translation>先行援助</translation>
    </message>
    <message>
        <source>Give aid before the papers are complete</source>
        <translation>材料补齐前先行援助</translation>
    </message>
    <message>
        <source>Receive a notice</source>
        <translation>收到通知</translation>
    </message>
    <message>
        <source>Return the notice</source>
        <translation>退回通知</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>指派</translation>
    </message>
    <message>
        <source>Terminate before assignment</source>
        <translation>指派前终止</translation>
    </message>
    <message>
        <source>Engagement signed</source>
        <translation>签订委托</translation>
    </message>
    <message>
        <source>Go on without signature</source>
        <translation>未签委托继续办理</translation>
    </message>
    <message>
        <source>Engagement signed after all</source>
        <translation>补签委托</translation>
    </message>
    <message>
        <source>Begin work</source>
        <translation>开始承办</translation>
    </message>
    <message>
        <source>Ask for another person</source>
        <translation>申请更换人员</translation>
    </message>
    <message>
        <source>Change the person</source>
        <translation>同意更换人员</translation>
    </message>
    <message>
        <source>Do not change the person</source>
        <translation>不同意更换人员</translation>
    </message>
    <message>
        <source>Terminate instead of a change</source>
        <translation>不更换而终止</translation>
    </message>
    <message>
        <source>Terminate</source>
        <translation>终止</translation>
    </message>
    <message>
        <source>Aid ends with its review</source>
        <translation>因审查结果终止</translation>
    </message>
    <message>
        <source>Receive the closing file</source>
        <translation>接收结案材料</translation>
    </message>
    <message>
        <source>Receive the file of the terminated case</source>
        <translation>接收终止案件材料</translation>
    </message>
    <message>
        <source>Send the file back</source>
        <translation>退回结案材料</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>结案</translation>
    </message>
    <message>
        <source>File to archive</source>
        <translation>立卷归档</translation>
    </message>
    <message>
        <source>Refused: file to archive</source>
        <translation>不予援助件归档</translation>
    </message>
    <message>
        <source>Terminated: file to archive</source>
        <translation>终止件归档</translation>
    </message>
    <message>
        <source>Ended early: file to archive</source>
        <translation>提前结束件归档</translation>
    </message>
    <message>
        <source>Review again as ordered</source>
        <translation>按责令重新审查</translation>
    </message>
    <message>
        <source>Go on as ordered</source>
        <translation>按责令恢复办理</translation>
    </message>
    <message>
        <source>Aid goes on with its review</source>
        <translation>审查恢复，继续援助</translation>
    </message>
    <message>
        <source>Take back and review again as ordered</source>
        <translation>退档按责令重新审查</translation>
    </message>
    <message>
        <source>Take back and go on as ordered</source>
        <translation>退档按责令恢复办理</translation>
    </message>
    <message>
        <source>Enter the service of the refusal</source>
        <translation>填写不予援助送达</translation>
    </message>
    <message>
        <source>No provisional aid</source>
        <translation>非先行援助</translation>
    </message>
    <message>
        <source>Review owed</source>
        <translation>待补办审查</translation>
    </message>
    <message>
        <source>Papers owed</source>
        <translation>待补充材料</translation>
    </message>
    <message>
        <source>Grant after review</source>
        <translation>审查通过</translation>
    </message>
    <message>
        <source>Refuse after review</source>
        <translation>审查不予援助</translation>
    </message>
    <message>
        <source>Papers were not made good</source>
        <translation>逾期未补办</translation>
    </message>
    <message>
        <source>Enter the service of the refusal after review</source>
        <translation>填写审查不予援助送达</translation>
    </message>
    <message>
        <source>Ask the other side</source>
        <translation>征询对方意愿</translation>
    </message>
    <message>
        <source>Do not accept</source>
        <translation>不予受理</translation>
    </message>
    <message>
        <source>Application taken back</source>
        <translation>申请人撤回</translation>
    </message>
    <message>
        <source>Other side refuses</source>
        <translation>对方拒绝调解</translation>
    </message>
    <message>
        <source>Start mediation</source>
        <translation>开始调解</translation>
    </message>
    <message>
        <source>Record a session</source>
        <translation>记录调解</translation>
    </message>
    <message>
        <source>Appraisal begins</source>
        <translation>鉴定评估开始</translation>
    </message>
    <message>
        <source>Appraisal is there</source>
        <translation>鉴定评估完成</translation>
    </message>
    <message>
        <source>Suspend</source>
        <translation>中止</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>恢复调解</translation>
    </message>
    <message>
        <source>Agreement reached</source>
        <translation>达成协议</translation>
    </message>
    <message>
        <source>No agreement</source>
        <translation>调解不成</translation>
    </message>
    <message>
        <source>Party ends the mediation</source>
        <translation>当事人终止调解</translation>
    </message>
    <message>
        <source>Close without agreement</source>
        <translation>未达成协议结案</translation>
    </message>
    <message>
        <source>Mediate again</source>
        <translation>重新调解</translation>
    </message>
    <message>
        <source>Petitioner told</source>
        <translation>告知信访人</translation>
    </message>
    <message>
        <source>Objected to the routing</source>
        <translation>提出转送异议</translation>
    </message>
    <message>
        <source>Joint request to the police</source>
        <translation>共同申请交管调解</translation>
    </message>
    <message>
        <source>Follow-up made</source>
        <translation>回访</translation>
    </message>
    <message>
        <source>Hand in</source>
        <translation>提交申请</translation>
    </message>
    <message>
        <source>Ask for papers</source>
        <translation>通知补充材料</translation>
    </message>
    <message>
        <source>Papers are in</source>
        <translation>材料已补齐</translation>
    </message>
    <message>
        <source>Withdraw instead of supplying papers</source>
        <translation>不补材料而撤回</translation>
    </message>
    <message>
        <source>Papers did not come</source>
        <translation>未补材料不予受理</translation>
    </message>
    <message>
        <source>Examine</source>
        <translation>审查核实</translation>
    </message>
    <message>
        <source>Ask for proof</source>
        <translation>通知补充证明</translation>
    </message>
    <message>
        <source>Proof is in</source>
        <translation>证明材料已补齐</translation>
    </message>
    <message>
        <source>Force majeure begins</source>
        <translation>不可抗力开始</translation>
    </message>
    <message>
        <source>Force majeure is over</source>
        <translation>不可抗力结束</translation>
    </message>
    <message>
        <source>Verification begins</source>
        <translation>核实开始</translation>
    </message>
    <message>
        <source>Verification is done</source>
        <translation>核实结束</translation>
    </message>
    <message>
        <source>Draft the certificate</source>
        <translation>拟制公证书</translation>
    </message>
    <message>
        <source>Examine again</source>
        <translation>重新审查</translation>
    </message>
    <message>
        <source>Submit for approval</source>
        <translation>提交审批</translation>
    </message>
    <message>
        <source>Return: facts</source>
        <translation>退回：事实问题</translation>
    </message>
    <message>
        <source>Return: wording</source>
        <translation>退回：文字问题</translation>
    </message>
    <message>
        <source>Approve and issue</source>
        <translation>审批出证</translation>
    </message>
    <message>
        <source>Refuse</source>
        <translation>不予办理</translation>
    </message>
    <message>
        <source>Deliver</source>
        <translation>送达/领取</translation>
    </message>
    <message>
        <source>Not collected: file to archive</source>
        <translation>未领取件归档</translation>
    </message>
    <message>
        <source>Recheck</source>
        <translation>复查</translation>
    </message>
    <message>
        <source>Uphold</source>
        <translation>维持</translation>
    </message>
    <message>
        <source>Correct or supplement</source>
        <translation>更正或补正</translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Hand over the corrected certificate</source>
        <translation>送达更正公证书</translation>
    </message>
    <message>
        <source>Recheck done: file to archive</source>
        <translation>复查后归档</translation>
    </message>
    <message>
        <source>Reported to the association</source>
        <translation>报协会备案</translation>
    </message>
    <message>
        <source>Asked by another office to verify</source>
        <translation>受托核实</translation>
    </message>
    <message>
        <source>Answer the asking office</source>
        <translation>核实回函</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>拟稿</translation>
    </message>
    <message>
        <source>Issue</source>
        <translation>出具</translation>
    </message>
    <message>
        <source>Drop</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Uphold the decision</source>
        <translation>维持原决定</translation>
    </message>
    <message>
        <source>Order to correct</source>
        <translation>责令改正</translation>
    </message>
    <message>
        <source>Enter the service</source>
        <translation>填写送达</translation>
    </message>
    <message>
        <source>Reconsideration or judgment orders to correct</source>
        <translation>复议或判决责令改正</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>启动</translation>
    </message>
    <message>
        <source>Log the week</source>
        <translation>填写周报</translation>
    </message>
    <message>
        <source>Raise alert</source>
        <translation>发出预警</translation>
    </message>
    <message>
        <source>Settle alert</source>
        <translation>解除预警</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>归档</translation>
    </message>
    <message>
        <source>Set task</source>
        <translation>新建任务</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>, </source>
        <comment>between the parts of a list</comment>
        <translation>、</translation>
    </message>
</context>
<context>
    <name>yizhan::Actions</name>
    <message>
        <source>New</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>New in this docket</source>
        <translation>在本台账新建</translation>
    </message>
    <message>
        <source>Register a consultation</source>
        <translation>登记咨询</translation>
    </message>
    <message>
        <source>Mediation case</source>
        <translation>人民调解案件</translation>
    </message>
    <message>
        <source>Legal-aid case</source>
        <translation>法律援助案件</translation>
    </message>
    <message>
        <source>Notary matter</source>
        <translation>公证办件</translation>
    </message>
    <message>
        <source>Duty lawyer help</source>
        <translation>值班律师法律帮助</translation>
    </message>
    <message>
        <source>Key project</source>
        <translation>重点项目</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Save and new</source>
        <translation>保存并新建</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Close the form (a draft stays)</source>
        <translation>关闭表单（保留草稿）</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Search everything</source>
        <translation>搜索一切</translation>
    </message>
    <message>
        <source>Filter this list</source>
        <translation>筛选本列表</translation>
    </message>
    <message>
        <source>Show or hide the filter row</source>
        <translation>显示或隐藏筛选行</translation>
    </message>
    <message>
        <source>Choose columns</source>
        <translation>选择列</translation>
    </message>
    <message>
        <source>Copy rows</source>
        <translation>复制行</translation>
    </message>
    <message>
        <source>Copy rows with column titles</source>
        <translation>复制行（含列标题）</translation>
    </message>
    <message>
        <source>View</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>Next part of the window</source>
        <translation>下一窗格</translation>
    </message>
    <message>
        <source>Previous part of the window</source>
        <translation>上一窗格</translation>
    </message>
    <message>
        <source>Next tab</source>
        <translation>下一标签页</translation>
    </message>
    <message>
        <source>Show or hide the summary</source>
        <translation>显示或隐藏案件摘要</translation>
    </message>
    <message>
        <source>Larger letters</source>
        <translation>放大字号</translation>
    </message>
    <message>
        <source>Smaller letters</source>
        <translation>缩小字号</translation>
    </message>
    <message>
        <source>Usual letters</source>
        <translation>默认字号</translation>
    </message>
    <message>
        <source>Colours as the system</source>
        <translation>跟随系统配色</translation>
    </message>
    <message>
        <source>Light colours</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark colours</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>程序</translation>
    </message>
    <message>
        <source>Lock now</source>
        <translation>立即锁定</translation>
    </message>
    <message>
        <source>All keys</source>
        <translation>全部快捷键</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Places at the left</source>
        <translation>左侧栏目</translation>
    </message>
    <message>
        <source>Lists</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>Open the case</source>
        <translation>打开案件</translation>
    </message>
    <message>
        <source>Sort by a column; Shift adds a column</source>
        <translation>按列排序；按住 Shift 可再加一列</translation>
    </message>
    <message>
        <source>click on the title</source>
        <translation>点击列标题</translation>
    </message>
    <message>
        <source>List of values in the filter row</source>
        <translation>筛选行的取值列表</translation>
    </message>
    <message>
        <source>Forms</source>
        <translation>表单</translation>
    </message>
    <message>
        <source>List of values, calendar</source>
        <translation>取值列表、日历</translation>
    </message>
    <message>
        <source>Back to the list (a draft stays)</source>
        <translation>返回列表（保留草稿）</translation>
    </message>
    <message>
        <source>Sort by the column of the caret</source>
        <translation>按光标所在列排序</translation>
    </message>
    <message>
        <source>Sort by this column too</source>
        <translation>再按此列排序</translation>
    </message>
    <message>
        <source>Exchange with the district; again: exchange now</source>
        <translation>同步情况；再按一次：立即同步</translation>
    </message>
    <message>
        <source>Values to settle</source>
        <translation>争议处理</translation>
    </message>
    <message>
        <source>Choose one of the ways</source>
        <translation>选择处理方式</translation>
    </message>
    <message>
        <source>Confirm and go on</source>
        <translation>确认，转到下一条</translation>
    </message>
</context>
<context>
    <name>yizhan::CaseSummary</name>
    <message>
        <source>Opened in the summary</source>
        <translation>在摘要中查看</translation>
    </message>
    <message>
        <source>Parties</source>
        <translation>当事人</translation>
    </message>
    <message>
        <source>Time limits</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>Latest records</source>
        <translation>最近记录</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>文书</translation>
    </message>
    <message numerus="yes">
        <source>%n paper(s) in the file</source>
        <translation>
            <numerusform>在卷文书%n份</numerusform>
        </translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
</context>
<context>
    <name>yizhan::ChipBar</name>
    <message>
        <source>%1 (not understood)</source>
        <translation>%1（无法识别）</translation>
    </message>
    <message>
        <source>Drop the condition %1</source>
        <translation>去掉条件“%1”</translation>
    </message>
    <message>
        <source>Clear all</source>
        <translation>全部清除</translation>
    </message>
</context>
<context>
    <name>yizhan::ChoiceEdit</name>
    <message>
        <source>Show the list (Alt+Down)</source>
        <translation>显示列表（Alt+↓）</translation>
    </message>
</context>
<context>
    <name>yizhan::ChoiceEditor</name>
    <message>
        <source>type or Alt+Down</source>
        <translation>输入文字或按 Alt+↓</translation>
    </message>
</context>
<context>
    <name>yizhan::CodeSetEditor</name>
    <message>
        <source>Choose …</source>
        <translation>选择…</translation>
    </message>
</context>
<context>
    <name>yizhan::ConflictModel</name>
    <message>
        <source>Belongs to no case that is here</source>
        <translation>所属案件不在本机</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>（空）</translation>
    </message>
    <message>
        <source>To settle a conflict</source>
        <translation>处理争议</translation>
    </message>
    <message>
        <source>you</source>
        <translation>您</translation>
    </message>
    <message>
        <source>Your account may look at cases but not write them. Ask the head of your office.</source>
        <translation>您的账号只能查看案件，不能填写。请联系机构负责人。</translation>
    </message>
    <message>
        <source>Brought back to settle a conflict</source>
        <translation>为处理争议而恢复</translation>
    </message>
    <message>
        <source>Case and value</source>
        <translation>案件和内容</translation>
    </message>
    <message>
        <source>Late entry by</source>
        <translation>后到值录入人</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>title of a case, number of values to settle</comment>
        <translation>%1（%2）</translation>
    </message>
</context>
<context>
    <name>yizhan::DateEditor</name>
    <message>
        <source>e.g. 11.23, +3d, Thu</source>
        <translation>如 11.23、3天后、周四</translation>
    </message>
    <message>
        <source>e.g. 11.23 14:00</source>
        <translation>如 11.23 14:00</translation>
    </message>
    <message>
        <source>Pick from a calendar (Alt+Down)</source>
        <translation>从日历中选择（Alt+↓）</translation>
    </message>
</context>
<context>
    <name>yizhan::Desk</name>
    <message>
        <source>Places</source>
        <translation>栏目</translation>
    </message>
    <message>
        <source>Your account may look at cases but not write them. Ask the head of your office.</source>
        <translation>您的账号只能查看案件，不能填写。请联系机构负责人。</translation>
    </message>
    <message>
        <source>Kept as a draft. “Today” lists what is not finished.</source>
        <translation>已存为草稿。未完成的内容列在“今日”中。</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>重新打开</translation>
    </message>
    <message>
        <source>What came back has no place in this form any more. Its values can be read and copied at “Exchange and conflicts”.</source>
        <translation>被退回的内容在这张表单中已无处填写，可以到“同步与争议”中查看和复制。</translation>
    </message>
    <message>
        <source>These are the values that came back. Change what stood against them and save: then they are sent again and the entry is settled.</source>
        <translation>这是被退回的内容。请改正不符合要求之处后保存，程序会重新上传，退回的这条随之办结。</translation>
    </message>
    <message numerus="yes">
        <source>◆ %n value(s) of this case were changed by two people at once and wait to be settled.</source>
        <translation>
            <numerusform>◆ 本案有%n处内容被两人同时修改，等待处理。</numerusform>
        </translation>
    </message>
    <message>
        <source>Settle them</source>
        <translation>去处理</translation>
    </message>
    <message>
        <source>Case in which the values are entered</source>
        <translation>将内容录入哪一案件</translation>
    </message>
    <message>
        <source>To enter it in a case that stands, open that case first</source>
        <translation>如需录入已有案件，请先打开该案件</translation>
    </message>
    <message>
        <source>New: %1</source>
        <translation>新增：%1</translation>
    </message>
</context>
<context>
    <name>yizhan::DocketPane</name>
    <message>
        <source>Search this docket: name, pinyin initials, number, phone</source>
        <translation>搜索本台账：姓名、拼音首字母、案号、电话</translation>
    </message>
    <message>
        <source>Filter row</source>
        <translation>筛选行</translation>
    </message>
    <message>
        <source>Columns ▾</source>
        <translation>列 ▾</translation>
    </message>
    <message>
        <source>Choose columns (also with a right click on the titles)</source>
        <translation>选择列（也可右键点击列标题）</translation>
    </message>
    <message>
        <source>New: %1</source>
        <translation>新建：%1</translation>
    </message>
    <message>
        <source>Standard columns</source>
        <translation>默认列</translation>
    </message>
    <message>
        <source>Register a consultation</source>
        <translation>登记咨询</translation>
    </message>
    <message>
        <source>Nothing here yet. You can begin with:</source>
        <translation>这里还没有内容。您可以：</translation>
    </message>
    <message>
        <source>Nothing fits. Without “%1” there would be %L2.</source>
        <translation>没有符合条件的记录。去掉“%1”后有%L2条。</translation>
    </message>
    <message>
        <source>Drop “%1”</source>
        <translation>去掉“%1”</translation>
    </message>
    <message>
        <source>Clear all conditions</source>
        <translation>清除全部条件</translation>
    </message>
    <message>
        <source>Nothing fits these conditions.</source>
        <translation>没有符合条件的记录。</translation>
    </message>
    <message>
        <source>loading …</source>
        <translation>正在载入…</translation>
    </message>
    <message>
        <source>%L1 shown, sorting the rest …</source>
        <translation>已显示%L1条，其余正在排序…</translation>
    </message>
    <message>
        <source>%L1 in all</source>
        <translation>共%L1条</translation>
    </message>
    <message>
        <source>%L1 of %L2</source>
        <translation>%L1 / 共%L2条</translation>
    </message>
    <message>
        <source>not loaded</source>
        <translation>未载入</translation>
    </message>
    <message>
        <source>%L1 selected</source>
        <translation>选中%L1条</translation>
    </message>
</context>
<context>
    <name>yizhan::EnrolPage</name>
    <message>
        <source>Join</source>
        <translation>接入</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>暂不接入</translation>
    </message>
    <message>
        <source>as on the sheet, for example server.example:8443</source>
        <translation>按入网通知单填写，例如 server.example:8443</translation>
    </message>
    <message>
        <source>for example: counter 1</source>
        <translation>例如：一号窗口</translation>
    </message>
    <message>
        <source>&amp;Address of the district server</source>
        <translation>区级服务器地址(&amp;A)</translation>
    </message>
    <message>
        <source>One-time &amp;code</source>
        <translation>一次性入网码(&amp;C)</translation>
    </message>
    <message>
        <source>Your a&amp;ccount at the district</source>
        <translation>您的区级账号(&amp;U)</translation>
    </message>
    <message>
        <source>Your &amp;password there</source>
        <translation>该账号的密码(&amp;P)</translation>
    </message>
    <message>
        <source>The administrator of your bureau gives you a sheet with an address and a code. The code is good once and for one day; it also makes sure that this is the right server. Afterwards the records of your office are fetched; you can begin to work at once.</source>
        <translation>司法局管理员会给您一张入网通知单，上面有服务器地址和入网码。入网码一天内有效，只能使用一次，并用于确认所连接的确为本区服务器。接入后程序会取回本机构的记录，您可以立即开始工作。</translation>
    </message>
    <message>
        <source>Join the district server</source>
        <translation>接入区级服务器</translation>
    </message>
    <message>
        <source>Group %1 of the code</source>
        <translation>入网码第%1组</translation>
    </message>
    <message>
        <source>“%1” has a sign that no code has (no U, no signs but digits and letters).</source>
        <translation>“%1”中有入网码不使用的字符（入网码只有数字和字母，不含字母U）。</translation>
    </message>
    <message>
        <source>One character is mistyped: compare group by group with the sheet.</source>
        <translation>有字符输错了，请对照入网通知单逐组核对。</translation>
    </message>
    <message>
        <source>✔ The code is complete.</source>
        <translation>✔ 入网码填写完整。</translation>
    </message>
    <message>
        <source>Five groups of five; small letters are fine, and a copied code can be pasted whole.</source>
        <translation>共五组，每组五个字符；大小写均可，复制的入网码可以整串粘贴。</translation>
    </message>
    <message>
        <source>Joining …</source>
        <translation>正在接入…</translation>
    </message>
    <message>
        <source>only if you have been given one</source>
        <translation>未启用的不填</translation>
    </message>
    <message>
        <source>&amp;Name of this computer</source>
        <translation>本机名称(&amp;N)</translation>
    </message>
    <message>
        <source>Six &amp;digits (second factor)</source>
        <translation>六位动态口令(&amp;D)</translation>
    </message>
</context>
<context>
    <name>yizhan::ExchangePane</name>
    <message>
        <source>State of the exchange</source>
        <translation>同步情况</translation>
    </message>
    <message>
        <source>To settle (%1)</source>
        <translation>争议处理（%1）</translation>
    </message>
    <message>
        <source>Came back (%1)</source>
        <translation>被退回（%1）</translation>
    </message>
    <message>
        <source>Removed (%1)</source>
        <translation>已移除（%1）</translation>
    </message>
</context>
<context>
    <name>yizhan::FieldCell</name>
    <message>
        <source>required</source>
        <translation>必填</translation>
    </message>
    <message>
        <source>◆ Settle</source>
        <translation>◆ 处理争议</translation>
    </message>
    <message>
        <source>Two people changed this at once. See both values and say which is right.</source>
        <translation>这一项被两个人同时改过。点击查看两个值并确定以哪个为准。</translation>
    </message>
    <message>
        <source>%1: two people changed this at once; settle it</source>
        <translation>%1：被两个人同时改过，去处理</translation>
    </message>
</context>
<context>
    <name>yizhan::FilterHeader</name>
    <message>
        <source>Filter: %1</source>
        <translation>筛选：%1</translation>
    </message>
    <message>
        <source>Choose from the list (Alt+Down)</source>
        <translation>从列表中选择（Alt+↓）</translation>
    </message>
</context>
<context>
    <name>yizhan::FindPalette</name>
    <message>
        <source>Name, pinyin initials, case number, end of an identity or phone number</source>
        <translation>姓名、拼音首字母、案号、证件号或电话尾号</translation>
    </message>
    <message>
        <source>Search everything</source>
        <translation>搜索一切</translation>
    </message>
    <message>
        <source>Type to search all dockets. Enter opens, Esc closes.</source>
        <translation>输入即可搜索全部台账。Enter 打开，Esc 关闭。</translation>
    </message>
    <message>
        <source>searching …</source>
        <translation>正在搜索…</translation>
    </message>
    <message>
        <source>Nothing found for “%1”. Try fewer characters, or pinyin initials.</source>
        <translation>没有找到“%1”。请减少字数，或者改用拼音首字母。</translation>
    </message>
    <message numerus="yes">
        <source>%n case(s). Enter opens, arrow keys choose.</source>
        <translation>
            <numerusform>找到%n件。Enter 打开，方向键选择。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>yizhan::FirstStartPage</name>
    <message>
        <source>Set up this workstation</source>
        <translation>设置本工作站</translation>
    </message>
    <message>
        <source>&amp;Office</source>
        <translation>机构(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Account (letters or digits, for signing in)</source>
        <translation>账号（登录用，字母或数字）(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>密码(&amp;P)</translation>
    </message>
    <message>
        <source>Welcome. This workstation has no case store yet.</source>
        <translation>欢迎使用。本工作站还没有案件库。</translation>
    </message>
    <message>
        <source>I have written the key down and put it in a safe place</source>
        <translation>我已抄写恢复密钥并妥善保管</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>开始使用</translation>
    </message>
    <message>
        <source>This is the recovery key. It opens the store when a password is forgotten. It is shown only now and kept nowhere: write it on paper and lock the paper away.</source>
        <translation>这是恢复密钥，忘记密码时可用它打开案件库。恢复密钥仅此一次显示，不留存：请抄写在纸上并锁好。</translation>
    </message>
    <message>
        <source>Write this down</source>
        <translation>请抄写恢复密钥</translation>
    </message>
    <message>
        <source>It will be kept, encrypted, in %1</source>
        <translation>案件库将加密保存在 %1</translation>
    </message>
    <message>
        <source>Setting up …</source>
        <translation>正在设置…</translation>
    </message>
    <message>
        <source>At least 10 characters, of three kinds: small letters, capitals, digits, signs.</source>
        <translation>至少10个字符，包含小写字母、大写字母、数字、符号中的三类。</translation>
    </message>
    <message>
        <source>Type the password a second time.</source>
        <translation>请再次输入密码。</translation>
    </message>
    <message>
        <source>Your na&amp;me</source>
        <translation>您的姓名(&amp;M)</translation>
    </message>
    <message>
        <source>Password a&amp;gain</source>
        <translation>再次输入密码(&amp;G)</translation>
    </message>
    <message>
        <source>The bureau has a district server: join it with a code …</source>
        <translation>司法局已有区级服务器：凭入网码接入…</translation>
    </message>
</context>
<context>
    <name>yizhan::LineEditor</name>
    <message>
        <source>waiting for number</source>
        <translation>待编号</translation>
    </message>
</context>
<context>
    <name>yizhan::LongTextEditor</name>
    <message>
        <source>%1 of %2 characters</source>
        <translation>%1 / %2字</translation>
    </message>
</context>
<context>
    <name>yizhan::MainWindow</name>
    <message>
        <source>Yizhan</source>
        <translation>一站</translation>
    </message>
    <message>
        <source>&amp;New</source>
        <translation>新建(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation>查找(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>工具栏</translation>
    </message>
    <message>
        <source>New ▾</source>
        <translation>新建 ▾</translation>
    </message>
</context>
<context>
    <name>yizhan::MessageBar</name>
    <message>
        <source>Close this message</source>
        <translation>关闭提示</translation>
    </message>
</context>
<context>
    <name>yizhan::MoneyEditor</name>
    <message>
        <source>yuan, e.g. 12000 or 1.2万</source>
        <translation>元，如 12000 或 1.2万</translation>
    </message>
</context>
<context>
    <name>yizhan::NavigationModel</name>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n open (Ctrl+%2)</source>
        <translation>
            <numerusform>%1：在办%n件（Ctrl+%2）</numerusform>
        </translation>
    </message>
    <message>
        <source>Exchange and conflicts</source>
        <translation>同步与争议</translation>
    </message>
</context>
<context>
    <name>yizhan::PartyCards</name>
    <message>
        <source>Parties</source>
        <translation>当事人</translation>
    </message>
    <message>
        <source>＋ Add a party</source>
        <translation>＋ 添加当事人</translation>
    </message>
    <message>
        <source>More fields</source>
        <translation>更多栏目</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Party %1</source>
        <translation>当事人%1</translation>
    </message>
</context>
<context>
    <name>yizhan::Program</name>
    <message>
        <source>You can try again now.</source>
        <translation>现在可以重试。</translation>
    </message>
    <message>
        <source>This workstation now belongs to the district server. Unlock it once more; then the exchange begins.</source>
        <translation>本工作站已接入区级服务器。请再解锁一次，随后开始同步。</translation>
    </message>
</context>
<context>
    <name>yizhan::RecordDraft</name>
    <message>
        <source>New: %1</source>
        <translation>新建：%1</translation>
    </message>
    <message>
        <source>Please fill this in.</source>
        <translation>请填写。</translation>
    </message>
    <message>
        <source>%1 It can be saved and checked later.</source>
        <translation>%1可以先保存，稍后核实。</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1%2</translation>
    </message>
    <message>
        <source>Taken out in the form</source>
        <translation>在表单中移除</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a field and the row it stands in</comment>
        <translation>%1（%2）</translation>
    </message>
</context>
<context>
    <name>yizhan::RecordForm</name>
    <message>
        <source>Done. The case has moved on.</source>
        <translation>已办理，案件进入下一状态。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Discard changes</source>
        <translation>放弃修改</translation>
    </message>
    <message>
        <source>Save and new</source>
        <translation>保存并新建</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>due %1</source>
        <translation>到期 %1</translation>
    </message>
    <message>
        <source>saving …</source>
        <translation>正在保存…</translation>
    </message>
    <message>
        <source>● saved</source>
        <translation>● 已保存</translation>
    </message>
    <message>
        <source>◐ draft saved %1</source>
        <translation>◐ 草稿已存 %1</translation>
    </message>
    <message>
        <source>○ not saved yet</source>
        <translation>○ 尚未保存</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>已保存。</translation>
    </message>
    <message>
        <source>Saved. Number: %1</source>
        <translation>已保存。编号：%1</translation>
    </message>
</context>
<context>
    <name>yizhan::RecordOpener</name>
    <message>
        <source>new</source>
        <translation>新建</translation>
    </message>
</context>
<context>
    <name>yizhan::RowPanel</name>
    <message>
        <source>%1, open</source>
        <translation>%1，已展开</translation>
    </message>
    <message>
        <source>%1, closed</source>
        <translation>%1，已收起</translation>
    </message>
</context>
<context>
    <name>yizhan::SetAsideModel</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Parts of a case that is still here</source>
        <translation>仍在本机案件的部分内容</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>案件</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>机构</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>记录数</translation>
    </message>
    <message>
        <source>Kept until</source>
        <translation>保留至</translation>
    </message>
</context>
<context>
    <name>yizhan::SetAsidePane</name>
    <message>
        <source>Show what is in it</source>
        <translation>查看内容</translation>
    </message>
    <message>
        <source>These cases were taken off this computer after somebody had confirmed it. They can be read here for seven days, then they are erased. If one is missed, ask the administrator: the district brings it back.</source>
        <translation>下列案件经核实确认后已从本机移除，七日内可在此查阅，期满即清除。如有误移，请联系管理员，由区级服务器恢复。</translation>
    </message>
    <message>
        <source>Cases that were removed</source>
        <translation>已移除的案件</translation>
    </message>
    <message>
        <source>Why you need to look: it is written to the audit</source>
        <translation>查看事由（记入审计日志）</translation>
    </message>
</context>
<context>
    <name>yizhan::SettlementPane</name>
    <message>
        <source>Nothing to settle. When two people change the same thing without knowing of each other, both values appear here side by side and you say which is right.</source>
        <translation>没有待处理的争议。两人在互不知情的情况下修改了同一处时，两个值会并排显示在这里，由您确定以哪个为准。</translation>
    </message>
    <message>
        <source>Values to settle, by case</source>
        <translation>待处理的争议，按案件排列</translation>
    </message>
    <message>
        <source>Open the case</source>
        <translation>打开案件</translation>
    </message>
    <message>
        <source>Show full numbers</source>
        <translation>显示完整号码</translation>
    </message>
    <message>
        <source>Identity and telephone numbers in full; that you looked is recorded</source>
        <translation>完整显示证件号码和电话；您的查看将被记录</translation>
    </message>
    <message>
        <source>Confirm and next (Enter)</source>
        <translation>确认，下一条（Enter）</translation>
    </message>
    <message>
        <source>Both values stay in the history of the case.</source>
        <translation>两个值都会保存在案件历史中。</translation>
    </message>
    <message>
        <source>Standing now</source>
        <translation>现值</translation>
    </message>
    <message>
        <source>Entered on this computer</source>
        <translation>本机录入</translation>
    </message>
    <message>
        <source>Arrived late</source>
        <translation>后到值</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>原值</translation>
    </message>
    <message>
        <source>Suggested: %1, because %2.</source>
        <translation>建议选%1：%2。</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>第%1条，共%2条</translation>
    </message>
    <message>
        <source>Open the form (Enter)</source>
        <translation>打开表单（Enter）</translation>
    </message>
    <message>
        <source>“%1” cannot be saved like this; see the note under the field.</source>
        <translation>“%1”这样填写不能保存，请查看栏目下方的提示。</translation>
    </message>
</context>
<context>
    <name>yizhan::ShortcutSheet</name>
    <message>
        <source>All keys</source>
        <translation>全部快捷键</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>yizhan::StatusStrip</name>
    <message>
        <source>○ Not connected to a district server yet</source>
        <translation>○ 尚未连接区级服务器</translation>
    </message>
    <message>
        <source>This workstation works by itself: everything is saved here, encrypted. Once the bureau has a server and this workstation is enrolled, records are exchanged with it.</source>
        <translation>本工作站单机运行，全部数据加密保存在本机。司法局设立服务器并为本工作站办理接入后，数据将与服务器同步。</translation>
    </message>
    <message>
        <source>You are signed in as %1 of %2.</source>
        <translation>当前登录：%1（%2）。</translation>
    </message>
    <message>
        <source>Unsent 0</source>
        <translation>待上传 0</translation>
    </message>
    <message>
        <source>▲ Unsent %L1</source>
        <translation>▲ 待上传 %L1</translation>
    </message>
    <message>
        <source>Nothing waits to be sent.</source>
        <translation>没有待上传的修改。</translation>
    </message>
    <message>
        <source>%L1 changes are saved here and wait for a server; the oldest is of %2.</source>
        <translation>%L1项修改已保存在本机，等待上传；最早的一项为 %2。</translation>
    </message>
    <message>
        <source>⚠ No backup yet</source>
        <translation>⚠ 尚未备份</translation>
    </message>
    <message>
        <source>Backup %1</source>
        <translation>备份 %1</translation>
    </message>
    <message>
        <source>There is no backup of this workstation. Until the window can make one, the administrator makes it with: yizhan-cli backup FILE.</source>
        <translation>本工作站还没有备份。窗口内暂不能备份，请管理员执行：yizhan-cli backup 文件。</translation>
    </message>
    <message>
        <source>The last backup that was opened and checked is of %1.</source>
        <translation>最近一次通过校验的备份时间为 %1。</translation>
    </message>
    <message>
        <source>⚠ Calendar %1 not published: dates provisional</source>
        <translation>⚠ %1年节假日表未发布：日期暂定</translation>
    </message>
    <message>
        <source>The notice on holidays of %1 is not in force here. Dates are computed from weekends and fixed holidays and marked as provisional.</source>
        <translation>%1年节假日安排尚未发布，期限暂按周末和法定节日计算，并标注“暂定”。</translation>
    </message>
    <message>
        <source>Calendar %1 ✔ · %2 not published: dates provisional</source>
        <translation>%1年节假日表 ✔ · %2年未发布：日期暂定</translation>
    </message>
    <message>
        <source>Dates in %1 are marked as provisional until its notice on holidays is in force; then they are computed anew.</source>
        <translation>%1年的日期标注“暂定”，待节假日安排发布后重新计算。</translation>
    </message>
    <message>
        <source>Calendar %1 ✔</source>
        <translation>%1年节假日表 ✔</translation>
    </message>
    <message>
        <source>The notice on holidays of %1 is in force.</source>
        <translation>%1年节假日安排已生效。</translation>
    </message>
    <message numerus="yes">
        <source>Locks in %n min</source>
        <translation>
            <numerusform>%n分钟后锁定</numerusform>
        </translation>
    </message>
    <message>
        <source>Locks in less than a minute</source>
        <translation>不到1分钟后锁定</translation>
    </message>
    <message>
        <source>Without a key or the mouse being touched the window locks; unfinished entries are kept and come back. Ctrl+L locks now.</source>
        <translation>键盘和鼠标无操作时窗口将自动锁定；未完成的内容会保留，解锁后恢复。按 Ctrl+L 立即锁定。</translation>
    </message>
</context>
<context>
    <name>yizhan::StepPanel</name>
    <message>
        <source>Next step</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Save first (Ctrl+S)</source>
        <translation>请先保存（Ctrl+S）</translation>
    </message>
    <message>
        <source>Something is still missing; press to see what</source>
        <translation>还有内容未完成；点击查看</translation>
    </message>
    <message>
        <source>Before “%1”:</source>
        <translation>办理“%1”前：</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>暂不办理</translation>
    </message>
</context>
<context>
    <name>yizhan::SummaryPane</name>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Show full numbers</source>
        <translation>显示完整号码</translation>
    </message>
    <message>
        <source>Summary of the selected case</source>
        <translation>所选案件的摘要</translation>
    </message>
    <message>
        <source>Identity and telephone numbers in full; that you looked is recorded</source>
        <translation>完整显示证件号码和电话；您的查看将被记录</translation>
    </message>
    <message>
        <source>Select a case to see it here.</source>
        <translation>选中案件后在此显示摘要。</translation>
    </message>
    <message>
        <source>loading …</source>
        <translation>正在载入…</translation>
    </message>
    <message numerus="yes">
        <source>◆ %n value(s) to settle</source>
        <translation>
            <numerusform>◆ %n处争议待处理</numerusform>
        </translation>
    </message>
    <message>
        <source>◆ Settle</source>
        <translation>◆ 处理争议</translation>
    </message>
</context>
<context>
    <name>yizhan::SyncPanel</name>
    <message>
        <source>Exchange now (F8)</source>
        <translation>立即同步（F8）</translation>
    </message>
    <message>
        <source>You need not wait for the exchange: everything can be entered and looked up without a line. What waits goes by itself as soon as there is one.</source>
        <translation>不必等待同步：离线时照样可以录入和查询，网络恢复后，待上传的内容会自动上传。</translation>
    </message>
    <message>
        <source>This workstation works by itself.</source>
        <translation>本工作站单机运行。</translation>
    </message>
    <message>
        <source>Everything is saved here, encrypted, and nothing is sent anywhere. If your bureau has a district server, its administrator gives you an address and a one-time code; with them this workstation joins. What was entered until then comes along.</source>
        <translation>全部内容加密保存在本机，不向任何地方发送。司法局设有区级服务器的，由管理员提供地址和一次性入网码，本工作站凭此接入；此前录入的内容会一并上传。</translation>
    </message>
    <message>
        <source>Join the district server …</source>
        <translation>接入区级服务器…</translation>
    </message>
    <message>
        <source>Waits to be sent</source>
        <translation>待上传</translation>
    </message>
    <message>
        <source>Changed by two at once</source>
        <translation>争议</translation>
    </message>
    <message>
        <source>Not taken</source>
        <translation>被退回</translation>
    </message>
    <message>
        <source>Last complete exchange</source>
        <translation>最近一次完整同步</translation>
    </message>
    <message>
        <source>Clock of this computer</source>
        <translation>本机时间</translation>
    </message>
    <message>
        <source>Log in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>The district server wants to know that it is you. Until then nothing is sent or fetched; you can go on working.</source>
        <translation>区级服务器需要确认是您本人。登录之前不上传也不接收，但可以继续工作。</translation>
    </message>
    <message>
        <source>&amp;Password at the server</source>
        <translation>服务器密码(&amp;P)</translation>
    </message>
    <message>
        <source>Six &amp;digits, if you have been given a second factor</source>
        <translation>六位动态口令（未启用的不填）(&amp;D)</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>%1, settle them …</source>
        <translation>%1条，去处理…</translation>
    </message>
    <message>
        <source>%1, see why …</source>
        <translation>%1条，看原因…</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>还没有</translation>
    </message>
    <message>
        <source>not compared yet</source>
        <translation>尚未核对</translation>
    </message>
    <message>
        <source>right to the minute</source>
        <translation>准确</translation>
    </message>
    <message>
        <source>First copy: %L1 of %L2 records.</source>
        <translation>首次同步：已取回%L1条，共%L2条。</translation>
    </message>
    <message>
        <source>Open cases come first; you can work with what is here already.</source>
        <translation>在办案件优先；已取回的现在就能用。</translation>
    </message>
    <message>
        <source>About %1 left.</source>
        <translation>大约还需%1。</translation>
    </message>
    <message>
        <source>The server wants to take %L1 of the %L2 records of %3 off this computer. That is unusual, so nothing has been removed. Ask the administrator whether it is meant.</source>
        <translation>服务器要求从本机移除%3的%L1条记录（共%L2条）。此情况异常，故尚未移除。请先向管理员核实。</translation>
    </message>
    <message>
        <source>It is meant: remove them</source>
        <translation>经核实无误，移除</translation>
    </message>
    <message>
        <source>The administrator has confirmed it: press again to remove</source>
        <translation>管理员已确认：再按一次即移除</translation>
    </message>
</context>
<context>
    <name>yizhan::TodayModel</name>
    <message>
        <source>Due</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>Docket</source>
        <translation>台账</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Parties</source>
        <translation>当事人</translation>
    </message>
    <message>
        <source>no number yet</source>
        <translation>未编号</translation>
    </message>
</context>
<context>
    <name>yizhan::TodayPane</name>
    <message>
        <source>Begun and not finished</source>
        <translation>未完成的草稿</translation>
    </message>
    <message>
        <source>Nothing is due in the next seven days.</source>
        <translation>未来7天没有到期事项。</translation>
    </message>
    <message>
        <source>Register a consultation</source>
        <translation>登记咨询</translation>
    </message>
    <message>
        <source>New mediation case</source>
        <translation>新建人民调解案件</translation>
    </message>
    <message>
        <source>Cases that are due</source>
        <translation>到期案件</translation>
    </message>
    <message>
        <source>Due: %1 overdue, %2 in the next seven days</source>
        <translation>期限：超期%1件，7天内到期%2件</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续填写</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>删除草稿</translation>
    </message>
</context>
<context>
    <name>yizhan::TrayModel</name>
    <message>
        <source>The case had been handed over to another office before this entry arrived.</source>
        <translation>这条内容送到之前，案件已移交给其他机构。</translation>
    </message>
    <message>
        <source>The entry was forwarded there; the people of that office decide about it.</source>
        <translation>内容已转到那里，由该机构决定。</translation>
    </message>
    <message>
        <source>Your account, or this computer, may not do that at the district server.</source>
        <translation>您的账号或本机在区级服务器上没有这项权限。</translation>
    </message>
    <message>
        <source>Ask the head of your office, or take the entry back.</source>
        <translation>请联系机构负责人，或者收回这条内容。</translation>
    </message>
    <message>
        <source>With what stands in the case by now this entry breaks a rule.</source>
        <translation>按案件现在的情况，这条内容不符合规则。</translation>
    </message>
    <message>
        <source>Change it and send it again, or take it back.</source>
        <translation>请修改后重新上传，或者收回。</translation>
    </message>
    <message>
        <source>The record had been withdrawn before this entry arrived.</source>
        <translation>这条内容送到之前，记录已经撤销。</translation>
    </message>
    <message>
        <source>Settle it: leave the record withdrawn, or bring it back.</source>
        <translation>请处理：维持撤销，或者恢复记录。</translation>
    </message>
    <message>
        <source>The record that this entry is about is no longer at the server.</source>
        <translation>这条内容所属的记录在服务器上已不存在。</translation>
    </message>
    <message>
        <source>Enter it anew where it belongs, or take it back.</source>
        <translation>请在合适的地方重新录入，或者收回。</translation>
    </message>
    <message>
        <source>The server has an older release and does not know this entry.</source>
        <translation>服务器版本较旧，无法识别这条内容。</translation>
    </message>
    <message>
        <source>It is kept at the server as it came. Send it again once the server has been brought up to date.</source>
        <translation>内容已原样保存在服务器上，服务器升级后请重新上传。</translation>
    </message>
    <message>
        <source>Somebody else changed the same thing first, and the case is no longer on this computer.</source>
        <translation>同一处已有他人先行修改，且案件已不在本机。</translation>
    </message>
    <message>
        <source>The office that has the case decides about it.</source>
        <translation>由承办该案的机构决定。</translation>
    </message>
    <message>
        <source>What you entered is kept here until you take it back.</source>
        <translation>您录入的内容保存在这里，直到您收回。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Record of an unknown kind</source>
        <translation>未知类型的记录</translation>
    </message>
    <message>
        <source>New: %1</source>
        <translation>新增：%1</translation>
    </message>
    <message>
        <source>Withdrawal: %1</source>
        <translation>撤销：%1</translation>
    </message>
    <message>
        <source>Bringing back: %1</source>
        <translation>恢复：%1</translation>
    </message>
    <message>
        <source>Hand-over to another office</source>
        <translation>移交其他机构</translation>
    </message>
    <message>
        <source>What was entered</source>
        <translation>录入的内容</translation>
    </message>
    <message>
        <source>Why it came back</source>
        <translation>退回原因</translation>
    </message>
    <message>
        <source>Meant for</source>
        <translation>报送机构</translation>
    </message>
    <message>
        <source>Entered</source>
        <translation>录入时间</translation>
    </message>
    <message>
        <source>It belongs to a new case that was not taken either.</source>
        <translation>这条内容属于一件同样未被接收的新案件。</translation>
    </message>
    <message>
        <source>Change that case and send it again: this entry goes with it. Or take it back.</source>
        <translation>请修改该案件后重新上传，这条内容会一并上传；也可以收回。</translation>
    </message>
</context>
<context>
    <name>yizhan::TrayPane</name>
    <message>
        <source>Nothing came back. What the server does not take, or passes on to another office, appears here with the reason and a way out; nothing is thrown away.</source>
        <translation>没有被退回的内容。服务器未接收或者转交其他机构的内容会显示在这里，并写明原因和处理办法；任何内容都不会丢失。</translation>
    </message>
    <message>
        <source>Settle it (Enter)</source>
        <translation>去处理（Enter）</translation>
    </message>
    <message>
        <source>Change and send again</source>
        <translation>修改后重新上传</translation>
    </message>
    <message>
        <source>Open the case</source>
        <translation>打开案件</translation>
    </message>
    <message>
        <source>Do without it</source>
        <translation>收回，不再上传</translation>
    </message>
    <message>
        <source>Entries that came back</source>
        <translation>被退回的内容</translation>
    </message>
    <message>
        <source>Taken back. What it was stays in the history of exchange at the district.</source>
        <translation>已收回。内容仍保留在区级服务器的同步记录中。</translation>
    </message>
    <message>
        <source>Enter it in another case …</source>
        <translation>录入到其他案件…</translation>
    </message>
    <message>
        <source>Read; take it off the list</source>
        <translation>已阅，从列表中移除</translation>
    </message>
</context>
<context>
    <name>yizhan::UnlockPage</name>
    <message>
        <source>⚠ Capital letters are on (Caps Lock)</source>
        <translation>⚠ 大写锁定已打开（Caps Lock）</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>解锁</translation>
    </message>
    <message>
        <source>Password forgotten?</source>
        <translation>忘记密码？</translation>
    </message>
    <message>
        <source>Yizhan</source>
        <translation>一站</translation>
    </message>
    <message>
        <source>&amp;Account</source>
        <translation>账号(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>密码(&amp;P)</translation>
    </message>
    <message>
        <source>Nobody can read your password back. With the recovery key that was written down when this store was made, you give yourself a new one. Without it, ask the administrator of your bureau.</source>
        <translation>密码无法找回。请用建立案件库时抄写的恢复密钥重新设置密码；没有恢复密钥的，请联系司法局管理员。</translation>
    </message>
    <message>
        <source>Recovery &amp;key</source>
        <translation>恢复密钥(&amp;K)</translation>
    </message>
    <message>
        <source>Opening …</source>
        <translation>正在打开…</translation>
    </message>
    <message>
        <source>Set the new password and open</source>
        <translation>设置新密码并打开</translation>
    </message>
    <message>
        <source>Please type your password.</source>
        <translation>请输入密码。</translation>
    </message>
    <message>
        <source>Ne&amp;w password (10 characters or more)</source>
        <translation>新密码（至少10个字符）(&amp;W)</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>暂不登录</translation>
    </message>
    <message>
        <source>Password at the &amp;district server</source>
        <translation>区级服务器密码(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Second factor (six digits), if your account has one</source>
        <translation>动态口令（六位数字），账号启用时填写(&amp;S)</translation>
    </message>
    <message>
        <source>Asking the district server …</source>
        <translation>正在请区级服务器核对…</translation>
    </message>
    <message>
        <source>Log in to the district</source>
        <translation>登录区级服务器</translation>
    </message>
</context>
<context>
    <name>yizhan::Workspace</name>
    <message>
        <source>(unknown)</source>
        <translation>（未知）</translation>
    </message>
</context>
<context>
    <name>yizhan::YesNoEditor</name>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
</context>
</TS>
