# Finds Rust and a linker, which is all that building and testing needs, and the solvers that `.tools/guest` brought.
# Meant to be sourced by bash from anywhere: `. .tools/env.sh`. It says what is missing and returns 1 where the build
# cannot work.

beslismacht_root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
beslismacht_native="$beslismacht_root/.tools/native"

beslismacht_has() { command -v "$1" >/dev/null 2>&1; }

if ! beslismacht_has cargo && [ -x "${CARGO_HOME:-${HOME:-}/.cargo}/bin/cargo" ]; then
  PATH="${CARGO_HOME:-${HOME:-}/.cargo}/bin:$PATH"
fi
beslismacht_has cargo || {
  echo "setup: cargo was not found. Install Rust (rustup, or your system's packages)." >&2
  return 1
}
beslismacht_has cc || {
  echo "setup: cc, the linker, was not found. Install gcc or clang from your system's packages." >&2
  return 1
}
PATH="$beslismacht_native/bin:$PATH"
export PATH
