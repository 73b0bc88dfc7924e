"""The carbon ledger of mined land: what was lost, came back, and how sure the balance is.

- the stocks of a hectare and what moves them, from each date to the next: states (the curves of
  recovery are core/scheme/recovery)
- LEDGER, STOCKS: flows; BALANCE, by whose land it is: balance_table; NET_MAP: net_map; all of a
  run's land, and what is taken for granted: ledger; with its count, and the intervals of BALANCE:
  results
- what mined land would hold if it came back as other land of the run did: potential
- coefficients as random variables, here and in the path, and how far the balance may be
  off (IPCC 2006, volume 1, chapter 3): model, and by the areas that samples estimate adjusted,
  both for core/results/uncertainty
- the balance in sentences and tiles, here and in the study: balance_words; as charts and tables:
  balance
- SENSITIVITY, what the balance hangs on: sensitivity
- the page and its short sections: page, with flow_section, recovery_section, net_map_section,
  sensitivity_section, uncertainty_section
"""
