# SPDX-License-Identifier: MIT
# A component read as ESP-IDF first reads it: a script that ends where the
# component registers itself.
macro(idf_component_register)
  set(registered YES)
  return()
endmacro()

set(registered NO)
include("${COMPONENT}/CMakeLists.txt")
if(NOT registered)
  message(FATAL_ERROR "${COMPONENT} has not registered itself")
endif()
