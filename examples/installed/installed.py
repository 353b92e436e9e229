# SPDX-License-Identifier: MIT
"""installed.py NAME COMMAND...: what COMMAND prints, a manual page or a
completion, with the program's name as it is installed: secrisk-NAME."""
import re
import subprocess
import sys

name = sys.argv[1]
text = subprocess.run(sys.argv[2:], stdout=subprocess.PIPE, check=True,
                      encoding="utf-8").stdout
before = (r"\.Nm |\.Dl \$ |#compdef |complete -c |complete -o filenames -F \w+ |"
          r"(?=\w+ --)")
text = re.sub(rf"(?m)^({before}){name}(?= |$)", rf"\1secrisk-{name}", text)
text = text.replace(f".Dt {name.upper()} ", f".Dt SECRISK-{name.upper()} ")
sys.stdout.buffer.write(text.encode())
