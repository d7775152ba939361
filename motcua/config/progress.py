"""A bar on standard error for work that takes a while."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from tqdm import tqdm


@contextmanager
def progress_bar(label: str) -> Iterator[Callable[[int, int], None]]:
    """Something to call with what is done so far and the total."""
    with tqdm(desc=label, leave=False, mininterval=0.2) as bar:

        def show(done: int, total: int) -> None:
            bar.total = total
            bar.update(done - bar.n)

        yield show
