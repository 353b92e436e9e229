# SPDX-License-Identifier: MIT
"""secrisk for Conan 2: conan create packaging/conan, in a copy of secrisk."""
import os

from conan import ConanFile
from conan.errors import ConanInvalidConfiguration
from conan.tools.cmake import CMake, CMakeToolchain
from conan.tools.files import copy, rmdir

FEATURES = ("cvss2", "cvss3", "cvss4", "names", "json", "help", "lenient",
            "dread", "risk")


class SecriskRecipe(ConanFile):
    name = "secrisk"
    version = "0.9.0"
    description = "CVSS vectors, scores and security-risk decisions"
    license = "MIT"
    topics = ("cvss", "security", "risk", "vulnerability")
    package_type = "library"
    settings = "os", "arch", "compiler", "build_type"
    options = {name: [True, False] for name in ("shared", *FEATURES)}
    default_options = {"shared": False, **{name: True for name in FEATURES}}

    def configure(self):
        # It is C: a compiler's C++ library makes no other package.
        self.settings.rm_safe("compiler.cppstd")
        self.settings.rm_safe("compiler.libcxx")

    def validate(self):
        if self.options.shared and self.settings.os == "Windows":
            raise ConanInvalidConfiguration("secrisk has no DLL")

    def layout(self):
        self.folders.root = os.path.join("..", "..")
        self.folders.source = "."
        self.folders.build = "build-conan"
        self.folders.generators = os.path.join("build-conan", "generators")

    def export_sources(self):
        top = os.path.join(self.recipe_folder, "..", "..")
        for pattern in ("CMakeLists.txt", "LICENSE", "cmake/*", "include/*",
                        "lib/*"):
            copy(self, pattern, top, self.export_sources_folder)

    def generate(self):
        toolchain = CMakeToolchain(self)
        for name in FEATURES:
            toolchain.cache_variables[f"SECRISK_{name.upper()}"] = bool(
                self.options.get_safe(name))
        toolchain.generate()

    def build(self):
        cmake = CMake(self)
        cmake.configure()
        cmake.build()

    def package(self):
        copy(self, "LICENSE", self.source_folder,
             os.path.join(self.package_folder, "licenses"))
        CMake(self).install()
        # Conan writes what pkg-config and CMake read by itself.
        for folder in ("lib/cmake", "lib/pkgconfig", "share"):
            rmdir(self, os.path.join(self.package_folder, folder))

    def package_info(self):
        self.cpp_info.libs = ["secrisk"]
        self.cpp_info.set_property("cmake_file_name", "secrisk")
        self.cpp_info.set_property("cmake_target_name", "secrisk::secrisk")
        self.cpp_info.set_property("pkg_config_name", "secrisk")
