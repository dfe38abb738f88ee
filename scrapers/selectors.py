"""CSS selectors of layouts, turned into XPath that lxml runs; and what must stand in a page for one to match."""

import re
from functools import cache

from cssselect import HTMLTranslator
from lxml import etree

NAMES = re.compile(r"\.([\w-]+)(?![^\[]*\])|\[class\*=([\w-]+)")
ATTRIBUTES = re.compile(r"#([\w-]+)|\[(data-[\w-]+)|\[(?!class)[\w-]+[*^$]=['\"]?([^\]'\"]+)")
_TRANSLATOR = HTMLTranslator()


@cache
def compile_selector(css: str) -> etree.XPath:
    """Give the XPath of a selector, relative to the element it is called with."""
    return etree.XPath(_TRANSLATOR.css_to_xpath(css, prefix="descendant::"))


@cache
def names_in(css: str) -> tuple[bytes, ...]:
    """Give the class names, or parts of them, that a page must have for the selector to match."""
    return tuple(name.encode() for found in NAMES.findall(css) for name in found if name)


@cache
def attributes_in(css: str) -> tuple[bytes, ...]:
    """Give ids, names and values of further attributes that must stand in a page for it to match."""
    return tuple(name.encode() for found in ATTRIBUTES.findall(css) for name in found if name)


def select(element: etree._Element, css: str) -> list[etree._Element]:
    """Give the elements below `element` that match, in document order."""
    found: list[etree._Element] = compile_selector(css)(element)
    return found


def select_first(element: etree._Element, css: str) -> etree._Element | None:
    """Give the first element below `element` that matches, or None."""
    found = select(element, css)
    return found[0] if found else None
