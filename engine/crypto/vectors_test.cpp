#include "engine/crypto/vectors_test.hpp"

#include <fstream>
#include <sstream>

// Boost.JSON as source: this engine does not link it, only its tests read JSON.
#include <boost/json/src.hpp>

namespace jianghui::crypto {

const boost::json::object& standard_examples() {
    static const boost::json::value document = [] {
        const std::ifstream file(PART_FOLDER "/testdata/sm_standard_examples.json");
        std::ostringstream text;
        text << file.rdbuf();
        return boost::json::parse(text.str());
    }();
    return document.as_object();
}

}  // namespace jianghui::crypto
