"""The carbon ledger of mined land: what was lost, came back, and how sure the balance is.

- the stocks of a hectare and what moves them, from each date to the next: states (the curves of
  recovery are core/scheme/recovery_curves)
- LEDGER, STOCKS, BALANCE, NET_MAP: ledger_rows; for all of a run's land, and what is assumed:
  ledger
- coefficients as random variables, here and in the path, how far the balance may be off (IPCC 2006,
  volume 1, chapter 3), and by the areas that samples estimate: uncertainty_model
- SENSITIVITY, the intervals of BALANCE, and what mined land would hold if it came back as other
  land of the run did: results
- the balance in sentences, tiles, charts and tables, here and in the study: balance
- the page: page; flows, stocks, map, recovery and sensitivity on it: sections
"""
