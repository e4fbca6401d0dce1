"""Duizhao (对照): Chinese policy writing in parallel Simplified, Traditional and English editions."""

__version__ = "0.1.0"
