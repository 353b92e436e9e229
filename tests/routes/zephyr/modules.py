# SPDX-License-Identifier: MIT
"""Reads zephyr/module.yml of each MODULE and writes what the build includes.

    python3 modules.py BUILD MODULE..."""
import re
import sys
from pathlib import Path

import yaml

build = Path(sys.argv[1])
kconfig = ['mainmenu "Zephyr"\n', 'menu "Modules"\n']
cmake = []
for module in map(Path, sys.argv[2:]):
    meta = yaml.safe_load((module / "zephyr/module.yml").read_text())
    if not set(meta) <= {"name", "build", "security"}:
        sys.exit(f"{module}: keys that Zephyr may not know: {set(meta)}")
    references = meta["security"]["external-references"]
    if not all(re.match("(cpe:2.3:|pkg:)", text) for text in references):
        sys.exit(f"{module}: {references} are neither CPE nor purl")
    symbol = re.sub("[^A-Z0-9]", "_", meta["name"].upper())
    options = (module / meta["build"]["kconfig"]).resolve(strict=True)
    folder = (module / meta["build"]["cmake"]).resolve(strict=True)
    kconfig += [f'menu "{meta["name"]}"\n', f'osource "{options}"\n',
                f"config ZEPHYR_{symbol}_MODULE\n\tbool\n\tdefault y\n",
                "endmenu\n"]
    cmake += [f'add_subdirectory("{folder}" "{build}/modules/{meta["name"]}")\n']
build.mkdir(parents=True, exist_ok=True)
(build / "Kconfig").write_text("".join(kconfig) + "endmenu\n")
(build / "modules.cmake").write_text("".join(cmake) + """
get_property(libs GLOBAL PROPERTY ZEPHYR_LIBS)
target_link_libraries(zephyr_final PRIVATE ${libs})
""")
