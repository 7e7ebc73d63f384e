// SPDX-License-Identifier: GPL-3.0-or-later
// All that one release of the program knows of records: its kinds with their fields, and the number of its schema. A program
// has one from its first instruction to its last. Tests in which releases meet hold several (docs/adr/0009): the code is the
// same in all of them, as it is in a release that only adds to the declaration.
#pragma once

#include "records/RecordSpec.h"

#include <atomic>
#include <memory>
#include <mutex>
#include <optional>

namespace yizhan {

// Grows with each release that adds kinds or fields (FieldSpec::since, RecordSpec::since). A server takes work from clients up
// to two versions behind its own.
inline constexpr int schemaVersion = 1;

class Declaration
{
public:
    static constexpr std::size_t most = 8;
    class InForce;

    // `specs` ascend by kind and outlive it. At most `most` in a process; they are never given back.
    Declaration(int schema, std::vector<const RecordSpec *> specs);
    Declaration(const Declaration &) = delete;
    Declaration &operator=(const Declaration &) = delete;

    static const Declaration &own();     // the program's
    static const Declaration &current(); // own(), but for tests; any thread

    int schema() const { return m_schema; }
    std::span<const RecordSpec *const> specs() const { return m_specs; }
    const RecordSpec *specOf(Kind kind) const;
    int positionOf(const RecordSpec &spec, std::uint16_t fieldId) const;
    std::size_t place() const { return m_place; } // 0: own()

private:
    // Position of each field number of one kind; a byte a number, so that reading a value costs one look-up.
    using FieldIndex = std::array<std::uint8_t, system::firstId>;
    static constexpr std::size_t kindLimit = 128;

    int m_schema;
    std::size_t m_place;
    std::vector<const RecordSpec *> m_specs;
    std::array<const RecordSpec *, kindLimit> m_byKind{};
    std::array<std::unique_ptr<FieldIndex>, kindLimit> m_fields;

    static std::atomic<const Declaration *> s_current; // null: own()
};

// Tests only, and only where no other thread is at work with records: from here to the end of the block the program is of the
// release with this declaration.
class Declaration::InForce
{
public:
    explicit InForce(const Declaration &declaration)
        : m_before(s_current.exchange(&declaration == &own() ? nullptr : &declaration))
    {}
    ~InForce() { s_current.store(m_before); }
    InForce(const InForce &) = delete;
    InForce &operator=(const InForce &) = delete;

private:
    const Declaration *m_before;
};

// What is made once from the declaration: layouts of tables, texts of statements. In a program one value; any thread.
template <class T>
class PerDeclaration
{
public:
    explicit PerDeclaration(T (*make)()) : m_make(make) {}

    const T &get() const
    {
        const std::size_t place = Declaration::current().place();
        if (const T *made = m_ready[place].load(std::memory_order_acquire))
            return *made;
        const std::lock_guard<std::mutex> guard(m_making);
        if (!m_made[place])
            m_made[place] = m_make();
        m_ready[place].store(&*m_made[place], std::memory_order_release);
        return *m_made[place];
    }

private:
    T (*m_make)();
    mutable std::mutex m_making;
    mutable std::array<std::optional<T>, Declaration::most> m_made;
    mutable std::array<std::atomic<const T *>, Declaration::most> m_ready{};
};

} // namespace yizhan
