"""The accuracy of a map by a labelled sample (Olofsson et al. 2014, Stehman 2014).

- cells and polygons of a reference on the map: cells; labels to classes, samples to strata, the
  table STRATA: matching
- the sample; estimators of accuracies (overall, user's, producer's, F1) and areas with their
  variances, kappa, quantity, exchange and shift (Pontius and Santacruz 2014): estimates
- CONFUSION, CLASS_ACCURACY, PROPORTIONS, STRATUM_PROPORTIONS, the numbers, the checks, and what log
  and page say of a sample: accuracy
- the page, its sections on classes, matrix, map and in words: page
"""
