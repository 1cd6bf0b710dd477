# SPDX-License-Identifier: GPL-3.0-or-later
# Building, once inside the environment, and what the program needs to be started where it was built.
# Sourced after lib/common.sh.

# build_folder NAME: in the source tree, or in the cache if that cannot be written to.
build_folder () {
  local sum
  if [[ -n ${TRAMA_BUILD_DIR:-} ]]; then
    echo "$TRAMA_BUILD_DIR/$1"
  elif [[ -w $source_root ]]; then
    echo "$source_root/build/$1"
  else
    sum=$(sha256sum <<<"$source_root")
    echo "$cache_root/build/${sum:0:16}/$1"
  fi
}

# quietly LOG MESSAGE COMMAND...: what COMMAND says goes to LOG, and MESSAGE is shown if it takes long.
quietly () {
  local log=$1 message=$2 process notice status=0
  shift 2
  "$@" >"$log" 2>&1 </dev/null &
  process=$!
  # What outlives this by two seconds must hold neither the caller's pipe nor the lock.
  (sleep 2 2>/dev/null && [[ -n $message ]] && say "$message") >/dev/null </dev/null 9>&- &
  notice=$!
  wait "$process" || status=$?
  kill "$notice" 2>/dev/null && wait "$notice" 2>/dev/null
  return "$status"
}

# The meson options of each of our builds. Only the goal of "clang" is its warnings: it optimises
# nothing. "sanitizers" builds the fuzz targets too.
build_options () {
  case $1 in
    release) echo -Doptimization=2 -Ddebug=false -Dtests=false ;;
    bench) echo -Doptimization=2 -Ddebug=false ;;
    gcc) echo -Doptimization=2 -Ddebug=true ${CI:+--werror} ;;
    clang) echo -Doptimization=0 -Ddebug=false --werror ;;
    sanitizers) echo -Doptimization=1 -Ddebug=true -Db_sanitize=address,undefined -Db_lundef=false -Dfuzzing=true ;;
  esac
}

build_compiler () {
  case $1 in
    clang | sanitizers) echo clang ;;
    *) echo "${CC:-gcc}" ;;
  esac
}

# build NAME [TARGET...]: configures that build if it is new, or was made in another environment, and
# brings its targets up to date. On failure the end of the log is shown.
build () {
  local name=$1 folder log stamp options
  shift
  folder=$(build_folder "$name")
  log=$folder.log
  mkdir -p "$(dirname "$folder")"
  read -ra options <<<"$(build_options "$name")"
  stamp="$TRAMA_INSIDE $(build_compiler "$name") ${options[*]}"
  exec 9>"$folder.lock"
  flock 9
  if [[ ! -e $folder/build.ninja || $(cat "$folder/.environment" 2>/dev/null) != "$stamp" ]]; then
    rm -rf --one-file-system "$folder"
    mkdir -p "$folder"
    echo "$stamp" >"$folder/.environment"
    CC=$(build_compiler "$name") quietly "$log" "Configuring the $name build." \
      meson setup "$folder" "$source_root" "${options[@]}" || build_failed "$log" "$folder" || return 1
  fi
  quietly "$log" "Building Trama ($name); the first time takes a minute or two." \
    ninja -C "$folder" "$@" || build_failed "$log" || return 1
  exec 9>&-
}

# A folder that could not even be configured is not kept.
build_failed () {
  exec 9>&-
  grep -v '^\[[0-9/]*\] [A-Z]' "$1" | tail -n 60 >&2
  say "The build failed; all of its log is in $1"
  [[ -z ${2:-} ]] || rm -rf --one-file-system "$2"
  return 1
}

# Where the program that has not been installed finds its schema and its data.
use_program () {
  local folder
  folder=$(build_folder "$1")
  export PATH=$folder/app:$PATH
  export GSETTINGS_SCHEMA_DIR=$folder/data TRAMA_DATA_DIR=$source_root/data
}

# Whether a window could be shown: the display's socket is looked for, not only its name.
has_display () {
  local number
  if [[ -n ${WAYLAND_DISPLAY:-} ]]; then
    [[ $WAYLAND_DISPLAY == /* && -S $WAYLAND_DISPLAY || -S ${XDG_RUNTIME_DIR:-}/$WAYLAND_DISPLAY ]] && return
  fi
  case ${DISPLAY:-} in
    '') return 1 ;;
    :* | unix:*)
      number=${DISPLAY##*:}
      [[ -S /tmp/.X11-unix/X${number%.*} ]] || grep -qs "@/tmp/.X11-unix/X${number%.*}\$" /proc/net/unix
      ;;
  esac
}

# with_session COMMAND...: COMMAND with a session bus and a runtime folder, the user's own if there
# are any.
with_session () {
  local folder status=0 bus=()
  if [[ -z ${DBUS_SESSION_BUS_ADDRESS:-} && ! -S ${XDG_RUNTIME_DIR:-}/bus ]]; then
    # A bus of its own tells of every service it starts; that is not what the person ran this for.
    bus=(dbus-run-session -- bash -c 'exec "$@" 2>&3 3>&-' session)
    exec 3>&2 2>/dev/null
  fi
  if [[ -d ${XDG_RUNTIME_DIR:-} && -w $XDG_RUNTIME_DIR ]]; then
    exec "${bus[@]}" "$@"
  fi
  folder=$(mktemp -d "${TMPDIR:-/tmp}/trama-runtime.XXXXXX")
  trap 'rm -rf --one-file-system "$folder"' EXIT
  XDG_RUNTIME_DIR=$folder "${bus[@]}" "$@" || status=$?
  exit "$status"
}
