# SPDX-License-Identifier: MIT
"""Evaluates Kconfig as Zephyr's and ESP-IDF's build do.

    python3 kconfig.py KCONFIG [FILE...] >CONFIG

KCONFIG is the top file, each FILE sets symbols (prj.conf, sdkconfig.defaults).
A symbol that is not there, or a value that does not take effect, is an error,
as it is there."""
import re
import sys
from pathlib import Path

import kconfiglib

conf = kconfiglib.Kconfig(sys.argv[1], warn_to_stderr=False)
for file in sys.argv[2:]:
    conf.load_config(file, replace=False)
    for name, value in re.findall(r"^CONFIG_(\w+)=(.*)$",
                                  Path(file).read_text(), re.M):
        if name not in conf.syms:
            sys.exit(f"{file}: there is no symbol {name}")
        if conf.syms[name].str_value != value:
            sys.exit(f"{file}: {name} was set to {value}, but is "
                     + conf.syms[name].str_value)
if conf.warnings:
    sys.exit("\n".join(conf.warnings))
for symbol in conf.unique_defined_syms:
    print(f"CONFIG_{symbol.name}={symbol.str_value}")
