"""The path of a mine to carbon neutrality: emissions, land to come, and when the balance closes.

- tables read: activity, factors, scenarios, and AGES, STATUS, DISTURBED as the land to start
  from, BALANCE as the debt: start; words of stages, sources and gases: emission_words
- EMISSIONS, quantity x factor x warming potential: emissions
- land of a scenario, which the ledger's steps take on year by year: land
- emissions, land and their sum by year, the band and how sure neutrality is: projection
- PATH and MILESTONE_TABLE, and the years of a run: path; what there is to say: notes
- the page, its sections on emissions and land: page and figures, with scenario_section
"""
