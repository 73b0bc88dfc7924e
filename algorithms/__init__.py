"""One file per algorithm: parameters in, sinks and layers out; the arithmetic is in core."""
