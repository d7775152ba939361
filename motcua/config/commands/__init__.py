"""One module per command: `run(arguments)` returns the answer, `describe(answer)` says it in words."""
