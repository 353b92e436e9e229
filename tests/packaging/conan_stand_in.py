# SPDX-License-Identifier: MIT
"""conan_stand_in.py RECIPE WORK [OPTION=True|False...]: does what `conan
create` would, in WORK, with stand-ins of the functions of Conan 2 that the
recipe calls.  They do what Conan's documentation says, and nothing else, so
that a call of anything more fails."""
import importlib.util
import shutil
import subprocess
import sys
import types
from pathlib import Path


class Values(dict):
    def __getattr__(self, name):
        return self[name]

    def get_safe(self, name, default=None):
        return self.get(name, default)

    def rm_safe(self, name):
        self.pop(name, None)


class ConanFile:
    pass


class ConanInvalidConfiguration(Exception):
    pass


class CMakeToolchain:
    def __init__(self, recipe):
        self.recipe, self.cache_variables = recipe, {}

    def generate(self):
        self.recipe.cache = dict(self.cache_variables)


class CMake:
    def __init__(self, recipe):
        self.recipe = recipe

    def run(self, *command):
        subprocess.run(["cmake", *command], check=True,
                       stdout=subprocess.DEVNULL)

    def configure(self):
        recipe = self.recipe
        on = {True: "ON", False: "OFF"}
        self.run("-S", recipe.source_folder, "-B", recipe.build_folder,
                 f"-DCMAKE_INSTALL_PREFIX={recipe.package_folder}",
                 "-DCMAKE_INSTALL_LIBDIR=lib",
                 f"-DBUILD_SHARED_LIBS={on[recipe.options.shared]}",
                 *(f"-D{k}={on[v]}" for k, v in recipe.cache.items()))

    def build(self):
        self.run("--build", self.recipe.build_folder)

    def install(self):
        self.run("--install", self.recipe.build_folder)


def copy(_recipe, pattern, src, dst):
    src = Path(src).resolve()
    found = [p for p in src.glob(pattern) if p.is_file()]
    if pattern.endswith("/*"):  # fnmatch's star crosses folders
        found += [p for p in (src / pattern[:-2]).rglob("*") if p.is_file()]
    for file in set(found):
        target = Path(dst) / file.relative_to(src)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, target)


def rmdir(_recipe, path):
    shutil.rmtree(path, ignore_errors=True)


def modules():
    for name, parts in {
            "conan": {"ConanFile": ConanFile},
            "conan.errors": {
                "ConanInvalidConfiguration": ConanInvalidConfiguration},
            "conan.tools": {},
            "conan.tools.cmake": {"CMake": CMake,
                                  "CMakeToolchain": CMakeToolchain},
            "conan.tools.files": {"copy": copy, "rmdir": rmdir}}.items():
        module = types.ModuleType(name)
        vars(module).update(parts)
        sys.modules[name] = module


def main():
    path, work = Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve()
    modules()
    spec = importlib.util.spec_from_file_location("recipe", path)
    recipe_module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(recipe_module)
    recipe = next(c for c in vars(recipe_module).values()
                  if isinstance(c, type) and issubclass(c, ConanFile)
                  and c is not ConanFile)()
    chosen = dict(recipe.default_options)
    for arg in sys.argv[3:]:
        name, value = arg.split("=")
        chosen[name] = value == "True"
    for name, value in chosen.items():
        if value not in recipe.options[name]:
            sys.exit(f"{name} may not be {value}")
    recipe.options = Values(chosen)
    recipe.settings = Values({"os": "Linux", "arch": "x86_64",
                              "compiler": "gcc", "build_type": "Release",
                              "compiler.libcxx": "libstdc++11"})
    recipe.folders = types.SimpleNamespace()
    recipe.cpp_info = types.SimpleNamespace(set_property=lambda *_: None)
    recipe.recipe_folder = str(path.parent)
    recipe.export_sources_folder = recipe.source_folder = str(work / "source")
    recipe.build_folder = str(work / "build")
    recipe.package_folder = str(work / "package")
    for step in ("configure", "validate", "layout", "export_sources",
                 "generate", "build", "package", "package_info"):
        getattr(recipe, step)()
    print(" ".join(recipe.cpp_info.libs))


if __name__ == "__main__":
    main()
