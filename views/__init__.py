"""What each public page says, as HTML and figures: drawn by `pages`, sent at once by `routes`."""
