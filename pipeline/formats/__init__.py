"""Formats: `parse(text, path)` reads a file's text into the model, `serialize(model)` writes it."""
