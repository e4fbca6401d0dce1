"""Laws of inline Markdown: what is read without its parser is read as the parser reads it."""

from hypothesis import given
from hypothesis import strategies as st

from pipeline.markup import parse, parser, plain

PIECES = [
    *"。，！!?.,:;（）()]}>{|'\"#+=-/@$%^ 　\t甲乙aB12",
    "http://a.cn/b",
    "www.a.cn",
    "a@b.cn",
    "**",
    "[",
    "`",
    "\n",
    "&amp;",
    "\u2028",
]
texts = st.lists(st.sampled_from(PIECES), max_size=12).map("".join) | st.text(max_size=20)


@given(texts)
def test_what_a_reader_sees_is_the_text_of_the_nodes(text: str) -> None:
    assert plain(text) == "".join(node.text for node in parse(text) if node.kind in ("text", "code", "break"))


@given(texts)
def test_a_text_is_its_own_only_node_just_where_the_parser_says_so(text: str) -> None:
    tokens = parser().parseInline(text, {})[0].children or []
    words = [(token.type, token.content) for token in tokens if token.content or token.type != "text"]
    is_bare = words == ([("text", text)] if text else [])
    nodes = [(node.kind, node.text) for node in parse(text)]
    assert (nodes == ([("text", text)] if text else [])) == is_bare
