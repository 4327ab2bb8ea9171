# Every developer command. `make help` lists them.
