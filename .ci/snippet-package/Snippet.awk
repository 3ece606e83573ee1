# Writes each Swift block of a file to a Swift file. Variables: source, name, folder.

function start() { inside = 1; first = NR + 1; count = 0; imports = ""; isDeclaration = -1 }

function finish(    i, path, ownImports) {
  inside = 0
  path = folder "/Snippet_" name "_" first ".swift"
  ownImports = imports != ""
  if (!ownImports) imports = "import ConstantContactKit\nimport ConstantContactTesting\nimport Foundation\nimport Testing\n"
  print imports > path
  if (isDeclaration == 2) {
    # Extensions are allowed only at the top level of a file.
  } else if (isDeclaration == 1) {
    print "private struct Snippet_" name "_" first " {" > path
  } else {
    print "private func snippet_" name "_" first "(" > path
    print "  client: ConstantContact, pusher: ContactPusher, lead: Lead, leads: [Lead], id: ContactID, listID: ListID," > path
    print "  token: String, address: String" (ownImports ? "" : ", fake: FakeConstantContact") > path
    print ") async throws {" > path
  }
  print "#sourceLocation(file: \"" source "\", line: " first ")" > path
  for (i = 1; i <= count; i++) print lines[i] > path
  print "#sourceLocation()" > path
  if (isDeclaration != 2) print "}" > path
  close(path)
}

{
  line = $0
  isComment = line ~ /^ *\/\/\//
  if (source ~ /\.swift$/) {
    if (!isComment) next
    sub(/^ *\/\/\/ ?/, "", line)
  }
}
!inside && line ~ /^ *```swift *$/ { start(); next }
inside && line ~ /^ *```/ { finish(); next }
inside {
  count++
  lines[count] = line
  if (line ~ /^(public |internal |private |@testable )?import /) {
    sub(/^(public|internal|private) /, "", line)
    imports = imports line "\n"
    lines[count] = ""
  } else if (isDeclaration == -1 && line !~ /^ *(\/\/.*)?$/) {
    isDeclaration = line ~ /^(@[A-Z]|public |struct |final class |actor |enum |protocol )/ ? 1 : 0
    if (line ~ /^(public )?extension /) isDeclaration = 2
  }
}
END {
  if (inside) {
    print source ":" first - 1 ": this code block is not closed" > "/dev/stderr"
    exit 1
  }
}
