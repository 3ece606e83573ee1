# HTTP and HTML forms in plain bash, because neither curl nor a browser may be installed. To be sourced.

# http METHOD URL [FORM]: prints the response with its head.
http() {
  [[ $2 =~ ^http://([^/:]+):([0-9]+)([/?].*)?$ ]] || { echo "not an HTTP URL: $2" >&2; return 1; }
  local host=${BASH_REMATCH[1]} port=${BASH_REMATCH[2]} target=${BASH_REMATCH[3]:-/}
  exec 9<> "/dev/tcp/$host/$port"
  {
    printf '%s %s HTTP/1.1\r\nHost: %s:%s\r\nConnection: close\r\n' "$1" "$target" "$host" "$port"
    [ $# -lt 3 ] || printf 'Content-Type: application/x-www-form-urlencoded\r\nContent-Length: %d\r\n' "${#3}"
    printf '\r\n%s' "${3-}"
  } >&9
  tr -d '\r' <&9
  exec 9>&-
}

# status: prints the status of the response on standard input.
status() { sed -n '1s/^HTTP[^ ]* \([0-9]*\).*/\1/p'; }
# location: prints the redirect target of the response on standard input.
location() { sed -n 's/^[Ll]ocation: *//p' | head -n 1; }

# attribute NAME TAG: prints the value of an attribute, with its entities resolved.
attribute() {
  sed -nE "s/.*[[:space:]]$1=\"([^\"]*)\".*/\1/p" <<< "$2" | sed 's/&lt;/</g; s/&gt;/>/g; s/&quot;/"/g; s/&#39;/'"'"'/g; s/&amp;/\&/g'
}

# encoded TEXT: prints text in the encoding of forms.
encoded() {
  local LC_ALL=C text=$1 i
  for ((i = 0; i < ${#text}; i++)); do
    case ${text:i:1} in
      [A-Za-z0-9._~-]) printf '%s' "${text:i:1}" ;;
      *) printf '%%%02X' "'${text:i:1}" ;;
    esac
  done
}

# press BUTTON_ID URL: loads a page, submits the form of a button, and prints the response.
press() {
  local page form tag fields= target
  page=$(http GET "$2" | tr '\n' ' ')
  form=$(sed 's/<form/\n<form/g' <<< "$page" | grep -F "id=\"$1\"") || { echo "no button $1: $page" >&2; return 1; }
  while IFS= read -r tag; do
    [ -z "$(attribute name "$tag")" ] || fields+="&$(attribute name "$tag")=$(encoded "$(attribute value "$tag")")"
  done < <(grep -oE '<input[^>]*>' <<< "$form"; grep -oE '<button[^>]*>' <<< "$form" | grep -F "id=\"$1\"")
  target=$(attribute action "$(grep -oE '<form[^>]*>' <<< "$form" | head -n 1)")
  case $target in
    '') target=$2 ;;
    /*) target=$(grep -oE '^http://[^/]+' <<< "$2")$target ;;
  esac
  http POST "$target" "${fields#&}"
}
