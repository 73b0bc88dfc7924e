"""Accuracy of a map from a labelled sample (Olofsson et al. 2014, Stehman 2014).

- cells: cells and polygons of a reference on the map
- matching: labels to classes, samples to strata, the table STRATA
- estimates: the sample; estimators of accuracies (overall, user's, producer's, F1) and
  areas with their variances; kappa; quantity, exchange and shift (Pontius and Santacruz
  2014)
- accuracy: CONFUSION, CLASS_ACCURACY, PROPORTIONS, STRATUM_PROPORTIONS, numeric
  outputs, checks, and notes on a sample for log and report
- page: the report, with sections on classes, matrix and map, and a summary
"""
