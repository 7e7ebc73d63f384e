<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en">
<context>
    <name>DocketFilter</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DueText</name>
    <message numerus="yes">
        <source>%n day(s) late</source>
        <translation>
            <numerusform>%n day late</numerusform>
            <numerusform>%n days late</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Exchange</name>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%n min</numerusform>
            <numerusform>%n min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h</source>
        <translation>
            <numerusform>%n h</numerusform>
            <numerusform>%n h</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>yizhan::CaseSummary</name>
    <message numerus="yes">
        <source>%n paper(s) in the file</source>
        <translation>
            <numerusform>%n paper in the file</numerusform>
            <numerusform>%n papers in the file</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>yizhan::Desk</name>
    <message numerus="yes">
        <source>◆ %n value(s) of this case were changed by two people at once and wait to be settled.</source>
        <translation>
            <numerusform>◆ %n value of this case was changed by two people at once and waits to be settled.</numerusform>
            <numerusform>◆ %n values of this case were changed by two people at once and wait to be settled.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>yizhan::FindPalette</name>
    <message numerus="yes">
        <source>%n case(s). Enter opens, arrow keys choose.</source>
        <translation>
            <numerusform>%n case. Enter opens, arrow keys choose.</numerusform>
            <numerusform>%n cases. Enter opens, arrow keys choose.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>yizhan::NavigationModel</name>
    <message numerus="yes">
        <source>%1: %n open (Ctrl+%2)</source>
        <translation>
            <numerusform>%1: %n open (Ctrl+%2)</numerusform>
            <numerusform>%1: %n open (Ctrl+%2)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>yizhan::StatusStrip</name>
    <message numerus="yes">
        <source>Locks in %n min</source>
        <translation>
            <numerusform>Locks in %n min</numerusform>
            <numerusform>Locks in %n min</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>yizhan::SummaryPane</name>
    <message numerus="yes">
        <source>◆ %n value(s) to settle</source>
        <translation>
            <numerusform>◆ %n value to settle</numerusform>
            <numerusform>◆ %n values to settle</numerusform>
        </translation>
    </message>
</context>
</TS>
