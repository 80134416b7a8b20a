"""What is installed with the program: tested versions within the declared bounds, and licences that allow it."""

from __future__ import annotations

import importlib.metadata
import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

REPOSITORY = Path(__file__).resolve().parent.parent
PROJECT = tomllib.loads((REPOSITORY / "pyproject.toml").read_text())["project"]
RUNTIME = [Requirement(line) for line in PROJECT["dependencies"]]
DEVELOPMENT = [Requirement(line) for line in PROJECT["optional-dependencies"]["dev"]]
TESTED = {
    canonicalize_name(name): version
    for name, version in re.findall(r"^([\w.-]+)==(\S+)$", (REPOSITORY / "constraints.txt").read_text(), re.MULTILINE)
}
ALLOWED = re.compile(r"\b(MIT|BSD|ISC|Apache|PSF|MPL|Mozilla Public|LGPL|Lesser General|Python Software)", re.IGNORECASE)


def required(requirements: list[Requirement]) -> set[str]:
    """The names of all that these requirements bring, here and now."""
    names: set[str] = set()
    waiting = [(requirement.name, frozenset(requirement.extras)) for requirement in requirements]
    while waiting:
        name, extras = waiting.pop()
        if (key := canonicalize_name(name)) in names:
            continue
        names.add(key)
        for line in importlib.metadata.requires(name) or []:
            more = Requirement(line)
            if more.marker is None or any(more.marker.evaluate({"extra": extra}) for extra in (extras or {""})):
                waiting.append((more.name, frozenset(more.extras)))
    return names


@pytest.mark.parametrize("requirement", RUNTIME + DEVELOPMENT, ids=lambda requirement: requirement.name)
def test_every_dependency_is_bounded_on_both_sides_and_its_tested_version_lies_within(requirement: Requirement) -> None:
    assert {specifier.operator for specifier in requirement.specifier} == {">=", "<"}
    assert requirement.specifier.contains(TESTED[canonicalize_name(requirement.name)])


def test_all_that_is_installed_with_it_has_a_tested_version() -> None:
    assert required(RUNTIME + DEVELOPMENT) <= set(TESTED)


@pytest.mark.parametrize("name", sorted(required(RUNTIME)))
def test_every_licence_allows_use_under_apache_2(name: str) -> None:
    described = importlib.metadata.metadata(name)
    fields = [line for key in ("License-Expression", "License") for line in described.get_all(key) or []]
    classifiers = [line for line in described.get_all("Classifier") or [] if line.startswith("License")]
    stated = " ".join([line[:200] for line in fields] + classifiers)
    assert ALLOWED.search(stated), stated
