"""CSS selectors of layouts, turned into XPath that lxml runs.

Only what layouts need: tag, #id, .class, [name], [name=value], [name^=value], [name$=value],
[name*=value]; descendant, child (>) and next-sibling (+) combinators; groups with commas.
"""

import re
from functools import cache

from lxml import etree

PART = re.compile(
    r"\s*(?P<combinator>[>+])\s*|(?P<space>\s+)|(?P<tag>[a-zA-Z][\w-]*|\*)|#(?P<id>[\w-]+)"
    r"|\.(?P<class>[\w-]+)|\[(?P<name>[\w:-]+)(?:(?P<operator>[\^$*]?=)\"?(?P<value>[^\]\"]*)\"?)?\]"
)
NAMES = re.compile(r"\.([\w-]+)(?![^\[]*\])|\[class\*=([\w-]+)")
ATTRIBUTES = re.compile(r"#([\w-]+)|\[(data-[\w-]+)|\[(?!class)[\w-]+[*^$]=([^\]]+)")
AXES = {"": "descendant::", ">": "child::", "+": "following-sibling::*[1]/self::"}


@cache
def compile_selector(css: str) -> etree.XPath:
    """Give the XPath of a selector, relative to the element it is called with."""
    return etree.XPath(" | ".join(_group_xpath(group) for group in css.split(",")))


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


def _group_xpath(group: str) -> str:
    steps: list[str] = []
    combinator, tag, tests = "", "*", ""
    at, group = 0, group.strip()
    while at < len(group):
        match = PART.match(group, at)
        if match is None:
            raise ValueError(f"not a selector: {group!r} at {group[at:]!r}")
        at = match.end()
        if match["combinator"] or match["space"]:
            steps.append(f"{AXES[combinator]}{tag}{tests}")
            combinator, tag, tests = match["combinator"] or "", "*", ""
        elif match["tag"]:
            tag = match["tag"]
        else:
            tests += _test(match)
    steps.append(f"{AXES[combinator]}{tag}{tests}")
    return "/".join(steps)


def _test(match: re.Match[str]) -> str:
    if match["id"]:
        return f'[@id="{match["id"]}"]'
    if match["class"]:
        name = match["class"]
        return (
            f'[contains(@class, "{name}")'
            f' and contains(concat(" ", normalize-space(@class), " "), " {name} ")]'
        )
    name, value = match["name"], match["value"]
    if match["operator"] is None:
        return f"[@{name}]"
    if match["operator"] == "=":
        return f'[@{name}="{value}"]'
    if match["operator"] == "$=":
        return f'[substring(@{name}, string-length(@{name}) - {len(value) - 1}) = "{value}"]'
    function = "starts-with" if match["operator"] == "^=" else "contains"
    return f'[{function}(@{name}, "{value}")]'
