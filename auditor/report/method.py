"""How an audit is made and what it cannot say: the closing pages of every report."""

_TEXT = """
Each control of the checklist weighs 1 to 5. Met counts in full, partly met half, a sample by its share;
not met and not answered count nothing. The score is what is secured of the weight that applies.

The score is an interval: its lower end takes everything undecided as failed, its upper end as met. The
lower end is the headline.

An answer counts in full only with evidence, or a named person's word, that is in date: this quarter for
critical and quarterly controls, twelve months for the others. Otherwise it counts half.

A critical control that is not met, not answered, or contradicted by a critical finding closes the gate:
the protocol counts as not met at any score. A waiver with owner, approver and expiry opens the gate for
its control; it never adds points.

Ratings follow the scale that accreditation bodies use: from 90% 1, from 75% 2, from 50% 3, else 4; one
failing critical control limits the rating to 3, two or more to 4.

Automated checks read what is listed under coverage and nothing else. What could not be examined never
counts as passed. A clean result means that nothing was found there on that day; it cannot speak of other
websites, of pictures without text recognition, or of what people say.

Confidential facts are masked by their label in every edition, and the file was searched for each of them
before it was written.
"""

METHOD = tuple(" ".join(paragraph.split()) for paragraph in _TEXT.strip().split("\n\n"))
"""One paragraph each."""
