"""Reports as one HTML file that opens offline: the study's REPORT and the CHART of shares."""
