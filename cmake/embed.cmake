# Puts SQL into the program: `queries.sql` as named statements, migrations as an ordered list.

# queries.sql is a sequence of
#   -- A sentence of intent.
#   -- name: take_seats
#   UPDATE …;
# and becomes  namespace jianghui::<part>::sql { inline constexpr store::Statement take_seats{…}; }
# Columns that several statements read or write are said once, before them:
#   -- columns: shares
#   id, city, order_id …
# and named in braces: SELECT {shares} FROM shares …
function(embed_queries target part)
    set(input ${CMAKE_SOURCE_DIR}/${part}/queries.sql)
    set(output ${CMAKE_BINARY_DIR}/generated/${part}/queries.hpp)
    add_custom_command(OUTPUT ${output}
        COMMAND ${CMAKE_COMMAND} -DINPUT=${input} -DOUTPUT=${output} -DPART=${part}
                -P ${CMAKE_SOURCE_DIR}/cmake/embed_queries.cmake
        DEPENDS ${input} ${CMAKE_SOURCE_DIR}/cmake/embed_queries.cmake VERBATIM)
    add_custom_target(${target}_queries DEPENDS ${output})
    add_dependencies(${target} ${target}_queries)
endfunction()

# generated/migrations.cpp: every migration of every part, by file name.
function(embed_migrations)
    file(GLOB files CONFIGURE_DEPENDS
        ${CMAKE_SOURCE_DIR}/engine/*/migrations/*.sql ${CMAKE_SOURCE_DIR}/features/*/migrations/*.sql)
    set(output ${CMAKE_BINARY_DIR}/generated/migrations.cpp)
    add_custom_command(OUTPUT ${output}
        COMMAND ${CMAKE_COMMAND} "-DFILES=${files}" -DOUTPUT=${output}
                -P ${CMAKE_SOURCE_DIR}/cmake/embed_migrations.cmake
        DEPENDS ${files} ${CMAKE_SOURCE_DIR}/cmake/embed_migrations.cmake VERBATIM)
    add_library(all_migrations STATIC ${output})
    target_link_libraries(all_migrations PUBLIC engine_store)
endfunction()
