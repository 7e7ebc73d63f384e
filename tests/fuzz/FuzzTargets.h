// SPDX-License-Identifier: GPL-3.0-or-later
// What is fuzzed: readers of bytes that strangers send. libFuzzer drives them for as long as it is given, tst_fuzz_corpus for a
// moment.
#pragma once

#include <QByteArrayView>
#include <span>

namespace yizhan {

// Reads `input` in every way the target knows and ends the process when a promise is broken: what was read must come back the
// same after writing and reading it once more.
struct FuzzTarget {
    const char *name;
    void (*run)(QByteArrayView input);
};

std::span<const FuzzTarget> fuzzTargets();

} // namespace yizhan
