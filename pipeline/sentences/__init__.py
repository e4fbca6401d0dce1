"""Where the sentences of Chinese prose end."""
