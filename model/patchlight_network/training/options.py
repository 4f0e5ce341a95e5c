"""Options of a training run: flags, and a TOML file with the same names; flags win. Every mistake is answered by one sentence."""

from __future__ import annotations

import argparse
import difflib
import json
import tomllib
from pathlib import Path
from typing import Any, NoReturn

from ..usage import UsageError


class HelpWithDefaults(argparse.ArgumentDefaultsHelpFormatter):
    """Says the default where there is one."""

    def _get_help_string(self, action: argparse.Action) -> str | None:
        return super()._get_help_string(action) if action.default not in (None, []) else action.help


class OptionParser(argparse.ArgumentParser):
    """Like its parent, but raises UsageError, and a TOML file may set each of its options. `owner` is whose options they are."""

    def __init__(self, owner: str, **named: Any) -> None:
        self.owner = owner
        self.options: dict[str, argparse.Action] = {}
        super().__init__(allow_abbrev=False, formatter_class=HelpWithDefaults, **named)

    def add_argument(self, *names: str, **named: Any) -> argparse.Action:
        action = super().add_argument(*names, **named)
        self.options |= {name: action for name in action.option_strings}
        return action

    def error(self, message: str) -> NoReturn:
        raise UsageError(f"{message.removeprefix('argument ')} (--help lists every option)")

    def parse(self, flags: list[str], config: dict[str, Any], source: Path | None) -> argparse.Namespace:
        """`config` as read from `source`, then `flags` over it."""
        given = [flag for key, value in config.items() for flag in self._as_flags(key, value, source)]
        options, unknown = self.parse_known_args(given + flags)
        if unknown:
            raise UsageError(self._unknown(unknown[0].partition("=")[0]))
        return options

    def _as_flags(self, key: str, value: Any, source: Path | None) -> list[str]:
        name = "--" + key.replace("_", "-")
        if name not in self.options:
            raise UsageError(f"{source}: {self._unknown(name)}")
        if isinstance(value, bool):
            if not isinstance(self.options[name], argparse.BooleanOptionalAction):
                raise UsageError(f"{source}: {key} takes a value, not {str(value).lower()}")
            return [name if value else name.replace("--", "--no-", 1)]
        if isinstance(value, dict):
            return [f"{name}={part}={number}" for part, number in value.items()]
        if isinstance(value, list):
            raise UsageError(f"{source}: {key} takes one value, not a list")
        return [f"{name}={value}"]

    def _unknown(self, name: str) -> str:
        near = difflib.get_close_matches(name, self.options, 1, 0.7)
        return f"{self.owner} has no option {name}: " + (f"did you mean {near[0]}?" if near else "--help lists those it has")


class Instead(argparse.Action):
    """An option that unsets another one, `instead_of`: of the two the last given counts."""

    def __init__(self, instead_of: str, **named: Any) -> None:
        super().__init__(**named)
        self.instead_of = instead_of

    def __call__(self, parser: argparse.ArgumentParser, options: argparse.Namespace, value: Any, flag: str | None = None) -> None:
        setattr(options, self.dest, value)
        setattr(options, self.instead_of, None)


def read_config(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text())
    except OSError as e:
        raise UsageError(f"--config: {path} cannot be read ({e.strerror}): name a TOML file") from e
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as e:
        raise UsageError(f"{path} is not TOML: {e}") from e


def write_config(path: Path, config: dict[str, Any]) -> None:
    """TOML that `--config` reads again. Values are numbers, text, truth values or tables of them; None is left out."""
    plain = {k: v for k, v in config.items() if v is not None and not isinstance(v, dict)}
    tables = {k: v for k, v in config.items() if isinstance(v, dict)}
    lines = [f"{k} = {_value(v)}" for k, v in plain.items()]
    for name, table in tables.items():
        lines += ["", f"[{name}]", *(f"{k} = {_value(v)}" for k, v in table.items())]
    path.write_text("\n".join(lines) + "\n")


def _value(value: Any) -> str:
    return json.dumps(str(value) if isinstance(value, Path) else value)


def existing(text: str) -> Path:
    """A path that must be there."""
    path = Path(text)
    if not path.exists():
        raise argparse.ArgumentTypeError(f"there is no {path}; name an existing file or folder")
    return path


def natural(text: str) -> int:
    """A whole number of at least 0."""
    if not text.isdecimal():
        raise argparse.ArgumentTypeError(f"{text} is not a whole number of at least 0")
    return int(text)


def share(text: str) -> float:
    """A number from 0 to 1."""
    try:
        value = float(text)
    except ValueError:
        value = -1.0
    if not 0 <= value <= 1:
        raise argparse.ArgumentTypeError(f"{text} is no number from 0 to 1")
    return value


def positive(text: str) -> int:
    """A whole number of at least 1."""
    if not text.isdecimal() or int(text) == 0:
        raise argparse.ArgumentTypeError(f"{text} is not a whole number of at least 1")
    return int(text)
