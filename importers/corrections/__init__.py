"""Corrections: what people put right, laid over what is read before it is stored.

A correction names its fact by what the fact is known by: a report by its digest, a place by its words, an exchange by
occasion, year and pair. It is laid over the reading of a report, which stays pure: the same text, reference data and
corrections give the same facts, in any order of imports, and taking a correction back is reading without it.
"""
