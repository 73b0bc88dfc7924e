"""The path of a mine to carbon neutrality: emissions, future land and carbon balance.

- ACTIVITY and FACTORS as read, and EMISSIONS, quantity x factor x warming potential:
  emissions
- the starting land from AGES, STATUS and DISTURBED, and the carbon debt from BALANCE:
  starting_land
- SCENARIOS, points of paths by variable: scenarios
- annual land of a scenario with the carbon model of the ledger, emissions, their sum,
  its uncertainty band and the probability of neutrality: projection
- PATH and MILESTONE_TABLE, and the years of a run: path; its notes: notes
- the page: page, and its figures by year: scenario_charts
"""
