# SPDX-License-Identifier: MIT
# Stands in for Zephyr: what its build does with a module, on this machine.
# ZEPHYR_BASE is the folder above share/, PYTHON runs kconfiglib.
set(standin "$ENV{ZEPHYR_BASE}")
set(build "${CMAKE_BINARY_DIR}/zephyr")

# Each module's zephyr/module.yml says where its Kconfig and CMakeLists.txt are.
execute_process(
  COMMAND $ENV{PYTHON} "${standin}/modules.py" "${build}"
          ${ZEPHYR_EXTRA_MODULES}
  RESULT_VARIABLE failed)
if(NOT failed)
  execute_process(
    COMMAND $ENV{PYTHON} "${standin}/../kconfig.py" "${build}/Kconfig"
            "${CMAKE_CURRENT_SOURCE_DIR}/prj.conf"
    OUTPUT_FILE "${build}/.config"
    RESULT_VARIABLE failed)
endif()
if(failed)
  message(FATAL_ERROR "Kconfig failed")
endif()
# A symbol that is n is no variable at all.
file(STRINGS "${build}/.config" lines REGEX "^CONFIG_.*=[^n]")
foreach(line ${lines})
  string(REGEX MATCH "^([^=]+)=(.*)$" line "${line}")
  set(${CMAKE_MATCH_1} "${CMAKE_MATCH_2}")
endforeach()

project(Zephyr-Kernel C)
add_subdirectory("${standin}" "${build}")
include("${standin}/functions.cmake")
include("${build}/modules.cmake")
