# Compiler, linker and cache settings that every part shares.
find_program(CCACHE ccache)
if(CCACHE)
    # ccache looks through precompiled headers only when told that their defines may be trusted.
    set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env CCACHE_SLOPPINESS=pch_defines,time_macros ${CCACHE})
endif()
find_program(MOLD mold)
if(MOLD AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    add_link_options(-fuse-ld=mold)
endif()

add_library(jianghui_settings INTERFACE)
target_include_directories(jianghui_settings INTERFACE ${CMAKE_SOURCE_DIR} ${CMAKE_BINARY_DIR}/generated)
target_compile_options(jianghui_settings INTERFACE
    -Wall -Wextra -Wshadow -Wconversion -Wno-sign-conversion -Werror=unused-result -Werror=return-type)
if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
    # Boost.JSON 1.81's headers and g++ 12's library are quiet; clang 14 warns on our structured
    # bindings in lambdas, which C++20 allows.
    target_compile_options(jianghui_settings INTERFACE -Wno-unused-lambda-capture)
endif()
set(CMAKE_CXX_FLAGS_RELWITHDEBINFO "-O2 -g1")
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    # The compiler collects its own garbage from 128 MB on; a unit of ours needs no more than a gigabyte in all,
    # and not collecting before makes it an eighth quicker (measured on features/surveys).
    add_compile_options(--param=ggc-min-heapsize=786432)
endif()
if(JIANGHUI_SANITIZE)
    target_compile_options(jianghui_settings INTERFACE
        -fsanitize=${JIANGHUI_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
    target_link_options(jianghui_settings INTERFACE -fsanitize=${JIANGHUI_SANITIZE})
endif()
if(JIANGHUI_FUZZ)
    target_compile_options(jianghui_settings INTERFACE
        -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=all)
    target_link_options(jianghui_settings INTERFACE -fsanitize=address,undefined)
endif()
