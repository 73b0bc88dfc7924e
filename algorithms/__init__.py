"""One module per algorithm: reads parameters and writes outputs; all computation is in core."""
