"""What every record leans on: ids that the same parts, and no others, give."""

from __future__ import annotations

from decimal import Decimal

from kg.model import content_id


def test_ids_tell_parts_apart_that_are_equal_as_numbers() -> None:
    written = [content_id("a", value) for value in (1, 1.0, True, Decimal("1.00"), "1")]
    assert len(set(written)) == 4  # the number 1 and the text "1" are written alike
    assert written == [content_id("a", value) for value in (1, 1.0, True, Decimal("1.00"), "1")]
