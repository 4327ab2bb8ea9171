"""What kind of statement each is: the act, by the cue and by what is said, with stance, repetition and condition.

The lexicons of cues and of words, and the weights of the classifier are plain files here; the README says how to
read and to extend them.
"""

from wortlaut.meaning.acts.answers import answers
from wortlaut.meaning.acts.judging import judge

__all__ = ["answers", "judge"]
