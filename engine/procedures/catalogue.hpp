#pragma once
// The procedures of the program, in force and earlier: a service, loaded as registers are
// (registers/loading.hpp).

#include "engine/procedures/definition.hpp"
#include "engine/procedures/errors.hpp"
#include "engine/registers/catalogue.hpp"

namespace jianghui::procedures {

class Catalogue : public registers::Definitions<Procedure> {
  public:
    Catalogue() : Definitions(procedure_unknown) {}
};

}  // namespace jianghui::procedures
