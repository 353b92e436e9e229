# SPDX-License-Identifier: MIT
# An overlay port.  Copy the source archive of the release beside this file.
if(VCPKG_TARGET_IS_WINDOWS)
  vcpkg_check_linkage(ONLY_STATIC_LIBRARY) # there is no DLL yet
endif()

vcpkg_extract_source_archive(
  SOURCE_PATH ARCHIVE "${CMAKE_CURRENT_LIST_DIR}/secrisk-${VERSION}.tar.gz")

vcpkg_check_features(
  OUT_FEATURE_OPTIONS FEATURE_OPTIONS
  FEATURES
    cvss2 SECRISK_CVSS2
    cvss3 SECRISK_CVSS3
    cvss4 SECRISK_CVSS4
    names SECRISK_NAMES
    json SECRISK_JSON
    help SECRISK_HELP
    lenient SECRISK_LENIENT
    dread SECRISK_DREAD
    risk SECRISK_RISK)
vcpkg_cmake_configure(SOURCE_PATH "${SOURCE_PATH}" OPTIONS ${FEATURE_OPTIONS})
vcpkg_cmake_install()
vcpkg_fixup_pkgconfig()

# In vcpkg the package file lies one folder higher than where CMake put it, and
# the debug library is in a tree of its own.
vcpkg_cmake_config_fixup(CONFIG_PATH lib/cmake/secrisk)
set(config "${CURRENT_PACKAGES_DIR}/share/${PORT}/secrisk-config.cmake")
vcpkg_replace_string("${config}" "/../../.." "/../..")
file(APPEND "${config}" [[
unset(secrisk_debug CACHE)
find_library(secrisk_debug NAMES secrisk NO_DEFAULT_PATH
             PATHS "${secrisk_prefix}/debug/lib")
if(secrisk_debug)
  set_target_properties(secrisk::secrisk PROPERTIES
                        IMPORTED_LOCATION_DEBUG "${secrisk_debug}")
endif()
]])

file(REMOVE_RECURSE "${CURRENT_PACKAGES_DIR}/debug/include"
                    "${CURRENT_PACKAGES_DIR}/debug/share"
                    "${CURRENT_PACKAGES_DIR}/share/doc")
vcpkg_install_copyright(FILE_LIST "${SOURCE_PATH}/LICENSE")
