"""The carbon ledger of mined land: carbon losses, gains, balance and uncertainty.

- carbon stocks per hectare and the flows between dates (recovery curves are in
  core/scheme/recovery_curves): stocks
- LEDGER, STOCKS, BALANCE, NET_MAP: ledger_rows; for all land of a run, with the
  assumptions: ledger
- coefficients as random variables, also for the path, and the uncertainty of the
  balance (IPCC 2006, volume 1, chapter 3), also with areas estimated from samples:
  uncertainty_model
- SENSITIVITY, the intervals of BALANCE, and the potential carbon stock of mined land if
  it recovers like other land of the run: results
- the balance in sentences, tiles, charts and tables, here and in the study: balance
- the page: page; its sections on flows, stocks, map, recovery and sensitivity: sections
"""
