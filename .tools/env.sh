# Finds CMake and libclang, which building the HiGHS solver needs: the system's
# where it has them, else the pinned wheels from PyPI in `.tools/native`.
# Meant to be sourced by bash from anywhere: `. .tools/env.sh`.

beslismacht_root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
beslismacht_native="$beslismacht_root/.tools/native"

# Installs the wheel $1==$2, without dependencies, into $3, once.
beslismacht_wheel() {
  local name=$1 version=$2 into=$3
  [ -e "$into/.complete-$version" ] && return 0
  echo "setup: fetching $name $version from PyPI into ${into#"$beslismacht_root"/}" >&2
  rm -rf "$into"
  python3 -m pip install --quiet --disable-pip-version-check --no-deps --only-binary :all: \
    --root-user-action=ignore --target "$into" "$name==$version" >&2 || {
    echo "setup: pip could not fetch $name $version; install $name from your system's packages instead" >&2
    return 1
  }
  touch "$into/.complete-$version"
}

# Whether the dynamic loader or an LLVM folder has a libclang that bindgen can load.
beslismacht_has_libclang() {
  [ -n "${LIBCLANG_PATH:-}" ] && return 0
  command -v llvm-config >/dev/null 2>&1 && ls "$(llvm-config --libdir)"/libclang.so* >/dev/null 2>&1 && return 0
  ls /usr/lib/libclang.so* /usr/lib64/libclang.so* /usr/lib/*/libclang.so* /usr/lib/*/libclang-[0-9]*.so* \
    /usr/lib/llvm*/lib/libclang.so* /usr/lib/llvm*/lib/libclang-[0-9]*.so* 2>/dev/null | grep -q .
}

if ! command -v cmake >/dev/null 2>&1; then
  beslismacht_wheel cmake 4.4.4 "$beslismacht_native/cmake" || return 1
  PATH="$beslismacht_native/cmake/cmake/data/bin:$PATH"
  export PATH
fi

if ! beslismacht_has_libclang; then
  beslismacht_wheel libclang 18.1.1 "$beslismacht_native/libclang" || return 1
  export LIBCLANG_PATH="$beslismacht_native/libclang/clang/native"
  # The wheel brings the library without the compiler's own headers.
  export BINDGEN_EXTRA_CLANG_ARGS="${BINDGEN_EXTRA_CLANG_ARGS:-} -I$(cc -print-file-name=include)"
fi
