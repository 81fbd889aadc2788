#pragma once
// The parts of `faults_of`, each a file. For faults.cpp and tests.

#include "engine/procedures/definition.hpp"

namespace jianghui::procedures {

/// Collects faults.
class FaultList {
  public:
    void add(std::string at, std::string zh, std::string en) {
        faults_.push_back({std::move(at), {std::move(zh), std::move(en)}});
    }
    void append(std::vector<Fault> more) {
        faults_.insert(faults_.end(), std::make_move_iterator(more.begin()),
                       std::make_move_iterator(more.end()));
    }
    [[nodiscard]] bool empty() const { return faults_.empty(); }
    [[nodiscard]] std::vector<Fault> take() { return std::move(faults_); }

  private:
    std::vector<Fault> faults_;
};

/// Names that do not exist, are double or malformed; who opens, handles and is the party.
void check_names(const Procedure& procedure, const registers::CodeBook& codes,
                 const Registers& registers, const KnownRules& rules, FaultList& faults);
/// States that cannot be reached or left, and that wait for somebody who can do nothing. Wants
/// names without faults, as all that follow.
void check_graph(const Procedure& procedure, FaultList& faults);
/// Placeholders of notices and documents whose form cannot have been filled in by then.
void check_texts(const Procedure& procedure, FaultList& faults);
/// Clocks that cannot start or stop, or whose end finds no step.
void check_clocks(const Procedure& procedure, const KnownRules& rules, FaultList& faults);
/// What protects people (ADR 11.9).
void check_protections(const Procedure& procedure, FaultList& faults);

/// The states that can be reached from these, themselves included, without leaving a state of
/// `barriers`. O(states × steps).
[[nodiscard]] std::set<std::string> reachable(const Procedure& procedure,
                                              const std::set<std::string>& from,
                                              const std::set<std::string>& barriers = {});

}  // namespace jianghui::procedures
