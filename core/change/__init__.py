"""The analysis of change: what land-use studies compute after the transfer matrix.

- gain, loss, net, swap; quantity, exchange, shift (Pontius et al. 2004; Pontius and Santacruz
  2014) by class: components; as sums of a matrix: core/scan/matrices
- intensity analysis (Aldwaik and Pontius 2012) by interval and category, which side of a uniform
  intensity, stationarity: intensity; by transition: transitions
- dynamic degree, compound rate, Puyravaud's rate (2003): rates
- land-use degree (Zhuang and Liu 1997), entropy, evenness: indices, with the table of grades
- areas to come by a Markov chain and its annual root: markov
- the raster of conversions: conversions
- all tables from the one count: analysis; the page and its short sections: page, with
  contributions_, intensity_section
"""
