"""Provenance: what results were made from, by what, and when."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from .files import State


@dataclass(frozen=True)
class Provenance:
    """Where the results of a run come from, for its files, its pages and its layers.

    Attributes:
        record: text by name about inputs and parameters: the same in every language and on every
            day, because files that hold it are compared byte by byte.
        span: the period of the whole run, such as 1986-2018, or ''.
        made_on: the date of the run, as text.
        versions: (program, version) of what made it.
        files: per date, the file behind the layer, on disk or in one of GDAL's virtual file
            systems, or '' where it is no file.
        states: of the files, before anything was counted.
        tables: (what it is, which table) of the scheme, in order, for people.
        language: of the texts, such as en or zh-CN.
        title, author, comment: what the user wants results to say of themselves, or ''.
        labels: what the window calls the parameters that are no tables, by their names.
        words: what people read in place of a text of the record, by its name, where it says the
            same in their language.
    """

    record: Mapping[str, str] = field(default_factory=dict)
    span: str = ""
    made_on: str = ""
    versions: tuple[tuple[str, str], ...] = ()
    files: tuple[str, ...] = ()
    states: tuple[State | None, ...] = ()
    tables: tuple[tuple[object, object], ...] = ()
    language: str = "en"
    title: str = ""
    author: str = ""
    comment: str = ""
    labels: Mapping[str, str] = field(default_factory=dict)
    words: Mapping[str, str] = field(default_factory=dict)
