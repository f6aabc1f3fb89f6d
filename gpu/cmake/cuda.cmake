# SPDX-License-Identifier: Apache-2.0
# Finds nvcc and enables CUDA where it is wanted. Sets UNCHAINED_HAS_CUDA.
include_guard(GLOBAL)

set(UNCHAINED_CUDA AUTO CACHE STRING "Engine for cards of NVIDIA: ON, OFF, or AUTO: where nvcc is found")
set_property(CACHE UNCHAINED_CUDA PROPERTY STRINGS AUTO ON OFF)
if(NOT UNCHAINED_CUDA MATCHES "^(AUTO|ON|OFF)$")
    message(FATAL_ERROR "UNCHAINED_CUDA is ${UNCHAINED_CUDA}: use AUTO, ON or OFF")
endif()

set(UNCHAINED_HAS_CUDA OFF)
set(why "UNCHAINED_CUDA is OFF")
if(UNCHAINED_CUDA STREQUAL "ON" OR UNCHAINED_CUDA STREQUAL "AUTO")
    # CUDACXX and PATH first, as CMake itself does; then where NVIDIA's packages put it.
    if(DEFINED ENV{CUDACXX})
        set(UNCHAINED_NVCC $ENV{CUDACXX} CACHE FILEPATH "NVIDIA's compiler")
    endif()
    find_program(UNCHAINED_NVCC nvcc PATHS /usr/local/cuda PATH_SUFFIXES bin DOC "NVIDIA's compiler")
    if(UNCHAINED_SANITIZE AND UNCHAINED_CUDA STREQUAL "AUTO")
        set(why "sanitizers know nothing of the driver")
    elseif(UNCHAINED_NVCC)
        set(UNCHAINED_HAS_CUDA ON)
    elseif(UNCHAINED_CUDA STREQUAL "ON")
        message(FATAL_ERROR "UNCHAINED_CUDA is ON and there is no nvcc. Remedy: install the CUDA toolkit (13.0 is tried), "
                            "or name its compiler with -DUNCHAINED_NVCC=/usr/local/cuda/bin/nvcc, or use -DUNCHAINED_CUDA=AUTO")
    else()
        set(why "no nvcc was found")
    endif()
endif()
if(NOT UNCHAINED_HAS_CUDA)
    message(STATUS "Without CUDA: ${why}")
    return()
endif()

# Both before the language is enabled, else CMake takes another compiler and the architecture that it finds.
if(NOT CMAKE_CUDA_COMPILER)
    set(CMAKE_CUDA_COMPILER ${UNCHAINED_NVCC} CACHE FILEPATH "CUDA compiler")
endif()
if(NOT CMAKE_CUDA_ARCHITECTURES)
    # Code for what is common, and for the rest the intermediate code that the driver translates: never `native`.
    set(CMAKE_CUDA_ARCHITECTURES 75-virtual 80-real 86-real 89-real 90-real 120-virtual CACHE STRING "")
endif()
if(CCACHE AND NOT CMAKE_CUDA_COMPILER_LAUNCHER)
    set(CMAKE_CUDA_COMPILER_LAUNCHER ${CCACHE})
endif()
enable_language(CUDA)
# CMake 3.25 does not know that nvcc 12 and later speak C++20.
if(NOT DEFINED CMAKE_CUDA20_STANDARD_COMPILE_OPTION)
    set(CMAKE_CUDA20_STANDARD_COMPILE_OPTION -std=c++20)
    set(CMAKE_CUDA20_EXTENSION_COMPILE_OPTION -std=c++20)
endif()
set(CMAKE_CUDA_STANDARD 20)
set(CMAKE_CUDA_STANDARD_REQUIRED ON)
set(CMAKE_CUDA_EXTENSIONS OFF)
find_package(CUDAToolkit REQUIRED)
message(STATUS "With CUDA ${CUDAToolkit_VERSION} for ${CMAKE_CUDA_ARCHITECTURES}")

# One rounding an operation, on every card: nothing contracted, no subnormal flushed. The intermediate code stays
# uncompressed, so that a test can read in the library that this is so.
function(unchained_cuda_options target)
    target_compile_options(${target} PRIVATE
        $<$<COMPILE_LANGUAGE:CUDA>:-fmad=false -ftz=false -prec-div=true -prec-sqrt=true --expt-relaxed-constexpr
        --compress-mode=none -Xcompiler=-Wall,-Wextra,-Wconversion,-Wshadow,-ffp-contract=off>)
    if(UNCHAINED_WERROR)
        target_compile_options(${target} PRIVATE $<$<COMPILE_LANGUAGE:CUDA>:--Werror=all-warnings -Xcompiler=-Werror>)
    endif()
endfunction()
