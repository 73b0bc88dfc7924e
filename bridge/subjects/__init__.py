"""What single algorithms or subjects read and keep: densities, samples, scheme tables, others."""
