// SPDX-License-Identifier: GPL-3.0-or-later
// libFuzzer's way in: one program a target, chosen when it is built.
#include "tests/fuzz/FuzzTargets.h"

#include <cstdint>
#include <cstring>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    for (const yizhan::FuzzTarget &target : yizhan::fuzzTargets()) {
        if (std::strcmp(target.name, YIZHAN_FUZZ_TARGET) == 0)
            target.run(QByteArrayView(data, static_cast<qsizetype>(size)));
    }
    return 0;
}
