# SPDX-License-Identifier: MIT
# Runs a portfile as vcpkg does, with stand-ins of the functions that it calls:
#   cmake -DPORT_DIR=... -DWORK=... -DVERSION=... -DFEATURES=... -P this
# They do what vcpkg's documentation says.  A call of anything else fails.
cmake_minimum_required(VERSION 3.21)
set(PORT secrisk)
set(CURRENT_PACKAGES_DIR "${WORK}/package")

function(run)
  execute_process(COMMAND ${ARGN} RESULT_VARIABLE status OUTPUT_VARIABLE said
                  ERROR_VARIABLE said)
  if(NOT status EQUAL 0)
    message(FATAL_ERROR "${said}")
  endif()
endfunction()

function(vcpkg_extract_source_archive out archive_word archive)
  if(NOT archive_word STREQUAL "ARCHIVE")
    message(FATAL_ERROR "vcpkg_extract_source_archive: ${archive_word}")
  endif()
  file(ARCHIVE_EXTRACT INPUT "${archive}" DESTINATION "${WORK}/source")
  file(GLOB top "${WORK}/source/*") # the one folder of the archive
  set(${out} "${top}" PARENT_SCOPE)
endfunction()

function(vcpkg_check_features)
  cmake_parse_arguments(PARSE_ARGV 0 arg "" "OUT_FEATURE_OPTIONS" "FEATURES")
  set(options)
  while(arg_FEATURES)
    list(POP_FRONT arg_FEATURES feature option)
    if(feature IN_LIST FEATURES)
      list(APPEND options "-D${option}=ON")
    else()
      list(APPEND options "-D${option}=OFF")
    endif()
  endwhile()
  set(${arg_OUT_FEATURE_OPTIONS} "${options}" PARENT_SCOPE)
endfunction()

function(vcpkg_cmake_configure)
  cmake_parse_arguments(PARSE_ARGV 0 arg "" "SOURCE_PATH" "OPTIONS")
  foreach(type Release Debug)
    set(prefix "${CURRENT_PACKAGES_DIR}")
    if(type STREQUAL Debug)
      set(prefix "${prefix}/debug")
    endif()
    run("${CMAKE_COMMAND}" -S "${arg_SOURCE_PATH}" -B "${WORK}/${type}"
        -DCMAKE_BUILD_TYPE=${type} "-DCMAKE_INSTALL_PREFIX=${prefix}"
        -DCMAKE_INSTALL_LIBDIR=lib -DBUILD_SHARED_LIBS=OFF ${arg_OPTIONS})
  endforeach()
endfunction()

function(vcpkg_cmake_install)
  foreach(type Release Debug)
    run("${CMAKE_COMMAND}" --build "${WORK}/${type}" --target install)
  endforeach()
endfunction()

function(vcpkg_fixup_pkgconfig)
endfunction()

function(vcpkg_cmake_config_fixup path_word path)
  if(NOT path_word STREQUAL "CONFIG_PATH")
    message(FATAL_ERROR "vcpkg_cmake_config_fixup: ${path_word}")
  endif()
  file(MAKE_DIRECTORY "${CURRENT_PACKAGES_DIR}/share")
  file(RENAME "${CURRENT_PACKAGES_DIR}/${path}"
       "${CURRENT_PACKAGES_DIR}/share/${PORT}")
  file(REMOVE_RECURSE "${CURRENT_PACKAGES_DIR}/lib/cmake"
       "${CURRENT_PACKAGES_DIR}/debug/lib/cmake")
endfunction()

function(vcpkg_replace_string file old new)
  file(READ "${file}" text)
  string(REPLACE "${old}" "${new}" changed "${text}")
  if(changed STREQUAL text)
    message(FATAL_ERROR "${file} has no ${old}")
  endif()
  file(WRITE "${file}" "${changed}")
endfunction()

function(vcpkg_install_copyright list_word file)
  file(INSTALL "${file}" RENAME copyright
       DESTINATION "${CURRENT_PACKAGES_DIR}/share/${PORT}")
endfunction()

include("${PORT_DIR}/portfile.cmake")
