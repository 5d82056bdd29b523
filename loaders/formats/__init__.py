"""One file per format that staff have; each recognises and interprets one kind of sheet."""
