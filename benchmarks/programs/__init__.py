"""Textual programs as plain as they can be, to measure against."""
