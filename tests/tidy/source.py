# SPDX-License-Identifier: Apache-2.0
"""Reads C++ as far as the house rules need it: code without comments and strings, includes, functions and their length."""
import re

INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*[<"]([^>"\n]+)[>"]', re.MULTILINE)

# One alternative each for: line comment, block comment, raw string, string, character. A digit separator (1'000) is
# eaten together with its number, so that it opens no character literal.
_LITERAL = re.compile(
    r"""//(?:\\\n|[^\n])*"""
    r"""|/\*.*?\*/"""
    r"""|R"(?P<mark>[^()\\\s]{0,16})\(.*?\)(?P=mark)\""""
    r"""|"(?:\\.|[^"\\\n])*\""""
    r"""|\b[0-9][0-9a-zA-Z_.]*(?:'[0-9a-zA-Z_.]+)*"""
    r"""|'(?:\\.|[^'\\\n])+'""",
    re.DOTALL)
_PREPROCESSOR = re.compile(r"^[ \t]*#(?:\\\n|[^\n])*", re.MULTILINE)


def _blank(text):
    return re.sub(r"[^\n]", " ", text)


def without_comments(text):
    """Comments become spaces; strings and line numbers stay."""
    return _LITERAL.sub(lambda m: _blank(m[0]) if m[0].startswith(("//", "/*")) else m[0], text)


def code_only(text):
    """Comments and what stands in quotes become spaces; line numbers stay."""

    def replace(match):
        token = match[0]
        if token[0].isdigit():
            return token
        return _blank(token)

    return _LITERAL.sub(replace, text)


def strings(text):
    """(position, literal with its quotes) of each string that is not raw."""
    return [(m.start(), m[0]) for m in _LITERAL.finditer(text) if m[0].startswith('"')]


def includes(text):
    """(line, what is included) of each include."""
    plain = without_comments(text)
    return [(line_of(plain, m.start()), m[1]) for m in INCLUDE.finditer(plain)]


def line_of(text, position):
    return text.count("\n", 0, position) + 1


_NAME = re.compile(r"([~\w:]+)\s*(?:<[^()]*>)?\s*\(")
_ACCESS = re.compile(r"\b(?:public|private|protected)\s*:(?!:)")
_TYPE = re.compile(r"\s*(?:typedef\s+)?(?:namespace|class|struct|union|enum)\b")
_MEMBER_INITIALISERS = re.compile(r"\)\s*(?:noexcept\s*(?:\([^()]*\))?\s*)?:(?!:)")


def functions(text):
    """(name, first line, last line) of each function body; what it contains, lambdas too, belongs to it."""
    code = _PREPROCESSOR.sub(lambda m: _blank(m[0]), code_only(text))
    found = []
    opened = []  # per open brace: what it is
    body = None  # (name, first line) of the function that is open
    head = 0  # where the present declaration began
    for match in re.finditer(r"[{};]", code):
        at, mark = match.start(), match[0]
        if mark == "{":
            kind = "inner" if body else _kind(code[head:at])
            if kind == "body":
                body = _signature(code, head, at)
            opened.append(kind)
        elif mark == "}" and opened:
            kind = opened.pop()
            if kind == "body":
                found.append((*body, line_of(code, at)))
                body = None
        if body is None and "initialiser" not in opened and not (mark == "}" and kind == "initialiser"):
            head = at + 1
    return found


def _signature(code, head, brace):
    declaration = _ACCESS.sub(lambda m: _blank(m[0]), code[head:brace])
    names = _NAME.findall(declaration)
    start = head + len(declaration) - len(declaration.lstrip())
    return (names[0] if names else "function", line_of(code, start))


def _kind(head):
    """What a brace after this declaration opens: a function's body, an initialiser inside a declaration, or a scope."""
    head = _ACCESS.sub(" ", head)
    head = re.sub(r"\[\[.*?\]\]", " ", head, flags=re.DOTALL)
    if head.count("(") > head.count(")"):
        return "initialiser"  # a default argument
    if _MEMBER_INITIALISERS.search(head) and re.search(r"[\w>]\s*$", head):
        return "initialiser"  # m_value{1}
    if "(" not in head or _TYPE.match(head) or re.search(r"[^=!<>]=\s*$", head):
        return "scope"
    template = re.sub(r"\btemplate\s*<[^{;]*>", " ", head)
    if re.search(r"[^=!<>]=(?!=)", re.sub(r"\boperator\s*[^\w\s(]+", "", template.split("(")[0])):
        return "scope"  # a value: const auto table = f(...){
    return "body"
