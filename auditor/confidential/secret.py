"""The base of every type that holds a confidential fact: it can be asked, never read out by accident."""

from typing import Any, ClassVar, Never


class Secret:
    """Holds a secret in slots and shows nothing but its label.

    Printing, formatting and `repr` give `<Address shelter>`. Copying and pickling are refused, and
    two secrets are equal only when they are the same object, so that no comparison, dump, log line
    or traceback can carry the value. A subclass declares `__slots__`.
    """

    __slots__ = ("_label",)
    _refusal: ClassVar[str] = "confidential facts cannot be copied or stored"

    def __init__(self, label: str) -> None:
        self._label = label

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        if "__slots__" not in cls.__dict__:
            raise TypeError(f"{cls.__name__} must declare __slots__: a secret has no __dict__")

    @property
    def label(self) -> str:
        """The only thing ever shown of this fact."""
        return self._label

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self._label}>"

    __str__ = __repr__

    def __format__(self, spec: str) -> str:
        return format(repr(self), spec)

    def __eq__(self, other: object) -> bool:
        return self is other

    def __hash__(self) -> int:
        return id(self) >> 4

    def __copy__(self) -> Never:
        raise TypeError(self._refusal)

    def __deepcopy__(self, memo: dict[int, Any]) -> Never:
        raise TypeError(self._refusal)

    def __reduce__(self) -> Never:
        raise TypeError(self._refusal)

    def __reduce_ex__(self, protocol: Any) -> Never:
        raise TypeError(self._refusal)

    def __getstate__(self) -> Never:
        raise TypeError(self._refusal)
