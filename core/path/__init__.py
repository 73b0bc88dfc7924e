"""The path of a mine to carbon neutrality: emissions, land to come, and when the balance closes.

- ACTIVITY and FACTORS as read, and EMISSIONS, quantity x factor x warming potential: emissions
- AGES, STATUS and DISTURBED as the land to start from, BALANCE as its carbon debt: starting_land
- SCENARIOS, points of paths by variable: scenarios
- land of a scenario, which the ledger's steps take on year by year, emissions, their sum, the band
  and how sure neutrality is: projection
- PATH and MILESTONE_TABLE, and the years of a run: path; what there is to say: notes
- the page: page, and its figures by year: scenario_charts
"""
