// SPDX-License-Identifier: GPL-3.0-or-later
// The answer of anything that can fail: a value or an Error. It cannot be ignored by accident.
#pragma once

#include "base/Error.h"

#include <tl/expected.hpp>

namespace yizhan {

template <class T>
class [[nodiscard]] Result : public tl::expected<T, Error>
{
public:
    using tl::expected<T, Error>::expected;
    Result(Error error) : tl::expected<T, Error>(tl::unexpect, std::move(error)) {}
};

using Outcome = Result<void>;

} // namespace yizhan
