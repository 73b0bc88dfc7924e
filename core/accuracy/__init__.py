"""The accuracy of a map by a labelled sample (Olofsson et al. 2014, Stehman 2014).

- cells and polygons of a reference on the map: cells; labels to classes, samples to strata, the
  table STRATA: matching
- estimators of accuracies (overall, user's, producer's, F1) and areas with their variances, kappa,
  quantity, exchange and shift (Pontius and Santacruz 2014), and the counts that all is read off,
  the sample: estimates
- CONFUSION, CLASS_ACCURACY, PROPORTIONS, STRATUM_PROPORTIONS, the numbers and the checks, made of
  these: accuracy
- what there is to say of it, in log and page: notes
- the page, its sections on classes, matrix and map: page, with words_section
"""
