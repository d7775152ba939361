#!/bin/sh
# The browser of the journeys: there already, or installed where we may, or named. It is never skipped in silence.
set -eu
for name in chromium chromium-browser /snap/bin/chromium google-chrome google-chrome-stable; do
  ! command -v "$name" >/dev/null 2>&1 || exit 0
done
[ -z "${CHROMIUM:-}" ] || [ ! -x "$CHROMIUM" ] || exit 0
[ ! -x '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome' ] || exit 0
if [ "$(id -u)" = 0 ] && grep -qx 'ID=debian' /etc/os-release 2>/dev/null; then # Ubuntu's package is a snap
  echo 'Installing Chromium for the browser journeys'
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -qq -o DPkg::Lock::Timeout=300
  apt-get install -y -qq --no-install-recommends -o DPkg::Lock::Timeout=300 chromium >/dev/null
  exit 0
fi
echo 'The browser journeys need Chromium: `apt-get install chromium` (Debian), `snap install chromium` (Ubuntu), `brew install --cask chromium` (macOS),' >&2
echo 'or CHROMIUM=/path/to/chromium make test' >&2
exit 1
