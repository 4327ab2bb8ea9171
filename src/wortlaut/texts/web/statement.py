"""What the page of a statement says."""

from wortlaut.messages import Message

__all__ = ["TEXTS"]

TEXTS = {
    "saying.heading": Message(en="Statement", de="Aussage"),
    "saying.context": Message(en="In its context", de="Im Zusammenhang"),
    "saying.known": Message(en="What is known of it", de="Was darüber bekannt ist"),
}
