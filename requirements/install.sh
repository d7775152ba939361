#!/bin/sh
# Install into .venv what pyproject.toml names, in the versions and with the hashes of lock.txt.
# usage: requirements/install.sh PYTHON EXTRA...        PYTHON makes .venv where there is none; python3-venv is not needed
set -eu
python=$1
shift
if [ ! -e .venv/.uv ] || [ requirements/uv.txt -nt .venv/.uv ]; then
  "$python" -m venv --without-pip .venv
  "$python" -m pip --python .venv/bin/python install --quiet --disable-pip-version-check --require-hashes -r requirements/uv.txt
  touch .venv/.uv
fi
# uv does not read pip's settings; whoever has a mirror of PyPI has told pip.
index=${UV_DEFAULT_INDEX:-${PIP_INDEX_URL:-$("$python" -m pip config get global.index-url 2>/dev/null || true)}}
[ -z "$index" ] || export UV_DEFAULT_INDEX="$index"
extras=
for extra in "$@"; do extras="$extras --extra $extra"; done
# shellcheck disable=SC2086  (the extras are words)
.venv/bin/uv pip install --quiet --python .venv/bin/python --require-hashes --constraint requirements/lock.txt -r pyproject.toml $extras
.venv/bin/uv pip install --quiet --python .venv/bin/python --no-deps --no-build-isolation --reinstall-package motcua --editable .
