// SPDX-License-Identifier: GPL-3.0-or-later
// Money as people write it and as papers demand it; inside it is always whole fen (records/Value.h).
#pragma once

#include "base/Result.h"
#include "records/Value.h"

namespace yizhan {

// "12,000.00"; "-0.05". Any thread.
QString formatMoney(Money money);

// Reads what people type: "12000", "12,000.5", "¥12 000.00", "１２０００元", "1.2万", "3亿元". At most two decimals of a yuan.
// Errors: Constraint (not a sum, too many decimals, more than 9,999 万亿 yuan).
Result<Money> parseMoney(QStringView typed);

// "壹万贰仟元整", for papers, as the rules on filling in bills and settlement vouchers (支付结算办法, annex 1) have it:
// 整 after yuan only, 零 for a run of empty places. Error: Constraint beyond ±9,999 万亿 yuan.
Result<QString> moneyInCapitals(Money money);

} // namespace yizhan
