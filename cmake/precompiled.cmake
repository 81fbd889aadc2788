# Headers that nearly every unit reads, parsed once: half of a unit's compile time is reading them.
# The preset `dev` builds without, so a header that a file forgets to include is found there.

# precompiled_headers(NAME LINK targets… HEADERS headers…): a target whose parsed headers others take
# with `target_precompile_headers(other REUSE_FROM NAME)`. It links what they link, because parsed
# headers serve only units with the same definitions.
function(precompiled_headers name)
    cmake_parse_arguments(given "" "" "LINK;HEADERS" ${ARGN})
    set(source ${CMAKE_BINARY_DIR}/generated/${name}.cpp)
    file(CONFIGURE OUTPUT ${source} CONTENT "// Nothing: the target ${name} exists for its headers.\n")
    add_library(${name} OBJECT ${source})
    set_target_properties(${name} PROPERTIES UNITY_BUILD OFF)
    target_link_libraries(${name} PRIVATE ${given_LINK})
    target_precompile_headers(${name} PRIVATE ${given_HEADERS})
endfunction()

set(standard_headers <algorithm> <array> <charconv> <chrono> <cstdint> <filesystem> <fstream> <functional>
    <map> <memory> <optional> <set> <sstream> <string> <string_view> <unordered_map> <utility> <variant>
    <vector>)
