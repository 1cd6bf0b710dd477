# SPDX-License-Identifier: GPL-3.0-or-later
# Shared by the scripts of build-aux: where things are, how to speak, what the package list says.

set -euo pipefail

# Ordinary users of Debian have no /usr/sbin on their path, and unshare's helpers live there.
PATH=$PATH:/usr/local/sbin:/usr/sbin:/sbin

# Processes are spared here and below: every command of build-aux passes through these lines.
aux=$(cd "${BASH_SOURCE[0]%/*}/.." && pwd -P)
source_root=${aux%/*}
[[ -n ${HOME:-} ]] || export HOME=~
cache_root=${XDG_CACHE_HOME:-$HOME/.cache}/trama

# Messages go to stderr: what a command prints on stdout is its own.
say () {
  printf 'trama: %s\n' "$*" >&2
}

fail () {
  say "$@"
  exit 1
}

# list_column COLUMN FILE PURPOSE...: the lines of a package list that serve one of the purposes;
# COLUMN "debian" or "fedora" prints the packages' names, "probe" how to see that they are there.
list_column () {
  local wanted=$1 file=$2 purpose debian fedora probe
  shift 2
  while read -r purpose debian fedora probe; do
    [[ " $* " == *" $purpose "* ]] || continue
    [[ ${!wanted} == - ]] || echo "${!wanted}"
  done <"$file"
}

# Whether version $1 is $2 or newer.
version_reaches () {
  [[ $(printf '%s\n%s\n' "$2" "$1" | sort -V | head -n 1) == "$2" ]]
}

# list_modules FILE PURPOSE...: what to ask pkg-config for, as NAME or NAME >= VERSION.
list_modules () {
  local probe
  while read -r probe; do
    probe=${probe/>=/ >= }
    [[ $probe != pc:* ]] || echo "${probe#pc:}"
  done < <(list_column probe "$@")
}

# list_missing FILE PURPOSE...: what this system lacks, one thing a line; nothing if it has it all.
list_missing () {
  local probe name module
  while read -r module; do
    pkg-config --exists "$module" 2>/dev/null || echo "$module"
  done < <(list_modules "$@")
  while read -r probe; do
    name=${probe#*:}
    name=${name%%>=*}
    case $probe in
      font:*) [[ -n $(fc-list "${name//_/ }" 2>/dev/null) ]] || echo "font ${name//_/ }" ;;
      bin:*)
        if ! command -v "$name" >/dev/null; then
          echo "$name"
        elif [[ $probe == *'>='* ]] && ! version_reaches "$("$name" --version)" "${probe#*>=}"; then
          echo "$name >= ${probe#*>=}"
        fi
        ;;
    esac
  done < <(list_column probe "$@")
}

# list_is_met FILE PURPOSE...: whether nothing is missing; most often one question tells.
list_is_met () {
  local modules
  mapfile -t modules < <(list_modules "$@")
  ((${#modules[@]} == 0)) || pkg-config --exists "${modules[@]}" 2>/dev/null || return 1
  [[ -z $(list_missing "$@") ]]
}
