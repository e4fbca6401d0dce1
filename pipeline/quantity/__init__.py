"""Quantities: the numbers of a Chinese or English text by value, with what they count."""

from pipeline.quantity.chinese import chinese
from pipeline.quantity.english import english
from pipeline.quantity.record import Kind, Quantity

__all__ = ["Kind", "Quantity", "chinese", "english"]
