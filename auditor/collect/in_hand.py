"""What the workers of a crawl have begun, for the moment when the time is over."""

import threading

from auditor.collect.frontier import Visit


class InHand:
    """The visit of each worker, from the moment it is taken until its answer is handed over."""

    def __init__(self) -> None:
        self._held: dict[int, Visit] = {}
        self._dropped: list[Visit] = []

    def hold(self, visit: Visit) -> None:
        """This thread has begun `visit`."""
        self._held[threading.get_ident()] = visit

    def leave(self, visit: Visit, *, taken: bool = True) -> None:
        """This thread is done with `visit`; it was dropped where nobody took what came of it any more."""
        if not taken:
            self._dropped.append(visit)
        self._held.pop(threading.get_ident(), None)

    def urls(self) -> set[str]:
        """The addresses that were begun and came to nothing."""
        return {visit.url for visit in (*list(self._held.values()), *self._dropped)}
