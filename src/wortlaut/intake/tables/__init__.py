"""Tables: CSV and its kin, Parquet, Excel. A row is an article."""
