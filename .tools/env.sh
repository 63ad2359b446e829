# Finds CMake, a build tool and libclang, which building the HiGHS solver needs: the system's where it has them, else
# pinned wheels from the Python package index in `.tools/native`. Meant to be sourced by bash from anywhere:
# `. .tools/env.sh`. It says what is missing and returns 1 where the build cannot work.

beslismacht_root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
beslismacht_native="$beslismacht_root/.tools/native"

beslismacht_has() { command -v "$1" >/dev/null 2>&1; }

# Says what is missing and how to get it.
beslismacht_missing() {
  echo "setup: $1 was not found. $2" >&2
  return 1
}

# A Python that can install packages: the system's, or one in a virtual environment of the checkout.
beslismacht_python() {
  beslismacht_has python3 || {
    beslismacht_missing python3 "Install Python 3 with pip, or CMake and libclang, from your system's packages."
    return 1
  }
  if python3 -m pip --version >/dev/null 2>&1; then
    beslismacht_py=python3
  elif [ -x "$beslismacht_native/python/bin/python" ] || python3 -m venv "$beslismacht_native/python" >/dev/null 2>&1; then
    beslismacht_py="$beslismacht_native/python/bin/python"
  else
    rm -rf "$beslismacht_native/python"
    beslismacht_missing pip "Install pip for python3, or CMake and libclang, from your system's packages."
    return 1
  fi
}

# Installs the wheel $1==$2, without dependencies, into $3, once.
beslismacht_wheel() {
  local name=$1 version=$2 into=$3
  [ -e "$into/.complete-$version" ] && return 0
  beslismacht_python || return 1
  echo "setup: fetching $name $version into ${into#"$beslismacht_root"/}" >&2
  rm -rf "$into"
  "$beslismacht_py" -m pip install --quiet --disable-pip-version-check --no-deps --only-binary :all: \
    --root-user-action=ignore --target "$into" "$name==$version" >&2 || {
    echo "setup: pip could not fetch $name $version; install $name from your system's packages instead" >&2
    return 1
  }
  touch "$into/.complete-$version"
}

# Whether the dynamic loader or an LLVM folder has a libclang that bindgen can load.
beslismacht_has_libclang() {
  [ -n "${LIBCLANG_PATH:-}" ] && return 0
  beslismacht_has llvm-config && ls "$(llvm-config --libdir)"/libclang.so* >/dev/null 2>&1 && return 0
  ls /usr/lib/libclang.so* /usr/lib64/libclang.so* /usr/lib/*/libclang.so* /usr/lib/*/libclang-[0-9]*.so* \
    /usr/lib/llvm*/lib/libclang.so* /usr/lib/llvm*/lib/libclang-[0-9]*.so* 2>/dev/null | grep -q .
}

if ! beslismacht_has cargo && [ -x "${CARGO_HOME:-${HOME:-}/.cargo}/bin/cargo" ]; then
  PATH="${CARGO_HOME:-${HOME:-}/.cargo}/bin:$PATH"
fi
beslismacht_has cargo || { beslismacht_missing cargo "Install Rust (rustup, or your system's packages)."; return 1; }
beslismacht_has cc || { beslismacht_missing cc "Install a C compiler, such as gcc or clang."; return 1; }
beslismacht_has c++ || { beslismacht_missing c++ "Install a C++ compiler, such as g++ or clang++."; return 1; }

if ! beslismacht_has cmake; then
  beslismacht_wheel cmake 4.4.4 "$beslismacht_native/cmake" || return 1
  PATH="$beslismacht_native/cmake/cmake/data/bin:$PATH"
fi

if ! beslismacht_has make && ! beslismacht_has gmake; then
  if ! beslismacht_has ninja; then
    beslismacht_wheel ninja 1.13.0 "$beslismacht_native/ninja" || return 1
    PATH="$beslismacht_native/ninja/bin:$beslismacht_native/ninja/ninja/data/bin:$PATH"
  fi
  export CMAKE_GENERATOR="${CMAKE_GENERATOR:-Ninja}"
fi
export PATH

if ! beslismacht_has_libclang; then
  beslismacht_wheel libclang 18.1.1 "$beslismacht_native/libclang" || return 1
  export LIBCLANG_PATH="$beslismacht_native/libclang/clang/native"
  # The wheel brings the library without the compiler's own headers.
  export BINDGEN_EXTRA_CLANG_ARGS="${BINDGEN_EXTRA_CLANG_ARGS:-} -I$(cc -print-file-name=include)"
fi
