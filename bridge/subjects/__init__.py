"""Inputs and outputs of single subjects: densities, samples, scheme tables and others."""
