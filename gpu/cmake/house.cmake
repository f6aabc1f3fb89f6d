# SPDX-License-Identifier: Apache-2.0
# Compiler, warnings, sanitizers, ccache and mold: the same for the whole build and for gpu/ built alone.
include_guard(GLOBAL)

option(UNCHAINED_WERROR "Warnings are errors" OFF)
set(UNCHAINED_SANITIZE "" CACHE STRING "Sanitizers, as given to -fsanitize=; empty: none")

if(NOT CMAKE_BUILD_TYPE)
    set(CMAKE_BUILD_TYPE Release CACHE STRING "" FORCE)
endif()
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)

# Qt 6.4's moc cannot parse GCC's <concepts>, which most of the standard library includes: tell it that it has been read.
set(CMAKE_AUTOMOC_MOC_OPTIONS -D_GLIBCXX_CONCEPTS)

find_program(CCACHE ccache)
if(CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    # Without these ccache never answers for a file that uses a precompiled header (its manual, "Precompiled headers").
    set(launcher ${CMAKE_COMMAND} -E env CCACHE_SLOPPINESS=pch_defines,time_macros ${CCACHE})
    set(CMAKE_C_COMPILER_LAUNCHER ${launcher})
    set(CMAKE_CXX_COMPILER_LAUNCHER ${launcher})
endif()
find_program(MOLD mold)
if(MOLD)
    add_link_options(-fuse-ld=mold)
endif()

add_compile_options($<$<COMPILE_LANGUAGE:CXX>:-Wall>
                    $<$<COMPILE_LANGUAGE:CXX>:-Wextra>
                    $<$<COMPILE_LANGUAGE:CXX>:-Wconversion>
                    $<$<COMPILE_LANGUAGE:CXX>:-Wshadow>)
# GCC 12 sees overlaps and uninitialised reads inside std::string, std::optional and std::variant that are not there.
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    add_compile_options($<$<COMPILE_LANGUAGE:CXX>:-Wno-restrict> $<$<COMPILE_LANGUAGE:CXX>:-Wno-maybe-uninitialized>)
endif()
# GCC contracts a*b+c even with -std=c++20; a contracted product is a different result.
add_compile_options($<$<COMPILE_LANGUAGE:CXX>:-ffp-contract=off>)
if(UNCHAINED_WERROR)
    add_compile_options($<$<COMPILE_LANGUAGE:CXX>:-Werror>)
endif()
if(UNCHAINED_SANITIZE)
    # Lines are what a report needs; all of -g doubles the time to compile and to link.
    add_compile_options(-fsanitize=${UNCHAINED_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer -g1)
    add_link_options(-fsanitize=${UNCHAINED_SANITIZE})
endif()
string(FIND "${CMAKE_CXX_FLAGS}" "fast-math" fast_math_at)
if(NOT fast_math_at EQUAL -1)
    message(FATAL_ERROR "fast-math changes results: remove it from CMAKE_CXX_FLAGS")
endif()
include(${CMAKE_CURRENT_LIST_DIR}/cuda.cmake)
