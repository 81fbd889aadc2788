# Called by embed_queries(): INPUT, OUTPUT, PART ("features/orders").
file(READ ${INPUT} text)
get_filename_component(name ${PART} NAME)
# CMake lists split at semicolons and brackets: take them out while working on lines.
string(REPLACE ";" "\\;" lines "${text}")
string(REPLACE "[" "@OPEN@" lines "${lines}")
string(REPLACE "]" "@CLOSE@" lines "${lines}")
string(REPLACE "\n" ";" lines "${lines}")
set(statements "")
set(current "")
set(body "")
macro(finish)
    if(NOT current STREQUAL "")
        string(STRIP "${body}" body)
        string(APPEND statements
            "inline constexpr store::Statement ${current}{\"${name}.${current}\", R\"sql(${body})sql\"}@END@\n")
    endif()
endmacro()
foreach(line IN LISTS lines)
    if(line MATCHES "^-- name: ([a-z0-9_]+)$")
        set(next ${CMAKE_MATCH_1})
        finish()
        set(current ${next})
        set(body "")
    elseif(NOT line MATCHES "^[ ]*--")
        string(APPEND body "${line}\n")
    endif()
endforeach()
finish()
string(REPLACE "@OPEN@" "[" statements "${statements}")
string(REPLACE "@CLOSE@" "]" statements "${statements}")
string(REPLACE "@END@" ";" statements "${statements}")
file(WRITE ${OUTPUT}
"// Generated from ${PART}/queries.sql.
#pragma once
#include \"engine/store/statement.hpp\"
namespace jianghui::${name}::sql {
${statements}}  // namespace jianghui::${name}::sql
")
