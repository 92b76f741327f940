"""Typing errors: one letter wrong, missing, too many, or two letters changed round."""


def one_edit(written: str, meant: str) -> bool:
    """True when `written` differs from `meant` by exactly one typing error."""
    short, long = sorted((written, meant), key=len)
    if len(long) - len(short) > 1 or written == meant:
        return False
    at = 0
    while at < len(short) and short[at] == long[at]:
        at += 1
    if not at and len(short) == len(long) and short[1:2] != long[:1]:
        # A wrong first letter makes another name.
        return False
    if len(short) < len(long):
        return short[at:] == long[at + 1 :]
    if short[at + 1 :] == long[at + 1 :]:
        return True
    return short[at : at + 2] == long[at : at + 2][::-1] and short[at + 2 :] == long[at + 2 :]


def swapped(written: str, meant: str) -> bool:
    """True when two neighbouring characters have changed places, and nothing else differs."""
    return len(written) == len(meant) and sorted(written) == sorted(meant) and one_edit(written, meant)
