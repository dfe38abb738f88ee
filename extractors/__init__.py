"""Read campaigns, figures and awards out of Vietnamese text: pure functions, no input or output."""
